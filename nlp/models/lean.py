"""spaCy, imported without its command line.

`import spacy` also imports `spacy.cli`, and with it two HTTP clients, a form library and a project tool: a third of
the time and 19 MB, and nothing that reading needs. Whoever imports `spacy.cli` later gets the real one.
"""

from __future__ import annotations

import sys
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")

if "spacy" in sys.modules:
    import spacy
else:
    for _name in _COMMAND_LINE:
        sys.modules[_name] = ModuleType(_name)
    sys.modules["spacy.cli.info"].info = None  # type: ignore[attr-defined]  # spaCy's package asks for this one name
    try:
        import spacy
    finally:
        for _name in _COMMAND_LINE:
            del sys.modules[_name]

__all__ = ["spacy"]
