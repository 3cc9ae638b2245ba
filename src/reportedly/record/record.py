"""The record as the library has it: open it, add to it, ask it, judge."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly import pipeline
from reportedly.record import adding, listing
from reportedly.record.adding import Taken
from reportedly.record.answers import (
    Claim,
    DocumentAnswer,
    Narrative,
    Question,
    ReuseAnswer,
    Rewording,
    Searched,
    SpeakerAnswer,
    Statement,
    Trace,
    Version,
)
from reportedly.record.claims import Claims
from reportedly.record.ids import Known
from reportedly.record.judging import Judging
from reportedly.record.naming import named
from reportedly.record.narratives import narrative, narratives
from reportedly.record.rewordings import rewordings
from reportedly.record.statements import Statements
from reportedly.record.tracing import Tracing
from reportedly.schema import RunError, Verdict
from reportedly.store import Imported, Judgement, Query, Store


class Record:
    """Many articles, one memory. Of one thread; others open their own.

    Ids that it gives stay good: see `reportedly.record.ids`. Whatever it answers, it reads from
    the store anew.

    >>> from reportedly.record import Record
    >>> with Record.open(folder / "news.db") as record:
    ...     added = record.add([str(articles)])
    ...     found = record.trace("the river gates were closed on the night of the flood")
    >>> [taken.outcome.value for taken in added]
    ['added', 'added', 'added']
    >>> found.searched.documents
    3
    """

    def __init__(self, store: Store) -> None:
        """Use `Record.open`."""
        self._store = store
        self._statements = Statements(store)
        self._claims = Claims(store, self._statements)
        self._judging = Judging(store, self._claims)
        self._tracing = Tracing(store, self._statements, self._claims)

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

    def searched(self) -> Searched:
        """What answers are looked for in."""
        return listing.searched(self._store)

    def trace(self, asked: str, *, limit: int = 5) -> Trace:
        """Who said it, when first, through whom, who denied it, and from how many origins.

        Args:
            asked: a sentence, or the id of a claim, a statement or a narrative.
            limit: how many claims at most.

        Raises:
            RunError: if an id is asked for that the record does not hold.
        """
        return self._tracing.trace(asked, limit)

    def claims(self, *, limit: int | None = None) -> Iterator[Claim]:
        """The claims, those that stand in most documents first."""
        return islice(map(self._claims.of, listing.claim_roots(self._store)), limit)

    def claim(self, name: str) -> Claim:
        """The claim of an id: its own, that of a statement of it, or one that it had before.

        Raises:
            RunError: if the record does not hold it.
        """
        found = named(self._store, name)
        return self._claims.containing([found.n])[0]

    def narratives(self, *, limit: int | None = None) -> Iterator[Narrative]:
        """Claims that serve one story, the widest story first."""
        return islice(narratives(self._store), limit)

    def speakers(self, words: str = "", *, limit: int | None = None) -> Iterator[SpeakerAnswer]:
        """Who speaks, those with the most statements first.

        Args:
            words: only those one of whose names holds all these words.
            limit: how many at most.
        """
        return islice(listing.speakers(self._store, words), limit)

    def documents(self, *, limit: int | None = None) -> Iterator[DocumentAnswer]:
        """The documents, in the order of adding."""
        return islice(listing.shown(self._store, listing.documents(self._store)), limit)

    def reuse(self, name: str | None = None, *, limit: int | None = None) -> Iterator[ReuseAnswer]:
        """Pairs of documents that share words.

        Args:
            name: only those of the document of this id, address or path.
            limit: how many at most.

        Raises:
            RunError: if the record does not hold it.
        """
        n = None if name is None else self._document(name)
        return islice(listing.reuse(self._store, n), limit)

    def versions(self, name: str) -> list[Version]:
        """The versions of a document, with what each says anew and says no more.

        Args:
            name: the document's id, address or path.

        Raises:
            RunError: if the record does not hold it.
        """
        chain = self._store.documents.versions(name)
        n = chain[0].n if chain else self._document(name)
        return list(listing.versions(self._store, self._statements, n))

    def drift(self, name: str) -> list[Rewording]:
        """How the words of a claim's utterances differ between the documents that report them.

        Args:
            name: id of a claim or a statement.

        Raises:
            RunError: if the record does not hold it.
        """
        return list(rewordings(self._store, self._statements, self.claim(name)))

    def search(self, query: Query, *, limit: int = 20) -> list[Statement]:
        """Statements by words and filters, the best first; see `Query`.

        Raises:
            RunError: if `since` or `until` is no day.
        """
        try:
            hits = self._store.search(query, limit).hits
        except ValueError as error:
            raise RunError(f"not a day: {error}") from None
        scores = {hit.attribution.n: hit.score for hit in hits}
        return self._statements.of([hit.attribution for hit in hits], scores=scores)

    def alike(self, sentence: str, *, limit: int = 20) -> list[Statement]:
        """Statements by meaning, the nearest first, whatever their words."""
        return self._tracing.alike(sentence, limit)

    def show(self, name: str) -> Claim | DocumentAnswer | Narrative | SpeakerAnswer | Statement:
        """Whatever has an id.

        Raises:
            RunError: if the record does not hold it; the nearest ids are offered.
        """
        found = named(self._store, name)
        if found.kind is Known.DOCUMENT:
            rows = self._store.documents.get([found.n]).values()
            return next(listing.shown(self._store, rows))
        if found.kind is Known.STATEMENT:
            return self._statements.of(self._store.attributions.get([found.n]).values())[0]
        if found.kind is Known.SPEAKER:
            return listing.speaker(self._store, found.n)
        if found.kind is Known.NARRATIVE:
            return narrative(self._store, found.n)
        return self._claims.of(found.n)

    def questions(self, *, limit: int | None = None) -> Iterator[Question]:
        """What the program leaves to a person, the likeliest to be the same first."""
        return islice(self._judging.questions(), limit)

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

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, those taken back among them, in the order of making."""
        return self._store.judgements.all()

    def check(self) -> Iterator[str]:
        """What does not agree in the record, a line each; nothing if it is sound."""
        return self._store.check()

    def export(self) -> Iterator[str]:
        """The whole record as lines of JSON."""
        return self._store.export()

    def import_(self, lines: Iterable[str]) -> Imported:
        """Read what `export` gave; what the record holds already is passed over.

        Raises:
            StoreError: if the lines are not of an export; what came before the bad line is kept.
        """
        found = self._store.import_(lines)
        adding.settle_all(self._store)
        return found

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

    def _document(self, name: str) -> int:
        found = named(self._store, name)
        if found.kind is not Known.DOCUMENT:
            raise RunError(f"{name}: a document is meant: its id, address or path")
        return found.n


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return "unknown"
