"""Pairing: a code shown in the helper's terminal is exchanged, once, for a token.

Only hashes are stored. The code is short, so it lives five minutes and takes five tries; what is shown last counts.
"""
from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from helper.clock import stamp
from helper.errors import Problem
from helper.store.database import Database
from helper.store.tables import offers, pairings

CODE_SECONDS = 300.0
TRIES = 5
SHOW_ANOTHER = "Run `visionfit pair` to be shown a new code."


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _same(a: str, b: str) -> bool:
    return hmac.compare_digest(a.encode(), b.encode())


@dataclass(frozen=True, slots=True)
class Pairing:
    """A program that has a token. The token itself is not kept."""

    id: int
    client: str
    paired_at: str


class Pairings:
    def __init__(self, database: Database) -> None:
        self._database = database

    def offer(self) -> str:
        """Make a new pairing code, such as 1234-5678; an earlier one is void."""
        digits = f"{secrets.randbelow(10**8):08d}"
        with self._database.writing() as connection:
            connection.execute(delete(offers))
            connection.execute(
                insert(offers).values(code_sha256=_sha256(digits), made_at=time.time(), tries_left=TRIES)
            )
        return f"{digits[:4]}-{digits[4:]}"

    def pair(self, code: str, client: str, origin: str | None = None) -> str:
        """Exchange a code for a new token. Raises Problem: no_code, code_expired, wrong_code.

        `origin` is the extension's, where the browser tells it: the token is good for no other then.
        """
        with self._database.writing() as connection:
            refusal = _refusal(connection, code)
            token = "" if refusal else _grant(connection, client, origin)
        if refusal:  # raised after the commit: a try that failed must still be counted
            raise refusal
        return token

    def grant(self, client: str, origin: str | None = None) -> str:
        """A new token without a code, for a program that the user of this machine has let in."""
        with self._database.writing() as connection:
            return _grant(connection, client, origin)

    def knows(self, token: str, origin: str | None = None) -> bool:
        """Whether `token` was given out, and not to an extension of another origin."""
        with self._database.reading() as connection:
            known = connection.execute(select(pairings.c.token_sha256, pairings.c.origin)).all()
        wanted = _sha256(token)
        return any(_same(wanted, sha256) and origin in {None, bound or origin} for sha256, bound in known)

    def all(self) -> list[Pairing]:
        """Every pairing, oldest first."""
        query = select(pairings.c.id, pairings.c.client, pairings.c.paired_at).order_by(pairings.c.id)
        with self._database.reading() as connection:
            return [Pairing(**row._mapping) for row in connection.execute(query)]

    def revoke(self, identifier: int) -> bool:
        """End a pairing: its token is worth nothing from now on. False when there is none of this number."""
        with self._database.writing() as connection:
            return bool(connection.execute(delete(pairings).where(pairings.c.id == identifier)).rowcount)

    def revoke_all(self) -> int:
        """End every pairing, and say how many there were."""
        with self._database.writing() as connection:
            return connection.execute(delete(pairings)).rowcount


def _grant(connection: Connection, client: str, origin: str | None) -> str:
    token = secrets.token_urlsafe(32)
    connection.execute(
        insert(pairings).values(token_sha256=_sha256(token), client=client, paired_at=stamp(), origin=origin)
    )
    return token


def _refusal(connection: Connection, code: str) -> Problem | None:
    """Why `code` gets no token; None when it does, and then it is used up."""
    offer = connection.execute(select(offers)).first()
    if offer is None:
        return _refused("no_code", "No pairing code is waiting to be used.")
    left = offer.tries_left - 1
    typed = re.sub(r"[\s-]", "", code)  # the hyphen is there to read the code by
    right = _same(_sha256(typed), offer.code_sha256)
    fresh = 0 <= time.time() - offer.made_at < CODE_SECONDS
    if right or not fresh or not left:
        connection.execute(delete(offers))
    else:
        connection.execute(update(offers).values(tries_left=left))
    if not fresh:
        return _refused("code_expired", "That pairing code is older than five minutes.")
    if not right:
        hint = f"Look at the helper's terminal again; tries left: {left}." if left else SHOW_ANOTHER
        return _refused("wrong_code", "That is not the pairing code in the helper's terminal.", hint)
    return None


def _refused(code: str, message: str, hint: str = SHOW_ANOTHER) -> Problem:
    return Problem(code, message, hint, status=403)
