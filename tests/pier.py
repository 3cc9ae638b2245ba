"""An invented document with everything that may be known of its attributions, made by hand."""

from __future__ import annotations

from dataclasses import replace

from reportedly.schema import (
    Act,
    Attribution,
    Block,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Kind,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Precision,
    Reason,
    SaidOn,
    Span,
    Speaker,
    Stance,
    Status,
    Voice,
    phrase,
    text_id,
)

TEXT = """\
Pier is rotten, retired diver says

The pier was never inspected, a retired diver claimed Saturday. Ilse Orro has dived in Lissom for \
thirty years.

“I have photographs of every bolt,” Orro told reporters in an interview with church-owned Radio \
Lissom, according to the official Coast Mail. No photograph, however, has been shown.

The harbour board denied the charge last week. “Orro told our clerk that she was guessing,” it said.

Two clerks, who asked not to be named, did not confirm that. The board did not reply to questions.

In spring she would not dive any more, he said.
"""


def at(words: str, occurrence: int = 0) -> Span:
    """Where words stand in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def entity(name: str, kind: EntityType, **more: object) -> Entity:
    return Entity(f"e-{name}", kind, name, mentions=(at(name),), **{"aliases": (), **more})  # type: ignore[arg-type]


ORRO = entity(
    "Ilse Orro",
    EntityType.PERSON,
    aliases=("Orro",),
    roles=(phrase(TEXT, at("retired diver")),),
)
BOARD = entity("harbour board", EntityType.ORGANISATION, stands_for="the harbour of Lissom")
MAIL = entity("Coast Mail", EntityType.ORGANISATION)
RADIO = entity("Radio Lissom", EntityType.ORGANISATION)
CLERKS = entity(
    "Two clerks",
    EntityType.GROUP,
    anonymous=True,
    reason=phrase(TEXT, at("who asked not to be named")),
)


def speaker(whose: Entity) -> Speaker:
    return Speaker(whose.id, whose.name, whose.type, tuple(role.text for role in whose.roles))


def said(name: str, source: Span, cue: Span, content: Span, kind: Kind) -> Attribution:
    return Attribution(name, (source,), (cue,), (content,), kind, BlockKind.BODY, 0.9)


CHARGE = replace(
    said(
        "a-charge",
        at("a retired diver"),
        at("claimed"),
        at("The pier was never inspected"),
        Kind.INDIRECT,
    ),
    speaker=speaker(ORRO),
    said_on=SaidOn("2031-05-03", Precision.DAY, at("Saturday")),
    act=Act.ACCUSE,
    stance=Stance.DOUBTING,
)
BOLTS = replace(
    said(
        "a-bolts",
        at("Orro", 1),
        at("told"),
        at("“I have photographs of every bolt,”"),
        Kind.DIRECT,
    ),
    speaker=speaker(ORRO),
    carriers=(
        Carrier(MAIL.id, "Coast Mail", at("Coast Mail"), "official"),
        Carrier(RADIO.id, "Radio Lissom", at("Radio Lissom"), "church-owned"),
    ),
    venue=phrase(TEXT, at("in an interview")),
    addressee=phrase(TEXT, at("reporters")),
    evidence=(
        Evidence(Status.CLAIMED, at("I have photographs"), Voice.SPEAKER),
        Evidence(Status.NONE, at("No photograph, however, has been shown"), Voice.PUBLISHER),
    ),
)
DENIAL = replace(
    said("a-denial", at("The harbour board"), at("denied"), at("the charge"), Kind.INDIRECT),
    speaker=speaker(BOARD),
    said_on=SaidOn("2031-W17", Precision.WEEK, at("last week")),
    act=Act.DENY,
)
ANSWER = replace(
    said(
        "a-answer",
        at("it said"),
        at("said"),
        at("“Orro told our clerk that she was guessing,”"),
        Kind.DIRECT,
    ),
    speaker=speaker(BOARD),
)
GUESS = replace(
    said("a-guess", at("Orro", 2), at("told our"), at("that she was guessing"), Kind.DIRECT),
    speaker=speaker(ORRO),
    parent="a-answer",
    addressee=phrase(TEXT, at("our clerk")),
)
SILENCE = replace(
    said("a-silence", at("Two clerks"), at("did not confirm"), at("that", 1), Kind.INDIRECT),
    speaker=speaker(CLERKS),
    act=Act.CONFIRM,
    negated=True,
)
SPRING = replace(
    said("a-spring", at("he said"), at("said", 1), at("she would not dive"), Kind.INDIRECT),
    speaker=Speaker(None, None, None, (), "nobody named before is a man"),
    said_on=SaidOn(None, None, at("In spring"), "of which year is not said"),
)

TITLE = at("Pier is rotten, retired diver says")
DOCUMENT = Document(
    text_id(TEXT),
    TEXT,
    (Block(BlockKind.TITLE, TITLE), Block(BlockKind.BODY, Span(TITLE.end + 2, len(TEXT) - 1))),
    path="pier.txt",
    title=TITLE.read(TEXT),
    publisher="Northline",
    published="2031-05-04",
)

PIER = Extraction(
    DOCUMENT,
    (CHARGE, BOLTS, DENIAL, ANSWER, GUESS, SILENCE, SPRING),
    (ORRO, BOARD, MAIL, RADIO, CLERKS),
    (
        Note(
            NoteKind.EVIDENCE,
            Status.NONE,
            at("No photograph, however, has been shown"),
            (CHARGE.id, BOLTS.id),
        ),
        Note(NoteKind.RESPONSE, Status.NONE, at("The board did not reply to questions"), ()),
    ),
    (Link(LinkKind.DENIES, DENIAL.id, CHARGE.id, at("denied the charge")),),
    reasons=(
        Reason(CHARGE.id, "speaker", "the only diver that is named", (at("Ilse Orro has dived"),)),
        Reason(CHARGE.id, "said_on", "the last Saturday before publication", (at("Saturday"),)),
        Reason(BOLTS.id, "carriers", "“according to” names a medium", (at("Coast Mail"),)),
        Reason(DENIAL.id, "occasion", "a week that is named begins a new one"),
    ),
)
"""Seven: 1 charge, 2 bolts, 3 denial, 4 answer, 5 guess (in 4), 6 silence, 7 spring."""
