"""Through whom it came: carriers, their descriptors, whole chains."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.chains import names
from benchmarks.chains.aligned import Aligned, Pair
from benchmarks.chains.counts import Answer, Counts, asked, listed, optional, paired, total
from benchmarks.chains.speakers import place, speaker_right, told
from reportedly.schema import Attribution, Carrier, Extraction, Span

Carriers = tuple[Carrier, ...]


def carriers(aligned: Aligned) -> Counts:
    """F1 of (attribution, carrier) and of the descriptors; the share of whole chains.

    A carrier is right if its entity stands for the gold one, its words overlap the gold one's, or
    one's name holds the other's. An attribution inside another need not repeat the carriers of
    that one: they are not counted again. `descriptors`: of matched carriers, those with the same
    words. `whole chain`: speaker and carriers are right, in number and order; `chain with
    carriers`: the same of those attributions that have a carrier on either side.
    """
    both = [(pair, _own(aligned, pair)) for pair in aligned.pairs]
    chains = [(_chain(aligned, pair, own), any(own)) for pair, own in both]
    return total(
        (
            *(_carriers(aligned, own) for _, own in both),
            asked("whole chain", (answer for answer, _ in chains)),
            asked("chain with carriers", (answer for answer, harder in chains if harder)),
        )
    )


def _own(aligned: Aligned, pair: Pair) -> tuple[Carriers, Carriers]:
    """The carriers on both sides, without those that the attribution around has."""
    return _less(aligned.predicted, pair[0]), _less(aligned.gold, pair[1])


def _less(extraction: Extraction, one: Attribution) -> Carriers:
    outer = next((a for a in extraction.attributions if a.id == one.parent), None)
    around = {carrier.entity for carrier in outer.carriers} if outer else set()
    return tuple(carrier for carrier in one.carriers if carrier.entity not in around)


def _carriers(aligned: Aligned, own: tuple[Carriers, Carriers]) -> Counts:
    matched = paired(*own, lambda p, g: float(_same(aligned, p, g)))
    described = ((_as_told(p, g), g.span, _is(g), _is(p)) for p, g in matched)
    found = listed("carriers", *own, matched, lambda carrier: (carrier.span, carrier.name))
    return total((found, optional("descriptors", described)))


def _same(aligned: Aligned, predicted: Carrier, gold: Carrier) -> bool:
    return (
        aligned.stands_for.get(predicted.entity) == gold.entity
        or predicted.span.overlaps(gold.span)
        or names.contained(predicted.name, gold.name)
    )


def _is(carrier: Carrier) -> str:
    return carrier.descriptor or ""


def _as_told(predicted: Carrier, gold: Carrier) -> bool:
    return bool(_is(gold)) and names.words_of(_is(predicted)) == names.words_of(_is(gold))


def _chain(aligned: Aligned, pair: Pair, own: tuple[Carriers, Carriers]) -> Answer:
    in_order = len(own[0]) == len(own[1]) and all(
        _same(aligned, p, g) for p, g in zip(*own, strict=True)
    )
    right = in_order and speaker_right(aligned, *pair)
    return right, _where(pair, own[1]), _line(own[1], pair[1]), _line(own[0], pair[0])


def _where(pair: Pair, gold: Sequence[Carrier]) -> Span:
    return gold[0].span if gold else place(pair[1])


def _line(own: Carriers, one: Attribution) -> str:
    return " > ".join([*(carrier.name for carrier in own), told(one.speaker) or "nobody"])
