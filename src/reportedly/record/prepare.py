"""Preparing: all that a record keeps of a document, from its extraction alone.

It is the costly part of connecting, and needs nothing of the record: worker processes do it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np

from reportedly.attribute.attributor import MODEL
from reportedly.connect import entities, reuse
from reportedly.connect.claims import Cells, Question, SentenceEncoder, Statement, question
from reportedly.connect.entities import keys
from reportedly.connect.stories import story_keys
from reportedly.record.propositions import Proposition, known_in, propositions
from reportedly.resolve import Known
from reportedly.schema import Extraction, Profile, Ref, Verdict, document_key
from reportedly.store import NewEntity, NewVector

Canonical = Callable[[str], str | None]
"""The full name of whatever has a name; None for what is in no list of known names."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document on its way into a record.

    Args:
        extraction: the document and what was found in it; only what its JSON holds.
        entities: its speakers and carriers, and others that it names, with all their keys.
        fingerprints: of its text.
        stories: keys that it shares with documents whose statements are about the same parties.
        propositions: what its attributions say, those that say something by themselves.
        vectors: theirs, in the same order.
    """

    extraction: Extraction
    entities: tuple[NewEntity, ...]
    fingerprints: tuple[int, ...]
    stories: frozenset[int]
    propositions: tuple[Proposition, ...]
    vectors: tuple[NewVector, ...]


class Preparer:
    """Turns extractions into what a record keeps.

    Args:
        encoder: makes vectors of sentences.
        canonical: looks names up in the list of known names.
    """

    def __init__(self, encoder: SentenceEncoder, canonical: Canonical) -> None:
        self._encoder = encoder
        self._canonical = canonical
        self._cells = Cells()

    def __call__(self, extraction: Extraction) -> Prepared:
        """Prepare one document."""
        said = tuple(propositions(extraction, self._canonical))
        return Prepared(
            extraction,
            tuple(NewEntity(p, tuple(sorted(keys(p)))) for p in profiles(extraction)),
            reuse.fingerprints(extraction.document),
            frozenset(key for p in said for key in story_keys(p.names)),
            said,
            tuple(self._vectors(said)),
        )

    def asked(self, sentence: str) -> tuple[Statement, Question]:
        """A sentence that nobody said, as statements are compared, and made ready to be asked."""
        wanted = question(sentence, self._encoder)
        names = frozenset(known_in(sentence, self._canonical))
        return Statement(sentence, wanted.vectors[0], names), wanted

    def _vectors(self, said: Iterable[Proposition]) -> Iterator[NewVector]:
        told = list(said)
        vectors = self._encoder.vectors([p.words for p in told])
        cells = self._cells.own(vectors).tolist()
        for proposition, vector, cell in zip(told, vectors, cells, strict=True):
            yield NewVector(proposition.attribution.id, cell, vector.tobytes())


def load_preparer(known: Path | None = None) -> Preparer:
    """The shipped encoder of sentences, on one thread.

    Args:
        known: a file of names beside the shipped ones.

    Raises:
        RunError: if the weights or the names cannot be loaded.
    """
    return Preparer(SentenceEncoder(MODEL / "tokenizer.json"), Known.load(known).canonical)


_LOADING = Lock()


def shared(load: Callable[[], Preparer]) -> Preparer:
    """What `load` loads, once in a process, whoever asks and in which thread.

    The encoder is 30 MB and takes half a second to load; it holds nothing that a question changes.

    Raises:
        RunError: if it cannot be loaded.
    """
    with _LOADING:  # `cache` alone would let two threads load it at once
        return _loaded(load)


@cache
def _loaded(load: Callable[[], Preparer]) -> Preparer:
    return load()


def profiles(extraction: Extraction) -> Iterator[Profile]:
    """Each entity of a document as it can be known elsewhere."""
    key, day = document_key(extraction.document), extraction.document.published
    for entity in (*extraction.entities, *extraction.named):
        yield Profile(
            Ref(key, entity.id),
            entity.type,
            entity.name,
            entity.aliases,
            tuple(role.text for role in entity.roles),
            day,
            entity.proper,
        )


def twin_key(profile: Profile) -> str:
    """A key that two profiles share if nothing tells them apart but document and day of a year.

    Of a year's printings of one report, one is compared with all others of that name; the rest
    are found to be the same without being compared.
    """
    parts = (profile.type, profile.name, *sorted(profile.aliases), "", *sorted(profile.roles))
    year = (profile.day or "")[:4]
    digest = hashlib.sha256("\x1f".join((year, *parts)).encode()).hexdigest()
    return f"={digest[:20]}"


def alike(candidates: Iterable[NewEntity]) -> dict[str, str]:
    """The keys that twins share, by id; none for two of one document, who are two however alike.

    Nor for those whom the same profile does not make one: a surname may be anybody's.
    """
    keys = {c.profile.ref.id: twin_key(c.profile) for c in candidates if _telling(c.profile)}
    times = Counter(keys.values())
    return {name: key for name, key in keys.items() if times[key] == 1}


def _telling(profile: Profile) -> bool:
    """Whether a second profile with nothing else in it would be taken for the same."""
    return profile.named and entities.compare(profile, profile).verdict is Verdict.SAME


def statements(prepared: Prepared) -> dict[str, Statement]:
    """A document's statements as they are compared, by their attributions' ids."""
    return {
        v.attribution: Statement(
            p.words,
            np.frombuffer(v.vector, dtype=np.int8),
            p.names,
            p.speaker,
            p.attribution.act,
            p.attribution.negated,
        )
        for p, v in zip(prepared.propositions, prepared.vectors, strict=True)
    }


def marks(one: Statement) -> tuple[object, ...]:
    """All that a comparison looks at; what has the same is the same to all others."""
    return one.text, one.names, one.speaker, one.act, one.negated
