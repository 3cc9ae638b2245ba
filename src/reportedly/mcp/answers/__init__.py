"""What the tools answer, where it is more than the record's own data types say.

Each answer holds what it was looked for in, and where a list was cut, what to ask for the rest.
"""

from reportedly.mcp.answers.documents import (
    Change,
    Covered,
    DocumentFound,
    DocumentsFound,
    DriftFound,
    Piece,
    Quote,
    ReuseFound,
    Shared,
    SharedPassage,
    VersionPart,
    VersionsFound,
    Wordings,
)
from reportedly.mcp.answers.said import (
    ClaimFound,
    ClaimPart,
    ClaimsFound,
    NarrativeFound,
    NarrativePart,
    NarrativesFound,
    SpeakerClaims,
    SpeakerFound,
    SpeakersFound,
    StatementsFound,
    Traced,
    Whole,
)

__all__ = [
    "Change",
    "ClaimFound",
    "ClaimPart",
    "ClaimsFound",
    "Covered",
    "DocumentFound",
    "DocumentsFound",
    "DriftFound",
    "NarrativeFound",
    "NarrativePart",
    "NarrativesFound",
    "Piece",
    "Quote",
    "ReuseFound",
    "Shared",
    "SharedPassage",
    "SpeakerClaims",
    "SpeakerFound",
    "SpeakersFound",
    "StatementsFound",
    "Traced",
    "VersionPart",
    "VersionsFound",
    "Whole",
    "Wordings",
]
