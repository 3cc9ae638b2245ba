"""Notes on answers asked for and not given, on mistakes, and on how words were rendered."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.trigger import Trigger, trigger

_ASKED = (
    r"(?:a |an |the |our |several |multiple |repeated |two |numerous |any |further |immediate "
    r"|\w+['’]s? ){0,4}"
    r"(?:\w+ )?(?:requests?|calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|questions?"
    r"|voicemails?|phone calls?)"
)

_UNHEARD = (
    r"(?:went unanswered|(?:was|were) not (?:immediately )?(?:returned|answered)"
    r"|(?:was|were) (?:ignored|unanswered))"
)

RESPONSE: tuple[Trigger, ...] = (
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        r"\b(?:did not|didn['’]t|has not|had not|have not|hasn['’]t|haven['’]t|(?:has|have|had)"
        r" yet to"
        r"|failed to|never) (?:immediately |yet |publicly ){0,4}(?:respond(?:ed)?|repl(?:y|ied)"
        rf"|return(?:ed)?|answer(?:ed)?|acknowledge[d]?) (?:to )?{_ASKED}\b(?: for (?:comment|an"
        rf" interview"
        r"|information|clarification))?",
    ),
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        r"\b(?:did not|didn['’]t|has not|had not|have not|hasn['’]t|haven['’]t) (?:immediately )"
        r"(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?)\b",
    ),
    trigger(
        Status.NONE,
        "the publisher could not reach them",
        r"\b(?:could not|couldn['’]t|can ?not|(?:was|were) not|wasn['’]t|weren['’]t)"
        r" (?:immediately )?"
        r"(?:be (?:immediately )?(?:reached|contacted|located)|reachable|available for (?:comment"
        r"|an interview))"
        r"\b(?: for (?:comment|an interview))?",
    ),
    trigger(
        Status.NONE,
        "they declined to comment",
        r"\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) (?:immediate |to |further |any ){0,4}"
        r"(?:comment|be interviewed|an interview|interview requests|(?:a |\w+['’]s? |our"
        r" )?(?:requests?)"
        r" (?:for (?:comment|an interview)|to (?:comment|be interviewed)))\b"
        r"(?: (?:further|publicly|on|for|about|beyond|when)(?: [\w’']+){1,8})?",
    ),
    trigger(
        Status.NONE,
        "there was no comment",
        r"\b(?:(?:had|offered|gave|made) no (?:immediate |further )?comment|(?:there was |with )?no"
        r" (?:immediate |official ){0,4}(?:comment|response|reply|reaction|word) (?:was"
        r" (?:immediately )?"
        r"(?:available )?)?from(?: [\w’'.]+){1,5}|would not comment|wouldn['’]t comment"
        r"|did not (?:wish to |want to )?comment)\b",
    ),
    trigger(
        Status.NONE,
        "requests went unanswered",
        rf"\b{_ASKED} (?:for comment |to [\w’' ]{{1,60}}?|left [\w’' ]{{1,40}}?)?{_UNHEARD}\b",
        needs=rf"\b{_UNHEARD}\b",
    ),
)

CORRECTION: tuple[Trigger, ...] = (
    trigger(
        Status.DISPUTED,
        "the publisher corrects itself",
        r"\b(?:an )?(?:earlier|previous|original) versions? of (?:this|the|our)"
        r" (?:article|story|report|post|headline|piece|column)\b[^\n]{0,300}?(?=[.!?](?:\s|$)|\n"
        r"|$)",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher corrects itself",
        r"\bthis (?:article|story|report|post|headline|piece|column) (?:has been|was|originally"
        r"|previously"
        r"|initially|incorrectly) (?:\w+ )?(?:corrected|amended|updated to correct|misstated"
        r"|misidentified"
        r"|misspelled|stated|said|reported)\b[^\n]{0,200}?(?=[.!?](?:\s|$)|\n|$)",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher corrects itself",
        r"(?m:^)(?:correction|clarification|editor['’]s note)s?(?: \([^)\n]{1,40}\))?: [^\n]{0,80}?"
        r"(?:incorrectly|misstated|misidentified|wrongly|mistakenly|erroneously|in error"
        r"|misspelled)"
        r"\b[^\n]{0,200}?(?=[.!?](?:\s|$)|\n|$)",
    ),
)

RENDERING: tuple[Trigger, ...] = (
    trigger(
        Status.NONE,
        "the words were translated",
        r"\b(?:(?:speaking |speaks )?(?:through|via|with the help of) (?:an? |his"
        r" |her |their"
        r" |the )?(?:\w+ ){0,2}?(?:interpreter|translator)|translated (?:from|by)(?: [\w’']+){1,4}"
        r"|according to (?:an? |the )?(?:\w+ ){0,3}?translation(?: (?:by|of)(?: [\w’']+){1,4})?"
        r"|in (?:an? )?(?:\w+ )?translation (?:by|provided by)(?: [\w’']+){1,4})\b",
    ),
    trigger(
        Status.NONE,
        "a name was changed",
        r"(?:\b(?:whose|his|her|their|the|all|some)(?: [\w’']+){0,4}? names?|\bnames?(?:"
        r" [\w’']+){0,4}?)"
        r" (?:has|have|had|was|were|is|are|being)(?: been| being)? (?:changed|altered|withheld)\b"
        r"(?: (?:to|for|at|because)(?: [\w’']+){1,7})?|\bnot (?:his|her|their) real names?\b"
        r"|\bused? a pseudonym\b|\ba pseudonym\b",
    ),
    trigger(
        Status.NONE,
        "the words were shortened or edited",
        r"\b(?:interview|transcript|conversation|remarks|answers|responses|questions|quotes"
        r"|exchange|q&a)"
        r"(?: [\w’']+){0,4}? (?:has|have|was|were)(?: been)? (?:\w+ ){0,4}(?:edited|condensed"
        r"|shortened"
        r"|abridged|paraphrased)\b(?: (?:and|for|by|to)(?: [\w’']+){1,5})*"
        r"|\b(?:lightly )?edited (?:and condensed )?for (?:length|clarity|brevity|space|style)"
        r"(?: and (?:length|clarity|brevity|style|grammar))?",
    ),
    trigger(
        Status.NONE,
        "a transcript is given in part",
        r"\b(?:a )?(?:partial|rough|rush|edited|abridged|full|lightly edited) transcript"
        r"(?: (?:as follows|follows|(?:is )?below|of(?: [\w’'.]+){1,8} (?:follows|below)))\b",
    ),
    trigger(
        Status.NONE,
        "the publisher retells it in short",
        r"\bhere['’](?:s|re) (?:the|a|an)(?: [\w’'-]+)? (?:version|summary|gist)\b",
    ),
)
"""The status of these is left out of the note: a rendering has none."""
