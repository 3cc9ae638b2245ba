"""What goes into a record and comes out of it: one frozen data type a kind of row.

Inside a record, documents, attributions and entities have numbers: whole, from 1 on, in the order
of adding, never used twice. They mean nothing outside of it; there, things are known by their
`schema.Ref`, documents by their `schema.document_key`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.schema import (
    Act,
    BlockKind,
    Extraction,
    Kind,
    Likeness,
    Profile,
    Ref,
    Stance,
    Status,
    Verdict,
)

VECTOR = 384
"""Numbers in a vector: the width of the base encoder."""


class Matter(StrEnum):
    """What is decided about two things, and by what things are grouped.

    Nothing is decided on a carrier that is not decided on the entity: as a matter it has summaries
    of its own alone, of what comes through it.
    """

    ENTITY = "entity"
    CLAIM = "claim"
    REUSE = "reuse"
    NARRATIVE = "narrative"
    ORIGIN = "origin"
    STORY = "story"
    CARRIER = "carrier"


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An entity as it is added: its profile, and the keys that it can be found by elsewhere."""

    profile: Profile
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewVector:
    """The vector of one attribution's content.

    Args:
        attribution: the attribution's id in its document.
        cell: what vectors nearby have in common; a signed integer of 64 bits.
        vector: `VECTOR` signed bytes, a unit vector times 127.

    Raises:
        ValueError: if the vector is of another length.
    """

    attribution: str
    cell: int
    vector: bytes

    def __post_init__(self) -> None:
        if len(self.vector) != VECTOR:
            raise ValueError(f"a vector has {VECTOR} numbers, not {len(self.vector)}")


@dataclass(frozen=True, slots=True)
class Addition:
    """All that is kept of one document, added as one.

    Args:
        extraction: the document and what was found in it.
        added_at: when, as `YYYY-MM-DDThh:mm:ssZ`.
        extra: what is known of it beside its extraction, as JSON values.
        entities: profiles of its entities, each with a `ref` to this document.
        fingerprints: of its text; signed integers of 64 bits, each once.
        vectors: of its attributions; not every one needs one.

    Raises:
        ValueError: if an entity is given twice, or a vector is of no attribution of the document.
    """

    extraction: Extraction
    added_at: str
    extra: Mapping[str, object] = field(default_factory=dict)
    entities: tuple[NewEntity, ...] = ()
    fingerprints: tuple[int, ...] = ()
    vectors: tuple[NewVector, ...] = ()

    def __post_init__(self) -> None:
        if len({e.profile.ref.id for e in self.entities}) < len(self.entities):
            raise ValueError("an entity is given twice")
        if lost := {v.attribution for v in self.vectors} - {
            a.id for a in self.extraction.attributions
        }:
            raise ValueError(f"there is no attribution {min(lost)!r:.40} for a vector to be of")


@dataclass(frozen=True, slots=True)
class Added:
    """The numbers that a document, its attributions and its entities were given.

    Args:
        n: the document's.
        key: its `schema.document_key`.
        attributions: number by id.
        entities: number by id.
    """

    n: int
    key: str
    attributions: Mapping[str, int]
    entities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as lists show it; its text is in its extraction.

    Args:
        n: its number.
        key: its `schema.document_key`.
        digest: the `schema.text_id` of its text.
        path: where it was first read from.
        characters: length of its text in code points.
        attributions: how many were found in it.
        added_at: when it was added, as `YYYY-MM-DDThh:mm:ssZ`.
    """

    n: int
    key: str
    digest: str
    url: str | None
    path: str | None
    publisher: str | None
    title: str | None
    published: str | None
    language: str | None
    characters: int
    attributions: int
    added_at: str


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """An attribution as lists and filters need it.

    Args:
        n: its number.
        document: number of its document.
        ref: what it is known by outside of the record.
        speaker: number of the entity that speaks; None where that stays open.
        speaker_name: its name.
        said_on: day of the utterance, as exactly as it is known; None if open.
        day: `said_on`, or else the day of publication; what lists are sorted by.
        content: the words of its content; parts that stand apart are joined by " … ".
        source: the words of its source.
        publisher: the document's.
        carriers: their names, from the publisher on.
        evidence: what the text says stands behind it, each status once, in order.
        parent: number of the attribution in whose content it is said.
    """

    n: int
    document: int
    ref: Ref
    speaker: int | None
    speaker_name: str | None
    act: Act
    negated: bool
    stance: Stance
    kind: Kind
    block: BlockKind
    said_on: str | None
    day: str | None
    content: str
    source: str
    publisher: str | None
    carriers: tuple[str, ...]
    evidence: tuple[Status, ...]
    confidence: float
    parent: int | None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity of one document: its number, its document's number, and its profile."""

    n: int
    document: int
    profile: Profile


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim that somebody has a part in: its root, and the numbers of what they say of it."""

    root: int
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """A carrier of what somebody says: its root; how many statements, in how many documents."""

    root: int
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class Carrying:
    """An attribution that an entity carries, or says: numbers of both, and what lists count by."""

    entity: int
    attribution: int
    document: int
    publisher: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What the program decided on two things; `a` is less than `b`.

    Args:
        a: number of an attribution, entity or document, as the matter has it.
        b: number of the other one.
        likeness: the verdict, with score and reasons.
        data: more about it, as JSON values: passages, directions.

    Raises:
        ValueError: if `a` is not less than `b`.
    """

    a: int
    b: int
    likeness: Likeness
    data: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.a >= self.b:
            raise ValueError(f"a link goes from the lesser to the greater: {self.a}, {self.b}")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list says of a group, so that it need not be counted anew.

    Args:
        root: the number that the group goes by in the record.
        id: what it goes by outside; derived from its members, by the caller.
        label: words for it.
        item: number of the member whose words these are.
        size: members.
        documents: how many documents they stand in.
        publishers: of how many publishers.
        speakers: by how many speakers.
        first: the earliest day; None if none is known.
        last: the latest day.
        data: more about it, as JSON values.
    """

    root: int
    id: str
    label: str
    item: int
    size: int
    documents: int
    publishers: int
    speakers: int
    first: str | None
    last: str | None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on two things; it outranks the program's, and is never deleted.

    Args:
        id: `j` and ten digits, by what it decides, who and when (see `judgements.judgement_id`).
        matter: what is decided about them.
        a: the one, the lesser of the two refs; of a document, the ref's id is empty.
        b: the other.
        verdict: same, different or unsure.
        who: the person.
        made_at: when, as `YYYY-MM-DDThh:mm:ssZ`.
        note: why, in the person's words.
        retracted_at: when it was taken back; None while it stands.
    """

    id: str
    matter: Matter
    a: Ref
    b: Ref
    verdict: Verdict
    who: str
    made_at: str
    note: str | None = None
    retracted_at: str | None = None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed, with what its server wants to hear to answer "not modified".

    Args:
        url: its address.
        etag: the `ETag` of the last answer.
        modified: the `Last-Modified` of the last answer.
        fetched_at: when that was, as `YYYY-MM-DDThh:mm:ssZ`.
    """

    url: str
    etag: str | None
    modified: str | None
    fetched_at: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What there is to be searched: the span of days is that of publication."""

    documents: int
    publishers: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; every field that is given must hold.

    Args:
        words: words that all stand in content, source or speaker's name, in any order and form
            ("troop" finds "troops", "US" finds "U.S."); `"in quotes"` in this order, `-word` not
            there, `troop*` as a beginning.
        speaker: words of the speaker's name.
        publisher: words of the publisher's name.
        carrier: words of a carrier's name.
        acts: one of these.
        evidence: one of these.
        since: `YYYY-MM-DD`; said on that day or later. What is known by its month or year alone
            must lie in the range as a whole. Days are of 1900 to 2099.
        until: `YYYY-MM-DD`; said on that day or earlier.
        negated: the cue is denied or refused, or is not.
        speakers: roots of groups of entities, one of which speaks.
    """

    words: str = ""
    speaker: str = ""
    publisher: str = ""
    carrier: str = ""
    acts: frozenset[Act] = frozenset()
    evidence: frozenset[Status] = frozenset()
    since: str | None = None
    until: str | None = None
    negated: bool | None = None
    speakers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """An attribution that was found, and how well it answers: higher is better."""

    attribution: AttributionRow
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits of a search.

    Args:
        hits: the best first.
        ranked: how many matches were compared.
        all: these were all there are; False if the record holds older ones still.
    """

    hits: tuple[Hit, ...]
    ranked: int
    all: bool


@dataclass(frozen=True, slots=True)
class Near:
    """An attribution by meaning: its number, and its cosine, -1 to 1, to what was looked for."""

    n: int
    score: float


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Args:
        documents: how many the file held.
        added: how many of them the record did not hold.
        whole: links and groups came along as they were; False where the record held documents
            before: then the added ones are marked, and have yet to be connected.
    """

    documents: int
    added: int
    whole: bool
