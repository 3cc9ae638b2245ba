"""The occasion or medium of an utterance, as the words around it name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from reportedly.resolve.circumstances.attach import Attached, Where, attached
from reportedly.resolve.circumstances.ground import SAID, Frame, masked
from reportedly.resolve.circumstances.words import OCCASIONS, SPEAKING, SPEECH
from reportedly.schema import Span, merge

Media = Callable[[str], bool]
"""Whether words name a news medium ("the Coast Mail")."""

_PREPOSITION = re.compile(r"\b(?P<in>in|at|on|during|via|through|over|by)\s+", re.IGNORECASE)
_SPEAKING = re.compile(
    rf"\b{SPEAKING}\s+(?P<in>at|in|on|to|from|during|outside|before)\s+", re.IGNORECASE
)
_ADDRESSING = re.compile(r"\baddressing\s+(?P<in>)", re.IGNORECASE)
_LEADS = (
    (_PREPOSITION, re.compile("")),
    # Cheaper, for these are rare: a pattern of small letters that begins with a few fixed ones.
    (_SPEAKING, re.compile(r"ing\s+(?:at|in|on|to|from|during|outside|before)\s")),
    (_ADDRESSING, re.compile(r"addressing\s")),
)
"""What phrases are led by, each with what a text in small letters must hold for it."""
_LED = re.compile(
    r"\b(?:in|at|on|during|via|through|over|by|to|from|outside|before|addressing)", re.IGNORECASE
)
"""What all three begin with, or hold."""
_TOKEN = re.compile(
    r"(?P<word>(?:\w\.)+\w?|[\w@#&][\w'’.&/-]*[\w'’]|[\w&])"
    r"|(?P<quote>[“\"][^”\"\ue000\n]{1,60}[”\"]|''[^'\ue000\n]{1,60}'')|(?P<other>\S)"
)
_STOP = frozenset(
    """
    that which who whom whose where when while as after before because if but or since until whether
    how why what amid ahead is was are were has had have said says released issued published posted
    aired obtained sent written dated recorded scheduled reported called titled entitled
    headlined according he she they it we i you not also will would could leading
    """.split()
)
_TAIL_STARTS = frozenset(
    "with to of for in at on from about hosted near outside between by before following".split()
)
_INSIDE_NAMES = frozenset("of and the".split())
_HANGING = _TAIL_STARTS | frozenset("held the a an and".split())
_TOWN_HALL = re.compile(r"\btown[\s-]halls?$", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}$")
_AIR = frozenset("News Radio Television TV Today Tonight Show Live Nation Network".split())
_WITHOUT_ARTICLE = frozenset("air tape camera phone telephone".split())
_BY = re.compile(r"(?:e-?mail|phone|telephone|text|letter|video)\b", re.IGNORECASE)
_ON = frozenset(
    """
    facebook twitter instagram snapchat tiktok youtube reddit tumblr linkedin telegram whatsapp
    weibo mastodon bluesky irc radio television tv air airwaves phone telephone camera page site
    website webpage blog show programme program broadcast newscast podcast episode segment call
    panel tour visit stage thread feed channel network livestream webcast conversation
    """.split()
)
"""Nouns of occasions and media that one speaks *on*; on others one only comments."""
_ANSWERING = re.compile(
    r"(?:(?:the|an?|his|her|their)\s+)?(?:response|reply|answer|opinion|brief)$", re.IGNORECASE
)
_PLACES = re.compile(r"\s+(?:Cent(?:er|re)|Hall|Room|Hotel|House|Building|Arena|Square|Park)\b")
_NOUN_BEHIND = re.compile(r"\s+(?P<noun>[a-z]{3,})\b")
_FREE = frozenset(
    """
    here there then again too alone itself himself herself together last next this late early today
    yesterday tonight right just only even over so shortly hours minutes days weeks
    """.split()
)
_NO_PLACE = re.compile(
    r"(?:(?:the|an?|his|her|its|their|my|our)\s+)?(?:\w+\s+){0,2}(?:voice|condition|behalf|favou?r"
    r"|name|language|tongue|English|French|Spanish|Arabic|Russian|German|Chinese|accent|terms"
    r"|support|defen[cs]e|subject|topic|issue|matter|past|future|person|private|public|general)\b"
)
_LONGEST = 9
"""Words from the preposition to the noun that names the occasion."""
_LONGEST_TAIL = 14


def venue_of(frame: Frame, times: Sequence[Span], media: Media) -> tuple[Span, Attached] | None:
    """The phrase that names the occasion or medium of a frame's utterance, and where it stands.

    Args:
        frame: of the attribution.
        times: spans of the time expressions in it; a phrase ends before one.
        media: whether words name a news medium.
    """
    found = []
    for span in _in_frame(frame, times, media):
        place = attached(frame, span, times)
        if place and place.where is not Where.SOURCE:
            found.append((span, place))
    return min(found, key=lambda f: f[1].distance, default=None)


def _in_frame(frame: Frame, times: Sequence[Span], media: Media) -> Iterator[Span]:
    """Candidates outside the cue, which end before anybody's words; and those that begin in it."""
    start = frame.span.start
    foreign = [*frame.others, *frame.attribution.source]
    for walls, inside in (((*foreign, *frame.cue), False), (foreign, True)):
        if inside and not _led_in_cue(frame):
            continue
        here = merge(Span(w.start - start, w.end - start) for w in walls if w.within(frame.span))
        for span in candidates(masked(frame.text, here), start, times, media):
            if inside == any(c.start <= span.start < c.end for c in frame.cue):
                yield span


def _led_in_cue(frame: Frame) -> bool:
    """Whether a phrase may begin in the cue: a preposition stands there, or a verb before it."""
    room = len("addressing ")
    start = frame.span.start
    return any(
        _LED.search(frame.text, max(0, c.start - start - room), c.end - start) for c in frame.cue
    )


def candidates(text: str, start: int, times: Sequence[Span], media: Media) -> list[Span]:
    """All phrases of a sentence that could name a venue, in text order.

    Args:
        text: the sentence; what cannot belong to a phrase is masked with `SAID`.
        start: where it begins in the document.
        times: as for `venue_of`.
        media: as for `venue_of`.
    """
    phrases = _Phrases(text, start, times, media)
    found = []
    plain = text.lower()
    for pattern, needs in _LEADS:
        for match in pattern.finditer(text) if needs.search(plain) else ():
            end = phrases.end(match.end(), match["in"].lower())
            if end is None and pattern is _SPEAKING:
                end = phrases.free_end(match.end())
            begin = match.start("in") if match["in"] else match.end()
            if end is not None and len(text[begin:end].split()) > 1:
                found.append(Span(start + begin, start + end))
    return sorted(s for s in found if not any(s != o and s.within(o) for o in found))


class _Phrases:
    """Reads the phrases of one sentence."""

    def __init__(self, text: str, start: int, times: Sequence[Span], media: Media) -> None:
        self.text, self.media = text, media
        self.times = [(t.start - start, t.end - start) for t in times]

    def end(self, at: int, preposition: str) -> int | None:
        """Where the phrase ends whose preposition ends at `at`; None if it names no venue.

        Args:
            at: where its noun phrase begins.
            preposition: in lower case, empty if there is none.
        """
        words = 0
        for match in _TOKEN.finditer(self.text, at):
            time = self._time(match)
            if time is not None and self._describes(time):
                continue
            word = match.group()
            ends = match["other"] or word.lower() in _STOP or SAID in word
            if time is not None or ends or words >= _LONGEST:
                return None
            if words and word.lower() in _TAIL_STARTS - _INSIDE_NAMES:
                return None
            words += 1
            if self._names_speech(word, at, match.end(), preposition):
                return self._with_tail(self._last_head(match.end()))
        return None

    def free_end(self, at: int) -> int | None:
        """Where a phrase ends whatever its noun is, as after "speaking at"."""
        if _NO_PLACE.match(self.text, at):
            return None
        end = at
        for match in islice(_TOKEN.finditer(self.text, at), _LONGEST):
            word = match.group()
            stops = match["other"] or word.lower() in _STOP or SAID in word
            if stops or self._time(match):
                break
            if word.lower() not in _HANGING:
                end = match.end()
        return end if end > at else None

    def _last_head(self, at: int) -> int:
        """The end of the last of several nouns of speech in a row: "news conference call"."""
        while (match := re.match(r"\s+([\w-]+)", self.text[at : at + 40])) and _is_speech(match[1]):
            if self._time_at(at + match.start(1), at + match.end(1)) is not None:
                break
            at += match.end()
        return at

    def _names_speech(self, word: str, at: int, end: int, preposition: str) -> bool:
        """Whether the phrase names an occasion or medium with the word that ends at `end`."""
        phrase = self.text[at:end]
        if word.endswith(("'s", "’s")) or (preposition == "by" and not _BY.match(phrase)):
            return False
        if _TOWN_HALL.search(phrase):
            return True
        if _is_speech(word):
            return self._heads(word, phrase, end, preposition)
        named = _ACRONYM.match(phrase) or word in _AIR or self.media(phrase)
        return preposition == "on" and bool(named)

    def _heads(self, word: str, phrase: str, end: int, preposition: str) -> bool:
        """Whether a noun of speech is the head of its phrase, and goes with the preposition."""
        lower = word.lower().strip(".“”\"'’")
        if _ANSWERING.match(phrase) or _PLACES.match(self.text, end):
            return False
        if preposition == "on" and not {lower, lower.removesuffix("s")} & _ON:
            return False
        if lower in _WITHOUT_ARTICLE and preposition not in {"on", "over", "by"}:
            return False
        behind = _NOUN_BEHIND.match(self.text, end)
        noun = behind["noun"] if behind and not self._time_at(*behind.span("noun")) else ""
        free = noun in _STOP | _TAIL_STARTS | _FREE or noun.endswith(("ed", "ing", "ly"))
        return not noun or free or _is_speech(noun)

    def _with_tail(self, at: int) -> int:
        """The end with what hangs on the noun: "with …", "in Lissom, N.C.", "to investors"."""
        end, words, hanging = at, 0, False
        for match in _TOKEN.finditer(self.text, at):
            word = match.group()
            if self._time(match) and not match["quote"]:
                break
            if SAID in word or word.lower() in _STOP or words > _LONGEST_TAIL:
                break
            if word == "," and hanging and _region(self.text, match.end()):
                continue
            if match["other"] or (not hanging and word.lower() not in _TAIL_STARTS):
                break
            hanging, words = True, words + 1
            if word.lower() not in _HANGING:
                end = match.end()
        return end - len(",") if self.text[at:end].endswith(",") else end

    def _time(self, match: re.Match[str]) -> tuple[int, int] | None:
        return self._time_at(*match.span())

    def _time_at(self, start: int, end: int) -> tuple[int, int] | None:
        return next((t for t in self.times if t[0] < end and start < t[1]), None)

    def _describes(self, time: tuple[int, int]) -> bool:
        """Whether a time stands in a noun phrase, as in "an August speech", "Sunday's debate"."""
        behind = self.text[time[1] : time[1] + 3]
        return behind.startswith(("'s", "’s")) or bool(re.match(r"\s\w", behind))


def _is_speech(word: str) -> bool:
    lower = word.lower().strip(".“”\"'’")
    last = lower if lower in SPEECH else lower.rpartition("-")[2]
    return any(w in SPEECH for w in (last, last.removesuffix("s"), last.removesuffix("es")))


def _region(text: str, at: int) -> bool:
    """Whether a state or country follows a comma: "in Lissom, N.C."."""
    following = text[at : at + 40]
    return bool(re.match(r"\s+(?:(?:[A-Z]\.){2}|[A-Z][a-z]+\.?(?=\s*(?:[,.\ue000]|$)))", following))


def is_occasion(words: str) -> bool:
    """Whether a phrase names an occasion of speech, not a medium."""
    found = (w.lower().strip(".,“”\"'’") for w in words.split())
    return bool(_TOWN_HALL.search(words)) or any(
        w in OCCASIONS or w.removesuffix("s") in OCCASIONS for w in found
    )
