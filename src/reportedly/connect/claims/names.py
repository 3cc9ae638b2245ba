"""Names in a content: another place, person or body where the first has its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.distance import Levenshtein as Edits

from reportedly.connect.claims.findings import Effect, Finding, against
from reportedly.connect.claims.words import Word, Words

_TITLES = frozenset(
    "president premier prime minister senator sen rep representative governor gov mayor general"
    " gen colonel captain mr mrs ms dr king queen prince princess pope bishop judge justice"
    " secretary chancellor ambassador sir lord former acting chief director professor sheikh"
    " ayatollah pm monday tuesday wednesday thursday friday saturday sunday january february march"
    " april may june july august september october november december".split()
)
"""Words with capitals that are no names: titles before one, and what `quantities` compares."""
_LIKE = 0.75
"""Likeness of two spellings of one name, as share of letters that stay ("Gaddafi", "Qaddafi")."""
_LONGEST = 3
"""Full words of a stretch that can stand for another: longer ones are other sentences."""
_SHARED = 0.5
"""Share of the shorter content's full words that both have, from which words stand for words."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Full words of a content between those that both contents have."""

    words: Sequence[Word]
    before: Word | None
    after: Word | None

    def names(self, others: frozenset[str]) -> list[str]:
        """The names in it that the other content does not have in any form."""
        lowers = [word.lower for word in self.words if word.capital]
        return [n for n in lowers if n not in _TITLES and not any(_like(n, o) for o in others)]

    @property
    def joined(self) -> bool:
        """Whether it stands right beside a name that both have: "Piet" beside "Halvik"."""
        return any(word is not None and word.capital for word in (self.before, self.after))


def names(one: Words, other: Words, known: frozenset[str], others: frozenset[str]) -> list[Finding]:
    """Names of which each of the two has its own.

    `known` and `others` are the canonical names of those in the two contents: a name that is
    known on both sides is no difference, whatever it is called in the words.
    """
    mine, theirs = (tuple(word for word in content if word.full) for content in (one, other))
    same = _parts(known & others)
    left = frozenset(word.lower for word in mine) | same
    right = frozenset(word.lower for word in theirs) | same
    for first, second in _slots(mine, theirs):
        lone, odd = first.names(right), second.names(left)
        if lone and odd and not _initials(first, second):
            resolved = bool(known) and known == others
            alike = len(left & right) >= _SHARED * min(len(left), len(right)) and not resolved
            why = "names: " + against(" ".join(lone), " ".join(odd))
            return [
                Finding(Effect.APART if alike and _swapped(first, second) else Effect.DOUBT, why)
            ]
    return _only(known, others)


def _swapped(first: _Stretch, second: _Stretch) -> bool:
    """Whether one stretch stands for the other, and not beside it."""
    short = max(len(first.words), len(second.words)) <= _LONGEST
    return short and first.joined is second.joined


def _slots(mine: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Stretches of the first that stand where other stretches stand in the second."""
    blocks = Edits.opcodes([w.stem for w in mine], [w.stem for w in theirs])
    start, begin = 0, 0
    for block in blocks:
        if block.tag == "equal":
            if block.src_start > start and block.dest_start > begin:
                yield (
                    _stretch(mine, start, block.src_start),
                    _stretch(theirs, begin, block.dest_start),
                )
            start, begin = block.src_end, block.dest_end
    if len(mine) > start and len(theirs) > begin:
        yield _stretch(mine, start, len(mine)), _stretch(theirs, begin, len(theirs))


def _stretch(content: Sequence[Word], start: int, end: int) -> _Stretch:
    before = content[start - 1] if start else None
    return _Stretch(content[start:end], before, content[end] if end < len(content) else None)


def _like(name: str, other: str) -> bool:
    """Whether two words may be one name: short for it, or spelt otherwise, or of its people."""
    one, two = sorted((name.lower(), other.lower()), key=len)
    if one == two or (len(one) >= 2 and two.startswith(one)):
        return True
    if len(one) >= 4 and one[:4] == two[:4]:
        return True
    return Indel.normalized_similarity(one, two) >= _LIKE


def _initials(first: _Stretch, second: _Stretch) -> bool:
    """Whether the one is made of the first letters of the other ("BoE", "Bank of England")."""
    return any(
        _made_of(short.words[0].lower.lower(), long.words)
        for long, short in ((first, second), (second, first))
        if len(long.words) > 1 and len(short.words) == 1
    )


def _made_of(short: str, long: Sequence[Word]) -> bool:
    letters = "".join(w.lower.lower() if w.lower.isupper() else w.lower[0] for w in long)
    rest = iter(short)
    return len(short) - len(letters) in (0, 1) and all(letter in rest for letter in letters)


def _parts(names: frozenset[str]) -> frozenset[str]:
    return frozenset(part for name in names for part in name.lower().replace(".", "").split())


def _only(known: frozenset[str], others: frozenset[str]) -> list[Finding]:
    """Entities of which each of the two has its own, where no words stand for each other."""
    lone, odd = known - others, others - known
    if lone and odd and not _parts(lone) & _parts(odd):
        return [Finding(Effect.DOUBT, "names: " + against(min(lone), min(odd)))]
    return []
