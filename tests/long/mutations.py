# SPDX-License-Identifier: GPL-3.0-or-later
"""Spoils bundles and tables: bytes, values, or the tree of members, and as any syntax that the program reads.

Everything comes from the generator of random numbers that is passed in. read_values() is the other way: what a bundle
says, with its numbers as they are written."""

import json
import re

# What a hostile or careless hand would write where something else was.
SCALARS = [
    "null", "true", "0", "-1", "1e999", "1e-400", "123456789012345678901234567890", '""', '"\\u0000"', '"\\ud800"', "[]", "{}",
    '"' + "A" * 5000 + '"', '"\\u202e\\u2066abc"', '"\\ud83d\\udc69\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc67"',
    '"' + "\\u0301" * 400 + '"', '"<script>&\\"\'"', '"%s%n%s"', '"\\n\\t\\u0007"', '"\u0645\u064a\u062a\u0627"',
]
DATES = [
    "2016-02-30", "9999-12-31", "Y-138E8", "Y292E9", "Y-292277022657", "../..", "/", "..", "2016/2015", "XXXX", "-0000",
    "[..1984]", "{1960,1961}", "2001-21", "1950S2", "2025-06-13T24:00:00Z", "2025-06-13T14:05:00-14:00", "1984?/2004~",
    "-9999-01-01/9999-12-31", "2016-12-31T23:59:60Z", "%" * 50, "Y1E18", "0001", "2004-06-~11",
]
SUFFIXES = (".facts.json", ".facts.json", ".facts.jsonl", ".csv")
ARRAYS = {"sources": "source", "entities": "entity", "facts": "fact"}
VALUE = re.compile(r'": ?("(?:[^"\\\n]|\\.)*"|-?[0-9][0-9.eE+-]*|true|false|null)')


# --- What a bundle says ---


def read_pairs(pairs):
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a member twice")
    return dict(pairs)


def parse(text):
    return json.loads(text, parse_float=lambda number: ("number", number), parse_int=lambda number: ("number", number), object_pairs_hook=read_pairs)


def gather(lines):
    """The bundle that has these lines, without arrays of which there is no record."""
    bundle = dict(lines[0])
    for line in lines[1:]:
        for plural, word in ARRAYS.items():
            if word in line:
                bundle.setdefault(plural, []).append(line[word])
    return bundle


def read_values(data, in_lines):
    """What it says, or None where Python reads something else than is written or cannot tell."""
    try:
        text = data.decode("utf-8-sig")
        bundle = gather([parse(line) for line in text.split("\n") if line.strip()]) if in_lines else parse(text)
    except (ValueError, RecursionError, AttributeError):
        return None
    return {name: value for name, value in bundle.items() if name not in ARRAYS or value != []}


# --- Mutations ---


def mutate_bytes(rng, data):
    at = rng.randrange(len(data))
    kind = rng.randrange(5)
    if kind == 0:
        return data[:at] + bytes([rng.randrange(256)]) + data[at + 1:]
    if kind == 1:
        return data[:at] + data[at + rng.randrange(1, 200):]
    if kind == 2:
        end = min(len(data), at + rng.randrange(1, 3000))
        return data[:end] + data[at:end] + data[end:]
    if kind == 3:
        return data[:at]
    return data[:at] + rng.choice([b'"', b"{", b"[", b"]", b",", b"\\", b"\xff", b"\xc3", b"\0", b":"]) + data[at:]


def mutate_values(rng, data):
    text = data.decode()
    for _ in range(rng.randrange(1, 12)):
        spans = [match.span(1) for match in VALUE.finditer(text)]
        if not spans:
            break
        start, end = rng.choice(spans)
        roll = rng.random()
        if roll < 0.4:
            new = f'"{rng.choice(DATES)}"'
        elif roll < 0.7:
            new = rng.choice(SCALARS)
        else:
            other = rng.choice(spans)
            new = text[other[0]:other[1]]
        text = text[:start] + new + text[end:]
    return text.encode()


def find_places(value, places):
    """Everything in the tree, as what holds it and the key there."""
    for key in value if isinstance(value, dict) else range(len(value)):
        places.append((value, key))
        if isinstance(value[key], (dict, list)):
            find_places(value[key], places)
    return places


def change_place(rng, places):
    """A member goes, comes a second time, is wrapped, or gets what is elsewhere."""
    holder, key = rng.choice(places)
    kind = rng.randrange(5)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, list):
        holder.insert(rng.randrange(len(holder) + 1), holder[key])
    elif kind == 2:
        holder[key] = rng.choice(([holder[key]], {"value": holder[key]}, {str(key): holder[key]}))
    elif kind == 3 and isinstance(holder, dict):
        holder[rng.choice(("x-own", key + "s", key.upper(), "", "date", "id", "citations"))] = holder[key]
    else:
        other, place = rng.choice(places)
        holder[key] = json.loads(json.dumps(other[place]))


def mutate_tree(rng, data):
    story = json.loads(data)
    for _ in range(rng.randrange(1, 8)):
        change_place(rng, find_places(story, []))
    return json.dumps(story, ensure_ascii=rng.random() < 0.3, indent=rng.choice((None, 2))).encode()


# --- Syntaxes ---


def to_lines(rng, data):
    """The same as JSON Lines, its records in any order."""
    story = json.loads(data)
    records = [{word: record} for plural, word in ARRAYS.items() for record in story.pop(plural, [])]
    rng.shuffle(records)
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in [story, *records]).encode()


def to_table(rng, data):
    """Its ties as a table of edges, with the odd quotation mark or separator in a name."""
    story, separator = json.loads(data), rng.choice(",;\t")
    rows = [rng.sample(("Source", "Target", "Type", "Label", "Weight"), 5)]
    for fact in story["facts"]:
        about = {"Source": fact.get("subject", ""), "Target": fact.get("object", ""), "Type": rng.choice(("Directed", "undirected", "", "x")),
                 "Label": fact.get("title", fact["type"]), "Weight": rng.choice(("1", "0.5", "-3", "1e9", "many", "", "1,5"))}  # fmt: skip
        rows.append([about[name] for name in rows[0]])
    lines = (separator.join('"' + cell.replace('"', '""') + '"' if rng.random() < 0.5 else cell for cell in row) for row in rows)
    return rng.choice(("\n", "\r\n")).join(lines).encode()


def make_input(rng, seeds):
    """An input and the end of its name."""
    data, suffix = rng.choice(seeds), rng.choice(SUFFIXES)
    if suffix == ".facts.jsonl":
        data = to_lines(rng, data)
    elif suffix == ".csv":
        data = to_table(rng, data)
    roll = rng.random()
    if roll < 0.4 and suffix != ".csv":
        return mutate_values(rng, data), suffix
    if roll < 0.75 and suffix == ".facts.json":
        return mutate_tree(rng, data), suffix
    for _ in range(rng.randrange(1, 6)):
        data = mutate_bytes(rng, data) or b"{}"
    return data, suffix
