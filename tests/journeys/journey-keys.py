# SPDX-License-Identifier: GPL-3.0-or-later
"""The main journey without a mouse: walk through the marks to the deal, select it, read its citations, filter, go through
the table, open the menu, span a time, export, quit."""

import os
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
DEAL = "Meta invests in Scale AI"
MOST_KEYS = 80


def press_until(hands, key, node):
    """Presses the key until that node has the focus, which comes round should it be late; False: it never has."""
    for _ in range(MOST_KEYS):
        if stage.wait_for_rest(lambda: hands.is_focused(node), readings=4):
            return True
        hands.keys(key)
    return False


def read_the_deal(hands, window, tap):
    mark = hands.find(hands.find(window.node, "list", "Timeline"), "list item", DEAL)
    tap.check(press_until(hands, "period", mark), "full stop goes from fact to fact, to the deal")
    hands.keys("Return")
    stage.wait_for(lambda: hands.is_selected(mark), "the deal to be selected")
    tap.check(True, "Return selects it")
    source = hands.find(hands.find(window.node, None, "Citation"), "push button", "Meta (Bets|hires)")
    tap.check(press_until(hands, "Tab", source), "Tab goes to its source in the inspector")
    window.keys("Escape")


def filter_facts(hands, window, tap):
    window.keys("ctrl+shift+f")
    box = hands.find(window.node, "check box", "Employment")
    tap.check(press_until(hands, "Tab", box), "Tab goes to a value of the filter")
    hands.keys("space")
    hands.find(window.node, "label", r"\d+ facts hidden")
    tap.check(True, "Space filters")
    hands.keys("space")
    window.keys("ctrl+shift+f")


def go_through_the_table(hands, window, tap):
    window.keys("ctrl+4")
    hands.find(window.node, "label", "71 facts$")
    hands.keys("Down", "Down", "Return")
    hands.find(window.node, "label", r".*1 selected")
    tap.check(True, "arrows and Return select in the table")
    window.keys("ctrl+3")


def open_the_menu(hands, window, tap):
    window.keys("F10")
    item = hands.find(window.node, "menu item", "Help")
    tap.check(press_until(hands, "Down", item), "F10 opens the menu, and arrows go through it")
    hands.keys("Escape")
    stage.wait_for(lambda: not hands.is_focused(item), "the menu to go")


def export(hands, app, window, tap):
    path = os.path.join(os.environ["HOME"], "picture.svg")
    window.keys("ctrl+e")
    dialog = hands.Window(app, "Export a Picture$")
    button = hands.find(dialog.node, "push button", "Export…")
    stage.wait_for(lambda: hands.is_in_state(button, hands.Atspi.StateType.SENSITIVE), "the preview")
    row = hands.find(dialog.node, None, "File type")
    tap.check(press_until(hands, "Tab", row), "Tab goes to a row of the dialog")
    hands.keys("space", "Down", "Return")
    stage.wait_for(lambda: hands.is_in_state(button, hands.Atspi.StateType.SENSITIVE), "the preview")
    tap.check(press_until(hands, "Tab", button), "and to its button")
    hands.keys("Return")
    stage.wait_for(lambda: len(hands.xdotool("search", "--onlyvisible", "--name", "Export a Picture$").split()) > 1,
                   "the file chooser")  # fmt: skip
    hands.keys("ctrl+a")
    hands.write(path)
    hands.keys("Return")
    stage.wait_for(lambda: os.path.exists(path), path)
    tap.check(Path(path).read_bytes().startswith(b"<?xml"), "both views are exported as SVG")
    stage.wait_for(lambda: not hands.xdotool("search", "--onlyvisible", "--name", "Export a Picture$"), "the dialog to go")


def travel(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        hands.xdotool("mousemove", 1279, 799)
        window.keys("Tab", "shift+Tab")
        for part in (go_through_the_table, read_the_deal, filter_facts, open_the_menu):
            part(hands, window, tap)
        export(hands, app, window, tap)
        window.keys("ctrl+q")
        tap.check(program.wait() == 0, "it quits")
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


stage.perform(travel)
