#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop knows a fact bundle by its name and by its first bytes. Builds a MIME database of its own."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import ROOT, Tap

EXAMPLE = (ROOT / "data" / "examples" / "meta-scale-ai.facts.json").read_bytes()
BUNDLE = "application/vnd.whence.facts+json"
CASES = [
    ("story.facts.json", None, BUNDLE),
    ("story.facts.jsonl", None, BUNDLE),
    ("story", EXAMPLE, BUNDLE),
    ("story", b'{"whence":1}', BUNDLE),
    ("story.json", b'{"other": 1}', "application/json"),
    ("story.json", None, "application/json"),
]

folder = tempfile.mkdtemp(prefix="whence-mime-")
packages = Path(folder) / "mime" / "packages"
packages.mkdir(parents=True)
shutil.copy(sys.argv[1], packages)
shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", packages)
os.environ["XDG_DATA_HOME"] = folder
os.environ["XDG_DATA_DIRS"] = folder
made = subprocess.run(["update-mime-database", folder + "/mime"], capture_output=True, text=True, check=False)
from gi.repository import Gio  # noqa: E402  (it reads the database when it is imported)

tap = Tap()
tap.check(made.returncode == 0 and not made.stderr, "the database is made without a warning", made.stderr)
for name, data, expected in CASES:
    guess, _ = Gio.content_type_guess(name, data[:4096] if data else None)
    tap.check(guess == expected, f"{name} with {data[:14] if data else 'no bytes'} is {expected}", "guessed " + guess)
shutil.rmtree(folder)
tap.finish()
