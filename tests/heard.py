"""Utterances for tests of origins, with what a test says of them and nothing else."""

from __future__ import annotations

from reportedly.schema import EntityType, Precision, Ref, Span
from reportedly.schema.origins import Carried, Heard, Utterance

MINISTER = Heard("g1", "Adela Vorn", True, EntityType.PERSON, (), ("foreign minister of Ostia",))
GENERAL = Heard("g2", "Piet Harrow", True, EntityType.PERSON, (), ("general",))
OSTIA = Heard("g3", "Ostia", True, EntityType.GOVERNMENT, ("Portus",))
LEAGUE = Heard("g4", "Harbour League", True, EntityType.ORGANISATION)
OFFICIAL = Heard("g5", "a senior official", False, EntityType.PERSON)
REPORTS = Heard("g6", "media reports", False, EntityType.GROUP)
NOBODY = Heard(None)

SENTENCE = "the harbour authority sold the northern pier to a foreign bank"
OTHER = "a bank from abroad now owns the pier in the north"
THIRD = "nobody should be surprised that the pier went to foreigners"


def heard(
    document: str,
    name: str,
    speaker: Heard = NOBODY,
    words: str = SENTENCE,
    *,
    said: str | None = None,
    published: str | None = None,
    venue: str | None = None,
    carriers: tuple[str, ...] = (),
    publisher: str | None = None,
    family: str | None = None,
    within: tuple[str, ...] = (),
) -> Utterance:
    """An utterance; `said` is a day, a month or a year, by its length."""
    precision = {None: None, 10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}
    return Utterance(
        Ref(document, name),
        words,
        content=(Span(20, 40),),
        source=(Span(0, 5),),
        cue=(Span(6, 10),),
        speaker=speaker,
        carriers=tuple(Carried(c, c.title(), Span(50, 54)) for c in carriers),
        publisher=publisher,
        published=published,
        said_on=said,
        precision=precision[None if said is None else len(said)],
        day=Span(60, 66) if said else None,
        venue=venue,
        place=Span(70, 80) if venue else None,
        family=family,
        within=within,
    )
