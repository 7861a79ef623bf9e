# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph by hand: a rectangle and a lasso select, a neighbourhood is looked at, a node is hidden and comes back, the
paths between two are shown, and Escape leaves them."""

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"


def drag(hands, start, end, *keys):
    for key in keys:
        hands.xdotool("keydown", key)
    hands.xdotool("mousemove", *start, "mousedown", 1)
    for step in range(1, 9):
        hands.xdotool("mousemove", *(a + (b - a) * step // 8 for a, b in zip(start, end)))
    hands.xdotool("mouseup", 1)
    for key in keys:
        hands.xdotool("keyup", key)
    # Where nothing has a tooltip, which would lie over what is to be touched next.
    hands.xdotool("mousemove", 350, 25)


def mark(hands, window, name):
    return hands.find(hands.find(window.node, "list", "Graph"), "list item", name + "$")


def is_there(hands, window, name):
    return bool(hands.find_all(hands.find(window.node, "list", "Graph"), "list item", name + "$"))


def surround(hands, window, name, *keys):
    """With a rectangle around the node and its name."""
    node = mark(hands, window, name)
    left, top, right, bottom = stage.wait_for_rest(lambda: window.box_of(node))
    drag(hands, (left - 3, top - 3), (right + 3, bottom + 3), "shift", *keys)


def says(hands, window, text):
    return stage.wait_for(lambda: hands.find_all(window.node, "label", text), text)


def look_at_a_neighbourhood(hands, window, tap):
    surround(hands, window, "Meta")
    says(hands, window, "Meta$")
    hands.keys("shift+Return")
    says(hands, window, "Meta and 1 hop: 14 of 34 shown")
    stage.wait_for(lambda: not is_there(hands, window, "MIT"), "the others to go")
    tap.check(True, "a key looks at a neighbourhood")
    hands.keys("Delete")
    says(hands, window, "1 hidden in the graph")
    stage.wait_for(lambda: not is_there(hands, window, "Meta"), "Meta to go")
    hands.press(hands.find(window.node, "push button", "Show All"))
    stage.wait_for(lambda: is_there(hands, window, "Meta"), "Meta to come back")
    tap.check(True, "what is hidden comes back")
    hands.press(hands.find(window.node, "push button", "Leave the focus"))
    stage.wait_for(lambda: is_there(hands, window, "MIT"), "everybody to come back")


def select_a_rectangle(hands, window, tap):
    graph = hands.find(window.node, "list", "Graph")
    x, y = window.place_of(graph)
    width, height = x, y
    left, top = window.place_of(graph, 0.01)
    stage.wait_for_rest(lambda: window.place_of(mark(hands, window, "MIT")))
    drag(hands, (left + 2, top - 200), (width * 2 - left - 30, height + 200), "shift")
    says(hands, window, "[0-9]+ selected")
    tap.check(True, "a rectangle selects several")


def walk_paths(hands, window, tap):
    surround(hands, window, "MIT")
    surround(hands, window, "China", "ctrl")
    says(hands, window, "2 selected")
    hands.keys("r")
    says(hands, window, "Path 1 of 1 · 4 steps · MIT → Alexandr Wang → Meta → DeepSeek → China")
    says(hands, window, "MIT – China")
    tap.check(True, "the shortest path is there, and the inspector lists it")
    hands.keys("Escape")
    says(hands, window, "2 selected")
    hands.keys("Escape")
    stage.wait_for(lambda: not hands.find_all(window.node, "label", "2 selected"), "the two to be let go")
    tap.check(True, "Escape leaves the path, then selects nothing")


def throw_a_lasso(hands, window, tap):
    """Twice the key: a drag of the ground draws a lasso; once more, and it moves the picture again."""
    left, top, right, bottom = stage.wait_for_rest(lambda: window.box_of(mark(hands, window, "MIT")))
    corners = [(left - 6, top - 6), (right + 6, top - 6), (right + 6, bottom + 6), (left - 6, bottom + 6)]
    hands.xdotool("mousemove", left - 40, top - 20, "click", 1)
    hands.keys("d", "d")
    hands.xdotool("mousemove", *corners[0], "mousedown", 1)
    # At the pace of a hand: moves within one frame are one.
    for start, end in zip(corners, corners[1:] + corners[:1]):
        for step in range(1, 9):
            place = (a + (b - a) * step // 8 for a, b in zip(start, end))
            hands.xdotool("mousemove", *place, "sleep", 0.04)
    hands.xdotool("mouseup", 1, "mousemove", 350, 25)
    says(hands, window, "MIT$")
    tap.check(True, "a lasso selects who is in it")
    hands.keys("d", "Escape")


def travel(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        window = hands.Window(hands.application("whence"), TITLE)
        window.keys("ctrl+2")
        hands.xdotool("mousemove", 350, 25)
        stage.wait_for(lambda: is_there(hands, window, "Meta"), "the graph")
        stage.wait_for_rest(lambda: window.place_of(mark(hands, window, "Meta")))
        throw_a_lasso(hands, window, tap)
        look_at_a_neighbourhood(hands, window, tap)
        select_a_rectangle(hands, window, tap)
        walk_paths(hands, window, tap)
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


stage.perform(travel)
