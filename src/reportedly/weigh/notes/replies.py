"""Notes on answers asked for and not given, on mistakes, and on how words were rendered."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.trigger import Trigger, trigger
from reportedly.weigh.scene.verbs import UNDONE

_ASKED = (
    r"(?:(?:an?|the|our|several|multiple|repeated|two|numerous|any|further|immediate|an immediate"
    r"|all|these|those|this|that|(?:[\w.]+ ){0,3}?[\w.]+['’]s?) ){0,4}(?:[\w-]+"
    r" ){0,2}?(?:requests?|calls?|e-?mails?"
    r"|messages?|inquir(?:y|ies)|enquir(?:y|ies)|questions?|quer(?:y|ies)|voicemails?|letters?"
    r"|tweets?|texts?)"
)
_FOR = (
    r"(?: (?:for|seeking|requesting) (?:an? |any |further |more |immediate )?(?:comments?"
    r"|interviews?"
    r"|information|clarification|response|reaction))"
)
_UNHEARD = (
    r"(?:(?:have |has |had )?(?:gone|went|going) (?:unanswered|unreturned)|(?:was|were|have been"
    r"|has been|had been|are)(?: not|n['’]t)? (?:immediately |yet )?(?:returned|answered|ignored"
    r"|unanswered|unsuccessful)(?<!were\sreturned)(?<!was\sreturned)(?<!were\sanswered)"
    r"(?<!was\sanswered)|(?:were|was) not (?:immediately )?successful|failed)"
)
_ANSWER = (
    r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|acknowledged?"
    r"|(?:get|got(?:ten)?) back)"
)
_SOON = (
    r"(?:(?:immediately|yet|publicly|so far|as yet|previously|formally|officially|directly) ){0,4}"
)
_ON = (
    r"(?: (?:further|publicly|on|for|about|beyond|when|to|specifically|directly)(?:"
    r" [\w’']+){1,8})?"
)

RESPONSE: tuple[Trigger, ...] = (
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        rf"\b(?:{UNDONE}|not) {_SOON}{_ANSWER} (?:to |directly ){{0,2}}{_ASKED}\b{_FOR}?",
    ),
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        rf"\b{UNDONE} {_SOON}(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?)\b"
        r"(?=[.,;)—]| [—-]|$| (?:on|about|publicly|for|by|as of|before|in time|when|until|and"
        r"|but)\b)",
    ),
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        r"\b(?:has|have|had) (?:yet|still) to (?:publicly |formally |officially |make an official"
        r" )?"
        r"(?:comment|respond|reply|address|issue (?:a|any) (?:statement|comment|response))\b",
    ),
    trigger(
        Status.NONE,
        "the publisher could not reach them",
        r"\b(?:could not|couldn['’]t|can ?not|(?:was|were|is|are) not|wasn['’]t|weren['’]t"
        r"|nobody was"
        r"|no one was) (?:immediately |successfully )?"
        r"(?:be (?:immediately )?(?:reached|contacted|located)|reachable|(?:immediately"
        r" )?available"
        r" (?:for|to) (?:comment|an interview|speak|respond)|(?:reach|contact) (?:[\w’'.-]+"
        r" ){1,6}?for"
        r" comment)\b(?: for (?:comment|an interview))?",
    ),
    trigger(
        Status.NONE,
        "the publisher could not reach them",
        r"\b(?:attempts?|efforts?|(?:was|were|been|is|are) unable|(?:was|were) not able) (?:by"
        r" [\w’' ]"
        r"{1,30}? )?(?:to|at) (?:reach|contact|get in touch with|get hold of)(?:ing)?\b(?! (?:an?"
        r" |out))"
        r"(?: [\w’'.-]+){1,4}",
    ),
    trigger(
        Status.NONE,
        "the publisher could not reach them",
        r"\b(?:was|were|is|are) (?:unavailable|unreachable|not (?:immediately )?available) for"
        r" (?:comment|an interview)\b",
    ),
    trigger(
        Status.NONE,
        "they declined to comment",
        r"\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|not (?:wish|want|willing)) (?:immediate |to"
        r" |further |any |all |requests |repeated |publicly ){0,4}"
        r"(?:comments?|be interviewed|(?:an? )?interviews?|discuss the (?:matter|case|report"
        r"|issue)|talk to"
        r" (?:us|reporters)|respond|answer (?:\w+ ){0,2}questions|interview requests|(?:a "
        r"|\w+['’]s? |our"
        r" )?(?:requests?)"
        rf" (?:for (?:comment|an interview)|to (?:comment|be interviewed)))\b{_ON}",
    ),
    trigger(
        Status.NONE,
        "there was no comment",
        r"\b(?:(?:had|has|have|offered|gave|made|issued|with) no (?:immediate |further |official "
        r"|public )*(?:comment|response to)|(?:there (?:was|has been|is|were) |with |received "
        r"|got "
        r"|and )?no (?:immediate |official |public |further |word or )*(?:comment|response|reply"
        r"|reaction|word|statement) (?:(?:was|has been|yet|so far|is) )*(?:immediately"
        r" )?(?:available )?"
        r"(?:from|by)(?: [\w’'.]+){1,5}|no comment was (?:\w+ )?available)\b",
    ),
    trigger(
        Status.NONE,
        "they would not comment",
        r"\b(?:would not|wouldn['’]t|will not|won['’]t|could not|couldn['’]t|can ?not|does not"
        r"|doesn['’]t"
        rf"|did not|didn['’]t|do not|don['’]t) {_SOON}(?:wish to |want to )?(?:comment|be"
        rf" drawn)\b{_ON}",
    ),
    trigger(
        Status.NONE,
        "they would not say",
        rf"\b(?:(?:declin|refus)(?:ed|es|ing) to|would not|wouldn['’]t|won['’]t|will not|would"
        rf" neither|can neither|could neither|(?:was|were) not (?:willing|prepared) to) {_SOON}"
        r"(?:confirm(?: (?:n?or) deny)?|deny|say(?: (?:if|whether|more|anything))|answer"
        r"|elaborate|be drawn|speculate|discuss|speak (?:to|about|publicly)|talk"
        r" (?:to|about))\b(?: [^\s.;:“”\"]+){0,12}",
    ),
    trigger(
        Status.NONE,
        "they have made no statement",
        rf"\b{UNDONE} {_SOON}(?:release|issue|make|give|put out)(?:d|n)? (?:any |an?"
        rf" )?(?:(?:official"
        r"|public|formal) )*(?:statement|comment|response|announcement)s?\b",
    ),
    trigger(
        Status.NONE,
        "they say nothing",
        r"\b(?:is|are|was|were)(?: not|n['’]t) (?:\w+ly )?(?:commenting|responding|saying anything"
        r"|discussing (?:the|this|it)|talking (?:to|about))\b(?: [^\s,.;:“”\"]+){0,6}",
    ),
    trigger(
        Status.NONE,
        "they have kept silent",
        r"\b(?:has|have|had|is|are|remain(?:s|ed)?|stay(?:s|ed)?|kept|keeps?) (?:\w+"
        r" )?(?:remained |been "
        r"|stayed |kept |keeping )?(?:silent|mum|tight-lipped|quiet) (?:on|about|regarding|over"
        r"|so far"
        r"|since)\b",
        needs=r"\b(?:silent|mum|tight-lipped|quiet)\b",
    ),
    trigger(
        Status.NONE,
        "the publisher has asked and tells no answer",
        r"\b(?:reached out to|contacted|approached|asked|emailed|e-mailed|messaged|called)"
        r" (?:[\w’'.&-]+"
        r" ){1,8}?(?:for|seeking|to request) (?:an? |further |more |additional |any )?(?:comments?"
        r"|clarification|confirmation|(?:official )?statement|response|reaction)\b",
    ),
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        rf"\b(?:{UNDONE} {_SOON}(?:receive|got|gotten|get|hear|heard)d?|(?:received|got|heard)(?="
        r" no\b)) (?:back\b(?! (?:on|in|into|onto|at|home|from|together)\b)|(?:an? |any |no )?"
        r"(?:immediate |official |further )*(?:response|reply|answer)\b(?! of\b))"
        rf"|\b{UNDONE} {_SOON}have (?:an? |any )?(?:immediate |official |further )*comment\b",
    ),
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        rf"\b{UNDONE} {_SOON}(?:call(?:ed)?|write|wrote|written) back\b",
    ),
    trigger(
        Status.NONE,
        "the publisher asked and got no answer",
        r"\b(?:has|have|had) (?:so far|thus far|to date|as yet|still) not (?:\w+ly )?"
        r"(?:commented|responded|replied|answered)\b",
    ),
    trigger(
        Status.NONE,
        "nobody answered",
        r"\bno (?:immediate )?(?:answer|reply|response) (?:to|at) (?:[\w’'.-]+ ){0,4}(?:calls?"
        r"|messages?|e-?mails?|requests?|inquir(?:y|ies)|questions?|number|(?:tele)?phones?|door"
        r"|home|office)\b|\b(?:no one|nobody) (?:at|from|in) (?:[\w’'.-]+ ){1,7}?(?:returned"
        r"|answered|responded|replied|was available|would comment)\b",
    ),
    trigger(
        Status.NONE,
        "the publisher could not reach them",
        r"\b(?:was|were|is|proved|been) (?:not possible|impossible) to (?:reach|contact) "
        r"(?:[\w’'.-]+ ){1,7}?(?:for comment|directly|immediately)\b",
    ),
    trigger(
        Status.NONE,
        "they turned a request down",
        r"\b(?:declin(?:ed|es|ing)|reject(?:ed|s|ing)|rebuff(?:ed|s|ing)|refus(?:ed|es|ing)"
        r"|turn(?:ed|s|ing) down) (?:[\w’'.&-]+ ){0,6}?(?:requests?|invitations?) (?:for (?:an? )?"
        r"(?:comments?|interviews?)|to (?:interview|comment|be interviewed|speak to|talk to))\b",
    ),
    trigger(
        Status.NONE,
        "they sent the question on to others",
        r"\b(?:referr(?:ed|ing)|directed|deferred) (?:(?:all|any|further|other|media|press|the"
        r"|[A-Z][\w.’']+) ){0,4}(?:requests?|questions?|inquir(?:y|ies)|calls?|queries)"
        r"(?: (?:for|about|on|from|regarding) (?:[\w’'.-]+ ){1,8}?| )(?:back )?to\b",
    ),
    trigger(
        Status.NONE,
        "they were asked and declined",
        r"\b(?:asked|contacted|pressed|approached)\b[^.;\n]{0,120}?\b(?P<at>(?:but|and) (?:he|she"
        r"|they|it|both|all|the [\w-]+|[\w’'.-]+) (?:[\w-]+ ){0,2}?(?:declined|refused|demurred))"
        r"\b(?! (?:to|an?|the)\b)",
    ),
    trigger(
        Status.NONE,
        "they declined to comment through somebody",
        r"\b(?:declined|refused),? (?:through|via|by way of) [^.;\n]{1,80}?,? to (?:comment|respond"
        r"|be interviewed|answer|discuss|talk|speak)\b",
    ),
    trigger(
        Status.NONE,
        "they would not go further",
        r"\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) to (?:address|explain|clarify|take (?:any )?"
        r"questions|go into (?:any )?details?|(?:provide|give|offer|release) (?:any )?(?:more"
        r"|further|additional|other) (?:information|details?|comments?|explanation))\b"
        r"(?: [^\s.;:“”\"]+){0,12}",
    ),
    trigger(
        Status.NONE,
        "they would not go further",
        rf"\b{UNDONE} (?:immediately )?(?:offer|provide|give|have|make)(?:d|ed)? (?:any )?(?:more"
        r"|further|additional|immediate|other) (?:information|details?|comments?|explanation"
        r"|response)\b",
    ),
    trigger(
        Status.NONE,
        "requests went unanswered",
        rf"\b{_ASKED}(?: (?:for|to|left|by|at|seeking|sent) (?:[\w’',.-]+"
        rf" ){{1,18}}?| ){_UNHEARD}\b",
        needs=r"\b(?:unanswered|unreturned|unsuccessful|ignored|(?:not|wasn['’]t|weren['’]t)"
        r" (?:immediately |yet |been )?(?:returned|answered|successful))\b",
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
        r"\bthis (?:article|story|report|post|headline|piece|column) (?:has been|has since been"
        r"|was|originally|previously|initially|incorrectly|mistakenly"
        r"|wrongly|erroneously) (?:\w+ )?(?:corrected|amended|updated to (?:correct|clarify"
        r"|reflect)|misstated"
        r"|misidentified"
        r"|misspelled|stated|said|reported)\b[^\n]{0,200}?(?=[.!?](?:\s|$)|\n|$)",
    ),
    trigger(
        Status.DISPUTED,
        "the publisher corrects itself",
        r"(?m:^)(?:correction|clarification|editor['’]s note)s?(?: \([^)\n]{1,40}\))?:"
        r" [^\n]{0,80}?"
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
        r"|in (?:an? )?(?:\w+ )?translation (?:by|provided by)(?: [\w’']+){1,4}|(?:via )?google"
        r" translate"
        r"|(?:loosely|roughly|literally|freely) translated|translation by(?: [\w’']+){1,4})\b",
    ),
    trigger(
        Status.NONE,
        "a name was changed",
        r"(?:\b(?:whose|his|her|their|the|all|some)(?: [\w’']+){0,4}? names?|\bnames?(?:"
        r" [\w’']+){0,4}?)"
        r" (?:has|have|had|was|were|is|are|being)(?: been| being)? (?:changed|altered|withheld)\b"
        r"(?: (?:to|for|at|because)(?: [\w’']+){1,7})?|\bnot (?:his|her|their) real names?\b"
        r"|\bused? a pseudonym\b|\ba pseudonym\b",
        needs=r"\b(?:changed|altered|withheld|real names?|pseudonym)\b",
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
        r"\b(?:(?:a )?(?:partial|rough|rush|edited|abridged|full|lightly edited) transcript"
        r"(?: (?:as follows|follows|(?:is )?below|(?:of|from|provided)(?: [\w’'.]+){1,8}"
        r" (?:follows"
        r"|below)))|transcript (?:as )?follows|(?:here|below|following) (?:is|are"
        r"|['’]s) (?:an? |the |some )?(?:\w+ ){0,2}(?:transcript|excerpts?|translation)\b(?:"
        r" of(?: [\w’']+)"
        r"{1,5})?|(?:the )?(?:transcript|excerpts?|interview) (?:below|that follows))\b",
        needs=r"\b(?:transcript|excerpts?|translation|interview)\b",
    ),
    trigger(
        Status.NONE,
        "the publisher retells it in short",
        r"\bhere['’](?:s|re) (?:the|a|an)(?: [\w’'-]+)? (?:version|summary|gist)\b",
    ),
)
"""The status of these is left out of the note: a rendering has none."""
