"""The pages that are read: those of a labelled folder, or made-up ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from scripts.scaling import companies


@dataclass(frozen=True, slots=True)
class Company:
    slug: str
    pages: tuple[tuple[str, Path], ...]  # address, file


def listed(lines: Path, every: int = 1) -> list[Company]:
    """Every `every`-th company of a .jsonl such as `visionfit research` reads."""
    rows = [json.loads(line) for line in lines.read_text("utf-8").splitlines() if line.strip()]
    return [
        Company(row["slug"], tuple((page["url"], lines.parent / page["html_file"]) for page in row["pages"]))
        for row in rows[::every]
    ]


def made(folder: Path, count: int) -> list[Company]:
    """`count` fictional companies of three pages of some forty sentences, always the same."""
    return listed(companies.write(folder, count, sentences=40))
