"""The report, below the words: speakers, chains, days, acts, evidence, notes, links, nesting."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pier import BOLTS, CHARGE, GUESS, MAIL, PIER, SILENCE, at
from rich.console import Console

from reportedly.cli.report.order import nested
from reportedly.cli.report.text import TextWriter
from reportedly.export.wording.phrases import act, chain, day, listed, said, tells_more
from reportedly.export.wording.view import View
from reportedly.schema import (
    Act,
    Attribution,
    Carrier,
    Evidence,
    Extraction,
    Precision,
    SaidOn,
    Stance,
    Status,
    Voice,
)

KNOWN = """\
Pier is rotten, retired diver says
Northline · 2031-05-04 · pier.txt
7 attributions in 100 words; 3 direct, 4 indirect

Speakers, by number of statements
   3  Ilse Orro, retired diver (also Orro)
   2  harbour board (stands for the harbour of Lissom)
   1  Two clerks (not named: 'who asked not to be named')
   1  open: No. 7

  1  line 3  indirect  90%  accuse  doubting
      source   a retired diver
      cue      claimed
      content  The pier was never inspected
      speaker  Ilse Orro
      day      on 2031-05-03 (day: 'Saturday')
      link     denied by No. 3
  2  line 5  direct    90%
      source   Orro
      cue      told
      content  “I have photographs of every bolt,”
      chain    Northline ← Coast Mail (official) ← Radio Lissom (church-owned) ←
               Ilse Orro, retired diver
      venue    in an interview
      to       reporters
      evidence claimed, by the speaker: 'I have photographs'
      evidence none offered, by the publisher: see the note
  note         none offered: 'No photograph, however, has been shown' on 1, 2
  3  line 7  indirect  90%  deny
      source   The harbour board
      cue      denied
      content  the charge
      day      in the week of 2031-04-21 (week: 'last week')
      link     denies No. 1: 'denied the charge'
  4  line 7  direct    90%
      source   it said
      cue      said
      content  “Orro told our clerk that she was guessing,”
      speaker  harbour board
    5  line 7  direct    90%
        source   Orro
        cue      told our
        content  that she was guessing
        chain    harbour board ← Ilse Orro
        inside   No. 4
        to       our clerk
  6  line 9  indirect  90%  not confirm
      source   Two clerks
      cue      did not confirm
      content  that
      speaker  Two clerks (not named)
  note         response none offered: 'The board did not reply to questions'
  7  line 11  indirect  90%
      source   he said
      cue      said
      content  she would not dive
      speaker  open: nobody named before is a man
      day      day open: of which year is not said ('In spring')

"""


def report(extraction: Extraction, width: int = 80, styled: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=styled, no_color=not styled, highlight=False
    )
    TextWriter(console).write(extraction)
    return re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())


def test_the_plain_report_of_what_is_known() -> None:
    assert report(PIER) == KNOWN


def test_the_styled_report_of_what_is_known() -> None:
    lines = report(PIER, styled=True).splitlines()
    for line in (
        "      accuse        ↳ Ilse Orro · on 2031-05-03 (day: 'Saturday')",
        "      doubting        denied by No. 3",
        "                    ↳ Northline ← Coast Mail (official) ← Radio Lissom",
        "                      in an interview · to reporters",
        "      note          none offered: 'No photograph, however, has been shown' on 1,",
        "   5  line 7          “Orro told our clerk that she was guessing,” it said.",
        "                        said inside No. 4 · to our clerk",
    ):
        assert line in lines


@pytest.mark.parametrize("width", [24, 40, 60, 80, 200])
@pytest.mark.parametrize("styled", [False, True])
def test_all_of_it_wraps_to_the_width(width: int, styled: bool) -> None:
    lines = report(PIER, width, styled).splitlines()
    legend = next((line for line in lines if line.startswith("  no  line")), None)
    for line in lines:
        # Below 45 columns, what is set in is as narrow as it can be.
        assert len(line) <= max(width, 45) or line is legend


def test_nothing_is_said_of_what_is_as_usual() -> None:
    plain = replace(
        CHARGE, speaker=None, said_on=None, act=Act.SAY, stance=Stance.NEUTRAL, evidence=()
    )
    assert report(Extraction(PIER.document, (plain,))).splitlines()[4:] == [
        "  1  line 3  indirect  90%",
        "      source   a retired diver",
        "      cue      claimed",
        "      content  The pier was never inspected",
        "",
    ]


def test_a_speaker_is_told_where_the_source_does_not() -> None:
    view = View(PIER)
    assert tells_more(view, CHARGE)
    named = replace(CHARGE, source=(at("Ilse Orro has dived"),))
    assert not tells_more(view, named)


def test_a_chain_without_a_publisher_begins_with_the_first_carrier() -> None:
    nameless = replace(PIER, document=replace(PIER.document, publisher=None))
    assert said(chain(View(nameless), BOLTS)) == (
        "Coast Mail (official) ← Radio Lissom (church-owned) ← Ilse Orro, retired diver"
    )


def test_an_open_speaker_ends_the_chain_with_the_reason() -> None:
    spring = PIER.attributions[-1]
    carried = replace(spring, carriers=BOLTS.carriers[:1])
    assert said(chain(View(PIER), carried)) == (
        "Northline ← Coast Mail (official) ← open: nobody named before is a man"
    )


def test_who_quotes_himself_is_named_once() -> None:
    inner = replace(GUESS, parent=CHARGE.id)
    view = View(Extraction(PIER.document, (CHARGE, inner), PIER.entities))
    assert said(chain(view, inner)) == "Ilse Orro"


def test_carriers_of_the_whole_document_are_said_once() -> None:
    telmar = Carrier(MAIL.id, "Telmar", at("Pier"))
    found = tuple(replace(a, carriers=(telmar, *a.carriers)) for a in PIER.attributions)
    shown = report(replace(PIER, attributions=found))
    assert "\nall of it through Telmar\n" in shown
    assert shown.count("Telmar") == 2  # and in the one chain that has other carriers
    assert "Northline ← Telmar ← Coast Mail (official)" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("value", "precision", "shown"),
    [
        ("2031-05-03", Precision.DAY, "on 2031-05-03 (day: 'Saturday')"),
        ("2031-W01", Precision.WEEK, "in the week of 2030-12-30 (week: 'Saturday')"),
        ("2031-W99", Precision.WEEK, "in the week of 2031-W99 (week: 'Saturday')"),
        ("2031-04", Precision.MONTH, "in 2031-04 (month: 'Saturday')"),
        ("2030", Precision.YEAR, "in 2030 (year: 'Saturday')"),
    ],
)
def test_days(value: str, precision: Precision, shown: str) -> None:
    assert day(View(PIER), SaidOn(value, precision, at("Saturday"))) == shown


def test_acts() -> None:
    assert act(BOLTS) == []
    assert act(CHARGE) == ["accuse", "doubting"]
    assert act(SILENCE) == ["not confirm"]
    assert act(replace(BOLTS, negated=True)) == ["not say"]


def test_a_mark_of_the_publishers_without_a_note_has_its_words() -> None:
    mark = Evidence(Status.DISPUTED, at("The board did not reply"), Voice.PUBLISHER)
    shown = report(replace(PIER, attributions=(replace(BOLTS, evidence=(mark,)),), links=()))
    assert "evidence disputed, by the publisher: 'The board did not reply'" in shown


def test_numbers_are_listed_as_runs() -> None:
    assert listed([1, 2, 4, 5, 6, 9]) == "1, 2, 4-6, 9"
    assert listed([]) == ""


def inside(parents: list[int | None]) -> list[Attribution]:
    """Attributions, each said inside the one whose place is given."""
    return [
        replace(CHARGE, id=f"a{n}", parent=None if parent is None else f"a{parent}")
        for n, parent in enumerate(parents)
    ]


def test_what_is_said_inside_stands_under_it() -> None:
    found = inside([None, 3, None, None, 0, 4])
    assert [(depth, a.id) for depth, a in nested(found)] == [
        (0, "a0"),
        (1, "a4"),
        (2, "a5"),
        (0, "a2"),
        (0, "a3"),
        (1, "a1"),
    ]


@given(st.lists(st.none() | st.integers(0, 9), max_size=8))
def test_every_attribution_is_shown_once_whatever_is_inside_what(
    parents: list[int | None],
) -> None:
    found = inside(parents)
    assert sorted(a.id for _, a in nested(found)) == sorted(a.id for a in found)
    extraction = replace(PIER, attributions=tuple(found), notes=(), links=())
    shown = report(extraction)
    for number in range(1, len(found) + 1):
        assert len(re.findall(rf"^ *{number}  line ", shown, re.MULTILINE)) == 1
