"""Whether a phrase of a sentence belongs to the utterance that the sentence tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.resolve.circumstances.ground import SAID, Frame
from reportedly.resolve.circumstances.words import (
    ASKED,
    DOCUMENTS,
    HARMLESS_ING,
    PARTING,
    PUBLISHED,
    SPEAKING,
    SPEECH,
)
from reportedly.schema import Span

_WORD = re.compile(r"[^\W_][\w'’-]*")
_TOPIC = re.compile(
    r"^\s*(?:of|about|regarding|concerning|over)\s+(?!him\b|her\b|them\b|it\b)(?=[a-z])"
)
_ANEW = re.compile(r"\b(?:and|but|or|then)\s*(?:\w+\s*){0,1}$")
_JOINT = re.compile(rf"[;{SAID}]|\s[–—-]{{1,2}}\s|[\"”]\s")
_OPENING = re.compile(
    r"^\W*(?:(?:but|and|so|then|yet|also|meanwhile|separately|however|still|instead|later|earlier"
    r"|just|only|back|late|early|even|again|indeed|in fact|of course)\b\W*){0,3}"
    r"(?:(?:on|in|at|by|during|late|early|earlier|later|back|just|only|over|as recently as"
    r"|as early as|late on|early on|the)\b\s*){0,3}$",
    re.IGNORECASE,
)
_LEADS = (
    rf"(?:in|at|on|during|via|through|for|{SPEAKING}|asked|pressed|questioned|according to|with)"
)
_LEADING = re.compile(
    rf"^\W*(?:(?:but|and|so|then|yet|also|meanwhile|when|while|as he was|as she was)\b\W*){{0,2}}"
    rf"{_LEADS}\b(?P<phrase>[^;]*)$",
    re.IGNORECASE,
)
_APART = re.compile(
    rf"[,{SAID}]\s*(?:(?:on|in|at|during|late|early|just|only)\s+){{0,2}}$", re.IGNORECASE
)
_SUBJECT = re.compile(r"\s+(?:the|an?|he|she|it|they|we|I|his|her|their|its|[A-Z][a-z]+)\s+\w")
_FRESH = re.compile(r"\W*(?:[,;]|and\b|but\b)")
_WHEN = re.compile(r"^\W*(?:(?:but|and)\W+)?(?:when|as|while)\b", re.IGNORECASE)
_ADJUNCT = re.compile(
    r"^(?:in|at|on|during|from|to|with|as|after|before|while|when|by|for|near|outside|inside|via"
    r"|amid|following|ahead|hours|days|minutes|just|under|over|through|\w+ing|\w+ed)\b",
    re.IGNORECASE,
)
_DONE = re.compile(rf"\b{PUBLISHED}\b", re.IGNORECASE)
_RELATIVE = frozenset("who which that whom whose".split())
_LONGEST_STRAY = 8
"""Words that may stand between a leading time and its source: the rest of a long title."""


class Where(StrEnum):
    """Where a phrase stands to the cue and source that it belongs to, for a reader."""

    CUE = "in the cue"
    BETWEEN = "between source and cue"
    AFTER = "behind the cue"
    LEADING = "at the head of the sentence"
    SOURCE = "with what is quoted from"


@dataclass(frozen=True, slots=True)
class Attached:
    """A phrase that belongs to an utterance: where it stands, and how many characters off."""

    where: Where
    distance: int


def attached(frame: Frame, span: Span, times: Sequence[Span] = ()) -> Attached | None:
    """How a phrase belongs to a frame's utterance; None if to something else in the sentence.

    It does where it stands in the cue, between source and cue, behind them without another
    clause between, or opens the sentence. In a source it does only if that is a document.

    Args:
        frame: of the attribution.
        span: the phrase.
        times: spans of time expressions, which may stand before and behind it at the head.
    """
    if any(span.within(s) for s in _hull(frame)):
        return Attached(Where.CUE, 0)
    if any(span.within(s) for s in frame.attribution.source):
        return _in_source(frame, span)
    if not frame.open(span) or not frame.anchors:
        return None
    relative = frame.read(frame.anchors[0].start, frame.anchors[0].end).lower() in _RELATIVE
    if any(span.overlaps(other) for other in frame.others):
        return None
    before = [s for s in frame.anchors if s.end <= span.start]
    after = [s for s in frame.anchors if span.end <= s.start]
    if before and after:
        return _between(frame, span, before[-1], after[0])
    if before:
        return _after(frame, span, before[-1])
    return _leading(frame, span, after[0], times) if after and not relative else None


def _hull(frame: Frame) -> list[Span]:
    """The cue, with what lies between its pieces if nobody else's words do."""
    pieces = list(frame.cue)
    if len(pieces) > 1:
        whole = Span(pieces[0].start, pieces[-1].end)
        if frame.open(whole) and len(whole) < 120:
            return [whole]
    return pieces


def _in_source(frame: Frame, span: Span) -> Attached | None:
    source = next(s for s in frame.attribution.source if span.within(s))
    left = frame.read(source.start, span.start)
    if PARTING.search(left):
        return None
    nouns = [m for m in _WORD.finditer(left) if m.group().lower().rstrip("s") in _DOCUMENT_STEMS]
    if nouns and (_short(left[nouns[-1].end() :]) or _published(left[nouns[0].end() :])):
        return Attached(Where.SOURCE, len(left) - nouns[-1].end())
    right = frame.read(span.end, source.end)
    ahead = re.match(r"(?:['’]s)?\s+((?:[\w'’-]+\s+){0,2}[\w'’-]+)", right)
    words = _words(ahead.group(1))[:3] if ahead else []
    if any(w.lower().rstrip("s") in _DOCUMENT_STEMS for w in words):
        return Attached(Where.SOURCE, 0)
    return None


_DOCUMENT_STEMS = frozenset(word.rstrip("s") for word in DOCUMENTS)


def _published(behind: str) -> bool:
    """Whether a document is told to have been published, and the time can be that of it."""
    found = _DONE.search(behind)
    return found is not None and not PARTING.search(behind[found.end() :])


def _short(behind: str) -> bool:
    return (
        not PARTING.search(behind)
        and re.fullmatch(r"\s*(?:on|in|from|late|early|\s)*", behind) is not None
    )


def _between(frame: Frame, span: Span, left: Span, right: Span) -> Attached | None:
    gap, rest = frame.read(left.end, span.start), frame.read(span.end, right.start)
    if SAID in gap and SAID in rest:
        return None
    if SAID in gap and (found := _leading(frame, span, right)):
        return found
    if _crossed(frame, left.end, span.start) or _parts(gap) or _another_deed(gap):
        return None
    if _crossed(frame, span.end, right.start) and not _parts(gap):
        return _after(frame, span, left)
    return Attached(Where.BETWEEN, _length(gap if len(gap) < len(rest) else rest))


def _another_deed(gap: str) -> bool:
    """Whether a participle behind a comma tells of something else: ", elected on Sunday,"."""
    found = re.match(r"^\s*,\s*(?:\w+ly\s+)?(?P<deed>\w+ed|born|made|held|shot|sworn|taken)\b", gap)
    return found is not None and found["deed"].lower() not in ASKED


def _after(frame: Frame, span: Span, last: Span) -> Attached | None:
    gap = frame.read(last.end, span.start)
    if _crossed(frame, last.end, span.start):
        return None
    said = gap.rfind(SAID)
    told, behind = gap[: max(gap.find(SAID), 0)] if said >= 0 else gap, gap[said + 1 :]
    if any(_parts(piece) for piece in (told, behind)) or _ANEW.search(behind):
        return None
    if _TOPIC.match(gap) and "," not in gap:
        return None
    if (said >= 0 and _starts_anew(behind)) or _opens_next(frame, span, gap):
        return None
    return Attached(Where.AFTER, _length(gap))


def _opens_next(frame: Frame, span: Span, gap: str) -> bool:
    """Whether a phrase behind a comma opens the next clause: "…, on Tuesday Fenn said …"."""
    if not _APART.search(gap):
        return False
    rest = frame.read(span.end, frame.span.end)
    if rest.startswith(",") and "," not in gap[gap.rfind(SAID) + 1 :]:
        return False
    lead = len(rest) - len(rest.lstrip(" ,"))
    near = Span(span.end, span.end + lead + 1)
    return any(near.overlaps(o) for o in frame.others) or bool(_SUBJECT.match(rest))


def _starts_anew(behind: str) -> bool:
    """Whether what follows a content is more than a phrase or two that end the sentence."""
    return len(_WORD.findall(behind)) > 12


def _leading(frame: Frame, span: Span, first: Span, times: Sequence[Span] = ()) -> Attached | None:
    left = _blanked(frame, frame.span.start, span.start, times)
    rest = _blanked(frame, span.end, first.start, times)
    if _crossed(frame, span.end, first.start) or SAID in rest:
        return None
    joint = max((m.end() for m in _JOINT.finditer(left)), default=0)
    start = frame.span.start + joint
    opening = left[joint:]
    # What ends another's words belongs to those: "Although Orro told us so in May, Fenn …".
    ends = joint and left[joint - 1] == SAID and not _FRESH.match(opening)
    if ends and _crossed(frame, frame.span.start, start):
        return None
    if _crossed(frame, start, span.start) or not _opens(opening) or not _reaches(rest):
        return None
    return Attached(Where.LEADING, _length(rest))


def _blanked(frame: Frame, start: int, end: int, times: Sequence[Span]) -> str:
    """A stretch with blanks for the times in it."""
    shown = frame.read(start, end)
    for time in times:
        low, high = max(time.start - start, 0), min(time.end - start, len(shown))
        if low < high:
            shown = shown[:low] + " " * (high - low) + shown[high:]
    return shown


def _opens(opening: str) -> bool:
    """Whether a sentence opens with the phrase, or with one of speech that the phrase ends."""
    if _OPENING.match(opening):
        return True
    if (when := _WHEN.match(opening)) and not _parts(opening[when.end() :]):
        return True
    found = _LEADING.match(opening)
    if not found or _parts(opening.lstrip(" ,")):
        return False
    words = [w.lower() for w in _words(opening)]
    spoken = re.search(rf"\b(?:{SPEAKING}|asked|pressed|questioned)\b", opening, re.IGNORECASE)
    return bool(spoken) or any(w in SPEECH or w.rstrip("s") in SPEECH for w in words)


def _reaches(rest: str) -> bool:
    """Whether nothing but adjuncts and the rest of a name lie before the source or cue."""
    parts = [p.strip() for p in rest.split(",") if p.strip()]
    stray = [p for p in parts if not _ADJUNCT.match(p)]
    if sum(len(_WORD.findall(p)) for p in stray) > _LONGEST_STRAY:
        return False
    return not any(
        re.search(r"\b[a-z]+ed\b|\b(?:and|but)\b", p) or PARTING.search(p) for p in stray
    )


def _crossed(frame: Frame, start: int, end: int) -> bool:
    """Whether another attribution's source or cue lies between two places."""
    return start < end and any(Span(start, end).overlaps(other) for other in frame.others)


def _parts(gap: str) -> bool:
    """Whether a gap holds the beginning of another clause."""
    plain = gap.replace(SAID, " ")
    if PARTING.search(plain):
        return True
    found = re.findall(r"\b[a-z]+ing\b", plain)
    return any(word not in HARMLESS_ING for word in found)


def _words(text: str) -> list[str]:
    return [m.group() for m in _WORD.finditer(text.replace(SAID, " "))]


def _length(gap: str) -> int:
    """Characters of a gap, a content in it counted as one."""
    return len(re.sub(rf"{SAID}+", SAID, gap))
