"""Memory that is free inside the process, given back to the machine."""
from __future__ import annotations

import gc

from nlp.models.memory import give_back


def settle() -> None:
    """After loading what stays for good: later collections need not look at it again."""
    gc.collect()
    gc.freeze()
    give_back()
