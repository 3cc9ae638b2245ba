"""Who speaks, and who was taken for one."""

from __future__ import annotations

from collections import Counter, defaultdict

from benchmarks.chains.aligned import Aligned, Pair, shared
from benchmarks.chains.counts import Answer, Counts, Error, ErrorKind, asked, optional, share, total
from reportedly.schema import Attribution, Entity, Extraction, Span, Speaker


def speakers(aligned: Aligned) -> Counts:
    """The share of speakers that are right, and what the right ones are told to be.

    Right: the predicted entity stands for the gold one (`aligned.entities`). Where the gold has
    none but says why it is open, an unresolved speaker is right; where it has none, none.
    Of those right that have an entity: `speaker type`, the share of equal types; `anonymous`, F1
    of those whose name the text keeps back.
    """
    gold, found = _by_id(aligned.gold), _by_id(aligned.predicted)
    known = [
        (place(g), found[p.speaker.entity], gold[g.speaker.entity])
        for p, g in aligned.pairs
        if speaker_right(aligned, p, g)
        if p.speaker and p.speaker.entity and g.speaker and g.speaker.entity
    ]
    types = ((o.type == g.type, at, str(g.type), str(o.type)) for at, o, g in known)
    kept = ((o.anonymous and g.anonymous, at, _kept(g), _kept(o)) for at, o, g in known)
    return total(
        (
            asked("speaker", (_answer(aligned, pair) for pair in aligned.pairs)),
            asked("speaker type", types),
            optional("anonymous", kept),
        )
    )


def place(gold: Attribution) -> Span:
    """The words that an error is shown at: the source, or the cue where there is none."""
    return (gold.source or gold.cue)[0]


def _by_id(extraction: Extraction) -> dict[str, Entity]:
    return {entity.id: entity for entity in extraction.entities}


def _kept(entity: Entity) -> str:
    return entity.name if entity.anonymous else ""


def speaker_right(aligned: Aligned, predicted: Attribution, gold: Attribution) -> bool:
    """Whether the predicted speaker is the gold one; see `speakers`."""
    one, other = predicted.speaker, gold.speaker
    if one is None or other is None:
        return one is other
    if one.entity is None or other.entity is None:
        return one.entity == other.entity
    return aligned.stands_for.get(one.entity) == other.entity


def _answer(aligned: Aligned, pair: Pair) -> Answer:
    predicted, gold = pair
    right = speaker_right(aligned, predicted, gold)
    return right, place(gold), told(gold.speaker), told(predicted.speaker)


def told(speaker: Speaker | None) -> str:
    """A speaker in words; an empty string for nobody."""
    if speaker is None:
        return ""
    return f"open: {speaker.unresolved}" if speaker.entity is None else speaker.name or "?"


def merges(aligned: Aligned) -> Counts:
    """Wrong merges: one predicted entity for two gold ones. Small is good.

    - `wrong merges`: of the predicted entities that have a naming mention ("Orro", not "he"; see
      `names.naming`) of a gold entity, the share that has naming mentions of two or more. That is
      two people in one entity.
    - `merged speakers`: of the predicted entities that speak in a matched attribution whose gold
      speaker is known, the share that covers attributions of two or more gold speakers.
    - `merged attributions`: of these attributions, the share that stands in such an entity in the
      minority. A "he" that is resolved to the wrong man counts here and there, though nobody was
      merged: these two cannot be smaller than what `speaker` leaves wrong in this way.
    """
    covered: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for p, g in aligned.pairs:
        if p.speaker and p.speaker.entity and g.speaker and g.speaker.entity:
            covered[p.speaker.entity][g.speaker.entity] += 1
    merged = sum(len(gold) > 1 for gold in covered.values())
    minor = sum(gold.total() - max(gold.values()) for gold in covered.values())
    every = sum(gold.total() for gold in covered.values())
    errors = (_error("merged speakers", aligned, one, list(gold)) for one, gold in covered.items())
    figures = {"merged speakers": share(merged, len(covered))}
    figures["merged attributions"] = share(minor, every)
    return total((Counts(figures, tuple(filter(None, errors))), _named(aligned)))


def _named(aligned: Aligned) -> Counts:
    gold = aligned.gold.entities
    holds = {
        one.id: [g.id for g in gold if shared(aligned.text, one, g)]
        for one in aligned.predicted.entities
    }
    errors = (_error("wrong merges", aligned, one, held) for one, held in holds.items())
    sizes = [len(held) for held in holds.values()]
    count = share(sum(n > 1 for n in sizes), sum(n > 0 for n in sizes))
    return Counts({"wrong merges": count}, tuple(filter(None, errors)))


def _error(name: str, aligned: Aligned, entity: str, gold: list[str]) -> Error | None:
    """What to read of an entity that covers several gold ones; None if it does not."""
    if len(gold) < 2:
        return None
    one, known = _by_id(aligned.predicted)[entity], _by_id(aligned.gold)
    covers = " + ".join(known[g].name for g in gold)
    return Error(name, ErrorKind.WRONG, one.mentions[0], covers, one.name)
