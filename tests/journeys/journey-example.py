# SPDX-License-Identifier: GPL-3.0-or-later
"""The main journey: open the example, select the deal of 2025 on the timeline, see it lit in the graph and its citations
in the inspector, export both views, quit; no warning on the way."""

import os
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
DEAL = "Meta invests in Scale AI"
MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<?xml", "pdf": b"%PDF-"}


def open_example(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    app = hands.application("whence")
    window = hands.Window(app, TITLE)
    tap.check(True, "the example opens in a window that bears its title")
    return program, app, window


def marks(hands, window, view):
    return hands.find(window.node, "list", view)


def select_the_deal(hands, window, tap):
    # Where nothing has a tooltip, which would lie over what is to be clicked.
    hands.xdotool("mousemove", 350, 25)
    mark = hands.find(marks(hands, window, "Timeline"), "list item", DEAL)
    text = hands.description_of(mark)
    tap.check("$14.3 billion, 49 %" in text, "the mark says how much", text)
    stage.wait_for_rest(lambda: window.place_of(mark))
    window.click(mark)
    stage.wait_for(lambda: hands.is_selected(mark), "the mark to be selected")
    tap.check(True, "a click on the timeline selects the deal")
    edge = hands.find(marks(hands, window, "Graph"), "list item", DEAL)
    stage.wait_for(lambda: hands.is_selected(edge), "the edge to be lit")
    tap.check(True, "the deal is lit in the graph")


def read_the_inspector(hands, window, tap):
    inspector = [n for n in hands.find_all(window.node, None, "Inspector$") if hands.find_all(n, "label")][-1]
    hands.find(inspector, "label", DEAL)
    cards = stage.wait_for(lambda: hands.find_all(inspector, None, "Citation$"), "the citations")
    words = {hands.name_of(n) for card in cards for n in hands.find_all(card, "label")}
    for source in ("Meta Bets Big", "Meta hires"):
        tap.check(any(w.startswith(source) for w in words), f"the inspector cites “{source}…”", *words)
    evidence = hands.find_all(inspector, "label", "Two sources, not known to be independent")
    tap.check(evidence, "the inspector says what the sources are worth together")


def light_a_span(hands, window, tap):
    """Drags along the axis of the timeline; the inspector lists what touches that time until Escape."""
    left, top, right, _ = window.box_of(marks(hands, window, "Timeline"))
    hands.xdotool("mousemove", left + 12, top + 30, "mousedown", 1)
    for x in range(left + 20, right - 12, 40):
        hands.xdotool("mousemove", x, top + 31)
    hands.xdotool("mousemove", right - 12, top + 31, "mouseup", 1)
    hands.find(window.node, "label", "Span of time$")
    hands.find(window.node, "push button", DEAL)
    tap.check(True, "a span of time drawn along the axis lists what touches it")
    hands.xdotool("mousemove", 350, 25)
    window.keys("Escape")
    hands.find(window.node, "label", "Story$")
    tap.check(True, "Escape gives the span up")


def choose(hands, dialog, row, steps):
    """Moves the choice of a row of the dialog by that many steps."""
    dialog.click(hands.find(dialog.node, None, row))
    hands.keys(*(["Down"] * steps if steps > 0 else ["Up"] * -steps), "Return")


def export(hands, app, window, suffix, steps, tap):
    path = os.path.join(os.environ["HOME"], "picture." + suffix)
    window.keys("ctrl+e")
    dialog = hands.Window(app, "Export a Picture$")
    button = hands.find(dialog.node, "push button", "Export…")
    stage.wait_for(lambda: hands.is_in_state(button, hands.Atspi.StateType.SENSITIVE), "the preview")
    if steps:
        choose(hands, dialog, "File type", steps)
        stage.wait_for(lambda: hands.is_in_state(button, hands.Atspi.StateType.SENSITIVE), "the preview")
    dialog.click(button)
    stage.wait_for(lambda: len(hands.xdotool("search", "--onlyvisible", "--name", "Export a Picture$").split()) > 1,
                   "the file chooser")
    hands.keys("ctrl+a")
    hands.write(path)
    hands.keys("Return")
    stage.wait_for(lambda: os.path.exists(path), path)
    data = Path(path).read_bytes()
    tap.check(data.startswith(MAGIC[suffix]) and len(data) > 5000, f"both views are exported as {suffix.upper()}")
    stage.wait_for(lambda: not hands.xdotool("search", "--onlyvisible", "--name", "Export a Picture$"), "the dialog to go")


def travel(hands, tap):
    program, app, window = open_example(hands, tap)
    try:
        select_the_deal(hands, window, tap)
        read_the_inspector(hands, window, tap)
        light_a_span(hands, window, tap)
        for steps, suffix in enumerate(("png", "svg", "pdf")):
            export(hands, app, window, suffix, steps, tap)
        window.keys("ctrl+q")
        tap.check(program.wait() == 0, "it quits")
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


stage.perform(travel)
