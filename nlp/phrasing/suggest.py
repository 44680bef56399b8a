"""From matches to phrases, answers and notices: the public entry of phrasing."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from nlp.contract import Answer, Gap, Match, Notice, Phrase, Profile, Reading, Statement, Value
from nlp.matching.audience import of_staff
from nlp.matching.others import NONE, Others
from nlp.models import Models
from nlp.phrasing.answers import answers
from nlp.phrasing.company.frames import is_mention
from nlp.phrasing.company.people import people
from nlp.phrasing.company.quotes import LED, Quote, closeness, heard, in_another_sense, quotes_of, worths
from nlp.phrasing.person.person import Person, Want, speaker_of
from nlp.phrasing.say.choose import choose
from nlp.phrasing.say.openings import Opening, openings
from nlp.phrasing.say.skeletons import Draft, Material, drafts
from nlp.phrasing.say.tails import fact_tails, question_tails, theme_endings, theme_tails, trait_tails
from nlp.phrasing.themes import OUTSIDERS, spoken_themes, themes_of_wish

EVIDENCE_EACH = 4  # pieces of evidence tried for one aspiration
QUOTES_EACH = 3
FRAMES_EACH = 3
OPENINGS_EACH = 9
TAILS_EACH = 5
CLOSENESS_LEAST = {"strong": 0.26, "partial": 0.36, "weak": 0.44}
KEEPS = {"strong": 0.75, "partial": 0.9}  # share of its sentence's closeness that a cut keeps to be taken all the same
LEAST_WORTH = {"strong": 0.9, "partial": 1.1, "weak": 1.5}  # worth and half the quality of a quote that is worth saying
FURTHER = 2  # statements beside the matched ones that are tried where they are nearer to the wish
FURTHER_NEAR = 0.45
FURTHER_CLOSE, FURTHER_WORTH = 0.34, 0.25  # closeness of a quote from these, and how much more it has to be worth
AKIN, AKIN_NEAR = 4, 0.2  # further statements of the same theme, and how near these must be
MENTION_QUALITY, MENTION_NEAR, MENTION_WORDS = 0.0, 0.38, 3  # of a quote that only "stands on your page"


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
    cache: dict[str, list[Quote]] = {}
    grouped: dict[str, list[Match]] = defaultdict(list)
    for match in sorted(matching.matches, key=lambda m: (-m.score, m.evidence)):
        if match.evidence in by_id:
            grouped[match.aspiration].append(match)
    nearest = _Nearest(reading, models)
    against = {gap.aspiration for gap in matching.gaps if gap.reason == "conflict"}  # asked about, never dressed up as a fit
    for want in speaker.wants:
        if want.aspiration in against:
            continue
        matches = grouped.get(want.aspiration, [])[:EVIDENCE_EACH]
        known: set[str] = set()
        if matches:
            known = {m.evidence for m in matches}
            further = [id_ for id_ in nearest.to(want.text, matches[0].themes) if id_ not in known]
            matches += [matches[0].model_copy(update={"evidence": id_}) for id_ in further]
        own = _themes_among(want, speaker, models)
        for match in matches:
            if _misses_the_served(want, by_id[match.evidence]) or (own and not own & set(match.themes)):
                continue
            if match.evidence not in cache:
                cache[match.evidence] = quotes_of(by_id[match.evidence], reading, models.pipeline, others)
            least = CLOSENESS_LEAST[match.strength] if match.evidence in known else max(FURTHER_CLOSE, CLOSENESS_LEAST[match.strength])
            dearer = LEAST_WORTH[match.strength] + (0.0 if match.evidence in known else FURTHER_WORTH)
            yield from _of_match(want, match, cache[match.evidence], speaker, served, models, least, dearer, _text(by_id[match.evidence]))


class _Nearest:
    """The statements and values near a wish, or of its theme. A match names the best evidence; the line best worth
    quoting may be another one."""

    def __init__(self, reading: Reading, models: Models) -> None:
        self._models = models
        self._items = list(reading.evidence.values())
        self._vectors = models.embedder.encode([_text(item) for item in self._items])

    def to(self, wish: str, themes: Sequence[str]) -> list[str]:
        """Ids, the nearest first: the near ones, then those that share a theme."""
        if not self._items:
            return []
        near = self._vectors @ self._models.embedder.encode([wish])[0]
        order = sorted(range(len(self._items)), key=lambda i: (-float(near[i]), i))
        close = [i for i in order if near[i] >= FURTHER_NEAR][:FURTHER]
        akin = [i for i in order if near[i] >= AKIN_NEAR and set(themes[:1]) & set(self._items[i].themes)][:AKIN]
        return [self._items[i].id for i in dict.fromkeys([*close, *akin])]


def _text(item: Statement | Value) -> str:
    if isinstance(item, Statement):
        return item.text
    return f"{item.name}. {item.description}" if item.description else item.name


def _themes_among(want: Want, speaker: Person, models: Models) -> set[str]:
    """The themes of a wish that shares its aspiration with others, so that each is said of its own matches only."""
    return set(themes_of_wish(want, models)) if len(speaker.of(want.aspiration)) > 1 else set()


def _misses_the_served(want: Want, item: Statement | Value) -> bool:
    """The wish names people outside the company (children, small businesses), the line speaks of its own staff."""
    text = _text(item)
    return want.forms.outward and bool(OUTSIDERS.search(want.forms.like)) and not OUTSIDERS.search(text) and (
        of_staff(text) or isinstance(item, Value)
    )


def _is_for_others(want: Want, quote: Quote) -> bool:
    """The wish is for oneself (to learn), the quote is of people outside the company ("help all kids learn")."""
    return not want.forms.outward and bool(OUTSIDERS.search(quote.text)) and not OUTSIDERS.search(want.forms.like)


def _of_match(want: Want, match: Match, quotes: list[Quote], speaker: Person, served: str | None, models: Models,
              least: float, least_worth: float, said: str) -> Iterator[Draft]:
    """Phrases on quotes that, alone or with what leads up to them, are at least so close to the wish and worth so much."""
    near, whole = closeness(quotes, want.text, models)
    worth = worths(quotes, said, want.text, models)
    ranked = sorted(range(len(quotes)), key=lambda i: (-(quotes[i].quality + float(near[i]) + float(worth[i])), i))
    themes = spoken_themes(want, match.themes, models)
    ways_in = _varied(openings(want, themes))
    whom = served if want.forms.outward else None
    asked, endings = tuple(question_tails(themes)), tuple(theme_endings(themes, whom))
    back = {fact: tuple(fact_tails(fact, want, whom)) for fact in want.facts[:2]}
    led = heard(quotes, want.text, models) if any(near < least) else near
    taken = 0
    for i in ranked:
        quote, close = quotes[i], float(near[i])
        framed = quote.frames
        if in_another_sense(quote, want.text) or _is_for_others(want, quote):
            continue
        kept = close >= 0.18 and whole[i] >= least and close >= KEEPS.get(match.strength, 9.0) * float(whole[i])
        if close < least and not kept:
            close = float(led[i])
            framed = tuple(f for f in quote.frames if f.id in LED)
            if close < least:
                continue
        if worth[i] + 0.5 * quote.quality < least_worth:
            continue
        taken += 1
        if taken > QUOTES_EACH:
            return
        traits = trait_tails(speaker, f"{want.text}. {quote.text}", whom, models)
        plain = quote.quality >= MENTION_QUALITY and close >= MENTION_NEAR and quote.cut.words >= MENTION_WORDS
        for frame in [f for f in framed if plain or not is_mention(f)][:FRAMES_EACH]:
            tails = tuple(sorted((*theme_tails(themes, frame.relation, whom), *traits), key=lambda t: (-t.fit, t.id))[:TAILS_EACH])
            yield from drafts(Material(want, quote, frame, tuple(ways_in), tails, endings, asked, back, match.strength,
                                       float(worth[i]), whom))


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
