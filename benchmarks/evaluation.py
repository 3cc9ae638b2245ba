"""What the program is measured on: local corpora, never copied into the repository.

../shared/corpora/polnear     articles with attributions that people marked
benchmarks/gold/attributions  our own blind annotations; the texts come from ../shared
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import texts
from reportedly.attribute import Attributor
from reportedly.pipeline import Attributes, ReadOptions, extract
from reportedly.schema import Attribution, DocumentError, Extraction
from training.corpus import Gold, read_polnear
from training.score import SHARED, load_scorer

POLNEAR = SHARED / "corpora" / "polnear"
DEV = POLNEAR / "dev"
SCORER = SHARED / "tools" / "score_attributions.py"


@dataclass(frozen=True, slots=True)
class Case:
    """One text, what the program found in it, and what a person did.

    Args:
        name: the text's name in its set.
        group: what the case is counted under: a publisher, a split.
        found: what the program found, its document and its blocks included; None if it could
            not read the text. Then nothing is found.
        gold: what is to be found.
    """

    name: str
    group: str
    text: str
    found: Extraction | None
    gold: tuple[Gold, ...]

    @property
    def predicted(self) -> tuple[Attribution, ...]:
        """The attributions found."""
        return self.found.attributions if self.found else ()


def missing() -> str | None:
    """The first of the folders and files that measuring needs and this machine lacks, or None."""
    needed = (SCORER, DEV, POLNEAR / "train", POLNEAR / "metadata.tsv", SHARED / "samples")
    return next((str(path) for path in needed if not path.exists()), None)


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """One digest of named contents, for telling whether the data of an evaluation changed."""
    whole = hashlib.sha256()
    for name, data in sorted(parts):
        whole.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return "sha256:" + whole.hexdigest()


def polnear_digest() -> str:
    """Digest of PolNeAR dev (texts, attributions, publishers) and of the scorer."""
    files = [*DEV.glob("text/*.txt"), *DEV.glob("attributions/*.ann"), SCORER]
    files.append(POLNEAR / "metadata.tsv")
    return digest((path.name, path.read_bytes()) for path in files)


def gold_digest() -> str:
    """Digest of our own annotations (which hold the digests of their texts) and of the scorer."""
    files = [*texts.ATTRIBUTIONS.glob("*.json"), SCORER]
    return digest((path.name, path.read_bytes()) for path in files)


def polnear() -> list[Case]:
    """Run the program on PolNeAR dev; each text counts under its publisher."""
    examples = list(read_polnear(DEV))
    groups = _publishers()
    found = _extracted(DEV / "text", [example.name for example in examples])
    return [
        _case(e.name, groups[e.name.removesuffix(".txt")], e.text, found.get(e.name), e.gold)
        for e in examples
    ]


def _publishers() -> dict[str, str]:
    with (POLNEAR / "metadata.tsv").open(encoding="utf-8", newline="") as rows:
        table = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["filename"]: row["publisher"] for row in table}


def run_on(named: Sequence[tuple[str, str]]) -> list[Extraction | None]:
    """Run the program on texts, from real files; None for a text that it cannot read."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number:05}.txt" for number in range(len(named))]
        for name, (_, text) in zip(names, named, strict=True):
            (Path(folder) / name).write_bytes(text.encode("utf-8"))
        found = _extracted(Path(folder), names)
    return [found.get(name) for name in names]


def _extracted(folder: Path, names: Sequence[str]) -> dict[str, Extraction]:
    found: dict[str, Extraction] = {}
    inputs = [str(folder / name) for name in names]
    for item in extract(inputs, ReadOptions(), attributor=outermost):
        if isinstance(item, DocumentError):
            print(f"not read, counted as empty: {Path(item.name).name}: {item.reason}")
        else:
            found[Path(item.document.path or "").name] = item
    return found


def outermost() -> Attributes:
    """The engine as far as people annotated: one level, and carriers not told from sources."""
    return Attributor(threads=1, depth=0)


def _case(
    name: str, group: str, text: str, found: Extraction | None, gold: tuple[Gold, ...]
) -> Case:
    if found and found.document.text != text:
        raise ValueError(f"{name}: the program's text differs from the annotated one")
    return Case(name, group, text, found, gold)


def people() -> dict[str, tuple[float, float, float]]:
    """Agreement of several annotators on the same texts: precision, recall, F1 for each row.

    It is what the shared scorer's `--human` prints for PolNeAR train. That split has 15 texts
    which several people annotated; the others cannot change the figures and are left out.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _link_several(POLNEAR / "train", folder)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            load_scorer().main(["--human", str(folder)])
    return dict(map(_row, printed.getvalue().splitlines()))


def _link_several(split: Path, folder: Path) -> None:
    """Link the texts that several people annotated, and their annotations, into a folder."""
    by_text: dict[str, list[Path]] = {}
    for path in sorted((split / "attributions").glob("*.ann")):
        by_text.setdefault(path.stem.rpartition("_")[0] + ".txt", []).append(path)
    for kind in ("text", "attributions"):
        (folder / kind).mkdir()
    for text, several in by_text.items():
        if len(several) > 1:
            (folder / "text" / text).symlink_to((split / "text" / text).resolve())
            for path in several:
                (folder / "attributions" / path.name).symlink_to(path.resolve())


def _row(line: str) -> tuple[str, tuple[float, float, float]]:
    name, _, precision, _, recall, _, f1 = line.split()
    return name, (float(precision), float(recall), float(f1))
