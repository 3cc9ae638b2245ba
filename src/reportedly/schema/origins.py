"""Origins: from how many independent utterances the attributions of a claim come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema.attribution import Act
from reportedly.schema.connect import Ref
from reportedly.schema.day import Precision
from reportedly.schema.entity import EntityType
from reportedly.schema.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is heard in an utterance, as a record knows it over all its documents.

    Args:
        group: id of the group of entities that speaks; None if the text names nobody, or if it
            stays open whom it means.
        label: its name, for a reader; the source's words if it has none.
        known: it can be told from others: it has a name. False for "a senior official", for
            "media reports", and for a medium that only carries.
        type: what it is; a body (whatever is no person) speaks through somebody.
        names: other names of it.
        roles: its offices and affiliations: whom it may speak for.

    Raises:
        ValueError: if it is known and has no group.
    """

    group: str | None
    label: str = ""
    known: bool = False
    type: EntityType = EntityType.UNKNOWN
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.known and self.group is None:
            raise ValueError("whoever is known has a group")


@dataclass(frozen=True, slots=True)
class Carried:
    """A carrier of an utterance: its group, its name, and the words for it in the document."""

    group: str
    label: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """An attribution of a claim, with what can tell which utterance it goes back to.

    Args:
        ref: the attribution.
        words: its content; parts that stand apart are joined by a space.
        content: where they stand.
        source: words that name the speaker.
        cue: words that link the two.
        act: what the cue does.
        speaker: who is heard.
        carriers: media between publisher and speaker, from the publisher on.
        publisher: id of the group of the document's publisher.
        published: day of publication, `YYYY-MM-DD`.
        said_on: day, week, month or year of the utterance, in the form of its precision.
        precision: how exact that is.
        day: the words that tell it.
        venue: occasion or medium ("at a rally in Ohio").
        place: the words that tell it.
        family: id of the family of documents that share the passage in which the content stands.
        within: ids, in the same document, of the attributions in whose content it is said, the
            nearest first.

    Raises:
        ValueError: if there is a day without a precision, or a precision without a day.
    """

    ref: Ref
    words: str
    content: Spans = ()
    source: Spans = ()
    cue: Spans = ()
    act: Act = Act.SAY
    speaker: Heard = Heard(None)
    carriers: tuple[Carried, ...] = ()
    publisher: str | None = None
    published: str | None = None
    said_on: str | None = None
    precision: Precision | None = None
    day: Span | None = None
    venue: str | None = None
    place: Span | None = None
    family: str | None = None
    within: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.said_on is None) != (self.precision is None):
            raise ValueError("a day has a precision, and a precision a day")


class ReceiptKind(StrEnum):
    """Why two attributions go back to one utterance."""

    JUDGED = "judged by a person"
    FAMILY = "same reuse family"
    WORDS = "same speaker, same words"
    DAY = "same speaker, same day"
    VENUE = "same speaker, same venue"
    REPORT = "same speaker, same report"
    CARRIER = "same carrier and day"
    QUOTED = "one says it of the other"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Why two attributions go back to one utterance, and the words that show it.

    Args:
        kind: the rule.
        text: what it found, for a reader.
        first: the one attribution; of `QUOTED`, the one that goes back to the other.
        second: the other.
        first_spans: the words in the first one's document.
        second_spans: the words in the second one's.
    """

    kind: ReceiptKind
    text: str
    first: Ref
    second: Ref
    first_spans: Spans = ()
    second_spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """An utterance, and the attributions that go back to it.

    Args:
        members: the attributions, by ref; never empty.
        label: who is heard, for a reader.
        speakers: groups of those known who answer for it, sorted; several only where a person
            judged them to be one, or where each says it of the other.
        known: it is known who answers for it.
        receipts: why its members are one: as many as hold it together, no more.
        goes_back_to: numbers, in `Origins.groups`, of those that it goes back to, where these are
            several: it is one of them, or hands on all of them. Such a group is no origin of its
            own and is not counted.
        why: a receipt for each of those.

    Raises:
        ValueError: if it has no members, or goes back to others without a receipt for each.
    """

    members: tuple[Ref, ...]
    label: str
    speakers: tuple[str, ...] = ()
    known: bool = False
    receipts: tuple[Receipt, ...] = ()
    goes_back_to: tuple[int, ...] = ()
    why: tuple[Receipt, ...] = ()

    def __post_init__(self) -> None:
        if not self.members:
            raise ValueError("an origin has members")
        if len(self.why) != len(self.goes_back_to):
            raise ValueError("what goes back to others has a receipt for each")


@dataclass(frozen=True, slots=True)
class Origins:
    """From how many independent origins a claim comes: at least, at most, and which they are.

    Args:
        least: how many there are at least.
        most: how many there are at most.
        groups: all of them, each attribution in one, by their first members.

    Raises:
        ValueError: if not `1 <= least <= most`.
    """

    least: int
    most: int
    groups: tuple[Origin, ...]

    def __post_init__(self) -> None:
        if not 1 <= self.least <= self.most:
            raise ValueError(f"not at least {self.least}, at most {self.most}")
