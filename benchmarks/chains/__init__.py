"""How well speakers, chains, days, acts and evidence are read: `python -m benchmarks.chains`.

`score` compares an extraction with the gold one, field by field; it is pure. `fields`, `weighed`
and `nesting` say what is right in each field; `names` and `aligned` what is taken for the same.
"""

from benchmarks.chains.counts import Count, Counts, Error, total
from benchmarks.chains.scorer import score

__all__ = ["Count", "Counts", "Error", "score", "total"]
