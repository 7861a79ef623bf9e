# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of the benchmark: each takes the workshop and returns rows of results."""
import json
import os
import re
import shutil
import subprocess
import sys

import peers
from workshop import HERE, figure, measure, row

PARSE = 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))'
PARSE_LINES = '''for (const line of require("fs").readFileSync(process.argv[1], "utf8").split("\\n"))
  if (line) (globalThis.all ??= []).push(JSON.parse(line))'''
GRAPHS = [(10000, 30000, 1.5, 1.5), (100000, 300000, 2, 4)]


def load(shop):
    rows, facts = [], shop.sizes(1000000)[0]
    if shutil.which('node'):
        bounds = {'wall': 1.2, 'cpu': None, 'peak': 0.45}
        for name, options, parse in (('JSON', [], PARSE), ('JSON Lines', ['--lines'], PARSE_LINES)):
            path = shop.bundle(facts, *options)
            rows += shop.compare(f'{facts:,} facts, {name}', [shop.whence, '--check', path], ['node', '-e', parse, path],
                                 3, bounds, 'Node')
    steps = shop.ask(shop.program('steps'), shop.bundle(facts))
    rows.append(figure(f'{facts:,} facts: kept a fact, strings and all', steps['read']['bytes'] / facts, 'bytes', 250))
    rows.append(figure('a load goes on after it was cancelled', steps['cancel'], 'ms', 100))
    for name, options in (('JSON', []), ('JSON Lines', ['--lines'])) if shop.on_stage() else ():
        told = [shop.ask(shop.program('interact'), 'usable', shop.bundle(facts, *options)) for _ in range(3)]
        # A file that is read in a moment needs no overview.
        if all('overview' in one for one in told):
            told.sort(key=lambda one: one['overview_part'])
            rows.append(figure(f'{facts:,} facts, {name}: first overview on the screen', told[1]['overview'], 'ms wall'))
            rows.append(figure(f'{facts:,} facts, {name}: the same, as a part of the load', told[1]['overview_part'], '',
                               0.1))
    return rows


def start(shop):
    if not shop.on_stage():
        return []
    story = os.path.join(os.environ['WHENCE_DATADIR'], 'examples', 'meta-scale-ai.facts.json')
    rows = shop.compare('to the first frame with the example', [shop.program('interact'), 'start', story],
                        [shop.program('hello')], 9, {'cpu': 1.3, 'wall': 1.3}, 'hello')
    facts = shop.sizes(10000)[0]
    usable = [shop.ask(shop.program('interact'), 'usable', shop.bundle(facts))['usable'] for _ in range(3)]
    return rows + [figure(f'{facts:,} facts: until the window can be used', sorted(usable)[1], 'ms wall', 500)]


def frames(shop, kind, path, label, n, bounds):
    told = shop.ask(shop.program('frames'), kind, path, str(n))
    empty, rows = told['empty']['median'], []
    for at in told['at']:
        where = f'{at["seconds_per_px"]:.3g} s/px, {at["facts"]:,} begin in view' if kind == 'timeline' else f'closer ×{at["closer"]:.0f}'
        for move in ('pan', 'zoom'):
            for which, bound in (('median', bounds[move]), ('p99', bounds.get('p99'))):
                rows.append({'what': f'{label}, {where}: {move}, {which}', 'unit': 'ms', 'ours': at[move][which],
                             'peer': empty, 'name': 'empty frame', 'ratio': at[move][which] / empty, 'bound': bound,
                             'range': [at[move]['low'] / empty, at[move]['high'] / empty]})
        rows.append(row(f'{label}, {where}: scene and picture', [at['build'] + at['paint']], [max(at['raw'], 1e-3)], 'ms',
                        None, f'Cairo, {at["marks"]} marks'))
        rows.append(figure(f'{label}, {where}: a hit test', at['hit'], 'ms', 0.1))
        if kind == 'graph':
            for move in ('pan', 'zoom'):
                rest = at['sharp' if move == 'pan' else 'sharp_zoom']
                rows.append({**figure(f'{label}, {where}: sharp at rest after a {move}', rest['median'], 'ms wall', 300),
                             'range': [rest['low'], rest['high']]})
    return rows


def timeline(shop):
    if not shop.on_stage():
        return []
    facts = shop.sizes(1000000)[0]
    return frames(shop, 'timeline', shop.bundle(facts), f'{facts:,} facts', 100, {'pan': 1.5, 'zoom': 1.5, 'p99': 2.5})


def graph(shop):
    rows = []
    if not shop.on_stage():
        return rows
    for nodes, edges, pan, zoom in GRAPHS:
        if edges <= shop.at_most:
            rows += frames(shop, 'graph', shop.bundle(edges, f'--placed={nodes}'), f'{nodes:,} nodes', 100,
                           {'pan': pan, 'zoom': zoom})
    return rows


ACTS = [('hover', 'hover'), ('select', 'selection'), ('filter', 'filter'), ('clear_filters', 'all filters cleared'),
        ('as_of', 'date'), ('known', 'known-by date'), ('known_any', 'no known-by date'),
        ('select_all', 'select all in the table'), ('select_range', 'a long range selected in the table'),
        ('unselect_one', 'one unselected out of all'), ('unselect_all', 'all unselected'),
        ('facet_search', 'a value sought in a facet'), ('facet_toggle', 'a value of a facet chosen'),
        ('point', 'a value of a facet lit'),
        # While all is selected, filtered and known by a date:
        ('rename', 'another title'), ('drop', 'a node let go of'),
        ('reload', 'the file read again')]


def interaction(shop):
    rows = []
    if not shop.on_stage():
        return rows
    for facts in shop.sizes(100000, 1000000):
        bound = 16 if facts <= 100000 else 50

        def ask(act, facts=facts):
            """Each in a window of its own: what one has opened, the next would have to keep up to date."""
            return shop.ask(shop.program('interact'), act, shop.bundle(facts))
        for action, name in ACTS:
            told = ask(action)
            rows.append(figure(f'{facts:,} facts: {name}, until the next frame', told[action]['first']['median'], 'ms',
                               bound))
            rows.append(figure(f'{facts:,} facts: {name}, busy at a stretch afterwards', told[action]['longest']['median'],
                               'ms'))
        told = ask('play')
        rows.append(figure(f'{facts:,} facts: scenes of the graph a second while time is played', told['play'], 'a second'))
        rows.append(figure(f'{facts:,} facts: all threads, for each of them', told['play_cpu'], 'ms'))
        told = ask('search')
        rows.append(figure(f'{facts:,} facts: search, from a key until the hits are painted', told['search']['median'],
                           'ms wall', 50))
        rows.append(figure(f'{facts:,} facts: search, of that the main thread was busy', told['search_main']['median'], 'ms'))
    return rows


def table(shop):
    """The table of facts; a display shows a frame every 16.7 ms."""
    if not shop.on_stage():
        return []
    facts = shop.sizes(1000000)[0]
    told = subprocess.run([shop.program('table-bench'), shop.bundle(facts)], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, check=True).stdout
    rows = []
    for how, median, most in re.findall(r'scroll (by .+): CPU a frame ([0-9.]+) ms in the median, ([0-9.]+) ms', told):
        rows.append(figure(f'{facts:,} rows, scrolled {how}: a frame, median', float(median), 'ms', 16.7))
        rows.append(figure(f'{facts:,} rows, scrolled {how}: a frame, p99', float(most), 'ms', 16.7))
    for column, wall, most in re.findall(r'sort by (.+): ([0-9.]+) ms, longest turn .* ([0-9.]+) ms', told):
        rows.append(figure(f'{facts:,} rows, sorted by {column}', float(wall), 'ms wall'))
        rows.append(figure(f'{facts:,} rows, sorted by {column}: busy at a stretch', float(most), 'ms'))
    return rows


def write_dot(bundle, path):
    """The ties of a bundle where it says they are, as Graphviz reads them."""
    with open(bundle, encoding='utf-8') as text:
        data = json.load(text)
    with open(path, 'w', encoding='utf-8') as out:
        out.write('graph {\nnode [shape=circle,width=0.1,fontsize=8];\n')
        for entity in data['entities']:
            x, y = data['view']['positions'][entity['id']]
            out.write(f'{entity["id"]} [label={json.dumps(entity["name"])},pos="{x},{-y}"];\n')
        for fact in data['facts']:
            out.write(f'{fact["subject"]} -- {fact["object"]} [tooltip={json.dumps(fact["id"])}];\n')
        out.write('}\n')


def export(shop):
    nodes, edges = (10000, 30000) if shop.at_most >= 30000 else (shop.at_most // 3, shop.at_most)
    rows, bundle, dot = [], shop.bundle(edges, f'--placed={nodes}'), shop.path('graph.dot')
    told = shop.ask(shop.program('export'), bundle)
    if shutil.which('neato'):
        write_dot(bundle, dot)
        svg, other = shop.path('ours.svg'), shop.path('theirs.svg')
        command = [shop.whence, f'--export={svg}', '--view=graph', '--layout=saved', '--size=3840x2160', bundle]
        rows += shop.compare(f'SVG of {nodes:,} nodes, whole program', command,
                             ['neato', '-n2', '-Tsvg', '-o', other, dot], 3, {'cpu': 1}, 'neato -n2')
        peer = [measure(['neato', '-n2', '-Tsvg', '-o', other, dot])['cpu'] * 1000]
        rows.append(row(f'SVG of {nodes:,} nodes, the export alone', [told['svg']['cpu']], peer, 'ms', 0.1, 'neato -n2'))
        rows.append(row('size of that SVG', [told['svg']['bytes'] / 1e6], [os.path.getsize(other) / 1e6], 'MB', 1,
                        'neato -n2'))
    ours, theirs = told['png_writer'], told['cairo_png_writer']
    for key in ('cpu', 'wall'):
        rows.append(row(f'PNG writer, 3,840 × 2,160: {key}', [ours[key]], [theirs[key]], 'ms', 0.25, 'write_to_png'))
    rows.append(row('size of that PNG', [ours['bytes'] / 1e6], [theirs['bytes'] / 1e6], 'MB', 1, 'write_to_png'))
    rows.append(figure('PNG, laid out, drawn and written', told['png']['cpu'], 'ms'))
    return rows


STEPS = [('read', 'load'), ('index', 'index'), ('scene', 'scene'), ('layout', 'layout'), ('search_index', 'search index')]
KEPT = {'read', 'index', 'search_index'}


def grown(what, value, unit, before, bound):
    """A figure, set against that of a tenth of the facts."""
    line = figure(what, value, unit)
    if before:
        line.update(name='a tenth of the facts', peer=before, ratio=value / before, bound=bound)
    return line


def growth(shop):
    """What each step costs, and a frame, whose cost is that of what is in view however much there is."""
    rows, before, sizes = [], {}, [facts for facts in (1000, 10000, 100000, 1000000) if facts <= shop.at_most]
    for facts in sizes:
        now = shop.ask(shop.program('steps'), shop.bundle(facts))
        for step, name in STEPS:
            was = before.get(step, {})
            rows.append(grown(f'{name}, {facts:,} facts', now[step]['ms'], 'ms', was.get('ms'), 11))
            if step in KEPT:
                rows.append(grown(f'{name}, {facts:,} facts', now[step]['bytes'] / 1e6, 'MB', was.get('bytes', 0) / 1e6, 11))
        before = now
    for kind in ('timeline', 'graph') if shop.on_stage() else ():
        was = None
        for facts in sizes:
            path = shop.bundle(facts, f'--placed={facts // 3}') if kind == 'graph' else shop.bundle(facts)
            now = shop.ask(shop.program('frames'), kind, path, '100', '1')['at'][0]['pan']['median']
            rows.append(grown(f'a frame of the {kind}, panned, {facts:,} facts', now, 'ms', was, 1.25))
            was = now
    return rows


def by_script(script, *programs):
    def run(shop):
        """A script of its own, with a report of its own."""
        out = [os.path.join(shop.build, 'layouts.json')] if 'layout' in script else []
        os.environ['WHENCE_BENCH_AT_MOST'] = str(shop.at_most)
        subprocess.run([sys.executable, os.path.join(HERE, script),
                        *(shop.whence if name == 'whence' else shop.program(name) for name in programs), *out], check=True)
        return []
    return run


ALL = {'load': load, 'start': start, 'timeline': timeline, 'graph': graph, 'interaction': interaction, 'table': table,
       'export': export, 'growth': growth, 'layout': by_script('layout-bench.py', 'whence', 'lay-out', 'score'),
       'labels': by_script('label-bench.py', 'label-share'), 'peers': peers.run}
