# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on a stage of its own (display, bus, home), with GTK's accessibility in its test mode."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "journeys"))

debug = os.environ.get("G_DEBUG", "")
import stage  # noqa: E402

stage.skip_without_display()
if stage.missing():
    print("Bail out! It needs " + ", ".join(stage.missing()))
    sys.exit(1)
scene = stage.Stage()
try:
    os.environ.update(GTK_A11Y="test", G_DEBUG=debug)
    status = subprocess.run(sys.argv[1:]).returncode
finally:
    scene.close()
sys.exit(status)
