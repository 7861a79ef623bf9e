# SPDX-License-Identifier: GPL-3.0-or-later
"""Drag and drop: a file that is dropped on the empty window is opened in it."""

import sys
from pathlib import Path

import stage
from tap import BUILD, ROOT

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


stage.perform(travel)
