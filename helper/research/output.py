"""The files a research run leaves: a brief each, companies.csv, report.html, report.md."""
from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from helper.files import make_folder, write_file
from helper.report.comparison import ranked
from helper.report.html import comparison_html
from helper.report.markdown import comparison_markdown
from helper.report.table import write_table
from helper.research.run import Outcome

FORMATS = ("json", "csv", "md", "html")
DEFAULT_FORMATS = ("json", "csv", "html")


class Output:
    """Writes outcomes to a folder: briefs at once, the summaries at the end."""

    def __init__(self, folder: Path, formats: Sequence[str]) -> None:
        self._folder = folder
        self._formats = formats
        self._outcomes: list[Outcome] = []
        make_folder(folder)

    def add(self, outcome: Outcome) -> None:
        """Take one company in. The brief of an earlier run does not outlive a failure: it would pass for this run's."""
        if "json" in self._formats:
            path = self._folder / f"{outcome.row.slug}.json"
            if outcome.brief is not None:
                write_file(path, outcome.brief + "\n")
            elif outcome.row.status != "duplicate_slug":
                path.unlink(missing_ok=True)
        self._outcomes.append(Outcome(outcome.number, outcome.row, None))

    def finish(self) -> None:
        """Write the summaries of all that was added."""
        rows = [outcome.row for outcome in sorted(self._outcomes, key=lambda o: o.number)]
        if "csv" in self._formats:
            table = StringIO()
            write_table(rows, table)
            write_file(self._folder / "companies.csv", table.getvalue())
        if "md" in self._formats:
            write_file(self._folder / "report.md", comparison_markdown(ranked(rows)))
        if "html" in self._formats:
            write_file(self._folder / "report.html", comparison_html(ranked(rows)))
