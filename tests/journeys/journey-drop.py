# SPDX-License-Identifier: GPL-3.0-or-later
"""Drag and drop: a file that is dropped on the empty window is opened in it."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "house")]

import stage  # noqa: E402
from tap import BUILD, ROOT, Tap  # noqa: E402

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"


def middle(hands, number):
    geometry = hands.xdotool("getwindowgeometry", "--shell", number)
    values = dict(line.split("=") for line in geometry.splitlines() if "=" in line)
    return int(values["X"]) + int(values["WIDTH"]) // 2, int(values["Y"]) + int(values["HEIGHT"]) // 2


def window(hands, title):
    return stage.wait_for(lambda: hands.xdotool("search", "--onlyvisible", "--name", title), title).split()[-1]


def drag(hands, start, end):
    hands.xdotool("mousemove", *start)
    hands.xdotool("mousedown", 1)
    for i in range(1, 21):
        hands.xdotool("mousemove", *(a + (b - a) * i // 20 for a, b in zip(start, end)))
    stage.wait_for_rest(lambda: hands.xdotool("getmouselocation"))
    hands.xdotool("mouseup", 1)


def travel(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"))
    try:
        number = window(hands, "^Whence$")
        hands.xdotool("windowsize", number, 800, 600, "windowmove", number, 300, 100)
        stage.wait_for(lambda: middle(hands, number)[0] > 500, "the window to make room")
        source = hands.Program(sys.executable, str(Path(__file__).with_name("drag-source.py")), str(EXAMPLE), log="source")
        try:
            start = stage.wait_for_rest(lambda: middle(hands, window(hands, "^Source of files$")))
            drag(hands, start, middle(hands, number))
            window(hands, "^" + TITLE)
            tap.check(True, "a file that is dropped is opened")
        finally:
            source.close()
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


def main():
    tap = Tap()
    lacking = stage.missing()
    try:
        import gi

        gi.require_version("Gtk", "4.0")
    except (ImportError, ValueError):
        lacking.append("GTK 4 for Python")
    if lacking:
        tap.skip("drag and drop", "needs " + ", ".join(lacking))
        tap.finish()
    scene = stage.Stage()
    try:
        import hands

        travel(hands, tap)
    except AssertionError as error:
        tap.check(False, "the journey reaches its end", error)
    finally:
        scene.close()
    tap.finish()


main()
