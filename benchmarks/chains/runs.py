"""What is compared: the program's output, or a second annotation, with the gold."""

from __future__ import annotations

import hashlib
import importlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.chains.counts import Counts
from benchmarks.chains.scorer import score
from benchmarks.gold import texts
from benchmarks.gold.reading import SECOND, bare, documents, extraction_of
from reportedly.pipeline import Attributes, ReadOptions, extract, load_engine
from reportedly.schema import Document, DocumentError, Extraction
from training.score import SHARED

Stage = Callable[[Extraction], Extraction]


@dataclass(frozen=True, slots=True)
class Scored:
    """A document's name, its text, and what came of comparing."""

    name: str
    text: str
    counts: Counts


def missing() -> str | None:
    """The first of the folders that the texts are in and this machine lacks, or None."""
    corpora = SHARED / "corpora"
    needed = (corpora / "polnear" / "dev" / "text", corpora / "fnc1", corpora / "gum")
    return next((str(path) for path in needed if not path.exists()), None)


def digest() -> str:
    """Digest of the gold of chains; it holds the digests of its texts."""
    whole = hashlib.sha256()
    for path in sorted(texts.CHAINS.glob("*.json")):
        whole.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return "sha256:" + whole.hexdigest()


def program(split: str, given: bool = False) -> list[Scored]:
    """Score the program on a split.

    Args:
        split: `dev` or `gate`.
        given: it gets the gold's sources, cues, contents and parents, and finds all the rest;
            nesting says something then only if a later stage finds the parents anew.
    """
    gold = [extraction_of(name, shared=SHARED) for name in documents(split)]
    engine = load_engine()
    found = _given(engine, gold) if given else _extracted(engine, gold)
    return [_scored(p, g) for p, g in zip(found, gold, strict=True)]


def annotators(names: Iterable[str]) -> list[Scored]:
    """Score the second annotations as if they were the program's, of the documents named."""
    return [
        _scored(extraction_of(name, SECOND, SHARED), extraction_of(name, shared=SHARED))
        for name in names
    ]


def _scored(predicted: Extraction, gold: Extraction) -> Scored:
    return Scored(gold.document.path or "", gold.document.text, score(predicted, gold))


def _extracted(engine: Attributes, gold: Sequence[Extraction]) -> Iterator[Extraction]:
    """What the program makes of each text, from a real file, told its day and its publisher."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        for one in gold:
            path.write_bytes(one.document.text.encode("utf-8"))
            yield _read(engine, str(path), one.document)


def _read(engine: Attributes, path: str, document: Document) -> Extraction:
    options = ReadOptions(published=document.published, publisher=document.publisher)
    (found,) = extract([path], options, attributor=lambda: engine)
    if isinstance(found, DocumentError):
        print(f"not read, counted as empty: {document.path}: {found.reason}")
        return Extraction(document, ())
    return found


def _given(engine: Attributes, gold: Sequence[Extraction]) -> Iterator[Extraction]:
    """What the later stages make of the gold's spans, with the mentions that the engine finds."""
    stages = _stages()
    for one, found in zip(gold, engine.attribute(g.document for g in gold), strict=True):
        extraction = replace(bare(one, speakers=False), mentions=found.mentions)
        for stage in stages:
            extraction = stage(extraction)
        yield extraction


_LATER = (("reportedly.resolve", "resolve"), ("reportedly.weigh", "weigh"))


def _stages() -> list[Stage]:
    """The stages after the engine that exist, in their order."""
    modules = [(importlib.import_module(module), name) for module, name in _LATER]
    return [getattr(module, name) for module, name in modules if hasattr(module, name)]
