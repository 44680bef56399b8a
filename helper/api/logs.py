"""The helper's own log: sentences on stderr, JSON lines in a file that is rotated. No secret is in either."""
from __future__ import annotations

import json
import logging
import os
import re
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from helper.clock import stamp

SECRET = re.compile(
    r"(?i)(bearer\s+|token[\"']?\s*[:=]\s*[\"']?|code[\"']?\s*[:=]\s*[\"']?)[A-Za-z0-9_\-]{6,}|\b\d{4}-\d{4}\b(?!-)"
)
FOLDER = "logs"
FILE = "helper.log"
BYTES = 1_000_000  # of one file
KEPT = 3  # earlier ones


def scrubbed(text: str) -> str:
    """`text` with tokens and pairing codes blanked."""
    return SECRET.sub(lambda found: (found[1] or "") + "[hidden]", text)


class Sentences(logging.Formatter):
    """Formats a record, its trace too, and then blanks secrets."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


class JsonLines(logging.Formatter):
    """One JSON object a record: when, how grave, where, what; and the parts of what, where it has parts."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {"at": stamp(record.created), "level": record.levelname.lower(), "logger": record.name,
                                "message": scrubbed(record.getMessage())}
        if isinstance(record.args, dict):
            line |= {key: scrubbed(value) if isinstance(value, str) else value for key, value in record.args.items()}
        if record.exc_info:
            line["trace"] = scrubbed(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


class PrivateFile(RotatingFileHandler):
    """A rotated file that only its owner can read."""

    def _open(self) -> Any:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(descriptor, self.mode, encoding="utf-8")


def log_file(folder: Path) -> Path:
    """Where the log is, under the data folder."""
    return folder / FOLDER / FILE


def set_up_logging(folder: Path | None = None, *, verbose: bool = False) -> None:
    """Log to stderr, and with `folder` (the data folder) to a file there. A file that cannot be written is told."""
    terminal = logging.StreamHandler(sys.stderr)
    terminal.setFormatter(Sentences("%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S"))
    handlers: list[logging.Handler] = [terminal]
    failure: OSError | None = None
    if folder:
        try:
            handlers.append(_file_handler(log_file(folder)))
        except OSError as error:
            failure = error
    logging.basicConfig(level=logging.DEBUG if verbose else logging.INFO, handlers=handlers, force=True)
    logging.raiseExceptions = False  # a log on a full disk stops nothing
    if failure:
        logging.getLogger(__name__).warning("no log file: %s", failure.strerror)


def _file_handler(path: Path) -> logging.Handler:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = PrivateFile(path, mode="a", maxBytes=BYTES, backupCount=KEPT)
    handler.setFormatter(JsonLines())
    return handler
