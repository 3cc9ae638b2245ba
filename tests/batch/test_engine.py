"""The engine: set up in one place, silent, and no cluster is waited for that does not answer."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from engaged import doubling, dying, failing, refusing

from reportedly.batch.apart import Apart, Failure
from reportedly.batch.engine import cores, daft, session
from reportedly.schema import RunError


def said_by(function: Callable[..., None], *arguments: object) -> list[str]:
    apart, said = Apart(function, *arguments), []
    try:
        while not apart.ended:
            if answer := apart.next(0.1):
                said.append(answer)
    finally:
        apart.stop()
    return said


def test_tasks_are_done_in_processes_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    (workers, query, cluster), *answers = (line.split() for line in said_by(doubling))
    assert (workers, cluster) == ("1", "False")
    assert [answer[0] for answer in answers] == ["2", "4", "6"]
    assert len({answer[1] for answer in answers} | {query, str(os.getpid())}) == 3
    assert {answer[2] for answer in answers} == {"true"}


def test_how_a_process_ends_is_told() -> None:
    with pytest.raises(RunError, match="the disk is full"):
        said_by(refusing)
    with pytest.raises(Failure, match="KeyError: 'two'"):
        said_by(failing)
    with pytest.raises(Failure, match=r"a process died \(exit status -9\)"):
        said_by(dying)


def test_whoever_asks_to_be_tracked_is_not() -> None:
    program = "import reportedly.batch.engine, os; print(os.environ['DO_NOT_TRACK'])"
    env = {**os.environ, "DO_NOT_TRACK": "false"}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=True)
    assert done.stdout == b"true\n"
    assert daft.__name__ == "daft"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nowhere", "--ray nowhere: HOST:PORT of the cluster's head is meant"),
        ("127.0.0.1:99999", "127.0.0.1:99999: no Ray cluster answers there"),
        ("127.0.0.1:9", "127.0.0.1:9: no Ray cluster answers there (connection refused)"),
        ("no-such-host.invalid:6379", "no-such-host.invalid:6379: no Ray cluster answers there"),
    ],
)
def test_an_address_that_is_none(address: str, said: str) -> None:
    with pytest.raises(RunError) as refused, session(ray=address):
        pass
    assert str(refused.value).startswith(said)


def test_what_listens_there_is_no_cluster() -> None:
    """In a process of its own: Ray's threads go on waiting for it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        program = (
            "import os\n"
            "from reportedly.batch.engine import session\n"
            "try:\n"
            f"    session(ray={address!r}).__enter__()\n"
            "except Exception as error:\n"
            "    print(error, flush=True)\n"
            "os._exit(0)\n"
        )
        begun = time.monotonic()
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
        took = time.monotonic() - begun
    assert done.stdout.decode().startswith(f"{address}: no Ray cluster answers there")
    assert took < 30


def test_cores() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
