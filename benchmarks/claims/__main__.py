"""Print how well same claims are found: `python -m benchmarks.claims`.

With `--base` the base encoder is measured as well, as it is before any fitting; it needs what
training needs. Without, the figures that it had are printed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.claims.contrasts import rows
from benchmarks.claims.pairs import Events, Headlines, events, headlines, joined
from benchmarks.claims.verified import precisions
from reportedly.attribute.attributor import MODEL
from reportedly.connect.claims import SentenceEncoder
from reportedly.schema.connect import Verdict

BASE = {"map": 0.836, "pearson": 0.836}
"""What the base encoder's cosine reaches (`--base`), on the same texts read in the same way; with
quotation marks left in, so that claims of the same words are no longer equal, its MAP is .796."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__)
    parser.add_argument("--base", action="store_true", help="measure the base encoder too")
    options = parser.parse_args(arguments)
    measured(based() if options.base else BASE)
    return 0


def measured(base: Mapping[str, float] = BASE) -> dict[str, float]:
    """Measure and print; the figures that have floors.

    Args:
        base: what the base encoder's cosine reaches.
    """
    encoder = SentenceEncoder(MODEL / "tokenizer.json")
    found = precisions(encoder)
    print("\nCheckThat! 2020 dev, MAP@5 over the verified claims")
    print(f"  program {found.program:.3f}   its cosine alone {found.cosine:.3f}")
    print(f"  base encoder's cosine {base['map']:.3f}   BM25 {found.bm25:.3f}")
    pairs, told = headlines(encoder), events(encoder)
    _print_headlines(pairs, base["pearson"])
    _print_events(told)
    contrasts = _print_contrasts(encoder)
    return {
        "MAP@5": found.program,
        "Pearson": pairs.pearson,
        "weakening joined": joined(told.weakening),
        "contrasts": contrasts,
    }


def _print_headlines(found: Headlines, base: float) -> None:
    print("STS headlines 2015")
    print(f"  Pearson {found.pearson:.3f}   base encoder's cosine {base:.3f}")
    for grade, verdicts in found.graded.items():
        told = "  ".join(f"{v} {verdicts.get(v, 0):3}" for v in Verdict)
        print(f"  grade {grade}: {told}")


def _print_events(found: Events) -> None:
    print("ClaimDiff train, share of pairs joined as one claim")
    print(f"  weakening {joined(found.weakening):.3f}   others {joined(found.others):.3f}")


def _print_contrasts(encoder: SentenceEncoder) -> float:
    for kept, name in (
        (False, "written with the checks"),
        (True, "written afterwards"),
    ):
        print(f"invented contrasts, {name}: pairs, right, left to a person, wrongly joined")
        found = rows(encoder, kept)
        for phenomenon, row in found.items():
            print(f"  {phenomenon:12} {row.pairs:4} {row.right:4} {row.unsure:4} {row.joined:4}")
        right, pairs = sum(r.right for r in found.values()), sum(r.pairs for r in found.values())
        print(f"  {'all':12} {pairs:4} {right:4} ({right / pairs:.3f})")
    return right / pairs


def based() -> dict[str, float]:
    """Measure the base encoder, exported as the shipped one is."""
    from training.__main__ import BASE as FOLDER
    from training.sentences_net import SentenceNetwork, export_sentences

    with tempfile.TemporaryDirectory() as scratch:
        export_sentences(SentenceNetwork(FOLDER), Path(scratch) / "sentences.onnx")
        encoder = SentenceEncoder(MODEL / "tokenizer.json", Path(scratch))
    return {"map": precisions(encoder).cosine, "pearson": headlines(encoder).pearson}


if __name__ == "__main__":
    sys.exit(main())
