"""Claims: contents that say the same, whoever says it."""

from reportedly.connect.claims.cells import Cells
from reportedly.connect.claims.compare import NEAR, compare
from reportedly.connect.claims.encoder import MODEL, SIZE, SentenceEncoder, Vector, Vectors, scores
from reportedly.connect.claims.statement import Comparison, Statement

__all__ = [
    "MODEL",
    "NEAR",
    "SIZE",
    "Cells",
    "Comparison",
    "SentenceEncoder",
    "Statement",
    "Vector",
    "Vectors",
    "compare",
    "scores",
]
