# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program in the middle of what it writes: a story that it converts, a picture that it exports, the story of its
window. What was there before, or what should be there, is there whole, nothing else; and what comes next finds nothing that
would disturb it. Moments are spread over the time that the whole takes on this machine, and seeded.

    kill.py [--seed=N] [--count=N]"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "journeys"), str(Path(__file__).parents[1] / "house")]

import stage  # noqa: E402
from tap import BUILD, ROOT  # noqa: E402

WHENCE = str(BUILD / "src" / "app" / "whence")
LONGEST_SAVE = 0.4  # s from the key on
LATE = 1.1  # of the time that it takes: some are not killed


def start(arguments):
    env = dict(os.environ, ASAN_OPTIONS="detect_leaks=0")
    return subprocess.Popen([WHENCE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env)


def kill_while(arguments, out, rng, count):
    """How often the old was left, how often the new, and what else there was."""
    # The first run reads from the disk what the others find in memory.
    for _ in range(2):
        before = time.monotonic()
        start(arguments).communicate()
        took = time.monotonic() - before
    new = out.read_bytes()
    old, n_old, n_new, faults = b"what was there before\n" * 1000, 0, 0, []
    for i in range(count):
        out.write_bytes(old)
        process = start(arguments)
        # Most of it is reading: the later moments are the ones when it writes.
        time.sleep(took * LATE * rng.random() ** 0.5)
        process.kill()
        said = process.communicate()[1].decode(errors="replace")
        there = out.read_bytes()
        n_old, n_new = n_old + (there == old), n_new + (there == new)
        if there not in (old, new):
            faults.append(f"killed {i}: {len(there)} bytes, neither {len(old)} nor {len(new)}")
        if "WARNING" in said or "CRITICAL" in said or "ERROR" in said:
            faults.append(said)
    return n_old, n_new, faults


def write_story(path):
    """One that takes a while to write."""
    with open(path, "wb") as file:
        subprocess.run([sys.executable, ROOT / "tests" / "bench" / "generate.py", "3000"], stdout=file, check=True)
    return path


def kill_commands(tap, rng, count):
    folder = Path(os.environ["HOME"], "out")
    folder.mkdir()
    story = write_story(folder / "story.facts.json")
    for name, arguments in (("lines.facts.jsonl", ()), ("graph.gexf", ()), ("picture.svg", ("--view=timeline",)), ("picture.png", ("--view=timeline",)),
                            ("picture.pdf", ("--view=timeline",))):  # fmt: skip
        out = folder / name
        how = "--export" if name.startswith("picture") else "--convert"
        n_old, n_new, faults = kill_while((f"{how}={out}", *arguments, str(story)), out, rng, count)
        tap.check(not faults, f"{name}: {n_old} times the old, {n_new} times the new, never anything else", *faults)
        start((f"{how}={out}", *arguments, str(story))).communicate()
        tap.check(out.stat().st_size > 0 and oct(out.stat().st_mode & 0o777) == "0o644", f"{name}: it is written again")


def title_in(path):
    return json.loads(path.read_text(encoding="utf-8"))["title"]


def read_rest(path):
    return {name: value for name, value in json.loads(path.read_text(encoding="utf-8")).items() if name not in ("title", "view")}


def kill_window(hands, tap, rng, count):
    """Another title is saved; the program ends anywhere on the way, and opens the file again."""
    path = write_story(Path(os.environ["HOME"], "window.facts.json"))
    rest = read_rest(path)
    faults, n_saved = [], 0
    for i in range(count):
        before = title_in(path)
        program = hands.Program(WHENCE, str(path), log=f"window-{i}")
        try:
            number = stage.wait_for(lambda: hands.xdotool("search", "--onlyvisible", "--name", before + "$"), before).split()[-1]
            hands.xdotool("windowfocus", "--sync", number)
            hands.keys("F2")
            asks = stage.wait_for(lambda: hands.xdotool("search", "--onlyvisible", "--name", "Title of the Story"), "the dialog")
            hands.xdotool("windowfocus", "--sync", asks.split()[-1])
            hands.keys("ctrl+a")
            hands.write(f"Title {i}")
            hands.keys("Return")
            stage.wait_for(lambda: hands.xdotool("search", "--onlyvisible", "--name", f"• Title {i}$"), "the new title")
            hands.xdotool("windowfocus", "--sync", number, "key", "ctrl+s")
            time.sleep(LONGEST_SAVE * rng.random())
        finally:
            program.close()
        after = title_in(path)
        n_saved += after != before
        if after not in (before, f"Title {i}") or read_rest(path) != rest:
            faults.append(f"{i}: {after}")
        faults += program.warnings()
    tap.check(not faults, f"a window: saved {n_saved} times of {count}, never half", *faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    stage.perform(lambda hands, tap: kill_commands(tap, rng, options.count), lambda hands, tap: kill_window(hands, tap, rng, options.count // 4))


main()
