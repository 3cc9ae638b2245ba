"""The record as the library has it: open it, add to it, ask it, judge."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly import pipeline
from reportedly.record import adding
from reportedly.record.adding import Taken
from reportedly.record.asking import Asking
from reportedly.record.reviews import add_reviews
from reportedly.schema import Verdict
from reportedly.store import Imported, Judgement, Store


class Record(Asking):
    """Many articles, one memory. Of one thread; others open their own.

    Ids that it gives stay good: see `reportedly.record.ids`. Whatever it answers, it reads from
    the store anew. What it is asked for, `Asking` has; its lists, `Lists`.

    >>> from reportedly.record import Record
    >>> with Record.open(folder / "news.db") as record:
    ...     added = record.add([str(articles)])
    ...     found = record.trace("the river gates were closed on the night of the flood")
    >>> [taken.outcome.value for taken in added]
    ['added', 'added', 'added']
    >>> found.searched.documents
    3
    """

    @classmethod
    def open(
        cls, where: str | Path, *, create: bool = True, readonly: bool = False, wait: float = 30.0
    ) -> Self:
        """Open a record, or make one; an older one is migrated first.

        Args:
            where: a file's path, or `postgresql://…`.
            create: make one where there is none.
            readonly: change nothing.
            wait: seconds to wait for another writer.

        Raises:
            StoreError: if it cannot be opened, is something else, or of a newer version.
        """
        return cls(Store.open(where, create=create, readonly=readonly, wait=wait))

    @property
    def name(self) -> str:
        """What messages call the record; it holds no password."""
        return self._store.name

    def add(
        self,
        inputs: Iterable[str],
        options: pipeline.ReadOptions | None = None,
        *,
        jobs: int = 1,
        known: Path | None = None,
        tell: Callable[[Taken], None] = lambda _: None,
    ) -> list[Taken]:
        """Read articles and add them; what the record holds already is no change.

        Args:
            inputs: paths of files and folders, http(s) addresses, feeds, web archives, and `-`.
            options: how they are read; the defaults if left out.
            jobs: processes to share the work.
            known: the user's file of names.
            tell: called for each document as soon as it is dealt with.

        Returns:
            What became of each document, in input order.

        Raises:
            RunError: if the record cannot be written to, or the engine cannot be loaded.
        """
        found = []
        for taken in adding.add(self._store, inputs, options, jobs, known):
            tell(taken)
            found.append(taken)
        return found

    def judge(
        self,
        first: str,
        second: str,
        verdict: Verdict,
        *,
        who: str | None = None,
        note: str | None = None,
        origin: bool = False,
    ) -> Judgement:
        """Decide whether two things are one. It outranks the program, and survives all re-reading.

        Args:
            first: id of a speaker, a claim or a statement.
            second: id of another one.
            verdict: same, different or unsure.
            who: the person; the name of the account if left out.
            note: why.
            origin: of two statements: whether they are one utterance, not whether they are of
                one claim.

        Raises:
            RunError: if they are no two things of one kind, or the record does not hold them.
        """
        return self._judging.judge((first, second), verdict, who or _user(), note, origin=origin)

    def answer(
        self, question: str, verdict: Verdict, *, who: str | None = None, note: str | None = None
    ) -> Judgement:
        """Decide an open question by its id; see `judge`."""
        return self._judging.answer(question, verdict, who or _user(), note)

    def undo(self, name: str | None = None) -> Judgement:
        """Take a judgement back, the last one if none is named; it is kept as taken back.

        Raises:
            RunError: if there is none.
        """
        return self._judging.undo(name)

    def import_(self, lines: Iterable[str]) -> Imported:
        """Read what `export` gave; what the record holds already is passed over.

        Raises:
            StoreError: if the lines are not of an export; what came before the bad line is kept.
        """
        found = self._store.import_(lines)
        adding.settle_all(self._store)
        return found

    def add_reviews(
        self, name: str, data: bytes, options: pipeline.ReadOptions | None = None
    ) -> list[Taken]:
        """Add ClaimReviews, each as a document of who reviews; see `reportedly.record.reviews`.

        Args:
            name: what the file is called.
            data: JSON, JSON lines, or HTML with JSON-LD in it.
            options: the language that is wanted, and the longest text.

        Returns:
            What became of each review, in input order.

        Raises:
            RunError: if the record cannot be written to, or the engine cannot be loaded.
        """
        return list(add_reviews(self._store, name, data, options))

    def close(self) -> None:
        """Give files and connections back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return "unknown"
