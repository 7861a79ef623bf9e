#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints which share of its labels a graph shows when it just fits 1280x800: label-bench.py LABEL-SHARE. The example
story, and Les Misérables and the karate club of $WHENCE_SHARED_DATA/graphs where they are there. Nothing here passes or
fails."""
import os
import re
import subprocess
import sys
import tempfile

SIZE = '1280x800'


def write_table(gml, table):
    with open(gml, encoding='utf-8') as text:
        read = text.read()
    names = dict(re.findall(r'node \[\s*id (\d+)\s*label "([^"]*)"', read))
    edges = re.findall(r'edge \[\s*source (\d+)\s*target (\d+)', read)
    with open(table, 'w', encoding='utf-8') as out:
        out.write('Source,Target,Type\n')
        out.writelines(f'"{names.get(a, a)}","{names.get(b, b)}",Undirected\n' for a, b in edges)


def share(shown, there):
    return f'{shown}/{there} {100 * shown / there:5.1f} %' if there else '-'


def main(program):
    files = [os.path.join(os.environ['WHENCE_SOURCE_ROOT'], 'data', 'examples', 'meta-scale-ai.facts.json')]
    with tempfile.TemporaryDirectory() as folder:
        for name in ('les-miserables', 'karate'):
            gml = os.path.join(os.environ.get('WHENCE_SHARED_DATA', ''), 'graphs', name + '.gml')
            if os.path.exists(gml):
                files.append(os.path.join(folder, name + '.csv'))
                write_table(gml, files[-1])
        told = subprocess.run([program, SIZE, *files], capture_output=True, text=True, check=True).stdout
    print(f'labels at fit, {SIZE}')
    for line in told.splitlines():
        name, *figures = line.split('\t')
        named, nodes, words, ties, ms = map(int, figures)
        print(f'  {name:28} names {share(named, nodes):>16}  ties {share(words, ties):>16}  '
              f'all {share(named + words, nodes + ties):>16}  {ms} ms')


main(sys.argv[1])
