"""Claims, read from the record: their statements, sides, and independent origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.connect.origins import Judgements, origins
from reportedly.record.answers import Claim, Counted, Headline, Independent, Stand, Statement
from reportedly.record.ids import Known, group_id, parse, statement_id
from reportedly.record.sides import sides
from reportedly.record.statements import Statements
from reportedly.record.utterances import Utterances
from reportedly.schema import Verdict
from reportedly.schema.origins import Origins
from reportedly.store import AttributionRow, Matter, Store


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

    def containing(self, numbers: Iterable[int]) -> list[Claim]:
        """The claims that attributions belong to, each once, in their order."""
        listed = list(numbers)
        roots = self._store.groups.roots(Matter.CLAIM, listed)
        return [self.of(root) for root in dict.fromkeys(roots[n] for n in listed)]

    def called(self, names: Iterable[str]) -> list[Claim]:
        """The claims of ids that the record has given."""
        refs = [parsed[1] for name in names if (parsed := parse(name))]
        numbers = self._store.attributions.numbers(refs)
        return self.containing(numbers[ref] for ref in refs)

    def roots(self, numbers: Iterable[int]) -> dict[int, int]:
        """The roots of the claims that attributions belong to; what is part of none is left out.

        A content of one or two words says nothing by itself: it has no vector, and no claim.
        """
        roots = self._store.groups.roots(Matter.CLAIM, numbers)
        alone = self._store.groups.alone(Matter.CLAIM, roots)
        silent = set(alone) - self._store.vectors.cells(alone).keys()
        return {n: root for n, root in roots.items() if n not in silent}

    def stands(self, root: int) -> dict[int, Stand]:
        """How each statement of a claim stands to it, by number."""
        members = self._store.groups.members(Matter.CLAIM, [root])[root]
        rows = self._store.attributions.get(members)
        return sides(rows, self._store.links.of(Matter.CLAIM, members, Verdict.SAME))

    def headline(self, root: int) -> Headline:
        """The claim of a root as lists show it."""
        name = group_id(Known.CLAIM, self._store.attributions.refs([root])[root])
        found = self._store.groups.summaries(Matter.CLAIM, [root]).get(root)
        if found is not None:
            return Headline(name, found.label, found.size, found.first, found.last)
        (row,) = self._store.attributions.get([root]).values()
        return Headline(name, row.content, 1, row.day, row.day)

    def of(self, root: int) -> Claim:
        """The claim of a root, with all its statements, by day."""
        members = self._store.groups.members(Matter.CLAIM, [root])[root]
        rows = self._store.attributions.get(members)
        links = self._store.links.of(Matter.CLAIM, members, Verdict.SAME)
        ordered = sorted(rows.values(), key=lambda row: (row.day or "9999", row.ref))
        stands = sides(rows, links)
        said = self._statements.of(ordered, stands)
        summary = self._store.groups.summaries(Matter.CLAIM, [root]).get(root)
        days = [row.day for row in ordered if row.day]
        return Claim(
            id=group_id(Known.CLAIM, rows[root].ref),
            label=summary.label if summary else rows[root].content,
            attributions=tuple(said),
            documents=_once(s.document for s in said),
            publishers=_once(s.publisher for s in said),
            speakers=tuple(_speakers(said).values()),
            origins=self._origins(_asserting(ordered, stands)),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            narrative=self._narrative(root),
        )

    def _narrative(self, root: int) -> str | None:
        """The id of the narrative that a claim is part of, if it has other claims too."""
        top = self._store.groups.roots(Matter.NARRATIVE, [root])[root]
        members = self._store.groups.members(Matter.NARRATIVE, [top])[top]
        if len(set(self._store.groups.roots(Matter.CLAIM, members).values())) < 2:
            return None
        return group_id(Known.NARRATIVE, self._store.attributions.refs([top])[top])

    def _origins(self, rows: Sequence[AttributionRow]) -> Counted:
        return _counted(origins(self._utterances.of(rows), self._judged(rows)))

    def _judged(self, rows: Sequence[AttributionRow]) -> Judgements:
        """What people decided on whether two of the statements are one utterance."""
        documents = {row.ref.document for row in rows}
        found = self._store.judgements.about(Matter.ORIGIN, documents)
        return {(j.a, j.b): j.verdict for j in found}


def _asserting(
    rows: Sequence[AttributionRow], stands: Mapping[int, Stand]
) -> Sequence[AttributionRow]:
    """Those that a claim comes from: a denial of it is no origin of it, unless there is no more."""
    return [row for row in rows if stands[row.n] is not Stand.DENIES] or rows


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
