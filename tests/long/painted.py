# SPDX-License-Identifier: GPL-3.0-or-later
"""What the painters write, from the SVG that they draw: where each text is, what cuts it, and what lies on it.

The same painters draw the window, so what is found here is there too. Cost: a program run a picture."""

import os
import re
import subprocess
from collections import namedtuple
from xml.etree import ElementTree

from tap import BUILD

SIZES = ((360, 640), (900, 700), (1920, 1080))
VIEWS = ("timeline", "graph", "both")
SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 0.74, 0.2  # of the font size: from the tops of capitals to below most letters
SLACK = 1.0  # px

Text = namedtuple("Text", "words left top right bottom clip")


def numbers(text):
    return [float(number) for number in re.findall(r"-?[0-9.]+(?:e-?\d+)?", text)]


class Reader:
    """Walks through a picture with the matrix, scale and shift, and the clip that hold where it is."""

    def __init__(self, root):
        self.clips = {c.get("id"): c.find(SVG + "rect") for c in root.iter(SVG + "clipPath")}
        self.texts = []
        page = (0, 0, float(root.get("width")), float(root.get("height")))
        self.read(root, (1, 0, 0), page)

    def read(self, node, place, clip):
        scale, x, y = place
        for name, values in re.findall(r"(\w+)\(([^)]*)\)", node.get("transform", "")):
            v = numbers(values)
            if name == "translate":
                x, y = x + scale * v[0], y + scale * (v[1] if len(v) > 1 else 0)
            elif name == "scale":
                scale *= v[0]
            else:
                return  # turned text is not looked at
        place = scale, x, y
        rect = self.clips.get(node.get("clip-path", "")[5:-1])
        if rect is not None:
            clip = intersect(clip, put(place, *(float(rect.get(k)) for k in ("x", "y", "width", "height"))))
        if node.tag == SVG + "text":
            self.add(node, place, clip)
        elif node.tag != SVG + "clipPath":
            for child in node:
                self.read(child, place, clip)

    def add(self, node, place, clip):
        size, width = float(node.get("font-size")), float(node.get("textLength", 0))
        left, base = float(node.get("x")), float(node.get("y"))
        from_right = (node.get("direction") == "rtl") != (node.get("text-anchor") == "end")
        left -= width / 2 if node.get("text-anchor") == "middle" else width if from_right else 0
        box = put(place, left, base - ASCENT * size, width, (ASCENT + DESCENT) * size)
        if node.get("opacity") != "0":
            self.texts.append(Text("".join(node.itertext()), *box, clip))


def put(place, left, top, width, height):
    scale, x, y = place
    return x + scale * left, y + scale * top, x + scale * (left + width), y + scale * (top + height)


def intersect(a, b):
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def has_room(box, slack=SLACK):
    return box[2] - box[0] > slack and box[3] - box[1] > slack


def cut(texts):
    """Texts of which a part is seen and a part is not."""
    for text in texts:
        box = text[1:5]
        if has_room(intersect(box, text.clip)):
            lost = max(text.clip[0] - box[0], box[2] - text.clip[2], text.clip[1] - box[1], box[3] - text.clip[3])
            if lost > SLACK:
                yield f"cut by {lost:.0f} px: {text.words}"


def overlapping(texts):
    """Pairs of texts that lie on each other, as far as they are seen."""
    seen = [(text.words, intersect(text[1:5], text.clip)) for text in texts]
    seen = sorted((s for s in seen if has_room(s[1])), key=lambda s: s[1][0])
    for i, (words, box) in enumerate(seen):
        for other, beside in seen[i + 1 :]:
            if beside[0] >= box[2]:
                break
            common = intersect(box, beside)
            if has_room(common):
                yield f"“{words}” and “{other}”, {common[2] - common[0]:.0f} × {common[3] - common[1]:.0f} px"


def faults(root):
    texts = Reader(root).texts
    return [*cut(texts), *overlapping(texts)]


def draw(story, size, view, language, folder):
    """The picture, or what was said instead."""
    command = [BUILD / "src" / "app" / "whence", "--export=-", "--type=svg", f"--view={view}", "--size={}x{}".format(*size),
               f"--locale={language}", story]  # fmt: skip
    environment = dict(os.environ, WHENCE_LOCALEDIR=str(folder), LC_ALL="C.UTF-8")
    done = subprocess.run(list(map(str, command)), env=environment, capture_output=True, check=False)
    return ElementTree.fromstring(done.stdout) if done.returncode == 0 else done.stderr.decode()


def languages(folder):
    return ["C"] + sorted(path.name for path in folder.iterdir())


def check(tap, story, language, folder):
    """Every view of a story in every size."""
    found, n_texts = [], 0
    for size in SIZES:
        for view in VIEWS:
            picture = draw(story, size, view, language, folder)
            if isinstance(picture, str):
                found.append(picture)
                continue
            n_texts += len(Reader(picture).texts)
            found += ["{}, {}×{}: {}".format(view, *size, fault) for fault in faults(picture)]
    tap.check(n_texts > 0 and not found, f"{story.name} in {language}: no painted text is cut or covered", *found)


def check_itself(tap):
    """What is wrong on purpose is found, and what is right is not."""
    picture = """<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60">
      <clipPath id="c"><rect x="0" y="0" width="50" height="60"/></clipPath>
      <text x="5" y="20" font-size="10" textLength="30">left</text>
      <text x="{x}" y="20" font-size="10" textLength="30">right</text>
      <g transform="translate(10 20) scale(0.5)"><g clip-path="url(#c)">
      <text x="{y}" y="40" font-size="10" textLength="30" direction="rtl">behind</text></g></g></svg>"""
    for x, y, least in ((40, 45, 0), (30, 45, 1), (40, 60, 1), (80, 45, 1)):
        found = faults(ElementTree.fromstring(picture.format(x=x, y=y)))
        tap.check(len(found) == least, f"a text at {x} beside one at {y}: {least} faults", *found)
