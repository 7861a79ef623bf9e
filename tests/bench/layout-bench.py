#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out every graph of $WHENCE_SHARED_DATA/layout with Whence, with Graphviz sfdp and, where small, with neato, in the
same run, and prints time, memory and quality of each and how Whence compares with sfdp:

    layout-bench.py WHENCE LAY-OUT SCORE REPORT

Whence is measured twice: as a whole program, from reading edges to writing positions, and its layout alone. Graphs of
more than $WHENCE_BENCH_AT_MOST edges are left out, and said to be. REPORT gets all figures as JSON. Nothing here passes
or fails: machines differ."""
import glob
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

GEXF = '{http://gexf.net/1.3}'
VIZ = '{http://gexf.net/1.3/viz}'
NEATO_NODES = 1500
REPEATED_EDGES = 20000  # up to these, the layout alone is the fastest of three


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
    return {'cpu': float(seconds), 'memory': float(peak)}


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


def lay_out_alone(lay_out, edges, folder):
    """The table of edges is there already."""
    runs = '3' if len(edges) <= REPEATED_EDGES else '1'
    told = subprocess.run([lay_out, os.path.join(folder, 'edges.csv'), os.path.join(folder, 'alone'), '0', runs],
                          capture_output=True, check=True)
    return json.loads(told.stdout)


def lay_out_graphviz(tool, edges, folder, layout):
    dot, plain = os.path.join(folder, 'graph.dot'), os.path.join(folder, 'graph.plain')
    with open(dot, 'w', encoding='utf-8') as out:
        out.write('graph {\nnode [shape=point];\n')
        out.writelines(f'"{a}" -- "{b}";\n' for a, b in edges)
        out.write('}\n')
    cost = measure([tool, '-Tplain', '-o', plain, dot])
    with open(plain, encoding='utf-8') as text:
        rows = [line.split() for line in text if line.startswith('node ')]
    write_layout(((row[1].strip('"'), row[2], row[3]) for row in rows), layout)
    return cost


def show(graph, who, row):
    print(f'{graph:<14} {who:<7} {row["cpu"]:8.3f} s {row["memory"]:5.0f} MB  stress {row["stress"]:.4f}  '
          f'np1 {row["np1"]:.3f}  crossings {row["crossings"]:10.0f}  overlaps {row["overlaps"]:.3f}', flush=True)


def compare(graph, rows):
    """What the layout alone costs, and everything against sfdp."""
    ours, theirs, alone = rows['whence'], rows['sfdp'], rows['alone']
    row = {'cpu': alone['cpu'] / theirs['cpu'], 'stress': ours['stress'] / theirs['stress'],
           'np1': ours['np1'] - theirs['np1'],
           'crossings': ours['crossings'] / theirs['crossings'] if theirs['crossings'] > 0 else 1}
    print(f'{graph:<14} alone   {alone["cpu"]:8.3f} s {alone["memory"]:5.0f} MB  of sfdp: time 1/{1 / row["cpu"]:.0f}, '
          f'stress {row["stress"]:.2f}, np1 {row["np1"]:+.3f}, crossings {row["crossings"]:.2f}', flush=True)
    return row


def run(path, edges, graph, programs):
    whence, lay_out, score = programs
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        layout = os.path.join(folder, 'layout')
        tools = [('whence', lambda: lay_out_whence(whence, edges, folder, layout))]
        for tool in ('sfdp', 'neato'):
            small = len({node for edge in edges for node in edge}) <= NEATO_NODES
            if shutil.which(tool) and (tool == 'sfdp' or small):
                tools.append((tool, lambda tool=tool: lay_out_graphviz(tool, edges, folder, layout)))
        for who, make in tools:
            rows[who] = make()
            rows[who].update(json.loads(subprocess.run([score, path, layout], capture_output=True, check=True).stdout))
            show(graph, who, rows[who])
        rows['alone'] = lay_out_alone(lay_out, edges, folder)
    return rows


def main():
    *programs, report = sys.argv[1:5]
    at_most = float(os.environ.get('WHENCE_BENCH_AT_MOST', math.inf))
    graphs = glob.glob(os.path.join(os.environ.get('WHENCE_SHARED_DATA', ''), 'layout', '*.edges'))
    if not graphs:
        print('there are no graphs in $WHENCE_SHARED_DATA/layout')
    results, stresses = {}, []
    for path in sorted(graphs, key=os.path.getsize):
        edges, graph = read_edges(path), os.path.splitext(os.path.basename(path))[0]
        if len(edges) > at_most:
            print(f'{graph:<14} has {len(edges)} edges: left out, as asked')
            continue
        results[graph] = run(path, edges, graph, programs)
        if 'sfdp' in results[graph]:
            results[graph]['ratio'] = compare(graph, results[graph])
            stresses.append(math.log(results[graph]['ratio']['stress']))
        with open(report, 'w', encoding='utf-8') as out:
            json.dump(results, out, indent=2)
    if stresses:
        print(f'stress of sfdp, in the geometric mean: {math.exp(sum(stresses) / len(stresses)):.3f}')


main()
