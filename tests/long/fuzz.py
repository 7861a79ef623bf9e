# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutates bundles and hands them to the program: --check and a picture of each, and nothing may break.

A find is a signal, a sanitizer's report, a critical of GLib, an exit status that the manual does not name, or a run that
does not end; its input is kept. Seeded and bounded by count: the same numbers try the same inputs. About a second for
ten inputs, several times that under sanitizers.

    fuzz.py [--seed=N] [--count=N] [--keep=FOLDER]"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "house"))
from tap import BUILD, ROOT, Tap  # noqa: E402

WHENCE = BUILD / "src" / "app" / "whence"
SEEDS = [ROOT / "data" / "examples" / "meta-scale-ai.facts.json", *sorted((ROOT / "tests" / "paint").glob("*.facts.json"))]
TIMEOUT = 60
PATIENCE = 8  # inputs to a test point

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
ARGUMENTS = [
    ("--view=timeline",), ("--view=both",), ("--view=graph",), ("--view=timeline", "--group-by=entity"),
    ("--view=timeline", "--group-by=source", "--size=200x150"), ("--view=both", "--size=360x640", "--theme=dark"),
    ("--view=timeline", "--range=1900/2100"), ("--view=both", "--as-of=2017", "--locale=de"),
    ("--view=graph", "--layout=layered"), ("--view=graph", "--layout=chronological"),
]


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


def find_values(text):
    """Where the values of members begin and end, for those that are a string or a number on one line."""
    spans, at = [], 0
    while (at := text.find('": ', at)) >= 0:
        at += 3
        end = text.find("\n", at)
        if end > at and text[at] not in "[{":
            spans.append((at, end - 1 if text[end - 1] == "," else end))
    return spans


def mutate_values(rng, data):
    text = data.decode()
    for _ in range(rng.randrange(1, 12)):
        spans = find_values(text)
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


def make_input(rng, seeds):
    data = rng.choice(seeds)
    if rng.random() < 0.75:
        return mutate_values(rng, data)
    for _ in range(rng.randrange(1, 6)):
        data = mutate_bytes(rng, data) or b"{}"
    return data


def run(arguments, folder):
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env.update(HOME=folder, G_DEBUG="fatal-criticals", ASAN_OPTIONS="detect_leaks=0:exitcode=99", UBSAN_OPTIONS="halt_on_error=1")
    try:
        done = subprocess.run([str(WHENCE), *arguments], capture_output=True, env=env, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return "does not end"
    said = done.stderr.decode(errors="replace")
    if done.returncode not in (0, 1, 2) or "CRITICAL" in said or "WARNING" in said or "runtime error" in said:
        return f"exit status {done.returncode}\n{said[-3000:]}"
    return None


def try_input(data, number, folder):
    """What is wrong with this input, or None."""
    path = Path(folder) / "input.facts.json"
    path.write_bytes(data)
    picture = ("--export=-", ("--type=svg", "--type=png", "--type=pdf")[number % 3], *ARGUMENTS[number % len(ARGUMENTS)])
    for arguments in (("--check",), picture):
        found = run((*arguments, str(path)), folder)
        if found is not None:
            return f"{' '.join(arguments)}: {found}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1600)
    parser.add_argument("--keep", type=Path, default=BUILD / "fuzz")
    options = parser.parse_args()
    seeds = [path.read_bytes() for path in SEEDS]
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, options.count, PATIENCE):
            found = []
            for number in range(first, min(first + PATIENCE, options.count)):
                data = make_input(random.Random(f"{options.seed}/{number}"), seeds)
                if (why := try_input(data, number, folder)) is not None:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    kept = options.keep / f"{options.seed}-{number}.facts.json"
                    kept.write_bytes(data)
                    found.append(f"{kept}: {why}")
            tap.check(not found, f"inputs {first} to {first + PATIENCE - 1}", *found)
    tap.finish()


main()
