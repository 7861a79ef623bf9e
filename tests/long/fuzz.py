# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutates bundles and tables of edges and hands them to the program: --check, a picture of each, and what it writes of
it, and nothing may break.

A find is a signal, a sanitizer's report, a critical of GLib, an exit status that the manual does not name, a run that
does not end, or a bundle of which something is lost when it is written; its input is kept. Seeded and bounded by count:
the same numbers try the same inputs. About a second for seven inputs, several times that under sanitizers.

    fuzz.py [--seed=N] [--count=N] [--keep=FOLDER]"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "house"))
import mutations  # noqa: E402
from tap import BUILD, ROOT, Tap  # noqa: E402

WHENCE = BUILD / "src" / "app" / "whence"
SEEDS = [ROOT / "data" / "examples" / "meta-scale-ai.facts.json", *sorted((ROOT / "tests" / "paint").glob("*.facts.json"))]
TIMEOUT = 60
PATIENCE = 8  # inputs to a test point

ARGUMENTS = [
    ("--view=timeline",), ("--view=both",), ("--view=graph",), ("--view=timeline", "--group-by=entity"),
    ("--view=timeline", "--group-by=source", "--size=200x150"), ("--view=both", "--size=360x640", "--theme=dark"),
    ("--view=timeline", "--range=1900/2100"), ("--view=both", "--as-of=2017", "--locale=de"),
    ("--view=graph", "--layout=layered"), ("--view=graph", "--layout=chronological"),
    ("--view=both", "--known-by=2024-05"), ("--view=both", "--compare=2016,2024", "--locale=ar"),
    ("--view=graph", "--layout=concentric", "--color-by=community", "--size-by=amount"),
]
SAYS = [("--review",), ("--review", "--json"), ("--convert=-", "--to=gexf")]


def run(arguments, folder):
    """What the program writes, and what is wrong with how it ends, or None."""
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env.update(HOME=folder, G_DEBUG="fatal-criticals", ASAN_OPTIONS="detect_leaks=0:exitcode=99", UBSAN_OPTIONS="halt_on_error=1")
    try:
        done = subprocess.run([str(WHENCE), *arguments], capture_output=True, env=env, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return b"", "does not end"
    said = done.stderr.decode(errors="replace")
    if done.returncode not in (0, 1, 2) or "CRITICAL" in said or "WARNING" in said or "runtime error" in said:
        return done.stdout, f"exit status {done.returncode}\n{said[-3000:]}"
    return done.stdout if done.returncode == 0 else b"", None


def write_again(path, data, number, folder):
    """What is lost when the bundle is written, as itself or as the other syntax, or None. A program that reads it refuses
    some of what Python takes, and Python cannot tell what is said twice: those are passed over."""
    syntax = ("facts", "facts-lines")[number % 2]
    written, why = run(("--convert=-", f"--to={syntax}", str(path)), folder)
    if why is not None or not written or path.suffix == ".csv":
        return why
    before = mutations.read_values(data, path.suffix == ".jsonl")
    if before is None or before == mutations.read_values(written, syntax == "facts-lines"):
        return None
    return f"written as {syntax}, it is not the same"


def try_input(data, suffix, number, folder):
    """What is wrong with this input, or None."""
    path = Path(folder) / ("input" + suffix)
    path.write_bytes(data)
    picture = ("--export=-", ("--type=svg", "--type=png", "--type=pdf")[number % 3], *ARGUMENTS[number % len(ARGUMENTS)])
    for arguments in (("--check",), picture, SAYS[number % len(SAYS)]):
        _, why = run((*arguments, str(path)), folder)
        if why is not None:
            return f"{' '.join(arguments)}: {why}"
    return write_again(path, data, number, folder)


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
                data, suffix = mutations.make_input(random.Random(f"{options.seed}/{number}"), seeds)
                if (why := try_input(data, suffix, number, folder)) is not None:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    kept = options.keep / f"{options.seed}-{number}{suffix}"
                    kept.write_bytes(data)
                    found.append(f"{kept}: {why}")
            tap.check(not found, f"inputs {first} to {first + PATIENCE - 1}", *found)
    tap.finish()


main()
