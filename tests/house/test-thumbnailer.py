#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file manager runs for the thumbnail of a bundle makes a PNG."""

import configparser
import shlex
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import ROOT, Tap

ID = "io.github.whence_app.Whence"
EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"


def read(name):
    file = configparser.ConfigParser(interpolation=None)
    file.optionxform = str
    file.read(ROOT / "data" / name)
    return file


def make(command, out):
    program, *words = shlex.split(command)
    words = [word.replace("%o", str(out)).replace("%i", str(EXAMPLE)) for word in words]
    assert program == "whence"
    return subprocess.run([sys.argv[1], *words], capture_output=True, text=True, check=False)


tap = Tap()
entry = read(ID + ".thumbnailer")["Thumbnailer Entry"]
mime = read(ID + ".desktop.in")["Desktop Entry"]["MimeType"]
tap.check(entry["MimeType"] == mime, "it is for the type that Whence opens", entry["MimeType"], mime)
with tempfile.TemporaryDirectory() as folder:
    # A file manager gives a name without an ending.
    path = Path(folder) / "thumbnail"
    run = make(entry["Exec"], path)
    data = path.read_bytes() if path.exists() else b""
    size = struct.unpack(">II", data[16:24]) if data.startswith(b"\x89PNG") else None
    tap.check(run.returncode == 0 and size == (256, 256), "it makes a picture of 256 pixels", size, run.stderr)
tap.finish()
