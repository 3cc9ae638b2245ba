"""The forms for programs: every one points at the same characters."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from pier import PIER
from strategies import extractions

from reportedly.cli.formats.brat import BratWriter
from reportedly.cli.formats.jsonl import JsonLinesWriter
from reportedly.cli.formats.table import COLUMNS, CsvWriter
from reportedly.export.brat import standoff
from reportedly.schema import (
    Attribution,
    BlockKind,
    Document,
    Extraction,
    Kind,
    RunError,
    Span,
    Spans,
    from_json,
    merge,
    text_id,
)

TEXT = "“No,”\r\nsaid Mira, “never\r\n\r\nagain.”"
NO, SAID, MIRA = Span(0, 5), Span(7, 11), Span(12, 16)
NEVER = Span(18, len(TEXT))


def extraction(path: str, *found: tuple[Spans, Spans, Spans], text: str = TEXT) -> Extraction:
    attributions = tuple(
        Attribution(f"a{n}", *roles, Kind.DIRECT, BlockKind.BODY, 0.75)
        for n, roles in enumerate(found)
    )
    return Extraction(Document(text_id(text), text, path=path), attributions)


ONE = extraction("no.txt", ((MIRA,), (SAID,), (NO, NEVER)), ((), (SAID,), (NO,)))


@given(extractions())
@settings(max_examples=100)
def test_json_lines_are_one_line_each(found: Extraction) -> None:
    stream = io.StringIO()
    JsonLinesWriter(stream).write(found)
    (line,) = stream.getvalue().splitlines()  # of every kind that Python knows
    assert from_json(json.loads(line)) == found


def test_csv_rows() -> None:
    stream = io.StringIO()
    CsvWriter(stream).write(ONE)
    first, second = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert tuple(first) == COLUMNS
    assert first["content"] == "“No,” … “never\r\n\r\nagain.”"
    assert first["content_spans"] == f"0-5;18-{len(TEXT)}"
    assert (first["source"], first["cue"], first["cue_spans"]) == ("Mira", "said", "7-11")
    assert (first["line"], first["kind"], first["block"]) == ("1", "direct", "body")
    assert first["confidence"] == "0.750"
    assert (second["source"], second["source_spans"]) == ("", "")


def test_brat_standoff() -> None:
    end = len(TEXT)
    assert list(standoff(ONE)) == [
        "T1\tAttribution 7 11\tsaid",
        "T2\tCue 7 11\tsaid",
        "T3\tSource 12 16\tMira",
        f"T4\tContent 0 5;18 24;28 {end}\t“No,” “never again.”",
        "E1\tAttribution:T1 Cue:T2 Source:T3 Content:T4",
        "T5\tAttribution-no-source 7 11\tsaid",
        "T6\tCue 7 11\tsaid",
        "T7\tContent 0 5\t“No,”",
        "E2\tAttribution-no-source:T5 Cue:T6 Content:T7",
    ]


def test_csv_says_what_is_known() -> None:
    stream = io.StringIO()
    CsvWriter(stream).write(PIER)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    bolts, denial, guess, silence, spring = (rows[n] for n in (1, 2, 4, 5, 6))
    assert (bolts["speaker"], bolts["speaker_type"]) == ("Ilse Orro", "person")
    assert bolts["roles"] == "retired diver"
    assert bolts["carriers"] == "Coast Mail > Radio Lissom"
    assert (bolts["venue"], bolts["addressee"]) == ("in an interview", "reporters")
    assert bolts["evidence"] == "claimed (speaker); none offered (publisher)"
    assert (bolts["act"], bolts["negated"], bolts["stance"]) == ("say", "false", "neutral")
    assert (denial["said_on"], denial["precision"]) == ("2031-W17", "week")
    assert (guess["number"], guess["parent_number"], bolts["parent_number"]) == ("5", "4", "")
    assert (silence["act"], silence["negated"]) == ("confirm", "true")
    assert (spring["speaker"], spring["speaker_open"]) == ("", "nobody named before is a man")


def test_columns_that_were_there_stay_where_they_were() -> None:
    assert COLUMNS[5:17] == (
        *("attribution", "line", "kind", "block", "confidence", "source", "cue", "content"),
        *("source_from", "source_spans", "cue_spans", "content_spans"),
    )


def test_brat_says_what_is_known() -> None:
    lines = [line for line in standoff(PIER) if line[0] in "A#"]
    assert lines == [
        "A1\tAct E1 accuse",
        "A2\tStance E1 doubting",
        "#1\tAnnotatorNotes E1\tspeaker: Ilse Orro; on 2031-05-03 (day: 'Saturday')",
        "#2\tAnnotatorNotes E2\tspeaker: Ilse Orro; chain: Northline ← Coast Mail (official) "
        "← Radio Lissom (church-owned) ← Ilse Orro, retired diver",
        "A3\tAct E3 deny",
        "#3\tAnnotatorNotes E3\tspeaker: harbour board; "
        "in the week of 2031-04-21 (week: 'last week')",
        "#4\tAnnotatorNotes E4\tspeaker: harbour board",
        "#5\tAnnotatorNotes E5\tspeaker: Ilse Orro; chain: harbour board ← Ilse Orro",
        "A4\tAct E6 confirm",
        "A5\tNegated E6",
        "#6\tAnnotatorNotes E6\tspeaker: Two clerks",
        "#7\tAnnotatorNotes E7\tspeaker: open, nobody named before is a man; "
        "day open: of which year is not said ('In spring')",
    ]


@given(extractions())
@settings(max_examples=100)
def test_brat_keeps_one_line_each(found: Extraction) -> None:
    for line in standoff(found):
        if line[0] in "A#":
            assert len(line.splitlines()) == 1
            assert line.count("\t") == (2 if line[0] == "#" else 1)


def read_back(lines: list[str], text: str) -> list[dict[str, Spans]]:
    """The roles of each event, as any reader of brat's form finds them."""
    bound: dict[str, Spans] = {}
    events = []
    for line in lines:
        key, rest = line.split("\t", 1)
        if key.startswith("T"):
            where, said = rest.split("\t")
            pairs = (pair.split() for pair in where.split(" ", 1)[1].split(";"))
            bound[key] = tuple(Span(int(a), int(b)) for a, b in pairs)
            assert said == " ".join(span.read(text) for span in bound[key])
        elif key.startswith("E"):
            roles = (pair.split(":") for pair in rest.split())
            events.append({name.lower(): bound[target] for name, target in roles})
    return events


@given(
    extractions().filter(
        lambda e: not re.search(r"[\t\n\r\x0b-\x1e\x85\u2028\u2029]", e.document.text)
    )
)
@settings(max_examples=100)
def test_brat_reads_back(found: Extraction) -> None:
    events = read_back(list(standoff(found)), found.document.text)
    for event, attribution in zip(events, found.attributions, strict=True):
        assert merge(event.get("source", ())) == merge(attribution.source)
        assert merge(event["cue"]) == merge(attribution.cue)
        assert merge(event["content"]) == merge(attribution.content)


def test_brat_texts_are_unchanged(tmp_path: Path) -> None:
    BratWriter(tmp_path / "new" / "folder").write(ONE)
    assert (tmp_path / "new" / "folder" / "no.txt").read_bytes() == TEXT.encode()


def test_brat_names_are_the_documents_own_and_differ(tmp_path: Path) -> None:
    writer = BratWriter(tmp_path)
    paths = [
        "news/item.txt",
        "more/item.html.gz",
        "Item.txt",
        "item-2.txt",
        "dump.jsonl:12",
        "https://example.org/2031/a?b=c",
        "../..",
        "-",
        "ä/" + "x" * 400,
    ]
    for path in paths:
        writer.write(extraction(path))
    assert sorted(p.stem for p in tmp_path.glob("*.ann")) == sorted(
        [
            "item",
            "item-2",
            "Item-3",
            "item-2-2",
            "dump-12",
            "example.org-2031-a-b-c",
            "document",
            "document-2",
            "x" * 100,
        ]
    )
    assert not list(tmp_path.parent.glob("*.ann"))


def test_brat_mixes_no_runs(tmp_path: Path) -> None:
    BratWriter(tmp_path).write(ONE)
    with pytest.raises(RunError, match="annotations already"):
        BratWriter(tmp_path)
    with pytest.raises(RunError, match=r"no\.txt"):
        BratWriter(tmp_path / "no.txt")
