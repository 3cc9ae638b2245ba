"""`--explain`: for single attributions, what each field is and what it was decided by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.report.asked import Asked
from reportedly.cli.report.page import Page, styled
from reportedly.cli.report.rows import row
from reportedly.cli.report.text import heading
from reportedly.export.wording.clean import one_line
from reportedly.export.wording.phrases import Bits, carriers, day, evidence, link, said
from reportedly.export.wording.view import View
from reportedly.schema import Attribution, Extraction, Kind, Reason, Speaker

if TYPE_CHECKING:
    from rich.console import Console

_COLUMN = 18
"""Columns left of a value: the longest name of a field is `confidence`, ten letters."""

_KINDS = {
    Kind.DIRECT: "all of the content stands in quotation marks",
    Kind.INDIRECT: "none of the content stands in quotation marks",
    Kind.MIXED: "a part of the content stands in quotation marks",
}

_OTHER_NAMES = {"links": "link", "notes": "note", "carrier": "carriers", "day": "said_on"}


class ExplainWriter:
    """Writes what the asked attributions of each document were decided by.

    Args:
        console: where to, and whether it can show styles.
        asked: which attributions; documents that have none of them are passed over.
    """

    def __init__(self, console: Console, asked: Asked) -> None:
        self._page = Page(console)
        self._asked = asked
        self._first = True

    def write(self, extraction: Extraction) -> None:
        """Explain what is asked of one document."""
        page, view = self._page, View(extraction)
        wanted = self._asked.of(view)
        if not wanted:
            return
        if not self._first:
            page.rule()
        self._first = False
        for line in heading(view.document):
            page.hanging(Text(), line, 0)
        for found in wanted:
            page.line()
            self._attribution(view, found)
        page.line()
        page.print()

    def _attribution(self, view: View, found: Attribution) -> None:
        row(self._page, view, found, known=False)
        self._page.line()
        reasons = [r for r in view.extraction.reasons if r.attribution == found.id]
        for field, values in explained(view, found, reasons):
            name = Text(f"      {field:<12}", "bold")
            for value in values:
                self._page.hanging(name, value, _COLUMN)
                name = Text(" " * _COLUMN)


def explained(
    view: View, found: Attribution, reasons: list[Reason]
) -> Iterator[tuple[str, list[Text]]]:
    """The fields that say something, each with its value and why it is so, a line each."""
    named: dict[str, list[Reason]] = {}
    for reason in reasons:
        named.setdefault(_OTHER_NAMES.get(reason.field, one_line(reason.field)), []).append(reason)
    for field in dict.fromkeys((*_VALUES, *named)):
        values = [Text(v) for v in (_VALUES[field](view, found) if field in _VALUES else ())]
        why = [_why(view, reason) for reason in named.get(field, ())]
        if why and not values:
            values = [Text("—")] if field in _VALUES else []
        if values or why:
            yield field, values + why


def _why(view: View, reason: Reason) -> Text:
    """The reason, and the words that it was decided by with their lines."""
    places = (f"{view.quoted(s)} (line {view.lines.number(s.start)})" for s in reason.spans)
    shown = ", ".join(places)
    where = f": {shown}" if shown else ""
    return Text.assemble(("because ", "dim"), one_line(reason.why), (where, "dim"))


_Values = Callable[[View, Attribution], list[str]]


def _speaker(_: View, found: Attribution) -> list[str]:
    whose = found.speaker
    if whose is None:
        return []
    if whose.unresolved:
        return [f"open: {one_line(whose.unresolved)}"]
    return [_described(whose)]


def _described(whose: Speaker) -> str:
    roles = "; ".join(map(one_line, whose.roles))
    named = f"{one_line(whose.name or '')}{f', {roles}' if roles else ''}"
    return f"{named} ({whose.type})" if whose.type else named


def _links(view: View, found: Attribution) -> list[str]:
    touching = (one for one in view.extraction.links if found.id in (one.from_, one.to))
    return [said(link(view, one, found)) for one in touching]


def _notes(view: View, found: Attribution) -> list[str]:
    about = (n for n in view.extraction.notes if found.id in n.about)
    return [f"{n.status or n.kind}: {view.quoted(n.span)}" for n in about]


def _number(view: View, name: str | None, words: str) -> list[str]:
    number = view.number(name)
    return [f"{words} No. {number}"] if number else []


def _plain(bits: Bits) -> list[str]:
    return [styled(bits).plain] if bits else []


_VALUES: dict[str, _Values] = {
    "id": lambda _, a: [one_line(a.id)],
    "kind": lambda _, a: [f"{a.kind}: {_KINDS[a.kind]}"],
    "confidence": lambda _, a: [
        f"{a.confidence:.0%}: of a hundred that are as sure, a careful reader marks "
        f"about {100 * a.confidence:.0f}"
    ],
    "source": lambda v, a: _number(v, a.source_from, "leans on"),
    "cue": lambda _v, _a: [],
    "content": lambda _v, _a: [],
    "parent": lambda v, a: _number(v, a.parent, "said inside"),
    "speaker": _speaker,
    "carriers": lambda _, a: _plain(carriers(a.carriers)),
    "said_on": lambda v, a: [day(v, a.said_on)] if a.said_on else [],
    "venue": lambda _, a: [one_line(a.venue.text)] if a.venue else [],
    "addressee": lambda _, a: [one_line(a.addressee.text)] if a.addressee else [],
    "act": lambda _, a: [a.act.value],
    "negated": lambda _, a: ["yes: the cue is denied or refused"] if a.negated else [],
    "stance": lambda _, a: [a.stance.value],
    "evidence": lambda v, a: [said(evidence(v, mark)) for mark in a.evidence],
    "link": _links,
    "note": _notes,
}
"""Each field in the order in which it is explained, and what it is, a line each."""
