"""The plan of a run: what is read in which shard. What is once planned stays as it was planned.

`plan.jsonl` has a line for each shard. A shard is many small files together, or some lines or rows
of a large one; it depends on the inputs alone, never on how many workers there are. A run with
more inputs adds shards for those files that are in none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from reportedly.batch.folder import Folder
from reportedly.read.files import said, shown
from reportedly.read.parts import Cut, Part, found, split
from reportedly.schema import DocumentError, RunError

FILE = "plan.jsonl"

DOCUMENTS = 500
"""Documents in a shard at most: half a minute of one core, which is what a lost worker costs."""

BYTES_EACH = 16_000
"""Bytes of a shard at most, for each of its documents: four times a news article."""


@dataclass(frozen=True, slots=True)
class Shard:
    """What one worker reads in one go.

    Args:
        number: its number.
        base: the folder from which the paths of its parts lead on.
        parts: what is in it, in order.
    """

    number: int
    base: str
    parts: tuple[Part, ...]

    @property
    def bytes(self) -> int:
        """Bytes of input."""
        return sum(part.bytes for part in self.parts)

    @property
    def name(self) -> str:
        """What messages call it."""
        first, last = shown(self.parts[0].file), shown(self.parts[-1].file)
        return f"shard {self.number:05} ({first if first == last else f'{first} … {last}'})"

    def line(self) -> str:
        """It as a line of the plan."""
        parts = [astuple(part) for part in self.parts]
        return json.dumps({"shard": self.number, "base": self.base, "parts": parts})

    @classmethod
    def of(cls, line: str) -> Shard:
        """That of a line.

        Raises:
            ValueError: if it is none.
        """
        try:
            told = json.loads(line)
            parts = tuple(Part(f, size, Cut(cut), *rest) for f, size, cut, *rest in told["parts"])
            return cls(told["shard"], told["base"], parts)
        except (LookupError, TypeError) as error:
            raise ValueError(str(error)) from None


class Plan:
    """The plan in a folder.

    Args:
        folder: a run's folder.

    Raises:
        RunError: if its plan cannot be read.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.shards = _read(folder.path / FILE)

    def extend(self, inputs: Iterable[str], documents: int = DOCUMENTS) -> Sequence[DocumentError]:
        """Plan what of the inputs is not planned yet.

        Args:
            inputs: paths of files and folders, and patterns.
            documents: how many a shard has at most.

        Returns:
            What cannot be planned: what is not there, and files that are not as they were planned.

        Raises:
            RunError: if the plan cannot be written.
        """
        news = _News(self.shards, Path.cwd(), documents)
        new = tuple(_gathered(news.parts(inputs), len(self.shards), news.base, documents))
        if new:
            self.shards = (*self.shards, *new)
            lines = "".join(f"{shard.line()}\n" for shard in self.shards)
            self._folder.write(FILE, lines.encode("ascii"))
        return tuple(news.errors)


def _read(file: Path) -> tuple[Shard, ...]:
    try:
        with file.open(encoding="ascii") as lines:
            shards = tuple(map(Shard.of, lines))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise RunError(f"{file}: it cannot be read: {error}") from None
    if [shard.number for shard in shards] != list(range(len(shards))):
        raise RunError(f"{file}: it cannot be read: shards are missing")
    return shards


class _News:
    """What of some inputs is in no plan yet; what is wrong with others."""

    def __init__(self, planned: Iterable[Shard], base: Path, documents: int) -> None:
        self.base = base
        self.errors: list[DocumentError] = []
        self._documents = documents
        self._sizes = {
            os.path.normpath(Path(shard.base, part.file)): part.size
            for shard in planned
            for part in shard.parts
        }

    def parts(self, inputs: Iterable[str]) -> Iterator[Part]:
        for name in inputs:
            for item in found(name):
                if isinstance(item, DocumentError):
                    self.errors.append(item)
                else:
                    yield from self._of_file(item)

    def _of_file(self, file: Path) -> Iterator[Part]:
        place = os.path.normpath(self.base / file)
        if place in self._sizes:
            self._check(file, self._sizes[place])
            return
        for part in split(file, self._documents, self._documents * BYTES_EACH):
            if isinstance(part, DocumentError):
                self.errors.append(part)
            else:
                self._sizes[place] = part.size
                yield part

    def _check(self, file: Path, planned: int) -> None:
        try:
            size = file.stat().st_size
        except OSError as error:
            self.errors.append(DocumentError(shown(file), said(error)))
            return
        if size != planned:
            reason = f"it has {size:,} bytes, and had {planned:,} when it was planned"
            advice = "what was read of it stays; give what is new another name"
            self.errors.append(DocumentError(shown(file), f"{reason}: {advice}"))


def refuse(inputs: Iterable[str]) -> None:
    """Refuse what workers on other machines cannot read, or not alike.

    Raises:
        RunError: if one of the inputs is such.
    """
    for name in inputs:
        if not name:
            raise RunError("'': an empty name")
        if name == "-" or "://" in name:
            what = "standard input" if name == "-" else name
            raise RunError(f"{what}: batch reads files alone; `reportedly add` reads this")


def _gathered(parts: Iterable[Part], number: int, base: Path, documents: int) -> Iterator[Shard]:
    """Parts put together in their order, as long as a shard is not too large."""
    held: list[Part] = []
    many = large = 0
    for part in parts:
        many, large = many + part.documents, large + part.bytes
        if held and (many > documents or large > documents * BYTES_EACH):
            yield Shard(number, str(base), tuple(held))
            number, held = number + 1, []
            many, large = part.documents, part.bytes
        held.append(part)
    if held:
        yield Shard(number, str(base), tuple(held))
