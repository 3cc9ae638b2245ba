"""A made-up record of any size, for timing: `python -m benchmarks.records N FILE`.

Nothing in it was ever said. Words are drawn from an invented vocabulary with the frequencies of
Zipf's law, names and publishers likewise; vectors lie in clusters, about the centroids of those of
real sentences. The same seed makes the same record.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reportedly.connect.claims import MODEL, Cells
from reportedly.connect.entities import keys
from reportedly.record.compared import STATEMENTS
from reportedly.record.prepare import twin_key
from reportedly.schema import (
    Act,
    Attribution,
    Block,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Kind,
    Profile,
    Ref,
    Span,
    Speaker,
    Status,
    Voice,
    attribution_id,
    document_key,
    entity_id,
    text_id,
)
from reportedly.store import VECTOR, Addition, NewEntity, NewVector, Store

EACH = 10
"""Attributions a document: about what the development articles of PolNeAR have."""

FILL = 25
"""Words of the publisher's own between two attributions."""

FINGERPRINTS = 100
"""Fingerprints a document: what winnowing leaves of 450 words."""

VOCABULARY, PEOPLE, PUBLISHERS, AGENCIES, CLUSTERS = 40_000, 20_000, 300, 40, 50_000

_FIRST_DAY, _DAYS = date(2012, 1, 1), 4_000
_SYLLABLES = (
    "ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa ra re ro sa se".split()
)
_CELLS = Cells()
_ACTS, _STATUSES = tuple(Act), tuple(Status)


@dataclass(frozen=True, slots=True)
class World:
    """What documents are made of.

    Args:
        words: the vocabulary, the most frequent first.
        people: names of speakers.
        centres: of the clusters that vectors lie in, a row each, of length 1.
        held: twin keys of the entities that were made already: only the first of those that
            nothing tells apart is found by its name, as in a record that was filled by `add`.
    """

    words: Sequence[str]
    people: Sequence[str]
    centres: npt.NDArray[np.float32]
    held: set[str] = field(default_factory=set)


def world(seed: int = 0) -> World:
    """The words, people and clusters of a seed."""
    random = np.random.default_rng(seed)
    words = _names(random, VOCABULARY, 2, 4)
    first, last = _names(random, 400, 2, 2), _names(random, 4_000, 2, 3)
    people = [
        f"{first[a].title()} {last[b].title()}"
        for a, b in zip(
            random.integers(0, len(first), PEOPLE),
            random.integers(0, len(last), PEOPLE),
            strict=True,
        )
    ]
    return World(
        words,
        people,
        _centres(random),
    )


def _centres(random: np.random.Generator) -> npt.NDArray[np.float32]:
    """Cluster centres as contents lie about centroids: at a cosine of about .6."""
    centroids = np.load(MODEL / "centroids.npy").astype(np.float32)
    centroids /= np.linalg.norm(centroids, axis=1, keepdims=True)
    own = random.normal(size=(CLUSTERS, VECTOR)).astype(np.float32)
    own *= 1.33 / np.linalg.norm(own, axis=1, keepdims=True)
    found = centroids[random.integers(0, len(centroids), CLUSTERS)] + own
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def _names(random: np.random.Generator, count: int, least: int, most: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        size = random.integers(least, most + 1)
        found["".join(_SYLLABLES[i] for i in random.integers(0, len(_SYLLABLES), size))] = None
    return list(found)


def _zipf(random: np.random.Generator, count: int, size: int) -> npt.NDArray[np.int64]:
    """Ranks below `count`, the first the likeliest, as 1 / rank."""
    return np.minimum(np.exp(random.random(size) * np.log(count)).astype(np.int64), count - 1)


def additions(count: int, made: World, seed: int = 1) -> Iterator[Addition]:
    """Documents with `EACH` attributions, `count` of these in all (rounded up)."""
    random = np.random.default_rng(seed)
    left = -(-count // EACH)
    number = 0
    while left:
        size = min(left, 500)
        left -= size
        yield from _batch(random, made, size, number, seed)
        number += size


def _batch(
    random: np.random.Generator, made: World, size: int, number: int, seed: int
) -> Iterator[Addition]:
    many = size * EACH
    lengths = random.integers(8, 24, many)
    words = _zipf(random, VOCABULARY, int(lengths.sum()) + many * FILL).tolist()
    speakers = _zipf(random, PEOPLE, many).tolist()
    vectors = _vectors(random, made, many)
    acts = random.choice(len(_ACTS), many, p=_falling(len(_ACTS))).tolist()
    statuses = random.integers(0, 4 * len(_STATUSES), many).tolist()
    carriers = random.integers(0, 5 * AGENCIES, many).tolist()
    prints = random.integers(-(2**63), 2**63 - 1, (size, FINGERPRINTS)).tolist()
    publishers = _zipf(random, PUBLISHERS, size).tolist()
    days = random.integers(0, _DAYS, size).tolist()
    text = [made.words[w] for w in words]
    at = 0
    for d in range(size):
        sheet = Sheet(f"https://paper{publishers[d]}.invalid/{seed}/{number + d}")
        for a in range(d * EACH, (d + 1) * EACH):
            end = at + int(lengths[a])
            carrier = (
                f"{made.words[1000 + carriers[a]].title()} News" if carriers[a] < AGENCIES else None
            )
            status = _STATUSES[statuses[a]] if statuses[a] < len(_STATUSES) else None
            sheet.say(made.people[speakers[a]], text[at:end], _ACTS[acts[a]], carrier, status)
            sheet.write(text[end : end + FILL])
            at = end + FILL
        day = (_FIRST_DAY + timedelta(days=days[d])).isoformat()
        yield sheet.addition(
            made, f"Paper {publishers[d]}", day, prints[d], vectors[d * EACH : (d + 1) * EACH]
        )


def _falling(count: int) -> npt.NDArray[np.float64]:
    weights = 1.0 / np.arange(1, count + 1) ** 1.5
    return weights / weights.sum()


def _vectors(random: np.random.Generator, made: World, size: int) -> npt.NDArray[np.int8]:
    """Vectors of which two of one cluster have a cosine of about .8."""
    centres = made.centres[random.integers(0, CLUSTERS, size)]
    noise = random.normal(scale=0.5 / VECTOR**0.5, size=centres.shape).astype(np.float32)
    found = centres + noise
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return np.round(found * 127).astype(np.int8)


class Sheet:
    """A document while it is written."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._parts: list[str] = []
        self._length = 0
        self._attributions: list[Attribution] = []
        self._entities: dict[str, Entity] = {}

    def write(self, words: Sequence[str]) -> None:
        """A sentence of the publisher's own."""
        self._put(" ".join(words) + ". ")

    def say(
        self, who: str, words: Sequence[str], act: Act, carrier: str | None, status: Status | None
    ) -> None:
        """A sentence that somebody says."""
        source = (self._put(who),)
        self._put(" ")
        cue = (self._put("said"),)
        self._put(" ")
        content = (self._put(" ".join(words)),)
        speaker = self._entity(who, source[0], EntityType.PERSON)
        carriers: tuple[Carrier, ...] = ()
        if carrier:
            self._put(", according to ")
            span = self._put(carrier)
            carriers = (
                Carrier(self._entity(carrier, span, EntityType.ORGANISATION).id, carrier, span),
            )
        self._put(". ")
        self._attributions.append(
            Attribution(
                attribution_id(source, cue, content),
                source,
                cue,
                content,
                Kind.INDIRECT,
                BlockKind.BODY,
                0.9,
                speaker=Speaker(speaker.id, who, speaker.type),
                carriers=carriers,
                act=act,
                evidence=(Evidence(status, cue[0], Voice.SPEAKER),) if status else (),
            )
        )

    def addition(
        self,
        made: World,
        publisher: str,
        day: str,
        prints: Sequence[int],
        vectors: npt.NDArray[np.int8],
    ) -> Addition:
        """What is added of it."""
        text = "".join(self._parts).strip()
        document = Document(
            text_id(text),
            text,
            (Block(BlockKind.BODY, Span(0, len(text))),),
            path=self._url,
            url=self._url,
            title=text[:60],
            publisher=publisher,
            published=day,
            language="en",
        )
        key = document_key(document)
        cells = _CELLS.own(vectors).tolist()
        return Addition(
            Extraction(document, tuple(self._attributions), tuple(self._entities.values())),
            "2024-01-01T00:00:00Z",
            {STATEMENTS: {a.id: [_said(text, a), [], _speaker(a)] for a in self._attributions}},
            entities=tuple(
                _entity(Profile(Ref(key, e.id), e.type, e.name, day=day), made.held)
                for e in self._entities.values()
            ),
            fingerprints=tuple(prints),
            vectors=tuple(
                NewVector(a.id, cell, v.tobytes())
                for a, v, cell in zip(self._attributions, vectors, cells, strict=True)
            ),
        )

    def _put(self, text: str) -> Span:
        self._parts.append(text)
        start, self._length = self._length, self._length + len(text)
        return Span(start, self._length)

    def _entity(self, name: str, span: Span, kind: EntityType) -> Entity:
        if name not in self._entities:
            self._entities[name] = Entity(entity_id(span), kind, name, (), (span,))
        return self._entities[name]


def _said(text: str, a: Attribution) -> str:
    return " ".join(span.read(text) for span in a.content)


def _speaker(a: Attribution) -> str | None:
    return a.speaker.name if a.speaker else None


def _entity(profile: Profile, held: set[str]) -> NewEntity:
    twin = twin_key(profile)
    own = () if twin in held else tuple(sorted(keys(profile)))
    held.add(twin)
    return NewEntity(profile, (twin, *own))


def fill(store: Store, count: int, made: World, at_once: int = 200) -> int:
    """Add documents with `count` attributions in all; say how many there are in the record."""
    waiting: list[Addition] = []
    for addition in additions(count, made):
        waiting.append(addition)
        if len(waiting) == at_once:
            _add(store, waiting)
            waiting = []
    _add(store, waiting)
    return store.attributions.count()


def _add(store: Store, waiting: Sequence[Addition]) -> None:
    with store.write():
        for addition in waiting:
            store.documents.add(addition)


def main() -> None:
    """Make a record and say how long it took and how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="attributions")
    parser.add_argument("file", help="where to, or postgresql://…")
    options = parser.parse_args()
    start = time.perf_counter()
    with Store.open(options.file) as store:
        count = fill(store, options.count, world())
    taken = time.perf_counter() - start
    print(f"{count:,} attributions in {taken:.0f} s")
    if Path(options.file).exists():
        size = Path(options.file).stat().st_size
        print(f"{size / 1e6:,.0f} MB, {size / count:,.0f} bytes an attribution")


if __name__ == "__main__":
    main()
