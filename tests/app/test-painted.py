#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that the painters write are neither cut nor do they lie on each other: languages with long words, from right to
left, without spaces, and the longest of all, from a phone to a wall. All languages and stories are in long/matrix."""

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / folder) for folder in ("house", "long")]

import painted  # noqa: E402
import pseudo  # noqa: E402
from tap import ROOT, Tap  # noqa: E402

tap = Tap()
painted.check_itself(tap)
with tempfile.TemporaryDirectory(prefix="whence-painted-") as home:
    folder = pseudo.write_catalogues(Path(home, "locale"))
    for language in ("de", "ar", "ja", pseudo.LANGUAGE):
        painted.check(tap, ROOT / "data" / "examples" / "meta-scale-ai.facts.json", language, folder)
tap.finish()
