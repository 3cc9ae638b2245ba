"""Groups: what a chain of links connects, brought together as a record does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from reportedly.batch.between import group
from reportedly.batch.connect.compare import profile
from reportedly.batch.connect.components import components
from reportedly.batch.connect.frames import (
    Frame,
    Tables,
    col,
    files,
    numbered,
    part_of,
    spread,
    there,
)
from reportedly.batch.connect.parts import rows, told, written
from reportedly.batch.connect.run import Run
from reportedly.batch.engine import daft
from reportedly.batch.folder import Folder
from reportedly.batch.tables import ENTITIES, GROUPS, LINKS
from reportedly.connect.groups import grouped
from reportedly.record.linked import TWIN
from reportedly.record.settling import DENSE, Linked, ties, two_people
from reportedly.schema import EntityType, Profile, Ref, Verdict
from reportedly.store import Matter
from reportedly.store.forms import loads_or_empty


def links_of(tables: Tables, matter: Matter) -> Frame | None:
    """The links that make groups, with the ends as `first` and `second`; None if there are none."""
    where = tables.folder.connected(LINKS)
    if not files(where, f"{matter.value}-*.parquet"):
        return None
    found = there(where, f"{matter.value}-*.parquet")
    return found.where(col("verdict") == Verdict.SAME.value).with_columns(
        {"first": node("a_document", "a"), "second": node("b_document", "b")}
    )


def node(document: str, item: str) -> Frame:
    """What an item is called among nodes; they sort as refs do, keys being of one length."""
    return col(document) + daft.lit("/") + col(item)


def ref(called: str) -> Ref:
    """The ref of a node."""
    return Ref(*called.split("/", 1))


def families(run: Run) -> dict[str, int]:
    """Documents that are copies of each other, edited or not."""
    return _group(run, Matter.REUSE)


def of_entities(run: Run) -> dict[str, int]:
    """Entities that are one."""
    return _group(run, Matter.ENTITY)


def of_claims(run: Run) -> dict[str, int]:
    """Statements of one claim."""
    return _group(run, Matter.CLAIM)


def of_narratives(run: Run) -> dict[str, int]:
    """Claims of one story, call it behind `of_claims`: a narrative has all of a claim or none."""
    return _group(run, Matter.NARRATIVE)


def _group(run: Run, matter: Matter) -> dict[str, int]:
    work = run.tables.work / f"{matter.value}-groups"
    found = _tied(run.tables, matter)
    if found is None:
        return {"groups": 0}
    nodes = components(
        found.select(col("first").alias("a"), col("second").alias("b")), work / "stars"
    )
    nodes = nodes.with_column("part", part_of("root", run.tables.parts))
    tied = found.join(nodes.with_column_renamed("node", "first"), on="first")
    spread(tied, work / "ties")
    if matter is Matter.ENTITY:
        people = run.tables.of_kept(ENTITIES, *_PROFILE).where(
            col("type") == EntityType.PERSON.value
        )
        named = people.with_column("node", node("document", "id"))
        spread(named.exclude("n").join(nodes, on="node"), work / "people")
    return run.each(numbered(work / "ties"), partial(_part, run.tables.folder.path, matter))


_PROFILE = ("id", "type", "name", "aliases", "roles", "day", "named")


def _tied(tables: Tables, matter: Matter) -> Frame | None:
    """What ties items: links, and of narratives also what is of one claim, without a score."""
    links = links_of(tables, matter)
    columns = ("first", "second", "score", "data")
    found = None if links is None else links.select(*columns)
    where = tables.folder.connected(GROUPS)
    if matter is not Matter.NARRATIVE or not files(where, f"{Matter.CLAIM.value}-*.parquet"):
        return found
    whole = there(where, f"{Matter.CLAIM.value}-*.parquet").select(
        node("root_document", "root").alias("first"),
        node("document", "item").alias("second"),
        daft.lit(None).cast(daft.DataType.float64()).alias("score"),
        daft.lit(None).cast(daft.DataType.string()).alias("data"),
    )
    whole = whole.where(col("first") != col("second"))
    return whole if found is None else found.concat(whole)


def _part(path: Path, matter: Matter, part: int) -> str:
    where = path / "connected" / "work" / f"{matter.value}-groups"
    links = defaultdict[str, list[Linked]](list)
    whole = defaultdict[str, list[tuple[Ref, Ref]]](list)
    people = defaultdict[str, list[Profile]](list)
    for row in rows(where / "ties", part):
        a, b = ref(row["first"]), ref(row["second"])
        if row["score"] is None:
            whole[row["root"]].append((a, b))
        else:
            twin = bool(loads_or_empty(row["data"]).get(TWIN))
            links[row["root"]].append(Linked(a, b, row["score"], twin))
    for row in rows(where / "people", part):
        people[row["root"]].append(profile(row))
    with written(Folder(path), GROUPS, matter.value, part) as writer:
        several = 0
        for root in sorted(links.keys() | whole.keys()):
            for members in _brought_together(matter, links[root], whole[root], people[root]):
                several += 1
                for member in members:
                    writer.put(group(matter, member, members[0]))
    return told(groups=several, members=writer.count)


def _brought_together(
    matter: Matter,
    links: list[Linked],
    whole: list[tuple[Ref, Ref]],
    people: Iterable[Profile],
) -> list[tuple[Ref, ...]]:
    """The groups of several in one component."""
    items = {end for link in links for end in (link.a, link.b)}
    items |= {end for pair in whole for end in pair}
    # Families are all that copies connect: they are decided on as one, not pair by pair.
    apart = two_people(people)
    found = grouped(items, ties(links, whole, apart=apart), DENSE.get(matter, 0.0))
    return [members for members in found if len(members) > 1]
