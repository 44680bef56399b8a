"""The program a browser starts: JSON messages in and out, each with its length in four bytes before it.

It answers {"token": "…"} with {"port", "token", "version"}: the token given if the helper knows it, else a new one.
Nothing but messages may go to stdout.
"""
from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from helper.errors import Problem
from helper.native import CHROMIUM_ID, FIREFOX_ID

MOST_BYTES = 100_000  # of a message to us; what we send is far below the browsers' own limit of 1 MB
LENGTH = struct.Struct("=I")

Answer = Callable[[dict[str, Any]], dict[str, Any]]


def caller(arguments: Sequence[str], allowed: Sequence[str] = ()) -> str | None:
    """The Origin of the Chromium extension that started us; None for Firefox, which has another in each profile.

    Chromium gives the origin, Firefox the manifest's path and the extension's id. The browser has held them against
    the manifest already. Raises Problem(wrong_origin) for any other caller.
    """
    ids = {CHROMIUM_ID, FIREFOX_ID, *allowed}
    for argument in arguments:
        if argument.startswith("chrome-extension://") and argument.split("/")[2] in ids:
            return argument.rstrip("/")
    if ids.intersection(arguments):
        return None
    raise Problem("wrong_origin", "Only the Visionfit extension may start the helper.", "")


def converse(answer: Answer, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answer messages until the browser closes the channel."""
    while (message := _read(incoming)) is not None:
        try:
            reply = answer(_parsed(message))
        except Problem as problem:
            reply = problem.as_json()
        except Exception as error:
            print(f"visionfit native-host: {type(error).__name__}: {error}", file=sys.stderr)
            reply = Problem("internal", "Something went wrong while starting the helper.",
                            "Run `visionfit doctor`.").as_json()
        data = json.dumps(reply).encode()
        outgoing.write(LENGTH.pack(len(data)) + data)
        outgoing.flush()


@contextmanager
def clean_channel() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """stdin and the true stdout. Whatever is printed meanwhile, by whatever library, goes to stderr."""
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        yield sys.stdin.buffer, outgoing
    finally:
        outgoing.close()


def _read(incoming: BinaryIO) -> bytes | None:
    """The next message; None at the end, also of one that was broken off or is too long."""
    head = incoming.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > MOST_BYTES:
        return None
    message = incoming.read(length)
    return message if len(message) == length else None


def _parsed(message: bytes) -> dict[str, Any]:
    try:
        value = json.loads(message)
    except (ValueError, RecursionError) as error:
        raise Problem("bad_json", "The message is no valid JSON.", "") from error
    if not isinstance(value, dict):
        raise Problem("bad_json", "The message must be a JSON object.", "")
    return value
