"""Claims: contents that say the same, whoever says it."""

from reportedly.connect.claims.cells import Cells, meet
from reportedly.connect.claims.compare import NEAR, SAME, compare
from reportedly.connect.claims.encoder import MODEL, SIZE, SentenceEncoder, Vector, Vectors, scores
from reportedly.connect.claims.rank import Candidate, Question, Ranked, Ranker, question, rank
from reportedly.connect.claims.statement import Comparison, Statement

__all__ = [
    "MODEL",
    "NEAR",
    "SAME",
    "SIZE",
    "Candidate",
    "Cells",
    "Comparison",
    "Question",
    "Ranked",
    "Ranker",
    "SentenceEncoder",
    "Statement",
    "Vector",
    "Vectors",
    "compare",
    "meet",
    "question",
    "rank",
    "scores",
]
