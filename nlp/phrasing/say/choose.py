"""Which phrases a brief gets: the best for each aspiration, no two alike."""
from __future__ import annotations

from collections.abc import Sequence

from nlp.phrasing import words as w
from nlp.phrasing.say.skeletons import Draft

MOST = 6
LEAST_SCORE = 0.9  # below it, a further phrase would repeat what is there
SHARED = 0.6  # of the words of the shorter phrase
JITTER = 0.12
EACH = 3
MOST_EACH = 2  # phrases on one aspiration, on different words of the company
MOST_QUESTIONS = 2


def choose(candidates: Sequence[Draft], domain: str, most: int = MOST) -> list[Draft]:
    """At most `most` drafts, each other in quote, opening and sentence plan; a second one on the same aspiration only
    where other words of the company plainly support it, too.

    Greedy: the best draft first, then each time the best of those that differ from all taken. Equal fits are
    told apart by a fixed number made of company, aspiration and plan, so that briefs vary and a brief repeats.
    """
    pool = _shortlist(candidates, domain)
    taken: list[Draft] = []
    while pool and len(taken) < most:
        best = max(pool, key=lambda d: (_worth(d, domain) - _sameness(d, taken), d.text))
        if _worth(best, domain) - _sameness(best, taken) < LEAST_SCORE:
            break
        taken.append(best)
        pool = [d for d in pool if _compatible(d, taken)]
    return taken


def _shortlist(candidates: Sequence[Draft], domain: str) -> list[Draft]:
    """The best few drafts of each aspiration, quote, plan and way of opening: the others differ too little to matter."""
    groups: dict[tuple[str, ...], list[Draft]] = {}
    for draft in sorted(candidates, key=lambda d: (-_worth(d, domain), d.text)):
        group = groups.setdefault((draft.aspiration, draft.quote.text, draft.skeleton, _family(draft)), [])
        if len(group) < EACH:
            group.append(draft)
    return [draft for group in groups.values() for draft in group]


def _worth(draft: Draft, domain: str) -> float:
    return draft.score + JITTER * w.tie_break(domain, draft.aspiration, draft.skeleton, draft.opening, draft.tail, draft.frame.id)


def _compatible(draft: Draft, taken: Sequence[Draft]) -> bool:
    if draft.asks and sum(other.asks for other in taken) >= MOST_QUESTIONS:
        return False
    same = [other for other in taken if other.aspiration == draft.aspiration]
    if same and (len(same) >= MOST_EACH or not _supported(draft) or any(not _supported(x) or x.evidence == draft.evidence for x in same)):
        return False
    for other in taken:
        if w.opening(draft.text) == w.opening(other.text) or draft.tail == other.tail:
            return False
        if draft.quote.text in other.quote.text or other.quote.text in draft.quote.text:
            return False
        if w.overlap(draft.text, other.text) > SHARED:
            return False
    return True


def _supported(draft: Draft) -> bool:
    """Whether the company's words plainly support the wish."""
    return draft.strength == "strong" and not draft.asks


def _family(draft: Draft) -> str:
    """How the opening is built, whatever words name the aim: "because", "fact", "alone" …"""
    return draft.opening.rpartition(".")[2]


def _sameness(draft: Draft, taken: Sequence[Draft]) -> float:
    """What repeating a part, a plan, an opening, a frame or a fact costs."""
    cost = 0.0
    for other in taken:
        again = draft.aspiration == other.aspiration
        cost += 0.1 * again
        cost += 0.08 * (draft.part == other.part)
        cost += 0.12 * (draft.skeleton == other.skeleton)
        cost += 0.2 * (draft.opening == other.opening) + 0.12 * (_family(draft) == _family(other))
        cost += 0.3 * (draft.asks and other.asks)
        cost += 0.25 * (draft.frame.id == other.frame.id and not draft.frame.id.startswith("lead."))
        cost += 0.1 * (draft.evidence == other.evidence)
        cost += (0.25 if again else 0.5) * bool(set(draft.facts) & set(other.facts))
        cost += 0.25 * (w.opening(draft.text, 2) == w.opening(other.text, 2))
        cost += 0.3 * max(0.0, w.overlap(draft.text, other.text) - 0.4)
    return cost
