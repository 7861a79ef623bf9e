# SPDX-License-Identifier: GPL-3.0-or-later
"""A monkey at the window: it clicks, drags, turns the wheel, presses keys, writes, changes the size of the window, turns the
direction of its language, sets any action to any of its words, opens and spoils files, and takes things back in storms, in
any order and without waiting, until it closes the window in the middle of something.

A find is a warning, a sanitizer's report, an exit status other than 0, or a window that no longer answers. Seeded and bounded
by count; what was done last is said with a find. The same seed does the same acts, but not at the same moments.

    monkey.py LOOKER [--seed=N] [--count=N] [--rounds=N] [STORY…]"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "journeys"), str(Path(__file__).parents[1] / "house")]

import stage  # noqa: E402
from tap import BUILD, ROOT  # noqa: E402

WHENCE = str(BUILD / "src" / "app" / "whence")
EXAMPLES = ROOT / "data" / "examples"
NAME, PATH = "io.github.whence_app.Whence", "/io/github/whence_app/Whence"
PATIENCE = 120_000  # ms until it answers
WIDTH, HEIGHT = 1280, 800
SIZES = ((360, 640), (360, 294), (600, 800), (900, 600), (1280, 800))
MODIFIERS = ("", "", "", "ctrl+", "shift+", "alt+", "ctrl+shift+")
KEYS = (
    *"abcdefhlnoprstuz0+-.,[]", "Left", "Right", "Up", "Down", "Home", "End", "Page_Up", "Page_Down", "Tab", "Return", "space",
    "Escape", "Delete", "BackSpace", "Menu", "F2", "F3", "F4", "F5", "F7", "F9", "F10", "1", "2", "3", "4", "5",
)  # fmt: skip
TEXTS = ("2024-05", "1999/2010", "~", "ai", "\u0645\u064a\u062a\u0627", "zz qq", "-0043", "1e9", "\u540d\u524d", "meta inv")
WORDS = {
    "view": ("timeline", "graph", "both", "facts"),
    "grouping": ("none", "entity", "entity-type", "fact-type", "source"),
    "layout": ("organic", "concentric", "layered", "command", "chronological", "saved"),
    "faith": ("balanced", "distances", "neighbours"),
    "node-size": ("degree", "amount", "betweenness", "pagerank", "none"),
    "node-color": ("type", "community", "component"),
    "color-scheme": ("default", "light", "dark"),
}
# What GTK 4.8 says of a popup over a window that was moved beside the screen, and of a scrollbar that fades after its window.
OF_GTK = re.compile("gdk_monitor_get_geometry|attempt to allocate Gtk(PopoverContent|ScrolledWindow)|gdk_frame_clock_get_frame_time")
HEADER = 48  # px: who drags there moves the window
# It would end the program, or wait for what is outside of it.
LEFT_ALONE = {"quit", "open-folder", "print"}


class Monkey:
    def __init__(self, hands, rng, program, story):
        self.hands, self.rng, self.program, self.story = hands, rng, program, story
        self.log, self.size = [], (WIDTH, HEIGHT)

    # --- What it reaches for ---

    def call(self, path, interface, method, signature, *arguments):
        from gi.repository import Gio, GLib

        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        return bus.call_sync(NAME, path, interface, method, GLib.Variant(signature, arguments), None, 0, PATIENCE).unpack()

    def answers(self):
        """Whether it comes round to a question; when it has ended, that is another matter."""
        try:
            self.call(PATH, "org.gtk.Actions", "List", "()")
        except Exception as error:
            return self.program.process.poll() is not None or "Timeout" not in str(error)
        return True

    def faults(self):
        return [line for line in self.program.warnings() if not OF_GTK.search(line)]

    def point(self, top=0):
        return self.rng.randrange(self.size[0]), self.rng.randrange(top, self.size[1])

    def window(self):
        found = self.hands.xdotool("search", "--onlyvisible", "--pid", self.program.process.pid).split()
        return self.rng.choice(found) if found else None

    # --- Acts ---

    def click(self):
        button = self.rng.choice((1, 1, 1, 1, 2, 3))
        self.hands.xdotool("mousemove", *self.point(), "click", "--repeat", self.rng.choice((1, 1, 2, 3)), "--delay", 10, button)

    def drag(self):
        modifier = self.rng.choice((None, None, None, "shift", "ctrl"))
        way = [part for _ in range(self.rng.randrange(2, 9)) for part in ("mousemove", *self.point())]
        held = [("keydown", modifier), ("keyup", modifier)] if modifier else [(), ()]
        self.hands.xdotool("mousemove", *self.point(HEADER), *held[0], "mousedown", 1, *way, "mouseup", 1, *held[1])

    def wheel(self):
        modifier = self.rng.choice((None, "ctrl", "shift"))
        held = [("keydown", modifier), ("keyup", modifier)] if modifier else [(), ()]
        button = self.rng.choice((4, 5, 6, 7))
        self.hands.xdotool("mousemove", *self.point(), *held[0], "click", "--repeat", self.rng.randrange(1, 20), "--delay", 4, button, *held[1])

    def press(self):
        keys = [self.rng.choice(MODIFIERS) + self.rng.choice(KEYS) for _ in range(self.rng.randrange(1, 8))]
        # Those that close are for the end.
        self.hands.xdotool("key", "--delay", 4, *(key for key in keys if key not in ("ctrl+q", "alt+F4")))

    def write(self):
        self.hands.xdotool("key", self.rng.choice(("ctrl+f", "ctrl+g", "ctrl+k", "ctrl+shift+f", "F2", "ctrl+shift+c")))
        self.hands.xdotool("type", "--delay", 3, self.rng.choice(TEXTS))
        self.hands.xdotool("key", self.rng.choice(("Return", "Escape", "Tab", "Down", "BackSpace")))

    def resize(self):
        if (number := self.window()) is not None:
            for self.size in self.rng.choices(SIZES, k=self.rng.randrange(1, 5)):
                self.hands.xdotool("windowmove", number, 0, 0, "windowsize", number, *self.size)

    def turn(self):
        self.program.process.send_signal(signal.SIGUSR2)

    def act(self):
        """One of the actions that are possible now, of the program or of one of its windows."""
        paths = [PATH, *(f"{PATH}/window/{i}" for i in range(1, 4))]
        path = self.rng.choice(paths)
        try:
            actions = self.call(path, "org.gtk.Actions", "DescribeAll", "()")[0]
        except Exception:  # no such window any more
            return
        names = sorted(name for name, (enabled, *_) in actions.items() if enabled and name not in LEFT_ALONE)
        if names:
            self.do_action(path, name := self.rng.choice(names), actions[name][1])

    def do_action(self, path, name, signature):
        from gi.repository import GLib

        words = WORDS.get(name)
        if signature and not words:
            return
        self.log.append(name)
        self.call(path, "org.gtk.Actions", "Activate", "(sava{sv})", name, [GLib.Variant("s", self.rng.choice(words))] if words else [], {})

    def take_back(self):
        self.hands.xdotool("key", "--delay", 1, *self.rng.choices(("ctrl+z", "ctrl+shift+z"), k=self.rng.randrange(5, 60)))

    def open_another(self):
        """Into the running program: an example, the same once more, or what is no story."""
        other = self.rng.choice((self.story, EXAMPLES / "who-sold-the-harbour.facts.json", Path(__file__), ROOT / "data"))
        subprocess.run([WHENCE, str(other)], capture_output=True, env=dict(os.environ, ASAN_OPTIONS="detect_leaks=0"), timeout=120)

    def spoil(self):
        """Another program writes the file that is open: the half of it, a new one, or the same again."""
        data = self.story.read_bytes()
        part = self.story.with_suffix(".new")
        part.write_bytes(self.rng.choice((data, data[:len(data) // 2], (EXAMPLES / "who-sold-the-harbour.facts.json").read_bytes())))
        part.rename(self.story)

    def save_and_go_on(self):
        self.hands.xdotool("key", "--delay", 1, "ctrl+s", "ctrl+z", "ctrl+s", "F5")

    def calm_down(self):
        self.hands.xdotool("key", "--delay", 5, "Escape", "Escape", "Escape")
        if (number := self.window()) is not None:
            self.hands.xdotool("windowmove", number, 0, 0, "windowfocus", number)

    ACTS = ((click, 8), (drag, 8), (wheel, 6), (press, 12), (write, 4), (resize, 3), (turn, 1), (act, 10), (take_back, 2), (open_another, 1),
            (spoil, 1), (save_and_go_on, 1), (calm_down, 4))  # fmt: skip

    def step(self):
        act = self.rng.choices([act for act, _ in self.ACTS], [weight for _, weight in self.ACTS])[0]
        self.log.append(act.__name__)
        act(self)

    def leave(self):
        """In the middle of something: what it asks is answered at random, until it has gone."""
        self.hands.xdotool("key", "--delay", 1, *self.rng.choice((("ctrl+s", "ctrl+q"), ("ctrl+q",), ("F4", "ctrl+q"), ("F5", "ctrl+q"))))

        def gone():
            self.calm_down()
            for key in ("ctrl+q", "alt+d"):
                if self.program.process.poll() is None:
                    self.hands.xdotool("key", key)
                    stage.time.sleep(0.2)
            return self.program.process.poll() is not None

        try:
            stage.wait_for(gone, "the program to end", timeout=PATIENCE // 1000)
        except AssertionError as error:
            open_now = self.hands.xdotool("search", "--onlyvisible", "--pid", self.program.process.pid, "getwindowname", "%@")
            raise AssertionError(f"{error}; it {'answers' if self.answers() else 'does not answer'}, with {open_now!r}") from error


def play(hands, tap, looker, story, seed, count):
    rng = random.Random(f"{story.name}/{seed}")
    folder = Path(os.environ["HOME"], f"{story.stem}-{seed}")
    folder.mkdir()
    os.chdir(folder)
    own = folder / story.name
    shutil.copyfile(story, own)
    os.environ["LD_PRELOAD"] = looker
    program = hands.Program(WHENCE, str(own), log=f"{story.stem}-{seed}")
    del os.environ["LD_PRELOAD"]
    monkey = Monkey(hands, rng, program, own)
    why = []
    try:
        stage.wait_for(monkey.window, "the window", timeout=PATIENCE // 1000)
        for number in range(count):
            monkey.step()
            if program.process.poll() is not None or monkey.faults():
                break
            if number % 10 == 9 and not monkey.answers():
                why.append("it does not answer")
                break
        if program.process.poll() is None and not why:
            monkey.leave()
    except AssertionError as error:
        why.append(error)
    finally:
        program.close()
    if program.process.returncode != 0:
        why.append(f"exit status {program.process.returncode}")
    why += monkey.faults()
    if why:
        why.append("after " + ", ".join(monkey.log[-30:]))
    tap.check(not why, f"{story.name}, seed {seed}: {len(monkey.log)} acts", *why)


def keep_inside():
    """A link that is clicked opens nothing."""
    applications = Path(os.environ["XDG_DATA_HOME"], "applications")
    applications.mkdir()
    (applications / "nothing.desktop").write_text("[Desktop Entry]\nType=Application\nName=Nothing\nExec=true %u\n")
    kinds = ("x-scheme-handler/http", "x-scheme-handler/https", "x-scheme-handler/mailto", "inode/directory", "image/png", "text/html")
    lines = "".join(f"{kind}=nothing.desktop\n" for kind in kinds)
    Path(os.environ["XDG_CONFIG_HOME"], "mimeapps.list").write_text("[Default Applications]\n" + lines)


def write_story(n_facts):
    path = Path(os.environ["HOME"], f"{n_facts}.facts.json")
    with open(path, "wb") as file:
        subprocess.run([sys.executable, ROOT / "tests" / "bench" / "generate.py", str(n_facts)], stdout=file, check=True)
    return path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("looker")
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    own = [path.resolve() for path in options.stories]

    def play_all(hands, tap):
        keep_inside()
        stories = own or [EXAMPLES / "meta-scale-ai.facts.json", ROOT / "tests" / "paint" / "everything.facts.json", write_story(1000)]
        for seed in range(options.seed, options.seed + options.rounds):
            for story in stories:
                play(hands, tap, options.looker, story, seed, options.count)

    stage.perform(play_all, size=f"{WIDTH}x{HEIGHT}")


main()
