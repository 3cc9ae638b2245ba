"""What is said, and by whom: tools over statements, claims, narratives and speakers."""

from __future__ import annotations

from reportedly.mcp import asked, pages
from reportedly.mcp.answers import (
    ClaimFound,
    ClaimsFound,
    NarrativeFound,
    NarrativesFound,
    SpeakerClaims,
    SpeakerFound,
    SpeakersFound,
    StatementsFound,
    Traced,
)
from reportedly.record import Query, Record

FEW = 3
"""Statements of each claim in a list of claims: enough to see who says it, and who denies it."""


def search(record: Record, given: asked.Search) -> StatementsFound:
    """Statements by words and filters."""
    query = Query(
        words=given.words,
        speaker=given.speaker,
        publisher=given.publisher,
        carrier=given.carrier,
        acts=frozenset(given.acts),
        evidence=frozenset(given.evidence),
        since=given.since,
        until=given.until,
        negated=given.negated,
    )
    found, after = pages.ranked(
        lambda most: record.search(query, limit=most), given.limit, given.after
    )
    return StatementsFound(tuple(found), after, record.searched())


def meaning(record: Record, given: asked.Meaning) -> StatementsFound:
    """Statements that are near a sentence in meaning, whatever their words."""
    found, after = pages.ranked(
        lambda most: record.alike(given.sentence, limit=most), given.limit, given.after
    )
    return StatementsFound(tuple(found), after, record.searched())


def trace(record: Record, given: asked.Trace) -> Traced:
    """The claims that say what was asked for."""
    found = record.trace(given.asked, limit=given.claims)
    claims = tuple(pages.claim_summary(claim, given.statements) for claim in found.claims)
    return Traced(found.asked, claims, found.near, found.searched)


def claims(record: Record, given: asked.Listed) -> ClaimsFound:
    """Claims, those that stand in most documents first."""
    found, after = pages.beginning(
        record.claims(limit=given.limit + 1, after=given.after), given.limit, lambda one: one.id
    )
    parts = tuple(pages.claim_summary(claim, FEW) for claim in found)
    return ClaimsFound(parts, after, record.searched())


def claim(record: Record, given: asked.Claim) -> ClaimFound:
    """A claim with its statements."""
    found = record.claim(given.claim)
    part = pages.claim_part(found, given.limit, given.after, given.stand)
    return ClaimFound(part, record.searched())


def narratives(record: Record, given: asked.Listed) -> NarrativesFound:
    """Narratives, the widest first."""
    found, after = pages.beginning(
        record.narratives(limit=given.limit + 1, after=given.after), given.limit, lambda one: one.id
    )
    parts = tuple(pages.narrative_part(one, FEW) for one in found)
    return NarrativesFound(parts, after, record.searched())


def narrative(record: Record, given: asked.Narrative) -> NarrativeFound:
    """A narrative with its claims."""
    found = record.narrative(given.narrative)
    return NarrativeFound(pages.narrative_part(found, given.limit, given.after), record.searched())


def speakers(record: Record, given: asked.Speakers) -> SpeakersFound:
    """Who speaks, by words of the name."""
    found, after = pages.beginning(
        record.speakers(given.words, limit=given.limit + 1, after=given.after),
        given.limit,
        lambda one: one.id,
    )
    return SpeakersFound(tuple(found), after, record.searched())


def speaker(record: Record, given: asked.Speaker) -> SpeakerFound:
    """One who speaks, with what they say."""
    found = record.speaker(given.speaker)
    said, after = pages.beginning(
        record.said_by(found.id, limit=given.limit + 1, after=given.after),
        given.limit,
        pages.statement_name,
    )
    carriers = record.carriers_of(found.id)[: pages.PARTS]
    return SpeakerFound(found, carriers, tuple(said), after, record.searched())


def speaker_claims(record: Record, given: asked.Speaker) -> SpeakerClaims:
    """The claims that one who speaks has a part in."""
    found = record.speaker(given.speaker)
    parts, after = pages.beginning(
        record.parts(found.id, limit=given.limit + 1, after=given.after),
        given.limit,
        lambda one: one.claim.id,
    )
    return SpeakerClaims(found, tuple(parts), after, record.searched())
