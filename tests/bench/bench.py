#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Whence against its peers in the same run, and prints ratios:

    bench.py BUILD [SECTION…] [--at-most=N] [--peers] [--record]

Sections: load, start, timeline, graph, interaction, table, export, growth, layout, labels; all of them where none is
named. With --peers, or where peers is named, also those in a browser, which come from the network.
No bundle has more than N facts, and no graph more than N edges. Commands run several times, in turn with their peers;
what is told is the median and the range. All figures go to BUILD/bench.json, with --record the tables to
tests/bench/RESULTS.md. Nothing here passes or fails: machines differ, and only ratios mean anything."""
import json
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'journeys'))

import report  # noqa: E402
import sections  # noqa: E402
import workshop  # noqa: E402


def parse(arguments):
    names, at_most, record, peers = [], 1000000, False, False
    for argument in arguments:
        if argument.startswith('--at-most='):
            at_most = int(argument.split('=')[1])
        elif argument == '--record':
            record = True
        elif argument == '--peers':
            peers = True
        elif argument in sections.ALL:
            names.append(argument)
        else:
            raise SystemExit(f'{argument}: neither an option nor one of {", ".join(sections.ALL)}')
    names = names or [name for name in sections.ALL if name != 'peers']
    return names + ['peers'] * (peers and 'peers' not in names), at_most, record


def main():
    build = os.path.abspath(sys.argv[1])
    names, at_most, record = parse(sys.argv[2:])
    path = os.path.join(build, 'bench.json')
    results = json.load(open(path, encoding='utf-8')) if os.path.exists(path) else {}
    with tempfile.TemporaryDirectory(prefix='whence-bench-') as folder:
        shop = workshop.Workshop(build, folder, at_most)
        try:
            for name in names:
                print(f'{name}:', flush=True)
                results[name] = sections.ALL[name](shop)
                results = {each: results[each] for each in sections.ALL if each in results}
                report.show(results[name])
                with open(path, 'w', encoding='utf-8') as out:
                    json.dump(results, out, indent=1)
        finally:
            shop.close()
    if record:
        report.record(results, os.path.join(HERE, 'RESULTS.md'))


main()
