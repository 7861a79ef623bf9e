# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone: on a window of 360 px, with all three buttons of the desktop, whatever can be touched is 44 px wide and high, in the
window, its menus and popovers, and in every dialog over it."""

import os
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
DEAL = "Meta invests in Scale AI"
FINGER = 44
# Extents are those of the content: a button has five px more on each side.
PADDING = {"push button": 10, "toggle button": 10}
WIDTH, HEIGHT = 360, 640
ROLES = ("push button", "toggle button", "check box", "radio button", "text", "entry", "combo box", "spin button", "menu item",
         "check menu item", "radio menu item", "page tab", "link", "switch", "list item", "table column header")  # fmt: skip
# The buttons of the desktop are as large as it likes.
OF_THE_DESKTOP = ("Minimize", "Maximize", "Restore", "Close")


def is_narrow(hands, window):
    hands.xdotool("windowsize", window.number, WIDTH, HEIGHT)
    return window.width() <= WIDTH


def can_be_touched(hands, node):
    states = hands.Atspi.StateType
    return (
        hands.role_of(node) in ROLES
        and hands.name_of(node) not in OF_THE_DESKTOP
        and hands.is_in_state(node, states.VISIBLE)
        and hands.is_in_state(node, states.SENSITIVE)
        and measure(hands, node).width > 0
        and hands.is_in_state(node, states.FOCUSABLE)
    )


def reach(hands, node):
    """What of the tree can be touched: the marks of a picture, which is zoomed, and what lies within a control, are left out."""
    for child in hands.children(node):
        if hands.role_of(child) == "list" and hands.name_of(child) in ("Timeline", "Graph", "Amounts"):
            continue
        if can_be_touched(hands, child):
            yield child
        else:
            yield from reach(hands, child)


def measure(hands, node):
    return hands.Atspi.Component.get_extents(node, hands.Atspi.CoordType.WINDOW)


def small_ones(hands, node):
    found = list(reach(hands, node))
    small = []
    for one in found:
        box, least = measure(hands, one), FINGER - PADDING.get(hands.role_of(one), 0)
        if box.width < least or box.height < least:
            small.append(f"{hands.role_of(one)} {hands.name_of(one)!r} {box.width} × {box.height}")
    return len(found), small


def check_sizes(hands, node, what, tap):
    stage.wait_for(lambda: any(True for _ in reach(hands, node)), "something to touch: " + what)
    n, small = stage.wait_for_rest(lambda: small_ones(hands, node), readings=2)
    tap.check(n > 0 and not small, f"{what}: {n} things to touch, of {FINGER} px", *small)


def dialog_of(hands, app, window):
    """The other window of the application, once there is one."""

    def look():
        others = [n for n in hands.children(app) if n != window.node and hands.is_in_state(n, hands.Atspi.StateType.VISIBLE)]
        return others[0] if others else None

    return stage.wait_for(look, "a dialog")


def check_dialog(hands, app, window, what, tap):
    dialog = dialog_of(hands, app, window)
    check_sizes(hands, dialog, what, tap)
    box = measure(hands, dialog)
    tap.check(box.width <= WIDTH, f"{what}: no wider than a phone", box.width)
    hands.keys("Escape")
    stage.wait_for(lambda: len(list(hands.children(app))) == 1, "the dialog to go")


def with_keys(hands, window, keys, what, tap, after=("Escape",)):
    window.keys(*keys)
    check_sizes(hands, window.node, what, tap)
    hands.keys(*after)


def touch(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        hands.find(window.node, "label", "71 facts|.*")
        stage.wait_for(lambda: is_narrow(hands, window), "a window of 360 px")
        desktop = [b for b in hands.find_all(window.node, "push button") if hands.name_of(b) in OF_THE_DESKTOP]
        tap.check(len(desktop) >= 3, "the window folds with three buttons of the desktop", *map(hands.name_of, desktop))
        check_sizes(hands, window.node, "window", tap)
        deal = hands.find(hands.find(window.node, "list", "Timeline"), "list item", DEAL)
        for keys, what, after in (
            (("ctrl+4",), "facts", ("ctrl+3",)),
            (("F10",), "main menu", ("Escape",)),
            (("ctrl+f",), "search", ("Escape",)),
            (("ctrl+k",), "known by", ("Escape",)),
            (("ctrl+shift+f",), "filter", ("ctrl+shift+f",)),
            (("F7",), "review", ("F7",)),
        ):
            with_keys(hands, window, keys, what, tap, after)
        hands.press(deal)
        window.keys("F9")
        hands.find(window.node, "push button", "Meta (Bets|hires)")
        check_sizes(hands, window.node, "inspector of a fact", tap)
        window.keys("F9", "Escape")
        for keys, what in (
            (("ctrl+e",), "export"),
            (("ctrl+shift+c",), "compare"),
            (("ctrl+question",), "shortcuts"),
            (("F1",), "help"),
        ):
            window.keys(*keys)
            check_dialog(hands, app, window, what, tap)
        window.keys("F10")
        hands.press(hands.find(window.node, "menu item", "About"))
        check_dialog(hands, app, window, "about", tap)
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


def touch_problems(hands, tap):
    path = Path(os.environ["HOME"], "faulty.facts.json")
    path.write_text('{"whence": 1, "title": "Faulty", "facts": [{"id": "a", "type": "other", "date": "2016-13"}]}')
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(path))
    try:
        app = hands.application("whence")
        window = hands.Window(app, "Faulty")
        stage.wait_for(lambda: is_narrow(hands, window), "a window of 360 px")
        check_sizes(hands, window.node, "window with problems", tap)
        hands.press(hands.find(window.node, "push button", "Show"))
        check_dialog(hands, app, window, "problems", tap)
    finally:
        program.close()


if __name__ == "__main__":
    stage.perform(touch, touch_problems)
