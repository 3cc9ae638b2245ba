"""Settling: the attributions that remain once carriers are told from speakers."""

from __future__ import annotations

from dataclasses import replace

from reportedly.resolve.carriers import Chains, Recast
from reportedly.schema import Attribution, Extraction, attribution_id


def settle(extraction: Extraction, chains: Chains) -> tuple[Extraction, Chains]:
    """Take out what is a carrier's act alone, and give recast attributions their speaker.

    Returns:
        The extraction without the dissolved attributions, whose children and leaning ones move
        on to what stays; and the chains by the ids that attributions now have.
    """
    old = {a.id: a for a in extraction.attributions}
    found = _found_inside(old, chains)
    gone = {**chains.dissolved, **found}
    recast: dict[str, Attribution] = {}
    taken = {name: name for name in old}
    for name, new in chains.recast.items():
        if name in old and name not in found:
            made = _recast(old[name], new)
            if made.id in taken:
                gone[name] = taken[made.id]  # another's act over the same words
            else:
                recast[name], taken[made.id] = made, name
    ids = {name: recast[name].id if name in recast else name for name in old}

    def above(name: str | None) -> str | None:
        while name is not None and name in gone:
            name = old[name].parent
        return None if name is None else ids[name]

    def leant_on(a: Attribution) -> str | None:
        """What stays of what it leans on: the speaker whose words the carrier's act was over."""
        name, seen = a.source_from, {a.id}
        while name is not None and name in gone and name not in seen:
            seen.add(name)
            name = gone[name]
        return None if name is None or name in seen or name in gone else ids[name]

    kept = tuple(
        replace(recast[a.id], parent=above(a.parent))
        if a.id in recast
        else replace(a, parent=above(a.parent), source_from=leant_on(a))
        for a in extraction.attributions
        if a.id not in gone
    )
    own = {ids[name]: media for name, media in chains.own.items() if name not in gone}
    for name, inner in found.items():
        own.setdefault(inner, chains.own.get(name, ()))
    return replace(extraction, attributions=kept), replace(chains, own=own, dissolved={}, recast={})


def _found_inside(old: dict[str, Attribution], chains: Chains) -> dict[str, str]:
    """Attributions to be recast whose speaker's own was found inside: that one stays instead."""
    return {
        name: inner.id
        for name, new in chains.recast.items()
        for inner in old.values()
        if inner.id != name and any(a.overlaps(b) for a in inner.cue for b in new.cue)
    }


def _recast(attribution: Attribution, new: Recast) -> Attribution:
    name = attribution_id(new.source, new.cue, new.content)
    return replace(
        attribution,
        id=name,
        source=new.source,
        cue=new.cue,
        content=new.content,
        source_from=None,
    )
