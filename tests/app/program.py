# SPDX-License-Identifier: GPL-3.0-or-later
"""The program, run without a display and with a home that does not exist: what the tests of the command line share."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "house"))
from tap import BUILD, ROOT  # noqa: E402

WHENCE = BUILD / "src" / "app" / "whence"
EXAMPLE = str(ROOT / "data" / "examples" / "meta-scale-ai.facts.json")
FAULTY = """{"whence": 1,
 "entities": [{"id": "a", "type": "person", "name": "Ann"}],
 "facts": [{"id": "f", "type": "birth", "subject": "a", "date": "2016-02-30"},
  {"id": "f", "type": "death", "subject": "a"}]}"""


def run(*arguments, **surroundings):
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    env.update({"HOME": "/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent", **surroundings})
    return subprocess.run([str(WHENCE), *arguments], capture_output=True, env=env, timeout=60)


def one_line(done):
    """Whether there is exactly one line on standard error and nothing else."""
    return done.stdout == b"" and done.stderr.count(b"\n") == 1 and done.stderr.endswith(b"\n")


def export(folder, suffix, *options, **surroundings):
    path = folder / ("picture." + suffix)
    done = run(f"--export={path}", *options, EXAMPLE, **surroundings)
    assert done.returncode == 0 and done.stderr == b"", done
    return path.read_bytes()
