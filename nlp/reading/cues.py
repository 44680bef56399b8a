"""Words that tell what a heading announces and what a sentence does. Patterns run on lower-case text."""

from __future__ import annotations

import re

_OWNER = r"^(?:\W|(?:our|the|my|your|a|company|corporate|core|brand|guiding|shared|overall|\w+['’]s?|\w+ \w+['’]s?)\s)*"
_TAIL = r"(?: statements?)?\W*$"

# A heading that is nothing but the name of what follows: the surest sign there is.
EXACT_HEADINGS: dict[str, re.Pattern[str]] = {
    name: re.compile(f"{_OWNER}(?:{pattern}){_TAIL}")
    for name, pattern in {
        "mission": r"(?:missions?|(?:mission is(?: to)?)|mission (?:and|&) (?:goals?|purpose|objectives?))",
        "purpose": r"(?:purpose|cause|why|reason for being|aims?|goals?|objectives?|mandate|philosophy|commitment|promise|why we exist)",
        "vision": r"(?:visions?|where we(?:['’]re| are) (?:going|headed)|vision is(?: to)?|ambition|future|aspirations?|north star|dream|vision for .{0,30})",
        "both": r"(?:(?:mission|vision|values|purpose|goals|objectives|motto)(?:,| and|,? &| \+| /| \|)* ?){2,4}",
        "values": r"(?:(?:operating|working|founding|leadership|service|people) )?(?:values?|principles|beliefs?|pillars|virtues|ethos)|we value|"
        r"what we (?:believe(?: in)?|value|stand for|live by|care about)|what (?:we|they) stand for|how we behave|what matters(?: most)? to us",
        "about": r"(?:about(?: us)?|who we are|what we do|overview|profile|about .{0,30}|welcome to .{0,30})",
    }.items()
}

HEADING_CUES: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "mission": r"\bmissions?\b|\bmandate\b",
        "purpose": r"\bpurpose\b|why we exist|reason for being|what drives us|why we do|our cause|our why\b|raison d",
        "aim": r"\b(?:aims?|goals?|objectives?|commitments?|promise|pledge|philosophy|approach|motto|credo)\b",
        "vision": r"\bvisions?\b",
        "future": r"\b(?:future|ambitions?|aspirations?|aspire|dream|north star|tomorrow|where we(?:['’]re| are) (?:going|headed))\b",
        "values": r"\bvalues?\b|\bprinciples\b|\bpillars\b|\bethos\b|\bvirtues\b",
        "beliefs": r"\bbeliefs?\b|\bbelieve\b|stand for|\bmanifesto\b|code of (?:conduct|ethics|honou?r)",
        "about": r"\babout\b|who we are|\boverview\b|\bprofile\b|\bwelcome\b|\bintroduction\b|at a glance|what we do",
        "story": r"\bstory\b|\bhistory\b|\bheritage\b|\bjourney\b|\bmilestones?\b|\bfound(?:ed|ers?|ing)\b|\bbeginnings\b|\btimeline\b",
        "culture": r"\bculture\b|life (?:at|in|with)\b|how we work|\bworkplace\b|way we work|great place|\bbest place",
        "people": r"\b(?:our|the) people\b|\bemployees?\b|\bstaff\b|\bour team\b|\bcolleagues\b|\bpeople\b",
        "diversity": r"\bdiversity\b|\binclusi(?:on|ve)\b|\bbelonging\b|\bequity\b|\bequal(?:ity)?\b|\bdei\b|\bedi\b",
        "responsibility": r"\bsustainab|\bresponsib|\benvironment|\bcsr\b|\besg\b|giving back|\bcommunit|\bphilanthrop|\bvolunteer|\bsafety\b",
        "careers": r"\bcareers?\b|\bjobs?\b|work (?:with|for|at)\b|working (?:at|with|for|here)|join\b|\bhiring\b|\brecruit|why (?:us|work|join)",
        "benefits": r"\bbenefits?\b|\bperks?\b|\brewards?\b|what we offer|we offer|\bwell-?being\b|work[- ]life|\bcompensation\b",
        "growth": r"\bgrowth?\b|\bdevelopment\b|\blearn|\btraining\b|\bacademy\b|\bmentor|\bapprentice|\bintern(?:ship)?s?\b|\beducation\b|\bskills\b",
        "services": r"\bservices?\b|\bsolutions?\b|\bproducts?\b|\bfeatures?\b|\bpricing\b|\bplatform\b|how it works|\bportfolio\b|\bindustries\b|\bcapabilities\b",
        "choose": r"\bwhy (?:choose|us|you|customers|clients)\b|what makes us|\badvantages?\b|\bdifference\b|\bdifferent\b|\bunique\b",
        "persons": r"\bleadership\b|\bboard\b|\bdirectors?\b|\btrustees\b|\bmanagement\b|\bmeet\b|\bmessage\b|\bpresident\b|\bceo\b|\bchairman\b",
        "voices": r"\btestimonials?\b|\breviews?\b|what (?:our )?(?:clients|customers|people|others) (?:say|are saying)|\bsuccess stor",
        "news": r"\bnews\b|\bblog\b|\bevents?\b|\bpress\b|\bawards?\b|\bcontact\b|\bfaqs?\b|\bquestions\b|\blatest\b|\bsubscribe\b|\bdownload\b|\blocations?\b",
        "job": r"\brequirements?\b|\bqualifications?\b|\bresponsibilities\b|\bduties\b|\bopen positions?\b|\bvacanc|\bapply\b|\brole\b|\bdescription\b",
    }.items()
}

SENTENCE_CUES: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        # mission
        "mission_is": r"\b(?:our|the|its|company['’]s|whose) (?:\w+ ){0,2}(?:mission|purpose)(?: statement)?(?: (?:is|was|has been|remains|here))?\b",
        "mission_word": r"\bmission\b",
        "purpose_word": r"\bpurpose\b|\breason for being\b|\bwhy we(?:['’]re here| exist)",
        "exist": r"\bexists? (?:to|for|so)\b|\bhere to\b|\bwas (?:founded|established|created|formed|set up) (?:to|with|on|in order)\b|\bset out to\b",
        "goal_is": r"\b(?:our|the|its) (?:\w+ ){0,2}(?:goal|aim|objective|task|job|commitment|focus|priority|role|passion)s? (?:is|are|has|remains)\b",
        "dedicated": r"\b(?:dedicated|committed|devoted|driven|commits|commitment) to\b|\bfocus(?:ed|es)? on\b|\bpassionate about\b|\bspeciali[sz]",
        "strive": r"\bstriv(?:e|es|ing)\b|\bseeks?\b|\baims?\b|\bendeavou?rs?\b|\bwork(?:s|ing)? (?:hard )?(?:to|towards)\b|\btry to\b|\bwant to\b",
        "to_verb": r"^to [a-z]+",
        "by_ing": r"\b(?:by|through) \w+ing\b",
        "help": r"\b(?:help|empower|enabl|support|serv|protect|connect|inspir|transform|improv|educat|advanc|promot|deliver|provid|creat|build|foster|bring|mak)(?:e|es|ing|s)?\b",
        "is_a": r"\bis (?:an?|the|one of)\b.{0,80}\b(?:organi[sz]ation|company|compan|firm|charity|agency|non-?profit|provider|university|college|school|bank|hospital|institute|foundation|group|platform|community|business|team|consultancy|manufacturer|supplier|studio|church)\b",
        "nonprofit": r"\bnon-?profit\b|\bnot-for-profit\b|\bcharit|\b501\(?c|\bngo\b",
        "for_whom": r"\bfor (?:all|every|everyone|our|people|the|those|their)\b",
        "exists_to": r"\bexists? (?:to|for|so|because)\b",
        "own_aim_to": r"\b(?:our|whose|its|the|\w+['’]s) (?:\w+ ){0,2}(?:goal|aim|objective|aspiration|ambition)s? (?:is|are|has been|remains)\b[^.]{0,25}\bto\b",
        "own_mission_to": r"\b(?:our|whose|its|the|\w+['’]s) (?:\w+ ){0,2}(?:mission|purpose)(?: statement)?(?: (?:of|at|here)[^.]{0,40})? (?:is|has been|remains)\b|\b(?:with|on) (?:a|the|one|an|our)(?: \w+){0,2} (?:mission|goal|aim|purpose)\b[^.]{0,15}\b(?:to|of)\b",
        "first_help": r"^(?:we|\w+(?: \w+){0,3}) (?:help|empower|support|connect|educate|enable|provide|serve|protect)s?\b",
        "reason": r"\breason (?:for|we|why)\b|\bwhy we\b|\bmotivation is\b|\bdriven by\b",
        # vision
        "own_vision_to": r"\b(?:our|whose|its|the|a|\w+['’]s) (?:\w+ ){0,2}vision(?: statement)?(?: (?:of|at|here|for)[^.]{0,40})? (?:is|has been|remains|of|to)\b",
        "envision": r"\benvisions?\b|\benvisag|\bimagine a\b|\bwe see a\b|\bbelieve in a (?:world|future)\b",
        "we_aim": r"\bwe (?:\w+ )?(?:aim|seek|strive|aspire|intend|want|endeavou?r) to\b|\b(?:aims|seeks|strives|aspires|endeavou?rs) to\b",
        "we_will": r"\bwe(?: will\b|['’]ll\b)",
        # about a mission or a vision, and not what it is
        "about_it": r"\b(?:this|these|those|our|its|the) (?:\w+ ){0,2}(?:missions?|visions?|values|purpose)(?:,? (?:and|&) \w+)? (?:guid|inform|shap|driv|are|inspir|represent|posit|also|includ|was|has|were|work)\w*|\b(?:achieve|join|fulfil+|support|living(?: out)?|advance|deliver on|committed to|share|accomplish|reali[sz](?:e|ing)|pursue) (?:this|our|the|its|their) (?:\w+ )?(?:mission|vision|purpose|goals?)\b",
        "ends_colon": r":\s*$",
        "vision_is": r"\b(?:our|the|its|whose|a) (?:\w+ ){0,2}vision\b",
        "vision_word": r"\bvision\b|\benvision|\bvisionary\b",
        "world_where": r"\b(?:world|future|society|community|planet|nation|country|place|day) (?:where|in which|that|when|without|free)\b|\bimagin",
        "to_be": r"\bto (?:be|become|remain)\b|\bbecoming\b|\bbeing the\b|\bwill be\b",
        "leading": r"\bleading\b|\bleader\b|\bbest\b|\bmost \w+\b|\bpremier\b|\bworld[- ]class\b|\bnumber one\b|\b#1\b|\bpreferred\b|\bfirst choice\b|\brecogni[sz]ed (?:as|for|by)\b|\bpre-?eminent\b|\bforemost\b|\bof choice\b|\bglobally\b",
        "aspire": r"\baspir|\bambition|\bdream|\bhope to\b|\blook forward\b|\bone day\b",
        "future": r"\bfuture\b|\btomorrow\b|\bnext (?:generation|decade|century)|\bgenerations\b|\bby 20\d\d\b|\blong[- ]term\b",
        # culture
        "we_believe": r"\bwe (?:also |firmly |truly |strongly )?believe\b|\bwe know\b|\bwe think\b|\bbelieves? (?:that|in)\b",
        "we_value": r"\bwe (?:\w+ )?(?:value|respect|celebrate|embrace|encourage|welcome|trust|appreciate|recogni[sz]e|reward|listen|care)\b|\bvalues? (?:its|our|the|every)\b",
        "we_foster": r"\b(?:foster|cultivat|nurtur|promot|maintain|creat|build|offer|provid)\w* (?:an?|the|our)?\s*(?:\w+ ){0,3}(?:culture|environment|workplace|atmosphere|community|climate|team)\b",
        "culture_word": r"\bcultures?\b|\bworkplace\b|\bwork(?:ing)? environment\b|\bplace to work\b|\batmosphere\b",
        "our_people": r"\bour (?:\w+ ){0,2}(?:people|team|teams|employees|staff|colleagues|workforce|associates|crew|family|employee)\b|\bteam members?\b|\bteam[- ]?mates?\b|\bemployees?\b|\bco-?workers?\b",
        "diverse": r"\bdivers|\binclusi|\bbelong|\bequal(?:ity)?\b|\bequit|\bregardless\b|\bdiscriminat|\bbackgrounds?\b|\bdisabilit",
        "balance": r"\bwork[-/– ]*life\b|\bflexib|\bwell-?being\b|\bwellness\b|\bhealthy?\b|\bfamil(?:y|ies)\b|\bremote\b|\bvacation\b|\bholiday\b|\bpaid time\b|\bbonus|\binsurance\b|\bpension\b|\b401",
        "environment": r"\bsustainab|\benvironment|\bcarbon\b|\bclimate\b|\bplanet\b|\brecycl|\brenewabl|\beco-?\b|\bwaste\b|\bemission",
        "community": r"\bcommunit|\bvolunteer|\bgive back\b|\bgiving back\b|\bcharit|\bsocial(?:ly)?\b|\bdonat|\blocal\b",
        "safety": r"\bsafe(?:ty|ly)?\b|\bethic|\bintegrity\b|\bhonest|\btransparen|\baccountab|\bcomplian",
        "together": r"\btogether\b|\bcollaborat|\bteamwork\b|\bone team\b|\bpartnership\b|\bopen(?:ness)?\b|\btrust\b|\brespect",
        "passion": r"\bpassion|\bfun\b|\benjoy|\blove\b|\bproud\b|\bpride\b|\bdynamic\b|\bcreativ|\binnovat|\bcurio",
        # growth
        "training": r"\btrain(?:ing|ed|s)?\b|\blearn(?:ing|s)?\b|\bcourses?\b|\bworkshops?\b|\bcertif|\btuition\b|\beducation\w*\b|\bstud(?:y|ies)\b|\bknowledge\b",
        "career": r"\bcareers?\b|\bprofessional(?:ly)? (?:development|growth|grow)|\bpromot(?:e|ed|ion|ions)\b|\badvance(?:ment)?\b|\binternal(?:ly)?\b",
        "develop": r"\bdevelop(?:ment|ing|s)?\b|\bgrow(?:th|ing|s)?\b|\bpotential\b|\bskills?\b|\btalents?\b",
        "mentor": r"\bmentor|\bcoach|\bapprentic|\bintern(?:s|ship|ships)?\b|\bgraduates?\b|\bscholarship|\bbuddy\b|\bonboarding\b",
        "opportunity": r"\bopportunit|\bchance to\b|\bpossibilit|\bchallenge[sd]?\b",
        "offer_you": r"\byou(?:['’]ll| will| can| get| have| are)\b|\bjoin\b|\bwe(?:['’]ll| will)? (?:offer|provide|give|invest|support)\b",
        # against
        "customers": r"\bcustomers?\b|\bclients?\b|\bpatients?\b|\bguests?\b|\bstudents?\b|\bmembers\b|\bbusinesses\b|\busers?\b|\bchildren\b|\bpupils\b",
        "products": r"\bproducts?\b|\bservices?\b|\bsolutions?\b|\btechnolog|\bsoftware\b|\bplatform\b|\bprojects?\b|\bsystems?\b|\bequipment\b|\bprices?\b|\bquality\b",
        "history": r"\b(?:was|were|has been|had)\b|\bfounded\b|\bestablished\b|\bsince (?:\d|its|then)|\b(?:19|20)\d\d\b|\byears? (?:of|ago)\b|\bin (?:19|20)\d\d\b",
        "numbers": r"\d",
        "money": r"[$€£₹]|\bmillion\b|\bbillion\b|\b%|\bpercent\b",
        "contact": r"\bcontact\b|\bcall\b|\bemail\b|\bclick\b|@|\bwebsite\b|\bvisit\b|\bread more\b|\blearn more\b|\bapply\b|\bphone\b|\bsubscribe\b|\bdownload\b",
        "question": r"\?$",
        "quote_person": r"^[\"“]|\bsaid\b|\bsays\b|\bi (?:am|have|was|love|feel|work)\b|\bi['’](?:m|ve)\b|\bmy\b",
        "job_demand": r"\bmust (?:have|be)\b|\byears['’]? experience\b|\bdegree\b|\bcandidates?\b|\bapplicants?\b|\bexperience (?:in|with)\b|\bability to\b|\bresume\b|\bcv\b|\bsalary\b",
        "legal": r"\bpolicy\b|\bprivacy\b|\bterms\b|\bcopyright\b|\bcookies?\b|\ball rights\b|\bregistered (?:in|office|company)\b|\blaw(?:s|ful)?\b|\bregulat",
        "event": r"\bevents?\b|\bnews\b|\baward|\bconference\b|\bvisitors?\b|\bcampus\b|\bresearch\b",
    }.items()
}

SUBJECT_CUES: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "we": r"^(?:\w+[,]? ){0,4}we\b",
        "our": r"^our\b",
        "you": r"^(?:\w+ ){0,3}you(?:r|['’]ll)?\b",
        "it": r"^(?:it|this|these|that|they|he|she|there)\b",
        "verb": r"^(?:to |always |never )?(?:be|build|create|deliver|do|act|work|treat|provide|help|support|ensure|make|develop|encourage|promote|foster|respect|value|maintain|offer|give|lead|serve|strive|embrace|take|use|seek|keep|empower|engage|achieve|improve|contribute|enhance|protect|celebrate|invest|listen|learn|grow|put|share|think|challenge|inspire|care|enable|train|recognize|recognise|conduct|understand|continually|continuously)\b",
        "ing": r"^\w+ing\b",
        "the": r"^(?:the|a|an|every|each|all|as|with|at|in|by|from|through|for)\b",
        "if": r"^(?:if|when|whether|where|while|because|although|so|and|but|or|then)\b",
    }.items()
}
