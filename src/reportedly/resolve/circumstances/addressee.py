"""Whom an utterance was said to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.resolve.circumstances.attach import attached
from reportedly.resolve.circumstances.ground import SAID, Frame
from reportedly.resolve.circumstances.venue import Media
from reportedly.resolve.circumstances.words import DETERMINERS
from reportedly.schema import Span

_TELLING = re.compile(
    r"\b(?:tells?|told|telling|asks?|asked|asking|inform(?:s|ed|ing)?|notif(?:y|ies|ied|ying)"
    r"|warn(?:s|ed|ing)?|remind(?:s|ed|ing)?|assur(?:e|es|ed|ing)|reassur(?:e|es|ed|ing)"
    r"|brief(?:s|ed|ing)?|advis(?:e|es|ed|ing)"
    r"|promis(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|begg?(?:s|ed|ing)?|implor(?:e|es|ed|ing)"
    r"|interviewed|interviewing|lectur(?:e|es|ed|ing)"
    r"|(?:call(?:s|ed|ing)?|prevail(?:s|ed)?) (?:up)?on"
    r"|(?:spoke|speak|speaks|speaking|talked|talking|chatted) (?:to|with))$",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"\b(?:tell|told|ask|urg|begg?|implor|beseech|call|prevail|advis|warn|remind)\w*"
    r"(?: (?:up)?on)?$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:said|says|say|saying|wrote|writes|writing|explained|complained|confessed|admitted"
    r"|confided|remarked|tweeted|lamented|suggested|announced|reported|mentioned|repeated|stressed"
    r"|boasted|bragged|whispered|shouted|confirmed|spoke|speaking|reached out|apologi[sz]ed?"
    r"|apologi[sz]ing|letter|letters|note|memo|memorandum|email|e-mail|message|statement|remarks"
    r"|comments|address|speech|testimony|presentation|report|text|tweet|responded|replied)\s+to\s+$"
    r"|\b(?:spoke|speaks?|speaking|talked|talks?|chatted|sat down)\s+(?:to|with)\s+$",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"(?!(?:in|on|at|of|by|for|that|to|from|as|about|during|over|how|whether|when|why|what|if|and)\b)"
    r"(?P<words>(?:(?:[A-Z]\.)+|[\w@’'&-]+)(?:\s+(?!(?:that|to|in|on|at|during|via|by|from|after"
    r"|before|about|over|how|whether|when|why|what|which|who|whom|whose|if|as|for|while|where"
    r"|because|since|with|through|outside|inside|near|then|now|every|both|of\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|and\s+(?:said|then|that|to)|is|was|were|are|has|had|it|he|she"
    r"|they|I|we|you|not|into|against|regarding|following|earlier|late|last|this)\b)"
    r"(?:(?:[A-Z]\.)+|[\w@’'&-]+))*)"
)
_APPOSITION = re.compile(
    r",\s+(?:an?|the|[a-z][\w-]*\s+(?:of|for|in|at))\s[^,;:.\ue000]{2,90},?(?=\s*(?:to|that|about|whether|\ue000))"
)
_SMALL_BEHIND = re.compile(r"(?:\s+(?:of|and|or|the|an?|only|notes|says))+$")
_LOWER = re.compile(
    r"(?:an?|the|his|her|its|their|my|our|your|him|them|me|us|you|staff|people|someone|everyone"
    r"|anyone|nobody|parliament|police|[a-z]+s)\b"
)
"""What a lower-case word behind "to" must be, lest it be a verb."""
_NOBODY = frozenset("so as it that this all more less something nothing".split())
_LONGEST = 10


def addressee_of(frame: Frame, text: str, times: Sequence[Span], media: Media) -> Span | None:
    """Whom a frame's utterance was said to; None where nobody is named, or only a medium.

    Args:
        frame: of the attribution.
        text: of the document.
        times: spans of time expressions, which end a phrase.
        media: whether words name a news medium; those are carriers.
    """
    found = _told(frame, text, times) or _to(frame, times)
    if found is None:
        return None
    words = found.read(text)
    carried = any(c.span.overlaps(found) for c in frame.attribution.carriers)
    if carried or media(_bare(words)) or words.lower() in _NOBODY:
        return None
    return found


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", words, flags=re.IGNORECASE)


def _told(frame: Frame, text: str, times: Sequence[Span]) -> Span | None:
    """The object of a cue that tells somebody; it may open the content ("asked Orro to go")."""
    for cue in frame.cue:
        if not _TELLING.search(frame.read(cue.start, cue.end)):
            continue
        if _passive(frame, cue):
            return _subject(frame, cue)
        start = _skip_space(text, cue.end)
        if frame.read(start, start + 1) != SAID:
            return _noun_phrase(frame, frame.read(start, frame.span.end), start, times)
        if not _ACTING.search(frame.read(cue.start, cue.end)):
            continue
        end = next((s.end for s in frame.attribution.content if s.start == start), start)
        found = _noun_phrase(frame, text[start:end], start, times)
        if found and re.match(r"\s*,?\s*(?:not\s+)?[tT]o\s+\w", text[found.end : end]):
            return found
    return None


def _passive(frame: Frame, cue: Span) -> bool:
    words = frame.read(cue.start, cue.end)
    return bool(
        re.search(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+ly\s+)?\w+$", words)
    ) and bool(
        re.search(r"\b(?:told|asked|informed|warned|ordered|urged|reminded|assured)$", words)
    )


def _subject(frame: Frame, cue: Span) -> Span | None:
    """Who was told, in the passive: what stands before the cue from the clause's beginning."""
    left = frame.read(frame.span.start, cue.start)
    found = re.search(r"(?:^|[,;\ue000]\s*)(?P<who>[^,;\ue000]+?)\s*$", left)
    if not found or not 0 < len(found["who"].split()) <= _LONGEST or frame.attribution.source:
        return None
    start = frame.span.start + found.start("who")
    who = found["who"].lstrip()
    start += len(found["who"]) - len(who)
    return Span(start, start + len(who))


def _to(frame: Frame, times: Sequence[Span]) -> Span | None:
    """Who stands behind "to": "said to Orro", "in a letter to the board"."""
    for match in re.finditer(r"\b(?:to|with)\s+(?=[\w@])", frame.text):
        at = frame.span.start + match.end()
        if not _TO.search(frame.text[: match.end()]):
            continue
        rest = frame.read(at, frame.span.end)
        if rest[:1].islower() and not _LOWER.match(rest):
            continue
        found = _noun_phrase(frame, rest, at, times)
        inside = found and any(found.within(s) for s in frame.cue)
        if found and (inside or attached(frame, found)):
            return found
    return None


def _noun_phrase(frame: Frame, words: str, start: int, times: Sequence[Span]) -> Span | None:
    match = _NOUN_PHRASE.match(words)
    if not match:
        return None
    end = start + match.end()
    walls = [*_bare_times(times, words, start), *frame.others, *frame.attribution.source]
    end = min((w.start for w in walls if start <= w.start < end), default=end)
    phrase = _trimmed(words[: end - start])
    if len(phrase) == match.end() and (more := _APPOSITION.match(words, match.end())):
        phrase = words[: more.end()].rstrip(" ,")
    elif len(phrase.split()) > _LONGEST:
        return None
    return Span(start, start + len(phrase)) if phrase.strip() else None


def _bare_times(times: Sequence[Span], words: str, start: int) -> list[Span]:
    """The times that end a phrase: not "the 2016 contender"."""
    before = ((t, words[: max(t.start - start, 0)].split()) for t in times)
    return [t for t, led in before if not led or led[-1].lower() not in DETERMINERS]


def _trimmed(words: str) -> str:
    """A noun phrase without the participles and small words behind its noun."""
    tokens = list(re.finditer(r"\S+", words))
    for before, token in pairwise(tokens):
        word, led = token.group(), before.group()
        clause = word.islower() and word.endswith(("ing", "ed")) and len(word) > 4
        if clause and led.lower() not in DETERMINERS and not led.endswith(("'s", "’s", "ly")):
            words = words[: before.end()]
            break
    return _SMALL_BEHIND.sub("", words.rstrip(" ,"))


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
