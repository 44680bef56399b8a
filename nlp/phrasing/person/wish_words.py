"""Words and patterns by which wishes are read: "I want to …", verbs that start a wish, compounds that only look like one, kinds of people."""
from __future__ import annotations

import re

from nlp.phrasing.person.wishes import WISHING

TIME = (
    r"(?:(?:one|some) ?day|eventually|ultimately|ideally|long[- ]term|short[- ]term|later(?: on)?|over time|at some point|"
    r"in the (?:long|short) (?:run|term)|(?:in|within|over) (?:the )?(?:next )?(?:[\w-]+ )?(?:few )?(?:years?|months?)(?: or so)?(?:['’] time)?)"
)
ADVERB = r"(?:really |also |just |always |definitely |still |then |simply |very much |honestly )*"
LEAD_INS = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (rf"^I\s*(?:am|['’]m)? ?{ADVERB}(?:want(?:ing)?|wish(?:ing)?|hop(?:e|ing)|aim(?:ing)?|aspir(?:e|ing)|plan(?:ning)?|"
         rf"intend(?:ing)?|(?:would|['’]d) {ADVERB}(?:like|love)|like|love|try(?:ing)?|going|prefer|look(?:ing)?) to ", "inf"),
        (rf"^{ADVERB}(?:want(?:ing)?|wish(?:ing)?|hop(?:e|ing)|aim(?:ing)?|aspir(?:e|ing)|plan(?:ning)?|would like|would love|"
         rf"trying|intend(?:ing)?) to ", "inf"),
        (r"^(?:my|the) (?:[\w-]+ ){0,3}?(?:goal|aim|dream|aspiration|ambition|objective|wish|hope|plan|vision|purpose)s? "
         r"(?:is|are|would be|was|has always been|remains) (?:to (?=\w))", "inf"),
        (r"^(?:my|the) (?:[\w-]+ ){0,3}?(?:goal|aim|dream|aspiration|ambition|objective|wish|hope|plan|vision|purpose)s? "
         r"(?:is|are|would be|was|has always been|remains|:) ?", "any"),
        (r"^(?:career )?(?:goal|aim|dream|aspiration|ambition|objective|wish)s?:\s*(?:to )?", "any"),
        (r"^(?:short|mid|medium|long)(?:er)?[- ]term(?: goal| aim)?s?: ?(?:to )?", "any"),
        (r"^to (?=\w)", "inf"),
        (rf"^I\s*(?:will|['’]ll|am going to|['’]m going to) {ADVERB}", "inf"),
        (rf"^I {ADVERB}(?:dream of|think of|look forward to|am interested in|am passionate about|care about) ", "any"),
        (r"^(?:dreaming of|interested in|passionate about|looking for|searching for) ", "any"),
        (rf"^I (?:can |could )?{ADVERB}see myself (?:as (?=an?\b|the\b|head|chief))", "person"),
        (rf"^I (?:can |could )?{ADVERB}see myself ", "any"),
        (rf"^I\s*{ADVERB}(?:need|seek|{WISHING[3:-1]}|am looking for|['’]m looking for) (?:for |of )?", "object"),
    )
)
TIME_FIRST = re.compile(rf"^{TIME},? +(?=\w)", re.IGNORECASE)
TIME_LAST = re.compile(rf",? +{TIME}$", re.IGNORECASE)
# Words that are verbs at the head of a wish although the dictionary has them as nouns or adjectives, too.
WISH_VERBS = frozenset(
    "lead manage work help design build make take get find give learn teach study travel coach mentor guide train run grow keep "
    "become be have earn gain obtain receive reach hold win join move live share support serve care change improve develop create "
    "write speak use apply solve drive shape advise treat decide do see feel know stay go return start begin finish open found "
    "launch own head chair direct organise organize plan produce sell buy fix repair test research explore discover master "
    "contribute collaborate cut reduce save protect raise increase bring turn put set show prove earn specialise specialize "
    "advance progress balance combine deepen broaden expand strengthen understand explain inspire influence represent "
    "spend enjoy love follow pursue achieve make leave switch transition transfer volunteer break cook heal nurse farm paint "
    "deliver provide introduce publish present translate travel trust respect welcome encourage empower "
    "program code film photograph tutor engineer try stop avoid fight end offer handle tackle oversee supervise delegate connect reach qualify graduate complete pass".split()
)
# Verb + noun pairs that are compounds all the same: a noun phrase, not a verb with its object.
COMPOUNDS = re.compile(
    r"^(?:work(?:[ -]+(?:and )?life|[ -]?place| experience| environment| permit)|change management|test (?:design|automation)|"
    r"lead (?:generation|role)|head (?:of|chef|nurse|teacher)|design (?:work|thinking|role)|research (?:and|work|role|career)|"
    r"project |process |product |team |people |career |market |training |study abroad|travel (?:and|opportunit)|help desk|"
    r"open[- ](?:source|mind)|balance (?:between|of|in)\b|support (?:from|in|role)\b|respect\b|trust\b|change$|plan$)",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?:manager|leader|lead|director|head|chief|nurse|engineer|developer|analyst|expert|specialist|officer|consultant|architect|"
    r"designer|partner|owner|mentor|coach|teacher|trainer|professor|scientist|researcher|doctor|surgeon|lawyer|accountant|chef|"
    r"writer|editor|author|programmer|tester|buyer|seller|baker|electrician|technician|assistant|coordinator|supervisor|foreman|"
    r"executive|ceo|cto|cfo|coo|vp|president|principal|master|apprentice|pilot|driver|planner|strategist|scholar|artist|colleague|"
    r"administrator|controller|auditor|counsellor|counselor|therapist|psychologist|librarian|translator|journalist|producer|authority|"
    r"person|somebody|someone|professional|player|member|one|craftsman|carpenter|gardener|farmer|physician|pharmacist|midwife|"
    r"dentist|paramedic|firefighter|recruiter|marketer|salesperson|advisor|adviser|captain|host|treasurer|secretary|trustee|"
    r"welder|joiner|cook|carer|caregiver|waiter|operator|inspector|mechanic|plumber|tailor|brewer|\w{3,}(?:ologist|ician|keeper|smith))$",
    re.IGNORECASE,
)
TITLE_ALONE = re.compile(r"^(?:CEO|CTO|CFO|COO|head of|chief|deputy|vice|captain of|chair of|president of|director of)\b", re.IGNORECASE)
DETERMINERS = frozenset("a an the my our some more less fewer greater better any no this that these those one two three".split())
LIGHT = frozenset("take obtain get have find hold gain earn reach achieve secure receive".split())
AFTER_A_VERB = DETERMINERS | frozenset("to with for in at on into from by every each others people him her them it what how out up off down away back over around".split())
NO_GERUND_BEFORE = frozenset("keep start stop continue begin enjoy love like go try".split())
