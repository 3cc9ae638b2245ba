"""How publishers write that nothing was offered for a claim, or that nobody has checked it."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.nouns import CLAIM, SUBJECT, THING
from reportedly.weigh.scene.trigger import Trigger, trigger
from reportedly.weigh.scene.verbs import BE, CANNOT, GIVE, SLOWLY, UNDONE

_PROOF = r"(?:evidence|proof|substantiation|corroboration)"
_MORE = (
    rf"(?:{_PROOF}|details?|specifics|examples?|sources?|sourcing|explanations?|documentation"
    rf"|elaboration|basis|particulars|attribution|supporting (?:data|documents)"
    rf"|citations?)"
)
_NO = r"(?:no|little|few|scant|zero|hardly any)"
_UNBACKED = r"(?:unsubstantiated|unsupported|unproven|uncorroborated|unsourced)"
_UNCHECKED = r"(?:unconfirmed|unverified|unverifiable)"
_CHECKED = r"(?:verified|confirmed|corroborated|authenticated|substantiated|vetted)"
_CHECK = r"(?:verify|confirm|corroborate|authenticate|establish|determine)"
_CHECK_WELL = r"(?:verify|corroborate|authenticate|vouch for)"
_STATED = (
    rf"(?:that|the|this|these|those|whether|if|it|them|any|his|her|their|its|{CLAIM}|{THING}"
    r"|[\w’']{1,40}['’]s)"
)
_TRUTH = r"(?:authenticity|veracity|accuracy|truth(?:fulness)?|legitimacy|validity|provenance)"
_GENUINE = r"(?:true|accurate|authentic|genuine|legit(?:imate)?|real|correct|verified|confirmed)"

_PARTICULARS = (
    r"(?:(?:further |more |other |full |the |exact |specific |any )*(?:details|information"
    r"|specifics|particulars|reasons?(?: why)?|reasoning|motives?|circumstances|terms))"
)
_ADVERB = r"(?:still |all |so far |yet |rather |very |pretty |immediately |publicly |largely )*"
_SCANT = (
    rf"(?:(?:remain(?:s|ed)?|is|are|was|were) |(?<=\w\s)){_ADVERB}(?:hazy|scarce|sketchy|scant|thin"
    r"|murky|unclear|vague|few and far between|patchy|unknown|a mystery)"
)
_UNTOLD = (
    rf"(?:(?:is|are|was|were|has|have|had)(?: not|n['’]t)|(?:has|have) yet to be|(?:is|are|was"
    rf"|were) yet to be) {_ADVERB}(?:been )?{_ADVERB}(?:available|known|clear|released|disclosed"
    r"|revealed|given|provided|mentioned|made public|announced|explained|offered|shared|stated)"
)
"""How it is said of particulars that nobody tells them."""

UNCONFIRMED = "the publisher says that somebody has not confirmed it"

NONE_OFFERED: tuple[Trigger, ...] = (
    trigger(
        Status.NONE,
        "the publisher says that nothing was offered for it",
        rf"\b(?:without|with {_NO}) (?:any |further |naming |{GIVE} ){{0,4}}(?:\w+"
        rf" ){{0,2}}?{_PROOF}\b(?! (?:of|for) )"
        rf"(?: (?:to (?:support|back)|that|for) (?:[\w’']+ ){{0,2}}[\w’']+)?",
    ),
    trigger(
        Status.NONE,
        "the publisher says that nothing was offered for it",
        rf"\bwithout (?:{GIVE}|going into|naming) (?:[\w’'-]+ ){{0,4}}?{_MORE}\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that no more was said",
        r"\bwithout (?:further |any )?(?:elaborating|elaboration|specifying|explaining (?:how|why"
        r"|what)|further details?|saying (?:how|why|where|who|what))\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that none was given",
        rf"\b{GIVE} {_NO} (?:\w+ ){{0,3}}?{_MORE}\b"
        r"(?: (?:for|to|of|that)(?: [\w’']+){1,8})?",
    ),
    trigger(
        Status.NONE,
        "the publisher says that none was given",
        rf"\b{UNDONE} {SLOWLY}(?:{GIVE}|back(?:ed)? up|released?|published?|go into) "
        rf"(?:[\w’'-]+ ){{0,4}}?{_MORE}\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that none was given",
        rf"\bneither [^.;\n]{{1,80}}? (?:(?:was|were) (?:able|willing|prepared) to |would |could "
        rf"|has"
        rf" |have |had )?{GIVE} (?:[\w’'-]+ ){{0,3}}?{_MORE}\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that there is no source for it",
        r"\b(?:neither [^.;\n]{1,60}? (?:has|had|have) (?:an? )?(?:\w+ )?|(?:has|have|had|gives?"
        r"|gave"
        r"|cites?|cited) no (?:\w+ )?)(?:sources?|basis|proof) for\b(?: [\w’']+){1,6}",
    ),
    trigger(
        Status.NONE,
        "the publisher says that no more was said",
        rf"\b{UNDONE} {SLOWLY}(?:further )?(?:elaborated?|substantiated?|specify|specified"
        r"|(?:say|explain|identify|indicate|disclose|clarify|state|reveal|detail)(?= (?:where"
        r"|when|how"
        r"|why|who|whom|what|which)\b))"
        r"\b(?: (?:on )?\w+ \w+)?",
    ),
    trigger(
        Status.NONE,
        "the publisher says that none has been shown",
        rf"\b{_NO} (?:[\w-]+ ){{0,3}}?{_MORE}(?:, (?:however|though),)?"
        rf"(?: (?:of|for|to|that|about|on|as to)(?: [\w’']+){{1,10}})? (?:has|have|had|was|were|is"
        r"|are)(?: \w+)?(?: yet| ever| so far| since)?(?: been| yet been)? (?:presented|offered"
        r"|provided|produced|given|made public|released|published|found|shown|cited|disclosed"
        r"|available|emerged|surfaced)\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that little is told",
        rf"\b{_PARTICULARS}\b(?: (?:of|on|about|behind|for|as to|over|surrounding|to)"
        rf" [^.!?;\n]{{1,170}}?)?,? (?:{_SCANT}|{_UNTOLD})\b",
        needs=rf"\b(?:{_SCANT}|{_UNTOLD})\b",
    ),
    trigger(
        Status.NONE,
        "the publisher says that there is none",
        rf"\bthere(?:['’]s| is| was| are| has been| being| exists) (?:absolutely |currently "
        rf"|simply"
        rf" |yet |still |also )?(?:{_NO}|not (?:yet )?(?:any|a shred of|one shred of)) "
        rf"(?:\w+ ){{0,3}}?{_PROOF}\b(?! against)(?: (?:that|to|for|of|whatsoever)"
        r"(?: [\w’']+){1,14})?",
    ),
    trigger(
        Status.NONE,
        "the publisher says that there is none",
        rf"\b(?:has|have|had|with) (?:absolutely )?no (?:\w+ ){{0,2}}?{_PROOF} (?:that|to"
        rf" (?:support"
        r"|back|suggest|prove)|for (?:this|that|it|the))\b(?: [\w’']+){1,12}",
    ),
    trigger(
        Status.NONE,
        "the publisher calls it unsubstantiated",
        rf"{SUBJECT} {BE} (?:\w+ )?{_UNBACKED}\b",
        needs=rf"\b{_UNBACKED}",
    ),
)

UNVERIFIED: tuple[Trigger, ...] = (
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it cannot be checked",
        r"\b(?:independent |official |immediate )?(?:corroboration|confirmation|verification)(?: of"
        r" [^.;\n]{1,80}?)? (?:is|are|was|were|has been|remains?) (?:\w+ ){0,2}?(?:impossible"
        r"|difficult|hard|not (?:immediately )?(?:possible|available)|unavailable|lacking"
        r"|elusive)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it was not checked",
        rf"\b(?:{CANNOT}|(?:has|have|had) not|hasn['’]t|haven['’]t|hadn['’]t|(?:has|have|had) yet"
        rf" to) {SLOWLY}be(?:en)? {SLOWLY}{_CHECKED}\b",
        needs=rf"\b{_CHECKED}\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it was not checked",
        rf"\b(?:was|were|is|are)(?: not|n['’]t) {SLOWLY}(?:been )?{_CHECKED}\b",
        needs=rf"\b{_CHECKED}\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that none of it was checked",
        r"\b(?:neither|none of|nothing)\b(?: [\w’'-]+){0,7}? (?:could|can|has|have|is|was) "
        rf"{SLOWLY}(?:be |been )?{SLOWLY}{_CHECKED}\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "nobody of the field has checked it",
        r"\b(?:has|have) (?:not yet|not|yet to) (?:been |be )?peer[- ]reviewed\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it could not check it",
        rf"\b(?:{CANNOT}|did not|didn['’]t) (?:(?:independently|immediately|yet) (?:\w+ly "
        rf"){{0,2}}{_CHECK}|{_CHECK_WELL})\b",
    ),
    trigger(
        Status.UNVERIFIED,
        UNCONFIRMED,
        rf"\b(?:{CANNOT}|did not|didn['’]t) confirm(?= {_STATED}\b)",
        needs=r"\bconfirm\b",
    ),
    trigger(
        Status.UNVERIFIED,
        UNCONFIRMED,
        rf"\b(?:(?:has|have|had) (?:not|yet to)|hasn['’]t|haven['’]t) {SLOWLY}(?:confirm(?:ed)?"
        r"|verif(?:y|ied)|corroborated?|authenticated?)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        UNCONFIRMED,
        r"\bno (?:\w+ ){1,4}?(?:has|have) (?:yet |so far )?(?:confirmed|verified|corroborated)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it was not checked",
        r"\b(?:no|without|awaiting|lacking) (?:immediate |official |independent |further "
        r"|any |such |formal |public )*(?:confirmation|verification)\b(?: (?:of|from|that|on)(?:"
        r" [\w’']+){1,6})?",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that nothing is sure yet",
        r"\bnothing (?:(?:is|has been) )?(?:yet )?(?:official|confirmed|set in stone)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it is not known who is right",
        r"\b(?:hard|difficult|impossible) to (?:know|tell|say|judge) (?:who|which|whether|how much"
        r"|if)[\w’' ]{0,50}? (?:truth|true|accurate|right|lying|real|genuine)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it is open whether it is true",
        rf"\b(?:(?:not|n['’]t) (?:\w+ )?(?:clear|known|certain|sure)|unclear|unknown|uncertain"
        rf"|to be seen) (?:if|whether|how) [^.!?\n]{{0,60}}?\b(?:{_GENUINE}|a hoax|fake|faked|a"
        rf" joke"
        r"|a prank|doctored|photoshopped|credible|reliable)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that its truth is in doubt",
        rf"\b{_TRUTH} of [^.!?\n]{{1,60}}? (?:{BE} (?:\w+ )?(?:in doubt|in question|unclear"
        rf"|unknown|questionable|uncertain|questioned|doubted|disputed)|{CANNOT} {SLOWLY}be"
        rf" {SLOWLY}(?:determined|established|ascertained))\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it is not confirmed",
        rf"\b(?:is|are|was|were|remains?) (?:just |only |merely |simply |still |all )?(?:an?"
        rf" )?(?:\w+"
        rf" )?{_UNCHECKED} (?:\w+ )?{CLAIM}\b|\b(?:is|are|was|were) (?:by no means|far from|not yet"
        r"|hardly|in no way|not) (?:an? )?(?:\w+ )?(?:confirmation|confirmed|certain|official)\b",
        needs=rf"\b(?:{_UNCHECKED}|confirm|certain|official)",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it may be wrong",
        rf"\b(?:maybe|perhaps|possibly) (?:{SUBJECT}) {BE} (?:\w+ly )?(?:wrong|inaccurate|false"
        rf"|mistaken"
        r"|incorrect|untrue|a hoax)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher says that it is not confirmed",
        rf"{SUBJECT}(?: (?:of|that|about|from)(?: [\w’',-]+){{1,8}}?)? {BE} (?:still |as yet |so"
        rf" far |\w+ly )?{_UNCHECKED}\b",
        needs=rf"\b{_UNCHECKED}",
    ),
)

CAUTION: tuple[Trigger, ...] = (
    trigger(
        Status.UNVERIFIED,
        "the publisher takes it with caution",
        rf"\bif (?:(?:it|this|that|they|these|those|(?:the|this|these|those) (?:\w+"
        rf" ){{0,2}}?(?:{CLAIM}"
        rf"|{THING}))(?:['’]s|['’]re| is| are| proves?| turns? out)?(?: to be)? |indeed"
        rf" )?(?:\w+ly )?"
        rf"{_GENUINE}(?=,| [—–-]|\)"
        r"| (?:then|it|this|the|there|he|she|they|we)\b)",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher takes it with caution",
        r"\bwith (?:a |an |the usual |more than a )?(?:\w+ ){0,2}?(?:grains?|pinch|dose|heap"
        r"|mountain|spoonful|shaker|helping|bucket) of (?:salt|skepticism|scepticism|caution)\b",
    ),
    trigger(
        Status.UNVERIFIED,
        "the publisher calls it a rumour and no more",
        r"\b(?:is|are|was|were|remains?|but|as|it|that|this)(?:['’]s)? (?:\w+ ){0,2}?(?:just|only"
        r"|merely|purely"
        r"|pure|mere|nothing (?:more|other) than|nothing but|still) (?:an? |idle |pure |mere |all "
        r"|just ){0,2}(?:rumou?rs?|speculation|speculative|hearsay|conjecture|guesswork)\b",
        needs=r"\b(?:rumou?r|speculat|hearsay|conjecture|guesswork)",
    ),
)
"""What only a publisher says of what it prints itself."""
