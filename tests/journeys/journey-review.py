# SPDX-License-Identifier: GPL-3.0-or-later
"""The review, by the keyboard alone: counted in the menu, read kind by kind, and every kind of entry leads to what it is
about: a fact, two that may be one, a link, a source that nobody cites."""

import json
import os
import re
from pathlib import Path

import stage
from tap import BUILD

TITLE = "A story with everything wrong"
STORY = {
    "whence": 1,
    "title": TITLE,
    "sources": [
        {"id": "s", "title": "The Ledger", "publisher": "Ledger", "url": "ftp://ledger.example/1"},
        {"id": "t", "title": "The Courier", "publisher": "Courier"},
        {"id": "idle", "title": "A leaflet", "publisher": "City Hall"},
    ],
    "entities": [
        {"id": "a", "type": "company", "name": "Harbour Company"},
        {"id": "b", "type": "company", "name": "Bay Bank"},
        {"id": "q", "type": "company", "name": "Scale AI"},
        {"id": "r", "type": "company", "name": "Scale AI, Inc."},
        {"id": "p", "type": "person", "name": "Ann Smith"},
    ],
    "facts": [
        {"id": "disputed", "type": "valuation", "title": "Harbour valued", "subject": "a", "date": "2016",
         "citations": [{"source": "s", "amount": {"value": 5, "currency": "EUR"}},
                       {"source": "t", "amount": {"value": 9, "currency": "EUR"}}]},
        {"id": "unsourced", "type": "other", "title": "Rain", "date": "2015"},
        {"id": "single", "type": "other", "title": "Snow", "date": "2014", "citations": [{"source": "s"}]},
        {"id": "backwards", "type": "employment", "title": "Ann works backwards", "subject": "p", "object": "a",
         "date": "2018/2020", "citations": [{"source": "s", "date": "2020/2018"}]},
        {"id": "founding", "type": "founding", "title": "Harbour founded", "subject": "p", "object": "a", "date": "2012",
         "citations": [{"source": "s"}, {"source": "t"}]},
        {"id": "early", "type": "investment", "title": "Paid too early", "subject": "b", "object": "a", "date": "2010",
         "citations": [{"source": "s"}, {"source": "t"}]},
        {"id": "death", "type": "death", "title": "Ann dies", "subject": "p", "date": "2021",
         "citations": [{"source": "s"}, {"source": "t"}]},
        {"id": "late", "type": "board-seat", "title": "A seat too late", "subject": "p", "object": "a", "date": "2023",
         "citations": [{"source": "s"}, {"source": "t"}]},
    ],
}
# The heading of each kind, its first entry, and what the inspector says when that is chosen.
KINDS = [
    ("Disputed facts", "Harbour valued", "Amounts that cannot all be true$"),
    ("Facts without a source", "Rain", "Rain$"),
    ("Facts without an independent second source", "Snow", "Snow$"),
    ("Dates that end before they begin", r"Ann works backwards\n\$", "Ann works backwards$"),
    ("Payments before the founding", "Paid too early", "Paid too early$"),
    ("Roles after the death", "A seat too late", "A seat too late$"),
    ("Entities that may be one", "Scale AI", "2 selected$"),
    ("Links that lead nowhere", "The Ledger", "The Ledger$"),
    ("Sources that nobody cites", "A leaflet", "Nothing cites it\\.$"),
]


def inspector_says(hands, window, text):
    inspector = [n for n in hands.find_all(window.node, None, "Inspector$") if hands.find_all(n, "label")][-1]
    return stage.wait_for(lambda: hands.find_all(inspector, None, text), "the inspector to say " + text)


def count_in_menu(hands, window, tap):
    button = hands.find(window.node, None, "View$")
    for _ in range(40):
        if hands.is_focused(button) or any(hands.is_focused(n) for n in hands.children(button)):
            break
        window.keys("Tab")
    window.keys("Return")
    said = stage.wait_for(lambda: hands.find_all(window.node, None, "Review · [0-9]+$"), "the number of findings")
    tap.check(bool(said), "the menu says how much there is to review", *[hands.name_of(n) for n in said])
    window.keys("Escape")


def focused(hands, page):
    """The name of the row of the page that the keyboard is at."""
    rows = [n for n in hands.find_all(page, "list item") if hands.is_focused(n)]
    return hands.name_of(rows[0]) if rows else ""


def go_down_to(hands, window, page, row):
    for _ in range(30):
        if re.match(row, focused(hands, page)):
            return
        window.keys("Down")
        stage.wait_for_rest(lambda: focused(hands, page), readings=3)
    raise AssertionError("Down does not come to " + row)


def read_every_kind(hands, window, tap):
    window.keys("F7")
    page = [n for n in hands.find_all(window.node, "list", "Review$")][-1]
    items = stage.wait_for(lambda: [hands.name_of(n) for n in hands.find_all(page, "list item")], "the findings")
    for heading, row, said in KINDS:
        tap.check(any(i.startswith(heading) for i in items), f"“{heading}” is listed", *items)
        go_down_to(hands, window, page, row)
        inspector_says(hands, window, said)
        tap.check(True, f"and its first entry leads there: {said}")


def go_back(hands, window, tap):
    # A walk from finding to finding is one step, if it does not rest.
    window.keys("alt+Left")
    stage.wait_for(lambda: not hands.find_all(window.node, "label", "Nothing cites it"), "another finding")
    window.keys("alt+Right")
    inspector_says(hands, window, r"Nothing cites it\.$")
    tap.check(True, "the way back leads away and forward here again")
    window.keys("F7")
    stage.wait_for(lambda: not any(window.shows(n) for n in hands.find_all(window.node, "list item", "Sources that")),
                   "the page to close")
    tap.check(True, "the key closes the page")


def travel(hands, tap):
    path = Path(os.environ["HOME"], "wrong.facts.json")
    path.write_text(json.dumps(STORY))
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(path))
    try:
        window = hands.Window(hands.application("whence"), TITLE)
        count_in_menu(hands, window, tap)
        read_every_kind(hands, window, tap)
        go_back(hands, window, tap)
        tap.check(not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


stage.perform(travel)
