#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The example story keeps its promises: everything is tied in, named, cited, and quoted word by word.

Quotes are compared with the articles themselves where these are at hand. Cost: linear in the story."""

import json
import os
from pathlib import Path

from tap import ROOT, Tap

ARTICLES = {
    "meta-bets-big": ("000_19d4f6efd9a4715c.txt", {"Meta Bets Big on", "Zuckerberg - Wang"}),
    "meta-hires-ceo": ("001_bb998594a0ab5cd5.txt", {"Technology", "Meta hires 28-year-old CEO of Scale AI after"}),
}
# Headings between the paragraphs are short and end without a full stop.
HEADING = 60


def paragraphs(folder, source):
    """Locator → text of an article, with headings and captions left out of the count."""
    name, front = ARTICLES[source]
    found, number = {}, 0
    for line in filter(str.strip, (folder / name).read_text(encoding="utf-8").splitlines()):
        if any(line.startswith(start) for start in front):
            found["headline"] = line
        elif len(line) > HEADING:
            number += 1
            found[f"paragraph {number}"] = line
    return found


def entities_of(fact):
    pair = [fact.get("subject"), fact.get("object")]
    return [e for e in pair + [p["entity"] for p in fact.get("participants", [])] if e]


def reachable(facts, start):
    """The entities that facts tie to @start, directly or through others."""
    seen, front = set(), {start}
    while front:
        seen |= front
        front = {e for f in facts if not f.get("negated") and front & set(entities_of(f)) for e in entities_of(f)} - seen
    return seen


story = json.loads((ROOT / "data" / "examples" / "meta-scale-ai.facts.json").read_text(encoding="utf-8"))
facts, names = story["facts"], {e["id"] for e in story["entities"]}
ids = {f["id"] for f in facts}
citations = [(r["id"], c) for r in facts + story["entities"] for c in r.get("citations", [])]

tap = Tap()
tap.check(len(facts) >= 45 and len(names) >= 25, "there are 45 facts and 25 entities or more")
tap.check(len(ids) == len(facts) and len(names) == len(story["entities"]), "no id is given twice")
dangling = [f["id"] for f in facts if not set(entities_of(f)) <= names]
dangling += [f["id"] for f in facts if not {r["fact"] for r in f.get("related", [])} <= ids]
tap.check(not dangling, "every id leads somewhere", *dangling)
tap.check(reachable(facts, "meta") == names, "the graph is one piece", *(names - reachable(facts, "meta")))
bare = [r["id"] for r in facts + story["entities"] if not r.get("citations")]
tap.check(not bare, "everything has a citation", *bare)
vague = [i for i, c in citations if "locator" not in c or not 1 <= len(c.get("quote", "").split()) <= 12]
tap.check(not vague, "every citation has a place and a quote of at most a dozen words", *vague)
unsaid = [f["id"] for f in facts if f.get("dateBasis") == "inferred" and "inferred" not in f.get("note", "")]
tap.check(not unsaid, "an inferred date says so in words", *unsaid)
long = [f["title"] for f in facts if len(f["title"]) > 40]
tap.check(not long, "every title fits on a mark", *long)

seeds = Path(os.environ.get("WHENCE_SHARED_DATA", ROOT.parent / "shared" / "data")).parent / "seeds"
if seeds.is_dir():
    texts = {source: paragraphs(seeds, source) for source in ARTICLES}
    wrong = [(i, c["quote"]) for i, c in citations if c["quote"] not in texts[c["source"]].get(c["locator"], "")]
    tap.check(not wrong, "every quote stands word by word where it says", *wrong)
else:
    tap.skip("every quote stands word by word where it says", "the articles are not there")
tap.finish()
