# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody has who does not see the window: every mark in view bears a name, a description that tells its place in
the list, a place on the screen and an action; a view is one stop of Tab; what happens is said."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
DEAL_NAME = "Meta invests in Scale AI"
DEAL = "Investment, Meta, Scale AI, 2025, $14.3 billion, 49 %, Two sources, not known to be independent, "
VIEWS = ("Timeline", "Graph", "Amounts")
ARABIC = {"LANGUAGE": "ar", "LC_ALL": "C_C.UTF-8"}
# Every kind of mark in the story that has them all: the view, the name, and what is told of it.
KINDS = (
    ("الخط الزمني", "Mill founded", "تأسيس، Ann Lee، Mill & Sons <Ltd>، 1984، مصدران مستقلان، "),
    ("الخط الزمني", "Floods", "أخرى، The Flood، Riverside، عقد 1970، "),
    ("الخط الزمني", "Either year", "تصريح، Rowing Club، أحد هذه: 1974 أو 1976، "),
    ("الخط الزمني", "Worked on and on", "وظيفة، Ann Lee، Mill & Sons <Ltd>، من 1994، والنهاية غير معروفة، "),
    ("الخط الزمني", "No seat for the bank", ".*، قيل إنها ليست كذلك، "),
    ("الخط الزمني", "Mill valued", ".*، موضع خلاف: المبلغ، .*Courier، .*Herald، "),
    ("الخط الزمني", "Perhaps friends", ".*، تكهّن، "),
    ("الخط الزمني", "Learned to row", "تعليم، Ann Lee، Rowing Club، بلا تاريخ، "),
    ("الخط الزمني", "بلا تاريخ · 2", "انقر لسرد كل الوقائع"),
    ("المبالغ", "Bank pays in", ".*، مايو 1986، .*14.3 مليار US\\$\u200e?، "),
    ("الشبكة", "Ann Lee", "شخص · 9 وقائع، "),
    ("الشبكة", "Heirs own the mill", "ملكية، Heirs، Mill & Sons <Ltd>، 1991 – 1995، ينازع فيها مصدر، "),
    ("الشبكة", "The river treaty", "عقد، Riverside، .*High Court، Rowing Club، "),
)


def place_of(description):
    """(3, 58) for what ends in "3 of 58", in Arabic too."""
    found = re.search(r"(?:^|, |، )(\d+) (?:of|من) (\d+)$", description)
    return (int(found[1]), int(found[2])) if found else None


def extents(hands, node):
    return hands.Atspi.Component.get_extents(node, hands.Atspi.CoordType.WINDOW)


def overlaps(a, b):
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def marks_of(hands, view):
    """Once they are all there, in the order in which they are read."""

    def look():
        marks = list(hands.children(view))
        return marks if marks and place_of(hands.description_of(marks[-1])) == (len(marks), len(marks)) else None

    return stage.wait_for(look, "the marks of " + hands.name_of(view))


def check_marks(hands, view, name, tap):
    marks = marks_of(hands, view)
    texts = [hands.description_of(mark) for mark in marks]
    tap.check(
        [place_of(text) for text in texts] == [(i + 1, len(marks)) for i in range(len(marks))],
        f"{name}: each says which of {len(marks)} it is",
        *texts,
    )
    nameless = [text for mark, text in zip(marks, texts) if not hands.name_of(mark)]
    tap.check(not nameless, f"{name}: each has a name", *nameless)
    idle = [hands.name_of(mark) for mark in marks if hands.Atspi.Action.get_n_actions(mark) < 1]
    tap.check(not idle, f"{name}: each has an action", *idle)
    roles = {hands.role_of(mark) for mark in marks}
    tap.check(roles <= {"list item", "push button"}, f"{name}: each is an item or a button", *roles)
    # One screen more than is in view is listed, so some lie outside; none is without a size.
    boxes = [extents(hands, mark) for mark in marks]
    tap.check(all(box.width > 0 and box.height > 0 for box in boxes), f"{name}: each has a size")
    shown = [box for box in boxes if overlaps(box, extents(hands, view))]
    tap.check(len(shown) >= min(4, len(marks)), f"{name}: those in view lie there", len(shown))
    return marks


def wait_to_hear(hands, voice, text, tap):
    stage.wait_for(lambda: re.match(text, hands.name_of(voice)), f"{text!r} to be said")
    tap.check(True, f"{text!r} is said")


def focused_view(hands, views):
    """The view that has the focus, or one of whose marks has; None: something else."""
    for name, view in views.items():
        if hands.is_focused(view) or any(hands.is_focused(mark) for mark in hands.children(view)):
            return name
    return None


def check_stops(hands, window, views, tap):
    stage.wait_for(lambda: focused_view(hands, views) == "Timeline", "the timeline to have the focus")
    window.keys("Right", "Right")
    stops = []
    for _ in range(4):
        before = focused_view(hands, views)
        hands.keys("Tab")
        stage.wait_for(lambda: before is None or focused_view(hands, views) != before, "Tab to leave " + str(before))
        stops.append(focused_view(hands, views))
    tap.check(stops.count("Graph") == 1 and stops.count("Timeline") == 0, "a view is one stop of Tab", *stops)


def listen(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        window = hands.Window(hands.application("whence"), TITLE)
        voice = hands.find(window.node, "status bar")
        wait_to_hear(hands, voice, TITLE + ", 71 facts$", tap)
        views = {name: hands.find(window.node, "list", name) for name in VIEWS}
        for name, view in views.items():
            marks = check_marks(hands, view, name, tap)
            deal = [mark for mark in marks if hands.name_of(mark) == DEAL_NAME]
            tap.check(
                deal and hands.description_of(deal[0]).startswith(DEAL),
                f"{name}: the deal is described",
                *[hands.description_of(mark) for mark in deal],
            )
        check_stops(hands, window, views, tap)
        window.keys("ctrl+f")
        hands.write("wang")
        wait_to_hear(hands, voice, r"\d+ hits$", tap)
        hands.keys("Escape", "Escape")
        window.keys("F4")
        wait_to_hear(hands, voice, "Playing$|20", tap)
        window.keys("F4")
        wait_to_hear(hands, voice, "Paused, As of ", tap)
        window.keys("ctrl+q")
        tap.check(program.wait() == 0 and not program.warnings(), "no warning on the way", *program.warnings())
    finally:
        program.close()


def begin_in_arabic(hands, story, title):
    old = dict(os.environ)
    os.environ.update(ARABIC)
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(story))
    os.environ.clear()
    os.environ.update(old)
    return program, hands.Window(hands.application("whence"), title)


def listen_to_kinds(hands, tap):
    program, window = begin_in_arabic(hands, ROOT / "tests" / "paint" / "everything.facts.json", "Everything")
    try:
        marks = {view: check_marks(hands, hands.find(window.node, "list", view), view, tap) for view in {k[0] for k in KINDS}}
        for view, name, words in KINDS:
            told = [hands.description_of(mark) for mark in marks[view] if hands.name_of(mark) == name]
            tap.check(told and re.match(words, told[0]), f"{view}: {name} is told", *told)
        tap.check(not program.warnings(), "no warning in Arabic", *program.warnings())
    finally:
        program.close()


def ask(action, value):
    """Does what a menu would."""
    path = "/io/github/whence_app/Whence"
    subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.whence_app.Whence", "--object-path", path + "/window/1",
                    "--method", "org.gtk.Actions.Activate", action, f'[<"{value}">]', "{}"],
                   stdout=subprocess.DEVNULL, check=True)  # fmt: skip


def listen_to_many(hands, tap):
    """Lanes that fold, groups of facts that are too dense, more marks than there are widgets for."""
    story = os.path.join(os.environ["HOME"], "many.facts.json")
    with open(story, "wb") as file:
        subprocess.run([sys.executable, ROOT / "tests" / "bench" / "generate.py", "3000"], stdout=file, check=True)
    program, window = begin_in_arabic(hands, story, "3000 facts")
    try:
        ask("grouping", "entity")
        timeline = hands.find(window.node, "list", "الخط الزمني")
        lane = hands.find(timeline, "push button", r".*: \d+ واقعة ظاهرة$")
        marks = check_marks(hands, timeline, "many", tap)
        groups = [mark for mark in marks if re.match(r"\d+ (واقعة|وقائع) · ", hands.name_of(mark))]
        tap.check(len(groups) > 4, "facts without marks of their own are counted in groups", len(groups))
        told = {re.sub(r"، [^،]*$", "", hands.description_of(mark)) for mark in groups}
        tap.check(told == {"انقر للسرد، وانقر مرتين للتقريب"}, "a group says how to open it", *told)
        expanded = hands.Atspi.StateType.EXPANDED
        tap.check(hands.is_in_state(lane, expanded), "a lane says that it is open")
        hands.press(lane)
        stage.wait_for(lambda: not hands.is_in_state(lane, expanded), "the lane to be closed")
        tap.check(True, "and that it is closed when it has been pressed")
        for view in ("الشبكة", "المبالغ"):
            check_marks(hands, hands.find(window.node, "list", view), view + " of many", tap)
        tap.check(not program.warnings(), "no warning among many", *program.warnings())
    finally:
        program.close()


def listen_to_eras(hands, tap):
    """Bands behind the lanes are marks like others."""
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(ROOT / "tests" / "paint" / "eras.facts.json"))
    try:
        marks = check_marks(hands, hands.find(hands.application("whence"), "list", "Timeline"), "eras", tap)
        told = {hands.name_of(mark): hands.description_of(mark) for mark in marks}
        for name, words in (
            ("Cold War", "Era, about 1947 – 26 December 1991, "),
            ("Jimmy Carter", "Term of office, Jimmy Carter, United States, 20 January 1977 – 20 January 1981, "),
        ):
            tap.check(told.get(name, "").startswith(words), f"the band {name} is told", told.get(name))
    finally:
        program.close()


def listen_to_amounts(hands, tap):
    """Amounts that would cover each other are drawn as a number; each of them is told all the same, where that stands."""
    story = Path(os.environ["HOME"], "rounds.facts.json")
    facts = [{"id": f"f{i}", "type": "investment", "subject": "a", "object": "b", "date": f"2016-03-{i % 3 + 1:02}",
              "amount": {"value": 1000000 + i % 4, "currency": "USD"}} for i in range(30)]  # fmt: skip
    facts.append({**facts[0], "id": "far", "date": "2020", "amount": {"value": 9000000, "currency": "USD"}})
    story.write_text(json.dumps({"whence": 1, "title": "Rounds", "entities": [
        {"id": i, "type": "company", "name": i.upper()} for i in "ab"], "facts": facts}))  # fmt: skip
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(story))
    try:
        window = hands.Window(hands.application("whence"), "Rounds")
        marks = check_marks(hands, hands.find(window.node, "list", "Amounts"), "rounds", tap)
        view = extents(hands, hands.find(window.node, "list", "Amounts"))
        places = {(box.x, box.y) for box in (extents(hands, mark) for mark in marks) if overlaps(box, view)}
        tap.check(len(marks) == 31 and 1 < len(places) < 6, "amounts in a group are told where it stands", len(marks), *places)
        tap.check(not program.warnings(), "no warning among amounts", *program.warnings())
    finally:
        program.close()


def check_names(hands, root, what, tap):
    """Each button has one name, in which nothing is underlined; what is chosen among beside others has a name of its own."""
    names = [hands.name_of(button) for button in hands.find_all(root, "push button")]
    chosen = [
        [hands.name_of(child) for child in hands.children(node) if hands.role_of(child) in ("page tab", "toggle button")]
        for node in hands.walk(root)
    ]
    names += [name for beside in chosen for name in beside]
    odd = [name for name in names if "_" in name or re.fullmatch(r"(.+) \1", name) or re.match("Gtk|Adw|Whence[A-Z]", name)]
    odd += [name for beside in chosen for name in set(beside) if not name or beside.count(name) > 1]
    tap.check(names and not odd, f"{what}: each button has one clean name", *odd)


def listen_to_buttons(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        hands.find(window.node, "list item", DEAL_NAME)
        check_names(hands, window.node, "window", tap)
        window.keys("ctrl+shift+c")
        dialog = stage.wait_for(lambda: next((n for n in hands.children(app) if n != window.node), None), "the dialog")
        check_names(hands, dialog, "comparing", tap)
        hands.keys("ctrl+a")
        hands.write("2016")
        hands.keys("Tab", "ctrl+a")
        hands.write("2025")
        hands.keys("Return")
        hands.find(window.node, "push button", "Copy the List$")
        check_names(hands, window.node, "what changed", tap)
        window.keys("ctrl+question")
        dialog = stage.wait_for(lambda: next((n for n in hands.children(app) if n != window.node), None), "the shortcuts")
        check_names(hands, dialog, "shortcuts", tap)
    finally:
        program.close()


stage.perform(listen, listen_to_kinds, listen_to_many, listen_to_eras, listen_to_amounts, listen_to_buttons)
