# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sections of the benchmark share: bundles that are made once, commands that are measured, a display, and rows
of results."""
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# A process starts with the peak of the one that it was forked from: a small one in between keeps it honest.
LAUNCH = '''
import os, subprocess, sys, time
began = time.monotonic()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
print(child.returncode, time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
'''


def measure(command):
    """Wall and processor seconds and peak MB of one run."""
    told = subprocess.run([sys.executable, '-S', '-c', LAUNCH, *command], capture_output=True, text=True, check=True)
    status, wall, cpu, peak = told.stdout.split()
    if status != '0':
        raise SystemExit(f'failed: {command}')
    return {'wall': float(wall), 'cpu': float(cpu), 'peak': float(peak)}


def row(what, ours, theirs, unit, bound=None, peer=''):
    """One line of a table: figures of Whence and of its peer, taken in turn. @bound: the largest ratio wanted."""
    ratios = [a / b for a, b in zip(ours, theirs)]
    return {'what': what, 'unit': unit, 'ours': statistics.median(ours), 'peer': statistics.median(theirs), 'name': peer,
            'ratio': statistics.median(ratios), 'range': [min(ratios), max(ratios)], 'bound': bound}


def figure(what, value, unit, bound=None):
    """The same without a peer. @bound: the largest value wanted."""
    return {'what': what, 'unit': unit, 'ours': value, 'bound': bound}


class Workshop:
    def __init__(self, build, folder, at_most):
        self.build, self.folder, self.at_most = build, folder, at_most
        self.whence = os.path.join(build, 'src', 'app', 'whence')
        self.stage = None

    def program(self, name):
        return os.path.join(self.build, 'tests', name)

    def path(self, name):
        return os.path.join(self.folder, name)

    def bundle(self, facts, *options):
        """A generated bundle, made once."""
        path = self.path('-'.join([str(facts), *options]).replace('=', '-') + '.facts.json' +
                         ('l' if '--lines' in options else ''))
        if not os.path.exists(path):
            with open(path, 'wb') as out:
                subprocess.run([sys.executable, os.path.join(HERE, 'generate.py'), str(facts), *options], stdout=out,
                               check=True)
        return path

    def sizes(self, *wanted):
        return [size for size in wanted if size <= self.at_most] or [self.at_most]

    def compare(self, what, ours, theirs, rounds, bounds, peer):
        """Rows for wall, processor time and peak memory of two commands; @bounds: of those that are wanted."""
        runs = [(measure(ours), measure(theirs)) for _ in range(rounds)]
        units = {'wall': 's', 'cpu': 's', 'peak': 'MB'}
        return [row(f'{what}: {key}', [a[key] for a, _ in runs], [b[key] for _, b in runs], units[key], bound, peer)
                for key, bound in bounds.items()]

    def ask(self, *command):
        """What a program prints as JSON."""
        told = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        return json.loads(told.stdout)

    def on_stage(self):
        """Opens a display for windows of 1,600 × 1,000; FALSE where there is none."""
        import stage
        if self.stage is None and stage.missing():
            print('  left out: it needs ' + ', '.join(stage.missing()))
            return False
        if self.stage is None:
            self.stage = stage.Stage('1680x1080')
            os.environ['GTK_A11Y'] = 'none'
        return True

    def close(self):
        if self.stage is not None:
            self.stage.close()
