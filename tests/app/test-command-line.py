# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line is a contract: exit codes, one line on standard error, and the same bytes whatever the surroundings.

Runs the program without a display, with a home that does not exist."""

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "house"))
from tap import BUILD, ROOT, Tap  # noqa: E402

WHENCE = BUILD / "src" / "app" / "whence"
EXAMPLE = str(ROOT / "data" / "examples" / "meta-scale-ai.facts.json")
FAULTY = """{"whence": 1,
 "entities": [{"id": "a", "type": "person", "name": "Ann"}],
 "facts": [{"id": "f", "type": "birth", "subject": "a", "date": "2016-02-30"},
  {"id": "f", "type": "death", "subject": "a"}]}"""


def run(*arguments, **surroundings):
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    env.update({"HOME": "/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent", **surroundings})
    return subprocess.run([str(WHENCE), *arguments], capture_output=True, env=env, timeout=60)


def one_line(done):
    """Whether there is exactly one line on standard error and nothing else."""
    return done.stdout == b"" and done.stderr.count(b"\n") == 1 and done.stderr.endswith(b"\n")


def check_help(tap):
    done = run("--version")
    tap.check(done.returncode == 0 and done.stdout.startswith(b"whence "), "--version", done)
    done = run("--help")
    tap.check(done.returncode == 0 and b"--export=OUT" in done.stdout and b"--group-by" in done.stdout, "--help", done)


def check_check(tap, folder):
    done = run("--check", EXAMPLE)
    tap.check((done.returncode, done.stdout) == (0, b""), "--check finds nothing in the example", done)
    faulty = folder / "faulty.facts.json"
    faulty.write_text(FAULTY)
    done = run("--check", str(faulty))
    lines = done.stdout.decode().splitlines()
    tap.check(done.returncode == 1 and len(lines) == 2, "--check prints a line for each problem and exits 1", done)
    tap.check(lines[0].startswith(f"{faulty}:3:") and ": bad-date: $.facts[0].date: " in lines[0], "its place", *lines)
    tap.check(": duplicate-id: $.facts[1]" in lines[1], "its code and path", *lines)
    none = folder / "none.facts.json"
    none.write_text('{"whence": 1')
    for name, file in (("no JSON", none), ("no file", folder / "absent"), ("a folder", folder)):
        done = run("--check", str(file))
        tap.check(done.returncode == 2 and one_line(done), f"--check on {name} says why in one line and exits 2", done)
    done = run("--check", str(none), str(faulty))
    tap.check(done.returncode == 2 and done.stdout.count(b"\n") == 2, "--check goes on after a file that is none", done)


REVIEWED = """{"whence": 1, "sources": [{"id": "s", "title": "S", "url": "ftp://news.org"}],
 "entities": [{"id": "a", "type": "company", "name": "Scale AI"}, {"id": "b", "type": "company", "name": "Scale AI, Inc."}],
 "facts": [{"id": "f", "type": "launch", "title": "A \\u0022quoted\\u0022 launch", "subject": "a"}]}"""


def check_review(tap, folder):
    file = folder / "reviewed.facts.json"
    file.write_text(REVIEWED)
    done = run("--review", str(file))
    lines = done.stdout.decode().splitlines()
    tap.check(done.returncode == 1 and not done.stderr, "--review exits 1 when there is something to look at", done)
    tap.check("Facts without a source · 1" in lines and "  f" in lines, "under headings with counts, by id", *lines)
    done = run("--review", "--json", str(file))
    told = json.loads(done.stdout)
    codes = [finding["code"] for finding in told["findings"]]
    tap.check(codes == ["unsourced", "likely-duplicate", "bad-link", "uncited-source"], "as JSON in the order of kinds", *codes)
    pair = next(finding for finding in told["findings"] if finding["code"] == "likely-duplicate")
    tap.check((pair["record"], pair["id"], pair["other"]) == ("entity", "a", "b"), "of two that may be one, both", pair)
    tap.check(told["counts"]["unsourced"] == 1 and told["counts"]["disputed"] == 0, "with all counts", told["counts"])
    file.write_text('{"whence": 1}')
    done = run("--review", str(file))
    tap.check(done.returncode == 0 and b"Nothing" in done.stdout, "--review exits 0 when there is nothing", done)
    done = run("--review", str(folder / "absent"))
    tap.check(done.returncode == 2 and one_line(done), "--review on no file exits 2", done)


REFUSED = [
    ("an unknown option", ["--bogus"]),
    ("an unknown word", ["--export=o.png", "--view=sideways", EXAMPLE]),
    ("a size that is none", ["--export=o.png", "--size=12", EXAMPLE]),
    ("a size with a sign", ["--export=o.png", "--size=-800x600", EXAMPLE]),
    ("a size too small", ["--export=o.png", "--size=20x20", EXAMPLE]),
    ("a size too large", ["--export=o.png", "--size=40000x400", EXAMPLE]),
    ("a scale of nothing", ["--export=o.png", "--scale=0", EXAMPLE]),
    ("a scale for SVG", ["--export=o.svg", "--scale=2", EXAMPLE]),
    ("a date that is none", ["--export=o.png", "--as-of=soon", EXAMPLE]),
    ("a date of knowledge that is none", ["--export=o.png", "--known-by=soon", EXAMPLE]),
    ("a date of knowledge without an end", ["--export=o.png", "--known-by=2024/..", EXAMPLE]),
    ("a date of knowledge alone", ["--known-by=2024", EXAMPLE]),
    ("a day that is not", ["--export=o.png", "--today=2016-02-30", EXAMPLE]),
    ("an open range", ["--export=o.png", "--range=2016/..", EXAMPLE]),
    ("a focus on nobody", ["--export=o.png", "--focus=nobody", EXAMPLE]),
    ("a focus on somebody and nobody", ["--export=o.png", "--focus=meta,nobody", EXAMPLE]),
    ("hops from nowhere", ["--export=o.png", "--hops=2", EXAMPLE]),
    ("hops that are none", ["--export=o.png", "--focus=meta", "--hops=two", EXAMPLE]),
    ("amounts of nobody", ["--export=o.png", "--amounts=meta,nobody", EXAMPLE]),
    ("amounts on no scale", ["--export=o.png", "--amounts-scale=cubic", EXAMPLE]),
    ("amounts in no currency", ["--export=o.png", "--amounts-currency=CHF", EXAMPLE]),
    ("amounts without a picture", ["--amounts=none", EXAMPLE]),
    ("layers by nothing known", ["--export=o.png", "--layers-by=luck", EXAMPLE]),
    ("layers of rings", ["--export=o.png", "--layout=concentric", "--layers-by=command", EXAMPLE]),
    ("a size by nothing known", ["--export=o.png", "--size-by=luck", EXAMPLE]),
    ("a colour by nothing known", ["--export=o.png", "--color-by=luck", EXAMPLE]),
    ("a negative seed", ["--export=o.png", "--seed=-1", EXAMPLE]),
    ("an unknown ending", ["--export=o.gif", EXAMPLE]),
    ("standard output without a type", ["--export=-", EXAMPLE]),
    ("an export of nothing", ["--export=o.png"]),
    ("an export of two", ["--export=o.png", EXAMPLE, EXAMPLE]),
    ("a picture's option alone", ["--theme=dark", EXAMPLE]),
    ("a format's name alone", ["--from=csv", EXAMPLE]),
    ("a review of two", ["--review", EXAMPLE, EXAMPLE]),
    ("JSON of nothing", ["--json", EXAMPLE]),
    ("a review and a check", ["--review", "--check", EXAMPLE]),
    ("two commands", ["--check", "--convert=o.gexf", EXAMPLE]),
    ("an unknown format", ["--convert=o.xyz", EXAMPLE]),
    ("a format that is not written", ["--convert=o.csv", EXAMPLE]),
    ("a format that is not read", ["--from=gexf", "--convert=o.facts.json", EXAMPLE]),
    ("a table that is none", ["--from=csv", "--convert=o.gexf", EXAMPLE]),
    ("a file that is not there", ["--export=o.png", "absent.facts.json"]),
    ("a place that is not there", ["--export=/nonexistent/o.png", EXAMPLE]),
    ("a check and an export", ["--check", "--export=o.png", EXAMPLE]),
    ("a comparison without a picture", ["--compare=2016,2020", EXAMPLE]),
    ("a comparison with nothing", ["--export=o.png", "--compare=2016", EXAMPLE]),
    ("a comparison with no date", ["--export=o.png", "--compare=2016,soon", EXAMPLE]),
    ("a comparison of a date with itself", ["--export=o.png", "--compare=2016,2016", EXAMPLE]),
    ("a comparison the wrong way round", ["--export=o.png", "--compare=2020,2016", EXAMPLE]),
    ("a comparison of overlapping dates", ["--export=o.png", "--compare=2016,2016-05", EXAMPLE]),
    ("a comparison with an open date", ["--export=o.png", "--compare=2016,2020/..", EXAMPLE]),
    ("a comparison at a date", ["--export=o.png", "--compare=2016,2020", "--as-of=2020", EXAMPLE]),
]


def check_refusals(tap):
    with tempfile.TemporaryDirectory() as folder:
        before = os.getcwd()
        os.chdir(folder)
        for name, arguments in REFUSED:
            done = run(*arguments)
            good = done.returncode == 2 and one_line(done) and not os.listdir(".")
            tap.check(good, f"{name} is refused", done, os.listdir("."))
        os.chdir(before)


def export(folder, suffix, *options, **surroundings):
    path = folder / ("picture." + suffix)
    done = run(f"--export={path}", *options, EXAMPLE, **surroundings)
    assert done.returncode == 0 and done.stderr == b"", done
    return path.read_bytes()


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


def check_surroundings(tap, folder):
    for suffix in ("png", "svg", "pdf"):
        plain = export(folder, suffix)
        other = export(folder, suffix, TZ="Asia/Kolkata", HOME="/", LC_ALL="C", LANG="de_DE.UTF-8", LANGUAGE="de",
                       COLUMNS="20", GTK_THEME="HighContrast")  # fmt: skip
        tap.check(plain == other, f"a {suffix.upper()} does not depend on time zone, home and language")


EDGES = "Source,Target,Type,Label,Weight\n\"Smith, J.\",B & C,Directed,pays,2.5\nB & C,名前,Undirected,,\n"


def check_convert(tap, folder):
    table, out, lines = folder / "edges.csv", folder / "out.gexf", folder / "out.facts.jsonl"
    table.write_text(EDGES)
    done = run("--from=csv", f"--convert={out}", str(table))
    tap.check(done.returncode == 0 and done.stderr == b"", "--convert writes GEXF from a table of edges", done)
    nodes = list(ET.parse(out).iter("{http://gexf.net/1.3}node"))
    tap.check([n.get("label") for n in nodes] == ["Smith, J.", "B & C", "名前"], "with labels as given", *nodes)
    places = {(p.get("x"), p.get("y")) for p in ET.parse(out).iter("{http://gexf.net/1.3/viz}position")}
    tap.check(len(places) == 3, "and a place of its own for each", *places)
    first = out.read_bytes()
    run(f"--convert={out}", str(table))
    tap.check(out.read_bytes() == first, "the same bytes again, without being told the format")
    done = run(f"--convert={lines}", EXAMPLE)
    back = run("--convert=-", "--to=facts", str(lines))
    tap.check(done.returncode == 0 and back.stdout.count(b'"id"') == Path(EXAMPLE).read_bytes().count(b'"id"'),
              "JSON to JSON Lines and back keeps the records", back.stderr)  # fmt: skip


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
        check_help(tap)
        check_check(tap, folder)
        check_review(tap, folder)
        check_refusals(tap)
        check_pictures(tap, folder)
        check_options(tap, folder)
        check_focus(tap, folder)
        check_compare(tap, folder)
        check_surroundings(tap, folder)
        check_convert(tap, folder)
        check_german(tap, folder)
    tap.finish()


main()
