"""Naming: what a person types → what it is in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.record.ids import Known, parse
from reportedly.schema import NotHeldError, RunError
from reportedly.store import Matter, Store


@dataclass(frozen=True, slots=True)
class Named:
    """What an id is of, and its number in the record: of a group, the number of its root."""

    kind: Known
    n: int


def named(store: Store, name: str) -> Named:
    """What a name stands for.

    Args:
        store: the record.
        name: an id of the record; an attribution's id in its document, where one document alone
            has it; a document's digest, address or path.

    Raises:
        NotHeldError: if the record holds nothing of that name; it offers the nearest ids.
        RunError: if it holds several.
    """
    found = tuple(_all(store, name))
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(_shown(store, one) for one in found[:5])
        raise RunError(f"{name} stands for several: {listed}")
    raise NotHeldError(f"the record holds no {name!r:.80}{_offer(store, name)}")


def numbered(store: Store, name: str, *kinds: Known) -> int:
    """The number of what a name stands for, if it is of one of these kinds.

    Raises:
        NotHeldError: if the record holds nothing of that name, or it is of another kind.
        RunError: if it holds several.
    """
    found = named(store, name)
    if found.kind not in kinds:
        meant = " or ".join(_MEANT[kind] for kind in kinds)
        raise NotHeldError(f"{name:.80}: {meant} is meant")
    return found.n


_MEANT = {
    Known.DOCUMENT: "a document",
    Known.STATEMENT: "a statement",
    Known.CLAIM: "a claim",
    Known.NARRATIVE: "a narrative",
    Known.SPEAKER: "a speaker",
}


def is_id(name: str) -> bool:
    """Whether a name has the form of an id of a record, whether it holds it or not."""
    return parse(name) is not None


def _all(store: Store, name: str) -> Iterator[Named]:
    parsed = parse(name)
    if parsed is None or parsed[0] is Known.DOCUMENT:
        for row in store.documents.at(name):
            yield Named(Known.DOCUMENT, row.n)
        for attribution in store.attributions.by_id(name):
            yield Named(Known.STATEMENT, attribution.n)
        return
    kind, ref = parsed
    nouns = store.entities if kind is Known.SPEAKER else store.attributions
    numbers = nouns.numbers([ref]).values()
    if kind is Known.STATEMENT:
        yield from (Named(kind, n) for n in numbers)
    else:
        yield from (Named(kind, n) for n in store.groups.roots(_GROUPED[kind], numbers).values())


_GROUPED = {
    Known.SPEAKER: Matter.ENTITY,
    Known.CLAIM: Matter.CLAIM,
    Known.NARRATIVE: Matter.NARRATIVE,
}


def _shown(store: Store, one: Named) -> str:
    if one.kind is Known.DOCUMENT:
        return store.documents.get([one.n])[one.n].key
    ref = store.attributions.refs([one.n])[one.n]
    return f"{ref.document}/{ref.id}"


def _offer(store: Store, name: str) -> str:
    """The ids that are nearest to one that the record lacks, as the end of a sentence."""
    document = name.partition("/" if "/" in name else "-")[0]
    near: tuple[str, ...] = ()
    if parse(name) is not None or document[:1] in tuple("dcns"):
        key = f"d{document[1:]}"
        near = tuple(f"{name[:1]}{k[1:]}" for k in store.documents.near(key))
    elif name[:1] == "a":
        near = store.attributions.near(name)
    return f"; the nearest: {', '.join(near)}" if near else ""
