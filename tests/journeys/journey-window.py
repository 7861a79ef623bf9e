# SPDX-License-Identifier: GPL-3.0-or-later
"""The window over a file that others write, too: reload, save over their changes, lose the file. Then by keyboard alone:
open the example, select, let go, find the inspector in a narrow window and leave it."""

import json
import os
import shutil
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
WHENCE = str(BUILD / "src" / "app" / "whence")


def says(hands, window, text):
    return any(window.shows(n) for n in hands.find_all(window.node, "label", text))


def wait_for_words(hands, window, text):
    stage.wait_for(lambda: says(hands, window, text), f"the words {text!r}")


def wait_until_gone(hands, window, text):
    stage.wait_for(lambda: not says(hands, window, text), f"the words {text!r} to go")


def by_keyboard(hands, tap):
    program = hands.Program(WHENCE)
    try:
        app = hands.application("whence")
        window = hands.Window(app, "Whence")
        window.keys("Tab", "Down", "Tab", "Return")
        wait_for_words(hands, window, "71 facts")
        tap.check(True, "the example opens by keyboard")
        timeline = hands.find(window.node, "list", "Timeline")
        stage.wait_for(lambda: hands.find_all(timeline, "list item"), "marks")
        window.keys("Right", "Return")
        stage.wait_for(lambda: any(map(hands.is_selected, hands.find_all(timeline, "list item"))), "a selection")
        tap.check(True, "arrows and Return select a mark")
        wait_for_words(hands, window, "Says who\\?")
        # Past the graph and the window of time, into the inspector.
        window.keys("Tab", "Tab", "Tab", "Tab")
        window.keys("Escape")
        wait_until_gone(hands, window, "Says who\\?")
        tap.check(True, "Escape selects nothing, wherever the focus is")
        narrow(hands, window, tap)
        window.keys("ctrl+q")
        tap.check(program.wait() == 0 and not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


def narrow(hands, window, tap):
    # Asked for once, as a hand or a screen that is turned does.
    hands.xdotool("windowsize", window.number, 360, 640)
    stage.wait_for(lambda: window.width() <= 360, "a window of 360 px")
    tap.check(True, "the window folds down to 360 px at once")
    stage.wait_for(lambda: not says(hands, window, "71 facts"), "the inspector to make room")
    button = hands.find(window.node, "push button", "Inspector$")
    tap.check(window.shows(button), "a narrow window keeps the button of the inspector")
    hands.press(button)
    wait_for_words(hands, window, "71 facts")
    hands.press(button)
    wait_until_gone(hands, window, "71 facts")
    tap.check(True, "it shows the inspector and hides it")
    window.keys("F9")
    wait_for_words(hands, window, "71 facts")
    window.keys("F9")
    wait_until_gone(hands, window, "71 facts")
    tap.check(True, "and so does its key")


def rename(hands, app, window, title):
    window.keys("F2")
    entry = hands.find(app, "text", "Title of the story")
    stage.wait_for(lambda: hands.is_focused(entry), "the entry to have the focus")
    hands.keys("ctrl+a")
    hands.write(title)
    hands.keys("Return")
    stage.wait_for(lambda: hands.xdotool("getwindowname", window.number) == "• " + title, "the new title")


def answer(hands, app, heading, label):
    dialog = stage.wait_for(lambda: [w for w in hands.children(app) if hands.find_all(w, "label", heading)], heading)[-1]
    hands.press(hands.find(dialog, "push button", label))
    stage.wait_for(lambda: not any(hands.find_all(w, "label", heading) for w in hands.children(app)), "the dialog to go")


def title_in(path):
    return json.loads(path.read_text())["title"]


def among_others(hands, tap):
    path = Path(os.environ["HOME"], "shared.facts.json")
    shutil.copy(EXAMPLE, path)
    program = hands.Program(WHENCE, str(path), log="others")
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        mark = hands.find(hands.find(window.node, "list", "Timeline"), "list item", "Meta invests in Scale AI")
        hands.press(mark)
        wait_for_words(hands, window, "Says who\\?")
        window.keys("F5")
        wait_for_words(hands, window, "Meta invests in Scale AI")
        tap.check(True, "a reload keeps the selection")
        overwrite(hands, app, window, path, tap)
        path.unlink()
        window.keys("F5")
        answer(hands, app, "The file could not be opened", "_?Close")
        tap.check(says(hands, window, "Meta invests in Scale AI"), "a file that is gone leaves what is open")
        window.keys("ctrl+q")
        tap.check(program.wait() == 0 and not program.warnings(), "no warning here either", *program.warnings())
    finally:
        program.close()


def overwrite(hands, app, window, path, tap):
    rename(hands, app, window, "Ours")
    theirs = EXAMPLE.read_text().replace(TITLE, "Theirs")
    path.write_text(theirs)
    window.keys("ctrl+s")
    answer(hands, app, "Overwrite What", "_?Cancel")
    tap.check(path.read_text() == theirs, "what another program has written is not overwritten unasked")
    window.keys("ctrl+s")
    answer(hands, app, "Overwrite What", "_?Overwrite")
    stage.wait_for(lambda: hands.xdotool("getwindowname", window.number) == "Ours", "the save")
    tap.check(title_in(path) == "Ours", "but when it is allowed")


# By keyboard last: the next window would be as narrow as that one is left.
stage.perform(among_others, by_keyboard)
