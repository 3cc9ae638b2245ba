"""The report for reading, in two dresses: running sentences in style, or labelled plain lines.

On a terminal each attribution is shown as the sentence it stands in, with source, cue and content
in styles that differ in more than colour (bold, underlined, neither). Everywhere else the three
are written out under their names. Below them stands what else is known: through whom it came, when
it was said, what is offered as evidence; never what is as usual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.report.order import Entry, arranged
from reportedly.cli.report.page import Page, styled
from reportedly.cli.report.rows import legend, remark, row
from reportedly.cli.report.sections import REPORTING, Section, sections
from reportedly.cli.report.speakers import speakers
from reportedly.export.wording.clean import one_line
from reportedly.export.wording.phrases import carriers, note, said
from reportedly.export.wording.view import View
from reportedly.schema import Document, Extraction, Kind, Note

if TYPE_CHECKING:
    from rich.console import Console


class TextWriter:
    """Writes the report to a console, document by document.

    Args:
        console: where to, how wide, and whether it can show styles; without styles the plain
            form is written.
    """

    def __init__(self, console: Console) -> None:
        self._page = Page(console)
        self._first = True

    def write(self, extraction: Extraction) -> None:
        """Write one document's part of the report."""
        page, view = self._page, View(extraction)
        if not self._first:
            page.rule()
        self._head(view)
        self._first = False
        parts = list(arranged(view))
        for section, entries in parts:
            page.line()
            if len(parts) > 1 or section is not REPORTING:
                page.hanging(Text(), Text(section.heading, "bold"), 0)
                page.line()
            for entry in entries:
                self._entry(view, entry)
        page.line()
        page.print()

    def _head(self, view: View) -> None:
        page = self._page
        for line in (*heading(view.document), Text(_summary(view.extraction), "dim")):
            page.hanging(Text(), line, 0)
        if view.common:
            page.hanging(Text(), Text(f"all of it through {said(carriers(view.common))}"), 0)
        if whose := list(speakers(view)):
            page.line()
            page.line(Text("Speakers, by number of statements", "bold"))
        for number, bits in whose:
            page.hanging(Text(f"{number:>4}  ", "bold"), styled(bits), 6)
        if self._first and page.styled and view.extraction.attributions:
            page.line()
            page.line(legend())

    def _entry(self, view: View, entry: Entry) -> None:
        if isinstance(entry.item, Note):
            remark(self._page, "note", note(view, entry.item))
        else:
            row(self._page, view, entry.item, entry.depth)


def heading(document: Document) -> Iterator[Text]:
    """Which document it is: its title, and where and when it was published."""
    yield Text(one_line(document.title or "(no title)"), "bold")
    known = (document.publisher, document.published, document.path)
    yield Text(" · ".join(one_line(part) for part in known if part))


def _summary(extraction: Extraction) -> str:
    words = len(extraction.document.text.split())
    total = len(extraction.attributions)
    if not total:
        return f"no attributions in {words:,} words"
    line = f"{total:,} attribution{'s' if total > 1 else ''} in {words:,} words"
    places = list(sections(extraction.attributions))
    if len(places) > 1 or places[0][0] is not REPORTING:
        own = sorted(places, key=lambda place: place[0] is not REPORTING)
        line += ": " + ", ".join(_counted(section, len(found)) for section, found in own)
    kinds = Counter(found.kind for found in extraction.attributions)
    if len(kinds) == 1 and total > 1:
        return f"{line}; all {next(iter(kinds))}"
    return line + "; " + ", ".join(f"{kinds[kind]} {kind}" for kind in Kind if kinds[kind])


def _counted(section: Section, number: int) -> str:
    return f"{number} {section.one if number == 1 else section.many}"
