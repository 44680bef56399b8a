"""From matches to phrases, answers and notices: the public entry of phrasing."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from nlp.contract import Answer, Gap, Match, Notice, Phrase, Profile, Reading, Statement, Value
from nlp.matching.audience import of_staff
from nlp.matching.evidence import evidence
from nlp.matching.others import NONE, Others
from nlp.matching.wishes import theme_shares
from nlp.models import Models
from nlp.phrasing.answers import answers
from nlp.phrasing.company.link import Offered, text_of
from nlp.phrasing.company.people import people
from nlp.phrasing.company.quotes import LEAST_SAID, Quote, in_another_sense, quotes_of
from nlp.phrasing.company.senses import are_false_friends
from nlp.phrasing.person.person import Person, Want, speaker_of
from nlp.phrasing.say.choose import choose
from nlp.phrasing.say.openings import Opening, openings
from nlp.phrasing.say.skeletons import Draft, Material, drafts
from nlp.phrasing.say.tails import fact_tails, question_tails, trait_tails, wish_tails
from nlp.phrasing.themes import OUTSIDERS, spoken_themes, themes_of_wish

EVIDENCE_EACH = 4  # pieces of evidence tried for one aspiration
FURTHER = 5  # statements beside the matched ones that are tried: the line best worth quoting may be another one
QUOTES_EACH = 3
FRAMES_EACH = 3
OPENINGS_EACH = 9
TAILS_EACH = 6
ENDINGS_EACH = 4
LEAST_LINK = {"strong": 0.6, "partial": 0.6, "weak": 0.85}  # 0 to 2, as readers marked it (company/link.py)
LEAST_WORTH = {"strong": 0.9, "partial": 0.9, "weak": 1.4}  # readers of phrases made no difference between strong and partial


class Matched(Protocol):
    """What matching hands over."""

    @property
    def matches(self) -> list[Match]: ...
    @property
    def gaps(self) -> list[Gap]: ...
    @property
    def notices(self) -> list[Notice]: ...


@dataclass
class Suggestions:
    """What a brief gets from phrasing."""

    phrases: list[Phrase] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def candidates(speaker: Person, reading: Reading, matching: Matched, models: Models, others: Others = NONE) -> Iterator[Draft]:
    """Every phrase the material allows."""
    by_id = reading.evidence
    served = people(reading)
    quotable = _Quotable(reading, models, others)
    grouped: dict[str, list[Match]] = defaultdict(list)
    for match in sorted(matching.matches, key=lambda m: (-m.score, m.evidence)):
        if match.evidence in by_id:
            grouped[match.aspiration].append(match)
    against = {gap.aspiration for gap in matching.gaps if gap.reason == "conflict"}  # asked about, never dressed up as a fit
    for want in speaker.wants:
        matches = grouped.get(want.aspiration, [])[:EVIDENCE_EACH]
        if want.aspiration in against or not matches:
            continue
        known = {m.evidence for m in matches}
        matches += [matches[0].model_copy(update={"evidence": id_}) for id_ in quotable.nearest(want.text) if id_ not in known]
        own = _themes_among(want, speaker, models)
        for match in matches:
            if not _misses_the_served(want, by_id[match.evidence]) and (not own or own & set(match.themes)):
                yield from _of_match(want, match, quotable[match.evidence], speaker, served, models)


class _Quotable:
    """What a reading offers to be quoted, by the id of the evidence."""

    def __init__(self, reading: Reading, models: Models, others: Others) -> None:
        self._reading, self._models, self._others = reading, models, others
        self._items = list(reading.evidence.values())
        texts = [text_of(item) for item in self._items]
        self._vectors = models.embedder.encode(texts)
        self._themes = evidence(texts, self._vectors)
        self._offered: dict[str, Offered] = {}

    def __getitem__(self, id_: str) -> Offered:
        if id_ not in self._offered:
            item = self._reading.evidence[id_]
            quotes = quotes_of(item, self._reading, self._models.pipeline, self._others)
            self._offered[id_] = Offered(item, quotes, self._models)
        return self._offered[id_]

    def nearest(self, wish: str) -> list[str]:
        """Ids of the FURTHER statements and values that carry `wish` best, by their vectors and by theme."""
        vector = self._models.embedder.encode([wish])
        shares, _ = theme_shares([wish], vector, self._models)
        carries = self._vectors @ vector[0] + self._themes @ shares[0]
        return [self._items[i].id for i in np.argsort(-carries, kind="stable")[:FURTHER]]


def _themes_among(want: Want, speaker: Person, models: Models) -> set[str]:
    """The themes of a wish that shares its aspiration with others, so that each is said of its own matches only."""
    return set(themes_of_wish(want, models)) if len(speaker.of(want.aspiration)) > 1 else set()


def _misses_the_served(want: Want, item: Statement | Value) -> bool:
    """The wish names people outside the company (children, small businesses), the line speaks of its own staff."""
    text = text_of(item)
    return want.forms.outward and bool(OUTSIDERS.search(want.forms.like)) and not OUTSIDERS.search(text) and (
        of_staff(text) or isinstance(item, Value)
    )


def _is_for_others(want: Want, quote: Quote) -> bool:
    """The wish is for oneself (to learn), the quote is of people outside the company ("help all kids learn")."""
    return not want.forms.outward and bool(OUTSIDERS.search(quote.text)) and not OUTSIDERS.search(want.forms.like)


def _of_match(want: Want, match: Match, offered: Offered, speaker: Person, served: str | None, models: Models) -> Iterator[Draft]:
    """Phrases on the quotes that speak to the wish and are worth saying."""
    link, said = offered.link(want.text), offered.said
    worth = offered.worth(want.text, link)
    fitting = (link >= LEAST_LINK[match.strength]) & (said >= LEAST_SAID) & (worth >= LEAST_WORTH[match.strength])
    if not fitting.any():
        return
    taken: dict[str, int] = {}
    themes = spoken_themes(want, match.themes, models)
    ways_in = _varied(openings(want, themes))
    whom = served if want.forms.outward else None
    kept_ready = wish_tails(want.text, themes, whom, models)
    asked, endings = tuple(question_tails(themes)), tuple(wish_tails(want.text, themes, whom, models, "endings")[:ENDINGS_EACH])
    back = {fact: tuple(fact_tails(fact, want, whom)) for fact in want.facts[:2]}
    for i in np.argsort(-worth, kind="stable"):
        quote, frame = offered.pairs[i]
        if not fitting[i] or in_another_sense(quote, want.text) or _is_for_others(want, quote) or are_false_friends(want.text, frame.clause):
            continue
        if taken.get(quote.text, 0 if len(taken) < QUOTES_EACH else FRAMES_EACH) >= FRAMES_EACH:
            continue
        taken[quote.text] = taken.get(quote.text, 0) + 1
        traits = trait_tails(speaker, f"{want.text}. {quote.text}", whom, models)
        tails = tuple(sorted((*kept_ready, *traits), key=lambda t: (-t.fit, t.id))[:TAILS_EACH])
        yield from drafts(Material(want, quote, frame, tuple(ways_in), tails, endings, asked, back, match.strength, float(worth[i]), whom))


def _varied(found: Iterable[Opening]) -> list[Opening]:
    """The best openings, at most two of one build."""
    kept: list[Opening] = []
    for opening in sorted(found, key=lambda o: (-o.fit, o.id)):
        family = opening.id.rpartition(".")[2]
        if sum(k.id.rpartition(".")[2] == family for k in kept) < 3 and len(kept) < OPENINGS_EACH:
            kept.append(opening)
    return kept


def suggest(profile: Profile, reading: Reading, matching: Matched, models: Models, others: Others = NONE) -> Suggestions:
    """Phrases, answers and notices for one company. Nothing matched: no phrases, and a notice that says so.

    `others` are the user's other saved companies: what these say as well is quoted only where nothing else is.
    """
    speaker = speaker_of(profile, models)
    chosen = choose(list(candidates(speaker, reading, matching, models, others)), reading.company.domain)
    phrases = [
        Phrase(id=f"p{n}", text=d.text, aspiration=d.aspiration, evidence=[d.evidence], quotes=[d.quote.text],
               part=d.part, words=d.words, genericness=d.quote.genericness)
        for n, d in enumerate(chosen, 1)
    ]
    made = answers(profile, reading, matching, phrases, models, others=others)
    return Suggestions(phrases, made, list(_notices(speaker, reading, matching, phrases)))


def _notices(speaker: Person, reading: Reading, matching: Matched, phrases: list[Phrase]) -> Iterator[Notice]:
    for code, ids in _by_code(speaker).items():
        text = next(r.text for r in speaker.refused.values() if r.code == code)
        yield Notice(code=code, text=f"{text} ({', '.join(ids)})")
    for id_, parts in speaker.split.items():
        said = ", ".join(f"“{part}”" for part in parts)
        yield Notice(code="wish_split", text=f"The aspiration {id_} holds several wishes, taken one by one: {said}.")
    if phrases or not speaker.wants:
        return
    if not reading.statements and not reading.values:
        yield Notice(code="no_phrases", text="The pages say nothing about the company itself, so there is nothing to quote and no phrase.")
    elif any(match.strength != "weak" for match in matching.matches):
        yield Notice(code="no_phrases", text="The pages touch your aspirations, but hold no line that could honestly be quoted for one.")
    else:
        yield Notice(code="no_phrases", text="The pages support none of your aspirations, so there is no honest phrase; ask instead.")


def _by_code(speaker: Person) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = defaultdict(list)
    for id_, refused in speaker.refused.items():
        codes[refused.code].append(id_)
    return codes
