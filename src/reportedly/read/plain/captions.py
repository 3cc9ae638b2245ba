"""Captions: paragraphs that describe a picture which the pasted text no longer shows.

A caption is told by several small signs, each of which reporting may show as well, so the signs are
weighed: `score` adds what stands for a caption and takes away what stands for reporting.
"""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.read.plain.inline import photo_credit_start
from reportedly.read.plain.shape import (
    ends_sentence,
    opens_quoted,
    sentences,
    title_cased,
    words_of,
)

LONGEST_CAPTION = 420
"""Characters in the longest caption that is looked for."""

THRESHOLD = 1.0
"""What `score` must reach: two signs, or one that reporting never shows. Weights and threshold were
set by hand on the development half of FNC-1 (some 300 of the paragraphs that they decide were read)
and on every paragraph that they take from PolNeAR train; the decision page has the figures."""

CREDITED = 2.0
"""Weight of a credit that stands by itself and names who took the picture: set by hand, so that one
word of telling in the caption does not outweigh it, while a quotation with its teller does."""

LONGEST_CREDIT = 160
"""Characters at a paragraph's end in which its credit is looked for."""

STOPPING = 0.6
"""Share of longer paragraphs that end as sentences, from which on one that does not says something.
In tabloids' texts a third of them are captions, so the share is well under one there too."""

_PLACE = r"(?:far |top |bottom |second |third |front |pictured |seen |from |the |in |on |back )*(?:left|right|cent(?:er|re)|middle|above|below|inset)"
_CREDIT_TAIL = re.compile(
    r"(?:[(\[]\s?(?:photo|picture|image|photograph|pic|credit|courtesy|file|source|screen ?(?:shot|grab)|video|"
    r"ap|afp|reuters|epa|getty|rex)\b[^()]{0,120}[)\]]"
    r"|[(\[][^()\[\]]{2,60}/(?:\s?(?:getty|afp|ap|reuters|epa|file|associated press|bloomberg)\b[^()]{0,40})[)\]]"
    r"|\b(?:photos?|pictures?|image|photograph|photo credit|credit|photography)\s?(?::|courtesy|via)\s?[^.:]{2,60}\.?"
    r"|(?:[/|©]|\bvia|\()\s?(?:getty(?: images)?|afp|ap|ap photo|reuters|epa|shutterstock|alamy|xinhua|wireimage|"
    r"flickr|rex(?: features)?|associated press|istock|corbis)\b[^.]{0,40}\)?\.?"
    r"|[/|©(]\s?(?:instagram|twitter|facebook|youtube)\b[^.]{0,40}\)?\.?"
    r"|\b(?:ap|afp|epa|file|handout|archive) photo\b[^.]{0,50}\.?"
    r"|\b(?:reuters|afp|epa)/[A-Z][^.]{2,50}\.?"
    r"|©\s?[^.]{2,60}\.?)$",
    re.IGNORECASE,
)  # fmt: skip
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_NAME = (
    rf"{_CAPITAL}(?:\.|[\w'’-]+)(?: ?{_CAPITAL}\.| (?:{_CAPITAL}[\w'’-]+|de|da|di|del|van|von|der|bin|al|el|la|le)){{0,3}}"
    rf" {_CAPITAL}[\w'’-]+"
)  # fmt: skip
_OUTLET = rf"{_CAPITAL}[\w.&'’-]*(?: {_CAPITAL}[\w.&'’-]*)?"
_DAY = (
    r"(?:(?:19|20)\d\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2})"
)
# A credit that stands by itself behind the last sentence, or behind its date, and names who took
# the picture. An aside within a sentence has the sentence's stop behind it.
_NAMED_CREDIT = re.compile(
    rf"(?:(?<=[.!?\"”’)])|\b{_DAY},?) (?P<credit>\({_OUTLET} ?/ ?{_NAME}\)"
    rf"|(?:Photo|Picture|Image|Photograph|Photography|Pic)s?(?: [Cc]redit)?(?: ?:| by) {_NAME}(?:[,/|(][^.:]{{2,50}})?\.?)$"
)  # fmt: skip
_FILE = re.compile(
    r"\b(?:in )?(?:this |an? |the )?(?:(?:undated|recent|handout|combination|combo|archive|illustrative|representational|representative|stock|library) "
    r"(?:\w+ )?(?:file )?(?:photo|image|picture|handout|photograph|frame|still)|file (?:photo|image|picture|photograph)|"
    r"screen ?(?:shot|grab|capture)|frame ?grab|video still|artist's (?:impression|rendering))|\((?:file|undated|archive)\)",
    re.IGNORECASE,
)  # fmt: skip
_OPENS_PHOTO = re.compile(
    r"in th(?:is|ese)(?: [\w.,-]+){0,7}? (?:photos?|images?|pictures?|handout|photograph|frame grab|still|video|footage|"
    r"screen ?(?:shot|grab)|grab)\b|this (?:\w+ ){0,3}?(?:photo|image|picture|handout|photograph|grab|still)\b[^.]{0,80}"
    r"\b(?:shows?|released|provided|taken|made|purport\w+|posted|obtained|uploaded|led)\b|"
    r"(?:photo|image|picture|pictured|file photo|photo illustration|left|right|above|below|top|bottom|inset|main)"
    r"(?: \([^)]{1,20}\))?(?::| from (?:top|left|right))|pictured,|clockwise\b|(?:from )?(?:left to right|l-r|l to r)\b|from left:",
    re.IGNORECASE,
)  # fmt: skip
_OPENS_PHOTO_MAYBE = re.compile(
    r"(?:an? |the )?(?:\w+ )?(?:picture|photo|photograph|image|screen ?(?:shot|grab)|grab|still|grab) (?:of|from|taken|showing|shows|posted)\b",
    re.IGNORECASE,
)  # fmt: skip
_POSITION = re.compile(
    rf"\((?:{_PLACE}|pictured[^()]{{0,30}}|shown|l-r)\)|, {_PLACE}, |, (?:pictured|shown|seen)(?: [a-z]+){{0,3}},|"
    rf",? (?:pictured|shown|seen) (?:here|above|below|{_PLACE})\b|(?:is|are) (?:pictured|shown|seen)\b|, {_PLACE}\.?$",
    re.IGNORECASE,
)  # fmt: skip
_LEAD_IN = re.compile(r"[A-Z0-9'‘\"“][^.:!?\"“”]{1,44}[?!]?: ['‘\"“]?[A-Z0-9]")
_AGENCY_LEAD = re.compile(r"[A-Z@][^\s:.]*(?: [^\s:]+){0,4}(?: {2,}|\t| ?\u00a0 ?)[A-Z'‘\"“]")
_DATED_END = re.compile(
    r"\b(?:on|in|,|at)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\.?\s\d{1,2},?\s(?:19|20)\d\d|\d{1,2} [a-z]{3,9},? (?:19|20)\d\d|(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)[a-z]*\.? (?:19|20)\d\d)[^.]{0,40}\.?$",
    re.IGNORECASE,
)  # fmt: skip
_ONLINE = re.compile(r"https?:|pic\.twitter|\(@\w|#\w{3}|\bRT @")
_AGENCY_TAIL = re.compile(r"\((?:[A-Z]{2,6}|[A-Z][\w. ]{1,30}/[\w. /]{2,40})\)$")
_PARTICIPLE = re.compile(
    r"^(?:[A-Z][\w.'’-]+,? |[Aa]n? |[Tt]he |[a-z'’-]+ ){1,7}(?:walking|holding|standing|sitting|speaking|posing|looking|wearing|riding|waiting|"
    r"carrying|leaving|arriving|gathering|watching|waving|smiling|playing|pictured|seen|shown|photographed|working|inspecting)\b"
)  # fmt: skip

# What a picture shows is told in the present tense, with verbs that a camera can see.
_SEEN = frozenset(
    "attends attend speaks walks walk stands stand sits sit looks gestures gesture poses pose arrives arrive"
    " leaves waves wave holds hold shakes shake addresses reacts smiles smile carries carry gather gathers"
    " rides ride greets greet inspects inspect marches march watches watch rises listens listen"
    " delivers exits enters wears takes hugs kisses lays prays pray chant chants drives"
    " patrol patrols flies sails burns hangs raises unload performs shows"
    " clash embrace embraces chats laughs testifies looms mourn mourns".split()
)
_TOLD = frozenset(
    "said says told added stated claimed announced reported according asked warned insisted denied"
    " explained argued wrote tweeted confirmed continued noted replied declined accused called believes"
    " suggested admitted described revealed alleged urged vowed acknowledged quoted testified".split()
)
_LEANS_BACK = frozenset(
    "he she they it but and however meanwhile this that these those there i we you his her their its"
    " although though while if when after before since because so then also still yet in on at as".split()
)
_LABELS = frozenset("update updated correction note breaking q a claim fact".split())
_TRIGGERS = frozenset(
    "left right center centre middle above below pictured shown seen photo image picture photograph file"
    " getty reuters afp ap epa shutterstock courtesy credit undated screenshot screengrab grab handout"
    " inset l r illustration still photos photographed released via instagram".split()
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a paragraph.

    Args:
        stopped: share of the text's longer paragraphs that end as sentences do, 0 to 1; 0 where
            there are too few to tell.
        echoed: another paragraph begins with the same words: captions are cut from the text.
        company: the text has other sentences without a stop; a single one is a slip of the pen.
        repeated: the same words stand right before or after it.
        breaks_off: the next paragraph begins in lower case, so this one was broken in two.
    """

    stopped: float = 0.0
    company: bool = False
    echoed: bool = False
    repeated: bool = False
    breaks_off: bool = False


def score(text: str, around: Around) -> float:
    """How much speaks for a caption; see `THRESHOLD`."""
    if not 12 <= len(text) <= LONGEST_CAPTION:
        return 0.0
    words = [w.lower() for w in words_of(text)]
    if len(words) < 3:
        return 0.0
    known = set(words)
    credit = _NAMED_CREDIT.search(text, max(0, len(text) - LONGEST_CREDIT))
    if credit:
        core = text[: credit.start("credit")].rstrip()
        return CREDITED - _of_reporting(
            core, [w.lower() for w in words_of(core)], ends_sentence(core), around
        )
    core = text[: photo_credit_start(text, 0, len(text))].rstrip()
    stopped = ends_sentence(core)
    if known.isdisjoint(_TRIGGERS) and known.isdisjoint(_SEEN) and "©" not in text:
        open_ended = (
            around.stopped >= STOPPING
            or around.repeated
            or around.echoed
            or ": " in text
            or "  " in text
        )
        if stopped or not open_ended:
            return 0.0
    total = _of_furniture(text, known) + _of_telling(words, known, stopped)
    if not stopped:
        total += _of_no_stop(text, words, around)
    return total - _of_reporting(text, words, stopped, around)


def _of_furniture(text: str, known: set[str]) -> float:
    """What only the words around a picture have: credit, file photo, who stands where."""
    if known.isdisjoint(_TRIGGERS) and "©" not in text and "/" not in text:
        return 0.0
    total = 0.0
    if _CREDIT_TAIL.search(text, max(0, len(text) - LONGEST_CREDIT)):
        total += 1.5
    if _FILE.search(text):
        total += 0.8
    if _OPENS_PHOTO.match(text):
        total += 1.0
    elif _OPENS_PHOTO_MAYBE.match(text):
        total += 0.4
    if _POSITION.search(text):
        total += 0.8
    return total


def _of_telling(words: list[str], known: set[str], stopped: bool) -> float:
    """The present tense of what can be seen, before any word of telling."""
    if known.isdisjoint(_SEEN):
        return 0.0
    early = next(i for i, w in enumerate(words) if w in _SEEN)
    return 0.5 if 0 < early <= 12 else 0.2 * (not stopped)


def _of_no_stop(text: str, words: list[str], around: Around) -> float:
    """A sentence without its stop, where the text's other paragraphs have theirs."""
    if text[-1] in ":,;-–—":
        return -2.0
    total = 0.3 * (_POSITION.search(text) is not None) + 1.2 * (
        _AGENCY_TAIL.search(text) is not None
    )
    if around.echoed:
        total += 1.0
    if len(words) >= 6 and around.stopped >= STOPPING:
        total += 0.6 + 0.2 * (around.stopped >= 0.8) + 0.3 * around.company
    if _LEAD_IN.match(text) and words[0] not in _LABELS:
        total += 0.8
    if title_cased(text) >= 0.8:
        total -= 0.7
    if _AGENCY_LEAD.match(text):
        total += 1.2
    if _PARTICIPLE.match(text):
        total += 0.4
    if around.repeated:
        total += 0.8
    return total


def _of_reporting(text: str, words: list[str], stopped: bool, around: Around) -> float:
    """What captions seldom have: somebody's words, a look back at what was told before."""
    total = 0.0
    if not _TOLD.isdisjoint(words):
        total += 1.0 if stopped else 0.5
    if opens_quoted(text):
        total += 1.2
    elif any(q in text for q in '"“”'):
        total += 0.4
    if words and words[0] in _LEANS_BACK and not _OPENS_PHOTO.match(text):
        total += 0.7
    if around.breaks_off or text[0].islower():
        total += 1.5
    if text[0] in "-–—•·*@#" or _ONLINE.search(text):
        total += 1.0
    if stopped:
        if _DATED_END.search(text, max(0, len(text) - 120)):
            total -= 0.5
        total += 0.4 * max(0, sentences(text) - 2)
    return total
