"""`export` and `import` as they are typed."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reportedly.cli.record import exporting
from reportedly.export import FORMATS

REVIEW = {
    "@type": "ClaimReview",
    "url": "https://gauge.invalid/1",
    "author": {"@type": "Organization", "name": "Gauge Desk"},
    "claimReviewed": "Velmar closed the northern gates of Ostia",
    "itemReviewed": {"author": {"@type": "Person", "name": "Odo Brandt"}},
    "reviewRating": {"alternateName": "Partly so"},
}


def claim(say: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(say("claims", "-f", "jsonl", "-n", "1").out)
    return found


def test_one_thing_is_exported_by_its_id(say: Any, paper: Path) -> None:
    found = claim(say)
    done = say("export", found["id"], "--format", "jsonl")
    assert (done.status, done.err) == (0, "")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert {line["id"] for line in lines} == {said["id"] for said in found["attributions"]}
    assert {line["claim"] for line in lines} == {found["id"]}
    document = found["attributions"][0]["id"].split("/")[0]
    assert document in say("export", document, "-f", "csv").out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_to_a_file(say: Any, paper: Path, name: str) -> None:
    done = say("export", claim(say)["id"], "-f", name, "-o", "out.file")
    assert (done.status, done.out, done.err) == (0, "", "")
    data = (paper / "out.file").read_bytes()
    assert len(data) > 200
    assert zipfile.is_zipfile(io.BytesIO(data)) == FORMATS[name].binary


def test_a_search_is_exported_with_its_filters(say: Any, paper: Path) -> None:
    done = say("export", "--search", "gates", "--act", "deny", "-f", "jsonl")
    assert done.status == 0
    acts = [json.loads(line)["act"] for line in done.out.splitlines()]
    assert acts == ["deny", "deny"]
    assert say("export", "--publisher", "mole", "-f", "jsonl").out.count("\n") == 2


def test_it_is_said_that_there_may_be_more(say: Any, paper: Path) -> None:
    done = say("export", "--search", "gates", "-n", "2", "-f", "jsonl")
    assert done.out.count("\n") == 2
    assert done.err == "reportedly: the first 2 statements; there may be more\n"
    assert say("export", "--search", "gates", "-n", "50", "-f", "jsonl").err == ""


def test_names_begin_with_the_base(say: Any, paper: Path) -> None:
    done = say("export", "-f", "prov", "--base", "https://desk.invalid/r")
    assert "<https://desk.invalid/r/documents/d" in done.out
    assert "urn:reportedly:documents" not in done.out


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("-f", "xml"), "no format 'xml': one of jsonl, annotations, "),
        (("-f", "report"), "report is of a claim, not of a record"),
        (("d000000000000",), "holds no 'd000000000000'"),
        (("d000000000000", "--search", "x"), "either one thing is exported or what a search finds"),
        (("--base", "here"), "no base for names"),
        (("--act", "sing"), "--act 'sing': one of "),
        (("--since", "soon"), "not a day"),
        (("-o", "no/such/folder"), "no/such/folder: no such file or directory"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_wrong_call(say: Any, paper: Path, call: tuple[str, ...], words: str) -> None:
    done = say("export", *call)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("reportedly: ")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_an_archive_is_kept_from_a_terminal(
    say: Any, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(exporting, "sys", SimpleNamespace(stdout=terminal))
    done = say("export", "-f", "brat")
    assert done.status == 2
    assert "name a file with --output" in done.err


def test_reviews_are_imported_from_a_file_and_from_standard_input(say: Any, paper: Path) -> None:
    (paper / "reviews.json").write_text(json.dumps([REVIEW]), encoding="utf-8")
    done = say("import", "reviews.json")
    assert (done.status, done.err) == (0, "reportedly: reportedly.db: 1 review: 1 added\n")
    again = say("import", "-", stdin=json.dumps(REVIEW) + "\n")
    assert again.err == "reportedly: reportedly.db: 1 review: 1 held already\n"
    assert "Gauge Desk" in claim(say)["publishers"]


def test_reviews_that_cannot_be_taken_are_named(say: Any, paper: Path) -> None:
    lines = [REVIEW, {"@type": "ClaimReview"}, {**REVIEW, "inLanguage": "fr"}]
    (paper / "reviews.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = say("import", "reviews.jsonl")
    assert done.status == 1
    assert done.err.splitlines() == [
        "reportedly: reviews.jsonl[1]: a ClaimReview without 'claimReviewed'",
        "reportedly: reviews.jsonl[2]: it says that it is in 'fr'; use --language any",
        "reportedly: reportedly.db: 3 reviews: 1 added, 2 left out",
    ]
    assert say("import", "reviews.jsonl", "--language", "any").err.count("left out") == 1


def test_the_formats_are_explained(say: Any) -> None:
    told = say("export", "--help").out
    for found in FORMATS.values():
        assert f"  {found.name} " in told
        assert found.help[:40] in told


def test_tables_go_into_a_folder_and_from_there_into_a_record(say: Any, paper: Path) -> None:
    done = say("export", "-f", "parquet", "--out", "tables")
    assert (done.status, done.out) == (0, "")
    assert "documents in tables" in done.err
    assert (paper / "tables" / "run.json").is_file()
    read = say("import", "tables", "--record", "other.db")
    assert read.status == 0
    assert "documents read" in read.err
    assert (
        say("claims", "-f", "jsonl", "--record", "other.db").out == say("claims", "-f", "jsonl").out
    )


def test_a_folder_takes_the_whole_record_alone(say: Any, paper: Path) -> None:
    done = say("export", claim(say)["id"], "-f", "parquet", "-o", "tables")
    assert done.status == 2
    assert "a folder takes the whole record" in done.err
    assert not (paper / "tables").exists()


def test_a_folder_that_is_no_run(say: Any, paper: Path) -> None:
    (paper / "empty").mkdir()
    done = say("import", "empty", "--record", "other.db")
    assert done.status == 2
    assert "no tables of a run" in done.err
    assert not (paper / "other.db").exists()


def test_tables_need_pyarrow(say: Any, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.record.importing.find_spec", lambda _: None)
    (paper / "empty").mkdir()
    for call in (("import", "empty"), ("export", "-f", "parquet", "-o", "tables")):
        done = say(*call)
        assert done.status == 2
        assert "pip install 'reportedly[parquet]'" in done.err
