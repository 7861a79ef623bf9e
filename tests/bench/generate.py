#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a fact bundle of a chosen size to standard output: generate.py FACTS [--lines | --placed=ENTITIES]. The same
arguments give the same bytes. Ties follow preferential attachment, so that degrees are as uneven as among real
companies; with --placed everybody has a saved position, and most ties are short, as a layout makes them."""
import json
import math
import random
import sys

FACT_TYPES = ['investment', 'ownership', 'employment', 'board-seat', 'contract', 'legal-action', 'statement', 'partnership']
ENTITY_TYPES = ['person', 'company', 'company', 'organization', 'government']
SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tas', 'vo', 'ber', 'shi', 'an', 'dor', 'el', 'qui']


def name(rng):
    return ' '.join(''.join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()
                    for _ in range(rng.randint(1, 3)))


def date(rng):
    year, month, day = rng.randint(1950, 2025), rng.randint(1, 12), rng.randint(1, 28)
    return rng.choice([f'{year}', f'{year}-{month:02}', f'{year}-{month:02}-{day:02}', f'{year}~',
                       f'{year}/{year + rng.randint(0, 20)}', f'{year}-{month:02}/..'])


def fact(rng, index, ends, sources):
    subject, target = rng.choice(ends), rng.choice(ends)
    record = {'id': f'f{index}', 'type': rng.choice(FACT_TYPES), 'title': f'{name(rng)} and {name(rng)}',
              'date': date(rng), 'subject': f'e{subject}', 'object': f'e{target}',
              'citations': [{'source': f's{rng.randrange(sources)}', 'quote': f'{name(rng)} {name(rng)} {name(rng)}',
                             'locator': f'p. {rng.randint(1, 400)}'}]}
    if rng.random() < 0.3:
        record['amount'] = {'value': rng.randint(1, 10 ** 10), 'currency': rng.choice(['USD', 'EUR', 'GBP'])}
    if rng.random() < 0.1:
        record['share'] = f'0.{rng.randint(1, 99):02}'
    return record


def write_placed(n_facts, n_entities):
    """A graph that is laid out: neighbours by number are neighbours in the plane, along a spiral."""
    rng = random.Random(n_facts)
    turn = math.pi * (3 - math.sqrt(5))
    places = {f'e{i}': [round(20 * math.sqrt(i) * math.cos(i * turn), 1), round(20 * math.sqrt(i) * math.sin(i * turn), 1)]
              for i in range(n_entities)}
    # The next ones in the plane are Fibonacci numbers away.
    steps = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610]

    def ends():
        a = rng.randrange(n_entities)
        root = math.sqrt(a + 1)
        near = [step for step in steps if root / 3 < step < root * 4] or [1]
        b = a + rng.choice(near) if rng.random() < 0.85 else int(n_entities * rng.random() ** 3)
        return a, b if b < n_entities and b != a else (a + 1) % n_entities

    facts = []
    for i in range(n_facts):
        a, b = ends()
        facts.append({'id': f'f{i}', 'type': rng.choice(FACT_TYPES), 'date': date(rng), 'subject': f'e{a}', 'object': f'e{b}'})
    json.dump({'whence': 1, 'title': f'{n_entities} entities',
               'entities': [{'id': f'e{i}', 'type': rng.choice(ENTITY_TYPES), 'name': name(rng)} for i in range(n_entities)],
               'facts': facts, 'view': {'positions': places}}, sys.stdout)


def main():
    n_facts = int(sys.argv[1])
    for argument in sys.argv[2:]:
        if argument.startswith('--placed='):
            write_placed(n_facts, int(argument.split('=')[1]))
            return
    lines = '--lines' in sys.argv
    rng = random.Random(n_facts)
    n_entities, n_sources = max(2, n_facts // 5), max(1, n_facts // 50)
    ends = list(range(n_entities)) + [int(n_entities * rng.random() ** 3) for _ in range(2 * n_entities)]
    ends = [end for end in ends if end < n_entities]
    head = {'whence': 1, 'title': f'{n_facts} facts', 'language': 'en'}
    groups = [
        ('source', ({'id': f's{i}', 'title': name(rng), 'publisher': f'Publisher {i % 97}', 'published': '2025'}
                    for i in range(n_sources))),
        ('entity', ({'id': f'e{i}', 'type': rng.choice(ENTITY_TYPES), 'name': name(rng)} for i in range(n_entities))),
        ('fact', (fact(rng, i, ends, n_sources) for i in range(n_facts))),
    ]
    out = sys.stdout
    if lines:
        out.write(json.dumps(head) + '\n')
        for kind, records in groups:
            for record in records:
                out.write(json.dumps({kind: record}) + '\n')
        return
    out.write(json.dumps(head)[:-1])
    for kind, records in groups:
        out.write(f',\n"{"entities" if kind == "entity" else kind + "s"}": [\n')
        for i, record in enumerate(records):
            out.write((',\n' if i else '') + json.dumps(record))
        out.write(']')
    out.write('}\n')


main()
