# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line is a contract: exit codes, and one line on standard error."""

import json
import os
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "house"))
from program import EXAMPLE, FAULTY, one_line, run  # noqa: E402
from tap import Tap  # noqa: E402


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


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_help(tap)
        check_check(tap, folder)
        check_review(tap, folder)
        check_refusals(tap)
        check_convert(tap, folder)
    tap.finish()


main()
