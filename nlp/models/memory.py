"""Memory that is free inside the process, given back to the machine."""
from __future__ import annotations

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Loading a model and reading a page take far more than they keep; glibc holds on to it unless it is asked."""
    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)
