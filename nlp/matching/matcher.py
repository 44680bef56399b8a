"""A profile held against a reading: matches with their evidence, gaps with their questions."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from nlp.contract import Gap, Match, Notice, Profile, Reading, Statement, Value
from nlp.matching.company_words import words_of
from nlp.matching.conflicts import absent_field, avoided, opposite, shares_a_wish
from nlp.matching.facets import Facet, facets
from nlp.matching.genericness import genericness
from nlp.matching.others import NONE, Others
from nlp.matching.questions import Questioner
from nlp.matching.reasons import why
from nlp.matching.strength import firm_ground, honest, strength_of
from nlp.matching.support import Support, calibrated, constants, lines_of, measure, shown
from nlp.matching.wishes import Wish, clean, read_wishes
from nlp.models import Models

MOST_MATCHES = 3  # of one aspiration
CREDIBLE = 0.005  # a piece of evidence with a lower score has nothing to do with the wish
FIRM = 0.5  # share of the company's support that the evidence has where a match is strong
FURTHER = 0.5  # a further match's evidence must score this share of the best
SHOWN_THEME = 0.15  # share of a wish's shares from which a facet's theme is named
MAIN_SHARE = 0.5  # share from which a wish is plainly about a facet
SPOKEN = 0.4  # evidence from which a text speaks of a theme
NEARLY = 0.6  # share of the best evidence's score from which a more distinctive line may stand before it
PLAINER = 0.15  # and by so much the best must be more generic
ABSENT_FIELD = 0.6  # factor on the score where the wish's field of work has no place at the company


@dataclass(frozen=True, slots=True)
class Matching:
    """What holding a profile against a company gives. `support` has every aspiration's score, matched or not."""

    matches: list[Match] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    support: dict[str, float] = field(default_factory=dict)


def match(profile: Profile, reading: Reading, models: Models, others: Others = NONE) -> Matching:
    """Matches, gaps and notices of a profile at a company. The same input gives the same output.

    `others` are the user's other saved companies: of lines that speak equally for a wish, the one they don't all have
    comes first.
    The first match of an aspiration carries the support of the whole reading; a gap is an aspiration without a
    match, or with a weak one only, or with something that speaks against it.
    """
    if not profile.aspirations:
        return Matching(notices=[Notice(code="no_aspirations", text="No aspirations are saved, so nothing was matched.")])
    result = Matching(notices=_language_notices(profile, wishes := read_wishes(profile.aspirations, models)))
    lines = lines_of(reading)
    support = measure(lines, wishes, models) if lines and wishes else None
    evidence = reading.evidence
    said = words_of(reading)
    common = _commonness(support, evidence, others)
    asker = Questioner(reading)
    for identifier, group in groupby(range(len(wishes)), key=lambda i: wishes[i].aspiration.id):
        columns = list(group)
        found: list[Match] = []
        if support:
            columns.sort(key=lambda i: -support.company[i])
            trust = {i: ABSENT_FIELD if absent_field(wishes[i].text, reading) else 1.0 for i in columns}
            found = _best([_matches(wishes[i], i, support, evidence, said, trust[i], common) for i in columns])
            result.support[identifier] = max(round(trust[i] * float(calibrated(support.company[i])), 3) for i in columns)
        result.matches.extend(found)
        result.gaps.extend(_gaps(wishes[columns[0]], found, reading, asker))
    _add_avoided(result, profile, reading, wishes, asker, models)
    return result


def _best(found: Sequence[list[Match]]) -> list[Match]:
    """The matches of an aspiration from those of its wishes: the first of each before the further ones."""
    if len(found) == 1:
        return found[0]
    rows = [match_ for rank in range(MOST_MATCHES) for matches in found for match_ in matches[rank : rank + 1]]
    different = list({match_.evidence: match_ for match_ in reversed(rows)}.values())[::-1]
    kept = [match_ for match_ in different if match_.strength != "weak"] or different[:1]
    return sorted(kept[:MOST_MATCHES], key=lambda match_: -match_.score)


def _language_notices(profile: Profile, wishes: list[Wish]) -> list[Notice]:
    read = {wish.aspiration.id for wish in wishes}
    notices = []
    for aspiration in profile.aspirations:
        if aspiration.id not in read:
            named = "One of your private aspirations" if aspiration.private else f"“{(clean(aspiration.text) or aspiration.text)[:60]}”"
            text = f"{named} does not look like English, so it could not be matched."
            notices.append(Notice(code="aspiration_not_english", text=text))
    return notices


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence that can be shown for a wish: its line, its uncalibrated score, the facet they share."""

    row: int
    raw: float
    facet: Facet | None
    firm: bool


def _commonness(support: Support | None, evidence: Mapping[str, Statement | Value], others: Others) -> dict[str, float]:
    """How generic each piece of evidence is, 0..1, by id."""
    if support is None:
        return {}
    return {
        line.evidence: genericness(line.text, evidence[line.evidence].themes, others)
        for line in support.lines if line.evidence
    }


def evidence_for(
    wish: Wish, column: int, support: Support, said: frozenset[str], common: Mapping[str, float] | None = None
) -> list[Shown]:
    """The statements and values that speak for a wish, the best first, MOST_MATCHES at most.

    The first carries the company's support, brought down where it is weaker itself. `common` is how generic each is,
    by id: what everybody says stands back behind what is nearly as near and more distinctive.
    """
    rows = [i for i, line in enumerate(support.lines) if line.evidence]
    rows.sort(key=lambda i: -support.scores[i, column])
    rows = _distinctive_first(rows, wish, column, support, common or {})
    found: list[Shown] = []
    for row in rows[:MOST_MATCHES]:
        raw = float(support.scores[row, column])
        if raw < CREDIBLE or (found and raw < FURTHER * support.scores[rows[0], column]):
            break
        facet = _shared(wish, support.themes[row])
        whole = float(support.company[column])
        firm = raw >= FIRM * whole and firm_ground(wish, facet, support.lines[row].text, said)
        if not found:
            raw = shown(raw, whole)
        found.append(Shown(row, min(raw, found[0].raw) if found else raw, facet, firm))
    return found


def _distinctive_first(
    rows: list[int], wish: Wish, column: int, support: Support, common: Mapping[str, float]
) -> list[int]:
    """`rows` with the least generic of those that speak nearly as well, and of the same facet, in the first place."""
    if not rows or not common:
        return rows
    facet = _shared(wish, support.themes[rows[0]])
    best = support.scores[rows[0], column]
    known = {row: common.get(support.lines[row].evidence, 0.0) for row in rows[:MOST_MATCHES]}
    near = [
        row for row in rows[1:MOST_MATCHES]
        if facet and support.scores[row, column] >= NEARLY * best and _shared(wish, support.themes[row]) is facet
        and known[row] <= known[rows[0]] - PLAINER
    ]
    if not near:
        return rows
    first = min(near, key=lambda row: (known[row], -support.scores[row, column]))
    return [first, *(row for row in rows if row != first)]


def _matches(
    wish: Wish, column: int, support: Support, evidence: Mapping[str, Statement | Value], said: frozenset[str],
    trust: float, common: Mapping[str, float],
) -> list[Match]:
    found: list[Match] = []
    for piece in evidence_for(wish, column, support, said, common):
        score = round(trust * honest(float(calibrated(piece.raw)), wish, piece.facet, firm=piece.firm), 3)
        strength = strength_of(score)
        if score < constants()["weak"] or (found and (strength == "weak" or score > found[0].score)):
            break
        identifier = support.lines[piece.row].evidence
        found.append(Match(
            aspiration=wish.aspiration.id, evidence=identifier, score=score, strength=strength,
            themes=_themes(wish, support.themes[piece.row]),
            why=why(wish, evidence[identifier], piece.facet, strength),
        ))
    return found


def _shared(wish: Wish, spoken: np.ndarray) -> Facet | None:
    """The facet that wish and text have in common; None when there is none."""
    both = wish.shares * spoken
    number = int(both.argmax())
    return facets()[number] if wish.shares[number] >= SHOWN_THEME and spoken[number] >= SPOKEN else None


def _themes(wish: Wish, spoken: np.ndarray) -> list[str]:
    both = wish.shares * spoken
    order = [int(i) for i in np.argsort(-both) if wish.shares[i] >= SHOWN_THEME and spoken[i] >= SPOKEN]
    return list(dict.fromkeys(facets()[i].theme for i in order))


def _gaps(wish: Wish, found: list[Match], reading: Reading, asker: Questioner) -> list[Gap]:
    """The gaps of one aspiration. Private ones are not asked about."""
    if wish.aspiration.private:
        return []
    facet = facets()[int(wish.shares.argmax())]
    absent = absent_field(wish.text, reading)
    quote = opposite(reading, facet) if wish.shares.max() >= MAIN_SHARE and facet.concern else None
    question = None
    if absent:  # asked about once a brief; the field's other wishes ask about their theme
        question = asker.field(absent.label) or asker.about(wish, facet)
    elif quote:
        question = asker.against(quote, facet.concern)
    if question:
        return [Gap(aspiration=wish.aspiration.id, reason="conflict", question=question)]
    if found and found[0].strength != "weak":
        return []
    question = asker.about(wish, facet)
    return [Gap(aspiration=wish.aspiration.id, reason="nothing_found", question=question)] if question else []


def _add_avoided(
    result: Matching, profile: Profile, reading: Reading, wishes: list[Wish], asker: Questioner, models: Models
) -> None:
    for item in avoided(profile, reading, models):
        text = f"You would rather avoid “{item.item}”; they write “{item.quote}”."
        result.notices.append(Notice(code="avoid_praised", text=text))
        wish = shares_a_wish(item.item, wishes, models)
        question = asker.avoided(item.quote)
        if wish and question:
            result.gaps.append(Gap(aspiration=wish.aspiration.id, reason="conflict", question=question))
    if profile.role and (field_ := absent_field(profile.role, reading)):
        text = f"Nothing on these pages has to do with {field_.label}, the field of “{profile.role}”."
        result.notices.append(Notice(code="role_not_found", text=text))


