"""Makes the sentence encoder's weights and its cells: `python -m training.sentences`.

Fits the base encoder to graded headlines and to texts that are to find their like, exports it,
checks that its forms agree, divides the space of its vectors into cells, and writes the model
folder with its card.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from benchmarks.claims.pairs import headlines
from reportedly.connect.claims.encoder import MODEL, MOST_PIECES, SentenceEncoder, Vectors
from training.__main__ import BASE
from training.score import SHARED
from training.sentences_card import Figures, card
from training.sentences_cells import Floats, Met, cell_texts, centroids, met
from training.sentences_data import (
    Match,
    Verified,
    matches,
    read_agreeing,
    read_headlines,
    read_verified,
    titled,
)
from training.sentences_fit import Lessons, Plan, fit
from training.sentences_foils import Foiler
from training.sentences_net import SentenceNetwork, export_sentences

_LOSS_ALLOWED = 0.005
"""How much Pearson the int8 form may cost on the headlines of 2015."""
_FOILS = 6
"""Foils of a claim: the nearest others."""
_ALIKE = 0.8
"""Cosine, by the base encoder, from which two claims may be the same in other words: no foils."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the recipe; returns the exit status."""
    options = _options(arguments)
    corpora = SHARED / "corpora"
    if not corpora.is_dir():
        print(f"no corpora at {corpora}: see CONTRIBUTING", file=sys.stderr)
        return 1
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    network = SentenceNetwork(BASE)
    if options.weights and options.weights.exists():
        network.load_state_dict(torch.load(options.weights))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            base = _encoder(network, Path(scratch))
        network.load_state_dict(fit(network, lessons(corpora, base), _tokenizer(), Plan()))
        if options.weights:
            torch.save(network.state_dict(), options.weights)
    return _ship(network, corpora, options.out)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.sentences", description=__doc__)
    parser.add_argument("--out", type=Path, default=MODEL, help="folder of the model")
    parser.add_argument("--weights", type=Path, help="keep the fitted weights, or start from them")
    # On two cores that others use too, two threads wait for each other longer than they work.
    parser.add_argument("--threads", type=int, default=1, help="processor threads for fitting")
    return parser.parse_args(arguments)


def lessons(corpora: Path, base: SentenceEncoder) -> Lessons:
    """All that is learned from; `base` says which claims are near each other."""
    sts, verified = corpora / "sts-headlines", read_verified(corpora / "checkthat2020", "train")
    graded = [pair for year in (2013, 2014) for pair in read_headlines(sts / f"{year}.tsv")]
    tweets, titles = matches(verified), titled(verified)
    agreeing = read_agreeing(corpora / "fnc1" / "competition_test_stances.csv")
    texts = [text for pair in graded for text in (pair.one, pair.other)]
    texts += [match.query for match in (*titles, *agreeing)]
    return Lessons(graded, (tweets, titles, agreeing), foils(verified, tweets, base), Foiler(texts))


def foils(
    verified: Verified, tweets: Sequence[Match], base: SentenceEncoder
) -> dict[str, list[str]]:
    """For each claim, near ones that say something else: near the claim, and near its tweets."""
    numbers = list(verified.claims)
    texts = [verified.claims[number][0] for number in numbers]
    vectors = _unit(base.vectors(texts))
    asked = _unit(base.vectors(match.query for match in tweets))
    place = {number: n for n, number in enumerate(numbers)}
    found = {n: _near(vectors[place[n]], vectors[place[n]], vectors) for n in numbers}
    for match, vector in zip(tweets, asked, strict=True):
        found[match.group] = [
            *_near(vector, vectors[place[match.group]], vectors),
            *found[match.group],
        ]
    return {number: [texts[n] for n in near] for number, near in found.items()}


def _near(vector: Floats, right: Floats, vectors: Floats) -> list[int]:
    """The nearest to a vector, but for those that say about the same as the right one."""
    order = np.argsort(-(vectors @ vector))[: 4 * _FOILS]
    return [int(n) for n in order if vectors[n] @ right < _ALIKE][:_FOILS]


def _ship(network: SentenceNetwork, corpora: Path, out: Path) -> int:
    """Export, compare the forms, make the cells, and write the folder if the forms agree."""
    with tempfile.TemporaryDirectory() as scratch:
        whole, small = Path(scratch) / "whole", Path(scratch) / "small"
        float_form = _encoder(network, whole, quantised=False)
        encoder = _encoder(network, small)
        floats, int8 = headlines(float_form).pearson, headlines(encoder).pearson
        print(f"headlines 2015: float {floats:.4f}, int8 {int8:.4f}", file=sys.stderr)
        if floats - int8 > _LOSS_ALLOWED:
            print("the int8 form costs too much; nothing was written", file=sys.stderr)
            return 1
        out.mkdir(parents=True, exist_ok=True)
        shutil.copy(small / "sentences.onnx", out / "sentences.onnx")
        found = _cells(encoder, corpora, out)
    (out / "MODEL_CARD.md").write_text(card(Plan(), Figures(floats, int8, found)), "utf-8")
    return 0


def _cells(encoder: SentenceEncoder, corpora: Path, out: Path) -> tuple[Met, ...]:
    made, kept = cell_texts(corpora)
    cells = centroids(_unit(encoder.vectors(made)), Plan().seed)
    np.save(out / "centroids.npy", cells)
    measured = _unit(encoder.vectors(kept))
    return tuple(met(measured, cells, bound) for bound in (0.7, 0.8, 0.9))


def _encoder(network: SentenceNetwork, folder: Path, quantised: bool = True) -> SentenceEncoder:
    export_sentences(network, folder / "sentences.onnx", quantised)
    return SentenceEncoder(BASE / "tokenizer.json", folder)


def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES)
    return tokenizer


def _unit(vectors: Vectors) -> Floats:
    values = vectors.astype(np.float32)
    return np.asarray(values / np.linalg.norm(values, axis=1, keepdims=True), dtype=np.float32)


if __name__ == "__main__":
    sys.exit(main())
