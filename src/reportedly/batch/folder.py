"""A run's folder: where its tables lie, and which of its shards are finished.

    run.json                      the form, the program's version, and the run's settings
    documents/00017.parquet       a table's rows of one shard; so for every table
    done/00017.json               the shard is finished: how many rows each table has of it
    connected/links/*.parquet     what connecting adds; so for every table of it
    connected/done.json           it is finished, and over which shards

Whatever is written takes its name when it is whole. A shard counts once its mark lies in `done`,
which is written last; what lies there without a mark is written anew.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reportedly.batch.tables import FORMAT, Table
from reportedly.schema import RunError

_RUN, _DONE, _CONNECTED = "run.json", "done", "connected"


class Folder:
    """A run's folder.

    Args:
        path: where it is; it need not be there yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def settings(self) -> Mapping[str, Any] | None:
        """What the run was begun with; None where no run was begun.

        Raises:
            RunError: if the folder's tables are of another form, or it cannot be read.
        """
        file = self.path / _RUN
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
            form, settings = found["format"], found["settings"]
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise RunError(f"{file}: it cannot be read: {error}") from None
        if form != FORMAT:
            raise RunError(f"{self.path}: its tables are of the form {form}; this reads {FORMAT}")
        return dict(settings)

    def begin(self, settings: Mapping[str, Any], program: str) -> None:
        """Begin a run, or go on with one that was begun with the same settings.

        Args:
            settings: all that decides what the tables hold, as JSON values.
            program: the program's version, for those who look into the folder.

        Raises:
            RunError: if other tables lie there, or the folder cannot be written to.
        """
        held = self.settings()
        if held is None:
            if self.path.is_dir() and any(self.path.iterdir()):
                raise RunError(f"{self.path}: there are files in it that are no run's")
            told = {"format": FORMAT, "program": program, "settings": dict(settings)}
            self.write(_RUN, json.dumps(told, indent=1).encode("ascii"))
        elif other := [name for name in settings if held.get(name) != settings[name]]:
            raise RunError(
                f"{self.path}: it holds another run's tables ({', '.join(other)} differ)"
            )

    def file(self, table: Table, shard: int) -> Path:
        """Where a shard's rows of a table lie."""
        return self.path / table.name / f"{shard:05}.parquet"

    def finish(self, shard: int, counts: Mapping[str, int]) -> None:
        """Mark a shard as finished; its files must lie there.

        Args:
            shard: its number.
            counts: rows of each table.
        """
        self.write(f"{_DONE}/{shard:05}.json", json.dumps(dict(counts)).encode("ascii"))

    def finished(self) -> dict[int, Mapping[str, int]]:
        """The finished shards in their order, with the rows that each table has of them.

        Raises:
            RunError: if a mark cannot be read.
        """
        found = {}
        for file in sorted((self.path / _DONE).glob("*.json")):
            try:
                found[int(file.stem)] = json.loads(file.read_bytes())
            except (OSError, ValueError) as error:
                raise RunError(f"{file}: it cannot be read: {error}") from None
        return found

    def files(self, table: Table) -> list[Path]:
        """The files of a table, of finished shards alone, in their order."""
        return [self.file(table, shard) for shard in self.finished()]

    def connected(self, table: Table) -> Path:
        """The folder in which the files of a connected table lie."""
        return self.path / _CONNECTED / table.name

    def write(self, name: str, data: bytes) -> None:
        """Write a file; it takes its name when it is whole.

        Raises:
            RunError: if it cannot be written.
        """
        with self.whole(self.path / name) as file:
            file.write_bytes(data)

    @contextmanager
    def whole(self, file: Path) -> Iterator[Path]:
        """A path to write to; what lies there at the end takes the file's name at once.

        Raises:
            RunError: if it cannot be written: the disk is full, nobody may write there.
        """
        draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            yield draft
            with draft.open("rb") as written:
                os.fsync(written.fileno())
            draft.replace(file)
        except OSError as error:
            raise RunError(f"{file}: it cannot be written: {error.strerror or error}") from None
        finally:
            draft.unlink(missing_ok=True)
