# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing: drag a node, take it back, drag it again, be asked before closing, save elsewhere, open what was saved; and a
file that is none leaves what is open untouched."""

import json
import os
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
NODE = "Scale AI$"


def node_mark(hands, window):
    return hands.find(hands.find(window.node, "list", "Graph"), "list item", NODE)


def drag_node(hands, window, dx, dy):
    """By its left part, which is the node or its name; the middle may be the gap between the two."""
    x, y = window.place_of(node_mark(hands, window), 0.2)
    hands.xdotool("mousemove", x, y, "mousedown", 1)
    for step in range(1, 9):
        hands.xdotool("mousemove", x + dx * step // 8, y + dy * step // 8)
    hands.xdotool("mouseup", 1)


def is_marked(hands, window):
    return hands.xdotool("getwindowname", window.number).startswith("•")


def drag_and_undo(hands, window, tap):
    stage.wait_for(lambda: hands.find_all(window.node, "list item", NODE), "the node")
    place = lambda: window.place_of(node_mark(hands, window))  # noqa: E731
    # Where nothing has a tooltip, which would lie over what is to be dragged.
    hands.xdotool("mousemove", 350, 25)
    before = stage.wait_for_rest(place)
    drag_node(hands, window, 0, 90)
    stage.wait_for(lambda: place()[1] > before[1] + 50, "the node to follow")
    tap.check(True, "a node follows the hand")
    stage.wait_for(lambda: is_marked(hands, window), "the mark of a change")
    tap.check(True, "the title says that there are changes")
    window.keys("ctrl+z")
    stage.wait_for(lambda: place() == before, f"the node to go back to {before}")
    tap.check(not is_marked(hands, window), "undo takes all of it back")
    window.keys("ctrl+shift+z")
    stage.wait_for(lambda: place()[1] > before[1] + 50, "the node to come again")
    tap.check(True, "redo does it again")


def choose_response(hands, app, heading, label):
    dialog = stage.wait_for(lambda: [w for w in hands.children(app) if hands.find_all(w, "label", heading)], heading)[-1]
    hands.press(hands.find(dialog, "push button", label))
    stage.wait_for(lambda: not any(hands.find_all(w, "label", heading) for w in hands.children(app)), "the dialog to go")


def save_on_close(hands, app, window, path, tap):
    window.keys("ctrl+w")
    choose_response(hands, app, "Save Changes\\?", "_?Save")
    tap.check(True, "it asks before it closes")
    chooser = stage.wait_for(lambda: hands.xdotool("search", "--onlyvisible", "--name", "Save the Story$"), "the chooser")
    hands.xdotool("windowfocus", "--sync", chooser.split()[-1])
    hands.keys("ctrl+a")
    hands.write(path)
    hands.keys("Return")
    stage.wait_for(lambda: os.path.exists(path), path)


def travel(hands, tap):
    path = os.path.join(os.environ["HOME"], "moved.facts.json")
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        drag_and_undo(hands, window, tap)
        save_on_close(hands, app, window, path, tap)
        tap.check(program.wait() == 0, "it closes when it has saved")
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()
    saved, original = json.loads(Path(path).read_text()), json.loads(EXAMPLE.read_text())
    tap.check("scale-ai" in saved.pop("view")["positions"], "the position is saved")
    original.pop("view", None)
    tap.check(saved == original, "and nothing else has changed")
    open_a_wrong_file(hands, tap, path)


def open_a_wrong_file(hands, tap, path):
    none = os.path.join(os.environ["HOME"], "none.facts.json")
    Path(none).write_text('{"whence": 1,\n "facts": oops}')
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), path, none)
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        hands.find(app, "label", "The file could not be opened")
        tap.check(hands.find_all(app, "label", r".+\nLine 2, column 11\n"), "a file that is none gets a message that tells where and why")
        choose_response(hands, app, "The file could not be opened", "_?Close")
        tap.check(hands.find_all(window.node, "list item", NODE), "what was open is untouched")
        window.keys("ctrl+q")
        tap.check(program.wait() == 0 and not program.warnings(), "no warning here either", *program.warnings())
    finally:
        program.close()


stage.perform(travel)
