"""Everything saved as one JSON document, to be read by people and other programs, and taken in again.

Pairings are left out: a token is for one browser on one machine. So are the figures of readings, which are made anew.
"""
from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy import Integer, Table, Text, delete, func, insert, select

from helper import strict_json, version
from helper.clock import stamp
from helper.errors import Problem
from helper.store.store import Store
from helper.store.tables import figures, metadata, offers, pairings
from nlp.contract import Brief, Profile, Reading

SCHEMA = "visionfit/export@1"
INSIDE = "visionfit.json"  # the name of the document in a zip
MOST_BYTES = 500_000_000  # of the document: a small zip could hold far more
LEFT_OUT = frozenset({pairings.name, offers.name, figures.name})
DOCUMENTS: dict[str, type[BaseModel]] = {"profiles": Profile, "readings": Reading, "briefs": Brief}  # what a table's `json` must be
HINT = "`visionfit export` writes such a file."


def tables() -> list[Table]:
    """The tables an export holds, those referred to first."""
    return [table for table in metadata.sorted_tables if table.name not in LEFT_OUT]


def export(store: Store) -> dict[str, Any]:
    """Everything saved: {"schema", "made_at", "version", "tables": {name: [row, …]}}, JSON columns as JSON."""
    with store.database.reading() as connection:
        rows = {t.name: [_told(t, dict(row._mapping)) for row in connection.execute(select(t))] for t in tables()}
    return {"schema": SCHEMA, "made_at": stamp(), "version": version(), "tables": rows}


def packed(document: dict[str, Any]) -> bytes:
    """The document in a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(INSIDE, json.dumps(document, ensure_ascii=False, indent=1))
    return buffer.getvalue()


def parse(data: bytes) -> dict[str, Any]:
    """The document in a JSON file or a zip. Raises Problem(bad_export)."""
    try:
        if data[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if archive.getinfo(INSIDE).file_size > MOST_BYTES:
                    raise _bad("it is too large")
                data = archive.read(INSIDE)
        document = strict_json.loads(data)
    except (ValueError, KeyError, RecursionError, zipfile.BadZipFile, NotImplementedError) as error:
        raise _bad("it cannot be read") from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise _bad(f"its schema is not {SCHEMA}")
    return document


def take_in(store: Store, document: dict[str, Any], *, replace: bool) -> dict[str, int]:
    """Save what an export holds, all or nothing; gives the rows by table.

    Raises Problem: bad_export; store_not_empty unless what is saved may be replaced.
    """
    rows = _checked(document.get("tables"))
    with store.database.writing() as connection:
        saved = sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables())
        if saved and not replace:
            raise Problem("store_not_empty", "Something is saved already.",
                          "--replace puts the file's content in its place; `visionfit backup` keeps what is there.")
        for table in reversed(tables()):
            connection.execute(delete(table))
        for table in tables():
            if rows[table.name]:
                connection.execute(insert(table), rows[table.name])
    return {name: len(each) for name, each in rows.items() if each}


def _told(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {key: json.loads(value) if _is_json(table, key) else value for key, value in row.items()}


def _is_json(table: Table, column: str) -> bool:
    return column in {"json", "findings"} and isinstance(table.c[column].type, Text)


def _checked(given: Any) -> dict[str, list[dict[str, Any]]]:
    if not isinstance(given, dict) or not given.keys() <= {table.name for table in tables()}:
        raise _bad("its tables are not those of this version")
    try:
        return {table.name: [_row(table, row) for row in _rows(given.get(table.name, []))] for table in tables()}
    except ValidationError as error:
        raise _bad(f"a record does not fit the contract: {error.errors()[0]['msg']}") from error


def _rows(given: Any) -> list[dict[str, Any]]:
    return TypeAdapter(list[dict[str, Any]]).validate_python(given)


def _row(table: Table, given: dict[str, Any]) -> dict[str, Any]:
    if given.keys() != {column.name for column in table.columns}:
        raise _bad(f"a row of {table.name} has not the fields of this version")
    row = {}
    for column in table.columns:
        value = given[column.name]
        if _is_json(table, column.name):
            if table.name in DOCUMENTS:
                DOCUMENTS[table.name].model_validate(value)
            value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        kind = int if isinstance(column.type, Integer) else str
        if not (isinstance(value, kind) and not isinstance(value, bool)) and not (value is None and column.nullable):
            raise _bad(f"{table.name}.{column.name} has a value of the wrong kind")
        row[column.name] = value
    return row


def _bad(why: str) -> Problem:
    return Problem("bad_export", f"The file is no export of Visionfit: {why}.", HINT)
