"""People: entities made once each, as speakers and as carriers."""

from __future__ import annotations

import pytest
from planted import body, noun, person, place, planted, pronoun

from reportedly.resolve.known import Known
from reportedly.resolve.people import People
from reportedly.resolve.speakers import cast
from reportedly.schema import EntityType, Extraction, Span

KNOWN = Known.load()
EXTRACTION = planted(
    "The semi-official\n Telmar agency quoted {S1 harbour master Ilse Orro} {C1 as saying} "
    "{X1 no}. {S2 She} {C2 told} {X2 so}. “{S3 You} {C3 said} {X3 so}.” {C4 Reportedly} "
    "{X4 it sank}. Bram Fenn left. {S5 Telmar agency} {C5 said} {X5 no}.",
    body("Telmar agency"),
    person("Ilse Orro"),
    pronoun("She", {1: 0.9}),
    person("Bram Fenn"),
    body("Telmar agency"),
)


def people(extraction: Extraction = EXTRACTION) -> People:
    return People(extraction.document.text, cast(extraction, KNOWN.canonical), KNOWN)


def at(words: str) -> Span:
    start = EXTRACTION.document.text.index(words)
    return Span(start, start + len(words))


def test_a_speaker_is_the_entity_with_its_name_type_and_roles() -> None:
    made = people()
    first, second = (made.spoken(a) for a in EXTRACTION.attributions[:2])
    assert first.speaker is not None
    assert first.speaker.name == "Ilse Orro"
    assert first.speaker.type is EntityType.PERSON
    assert first.speaker.roles == ("harbour master",)
    assert second.speaker == first.speaker


def test_open_says_why_and_nobody_is_none() -> None:
    made = people()
    asked, nobody = (made.spoken(EXTRACTION.attributions[n]) for n in (2, 3))
    assert asked.speaker is not None
    assert (asked.speaker.entity, asked.speaker.name) == (None, None)
    assert asked.speaker.unresolved == "'you': whoever is spoken to"
    assert nobody.speaker is None
    assert made.listed() == ()


def test_a_carrier_keeps_the_words_and_the_descriptor_in_single_spaces() -> None:
    carrier = people().carrier(at("Telmar agency"), at("semi-official\n Telmar"))
    assert carrier.name == "Telmar agency"
    assert carrier.span == at("Telmar agency")
    assert carrier.descriptor == "semi-official Telmar"
    assert people().carrier(at("Telmar agency"), None).descriptor is None


def test_no_mention_is_no_carrier() -> None:
    with pytest.raises(KeyError, match="no mention"):
        people().carrier(at("left"), None)


def test_each_is_listed_once_by_its_first_mention_and_only_if_it_speaks_or_carries() -> None:
    made = people()
    for attribution in EXTRACTION.attributions:
        made.spoken(attribution)
    carrier = made.carrier(at("Telmar agency"), None)
    assert [e.name for e in made.listed()] == ["Telmar agency", "Ilse Orro"]
    assert made.listed()[0].id == carrier.entity
    assert made.listed() == made.listed()


# --- names that are known beyond the text


def spoken(name: str, mention: object) -> object:
    extraction = planted(f"{{S1 {name}}} {{C1 said}} {{X1 no}}.", mention)  # type: ignore[arg-type]
    made = people(extraction)
    made.spoken(extraction.attributions[0])
    (one,) = made.listed()
    return one.type, one.stands_for, "Islamic State group" in one.aliases


@pytest.mark.parametrize(
    ("name", "stands_for"),
    [
        ("Iran", "government of Iran"),
        ("Tehran", "government of Iran"),
        ("Brussels", "government of Belgium or European Union"),
    ],
)
def test_a_seat_stands_for_its_government_or_for_one_of_several(name: str, stands_for: str) -> None:
    assert spoken(name, place(name)) == (EntityType.GOVERNMENT, stands_for, False)


def test_an_unknown_place_speaks_as_a_government_of_nothing_known() -> None:
    assert spoken("Onrada", place("Onrada")) == (EntityType.GOVERNMENT, None, False)


def test_known_bodies_are_organisations_whatever_the_engine_takes_them_for() -> None:
    assert spoken("Reuters", person("Reuters"))[0] is EntityType.ORGANISATION  # type: ignore[index]
    assert spoken("ISIL", person("ISIL")) == (EntityType.ORGANISATION, None, True)


def test_the_reader_is_a_group_called_you() -> None:
    extraction = planted("{S1 You} {C1 think} {X1 so}.")
    made = people(extraction)
    speaker = made.spoken(extraction.attributions[0]).speaker
    assert speaker is not None
    assert (speaker.name, speaker.type) == ("you", EntityType.GROUP)


def test_several_together_go_by_their_names() -> None:
    extraction = planted(
        "{S1 The mayor and Ilse Orro, a diver,} {C1 said} {X1 no}.",
        noun("mayor"),
        person("Ilse Orro"),
    )
    made = people(extraction)
    speaker = made.spoken(extraction.attributions[0]).speaker
    (listed,) = made.listed()
    assert speaker is not None
    assert (speaker.name, speaker.type) == ("mayor and Ilse Orro", EntityType.GROUP)
    assert [m.read(extraction.document.text) for m in listed.mentions] == ["mayor and Ilse Orro"]


def test_a_known_name_that_is_an_everyday_word_proves_nothing() -> None:
    assert spoken("Time", person("Time"))[0] is EntityType.PERSON  # type: ignore[index]


def test_a_noun_that_speaks_gives_the_entity_its_description() -> None:
    extraction = planted("{S1 The old diver} {C1 said} {X1 no}.", noun("diver"))
    made = people(extraction)
    speaker = made.spoken(extraction.attributions[0]).speaker
    assert speaker is not None
    assert speaker.name == "old diver"


@pytest.mark.parametrize(("one", "other"), [("Iran", "Tehran"), ("Islamic State", "ISIL")])
def test_known_names_of_one_are_one_entity(one: str, other: str) -> None:
    kind = place if one == "Iran" else body
    extraction = planted(
        f"{{S1 {one}}} {{C1 said}} {{X1 no}}. {{S2 {other}}} {{C2 said}} {{X2 so}}.",
        kind(one),
        kind(other),
    )
    made = people(extraction)
    first, second = (made.spoken(a).speaker for a in extraction.attributions)
    assert first is not None
    assert second is not None
    assert first.entity == second.entity
