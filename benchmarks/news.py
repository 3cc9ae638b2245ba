"""A made-up archive of news, as `batch extract` leaves one: `python -m benchmarks.news N FOLDER`.

Nothing in it was ever said. It has what makes connecting costly: subjects come and go, so that
there are as many more as there are documents; what is said of one is said again by others, in the
same words or in some others, or is denied; every eighth document is a copy of one that came before
it, or an edited one. Words, names and vectors are drawn as `benchmarks.records` draws them. A
shard's documents follow from its number alone: the first half of a run is a run.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.records import EACH, FILL, Sheet, World, world
from reportedly import __version__
from reportedly.batch.folder import Folder
from reportedly.batch.rows import rows
from reportedly.batch.tables import SHARD
from reportedly.batch.writing import written
from reportedly.connect import reuse
from reportedly.connect.claims import Cells
from reportedly.connect.entities import keys
from reportedly.connect.stories import story_keys
from reportedly.record.prepare import Prepared
from reportedly.record.propositions import Proposition
from reportedly.schema import Act
from reportedly.store import VECTOR, NewEntity

DOCUMENTS = 500
"""Documents of a shard, as `batch extract` makes them."""
SUBJECT = 12
"""Documents on a subject."""
CLAIMS = 25
"""What there is to be said of a subject."""
OWN = 4
"""Statements of a document, of `EACH`, that nobody else makes."""
COPIES = 8
"""One document in so many is a copy."""
NAMES = 20_000
"""Names of parties, drawn as 1 / rank."""

_FIRST_DAY = date(2012, 1, 1)
_A_DAY = 25
"""Documents of a day."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that may be said: its words, the parties in them, and where its vector lies."""

    words: tuple[str, ...]
    names: frozenset[str]
    centre: NDArray[np.float32]


@cache
def _world() -> World:
    return world()


@cache
def _cells() -> Cells:
    return Cells()


@cache
def _subject(number: int) -> tuple[tuple[str, ...], tuple[Said, ...]]:
    """A subject's people, and what is said of it."""
    random, made = np.random.default_rng((11, number)), _world()
    people = tuple(made.people[i] for i in _ranks(random, len(made.people), 4))
    names = [made.words[i].title() for i in _ranks(random, NAMES, 4)]
    return people, tuple(_said(random, names) for _ in range(CLAIMS))


def _said(random: np.random.Generator, names: Sequence[str]) -> Said:
    made = _world()
    words = [made.words[i] for i in _ranks(random, len(made.words), int(random.integers(8, 20)))]
    one, other = random.choice(len(names), 2, replace=False).tolist()
    words.insert(2, names[one])
    words.append(names[other])
    centre = made.centres[random.integers(0, len(made.centres))]
    own = random.normal(scale=0.9 / VECTOR**0.5, size=VECTOR).astype(np.float32)
    return Said(tuple(words), frozenset((names[one], names[other])), centre + own)


def _ranks(random: np.random.Generator, count: int, size: int) -> list[int]:
    drawn = np.exp(random.random(size) * np.log(count)).astype(np.int64)
    found: list[int] = np.minimum(drawn, count - 1).tolist()
    return found


def documents(shard: int) -> Iterator[Prepared]:
    """The documents of a shard."""
    random = np.random.default_rng((7, shard))
    plans = [_Plan.drawn(random, shard * DOCUMENTS + place) for place in range(DOCUMENTS)]
    for place, plan in enumerate(plans):
        yield _prepared(
            plan
            if place < 20 or random.integers(COPIES)
            else plan.copied(random, plans[place - int(random.integers(1, 20))])
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a document is made of: its number and publisher, what is said in it, and its filling."""

    number: int
    publisher: int
    said: tuple[tuple[str, Said, tuple[str, ...], Act], ...]
    filling: tuple[tuple[str, ...], ...]

    @classmethod
    def drawn(cls, random: np.random.Generator, number: int) -> _Plan:
        """A report of its own, on one of the subjects of its days."""
        made = _world()
        people, claims = _subject(max(0, number // SUBJECT - int(random.geometric(0.05))))
        said = []
        for place in range(EACH):
            own = place >= EACH - OWN
            one = _said(random, _names_of(claims)) if own else claims[random.integers(CLAIMS)]
            act = Act.DENY if random.random() < 0.1 else Act.SAY
            person = people[random.integers(len(people))]
            if random.random() < 0.2:
                person = made.people[_ranks(random, len(made.people), 1)[0]]
            said.append((person, one, _reworded(random, one.words), act))
        filling = tuple(
            tuple(made.words[i] for i in _ranks(random, len(made.words), FILL)) for _ in said
        )
        return cls(number, _ranks(random, 300, 1)[0], tuple(said), filling)

    def copied(self, random: np.random.Generator, other: _Plan) -> _Plan:
        """Another report in the place of this one; every second one ends otherwise."""
        filling = other.filling
        if random.integers(2):
            filling = (*filling[:-1], self.filling[-1])
        return _Plan(self.number, self.publisher, other.said, filling)


def _names_of(claims: Sequence[Said]) -> list[str]:
    return sorted(frozenset[str]().union(*(claim.names for claim in claims)))


def _reworded(random: np.random.Generator, words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words, or with three others among them."""
    if random.random() < 0.25:
        return words
    made, found = _world(), list(words)
    for rank in _ranks(random, len(made.words), 3):
        at = int(random.integers(3, len(words) - 1))
        found[at] = made.words[rank]
    return tuple(found)


def _prepared(plan: _Plan) -> Prepared:
    sheet = Sheet(f"https://paper{plan.publisher}.invalid/{plan.number}")
    for (who, _, words, act), filling in zip(plan.said, plan.filling, strict=True):
        sheet.say(who, words, act, None, None)
        sheet.write(filling)
    vectors = _vectors(plan)
    day = (_FIRST_DAY + timedelta(days=plan.number // _A_DAY)).isoformat()
    addition = sheet.addition(_world(), f"Paper {plan.publisher}", day, (), vectors)
    extraction = addition.extraction
    said = tuple(
        Proposition(a, " ".join(words), one.names, who)
        for a, (who, one, words, _) in zip(extraction.attributions, plan.said, strict=True)
    )
    return Prepared(
        extraction,
        tuple(NewEntity(p.profile, tuple(sorted(keys(p.profile)))) for p in addition.entities),
        reuse.fingerprints(extraction.document),
        frozenset(key for one in said for key in story_keys(one.names)),
        said,
        addition.vectors,
    )


def _vectors(plan: _Plan) -> NDArray[np.int8]:
    """The same words have the same vector; others of one claim a cosine of about .8 with it."""
    found = []
    for _, one, words, _ in plan.said:
        changed = [w for w, was in zip(words, one.words, strict=True) if w != was]
        centre = one.centre / np.linalg.norm(one.centre)
        if changed:
            seed = [ord(letter) for letter in "".join(changed)]
            noise = np.random.default_rng(seed).normal(scale=0.6 / VECTOR**0.5, size=VECTOR)
            centre = centre + noise.astype(np.float32)
            centre /= np.linalg.norm(centre)
        found.append(np.round(centre * 127).astype(np.int8))
    return np.stack(found)


def make(path: Path, count: int, workers: int = 2) -> None:
    """Write a run with `count` documents, or a few more."""
    Folder(path).begin({"documents": "made up"}, __version__)
    with ProcessPoolExecutor(workers) as pool:
        for _ in pool.map(_shard, [path] * -(-count // DOCUMENTS), range(-(-count // DOCUMENTS))):
            pass


def _shard(path: Path, shard: int) -> None:
    with written(Folder(path), shard) as tables:
        tables.put(rows(shard * SHARD + n, one) for n, one in enumerate(documents(shard)))


def main() -> None:
    """Make a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("documents", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    make(options.folder, options.documents)


if __name__ == "__main__":
    main()
