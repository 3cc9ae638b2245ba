"""The pages that a record has, one of each kind: addresses that a test or a picture opens."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from urllib.parse import quote, urlencode

from reportedly.record import Record
from reportedly.record.answers import Claim, DocumentAnswer, SpeakerAnswer
from reportedly.schema import BlockKind

SOUGHT = "the frigate Halberd rammed the ferry Linnet"
"""A sentence that the newsroom's people say, deny and repeat."""


def places(record: Path | str) -> dict[str, str]:
    """An address for each kind of page, by its name; the fullest page of each kind.

    Args:
        record: that of the newsroom.
    """
    with Record.open(record, create=False, readonly=True) as held:
        claim = _claim(held.claims())
        read = _document(held)
        changed = next(d for d in held.documents() if d.version > 1)
        pair = max(held.reuse(), key=lambda pair: pair.kind == "edited copy")
        speaker = _speaker(held.speakers(limit=60))
        narrative = max(held.narratives(), key=lambda n: len(n.claims))
        said = next(s for s in claim.attributions if s.claim)
        return {
            "home": "/",
            "search": "/search?" + urlencode({"q": "frigate"}),
            "filters": "/search?" + urlencode({"q": "ferry", "act": "deny", "since": "2014-03-01"}),
            "nothing": "/search?q=zeppelin",
            "trace": "/trace?" + urlencode({"q": SOUGHT}),
            "documents": "/documents",
            "document": f"/documents/{read.key}",
            "versions": f"/documents/{changed.key}/versions",
            "why": f"/documents/{said.id.replace('/', '/why/')}",
            "compare": f"/compare/{pair.first.key}/{pair.second.key}",
            "speakers": "/speakers",
            "speaker": f"/speakers/{speaker.id}",
            "claims": "/claims",
            "claim": f"/claims/{claim.id}",
            "report": f"/claims/{claim.id}/report",
            "narratives": "/narratives",
            "narrative": f"/narratives/{narrative.id}",
            "network": "/network",
            "judgements": "/judgements",
            "sign-in": "/sign-in?to=" + quote("/claims"),
            "problem": "/documents/d000000000000",
        }


def _claim(claims: Iterable[Claim]) -> Claim:
    """A claim with everything: denials, several origins, evidence, carriers."""

    def fullness(claim: Claim) -> tuple[int, int]:
        said = claim.attributions
        has = (
            any(s.stand == "denies" for s in said),
            any(s.carriers for s in said),
            any(s.evidence for s in said),
            claim.origins.min > 1,
            claim.narrative is not None,
        )
        return sum(has), len(said)

    return max(islice(claims, 60), key=fullness)


def _document(record: Record) -> DocumentAnswer:
    """A document with comments, a caption, nested statements, carriers and evidence."""

    def fullness(document: DocumentAnswer) -> tuple[int, int]:
        reading = record.reading(document.key)
        kinds = {block.kind for block in reading.extraction.document.blocks}
        found = reading.extraction.attributions
        has = (
            BlockKind.COMMENT in kinds,
            BlockKind.CAPTION in kinds,
            BlockKind.RELATED in kinds,
            any(a.parent for a in found),
            any(a.evidence for a in found),
            any(a.carriers for a in found),
            bool(reading.extraction.notes),
        )
        return sum(has), len(found)

    return max(record.documents(), key=fullness)


def _speaker(speakers: Iterable[SpeakerAnswer]) -> SpeakerAnswer:
    """Somebody who had two roles, one after the other, that more than one paper knows."""

    def fullness(speaker: SpeakerAnswer) -> tuple[int, int]:
        return sum(role.documents > 1 for role in speaker.roles), speaker.statements

    return max(speakers, key=fullness)
