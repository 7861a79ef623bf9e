# SPDX-License-Identifier: GPL-3.0-or-later
"""The Test Anything Protocol, and where things are: what the tests of the house share.

A test that fails says why in comment lines. Cost: none worth naming."""

import os
import sys
from pathlib import Path

ROOT = Path(os.environ.get("WHENCE_SOURCE_ROOT", Path(__file__).parents[2]))
BUILD = Path(os.environ.get("WHENCE_BUILD_ROOT", ROOT / "build"))


class Tap:
    """Counts what it prints; finish() prints the plan and ends the program."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, good, name, *why):
        self.count += 1
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}")
        if not good:
            self.failed += 1
            for line in "\n".join(map(str, why)).splitlines():
                print("# " + line)

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}")

    def may_skip(self, name, there):
        """Whether the case cannot be tried: what it takes is not there, and cannot be had since a Flatpak is being
        built. Everywhere else that is a failure, which nobody overlooks."""
        if there:
            return False
        if "FLATPAK_ID" in os.environ:
            self.skip(name, "not in the SDK")
        else:
            self.check(False, name, "the machine has not what it takes")
        return True

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)
