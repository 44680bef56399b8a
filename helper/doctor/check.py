"""What a check found."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Check:
    """`state`: `ok`; `note`, something that may be wanted otherwise; `bad`, something that does not work.

    `mend` says what to do, and is empty only where the state is ok.
    """

    name: str
    state: Literal["ok", "note", "bad"]
    text: str
    mend: str = ""
