"""A run's folder: where its tables lie, and which of its shards are finished.

    run.json                      the form, the program's version, and the run's settings
    documents/00017.parquet       a table's rows of one shard; so for every table
    done/00017.json               the shard is finished: how many rows each table has of it
    plan.jsonl                    which shard holds which inputs
    running/00017.json            how far whoever works on a shard has come
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

from reportedly.batch.tables import EXTRACTED, FORMAT, Table
from reportedly.schema import RunError

_RUN, _DONE, _RUNNING, _CONNECTED = "run.json", "done", "running", "connected"
_PLAN = "plan.jsonl"

SHARDS = "shards"
"""Name of a setting: how many shards there are, where that is known from the beginning."""


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

    def running(self, shard: int) -> Path:
        """Where whoever works on a shard notes how far it has come."""
        return self.path / _RUNNING / f"{shard:05}.json"

    def finish(self, shard: int, counts: Mapping[str, int]) -> None:
        """Mark a shard as finished; its files must lie there.

        Args:
            shard: its number.
            counts: rows of each table.
        """
        self.write(f"{_DONE}/{shard:05}.json", json.dumps(dict(counts)).encode("ascii"))

    def counts(self, shard: int) -> Mapping[str, int] | None:
        """The rows that each table has of a shard; None if it is not finished.

        Raises:
            RunError: if its mark cannot be read.
        """
        return self._mark(self.path / _DONE / f"{shard:05}.json")

    def marked(self) -> set[int]:
        """The numbers of the finished shards; their marks are not opened."""
        try:
            names = [file.stem for file in (self.path / _DONE).iterdir() if file.suffix == ".json"]
        except FileNotFoundError:
            return set()
        except OSError as error:
            raise RunError(f"{self.path}: it cannot be read: {error}") from None
        return {int(name) for name in names if name.isdecimal()}

    def finished(self) -> dict[int, Mapping[str, int]]:
        """The finished shards in their order, with the rows that each table has of them.

        Raises:
            RunError: if a mark cannot be read.
        """
        found = {shard: self.counts(shard) for shard in sorted(self.marked())}
        return {shard: counts for shard, counts in found.items() if counts is not None}

    def _mark(self, file: Path) -> Mapping[str, int] | None:
        try:
            counts: Mapping[str, int] = json.loads(file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise RunError(f"{file}: it cannot be read: {error}") from None
        return counts

    def files(self, table: Table) -> list[Path]:
        """The files of a table, of finished shards alone, in their order."""
        return [self.file(table, shard) for shard in self.finished()]

    def unfinished(self) -> list[int]:
        """Shards that were planned, or of which something lies there, and that have no mark."""
        files = (file for table in EXTRACTED for file in (self.path / table.name).glob("*.parquet"))
        there = {int(file.stem) for file in files if file.stem.isdigit()}
        return sorted((there | set(range(self._planned()))) - self.finished().keys())

    def _planned(self) -> int:
        """How many shards there are going to be: a plan has a line for each; a copy knows it."""
        try:
            with (self.path / _PLAN).open("rb") as lines:
                return sum(1 for _ in lines)
        except FileNotFoundError:
            return int((self.settings() or {}).get(SHARDS, 0))
        except OSError as error:
            raise RunError(f"{self.path / _PLAN}: it cannot be read: {error}") from None

    def finish_connected(self, counts: Mapping[str, int]) -> None:
        """Mark the connected tables as finished over the shards that are; files must lie there.

        Args:
            counts: rows of each table.
        """
        told = {"shards": list(self.finished()), "rows": dict(counts)}
        self.write(f"{_CONNECTED}/done.json", json.dumps(told).encode("ascii"))

    def forget_connected(self) -> None:
        """Take the mark off the connected tables: they are written anew.

        Raises:
            RunError: if it cannot be removed.
        """
        try:
            (self.path / _CONNECTED / "done.json").unlink(missing_ok=True)
        except OSError as error:
            raise RunError(f"{self.path}: {error.strerror or error}") from None

    def is_connected(self) -> bool:
        """Whether the connected tables are finished, over the very shards that are.

        Raises:
            RunError: if the mark cannot be read.
        """
        file = self.path / _CONNECTED / "done.json"
        try:
            shards = json.loads(file.read_bytes())["shards"]
        except FileNotFoundError:
            return False
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise RunError(f"{file}: it cannot be read: {error}") from None
        return bool(shards == list(self.finished()))

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
            # Arrow's own words for an error of the system are of Arrow's insides.
            said = os.strerror(error.errno) if error.errno else error
            raise RunError(f"{file}: it cannot be written: {said}") from None
        finally:
            draft.unlink(missing_ok=True)
