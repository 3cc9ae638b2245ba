"""Whatever ends `add` in the middle, no finished document is lost, and the next run goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import press
import pytest
from adder import NEVER, Adder, adder
from invented_paper import reports
from postgres import Server
from recounted import exported, recounted

from reportedly.record import Outcome, Record, Taken
from reportedly.schema import StoreError

KILLS = {"sqlite": 20, "postgresql": 4}
"""A server takes no harm from a client that dies; a file is the client's own."""


@pytest.fixture(scope="module")
def working() -> Iterator[Adder]:
    with adder() as running:
        yield running


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return reports(tmp_path / "paper", 30)


def held_by(address: str) -> tuple[Any, list[str]]:
    """What a sound record answers, and all that it holds."""
    with Record.open(address, create=False) as record:
        assert not list(record.check())
        return recounted(record), exported(record.export())


def undisturbed(working: Adder, address: str, paper: Path) -> tuple[float, Any]:
    """Add all in one go: how many seconds it took, and what there is then."""
    begun = time.monotonic()
    assert working.add(address, paper) == 0
    return time.monotonic() - begun, held_by(address)


def test_killed_at_many_moments(
    where: Callable[[], str], working: Adder, paper: Path, request: pytest.FixtureRequest
) -> None:
    """The moments are drawn from the time that the work takes; whatever of it is done is kept."""
    took, expected = undisturbed(working, where(), paper)
    assert len(expected[0]["claims"]) > 5
    assert expected[0]["narratives"]
    assert expected[0]["reuse"]
    kills = KILLS[request.node.callspec.params["where"]]
    chance, killed = random.Random(11), 0  # noqa: S311
    while killed < kills:
        address, ended = where(), -signal.SIGKILL
        while ended:
            moment = chance.uniform(0, took / 2) if killed < kills else NEVER
            ended = working.add(address, paper, moment)
            assert ended in (0, -signal.SIGKILL)
            killed += ended != 0
        assert held_by(address) == expected, f"after {killed} kills"


def test_the_command_is_killed(tmp_path: Path, paper: Path) -> None:
    """The program as people run it, with its weights; two moments, as it takes long to begin."""
    for article in sorted(paper.iterdir())[8:]:
        article.unlink()
    chance = random.Random(5)  # noqa: S311
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    begun = time.monotonic()
    assert command("add", paper, "--record", one).wait(300) == 0
    took = time.monotonic() - begun
    for _ in range(2):
        process = command("add", paper, "--record", other)
        time.sleep(chance.uniform(took / 3, took))
        process.kill()
        process.wait(60)
    assert command("add", paper, "--record", other).wait(300) == 0
    assert held_by(str(one)) == held_by(str(other))


def command(*arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "reportedly", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_a_server_that_goes_away(
    postgres: Server, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.employ(monkeypatch)
    whole, address = postgres.database(), postgres.database()
    with Record.open(whole) as record:
        record.add([str(paper)])
    told: list[Taken] = []

    def count(taken: Taken) -> None:
        told.append(taken)
        if len(told) == 9:
            postgres.stop(signal.SIGQUIT)

    try:
        with Record.open(address) as record, pytest.raises(StoreError) as lost:
            record.add([str(paper)], tell=count)
    finally:
        postgres.start()
    assert "server" in str(lost.value)
    assert "\n" not in str(lost.value)
    with Record.open(address) as record:
        held = [t.outcome for t in record.add([str(paper)])].count(Outcome.HELD)
    assert held == 9, "nothing that was told to be added is lost"
    assert held_by(address) == held_by(whole)
