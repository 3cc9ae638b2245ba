"""The words that tie one attribution to another."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.patterns import Pattern
from reportedly.patterns import pattern as tried_at_words
from reportedly.schema import LinkKind
from reportedly.weigh.scene.verdicts import UNTRUE

SPEECH_NOUN = (
    r"(?:claims?|allegations?|accusations?|assertions?|statements?|reports?|rumou?rs?|charges?"
    r"|remarks?|comments?|words|speculation|gossip|criticisms?|complaints?|warnings?|predictions?"
    r"|promises?|pledges?"
    r"|demands?|calls?|appeals?|requests?|suggestions?|arguments?|concerns?|sentiments?|views?"
    r"|story"
    r"|account|version|denials?|speech|letter|tweet|post|findings?|conclusions?|position"
    r"|proposals?"
    r"|idea|notion|possibility|offer|questions?|theory|insinuations?|implications?"
    r"|characteri[sz]ations?)"
)
DEFINITE = (
    r"(?:the|this|that|these|those|such|any such|(?:any|all|some|many|most|each|none) of the|any"
    r"|both|all|his|her|their|its|earlier|previous"
    r"|recent"
    r"|media|press|similar|same|[\w.’'-]{1,40}['’]s?)"
)
REFERRED = (
    rf"{DEFINITE} (?:(?!(?:to|of|for|that|who|by|in|on|is|was|had|has)\b)[\w’'.-]+ ){{0,4}}?"
    rf"{SPEECH_NOUN}\b"
    r"(?: (?:made |given |issued )?by(?: (?:[\w’']+,? ){0,6}[A-Z][\w’'-]+)?)?"
)
_BARE = (
    rf"(?:(?!(?:a|an|one|no)\b)[\w-]+ ){{0,2}}?{SPEECH_NOUN}\b(?= (?:that|of|by|from|about|on"
    r"|claiming|suggesting|made|in)\b)"
)
_OFFICE = (
    r"(?:(?!(?:is|are|was|were|has|have|for|in|on|at|by|as|and|that|with|from|who|which|to"
    r"|after)\b)"
    r"[\w’'-]+ )"
)
"""A word before a name, which goes with it ("the retired keeper Ruk Amsel")."""
_END = (
    r"(?=\s*(?:[.,;:!?”\"]|$)|\s+(?:and|but|in|on|at|during|when|as|using|through|via|with|by|for"
    r"|after|before|saying|calling|telling|while|yesterday|today|\w+day|\w+ly)\b)"
)
_WHOM = rf"(?:him|her|them|that|this|it)\b{_END}"
_WHAT = rf"(?:them|that|this|it)\b{_END}"


@dataclass(frozen=True, slots=True)
class Tie:
    """A pattern that ties two attributions.

    Args:
        kind: how the one bears on the other.
        pattern: the words; a group `object` holds what names the other.
        passive: the other comes first ("These claims have been echoed by").
        leant: the tie is a circumstance of a cue and no cue itself ("asked about it, he said").
    """

    kind: LinkKind
    pattern: Pattern
    why: str
    passive: bool = False
    leant: bool = False


def _tie(kind: LinkKind, why: str, pattern: str, leant: bool = False) -> Tie:
    # Only names mind their case, so that the rest says so itself.
    return Tie(kind, tried_at_words(pattern.replace(" ", r"\s+")), why, leant=leant)


def _passive(kind: LinkKind, why: str, done: str, adverb: str) -> Tie:
    """A tie of what was said before and what was then done with it ("was echoed by")."""
    been = rf"(?:was|were|has been|have been|had been|is|are) (?:{adverb} )?"
    pattern = rf"(?P<object>{_SUBJECT}) ?\b{been}{done} by".replace(" ", r"\s+")
    needs = rf"\b{done} by".replace(" ", r"\s+")
    return Tie(kind, tried_at_words(pattern, needs=needs), why, passive=True)


ASKED = "was asked"

_SUBJECT = (
    rf"(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Ss]uch|[Ee]arlier"
    r"|[Pp]revious|[Rr]ecent"
    rf"|[\w.’'-]{{1,40}}['’]s?)"
    rf" (?:[\w’'.-]+ ){{0,2}}?{SPEECH_NOUN}(?: (?:of|by) (?:[\w’'.-]+ ){{1,9}}?)?"
    r"|\b(?:[A-Z][\w-]+ )?(?:[Pp]ress|[Mm]edia|[Nn]ews) reports(?: (?:of|about) (?:[\w’'.-]+"
    r" ){1,9}?)?)"
)

TIES: tuple[Tie, ...] = (
    _tie(
        LinkKind.CORRECTS,
        "takes back what was said",
        rf"\b(?:t(?:ook|aking|akes?) back|retract(?:s|ed|ing)|withdr(?:ew|awing)|rescind(?:ed|ing)"
        rf"|walk(?:ed|ing|s) back|back(?:ed|ing|s) away from|backtrack(?:ed|ing|s) (?:on|from)"
        rf"|back(?:ed)? off|correct(?:ed|ing|s)|disavow(?:ed|s|ing)|recant(?:ed|s|ing)"
        rf"|apologi[sz](?:ed|es|ing) for) (?P<object>(?:{REFERRED}|{_WHOM}))",
    ),
    _tie(
        LinkKind.CORRECTS,
        "takes it back",
        r"\b(?:took (?:it|that|this) back|(?:later|subsequently|then|since|soon) (?:clarified"
        r"|corrected (?:himself|herself|itself|themselves)|backtracked|recanted|reversed"
        r" (?:himself|herself)))"
        r"\b(?P<object>)",
    ),
    _passive(
        LinkKind.ECHOES,
        "words are said to be repeated",
        r"(?:echoed|repeated|endorsed|seconded|supported|backed|shared)",
        r"\w+",
    ),
    _passive(
        LinkKind.DENIES,
        "words are said to be denied",
        r"(?:denied|rejected|disputed|refuted|contradicted|dismissed|rebuffed)",
        r"\w+ly",
    ),
    _passive(
        LinkKind.CONFIRMS,
        "words are said to be confirmed",
        r"(?:confirmed|corroborated|verified|borne out)",
        r"\w+",
    ),
    _tie(
        LinkKind.ECHOES,
        "repeats what is named",
        r"\b(?:echo(?:es|ed|ing)?|(?:repeat(?:s|ed|ing)?|reiterat(?:es|ed|ing))(?! (?:his|her"
        r"|their|its)\b)"
        r"|second(?:s|ed|ing)|(?<!walked\s)(?<!walk\s)(?<!push\s)(?<!pushed\s)back(?:s|ed"
        r"|ing)?(?: up)?"
        rf"|endors(?:es?|ed|ing)) (?P<object>{REFERRED})",
    ),
    _tie(
        LinkKind.ECHOES,
        "repeats somebody's words",
        r"\b[Ee]cho(?:es|ed|ing)?(?! by) (?P<object>(?:(?:[\w’'-]+ ){0,4}?[A-Z][\w’'.-]*(?:"
        r" [A-Z][\w’'.-]*)*"
        r"|(?:him|her|them)\b))",
    ),
    _tie(
        LinkKind.ECHOES,
        "agrees with somebody",
        r"\b(?:agree(?:s|d|ing)?|sid(?:es|ed|ing)|concur(?:s|red|ring)?) (?:\w+ )?with"
        rf" (?P<object>(?:{REFERRED}|{_WHOM}|{_OFFICE}{{0,4}}?[A-Z][\w’'.-]*(?:"
        rf" [A-Z][\w’'.-]*)*))",
    ),
    _tie(
        LinkKind.ECHOES,
        "agrees with what was said before",
        r"(?<![\w-])(?:also |both |all )?(?:agreed|agrees|concurred"
        r"|echoed(?=[:,]))(?=[\s,.:“\"]*$|[,.:] ?[“\"]"
        r"|\.| (?:that|the|it|there|he|she)\b)(?P<object>)",
    ),
    _tie(
        LinkKind.ECHOES,
        "comes after the same said before",
        rf"\b(?:follows|comes after|came after|in line with|consistent with|matches|matched"
        rf"|(?:lends"
        rf"|gives|adds) (?:\w+ )?(?:weight|credence|support) to|tall(?:y|ies) with|squares? with)"
        rf" (?P<object>(?:{DEFINITE}|previous|earlier|similar|recent) (?:[\w’'-]+"
        rf" ){{0,2}}?{SPEECH_NOUN}"
        r"(?: (?:from|by|made by)(?: [\w’'.-]+){1,5})?)",
    ),
    _tie(
        LinkKind.ECHOES,
        "quotes somebody's words",
        r"\b(?:quoting|paraphrasing|repeating|re-?tweeting|citing)"
        rf" (?P<object>[\w.-]{{1,40}}['’]s? (?:[\w-]+ ){{0,2}}?{SPEECH_NOUN}\b)",
    ),
    _tie(
        LinkKind.DENIES,
        "stands against what was said before",
        rf"\b(?:in contrast (?:to|with)|at odds with|contrary to|contradicting|contradicts"
        rf"|conflicts"
        rf" with|runs counter to|disputing|undercut(?:s|ting)?|belies) (?P<object>(?:{REFERRED}"
        r"|what (?:[\w.'’-]+ ){1,8}?(?:sa(?:id|ys)|told|hinted|claimed|suggested|reported"
        r"|announced|had said|wrote|promised|testified)))",
    ),
    _tie(
        LinkKind.CONFIRMS,
        "confirms what is named",
        rf"\b(?:confirm(?:s|ed|ing)?|corroborat(?:es?|ed|ing)|verif(?:ies|ied|ying)|bears? out"
        rf"|bore out)"
        rf" (?P<object>(?:{REFERRED}|{_BARE}))",
    ),
    _tie(
        LinkKind.DENIES,
        "denies what is named",
        rf"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed"
        rf"|ing)"
        rf"|refut(?:es?|ed|ing)|contradict(?:s|ed|ing)?|rebuff(?:s|ed)?|rebut(?:s|ted|ting)?"
        rf"|repudiat(?:es?|ed)|contest(?:s|ed|ing)?|brush(?:es|ed|ing) (?:off|aside)|disagree[sd]?"
        rf" with"
        rf"|push(?:es|ed|ing) back (?:on|against)|sh(?:ut|uts|utting|oot|oots|ot|ooting) down"
        rf"|quash(?:es"
        rf"|ed|ing)|squash(?:es|ed|ing)?|cast(?:s|ed|ing)? (?:\w+ )?doubts? (?:on|over|upon)"
        rf"|rais(?:es?|ed|ing) doubts? (?:about|over|on)"
        rf"|took issue with|tak(?:es?|ing) issue with|scoff(?:s|ed) at|play(?:s|ed|ing) down"
        rf"|downplay(?:s|ed|ing)?|(?:poured|pour)"
        rf" (?:cold"
        rf" )?water on|debunk(?:s|ed|ing)?) (?P<object>(?:{REFERRED}|{_WHAT}|{_BARE}))",
    ),
    _tie(
        LinkKind.DENIES,
        "disagrees with what was said before",
        r"\b(?:disagreed|disagrees|begged to differ|begs to differ|dissented)"
        r"(?=[.,:;]|\s*$| ?[“\"]| and\b| strongly)(?P<object>)",
    ),
    _tie(
        LinkKind.DENIES,
        "calls it untrue",
        rf"\b(?:call(?:ed|s|ing)|describ(?:ed|es|ing)|label(?:led|ed|s))"
        rf" (?P<object>(?:{REFERRED}|{_WHAT}|it|that|this))(?: as)? (?:an? )?[\"“‘']*(?:an?"
        rf" )?(?:\w+ )?"
        rf"(?:absurd|lies|{UNTRUE})\b",
    ),
    _tie(
        LinkKind.ANSWERS,
        "answers somebody's words",
        r"\b(?:[Ii]n response to|[Rr]espond(?:ed|ing|s) to|[Rr]epl(?:ied|ying|ies) to|[Ii]n"
        r" (?:reply|answer)"
        r" to|[Rr]eact(?:ed|ing|s) to|[Hh]it(?:ting)? back at|[Ff]ir(?:ed|ing) back at|[Ss]hot"
        r" back at"
        rf"|answer(?:ed|ing|s)(?= {DEFINITE}))"
        rf" (?P<object>(?:{REFERRED}|(?:[\w-]+ ){{0,2}}?(?:reports|claims|criticisms?|allegations"
        rf"|accusations|rumou?rs|complaints)\b|{_WHOM}|{_OFFICE}{{0,4}}?[A-Z][\w’'.-]*(?:"
        rf" [A-Z][\w’'.-]*)*))",
        leant=True,
    ),
    _tie(
        LinkKind.ANSWERS,
        ASKED,
        r"\b(?:[Ww]hen |[Aa]fter being |[Bb]eing )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned"
        r"|[Qq]uizzed)"
        r" (?:(?:\w+ )?by (?:[\w’'.-]+ ){1,5}?)?(?:about|on|whether|if|why|how|what|when|where"
        r"|who|again)\b"
        r"(?P<object>(?: [^\s,.;:“”\"]+){0,25})",
        leant=True,
    ),
    _tie(
        LinkKind.ANSWERS,
        "answers what was said before",
        r"\b[Ii]n (?:his|her|their|its|a|an) (?:[\w-]+ )?(?:response|reply|rebuttal|answer)(?=,)"
        r"(?P<object>)",
        leant=True,
    ),
    _tie(
        LinkKind.ANSWERS,
        "answers what was said before",
        r"(?<!\bnot\s)(?<!n['’]t\s)\b(?:[Rr]eplied|[Rr]eplies|[Rr]esponded|[Rr]esponds|[Aa]nswered"
        r"|[Aa]nswers|[Rr]etorted"
        r"|[Cc]ountered"
        r"|[Ss]hot back|[Hh]it back|[Pp]ushed back|[Cc]lapped back|[Ss]napped back|[Rr]ejoined"
        r"|[Ff]ired back|[Hh]it (?:[\w.-]+ ){1,2}back|[Ww]rote back|[Tt]weeted back|[Ii]n"
        r" (?:response"
        r"|reply|answer)\b)"
        r"(?=[,.:;]|$|\s*[“\"‘']| (?:that|with|by)\b| [A-Z])(?P<object>)",
    ),
)
