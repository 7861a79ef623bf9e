# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands and eyes: xdotool moves the pointer and the keys, AT-SPI tells what is on the screen.

To be imported when the stage stands, since the accessibility library looks for its bus at once."""

import os
import re
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from stage import end_with_parent, wait_for  # noqa: E402


def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, timeout=30)
    return done.stdout.strip()


def keys(*names):
    xdotool("key", "--delay", "20", *names)


def write(text):
    xdotool("type", "--delay", "5", text)


def press(node):
    Atspi.Action.do_action(node, 0)


class Program:
    def __init__(self, *command, log="log"):
        self.log = os.path.join(os.environ["HOME"], log + ".txt")
        with open(self.log, "wb") as file:
            # GTK's bridge to assistive technology and its file chooser leak; the widget tests are for ours.
            # What is loaded before it (LD_PRELOAD) comes before the sanitizers, too.
            env = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:verify_asan_link_order=0")
            self.process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, env=env, preexec_fn=end_with_parent)

    def warnings(self):
        with open(self.log, errors="replace") as file:
            return [line for line in file if re.search("WARNING|CRITICAL|ERROR|runtime error", line)]

    def wait(self, timeout=30):
        return self.process.wait(timeout)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def children(node):
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def plain(text):
    """With plain spaces, whatever the language puts between a number and its unit."""
    return re.sub("[\u00a0\u202f]", " ", text)


def name_of(node):
    try:
        return plain(node.get_name() or "")
    except GLib.Error:
        return ""


def description_of(node):
    try:
        return plain(node.get_description() or "")
    except GLib.Error:
        return ""


def role_of(node):
    try:
        return node.get_role_name()
    except GLib.Error:
        return ""


def is_in_state(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def is_selected(node):
    return is_in_state(node, Atspi.StateType.SELECTED)


def is_focused(node):
    return is_in_state(node, Atspi.StateType.FOCUSED)


def find_all(node, role=None, name=None):
    """All nodes of that role whose name matches the regular expression from its beginning."""
    return [
        n for n in walk(node) if (role is None or role_of(n) == role) and (name is None or re.match(name, name_of(n)))
    ]


def find(node, role=None, name=None, timeout=30):
    def look():
        found = find_all(node, role, name)
        return found[0] if found else None

    return wait_for(look, f"{role or 'anything'} named {name!r}", timeout)


def application(name):
    def look():
        for child in children(Atspi.get_desktop(0)):
            if name_of(child) == name:
                return child
        return None

    return wait_for(look, "the application on the accessibility bus")


class Window:
    """A toplevel: its node for the eyes, its number for the hands."""

    def __init__(self, app, title):
        self.node = find(app, None, title)
        self.number = wait_for(lambda: xdotool("search", "--onlyvisible", "--name", title), "the window").split()[-1]

    def keys(self, *names):
        """Types once the window really has the focus, which comes back late when a dialog has gone."""
        xdotool("windowfocus", "--sync", self.number)
        wait_for(lambda: is_in_state(self.node, Atspi.StateType.ACTIVE), "the window to be active")
        keys(*names)

    def _origin(self):
        geometry = dict(
            line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.number).splitlines() if "=" in line
        )
        size = Atspi.Component.get_extents(self.node, Atspi.CoordType.WINDOW)
        # A window without compositor has a frame of its own around what accessibility counts from.
        x = int(geometry["X"]) + (int(geometry["WIDTH"]) - size.width) // 2
        y = int(geometry["Y"]) + (int(geometry["HEIGHT"]) - size.height) // 2
        return x, y

    def width(self):
        return Atspi.Component.get_extents(self.node, Atspi.CoordType.WINDOW).width

    def shows(self, node):
        """Whether it lies within the window; a node that is folded away waits beside it."""
        extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return extents.width > 0 and 0 <= extents.x < self.width()

    def place_of(self, node, along=0.5):
        """A point of the node on the screen: the middle, or that part along its width."""
        extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        x, y = self._origin()
        return x + extents.x + int(extents.width * along), y + extents.y + extents.height // 2

    def box_of(self, node):
        """Its left, top, right and bottom on the screen."""
        extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        x, y = self._origin()
        return x + extents.x, y + extents.y, x + extents.x + extents.width, y + extents.y + extents.height

    def click(self, node):
        xdotool("mousemove", *self.place_of(node), "click", "1")
