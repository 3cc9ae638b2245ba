"""The gold of chains as an extraction: what the program would give if it read like the annotators.

What a gold file leaves to its reader is spelt out: an attribution has the carriers of its
document before those of its occasion or its own, and a publisher's note on evidence is a mark on
each attribution that it is about. `chains/GUIDELINES.md` says what every field means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import texts
from benchmarks.gold.texts import CHAINS, SHARED
from reportedly.attribute.assemble import kind_of
from reportedly.attribute.quotes import quotations
from reportedly.read.plain import read_plain
from reportedly.schema import (
    Act,
    Attribution,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Phrase,
    Precision,
    SaidOn,
    Span,
    Spans,
    Speaker,
    Stance,
    Status,
    Voice,
    attribution_id,
    entity_id,
    phrase,
    text_id,
)

SECOND = CHAINS / "second"
"""The second annotations of the documents that were annotated twice."""

Item = Mapping[str, Any]
"""An object of a gold file."""


def documents(split: str = "dev") -> list[str]:
    """Names of the annotated documents of a split: `dev`, `gate`, or those annotated `twice`.

    Raises:
        KeyError: if there is no such split.
    """
    return texts.documents(split, CHAINS)


def extraction_of(document: str, folder: Path = CHAINS, shared: Path = SHARED) -> Extraction:
    """The gold of a document, every field of it, blocks as the program reads them.

    Args:
        document: its name, as in `split.json`.
        folder: where the annotation lies; `SECOND` for the second one.
        shared: the folder that holds the corpora.

    Raises:
        OSError: if the text or the annotation is absent.
        TextError: if the text is not the one that was annotated.
    """
    text = texts.load(document, shared, folder)
    return reading(texts.annotation(document, folder), text)


def reading(gold: Item, text: str) -> Extraction:
    """The extraction that a gold file's object is, for its text."""
    return _Gold(gold, text).extraction()


def bare(extraction: Extraction, speakers: bool = True) -> Extraction:
    """The same with spans, parents, speakers and entities alone, to try a later stage on.

    Args:
        extraction: any.
        speakers: whether speakers and entities are kept, too; without them, it is what is found
            before anything is resolved.
    """
    kept = tuple(_bare(a, speakers) for a in extraction.attributions)
    return Extraction(extraction.document, kept, extraction.entities if speakers else ())


def _bare(a: Attribution, speakers: bool) -> Attribution:
    return Attribution(
        id=a.id,
        source=a.source,
        cue=a.cue,
        content=a.content,
        kind=a.kind,
        block=a.block,
        confidence=a.confidence,
        source_from=a.source_from,
        parent=a.parent,
        speaker=a.speaker if speakers else None,
    )


@dataclass(frozen=True, slots=True)
class _Circumstances:
    """What an attribution inherits from its occasion where it has none of its own."""

    carriers: Sequence[Item]
    said_on: Item | None
    venue: list[int] | None


class _Gold:
    """A gold file on its way to an extraction: keys become ids, pairs become spans."""

    def __init__(self, gold: Item, text: str) -> None:
        self.gold, self.text = gold, text
        self.items: dict[str, Item] = {a["key"]: a for a in gold["attributions"]}
        self.leans = _leans(gold["attributions"])
        self.ids = {key: self._id(item) for key, item in self.items.items()}
        self.entities = self._entities()
        self.quoted = quotations(text)
        self.document = self._document()

    def extraction(self) -> Extraction:
        notes = tuple(map(self._note, self.gold["notes"]))
        found = map(self._attribution, self.gold["attributions"])
        return Extraction(
            document=self.document,
            attributions=tuple(sorted(found, key=_place)),
            entities=tuple(sorted(self.entities.values(), key=lambda e: e.mentions)),
            notes=tuple(sorted(notes, key=lambda n: n.span)),
            links=tuple(map(self._link, self.gold["links"])),
        )

    def _document(self) -> Document:
        plain = read_plain(self.text)
        return Document(
            text_id(self.text),
            self.text,
            plain.blocks,
            path=self.gold["document"],
            title=plain.title,
            publisher=self.gold["publisher"],
            published=self.gold["published"],
        )

    def _id(self, item: Item) -> str:
        source = () if item["key"] in self.leans else _spans(item["source"])
        return attribution_id(source, _spans(item["cue"]), _spans(item["content"]))

    def _phrase(self, pair: list[int] | None) -> Phrase | None:
        return phrase(self.text, Span(*pair)) if pair else None

    def _words(self, pair: list[int]) -> str:
        return phrase(self.text, Span(*pair)).text

    # --- entities

    def _entities(self) -> dict[str, Entity]:
        mentions: defaultdict[str, set[Span]] = defaultdict(set)
        for a in self.gold["attributions"]:
            mentions[a["speaker"]] |= set(_spans(a["source"]))
            for carrier in a["carriers"]:
                mentions[carrier["entity"]].add(Span(*carrier["at"]))
        for carrier in self.gold["document_carriers"]:
            mentions[carrier["entity"]].add(Span(*carrier["at"]))
        taken: set[str] = set()
        return {e["key"]: self._entity(e, mentions[e["key"]], taken) for e in self.gold["entities"]}

    def _entity(self, item: Item, mentions: set[Span], taken: set[str]) -> Entity:
        ordered = tuple(sorted(mentions | {Span(*item["name"])}))
        # Two that share their first words ("Orro and Fenn") are told apart by later ones.
        own = (name for m in ordered if (name := entity_id(m)) not in taken)
        identity = next(own, f"e-{item['key']}")
        taken.add(identity)
        return Entity(
            id=identity,
            type=EntityType(item["type"]),
            name=self._words(item["name"]),
            aliases=(),
            mentions=ordered,
            roles=tuple(phrase(self.text, Span(*role)) for role in item["roles"]),
            anonymous=item["anonymous"],
            reason=self._phrase(item["reason"]),
        )

    def _speaker(self, item: Item) -> Speaker | None:
        if item["speaker"] is not None:
            entity = self.entities[item["speaker"]]
            roles = tuple(role.text for role in entity.roles)
            return Speaker(entity.id, entity.name, entity.type, roles)
        return Speaker(None, None, None, unresolved=item["open"]) if item["open"] else None

    # --- attributions

    def _attribution(self, item: Item) -> Attribution:
        around = self._around(item)
        cue, content = _spans(item["cue"]), _spans(item["content"])
        leant_on = self.leans.get(item["key"])
        return Attribution(
            id=self.ids[item["key"]],
            source=() if leant_on else _spans(item["source"]),
            cue=cue,
            content=content,
            kind=kind_of(self.text, cue, content, self.quoted),
            block=self._block(cue[0]),
            confidence=1.0,
            source_from=self.ids[leant_on] if leant_on else None,
            parent=self.ids[item["parent"]] if item["parent"] else None,
            speaker=self._speaker(item),
            carriers=self._carriers([*self.gold["document_carriers"], *around.carriers]),
            addressee=self._phrase(item["addressee"]),
            venue=self._phrase(around.venue),
            said_on=_said_on(around.said_on),
            act=Act(item["act"]),
            negated=item["negated"],
            stance=Stance(item["stance"]),
            evidence=self._evidence(item),
        )

    def _block(self, cue: Span) -> BlockKind:
        blocks = (b.kind for b in self.document.blocks if b.span.overlaps(cue))
        return next(blocks, BlockKind.BODY)

    def _around(self, item: Item) -> _Circumstances:
        """Carriers, day and venue: its own, else those of the occasion that it carries on."""
        line = [item]
        while (key := line[-1]["occasion"]) is not None and self.items[key] not in line:
            line.append(self.items[key])
        carriers: list[Item] = next((a["carriers"] for a in line if a["carriers"]), [])
        said_on = next((a["said_on"] for a in line if a["said_on"]), None)
        venue = next((a["venue"] for a in line if a["venue"]), None)
        return _Circumstances(carriers, said_on, venue)

    def _carriers(self, items: Sequence[Item]) -> tuple[Carrier, ...]:
        found: dict[str, Carrier] = {}
        for item in items:
            entity = self.entities[item["entity"]]
            descriptor = self._words(item["descriptor"]) if item["descriptor"] else None
            carrier = Carrier(entity.id, entity.name, Span(*item["at"]), descriptor)
            found.setdefault(entity.id, carrier)
        return tuple(found.values())

    def _evidence(self, item: Item) -> tuple[Evidence, ...]:
        own = [
            Evidence(Status(mark["status"]), Span(*mark["at"]), Voice(mark["by"]))
            for mark in item["evidence"]
        ]
        noted = [
            Evidence(Status(note["status"]), Span(*note["at"]), Voice.PUBLISHER)
            for note in self.gold["notes"]
            if note["kind"] == NoteKind.EVIDENCE and note["status"] and item["key"] in note["about"]
        ]
        return tuple(sorted(own + noted, key=lambda mark: mark.span))

    # --- notes and links

    def _note(self, item: Item) -> Note:
        status = Status(item["status"]) if item["status"] else None
        about = tuple(self.ids[key] for key in item["about"])
        return Note(NoteKind(item["kind"]), status, Span(*item["at"]), about)

    def _link(self, item: Item) -> Link:
        ends = self.ids[item["from"]], self.ids[item["to"]]
        return Link(LinkKind(item["kind"]), *ends, Span(*item["at"]))


def _leans(items: Sequence[Item]) -> dict[str, str]:
    """For each leaning attribution the nearest earlier one that has its source by itself."""
    leans: dict[str, str] = {}
    earlier: dict[tuple[tuple[int, int], ...], str] = {}
    for item in sorted(items, key=lambda a: a["cue"]):
        source = tuple((start, end) for start, end in item["source"])
        if item["leans"] and source in earlier:
            leans[item["key"]] = earlier[source]
        elif source:
            earlier[source] = item["key"]
    return leans


def _said_on(item: Item | None) -> SaidOn | None:
    if item is None or item["at"] is None:
        return None
    precision = Precision(item["precision"]) if item["precision"] else None
    why = None if precision else "no day to count from"
    return SaidOn(item["value"], precision, Span(*item["at"]), why)


def _spans(pairs: Sequence[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _place(a: Attribution) -> tuple[Span, Span]:
    return min(a.cue[0], a.content[0]), a.cue[0]
