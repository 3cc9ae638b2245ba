"""What the site costs over a record: `python -m benchmarks.screens RECORD [--folder TEXTS]`.

Twenty readers open pages at once while articles are being added to the same record; the site, the
readers and the adding share the machine. Measured is from the request to the last byte. Each reader
rests between two pages as long as a hurried one does; and once more, without any rest, how many
pages the site answers at most. `benchmarks.growth` runs it over its record of a million.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gzip
import random
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx

from benchmarks.figure import Figure
from benchmarks.processes import PROGRAM
from reportedly.record import Query, Record

READERS = 20
REST = 1.0
"""Seconds that a reader rests on average between two pages; most people read longer."""

LASTS = 60.0
"""Seconds that are measured."""

SEED = 7


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.screens", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("record", type=Path)
    parser.add_argument("--folder", type=Path, help="articles to add meanwhile")
    options = parser.parse_args()
    for figure in figures(options.record, options.folder):
        sys.stdout.write(f"{figure}\n")
        sys.stdout.flush()


def figures(record: Path, texts: Path | None) -> Iterator[Figure]:
    """All figures, as they are measured."""
    pages = asked(record)
    with served(record) as base:
        yield from _weights(base)
        with httpx.Client(base_url=base) as client:
            yield Figure("the API lists 1,000 attributions", _listing(client), "ms", 100)
        with adding(record, texts):
            met = asyncio.run(_read(base, pages, REST))
            times = [seconds for kind in met.values() for seconds in kind]
            yield Figure(f"{READERS} readers while adding: pages a second", len(times) / LASTS, "")
            yield Figure("a page, 95th percentile", 1000 * _slow(times), "ms", 150)
            for kind, took in sorted(met.items()):
                yield Figure(f"  {kind}", 1000 * _slow(took), "ms")
            hurried = asyncio.run(_read(base, pages, 0.0))
        every = [seconds for kind in hurried.values() for seconds in kind]
        yield Figure("without a rest: pages a second", len(every) / LASTS, "")
        yield Figure("without a rest: 95th percentile", 1000 * _slow(every), "ms")


def asked(where: Path) -> Mapping[str, Sequence[str]]:
    """Addresses of pages of each kind, drawn from what the record holds."""
    found: dict[str, list[str]] = defaultdict(list)
    found["first page"] = ["/"]
    with Record.open(where, readonly=True) as record:
        said = record.search(Query(), limit=200)
        words = [word for one in said for word in one.words.split() if len(word) > 5]
        found["search"] = [f"/search?q={quote(word)}" for word in words[:200]]
        found["search, filtered"] = [f"/search?q={quote(w)}&since=2016-01-01" for w in words[:200]]
        found["trace"] = [f"/trace?q={quote(one.words)}" for one in said[:50]]
        found["document"] = [f"/documents/{one.id.partition('/')[0]}" for one in said]
        found["claim"] = [f"/claims/{one.id}" for one in islice(record.claims(), 100)]
        found["claim"] += [f"/claims/{one.claim}" for one in said if one.claim]
        found["speaker"] = [f"/speakers/{one.speaker_id}" for one in said if one.speaker_id]
        found["narrative"] = [f"/narratives/{one.id}" for one in record.narratives(limit=50)]
    for name in ("documents", "claims", "speakers", "narratives", "network", "judgements"):
        found[f"list of {name}"] = [f"/{name}"]
    return {kind: pages for kind, pages in found.items() if pages}


@contextlib.contextmanager
def served(record: Path) -> Iterator[str]:
    """The site over a record, as the program opens it; its address."""
    command = [PROGRAM, "serve", "--port", "0", "--record", str(record)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            if process.stderr is None:
                raise OSError("no pipe")
            line = process.stderr.readline()
            if (found := re.search(r"http://\S+", line)) is None:
                raise RuntimeError(f"the site did not open: {line}")
            yield found[0]
        finally:
            process.terminate()


@contextlib.contextmanager
def adding(record: Path, texts: Path | None) -> Iterator[None]:
    """Articles being added meanwhile, by a process of its own."""
    if texts is None:
        yield
        return
    command = [PROGRAM, "add", "--quiet", "--record", str(record), str(texts)]
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent) as process:
        try:
            yield
        finally:
            process.terminate()


def _weights(base: str) -> Iterator[Figure]:
    """What the first page weighs with everything that it loads."""
    with httpx.Client(base_url=base) as client:
        page = client.get("/")
        parts = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text))
        bodies = [page.content, *(client.get(part).content for part in sorted(parts))]
    yield Figure("the first page with everything", sum(map(len, bodies)) / 1000, "KB", 300)
    packed = sum(len(gzip.compress(body)) for body in bodies)
    yield Figure("the same as it is sent, compressed", packed / 1000, "KB")


def _listing(client: httpx.Client) -> float:
    """Milliseconds of a list of 1,000 attributions, the 95th percentile over pages of the list."""
    times, address = [], "/api/v1/statements?limit=1000"
    for _ in range(40):
        began = time.perf_counter()
        answer = client.get(address).raise_for_status()
        times.append(time.perf_counter() - began)
        following = answer.json()["next"]
        address = f"/api/v1/statements?limit=1000&after={quote(following, safe='')}"
    return 1000 * _slow(times[2:])


async def _read(
    base: str, pages: Mapping[str, Sequence[str]], rest: float
) -> dict[str, list[float]]:
    """How long pages took, by kind, in seconds."""
    met: dict[str, list[float]] = defaultdict(list)
    end = time.perf_counter() + LASTS
    await asyncio.gather(*(_reader(n, base, pages, rest, end, met) for n in range(READERS)))
    return met


async def _reader(
    number: int,
    base: str,
    pages: Mapping[str, Sequence[str]],
    rest: float,
    end: float,
    met: dict[str, list[float]],
) -> None:
    """One reader: page after page of a kind drawn at random."""
    drawn = random.Random(f"{SEED} {number}")
    kinds = sorted(pages)
    reader, writer = await asyncio.open_connection(urlsplit(base).hostname, urlsplit(base).port)
    while time.perf_counter() < end:
        await asyncio.sleep(drawn.uniform(0, 2 * rest))
        kind = drawn.choice(kinds)
        began = time.perf_counter()
        status = await _got(reader, writer, drawn.choice(pages[kind]))
        met[kind].append(time.perf_counter() - began)
        if status != 200:
            raise RuntimeError(f"{kind}: status {status}")
    writer.close()


async def _got(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> int:
    """Ask for a page as cheaply as can be: the readers share the machine with the site."""
    writer.write(
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    )
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if length := re.search(r"content-length: (\d+)", head):
        await reader.readexactly(int(length[1]))
    else:
        while size := int((await reader.readuntil(b"\r\n")).strip() or b"0", 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return int(head.split()[1])


def _slow(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
