"""`--explain`: the fields of an attribution, and the words that each was decided by."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from pier import BOLTS, CHARGE, GUESS, PIER
from rich.console import Console
from strategies import extractions

from reportedly.cli.report.asked import Asked
from reportedly.cli.report.explain import ExplainWriter
from reportedly.export.wording.view import View
from reportedly.schema import Attribution, Extraction


def explained(*keys: str, documents: tuple[Extraction, ...] = (PIER,)) -> str:
    stream = io.StringIO()
    writer = ExplainWriter(Console(file=stream, width=80, no_color=True), Asked(keys))
    for document in documents:
        writer.write(document)
    return stream.getvalue()


CHARGED = """\
Pier is rotten, retired diver says
Northline · 2031-05-04 · pier.txt

  1  line 3  indirect  90%  accuse  doubting
      source   a retired diver
      cue      claimed
      content  The pier was never inspected

      id          a-charge
      kind        indirect: none of the content stands in quotation marks
      confidence  90%: of a hundred that are as sure, a careful reader marks
                  about 90
      speaker     Ilse Orro, retired diver (person)
                  because the only diver that is named: 'Ilse Orro has dived'
                  (line 3)
      said_on     on 2031-05-03 (day: 'Saturday')
                  because the last Saturday before publication: 'Saturday' (line
                  3)
      act         accuse
      stance      doubting
      link        denied by No. 3
      note        none offered: 'No photograph, however, has been shown'

"""


def test_an_explanation() -> None:
    assert explained("1") == CHARGED


def test_what_else_can_be_known() -> None:
    shown = explained("2", "5", "7", "6")
    for line in (
        "      carriers    Coast Mail (official) ← Radio Lissom (church-owned)\n"
        "                  because “according to” names a medium: 'Coast Mail' (line 5)\n",
        "      venue       in an interview\n",
        "      addressee   reporters\n",
        "      evidence    claimed, by the speaker: 'I have photographs'\n",
        "      parent      said inside No. 4\n",
        "      speaker     open: nobody named before is a man\n",
        "      negated     yes: the cue is denied or refused\n",
    ):
        assert line in shown


def test_reasons_of_other_fields_are_said_too() -> None:
    assert "      occasion    because a week that is named begins a new one\n" in explained("3")


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("1", CHARGE),
        ("a2", BOLTS),
        ("05", GUESS),
        ("a-guess", GUESS),
        ("0", None),
        ("8", None),
        ("a", None),
        ("-1", None),
        ("9" * 5000, None),
        ("", None),
        ("guess", None),
    ],
)
def test_ways_to_ask(key: str, found: Attribution | None) -> None:
    assert View(PIER).asked(key) == found


def test_each_is_explained_once_in_text_order() -> None:
    shown = explained("5", "a1", "1", "a-charge")
    assert shown.count("      id          ") == 2
    assert shown.index("a-charge") < shown.index("a-guess")


def test_documents_without_it_are_passed_over() -> None:
    short = Extraction(PIER.document, (CHARGE,))
    shown = explained("5", documents=(short, PIER, short))
    assert shown.count("Northline") == 1
    assert explained("1", documents=(short, PIER)).count("Northline") == 2


def test_what_is_missing_is_told_apart() -> None:
    asked = Asked(("5", "99", "5"))
    assert not list(asked.missing())  # nothing was read: it may have been there
    asked.of(View(Extraction(PIER.document, (CHARGE,))))
    assert [line.partition(":")[0] for line in asked.missing()] == ["--explain 5", "--explain 99"]
    assert not asked.any_found
    asked.of(View(PIER))
    assert list(asked.missing()) == [
        "--explain 99: no attribution has that number or id; they are numbered from 1 to 7 at most"
    ]
    assert asked.any_found


@given(extractions())
@settings(max_examples=100)
def test_whatever_there_is_can_be_explained(extraction: Extraction) -> None:
    shown = explained(*(str(n) for n in range(1, 5)), documents=(extraction,))
    assert shown.count("      id          ") == len(extraction.attributions)
    assert not [c for c in shown if ord(c) < 32 and c != "\n"]
