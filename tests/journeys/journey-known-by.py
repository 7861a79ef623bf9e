# SPDX-License-Identifier: GPL-3.0-or-later
"""What was known by a date, by keyboard alone: the date is typed, and graph, timeline, table, search, inspector and review
go back to it; then it is cleared, and everything is there again."""
import json
import os

import stage
from tap import BUILD, ROOT

TITLE = "The ferry"
STORY = {
    "whence": 1,
    "title": TITLE,
    "sources": [
        {"id": "daily", "title": "Daily", "publisher": "Daily", "published": "2023-03"},
        {"id": "weekly", "title": "Weekly", "publisher": "Weekly", "published": "2025-06"},
    ],
    "entities": [
        {"id": "ann", "type": "person", "name": "Ann", "citations": [{"source": "weekly", "quote": "born in secret"}]},
        {"id": "bay", "type": "company", "name": "Bay Ferries"},
        {"id": "cay", "type": "company", "name": "Cay Bank"},
    ],
    "facts": [
        {"id": "leads", "type": "employment", "title": "Ann leads Bay", "subject": "ann", "object": "bay",
         "date": "2020/..", "citations": [{"source": "daily", "quote": "she leads it"}]},
        {"id": "founds", "type": "founding", "title": "Ann founds Bay", "subject": "ann", "object": "bay",
         "date": "2019", "citations": [{"source": "daily"}, {"source": "weekly", "quote": "hidden partner"}]},
        {"id": "pays", "type": "investment", "title": "Cay pays for Bay", "subject": "cay", "object": "bay",
         "date": "2021", "citations": [{"source": "weekly", "quote": "paid at night"}]},
    ],
}


def write_story():
    path = os.path.join(os.environ["HOME"], "ferry.facts.json")
    with open(path, "w") as file:
        json.dump(STORY, file)
    return path


def marks(hands, window, view, name):
    return hands.find_all(hands.find(window.node, "list", view), "list item", name)


def ask(hands, window, date):
    """Types the date into what Ctrl+K opens; without one, goes back to the button that clears it."""
    window.keys("ctrl+k")
    entry = hands.find(window.node, "text", "What was known by a date$")
    stage.wait_for(lambda: hands.is_focused(entry), "the entry")
    if date:
        hands.keys("ctrl+a")
        hands.write(date)
        hands.keys("Return")
    else:
        hands.keys("Tab", "space")


def search(hands, window, words):
    """What the bar says of them."""
    window.keys("ctrl+f", "ctrl+a")
    hands.write(words)
    answer = "[0-9]+ hits?$|Nothing found$"
    stage.wait_for(lambda: hands.find_all(window.node, "label", answer), "an answer to " + words)
    return lambda: [hands.name_of(n) for n in hands.find_all(window.node, "label", answer)]


def look_at_views(hands, window, tap):
    stage.wait_for(lambda: not marks(hands, window, "Graph", "Cay"), "the later ones to go")
    tap.check(
        bool(marks(hands, window, "Graph", "Ann")) and not marks(hands, window, "Timeline", "Cay"),
        "graph and timeline show what was known, and nobody else",
    )
    told = stage.wait_for(lambda: hands.find_all(window.node, "label", ".*1 fact was not known by then"), "the count")
    tap.check(
        "1 person, company or thing was not known by then" in hands.name_of(told[0]),
        "what was not is counted below", hands.name_of(told[0]),
    )
    window.keys("ctrl+4")
    tap.check(bool(hands.find(window.node, "label", "2 of 3 facts")), "the table lists what was known")
    window.keys("ctrl+3")


def look_for_words(hands, window, tap):
    for words in ("weekly", "hidden", "night", "secret", "cay"):
        says = search(hands, window, words)
        stage.wait_for(lambda: says() == ["Nothing found"], "nothing of " + words)
    tap.check(True, "a search finds nothing of later facts, quotes, people and sources")
    says = search(hands, window, "she leads")
    stage.wait_for(lambda: says() == ["1 hit"], "the early quote")
    tap.check(True, "but what an earlier source says")


def look_into_inspector(hands, window, tap):
    search(hands, window, "ann ")
    hands.keys("Return")
    hands.find(window.node, "label", "2 facts$")
    apart = hands.find_all(window.node, "label", "Not known by then$")
    tap.check(bool(apart), "the inspector shows apart what a later source says of somebody")
    hands.keys("Escape", "Escape")


def look_at_review(hands, window, tap):
    window.keys("F7")
    hands.find(window.node, None, "Facts without an independent second source")
    row = hands.find_all(window.node, "list item", "Cay pays") + hands.find_all(window.node, "table row", "Cay pays")
    tap.check(not row, "the review is of what was known")
    window.keys("F7")


def clear(hands, window, tap):
    ask(hands, window, None)
    stage.wait_for(lambda: marks(hands, window, "Graph", "Cay"), "everybody")
    tap.check(bool(marks(hands, window, "Timeline", "Cay pays")), "cleared, everything is there again")
    says = search(hands, window, "night")
    stage.wait_for(lambda: says() == ["1 hit"], "the later quote")
    tap.check(True, "and found")


def travel(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), write_story())
    try:
        window = hands.Window(hands.application("whence"), TITLE)
        window.keys("ctrl+3")
        stage.wait_for(lambda: marks(hands, window, "Graph", "Cay"), "the graph")
        ask(hands, window, "2024")
        tap.check(bool(hands.find(window.node, None, "Known by 2024")), "a chip says by when things were known")
        look_at_views(hands, window, tap)
        look_for_words(hands, window, tap)
        look_into_inspector(hands, window, tap)
        look_at_review(hands, window, tap)
        clear(hands, window, tap)
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


def travel_to_harbour(hands, tap):
    """Where the one source of that time has it otherwise, the marks say what that source says."""
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(ROOT / "data/examples/who-sold-the-harbour.facts.json"))
    try:
        window = hands.Window(hands.application("whence"), "Who sold the harbour")
        window.keys("ctrl+1")
        stage.wait_for(lambda: marks(hands, window, "Timeline", "Nordkaai buys into"), "the sale")
        ask(hands, window, "2017-12")
        then = stage.wait_for(lambda: marks(hands, window, "Timeline", "Acquisition: Nordkaai"), "the sale as of then")
        says = hands.description_of(then[0])
        tap.check(all(value in says for value in ("19 June 2017", "57.5", "51")), "the mark says what was known then", says)
        tap.check(not any(value in says for value in ("March", "42", "49")), "and not what came later", says)
        ask(hands, window, None)
        stage.wait_for(lambda: marks(hands, window, "Timeline", "Nordkaai buys into"), "the sale again")
        tap.check(not program.warnings(), "no warning at the harbour", *program.warnings())
    finally:
        program.close()


def all_of_it(hands, tap):
    travel(hands, tap)
    travel_to_harbour(hands, tap)


stage.perform(all_of_it)
