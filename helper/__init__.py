"""The local helper: command line, loopback API, store, research and reports around the language core `nlp`."""
from functools import cache


@cache
def version() -> str:
    """Visionfit's version, as installed."""
    from importlib.metadata import version as installed  # 40 ms: not for `visionfit --help`

    return installed("visionfit")
