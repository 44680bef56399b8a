"""scripts/evaluate FOLDER …: the reading; --matching and --phrases as the first word: the other two."""

from __future__ import annotations

import sys

from scripts.evaluation import reading

if __name__ == "__main__":
    sys.exit(reading.main())
