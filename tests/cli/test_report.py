"""The report for reading: what is shown, beside what, and under which heading."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from rich.console import Console
from strategies import extractions

from reportedly.cli.report.excerpt import LONGEST, Role, excerpt
from reportedly.cli.report.sections import SECTIONS
from reportedly.cli.report.text import TextWriter
from reportedly.export.wording.lines import Lines
from reportedly.schema import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Extraction,
    Kind,
    Span,
    Spans,
    attribution_id,
    text_id,
)

TEXT = """\
Ferry row: minister \u201csorry\u201d

OSTRAV \u2014 Officials have accused the line of greed, claiming that it sold more seats than it \
had. \u201cWe counted them,\u201d said Mira Tolan, who runs the harbour. \u201cTwice.

\u201cAnd then a third time.\u201d

The line was said to be looking into it.

Mira Tolan at the harbour, where she said the count was made.

Odo: my uncle said it was always like that!"""


def spans(*words: str) -> Spans:
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def attribution(
    source: Spans, cue: Spans, content: Spans, kind: Kind, block: BlockKind, **more: str
) -> Attribution:
    name = attribution_id(source, cue, content)
    return Attribution(name, source, cue, content, kind, block, 0.93, **more)


FIRST = attribution(
    spans("Officials"),
    spans("have accused"),
    spans("the line of greed"),
    Kind.INDIRECT,
    BlockKind.BODY,
)
FOUND = (
    attribution(
        spans("minister"), spans(": "), spans("\u201csorry\u201d"), Kind.DIRECT, BlockKind.TITLE
    ),
    FIRST,
    attribution(
        (),
        spans("claiming"),
        spans("that it sold more seats than it had"),
        Kind.INDIRECT,
        BlockKind.BODY,
        source_from=FIRST.id,
    ),
    attribution(
        spans("Mira Tolan"),
        spans("said"),
        spans("\u201cWe counted them,\u201d", "\u201cTwice.\n\n\u201cAnd then a third time.\u201d"),
        Kind.DIRECT,
        BlockKind.BODY,
    ),
    attribution(
        (), spans("was said"), spans("to be looking into it"), Kind.INDIRECT, BlockKind.BODY
    ),
    attribution(
        spans("she"),
        spans("she said"),
        spans("the count was made"),
        Kind.INDIRECT,
        BlockKind.CAPTION,
    ),
    attribution(
        spans("my uncle"),
        spans("uncle said"),
        spans("it was always like that"),
        Kind.INDIRECT,
        BlockKind.COMMENT,
    ),
)
COMMENT = spans("my uncle said it was always like that!")[0]
DOCUMENT = Document(
    id=text_id(TEXT),
    text=TEXT,
    blocks=(Block(BlockKind.COMMENT, COMMENT, "Odo"),),
    path="ferry.txt",
    title="Ferry row: minister \u201csorry\u201d",
    publisher="Northline",
    published="2031-05-04",
)


def report(*extractions: Extraction, width: int = 72, styled: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=styled, no_color=not styled, highlight=False
    )
    writer = TextWriter(console)
    for extraction in extractions:
        writer.write(extraction)
    return stream.getvalue()


PLAIN = """\
Ferry row: minister “sorry”
Northline · 2031-05-04 · ferry.txt
7 attributions in 68 words: 4 in the text, 1 in the headline, 1 in a
caption, 1 in a reader's comment; 2 direct, 5 indirect

In the headline

  1  line 1  direct    93%
      source   minister
      cue      :
      content  “sorry”

In the text

  2  line 3  indirect  93%
      source   Officials
      cue      have accused
      content  the line of greed
  3  line 3  indirect  93%
      source   — leans on No. 2: Officials
      cue      claiming
      content  that it sold more seats than it had
  4  line 3  direct    93%
      source   Mira Tolan
      cue      said
      content  “We counted them,” … “Twice. ¶ “And then a third time.”
  5  line 7  indirect  93%
      source   — the text names nobody
      cue      was said
      content  to be looking into it

In captions

  6  line 9  indirect  93%
      source   she
      cue      she said
      content  the count was made

In readers' comments: not the article's reporting

  7  line 11  indirect  93%
      source   my uncle
      cue      uncle said
      content  it was always like that
      comment  by Odo

"""


def test_the_plain_report() -> None:
    assert report(Extraction(DOCUMENT, FOUND)) == PLAIN


def test_no_attributions() -> None:
    assert report(Extraction(DOCUMENT, ())).splitlines()[2] == "no attributions in 68 words"


def test_one_section_needs_no_heading_unless_it_is_no_reporting() -> None:
    assert "In the text" not in report(Extraction(DOCUMENT, FOUND[1:3]))
    assert "not the article's reporting" in report(Extraction(DOCUMENT, FOUND[-1:]))


def test_every_kind_of_block_has_its_section() -> None:
    for kind in BlockKind:
        assert sum(kind in section.kinds for section in SECTIONS) == 1


def test_documents_are_kept_apart() -> None:
    twice = report(Extraction(DOCUMENT, FOUND), Extraction(DOCUMENT, ()))
    assert twice.count("Northline") == 2
    assert "─" * 72 in twice


def test_styled_sentences() -> None:
    shown = report(Extraction(DOCUMENT, FOUND), styled=True)
    assert "\x1b[1;35mOfficials\x1b[0m\x1b[2m \x1b[0m\x1b[4;36mhave accused\x1b[0m" in shown
    assert "leans on No. 2: Officials" in shown
    assert "comment \x1b[0mby Odo" in shown
    assert "source" in shown.split("In the headline")[0]


@pytest.mark.parametrize("width", [24, 40, 72, 200])
@pytest.mark.parametrize("styled", [False, True])
def test_statements_wrap_to_the_width(width: int, styled: bool) -> None:
    shown = report(Extraction(DOCUMENT, FOUND), width=width, styled=styled)
    for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines():
        # Below 35 columns, what is written is as narrow as it can be.
        assert len(line) <= max(width, 35) or line.startswith("  no  line")


def pieces(found: Attribution, text: str = TEXT) -> list[tuple[Role, str]]:
    return [(piece.role, piece.text) for piece in excerpt(found, text, Lines(text))]


def test_excerpt_is_the_sentence() -> None:
    assert pieces(FOUND[3]) == [
        (Role.CONTENT, "“We counted them,”"),
        (Role.CONTEXT, " "),
        (Role.CUE, "said"),
        (Role.CONTEXT, " "),
        (Role.SOURCE, "Mira Tolan"),
        (Role.CONTEXT, ", who runs the harbour. "),
        (Role.CONTENT, "“Twice. ¶ “And then a third time.”"),
    ]


def test_excerpt_leaves_out_what_is_far_between() -> None:
    text = "Mira Tolan said yes. " + "Rain fell. " * 40 + "“No,” she went on."
    (at,) = [text.index("“No,”")]
    found = Attribution(
        "a1", (Span(0, 10),), (Span(11, 15),), (Span(at, at + 5),), Kind.DIRECT, BlockKind.BODY, 1
    )
    assert (Role.CONTEXT, " … ") in pieces(found, text)
    assert pieces(found, text)[-1] == (Role.CONTEXT, " she went on.")


def test_excerpt_shortens_what_is_endless() -> None:
    text = "Mira Tolan said " + "blah " * 5000
    found = Attribution(
        "a1",
        (Span(0, 10),),
        (Span(11, 15),),
        (Span(16, len(text)),),
        Kind.DIRECT,
        BlockKind.BODY,
        1,
    )
    assert len(pieces(found, text)[-1][1]) < LONGEST + 10


def test_lines_are_counted_as_editors_do() -> None:
    lines = Lines("a\nb\r\nc\rd\n\ne")
    assert [lines.number("a\nb\r\nc\rd\n\ne".index(c)) for c in "abcde"] == [1, 2, 3, 4, 6]


@given(extractions())
@settings(max_examples=150)
def test_whatever_there_is_can_be_shown(extraction: Extraction) -> None:
    for styled in (False, True):
        shown = report(extraction, styled=styled)
        harmless = shown.replace("\x1b[", "")
        assert not [c for c in harmless if ord(c) < 32 and c != "\n"]
    for found in extraction.attributions:
        roles = {piece.role for piece in excerpt(found, extraction.document.text, Lines(""))}
        assert Role.SOURCE in roles or not found.source or not _visible(extraction, found)


def _visible(extraction: Extraction, found: Attribution) -> bool:
    return bool("".join(s.read(extraction.document.text) for s in found.source).strip())
