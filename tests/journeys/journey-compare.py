# SPDX-License-Identifier: GPL-3.0-or-later
"""Two dates compared, by the keyboard alone: typed, listed, copied, exported, left and come back to; and taken from the
facts that are selected."""

import os
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
COMPARED = "2015 compared with December 2025$"


def says(hands, node, text):
    return stage.wait_for(lambda: hands.find_all(node, "label", text), "the words " + text)


def text_of(hands, node):
    return hands.Atspi.Text.get_text(node, 0, hands.Atspi.Text.get_character_count(node))


def open_dialog(hands, app, window):
    window.keys("ctrl+shift+c")
    return hands.Window(app, "Compare Two Dates$")


def tab_to(hands, keys, node, what):
    """With the Tab key, as far as it takes."""
    for _ in range(80):
        if hands.is_focused(node):
            return
        keys("Tab")
        stage.wait_for_rest(lambda: hands.is_focused(node), readings=2)
    raise AssertionError("Tab does not come to " + what)


def type_two_dates(hands, app, window, tap):
    dialog = open_dialog(hands, app, window)
    says(hands, dialog.node, "For example 2015 and 2025-12$")
    hands.write("2025")
    hands.keys("Tab")
    hands.write("2015")
    says(hands, dialog.node, "the first date is the later one: give the earlier one first$")
    tap.check(True, "the wrong way round, the dialog says what to do")
    hands.keys("shift+Tab", "ctrl+a")
    hands.write("2015")
    hands.keys("Tab", "ctrl+a")
    hands.write("2025-12")
    says(hands, dialog.node, COMPARED)
    hands.keys("Return")
    says(hands, window.node, "What changed$")
    says(hands, window.node, COMPARED)
    tap.check(bool(hands.find_all(window.node, "label", r"\+ Begun · [0-9]+$")), "what began is listed and counted")
    said = [hands.name_of(n) for n in hands.find_all(window.node, "list item", "Meta invests in Scale AI")]
    tap.check(bool(said), "and shown in the graph", *said)


def copy_the_list(hands, app, window, tap):
    window.keys("alt+c")
    dialog = open_dialog(hands, app, window)
    entry = hands.find(dialog.node, "text", "Earlier date$")
    stage.wait_for(lambda: text_of(hands, entry) == "2015", "the dates that are compared")
    tap.check(True, "the dialog begins with the dates that are compared")

    def paste():
        hands.keys("ctrl+a", "ctrl+v")
        return text_of(hands, entry).startswith("2015 compared with December 2025") and text_of(hands, entry)

    pasted = stage.wait_for(paste, "what was copied")
    tap.check("Scale AI founded" in pasted, "the list is on the clipboard", pasted[:200])
    hands.keys("Escape")
    says(hands, window.node, "What changed$")


def export(hands, app, window, tap):
    path = os.path.join(os.environ["HOME"], "compared.png")
    window.keys("ctrl+e")
    dialog = hands.Window(app, "Export a Picture$")
    button = hands.find(dialog.node, "push button", "Export…")
    stage.wait_for(lambda: hands.is_in_state(button, hands.Atspi.StateType.SENSITIVE), "the preview")
    tab_to(hands, hands.keys, button, "the button to export")
    hands.keys("Return")
    stage.wait_for(lambda: len(hands.xdotool("search", "--onlyvisible", "--name", "Export a Picture$").split()) > 1,
                   "the file chooser")
    hands.keys("ctrl+a")
    hands.write(path)
    hands.keys("Return")
    stage.wait_for(lambda: os.path.exists(path) and Path(path).stat().st_size > 5000, path)
    tap.check(True, "the picture is exported")
    stage.wait_for(lambda: not hands.xdotool("search", "--onlyvisible", "--name", "Export a Picture$"), "the dialog to go")


def go_there_and_back(hands, window, tap):
    window.keys("alt+Left")
    says(hands, window.node, "Story$")
    tap.check(not hands.find_all(window.node, "label", COMPARED), "the way back leads out of the comparison")
    window.keys("alt+Right")
    says(hands, window.node, COMPARED)
    tap.check(True, "and forward into it again")
    flag = hands.find(window.node, "slider", "Earlier date of the ties")
    tab_to(hands, window.keys, flag, "the flag of the earlier date")
    window.keys("Delete")
    says(hands, window.node, "Story$")
    tap.check(not hands.find_all(window.node, "label", COMPARED), "Delete on a flag ends it")


def take_dates_from_marks(hands, app, window, tap):
    window.keys("ctrl+1")
    timeline = hands.find(window.node, "list", "Timeline$")
    tab_to(hands, window.keys, timeline, "the timeline")
    window.keys("Home", "Down", "Down", "ctrl+Return")
    dialog = open_dialog(hands, app, window)
    said = stage.wait_for(lambda: hands.find_all(dialog.node, "label", ".+ compared with .+"), "dates")
    tap.check(bool(said), "the dialog begins with the dates of two facts that are selected",
              *[hands.name_of(n) for n in said])
    hands.keys("Escape")


def travel(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        type_two_dates(hands, app, window, tap)
        copy_the_list(hands, app, window, tap)
        export(hands, app, window, tap)
        go_there_and_back(hands, window, tap)
        take_dates_from_marks(hands, app, window, tap)
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


stage.perform(travel)
