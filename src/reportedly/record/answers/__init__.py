"""What a record answers: frozen data types, each a line of `--format jsonl`.

Every statement carries its document and the spans of its words, so that it can be checked.
"""

from reportedly.record.answers.claims import (
    Claim,
    Counted,
    Headline,
    Independent,
    Narrative,
    NarrativeOutline,
    Outline,
    Question,
    Trace,
)
from reportedly.record.answers.documents import (
    Comparison,
    DocumentAnswer,
    Place,
    Reading,
    ReuseAnswer,
    Rewording,
    Version,
)
from reportedly.record.answers.speakers import (
    Edge,
    Network,
    Part,
    Relied,
    SpeakerAnswer,
)
from reportedly.record.answers.statements import (
    Carried,
    Searched,
    Stand,
    Statement,
)

__all__ = [
    "Carried",
    "Claim",
    "Comparison",
    "Counted",
    "DocumentAnswer",
    "Edge",
    "Headline",
    "Independent",
    "Narrative",
    "NarrativeOutline",
    "Network",
    "Outline",
    "Part",
    "Place",
    "Question",
    "Reading",
    "Relied",
    "ReuseAnswer",
    "Rewording",
    "Searched",
    "SpeakerAnswer",
    "Stand",
    "Statement",
    "Trace",
    "Version",
]
