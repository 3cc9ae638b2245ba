"""How publishers write that a claim is contested or not so."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.nouns import CLAIM, SUBJECT, THING
from reportedly.weigh.scene.trigger import Trigger, trigger
from reportedly.weigh.scene.verbs import BE
from reportedly.weigh.scene.verdicts import ENDS, SHAM, UNTRUE

_FALSE = rf"(?:(?:\w+ly )?{UNTRUE})"
_NOT_SO = r"(?:true|real|genuine|authentic|accurate|correct|the case|legit(?:imate)?|what it seems)"
_WAS = r"(?:is|are|was|were|has been|have been|had been|been|be|as)"
_FOUND = (
    r"(?:revealed|shown|found|proven|proved|exposed|confirmed|determined|discovered|outed)"
    r" (?:to be|to have been|as)"
)
_TURNED = r"(?:turned|turns) out to (?:be|have been)"
_PROVED = (
    r"(?:appear(?:s|ed)?|proved|seem(?:s|ed)?) to (?:be|have been) (?:an? )?(?:\w+ )?(?:old|fake"
    r"|false|wrong|misleading|doctored|manipulated|exaggerated|hoax|fabricat(?:ed|ion)|staged"
    r"|unfounded|inaccurate)"
)
_AT_ODDS = (
    r"(?:contradicts?|contradicted by|at odds with|inconsistent with"
    r"|do(?:es)?(?: not|n['’]t) (?:match|square with|stand up|hold up|add up)|belied by|has no"
    r" basis"
    r"|have no basis|bears? no relation|flies in the face of)"
)
_PLAIN = r"(?:(?!(?:no|not|never|nor|if|whether|by|for|to|in|on|that|the)\b)[\w’'-]+ )"
_MADE = r"(?:fake|hoax|hoaxes|satir(?:e|ical)|parody|spoof|prank|bogus|phony|fictional)"
_PLACE = (
    r"(?:(?:web)?sites?|webpages?|accounts?|pages?|publications?|outlets?|newspapers?|blogs?|news"
    r"|papers?|tabloids?|peddlers?|purveyors?|portals?)"
)

_ASIDE = (
    r"(?:,? ?[,–—-] ?(?:of course|however|in fact|though|sadly|alas|again|naturally|obviously"
    r"|indeed|apparently|as it (?:happens|turns out))(?: ?[,–—-])? ?)"
)
"""What may be thrown in behind a verb ("the story is - of course - a fake")."""
_TOLD_OF = (
    r"(?:,? (?:that|of|about|in|on|from|by|with|attributed|regarding|claiming|saying|posted"
    r"|made|circulating)(?: [\w’'“”\"-]+,?){1,12}?)"
)
"""What tells a claim more closely, behind its noun ("the claims in the report")."""
_PERSON = (
    r"(?:quotes?|quotations?|officials?|sources?|spokes\w+|scientists?|experts?|historians?"
    r"|witness(?:es)?|police|doctors?|professors?|officers?|interviews?|details|names?)"
)
"""What a made-up story is furnished with."""

FACTS = "the publisher sets other facts against it"

DISPUTED: tuple[Trigger, ...] = (
    trigger(
        Status.DISPUTED,
        "the publisher says that it is not so",
        rf"{SUBJECT}{_TOLD_OF}? (?:{BE}|['’]s)(?:{_ASIDE}| )"
        rf"(?:(?:\w+ly|since|later|long|simply|just|all|also|widely|now) ){{0,4}}{_FALSE}\b(?!"
        rf" not\b)",
        needs=rf"\b{UNTRUE}\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it is not so",
        r"\b(?:that|this|it|which)(?:['’]s| is| was) (?:\w+ly )?(?:not true|false|untrue|bogus"
        r"|nonsense|odd given|at odds with|wrong)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it is not so",
        rf"\b(?:this|that|it|which|these|they|none of (?:it|this|that|these|those|the \w+)|"
        rf"(?:the|this|that|these|those) (?:\w+ ){{0,2}}?(?:{CLAIM}|{THING}))"
        rf" (?:\w+ly )?(?:is|are|was|were)(?: not|n['’]t) (?:\w+ )?{_NOT_SO}\b(?! (?:of|for"
        rf"|in)\b)",
        needs=rf"\b{_NOT_SO}\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it is a sham",
        rf"\b{_WAS}(?:{_ASIDE}| )(?:(?:an?|nothing but|just|one big|yet another) )?{_PLAIN}{{0,3}}?"
        rf"{SHAM}\b{ENDS}",
        needs=rf"\b{SHAM}",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it is a sham",
        rf"\b(?:it|that|this|he|she|they|which|story|there|what)['’](?:s|re) (?:(?:an?|the|all)"
        rf" )?{_PLAIN}{{0,3}}?{SHAM}\b{ENDS}",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that none of it is true",
        r"\b(?:no|any|zero|little|much) (?:\w+ )?truth (?:to|in|behind|whatsoever)\b"
        r"|\bnone of (?:it|this|that|these|those|the|them)\b(?: [\w’']+){0,4}? (?:is|are|was|were"
        r"|has|have|ever)(?: \w+)? (?:true|real|accurate|happened)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it never was",
        rf"(?<!if\s)\b(?:(?:that|this|it|none of (?:this|that|it|these)|(?:the|this|that|such an?)"
        rf" (?:\w+ ){{0,2}}?(?:{CLAIM}|event|incident|meeting|arrest|interview|conversation))"
        r" (?:\w+ )?never (?:actually |really |even )?(?:happened|existed|occurred|took place)"
        rf"|(?:the|this|that|such an?) (?:\w+ ){{0,2}}?(?:{CLAIM}|event|incident|interview) (?:\w+"
        r" )?(?:did not|didn['’]t|does not|doesn['’]t) (?:actually |really |even |ever )?(?:happen"
        r"|exist))\b",
        needs=r"\b(?:never|exist|happen)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that there is no such person or thing",
        r"\b(?:(?:is|are|was|were)(?: not|n['’]t) (?:actually |even |in fact )?(?:a )?(?:real"
        r"|genuine|authentic)(?=\s*(?:[.,;:!?()—–”\"-]|$)|\s+(?:and|but|or|person|people|story|news"
        r"|site|report|quote|photo|video|at all)\b)"
        r"|(?:does|do|did)(?: not|n['’]t) (?:actually |even |really )?exist(?! (?:in|on|for"
        r"|as)\b))",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that its persons and details are made up",
        rf"\b(?:made[- ]up|fictitious|fictional|non-?existent|invented|imaginary|fabricated"
        rf"|bogus|fake) (?:[\w-]+ ){{0,2}}?{_PERSON}\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it may not be so",
        rf"\b(?:(?:{SUBJECT})(?: \w+ly)? (?:may|might)(?: well| actually)? not(?: actually)? be"
        rf" {_NOT_SO}\b|(?:{SUBJECT}|it|this|that)(?:['’]s| {BE}) (?:(?:highly|very|more than|a bit"
        r"|rather|somewhat|pretty|deeply) )?(?:dubious|questionable|implausible|far[- ]fetched"
        r"|suspect|doubtful|hard to believe|too good to be true)\b)",
        needs=r"\b(?:(?:may|might)(?: well| actually)? not|dubious|questionable|implausible"
        r"|far[- ]fetched"
        r"|suspect|doubtful|hard to believe|too good)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it is doubted",
        r"\b(?:authenticity|veracity|accuracy|truth|validity)(?: of [^.;\n]{1,60}?)? (?:was|were"
        r"|is|are"
        r"|has been|have been) (?:\w+ly )?(?:questioned|doubted|challenged|disputed)\b"
        r"|\bdoubts? (?:has|have|had|was|were|is|are) (?:since |also |now |already )?(?:been |being"
        r" )?(?:raised|cast|expressed|voiced)\b(?: [\w’']+){0,6}? (?:about|over|on|as to)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says what is so instead",
        r"(?:(?<=[.!?]\s)|(?<=[.!?][\"”]\s)|(?<=\n))(?:but )?(?:in (?:truth|reality|actual fact)"
        r"|(?:the )?(?:truth|reality) is(?=,| that\b))\b,?(?: [^\s,.;:!?]+){1,6}",
        needs=r"\b(?:truth|reality|actual fact)",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says what it turned out to be",
        rf"{SUBJECT}(?:{_TOLD_OF}|,? [—–-] ?[^—–.]{{1,60}} ?[—–-])? (?:(?:was|were|has been|have"
        rf" been) (?:later |eventually |since "
        rf"|subsequently |soon ){{0,4}}{_FOUND}|(?:later |eventually |soon )?{_TURNED}"
        rf"|{_PROVED})\b",
        needs=rf"\b(?:{_FOUND}|{_TURNED}|{_PROVED})\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says what it turned out to be",
        rf"\b(?:{_FOUND}|{_TURNED}) (?:an? |the |only |just )?{_PLAIN}{{0,3}}?(?:{SHAM}|false"
        rf"|wrong"
        r"|incorrect|inaccurate|misleading|nothing|a mistake|an error)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it comes from where things are made up",
        rf"\b(?:an?|the|known|notorious|infamous|this|these|several|many|such|from|of)"
        rf" {_PLAIN}{{0,3}}?"
        rf"{_MADE}(?: and {_PLAIN}{{0,2}}?|[ -]{_PLAIN}{{0,2}}?){_PLACE}\b",
        needs=rf"\b{_MADE}\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it comes from where things are made up",
        r"\b(?:known|notorious|famous|infamous|reputation) for (?:\w+ing )?(?:\w+ ){0,2}?(?:fake"
        r"|false|fabricated|satirical|bogus|made[- ]up|hoax(?:es)?|satire)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher sets the claim against the facts",
        rf"\bcontrary to (?!popular|expectation|conventional)(?:[\w’'-]+ ){{0,3}}?(?:{CLAIM}|what"
        rf"|how"
        r"|belief|impressions?)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that others contest it",
        rf"\b(?:a|an|the) (?:\w+ )?{CLAIM} (?:that |which )?(?:[\w’']+"
        rf" ){{0,4}}?(?:reject(?:s|ed)?"
        r"|disputes?d?|den(?:y|ies|ied)|contests?|contested|refutes?d?|calls? (?:false|baseless)"
        r"|rejected by|disputed by|denied by|contested by)\b(?: (?:by )?[\w’']+){0,4}",
        needs=r"\b(?:reject|disput|den(?:y|ie)|contest|refut|calls? (?:false|baseless))",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that others doubt it",
        r"\b(?:critics|experts|scientists|observers|commentators|analysts|historians|scholars|many"
        r"|some|others|sceptics|skeptics|researchers|economists|doctors) (?:\w+ )?(?:(?:have|are)"
        r" )?"
        rf"(?:\w+ly )?(?:disput(?:e|ed|ing)|question(?:ed|ing)?|challeng(?:e|ed|ing)|doubt(?:ed)?"
        rf"|cast(?:ing)? doubts? (?:on|over)|poured cold water on|skeptical (?:of|about)|sceptical"
        rf" (?:of|about)) (?:the|that|this|those|these|his|her|their|its|such|whether|if) (?:\w+ "
        rf"){{0,3}}?(?:{CLAIM}|{THING}|authenticity|veracity|accuracy|legitimacy|truth)\b",
    ),
    trigger(
        Status.DISPUTED,
        FACTS,
        r"\b(?:but|though|although|however|yet|even though|in fact|in reality|actually),?"
        r" (?:[\w’'-]+"
        r" ){0,4}?"
        r"(?:records?|data|figures|documents|transcripts?|footage|statistics|video|photographs"
        r"|fact[- ]checkers|e-?mails|filings|stud(?:y|ies)|polls?|numbers) (?:\w+ ){0,2}?(?:shows?"
        r"|showed|indicates?|suggests?|contradicts?|tells?|reveals?|say|prove)\b",
    ),
    trigger(
        Status.DISPUTED,
        "fact-checkers are said to find it wrong",
        r"\b(?:fact[- ]check(?:ers?|ing)|politifact|snopes|factcheck\.org|full fact|leadstories"
        r"|gossip cop)\b"
        r"(?: [\w’'.,“”\"-]+){0,8}? [“\"‘']?(?:(?:mostly|largely|partly) )?"
        r"(?:false|pants on fire|(?:\w+ )?pinocchios?|misleading|untrue|hoax|fake"
        r"|inaccurate|wrong|incorrect|debunked|no evidence)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it does not agree with the facts",
        rf"{SUBJECT} (?:is |are |was |were )?{_AT_ODDS}\b(?: [\w’']+){{0,6}}",
        needs=rf"\b{_AT_ODDS}\b",
    ),
)

FALSELY: tuple[Trigger, ...] = (
    trigger(
        Status.DISPUTED,
        "the publisher calls it false",
        r"\b(?:falsely|wrongly|incorrectly|erroneously|inaccurately|mistakenly|untruthfully"
        r"|misleadingly)\b",
    ),
    trigger(Status.NONE, "the publisher calls it baseless", r"\bbaselessly\b"),
)
"""Adverbs at a cue."""

LABELS: tuple[Trigger, ...] = (
    trigger(
        Status.DISPUTED,
        "the publisher's word for it is a ruling",
        r"\b(?:debunked|discredited|disproved|disproven|(?<!not\s)false|baseless|unfounded|bogus"
        r"|incorrect|inaccurate|untrue|made[- ]up|fictional|invented|exaggerated|hoax"
        r"|disputed|fictitious|spurious|fabricated|fake|phony|misleading|erroneous|hoax|satirical"
        r"|doctored|faked|photoshopped|forged|unreliable)"
        rf"(?= (?!(?:the|their|his|her|its|this|that|those|these|any)\b)(?:[\w’'-]+"
        rf" ){{0,2}}?(?:{CLAIM}|{THING})\b)",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher's word for it is that it is unchecked",
        rf"\b(?:unconfirmed|unverified|unverifiable)(?= (?:[\w’'-]+ ){{0,3}}?(?:{CLAIM}"
        rf"|{THING})\b)",
    ),
    trigger(
        Status.NONE,
        "the publisher's word for it is that nothing backs it",
        rf"\b(?:unsubstantiated|unsupported|unproven|uncorroborated|unsourced)(?= (?:[\w’'-]+"
        rf" ){{0,2}}?{CLAIM}\b)",
    ),
)
"""Adjectives of the noun that an attribution hangs on ("a debunked claim that …")."""
