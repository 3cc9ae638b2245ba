"""What a record lists, lazily: as much is read as is taken.

Each list takes `after`, the id of the item to begin behind: that of the last one seen, to go on
with a list page by page. However large the record, the next page costs no more than the first.
Documents may be added meanwhile: what they bring stands where it belongs in the list's order. In a
list by size, an item that grows moves up, so that a page may hold what was seen before; nothing
that stays where it is is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice

from reportedly.record import documents, listing, narrated, shared, speakers, speaking
from reportedly.record.answers import (
    Claim,
    DocumentAnswer,
    Narrative,
    NarrativeOutline,
    Outline,
    Part,
    ReuseAnswer,
    SpeakerAnswer,
    Statement,
)
from reportedly.record.claims import Claims
from reportedly.record.ids import Known
from reportedly.record.naming import numbered
from reportedly.record.statements import Statements
from reportedly.store import Matter, Store

_OF_CLAIM = (Known.CLAIM, Known.STATEMENT)


class Lists:
    """The lists of a record.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._statements = Statements(store)
        self._claims = Claims(store, self._statements)

    def one_state(self) -> AbstractContextManager[None]:
        """One state of the record for several questions, whatever is added meanwhile.

        Lists that are begun within it are to be read to where they are wanted within it.
        """
        return self._store.read()

    def documents(
        self, *, limit: int | None = None, after: str | None = None, newest: bool = False
    ) -> Iterator[DocumentAnswer]:
        """The documents, in the order of adding.

        Args:
            limit: how many at most.
            after: id, address or path of the document to begin behind.
            newest: those added last first.

        Raises:
            NotHeldError: if the record does not hold `after`.
        """
        n = self._number(after, Known.DOCUMENT)
        return islice(documents.documents(self._store, n, limit, newest=newest), limit)

    def statements(
        self, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Statement]:
        """All statements, in the order of adding.

        Args:
            limit: how many at most.
            after: id of the statement to begin behind.

        Raises:
            NotHeldError: if the record does not hold `after`.
        """
        n = self._number(after, Known.STATEMENT) or 0
        return islice(self._statements.all(n, limit), limit)

    def claims(self, *, limit: int | None = None, after: str | None = None) -> Iterator[Claim]:
        """The claims, those that stand in most documents first.

        Args:
            limit: how many at most.
            after: id of the claim to begin behind.

        Raises:
            NotHeldError: if the record does not hold `after`.
        """
        root = self._number(after, *_OF_CLAIM)
        pages = listing.claim_roots(self._store, root, limit)
        return islice((claim for page in pages for claim in self._claims.at_once(page)), limit)

    def outlines(self, *, limit: int | None = None, after: str | None = None) -> Iterator[Outline]:
        """The same claims in the same order, without their statements: what a list tells of each.

        Args:
            limit: how many at most.
            after: id of the claim to begin behind.

        Raises:
            NotHeldError: if the record does not hold `after`.
        """
        root = self._number(after, *_OF_CLAIM)
        pages = listing.claim_roots(self._store, root, limit)
        return islice((one for page in pages for one in self._claims.outlines(page)), limit)

    def narratives(
        self, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Narrative]:
        """Claims that serve one story, the widest story first.

        Args:
            limit: how many at most.
            after: id of the narrative to begin behind.

        Raises:
            NotHeldError: if the record does not hold `after`.
        """
        root = self._number(after, Known.NARRATIVE)
        return islice(narrated.narratives(self._store, root, limit), limit)

    def narrative_outlines(
        self, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[NarrativeOutline]:
        """The same narratives in the same order, without their claims.

        Args:
            limit: how many at most.
            after: id of the narrative to begin behind.

        Raises:
            NotHeldError: if the record does not hold `after`.
        """
        root = self._number(after, Known.NARRATIVE)
        return islice(narrated.outlines(self._store, root, limit), limit)

    def speakers(
        self, words: str = "", *, limit: int | None = None, after: str | None = None
    ) -> Iterator[SpeakerAnswer]:
        """Who speaks, those in most documents first.

        Args:
            words: only those one of whose names has all these words, or words that begin so.
            limit: how many at most.
            after: id of the speaker to begin behind.

        Raises:
            NotHeldError: if the record does not hold `after`.
        """
        root = self._number(after, Known.SPEAKER)
        return islice(speakers.speakers(self._store, words, root, limit), limit)

    def said_by(
        self, speaker: str, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Statement]:
        """What a speaker says, by day; what has no day comes last.

        Args:
            speaker: the speaker's id.
            limit: how many at most.
            after: id of the statement to begin behind.

        Raises:
            NotHeldError: if the record does not hold the speaker, or `after`.
        """
        root = numbered(self._store, speaker, Known.SPEAKER)
        n = self._number(after, Known.STATEMENT)
        return islice(speaking.said_by(self._store, self._statements, root, n, limit), limit)

    def parts(
        self, speaker: str, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Part]:
        """The claims that a speaker states, denies or echoes; those in most documents first.

        Args:
            speaker: the speaker's id.
            limit: how many at most.
            after: id of the claim to begin behind.

        Raises:
            NotHeldError: if the record does not hold the speaker, or `after`.
        """
        root = numbered(self._store, speaker, Known.SPEAKER)
        claim = self._number(after, *_OF_CLAIM)
        return islice(speaking.parts(self._store, self._claims, root, claim, limit), limit)

    def reuse(
        self, name: str | None = None, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[ReuseAnswer]:
        """Pairs of documents that share words.

        Args:
            name: only those of the document of this id, address or path.
            limit: how many at most.
            after: id of the pair to begin behind.

        Raises:
            NotHeldError: if the record does not hold the document, or `after`.
        """
        n = self._number(name, Known.DOCUMENT)
        return islice(shared.reuse(self._store, n, after), limit)

    def sharing(self, keys: Iterable[str]) -> dict[str, int]:
        """With how many others some documents share words; versions of one are no others.

        Args:
            keys: of the documents; those that the record lacks are left out of the answer.
        """
        return shared.sharing(self._store, keys)

    def _number(self, name: str | None, *kinds: Known) -> int | None:
        """The number, or root, that a name stands for, if there is one.

        It is looked up when a list is asked for, not when its first item is.
        """
        if name is None:
            return None
        found = numbered(self._store, name, *kinds)
        if Known.CLAIM in kinds:
            return self._store.groups.roots(Matter.CLAIM, [found])[found]
        return found
