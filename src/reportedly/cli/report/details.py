"""What is shown under an attribution's own words: only what is known and not the usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.cli.report.excerpt import spelled
from reportedly.export.wording.clean import one_line
from reportedly.export.wording.phrases import (
    ARROW,
    Bit,
    Bits,
    Tone,
    chain,
    day,
    evidence,
    joined,
    link,
    tells_more,
)
from reportedly.export.wording.view import View
from reportedly.schema import Attribution

NOBODY = "—"


@dataclass(frozen=True, slots=True)
class Detail:
    """Something known of an attribution.

    Args:
        label: what it is, in eight letters at most; it stands before it in the plain form.
        bits: what is known.
        lead: the words that stand before it instead, where there is no label.
        beside: it is short enough to share a line with others of the kind.
    """

    label: str
    bits: Bits
    lead: str = ""
    beside: bool = False

    def running(self) -> Bits:
        """What is known, as it reads without a label."""
        return (Bit(self.lead, Tone.QUIET), *self.bits)


def details(view: View, found: Attribution) -> Iterator[Detail]:
    """All that the words of the three roles do not show; nothing for what is as usual."""
    if tells_more(view, found):
        yield _whose(view, found)
    yield from _circumstances(view, found)
    for mark in found.evidence:
        yield Detail("evidence", evidence(view, mark), "evidence ")
    for one in view.extraction.links:
        if found.id in (one.from_, one.to):
            yield Detail("link", link(view, one, found))


def _whose(view: View, found: Attribution) -> Detail:
    bits = chain(view, found)
    alone = not any(bit.text == ARROW for bit in bits)
    is_open = found.speaker is not None and found.speaker.unresolved is not None
    lead = "speaker " if alone and is_open else ""
    return Detail("speaker" if alone else "chain", bits, lead, beside=alone)


def _circumstances(view: View, found: Attribution) -> Iterator[Detail]:
    if number := view.number(found.parent):
        yield _beside("inside", f"No. {number}", "said inside ")
    if found.said_on:
        yield _beside("day", day(view, found.said_on))
    if found.venue:
        yield _beside("venue", one_line(found.venue.text))
    if found.addressee:
        yield _beside("to", one_line(found.addressee.text), "to ")
    if author := view.author(found):
        yield _beside("comment", f"by {author}", "comment ")


def _beside(label: str, words: str, lead: str = "") -> Detail:
    return Detail(label, (Bit(words),), lead, beside=True)


def in_lines(found: Iterable[Detail]) -> list[Bits]:
    """Details as running lines: the short ones side by side, every other on its own."""
    lines: list[list[Detail]] = []
    for detail in found:
        if lines and detail.beside and lines[-1][-1].beside:
            lines[-1].append(detail)
        else:
            lines.append([detail])
    return [joined((detail.running() for detail in line), " · ") for line in lines]


def no_source(view: View, found: Attribution) -> str:
    """Why an attribution has no source of its own; whose it leans on, unless a speaker says it."""
    leant_on = view.attribution(found.source_from)
    if leant_on is None:
        return "the text names nobody"
    number = f"leans on No. {view.number(leant_on.id)}"
    if tells_more(view, found):
        return number
    return f"{number}: {spelled(leant_on.source, view.document.text) or NOBODY}"
