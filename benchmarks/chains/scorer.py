"""The heart: two extractions of one document, and what of the one is right by the other."""

from __future__ import annotations

from benchmarks.chains.aligned import Aligned, align
from benchmarks.chains.carried import carriers
from benchmarks.chains.counts import Count, Counts, Error, ErrorKind, total
from benchmarks.chains.nesting import nesting
from benchmarks.chains.speakers import merges, speakers
from benchmarks.chains.told import circumstances, cues
from benchmarks.chains.weighed import evidence, links, notes
from reportedly.schema import Extraction

_PARTS = (speakers, merges, carriers, nesting, circumstances, cues, evidence, notes, links)


def score(predicted: Extraction, gold: Extraction) -> Counts:
    """Compare what was found in a document with the gold, field by field.

    Args:
        predicted: what was found; its captions, comments and the like are left out.
        gold: the same document's gold, as `benchmarks.gold.reading` gives it.

    Returns:
        The counts of each field, by name, and every error. All fields but `nesting`, `notes` and
        `links` are counted over the attributions that are matched (`found` says how many are).

    Raises:
        ValueError: if the two are not of one text.
    """
    aligned = align(predicted, gold)
    return total((_found(aligned), *(part(aligned) for part in _PARTS)))


def _found(aligned: Aligned) -> Counts:
    matched = {id(a) for pair in aligned.pairs for a in pair}
    gold = aligned.gold.attributions
    missed = (Error("found", ErrorKind.MISSED, g.cue[0]) for g in gold if id(g) not in matched)
    false = (
        Error("found", ErrorKind.FALSE, p.cue[0]) for p in aligned.found if id(p) not in matched
    )
    count = Count(len(aligned.pairs), len(aligned.found), len(gold))
    return Counts({"found": count}, (*missed, *false))
