"""Origins: from how many a claim comes, told of each claim with all that a record would look at."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from reportedly.batch.between import origin
from reportedly.batch.connect.compare import profile
from reportedly.batch.connect.frames import (
    Frame,
    Tables,
    col,
    files,
    numbered,
    part_of,
    spread,
    spread_by_turns,
    there,
    write,
)
from reportedly.batch.connect.groups import links_of, node, ref
from reportedly.batch.connect.parts import rows, told, written
from reportedly.batch.connect.run import Run
from reportedly.batch.engine import daft
from reportedly.batch.folder import Folder
from reportedly.batch.rows import Row
from reportedly.batch.tables import ATTRIBUTIONS, DOCUMENTS, ENTITIES, GROUPS, LINKS, ORIGINS
from reportedly.connect.entities import keys
from reportedly.connect.origins import origins
from reportedly.record.ids import Known as Id
from reportedly.record.ids import group_id
from reportedly.record.sides import asserting, sides
from reportedly.record.statements import spans_of
from reportedly.record.utterances import Known, families, is_medium, known_as, medium, utterance
from reportedly.schema import (
    Act,
    BlockKind,
    Kind,
    Likeness,
    Profile,
    Ref,
    Stance,
    Status,
    Verdict,
)
from reportedly.store import AttributionRow, LinkRow, Matter
from reportedly.store.forms import loads_or_empty

_ROW = (
    "id", "place", "speaker", "speaker_entity", "act", "negated", "stance", "kind", "block",
    "said_on", "day", "content", "source", "publisher", "carriers", "evidence", "confidence",
    "utterance",
)  # fmt: skip
_ENTITY = ("id", "place", "type", "name", "aliases", "roles", "day", "named", "keys", "twin")


def count(run: Run) -> dict[str, int]:
    """Count the origins of each claim of several statements; call it behind all groups."""
    tables, where = run.tables, run.tables.work / "origins"
    if not files(tables.folder.connected(GROUPS), f"{Matter.CLAIM.value}-*.parquet"):
        return {"claims": 0}
    write(_members(tables), where / "members")
    members = there(where / "members")
    if not members.count_rows():
        return {"claims": 0}

    def said(some: Tables) -> Frame:
        found = some.of_kept(ATTRIBUTIONS, *_ROW).with_column("node", node("document", "id"))
        published = some.of_kept(DOCUMENTS, "published").select("n", "published")
        return found.join(members, on="node").join(published, on="n")

    spread_by_turns(tables, said, where / "said")
    needed = there(where / "said").select("n", "document", "root")
    needed = needed.with_column("part", part_of("root", tables.parts))
    write(needed.select("part", "n", "document").distinct(), where / "needed")
    needed = there(where / "needed")

    def entities(some: Tables) -> Frame:
        return _grouped(some).join(needed.select("part", "n"), on="n")

    spread_by_turns(tables, entities, where / "entities")
    _links(tables, members, needed)
    write(_media(tables, _grouped(tables)), where / "media")
    return run.each(numbered(where / "said"), partial(_part, tables.folder.path))


def _members(tables: Tables) -> Frame:
    """The statements of claims of several, as nodes, with their claim's root and its part."""
    groups = there(tables.folder.connected(GROUPS), f"{Matter.CLAIM.value}-*.parquet")
    found = groups.select(
        node("document", "item").alias("node"), node("root_document", "root").alias("root")
    )
    return found.with_column("part", part_of("root", tables.parts))


def _grouped(tables: Tables) -> Frame:
    """Entities with the node that their group is known by, their own if they are alone."""
    found = tables.of_kept(ENTITIES, *_ENTITY).with_column("node", node("document", "id"))
    where = tables.folder.connected(GROUPS)
    if not files(where, f"{Matter.ENTITY.value}-*.parquet"):
        return found.with_column("top", col("node"))
    groups = there(where, f"{Matter.ENTITY.value}-*.parquet").select(
        node("document", "item").alias("node"), node("root_document", "root").alias("top")
    )
    found = found.join(groups, on="node", how="left")
    return found.with_column("top", daft.functions.coalesce(col("top"), col("node")))


def _links(tables: Tables, members: Frame, needed: Frame) -> None:
    """Links between statements of one claim, and between documents that have any."""
    where = tables.work / "origins"
    claims: Frame = links_of(tables, Matter.CLAIM)  # there are some, as there are groups
    ends = members.select(col("node").alias("first"), "root", "part")
    other = members.select(col("node").alias("second"), col("root").alias("other"))
    within = claims.join(ends, on="first").join(other, on="second")
    within = within.where(col("root") == col("other"))
    spread(within.select("root", "first", "second", "data", "part"), where / "claims")
    reuse = f"{Matter.REUSE.value}-*.parquet"
    if files(tables.folder.connected(LINKS), reuse):
        shared = there(tables.folder.connected(LINKS), reuse)
        here = needed.select("part", col("document").alias("a_document"))
        there_ = needed.select("part", col("document").alias("b_document"))
        pairs = shared.select("a_document", "b_document").join(here, on="a_document")
        pairs = pairs.join(there_, on=["part", "b_document"])
        texts = shared.select("a_document", "b_document", "data")
        found = pairs.join(texts, on=["a_document", "b_document"])
        spread(found, where / "reuse")


def _media(tables: Tables, entities: Frame) -> Frame:
    """For each publisher that entities share a key with: these, with their groups.

    Of entities that nothing tells apart the first alone has keys, as in a record.
    """
    names = tables.read(DOCUMENTS, "publisher").distinct().to_pydict()["publisher"]
    found = [(name, key) for name in names if name for key in sorted(keys(medium(name)))]
    wanted = daft.from_pydict(
        {"publisher": [name for name, _ in found] or [""], "key": [k for _, k in found] or [""]}
    )
    first = there(tables.work / "entity-firsts")
    alone = entities.join(first, on="twin", how="left").where(
        col("first").is_null() | (col("first") == col("item"))
    )
    held = alone.select(col("keys").alias("key"), "item").explode("key").join(wanted, on="key")
    pairs = held.select("publisher", "item").distinct()
    return pairs.join(entities.exclude("keys", "twin", "n", "place"), on="item")


@dataclass(slots=True)
class _Claims:
    """The claims of a part; `reuse` is by the number of a link's earlier document."""

    said: Mapping[str, list[tuple[AttributionRow, Mapping[str, Any], str | None]]]
    links: Mapping[str, list[tuple[str, str, str | None]]]
    reuse: Mapping[int, Sequence[LinkRow]]
    numbers: Mapping[Ref, int]
    known: Known


def _part(path: Path, part: int) -> str:
    where = path / "connected" / "work" / "origins"
    claims = _read(where, part)
    with written(Folder(path), ORIGINS, "claim", part) as writer:
        for root in sorted(claims.said):
            writer.put(_counted(root, claims))
    return told(claims=writer.count)


def _read(where: Path, part: int) -> _Claims:
    entities = [*rows(where / "entities", part)]
    numbers = {(row["n"], row["id"]): row["item"] for row in entities}
    said = defaultdict[str, list[tuple[AttributionRow, Mapping[str, Any], str | None]]](list)
    chains = {}
    for row in rows(where / "said", part):
        told_ = json.loads(row["utterance"])
        said[row["root"]].append((_row(row, numbers), told_, row["published"]))
        carriers = enumerate(told_["carriers"])
        chain = {p: numbers.get((row["n"], c.get("entity"))) for p, c in carriers}
        chains[row["item"]] = {p: n for p, n in chain.items() if n is not None}
    links = defaultdict[str, list[tuple[str, str, str | None]]](list)
    for row in rows(where / "claims", part):
        links[row["root"]].append((row["first"], row["second"], row["data"]))
    every = [row for claim in said.values() for row, _, _ in claim]
    documents = {row.ref.document: row.document for row in every}
    known = Known(
        {row["item"]: group_id(Id.SPEAKER, ref(row["top"])) for row in entities},
        chains,
        {row["item"]: profile(row) for row in entities},
        _publishers(where, {row.publisher for row in every if row.publisher}),
        {},
    )
    reuse = defaultdict[int, list[LinkRow]](list)
    for row in rows(where / "reuse", part):
        a, b = documents[row["a_document"]], documents[row["b_document"]]
        reuse[a].append(_between(a, b, row["data"]))
    return _Claims(said, links, reuse, {row.ref: row.n for row in every}, known)


def _between(a: int, b: int, data: str | None) -> LinkRow:
    """A link as far as origins need it: `a` is the earlier one."""
    return LinkRow(a, b, _ONE, loads_or_empty(data))


_ONE = Likeness(Verdict.SAME, 1.0, ("a link",))


def _row(row: Row, numbers: Mapping[tuple[int, str], int]) -> AttributionRow:
    return AttributionRow(
        n=row["item"],
        document=row["n"],
        ref=Ref(row["document"], row["id"]),
        speaker=numbers.get((row["n"], row["speaker_entity"])),
        speaker_name=row["speaker"],
        act=Act(row["act"]),
        negated=row["negated"],
        stance=Stance(row["stance"]),
        kind=Kind(row["kind"]),
        block=BlockKind(row["block"]),
        said_on=row["said_on"],
        day=row["day"],
        content=row["content"],
        source=row["source"],
        publisher=row["publisher"],
        carriers=tuple(row["carriers"]),
        evidence=tuple(map(Status, row["evidence"])),
        confidence=row["confidence"],
        parent=None,
    )


def _publishers(where: Path, names: set[str]) -> dict[str, str]:
    """What publishers go by."""
    ids = defaultdict[str, list[str]](list)
    for row in _all(where / "media"):
        if row["publisher"] in names and is_medium(medium(row["publisher"]), profile(row)):
            ids[row["publisher"]].append(group_id(Id.SPEAKER, ref(row["top"])))
    return {name: known_as(name, ids[name]) for name in names}


def _all(where: Path) -> Iterator[Row]:
    import pyarrow.parquet as pq

    for file in files(where):
        yield from pq.ParquetFile(file).read().to_pylist()


def _counted(root: str, claims: _Claims) -> Row:
    told_ = {row.n: (row, told_, day) for row, told_, day in claims.said[root]}
    by_number = {n: row for n, (row, _, _) in told_.items()}
    numbers = claims.numbers
    links = [_between(numbers[ref(a)], numbers[ref(b)], data) for a, b, data in claims.links[root]]
    stands = sides(by_number, links)
    ordered = sorted(by_number.values(), key=lambda row: row.ref)
    known = claims.known
    said = asserting(ordered, stands)
    content = {row.n: spans_of(told_[row.n][1]["content"]) for row in said}
    reuse = [link for n in {row.document for row in said} for link in claims.reuse.get(n, ())]
    shared = families(said, reuse, lambda row: content[row.n])
    known = Known(known.speakers, known.carriers, known.people, known.publishers, shared)
    found = origins([utterance(row, *told_[row.n][1:], known) for row in said])
    return origin(ref(root), found)


__all__ = ["Profile", "count"]
