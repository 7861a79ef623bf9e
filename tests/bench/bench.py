#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Whence against its peers in the same run, and prints ratios: bench.py WHENCE OUT.json [FACTS].
Each command runs several times, in turn with its peer; what is told is the median and the range. Nothing here passes
or fails: machines differ, and only the ratios mean anything."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 5
PARSE = 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))'


def measure(command):
    """Wall and processor seconds and peak MB of one run."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f'{command[0]} failed: {command}')
    return {'wall': wall, 'cpu': usage.ru_utime + usage.ru_stime, 'peak': usage.ru_maxrss / 1024}


def compare(label, ours, theirs):
    runs = {'ours': [], 'theirs': []}
    for _ in range(ROUNDS):
        runs['ours'].append(measure(ours))
        runs['theirs'].append(measure(theirs))
    row = {'label': label}
    for key in ('wall', 'cpu', 'peak'):
        a, b = ([run[key] for run in runs[side]] for side in ('ours', 'theirs'))
        row[key] = {'ours': statistics.median(a), 'ours_range': [min(a), max(a)],
                    'theirs': statistics.median(b), 'theirs_range': [min(b), max(b)],
                    'ratio': statistics.median(a) / statistics.median(b)}
    return row


def show(row):
    for key, unit in (('wall', 's'), ('cpu', 's'), ('peak', 'MB')):
        v = row[key]
        print(f'{row["label"]:<44} {key:<5} {v["ours"]:9.3f} {unit:<2} '
              f'[{v["ours_range"][0]:.3f}–{v["ours_range"][1]:.3f}]  peer {v["theirs"]:9.3f} {unit:<2} '
              f'[{v["theirs_range"][0]:.3f}–{v["theirs_range"][1]:.3f}]  ratio {v["ratio"]:.2f}')


def generate(path, facts):
    with open(path, 'wb') as out:
        subprocess.run([sys.executable, os.path.join(HERE, 'generate.py'), str(facts)], stdout=out, check=True)


def write_dot(bundle, path):
    """The ties of a bundle as Graphviz reads them."""
    with open(bundle, encoding='utf-8') as text:
        data = json.load(text)
    with open(path, 'w', encoding='utf-8') as out:
        out.write('graph {\n')
        for entity in data['entities']:
            out.write(f'{entity["id"]} [label={json.dumps(entity["name"])}];\n')
        for fact in data['facts']:
            out.write(f'{fact["subject"]} -- {fact["object"]};\n')
        out.write('}\n')


def main():
    whence, report = sys.argv[1:3]
    facts = int(sys.argv[3]) if len(sys.argv) > 3 else 100000
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        large, small = (os.path.join(folder, name) for name in ('large.facts.json', 'small.facts.json'))
        picture, dot = (os.path.join(folder, name) for name in ('picture.svg', 'small.dot'))
        generate(large, facts)
        generate(small, 1000)
        write_dot(small, dot)
        if shutil.which('node'):
            rows.append(compare(f'load {facts} facts, Node JSON.parse', [whence, '--check', large],
                                ['node', '-e', PARSE, large]))
        if shutil.which('sfdp'):
            rows.append(compare('lay out and draw 1000 ties, Graphviz sfdp',
                                [whence, f'--export={picture}', '--view=graph', '--size=4000x4000', small],
                                ['sfdp', '-Tsvg', '-o', picture, dot]))
    for row in rows:
        show(row)
    with open(report, 'w', encoding='utf-8') as out:
        json.dump(rows, out, indent=2)


main()
