# SPDX-License-Identifier: GPL-3.0-or-later
"""The ties at a date: who led Scale AI in 2024, and who late in 2025, is one drag away; and time is played, with the
news on a card, and paused."""
import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
WANG = "Wang chief executive of Scale AI$"
DROEGE = "Droege to become interim CEO$"


def ties(hands, window, name):
    return hands.find_all(hands.find(window.node, "list", "Graph"), "list item", name)


def date(hands, window):
    buttons = hands.find_all(window.node, "push button", "Ties as of ")
    return hands.name_of(buttons[0]) if buttons else ""


def drag_to(hands, window, year):
    """Takes the flag by its head and drags it to the left until it says so, in one drag."""
    flag = hands.find(window.node, "slider", "Date of the ties")
    left, top, right, _ = stage.wait_for_rest(lambda: window.box_of(flag))
    start = window.box_of(hands.find(window.node, "slider", "Start of the window of time"))[2]
    x, y = (left + right) // 2, top + 4
    hands.xdotool("mousemove", x, y, "mousedown", 1)
    while year not in date(hands, window) and x > start:
        x -= 6
        hands.xdotool("mousemove", x, y)
    hands.xdotool("mouseup", 1)
    stage.wait_for(lambda: year in date(hands, window), "the flag to say " + year)


def ask_who_led(hands, window, tap):
    drag_to(hands, window, "2025")
    stage.wait_for(lambda: ties(hands, window, DROEGE), "the one to come")
    tap.check(True, "late in 2025 another one may lead")
    drag_to(hands, window, "2024")
    stage.wait_for(lambda: not ties(hands, window, DROEGE), "the one to come to go")
    tap.check(bool(ties(hands, window, WANG)), "in 2024 Wang may have led, and nobody else")


def play(hands, window, tap):
    window.keys("F4")
    hands.find(window.node, "alert", "")
    stage.wait_for(lambda: hands.find_all(window.node, "push button", "Pause"), "the button to pause")
    said = stage.wait_for(lambda: hands.find_all(window.node, "label", "and [0-9]+ more|20[0-9][0-9]"), "news")
    tap.check(bool(said), "what begins is told while time is played")
    window.keys("F4")
    stage.wait_for(lambda: hands.find_all(window.node, "push button", "Play through time"), "the button to play")
    tap.check(date(hands, window) != "", "and a key pauses it")


def travel(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        window = hands.Window(hands.application("whence"), TITLE)
        window.keys("ctrl+2")
        stage.wait_for(lambda: ties(hands, window, WANG), "the graph")
        ask_who_led(hands, window, tap)
        play(hands, window, tap)
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


stage.perform(travel)
