"""What things are to each other, from a run's connected tables into an empty record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.batch.lookup import fill
from reportedly.batch.numbering import Numbers, Whole
from reportedly.batch.reading import Run
from reportedly.batch.tables import GROUPS, LINKS
from reportedly.schema import RunError
from reportedly.store import Bulk, Matter
from reportedly.store.forms import dumps

_LINK, _GROUP = 300, 40
"""Bytes of a row."""


def fill_ties(run: Run, numbers: Numbers, bulk: Bulk) -> Iterator[str]:
    """Links and groups; yields what is in.

    Args:
        run: the tables; they are connected.
        numbers: of all that they hold.
        bulk: of the record.
    """
    ties = Ties(run, numbers)
    columns = ("matter", "a", "b", "verdict", "score", "reasons", "data")
    fill(bulk, "links", ties.links, columns, _LINK * run.count(LINKS), 3)
    yield "links"
    fill(bulk, "groups", ties.groups, ("matter", "item", "root"), _GROUP * run.count(GROUPS))
    yield "groups"


class Ties:
    """The rows, with numbers in the place of names, in any order.

    Args:
        run: the tables.
        numbers: of all that they hold.
    """

    def __init__(self, run: Run, numbers: Numbers) -> None:
        self._run = run
        self._numbers = numbers

    def links(self) -> Iterator[pa.Table]:
        """The program's verdicts on pairs."""
        for part in self._run.all(LINKS, LINKS.schema.names):
            a = self._numbered(part, "a_document", "a")
            b = self._numbered(part, "b_document", "b")
            if (a >= b).any():
                raise RunError("the tables have links that go from the later to the earlier")
            reasons = [_told(tuple(reasons)) for reasons in part["reasons"].to_pylist()]
            numbers = part.set_column(part.column_names.index("a"), "a", pa.array(a))
            numbers = numbers.set_column(part.column_names.index("b"), "b", pa.array(b))
            yield numbers.set_column(
                part.column_names.index("reasons"), "reasons", pa.array(reasons, pa.string())
            )

    def groups(self) -> Iterator[pa.Table]:
        """What is one and the same; which documents are copies, a record knows by their links."""
        for part in self._run.all(GROUPS, GROUPS.schema.names):
            kept = part.filter(pc.not_equal(part["matter"], Matter.REUSE.value))
            items = self._numbered(kept, "document", "item")
            roots = self._numbered(kept, "root_document", "root")
            found = [kept["matter"], pa.array(items), pa.array(roots)]
            yield pa.Table.from_arrays(found, names=["matter", "item", "root"])

    def _numbered(self, part: pa.Table, document: str, item: str) -> Whole:
        """The numbers of what rows name, each by its matter.

        Raises:
            RunError: if they name what the tables lack.
        """
        matters = part["matter"].to_numpy(zero_copy_only=False)
        places = self._numbers.documents.called(part[document].to_pylist())
        ids, found = part[item].to_pylist(), places + 1
        for matter in np.unique(matters):
            if matter != Matter.REUSE:
                wanted = np.flatnonzero(matters == matter)
                items = (
                    self._numbers.entities
                    if matter == Matter.ENTITY
                    else self._numbers.attributions
                )
                found[wanted] = items.numbers(places[wanted], [ids[at] for at in wanted])
        if not found.all():
            raise RunError("the connected tables name what the others lack: connect them anew")
        return found


@lru_cache(10_000)
def _told(reasons: tuple[str, ...]) -> str:
    """Reasons as a record holds them; most links have the same few."""
    return dumps(reasons)
