#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference of the format, data/FORMAT.md, says what the JSON Schema says: it is made from it. With
WHENCE_REGENERATE=1 it is written anew."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import ROOT, Tap

SCHEMA = json.loads((ROOT / "data" / "whence-facts.schema.json").read_text(encoding="utf-8"))
PATH = ROOT / "data" / "FORMAT.md"

HEAD = """# The fact bundle

<!-- Made from whence-facts.schema.json by tests/house/test-format.py, which also checks it. -->

The [JSON Schema](whence-facts.schema.json) is the definition of the format; this page says the same for people. A
whole story is in [the example](examples/meta-scale-ai.facts.json). `whence --check FILE` lists what is wrong with one.

A small bundle:

```json
{
  "whence": 1,
  "title": "Bar buys Car",
  "sources": [{ "id": "paper", "title": "Bar takes half of Car", "publisher": "The Paper", "url": "https://example.org/car" }],
  "entities": [
    { "id": "bar", "type": "company", "name": "Bar" },
    { "id": "car", "type": "company", "name": "Car" }
  ],
  "facts": [
    {
      "id": "deal", "type": "investment", "title": "Bar invests in Car", "date": "2025-06",
      "subject": "bar", "object": "car", "share": "0.49",
      "amount": { "value": 14300000000, "currency": "USD", "approximate": true },
      "citations": [{ "source": "paper", "quote": "Bar pays some 14.3 billion dollars", "locator": "p. 3" }]
    }
  ]
}
```
"""

# In the order in which one reads them: what a bundle holds, then what these are made of.
ORDER = ["source", "entity", "fact", "citation", "participant", "relation", "amount", "quantity", "factType", "entityType"]
TITLES = {"factType": "A type of facts", "entityType": "A type of entities"}
PLAIN = ["date", "share", "decimal", "id", "text", "typeName", "color", "position"]


def title_of(name):
    return TITLES.get(name, ("An " if name[0] in "aeiou" else "A ") + name)


def link(name):
    anchor = title_of(name).lower().replace(" ", "-")
    return f"[{name}](#{anchor})" if name in ORDER else f"[{name}](#words-and-numbers)"


def resolve(value):
    return value["$ref"].rsplit("/", 1)[-1] if "$ref" in value else None


def kind_of(value):
    """What a member holds, in a word or two."""
    if resolve(value):
        return link(resolve(value))
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "const" in value:
        return f"`{json.dumps(value['const'])}`"
    if value.get("type") == "array":
        return "list of " + kind_of(value.get("items", {}))
    if isinstance(value.get("additionalProperties"), dict):
        return "object of " + kind_of(value["additionalProperties"])
    return {"boolean": "true or false", "integer": "whole number"}.get(value.get("type"), value.get("type", "anything"))


def plain(text):
    """Without what Markdown would take for a sign."""
    return text.strip().replace("|", "\\|").replace("*", "\\*")


def meaning_of(value):
    text = value.get("description", "")
    if "default" in value:
        text += f" By default `{value['default'] if isinstance(value['default'], str) else json.dumps(value['default'])}`."
    return plain(text)


def table(thing):
    required = thing.get("required", [])
    lines = ["| member | holds | |", "|---|---|---|"]
    for name, value in thing["properties"].items():
        mark = " *" if name in required else ""
        lines.append(f"| `{name}`{mark} | {kind_of(value)} | {meaning_of(value)} |")
    return "\n".join(lines)


def nested(thing):
    """Members that are objects of their own without a name."""
    for name, value in thing["properties"].items():
        if "properties" in value:
            yield f"#### `{name}`\n\n{table(value)}"


def reference():
    definitions = SCHEMA["$defs"]
    parts = [HEAD.strip(), "Members with a star are required.", "## The bundle", plain(SCHEMA["description"]), table(SCHEMA)]
    parts += nested(SCHEMA)
    for name in ORDER:
        thing = definitions[name]
        parts += [f"## {title_of(name)}", plain(thing.get("description", "")), table(thing), *nested(thing)]
    parts.append("## Words and numbers")
    for name in PLAIN:
        thing = definitions[name]
        examples = ", ".join(f"`{json.dumps(one, ensure_ascii=False)}`" for one in thing.get("examples", []))
        text = plain(thing.get("description", "A name without white space."))
        parts.append(f"**{name}**: {text}{' Examples: ' + examples if examples else ''}")
    return "\n\n".join(part for part in parts if part) + "\n"


def main():
    tap = Tap()
    missing = set(SCHEMA["$defs"]) - set(ORDER) - set(PLAIN)
    tap.check(not missing, "the reference has all definitions", *missing)
    text = reference()
    if "WHENCE_REGENERATE" in os.environ:
        PATH.write_text(text, encoding="utf-8")
    tap.check(PATH.exists() and PATH.read_text(encoding="utf-8") == text, "the reference says what the schema says",
              "write it anew with WHENCE_REGENERATE=1, and look at it")  # fmt: skip
    example = re.search("```json\n(.*?)```", HEAD, re.DOTALL)[1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.facts.json"
        path.write_text(example, encoding="utf-8")
        run = subprocess.run([sys.argv[1], "--check", path], capture_output=True, text=True, check=False)
        tap.check(run.returncode == 0, "its example is a bundle", run.stdout, run.stderr)
    tap.finish()


main()
