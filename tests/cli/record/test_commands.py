"""Each command of the record, in each of its forms."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import press
import pytest
import quay

WHERE = "in 5 documents of 3 publishers, 2031-05-05 to 2031-05-08"
LISTS = {
    "claims": (3, "3 claims"),
    "narratives": (1, "1 narrative"),
    "speakers": (4, "4 speakers"),
    "documents": (5, "5 documents"),
    "reuse": (1, "1 pair"),
    "judge": (1, "1 open question"),
}
"""How many each lists, and how it says so."""
FIELDS = {
    "claims": "id label attributions documents publishers speakers origins first last narrative",
    "narratives": "id label claims statements documents publishers speakers first last",
    "speakers": "id name type aliases roles statements documents publishers first last",
    "documents": "id key paths url title publisher published language characters attributions "
    "added_at version versions",
    "reuse": "first second kind passages first_share second_share direction why id",
    "judge": "id matter first second first_words second_words score reasons",
}


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def first(say: Any, command: str) -> dict[str, Any]:
    return lines(say(command, "-f", "jsonl").out)[0]


# Lists


@pytest.mark.parametrize("command", LISTS)
def test_lists_in_all_forms(say: Any, paper: Path, command: str) -> None:
    number, counted = LISTS[command]
    text, jsonl, table = (say(command, "--format", f) for f in ("text", "jsonl", "csv"))
    assert (text.status, jsonl.status, table.status) == (0, 0, 0)
    assert text.out.endswith(f"\n{counted} {WHERE}\n")
    assert text.err == jsonl.err == table.err == ""
    objects = lines(jsonl.out)
    assert len(objects) == len(rows(table.out)) == number
    assert list(rows(table.out)[0]) == FIELDS[command].split()
    assert set(objects[0]) == set(FIELDS[command].split())


@pytest.mark.parametrize("command", LISTS)
def test_nothing_is_said_to_be_nothing(say: Any, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    say("add", "empty.txt")
    noun = LISTS[command][1].split(" ", 1)[1]
    plural = noun if noun.endswith("s") else noun + "s"
    assert say(command).out == f"no {plural} in 0 documents\n"
    assert say(command, "-f", "jsonl").out == ""
    assert say(command, "-f", "csv").out.strip().split(",") == FIELDS[command].split()


@pytest.mark.parametrize("command", ["claims", "speakers", "documents"])
def test_a_limit_is_said_to_be_one(say: Any, paper: Path, command: str) -> None:
    """Twenty of a thousand claims are not all claims there are."""
    assert say(command, "--limit", "1").out.endswith(f"\nthe first {command[:-1]} {WHERE}\n")
    assert say(command, "--limit", "2").out.endswith(f"\nthe first 2 {command} {WHERE}\n")
    assert len(lines(say(command, "-n", "1", "-f", "jsonl").out)) == 1
    assert say(command, "-n", "0").status == 2


def test_claims_are_what_the_format_says(say: Any, paper: Path) -> None:
    gates = first(say, "claims")
    assert gates["label"] == f"that {quay.CLOSED}"
    assert (gates["origins"]["min"], gates["origins"]["max"]) == (2, 3)
    assert all(group["members"] for group in gates["origins"]["groups"])
    said = gates["attributions"][0]
    assert {"document", "path", "attribution", "speaker", "act", "said_on"} <= said.keys()
    assert (gates["first"], gates["last"]) == ("2031-05-04", "2031-05-08")
    assert sorted(gates["publishers"]) == ["The Mole", "The Pier", "The Quay"]


def test_reuse_is_what_the_format_says(say: Any, paper: Path) -> None:
    pair = first(say, "reuse")
    texts = {a["path"]: a["text"] for a in quay.PAPERS}
    one, two = (texts[pair[side]["path"]] for side in ("first", "second"))
    for passage in pair["passages"]:
        (a, b), (c, d) = passage["first"], passage["second"]
        assert one[a:b] == two[c:d]
    assert (pair["kind"], pair["first_share"]) == ("copy", 1.0)
    assert pair["direction"] in ("first to second", "second to first", "unknown")


# One thing


def test_trace_for_reading(say: Any, paper: Path) -> None:
    told = say("trace", quay.CLOSED).out
    assert "6 statements · 3 speakers · 3 documents · 3 publishers" in " ".join(told.split())
    assert "Bela Cox [deny]" in told
    assert "through The Mole ← Harbour Wire" in told
    assert re.search(r"in +quay/gates.txt, characters \d+-\d+", told)
    assert "From at least 2, at most 3 independent origins" in told
    assert "No denial found" not in told


def test_trace_says_where_no_denial_was_found(say: Any, paper: Path) -> None:
    told = " ".join(say("trace", "the harvest of grey pears will be poor").out.split())
    assert f"No denial found {WHERE}." in told
    told = " ".join(say("trace", "seven whales swam up the river").out.split())
    assert f"Nothing that says so was found {WHERE}." in told


def test_trace_in_other_forms(say: Any, paper: Path) -> None:
    (found,) = lines(say("trace", quay.CLOSED, "-f", "jsonl").out)
    assert set(found) == {"asked", "claims", "near", "searched"}
    assert found["searched"]["documents"] == 5
    (row,) = rows(say("trace", found["claims"][0]["id"], "-f", "csv").out)
    assert json.loads(row["claims"])[0]["id"] == found["claims"][0]["id"]


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_show_takes_whatever_has_an_id(say: Any, paper: Path, form: str) -> None:
    gates = first(say, "claims")
    names = [
        gates["id"],
        gates["narrative"],
        gates["attributions"][0]["id"],
        gates["attributions"][0]["speaker_id"],
        first(say, "documents")["key"],
        "quay/gates.txt",
        quay.GATES["url"],
    ]
    for name in names:
        shown = say("show", name, "-f", form)
        assert (shown.status, shown.err) == (0, ""), name
        assert shown.out.strip()


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_versions_in_all_forms(say: Any, paper: Path, form: str) -> None:
    press.newspaper(paper / "later.jsonl", [quay.LATER])
    assert "1 new version" in say("add", "later.jsonl").err
    told = say("versions", quay.GATES["url"], "-f", form)
    assert told.status == 0
    if form == "text":
        assert "+ Bela Cox: that nobody had asked him" in told.out
        assert f"- Bela Cox: that {quay.CLOSED}" in told.out
        assert "version 2 of 2" in told.out
    else:
        found = lines(told.out) if form == "jsonl" else rows(told.out)
        assert len(found) == 2
        assert "nobody had asked him" in str(found[1]["added"])


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_drift_in_all_forms(say: Any, paper: Path, form: str) -> None:
    quoted = f"Ada Morn said on 2031-05-04 “{quay.CLOSED} on purpose”."
    press.newspaper(paper / "quoted.jsonl", [{"path": "q.txt", "text": quoted}])
    say("add", "quoted.jsonl")
    told = say("drift", first(say, "claims")["id"], "-f", form)
    assert told.status == 0
    assert quay.CLOSED in told.out
    if form == "text":
        assert "2 rewordings in 6 documents" in told.out
    elif form == "jsonl":
        assert set(lines(told.out)[0]) == {"first", "second", "drift"}


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_search_in_all_forms(say: Any, paper: Path, form: str) -> None:
    for asked in (
        ("market",),
        ("closed", "--speaker", "brandt", "--since", "2031-05-08"),
        ("--meaning", "Velmar closed the harbour market of Ostia"),
    ):
        told = say("search", *asked, "-f", form, "-n", "1")
        assert (told.status, told.err) == (0, "")
        assert "harbour market" in told.out or "Odo Brandt" in told.out
    assert say("search", "whales").out == f"no statements {WHERE}\n"


def test_search_by_marks(say: Any, paper: Path) -> None:
    denied = lines(say("search", "--act", "deny", "-f", "jsonl").out)
    assert [s["speaker"] for s in denied] == ["Bela Cox", "Bela Cox"]
    carried = lines(say("search", "--carrier", "wire", "--publisher", "mole", "-f", "jsonl").out)
    assert [s["carriers"][0]["name"] for s in carried] == ["Harbour Wire"]
    assert say("search", "--evidence", "unverified").out == f"no statements {WHERE}\n"


# Adding


def test_add_tallies(say: Any, paper: Path) -> None:
    again = say("add", "paper.jsonl")
    assert (again.status, again.out) == (0, "")
    assert again.err == "reportedly: reportedly.db: 5 held already; 0 statements\n"
    (paper / "bad.json").write_text('{"text": 3}', encoding="utf-8")
    worse = say("add", "paper.jsonl", "bad.json", "gone.txt")
    assert worse.status == 1
    assert [line.split(": ")[1] for line in worse.err.splitlines()] == [
        "bad.json",
        "gone.txt",
        "reportedly.db",
    ]
    assert say("add", "paper.jsonl", "-q").err == ""


def test_the_record_is_named_by_option_or_surroundings(
    say: Any, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert say("add", "paper.jsonl", "--record", "other.db").status == 0
    assert (paper / "other.db").exists()
    monkeypatch.setenv("REPORTEDLY_RECORD", "other.db")
    (paper / "reportedly.db").unlink()
    assert len(lines(say("documents", "-f", "jsonl").out)) == 5


# Judging


def test_judge_and_undo(say: Any, paper: Path) -> None:
    asked = first(say, "judge")
    made = say("judge", asked["id"], "same", "--who", "kim", "--note", "one desk")
    assert made.status == 0
    assert "kim" in made.out
    assert f"no open questions {WHERE}" in say("judge").out
    assert [s["statements"] for s in lines(say("speakers", "morn", "-f", "jsonl").out)] == [4]
    (listed,) = lines(say("judge", "--list", "-f", "jsonl").out)
    assert (listed["who"], listed["note"], listed["verdict"]) == ("kim", "one desk", "same")
    assert listed["made_at"]
    assert "taken back" in say("judge", "--undo").out
    assert first(say, "judge")["id"] == asked["id"]
    assert lines(say("judge", "--list", "-f", "jsonl").out)[0]["retracted_at"]
    assert say("judge", "--list", "-f", "csv").out.count("\n") == 2


def test_judge_two_ids(say: Any, paper: Path) -> None:
    gates, *_ = lines(say("claims", "-f", "jsonl").out)
    one, two = (
        next(s["id"] for s in gates["attributions"] if s["speaker"] == who)
        for who in ("Odo Brandt", "Ada Morn")
    )
    assert say("judge", one, two, "different").status == 0
    assert len(lines(say("claims", "-f", "jsonl").out)) == 4
    assert say("judge", "--undo").status == 0
    assert say("judge", one, two, "same", "--origin").status == 0
    assert first(say, "claims")["origins"]["max"] == gates["origins"]["max"] - 1


# Keeping


def test_export_import_check(say: Any, paper: Path) -> None:
    first_made = say("judge", first(say, "judge")["id"], "same", "--who", "kim")
    assert first_made.status == 0
    assert say("export", "-o", "all.jsonl").status == 0
    assert say("export").out == (paper / "all.jsonl").read_text(encoding="utf-8")
    read = say("import", "all.jsonl", "--record", "new.db")
    assert read.err == "reportedly: new.db: 5 documents read, 5 of them new\n"
    assert say("export", "--record", "new.db").out == say("export").out
    piped = say("import", "-", "--record", "piped.db", stdin=say("export").out)
    assert piped.status == 0
    checked = say("record", "check", "--record", "new.db")
    assert (checked.status, checked.out) == (0, "")
    assert checked.err == "reportedly: new.db: sound; 5 documents checked\n"


def test_check_finds_what_does_not_agree(say: Any, paper: Path) -> None:
    import sqlite3

    with sqlite3.connect(paper / "reportedly.db") as base:
        base.execute("UPDATE documents SET digest = 'sha256:0' WHERE n = 1")
    checked = say("record", "check")
    assert checked.status == 1
    assert "digest" in checked.out
