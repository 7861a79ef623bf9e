# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window remembers of each story: one comes back in the view and in the size in which it was left, though another
was closed last; the files themselves stay as they were."""

import os
import re
import shutil
import signal
from pathlib import Path

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
NAME = "io.github.whence_app.Whence"
PATH = "/io/github/whence_app/Whence"
BUS = "org.freedesktop.DBus"
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


def call_at(name, path, interface, method, signature=None, *arguments):
    from gi.repository import Gio, GLib

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    parameters = GLib.Variant(signature, arguments) if signature else None
    return bus.call_sync(name, path, interface, method, parameters, None, 0, 30000).unpack()


def call(method, signature, *arguments):
    return call_at(NAME, PATH + "/SearchProvider", "org.gnome.Shell.SearchProvider2", method, signature, *arguments)


def call_bus(method, signature=None, *arguments):
    return call_at(BUS, "/org/freedesktop/DBus", BUS, method, signature, *arguments)


def is_there():
    return NAME in call_bus("ListNames")[0]


def faults_in(log):
    text = log.read_text(errors="replace") if log.exists() else "it was never started"
    return re.findall("(?m)^.*(?:WARNING|CRITICAL|ERROR|runtime error|never started).*$", text)


def end_service():
    """By its process: it was not we who started it."""
    if is_there():
        os.kill(call_bus("GetConnectionUnixProcessID", "(s)", NAME)[0], signal.SIGTERM)
        stage.wait_for(lambda: not is_there(), "the service to go")


def let_the_bus_start_it(log):
    """As an installed program: its service file, with the program of the build tree, for a bus that reads it."""
    written = (BUILD / "data" / (NAME + ".service")).read_text()
    command = re.search("^Exec=(\\S+)(.*)$", written, re.M)
    wrapper = Path(os.environ["HOME"], "start-whence")
    wrapper.write_text(f'#!/bin/sh\nexec {WHENCE} "$@" >>{log} 2>&1\n')
    wrapper.chmod(0o755)
    folder = Path(os.environ["XDG_DATA_HOME"], "dbus-1", "services")
    folder.mkdir(parents=True)
    (folder / (NAME + ".service")).write_text(written.replace(command[1], str(wrapper)))
    # A bus of a test inherits no such variables as a session gives its programs.
    call_bus("ReloadConfig")
    call_bus("UpdateActivationEnvironment", "(a{ss})", dict(os.environ))
    return Path(command[1]).name == "whence"


def search_from_the_desktop(hands, tap):
    """What the desktop's search asks, of a program that the bus starts for it."""
    log = Path(os.environ["HOME"], "service.txt")
    tap.check(let_the_bus_start_it(log), "its service file starts whence")
    try:
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
        open_from_the_desktop(hands, tap)
        tap.check(not faults_in(log), "no warning of the service", *faults_in(log))
    finally:
        end_service()


def open_from_the_desktop(hands, tap):
    """What a launcher asks of an application that the bus may start: its entry says DBusActivatable."""
    path = Path(os.environ["HOME"], "one.facts.json")
    end_service()
    call_at(NAME, PATH, "org.freedesktop.Application", "Open", "(asa{sv})", [path.as_uri()], {})
    window = hands.Window(hands.application("whence"), TITLE)
    tap.check(True, "the bus starts it with a file")
    window.keys("ctrl+q")
    stage.wait_for(lambda: not hands.xdotool("search", "--onlyvisible", "--name", TITLE), "the window to go")


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
