#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and `whence --help` name the same options, and the page is well formed."""

import re
import shutil
import subprocess
import sys

from tap import ROOT, Tap

OPTION = re.compile(r"--[a-z][a-z-]+")

page = ROOT / "data" / "whence.1"
text = page.read_text(encoding="utf-8").replace(r"\-", "-")
usage = subprocess.run([sys.argv[1], "--help"], capture_output=True, text=True, check=True).stdout
written, offered = set(OPTION.findall(text)), set(OPTION.findall(usage))

tap = Tap()
tap.check("--export" in offered, "--help names the options")
tap.check(written <= offered, "every option of the manual exists", *sorted(written - offered))
tap.check(offered <= written, "every option is in the manual", *sorted(offered - written))
if tap.may_skip("the manual is well formed", shutil.which("groff")):
    tap.finish()
run = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", page], capture_output=True, text=True, check=False)
tap.check(not run.stderr, "the manual is well formed", run.stderr)
tap.finish()
