"""Relinking: documents that came from another record, connected with what this one holds.

An export's links are those of the record that it came from. Where it is read into a record that
holds other documents, each new document is taken out again and added as if it had been read anew,
in one transaction. The marks on those that are left outlive the program.
"""

from __future__ import annotations

from reportedly.record.linking import Linker
from reportedly.record.prepare import load_preparer
from reportedly.store import Matter, Store


def relink(store: Store) -> int:
    """Connect the documents that are marked as not connected; how many there were.

    Raises:
        RunError: if the record cannot be written to, or the weights cannot be loaded.
    """
    if not store.marks.first(Matter.REUSE, 1):
        return 0
    prepare, linker, count = load_preparer(), Linker(store), 0
    while marked := store.marks.first(Matter.REUSE):
        for n in marked:
            with store.write():
                for row in store.documents.get([n]).values():
                    places, found = store.documents.places(n), store.documents.extraction(n)
                    store.documents.remove(n)
                    added = linker.add(prepare(found), row.added_at)
                    for place in places:
                        store.documents.place(added.n, place)
                store.marks.clear(Matter.REUSE, [n])
            count += 1
    return count
