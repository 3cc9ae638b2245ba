"""What goes wrong with a record is one clear line, and the record is as it was."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import press
import pytest
import quay
from invented_paper import reports

from reportedly.record import Record

ASKING = (
    ("claims",),
    ("narratives",),
    ("speakers",),
    ("documents",),
    ("reuse",),
    ("judge",),
    ("search", "gates"),
    ("trace", "the gates were closed"),
    ("show", "d0123456789ab"),
    ("versions", "https://quay.invalid/gates"),
    ("drift", "c0123456789ab-0123456789"),
    ("record", "check"),
    ("export",),
)


def one_line(done: Any, status: int, *words: str) -> None:
    assert done.status == status, done.err
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert done.err.startswith("reportedly: ")
    for word in words:
        assert word in done.err


@pytest.mark.parametrize("call", ASKING, ids=lambda call: call[0])
def test_asking_where_there_is_no_record(say: Any, tmp_path: Path, call: tuple[str, ...]) -> None:
    one_line(say(*call), 1, "reportedly.db: there is no record")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [*ASKING, ("add", "a.txt")], ids=lambda call: call[0])
def test_a_file_that_is_no_record(say: Any, tmp_path: Path, call: tuple[str, ...]) -> None:
    file = tmp_path / "reportedly.db"
    file.write_text("a poem", encoding="utf-8")
    one_line(say(*call), 1, "reportedly.db: the file is no record")
    assert file.read_text(encoding="utf-8") == "a poem"


def test_a_newer_record(say: Any, paper: Path) -> None:
    with sqlite3.connect(paper / "reportedly.db") as base:
        base.execute("UPDATE versions SET version_num = '99'")
    before = (paper / "reportedly.db").read_bytes()
    for call in (("claims",), ("add", "paper.jsonl")):
        one_line(say(*call), 1, "version 99", "knows versions up to")
    assert (paper / "reportedly.db").read_bytes() == before


def test_a_locked_record(say: Any, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    press.newspaper(paper / "later.jsonl", [quay.LATER])
    opening = Record.open
    monkeypatch.setattr(Record, "open", lambda where, **how: opening(where, **how, wait=0.2))
    holder = sqlite3.connect(paper / "reportedly.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    one_line(say("add", "later.jsonl"), 1, "another program is writing")
    assert say("claims").status == 0, "readers are not kept out"
    holder.execute("ROLLBACK")
    holder.close()
    assert say("add", "later.jsonl").status == 0
    assert say("record", "check").status == 0


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_protected_record(say: Any, paper: Path) -> None:
    press.newspaper(paper / "later.jsonl", [quay.LATER])
    (paper / "reportedly.db").chmod(0o400)
    one_line(say("add", "later.jsonl"), 1, "write-protected")
    assert say("claims").status == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk(say: Any, small_disk: Path, tmp_path: Path) -> None:
    """It stops with one line; once there is room, the same command goes on."""
    record, paper = small_disk / "a.db", reports(tmp_path / "paper", 12)
    say("add", paper / "000.json", "--record", record)
    ballast = small_disk / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as out:
        while out.write(bytes(4096)):
            pass
    one_line(say("add", paper, "--record", record), 1, "disk")
    ballast.unlink()
    assert say("record", "check", "--record", record).status == 0
    assert say("add", paper, "--record", record).status == 0
    assert say("record", "check", "--record", record).status == 0
    say("add", paper, "--record", tmp_path / "other.db")
    assert len(_documents(record)) == len(_documents(tmp_path / "other.db")) == 12
    assert _documents(record) == _documents(tmp_path / "other.db")


def _documents(file: Path) -> list[tuple[str, int]]:
    with Record.open(file) as record:
        return [(d.key, d.attributions) for d in record.documents()]


# Wrong calls


def test_an_unknown_id_offers_the_nearest(say: Any, paper: Path) -> None:
    right = say("documents", "-f", "csv").out.splitlines()[1].split(",")[1]
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    for command in ("show", "versions", "reuse"):
        one_line(say(command, wrong), 2, f"the record holds no '{wrong}'", right)
    one_line(say("trace", wrong), 2, right)
    one_line(say("drift", "c" + wrong[1:] + "-0123456789"), 2, "c" + right[1:])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("search", "--act", "sing"), ("--act 'sing'", "deny")),
        (("search", "--evidence", "much"), ("--evidence 'much'", "unverified")),
        (("search", "--since", "soon"), ("not a day",)),
        (("judge", "q1", "same"), ("no question's id",)),
        (("judge", "qe1-99", "same"), ("no question qe1-99",)),
        (("judge", "qe1-2", "perhaps"), ("same, different, unsure",)),
        (("judge", "a", "b", "c", "same"), ("two ids are meant",)),
        (("judge", "--undo"), ("no judgement to take back",)),
        (("judge", "--undo", "j123"), ("no judgement j123",)),
        (("show", ""), ("holds no ''",)),
        (("import", "missing.jsonl"), ("missing.jsonl: no such file",)),
        (("claims", "--record", "mysql://a/b"), ("a record is a file or postgresql://",)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_wrong_call(say: Any, paper: Path, call: tuple[str, ...], words: tuple[str, ...]) -> None:
    status = 1 if "mysql://a/b" in call else 2
    one_line(say(*call), status, *words)
    assert say("record", "check").status == 0


def test_no_export(say: Any, paper: Path) -> None:
    (paper / "poem.jsonl").write_text("a poem\n", encoding="utf-8")
    said = say("import", "poem.jsonl")
    assert said.status == 1
    assert "poem.jsonl: neither an export of a record nor ClaimReviews" in said.err
    (paper / "binary").write_bytes(b"\x7fELF\x02\x01" + bytes(range(32)) * 9)
    said = say("import", "binary")
    assert said.status == 1
    assert "binary: looks like" in said.err
    whole = say("export").out.splitlines(keepends=True)
    (paper / "cut.jsonl").write_text("".join(whole[:-1]), encoding="utf-8")
    one_line(say("import", "cut.jsonl", "--record", "new.db"), 1, "cut off")
    (paper / "whole.jsonl").write_text("".join(whole), encoding="utf-8")
    assert say("import", "whole.jsonl", "--record", "new.db").status == 0
    assert say("export", "--record", "new.db").out == "".join(whole)
