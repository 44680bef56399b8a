"""The files a research run leaves: a brief each, and the summaries companies.csv, .jsonl, .parquet, report.html and .md."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from helper.errors import WRONG_USE, Problem
from helper.files import make_folder, write_file, writing
from helper.report.comparison import OK, Row
from helper.report.distinctive import Distinctive
from helper.report.html import comparison_html
from helper.report.markdown import comparison_markdown
from helper.report.table import write_parquet, write_table
from helper.research.work import ROW, Outcome

FORMATS = ("json", "csv", "md", "html", "parquet")
MOST_SHOWN = 3_000  # companies in report.html and report.md, best first; the tables have all

Rows = Callable[[bool], Iterable[Row]]  # called with True: ranked; with False: in the order of the inputs


class Output:
    """Writes briefs at once, and the summaries at the end. Raises Problem: no_output, missing_extra."""

    def __init__(self, folder: Path, formats: Sequence[str]) -> None:
        self._folder = folder
        self._formats = formats
        if "parquet" in formats:
            _require_parquet()
        make_folder(folder)

    def add(self, outcome: Outcome) -> None:
        """Take one company in. The brief of an earlier run does not outlive a failure: it would pass for this run's."""
        if "json" not in self._formats:
            return
        path = self._folder / f"{outcome.row.slug}.json"
        if outcome.brief is not None:
            write_file(path, outcome.brief + "\n")
        elif outcome.row.status != "duplicate_slug":
            path.unlink(missing_ok=True)

    def finish(self, rows: Rows) -> None:
        """Write the summaries. What is written row by row is never held as a whole."""
        if "csv" in self._formats:
            with writing(self._folder / "companies.csv") as out:
                write_table(rows(False), out)
        if "json" in self._formats:
            with writing(self._folder / "companies.jsonl") as out:
                out.writelines(f"{ROW.dump_json(row).decode()}\n" for row in rows(False))
        if "parquet" in self._formats:
            write_parquet(rows(False), self._folder / "companies.parquet")
        if not {"html", "md"} & set(self._formats):
            return
        distinctive = Distinctive(rows(False))
        shown, failed, hidden = _shown(rows(True))
        if "md" in self._formats:
            write_file(self._folder / "report.md", comparison_markdown([*shown, *failed], distinctive, hidden))
        if "html" in self._formats:
            write_file(self._folder / "report.html", comparison_html(shown, failed, distinctive, hidden))


def _shown(ranked: Iterable[Row]) -> tuple[list[Row], list[Row], int]:
    """The best companies, the first failed ones, and how many more there are of either."""
    left: Iterator[Row] = iter(ranked)
    shown: list[Row] = []
    failed: list[Row] = []
    for row in islice(left, 2 * MOST_SHOWN):
        group = shown if row.status == OK else failed
        if len(group) == MOST_SHOWN:
            return shown, failed, 1 + sum(1 for _ in left)
        group.append(row)
    return shown, failed, sum(1 for _ in left)


def _require_parquet() -> None:
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise Problem("missing_extra", "The format parquet needs an extra part of Visionfit.",
                      "Install visionfit[parquet], or leave parquet out of --format.", exit_status=WRONG_USE) from error
