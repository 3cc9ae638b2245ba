"""Who speaks in a document: names, roles, other names, and how many statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.export.wording.clean import one_line
from reportedly.export.wording.phrases import Bit, Bits, Tone, listed, withheld
from reportedly.export.wording.view import View
from reportedly.schema import Entity


def speakers(view: View) -> Iterator[tuple[int, Bits]]:
    """Number of statements and description of each speaker, whoever says most first.

    Those that could not be made out come last, in one line with their numbers.
    """
    found = [a for a in view.extraction.attributions if a.speaker]
    counted = Counter(a.speaker.entity for a in found if a.speaker and a.speaker.entity)
    for name, number in counted.most_common():  # ties stay in text order
        if entity := view.entity(name):
            yield number, _described(view, entity)
    if left := [a for a in found if a.speaker and a.speaker.unresolved]:
        numbers = listed([view.number(a.id) or 0 for a in left])
        yield len(left), (Bit("open"), Bit(f": No. {numbers}", Tone.QUIET))


def _described(view: View, entity: Entity) -> Bits:
    roles = dict.fromkeys(one_line(role.text) for role in entity.roles)
    name = one_line(entity.name)
    beside = (
        [f", {'; '.join(role for role in roles if role != name)}"] if set(roles) - {name} else []
    )
    also = dict.fromkeys(one_line(alias) for alias in entity.aliases)
    asides = [f"also {', '.join(a for a in also if a != name)}"] if set(also) - {name} else []
    if entity.stands_for:
        asides.append(f"stands for {one_line(entity.stands_for)}")
    if kept := withheld(view, entity):
        asides.append(kept)
    bits = (Bit(name, Tone.SPEAKER), *map(Bit, beside))
    return (*bits, Bit(f" ({'; '.join(asides)})", Tone.QUIET)) if asides else bits
