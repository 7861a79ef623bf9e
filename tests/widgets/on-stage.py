# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on a stage of its own (display, bus, home), with GTK's accessibility in its test mode."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "journeys"))

debug = os.environ.get("G_DEBUG", "")
import stage  # noqa: E402



def perform_without_x():
    """While a Flatpak is built there is no X server, but the SDK has the server of GTK that draws for a browser."""
    folder = tempfile.mkdtemp(prefix="whence-stage-")
    number = str(os.getpid() % 30000 + 100)
    os.environ.update(
        HOME=folder, XDG_RUNTIME_DIR=folder, GDK_BACKEND="broadway", BROADWAY_DISPLAY=":" + number, GSK_RENDERER="cairo",
        GTK_A11Y="test", GTK_USE_PORTAL="0", GSETTINGS_BACKEND="memory", G_DEBUG=debug,
    )  # fmt: skip
    server = subprocess.Popen(
        ["gtk4-broadwayd", "--unixsocket=" + os.path.join(folder, "browser"), ":" + number],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=stage.end_with_parent,
    )  # fmt: skip
    try:
        if "Listening" not in server.stdout.readline():
            print("Bail out! gtk4-broadwayd does not start")
            return 1
        return subprocess.run(sys.argv[1:]).returncode
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


if "FLATPAK_ID" in os.environ and stage.missing() and shutil.which("gtk4-broadwayd"):
    sys.exit(perform_without_x())
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
