"""Pages of made-up organisations with what is true of them, as a folder of labelled companies.

`made_up/<slug>.html` holds one to three pages, each begun by `<!-- page PATH KIND -->`. What is true of them stands in the
text as tags: m, mi (mission, explicit or implicit), v, vi (vision), c, co (culture, optional), g, go (growth), n, no (name of
a value), d (its description). 190 organisations of every trade, in plain and in boasting prose; a quarter states no mission,
some use the words and state nothing. They show the reading what the labelled real pages have too little of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

SOURCE = Path(__file__).with_name("made_up")
_PAGE = re.compile(r"<!-- page (\S+) (\S+) -->")
_LABEL = re.compile(r"<(mi|m|vi|v|co|c|go|g|no|n|d)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"</?(?:mi|m|vi|v|co|c|go|g|no|n|d)>")
_STATEMENTS = {"m": "mission", "v": "vision", "c": "culture", "g": "growth"}


def unpack(out: Path, source: Path = SOURCE) -> Path:
    """Write every organisation of `source` as OUT/<slug>/ with its pages, meta.json and gold.json; gives `out`."""
    for file in sorted(source.glob("*.html")):
        folder = out / file.stem
        folder.mkdir(parents=True, exist_ok=True)
        pages: list[dict[str, str]] = []
        gold: dict[str, Any] = {"company": file.stem} | {kind: [] for kind in (*_STATEMENTS.values(), "values")}
        for number, (path, kind, text) in enumerate(_pages(file.read_text("utf-8"))):
            name = f"{number}.html"
            (folder / name).write_text(_TAG.sub("", text), "utf-8")
            pages.append({"file": name, "url": f"https://{file.stem}.example{path}", "kind": kind})
            _add_labels(text, name, gold)
        (folder / "meta.json").write_text(json.dumps({"company": file.stem, "pages": pages}), "utf-8")
        (folder / "gold.json").write_text(json.dumps(gold), "utf-8")
    return out


def _pages(text: str) -> Iterator[tuple[str, str, str]]:
    """(path, kind, tagged HTML) of each page."""
    starts = list(_PAGE.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield start.group(1), start.group(2), text[start.end() : end]


def _add_labels(text: str, file: str, gold: dict[str, Any]) -> None:
    for label, said in _LABEL.findall(text):
        bare = " ".join(html.fragment_fromstring(said, create_parent=True).text_content().split())
        if label == "d":
            gold["values"][-1]["description"] = f"{gold['values'][-1]['description'] or ''} {bare}".strip()
        elif label[0] == "n":
            gold["values"].append({"name": bare, "description": None, "page": file, "optional": label == "no"})
        elif label[0] in "mv":
            gold[_STATEMENTS[label[0]]].append({"text": bare, "page": file, "explicit": len(label) == 1})
        else:
            gold[_STATEMENTS[label[0]]].append({"text": bare, "page": file, "optional": len(label) == 2})
