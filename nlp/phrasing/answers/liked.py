"""What the user likes, holds on to and is driven by, as far as it can stand in a sentence."""
from __future__ import annotations

from collections.abc import Sequence

from nlp.phrasing import words as w
from nlp.phrasing.answers.material import Material
from nlp.phrasing.person.facts import Fact, fact
from nlp.phrasing.person.forms import forms
from nlp.phrasing.person.wishes import MONEY, SWEARING, is_english, plain

MOST_WORDS = 10
COMPLETE = frozenset({"dobj", "xcomp", "ccomp", "attr", "oprd"})


def liked(items: Sequence[str], m: Material, most: int = 2) -> str | None:
    """The first `most` items that can follow "I like": noun phrases and gerunds, as a list; None when there are none."""
    found = [bare for item in items if (bare := _bare(item, m))]
    return w.listed(found[:most]) if found else None


def _bare(item: str, m: Material) -> str | None:
    bare = w.lower_first(w.fold(w.without_symbols(plain(item))).strip(" .,;"))
    if not bare or w.count(bare) > MOST_WORDS or MONEY.search(bare) or SWEARING.search(bare) or not is_english(bare):
        return None
    if any(mark in bare for mark in ",;:?!"):
        return None
    doc = m.models.pipeline(f"I like {bare}.")
    inside = doc[2:-1]
    heads = [token for token in inside if token.head.i == 1 and token.dep_ in COMPLETE]
    if len(heads) != 1 or heads[0].tag_ in {"VB", "VBD", "VBZ", "VBP", "MD"} or any(t.lower_ in {"i", "we", "my", "our"} for t in inside[:1]):
        return None
    return bare


def drive(m: Material) -> str | None:
    """The user's mission as what follows "I want my work to": a bare infinitive."""
    made = forms(m.profile.mission, m.models.pipeline) if m.profile.mission else None
    return made.inf if made else None


def story(m: Material, near: str) -> tuple[Fact, str | None] | None:
    """The story nearest to `near`: what was done, and what came of it where that is a sentence of its own."""
    told = [(s, f) for s in m.profile.stories if (f := fact(s.action, m.models.pipeline)) and f.words <= 22]
    if not told:
        return None
    vectors = m.models.embedder.encode([near, *(s.action for s, _ in told)])
    best, done = told[int((vectors[1:] @ vectors[0]).argmax())]
    return done, _result(best.result, m)


def _result(text: str | None, m: Material) -> str | None:
    if not text or MONEY.search(text) or SWEARING.search(text) or w.count(text) > 18 or not is_english(text):
        return None
    bare = w.lower_first(w.fold(plain(text)).strip(" .;"))
    doc = m.models.pipeline(w.capitalise(bare) + ".")
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    whole = root is not None and root.tag_ in {"VBD", "VBZ", "VBP"} and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in root.children)
    return bare if whole else None
