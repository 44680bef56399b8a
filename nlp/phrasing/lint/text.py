"""The text under lint with everything checks ask for, each worked out once and only when asked."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc

from nlp.contract import Brief, Phrase, Profile, Register
from nlp.models import Models
from nlp.phrasing import words as w

Form = Literal["phrase", "answer"]
PHRASE_MOST = 60  # words above which a text is taken for an answer
# Double marks always quote; single ones only around several words, since they also stand for a letter left out.
ANY_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»|‘([^‘’\s]+ [^‘’]*)’(?!\w)|(?<!\w)'([^'\s]+ [^']*[^'\s])'(?!\w)")
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2011": "-"})


def plain(text: str) -> str:
    """`text` with one kind of apostrophe, quotation mark, dash and space: what nobody means when copying a line."""
    return text.translate(ALIKE)


@dataclass(frozen=True)
class Text:
    """`raw` as the user has it; `form` says by which measure it is taken."""

    raw: str
    models: Models
    brief: Brief | None = None
    profile: Profile | None = None
    page_texts: Sequence[str] = ()
    others: Sequence[Phrase] = ()
    rivals: Mapping[str, Sequence[str]] = field(default_factory=dict)
    asked_form: Form | None = None
    register: Register = "spoken"

    @cached_property
    def form(self) -> Form:
        return self.asked_form or ("answer" if self.words > PHRASE_MOST else "phrase")

    @cached_property
    def words(self) -> int:
        return w.count(self.raw)

    @cached_property
    def quotes(self) -> list[tuple[str, int]]:
        """(quoted text, where it starts) for everything between double quotation marks."""
        return [(next(g for g in m.groups() if g is not None), m.start() + 1) for m in ANY_QUOTED.finditer(self.raw)]

    @cached_property
    def own(self) -> str:
        """The text with its quotations blanked out, same length, so that spans stay true."""
        return ANY_QUOTED.sub(lambda m: " " * len(m.group()), self.raw)

    @cached_property
    def doc(self) -> Doc:
        """The own words, parsed; a quotation stands as one noun so that the sentence keeps its shape."""
        return self.models.pipeline(w.fold(ANY_QUOTED.sub(" that ", self.raw)) or ".")

    @cached_property
    def profile_text(self) -> str:
        """All the user has saved, private items left out, lower case."""
        if self.profile is None:
            return ""
        p = self.profile
        parts = [p.role or "", p.present_role or "", p.industry or "", p.mission or "", p.vision or "", *p.skills, *p.experience,
                 *p.education, *p.training, *p.work_style, *p.energisers, *p.drains, *p.passions, *p.strengths, *p.values, *p.colleagues]
        parts += [part for story in p.stories for part in (story.situation, story.action, story.result, story.lesson) if part]
        for a in p.aspirations:
            if not a.private:
                parts += [a.text, a.because or "", *a.steps, *a.planned]
        return w.fold(" \n ".join(parts)).lower()

    @cached_property
    def fact_text(self) -> str:
        """Reasons, steps, experience and training only, lower case."""
        if self.profile is None:
            return ""
        p = self.profile
        parts = [*p.experience, *p.training, *p.education, *p.skills, *p.work_style, *(story.action for story in p.stories)]
        for a in p.aspirations:
            if not a.private:
                parts += [a.because or "", *a.steps, *a.planned]
        return w.fold(" \n ".join(parts)).lower()

    @cached_property
    def profile_lemmas(self) -> frozenset[str]:
        return frozenset(t.lemma_.lower() for t in self.models.pipeline(self.profile_text) if t.is_alpha) if self.profile_text else frozenset()

    @cached_property
    def page_text(self) -> str:
        return "\n".join(self.page_texts)

    @cached_property
    def plain_page(self) -> str:
        return plain(self.page_text)

    def has(self, *patterns: str) -> bool:
        return any(re.search(p, self.own, re.IGNORECASE) for p in patterns)
