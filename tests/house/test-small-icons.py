#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small pictures of the icons are what their drawings say: in the size of a button GTK takes those, and need not
read drawings before the first frame. WHENCE_REGENERATE=1 draws them anew."""

import os
import shutil
import subprocess
from pathlib import Path

from tap import ROOT, Tap

DRAWINGS = ROOT / "ui" / "icons" / "scalable" / "actions"
SMALL = ROOT / "ui" / "icons" / "16x16" / "actions"
# GTK reads how opaque a pixel is, and takes black for the colour of the text.
COLOR, BLACK = "#2e3436", "#000000"
# Of 255: other versions of the library smooth edges otherwise.
NEAR = 48


def draw(drawing, out):
    svg = drawing.read_text(encoding="utf-8").replace(COLOR, BLACK)
    subprocess.run(["rsvg-convert", "-w", "16", "-h", "16", "-o", out], input=svg, text=True, check=True)


def pixels(path):
    return subprocess.run(["convert", path, "-depth", "8", "rgba:-"], capture_output=True, check=True).stdout


def main():
    tap = Tap()
    if tap.may_skip("small icons", shutil.which("rsvg-convert") and shutil.which("convert")):
        tap.finish()
    listed = (ROOT / "ui" / "whence.gresource.xml").read_text(encoding="utf-8")
    drawn = Path(os.environ.get("WHENCE_BUILD_ROOT", "/tmp")) / "small-icon.png"
    for drawing in sorted(DRAWINGS.glob("*.svg")):
        small = SMALL / (drawing.stem + ".symbolic.png")
        if "WHENCE_REGENERATE" in os.environ:
            SMALL.mkdir(parents=True, exist_ok=True)
            draw(drawing, small)
        tap.check(str(small.relative_to(ROOT / "ui")) in listed, f"{drawing.stem} is among the resources in small")
        draw(drawing, drawn)
        ours, theirs = pixels(small), pixels(drawn)
        most = max(abs(a - b) for a, b in zip(ours[3::4], theirs[3::4]))
        colored = any(ours[i + c] for i in range(0, len(ours), 4) for c in range(3) if ours[i + 3])
        tap.check(len(ours) == len(theirs) and most <= NEAR and not colored, f"{drawing.stem} is as it is drawn",
                  f"{most} off, {'coloured' if colored else 'black'}")
    tap.finish()


main()
