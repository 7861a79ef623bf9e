#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of the fact bundle: valid itself, met by the examples, and of one mind with the reader.

A table of small bundles says of each what the schema and what `whence --check` must say; where they differ, the rule
is one that a schema cannot express. Every member that the reader knows is in the schema, and the other way round.
Cost: one start of the program for the whole table."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import ROOT, Tap

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None

SCHEMA = ROOT / "data" / "whence-facts.schema.json"
BASE = {
    "whence": 1,
    "sources": [{"id": "s", "title": "S"}],
    "entities": [{"id": "e", "type": "person", "name": "E"}],
    "facts": [{"id": "f", "type": "founding"}],
}
GOOD, BAD = True, False


def fact(**members):
    return {**BASE, "facts": [{"id": "f", "type": "founding", **members}]}


def entity(**members):
    return {**BASE, "entities": [{"id": "e", "type": "person", "name": "E", **members}]}


def source(**members):
    return {**BASE, "sources": [{"id": "s", "title": "S", **members}]}


def header(**members):
    return {**BASE, **members}


def without(kind, member):
    records = [{k: v for k, v in record.items() if k != member} for record in BASE[kind]]
    return {**BASE, kind: records}


def amount(**members):
    return fact(amount={"value": 1, "currency": "USD", **members})


def citation(**members):
    return fact(citations=[{"source": "s", **members}])


def image(text):
    return entity(image=text)


# A bundle, whether the schema accepts it, whether the reader finds nothing.
TABLE = [
    (BASE, GOOD, GOOD),
    ({"whence": 1}, GOOD, GOOD),
    ({}, BAD, BAD),
    ({"whence": 2}, BAD, BAD),
    ({"whence": "1"}, BAD, BAD),
    ([], BAD, BAD),
    (header(title="T", summary="", language="de", unknown={"a": None}), GOOD, GOOD),
    (header(title=None), BAD, BAD),
    (header(title="a\0b"), BAD, BAD),
    (header(facts={}), BAD, BAD),
    (header(facts=[7]), BAD, BAD),
    (without("sources", "title"), BAD, BAD),
    (without("entities", "name"), BAD, BAD),
    (without("entities", "type"), BAD, BAD),
    (without("facts", "id"), BAD, BAD),
    (without("facts", "type"), BAD, BAD),
    # Ids
    (entity(id="x" * 200), GOOD, GOOD),
    (entity(id="x" * 201), BAD, BAD),
    (entity(id="\U0001f600" * 200), GOOD, GOOD),
    (entity(id=""), BAD, BAD),
    (entity(id="a b"), BAD, BAD),
    (entity(id="a,b"), BAD, BAD),
    (entity(id="a\u2003b"), BAD, BAD),
    (entity(id="a\u00a0b"), BAD, BAD),
    (entity(id="a\u0085b"), BAD, BAD),
    (entity(id="a\u0007b"), BAD, BAD),
    (entity(id="a\u200bb"), GOOD, GOOD),
    (entity(id="(c)/'\"<&>"), GOOD, GOOD),
    (entity(type=""), BAD, BAD),
    (entity(type="no such type"), GOOD, GOOD),
    (header(entities=BASE["entities"] * 2), GOOD, BAD),
    (fact(subject="nobody"), GOOD, BAD),
    (fact(related=[{"fact": "f"}]), GOOD, GOOD),
    # Dates
    *[(fact(date=date), GOOD, GOOD) for date in (
        "2016", "2024-05", "2025-06-13T14:05:00Z", "2016/2025-06", "2016/..", "2016/", "1984~", "201X", "2001-21",
        "-0043", "Y-138E8", "[1667, 1668, 1670..1672]", "{1960,1961-12}", "2004-?06-11", "1950S2")],
    *[(fact(date=date), BAD, BAD) for date in (2016, "", "in May", "2016\u20132017", None)],
    *[(fact(date=date), GOOD, BAD) for date in ("2016-13", "2015-02-29", "2016/2015", "Y9E18", "..", "X")],
    # Numbers
    (amount(), GOOD, GOOD),
    (amount(value=-14300000000.5, low=1e3, high=0.1, approximate=True, of=1), GOOD, GOOD),
    (amount(value="1"), BAD, BAD),
    (amount(currency=840), BAD, BAD),
    (amount(approximate="yes"), BAD, BAD),
    (amount(value=12345678901234567891), GOOD, BAD),
    (fact(amount={"value": 1}), BAD, BAD),
    (fact(amount={"currency": "USD"}), BAD, BAD),
    (fact(amount=5), BAD, BAD),
    (fact(quantities=[{"value": 1500, "unit": "people", "of": "staff", "low": 1, "high": 2}]), GOOD, GOOD),
    (fact(quantities=[{"value": 1500}]), BAD, BAD),
    (fact(quantities={}), BAD, BAD),
    *[(fact(share=share), GOOD, GOOD) for share in ("0.49", "0", "1", "1.00", "0.0")],
    *[(fact(share=share), BAD, BAD) for share in (0.49, "49%", "1.01", "-0.1", ".5", "1.", "01", "2", "4e-1", "")],
    # Words
    (fact(status="denied", dateBasis="inferred", negated=False), GOOD, GOOD),
    (fact(status="maybe"), BAD, BAD),
    (fact(dateBasis="guessed"), BAD, BAD),
    (fact(negated=1), BAD, BAD),
    (fact(related=[{"fact": "f", "relation": "because-of"}]), BAD, BAD),
    (citation(stance="disputes", quote="q", date="2016", share="0.5"), GOOD, GOOD),
    (citation(stance="doubts"), BAD, BAD),
    (citation(date=2016), BAD, BAD),
    (fact(citations=[{"quote": "q"}]), BAD, BAD),
    (fact(citations=["s"]), BAD, BAD),
    (fact(participants=[{"entity": "e", "role": "r", "x": 1}]), GOOD, GOOD),
    (fact(participants=[{"role": "r"}]), BAD, BAD),
    (source(derivedFrom=["s"], published="2016", note="n"), GOOD, GOOD),
    (source(derivedFrom="s"), BAD, BAD),
    (source(derivedFrom=[1]), BAD, BAD),
    (entity(aliases=["a", ""], url="https://x", summary="s", date="1997/.."), GOOD, GOOD),
    (entity(aliases=[None]), BAD, BAD),
    # Pictures
    *[(image(text), GOOD, GOOD) for text in ("a.png", "a/b.png", "..a/b..png", "a/b:c.png", "data:image/png;base64,AA==")],
    *[(image(text), BAD, BAD) for text in (
        "", "/a.png", "../a.png", "a/../b.png", "a/..", "file:a.png", "http://x/a.png", "a\\b.png", "data:text/html,x",
        "data:image/png;base64,A A", "data:image/png;base64," + "A" * 1400000)],
    # Types and positions
    (header(types={"facts": {"t": {"label": "T", "kind": "state", "directed": True, "color": "#3584E4"}}}), GOOD, GOOD),
    (header(types={"entities": {"t": {}}, "x": 1}), GOOD, GOOD),
    (header(types={"facts": {"t": {"kind": "era"}}}), BAD, BAD),
    (header(types={"facts": {"t": {"directed": "yes"}}}), BAD, BAD),
    (header(types={"entities": {"t": {"color": "red"}}}), BAD, BAD),
    (header(types={"entities": {"t": "T"}}), BAD, BAD),
    (header(types=[]), BAD, BAD),
    (header(view={"positions": {"e": [1.5, -2e3]}, "zoom": 2}), GOOD, GOOD),
    (header(view={"positions": {"e": [1]}}), BAD, BAD),
    (header(view={"positions": {"e": [1, "2"]}}), BAD, BAD),
    (header(view={"positions": {"e": [1e10, 0]}}), BAD, BAD),
    (header(view={"positions": {"nobody": [1, 2]}}), GOOD, BAD),
    (header(view=7), BAD, BAD),
]


def check_all(program, bundles):
    """Which of the bundles `whence --check` finds something in."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, bundle in enumerate(bundles):
            names.append(str(Path(folder) / f"{i}.facts.json"))
            Path(names[-1]).write_text(json.dumps(bundle), encoding="utf-8")
        done = subprocess.run([program, "--check", *names], capture_output=True, text=True, check=False)
        output = done.stdout + done.stderr
        return [re.search(f"^{re.escape(name)}:", output, re.MULTILINE) is not None for name in names]


def members_of_reader():
    """Object → names of its members, from the reader's own table."""
    text = (ROOT / "src" / "model" / "members.c").read_text(encoding="utf-8")
    tables = re.findall(r"static const Member (\w+)_members\[\] = \{(.*?)\n\};", text, re.DOTALL)
    return {name: set(re.findall(r'\{ "(\w+)", HOLDS_', body)) for name, body in tables}


def main():
    tap = Tap()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    known = members_of_reader()
    tap.check(len(known) == 8, "the reader's table of members is found", known)
    for name, members in known.items():
        described = set(schema["$defs"][name]["properties"])
        tap.check(described == members, f"schema and reader know the same members of {name}", described ^ members)
    if tap.may_skip("bundles meet the schema", Draft202012Validator is not None):
        tap.finish()
    try:
        Draft202012Validator.check_schema(schema)
        tap.check(True, "the schema is a schema")
    except Exception as error:  # noqa: BLE001, whatever is wrong is the finding
        tap.check(False, "the schema is a schema", error)
    validator = Draft202012Validator(schema)
    for path in sorted((ROOT / "data" / "examples").glob("*.facts.json")):
        errors = list(validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))))
        tap.check(not errors, f"{path.name} meets the schema", *errors[:3])
    faulty = check_all(sys.argv[1], [bundle for bundle, _, _ in TABLE])
    for i, (bundle, accepted, clean) in enumerate(TABLE):
        shown = json.dumps(bundle)[:300]
        tap.check(validator.is_valid(bundle) == accepted, f"bundle {i}: the schema {'accepts' if accepted else 'refuses'} it", shown)
        tap.check(faulty[i] != clean, f"bundle {i}: the reader {'has no' if clean else 'has a'} complaint", shown)
    tap.finish()


main()
