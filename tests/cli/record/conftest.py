"""What the tests of the record's commands share: a record of five articles, and the commands."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import press
import pytest
import quay

from reportedly.cli import main


@dataclass(frozen=True, slots=True)
class Said:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str


Say = Callable[..., Said]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Runs a command in this process, in a folder of its own: a process takes a second to begin."""
    press.employ(monkeypatch)
    monkeypatch.setattr("reportedly.cli.background.give_way", lambda: None)  # these tests do not
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REPORTEDLY_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "88")

    def say(*arguments: str | Path, stdin: str = "") -> Said:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with monkeypatch.context() as streams:
            streams.setattr(sys, "argv", ["reportedly", *map(str, arguments)])
            streams.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            streams.setattr(sys, "stdout", out)
            streams.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as ended:
                main()
        return Said(int(ended.value.code or 0), *(_read(stream) for stream in (out, err)))

    return say


def _read(stream: io.TextIOWrapper) -> str:
    stream.flush()
    data: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return data.decode()


@pytest.fixture
def paper(say: Say, tmp_path: Path) -> Path:
    """The articles are in `reportedly.db` of this folder, the record where none is named."""
    press.newspaper(tmp_path / "paper.jsonl", quay.PAPERS)
    done = say("add", "paper.jsonl")
    assert done.status == 0, done.err
    return tmp_path
