"""Narratives: claims of one story, found wherever something was added, at the end of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.connect.claims import Statement
from reportedly.connect.stories import story_keys
from reportedly.record.compared import ComparedStatements
from reportedly.record.pairs import of_one_story
from reportedly.record.recent import Recent
from reportedly.record.settling import settle
from reportedly.record.summaries import of_stories
from reportedly.store import LinkRow, Matter, Store

COMMON = 300
"""Documents from which a pair of parties is taken for a subject of the whole record ("the
President" and "the Senate"), and makes no story: it would make one of all of them."""

KEPT = 4_000
"""Documents, and pairs of parties, whose statements are kept in memory: 50 MB at ten statements a
document. The documents of one story are met again with each of its statements."""

BATCH = 200
"""Statements that are linked in one transaction."""


def settle_narratives(store: Store) -> None:
    """Link and group what was added since narratives were last settled.

    Raises:
        StoreError: if the record cannot be written to.
    """
    linker = _Stories(store)
    while marked := store.marks.first(Matter.STORY, BATCH):
        with store.write():
            store.links.put(Matter.NARRATIVE, linker.links(marked))
            store.marks.clear(Matter.STORY, marked)
            store.marks.add(Matter.NARRATIVE, marked)
    settle(store, Matter.NARRATIVE, of_stories)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement that can be of a story, with the keys of its pairs of parties."""

    statement: Statement
    keys: frozenset[int]


class _Stories:
    """Finds the statements that are of one story with some."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._compared = ComparedStatements(store)
        self._documents = Recent[int, dict[int, _Told]](KEPT, self._read)
        self._pairs = Recent[int, dict[int, Statement]](KEPT, self._naming)

    def links(self, numbers: tuple[int, ...]) -> Iterator[LinkRow]:
        for n, one in self._compared.of(numbers).items():
            pairs = self._pairs.of(story_keys(one.names)).values()
            others = {number: other for pair in pairs for number, other in pair.items()}
            others.pop(n, None)
            if others:
                yield from _linked(n, one, others)

    def _naming(self, keys: list[int]) -> dict[int, dict[int, Statement]]:
        """The statements that name each pair of parties; none, where it is a common subject."""
        held = self._store.fingerprints.holders(keys)
        return {
            key: {
                n: told.statement
                for document in self._documents.of(held.get(key, ())).values()
                for n, told in document.items()
                if key in told.keys
            }
            if len(held.get(key, ())) <= COMMON
            else {}
            for key in keys
        }

    def _read(self, documents: list[int]) -> dict[int, dict[int, _Told]]:
        return {
            document: {n: _Told(one, story_keys(one.names)) for n, one in statements.items()}
            for document, statements in self._compared.in_documents(documents).items()
        }


def _linked(n: int, one: Statement, others: Mapping[int, Statement]) -> Iterator[LinkRow]:
    for number, found in zip(others, of_one_story(one, [*others.values()]), strict=True):
        if found is not None:
            yield found.link(n, number)
