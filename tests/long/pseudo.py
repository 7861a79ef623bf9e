# SPDX-License-Identifier: GPL-3.0-or-later
"""A language of the tests' own: every text of the program between brackets, longer and with accents."""

import gettext
import re
import struct

from tap import BUILD

LANGUAGE = "en_XA"
CHOSEN = ("scales of ", "signs of currencies", "numerals of ", "which date ", "digits from ")  # not words
SPECIFIERS = re.compile(r"(%[0-9$]*[-+' #0-9.]*(?:l*[a-z])|_(?=\w)|<[^>]+>)")


def pseudo(text):
    """The text between brackets, longer and with accents; what is put in stays."""
    parts = SPECIFIERS.split(text)
    letters = str.maketrans("aeiouAEIOUcnsz", "àéîöûÀÉÎÖÛçñšž")
    longer = "".join(part if i % 2 else part.translate(letters) for i, part in enumerate(parts))
    return "⟦" + longer + " " + "~" * (len(text) // 3) + "⟧"


def write_catalogue(path):
    """Every message with a word in it; the rest are signs and patterns. As msgfmt does."""
    with open(BUILD / "po" / "de" / "LC_MESSAGES" / "whence.mo", "rb") as file:
        known = gettext.GNUTranslations(file)._catalog  # noqa: SLF001, nothing else tells the messages
    entries = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"}
    for key in known:
        message = key[0] if isinstance(key, tuple) else key
        text = message.rpartition("\x04")[2]
        if message.startswith(CHOSEN):
            continue
        if re.search("[A-Za-z]{2}", SPECIFIERS.sub("", text)) and message != "translator-credits":
            entries[message] = "\0".join([pseudo(text)] * (2 if isinstance(key, tuple) else 1))
    keys = sorted(entries, key=lambda k: k.encode())
    texts = [k.encode() + b"\0" for k in keys] + [entries[k].encode() + b"\0" for k in keys]
    n, offset, table = len(keys), 28 + 16 * len(keys), b""
    for text in texts:
        table += struct.pack("<II", len(text) - 1, offset)
        offset += len(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<7I", 0x950412DE, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n) + table + b"".join(texts))


def write_catalogues(folder):
    """The real languages and this one, as a folder for WHENCE_LOCALEDIR."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in (BUILD / "po").iterdir():
        if language.is_dir():
            (folder / language.name).symlink_to(language)
    write_catalogue(folder / LANGUAGE / "LC_MESSAGES" / "whence.mo")
    return folder
