"""From a ref to a number and back: what a record calls a thing, outside and inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Table, bindparam, select

from reportedly.schema import Ref
from reportedly.store import tables
from reportedly.store.forms import clean
from reportedly.store.session import IN, Session

_D = tables.documents


class Refs:
    """The refs of one table's rows.

    Args:
        session: the record's.
        table: `attributions` or `entities`: it has the columns `n`, `document` and `id`.
    """

    def __init__(self, session: Session, table: Table) -> None:
        self._session = session
        joined = table.join(_D, _D.c.n == table.c.document)
        found = select(table.c.n, table.c.id, _D.c.key).select_from(joined)
        self._of_numbers = found.where(table.c.n.in_(IN))
        self._of_document = found.where(_D.c.key == bindparam("document"), table.c.id.in_(IN))

    def numbers(self, refs: Iterable[Ref]) -> dict[Ref, int]:
        """The numbers by ref; refs to what the record lacks are left out."""
        wanted = defaultdict[str, list[str]](list)
        for ref in refs:
            wanted[ref.document].append(clean(ref.id))
        return {
            Ref(row.key, row.id): row.n
            for document, ids in wanted.items()
            for row in self._session.among(self._of_document, ids, {"document": clean(document)})
        }

    def refs(self, numbers: Iterable[int]) -> dict[int, Ref]:
        """The refs by number."""
        found = self._session.among(self._of_numbers, numbers)
        return {n: Ref(key, name) for n, name, key in found}
