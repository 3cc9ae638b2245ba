"""Roles: what the text says that a person is, beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.resolve.speakers.token import Token, tokens, tokens_back, word_end
from reportedly.resolve.speakers.words import (
    CALENDAR,
    COUPLES,
    DETERMINERS,
    PREPOSITIONS,
    TITLES,
    bare_name,
    names_person,
)
from reportedly.schema import Phrase, Span, phrase

_BEFORE = 120
"""Characters before a name in which its role may begin."""
_AFTER = 160
"""Characters behind a name in which an apposition may end."""
CIVIL = frozenset("mr mrs ms miss dr sir madame herr frau monsieur señor".split())
_STOPS = re.compile(
    r"^(?:and|or|but|that|if|as|when|while|said|says|told|tells|wrote|is|are|was|were|be|been|has"
    r"|have|had|who|which|than|then|not|also|did|does|do|will|would|may|might|can|could|should|made"
    r"|met|gave|saw|got|put|let|set|quoted|asked|\w+ed|\w{3,}ing)$",
    re.IGNORECASE,
)
_ADJECTIVES = frozenset("retired acting leading ranking serving elected appointed seasoned".split())
_OUTSIDE = DETERMINERS | PREPOSITIONS
_LEADING = _OUTSIDE | COUPLES
_PARTY = re.compile(r"\s*,?\s*\(?([RDI]-[A-Z][\w.]*(?: [A-Z][\w.]*)?)\)?")


@lru_cache(maxsize=1024)  # asked for to tell people apart, and again to list their roles
def roles_of(text: str, name: Span) -> tuple[Phrase, ...]:
    """What stands around one mention of a name: a role before it, an apposition behind it."""
    return (*_before(text, name), *_behind(text, name))


def said_roles(text: str, name: Span) -> str:
    """Roles around a name, and the titles within it."""
    words = name.read(text)
    parts = words.split()
    titles = parts[: max(0, len(parts) - len(bare_name(words)))]
    return " ".join((*titles, *(role.text for role in roles_of(text, name))))


def _before(text: str, name: Span) -> Iterator[Phrase]:
    start = max(0, name.start - _BEFORE)
    if start > 0 and not text[start - 1].isspace():  # the first word is cut
        start = word_end(text, start, name.start)
    kept: list[Token] = []
    for token in tokens_back(text, start, name.start):
        gap = text[token.span.end : kept[-1].span.start if kept else name.start]
        if gap.strip() or "\n" in gap or not _in_role(token, kept):
            break
        kept.append(token)
    kept.reverse()
    while kept and (kept[0].low in _LEADING):
        kept = kept[1:]
    yield from _split(text, kept, name)


def _in_role(token: Token, behind: list[Token]) -> bool:
    """Whether a word may belong to a role, given the words between it and the name."""
    if not token.text[0].isalnum() or _ends_sentence(token):
        return False
    if token.capital:
        return token.low.rstrip(".") not in CALENDAR
    if token.low in ("of", "for", "the", "to") and behind:
        return behind[-1].capital or behind[-1].low == "the"
    if token.low in _OUTSIDE or _STOPS.match(token.low):
        return token.low in _ADJECTIVES
    return True


def _ends_sentence(token: Token) -> bool:
    """Whether a full stop behind a word ends its sentence, and shortens no title or initial."""
    word = token.low.rstrip(".")
    if token.text.endswith(("?", "!")):
        return True
    return token.text.endswith(".") and len(word) > 1 and (word not in TITLES or len(word) > 4)


def _split(text: str, kept: list[Token], name: Span) -> Iterator[Phrase]:
    """The role, and the rank that stands between it and the name, if there is one."""
    rank: list[Token] = []
    while kept and kept[-1].low.rstrip(".") in TITLES and len(kept) > 1:
        rank.insert(0, kept.pop())
    kept = _one_role(kept)
    whole = [*kept, *rank]
    if not whole or not any(_says_role(t) for t in whole):
        return
    if (
        rank
        and any(_says_role(t) for t in kept)
        and " of " in text[kept[0].span.start : name.start]
    ):
        yield phrase(text, Span(kept[0].span.start, kept[-1].span.end))
        whole = rank
    span = Span(whole[0].span.start, whole[-1].span.end)
    if not all(t.low.rstrip(".") in CIVIL for t in whole):
        yield phrase(text, span)


def _one_role(kept: list[Token]) -> list[Token]:
    """A role from its noun on: not "test for Senator", but "Senator", and "head of police"."""
    at = next((n for n, t in enumerate(kept) if t.low in PREPOSITIONS | {"to"}), 0)
    if not at or any(_says_role(t) for t in kept[:at]):
        return kept
    return _one_role([t for n, t in enumerate(kept) if n > at])


def _says_role(token: Token) -> bool:
    low = token.low.rstrip(".")
    if low in TITLES or low in _OFFICES:
        return True
    return not token.capital and names_person(low)


_OFFICES = frozenset(
    """president minister secretary senator director chairman chairwoman chair speaker chief head
    commander officer spokesman spokeswoman spokesperson editor professor nominee candidate leader
    governor mayor analyst advisor adviser strategist manager founder owner host anchor""".split()
)


def _behind(text: str, name: Span) -> Iterator[Phrase]:
    party = _PARTY.match(text, name.end)
    if party:
        yield phrase(text, Span(*party.span(1)))
    found = _APPOSITION.match(text, name.end, min(len(text), name.end + _AFTER))
    if not found:
        return
    words = tokens(text, Span(*found.span(1)))
    head = next((n for n, t in enumerate(words) if n and t.low in PREPOSITIONS), len(words)) - 1
    if not words or _another_name(words) or _STOPS.match(words[0].low):
        return
    if _says_role(words[max(head, 0)]):
        first = next((t for t in words if t.low not in DETERMINERS), words[0])
        yield phrase(text, Span(first.span.start, words[-1].span.end))


def _another_name(words: list[Token]) -> bool:
    """Whether what stands behind a name goes on with another: "Orro, Bram Tolliver and others"."""
    first, rest = words[0], words[1:2]
    if not first.capital or not all(t.capital for t in rest):
        return False
    return not (_says_role(first) or any(map(_says_role, rest)) or _NATION.search(first.text))


_NATION = re.compile(r"(?:an|ese|ish|ic|ch|i|['’]s)$")
_APPOSITION = re.compile(
    r"\s?,\s((?:[^,.;:()“”\"\n]|\.(?=[A-Za-z]))+?)(?=\s?(?:,|[.;:](?:\s|$)|\n|$))"
)
