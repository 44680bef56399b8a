"""Of whom a sentence speaks: the company's own people, or those it sells to and serves."""
from __future__ import annotations

from nlp.matching.patterns import any_of, plain

STAFF = any_of((
    "employees?", "our people", "your (own )?(career|growth|potential|work|development|skills|future|team|role)",
    "team ?mates?", "team members?", "colleagues?", "co workers?", "staff", "associates", "workforce", "crew",
    "our (team|teams|talent|experts|engineers|leaders|managers|doctors|nurses|teachers|drivers|faculty)",
    "you('ll| will| can| are|'re)", "join us", "working (here|with us|for us|at)", "work (here|with us|for us)",
    "each other", "one another", "(we|everyone|everybody) (work|works|are|is|own|owns|take|takes|learn|grow|trust)*",
    "people who work", "new (hires?|joiners?)", "interns?", "apprentices?", "candidates?", "faculty", "personnel",
))
SERVED = any_of((
    "customers?", "clients?", "business(es)?", "compan(y|ies)", "organi[sz]ations", "brands", "users?", "consumers?",
    "enterprises?", "students?", "pupils?", "learners?", "patients?", "guests?", "residents?", "investors?",
    "shareholders?", "merchants?", "sellers?", "buyers?", "creators?", "developers?", "entrepreneurs?",
))


def of_staff(text: str) -> bool:
    """Whether the text speaks of or to people who work at the company."""
    return bool(STAFF.search(plain(text)))


def of_the_served(text: str) -> bool:
    """Whether the text names those the company serves, and not its own people."""
    text = plain(text)
    return bool(SERVED.search(text)) and not STAFF.search(text)
