# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window remembers of each story: one comes back in the view and in the size in which it was left, though another
was closed last; the files themselves stay as they were."""

import os
import shutil
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
WHENCE = str(BUILD / "src" / "app" / "whence")


def is_shown(hands, window, name):
    return bool(hands.find_all(window.node, "list", name + "$"))


def wait_for_views(hands, window, timeline, graph):
    stage.wait_for(
        lambda: is_shown(hands, window, "Timeline") == timeline and is_shown(hands, window, "Graph") == graph,
        f"timeline {timeline}, graph {graph}",
    )


def visit(hands, path, work):
    program = hands.Program(WHENCE, str(path), log=path.stem)
    try:
        window = hands.Window(hands.application("whence"), TITLE)
        work(window)
        window.keys("ctrl+q")
        return program.wait() == 0 and not program.warnings()
    finally:
        program.close()




def remember(hands, tap):
    one, other = (Path(os.environ["HOME"], name + ".facts.json") for name in ("one", "other"))
    for path in (one, other):
        shutil.copy(EXAMPLE, path)

    def leave_the_timeline(window):
        window.keys("ctrl+1")
        wait_for_views(hands, window, True, False)
        hands.xdotool("windowsize", "--sync", window.number, 900, 600)
        widths.append(stage.wait_for_rest(window.width))

    def leave_the_graph(window):
        window.keys("ctrl+2")
        wait_for_views(hands, window, False, True)
        hands.xdotool("windowsize", "--sync", window.number, 1100, 700)

    def find_the_timeline(window):
        wait_for_views(hands, window, True, False)
        stage.wait_for(lambda: window.width() == widths[0], "the width that it had")
        tap.check(True, "a story comes back in its view and in its size, though another was closed last")

    widths = []
    clean = [
        visit(hands, one, leave_the_timeline),
        visit(hands, other, leave_the_graph),
        visit(hands, one, find_the_timeline),
    ]
    tap.check(all(clean), "no warning on the way", clean)
    tap.check(one.read_bytes() == other.read_bytes() == EXAMPLE.read_bytes(), "the files are as they were")


def call(method, signature, *arguments):
    from gi.repository import Gio, GLib

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = bus.call_sync(
        "io.github.whence_app.Whence", "/io/github/whence_app/Whence/SearchProvider", "org.gnome.Shell.SearchProvider2",
        method, GLib.Variant(signature, arguments), None, 0, 20000,
    )  # fmt: skip
    return answer.unpack()


def is_there():
    from gi.repository import Gio, GLib

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    names = bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames", None, None, 0, 5000).unpack()[0]
    return "io.github.whence_app.Whence" in names


def search_from_the_desktop(hands, tap):
    """What the desktop's search asks, of a program that was started for it."""
    program = hands.Program(WHENCE, "--gapplication-service", log="service")
    try:
        stage.wait_for(is_there, "the service")
        stories = call("GetInitialResultSet", "(as)", ["SCALE", "wang"])[0]
        uris = {Path(os.environ["HOME"], name + ".facts.json").as_uri() for name in ("one", "other")}
        tap.check(uris <= set(stories), "the stories are found by their title, in any case", *stories)
        people = call("GetSubsearchResultSet", "(asas)", stories, ["zuckerberg"])[0]
        tap.check(len(people) == 2, "and people by their names", *people)
        tap.check(not call("GetInitialResultSet", "(as)", ["zzz"])[0], "what is nowhere is not found")
        metas = call("GetResultMetas", "(as)", people[:1])[0]
        tap.check(
            metas and (metas[0]["name"], metas[0]["description"]) == ("Mark Zuckerberg", TITLE), "results have words", metas
        )
        call("ActivateResult", "(sasu)", people[0], ["zuckerberg"], 0)
        window = hands.Window(hands.application("whence"), TITLE)
        # The inspector tells of whom is selected, whichever view was left.
        hands.find(window.node, "label", "Mark Zuckerberg$")
        tap.check(True, "a result opens its story and is selected")
        window.keys("ctrl+q")
        stage.wait_for(lambda: not hands.xdotool("search", "--onlyvisible", "--name", TITLE), "the window to go")
        tap.check(not program.warnings(), "no warning of the service", *program.warnings())
    finally:
        program.close()


def survive_nonsense(hands, tap):
    """A memory that somebody has spoilt."""
    path = Path(os.environ["HOME"], "one.facts.json")
    folder = Path(os.environ["XDG_STATE_HOME"], "whence", "stories")
    for memory in folder.iterdir():
        memory.write_text(
            "[Window]\nwidth=-5\nheight=99999999\ntimeline=x\n[Look]\nview='elsewhere'\nlayout=7\ngrouping='saved'\n"
            "[Time]\nrange=9 3\nas-of=99999999999999999999 1\n"
        )
    good = visit(hands, path, lambda window: hands.find(window.node, "list", "(Timeline|Graph)$"))
    tap.check(good, "a spoilt memory is not obeyed, and nothing is said of it")


stage.perform(remember, search_from_the_desktop, survive_nonsense)
