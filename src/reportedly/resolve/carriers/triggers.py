"""Words that bring a medium in, before its name ("told", "according to") or behind ("reported").

Each says as well how far from the speaker the medium then is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from reportedly.patterns import Pattern, pattern
from reportedly.resolve.carriers.names import Medium, Reader, Sureness
from reportedly.resolve.carriers.words import DAYS, DEMONYM, OCCASIONS, PEOPLE
from reportedly.resolve.media import is_call_sign
from reportedly.schema.spans import Span


class Place(IntEnum):
    """Where a carrier stands between publisher and speaker."""

    OUTER = 1
    """It reports: "according to", "reported", "as quoted by"."""
    CITED = 2
    """Another, who reports, names it: "citing", "in a report by"."""
    INNER = 3
    """It was spoken to, or through: "told", "in an interview with", "on"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A medium and the words that bring it in.

    Args:
        rule: name of the rule, for a reader.
        place: how far from the speaker the medium is.
        anchor: the words that bring it in.
        medium: the medium.
        near: it belongs to the cue beside it alone; otherwise to the sentence.
        subject: the medium stands before the anchor, as its subject.
        again: the anchor takes up what an earlier sentence says ("in the interview"); the medium
            stands there.
    """

    rule: str
    place: Place
    anchor: Span
    medium: Medium
    near: bool = False
    subject: bool = False
    again: bool = False

    @property
    def words(self) -> Span:
        """The words by whose place it is told what the medium carries."""
        return self.anchor if self.again else self.medium.span


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    place: Place
    pattern: Pattern
    least: Sureness
    near: bool = False
    followed: frozenset[str] = frozenset()
    strict: bool = False
    shows: bool = False


_REPORT = (
    r"(?:(?:an?|the|its|recent|new|earlier|previous|exclusive|initial|several|local|unconfirmed)\s)*"
    r"(?:reports?|stor(?:y|ies)|articles?|accounts?|coverage|transcripts?|translations?|interview)\s"
    r"(?:(?:published|carried|aired|broadcast|posted)\s)?(?:\w+day\s)?(?:by|in|from|on|of|with)\s"
)
_EDITION = (
    rf"(?:(?:(?:{DAYS}|today|yesterday)['’]s|this\sweek['’]s|(?:this|last)\sweekend['’]s|the\slatest"
    r"|the|an)\s)?(?:edition|episode|broadcast|issue|installment|airing)\sof\s"
)
_SPOKE = (
    r"(?:told|tells?|telling|informed|assured|(?:spoke|speaks?|speaking|spoken|talked|talking|talks?)"
    r"\s(?:exclusively\s|openly\s|on\scamera\s)?(?:to|with))\s"
)
_GIVEN = (
    r"\b(?:remarks?|comments?|statements?|interviews?|said|says|confirmed|admitted|explained|confided"
    r"|remarked|commented|noted|stated|boasted|complained|joked|insisted|hinted|lamented"
    r"|wrote|e-?mails?|e-?mailed|message|letter|response|reply|given|gave|revealed|disclosed|announced)\b"
    r"[^.,;:\"“”\n]{0,40}?\sto\s"
)
_TALK = (
    r"\b(?:interview(?:s|ed)?|conversations?|Q&A|sit-down|phone\scall|phone-in|appearances?|discussion"
    r"|appeared|appears|appearing|town[- ]hall(?:\smeeting)?|op-ed|essay|column|opinion\spiece"
    r"|commentary|comments|remarks)"
    r"(?:\s(?!and\b|but\b|said\b|to\b|with\b|on\b|by\b|in\b|for\b|at\b|of\b)[\w'’-]+){0,4}?"
    r"\s(?:with|on|by|in|for|at|published\s(?:in|by|on)|carried\s(?:by|in|on)|aired\s(?:on|by))\s"
)
_PUBLISHED = (
    r"\b(?:reported|quoted|cited|carried|published|broadcast|aired|relayed|rebroadcast|translated"
    r"|run|printed|released|reprinted)"
    r"(?:\sas\s(?:saying|telling))?(?:\s(?:on\s)?\w+day)?\s(?:by|in|on)\s"
)
_IN = (
    r"\b(?:wrote|written|writes|writing|says?|said|argued|argues|opined|claimed|published|piece"
    r"|article|letter|ad|advertisement|editorial)(?:\s(?:on\s)?(?:\w+day|\w+\sweek))?\sin\s"
)


_NOT_ABOUT = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        "remarked remarking commented commenting comment reported report focused focusing focus"
        " attack attacks attacking war assault based relied rely depend depends pressure book"
        " opinion views view impact crackdown committee particular insisted hung"
    ).split()
)
"""What is "on" a medium after these is about it, not in it."""


def _first(pattern: str) -> str:
    """A pattern whose first letter may be a capital: the words may open a sentence."""
    return rf"\b(?i:{pattern})"


_BEFORE = (
    _Rule("according to a report", Place.OUTER, pattern(_first(r"according\sto\s") + _REPORT), Sureness.SITE),
    _Rule("according to", Place.OUTER, pattern(_first(r"according\sto\s")), Sureness.SITE),
    _Rule("reported by", Place.OUTER, pattern(_first(r"(?:as\s|first\s|originally\s|previously\s)*(?:reported|quoted\sas\ssaying|broken|first\spublished|originally\spublished)(?:\s(?:on\s)?\w+day)?\sby\s")), Sureness.BARE),
    _Rule("published by", Place.OUTER, pattern(_PUBLISHED), Sureness.SITE),
    _Rule("citing a report", Place.CITED, pattern(_first(r"(?:citing|cites|cited|quoting|quoted|quotes)\s") + _REPORT), Sureness.SITE),
    _Rule("citing", Place.CITED, pattern(_first(r"(?:citing|cites|cited|quoting|quoted|quotes)\s")), Sureness.UNNAMED),
    _Rule("credited to", Place.OUTER, pattern(_first(r"(?:credited|attributed|traced)\sto\s")), Sureness.UNNAMED),
    _Rule("reports from", Place.OUTER, pattern(_first(r"reports?\s(?:from|by|in|of|on)\s")), Sureness.SITE),
    _Rule("via", Place.OUTER, pattern(r"\b[Vv]ia:?\s"), Sureness.NAMED),
    _Rule("told", Place.INNER, pattern(_first(_SPOKE)), Sureness.UNNAMED, near=True),
    _Rule("given to", Place.INNER, pattern(_GIVEN), Sureness.UNNAMED, near=True),
    _Rule("in an interview with", Place.INNER, pattern(_first(_TALK)), Sureness.SITE, near=True, shows=True),
    _Rule("in an edition of", Place.INNER, pattern(_first(r"(?:on|in|during)\s") + _EDITION), Sureness.BARE, near=True),
    _Rule("in its interview", Place.INNER, pattern(_first(r"(?:in|during|on|at|from|to|following|after)\s(?=an?\s|the\s|his\s|her\s|their\s|this\s|that\s|another\s)")), Sureness.SITE, near=True, followed=OCCASIONS),
    _Rule("on air", Place.INNER, pattern(_NOT_ABOUT + r"\b[Oo]n\s"), Sureness.NAMED, near=True, strict=True),
    _Rule("in print", Place.INNER, pattern(_IN), Sureness.NAMED, near=True, strict=True),
    _Rule("in print", Place.INNER, pattern(rf"\b[Ii]n\s(?=(?:the\s)?(?:{DAYS})['’]s\s)"), Sureness.NAMED, near=True),
)  # fmt: skip
# ruff: noqa: E501

_PERSON_OF = re.compile(
    r"(?:(?:(?:an?|the)\s)?(?:[\w-]+\s){0,3}?(?:reporters?|correspondents?|journalists?|anchor|host"
    r"|interviewer|editors?)\s(?:[A-Z][\w.'’-]+\s){0,3}|(?:[A-Z][\w.'’-]+,?\s){2,4})"
    r"(?:from|for|of|at|with|on)\s"
)
"""Somebody of a medium: "a reporter for the Herald", "Ilse Orro of Radio Velmar"."""

_VERB = pattern(
    r"\b(?:(?:has|have|had|is|was|were|also|first|previously|later|earlier|recently|then|separately"
    r"|exclusively|further|in\sturn)\s)*(?:reports|reported|report|reporting|quotes|quoted|quoting"
    r"|says|said|say|writes|wrote|notes|noted|claims|claimed|reveals|revealed|adds|added|cites"
    r"|cited|carried|published|airs|aired|broadcast|broadcasted|tells\sus)\b"
)
_TO_VERB = re.compile(
    r"(?:['’]s?)?(?:\s[A-Z][\w.’'-]+){0,3}(?:\s(?:" + "|".join(sorted(PEOPLE)) + r")"
    r"(?:\s[A-Z][\w.’'-]+){1,3})?(?:\s(?:on\s)?(?:" + DAYS + r"))?,?[\s]"
)
_PRONOUNS = frozenset("he she they who I we you it".split())
"""Right before a verb, they are its subject, and no medium is."""
_BACK = re.compile(r"(?<![\w’'-])[\w@’'.&/+!-]+")


def triggers(reader: Reader) -> list[Trigger]:
    """Every trigger of a text with the media that it brings in, in text order."""
    found = sorted(
        _once([*_before(reader), *_behind(reader)]), key=lambda t: (t.medium.span, t.place)
    )
    return [*found, *_again(reader.text, found)]


_THE_SAME = pattern(
    r"\b[Ii]n\s(?:the|that|this)\s(?:same\s)?(?P<noun>interview|op-ed|essay|column|town hall|broadcast"
    r"|appearance|segment|podcast|conversation)\b(?!\s(?:with|by|for|published|on\s[A-Z]))",
    needs=r"\b(?:interview|op-ed|essay|column|town hall|broadcast|appearance|segment|podcast|conversation)\b",
)


def _again(text: str, found: list[Trigger]) -> Iterator[Trigger]:
    """Read "in the interview" as the one that was named last."""
    for match in _THE_SAME.finditer(text):
        named = [
            t
            for t in found
            if t.near
            and t.medium.end <= match.start()
            and match["noun"] in text[t.anchor.start : t.medium.end + len(match["noun"]) + 1]
        ]
        if named:
            anchor = Span(*match.span())
            yield replace(named[-1], rule="the same interview", anchor=anchor, again=True)


def _once(found: list[Trigger]) -> Iterator[Trigger]:
    """One trigger for each medium's words: of two rules, the earlier in the list."""
    taken: set[int] = set()
    for trigger in found:
        places = range(trigger.medium.span.start, trigger.medium.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield trigger


def _before(reader: Reader) -> Iterator[Trigger]:
    for rule in _BEFORE:
        for match in rule.pattern.finditer(reader.text):
            medium = _slot(reader, rule, match.end())
            if medium:
                anchor = Span(*match.span())
                for one in reader.and_more(medium):
                    yield Trigger(rule.name, rule.place, anchor, one, rule.near)


def _slot(reader: Reader, rule: _Rule, at: int) -> Medium | None:
    medium = reader.read(at)
    if medium is None and rule.place is not Place.CITED and not rule.followed:
        person = _PERSON_OF.match(reader.text, at)
        medium = reader.read(person.end()) if person else None
        if medium and medium.sureness < Sureness.NAMED:
            return None
    if medium is None and not rule.followed:
        medium = agency(reader, at)
    if medium is None and rule.shows:
        medium = _show(reader, at)
    if medium is None and rule.least is Sureness.BARE:
        medium = _bare(reader, at)
        if medium and rule.near and reader.text[medium.span.end : medium.span.end + 2] == ", ":
            return None  # a show of several words ("the So, That Happened podcast") is read wrongly
    if medium is None or medium.sureness < rule.least or (rule.strict and medium.everyday):
        return None
    the = reader.text[medium.start : medium.start + 4] == "the "
    if rule.name == "told" and medium.sureness is Sureness.UNNAMED and the:
        return None  # "told the station": one that was named before
    behind = reader.following(medium).casefold()
    if rule.followed and behind not in rule.followed and not behind.startswith("town"):
        return None
    return medium


_AGENCY = re.compile(
    r"(?:the\s)?(?:[a-z]+(?:-[a-z]+)?\s){0,2}([A-Z][\w.’'&-]*\w(?:\s[A-Z][\w.’'&-]*\w)?)\sagency\b"
)
_SHOW = re.compile(
    r"(?:the\s)?[“\"‘']?((?:[A-Z][\w.’'&-]*\w\s(?:of\s|the\s|with\s)?){1,4}(?:Network|Channel|Show"
    r"|Tonight|Live|Report|Hour|Nightly|Podcast|Today|Morning))\b"
)


def agency(reader: Reader, at: int) -> Medium | None:
    """Read "the Telmar agency", where only a medium is spoken to or relied on."""
    match = _AGENCY.match(reader.text, at)
    if match is None or _is_other(reader, match.group(1)) or DEMONYM.fullmatch(match.group(1)):
        return None
    return Medium(Span(*match.span(1)), None, Sureness.NAMED, at)


def _show(reader: Reader, at: int) -> Medium | None:
    """A programme or network that somebody appeared on, by its last word."""
    match = _SHOW.match(reader.text, at)
    if match is None or _is_other(reader, match.group(1)):
        return None
    return Medium(Span(*match.span(1)), None, Sureness.NAMED, at)


def _is_other(reader: Reader, name: str) -> bool:
    """Whether a name is known for something that is no medium."""
    known = reader.known
    return bool(known.government(name) or known.group(name) or known.body(name))


_CAPITALS = re.compile(r"(?:the\s)?([A-Z@][\w.’'&-]*\w(?:\s[A-Z][\w.’'&-]*\w){0,3})")


def _bare(reader: Reader, at: int) -> Medium | None:
    """Any name, where the words before leave only a medium (or an author who reports)."""
    match = _CAPITALS.match(reader.text, at)
    if not match:
        return None
    name = match.group(1)
    if _is_other(reader, name):
        return None
    return Medium(Span(*match.span(1)), None, Sureness.BARE, at)


def _behind(reader: Reader) -> Iterator[Trigger]:
    """Media that are the subject of a verb of reporting."""
    for verb in _VERB.finditer(reader.text):
        medium = _subject(reader, verb.start())
        if medium and medium.sureness >= Sureness.UNNAMED and not medium.everyday:
            yield Trigger(
                "subject of a verb of reporting",
                Place.OUTER,
                Span(*verb.span()),
                medium,
                subject=True,
            )


def _subject(reader: Reader, verb: int) -> Medium | None:
    """The medium that ends right before a verb, with a reporter's name or a day between at most."""
    low = max(0, verb - 110)
    if reader.text[low:verb].rstrip().rpartition(" ")[2] in _PRONOUNS:
        return None
    low = max(low, *(reader.text.rfind(mark, low, verb) + 1 for mark in ("\n", ";", ":", "”")))
    for start in _BACK.finditer(reader.text, low, verb):
        medium = reader.read(start.start())
        if medium is None or medium.span.end > verb:
            continue
        between = _TO_VERB.fullmatch(reader.text, medium.end, verb)
        apposed = medium.end > medium.span.end
        station = is_call_sign(medium.span.read(reader.text))  # with its town behind it
        free = medium.owner or apposed or station
        if between and (free or not _name_between(between.group())):
            return medium
    return None


def _name_between(words: str) -> bool:
    """Whether a name stands between a medium and its verb: then that one speaks, not the medium."""
    return bool(re.search(r"[A-Z]", re.sub(DAYS, "", words))) and not any(
        word in PEOPLE for word in words.split()
    )
