"""The helper's log on stderr, with no secret in it."""
from __future__ import annotations

import logging
import re
import sys

SECRET = re.compile(r"(?i)(bearer\s+|token[\"']?\s*[:=]\s*[\"']?|code[\"']?\s*[:=]\s*[\"']?)[A-Za-z0-9_\-]{6,}")


class Scrubbed(logging.Formatter):
    """Formats a record, its trace too, and then blanks tokens and pairing codes."""

    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub(r"\1[hidden]", super().format(record))


def set_up_logging() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Scrubbed("%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
