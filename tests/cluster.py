"""A Ray cluster of processes on loopback: a head that does not work, and nodes of one processor.

Its parts are ended by their own ids, so that other clusters on the machine go on.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

STORE = 150_000_000
"""Bytes of each node's store of objects."""

BEGINS = 60.0
"""Seconds that a part may take to begin."""

ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "DO_NOT_TRACK": "true"}


class Cluster:
    """A head and its nodes; see `clustered`.

    Args:
        folder: where they log; its path is short, as those of sockets must be.
        environment: in which they work.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = {**environment, **ENVIRONMENT}
        self._parts: list[subprocess.Popen[bytes]] = []
        self.address = f"127.0.0.1:{_free()}"
        host, port = self.address.split(":")
        self._begin("--head", "--port", port, "--include-dashboard=false", "--num-cpus=0")
        _until(lambda: _answers(host, int(port)), "the head does not answer")

    def node(self) -> int:
        """Add a node; the number it goes by."""
        return self._begin("--address", self.address, "--num-cpus=1")

    def kill(self, node: int) -> None:
        """End a node as a machine ends whose power goes off."""
        _killed(self._parts[node])

    def close(self) -> None:
        """End what is left of it."""
        for part in reversed(self._parts):
            _killed(part)

    def _begin(self, *arguments: str) -> int:
        number = len(self._parts)
        with (self._folder / f"{number}.log").open("wb") as log:
            part = subprocess.Popen(
                [
                    *(sys.executable, "-m", "ray.scripts.scripts", "start", "--block"),
                    *("--node-ip-address=127.0.0.1", "--disable-usage-stats"),
                    *(f"--object-store-memory={STORE}", f"--temp-dir={self._folder}"),
                    *arguments,
                ],
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._parts.append(part)
        _until(lambda: _raylet(part.pid) is not None, f"part {number} does not begin")
        return number


@contextmanager
def clustered(nodes: int, environment: Mapping[str, str]) -> Iterator[Cluster]:
    """A cluster with some nodes, for as long as it is wanted."""
    folder = Path(tempfile.mkdtemp(prefix="ray", dir="/tmp"))  # sockets' paths are short
    cluster = Cluster(folder, environment)
    try:
        for _ in range(nodes):
            cluster.node()
        yield cluster
    finally:
        cluster.close()
        shutil.rmtree(folder, ignore_errors=True)


def _killed(part: subprocess.Popen[bytes]) -> None:
    """The processes of a part, all at once."""
    for process in [*_below(part.pid), part.pid]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    part.wait()


def _raylet(process: int) -> int | None:
    """The process of a part that gives work to others."""
    return next((p for p in _below(process) if "raylet" in Path(_command(p)[0]).name), None)


def _below(process: int) -> list[int]:
    """The processes that a process has begun, and those that these have, the deepest first."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [*_below(child), child]
    return found


def _command(process: int) -> list[str]:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_text().split("\0")
    return [""]


def _free() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port: int = made.getsockname()[1]
        return port


def _answers(host: str, port: int) -> bool:
    with suppress(OSError):
        socket.create_connection((host, port), 1).close()
        return True
    return False


def _until(true: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + BEGINS
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(otherwise)
        time.sleep(0.2)
