"""companies.csv: one row a company."""
from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from helper.report.clean import clean
from helper.report.comparison import Row

COLUMNS = ("slug", "company", "url", "status", "pages", "mission", "values", "fit", "top_match", "notices")
# A spreadsheet runs a cell that starts so (https://owasp.org/www-community/attacks/CSV_Injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def cell(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula."""
    # both forms are looked at: cleaning may bring a formula to the front, or take a tab away that was there
    cleaned = clean(text)
    return f"'{cleaned}" if cleaned.startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS) else cleaned


def write_table(rows: Iterable[Row], out: TextIO) -> None:
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        fit = f"{row.fit:.3f}" if row.fit is not None else ""
        writer.writerow([
            cell(row.slug), cell(row.company), cell(row.url), cell(row.status), row.pages, cell(row.mission),
            cell("; ".join(row.values)), fit, cell(row.top_match), cell("; ".join(row.notices)),
        ])
