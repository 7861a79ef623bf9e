#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out every graph of $WHENCE_SHARED_DATA/layout with Whence and with Graphviz sfdp in the same run, and prints
processor time, memory and quality of both: layout-bench.py WHENCE SCORE [LARGEST]. Whence's time is that of the whole
program, from reading edges to writing positions. Graphs of more than LARGEST edges (50000) are left out. Nothing here
passes or fails: machines differ."""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

GEXF = '{http://gexf.net/1.3}'
VIZ = '{http://gexf.net/1.3/viz}'


def read_edges(path):
    with open(path, encoding='utf-8') as text:
        return [line.split()[:2] for line in text if line.strip() and line[0] not in '#%']


# A process starts with the peak of the one that it was forked from: a small one in between keeps it honest.
LAUNCH = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
print(child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def measure(command):
    """Processor seconds and peak MB of one run."""
    told = subprocess.run([sys.executable, '-S', '-c', LAUNCH, *command], capture_output=True, text=True, check=True)
    status, seconds, peak = told.stdout.split()
    if status != '0':
        raise SystemExit(f'failed: {command}')
    return float(seconds), float(peak)


def write_layout(places, path):
    with open(path, 'w', encoding='utf-8') as out:
        out.writelines(f'{node} {x} {y}\n' for node, x, y in places)


def lay_out_whence(whence, edges, folder, layout):
    table, gexf = os.path.join(folder, 'edges.csv'), os.path.join(folder, 'out.gexf')
    with open(table, 'w', encoding='utf-8') as out:
        out.write('Source,Target\n')
        out.writelines(f'{a},{b}\n' for a, b in edges)
    cost = measure([whence, '--from=csv', f'--convert={gexf}', table])
    nodes = ElementTree.parse(gexf).iter(GEXF + 'node')
    write_layout(((node.get('label'), node.find(VIZ + 'position').get('x'), node.find(VIZ + 'position').get('y'))
                  for node in nodes), layout)
    return cost


def lay_out_sfdp(edges, folder, layout):
    dot, plain = os.path.join(folder, 'graph.dot'), os.path.join(folder, 'graph.plain')
    with open(dot, 'w', encoding='utf-8') as out:
        out.write('graph {\nnode [shape=point];\n')
        out.writelines(f'"{a}" -- "{b}";\n' for a, b in edges)
        out.write('}\n')
    cost = measure(['sfdp', '-Tplain', '-o', plain, dot])
    with open(plain, encoding='utf-8') as text:
        rows = [line.split() for line in text if line.startswith('node ')]
    write_layout(((row[1].strip('"'), row[2], row[3]) for row in rows), layout)
    return cost


def show(graph, who, cost, scores):
    print(f'{graph:<14} {who:<7} {cost[0]:8.3f} s {cost[1]:5.0f} MB  stress {scores["stress"]:.3f}  '
          f'np1 {scores["np1"]:.3f}  crossings {scores["crossings"]:10.0f}  overlaps {scores["overlaps"]:.3f}', flush=True)


def main():
    whence, score = sys.argv[1:3]
    largest = int(sys.argv[3]) if len(sys.argv) > 3 else 50000
    graphs = sorted(glob.glob(os.path.join(os.environ.get('WHENCE_SHARED_DATA', ''), 'layout', '*.edges')))
    if not graphs:
        print('there are no graphs in $WHENCE_SHARED_DATA/layout')
    for path in graphs:
        edges, graph = read_edges(path), os.path.splitext(os.path.basename(path))[0]
        if len(edges) > largest:
            print(f'{graph:<14} has {len(edges)} edges: not in this run')
            continue
        with tempfile.TemporaryDirectory() as folder:
            layout = os.path.join(folder, 'layout')
            tools = [('whence', lambda: lay_out_whence(whence, edges, folder, layout))]
            if shutil.which('sfdp'):
                tools.append(('sfdp', lambda: lay_out_sfdp(edges, folder, layout)))
            for who, lay_out in tools:
                cost = lay_out()
                scores = subprocess.run([score, path, layout], capture_output=True, check=True).stdout
                show(graph, who, cost, json.loads(scores))


main()
