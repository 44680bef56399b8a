"""The company's own word for the people it serves: members, patients, pupils, merchants."""
from __future__ import annotations

import re
from collections import Counter

from nlp.contract import Reading

SERVED = (
    "members customers clients patients students pupils learners merchants residents guests users readers farmers growers "
    "riders passengers travellers travelers tenants donors viewers shoppers players buyers sellers borrowers savers "
    "citizens subscribers policyholders taxpayers participants congregants parishioners owners homeowners drivers "
    "consumers entrepreneurs startups founders teachers schools veterans seniors neighbours neighbors campers "
    "athletes fans listeners audiences diners investors nonprofits retailers suppliers fishermen"
).split()
_NOUN = "|".join(sorted(set(SERVED), key=len, reverse=True))
OURS = re.compile(rf"\bour (?:[a-z-]+ )?({_NOUN})\b", re.IGNORECASE)
FOR = re.compile(rf"\b(?:for|help|helps|helping|serve|serves|serving|support|supporting|with|give|gives|to) (?:all |our |every |the )?(?:[a-z-]+ )?({_NOUN})\b", re.IGNORECASE)
NOT_SERVED = frozenset({"suppliers", "investors", "owners", "founders", "sellers", "teachers", "schools"})
LEAST = 2  # mentions below this are chance


def people(reading: Reading) -> str | None:
    """The plural noun the pages use most for whom the company serves, lower case; None when they have none."""
    counted: Counter[str] = Counter()
    for text in reading.texts:
        for match in OURS.finditer(text):
            counted[match.group(1).lower()] += 3
        for match in FOR.finditer(text):
            counted[match.group(1).lower()] += 1
    ranked = sorted(((n, word) for word, n in counted.items() if word not in NOT_SERVED), key=lambda x: (-x[0], x[1]))
    return ranked[0][1] if ranked and ranked[0][0] > LEAST else None
