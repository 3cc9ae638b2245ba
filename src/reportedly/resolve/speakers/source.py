"""A source's noun phrase: its head, what stands before and behind it, and how it refers."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.resolve.speakers.together import together
from reportedly.resolve.speakers.token import Token, tokens
from reportedly.resolve.speakers.words import (
    DETERMINERS,
    FIRST_PERSON,
    PREPOSITIONS,
    RELATIVE,
    SECOND_PERSON,
    is_title,
)
from reportedly.schema import Form, Mention, Refers, Span, Spans

_PRONOUNS = frozenset(
    "he she they it him her them his their its himself herself themselves".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a source's words are made of.

    Args:
        span: from its first word to its last.
        head: the name, noun or pronoun that says who it is.
        form: how the head refers.
        core: the noun phrase up to the first comma, relative clause or bracket, article off.
        pronoun: the head in lower case if it is one; first, second and third person alike.
        relative: it is a relative pronoun: who it is stands before it.
        members: of several named one by one, the last word of each; the head is then what joins
            them.
    """

    span: Span
    head: Span
    form: Form
    core: Span
    pronoun: str | None = None
    relative: bool = False
    members: tuple[str, ...] = ()


def parse(text: str, spans: Spans, mentions: list[Mention]) -> Source | None:
    """Read a source; None if it holds no word.

    Args:
        text: the document's.
        spans: the source's.
        mentions: those that lie in it, in text order.
    """
    whole = Span(spans[0].start, spans[-1].end)
    words = tokens(text, whole)
    if not any(t.text[0].isalnum() for t in words):
        return None
    first = words[0]
    if len([t for t in words if t.text[0].isalnum()]) == 1:
        if first.low in RELATIVE:
            return Source(whole, first.span, Form.PRONOUN, first.span, first.low, relative=True)
        if first.low in _PRONOUNS | FIRST_PERSON | SECOND_PERSON:
            return Source(whole, first.span, Form.PRONOUN, first.span, first.low)
    if (several := together(words, mentions)) is not None:
        start = words[1 if first.low in ("the", "a", "an") else 0].span.start
        core = Span(start, several.end)
        return Source(whole, several.joint, Form.NOUN, core, members=several.members)
    phrase = _first_phrase(words)
    core = Span(phrase[0].span.start, phrase[-1].span.end)
    named = _named(phrase, words, mentions)
    if named is not None:
        return Source(whole, named.span, Form.NAME, core)
    head = _head(phrase)
    if head.low == "own" and len(phrase) > 1:
        head = phrase[phrase.index(head) - 1]
    inside = next((m for m in mentions if m.span.overlaps(head.span)), None)
    form = inside.form if inside else (Form.NAME if head.capital else Form.NOUN)
    if form is Form.PRONOUN or is_title(head.text):
        form = Form.NOUN
    return Source(whole, inside.span if inside else head.span, form, core)


def _first_phrase(words: list[Token]) -> list[Token]:
    """The words up to the first comma, bracket or relative pronoun, article off."""
    start = 0
    while start < len(words) - 1 and words[start].low in DETERMINERS:
        start += 1
    end = start + 1
    while end < len(words):
        low = words[end].low
        if low in RELATIVE:
            break
        if not words[end].text[0].isalnum() and not _listed(words[start : end + 4], end - start):
            break
        end += 1
    return words[start:end]


def _listed(words: list[Token], comma: int) -> bool:
    """Whether a comma stands in a list of adjectives: "Velmaran, Tarkeshi and other officials"."""
    if words[comma].text != "," or comma != 1 or not words[0].capital:
        return False
    behind = [t.low for t in words[comma + 1 :]]
    return len(behind) > 1 and behind[1] in ("and", "or", ",") and words[comma + 1].capital


def _named(phrase: list[Token], words: list[Token], mentions: list[Mention]) -> Mention | None:
    """The person's name that a title or role ends in, or that stands in apposition to a role.

    "Deputy Chief of Staff of the Armed Forces General Orro": the last name that no preposition
    governs. "The keeper of the light, Ilse Orro,": the name behind the comma.
    """
    people = [m for m in mentions if m.form is Form.NAME and m.refers is Refers.PERSON]
    end = phrase[-1].span.end
    for mention in reversed(people):
        if mention.span.end >= end - 2 and mention.span.start < end:
            return mention if not _governed(phrase, mention.span) else None
    if phrase[-1].capital and not phrase[0].capital:
        return None
    behind = [t for t in words if t.span.start >= end]
    if len(behind) > 1 and behind[0].text == ",":
        return next(
            (
                m
                for m in people
                if m.span.start <= behind[1].span.start + _TITLE_ROOM
                and m.span.start >= behind[1].span.start
                and all(t.capital for t in behind[1:] if t.span.end <= m.span.start)
            ),
            None,
        )
    return None


_TITLE_ROOM = 40
"""Characters that titles before a name in apposition may take."""


def _governed(phrase: list[Token], name: Span) -> bool:
    """Whether the word before a name, its titles passed over, is a preposition or "and"."""
    before = [t for t in phrase if t.span.end <= name.start]
    if not before:
        return False
    last = before[-1]
    if last.low in ("and", "or"):
        return True
    return last.low in PREPOSITIONS or (last.low in DETERMINERS and len(before) > 1)


def _head(phrase: list[Token]) -> Token:
    """The last word before the first preposition: the noun that a phrase without a name is of."""
    for number, token in enumerate(phrase):
        if (
            number
            and token.low in PREPOSITIONS
            and not (token.low == "of" and phrase[number - 1].low in _COUNTS)
        ):
            return phrase[number - 1]
        if number and token.low in (
            "familiar",
            "close",
            "briefed",
            "involved",
            "speaking",
            "based",
        ):
            return phrase[number - 1]
    last = len(phrase) - 1
    while last and not phrase[last].capital and _ends_nothing(phrase[last].low):
        last -= 1  # a verb or "and" that was taken for the end of the phrase
    return phrase[last]


def _ends_nothing(word: str) -> bool:
    return word.endswith("ed") or word in ("and", "or")


_COUNTS = frozenset(
    """number majority handful dozens hundreds thousands lot group couple pair most many some
    several one two three half percent all both""".split()
)
"""Words before "of" that count what follows, which is then the head."""
