"""A run's tables into an empty record, as rows of its own tables; numbers are known before."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.batch.numbering import Numbers, Whole
from reportedly.batch.reading import Aligned, Run
from reportedly.batch.tables import ATTRIBUTIONS, DOCUMENTS, ENTITIES
from reportedly.record.compared import STATEMENTS
from reportedly.schema import RunError, Status
from reportedly.schema.form import ORDER
from reportedly.store import Bulk
from reportedly.store.derive import marked, value_marks
from reportedly.store.forms import LEVEL, dumps, pack

AT_ONCE = 500
"""Documents of one transaction: some 30 MB with all that was found in them."""

_DOCUMENT = (
    "key", "digest", "url", "path", "publisher", "title", "published", "language", "characters",
    "attributions",
)  # fmt: skip
_ATTRIBUTION = (
    "id", "speaker_name", "act", "negated", "stance", "kind", "block", "said_on", "day", "content",
    "source", "publisher", "confidence",
)  # fmt: skip
_ENTITY = ("id", "type", "name", "day", "named")
_CALLED = {"key": "document", "speaker_name": "speaker"}
_TOLD = ("n", "text", "extraction")
_SAID = (
    "n", "speaker_entity", "parent", "carriers", "evidence", "words", "names", "voice", "utterance",
)  # fmt: skip
_NAMED = ("n", "aliases", "roles")
_BEHIND = f',"{ORDER[ORDER.index("text") + 1]}":'
_TEXT = ',"text":'


class Filling:
    """Puts documents and what was found in them into a record.

    Args:
        run: the tables.
        numbers: of all that they hold.
        bulk: of the record.
        added_at: the moment, as `YYYY-MM-DDThh:mm:ssZ`.
    """

    def __init__(self, run: Run, numbers: Numbers, bulk: Bulk, added_at: str) -> None:
        self._run = run
        self._numbers = numbers
        self._bulk = bulk
        self._added_at = added_at

    def documents(self) -> Iterator[int]:
        """Put them in, a part at a time; yields how many are in.

        Raises:
            RunError: if the tables are damaged, or the record cannot be written to.
        """
        phase = "documents"
        for shard in self._run.shards:
            told = self._run.shard(DOCUMENTS, shard, _columns(_DOCUMENT, _TOLD), AT_ONCE)
            said = Aligned(self._run.shard(ATTRIBUTIONS, shard, _columns(_ATTRIBUTION, _SAID)))
            named = Aligned(self._run.shard(ENTITIES, shard, _columns(_ENTITY, _NAMED)))
            for part in told:
                last = int(part["n"][-1].as_py())
                attributions, entities = said.upto(last), named.upto(last)
                if last > self._bulk.reached(phase):
                    with self._bulk.part(phase, last):
                        self._part(part, attributions, entities)
                yield int(np.searchsorted(self._numbers.documents.ns, last, "right"))

    def _part(self, documents: pa.Table, said: pa.Table | None, named: pa.Table | None) -> None:
        at, documents = self._held(documents)
        if not len(at):
            return
        numbers = (at + 1).tolist()
        extras: dict[int, dict[str, Any]] = {n: {} for n in numbers}
        self._put_documents(numbers, documents)
        if named is not None:
            self._put_entities(*self._held(named))
        if said is not None:
            where, said = self._held(said)
            self._put_attributions(where, said)
            _tell(extras, where, said)
        self._put_extractions(numbers, documents, extras)

    def _held(self, part: pa.Table) -> tuple[Whole, pa.Table]:
        """The places of the documents of rows, and the rows; without documents that come again."""
        at = self._numbers.documents.at(part["n"].to_numpy())
        held = at >= 0
        return (at, part) if held.all() else (at[held], part.filter(pa.array(held)))

    def _put_documents(self, numbers: Sequence[int], part: pa.Table) -> None:
        told = _lists(part, _DOCUMENT)
        added = [self._added_at] * len(numbers)
        rows = zip(numbers, *told, added, strict=True)
        self._bulk.put("documents", ("n", *_DOCUMENT, "added_at"), rows)
        places = zip(numbers, part["path"].to_pylist(), strict=True)
        self._bulk.put("places", ("document", "path"), [place for place in places if place[1]])

    def _put_extractions(
        self, numbers: Sequence[int], part: pa.Table, extras: dict[int, dict[str, Any]]
    ) -> None:
        texts = zip(*_lists(part, ("extraction", "text")), strict=True)
        rows = (
            (
                n,
                zlib.compress(whole(told, text).encode("ascii"), LEVEL),
                pack({STATEMENTS: extras[n]}),
            )
            for n, (told, text) in zip(numbers, texts, strict=True)
        )
        self._bulk.put("extractions", ("document", "body", "extra"), rows)

    def _put_entities(self, at: Whole, part: pa.Table) -> None:
        ids = part["id"].to_pylist()
        numbers = self._numbers.entities.numbers(at, ids)
        lists = (
            [dumps(names) if names else "[]" for names in part[name].to_pylist()]
            for name in ("aliases", "roles")
        )
        rows = zip(numbers.tolist(), (at + 1).tolist(), *_lists(part, _ENTITY), *lists, strict=True)
        self._bulk.put("entities", ("n", "document", *_ENTITY, "aliases", "roles"), rows)

    def _put_attributions(self, at: Whole, part: pa.Table) -> None:
        numbers = self._numbers.attributions.numbers(at, part["id"].to_pylist()).tolist()
        speakers = self._numbers.entities.numbers(at, part["speaker_entity"].to_pylist())
        parents = self._numbers.attributions.numbers(at, part["parent"].to_pylist())
        carriers, evidence = (part[name].to_pylist() for name in ("carriers", "evidence"))
        derived = {
            "n": numbers,
            "document": (at + 1).tolist(),
            "speaker": _or_none(speakers),
            "parent": _or_none(parents),
            "carriers": ["\n".join(names) or None for names in carriers],
            "evidence": ["\n".join(names) or None for names in evidence],
            "marks": list(_marks(part, evidence)),
        }
        rows = zip(*derived.values(), *_lists(part, _ATTRIBUTION), strict=True)
        self._bulk.put("attributions", (*derived, *_ATTRIBUTION), rows)
        self._put_carriers(at, part, numbers)

    def _put_carriers(self, at: Whole, part: pa.Table, numbers: Sequence[int]) -> None:
        carried = np.flatnonzero(pc.list_value_length(part["carriers"]).to_numpy())
        told = part["utterance"].take(pa.array(carried)).to_pylist()
        chain_ = [
            (int(row), place, carrier["entity"])
            for row, utterance in zip(carried, told, strict=True)
            for place, carrier in enumerate(json.loads(utterance)["carriers"])
        ]
        rows = np.array([row for row, _, _ in chain_], np.int64)
        entities = self._numbers.entities.numbers(at[rows], [name for *_, name in chain_])
        found = (
            (numbers[row], place, entity)
            for (row, place, _), entity in zip(chain_, entities.tolist(), strict=True)
            if entity
        )
        self._bulk.put("carriers", ("attribution", "place", "entity"), found)


def whole(extraction: str, text: str) -> str:
    """A document's extraction with its text, as JSON that a record holds.

    Raises:
        RunError: if it is none.
    """
    before, behind, rest = extraction.partition(_BEHIND)
    if not behind:
        raise RunError("the tables have an extraction that is none")
    return extraction if _TEXT in before else f"{before}{_TEXT}{json.dumps(text)}{behind}{rest}"


def fill_places(run: Run, numbers: Numbers, bulk: Bulk) -> None:
    """Put in where documents were met that come again in the tables."""
    held: set[tuple[int, str]] = set()
    again: set[tuple[int, str]] = set()
    twice = numbers.documents.twice
    if not len(twice) or bulk.reached("places"):
        return
    for part in run.all(DOCUMENTS, ["n", "document", "path"]):
        first = numbers.documents.at(part["n"].to_numpy()) >= 0
        places = numbers.documents.called(part["document"].to_pylist())
        known = np.isin(places, twice)
        told = zip(places + 1, first, part["path"].to_pylist(), strict=True)
        for (n, alone, path), wanted in zip(told, known, strict=True):
            if wanted and path:
                (held if alone else again).add((int(n), path))
    with bulk.part("places", 1):
        bulk.put("places", ("document", "path"), sorted(again - held))


def _columns(*names: Sequence[str]) -> list[str]:
    return [_CALLED.get(name, name) for name in chain(*names)]


def _lists(part: pa.Table, names: Iterable[str]) -> list[list[Any]]:
    return [part[_CALLED.get(name, name)].to_pylist() for name in names]


def _or_none(numbers: Whole) -> list[int | None]:
    return [n or None for n in numbers.tolist()]


def _marks(part: pa.Table, evidence: Iterable[Sequence[str]]) -> Iterator[str]:
    told = _lists(part, ("act", "negated", "said_on", "day"))
    for act, negated, said_on, day, seen in zip(*told, evidence, strict=True):
        # Where no day is told, the one that lists are sorted by is that of publication.
        yield _marked(act, negated, said_on or day, tuple(seen))


@lru_cache(100_000)
def _marked(act: str, negated: bool, day: str | None, evidence: tuple[str, ...]) -> str:
    return marked(act, map(Status, evidence), _days(day), negated=negated)


_days = lru_cache(20_000)(value_marks)


def _tell(extras: dict[int, dict[str, Any]], at: Whole, part: pa.Table) -> None:
    """What each document's statements say, as comparisons read it."""
    told = _lists(part, ("id", "words", "names", "voice"))
    for n, name, words, names, voice in zip((at + 1).tolist(), *told, strict=True):
        if words is not None:
            extras[n][name] = [words, names, voice]
