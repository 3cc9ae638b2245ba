"""A made-up archive of any size, for tests of connecting; its subjects grow with its documents.

Among its reports are copies, edited copies, new versions and the same report twice; people who
share a surname, offices, agencies; the same said again, in other words, and denied.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import press
import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.batch.folder import Folder
from reportedly.batch.rows import rows
from reportedly.batch.tables import EXTRACTED, SHARD
from reportedly.schema import Block, BlockKind, Document, Span, text_id

EACH = 12
"""Documents on one subject."""

_GIVEN = ("Ada", "Bela", "Carl", "Dora", "Egon", "Frida", "Gil", "Hanna")
_SURNAMES = ("Morn", "Cox", "Brandt", "Tolan", "Veld", "Quist")
_OFFICES = ("minister of ports", "harbour master", "mayor", "striker")
_MEDIA = ("The Quay", "The Mole", "Harbour Wire", "Pier Agency", "The Lantern")
_TOLD = (
    "that {a} closed the {w} {x} of {b} on {n} nights",
    "that the {w} {x} of {b} were closed by {a} on {n} nights",
    "that {a} did not close the {w} {x} of {b}",
    "that {b} sold {n} {y} {z} to {a}",
    "that {b} sold {y} {z} to {a}",
    "“{a} is owed {n} {z} by {b}”",
    "that the {y} {z} were late",
)
_SYLLABLES = "ba de ki lo mu na pe ri so tu va we".split()


def articles(number: int, seed: int = 3) -> list[dict[str, Any]]:
    """Articles in the order in which they came, with all that JSON lines have of one."""
    chance = random.Random(seed)  # noqa: S311
    subjects = [_subject(chance) for _ in range(1 + number // EACH)]
    found: list[dict[str, Any]] = []
    while len(found) < number:
        if found and chance.random() < 0.3:
            found.append(_again(chance, found[chance.randrange(len(found))]))
        else:
            found.append(_report(chance, chance.choice(subjects), len(found)))
    return found


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3))


def _subject(chance: random.Random) -> dict[str, Any]:
    words = {name: _word(chance) for name in "wxyz"}
    people = [f"{chance.choice(_GIVEN)} {chance.choice(_SURNAMES)}" for _ in range(3)]
    parties = {name: _word(chance).title() for name in "ab"}
    return {**words, **parties, "n": chance.randint(2, 90), "people": people}


def _report(chance: random.Random, subject: Mapping[str, Any], place: int) -> dict[str, Any]:
    sentences = [_sentence(chance, subject) for _ in range(chance.randint(1, 3))]
    own = " ".join(_word(chance) for _ in range(30))
    sentences.insert(chance.randrange(len(sentences)), f"{own.capitalize()}.")
    article: dict[str, Any] = {"text": "\n\n".join(sentences), "publisher": chance.choice(_MEDIA)}
    if chance.random() < 0.8:
        article["published"] = f"20{chance.randint(30, 32)}-05-{chance.randint(1, 28):02}"
    if chance.random() < 0.6:
        article["url"] = f"https://quay.invalid/{place}"
    return article


def _sentence(chance: random.Random, subject: Mapping[str, Any]) -> str:
    who = chance.choice(subject["people"])
    if chance.random() < 0.2:
        who = f"{who[0]}. {who.split()[1]}"
    source = chance.choice((who, who, f"{who}, {chance.choice(_OFFICES)},", "officials"))
    told = chance.choice(_TOLD).format(**subject)
    if chance.random() < 0.2:
        agency = chance.choice(("Harbour Wire", "Pier Agency"))
        return f"{agency} quoted {source.split(',')[0]} as saying {told}."
    cue = chance.choice(
        ("said", "said", "denied", "echoed", f"said on 2031-05-{subject['n'] % 28 + 1:02}")
    )
    return f"{source} {cue} {told}."


def _again(chance: random.Random, article: Mapping[str, Any]) -> dict[str, Any]:
    """The same article: as it is, elsewhere, edited, or a later version of it."""
    way = chance.randrange(4)
    if way == 0:
        return dict(article)
    if way == 1:
        return {**article, "publisher": chance.choice(_MEDIA), "url": None}
    added = " ".join(_word(chance) for _ in range(12)).capitalize()
    text = f"{article['text']}\n\n{added}."
    return {**article, "text": text, **({"url": None} if way == 2 else {})}


def documents(articles: Iterable[Mapping[str, Any]]) -> Iterator[Document]:
    """The same as documents."""
    for one in articles:
        text = one["text"]
        told = {name: one.get(name) for name in ("publisher", "published", "url", "path")}
        yield Document(
            text_id(text), text, (Block(BlockKind.BODY, Span(0, len(text))),), language="en", **told
        )


def tables(where: Path, articles: Sequence[Mapping[str, Any]], shard: int = 40) -> Folder:
    """Write a finished run of articles, some `shard` in each shard."""
    folder = Folder(where)
    folder.begin({"of": "a test"}, "0")
    for number in range(-(-len(articles) // shard)):
        write(folder, number, articles[number * shard : (number + 1) * shard])
    return folder


def write(folder: Folder, number: int, articles: Sequence[Mapping[str, Any]]) -> None:
    """Write and finish one shard."""
    prepare = press.preparer()
    found: dict[str, list[dict[str, Any]]] = {table.name: [] for table in EXTRACTED}
    for place, document in enumerate(documents(articles)):
        for name, some in rows(number * SHARD + place, prepare(press.extraction(document))).items():
            found[name] += some
    for table in EXTRACTED:
        with folder.whole(folder.file(table, number)) as draft:
            pq.write_table(pa.Table.from_pylist(found[table.name], schema=table.schema), draft)
    folder.finish(number, {name: len(some) for name, some in found.items()})
