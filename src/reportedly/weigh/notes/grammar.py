"""How publishers write that something is unproven, unchecked, contested, shown or unanswered."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.trigger import Trigger, trigger

CLAIM_NOUN = (
    r"(?:claims?|allegations?|accusations?|assertions?|statements?|reports?|rumou?rs?|stor(?:y|ies)"
    r"|charges?|theor(?:y|ies)|figures?|numbers?|accounts?|suggestions?|narratives?|quotes?|tolls?"
    r"|contentions?|notions?|conspiracy theor(?:y|ies)|hoax|remarks?|posts?|tweets?|arguments?)"
)
THING_NOUN = (
    r"(?:videos?|footage|photos?|photographs?|pictures?|images?|recordings?|audio|tapes?|documents?"
    r"|letters?|e-?mails?|clips?|memos?|screenshots?|transcripts?)"
)
_OWN = r"(?:evidence|proof|substantiation|corroboration)"
_MORE = (
    rf"(?:{_OWN}|details?|specifics|examples?|sources?|explanations?|documentation|elaboration"
    rf"|basis"
    r"|supporting (?:data|documents)|citations?)"
)
_NOT = (
    r"(?:did not|didn['’]t|has not|have not|hasn['’]t|haven['’]t|had not|hadn['’]t|never"
    r"|(?:has|have|had) yet to|failed to|does not|do not|(?:was|were) (?:not able|unable) to)"
)
_BE = r"(?:is|are|was|were|has been|have been|had been|be|been|remains?|remained)"
_CHECKED_PAST = r"(?:verified|confirmed|corroborated|authenticated|substantiated)"
_CHECK = r"(?:verify|confirm|corroborate|authenticate|establish)"
_CHECK_WELL = r"(?:verify|corroborate|authenticate)"
_UNBACKED = r"(?:unsubstantiated|unsupported|unproven|uncorroborated)"
_UNCHECKED = r"(?:unconfirmed|unverified)"
_UNTRUE = (
    r"(?:false|untrue|inaccurate|incorrect|bogus|baseless|unfounded|groundless"
    r"|fictitious|fabricated|a (?:fabrication|forgery|hoax|lie|fake|myth)|wrong|misleading|debunked"
    r"|discredited|refuted|disproved|disproven|disputed|contradicted by|contested"
    r"|not (?:true|accurate|correct|the case|borne out|supported by)|fake|nonsense|rejected by)"
)
_FALSE = rf"(?:(?:\w+ly )?{_UNTRUE})"
_FOUND = r"(?:revealed|shown|found|proven|exposed) (?:to be|as)"
_TURNED = r"turned out to (?:be|have been)"
_PROVED = (
    r"(?:appears?|proved|seems?) to (?:be|have been) (?:old|fake|false|wrong|misleading|doctored"
    r"|manipulated)"
)
_AT_ODDS = (
    r"(?:contradicts?|contradicted by|at odds with|inconsistent with"
    r"|do(?:es)? not (?:match|square with|stand up)|belied by|has no basis|have no basis"
    r"|bears? no relation)"
)
_SUBJECT = (
    rf"(?:\b(?:this|that|it|which|they|these|those)"
    rf"|\b(?:the|this|that|these|those|his|her|their|its|such|both|all|many of the|\w{{1,40}}['’]s)"
    rf" (?:\w+ ){{0,2}}?(?:{CLAIM_NOUN}|{THING_NOUN}))"
)

NONE_OFFERED: tuple[Trigger, ...] = (
    trigger(
        Status.NONE,
        "the publisher says that nothing was offered for it",
        rf"\b(?:without|with no|with little) (?:any |further |giving |citing |offering |providing"
        rf" |presenting |producing |supplying |naming |naming any ){{0,4}}(?:\w+"
        rf" ){{0,2}}?{_OWN}\b(?!"
        rf" (?:of|for) )"
        rf"(?: (?:to (?:support|back)|that|for) (?:[\w’']+ ){{0,2}}[\w’']+)?",
    ),
    trigger(
        Status.NONE,
        "the publisher says that nothing was offered for it",
        r"\bwithout (?:giving|citing|offering|providing|presenting|producing|supplying|going into)"
        rf" (?:[\w’'-]+ ){{0,4}}?{_MORE}\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that no more was said",
        r"\bwithout (?:further |any )?(?:elaborating|elaboration|specifying|explaining (?:how|why"
        r"|what)"
        r"|further details?|saying (?:how|why|where|who|what))\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that none was given",
        r"\b(?:offer|provid|g[ai]v|cit|present|produc|suppl)(?:e|ed|es|ing|ied|y|ying|en|s)? no"
        rf" (?:\w+ ){{0,3}}?{_MORE}\b(?: (?:for|to|of|that)(?: [\w’']+){{1,8}})?",
    ),
    trigger(
        Status.NONE,
        "the publisher says that none was given",
        rf"\b{_NOT} (?:\w+ly |yet |ever ){{0,4}}(?:offer(?:ed)?|provided?|gi?ven?|gave|cited?"
        rf"|present(?:ed)?"
        r"|produced?|supply|supplied|back(?:ed)? up|share|shared|include|point to)"
        rf" (?:[\w’'-]+ ){{0,4}}?{_MORE}\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that no more was said",
        rf"\b{_NOT} (?:immediately |further )?(?:elaborate|substantiate)\b(?: (?:on )?\w+ \w+)?",
    ),
    trigger(
        Status.NONE,
        "the publisher says that none has been shown",
        rf"\b(?:no|little|scant) (?:[\w-]+ ){{0,3}}?{_MORE}(?:, (?:however|though),)?"
        rf"(?: (?:of|for|to|that)(?: [\w’']+){{1,10}})? (?:has|have|had|was|were|is|are)(?: \w+)?"
        r"(?: yet| ever| so far| since)?(?: been| yet been)? (?:presented|offered|provided|produced"
        r"|given|made public|released|published|found|shown|cited|disclosed|available|emerged)\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that there is none",
        rf"\bthere(?:['’]s| is| was| are| has been| exists) (?:absolutely |currently |simply"
        rf" )?(?:no"
        rf"|little|scant|zero) (?:\w+ ){{0,3}}?{_OWN}\b(?! against)(?: (?:that|to|for|of"
        rf"|whatsoever)"
        r"(?: [\w’']+){1,14})?",
    ),
    trigger(
        Status.NONE,
        "the publisher calls it unsubstantiated",
        rf"{_SUBJECT} {_BE} (?:\w+ )?{_UNBACKED}\b",
        needs=rf"\b{_UNBACKED}",
    ),
)

UNVERIFIED: tuple[Trigger, ...] = (
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it was not checked",
        r"\b(?:could not|couldn['’]t|cannot|can ?not|can['’]t|(?:has|have|had) not|hasn['’]t"
        r"|haven['’]t"
        rf"|(?:has|have|had) yet to) (?:yet )?be(?:en)? (?:\w+ly ){{0,4}}{_CHECKED_PAST}\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it was not checked",
        rf"\b(?:could not|couldn['’]t|cannot|can ?not|can['’]t) (?:\w+ly )+be (?:\w+ly"
        rf" ){{0,4}}{_CHECKED_PAST}\b"
        rf"|\b(?:was|were|is|are) not (?:yet |\w+ly )+{_CHECKED_PAST}\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that none of it was checked",
        r"\b(?:neither|none of|nothing)\b(?: [\w’'-]+){0,7}? (?:could|can|has|have) (?:\w+ly ){0,4}"
        rf"(?:be|been) (?:\w+ly ){{0,4}}{_CHECKED_PAST}\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "nobody of the field has checked it",
        r"\b(?:has|have) (?:not yet|not|yet to) (?:been |be )?peer[- ]reviewed\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it could not check it",
        r"\b(?:could not|couldn['’]t|cannot|can ?not|can['’]t|did not|(?:(?:was|were|is|are|been)"
        r" (?:unable"
        r"|not able)|not possible|no way|impossible|difficult|hard|(?:has|have|had) not been"
        r" able) to)"
        rf" (?:(?:independently|immediately) (?:\w+ly )?{_CHECK}|{_CHECK_WELL})\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it was not checked",
        r"\b(?:no|without|awaiting) (?:immediate |official |independent )+(?:confirmation"
        r"|verification)\b"
        r"(?: of(?: [\w’']+){1,6})?",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it is not known who is right",
        r"\b(?:hard|difficult|impossible) to (?:know|tell|say|judge) (?:who|which|whether|how much)"
        r"[\w’' ]{0,50}? (?:truth|true|accurate|right|lying)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it is not confirmed",
        rf"{_SUBJECT} {_BE} (?:still |as yet |so far )?{_UNCHECKED}\b",
        needs=rf"\b{_UNCHECKED}",
    ),
)

FACTS = "the publisher sets other facts against it"

DISPUTED: tuple[Trigger, ...] = (
    trigger(
        Status.DISPUTED,
        "the publisher says that it is not so",
        rf"{_SUBJECT}(?: (?:that|of|about)(?: [\w’']+){{1,8}}?)? (?:{_BE}|['’]s)"
        rf" (?:(?:\w+ly|since|later|long|simply|just|all|also|widely|now) ){{0,4}}{_FALSE}\b(?!"
        rf" not\b)",
        needs=rf"\b{_UNTRUE}\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it is not so",
        r"\b(?:that|this|it|which)(?:['’]s| is| was) (?:\w+ly )?(?:not true|false|untrue|bogus"
        r"|nonsense"
        r"|odd given|at odds with|wrong)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says what it turned out to be",
        rf"{_SUBJECT} (?:(?:was|were|has been|have been) (?:later |eventually |since "
        rf"|subsequently |soon ){{0,4}}{_FOUND}|(?:later |eventually |soon )?{_TURNED}"
        rf"|{_PROVED})\b",
        needs=rf"\b(?:{_FOUND}|{_TURNED}|{_PROVED})\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that others contest it",
        rf"\b(?:a|an|the) (?:\w+ )?{CLAIM_NOUN} (?:that |which )?(?:[\w’']+"
        rf" ){{0,4}}?(?:reject(?:s|ed)?"
        r"|disputes?d?|den(?:y|ies|ied)|contests?|contested|refutes?d?|calls? (?:false|baseless)"
        r"|rejected by|disputed by|denied by|contested by)\b(?: (?:by )?[\w’']+){0,4}",
    ),
    trigger(
        Status.DISPUTED,
        FACTS,
        r"\b(?:but|though|although|however|yet|even though|in fact|in reality),? (?:[\w’'-]+"
        r" ){0,4}?"
        r"(?:records?|data|figures|documents|transcripts?|footage|statistics|video|photographs"
        r"|fact[- ]checkers) (?:\w+ ){0,2}?(?:shows?|showed|indicates?|suggests?|contradicts?"
        r"|tells?"
        r"|reveals?|say)\b",
    ),
    trigger(
        Status.DISPUTED,
        "fact-checkers are said to find it wrong",
        r"\b(?:fact[- ]check(?:ers?|ing)|politifact|snopes|factcheck\.org|full fact|leadstories)\b"
        r"(?: [\w’'.,“”\"-]+){0,8}? [“\"‘']?(?:(?:mostly|largely|partly) )?"
        r"(?:false|pants on fire|(?:\w+ )?pinocchios?|misleading|untrue"
        r"|inaccurate|wrong|incorrect|debunked|no evidence)\b",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher says that it does not agree with the facts",
        rf"{_SUBJECT} (?:is |are |was |were )?{_AT_ODDS}\b(?: [\w’']+){{0,6}}",
        needs=rf"\b{_AT_ODDS}\b",
    ),
)

FALSELY: tuple[Trigger, ...] = (
    trigger(
        Status.DISPUTED,
        "the publisher calls it false",
        r"\b(?:falsely|wrongly|incorrectly|erroneously|inaccurately|mistakenly|untruthfully)\b",
    ),
    trigger(Status.NONE, "the publisher calls it baseless", r"\bbaselessly\b"),
)
"""Adverbs at a cue."""

LABELS: tuple[Trigger, ...] = (
    trigger(
        Status.DISPUTED,
        "the publisher's word for it is a ruling",
        r"\b(?:debunked|discredited|disproved|disproven|(?<!not\s)false|baseless|unfounded|bogus"
        rf"|disputed|fictitious|spurious|fabricated)"
        rf"(?= (?!(?:the|their|his|her|its|this|that|those|these|any)\b)(?:[\w’'-]+"
        rf" ){{0,2}}?{CLAIM_NOUN}\b)",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher's word for it is that it is unchecked",
        rf"\b(?:unconfirmed|unverified)(?= (?:[\w’'-]+ ){{0,3}}?(?:{CLAIM_NOUN}|{THING_NOUN})\b)",
    ),
    trigger(
        Status.NONE,
        "the publisher's word for it is that nothing backs it",
        rf"\b(?:unsubstantiated|unsupported|unproven|uncorroborated)(?= (?:[\w’'-]+"
        rf" ){{0,2}}?{CLAIM_NOUN}\b)",
    ),
)
"""Adjectives of the noun that an attribution hangs on ("a debunked claim that …")."""

SHOWN: tuple[Trigger, ...] = (
    trigger(
        Status.SHOWN,
        "the publisher shows it",
        rf"\b(?:watch|see|read|view|hear|listen to) (?:the |her |his |their )?(?:full |entire "
        rf"|whole )?"
        rf"(?:{THING_NOUN}|(?:\w+ )?(?:interview|report|statement|speech|segment|exchange|clip))"
        r" (?:\w+ ){0,2}?(?:below|above|here)\b",
    ),
    trigger(
        Status.SHOWN,
        "the text says that it is published",
        rf"\b(?:{THING_NOUN}|report|statement), (?:which (?:was|is|were) )?(?:published|posted"
        rf"|released)"
        r" (?:in full |online |publicly )+(?:(?:on|in|by)(?: [\w’']+){1,4})?",
    ),
)

EVIDENCE = (*NONE_OFFERED, *UNVERIFIED, *DISPUTED, *SHOWN)
"""Whole clauses."""
