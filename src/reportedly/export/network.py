"""The network: who is carried by whom, counted over statements.

Words go from who says them over carriers to a publisher, or to who is quoted as telling them. A
statement that came through two carriers is three steps, each of which weighs one more. Memory grows
with the number of different steps, not with that of statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from xml.sax.saxutils import escape

from reportedly.export.chosen import Chosen
from reportedly.export.sheet import Sheet
from reportedly.export.uris import Uris
from reportedly.record.answers import Carried, Statement
from reportedly.schema import EntityType

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_QUOTES = MappingProxyType({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(slots=True)
class Node:
    """One who speaks, carries or publishes.

    Args:
        label: its name.
        type: what it is; of publishers, the record knows no more than that they publish.
        named: it has a name; False for "a senior official", who is another one elsewhere.
        said: statements that it makes.
        carried: statements that come through it.
        printed: statements that it publishes.
    """

    label: str
    type: EntityType = EntityType.ORGANISATION
    named: bool = True
    said: int = 0
    carried: int = 0
    printed: int = 0


@dataclass(slots=True)
class Step:
    """Words that go from one to another: how many statements, and between which days.

    Days are of publication, or of the utterance where that is not known.
    """

    statements: int = 0
    first: str | None = None
    last: str | None = None

    def count(self, day: str | None) -> None:
        """Count one statement more."""
        self.statements += 1
        if day and _DAY.fullmatch(day):
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


class Network:
    """All that was counted.

    Attributes:
        nodes: each by its name; its place is its number.
        steps: from one number to another.
    """

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.steps: dict[tuple[int, int], Step] = {}
        self._numbers: dict[str, int] = {}

    def count(self, sheet: Sheet, uris: Uris) -> None:
        """Count the statements of a document."""
        for party in sheet.parties():
            name = uris.speaker(party.id)
            self._node(name, Node(party.name, party.type, party.named))
        printer = sheet.document.publisher
        publisher = uris.publisher(printer) if printer else None
        if printer and publisher:
            self._node(publisher, Node(printer)).printed += len(sheet.statements)
        for said in sheet.statements:
            if said.negated:  # words that were not said go nowhere
                continue
            outer = sheet.outer(said)
            heard = uris.speaker(outer.speaker_id) if outer and outer.speaker_id else publisher
            self._statement(said, sheet.carriers(said), heard, uris)

    def _statement(
        self, said: Statement, media: Iterable[Carried], heard: str | None, uris: Uris
    ) -> None:
        """Count a statement: from its speaker through carriers to who is heard telling it."""
        speaker = uris.speaker(said.speaker_id) if said.speaker_id else None
        carriers = [uris.speaker(carrier.id) for carrier in media]
        if speaker:
            self.nodes[speaker].said += 1
        for carrier in carriers:
            self.nodes[carrier].carried += 1
        chain = [name for name in (speaker, *reversed(carriers), heard) if name]
        for pair in pairwise(self._numbers[name] for name in chain):
            if pair[0] != pair[1]:  # an agency that speaks for itself
                self.steps.setdefault(pair, Step()).count(said.published or said.day)

    def _node(self, name: str, node: Node) -> Node:
        """The node of a name: the one that is there, or else a new one."""
        self._numbers.setdefault(name, len(self._numbers))
        return self.nodes.setdefault(name, node)


def counted(chosen: Chosen, uris: Uris) -> Network:
    """The network of what was chosen."""
    found = Network()
    for reading in chosen.readings():
        found.count(Sheet(reading), uris)
    return found


def kinds(node: Node) -> Iterator[str]:
    """What a node is in the chains: speaker, carrier, publisher, or several of them."""
    counts = (("speaker", node.said), ("carrier", node.carried), ("publisher", node.printed))
    return (kind for kind, count in counts if count)


def element(name: str, attributes: Mapping[str, object], end: str = "/>") -> str:
    """An XML element's beginning, or all of one that is empty; what is None is left out."""
    given = (
        f' {key}="{text(value, _IN_QUOTES)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{''.join(given)}{end}"


def text(value: object, more: Mapping[str, str] = MappingProxyType({})) -> str:
    """A value as text of XML; a character that XML cannot hold becomes U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", str(value)), dict(more))
