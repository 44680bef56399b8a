"""Checks for phrases and answers, made or edited: `lint(text, …)` gives what is wrong, why, and how to mend it.

Each check is one small function under a rule id (see `RULES`); nothing is changed, and no text makes it fail.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from nlp.contract import Brief, Finding, Phrase, Profile, Register
from nlp.models import Models
from nlp.phrasing.lint import company, person, quotes, shape, tact, tone
from nlp.phrasing.lint import others as _others
from nlp.phrasing.lint.registry import RULES, Rule
from nlp.phrasing.lint.text import Form, Text

__all__ = ["RULES", "Rule", "lint"]
_FAMILIES = (quotes, person, company, tone, tact, shape, _others)  # importing them registers their checks
LONGEST = 20_000  # characters looked at: beyond this nobody speaks


def lint(
    text: str,
    *,
    brief: Brief | None = None,
    profile: Profile | None = None,
    page_texts: Sequence[str] = (),
    models: Models,
    others: Sequence[Phrase] = (),
    rivals: Mapping[str, Sequence[str]] | None = None,
    form: Form | None = None,
    register: Register = "spoken",
) -> list[Finding]:
    """All findings for `text`, errors first, then in the order of the text.

    brief: names the company. profile: what personal claims are held against. page_texts: what quotes are held
    against. others: the brief's other phrases. rivals: other saved companies' names and page texts (swap test).
    form: whether the text is measured as a phrase or as an answer; by length when not given. register: the length an
    answer should have.
    """
    subject = Text(text[:LONGEST], models, brief, profile, page_texts, others, rivals or {}, form, register)
    found = [finding for rule in RULES.values() for finding in rule.findings(subject)]
    return sorted(found, key=lambda f: (f.severity != "error", f.span is None, f.span or (0, 0), f.rule))
