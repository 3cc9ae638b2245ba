"""The texts under the gold annotations, rebuilt from local corpora: the repository holds none.

A document's name says where its text lies under the shared folder:

    samples/NAME.txt            the file itself, decoded as UTF-8, no newline translation
    fnc1/FILE.csv#BODY          the field `articleBody` of the row whose `Body ID` is BODY
    gum/GUM_NAME.conllu         what `gum_text` makes of the file
    polnear/dev/text/NAME.txt   the file itself, decoded as UTF-8, no newline translation

Offsets in `attributions/*.json` and `chains/*.json` count Unicode code points of exactly these
texts; `load` refuses a text whose SHA-256 differs from the one that was annotated.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ATTRIBUTIONS = HERE / "attributions"
CHAINS = HERE / "chains"
SHARED = HERE.parents[1].parent / "shared"
"""Where the corpora lie: beside the checkout, never in it."""


class TextError(ValueError):
    """A text cannot be rebuilt, or is not the one that was annotated."""


@dataclass
class _Sentence:
    """One sentence of a CoNLL-U file: its words and spaces, and whether a paragraph starts."""

    starts_paragraph: bool
    words: str = ""
    stated: str = ""
    covered: int = 0

    def add(self, line: str) -> None:
        """Take one token line; words that a multiword token covers, and empty nodes, add nothing.

        Raises:
            TextError: if the line is not a line of CoNLL-U.
        """
        fields = line.split("\t")
        if len(fields) != 10:
            raise TextError(f"not a line of CoNLL-U: {line!r}")
        number, form, misc = fields[0], fields[1], fields[9]
        first, _, last = number.partition("-")
        if "." in number or (not last and int(first) <= self.covered):
            return
        if last:
            self.covered = int(last)
        self.words += form if "SpaceAfter=No" in misc.split("|") else form + " "


def _sentences(conllu: str) -> Iterator[_Sentence]:
    """Split a CoNLL-U file into sentences."""
    for number, part in enumerate(p for p in conllu.split("\n\n") if p.strip()):
        lines = part.strip("\n").split("\n")
        marks = [line for line in lines if line.startswith("#")]
        sentence = _Sentence(number == 0 or "# newpar" in marks)
        for line in lines:
            if line.startswith("# text = "):
                sentence.stated = line.removeprefix("# text = ")
            elif not line.startswith("#"):
                sentence.add(line)
        if sentence.words.rstrip(" ") != sentence.stated.rstrip(" "):
            raise TextError(f"words and `# text` differ: {sentence.stated!r}")
        yield sentence


def gum_text(path: Path) -> str:
    """Rebuild the running text of a GUM document, to annotate or to score it.

    The words of each sentence are joined by one space, or by none after a word that carries
    `SpaceAfter=No` (at a sentence's end too); a multiword token stands for the words that it
    covers. A sentence marked `# newpar` starts a paragraph: one empty line parts it from the
    last. White space at a paragraph's end is dropped; headings, list items and turns of an
    interview are paragraphs like others; names of speakers that stand only in comments
    (`# speaker`) are not part of the text. No newline at the end.

    Args:
        path: the `.conllu` file.

    Raises:
        OSError: if the file cannot be read.
        TextError: if it is not CoNLL-U, or a sentence differs from its own `# text` line.
    """
    paragraphs: list[str] = []
    for sentence in _sentences(path.read_text(encoding="utf-8")):
        if sentence.starts_paragraph:
            paragraphs.append("")
        paragraphs[-1] += sentence.words
    return "\n\n".join(paragraph.rstrip(" ") for paragraph in paragraphs)


def fnc_text(path: Path, body: str) -> str:
    """Read one article body of the Fake News Challenge, unchanged.

    Args:
        path: `train_bodies.csv` or `competition_test_bodies.csv`.
        body: the `Body ID`.

    Raises:
        OSError: if the file cannot be read.
        TextError: if it has no such body.
    """
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["Body ID"] == body:
                return row["articleBody"]
    raise TextError(f"no body {body} in {path}")


def text_of(document: str, shared: Path = SHARED) -> str:
    """Rebuild a document's text from its name, without looking at any annotation.

    Raises:
        OSError: if its file is absent or cannot be read.
        TextError: if the name is of none of the four sets, or the text cannot be rebuilt.
    """
    folder, _, rest = document.partition("/")
    if folder == "samples":
        return (shared / document).read_bytes().decode("utf-8")
    if folder == "fnc1":
        name, _, body = rest.partition("#")
        return fnc_text(shared / "corpora" / "fnc1" / name, body)
    if folder == "gum":
        return gum_text(shared / "corpora" / document)
    if folder == "polnear":
        return (shared / "corpora" / document).read_bytes().decode("utf-8")
    raise TextError(f"no such set: {document}")


def slug(document: str) -> str:
    """The stem of a document's annotation file: `fnc1/train_bodies.csv#7` is `fnc1-train-7`."""
    folder, _, rest = document.partition("/")
    stem = rest.rpartition("/")[2].replace(".txt", "").replace(".conllu", "").replace("GUM_", "")
    stem = stem.replace("_bodies.csv#", "-").replace("competition_test", "test")
    return f"{folder}-{stem}"


def annotation(document: str, folder: Path = ATTRIBUTIONS) -> dict[str, Any]:
    """Read a document's annotation file.

    Raises:
        OSError: if there is none.
    """
    loaded: dict[str, Any] = json.loads((folder / f"{slug(document)}.json").read_text("utf-8"))
    return loaded


def documents(split: str | None = None, folder: Path = ATTRIBUTIONS) -> list[str]:
    """Names of the annotated documents of a split (`dev` or `held`), or of both.

    Raises:
        KeyError: if there is no such split.
    """
    splits: dict[str, list[str]] = json.loads((folder / "split.json").read_text("utf-8"))
    return splits["dev"] + splits["held"] if split is None else splits[split]


def load(document: str, shared: Path = SHARED, folder: Path = ATTRIBUTIONS) -> str:
    """Rebuild an annotated document's text and check that it is the one annotated.

    Args:
        document: its name, as in `split.json` and in its annotation file.
        shared: the folder that holds `samples` and `corpora`.
        folder: where the annotation lies.

    Raises:
        OSError: if the text or the annotation is absent.
        TextError: if the text cannot be rebuilt or its digest differs.
    """
    text = text_of(document, shared)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    if digest != annotation(document, folder)["sha256"]:
        raise TextError(f"not the text that was annotated: {document}")
    return text
