# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard is: Tab reaches everything there is to press, each has a name, and the ring around it is seen. Its
pixels keep 3:1 to what they were without it (WCAG 2.2, 1.4.11 and 2.4.13), in light, dark and high contrast."""

import os
import re
import subprocess

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
WIDTH, HEIGHT = 1280, 800
THEMES = {
    "light": {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "light high contrast": {"ADW_DEBUG_COLOR_SCHEME": "prefer-light", "ADW_DEBUG_HIGH_CONTRAST": "1"},
    "dark high contrast": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark", "ADW_DEBUG_HIGH_CONTRAST": "1"},
}
MOST_STOPS = 60
LEAST_CONTRAST = 3.0
AROUND = 8  # px that a ring may lie inside or outside of what it is around
LEAST_SEEN = 0.75  # of the length of the outline: a ring of one pixel with round corners


def picture():
    done = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], capture_output=True, check=True)
    return done.stdout


LINEAR = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in range(256)]


def luminance(pixels, at):
    return 0.2126 * LINEAR[pixels[at]] + 0.7152 * LINEAR[pixels[at + 1]] + 0.0722 * LINEAR[pixels[at + 2]]


def contrast(a, b, at):
    one, other = luminance(a, at), luminance(b, at)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def frame_of(box):
    """The pixels around the edge of a box."""
    left, top, right, bottom = box
    for y in range(max(top - AROUND, 0), min(bottom + AROUND, HEIGHT)):
        edge = y < top + AROUND or y >= bottom - AROUND
        for x in range(max(left - AROUND, 0), min(right + AROUND, WIDTH)):
            if edge or x < left + AROUND or x >= right - AROUND:
                yield 3 * (y * WIDTH + x)


def count_seen(focused, plain, box):
    return sum(focused[at : at + 3] != plain[at : at + 3] and contrast(focused, plain, at) >= LEAST_CONTRAST
               for at in frame_of(box))  # fmt: skip


def focused_node(hands, window):
    return next((node for node in hands.walk(window.node) if hands.is_focused(node)), None)


def walk_stops(hands, window):
    """(role, name, box, picture) of each stop of Tab, until it comes round."""
    stops, seen = [], set()
    for _ in range(MOST_STOPS):
        node = stage.wait_for(lambda: focused_node(hands, window), "something to have the focus")
        box = window.box_of(node)
        key = (hands.role_of(node), box)
        if key in seen:
            return stops
        seen.add(key)
        stops.append((hands.role_of(node), hands.name_of(node), box, stage.wait_for_rest(picture, readings=3)))
        hands.keys("Tab")
        stage.wait_for(lambda: not hands.is_focused(node), "Tab to leave " + hands.name_of(node))
    return stops


def check_rings(stops, theme, tap):
    faults = []
    for i, (role, name, box, focused) in enumerate(stops):
        plain = stops[(i + 1) % len(stops)][3]
        around = 2 * (box[2] - box[0] + box[3] - box[1])
        n_seen = count_seen(focused, plain, box)
        if n_seen < LEAST_SEEN * min(around, 200):
            faults.append(f"{role} “{name}” {box}: {n_seen} of {around} pixels")
    tap.check(not faults, f"{theme}: the focus is seen at 3:1", *faults)


def see_focus(hands, tap):
    for theme, environment in THEMES.items():
        os.environ.update(environment)
        program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
        try:
            window = hands.Window(hands.application("whence"), TITLE)
            hands.xdotool("mousemove", WIDTH - 1, HEIGHT - 1)
            hands.find(window.node, "list", "Graph")
            window.keys("Tab")
            stops = walk_stops(hands, window)
            # What nobody has named, GTK calls by its kind.
            nameless = [f"{role} {name} {box}" for role, name, box, _ in stops if not name or re.match("(Gtk|Adw|Whence)[A-Z]", name)]
            tap.check(len(stops) > 15, f"{theme}: Tab goes through the window", *[stop[:2] for stop in stops])
            tap.check(not nameless, f"{theme}: each stop has a name", *nameless)
            check_rings(stops, theme, tap)
            tap.check(not program.warnings(), f"{theme}: no warning", *program.warnings())
        finally:
            program.close()
            for name in environment:
                os.environ.pop(name)


stage.perform(see_focus, size=f"{WIDTH}x{HEIGHT}")
