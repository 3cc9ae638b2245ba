"""Search by words and filters, each engine's own index; ranked alike on both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, column, func, select, table, text

from reportedly.store import tables
from reportedly.store.attributions import Attributions
from reportedly.store.derive import act_mark, evidence_mark, negated_mark, range_marks
from reportedly.store.rows import Found, Hit, Matter, Query
from reportedly.store.session import IN, Session
from reportedly.store.words import (
    CARRIERS,
    MARKS,
    PUBLISHER,
    SPEAKER,
    TEXT,
    Clause,
    Term,
    fold,
    match,
    spellings,
    terms,
    tsquery,
)

POOL = 2_000
"""How many matches are ranked at most, the newest: 2,000 contents are read and ranked in 15 ms, and
a word that stands in every second attribution of a million must not take longer than a rare one."""

_T, _G, _E = tables.attributions, tables.groups, tables.entities
_WORDS = table("words", column("rowid"))
_NAMES = (
    select(_E.c.name)
    .join(_G, _G.c.item == _E.c.n)
    .where(_G.c.matter == Matter.ENTITY.value, _G.c.root.in_(IN))
    .union(select(_E.c.name).where(_E.c.n.in_(IN)))
)


class Search:
    """Search in a record's attributions."""

    def __init__(self, session: Session, attributions: Attributions) -> None:
        self._session = session
        self._attributions = attributions

    def __call__(self, query: Query, limit: int = 20) -> Found:
        """Find attributions by words and filters.

        All that match are found by the index, filters and all. Of these, the `POOL` that were
        added last are compared; `Found.all` says whether that was all of them. They are ranked by
        how often, how densely and how close together the words stand in the content (the part of
        BM25 that is not about rarity, with k1 = 1.2 and b = 0.75: as all words must stand in each,
        rarity makes no difference). Without words, the latest day comes first.

        Args:
            query: what to look for.
            limit: how many hits at most.

        Raises:
            StoreError: if the record cannot be read.
            ValueError: if `since` or `until` is no day.
        """
        with self._session.read():
            wanted, excluded = self._clauses(query)
            rows = self._session.rows(*self._pool(query, wanted, excluded))
            best = _ranked(rows[:POOL], [t for t in terms(query.words) if not t.excluded])[:limit]
            found = self._attributions.get(n for n, _ in best)
        hits = tuple(Hit(found[n], score) for n, score in best)
        return Found(hits, min(len(rows), POOL), len(rows) <= POOL)

    def speakers(self, words: str) -> frozenset[int] | None:
        """Entities that speak, one of whose names' words begin with each of some words.

        They are found by the name that speaks, the newest first; an alias is found elsewhere.

        Returns:
            Their numbers; None if there are more than can be told one by one, or no words.
        """
        wanted = [(SPEAKER, (Term(t.words, prefix=True),)) for t in terms(words)]
        if not wanted:
            return None
        rows = self._session.rows(*self._pool(Query(), wanted, ()))
        if len(rows) > POOL:
            return None
        spoken = select(_T.c.speaker).where(_T.c.n.in_(IN), _T.c.speaker.is_not(None)).distinct()
        return frozenset(row[0] for row in self._session.among(spoken, (row.n for row in rows)))

    def _clauses(self, query: Query) -> tuple[list[Clause], list[Clause]]:
        wanted = list(_filters(query))
        if query.speakers:
            named = self._session.among(_NAMES, sorted(query.speakers))
            options = [t for row in named for t in terms(f'"{row.name}"')]
            wanted.append((SPEAKER, tuple(dict.fromkeys(options)) or _NOTHING))
        excluded: list[Clause] = []
        for term in terms(query.words):
            (excluded if term.excluded else wanted).append((TEXT, spellings(term)))
        return wanted or [(MARKS, _ANY)], excluded

    def _pool(
        self, query: Query, wanted: Sequence[Clause], excluded: Sequence[Clause]
    ) -> tuple[Select[Any], dict[str, Any]]:
        """The statement that gives the newest matches, and its parameters."""
        found = select(_T.c.n, _T.c.content, _T.c.day)
        parameters: dict[str, Any] = {}
        order: ColumnElement[Any] = _T.c.n
        if self._session.sqlite:
            order = _WORDS.c.rowid
            found = found.select_from(_WORDS.join(_T, _T.c.n == order)).where(
                text("words MATCH :match")
            )
            parameters["match"] = match(wanted, excluded)
        for name in () if self._session.sqlite else ("words", "names"):
            asked = tsquery(wanted, excluded, text=name == "words")
            if asked is not None:
                found = found.where(text(f"{name} @@ to_tsquery('reportedly', :{name})"))
                parameters[name] = asked
        if query.speakers:
            found = found.where(_root(_T.c.speaker).in_(bindparam("roots", expanding=True)))
            parameters["roots"] = sorted(query.speakers)
        return found.order_by(order.desc()).limit(POOL + 1), parameters


_NOTHING = (Term(("negated2",)),)
_ANY = (Term(("negated0",)), Term(("negated1",)))
"""Marks that none, and every attribution has."""


def _root(entity: ColumnElement[Any]) -> ColumnElement[Any]:
    """The root of an entity's group: itself where it is in none."""
    root = select(_G.c.root).where(_G.c.matter == Matter.ENTITY.value, _G.c.item == entity)
    return func.coalesce(root.scalar_subquery(), entity)


def _filters(query: Query) -> Iterator[Clause]:
    names = ((SPEAKER, query.speaker), (CARRIERS, query.carrier), (PUBLISHER, query.publisher))
    for where, typed in names:
        for term in terms(typed):
            yield where, spellings(Term(term.words, term.prefix))
    if query.acts:
        yield MARKS, _marks(act_mark(act) for act in sorted(query.acts))
    if query.evidence:
        yield MARKS, _marks(evidence_mark(status) for status in sorted(query.evidence))
    if query.negated is not None:
        yield MARKS, _marks([negated_mark(negated=query.negated)])
    if query.since or query.until:
        yield MARKS, _marks(range_marks(query.since, query.until)) or _NOTHING


def _marks(words: Iterable[str]) -> tuple[Term, ...]:
    return tuple(Term((word,)) for word in words)


def _ranked(rows: Sequence[Any], wanted: Sequence[Term]) -> list[tuple[int, float]]:
    if not wanted:
        latest = sorted(rows, key=lambda row: (row.day or "", row.n), reverse=True)
        return [(row.n, 0.0) for row in latest]
    texts = [row.content if row.content.isascii() else fold(row.content) for row in rows]
    ranking = _Ranking(wanted, sum(map(len, texts)) / max(len(texts), 1))
    scored = [(row.n, ranking.score(text.lower())) for row, text in zip(rows, texts, strict=True)]
    return sorted(scored, key=lambda found: (found[1], found[0]), reverse=True)


@dataclass(frozen=True, slots=True, init=False)
class _Ranking:
    """How well a content answers to words that are known to be in it, in some form."""

    patterns: tuple[re.Pattern[str], ...]
    phrase: re.Pattern[str]
    average: float

    def __init__(self, wanted: Sequence[Term], average: float) -> None:
        sources = [_pattern(term) for term in wanted]
        object.__setattr__(self, "patterns", tuple(map(re.compile, sources)))
        object.__setattr__(self, "phrase", re.compile(r"\W+".join(sources)))
        object.__setattr__(self, "average", average or 1.0)

    def score(self, content: str) -> float:
        """The words' weight in a content in lower case; one more if they stand side by side."""
        length = 0.25 + 0.75 * len(content) / self.average
        counts = (len(pattern.findall(content)) for pattern in self.patterns)
        total = sum(count * 2.2 / (count + 1.2 * length) for count in counts)
        return total + (len(self.patterns) > 1 and self.phrase.search(content) is not None)


def _pattern(term: Term) -> str:
    """A regular expression for a term, in any of its spellings and nearly any form."""
    options = ([_stem(fold(word).lower()) for word in t.words] for t in spellings(term))
    parts = (r"\W+".join(rf"\b{re.escape(stem)}\w*" for stem in stems) for stems in options)
    return f"(?:{'|'.join(parts)})"


def _stem(word: str) -> str:
    """What a word's forms have in common at their beginning, nearly: for ranking alone."""
    return word if len(word) <= 4 else word[: max(4, len(word) - 3)]
