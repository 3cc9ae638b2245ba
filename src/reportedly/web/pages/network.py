"""Publishers and carriers: who relies on whom, as a matrix, a graph and tables."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.record import Record
from reportedly.record.answers import Network, Searched
from reportedly.web.asking import Reading
from reportedly.web.rendering import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Tie:
    """A publisher and a carrier that it relies on, and for how many statements."""

    publisher: str
    carrier: str
    carrier_id: str
    statements: int

    @property
    def href(self) -> str:
        """The address of these statements."""
        return f"/search?{urlencode({'publisher': self.publisher, 'carrier': self.carrier})}"


@router.get("/network")
async def network(request: Request, readers: Reading) -> Response:
    """Who relies on whom."""
    found, searched = await readers.ask(_asked)
    return page(request, "network.html", network=found, ties=_ties(found), searched=searched)


def _asked(record: Record) -> tuple[Network, Searched]:
    return record.network(), record.searched()


def _ties(found: Network) -> list[Tie]:
    names = {carrier.id: carrier.name for carrier in found.carriers}
    return [Tie(e.publisher, names[e.carrier], e.carrier, e.statements) for e in found.edges]
