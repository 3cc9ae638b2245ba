"""Who speaks: lists of speakers over all documents, and each by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.connect.entities import fold, keys
from reportedly.record.answers import SpeakerAnswer
from reportedly.record.ids import Known, group_id
from reportedly.record.paging import sizes
from reportedly.record.who import unpacked, who
from reportedly.schema import EntityType, Profile, Ref
from reportedly.store import AttributionRow, EntityRow, Matter, Store, Summary

PAGE = 200
"""Speakers that are read at a time."""


def speakers(
    store: Store, words: str = "", after: int | None = None, limit: int | None = None
) -> Iterator[SpeakerAnswer]:
    """Who speaks, over all documents: those in most documents first.

    Args:
        store: the record.
        words: only those one of whose names has all these words, or words that begin so.
        after: root of the speaker to begin behind.
        limit: how many are wanted, if that is known.
    """
    wanted = fold(words).split()
    if not wanted:
        return (one for page in _pages(store, after, limit) for one in page)
    named = _named(store, words, after)
    pages = _pages(store, after, None) if named is None else iter([named])
    return (one for page in pages for one in page if _has(one, wanted))


def _has(speaker: SpeakerAnswer, wanted: Iterable[str]) -> bool:
    names = fold(" ".join((speaker.name, *speaker.aliases))).split()
    return all(any(name.startswith(word) for name in names) for word in wanted)


def _named(store: Store, words: str, after: int | None) -> Sequence[SpeakerAnswer] | None:
    """Those whom the index of words leads to, or whom a key does: by an alias, written out.

    None if they are too many to be told one by one: then few need to be passed over in the list of
    all to find a page of them.
    """
    with store.read():
        found = store.search.speakers(words)
        if found is None:
            return None
        own = Profile(Ref("", ""), EntityType.UNKNOWN, words)
        numbers = found.union(*store.entities.by_keys(keys(own)).values())
        roots = {*store.groups.roots(Matter.ENTITY, numbers).values()} | {after or 0}
        several = store.groups.summaries(Matter.ENTITY, roots)
        wide = sorted((s for s in several.values() if s.size), key=_width, reverse=True)
        alone = sorted(roots - several.keys() - {0})
        if after is not None:
            last = several.get(after)
            wide = [s for s in wide if last and _width(s) < _width(last)]
            alone = [n for n in alone if last or n > after]
        counted = _counted(store, store.groups.members(Matter.ENTITY, alone))
        return [*_summed_up(store, wide), *(one for one in counted if one.statements)]


def _width(summary: Summary) -> tuple[int, int, int]:
    return summary.documents, summary.size, summary.root


def _pages(store: Store, after: int | None, limit: int | None) -> Iterator[Sequence[SpeakerAnswer]]:
    """Groups of several entities that speak, the widest first; then those of one."""
    last = None if after is None else store.groups.summaries(Matter.ENTITY, [after]).get(after)
    if after is None or last is not None:
        for size in sizes(limit, PAGE):
            with store.read():
                page = store.groups.widest(Matter.ENTITY, size, last)
                found = _summed_up(store, [summary for summary in page if summary.size])
            yield found
            if len(page) < size or not page[-1].size:
                break
            last = page[-1]
        after = 0
    for size in sizes(limit, PAGE):
        with store.read():
            alone = store.speaking.alone(after, size)
            found = _counted(store, {n: (n,) for n in alone})
        yield found
        if len(alone) < size:
            return
        after = alone[-1]


def speaker(store: Store, root: int) -> SpeakerAnswer:
    """One who speaks or carries, by the root of the group."""
    summary = store.groups.summaries(Matter.ENTITY, [root]).get(root)
    if summary is not None:
        return _summed_up(store, [summary])[0]
    return _counted(store, store.groups.members(Matter.ENTITY, [root]))[0]


def _summed_up(store: Store, summaries: Iterable[Summary]) -> list[SpeakerAnswer]:
    """Groups of several, as their summaries have them."""
    found = []
    for summary in summaries:
        known = unpacked(summary.label, summary.data)
        if known is None:  # made by an earlier version, and not settled since
            found += _counted(store, store.groups.members(Matter.ENTITY, [summary.root]))
            continue
        found.append(
            SpeakerAnswer(
                id=summary.id,
                name=known.name,
                type=known.type,
                aliases=known.aliases,
                roles=known.roles,
                statements=summary.size,
                documents=summary.documents,
                publishers=summary.publishers,
                first=summary.first,
                last=summary.last,
            )
        )
    return found


def _counted(store: Store, groups: dict[int, tuple[int, ...]]) -> list[SpeakerAnswer]:
    """Groups as they are counted from what their members say."""
    everyone = [n for members in groups.values() for n in members]
    entities = store.entities.get(everyone)
    said = defaultdict[int, list[AttributionRow]](list)
    for row in store.attributions.of_speakers(everyone):
        said[row.speaker or 0].append(row)
    return [
        _answer(
            [entities[n] for n in members if n in entities],
            [row for n in members for row in said.get(n, ())],
        )
        for members in groups.values()
    ]


def _answer(entities: Iterable[EntityRow], rows: Sequence[AttributionRow]) -> SpeakerAnswer:
    profiles = [row.profile for row in entities]
    known = who(profiles)
    days = sorted(row.day for row in rows if row.day)
    return SpeakerAnswer(
        id=group_id(Known.SPEAKER, min(p.ref for p in profiles)),
        name=known.name,
        type=known.type,
        aliases=known.aliases,
        roles=known.roles,
        statements=len(rows),
        documents=len({row.document for row in rows}),
        publishers=len({row.publisher for row in rows if row.publisher}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
