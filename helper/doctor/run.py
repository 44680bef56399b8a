"""All checks, in the order in which one depends on the other."""
from __future__ import annotations

from collections.abc import Iterator

from helper.doctor import browsers, machine, saved
from helper.doctor.check import Check

CHECKS = (
    machine.python, machine.models, saved.folder, saved.store, saved.copies, machine.port, saved.pairing,
    browsers.browsers, browsers.native_hosts, browsers.extension,
)


def examine() -> Iterator[Check]:
    """Run every check. One that fails by itself is told as bad, and the others go on."""
    for check in CHECKS:
        try:
            yield from check()
        except Exception as error:
            yield Check(check.__name__, "bad", f"The check itself failed: {type(error).__name__}: {error}.",
                        "Set VISIONFIT_DEBUG=1 and try again.")
