"""Figures by field of speakers, chains, days, acts and evidence: `python -m benchmarks.chains`.

    python -m benchmarks.chains                  the 30 dev documents, and where the errors are
    python -m benchmarks.chains --errors FIELD   the dev errors of a field, with their words
    python -m benchmarks.chains --given          the gold's spans are given to the later stages
    python -m benchmarks.chains --gate           the 30 gate documents: figures alone
    python -m benchmarks.chains --agreement      the ten documents annotated twice

The gate documents are read by nobody who works on the program; so `--gate` shows no words.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from benchmarks.chains import tables
from benchmarks.chains.counts import total
from benchmarks.chains.runs import Scored, annotators, missing, program
from benchmarks.gold.reading import documents


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table that is asked for."""
    options = _options(arguments)
    if lacking := missing():
        print(f"chains are not measured: {lacking} is not there (local corpora, see CONTRIBUTING)")
        return 1 if os.environ.get("CI") == "true" else 0
    if options.agreement:
        return _agreement(options.errors)
    split = "gate" if options.gate else "dev"
    scored = program(split, options.given)
    if options.errors:
        tables.errors(scored, options.errors)
        return 0
    tables.heading(f"chains, {split}{', given the gold spans' if options.given else ''}", scored)
    _print(scored, annotators(documents("twice")))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.chains", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--gate", action="store_true", help="the gate documents, figures alone")
    parser.add_argument("--given", action="store_true", help="give the later stages gold spans")
    parser.add_argument("--agreement", action="store_true", help="the second annotations")
    parser.add_argument("--errors", metavar="FIELD", choices=tables.FIELDS, help="a field's errors")
    options = parser.parse_args(arguments)
    if options.gate and (options.errors or options.agreement):
        parser.error("--gate prints figures of the program alone, and no words")
    return options


def _agreement(errors: str | None) -> int:
    """Figures of all that were annotated twice; words of those alone that are in dev."""
    dev = set(documents("dev"))
    if errors:
        tables.errors(annotators(d for d in documents("twice") if d in dev), errors)
        return 0
    scored = annotators(documents("twice"))
    tables.heading("second annotations against the first", scored)
    _print(scored)
    return 0


def _print(scored: Sequence[Scored], people: Sequence[Scored] | None = None) -> None:
    counts = total(one.counts for one in scored)
    tables.table(counts, total(one.counts for one in people) if people else None)
    tables.kinds(counts)


if __name__ == "__main__":
    sys.exit(main())
