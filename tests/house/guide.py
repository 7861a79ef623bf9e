# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the guide that say what the program says: its keys, from their table, and its options, from --help."""

import re

from tap import ROOT

GUIDE = ROOT / "data" / "GUIDE.md"
KEYS = ROOT / "src" / "app" / "shortcuts.c"

MODIFIERS = {"Control": "Ctrl", "Shift": "Shift", "Alt": "Alt"}
SIGNS = {
    "plus": "+", "minus": "−", "period": ".", "comma": ",", "question": "?", "bracketleft": "[", "bracketright": "]",
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Page_Up": "Page Up", "Page_Down": "Page Down", "space": "Space",
}  # fmt: skip
ORDER = ("Ctrl", "Alt", "Shift")
STRING = r'"((?:[^"\\]|\\.)*)"'
ROW = re.compile(
    r"\{ (?:NULL|NC_ \(\"shortcuts\", " + STRING + r"\)),\s*N_ \(" + STRING + r"\),\s*(NULL|" + STRING + r"),\s*" + STRING
)


def name_key(accelerator):
    modifiers = [MODIFIERS[name] for name in re.findall("<(.*?)>", accelerator)]
    key = re.sub("<.*?>", "", accelerator)
    key = SIGNS.get(key, key.upper() if len(key) == 1 else key)
    return "+".join(sorted(modifiers, key=ORDER.index) + [key])


def keys_table():
    lines = []
    for group, title, action, _, accelerators in ROW.findall(KEYS.read_text(encoding="utf-8")):
        if group:
            lines += ["", f"| {group} | |", "|---|---|"]
        # Of the keys of an action the window shows the first; the others are pairs.
        shown = accelerators.split()[: 1 if action != "NULL" else None]
        lines.append(f"| {title} | {' '.join(f'`{name_key(key)}`' for key in shown)} |")
    return "\n".join(lines).strip()


def options_table(usage):
    lines = ["| option | |", "|---|---|"]
    for name, words in re.findall(r"(?m)^  (?:-\w, )?(--[a-z][^ ]*) +(.+)$", usage):
        lines.append("| `{}` | {} |".format(name.replace("|", "\\|"), words))
    return "\n".join(lines)


def section(text, name):
    """Its beginning and its end in the text of the guide."""
    start, end = f"<!-- {name}: from the program -->\n", f"\n<!-- {name}: end -->"
    first = text.index(start) + len(start)
    return first, text.index(end, first)
