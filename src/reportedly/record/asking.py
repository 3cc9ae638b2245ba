"""What a record is asked for: one thing by its id, a search, a trace, a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice
from typing import Concatenate, ParamSpec, TypeVar

from reportedly.record import comparing, documents, narrated, network, speakers, speaking
from reportedly.record.answers import (
    Claim,
    Comparison,
    DocumentAnswer,
    Narrative,
    Network,
    Question,
    Reading,
    Relied,
    Rewording,
    Searched,
    SpeakerAnswer,
    Statement,
    Trace,
    Version,
)
from reportedly.record.ids import Known
from reportedly.record.judging import Judging
from reportedly.record.lists import Lists
from reportedly.record.naming import Named, named, numbered
from reportedly.record.rewordings import rewordings
from reportedly.record.tracing import Tracing
from reportedly.schema import RunError
from reportedly.store import Judgement, Query, Store

Own = TypeVar("Own", bound=Lists)
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Ask = Callable[Concatenate[Own, Asked], Answer]


def at_once(ask: Ask[Own, Asked, Answer]) -> Ask[Own, Asked, Answer]:
    """Answer from one state of the record, whatever is added meanwhile."""

    @wraps(ask)
    def answer(record: Own, /, *args: Asked.args, **options: Asked.kwargs) -> Answer:
        with record.one_state():
            return ask(record, *args, **options)

    return answer


class Asking(Lists):
    """Whatever a record answers and does not change.

    What is asked for by an id or name that the record does not hold is a `NotHeldError`.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._judging = Judging(store, self._claims)
        self._tracing = Tracing(store, self._statements, self._claims)

    @at_once
    def searched(self) -> Searched:
        """What answers are looked for in."""
        return documents.searched(self._store)

    @at_once
    def trace(self, asked: str, *, limit: int = 5) -> Trace:
        """Who said it, when first, through whom, who denied it, and from how many origins.

        Args:
            asked: a sentence, or the id of a claim, a statement or a narrative.
            limit: how many claims at most.

        Raises:
            NotHeldError: if an id is asked for that the record does not hold.
        """
        return self._tracing.trace(asked, limit)

    @at_once
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

    @at_once
    def alike(self, sentence: str, *, limit: int = 20) -> list[Statement]:
        """Statements by meaning, the nearest first, whatever their words."""
        return self._tracing.alike(sentence, limit)

    @at_once
    def show(self, name: str) -> Claim | DocumentAnswer | Narrative | SpeakerAnswer | Statement:
        """Whatever has an id.

        Raises:
            NotHeldError: if the record does not hold it; the nearest ids are offered.
        """
        return self._shown(named(self._store, name))

    @at_once
    def document(self, name: str) -> DocumentAnswer:
        """The document of an id, address or path.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        return documents.document(self._store, numbered(self._store, name, Known.DOCUMENT))

    @at_once
    def reading(self, name: str) -> Reading:
        """A document for reading: its text and blocks, and its statements in text order.

        Args:
            name: the document's id, address or path.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        n = numbered(self._store, name, Known.DOCUMENT)
        return documents.reading(self._store, self._statements, n)

    @at_once
    def statement(self, name: str) -> Statement:
        """The statement of an id.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        n = numbered(self._store, name, Known.STATEMENT)
        return self._statements.of(self._store.attributions.get([n]).values())[0]

    @at_once
    def claim(self, name: str) -> Claim:
        """The claim of an id: its own, that of a statement of it, or one that it had before.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        n = numbered(self._store, name, Known.CLAIM, Known.STATEMENT)
        return self._claims.containing([n])[0]

    @at_once
    def narrative(self, name: str) -> Narrative:
        """The narrative of an id: its own, or one that it had before.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        return narrated.narrative(self._store, numbered(self._store, name, Known.NARRATIVE))

    @at_once
    def speaker(self, name: str) -> SpeakerAnswer:
        """The speaker or carrier of an id: its own, or one that it had before.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        return speakers.speaker(self._store, numbered(self._store, name, Known.SPEAKER))

    def days_of(self, speaker: str) -> tuple[tuple[str, int], ...]:
        """On which days a speaker says something, and in how many statements.

        Args:
            speaker: the speaker's id.

        Returns:
            Days, weeks, months or years, as exactly as they are known; what has none is left out.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        return self._store.speaking.days(numbered(self._store, speaker, Known.SPEAKER))

    @at_once
    def carriers_of(self, speaker: str) -> tuple[Relied, ...]:
        """The media through which a speaker was heard, those of most statements first.

        Args:
            speaker: the speaker's id.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        root = numbered(self._store, speaker, Known.SPEAKER)
        return tuple(speaking.carriers_of(self._store, root))

    @at_once
    def network(self, *, limit: int = 40) -> Network:
        """Who relies on whom: publishers, and the carriers that their documents name.

        Args:
            limit: how many carriers, those of most documents, and how many publishers of theirs.
        """
        return network.network(self._store, limit)

    @at_once
    def versions(self, name: str) -> list[Version]:
        """The versions of a document, with what each says anew and says no more.

        Args:
            name: the document's id, address or path.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        chain = self._store.documents.versions(name)
        n = chain[0].n if chain else numbered(self._store, name, Known.DOCUMENT)
        return list(documents.versions(self._store, self._statements, n))

    def texts(self, documents: Iterable[str]) -> dict[str, str]:
        """The texts of documents, for the words of their statements.

        Args:
            documents: their keys; what the record does not hold is left out.
        """
        rows = self._store.documents.by_keys(documents)
        stored = self._statements.stored(row.n for row in rows.values())
        return {key: stored[row.n].text for key, row in rows.items()}

    @at_once
    def drift(self, claim: str | Claim, *, limit: int | None = None) -> list[Rewording]:
        """How the words of a claim's utterances differ between the documents that report them.

        Args:
            claim: the claim, or the id of one or of a statement.
            limit: how many pairs at most.

        Raises:
            NotHeldError: if the record does not hold it.
        """
        found = self.claim(claim) if isinstance(claim, str) else claim
        return list(islice(rewordings(self._store, self._statements, found), limit))

    @at_once
    def compare(self, first: str, second: str) -> Comparison:
        """Two documents side by side: the words they share, and what both report.

        Args:
            first: id, address or path of the one.
            second: of the other.

        Raises:
            NotHeldError: if the record does not hold them.
            RunError: if they are one.
        """
        numbers = (numbered(self._store, name, Known.DOCUMENT) for name in (first, second))
        return comparing.compare(self._store, self._statements, self._claims, *numbers)

    def questions(self, *, limit: int | None = None) -> Iterator[Question]:
        """What the program leaves to a person, the likeliest to be the same first."""
        return islice(self._judging.questions(), limit)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, those taken back among them, in the order of making."""
        return self._store.judgements.all()

    def check(self) -> Iterator[str]:
        """What does not agree in the record, a line each; nothing if it is sound."""
        return self._store.check()

    def export(self) -> Iterator[str]:
        """The whole record as lines of JSON."""
        return self._store.export()

    def _shown(
        self, found: Named
    ) -> Claim | DocumentAnswer | Narrative | SpeakerAnswer | Statement:
        if found.kind is Known.DOCUMENT:
            return documents.document(self._store, found.n)
        if found.kind is Known.STATEMENT:
            return self._statements.of(self._store.attributions.get([found.n]).values())[0]
        if found.kind is Known.SPEAKER:
            return speakers.speaker(self._store, found.n)
        if found.kind is Known.NARRATIVE:
            return narrated.narrative(self._store, found.n)
        return self._claims.of([found.n])[0]
