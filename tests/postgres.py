"""A real PostgreSQL for tests: a cluster of its own in a temporary folder, on a Unix socket.

Debian's packages are looked for. Where they are missing, CI installs them, and elsewhere the tests
that need them are skipped.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

_SETTINGS = {
    "listen_addresses": "",
    # What a test leaves behind is thrown away, so that nothing needs to outlive a power cut.
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "50",
    "timezone": "UTC",
}


class Server:
    """A running server, as a user that is not root: PostgreSQL refuses to run as root."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._user = _user()
        self.folder = Path(tempfile.mkdtemp(prefix="reportedly-pg-", dir=_room()))
        self._data = self.folder / "data"
        self._numbers = count(1)
        if self._user:
            shutil.chown(self.folder, self._user)
        options = ("--auth=trust", "--username=record", "--encoding=UTF8", "--locale=C")
        subprocess.run(
            [programs / "initdb", "--no-sync", *options, f"--pgdata={self._data}"],
            check=True,
            capture_output=True,
            cwd=self.folder,
            **self._as(),
        )
        self.start()

    def start(self) -> None:
        settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        log = (self.folder / "log").open("ab")
        self._process = subprocess.Popen(
            [self._programs / "postgres", "-D", self._data, "-k", self.folder, *settings],
            stdout=log,
            stderr=log,
            cwd=self.folder,
            **self._as(),
        )
        log.close()
        end = time.monotonic() + 60
        while True:
            try:
                self.connect().close()
                return
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError((self.folder / "log").read_text()) from None
                time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: SIGINT ends open connections in order; SIGQUIT at once, as a crash does."""
        self._process.send_signal(how)
        self._process.wait(60)

    def remove(self) -> None:
        if self._process.poll() is None:
            self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def database(self) -> str:
        """The address of a new and empty place for a record: a schema of its own."""
        name = f"record_{next(self._numbers)}"
        with self.connect() as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        return f"{self.address()}&options=-csearch_path%3D{name}"

    def address(self, name: str = "postgres") -> str:
        """The address of a database as a whole."""
        return f"postgresql://record@/{name}?host={self.folder}"

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        """A connection of one's own, on which each statement is a transaction."""
        return psycopg.connect(self.address(), autocommit=True, connect_timeout=5)

    def _as(self) -> dict[str, object]:
        return {"user": self._user, "group": self._user, "extra_groups": []} if self._user else {}


def _room() -> str:
    """Where there is room for a cluster: in memory if it has half a gigabyte, as disks are slow.

    Not in the folder of a test: the path of a socket is a hundred characters long at most.
    """
    memory = Path("/dev/shm")  # noqa: S108
    large = memory.is_dir() and shutil.disk_usage(memory).free > 5e8
    return str(memory) if large else tempfile.gettempdir()


def _user() -> str | None:
    """Whom a server runs as: Debian's own user for it, if this one is root."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _programs() -> Path | None:
    """The folder of the newest `initdb` and `postgres`."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda f: int(f.parent.name), reverse=True
    )
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    return next((f for f in folders if all((f / n).exists() for n in ("initdb", "postgres"))), None)


def _install() -> Path:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("update", "-qq"), ("install", "-y", "-qq", "postgresql")):
        subprocess.run(["apt-get", *command], check=True, env=environment, capture_output=True)
    found = _programs()
    if found is None:
        raise RuntimeError("Debian's postgresql was installed, and has no initdb")
    return found


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The server that the tests of a run share."""
    programs = _programs()
    if programs is None:
        if not os.environ.get("CI"):
            pytest.skip("there is no PostgreSQL: `apt-get install postgresql`")
        if os.getuid() != 0:
            pytest.fail(
                "CI has no PostgreSQL, and may not install it: `apt-get install postgresql`"
            )
        programs = _install()
    server = Server(programs)
    try:
        yield server
    finally:
        server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], str]:
    """Gives a new record's address at each call; a test that asks for it runs on both engines."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgres")
        return server.database
    numbers = count(1)
    return lambda: str(tmp_path / f"{next(numbers)}.record")
