# SPDX-License-Identifier: GPL-3.0-or-later
"""A stage for journeys: a display, a window manager and a session bus of their own, and a home that is thrown away.
perform() is what every journey ends with.

Everything that is started here is ended here, by process. Nothing sleeps for a fixed time: it waits for what it needs."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.append(os.path.join(os.path.dirname(__file__), os.pardir, "house"))
from tap import Tap  # noqa: E402

# It would end this process too, over the warnings of the accessibility library. A journey reads the program's log.
os.environ.pop("G_DEBUG", None)

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
LIBRARIES = {"Atspi": "2.0", "Gtk": "4.0"}


def missing():
    """The programs and the libraries for Python without which there is no stage."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    for name, version in LIBRARIES.items():
        try:
            import gi

            gi.require_version(name, version)
        except (ImportError, ValueError):
            lacking.append(f"{name} {version} for Python")
    return lacking


def skip_without_display():
    """Leaves the program when a Flatpak is being built: its SDK has no display, and nothing can be installed there.
    Everywhere else a machine without a stage is a failure, which nobody overlooks."""
    if "FLATPAK_ID" in os.environ and missing():
        print("1..0 # SKIP no display in the SDK: " + ", ".join(missing()))
        sys.exit(0)


def end_with_parent():
    """In a child process: however the journey ends, it takes this process along."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class Stage:
    def __init__(self, size="1280x800"):
        self.processes = []
        self.folder = tempfile.mkdtemp(prefix="whence-journey-")
        self._set_environment()
        self._start_bus()
        self._start_display(size)

    def _set_environment(self):
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            os.environ.pop(name, None)
        for name, folder in {
            "HOME": "home",
            "XDG_RUNTIME_DIR": "run",
            "XDG_CONFIG_HOME": "config",
            "XDG_DATA_HOME": "data",
            "XDG_CACHE_HOME": "cache",
            "XDG_STATE_HOME": "state",
        }.items():
            os.environ[name] = os.path.join(self.folder, folder)
            os.makedirs(os.environ[name], mode=0o700)
        os.environ.update(
            GSETTINGS_BACKEND="keyfile",
            GSK_RENDERER="cairo",
            GDK_BACKEND="x11",
            GTK_A11Y="atspi",
            GTK_USE_PORTAL="0",
            LIBGL_ALWAYS_SOFTWARE="1",
            # Without it the desktop's accessibility bus is not started for us.
            NO_AT_BRIDGE="0",
        )
        os.makedirs(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0"))
        with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini"), "w") as file:
            file.write("[Settings]\ngtk-enable-animations=0\ngtk-font-name=DejaVu Sans 11\n")

    def _start(self, *command, **options):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, preexec_fn=end_with_parent, **options)
        self.processes.append(process)
        return process

    def _start_bus(self):
        bus = self._start(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", stdout=subprocess.PIPE, text=True
        )
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def _start_display(self, size):
        reader, writer = os.pipe()
        self._start(
            "Xvfb", "-displayfd", str(writer), "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset",
            pass_fds=(writer,), stdout=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as file:
            os.environ["DISPLAY"] = ":" + file.readline().strip()
        self._start("openbox", "--sm-disable", stdout=subprocess.DEVNULL)
        wait_for(lambda: subprocess.run(["xdotool", "get_desktop"], capture_output=True).returncode == 0, "openbox")

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def wait_for(condition, what, timeout=30):
    """The first true value of condition(); AssertionError when it does not come."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError("waited in vain for " + what)
        time.sleep(0.03)


def wait_for_rest(value, readings=8, timeout=30):
    """value() when it has come out the same that many times."""
    last, same, end = value(), 1, time.monotonic() + timeout
    while same < readings and time.monotonic() < end:
        time.sleep(0.03)
        new = value()
        last, same = new, same + 1 if new == last else 1
    return last


def perform(*journeys, size="1280x800"):
    """Sets the stage, of that size, goes on the journeys, functions of (hands, tap), one after another, and ends the program."""
    tap = Tap()
    skip_without_display()
    lacking = missing()
    if lacking:
        tap.check(False, "the machine has what it takes", *lacking)
        tap.finish()
    scene = Stage(size)
    try:
        import hands

        for journey in journeys:
            journey(hands, tap)
    except AssertionError as error:
        tap.check(False, "the journey reaches its end", error)
    finally:
        scene.close()
    tap.finish()
