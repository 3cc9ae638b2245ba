"""The only place where stages meet: read → attribute → resolve → weigh."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from reportedly.read import Feeds, Raw, ReadOptions, Where, parse, sources
from reportedly.read.parts import Part, load
from reportedly.read.sniff import SEVERAL, suffix_kind
from reportedly.resolve import Known, resolve
from reportedly.schema import Document, DocumentError, Extraction, ReportedlyError, RunError
from reportedly.weigh import weigh
from reportedly.workers import ordered

__all__ = [
    "Attributes",
    "Engine",
    "Feeds",
    "ReadOptions",
    "Where",
    "attribute",
    "count",
    "extract",
    "load_engine",
    "read",
    "read_parts",
]

Result = TypeVar("Result")

HELD_ERRORS = 64
"""How many errors may wait for the documents before them. The engine reads ahead to fill its
batches; a folder of a million files that are no articles must not make it read all of them."""


COUNTED = 100_000
"""How many files are counted at most before the work begins: below a second on a laptop's disk."""


class Attributes(Protocol):
    """Whatever turns documents into extractions, keeping their order and reading ahead little."""

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]: ...


class Engine:
    """The stages after reading, one after the other, document by document.

    Args:
        attributor: finds attributions and mentions.
        known: names that texts do not introduce.
    """

    def __init__(self, attributor: Attributes, known: Known) -> None:
        self._attributor = attributor
        self._known = known

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Find, resolve and weigh what is attributed in each document, in order."""
        for extraction in self._attributor.attribute(documents):
            yield weigh(resolve(extraction, self._known))


def load_engine(known: Path | None = None) -> Attributes:
    """The shipped engine, on one thread: more cores are used by `jobs`, a document each.

    Args:
        known: a file of names beside the shipped ones (see `resolve/known.toml`).

    Raises:
        RunError: if the weights or the names cannot be loaded.
    """
    from reportedly.attribute import Attributor  # a tenth of a second and the weights

    return Engine(Attributor(threads=1), Known.load(known))


def extract(
    inputs: Iterable[str],
    options: ReadOptions | None = None,
    jobs: int = 1,
    attributor: Callable[[], Attributes] = load_engine,
) -> Generator[Extraction | DocumentError, None, None]:
    """Read every input, find its attributions, resolve and weigh them; in input order.

    Everything streams: memory holds a few documents a job, however many there are.

    Args:
        inputs: paths of files and folders, http(s) addresses, and `-` for standard input.
        options: how they are read; the defaults if left out.
        jobs: processes to share the work. One works in this process. More pay off from some
            dozens of documents on, as each loads the engine anew.
        attributor: makes the engine, once in each process; for tests and for other engines.

    Yields:
        For each document an `Extraction`; in the place of one that cannot be read, or that the
        engine fails on, a `DocumentError`.

    Raises:
        RunError: if `jobs` is below one, the engine cannot be loaded, or a process dies.
    """
    options = options or ReadOptions()
    _check_jobs(jobs)
    raws = sources(inputs, options)
    if jobs > 1:
        return ordered(partial(_worker, options, attributor), raws, jobs)
    return _extracted(raws, options, attributor())


def read(
    inputs: Iterable[str], options: ReadOptions | None = None
) -> Iterator[Document | DocumentError]:
    """The first stage of `extract` alone, for a caller who leaves some documents out.

    Args:
        inputs: as for `extract`.
        options: how they are read; the defaults if left out.

    Raises:
        RunError: if the inputs cannot be searched to their end.
    """
    options = options or ReadOptions()
    return _parsed(sources(inputs, options), options)


def read_parts(
    parts: Iterable[Part], options: ReadOptions, base: Path
) -> Iterator[Document | DocumentError]:
    """The same of files, and of parts of them, that `reportedly.read.parts` has split.

    Args:
        parts: what is read.
        options: how it is read.
        base: the folder from which their paths lead on.

    Raises:
        RunError: if a part cannot be read to its end, by no fault of its own.
    """
    return _parsed((raw for part in parts for raw in load(part, options, base)), options)


def attribute(
    documents: Iterable[Document | DocumentError],
    finish: Callable[[], Callable[[Extraction], Result]],
    jobs: int = 1,
    attributor: Callable[[], Attributes] = load_engine,
) -> Generator[Result | DocumentError, None, None]:
    """The stages after reading, and what a caller makes of each extraction; in input order.

    Args:
        documents: what `read` found, whole or in part.
        finish: called once in each process, gives what turns an extraction into a result; it must
            be importable if there are several jobs, as `attributor` must.
        jobs: processes to share the work, `finish` included.
        attributor: makes the engine, once in each process.

    Yields:
        For each document the result, or a `DocumentError` where the engine fails on it; errors
        among `documents` stay in their places.

    Raises:
        RunError: if `jobs` is below one, the engine cannot be loaded, or a process dies.
    """
    _check_jobs(jobs)
    if jobs > 1:
        return ordered(partial(_finishing_worker, finish, attributor), documents, jobs)
    return _finished(iter(documents), attributor(), finish())


def count(inputs: Iterable[str]) -> int | None:
    """How many documents the inputs hold, for a progress bar; None where only reading can tell.

    One for each address and each text or HTML file, in folders too. JSON files, feeds, web
    archives, standard input and folders of more than `COUNTED` files are not opened to find out.
    """
    total = 0
    for name in inputs:
        files = _walk(Path(name)) if "://" not in name and Path(name).is_dir() else (name,)
        for file in files:
            total += 1
            if file == "-" or suffix_kind(file) in SEVERAL or total > COUNTED:
                return None
    return total


def _walk(folder: Path) -> Iterator[str]:
    for _, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (n for n in files if not n.startswith(".") and suffix_kind(n) is not None)


def _check_jobs(jobs: int) -> None:
    if jobs < 1:
        raise RunError(f"{jobs} jobs: one or more are needed")


def _finishing_worker(
    finish: Callable[[], Callable[[Extraction], Result]], attributor: Callable[[], Attributes]
) -> Callable[[Document | DocumentError], Iterator[Result | DocumentError]]:
    """What a worker process does with one document."""
    engine, end = attributor(), finish()
    return lambda document: _finished(iter((document,)), engine, end)


def _finished(
    found: Iterator[Document | DocumentError],
    engine: Attributes,
    finish: Callable[[Extraction], Result],
) -> Generator[Result | DocumentError, None, None]:
    for item in _attributed(found, engine):
        yield item if isinstance(item, DocumentError) else finish(item)


def _worker(
    options: ReadOptions, attributor: Callable[[], Attributes]
) -> Callable[[Raw | DocumentError], Iterator[Extraction | DocumentError]]:
    """What a worker process does with one raw input."""
    engine = attributor()
    return lambda raw: _extracted(iter((raw,)), options, engine)


def _extracted(
    raws: Iterator[Raw | DocumentError], options: ReadOptions, engine: Attributes
) -> Generator[Extraction | DocumentError, None, None]:
    return _attributed(_parsed(raws, options), engine)


def _attributed(
    found: Iterator[Document | DocumentError], engine: Attributes
) -> Generator[Extraction | DocumentError, None, None]:
    more = True
    while more:
        batch = _Batch(found)
        yield from batch.through(engine)
        more = not batch.exhausted


def _parsed(
    raws: Iterator[Raw | DocumentError], options: ReadOptions
) -> Iterator[Document | DocumentError]:
    for raw in _found(raws):
        if isinstance(raw, DocumentError):
            yield raw
            continue
        try:
            yield from parse(raw, options)
        except ReportedlyError:
            raise
        except (ImportError, SyntaxError) as error:  # no document's fault: all would fail alike
            raise RunError(f"the program is not whole: {error}") from error
        except Exception as error:  # noqa: BLE001 - one input's fault must not stop the others
            yield DocumentError(raw.name, _unexpected("read", error))


def _found(raws: Iterator[Raw | DocumentError]) -> Iterator[Raw | DocumentError]:
    try:
        yield from raws
    except ReportedlyError:
        raise
    except Exception as error:
        # The iterator cannot go on: to end here would pass for having read everything.
        raise RunError(_unexpected("searched", error)) from error


class _Batch:
    """Documents on their way through the engine, with the errors that stand between them.

    The engine may take several documents before it gives the first back. `_waiting` remembers
    what was taken, in order, so that errors come out in their places; and so that, if the engine
    fails, the documents that it had taken can be tried one by one.
    """

    def __init__(self, found: Iterator[Document | DocumentError]) -> None:
        self._found = found
        self._waiting: deque[Document | DocumentError] = deque()
        self.exhausted = False

    def through(self, engine: Attributes) -> Iterator[Extraction | DocumentError]:
        try:
            for extraction in engine.attribute(self._documents()):
                yield from self._errors()
                self._waiting.popleft()
                yield extraction
                yield from self._errors()
        except ReportedlyError:
            raise
        except Exception:  # noqa: BLE001, S110 - whose fault it is, is found out one by one
            pass
        yield from self._one_by_one(engine)

    def _documents(self) -> Iterator[Document]:
        for item in self._found:
            self._waiting.append(item)
            if isinstance(item, Document):
                yield item
                continue
            held = sum(isinstance(waiting, DocumentError) for waiting in self._waiting)
            if held >= HELD_ERRORS:
                return
        self.exhausted = True

    def _errors(self) -> Iterator[DocumentError]:
        """The errors at the head of what waits."""
        while self._waiting and isinstance(error := self._waiting[0], DocumentError):
            self._waiting.popleft()
            yield error

    def _one_by_one(self, engine: Attributes) -> Iterator[Extraction | DocumentError]:
        """What is left waiting: all if the engine failed, else the errors after the last one."""
        while self._waiting:
            item = self._waiting.popleft()
            if isinstance(item, DocumentError):
                yield item
                continue
            try:
                yield next(iter(engine.attribute(iter((item,)))))
            except ReportedlyError:
                raise
            except Exception as error:  # noqa: BLE001 - one document's fault, and it is named
                yield DocumentError(item.path or item.id, _unexpected("analysed", error))


def _unexpected(done: str, error: Exception) -> str:
    detail = " ".join(str(error).split())[:200]
    return f"cannot be {done}, a fault of this program ({type(error).__name__}: {detail})"
