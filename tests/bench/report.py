# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of results as text and as the page RESULTS.md."""
import datetime
import os
import platform
import subprocess

INTRODUCTION = '''# What Whence reaches

Written by `./dev bench --record` on the main branch. Ratios are to the peer in the same run; processor time unless it says wall.
A bound is what is wanted; nothing passes or fails by it.
'''


def number(value):
    return f'{value:,.0f}' if value >= 1000 else f'{value:.3g}'


def proportion(value):
    return f'{value:.2f}' if value >= 0.095 else f'{value:.2g}'


def verdict(line):
    """Whether the bound is kept; nothing where there is none."""
    value = line.get('ratio', line['ours'])
    return '' if line.get('bound') is None else 'yes' if value <= line['bound'] else 'no'


def cells(line):
    peer = f'{number(line["peer"])} ({line["name"]})' if 'peer' in line else ''
    ratio = proportion(line['ratio']) if 'ratio' in line else ''
    if 'range' in line and line['range'][0] != line['range'][1]:
        show_end = proportion if 'ratio' in line else number
        ratio += f' [{show_end(line["range"][0])}–{show_end(line["range"][1])}]'
    bound = '' if line.get('bound') is None else number(line['bound'])
    return [line['what'], f'{number(line["ours"])} {line["unit"]}', peer, ratio, bound, verdict(line)]


def show(rows):
    for line in rows:
        what, ours, peer, ratio, bound, kept = cells(line)
        print(f'  {what:<58} {ours:>12}  {peer:<32} {ratio:<20} {bound and "≤ " + bound:<8} {kept}', flush=True)


def machine():
    name = platform.processor() or platform.machine()
    try:
        with open('/proc/cpuinfo', encoding='utf-8') as text:
            name = next((line.split(':')[1].strip() for line in text if line.startswith('model name')), name)
    except OSError:
        pass
    return f'{name}, {os.cpu_count()} processors, {platform.system()} {platform.release()}'


def commit(folder):
    told = subprocess.run(['git', '-C', folder, 'rev-parse', '--short', 'HEAD'], capture_output=True, text=True)
    return told.stdout.strip() or 'unknown'


def record(results, path):
    with open(path, 'w', encoding='utf-8') as out:
        out.write(INTRODUCTION)
        out.write(f'\n{datetime.date.today()}, {machine()}; commit {commit(os.path.dirname(path))}.\n')
        for section, rows in results.items():
            if not rows:
                continue
            out.write(f'\n## {section.capitalize()}\n\n| | Whence | peer | ratio, [range] | bound | kept |\n|---|---|---|---|---|---|\n')
            for line in rows:
                out.write('| ' + ' | '.join(cells(line)) + ' |\n')
    print(f'written: {path}')
