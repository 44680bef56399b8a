"""The list of checks. A check is a function from Text to findings, registered under a rule's id."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from nlp.contract import Finding
from nlp.phrasing.lint.text import Text

Severity = Literal["error", "warning"]
Hit = tuple[str, tuple[int, int] | None]  # what is wrong, and where
Check = Callable[[Text], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`number` is the rule of docs/phrases.md that the check belongs to (0: none of the twelve)."""

    id: str
    number: int
    severity: Severity
    hint: str
    check: Check

    def findings(self, text: Text) -> Iterator[Finding]:
        for message, span in self.check(text):
            yield Finding(rule=self.id, severity=self.severity, message=message, hint=self.hint, span=span)


RULES: dict[str, Rule] = {}


def rule(id_: str, number: int, severity: Severity, hint: str) -> Callable[[Check], Check]:
    """Register a check."""

    def register(check: Check) -> Check:
        if id_ in RULES:
            raise ValueError(f"two checks are called {id_}")
        RULES[id_] = Rule(id_, number, severity, hint, check)
        return check

    return register


def hits(pattern: re.Pattern[str], text: Text, message: str) -> Iterator[Hit]:
    """One hit for each match in the user's own words; {} in the message is the word found."""
    for match in pattern.finditer(text.own):
        yield message.format(match.group().strip()), match.span()
