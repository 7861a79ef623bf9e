#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS is whole: the sources are read anew, so that a text without translation shows at once.

Placeholders and plurals are checked by msgfmt. Cost: one xgettext run, two small ones a language."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tap import ROOT, Tap

# As meson's preset "glib" has them.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3",
            "ngettext:1,2", "dngettext:2,3", "npgettext:1c,2,3"]
TO_TRANSLATE = re.compile(r"(\d+) (?:fuzzy|untranslated)")


def run(*command):
    return subprocess.run([str(c) for c in command], cwd=ROOT, capture_output=True, text=True, check=False)


def languages():
    lines = (ROOT / "po" / "LINGUAS").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


tap = Tap()
folder = Path(tempfile.mkdtemp(prefix="whence-po-"))
made = run("xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", "--output", folder / "whence.pot",
           "--add-comments", *(f"--keyword={k}" for k in KEYWORDS))
tap.check(made.returncode == 0, "the texts can be read from the sources", made.stderr)
for language in languages():
    ours, merged = ROOT / "po" / f"{language}.po", folder / f"{language}.po"
    merge = run("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file", merged, ours, folder / "whence.pot")
    tap.check(merge.returncode == 0, f"{language}: can be merged", merge.stderr)
    check = run("msgfmt", "--check", "--statistics", "--output-file", folder / f"{language}.mo", merged)
    tap.check(check.returncode == 0, f"{language}: is well formed", check.stderr)
    missing = run("msgattrib", "--untranslated", "--no-obsolete", merged).stdout
    fuzzy = run("msgattrib", "--only-fuzzy", "--no-obsolete", ours).stdout
    tap.check(not TO_TRANSLATE.search(check.stderr), f"{language}: is complete", check.stderr, missing, fuzzy)
shutil.rmtree(folder)
tap.finish()
