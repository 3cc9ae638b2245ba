"""Claims, read from the record: their statements, sides, and independent origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.connect.origins import Judgements, origins
from reportedly.record.answers import (
    Claim,
    Counted,
    Headline,
    Independent,
    Outline,
    Stand,
    Statement,
)
from reportedly.record.ids import Known, group_id, parse, statement_id
from reportedly.record.sides import DENIALS, asserting, held_sides
from reportedly.record.statements import Names, Statements
from reportedly.record.utterances import Utterances
from reportedly.schema.origins import Origins
from reportedly.store import AttributionRow, Matter, Store, Summary


@dataclass(frozen=True, slots=True)
class _Part:
    """A claim while it is read: its statements by day, how they stand to it, and its summary."""

    root: int
    rows: Sequence[AttributionRow]
    stands: Mapping[int, Stand]
    summary: Summary | None

    @property
    def label(self) -> str:
        if self.summary is not None:
            return self.summary.label
        return next(row.content for row in self.rows if row.n == self.root)

    @property
    def asserting(self) -> Sequence[AttributionRow]:
        """Those that it comes from: a denial is no origin of it, unless there is no more."""
        return asserting(self.rows, self.stands)


class Claims:
    """Claims, read from the record.

    Args:
        store: the record.
        statements: reads their statements.
    """

    def __init__(self, store: Store, statements: Statements) -> None:
        self._store = store
        self._statements = statements
        self._utterances = Utterances(store, statements)

    def called(self, names: Iterable[str]) -> list[Claim]:
        """The claims of ids that the record has given."""
        refs = [parsed[1] for name in names if (parsed := parse(name))]
        numbers = self._store.attributions.numbers(refs)
        return self.containing(numbers[ref] for ref in refs)

    def containing(self, numbers: Iterable[int]) -> list[Claim]:
        """The claims that attributions belong to, each once, in their order."""
        listed = list(numbers)
        roots = self._store.groups.roots(Matter.CLAIM, listed)
        return self.of(dict.fromkeys(roots[n] for n in listed))

    def at_once(self, roots: Iterable[int]) -> list[Claim]:
        """The same as `of`, from one state of the record."""
        with self._store.read():
            return self.of(roots)

    def of(self, roots: Iterable[int]) -> list[Claim]:
        """The claims of roots, in their order, with all their statements, by day."""
        parts = list(self._parts(roots))
        every = [row for part in parts for row in part.rows]
        stands = {n: stand for part in parts for n, stand in part.stands.items()}
        names = self._statements.names(every)
        said = iter(self._statements.named(every, names, stands))
        counted = map(_counted, self._origins(parts, names))
        narratives = self._narratives(part.root for part in parts)
        return [
            _claim(part, tuple(next(said) for _ in part.rows), origin, narratives.get(part.root))
            for part, origin in zip(parts, counted, strict=True)
        ]

    def origins(self, roots: Iterable[int]) -> dict[int, Origins]:
        """Where the claims of roots come from, by root."""
        parts = list(self._parts(roots))
        names = self._statements.names(row for part in parts for row in part.rows)
        found = self._origins(parts, names)
        return {part.root: one for part, one in zip(parts, found, strict=True)}

    def stands(
        self, claims: Mapping[int, Mapping[int, AttributionRow]]
    ) -> dict[int, dict[int, Stand]]:
        """How some statements stand to their claims.

        Args:
            claims: the statements by number, by the roots of their claims.
        """
        return held_sides(self._store, claims, self._store.groups.summaries(Matter.CLAIM, claims))

    def outlines(self, roots: Iterable[int]) -> list[Outline]:
        """Claims without their statements, in the order of their roots, from one state."""
        with self._store.read():
            listed = list(roots)
            several = self._store.groups.summaries(Matter.CLAIM, listed)
            alone = self._store.attributions.get(root for root in listed if root not in several)
        return [
            _outline(several[root]) if root in several else _alone_outline(alone[root])
            for root in listed
        ]

    def headlines(self, roots: Iterable[int]) -> list[Headline]:
        """Claims as lists show them, in the order of their roots."""
        listed = list(roots)
        several = self._store.groups.summaries(Matter.CLAIM, listed)
        alone = self._store.attributions.get(root for root in listed if root not in several)
        return [
            Headline(s.id, s.label, s.size, s.first, s.last)
            if (s := several.get(root))
            else _alone(alone[root])
            for root in listed
        ]

    def _parts(self, roots: Iterable[int]) -> Iterator[_Part]:
        members = self._store.groups.members(Matter.CLAIM, roots)
        rows = self._store.attributions.get(n for held in members.values() for n in held)
        summaries = self._store.groups.summaries(Matter.CLAIM, members)
        held = {r: {n: rows[n] for n in ns if n in rows} for r, ns in members.items()}
        stands = held_sides(self._store, held, summaries)
        for root, own in held.items():
            ordered = sorted(own.values(), key=lambda row: (row.day or "9999", row.ref))
            yield _Part(root, ordered, stands[root], summaries.get(root))

    def _origins(self, parts: Iterable[_Part], names: Names) -> Iterator[Origins]:
        claims = [part.asserting for part in parts]
        judgements = self._judged({row.ref.document for rows in claims for row in rows})
        for said in self._utterances.of(claims, names):
            yield origins(said, judgements)

    def _judged(self, documents: Iterable[str]) -> Judgements:
        """What people decided on whether two statements are one utterance."""
        found = self._store.judgements.about(Matter.ORIGIN, documents)
        return {(j.a, j.b): j.verdict for j in found}

    def _narratives(self, roots: Iterable[int]) -> dict[int, str]:
        """The ids of the narratives that claims are part of, by root; none has one claim alone."""
        tops = self._store.groups.held(Matter.NARRATIVE, roots)
        summaries = self._store.groups.summaries(Matter.NARRATIVE, set(tops.values()))
        return {root: summaries[top].id for root, top in tops.items() if top in summaries}


def _claim(
    part: _Part, said: tuple[Statement, ...], counted: Counted, narrative: str | None
) -> Claim:
    days = [row.day for row in part.rows if row.day]
    root = next(row for row in part.rows if row.n == part.root)
    return Claim(
        id=group_id(Known.CLAIM, root.ref),
        label=part.label,
        attributions=said,
        documents=_once(s.document for s in said),
        publishers=_once(s.publisher for s in said),
        speakers=tuple(_speakers(said).values()),
        origins=counted,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        narrative=narrative,
    )


def _outline(s: Summary) -> Outline:
    counts = (s.size, s.documents, s.publishers, s.speakers)
    denials = s.data.get(DENIALS)
    known = denials if isinstance(denials, int) else None
    return Outline(s.id, s.label, *counts, known, s.first, s.last)


def _alone_outline(row: AttributionRow) -> Outline:
    counts = (1, 1, int(bool(row.publisher)), int(row.speaker is not None))
    return Outline(group_id(Known.CLAIM, row.ref), row.content, *counts, 0, row.day, row.day)


def _alone(row: AttributionRow) -> Headline:
    return Headline(group_id(Known.CLAIM, row.ref), row.content, 1, row.day, row.day)


def _speakers(said: Iterable[Statement]) -> dict[str, str]:
    """Those who are heard, each by the name that it is first given; by their ids."""
    found: dict[str, str] = {}
    for one in said:
        if one.speaker and one.speaker_id:
            found.setdefault(one.speaker_id, one.speaker)
    return found


def _counted(found: Origins) -> Counted:
    return Counted(
        found.least,
        found.most,
        tuple(
            Independent(
                o.label,
                o.known,
                o.speakers,
                tuple(map(statement_id, o.members)),
                (*o.receipts, *o.why),
                o.goes_back_to,
            )
            for o in found.groups
        ),
    )


def _once(names: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, in order of appearance."""
    return tuple(dict.fromkeys(name for name in names if name))
