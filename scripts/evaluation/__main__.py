"""Measure on a labelled folder.

usage: scripts/evaluate FOLDER …                     the reading, cross-validated by company
       scripts/evaluate --outside-readings FOLDER …  write the readings of that cross-validation to files
       scripts/evaluate --made-up                    the shipped reading on made-up organisations (in this repository)
       scripts/evaluate --matching FOLDER …          matching against labels, on kept readings
       scripts/evaluate --phrases FOLDER …           make phrases for many profiles, check them, write them to a file

Each takes --help.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

PARTS = {
    "--made-up": "made_up",
    "--outside-readings": "outside_readings",
    "--matching": "matching",
    "--phrases": "phrases",
}


def main(arguments: Sequence[str]) -> int:
    """Run the part that the first word names, the reading without one. Returns the exit status."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(__doc__, file=sys.stdout if arguments else sys.stderr)
        return 0 if arguments else 2
    named = arguments[0] in PARTS
    # Imported only when asked for: a part may need what only the developers' environment has.
    part = import_module(f"scripts.evaluation.{PARTS[arguments[0]] if named else 'reading'}")
    run: Callable[[Sequence[str]], int] = part.main
    return run(arguments[1:] if named else arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
