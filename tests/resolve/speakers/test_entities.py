"""Entities: all that an invented text says of who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from planted import Planted, body, noun, person, place, planted, pronoun

from reportedly.resolve.speakers import Source, cast, entity
from reportedly.schema import Entity, EntityType, Form, Refers, entity_id


@dataclass(frozen=True)
class Names:
    """What is known of names beyond the text: nothing but what a test says."""

    seats: dict[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    others: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def stands_for(self, name: str) -> str | None:
        return self.seats.get(name)

    def is_body(self, name: str) -> bool:
        return name in self.bodies

    def aliases(self, name: str) -> tuple[str, ...]:
        return self.others.get(name, ())


def who(words: str, *mentions: Planted, names: Names | None = None, number: int = 1) -> Entity:
    """The entity that speaks in one of a text's attributions."""
    extraction = planted(words, *mentions)
    found = cast(extraction)
    cluster = found.settled[str(number)].cluster
    assert cluster is not None
    sources: list[Source] = [
        s.source for s in found.settled.values() if s.cluster is cluster and s.source
    ]
    return entity(extraction.document.text, cluster, found.clustered, sources, names or Names())


# --- names


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("{S1 Mr Bram Fenn} {C1 said} {X1 no}.", "Mr Bram Fenn", "Bram Fenn"),
        ("{S1 Gen. Ilse Orro} {C1 said} {X1 no}.", "Gen. Ilse Orro", "Ilse Orro"),
        ("{S1 Ilse Orro’s} {C1 word} {X1 is no}.", "Ilse Orro’s", "Ilse Orro"),
        ("{S1 Ilse\n  Orro} {C1 said} {X1 no}.", "Ilse\n  Orro", "Ilse Orro"),
    ],
)
def test_a_name_is_without_title_and_ending(text: str, name: str, known: str) -> None:
    found = who(text, person(name))
    assert (found.name, found.type) == (known, EntityType.PERSON)
    assert not found.anonymous


def test_the_fullest_name_is_the_name_and_the_others_are_aliases() -> None:
    text = "{S1 Orro} {C1 said} {X1 no}. Ilse Maria Orro left. Mrs Orro and Ilse Orro are one."
    found = who(
        text, person("Orro"), person("Ilse Maria Orro"), person("Mrs Orro"), person("Ilse Orro")
    )
    assert found.name == "Ilse Maria Orro"
    assert found.aliases == ("Orro", "Ilse Orro")


def test_known_aliases_come_behind_those_of_the_text_and_once() -> None:
    names = Names(others={"Velmar Guild": ("VG", "Guild of Velmar", "Velmar Guild", "Guild")})
    text = "{S1 The Velmar Guild} {C1 said} {X1 no}. The Guild left."
    found = who(text, body("Velmar Guild"), body("Guild"), names=names)
    assert found.aliases == ("Guild", "VG", "Guild of Velmar")


def test_mentions_of_all_forms_are_the_entitys_and_the_first_makes_its_id() -> None:
    text = "{S1 Ilse Orro} {C1 said} {X1 no}. {S2 She} {C2 said} {X2 so}. The diver left."
    found = who(text, person("Ilse Orro"), pronoun("She", {0: 0.9}), noun("diver", {0: 0.9}))
    plain = planted(text).document.text
    assert [s.read(plain) for s in found.mentions] == ["Ilse Orro", "She", "diver"]
    assert found.id == entity_id(found.mentions[0])


@pytest.mark.parametrize(
    ("source", "head", "name"),
    [
        ("The senior harbour official", "official", "senior harbour official"),
        ("Two divers, who left,", "divers", "Two divers"),
        ("Orro’s spokesman", "spokesman", "Orro’s spokesman"),
        ("the city’s", "city’s", "city"),
    ],
)
def test_who_has_no_name_is_named_by_the_description(source: str, head: str, name: str) -> None:
    assert who(f"{{S1 {source}}} {{C1 said}} {{X1 no}}.", noun(head)).name == name


def test_the_fullest_description_is_the_name() -> None:
    text = "{S1 A diver} {C1 said} {X1 no}. {S2 The retired Lissom diver} {C2 said} {X2 so}."
    assert who(text, noun("diver"), noun("diver", {0: 0.9})).name == "retired Lissom diver"


@pytest.mark.parametrize(
    ("word", "name", "kind"),
    [("I", "I", EntityType.PERSON), ("My", "I", EntityType.PERSON), ("Us", "we", EntityType.GROUP)],
)
def test_the_first_person_has_its_pronoun_for_a_name(
    word: str, name: str, kind: EntityType
) -> None:
    found = who(f"{{S1 {word}}} {{C1 said}} {{X1 no}}.")
    assert (found.name, found.type) == (name, kind)


# --- roles


def test_roles_are_gathered_from_every_mention_once_and_in_order() -> None:
    text = (
        "{S1 Harbour master Ilse Orro, a retired diver,} {C1 said} {X1 no}.\n\n"
        "{S2 Harbour master Orro} {C2 said} {X2 so}.\n\nOrro, head of the ferry guild, left."
    )
    found = who(text, person("Ilse Orro"), person("Orro"), person("Orro"))
    assert [r.text for r in found.roles] == [
        "Harbour master",
        "retired diver",
        "head of the ferry guild",
    ]
    plain = planted(text).document.text
    assert [r.span.read(plain) for r in found.roles] == [r.text for r in found.roles]


def test_a_role_within_a_fuller_one_is_left_out() -> None:
    text = "{S1 Minister Ilse Orro} {C1 said} {X1 no}.\n\nFormer Harbour Minister Ilse Orro left."
    found = who(text, person("Ilse Orro"), person("Ilse Orro"))
    assert [r.text for r in found.roles] == ["Former Harbour Minister"]


def test_what_speaks_as_a_described_one_adds_to_the_roles() -> None:
    text = (
        "{S1 Harbour master Ilse Orro} {C1 said} {X1 no}. "
        "{S2 The stubborn old official} {C2 said} {X2 so}."
    )
    found = who(text, person("Ilse Orro"), noun("official"))
    assert [r.text for r in found.roles] == ["Harbour master", "stubborn old official"]


def test_bodies_have_no_roles() -> None:
    assert who("{S1 Director Velmar Guild} {C1 said} {X1 no}.", body("Velmar Guild")).roles == ()


def test_a_role_ends_with_its_sentence() -> None:
    text = "They blamed the mayor. {S1 Ilse Orro} {C1 said} {X1 no}."
    assert who(text, person("Ilse Orro")).roles == ()


# --- types


@pytest.mark.parametrize(
    ("source", "head", "refers", "kind"),
    [
        ("A diver", "diver", Refers.PERSON, EntityType.PERSON),
        ("Two divers", "divers", Refers.PERSON, EntityType.GROUP),
        ("An official", "official", None, EntityType.PERSON),
        ("Some officials", "officials", None, EntityType.GROUP),
        ("The harbour ministry", "ministry", Refers.BODY, EntityType.ORGANISATION),
        ("The harbour ministry", "ministry", None, EntityType.ORGANISATION),
        ("The report", "report", None, EntityType.DOCUMENT),
        ("The report", "report", Refers.BODY, EntityType.DOCUMENT),
        ("The things", "things", None, EntityType.GROUP),
        ("The thing", "thing", None, EntityType.UNKNOWN),
    ],
)
def test_types_by_the_noun(source: str, head: str, refers: Refers | None, kind: EntityType) -> None:
    mention = Planted(head, Form.NOUN, refers)
    assert who(f"{{S1 {source}}} {{C1 said}} {{X1 no}}.", mention).type is kind


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        (person("Velmar"), EntityType.PERSON),
        (body("Velmar"), EntityType.ORGANISATION),
        (place("Velmar"), EntityType.GOVERNMENT),
    ],
)
def test_types_by_what_the_engine_takes_a_name_for(mention: Planted, kind: EntityType) -> None:
    found = who("{S1 Velmar} {C1 said} {X1 no}.", mention)
    assert found.type is kind
    assert found.stands_for is None


@pytest.mark.parametrize("mention", [person("Onrada"), body("Onrada"), place("Onrada")])
def test_a_known_seat_is_a_government_and_stands_for_it(mention: Planted) -> None:
    names = Names(seats={"Onrada": "government of Velmar"})
    found = who("{S1 Onrada} {C1 said} {X1 no}.", mention, names=names)
    assert (found.type, found.stands_for) == (EntityType.GOVERNMENT, "government of Velmar")


def test_a_known_body_is_an_organisation_whatever_the_engine_says() -> None:
    names = Names(bodies=frozenset({"Telmar"}))
    found = who("{S1 Telmar} {C1 said} {X1 no}.", person("Telmar"), names=names)
    assert found.type is EntityType.ORGANISATION


# --- those whose names are kept back


def test_who_asks_not_to_be_named_is_anonymous_with_the_reason() -> None:
    text = "{S1 A senior official, who asked not to be named,} {C1 said} {X1 no}."
    found = who(text, noun("official"))
    assert found.anonymous
    assert found.reason is not None
    assert found.reason.text == "who asked not to be named"


def test_the_reason_may_stand_behind_the_cue() -> None:
    text = "{S1 Two officials} {C1 said} on condition of anonymity, {X1 no}."
    found = who(text, noun("officials"))
    assert found.anonymous
    assert found.type is EntityType.GROUP
    assert found.reason is not None
    assert found.reason.text == "on condition of anonymity"
    assert found.reason.span.read(planted(text).document.text) == found.reason.text


def test_an_informant_is_anonymous_without_a_reason() -> None:
    found = who(
        "{S1 A diplomat} {C1 said} {X1 no}.\n\nOn condition of anonymity.", noun("diplomat")
    )
    assert found.anonymous
    assert found.reason is None


@pytest.mark.parametrize(
    ("source", "mention"),
    [
        ("People", noun("People")),
        ("Experts", noun("Experts")),
        ("The ministry", noun("ministry", refers=Refers.BODY)),
        ("The official, Ilse Orro,", person("Ilse Orro")),
    ],
)
def test_who_is_a_class_a_body_or_named_is_not_anonymous(source: str, mention: Planted) -> None:
    text = f"{{S1 {source}}} {{C1 said}} on condition of anonymity {{X1 no}}."
    found = who(text, mention)
    assert not found.anonymous
    assert found.reason is None


def test_who_is_named_elsewhere_is_not_anonymous() -> None:
    text = (
        "{S1 Ilse Orro} {C1 said} {X1 no}. "
        "{S2 The official} {C2 said} on condition of anonymity {X2 so}."
    )
    found = who(text, person("Ilse Orro"), noun("official"))
    assert found.name == "Ilse Orro"
    assert not found.anonymous


def test_a_reason_is_not_taken_from_somebody_else() -> None:
    text = (
        "{S1 A witness} {C1 said} {X1 no}. "
        "Ilse Orro, who was not authorised to speak on the record, left."
    )
    assert who(text, noun("witness"), person("Ilse Orro")).reason is None


def test_a_reason_ends_with_its_source() -> None:
    text = "{S1 An official who asked not to be named} {C1 said} {X1 that the pier sank}."
    found = who(text, noun("official")).reason
    assert found is not None
    assert found.text == "who asked not to be named"


# --- what the engine may hand on


def test_a_mention_without_a_letter_breaks_nothing() -> None:
    found = who("{S1 —} {C1 said} {X1 no}. {S2 A . } {C2 said} {X2 so}.", person("."), number=2)
    assert found.name


@pytest.mark.parametrize(
    ("source", "noun_", "anonymous"),
    [
        ("A mayor", "mayor", True),
        ("One follower", "follower", True),
        ("A moment", "moment", False),
        ("Followers", "Followers", False),
        ("Someone", "Someone", False),
    ],
)
def test_an_individual_without_a_name_is_anonymous(
    source: str, noun_: str, anonymous: bool
) -> None:
    assert who(f"{{S1 {source}}} {{C1 said}} {{X1 no}}.", noun(noun_)).anonymous is anonymous


def test_a_group_whose_names_stand_behind_it_is_not_anonymous() -> None:
    text = "{S1 Two members, Ilse Orro and Bram Fenn,} {C1 said} {X1 no}."
    assert not who(text, noun("members"), person("Ilse Orro"), person("Bram Fenn")).anonymous


@pytest.mark.parametrize(
    ("source", "mention", "kind"),
    [
        ("Saudis", person("Saudis"), EntityType.GROUP),
        ("Americans", person("Americans"), EntityType.GROUP),
        ("Sanders", person("Sanders"), EntityType.PERSON),
        ("The government", noun("government", refers=Refers.BODY), EntityType.GOVERNMENT),
        ("The band", noun("band"), EntityType.ORGANISATION),
        ("A bill", noun("bill", refers=Refers.BODY), EntityType.DOCUMENT),
        ("Three salespeople", noun("salespeople"), EntityType.GROUP),
    ],
)
def test_peoples_states_bodies_and_documents(
    source: str, mention: Planted, kind: EntityType
) -> None:
    assert who(f"{{S1 {source}}} {{C1 said}} {{X1 no}}.", mention).type is kind


def test_a_trade_before_a_full_name_is_no_part_of_it() -> None:
    found = who("{S1 Writer Ilse Orro} {C1 said} {X1 no}.", person("Writer Ilse Orro"))
    assert (found.name, [r.text for r in found.roles]) == ("Ilse Orro", ["Writer"])


def test_a_possessive_leaves_no_letters_for_a_role() -> None:
    found = who("{S1 Orro’s} {C1 call for} {X1 peace}.", person("Orro’s"))
    assert (found.name, found.roles) == ("Orro", ())


def test_a_surname_is_the_full_name_with_its_suffix() -> None:
    words = "{S1 Frank Orro Jr.} {C1 said} {X1 no}. {S2 Orro} {C2 said} {X2 so}."
    assert who(words, person("Frank Orro Jr."), person("Orro"), number=2).name == "Frank Orro Jr"


def test_a_surname_that_was_no_mention_is_its_full_name() -> None:
    words = "Mayor Ilse Orro left. {S1 Orro} {C1 said} {X1 no}."
    assert who(words, person("Ilse Orro")).name == "Ilse Orro"
