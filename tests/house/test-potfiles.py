#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with text for people is in po/POTFILES.in, and every file there has some. Reads the sources once."""

import re

from tap import ROOT, Tap

CALL = re.compile(r"(?<!\w)(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*\"")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
MARKED = {
    ".c": lambda text: CALL.search(COMMENT.sub("", text)),
    ".h": lambda text: CALL.search(COMMENT.sub("", text)),
    ".ui": lambda text: re.search(r'translatable="(?:yes|true)"', text),
    ".in": lambda text: True,
    ".xml": lambda text: "gettext-domain" in text,
}
NOT_FOR_PEOPLE = {".service.in"}


def with_text():
    for folder in ("data", "src", "ui"):
        for path in (ROOT / folder).rglob("*"):
            if "".join(path.suffixes[-2:]) in NOT_FOR_PEOPLE or path.suffix not in MARKED:
                continue
            if MARKED[path.suffix](path.read_text(encoding="utf-8")):
                yield str(path.relative_to(ROOT))


tap = Tap()
lines = (ROOT / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
listed = [line for line in lines if line and not line.startswith("#")]
found = set(with_text())
tap.check(listed == sorted(set(listed)), "po/POTFILES.in is sorted and names each file once")
tap.check(found <= set(listed), "every file with text for people is listed", *sorted(found - set(listed)))
tap.check(set(listed) <= found, "every listed file has text for people", *sorted(set(listed) - found))
tap.check(len(found) > 4, "there is something to translate")
tap.finish()
