"""Whole names: mentions of names brought to where the names begin and end in the text.

The engine cuts some names short ("Trump" of "Donald Trump's"), lets some run on ("Ilse Orro (D-"),
and takes some for no mention at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.resolve.speakers.first_names import MEN, WOMEN
from reportedly.resolve.speakers.heads import with_mentions
from reportedly.resolve.speakers.words import (
    BODIES,
    SUFFIXES,
    is_title,
    names_person,
    small_words,
    unowned,
)
from reportedly.schema import Form, Mention, Refers, Span

_FIRST_NAMES = WOMEN | MEN
_CAPITALS = re.compile(
    r"\b[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|(?:bin|al|de|van|von|der|del|la|da)(?=\s)|[A-Z][\w’'-]+)){1,4}"
)
"""Capitalised words in a row, with the initials and particles that names have among them."""
_RUNS_ON = re.compile(r"\s?[(\[]|,\s")
_SUFFIX = re.compile(r",?\s(?:Jr|Sr|I{2,3}|IV)\b")
_INITIALS = re.compile(r"(?:\.[A-Z])+(?!\w)")
_AFTER_INITIALS = re.compile(r"\.?\s[A-Z][\w’'-]+")
_STATES = re.compile(r"U\.?(?:S|K)(?:\.?A)?\.?")
_SAINT = re.compile(r"\b(?:St|Ste|Mt|Ft)\.\s$")
_REST = r"(?:the\s)?[A-Z][\w’'-]+(?:\s(?:and\s|in\sthe\s)?[A-Z][\w’'-]+)*"
_OF = re.compile(rf"\sof\s{_REST}")
_OF_OR_FOR = re.compile(rf"\s(?:of|for)\s{_REST}")
_AL = re.compile(r"(?:\sal-[A-Z][\w’'-]+)+")
_INITIALS_BEFORE = re.compile(r"\b(?:[A-Z]\.?\s?)+$")
_WORDS_OF_A_BODY = 2
_LONGEST = 2
"""Words at most behind a first name; more are a headline's."""


def whole_names(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with their names whole, and those full names that were no mention.

    Args:
        text: the document's.
        mentions: the engine's, in text order.
    """
    cut = [_ended(text, m) if m.form is Form.NAME else m for m in mentions]
    more = [*_longer(text, cut), *_full(text, cut), *_known(text, cut), *_last(text, cut)]
    return with_mentions(cut, more)


def _ended(text: str, mention: Mention) -> Mention:
    """A person's name without the bracket or apposition that it runs on into."""
    if mention.refers is not Refers.PERSON:
        return mention
    words = mention.span.read(text)
    for on in _RUNS_ON.finditer(words):
        if on.start() and not _SUFFIX.match(words, on.start()):
            return replace(mention, span=Span(mention.span.start, mention.span.start + on.start()))
    return mention


def _longer(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Names that begin before or end behind their mention."""
    for m in mentions:
        if m.form is not Form.NAME:
            continue
        start, end = m.span.start, m.span.end
        refers = m.refers
        if _one_letter(text, m.span) and (initials := _INITIALS.match(text, start + 1)):
            state = _STATES.fullmatch(text, start, initials.end())
            more = None if state else _AFTER_INITIALS.match(text, initials.end())
            end, refers = (more or initials).end(), Refers.PLACE if state else refers
        elif refers is Refers.BODY and (of := _goes_on(text, m)):
            end = of
        elif refers is Refers.PERSON:
            al = _AL.match(text, end)
            end = al.end() if al else end
            initials = _INITIALS_BEFORE.search(text, max(0, start - 6), start)
            start = initials.start() if initials and _one_letter_first(text, start) else start
        if refers is not Refers.PERSON and (saint := _SAINT.search(text, max(0, start - 5), start)):
            start = saint.start()
        if (start, end) != (m.span.start, m.span.end):
            yield replace(m, span=Span(start, end), refers=refers, antecedents=())


def _goes_on(text: str, body: Mention) -> int:
    """Where a body's name ends that goes on with "of" or "for"; 0 if it does not."""
    words = body.span.read(text).split()
    kind = words[-1].lower() in BODIES | _BODIES
    if len(words) < _WORDS_OF_A_BODY and not kind:
        return 0
    rest = (_OF_OR_FOR if kind else _OF).match(text, body.span.end)
    return rest.end() if rest else 0


_BODIES = frozenset("observatory fellowship campaign initiative program programme project".split())
"""Last words of bodies' names, beside those that are bodies by themselves."""


def _one_letter_first(text: str, start: int) -> bool:
    return text[start].isupper() and text[start + 1 : start + 2] in (" ", ".")


def _one_letter(text: str, span: Span) -> bool:
    return span.read(text).rstrip(".").isupper() and len(span.read(text).rstrip(".")) == 1


def _known(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Last names that stand behind a first name with which they are a mention elsewhere."""
    people = [m for m in mentions if m.form is Form.NAME and m.refers is Refers.PERSON]
    full = (m.span.read(text).split() for m in people)
    firsts = {(unowned(n[1]), n[0]) for n in full if len(n) == _PAIR and not is_title(n[0])}
    lasts = {last for last, _ in firsts}
    for m in people:
        if (last := unowned(m.span.read(text))) in lasts:
            first = text[: m.span.start].rstrip()[-_FIRST:].rpartition(" ")[2]
            start = text.rfind(first, 0, m.span.start) if first else -1
            if (last, first) in firsts and text[start + len(first) : m.span.start] == " ":
                yield replace(m, span=Span(start, m.span.end), antecedents=())


_PAIR = 2
"""Words of a first and a last name."""
_FIRST = 20
"""Letters of a first name at most."""


_NEXT = re.compile(r"\s([A-Z][a-z’'-]+)\b(?!\s[A-Z])")


def _last(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """First names, and such as "Abu", with the last name behind them: no mention, or another."""
    small = small_words(text)
    alone = {
        m.span.start
        for m in mentions
        if m.form is Form.NAME and m.refers is Refers.PERSON and " " not in m.span.read(text)
    }
    for m in mentions:
        words = m.span.read(text)
        first = words.lower() in _FIRST_NAMES or words in _OPENS_A_NAME
        noun = words.lower() in small or is_title(words) or names_person(words.lower())
        first = first or (m.span.start in alone and m.span.end + 1 in alone and not noun)
        if m.form is Form.NAME and m.refers is Refers.PERSON and first:
            last = _NEXT.match(text, m.span.end)
            if last and last.group(1).lower() not in small and not _title_case(text, m.span.start):
                yield replace(m, span=Span(m.span.start, last.end()), antecedents=())


def _title_case(text: str, at: int) -> bool:
    """Whether a line is a headline in capitals, which tell no name from a verb."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)].split()
    return len(line) <= _HEADLINE and sum(w[:1].isupper() for w in line) > len(line) / 2


_HEADLINE = 20
"""Words of a headline at most."""
_OPENS_A_NAME = frozenset(("Abu", "Umm", "Bin", "Ibn", "Mohammed", "Muhammad", "Van", "De"))
"""First words of names that are no first names, or of many spellings."""


def _full(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Full names of people whose last name alone is a mention somewhere.

    A first name says where they begin: "Donald Trump" behind "Republican candidate".
    """
    alone = {
        unowned(name)
        for m in mentions
        if m.form is Form.NAME
        and m.refers in (Refers.PERSON, None)
        and " " not in (name := m.span.read(text))
    }
    if not alone:
        return
    small = small_words(text)
    whole = [m.span for m in mentions if m.form is Form.NAME and " " in m.span.read(text)]
    for match in _CAPITALS.finditer(text):
        words = [*re.finditer(r"\S+", match.group())]
        first = next((n for n, w in enumerate(words) if w.group().lower() in _FIRST_NAMES), None)
        if first is None:
            continue
        for last in range(min(len(words) - 1, first + _LONGEST), first, -1):
            name = unowned(words[last].group())
            if name in alone and name.lower() not in SUFFIXES | small:
                start = match.start() + words[first].start()
                end = match.start() + words[last].start() + len(name)
                full = Span(start, end)
                if not any(full.within(name) for name in whole):
                    yield Mention(full, Form.NAME, Refers.PERSON)
                break
