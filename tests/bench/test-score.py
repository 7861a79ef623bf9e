#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scores of layouts whose scores are known: test-score.py SCORE."""
import json
import math
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'house'))
from tap import Tap  # noqa: E402  (it stands in another folder)

PATH = [('a', 'b'), ('b', 'c')]
SQUARE = [('a', 'b'), ('b', 'c'), ('c', 'd'), ('d', 'a'), ('a', 'c'), ('b', 'd')]
CORNERS = {'a': (0, 0), 'b': (1, 0), 'c': (1, 1), 'd': (0, 1)}
RATIOS = [1] * 4 + [math.sqrt(2)] * 2
PAIRS = [('a', 'b'), ('c', 'd')]

CASES = [
    ('a straight path is perfect', PATH, {'a': (0, 0), 'b': (1, 0), 'c': (2, 0)},
     {'nodes': 3, 'edges': 2, 'stress': 0, 'np1': 1, 'crossings': 0, 'overlaps': 0}),
    # Lengths by hops 1, 1, 0: 1 - 2² / (3 · 2).
    ('a folded path', PATH, {'a': (0, 0), 'b': (1, 0), 'c': (0, 0)}, {'stress': 1 / 3, 'overlaps': 2 / 3}),
    ('a square crosses once', SQUARE, CORNERS,
     {'crossings': 1, 'np1': 1, 'stress': 1 - sum(RATIOS) ** 2 / (6 * sum(r * r for r in RATIOS))}),
    ('loops and doubles do not count', SQUARE + [('b', 'a'), ('a', 'a')], CORNERS, {'edges': 6, 'crossings': 1}),
    ('strangers stand nearer than friends', PAIRS, {'a': (0, 0), 'c': (0, 1), 'b': (9, 0), 'd': (9, 1)},
     {'np1': 0, 'stress': 0, 'crossings': 0}),
    ('a heap is no better than chance', PAIRS, dict.fromkeys('abcd', (0, 0)), {'np1': 0.2, 'stress': 1}),
    ('a cross', PAIRS, {'a': (0, 0), 'b': (2, 2), 'c': (0, 2), 'd': (2, 0)}, {'crossings': 1}),
    ('edges that only touch do not cross', PAIRS, {'a': (0, 0), 'b': (2, 0), 'c': (1, 0), 'd': (1, 1)},
     {'crossings': 0}),
]


def turned(places):
    return {k: (3 * (0.6 * x - 0.8 * y) + 7, 3 * (0.8 * x + 0.6 * y) - 5) for k, (x, y) in places.items()}


def score(program, edges, places):
    with tempfile.TemporaryDirectory() as folder:
        graph, layout = os.path.join(folder, 'graph'), os.path.join(folder, 'layout')
        with open(graph, 'w', encoding='utf-8') as out:
            out.writelines(f'{a} {b}\n' for a, b in edges)
        with open(layout, 'w', encoding='utf-8') as out:
            out.writelines(f'{k} {x!r} {y!r}\n' for k, (x, y) in places.items())
        return json.loads(subprocess.run([program, graph, layout], capture_output=True, check=True).stdout)


def main():
    tap = Tap()
    for name, edges, places, expected in CASES:
        found = score(sys.argv[1], edges, places)
        tap.check(all(abs(found[key] - value) < 1e-3 for key, value in expected.items()), name, found, expected)
    # Not exactly collinear or coincident, where turning rounds differently.
    tap.check(score(sys.argv[1], SQUARE, turned(CORNERS)) == score(sys.argv[1], SQUARE, CORNERS),
              'turning, moving and scaling change nothing')
    tap.finish()


main()
