"""Names in a content: another place, person or body where the first has its own."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel
from rapidfuzz.distance import Levenshtein as Edits

from reportedly.connect.claims.findings import Effect, Finding, Words, against

_TITLES = frozenset(
    "president premier prime minister senator sen rep representative governor gov mayor general gen"
    " colonel captain mr mrs ms dr king queen prince princess pope bishop judge justice secretary"
    " chancellor ambassador sir lord former acting chief director professor sheikh"
    " ayatollah".split()
)
"""Words before a name that are no part of it."""
_LIKE = 0.75
"""Likeness of two spellings of one name, as share of letters that stay ("Gaddafi", "Qaddafi")."""


def names(one: Words, other: Words, known: frozenset[str], others: frozenset[str]) -> list[Finding]:
    """Names of which each of the two has its own.

    `known` and `others` are the canonical names of those in the two contents: a name that is
    known on both sides is no difference, whatever it is called in the words.
    """
    same = _parts(known & others)
    mine = {w.lower for w in one if w.capital and w.full} - same - _TITLES
    theirs = {w.lower for w in other if w.capital and w.full} - same - _TITLES
    all_mine, all_theirs = {w.lower for w in one}, {w.lower for w in other}
    for left, right in _slots(one, other):
        lone = [w for w in left if w in mine and not _has(all_theirs, w)]
        odd = [w for w in right if w in theirs and not _has(all_mine, w)]
        if lone and odd and not _short(left, right) and not _resolved(lone, odd, known, others):
            return [Finding(Effect.APART, "names: " + against(" ".join(lone), " ".join(odd)))]
    return _only(known, others)


def _slots(one: Words, other: Words) -> Iterator[tuple[list[str], list[str]]]:
    """Stretches of the first that stand where other stretches stand in the second."""
    mine = [w.stem for w in one if w.full]
    theirs = [w.stem for w in other if w.full]
    left = [w.lower for w in one if w.full]
    right = [w.lower for w in other if w.full]
    start, begin = 0, 0
    for block in (*Edits.opcodes(mine, theirs), None):
        if block is not None and block.tag != "equal":
            continue
        end, until = (block.src_start, block.dest_start) if block else (len(left), len(right))
        if end > start and until > begin:
            yield left[start:end], right[begin:until]
        if block:
            start, begin = block.src_end, block.dest_end


def _has(others: set[str], name: str) -> bool:
    return any(
        name == o
        or (name.startswith(o[:4]) and o.startswith(name[:4]) and min(len(name), len(o)) >= 4)
        or Indel.normalized_similarity(name, o) >= _LIKE
        for o in others
    )


def _short(left: list[str], right: list[str]) -> bool:
    """Whether the one is made of the first letters of the other ("IS", "Islamic State")."""
    return any(
        "".join(word[0] for word in long) == "".join(short)
        for long, short in ((left, right), (right, left))
        if len(long) > 1
    )


def _resolved(
    lone: list[str], odd: list[str], known: frozenset[str], others: frozenset[str]
) -> bool:
    """Whether the entities are known to be the same, so that only the words for them differ."""
    return bool(known) and known == others and not _parts(known) & ({*lone} | {*odd})


def _parts(names: frozenset[str]) -> set[str]:
    return {part for name in names for part in name.lower().replace(".", "").split()}


def _only(known: frozenset[str], others: frozenset[str]) -> list[Finding]:
    lone, odd = known - others, others - known
    if lone and odd and not _like(lone, odd):
        return [Finding(Effect.DOUBT, "names: " + against(min(lone), min(odd)))]
    return []


def _like(lone: frozenset[str], odd: frozenset[str]) -> bool:
    """Whether one of the names is part of one of the others ("Clinton", "Hillary Clinton")."""
    return bool(_parts(lone) & _parts(odd))
