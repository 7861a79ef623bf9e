# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures from the command line: what each option does to them, and the same bytes whatever the surroundings."""

import re
import struct
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "house"))
from program import EXAMPLE, FAULTY, export, run  # noqa: E402
from tap import Tap  # noqa: E402


def check_pictures(tap, folder):
    png = export(folder, "png")
    tap.check(struct.unpack(">II", png[16:24]) == (1280, 800), "a PNG has the default size")
    png = export(folder, "png", "--size=640x480", "--scale=2", "--view=graph")
    tap.check(struct.unpack(">II", png[16:24]) == (1280, 960), "a scale multiplies the pixels")
    svg = export(folder, "svg")
    texts = " ".join("".join(t.itertext()) for t in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))
    for words in ("Meta, Scale AI and Alexandr Wang", "$14.3", "49", "$29", "$14", "Alexandr Wang", "Undated"):
        tap.check(words in texts, f"the SVG says “{words}” as text")
    for words in ("Amounts · Scale AI, Meta, WhatsApp", "Meta → WhatsApp", "$19\u00a0B", "Meta → Scale AI", "$30\u00a0B"):
        tap.check(words in texts, f"the track of amounts says “{words}”")
    tap.check(export(folder, "svg", "--amounts=auto", "--amounts-scale=linear") == svg, "amounts are there by default")
    none = export(folder, "svg", "--amounts=none").decode()
    tap.check("Amounts" not in none, "and not where they are not wanted")
    one = export(folder, "svg", "--amounts=whatsapp,meta", "--amounts-currency=USD").decode()
    tap.check("Amounts · WhatsApp, Meta" in one, "or those of whom they are wanted")
    pdf = export(folder, "pdf", "--size=800x400")
    tap.check(pdf.startswith(b"%PDF-") and b"/MediaBox [ 0 0 600 300 ]" in pdf, "a PDF has 0.75 pt a pixel")
    done = run("--export=-", "--type=svg", EXAMPLE)
    tap.check(done.returncode == 0 and done.stdout == svg, "standard output takes the same bytes")


def check_options(tap, folder):
    plain = export(folder, "svg")
    for option in (
        "--view=timeline", "--view=graph", "--compare=2015,2025", "--theme=dark", "--theme=print", "--as-of=2020", "--known-by=2024-05", "--range=2015/2020",
        "--focus=scale-ai", "--group-by=fact-type", "--layout=concentric", "--layout=layered",
        "--layout=chronological", "--layers-by=command", "--size-by=amount", "--size-by=betweenness",
        "--size-by=pagerank", "--size-by=none", "--color-by=community", "--color-by=component", "--seed=7", "--no-title", "--no-legend", "--no-sources", "--transparent",
        "--locale=de", "--size=900x900", "--amounts=none", "--amounts=meta", "--amounts-scale=log",
    ):  # fmt: skip
        tap.check(export(folder, "svg", option) != plain, f"{option} changes the picture")


def check_focus(tap, folder):
    whole = export(folder, "svg", "--view=graph", "--focus=meta").decode()
    near = export(folder, "svg", "--view=graph", "--focus=meta", "--hops=1").decode()
    count = lambda svg: svg.count('id="entity-')  # noqa: E731
    tap.check((count(whole), count(near)) == (34, 14), "--hops leaves out who is farther", count(whole), count(near))
    tap.check("20 people, companies and" in near, "and the picture counts them")
    two = export(folder, "svg", "--view=graph", "--focus=meta,china", "--hops=0").decode()
    tap.check(count(two) == 2, "--focus takes several", count(two))


def check_compare(tap, folder):
    svg = export(folder, "svg", "--view=graph", "--compare=2020,2025-12").decode()
    for words in ("2020 compared with December 2025", "Begun", "Ended", "Unchanged", "Possibly at one of the dates"):
        tap.check(words in svg, f"a comparison says “{words}”")
    tap.check("Changed" not in svg, "and does not explain what does not occur")
    tap.check("As of" not in svg and "At neither date" not in svg, "nor dates that it does not look at")
    places = lambda svg: re.findall(r'<g id="(entity-[^"]*)".*?<(?:circle|path|rect)[^>]*>', svg)  # noqa: E731
    whole = export(folder, "svg", "--view=graph").decode()
    tap.check(places(svg) == places(whole), "everybody is in it")
    done = run("--export=-", "--type=svg", "--compare=2025,2015", EXAMPLE)
    tap.check(b"give the earlier one first" in done.stderr, "an error says what to do", done.stderr)


def check_known_by(tap, folder):
    """Of what the sources of that time had otherwise, the picture shows what they had."""
    harbour = Path(EXAMPLE).parent / "who-sold-the-harbour.facts.json"
    texts = lambda svg: " ".join(re.findall(r">([^<]*)<", svg))  # noqa: E731
    early = texts(run("--export=-", "--type=svg", "--view=both", "--known-by=2017-12", str(harbour)).stdout.decode())
    whole = texts(run("--export=-", "--type=svg", "--view=both", str(harbour)).stdout.decode())
    for then, later in (("57.5", "€42"), ("51", "49"), ("19 Jun", "3 Mar"), ("Acquisition: Nordkaai", "Nordkaai buys into")):
        tap.check(then in early, f"by then {then} was known", early)
        tap.check(later not in early and later in whole, f"and {later} was not", early)


def check_surroundings(tap, folder):
    for suffix in ("png", "svg", "pdf"):
        plain = export(folder, suffix)
        other = export(folder, suffix, TZ="Asia/Kolkata", HOME="/", LC_ALL="C", LANG="de_DE.UTF-8", LANGUAGE="de",
                       COLUMNS="20", GTK_THEME="HighContrast")  # fmt: skip
        tap.check(plain == other, f"a {suffix.upper()} does not depend on time zone, home and language")


def check_language_after_problems(tap, folder):
    """Problems are put into words before the language is known; the picture is in it all the same."""
    path, out = Path(folder) / "faulty.facts.json", Path(folder) / "faulty.svg"
    path.write_text(FAULTY)
    for surroundings in ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}, {"LC_ALL": "", "LANG": "C.UTF-8", "LANGUAGE": "fr"}):
        done = run(f"--export={out}", "--locale=de", str(path), **surroundings)
        drawn = out.read_text() if done.returncode == 0 else ""
        tap.check("Fakten über" in drawn and "Facts about" not in drawn, f"problems leave the language be, {surroundings}", done)


def check_german(tap, folder):
    texts = export(folder, "svg", "--locale=de").decode()
    again = export(folder, "svg", "--locale=de_DE.UTF-8").decode()
    tap.check("Undatiert" in texts or "Ohne Datum" in texts, "--locale=de speaks German without a German locale")
    tap.check(texts == again, "--locale=de_DE.UTF-8 is the same")
    check_language_after_problems(tap, folder)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_pictures(tap, folder)
        check_options(tap, folder)
        check_focus(tap, folder)
        check_compare(tap, folder)
        check_known_by(tap, folder)
        check_surroundings(tap, folder)
        check_german(tap, folder)
    tap.finish()


main()
