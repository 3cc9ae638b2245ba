"""One process of the speed benchmark: what is timed inside a process of its own.

    python -m benchmarks.passes one FOLDER     on one core: extract beside the bare encoder
    python -m benchmarks.passes two FOLDER     on two cores, with two worker processes
    python -m benchmarks.passes pages NUMBER   on one core: reading so many invented HTML pages

Prints one JSON object. The parent gives a process its cores before it starts.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from reportedly import pipeline
from reportedly.attribute import Attributor, attributor
from reportedly.attribute import nested as inside
from reportedly.attribute.encoder import Encoded, Encoder, Floats, Numbers
from reportedly.attribute.refer import Marks
from reportedly.resolve import Known
from reportedly.schema import DocumentError, to_json

PASSES = 3
"""Each time is taken so often, in turns with what it is compared with; the median counts."""

_QUOTED = re.compile(
    r"[\"“](?P<content>[^\"”]+)[\"”],? (?P<cue>said|says|told|added) (?P<source>[^.,]+)"
    r"|(?P<who>[A-Z]\w+(?: [A-Z]\w+)*) (?P<verb>said|says|told|added),? [\"“](?P<what>[^\"”]+)[\"”]"
)
"""The simplest thing that finds some direct quotations with a speaker: a floor, not a rival."""


class Recorder:
    """An encoder that keeps the windows it is given, and may time what is done with them."""

    def __init__(self, encoder: Encoder, timed: Callable[[str], Any]) -> None:
        self.encoder = encoder
        self.timed = timed
        self.windows: list[tuple[Numbers, Numbers]] = []

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        """See `Encoder.encode`."""
        self.windows.append((ids, forms))
        with self.timed("encode"):
            return self.encoder.encode(ids, forms)

    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        """See `Encoder.link`."""
        return self.encoder.link(encoded, anchors, distances)

    def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
        """See `Encoder.refer`."""
        return self.encoder.refer(vectors, others, marks, before)


@dataclass
class Stages:
    """Seconds by stage; a stage inside another counts for the inner one alone."""

    seconds: dict[str, float] = field(default_factory=dict)
    _inside: list[float] = field(default_factory=list)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Count the time of a block for a stage."""
        began = time.perf_counter()
        self._inside.append(0.0)
        yield
        taken = time.perf_counter() - began
        self.seconds[stage] = self.seconds.get(stage, 0.0) + taken - self._inside.pop()
        if self._inside:
            self._inside[-1] += taken

    def function(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function whose calls are timed."""

        def call(*arguments: Any, **named: Any) -> Any:
            with self.timed(stage):
                return function(*arguments, **named)

        return call

    def generator(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A generator function, of which each step is timed."""

        def call(*arguments: Any, **named: Any) -> Iterator[Any]:
            steps = function(*arguments, **named)
            end = object()
            while True:
                with self.timed(stage):
                    step = next(steps, end)
                if step is end:
                    return
                yield step

        return call


def one(folder: str) -> dict[str, Any]:
    """Extract and the bare encoder in turns, the stages of one more pass, and the regex."""
    finder = Attributor(threads=1)
    bare = finder.encoder
    whole = pipeline.Engine(finder, Known.load())
    all_windows = _windows(folder, finder, whole)
    finder.depth = 0
    outer_windows = _windows(folder, finder, finder)
    finder.depth = inside.DEPTH
    documents, words = _pass(folder, lambda: whole)[1:]  # warms everything up as well
    kinds = ("extract", "processor", "encoder", "outer", "regex")
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    for _ in range(PASSES):
        began = time.process_time()
        times["extract"].append(_pass(folder, lambda: whole)[0])
        times["processor"].append(time.process_time() - began)
        times["encoder"].append(_seconds(lambda: [bare.encode(*w) for w in all_windows]))
        times["outer"].append(_seconds(lambda: [bare.encode(*w) for w in outer_windows]))
        times["regex"].append(_seconds(lambda: [_QUOTED.findall(text) for text in texts]))
    return {
        "documents": documents,
        "words": words,
        "windows": len(outer_windows),
        "again": len(all_windows) - len(outer_windows),
        **times,
        "stages": _stages(folder, finder, whole),
    }


def _windows(
    folder: str, finder: Attributor, engine: pipeline.Attributes
) -> list[tuple[Numbers, Numbers]]:
    """Every window that the encoder is given in one pass."""
    bare = finder.encoder
    recorder = Recorder(bare, Stages().timed)
    finder.encoder = recorder
    _pass(folder, lambda: engine)
    finder.encoder = bare
    return recorder.windows


def two(folder: str) -> dict[str, Any]:
    """Extract with two workers, their start included."""
    return {"extract": [_pass(folder, pipeline.load_engine, jobs=2)[0] for _ in range(PASSES)]}


def pages(number: str) -> dict[str, Any]:
    """Milliseconds of processor time a page: `reportedly.read`, and trafilatura alone, in turns."""
    from benchmarks.html import read_page, trafilatura_text
    from benchmarks.pages import page

    alone = trafilatura_text(with_metadata=True)
    htmls = [page(seed)[0] for seed in range(int(number))]
    read_page(htmls[0]), alone(htmls[0])  # both load their parts at first use
    times: dict[str, list[float]] = {"read": [], "trafilatura": []}
    for html in htmls:
        for name, work in (("read", read_page), ("trafilatura", alone)):
            began = time.process_time()
            work(html)
            times[name].append((time.process_time() - began) * 1000)
    size = statistics.mean(map(len, htmls)) / 1000
    return {"kilobytes": size, **{n: statistics.median(t) for n, t in times.items()}}


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _pass(
    folder: str, engine: Callable[[], Any], jobs: int = 1, stages: Stages | None = None
) -> tuple[float, int, int]:
    """Seconds, documents and words of one pass from the files to lines of JSON."""
    written = partial(json.dumps, ensure_ascii=False)
    line = stages.function("JSON", lambda e: written(to_json(e))) if stages else None
    documents = words = 0
    began = time.perf_counter()
    for item in pipeline.extract([folder], jobs=jobs, attributor=engine):
        if isinstance(item, DocumentError):
            print(f"not read: {item}", file=sys.stderr)
            continue
        line(item) if line else written(to_json(item))
        documents += 1
        words += len(item.document.text.split())
    return time.perf_counter() - began, documents, words


def _stages(folder: str, finder: Attributor, engine: pipeline.Attributes) -> dict[str, float]:
    """Seconds of each stage in one pass, timed where the program itself calls it."""
    stages = Stages()
    places: list[tuple[Any, str, Any]] = [
        *((pipeline, n, stages.generator("read", vars(pipeline)[n])) for n in ("sources", "parse")),
        (finder, "encoder", Recorder(finder.encoder, stages.timed)),
        (attributor, "nested", stages.generator("inside contents", vars(attributor)["nested"])),
        (attributor, "mentions", stages.function("mentions", vars(attributor)["mentions"])),
        (attributor, "assemble", stages.function("assemble", vars(attributor)["assemble"])),
        (pipeline, "resolve", stages.function("resolve", vars(pipeline)["resolve"])),
        (pipeline, "weigh", stages.function("weigh", vars(pipeline)["weigh"])),
    ]
    for module in (attributor, inside):
        places += [
            (module, "walk", stages.generator("tokenise, windows", vars(module)["walk"])),
            (module, "drafts", stages.generator("decode, link", vars(module)["drafts"])),
            (module, "settle", stages.function("assemble", vars(module)["settle"])),
        ]
    before = [(place, name, getattr(place, name)) for place, name, _ in places]
    for place, name, timed in places:
        setattr(place, name, timed)
    try:
        total = _pass(folder, lambda: engine, stages=stages)[0]
    finally:
        for place, name, original in before:
            setattr(place, name, original)
    rest = total - sum(stages.seconds.values())
    return {**stages.seconds, "everything else": rest}


if __name__ == "__main__":
    print(json.dumps({"one": one, "two": two, "pages": pages}[sys.argv[1]](sys.argv[2])))
