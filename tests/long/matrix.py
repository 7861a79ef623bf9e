# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in all its looks: light, dark and high contrast; from left to right and from right to left; 360, 900 and 1920
pixels wide; text as it is and twice as large. A program within (looker.c) finds text that is cut, shortened for good or
lies on something, and what the painters write is read from their own SVG; a language of the test's own finds what nobody
can translate. The pictures are for looking at."""

import itertools
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "journeys"), str(Path(__file__).parents[1] / "house")]

import painted  # noqa: E402
import pseudo  # noqa: E402
import stage  # noqa: E402
from tap import BUILD, ROOT  # noqa: E402

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
LOOKER, PICTURES = sys.argv[1], Path(sys.argv[2])
THEMES = {
    "light": {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "contrast-dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark", "ADW_DEBUG_HIGH_CONTRAST": "1"},
    "contrast": {"ADW_DEBUG_COLOR_SCHEME": "prefer-light", "ADW_DEBUG_HIGH_CONTRAST": "1"},
}
DIRECTIONS = {"ltr": {}, "rtl": {"WHENCE_LOOKER_TURNS": "1"}}
SIZES = ((360, 640), (900, 700), (1920, 1080))
SCALES = (100, 200)
FAULTS = ("squeezed", "shortened", "outside", "overlap", "wide")


# --- One window ---


def write_settings(scale):
    path = Path(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini")
    path.write_text("[Settings]\ngtk-enable-animations=0\ngtk-font-name=DejaVu Sans 11\n")
    Path(os.environ["HOME"], ".Xdefaults").write_text(f"Xft.dpi: {96 * scale // 100}\n")


def look(program, report):
    report.unlink(missing_ok=True)
    os.kill(program.process.pid, signal.SIGUSR1)
    stage.wait_for(report.exists, "the looker")
    return [line.split("\t") for line in report.read_text().splitlines()]


def narrow(hands, program, report, number, size):
    """Asks again as long as that helps: what gives way at one width makes room for the next. A fault if it stays wider."""
    width, settled = 0, 0
    for _ in range(60):
        width = int(next(line[2] for line in look(program, report) if line[:2] == ["window", "WhenceWindow"]))
        settled = settled + 1 if 0 < size[0] - width < 40 else 0
        if settled == 8:
            return []
        if not settled:
            hands.xdotool("windowsize", number, *size)
        stage.time.sleep(0.05)
    return [["outside", "WhenceWindow", f"{width} px", f"not as narrow as {size[0]} px"]]


def visit(hands, environment, size, scale, keys, picture):
    """What the looker finds in a window of that size, after those keys."""
    report = Path(os.environ["HOME"], "looker.txt")
    write_settings(scale)
    old = dict(os.environ)
    os.environ.update(environment, LD_PRELOAD=LOOKER, WHENCE_LOOKER=str(report), WHENCE_LOOKER_WIDTH=str(size[0]), LC_ALL="C_C.UTF-8")
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE), log=picture.stem)
    os.environ.clear()
    os.environ.update(old)
    try:
        number = stage.wait_for(lambda: hands.xdotool("search", "--onlyvisible", "--name", TITLE), "the window").split()[-1]
        too_wide = narrow(hands, program, report, number, size)
        hands.xdotool("windowmove", number, 0, 0)
        hands.xdotool("windowfocus", "--sync", number)
        for key in keys:
            hands.keys(key)
        found = stage.wait_for_rest(lambda: look(program, report), readings=6)
        subprocess.run(["import", "-window", "root", "-crop", f"{size[0] + 24}x{size[1] + 24}+0+0", picture], check=False)
        warnings = program.warnings()
    finally:
        program.close()
    return found + too_wide, warnings


def strip(text):
    """Without the number of a source and the marks around a quotation."""
    return re.sub(r"^[0-9]+\. |^“|”$", "", text)


def untranslated(found, own):
    """Texts with a word in them that neither come from the story nor went through the catalogue."""
    for what, kind, text, *_ in found:
        if what != "text" or not re.search("[A-Za-z]{3}", text) or "⟦" in text or re.match(r"(Shift\+)?(Ctrl|Alt)\+|(Alt|Ctrl|Shift)$", text):
            continue
        if strip(text) not in own and not own.issuperset(text.split(", ")):
            yield f"{kind}: {text}"


def words_of(value):
    if isinstance(value, dict):
        for member in value.values():
            yield from words_of(member)
    elif isinstance(value, list):
        for member in value:
            yield from words_of(member)
    elif isinstance(value, str):
        yield value


def faults_of(found):
    return sorted({" | ".join(line) for line in found if line[0] in FAULTS})


def see_all(hands, tap):
    PICTURES.mkdir(parents=True, exist_ok=True)
    chosen = os.environ.get("WHENCE_MATRIX", "")
    for theme, direction, size, scale in itertools.product(THEMES, DIRECTIONS, SIZES, SCALES):
        name = f"{theme}-{direction}-{size[0]}-{scale}"
        if not re.search(chosen, name):
            continue
        found, warnings = visit(
            hands, {**THEMES[theme], **DIRECTIONS[direction]}, size, scale, (), PICTURES / (name + ".png")
        )
        faults = faults_of(found)
        tap.check(found and not faults, f"{name}: no text is cut or covered", *faults)
        tap.check(not warnings, f"{name}: no warning", *warnings)


def see_pseudo(hands, tap):
    folder = pseudo.write_catalogues(Path(os.environ["HOME"], "locale"))
    story = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    own = set(words_of(story))
    for name, size, keys in (("window", (1280, 800), ()), ("narrow", (360, 640), ()), ("facts", (1280, 800), ("ctrl+4",)),
                             ("filter", (1280, 800), ("ctrl+shift+f",)), ("help", (1280, 800), ("F1",)),
                             ("menu", (1280, 800), ("F10",)), ("export", (1280, 800), ("ctrl+e",)),
                             ("compare", (1280, 800), ("ctrl+shift+c",)), ("dates", (1280, 800), ("ctrl+g",)),
                             ("shortcuts", (1280, 800), ("ctrl+question",)), ("review", (1280, 800), ("F7",)),
                             ("known-by", (1280, 800), ("ctrl+k",)), ("search", (1280, 800), ("ctrl+f", "a", "i")),
                             ("fact", (1280, 1000), ("Right", "Right", "Right", "Return"))):  # fmt: skip
        if not re.search(os.environ.get("WHENCE_MATRIX", ""), "pseudo-" + name):
            continue
        found, _ = visit(hands, {**THEMES["light"], "LANGUAGE": pseudo.LANGUAGE, "WHENCE_LOCALEDIR": str(folder)}, size, 100, keys,
                         PICTURES / f"pseudo-{name}.png")  # fmt: skip
        plain, faults = sorted(set(untranslated(found, own))), faults_of(found)
        tap.check(any("⟦" in line[2] for line in found) and not plain, f"{name}: everything is translated", *plain)
        tap.check(not faults, f"{name}: long words are not cut", *faults)


def see_painted(hands, tap):
    """What the painters write themselves, of which no widget knows."""
    folder = pseudo.write_catalogues(Path(os.environ["HOME"], "painted"))
    for story in sorted((ROOT / "data" / "examples").glob("*.json")) + sorted((ROOT / "tests" / "paint").glob("*.facts.json")):
        for language in painted.languages(folder):
            if re.search(os.environ.get("WHENCE_MATRIX", ""), f"painted-{story.stem}-{language}"):
                painted.check(tap, story, language, folder)


stage.perform(see_all, see_pseudo, see_painted, size="1944x1104")
