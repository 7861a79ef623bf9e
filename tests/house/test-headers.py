#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header compiles alone with the flags of its layer, and every file of ours names its licence.

The flags come from the compilation database, from any source of the same folder. Cost: one compiler run a header."""

import json
import os
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor

from tap import BUILD, ROOT, Tap

LICENSE = "SPDX-License-Identifier: GPL-3.0-or-later"
LICENSED = {".c", ".h", ".ui", ".py", ".css", ".sh", ".1", ".yml"}
BUILT = {"-o", "-MF", "-MQ", "-MT"}


def flags_by_layer():
    """Layer → (compiler and flags, folder to run in), without what names the object and the source."""
    layers = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        source = os.path.realpath(os.path.join(entry["directory"], entry["file"]))
        folder = os.path.relpath(os.path.dirname(source), ROOT / "src")
        if folder.startswith("..") or folder in layers:
            continue
        words = shlex.split(entry["command"])
        kept, skip = [], False
        for word in words:
            if skip or word in BUILT:
                skip = word in BUILT
            elif word not in ("-c", "-MD", entry["file"]):
                kept.append(word)
        layers[folder] = (kept, entry["directory"])
    return layers


def compile_alone(header, layers):
    folder = str(header.parent.relative_to(ROOT / "src"))
    if folder not in layers:
        return header, None
    flags, directory = layers[folder]
    name = str(header.relative_to(ROOT / "src"))
    run = subprocess.run([*flags, "-fsyntax-only", "-x", "c", "-include", name, "/dev/null"],
                         cwd=directory, capture_output=True, text=True, check=False)
    return header, run


def ours():
    for folder in ("data", "flatpak", "po", "src", "tests", "ui", ".ci"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in LICENSED or path.name == "meson.build":
                yield path
    yield ROOT / "meson.build"
    yield ROOT / "dev"


tap = Tap()
known = flags_by_layer()
with ThreadPoolExecutor(2) as pool:
    for where, result in pool.map(lambda h: compile_alone(h, known), sorted((ROOT / "src").rglob("*.h"))):
        title = f"{where.relative_to(ROOT)} compiles alone"
        if result is None:
            tap.skip(title, "no source in its folder yet")
        else:
            tap.check(result.returncode == 0, title, result.stderr)
bare = [p for p in sorted(ours()) if LICENSE not in "".join(p.open(encoding="utf-8").readlines()[:3])]
tap.check(not bare, "every file names its licence in its first lines", *bare)
tap.finish()
