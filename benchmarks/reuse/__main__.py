"""Print how well reuse is found, beside MinHash alone: `python -m benchmarks.reuse`."""

from __future__ import annotations

from benchmarks.reuse.measure import SEED, Measured, bodies_measured, made_measured

_NOTE = """\
P, R, F1 of pairs. IoU: letters in passages, intersection over union with what is known to be
shared, over all pairs to find; one that is not found counts as 0. MinHash: datasketch, 128
permutations, runs of five words, Jaccard .5; it knows no passages."""


def table(title: str, measured: Measured) -> None:
    """Print the rows, and what finding cost."""
    work = measured.work
    print(f"\n{title}: {work.documents:,} documents")
    print(
        f"{work.candidates:.1f} candidates a document; a pair takes {work.median:.2f} ms"
        f" of one core (median; mean {work.mean:.2f})"
    )
    print(f"{'':26}{'to find':>8}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}{'IoU':>7}  MinHash P, R, F1")
    for name, row in measured.rows.items():
        ours, plain = row.ours, row.minhash
        overlap = f"{row.overlap:7.3f}" if row.overlap is not None else " " * 7
        print(
            f"{name:26}{ours.gold:8}{ours.found:7}{ours.precision:7.3f}{ours.recall:7.3f}"
            f"{ours.f1:7.3f}{overlap}  {plain.precision:6.3f} {plain.recall:6.3f} {plain.f1:6.3f}"
        )


def main() -> None:
    """Measure and print both."""
    print("reuse\n" + _NOTE)
    table("bodies of FNC-1, against all runs of five words of all pairs", bodies_measured())
    table(f"made from them by cutting, rewording and splicing, seed {SEED}", made_measured())


if __name__ == "__main__":
    main()
