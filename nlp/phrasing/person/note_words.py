"""Words and patterns by which the notes of a profile are read: what was done, since when, and what kind of thing it was."""
from __future__ import annotations

import re

HELP_VERBS = frozenset(
    "help mentor coach train teach tutor explain advise support guide volunteer organise organize counsel translate "
    "interpret feed onboard host".split()
)
MAKE_VERBS = frozenset(
    "cut reduce redesign rewrite rebuild improve fix build set put create launch introduce automate develop design repair save "
    "restore plant make write shorten halve double raise replace migrate move clear invent install simplify document "
    "publish digitise digitize rearrange reorganise reorganize convert speed streamline start renovate sew bake plan".split()
)
LEAD_VERBS = frozenset("lead run manage chair head supervise oversee direct coordinate captain".split())
LED = re.compile(r"\b(?:teams?|group|crew|shifts?|branch(?:es)?|desk|office|stores?|shops?|department|people|staff|floor|unit|ward|kitchen|depot|"
                 r"nurses|engineers|colleagues|volunteers|apprentices|council|committee|breakfast|choir|club|section|table|class)\b", re.IGNORECASE)
TAUGHT = re.compile(r"\b(?:workshops?|training|trainings|sessions?|classes|courses?|tutorials?|lessons?|onboarding|homework club|reading hours?)\b", re.IGNORECASE)
STUDY_VERBS = frozenset("finish pass complete study take learn earn attend enrol enroll obtain read gain retrain qualify graduate".split())
STUDY_NOUNS = re.compile(
    r"\b(?:course|certificate|certification|diploma|degree|master['’]?s|bachelor['’]?s|exam|test|licen[cs]e|training|workshop|bootcamp|"
    r"refresher|evening classes|classes|module|apprenticeship|ba|bsc|msc|ma|mba|phd|beng|nvq|btec|programming|language|level)\b",
    re.IGNORECASE,
)
PASSIVE_EVENTS = frozenset("promoted elected chosen appointed awarded selected nominated asked invited admitted hired made voted named given trusted".split())
PASSIVE_WITH_OBJECT = frozenset("awarded named voted elected appointed nominated".split())
HAS_EXPERIENCE = re.compile(r"^(?:\w+ )?(?:experience|knowledge|background) (?:with|in|of)\b", re.IGNORECASE)
PASSIVE_STATES = frozenset("certified trained qualified licensed registered chartered accredited".split())
SINCE = re.compile(r"\b(?:since|for (?:the (?:last|past) )?(?:\w+|\d+) (?:years?|months?|weeks?|decades?))\b", re.IGNORECASE)
SINCE_ONLY = re.compile(r"\bsince\b", re.IGNORECASE)
OFTEN = re.compile(r"\b(?:every|each|weekly|monthly|daily|regularly|(?:a|per) (?:day|week|month|year)|now|currently|on \w+days|evenings)\b", re.IGNORECASE)
DATED = re.compile(r"\b(?:in|last|until|during) (?:\w+ )?(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|"
                   r"september|october|november|december|spring|summer|autumn|winter|year|month|week)\b", re.IGNORECASE)
BOUND = re.compile(r"\b(?:before|after|when|while|ago|during|once|yesterday|until|at (?:school|university|college)|as a|(?:in|last|since|on|this) "
                   r"(?:\w+day|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|"
                   r"autumn|year|month|week|\d{4})|for (?:\w+|\d+) (?:years?|months?|seasons?|weeks?))\b", re.IGNORECASE)
ADVERB = re.compile(r"^(currently|now|recently|already|just|still|also|previously|formerly|often|regularly|personally|successfully)\s+", re.IGNORECASE)
YEARS = re.compile(
    r"^(?:over |more than |almost |nearly |about |some )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|several|many|a few|half a)\+? "
    r"(?:years?|months?|decades?|summers?|winters?|seasons?|semesters?|mornings?|evenings?|days?|afternoons?|weekends?)\b",
    re.IGNORECASE,
)
YEAR_OF = re.compile(r"^(?:in (?:my|the) )?((?:first|second|third|fourth|last|final) (?:year|term|semester)) (?=of\b)", re.IGNORECASE)
REPEATED = re.compile(r"^\S+(?: \S+)? (?:mornings?|evenings?|days?|afternoons?|weekends?)\b", re.IGNORECASE)
STATE_START = re.compile(
    r"^(?:half[- ]?way|mid-?way|part of|responsible for|in charge of|in (?:my|the) |on (?:the|a|my) |active in|involved in|"
    r"fluent in|familiar with|about to|close to|at (?:the|level)|able to|used to|known for|one of)\b",
    re.IGNORECASE,
)
UNIQUE_ROLE = re.compile(r"^\w+(?: \w+)? in charge|^(?:head|chair|captain|treasurer|secretary|president|deputy|vice|co-?chair|joint)\b", re.IGNORECASE)
HELD = re.compile(r"\b(?:certificate|certification|diploma|degree|licen[cs]e|master['’]?s|bachelor['’]?s|ba|bsc|msc|ma|mba|phd|beng|meng|"
                  r"nvq|a[- ]levels?|qualification)\b", re.IGNORECASE)
TAKEN = re.compile(r"\b(?:course|training|workshop|bootcamp|refresher|classes|class|module|exam|test|seminar)\b", re.IGNORECASE)
DONE = re.compile(r"\b(?:internship|apprenticeship|placement|traineeship|work experience|project|secondment|voluntary year|gap year)\b", re.IGNORECASE)
DATE_TAIL = re.compile(r",\s*((?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|"
                       r"summer|autumn|winter)\s+)?(?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|"
                       r"november|december))$", re.IGNORECASE)
STARTED_TAIL = re.compile(r",\s*started(?: in)? (.+)$", re.IGNORECASE)
ONGOING_TAIL = re.compile(r",\s*(?:final year|(?:first|second|third|fourth|last) (?:of \w+ )?(?:years?|terms?|semesters?|modules?)|"
                          r"ongoing|in progress|current(?:ly)?|expected .+|under way|underway)$", re.IGNORECASE)


DEGREE = re.compile(r"^((?:BA|BSc|MSc|MA|MBA|PhD|BEng|MEng|LLB|LLM|BEd|MEd)\b(?: \(?Hons\)?)?)\s*(?:in )?([A-Z].*)?$")
