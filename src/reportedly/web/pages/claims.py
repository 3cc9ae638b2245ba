"""Claims: the list of them, and each with its statements, chains, origins and receipts."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.export import OfClaim
from reportedly.export.chosen import choose
from reportedly.export.report import Report, report
from reportedly.record import Record
from reportedly.record.answers import Claim, Narrative, Outline, Searched
from reportedly.web.asking import Reading
from reportedly.web.receipts import Mark, Origin, Receipts, Reworded
from reportedly.web.rendering import page
from reportedly.web.said import Chain, Said, all_said, chains

router = APIRouter()

PAGE = 12
"""Claims that the list shows at once."""

SHOWN = 300
"""Statements of a claim that its page shows, the earliest; an export has all of them."""

COMPARED = 12
"""Pairs of wordings that a claim's page compares; the report compares all."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A claim as its page shows it.

    Args:
        claim: the claim.
        said: its statements by day, `SHOWN` of them at most.
        chains: of all its statements.
        origins: where it comes from.
        marks: of evidence.
        denials: those who deny it.
        reworded: how the wording changed.
        all_compared: all pairs of wordings were compared.
        narrative: that it is part of.
        searched: what it was looked for in.
    """

    claim: Claim
    said: tuple[Said, ...]
    chains: tuple[Chain, ...]
    origins: tuple[Origin, ...]
    marks: tuple[Mark, ...]
    denials: tuple[Said, ...]
    reworded: tuple[Reworded, ...]
    all_compared: bool
    narrative: Narrative | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list of claims, and what they were looked for in."""

    claims: tuple[Outline, ...]
    more: bool
    searched: Searched


@router.get("/claims")
async def claims(request: Request, readers: Reading, after: str | None = None) -> Response:
    """The claims, those in most documents first."""
    found = await readers.ask(lambda record: _listed(record, after))
    more = f"/claims?after={found.claims[-1].id}" if found.more else None
    return page(request, "claims.html", found=found, more=more, first=after is None)


@router.get("/claims/{name}")
async def claim(request: Request, readers: Reading, name: str) -> Response:
    """A claim, and all that it rests on."""
    found = await readers.ask(lambda record: _traced(record, name))
    if found.claim.id != name:
        return RedirectResponse(f"/claims/{found.claim.id}", 307)
    return page(request, "claim.html", found=found, claim=found.claim)


@router.get("/claims/{name}/report")
async def reported(request: Request, readers: Reading, name: str) -> Response:
    """A claim with all its receipts, to read and to print."""
    found = await readers.ask(lambda record: _report(record, name))
    return page(request, "report.html", report=found)


def _report(record: Record, name: str) -> Report:
    chosen = choose(record, OfClaim(name))
    return report(record, next(chosen.claims()), chosen.readings())


def _listed(record: Record, after: str | None) -> Listed:
    found = tuple(record.outlines(limit=PAGE + 1, after=after))
    return Listed(found[:PAGE], len(found) > PAGE, record.searched())


def _traced(record: Record, name: str) -> Traced:
    found = record.claim(name)
    unnamed = {name for g in found.origins.groups if not g.known for name in g.members}
    said = all_said(found.attributions, unnamed)
    receipts = Receipts(record, found)
    drift = record.drift(found, limit=COMPARED + 1)
    reworded = [one for one in drift[:COMPARED] if one.drift.kinds]
    return Traced(
        found,
        said[:SHOWN],
        chains(said),
        tuple(receipts.origins()),
        tuple(receipts.marks()),
        tuple(one for one in said if one.manner == "denies"),
        tuple(receipts.reworded(reworded)),
        len(drift) <= COMPARED,
        record.narrative(found.narrative) if found.narrative else None,
        record.searched(),
    )
