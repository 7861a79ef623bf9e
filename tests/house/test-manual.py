#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page, the guide and `whence --help` name the same options, the guide and the program the same keys, and the
page is well formed. WHENCE_REGENERATE=1 writes the tables of the guide anew."""

import os
import re
import shutil
import subprocess
import sys

import guide
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
text = guide.GUIDE.read_text(encoding="utf-8")
for name, table in (("keys", guide.keys_table()), ("options", guide.options_table(usage))):
    first, end = guide.section(text, name)
    if os.environ.get("WHENCE_REGENERATE"):
        text = text[:first] + table + text[end:]
        guide.GUIDE.write_text(text, encoding="utf-8")
    tap.check(table.count("\n") > 30, f"there are {name}", table)
    tap.check(text[slice(*guide.section(text, name))] == table, f"the guide has the {name} of the program", table)
if tap.may_skip("the manual is well formed", shutil.which("groff")):
    tap.finish()
run = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", page], capture_output=True, text=True, check=False)
tap.check(not run.stderr, "the manual is well formed", run.stderr)
tap.finish()
