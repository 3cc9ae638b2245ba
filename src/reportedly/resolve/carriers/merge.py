"""A carrier's own act over another's words: which attribution stays, and which is read anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.resolve.carriers.chains import Recast
from reportedly.resolve.carriers.names import Medium, Reader, Sureness
from reportedly.resolve.carriers.triggers import Place, Trigger, agency
from reportedly.schema.attribution import Attribution
from reportedly.schema.spans import Span, Spans, merge

LEAST = 10
"""Characters at least of what somebody says, before "Orro said"."""
LEFT = 6
"""Words of a carrier's content that may be nobody's ("on Friday", "in the interview")."""

_OWN_ACT = re.compile(
    r"\b(?:report(?:s|ed|ing)?|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|sa(?:ys?|id)|according|wrote"
    r"|writes|tells|told|carried|published|aired|broadcast)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w[\w’'-]*")
_REPORT_BY = re.compile(
    r"(?:an?|the)\s(?:\w+\s){0,2}?(?:report|story|article|interview)s?\s(?:by|in|from|on)\s"
)
_SAID = (
    r"(?:(?:also|then|later|has|had|have|repeatedly|reportedly)\s)*"
    r"(?:said|says|say|told|tells|added|adds|claimed|claims|stated|states|insisted|insists|warned|warns"
    r"|declared|declares|announced|announces|explained|explains|stressed|stresses|denied|denies"
    r"|alleged|alleges|argued|argues|confirmed|confirms|noted|notes|acknowledged|admitted|wrote"
    r"|writes|tweeted|accused|vowed|promised|believes?|thinks?|revealed|disclosed|ordered|urged|asked"
    r"|blamed|condemned|criticised|criticized|praised|rejected|refused|agreed|plans|hopes|wants|expects"
    r"|fears|intends|(?:is|are|was|were)\s(?:worried|concerned|convinced|confident|planning))"
)
_LOSSES = ("claimed", "claims")
"""Cues that may take a thing ("claimed a loss") and then are no speech."""
_TELLS = ("told", "ells")
_TO_WHOM = re.compile(r"[^.,;:“”\"]{1,60}?[\s,:]+(?=that\s|[“\"])")
"""Who was told something, before what it was."""
_NAME = r"(?:[A-Z][\w.’'-]*|al-\w+|of|the|for|and|de|van|von|bin|ibn|al)"
_NOUNS = (
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|two|three|several|some|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]enior|unnamed|local)\s)"
    r"(?:[\w’'-]+\s){0,5}?[\w’'-]+"
)
_NOBODY = (
    r"(?!(?:When|If|While|After|Before|As|In|On|At|But|And|Once|Although|Though|Because|Since|Until"
    r"|Whether|What|How|Why|It|This|That|There|Then|Here|For|Of)\b)"
)
"""Words with a capital at a clause's start that are no name."""
_OTHERS = r"[Hh]e|[Ss]he|[Tt]hey|[Pp]olice|[Oo]fficials"
_WHO = rf"{_NOBODY}(?:{_NAME}(?:\s{_NAME}){{0,11}}|{_NOUNS}|{_OTHERS})"
_APPOSITION = r"(?:,\s[^,.;:“”\"]{3,80},)?"
# "We saw nothing," Ilse Orro said in an interview …
_AFTER_QUOTE = re.compile(rf"(?<=[”\"])\s+(?P<who>{_WHO}{_APPOSITION})\s(?P<cue>{_SAID})\b")
# "We saw nothing," said Ilse Orro …
_TURNED = re.compile(rf"(?<=[”\"])\s+(?P<cue>said|says|added|wrote)\s(?P<who>{_WHO})\b")
# The pier is sinking, Ilse Orro said
_AT_END = re.compile(rf",[”\"]?\s(?P<who>{_WHO})\s(?P<cue>{_SAID})[,.]?$")
# Ilse Orro was quoted by …
_WHO_ENDS = re.compile(rf"(?:^|[,;“”\"]\s|[.!?]\s|\n)(?P<who>{_WHO}{_APPOSITION})\s$")
# … quoted Ilse Orro as saying
_WHO_ALONE = re.compile(rf"\s(?P<who>{_WHO}{_APPOSITION})\s")
# … that Ilse Orro said she saw nothing
_BEFORE = re.compile(
    rf"(?:that\s)?(?P<who>{_WHO}{_APPOSITION})\s(?P<cue>{_SAID})\s(?P<rest>\S.+)",
    re.DOTALL,
)


def spoken_for(reader: Reader, attributions: tuple[Attribution, ...]) -> dict[str, Trigger | None]:
    """Attributions whose source is a medium and whose cue is what media do, with that medium."""
    found: dict[str, Trigger | None] = {}
    for a in attributions:
        medium = _whole(reader, a.source) if len(a.source) == 1 else None
        cue = " ".join(c.read(reader.text) for c in a.cue)
        if medium and _OWN_ACT.search(cue):
            found[a.id] = Trigger("its source", Place.OUTER, a.cue[0], medium)
    for a in attributions:  # "the Herald reported, citing Radio Velmar"
        if a.source_from in found and re.match(r"(?:cit|quot)ing", a.cue[0].read(reader.text)):
            found[a.id] = None
    return found


_CITING = re.compile(r"(?:cit|quot)ing\b", re.IGNORECASE)
_INFORMANTS = re.compile(
    r"(?:(?!that\b|who\b)[\w’'-]+\s){0,6}?(?:officials?|sources?|insiders?|aides?|diplomats?"
    r"|advis[eo]rs?|persons?|people|spokes\w+|officers?|staffers|employees|executives|witness(?:es)?"
    r"|residents|friends|colleagues|relatives|lawmakers|commanders?|rescuers|medics|doctors|police"
    r"|investigators|prosecutors|lawyers|activists|locals|survivors)\b[^.;“”\"]{0,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a medium reports of people whom it cites.

    Args:
        act: the id of the attribution by which it reports it.
        anew: that one, read as theirs.
        medium: the medium.
    """

    act: str
    anew: Recast
    medium: Trigger


def informed(reader: Reader, attributions: tuple[Attribution, ...]) -> dict[str, Cited]:
    """What media report of people whom they cite, by the id of the attribution that cites them.

    "The Herald, citing two officials, reported that the pier was sinking": the officials say so.
    """
    found = {}
    for a in attributions:
        words = a.content[0].read(reader.text) if len(a.content) == 1 else ""
        if not _CITING.match(a.cue[0].read(reader.text)) or not _INFORMANTS.fullmatch(words):
            continue
        for b in attributions:
            same = b.id == a.source_from or (bool(a.source) and a.source == b.source)
            medium = _whole(reader, b.source) if same and b is not a and b.source else None
            if medium and not any(a.cue[0].within(c) for c in b.content):
                trigger = Trigger("cites who told it", Place.OUTER, b.cue[0], medium)
                found[a.id] = Cited(b.id, Recast(a.content, b.cue, b.content), trigger)
    return found


def leaning(
    attributions: tuple[Attribution, ...], carried: Mapping[str, Trigger | None]
) -> dict[str, str]:
    """Carriers' citing of others, each with the act that it leans on."""
    return {
        a.id: a.source_from
        for a in attributions
        if a.source_from and a.id in carried and carried[a.id] is None
    }


def _whole(reader: Reader, source: Spans) -> Medium | None:
    """The medium that a source names, if it names nothing else."""
    report = _REPORT_BY.match(reader.text, source[0].start, source[0].end)
    medium = reader.read(report.end() if report else source[0].start)
    if medium is None and report is not None:
        medium = agency(reader, report.end())
    if medium is None or medium.sureness < Sureness.SITE:
        return None
    rest = reader.text[medium.end : source[0].end]
    people = re.fullmatch(r"['’]s?(?:\s[\w.’'-]+){1,4}|\sagency", rest)
    return medium if not re.search(r"\w", rest) or people else None


def dissolved(
    text: str, attributions: tuple[Attribution, ...], carried: Mapping[str, Trigger | None]
) -> dict[str, tuple[Attribution, ...]]:
    """For each carrier's act whose content is all others' words, the attributions that say it."""
    found: dict[str, tuple[Attribution, ...]] = {}
    for a in attributions:
        if carried.get(a.id) or (a.id in carried and carried.get(a.source_from or "")):
            found_in = [b for b in attributions if b.id not in carried and _speaks(text, b, a)]
            inner = tuple(
                b for b in found_in if not any(_held(b, o) for o in found_in if o is not b)
            )
            if inner and _left(text, a, inner) <= LEFT:
                found[a.id] = inner
    return found


def _speaks(text: str, inner: Attribution, outer: Attribution) -> bool:
    """Whether somebody else's attribution is said in a content, or stands over the same words."""
    it = any(s.read(text).casefold() == "it" for s in inner.source)
    if it or inner.source == outer.source or _held(outer, inner):
        return False
    shared = sum(_common(i, o) for i in inner.content for o in outer.content)
    longer = max(sum(map(len, inner.content)), sum(map(len, outer.content)))
    return _held(inner, outer) or shared > 0.8 * longer


def _held(inner: Attribution, outer: Attribution) -> bool:
    """Whether an attribution's cue lies in another's content."""
    return all(any(c.overlaps(o) for o in outer.content) for c in inner.cue)


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _left(text: str, outer: Attribution, inner: tuple[Attribution, ...]) -> int:
    """How many words of a content are none of the attributions' in it."""
    covered = merge(s for b in inner for s in (*b.source, *b.cue, *b.content))
    count = 0
    for part in outer.content:
        words = (Span(*m.span()) for m in _WORD.finditer(text, part.start, part.end))
        count += sum(not any(w.within(c) for c in covered) for w in words)
    return count


def recast(text: str, a: Attribution) -> Recast | None:
    """A carrier's attribution as the real speaker's, if its words plainly name him.

    Only forms that leave no doubt: "the Herald cited Orro as saying" with Orro between the parts
    of the cue, "Orro was quoted by the Herald as saying", a quotation with "Orro said" right behind
    it, a content that ends with ", Orro said", and a clause that opens with "Orro said (that)".
    """
    if len(a.content) != 1:
        return None
    return _quoted_as_saying(text, a) or _said_behind(text, a.content[0]) or _opening(text, a)


_CITED = re.compile(r"(?:(?:is|was|were|has been|have been|being)\s)?(?:quot|cit)\w+$")
_BY = re.compile(r"(?:is|was|were|been|being)\s")


def _quoted_as_saying(text: str, a: Attribution) -> Recast | None:
    """Who stands where somebody quoted does, beside "quoted … as saying"."""
    words = " ".join(c.read(text) for c in a.cue)
    first = a.cue[0].read(text)
    if not re.search(r"\bas\s(?:saying|telling)$", words) or not re.search(r"quot|cit", first):
        return None
    if _BY.search(first):
        start = max(0, a.cue[0].start - 120)
        found = _WHO_ENDS.search(text, start, a.cue[0].start)
    elif len(a.cue) > 1 and _CITED.match(first):
        found = _WHO_ALONE.fullmatch(text, a.cue[0].end, a.cue[1].start)
    else:
        return None
    return Recast((Span(*found.span("who")),), a.cue, a.content) if found else None


def _said_behind(text: str, part: Span) -> Recast | None:
    """Who said it, where that stands behind the words."""
    for pattern in (_AFTER_QUOTE, _TURNED):
        for match in pattern.finditer(text, part.start, part.end):
            if text[part.start] in '“"':
                content = Span(part.start, _trimmed(text, part.start, match.start()))
                return _made(match, (content,))
    closing = _AT_END.search(text, part.start, part.end)
    if closing is None or closing.start() - part.start < LEAST:
        return None
    return _made(closing, (Span(part.start, closing.start()),))


def _opening(text: str, a: Attribution) -> Recast | None:
    opening = _BEFORE.match(text, a.content[0].start, a.content[0].end)
    if not opening or (opening["cue"].endswith(_LOSSES) and opening["rest"][:5] != "that "):
        return None
    told = _TO_WHOM.match(text, *opening.span("rest")) if opening["cue"][-4:] in _TELLS else None
    return _made(
        opening, (Span(told.end() if told else opening.start("rest"), opening.end("rest")),)
    )


def _made(match: re.Match[str], content: Spans) -> Recast:
    return Recast((Span(*match.span("who")),), (Span(*match.span("cue")),), content)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
