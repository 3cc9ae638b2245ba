"""Opening a record: new, old, newer, foreign, locked, full, damaged, gone."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from postgres import Server
from printing import printed
from sqlalchemy import create_engine, text

from reportedly import __version__
from reportedly.schema import StoreError
from reportedly.store import Query, Store
from reportedly.store.migrate import HEAD, KNOWN
from reportedly.store.tables import metadata

FERRY = "Mira Tolan said that the ferry sank."


def engine_url(where: str) -> str:
    if where.startswith("postgresql:"):
        return where.replace("postgresql:", "postgresql+psycopg:", 1)
    return f"sqlite:///{where}"


def change(where: str, *statements: str) -> None:
    """Change a database behind the store's back."""
    engine = create_engine(engine_url(where))
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_a_new_record_is_empty_and_opens_again(where: Callable[[], str]) -> None:
    address = where()
    with Store.open(address) as store:
        first = dict(store.meta)
        assert store.documents.page() == ()
    with Store.open(address, create=False) as store:
        assert store.meta == first
    assert (first["format"], first["program"]) == (HEAD, __version__)


def test_each_record_has_an_id_of_its_own(where: Callable[[], str]) -> None:
    with Store.open(where()) as one, Store.open(where()) as other:
        assert one.meta["id"] != other.meta["id"]


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_the_migrations_make_the_tables(where: Callable[[], str]) -> None:
    address = where()
    Store.open(address).close()
    engine = create_engine(engine_url(address))
    with engine.connect() as connection:
        # SQLite's types are hints, and told by other names than they were given by.
        options = {"compare_type": address.startswith("postgresql:")}
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, metadata)
    engine.dispose()
    # What full text search adds is each engine's own, and not in the tables that statements use.
    # An index by an expression cannot be compared, and `versions` is Alembic's own.
    own = ("words", "names", "ix_summaries_last", "'versions'")
    assert [d for d in differences if not any(name in str(d) for name in own)] == []


def test_the_versions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", "reportedly.store:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == HEAD
    assert sorted(s.revision for s in scripts.walk_revisions()) == sorted(KNOWN)


def old(address: str) -> None:
    """A record of version 1, with a document, as its program left it."""
    Store.open(address).close()
    if address.startswith("postgresql:"):
        change(
            address,
            "ALTER TABLE attributions DROP COLUMN words, DROP COLUMN names",
            "DROP TEXT SEARCH CONFIGURATION reportedly",
            "DROP TEXT SEARCH DICTIONARY reportedly",
        )
    else:
        change(
            address,
            *(f"DROP TRIGGER words_{name}" for name in ("in", "out", "anew")),
            "DROP TABLE words",
        )
    change(
        address,
        "DROP TABLE carriers",
        "UPDATE versions SET version_num = '1'",
        "UPDATE meta SET value = '1' WHERE name = 'format'",
        "UPDATE meta SET value = '0.0.1' WHERE name = 'program'",
        "INSERT INTO documents VALUES (1, 'd1', 'x', 'u', 'p', 'P', NULL, NULL, NULL, 9, 1, 't')",
        "INSERT INTO attributions VALUES (1, 1, 'a1', NULL, 'Mira Tolan', 'say', false, 'neutral',"
        " 'direct', 'body', '2017-W23', '2017-W23', 'the ferry sank', 'she', NULL, NULL, NULL,"
        " 0.5, NULL, 'actsay1 negated0')",
    )


def test_an_old_record_is_migrated(where: Callable[[], str]) -> None:
    address = where()
    old(address)
    with Store.open(address) as store:
        assert [hit.attribution.n for hit in store.search(Query("tolan ferry")).hits] == [1]
        assert (store.meta["format"], store.meta["program"]) == (HEAD, __version__)
        row = store.attributions.get([1])[1]
        assert (row.said_on, row.day) == ("2017-W23", "2017-06-05")


def test_an_old_record_is_not_migrated_for_reading(where: Callable[[], str]) -> None:
    address = where()
    old(address)
    with pytest.raises(StoreError, match=f"version 1 is migrated to {HEAD}"):
        Store.open(address, readonly=True)


def test_a_newer_record_is_refused_and_left_alone(where: Callable[[], str]) -> None:
    address = where()
    Store.open(address).close()
    change(
        address,
        "UPDATE versions SET version_num = '77'",
        "UPDATE meta SET value = '9.9' WHERE name = 'program'",
    )
    with pytest.raises(StoreError, match=rf"version 77, written by reportedly 9\.9.*up to {HEAD}"):
        Store.open(address)
    change(address, f"UPDATE versions SET version_num = '{HEAD}'")  # noqa: S608
    Store.open(address).close()


def test_no_record_where_none_is_to_be_made(where: Callable[[], str]) -> None:
    address = where()
    for options in ({"create": False}, {"readonly": True}):
        with pytest.raises(StoreError, match="there is no record"):
            Store.open(address, **options)  # type: ignore[arg-type]
    assert not Path(address).exists()


def test_a_foreign_database_is_refused(where: Callable[[], str]) -> None:
    address = where()
    change(address, "CREATE TABLE documents (name TEXT)")
    with pytest.raises(StoreError, match="no record"):
        Store.open(address)
    change(address, "INSERT INTO documents VALUES ('still there')")


@pytest.mark.parametrize("content", [b"Not a record.\n" * 100, b"SQLite format 3\0 or so" * 100])
def test_a_file_that_is_no_record_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"note\.txt: the file is no record"):
        Store.open(file)
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="directory"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="there is no folder"):
        Store.open(tmp_path / "none" / "a.record")


@pytest.mark.parametrize("address", ["mysql://there/x", "http://there/x", "", "a\0b"])
def test_an_address_of_something_else(address: str) -> None:
    with pytest.raises(StoreError, match=r"postgresql://"):
        Store.open(address)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be reached") as caught:
        Store.open(f"postgresql://me:secret@/x?host={tmp_path}")
    assert "secret" not in str(caught.value)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    file = tmp_path / "a.record"
    file.touch()
    Store.open(file).close()
    assert file.read_bytes().startswith(b"SQLite format 3\0")


def test_names_that_an_address_could_be_misled_by(tmp_path: Path) -> None:
    for name in ("a b?mode=ro#x%20.record", "mémoire 'été'.record"):
        with Store.open(tmp_path / name) as store, store.write():
            store.documents.add(printed(FERRY))
        assert (tmp_path / name).exists()


def test_reading_while_one_writes(where: Callable[[], str]) -> None:
    address = where()
    with Store.open(address) as writer, Store.open(address, readonly=True) as reader:
        with writer.write():
            writer.documents.add(printed(FERRY))
            assert reader.documents.coverage().documents == 0
        assert reader.documents.coverage().documents == 1
        with reader.read():
            assert reader.documents.coverage().documents == 1
            with writer.write():
                writer.documents.add(printed(FERRY, url="u:2"))
            assert reader.documents.coverage().documents == 1, "one state throughout"
        assert reader.documents.coverage().documents == 2


def test_what_is_open_for_reading_does_not_write(where: Callable[[], str]) -> None:
    address = where()
    Store.open(address).close()
    with Store.open(address, readonly=True) as store:
        with pytest.raises(StoreError, match="read only"), store.write():
            store.documents.add(printed(FERRY))
        assert list(store.check()) == []


def test_a_second_writer_waits(where: Callable[[], str]) -> None:
    address = where()
    Store.open(address).close()
    problems: list[BaseException] = []

    def work(worker: int) -> None:
        try:
            with Store.open(address) as store:
                for number in range(20):
                    with store.write():
                        store.documents.add(printed(FERRY, url=f"u:{worker}:{number}"))
        except BaseException as error:  # noqa: BLE001
            problems.append(error)

    workers = [threading.Thread(target=work, args=(worker,)) for worker in range(3)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()
    assert problems == []
    with Store.open(address) as store:
        assert [row.n for row in store.documents.page()] == list(range(1, 61))
        assert list(store.check()) == []


def test_a_writer_that_does_not_come_to_an_end(where: Callable[[], str]) -> None:
    address = where()
    with Store.open(address) as first, Store.open(address, wait=0.2) as second:
        with first.write():
            first.documents.add(printed(FERRY))
            with pytest.raises(StoreError, match="another program is writing"), second.write():
                pass
        with second.write():
            second.documents.add(printed(FERRY, url="u:2"))
        assert first.documents.coverage().documents == 2


def test_several_make_one_record(where: Callable[[], str]) -> None:
    address, ids = where(), set[str]()

    def make() -> None:
        with Store.open(address) as store:
            ids.add(store.meta["id"])

    workers = [threading.Thread(target=make) for _ in range(4)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()
    assert len(ids) == 1


ADDING = """
import sys
from printing import printed
from reportedly.store import Store
with Store.open(sys.argv[1]) as store:
    print("ready", flush=True)
    number = store.documents.coverage().documents
    while True:
        text = f"Mira Tolan said that ship {number} sank. Odd Berg said that it floats."
        with store.write():
            store.documents.add(printed(text, url=f"u:{number}", vectors=[(1, number), (2, 1)]))
        print(number, flush=True)
        number += 1
"""


def adding(address: str, program: str = ADDING) -> subprocess.Popen[str]:
    """A program of its own that adds documents and says so, one after the other."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )


@pytest.mark.parametrize("moment", [0, 7])
def test_a_killed_writer_loses_nothing_that_it_finished(
    where: Callable[[], str], moment: int
) -> None:
    address = where()
    done = -1
    for _ in range(2):
        with adding(address) as process:
            assert process.stdout
            for line in process.stdout:
                done = max(done, -1 if line == "ready\n" else int(line))
                if line != "ready\n" and done % 8 >= moment:
                    break
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().split()
        done = max([done, *map(int, rest)])
    with Store.open(address) as store:
        assert store.documents.coverage().documents >= done + 1
        assert store.documents.coverage().documents <= done + 3, "one may be done and not told"
        assert list(store.check()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    file, added = small_disk / "a.record", 0
    with Store.open(file) as store:

        def add() -> None:
            with store.write():
                store.documents.add(printed(FERRY + " And so on." * 500, url=f"u:{added}"))

        with pytest.raises(StoreError, match=r"disk (is )?full"):  # noqa: PT012
            for added in range(100_000):  # noqa: B007
                add()
        assert added > 3
        assert store.documents.coverage().documents == added
        for path in small_disk.glob("a.record.*"):
            path.unlink()
    elsewhere = shutil.copytree(small_disk, small_disk.parent / "large") / "a.record"
    with Store.open(elsewhere) as store:
        assert store.documents.coverage().documents == added
        assert list(store.check()) == []
        with store.write():
            store.documents.add(printed(FERRY))


def test_a_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "a.record"
    with Store.open(file) as store, store.write():
        for number in range(200):
            store.documents.add(printed(FERRY, url=f"u:{number}"))
    sqlite3.connect(file).execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    content = bytearray(file.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|no record"):
        Store.open(file).documents.page()


PROTECTED = """
import os, sys
import sqlalchemy.dialects.sqlite, alembic.command
from reportedly.schema import StoreError
from reportedly.store import Store
if os.getuid() == 0:  # whom no folder is protected from
    os.setgid(65534), os.setuid(65534)
with Store.open(sys.argv[1], readonly=True) as store:
    print(store.documents.coverage().documents)
try:
    with Store.open(sys.argv[1]) as store, store.write():
        store.documents.remove(1)
except StoreError as error:
    print(error)
"""


def test_a_write_protected_folder(tmp_path: Path) -> None:
    folder = tmp_path / "protected"
    folder.mkdir()
    with Store.open(folder / "a.record") as store, store.write():
        store.documents.add(printed(FERRY))
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in folder.parents:
        if path.stat().st_uid == os.getuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    found = subprocess.run(
        [sys.executable, "-c", PROTECTED, str(folder / "a.record")],
        capture_output=True,
        text=True,
        check=True,
    )
    folder.chmod(0o755)
    first, second = found.stdout.splitlines()
    assert first == "1"
    assert "read only" in second


def test_a_server_that_goes_away(postgres: Server) -> None:
    address = postgres.database()
    with Store.open(address) as store:
        with store.write():
            store.documents.add(printed(FERRY))

        def interrupted() -> None:
            with store.write():
                store.documents.add(printed(FERRY, url="u:2"))
                postgres.stop(signal.SIGQUIT)
                store.documents.add(printed(FERRY, url="u:3"))

        with pytest.raises(StoreError, match="connection") as caught:
            interrupted()
        assert "\n" not in str(caught.value)
        with pytest.raises(StoreError, match=r"connection|reached"):
            store.documents.coverage()
        postgres.start()
        # The same store goes on when the server is back.
        assert store.documents.coverage().documents == 1
        with store.write():
            store.documents.add(printed(FERRY, url="u:2"))
        assert list(store.check()) == []


def test_a_database_that_is_not_utf8(postgres: Server) -> None:
    with postgres.connect() as connection:
        options = "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
        connection.execute(f"CREATE DATABASE latin {options}".encode())
    with pytest.raises(StoreError, match="UTF8"):
        Store.open(postgres.address("latin"))


def test_tables_of_others_do_no_harm(where: Callable[[], str]) -> None:
    address = where()
    if address.startswith("postgresql:"):
        change(address, "CREATE TABLE other (n INTEGER)")
    Store.open(address).close()
    Store.open(address).close()


def test_migrations_run_step_by_step(where: Callable[[], str]) -> None:
    """Each version by itself can be made, and the next one from it."""
    address = where()
    config = Config()
    config.set_main_option("script_location", "reportedly.store:migrations")
    engine = create_engine(engine_url(address))
    for version in KNOWN:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, version)
    engine.dispose()
