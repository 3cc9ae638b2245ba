"""Together: sources that name several people one by one ("Ilse Orro and the mayor said").

They speak as one group. What only shares a noun ("Velmaran and Tarkeshi officials"), stands in
one name ("Bread and Water") or in an apposition ("Ilse Orro, diver and mayor") is no such list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.resolve.speakers.token import Token
from reportedly.resolve.speakers.words import (
    DETERMINERS,
    PLURAL,
    PREPOSITIONS,
    RELATIVE,
    is_plural,
    words_of,
)
from reportedly.schema import Form, Mention, Refers, Span

_JOINTS = ("and", "&")
_OTHERS = frozenset(
    """he she they i we you him her them others other another several many some most two three four
    five six seven eight nine ten dozens hundreds thousands""".split()
)
_FIRM = frozenset("co company sons partners associates brothers daughters".split())
"""Behind "and" they end a firm's name ("Orro and Sons")."""
_TITLE_WORDS = 7
"""Words of titles at most between "and" and a name."""


@dataclass(frozen=True, slots=True)
class Together:
    """Several who are named one by one.

    Args:
        joint: the "and" before the last of them.
        end: where the last one's noun phrase ends.
        members: the last word of each, in lower case, sorted.
    """

    joint: Span
    end: int
    members: tuple[str, ...]


def together(words: Sequence[Token], mentions: Sequence[Mention]) -> Together | None:
    """The list that a source's words begin with; None if it names one, or a kind of people."""
    end = next((n for n, t in enumerate(words) if n and _closes(t)), len(words))
    for number in range(1, end - 1):
        token = words[number]
        if (
            token.low not in _JOINTS
            or words[number + 1].low in _FIRM
            or any(token.span.within(m.span) for m in mentions)
        ):
            continue
        left, right = words[:number], words[number + 1 : end]
        last = _last(left, right, mentions)
        firsts = _firsts(left, mentions)
        if last is not None and firsts:
            heads = sorted({w for w in (*firsts, last.low) if w})
            return Together(token.span, last.span.end, tuple(heads))
    return None


def _closes(token: Token) -> bool:
    return token.low in RELATIVE or token.text[0] in "([—–:;"


def _last(
    left: Sequence[Token], right: Sequence[Token], mentions: Sequence[Mention]
) -> Token | None:
    """The last word of what stands behind "and", if it is somebody by himself."""
    name = _name_after(right, mentions)
    if name is not None:
        inside = [t for t in right if t.span.overlaps(name)]
        behind = [t for t in right if t.span.start >= name.end]
        owner = inside[-1].low != inside[-1].text.lower()
        alone = not behind or not behind[0].text[0].isalnum() or behind[0].low in PREPOSITIONS
        described = inside[0] is not right[0] and right[0].low not in DETERMINERS
        shared = described and not _is_person(left, mentions)  # "writer and former pilot Ilse Orro"
        return inside[-1] if alone and not owner and not shared else None
    phrase = _phrase(right)
    if right[0].low in DETERMINERS | _OTHERS:
        return phrase[-1] if phrase else right[0]
    both = _several(left[-1]) and phrase and _several(phrase[-1])
    return phrase[-1] if both else None


def _several(token: Token) -> bool:
    return not token.capital and is_plural(token.low) and token.low not in PLURAL


def _phrase(words: Sequence[Token]) -> Sequence[Token]:
    """Words up to the first comma or preposition."""
    end = next(
        (n for n, t in enumerate(words) if not t.text[0].isalnum() or t.low in PREPOSITIONS),
        len(words),
    )
    return words[:end]


def _name_after(right: Sequence[Token], mentions: Sequence[Mention]) -> Span | None:
    """The name that follows, with nothing but its titles before it."""
    stretch = Span(right[0].span.start, right[-1].span.end)
    for mention in mentions:
        if mention.form is Form.NAME and mention.span.within(stretch):
            before = [t for t in right if t.span.end <= mention.span.start]
            plain = all(t.text[0].isalnum() and t.low not in PREPOSITIONS for t in before)
            return mention.span if plain and len(before) <= _TITLE_WORDS else None
    return None


def _firsts(left: Sequence[Token], mentions: Sequence[Mention]) -> list[str]:
    """The last word of each that stands before "and"; none if that is no list."""
    closed = left[-1].text == ","
    parts = _parts(left[:-1] if closed else left)
    if len(parts) > 1 and not all(_is_name(part, mentions) for part in parts):
        # an apposition, which a comma must have closed
        return words_of(parts[0][-1].text) if closed and len(parts) == 2 and parts[0] else []
    if any(t.low in PREPOSITIONS for t in left) and not closed:
        return []
    return [words_of(part[-1].text)[-1] for part in parts if words_of(part[-1].text)]


def _parts(words: Sequence[Token]) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for token in words:
        if token.text == ",":
            found.append([])
        else:
            found[-1].append(token)
    return [part for part in found if part]


def _is_person(part: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    last = part[-1].span
    return any(m.refers is Refers.PERSON and last.overlaps(m.span) for m in mentions)


def _is_name(part: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    last = part[-1].span
    return any(m.form is Form.NAME and last.overlaps(m.span) for m in mentions)
