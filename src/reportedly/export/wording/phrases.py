"""What is known of an attribution, in a few words each: chain, day, evidence, links, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import zip_longest

from reportedly.export.wording.clean import one_line
from reportedly.export.wording.view import View
from reportedly.schema import (
    Act,
    Attribution,
    Carrier,
    Entity,
    Evidence,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Precision,
    SaidOn,
    Stance,
    Voice,
)

ARROW = " ← "


class Tone(StrEnum):
    """How loud a bit is said: as text, as what stands around it, or as a speaker's name."""

    TEXT = "text"
    QUIET = "quiet"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words of a line, safe to show."""

    text: str
    tone: Tone = Tone.TEXT


Bits = tuple[Bit, ...]


def said(bits: Iterable[Bit]) -> str:
    """The words of bits, whatever their tone."""
    return "".join(bit.text for bit in bits)


def joined(parts: Iterable[Bits], between: str) -> Bits:
    """Parts in a row, with something quiet between them."""
    row: list[Bit] = []
    for part in parts:
        row += [Bit(between, Tone.QUIET)] * bool(row) + list(part)
    return tuple(row)


def chain(view: View, found: Attribution, common: bool = False) -> Bits:
    """Publisher ← carriers ← speaker, in that order, as far as they are known.

    What is said inside another attribution begins with that one's speaker instead: how his words
    came here stands at his own. Who came through no carrier of his own stands alone, by his name.

    Args:
        view: the document.
        found: the attribution.
        common: with carriers of the whole document, even if it has no others.
    """
    *outer, last = view.lineage(found)
    known = {c.entity for a in outer for c in a.carriers}
    shown = last.carriers if common or not view.usual(last) else ()
    media = [carrier for carrier in shown if carrier.entity not in known]
    parts = [_name(a) for a in outer]
    if media and not outer and view.document.publisher:
        parts.append((Bit(one_line(view.document.publisher)),))
    parts += [_carrier(c) for c in media]
    parts.append(speaker(view, last, role=bool(media)))
    return joined(_once([part for part in parts if part]), ARROW)


def carriers(media: Iterable[Carrier]) -> Bits:
    """Carriers in a row, each with what the text says that it is."""
    return joined(map(_carrier, media), ARROW)


def _once(parts: list[Bits]) -> list[Bits]:
    """Without a speaker who follows himself: "he said that he had told them"."""
    pairs = zip_longest(parts, parts[1:], fillvalue=())
    return [part for part, later in pairs if part[:1] != later[:1]]


def tells_more(view: View, found: Attribution) -> bool:
    """Whether the chain tells what the words of the source do not."""
    whose = found.speaker
    if not view.usual(found) or (whose and (whose.unresolved or _withheld(view, found))):
        return True
    if whose is None:
        return False
    if any(outer.speaker for outer in view.lineage(found)[:-1]):
        return True
    words = " ".join(span.read(view.document.text) for span in view.source(found))
    return one_line(whose.name or "").lower() not in one_line(words).lower()


def speaker(view: View, found: Attribution, role: bool = False) -> Bits:
    """Who it goes back to and why he is not named; or why it stays open.

    Args:
        view: the document.
        found: the attribution.
        role: with the first of his roles.
    """
    whose = found.speaker
    if whose is None:
        return ()
    if whose.unresolved:
        return (Bit("open: ", Tone.QUIET), Bit(one_line(whose.unresolved)))
    name, first = _name(found), one_line(next(iter(whose.roles), ""))
    if role and first.lower() not in said(name).lower():
        name += (Bit(f", {first}"),)
    if _withheld(view, found):
        name += (Bit(" (not named)", Tone.QUIET),)
    return name


def withheld(view: View, entity: Entity | None) -> str:
    """That the text keeps the name back, and why; empty if it does not."""
    if entity is None or not entity.anonymous:
        return ""
    return f"not named: {view.quoted(entity.reason.span)}" if entity.reason else "not named"


def _withheld(view: View, found: Attribution) -> bool:
    """Whether the text says that it keeps the speaker's name back, in words of its own."""
    entity = view.entity(found.speaker.entity) if found.speaker else None
    return entity is not None and entity.anonymous and entity.reason is not None


def _name(found: Attribution) -> Bits:
    name = found.speaker.name if found.speaker else None
    return (Bit(one_line(name), Tone.SPEAKER),) if name else ()


def _carrier(carrier: Carrier) -> Bits:
    about = f" ({one_line(carrier.descriptor)})" if carrier.descriptor else ""
    return (Bit(one_line(carrier.name) + about),)


def day(view: View, day: SaidOn) -> str:
    """When it was said and by which words, as "on 2031-05-04 (day: 'Sunday')"."""
    words = view.quoted(day.span)
    if day.value is None or day.precision is None:
        return f"day open: {one_line(day.unresolved or '')} ({words})"
    return f"{_when(day.value, day.precision)} ({day.precision}: {words})"


def _when(value: str, precision: Precision) -> str:
    if precision is Precision.DAY:
        return f"on {value}"
    if precision is Precision.WEEK:
        return f"in the week of {_monday(value)}"
    return f"in {value}"


def _monday(week: str) -> str:
    """The first day of an ISO week, which few can read; the week itself if there is none such."""
    try:
        return date.fromisocalendar(int(week[:4]), int(week[6:]), 1).isoformat()
    except ValueError:
        return week


def act(found: Attribution) -> list[str]:
    """What the cue does and on which side the publisher stands; nothing if it only says."""
    shown = []
    if found.negated or found.act is not Act.SAY:
        shown.append(f"not {found.act}" if found.negated else found.act.value)
    if found.stance is not Stance.NEUTRAL:
        shown.append(found.stance.value)
    return shown


def evidence(view: View, mark: Evidence) -> Bits:
    """What stands behind it and who says so; the words, unless a note has them."""
    noted = mark.by is Voice.PUBLISHER and any(n.span == mark.span for n in view.extraction.notes)
    words = "see the note" if noted else view.quoted(mark.span)
    return (Bit(mark.status.value), Bit(f", by the {mark.by}: ", Tone.QUIET), Bit(words))


_PASSIVE = {
    LinkKind.ECHOES: "echoed",
    LinkKind.CONFIRMS: "confirmed",
    LinkKind.DENIES: "denied",
    LinkKind.ANSWERS: "answered",
    LinkKind.CORRECTS: "corrected",
}


def link(view: View, link: Link, found: Attribution) -> Bits:
    """How an attribution bears on another, as "denies No. 3: 'rejected the charge'".

    On the other one it is shown as well, without the words: "denied by No. 5".
    """
    if link.from_ == found.id:
        return (
            Bit(f"{link.kind} ", Tone.QUIET),
            Bit(f"No. {view.number(link.to)}"),
            Bit(": ", Tone.QUIET),
            Bit(view.quoted(link.span)),
        )
    return (Bit(f"{_PASSIVE[link.kind]} by ", Tone.QUIET), Bit(f"No. {view.number(link.from_)}"))


def note(view: View, note: Note) -> Bits:
    """A note of the publisher's: what it says, its words, and on which attributions."""
    what = note.status.value if note.status else note.kind.value
    if note.kind in (NoteKind.RESPONSE, NoteKind.CORRECTION):
        what = note.kind.value if note.kind is NoteKind.CORRECTION else f"response {what}"
    about = sorted(n for n in map(view.number, note.about) if n)
    numbers = f" on {listed(about)}" if about else ""
    return (Bit(f"{what}: {view.quoted(note.span)}"), Bit(numbers, Tone.QUIET))


def listed(numbers: Sequence[int]) -> str:
    """Rising numbers as "1, 4-7, 9"; three or more in a row are a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = (map(str, run) if len(run) < 3 else (f"{run[0]}-{run[-1]}",) for run in runs)
    return ", ".join(part for parts in shown for part in parts)
