"""What people type to find words, in the language of each engine's own search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_PART = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')
_TOKEN = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]")

TEXT, SPEAKER, CARRIERS, PUBLISHER, MARKS = range(5)
"""Where a word stands: content, source or speaker's name; or in one of the others alone."""

_COLUMNS = (
    "{content source speaker_name}",
    "{speaker_name}",
    "{carriers}",
    "{publisher}",
    "{marks}",
)
_WEIGHTS = ("", "A", "B", "C", "D")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side.

    Args:
        words: one or several.
        prefix: the last one is a beginning.
        excluded: they must not be there.
    """

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False


def terms(typed: str) -> tuple[Term, ...]:
    """The terms that people's words name; what holds no letter or digit is passed over."""
    found = []
    for minus, quoted, minus_too, bare in _PART.findall(typed):
        words = tuple(_TOKEN.findall(quoted or bare))
        if words:
            prefix = bare.endswith("*")
            found.append(Term(words, prefix, excluded=bool(minus or minus_too)))
    return tuple(found)


def spellings(term: Term) -> tuple[Term, ...]:
    """A term, and its other spelling if it is short for something: "US" and "U.S."."""
    if len(term.words) == 1 and term.words[0].isupper() and 2 <= len(term.words[0]) <= 5:
        return term, replace(term, words=tuple(term.words[0]))
    if len(term.words) > 1 and all(len(word) == 1 for word in term.words):
        return term, replace(term, words=("".join(term.words),))
    return (term,)


Clause = tuple[int, tuple[Term, ...]]
"""Where words stand, and which: one of them at least."""


def match(clauses: Iterable[Clause], excluded: Iterable[Clause]) -> str:
    """The clauses that all must hold, and those that must not, as FTS5 takes them.

    Args:
        clauses: at least one.
        excluded: may be none.
    """
    wanted = " AND ".join(_match(clause) for clause in clauses)
    return "".join([f"({wanted})", *(f" NOT {_match(clause)}" for clause in excluded)])


def _match(clause: Clause) -> str:
    where, options = clause
    found = " OR ".join(f'"{" ".join(t.words)}"{" *" * t.prefix}' for t in options)
    return f"{_COLUMNS[where]} : ({found})"


def tsquery(clauses: Iterable[Clause], excluded: Iterable[Clause], *, text: bool) -> str | None:
    """The same as PostgreSQL takes it, for one of its two columns; None if nothing is asked of it.

    Args:
        clauses: all must hold.
        excluded: none may hold.
        text: for the column `words`, which `TEXT` is in; else for `names`, which has the others.
    """
    found = [_tsquery(clause) for clause in clauses if (clause[0] == TEXT) is text]
    found += [f"!{_tsquery(clause)}" for clause in excluded if (clause[0] == TEXT) is text]
    return " & ".join(found) or None


def _tsquery(clause: Clause) -> str:
    where, options = clause
    return "(" + " | ".join("(" + " <-> ".join(_lexemes(where, t)) + ")" for t in options) + ")"


def _lexemes(where: int, term: Term) -> Iterator[str]:
    for place, word in enumerate(term.words):
        star = "*" * (term.prefix and place == len(term.words) - 1)
        label = star + _WEIGHTS[where]
        yield f"'{fold(word)}'" + (f":{label}" if label else "")


def fold(text: str) -> str:
    """Text without accents, as both engines look it up."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
