# SPDX-License-Identifier: GPL-3.0-or-later
"""A window as narrow as a phone: whatever can be pressed there is 44 px high, for fingers are."""

import stage
from tap import BUILD, ROOT

EXAMPLE = ROOT / "data" / "examples" / "meta-scale-ai.facts.json"
TITLE = "Meta, Scale AI and Alexandr Wang"
LEAST = 44
PRESSED = {"push button", "toggle button", "check box", "radio button", "menu item", "check menu item", "radio menu item", "text", "combo box", "page tab", "link"}


def is_pressed(hands, node):
    return hands.role_of(node) in PRESSED


def show(hands, window):
    from gi.repository import Atspi
    import collections
    nodes=list(hands.walk(window.node)); print(collections.Counter(map(hands.role_of,nodes)), sum(hands.is_in_state(n, Atspi.StateType.SHOWING) for n in nodes))
    for node in nodes:
        if not is_pressed(hands, node): continue
        e = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        if e.width <= 0 or not window.shows(node): continue
        if e.height < LEAST or e.width < LEAST:
            print("#", hands.role_of(node), repr(hands.name_of(node)), e.x, e.y, e.width, e.height, flush=True)


def travel(hands, tap):
    program = hands.Program(str(BUILD / "src" / "app" / "whence"), str(EXAMPLE))
    try:
        app = hands.application("whence")
        window = hands.Window(app, TITLE)
        hands.xdotool("windowsize", "--sync", window.number, 400, 640)
        def narrow():
            hands.xdotool("windowsize", window.number, 360, 640)
            return window.width() <= 360
        stage.wait_for(narrow, "a window of 360 px")
        import time
        time.sleep(2)
        def step(name, *keys):
            if keys: window.keys(*keys)
            time.sleep(1.5)
            print("#---", name, flush=True)
            hands.xdotool
            import subprocess; subprocess.run(["import","-window","root",f"/tmp/w/old-desktop/touch-{name}.png"])
            show(hands, window)
        step("both", "ctrl+3"); step("timeline", "ctrl+1"); step("graph", "ctrl+2"); step("facts", "ctrl+4")
        step("inspector", "F9"); step("noinsp", "F9")
        step("filter", "ctrl+shift+f"); step("nofilter", "ctrl+shift+f")
        step("review", "F7"); step("noreview", "F7")
        step("search", "ctrl+f"); hands.write("meta"); step("searched"); step("nosearch", "Escape")
        step("known", "ctrl+k"); hands.write("2024-05"); hands.keys("Return"); step("known2"); window.keys("Escape")
        step("menu", "F10"); hands.keys("Escape")
        step("empty", "ctrl+n")
        print(program.warnings())
    finally:
        program.close()


stage.perform(travel)
