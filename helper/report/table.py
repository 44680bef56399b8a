"""companies.csv and companies.parquet: one row a company."""
from __future__ import annotations

import csv
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
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
            cell("; ".join(value.name for value in row.values)), fit, cell(row.top_match), cell("; ".join(row.notices)),
        ])


ROWS_AT_ONCE = 1_000


def write_parquet(rows: Iterable[Row], path: Path) -> None:
    """The same columns, typed: `pages` int32, `fit` float64, `values` and `notices` lists. Needs the extra parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"pages": pa.int32(), "fit": pa.float64(), "values": pa.list_(pa.string()), "notices": pa.list_(pa.string())}
    schema = pa.schema([(name, types.get(name, pa.string())) for name in COLUMNS])
    left = iter(rows)
    part = path.with_name(f".{path.name}.part")
    with pq.ParquetWriter(part, schema) as out:
        while group := list(islice(left, ROWS_AT_ONCE)):
            out.write_table(pa.Table.from_pylist([_record(row) for row in group], schema=schema))
    part.replace(path)


def _record(row: Row) -> dict[str, object]:
    return {name: getattr(row, name) for name in COLUMNS} | {"values": [value.name for value in row.values]}
