"""How well plain text is told into blocks: precision and recall a kind, on labelled articles.

    python benchmarks/blocks.py [--corpora ../shared/corpora] [--errors]

The gold file holds offsets and digests, no text: the articles are those of FNC-1, which must lie
under the corpora's folder. Beside it stands what the rules would cost users on PolNeAR dev: the
share of gold cues and contents that fall outside body and title.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from reportedly.read.plain import read_plain
from reportedly.schema import Block, BlockKind, Span

GOLD = Path(__file__).with_name("blocks_gold.json")
OWN = {BlockKind.BODY, BlockKind.TITLE}


def articles(corpora: Path, sample: int) -> Iterator[tuple[str, str, list[Block]]]:
    """Name, text and gold blocks (all but body) of each labelled article.

    Raises:
        SystemExit: if an article is missing or is not the one that was labelled.
    """
    csv.field_size_limit(sys.maxsize)
    texts: dict[tuple[str, str], str] = {}
    for path in sorted((corpora / "fnc1").glob("*_bodies.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            texts |= {(path.name, r["Body ID"]): r["articleBody"] for r in csv.DictReader(lines)}
    for document in json.loads(GOLD.read_text(encoding="utf-8"))["documents"]:
        if document["sample"] != sample:
            continue
        key = document["file"], document["body"]
        text = texts.get(key, "")
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != document["sha256"]:
            sys.exit(f"{key}: not the text that was labelled")
        gold = [Block(BlockKind(k), Span(start, end)) for k, start, end in document["blocks"]]
        yield " ".join(key), text, gold


def kinds_of(text: str, blocks: tuple[Block, ...] | list[Block]) -> list[BlockKind | None]:
    """The kind of each character that is not white space; body where no block lies."""
    kinds: list[BlockKind | None] = [None if c.isspace() else BlockKind.BODY for c in text]
    for block in blocks:
        for i in range(block.span.start, block.span.end):
            kinds[i] = kinds[i] and block.kind
    return kinds


def main_kind(kinds: list[BlockKind | None], span: Span) -> BlockKind:
    """The kind that most of the span's characters have."""
    return Counter(k for k in kinds[span.start : span.end] if k).most_common(1)[0][0]


@dataclass
class Tally:
    """Counts for one kind: blocks and characters in gold, given, and both."""

    gold: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    gold_characters: int = 0
    given_characters: int = 0
    both: int = 0


def count(name: str, text: str, gold: list[Block], errors: bool) -> Iterator[tuple[str, Tally]]:
    """What one article adds to the table, a kind at a time."""
    blocks = read_plain(text).blocks
    true, guess = kinds_of(text, gold), kinds_of(text, blocks)
    for block in gold:
        hit = main_kind(guess, block.span)
        yield block.kind, Tally(gold=1, found=int(hit is block.kind))
        if errors and hit is not block.kind:
            print(f"{name}: {block.kind} taken for {hit}: {block.span.read(text)[:90]!r}")
    for block in blocks:
        hit = main_kind(true, block.span)
        yield block.kind, Tally(given=1, right=int(hit is block.kind))
        if hit is BlockKind.BODY:
            yield hit, Tally(gold=1, found=int(block.kind is hit))
            if errors and block.kind is not hit:
                print(f"{name}: body taken for {block.kind}: {block.span.read(text)[:90]!r}")
    for t, g in zip(true, guess, strict=True):
        if t and g:
            yield t, Tally(gold_characters=1, both=int(t is g))
            yield g, Tally(given_characters=1)


def score(corpora: Path, sample: int, errors: bool) -> None:
    """Print the table for one sample: blocks and characters, a kind a row."""
    table: dict[str, Tally] = defaultdict(Tally)
    for name, text, gold in articles(corpora, sample):
        for kind, added in count(name, text, gold, errors):
            for field in fields(Tally):
                old = getattr(table[kind], field.name)
                setattr(table[kind], field.name, old + getattr(added, field.name))
    print(f"sample {sample}: recall and precision of blocks, then of characters")
    print(
        f"{'kind':10}{'gold':>6}{'found':>7}{'given':>7}{'right':>7}{'R':>9}{'P':>9}{'R':>9}{'P':>9}"
    )
    for kind in BlockKind:
        row = table[kind]
        print(
            f"{kind:10}{row.gold:6}{row.found:7}{row.given:7}{row.right:7}"
            f"{share(row.found, row.gold)}{share(row.right, row.given)}"
            f"{share(row.both, row.gold_characters)}{share(row.both, row.given_characters)}"
        )


def share(part: int, whole: int) -> str:
    """A share with three digits, or a dash where there is nothing to share."""
    return f"{part / whole:9.3f}" if whole else "        -"


def lost(folder: Path) -> None:
    """Print the share of gold cues and contents of a brat folder outside body and title."""
    total, outside = Counter[str](), Counter[str]()
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        kinds = kinds_of(text, read_plain(text).blocks)
        for ann in sorted((folder / "attributions").glob(f"{path.stem}*.ann")):
            for line in ann.read_text(encoding="utf-8").splitlines():
                fields = line.split("\t")
                if not line.startswith("T") or len(fields) < 2:
                    continue
                role, offsets = fields[1].split(" ", 1)
                for part in offsets.split(";"):
                    start, end = map(int, part.split())
                    here = [k for k in kinds[start:end] if k]
                    total[role] += len(here)
                    outside[role] += sum(k not in OWN for k in here)
    for role in ("Source", "Cue", "Content"):
        percent = share(100 * outside[role], total[role])
        print(f"{folder.name} {role}: {outside[role]} of {total[role]} characters lost,{percent} %")


def main() -> None:
    """Read the command line and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--errors", action="store_true", help="print every block that is wrong")
    options = parser.parse_args()
    for sample in (1, 2):
        score(options.corpora, sample, options.errors)
    for split in ("dev", "train"):
        lost(options.corpora / "polnear" / split)


if __name__ == "__main__":
    main()
