#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS is whole: the sources are read anew, so that a text without translation shows at once.

Placeholders and plurals are checked by msgfmt. Cost: one xgettext run, two small ones a language."""

import gettext
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


# Not translated but chosen: what a language may answer.
CHOICES = {
    ("numerals of centuries: digits or roman", "digits"): r"digits|roman",
    ("which date has the year: first or last", "last"): r"first|last",
    ("digits from which thousands are separated", "4"): r"[4-6]",
    ("signs of currencies", "USD:$|JPY:¥|CNY:CN¥"): r"[A-Z]{3}:[^|:]+(\|[A-Z]{3}:[^|:]+)*",
}
# Filled in by src/model/teller.c and not by printf: words stand where %1$s … %3$s do, each once.
FILLED = [("fact", "%1$s: %2$s → %3$s"), ("fact", "%1$s: %2$s – %3$s")]
SCALE = re.compile(r"(\d+)(?:=1|<2)?:[^#|]*#[^#|]*")


# What is told by these is a place, and no count.
PLACES = ("Line %u, column %u", "Path %u", "%u: ", "error in a date\x04")


def load(language, folder):
    with open(folder / f"{language}.mo", "rb") as file:
        return gettext.GNUTranslations(file)._catalog  # noqa: SLF001, nothing else tells the contexts


def entries(catalogue):
    """(context, text) → translation."""
    return {tuple(key.split("\x04", 1)): text for key, text in catalogue.items() if isinstance(key, str) and "\x04" in key}


def ungrouped(catalogue):
    """Counts are written as the locale groups them, on both sides."""
    for key, text in catalogue.items():
        said = key[0] if isinstance(key, tuple) else key
        if not said.startswith(PLACES) and re.search(r"%(\d\$)?u", said + text):
            yield f"{said}: {text}"


def wrong_choices(found):
    for key, allowed in CHOICES.items():
        if not re.fullmatch(allowed, found[key]):
            yield f"{key[0]}: {found[key]}"


def wrong_fillings(found):
    for key in FILLED:
        places = re.findall(r"%(?:\d\$s)?", found[key])
        if sorted(places) != ["%1$s", "%2$s", "%3$s"]:
            yield f"{key[1]}: {found[key]}"


def wrong_scales(found):
    """Lists of steps: powers of ten that ascend, each with a place for its number."""
    for (context, _), text in found.items():
        if context.startswith("scales of "):
            steps = [SCALE.fullmatch(step) for step in text.split("|")]
            powers = [int(step[1]) for step in steps if step]
            if not all(steps) or powers != sorted(powers):
                yield f"{context}: {text}"


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
    dead = run("msgattrib", "--only-obsolete", merged).stdout
    catalogue = load(language, folder)
    found = entries(catalogue)
    tap.check(not list(ungrouped(catalogue)), f"{language}: groups the figures of counts", *ungrouped(catalogue))
    tap.check(not list(wrong_choices(found)), f"{language}: chooses what can be chosen", *wrong_choices(found))
    tap.check(not list(wrong_fillings(found)), f"{language}: numbers the words of facts", *wrong_fillings(found))
    tap.check(not list(wrong_scales(found)), f"{language}: counts in steps", *wrong_scales(found))
    tap.check(not dead, f"{language}: holds nothing that the program does not say", dead)
    tap.check(not TO_TRANSLATE.search(check.stderr), f"{language}: is complete", check.stderr, missing, fuzzy)
shutil.rmtree(folder)
tap.finish()
