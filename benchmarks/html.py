"""How well and how fast pages are read: `python -m benchmarks.html [PAGES] [WEIGHT]`.

Pages are invented (`benchmarks.pages`), so that what is on them is known. trafilatura alone, in
its several settings, stands beside `reportedly.read`.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from trafilatura.core import bare_extraction

from benchmarks.pages import LAYOUTS, Truth, page
from reportedly.read import Media, Raw, ReadOptions, parse
from reportedly.read.html.outline import key_of
from reportedly.schema import BlockKind, Document

Page = tuple[str, Truth]


@dataclass
class Score:
    """Hits, misses and extras of one kind of thing."""

    hit: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: Iterable[str], wanted: Iterable[str]) -> None:
        """Count one page: a thing found counts if its letters are those of a thing wanted."""
        found, wanted = list(found), list(wanted)
        keys = [key_of(w) for w in wanted]
        self.hit += sum(any(k in key_of(f) for f in found) for k in keys)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        """Share of what was found that is right, as far as counts tell."""
        return min(1.0, self.hit / self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found."""
        return self.hit / self.wanted if self.wanted else 1.0


@dataclass
class Words:
    """Letters of the body that a cleaner keeps, and other letters that it takes along."""

    kept: int = 0
    wanted: int = 0
    extra: int = 0
    times: list[float] = field(default_factory=list)

    def add(self, text: str, truth: Truth, seconds: float) -> None:
        """Count one page."""
        key = key_of(text)
        body = [key_of(p) for p in truth.body]
        kept = sum(len(b) for b in body if b in key)
        self.kept += kept
        self.wanted += sum(map(len, body))
        self.extra += max(0, len(key) - kept)
        self.times.append(seconds)

    def row(self, name: str) -> str:
        """One line of the table."""
        recall = self.kept / self.wanted
        precision = self.kept / (self.kept + self.extra)
        f1 = 2 * recall * precision / (recall + precision)
        times = sorted(self.times)
        return (
            f"{name:34} {precision:9.3f} {recall:7.3f} {f1:6.3f} "
            f"{statistics.mean(times) * 1000:8.1f} {times[int(0.95 * len(times))] * 1000:7.1f}"
        )


def trafilatura_text(**settings: bool) -> Callable[[str], str]:
    """The text that trafilatura takes for the article, by itself."""

    def clean(html: str) -> str:
        found = bare_extraction(html, include_comments=False, **settings)
        return found.text or "" if found is not None else ""

    return clean


def read_page(html: str) -> Document | None:
    """The whole way of a page through `reportedly.read`."""
    options = ReadOptions(language=None)
    found = next(parse(Raw("page", html.encode(), Media.HTML), options))
    return found if isinstance(found, Document) else None


def texts(document: Document, kind: BlockKind) -> list[str]:
    """The texts of a document's blocks of one kind."""
    return [b.span.read(document.text) for b in document.blocks if b.kind is kind]


def cleaned(pages: Sequence[Page]) -> None:
    """Print how body text is told from the rest."""
    settings: dict[str, Callable[[str], str]] = {
        "trafilatura fast, no metadata": trafilatura_text(fast=True),
        "trafilatura, no metadata": trafilatura_text(),
        "trafilatura fast, metadata": trafilatura_text(fast=True, with_metadata=True),
        "trafilatura, metadata": trafilatura_text(with_metadata=True),
        "trafilatura, metadata, precision": trafilatura_text(
            with_metadata=True, favor_precision=True
        ),
        "trafilatura, metadata, recall": trafilatura_text(with_metadata=True, favor_recall=True),
        "reportedly.read (body blocks)": lambda html: (
            "\n".join(texts(d, BlockKind.BODY)) if (d := read_page(html)) else ""
        ),
    }
    print(f"{'body text':34} {'precision':>9} {'recall':>7} {'F1':>6} {'CPU ms':>8} {'95 %':>7}")
    for name, clean in settings.items():
        words = Words()
        clean(pages[0][0])
        for html, truth in pages:
            start = time.process_time()
            text = clean(html)
            words.add(text, truth, time.process_time() - start)
        print(words.row(name))


def told_apart(pages: Sequence[Page]) -> None:
    """Print how blocks and metadata are told."""
    kinds = {
        kind: Score()
        for kind in ("title", "subtitle", "body", "caption", "related", "comment", "writer",
                     "publisher", "author", "day", "address")
    }  # fmt: skip
    for html, t in pages:
        d = read_page(html)
        body = html.split("<body")[-1]
        if d is None:
            continue
        has = {k: (c[0], c[1]) for k, c in {
            "title": (texts(d, BlockKind.TITLE), [t.title]),
            "subtitle": (texts(d, BlockKind.SUBTITLE), [t.subtitle] if t.subtitle in body else []),
            "body": (texts(d, BlockKind.BODY), t.body),
            "caption": (texts(d, BlockKind.CAPTION), t.captions),
            "related": ([r for r in texts(d, BlockKind.RELATED) if len(r) > 25], t.related),
            "comment": (texts(d, BlockKind.COMMENT), [c for _, c in t.comments if key_of(c)
                                                     in key_of(body)]),
            "writer": ([b.author for b in d.blocks if b.author],
                       [a for a, _ in t.comments if f">{a}<" in html]),
            "publisher": ([d.publisher or ""], [t.site]),
            "author": (d.authors, [t.author]),
            "day": ([d.published or ""], [t.published]),
            "address": ([d.url or ""], [t.url]),
        }.items()}  # fmt: skip
        for kind, (found, wanted) in has.items():
            kinds[kind].add(found, wanted)
    print(f"\n{'reportedly.read':34} {'precision':>9} {'recall':>7}  wanted")
    for kind, score in kinds.items():
        print(f"{kind:34} {score.precision:9.3f} {score.recall:7.3f} {score.wanted:7}")


def main() -> None:
    """Print both tables."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 80
    weight = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    pages = [page(seed, weight) for seed in range(count)]
    size = statistics.mean(len(html) for html, _ in pages)
    elements = statistics.mean(html.count("<") - html.count("</") for html, _ in pages)
    print(
        f"{count} invented pages of {len(LAYOUTS)} layouts; on average {size / 1000:.0f} kB, "
        f"{elements:.0f} elements\n"
    )
    cleaned(pages)
    told_apart(pages)


if __name__ == "__main__":
    main()
