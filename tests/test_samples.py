"""The three shipped samples: marked as invented, and read as a careful reader reads them.

`samples_gold.json` holds what such a reader finds, in PolNeAR's conventions: the words of source,
cue and content, in one or several parts. `where` is a stretch that stands once in the text (or
several times, word for word) and holds source and cue; `leans_on` is the `where` of the attribution
whose source a second cue leans on; `optional` marks what careful readers differ on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from reportedly.pipeline import extract
from reportedly.read import ReadOptions, read
from reportedly.schema import Attribution, BlockKind, Document, DocumentError, Extraction, Span

SAMPLES = Path(str(files("reportedly") / "samples"))
GOLD: dict[str, Any] = json.loads(
    (Path(__file__).parent / "samples_gold.json").read_text(encoding="utf-8")
)
NAMES = sorted(GOLD)
MARK = "This article was written as a sample for Reportedly; everything in it is invented."
TOKEN = re.compile(r"\w+|[^\w\s]")
FOUND = 0.9
"""The share of gold attributions that the program must find: what the project asks of itself."""
NOT_REPORTING = {BlockKind.CAPTION, BlockKind.RELATED, BlockKind.COMMENT, BlockKind.CREDIT}


def text_of(name: str) -> str:
    return (SAMPLES / name).read_bytes().decode("utf-8")


def places(part: str, text: str, within: Span | None = None) -> list[Span]:
    """Where `part` stands in `text`; at word borders, so that "he" is not found in "the"."""
    left = r"(?<!\w)" if part[0].isalnum() else ""
    right = r"(?!\w)" if part[-1].isalnum() else ""
    start, end = (within.start, within.end) if within else (0, len(text))
    found = re.compile(left + re.escape(part) + right).finditer(text, start, end)
    return [Span(m.start(), m.end()) for m in found]


def tokens(spans: list[Span], text: str) -> set[int]:
    """The numbers of the words and punctuation marks that the spans touch."""
    every = enumerate(TOKEN.finditer(text))
    return {i for i, m in every if any(m.start() < s.end and s.start < m.end() for s in spans)}


def role(gold: dict[str, Any], name: str, text: str) -> list[Span]:
    """The spans of a gold attribution's source or cue, looked for in its `where`."""
    return [places(part, text, places(gold["where"], text)[0])[0] for part in gold[name]]


def contents(gold: dict[str, Any], text: str) -> list[Span]:
    return [places(part, text)[0] for part in gold["content"]]


def speaker(gold: dict[str, Any], name: str, text: str) -> list[Span]:
    """The source's spans; of the attribution that this one leans on, where it leans."""
    if "leans_on" not in gold:
        return role(gold, "source", text)
    return next(
        role(other, "source", text)
        for other in GOLD[name]["attributions"]
        if other["where"] == gold["leans_on"] and other["source"]
    )


@cache
def document(name: str) -> Document:
    options = ReadOptions(published=GOLD[name]["published"], publisher=GOLD[name]["publisher"])
    [found] = read([str(SAMPLES / name)], options)
    assert isinstance(found, Document), found
    return found


@cache
def extractions() -> dict[str, Extraction]:
    found: dict[str, Extraction] = {}
    inputs = [str(SAMPLES / name) for name in NAMES]
    for name, result in zip(NAMES, extract(inputs, ReadOptions()), strict=True):
        assert not isinstance(result, DocumentError), result
        found[name] = result
    return found


def test_gold_covers_every_shipped_sample() -> None:
    assert sorted(path.name for path in SAMPLES.glob("*.txt")) == NAMES
    assert len(NAMES) == 3


@pytest.mark.parametrize("name", NAMES)
def test_sample_says_that_it_is_invented(name: str) -> None:
    assert name.startswith("invented-")
    assert MARK in text_of(name).splitlines()
    assert name in (SAMPLES / "NOTICE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_gold_stands_in_the_text(name: str) -> None:
    text = text_of(name)
    for block in GOLD[name]["blocks"]:
        assert text.count(block["text"]) == block.get("copies", 1), block
    for gold in GOLD[name]["attributions"]:
        assert contents(gold, text), gold
        assert role(gold, "cue", text), gold
        assert bool(gold["source"]) != ("leans_on" in gold) or gold.get("optional"), gold


@pytest.mark.parametrize("name", NAMES)
def test_sample_comes_through_reading_unchanged(name: str) -> None:
    assert document(name).text == text_of(name)
    assert document(name).language == "en"
    assert document(name).title == GOLD[name]["blocks"][0]["text"]


def kinds_by_character(found: Document) -> list[BlockKind | None]:
    kinds: list[BlockKind | None] = [None] * len(found.text)
    for block in found.blocks:
        kinds[block.span.start : block.span.end] = [block.kind] * len(block.span)
    return kinds


def gold_blocks(name: str) -> Iterator[tuple[BlockKind, Span, str | None]]:
    for block in GOLD[name]["blocks"]:
        for span in places(block["text"], text_of(name)):
            yield BlockKind(block["kind"]), span, block.get("author")


@pytest.mark.parametrize("name", NAMES)
def test_blocks_are_told_apart(name: str) -> None:
    kinds = kinds_by_character(document(name))
    for kind, span, _ in gold_blocks(name):
        seen = set(kinds[span.start : span.end]) - {None}
        assert seen == {kind}, span.read(text_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_everything_else_is_body(name: str) -> None:
    text, kinds = text_of(name), kinds_by_character(document(name))
    gold = [(kind, span) for kind, span, _ in gold_blocks(name)]
    after = min((s.start for k, s in gold if k is BlockKind.COMMENT), default=len(text))
    before = text.rindex(MARK, 0, after)  # between the last credit and the comments stand names
    rest = [
        i
        for i in range(before)
        if not text[i].isspace() and not any(s.start <= i < s.end for _, s in gold)
    ]
    assert {kinds[i] for i in rest} == {BlockKind.BODY}


@pytest.mark.parametrize("name", NAMES)
def test_comments_have_their_authors(name: str) -> None:
    for kind, span, author in gold_blocks(name):
        if kind is BlockKind.COMMENT:
            [block] = [b for b in document(name).blocks if b.span.overlaps(span)]
            assert block.author == author


def effective_source(found: Attribution, extraction: Extraction) -> list[Span]:
    by_id = {a.id: a for a in extraction.attributions}
    leant = by_id.get(found.source_from or "")
    return list(found.source or (leant.source if leant else ()))


def finds(found: Attribution, extraction: Extraction, gold: dict[str, Any], name: str) -> bool:
    """Content tokens shared by half or more, and a word of the source, or of a carrier, shared."""
    text = extraction.document.text
    mine, theirs = tokens(list(found.content), text), tokens(contents(gold, text), text)
    if len(mine & theirs) < 0.5 * len(mine | theirs):
        return False
    carriers = [carrier.span for carrier in found.carriers]
    source = tokens([*effective_source(found, extraction), *carriers], text)
    return bool(source & tokens(speaker(gold, name, text), text))


def missed(name: str) -> list[str]:
    """Where attributions were to be found and none was; each found one counts once.

    A chain of carriers has two readings, "Y said, according to X": either will do, and X is found
    where it is said to have carried the words.
    """
    extraction = extractions()[name]
    left = list(extraction.attributions)
    lines: list[str] = []
    done: set[str] = set()
    for gold in GOLD[name]["attributions"]:
        match = next((a for a in left if finds(a, extraction, gold, name)), None)
        if match is not None:
            left.remove(match)
            done.add(gold["where"])
        elif not gold.get("optional"):
            lines.append(gold["where"])
    return sorted({where for where in lines if where not in done})


def test_nine_in_ten_attributions_are_found() -> None:
    total = sum(
        len({g["where"] for g in GOLD[name]["attributions"] if not g.get("optional")})
        for name in NAMES
    )
    lines = [f"{name}: {line}" for name in NAMES for line in missed(name)]
    report = "\n".join([f"missed {len(lines)} of {total}:", *lines])
    assert len(lines) <= (1 - FOUND) * total, report


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_reporting_is_called_reporting(name: str) -> None:
    """A cue in a caption, a link, a credit or a comment carries that block's kind."""
    blocks = [(kind, span) for kind, span, _ in gold_blocks(name) if kind in NOT_REPORTING]
    for found in extractions()[name].attributions:
        for kind, span in blocks:
            if any(part.overlaps(span) for part in (*found.cue, *found.content)):
                assert found.block is kind, span.read(text_of(name))


def test_a_quotation_over_paragraphs_is_one_content() -> None:
    """Once with every paragraph opened by a mark, once with the first alone."""
    for name, cue in (
        ("invented-2018-gates.txt", "the minister added"),
        ("invented-2022-folder.txt", "One order, she said, concerns"),
    ):
        extraction, text = extractions()[name], text_of(name)
        [gold] = [g for g in GOLD[name]["attributions"] if g["where"] == cue]
        last = contents(gold, text)[-1]
        match = [a for a in extraction.attributions if finds(a, extraction, gold, name)]
        assert match, cue
        assert any(span.overlaps(last) for span in match[0].content), cue


def test_a_second_cue_leans_on_the_first_source() -> None:
    """In two samples of the three at least: the engine does not find every such cue."""
    leaning = {
        name
        for name in NAMES
        for gold in GOLD[name]["attributions"]
        if "leans_on" in gold and not gold.get("optional")
        for found in extractions()[name].attributions
        if found.source_from and finds(found, extractions()[name], gold, name)
    }
    assert len(leaning) >= 2, leaning


PHENOMENA = {
    "a chain of two carriers, with what they are": (
        "in an interview with church-owned radio station Voice of Lissom, "
        "according to the government daily Onrada Morning"
    ),
    "a carrier quotes": "the privately owned Kestrel agency quoted the general as saying",
    "speech in speech, two deep": (
        "The engineer even begged her to “stand up at the Commission and ask the Tarkeshis "
        "‘whose signature is this?’,” Kostane added"
    ),
    "evidence claimed": "insisting that readings from their own river gauges will bear them out",
    "evidence described": "“name the gate, the hour and the man on duty,” the official stressed",
    "the publisher's note: not shown": "The readings have not been made public so far",
    "the publisher's note: unverified": "the Courier could not confirm that it exists",
    "the publisher's note: none offered": "a critic of Belisar for years, offered no proof",
    "an answer not given": "Mr. Merrow's office declined to comment",
    "an echo": "His charge echoes what Water Minister Dessa Orlum said in parliament on Friday",
    "a denial": "Tarkesh's new energy minister, Lena Dorvath, denies the allegations",
    "a confirmation": "Kostane also confirmed earlier accounts of water being let out",
    "an alias that the text brings in": (
        "the Ondal Basin Commission (OBC, formerly the Upper River Board)"
    ),
    "an alias put in passing": "Ondalkom, as the Basin Commission is known upstream",
    "described first": "a senior river engineer charged on Tuesday",
    "named a paragraph later": "The remarks by Joren Althas, deputy director of the Velmaran",
    "one office": "Joren Althas, deputy director of the Velmaran Waterways Authority",
    "the same office, another": "Mirel Kostane, deputy director of the Velmaran Waterways",
    "a day: weekday": "said on Monday that the lake behind the dam",
    "a day: last Thursday": "were taken up last Thursday by",
    "a day: month": "told our ambassador last month that",
    "a day: year": "Hydrologists at the University of Sarn wrote last year that",
    "speakers many": "Velmaran, Sarnian and Hallish officials have in recent weeks",
    "speakers a crowd": "Several hundred farmers marched",
    "speakers kept unnamed, with a reason": "Two Velmaran officials, who asked not to be named",
    "a quotation cut in two": (
        '"It was not the sky that closed," the former commander went on, "it was a gate'
    ),
    "an office that speaks for a state": "Tarkesh has denied that a single gate was closed",
    "negated": "he declined to say",
    "a doubting cue": "a retired Velmaran commander claimed Thursday",
    "an agency that helped": "Telmar contributed to this report.",
}
"""What the samples hold between them, each with words that show it."""


@pytest.mark.parametrize("words", PHENOMENA.values(), ids=PHENOMENA)
def test_every_phenomenon_is_in_a_sample(words: str) -> None:
    assert sum(words in text_of(name) for name in NAMES) == 1


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.COMMENT, BlockKind.RELATED])
def test_what_is_no_reporting_is_in_the_samples(kind: BlockKind) -> None:
    assert any(kind is found for name in NAMES for found, _, _ in gold_blocks(name))
