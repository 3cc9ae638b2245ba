"""Resolving a whole document: chains, occasions, entities and reasons, on hand-made extractions."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import marked
from planted import body, noun, person, planted, pronoun
from strategies import extractions, spans

from reportedly.resolve import Known, resolve
from reportedly.schema import (
    Antecedent,
    Attribution,
    Block,
    BlockKind,
    Extraction,
    Form,
    Kind,
    Mention,
    Reason,
    Refers,
    Span,
    attribution_id,
    from_json,
    text_id,
    to_json,
)
from reportedly.schema import Document as Text
from reportedly.weigh import weigh

KNOWN = Known.load()

TWO = planted(
    "{X1 “No lights,”} {S1 harbour master Ilse Orro} {C1 said} on Friday in an interview with "
    "state-owned radio station Al-Velm, according to the official Onradan PressTV. "
    "{X2 “It sank,”} {S2 she} {C2 added}. {S3 The Coast Mail} {C3 reported} "
    "{X3 that {S4 Bram Fenn} {C4 denied} {X4 the charge}}, {C5 calling} {X5 it absurd}.",
    person("Ilse Orro"),
    body("Al-Velm"),
    pronoun("she", {0: 0.9}),
    body("Coast Mail"),
    person("Bram Fenn"),
    direct=frozenset({1, 2}),
    parents={4: 3},
    leans={5: 4},
)


def checked(extraction: Extraction) -> Extraction:
    """What is resolved, after a look at what is true of every result."""
    found = resolve(extraction, KNOWN)
    hold(found)
    return found


def hold(found: Extraction) -> None:
    read = from_json(json.loads(json.dumps(to_json(found))))
    assert read == replace(found, mentions=(), reasons=())
    attributions = [a.id for a in found.attributions]
    entities = [e.id for e in found.entities]
    assert len(set(attributions)) == len(attributions)
    assert len(set(entities)) == len(entities)
    used = {a.speaker.entity for a in found.attributions if a.speaker and a.speaker.entity}
    used |= {c.entity for a in found.attributions for c in a.carriers}
    assert used == set(entities)
    assert {r.attribution for r in found.reasons} <= set(attributions)


def by_id(found: Extraction) -> dict[str, Attribution]:
    return {a.id: a for a in found.attributions}


def chain(attribution: Attribution) -> list[tuple[str, str | None]]:
    return [(c.name, c.descriptor) for c in attribution.carriers]


def reasons(found: Extraction, number: int, field: str) -> list[Reason]:
    return [r for r in found.reasons if (r.attribution, r.field) == (str(number), field)]


def read(extraction: Extraction, span: Span) -> str:
    return span.read(extraction.document.text)


# --- the chain


def test_two_carriers_stand_in_order_from_the_publisher_on() -> None:
    found = by_id(checked(TWO))
    assert chain(found["1"]) == [
        ("PressTV", "official Onradan"),
        ("Al-Velm", "state-owned radio station"),
    ]
    assert [c.span.read(TWO.document.text) for c in found["1"].carriers] == ["PressTV", "Al-Velm"]


def test_what_carries_on_an_occasion_has_its_chain_day_and_venue() -> None:
    first, second = (by_id(checked(TWO))[key] for key in ("1", "2"))
    assert second.carriers == first.carriers != ()
    assert second.venue == first.venue is not None
    assert second.said_on == first.said_on
    assert first.said_on is not None
    assert first.said_on.value == "2014-06-27"


def test_what_leans_has_the_chain_of_what_it_leans_on() -> None:
    found = by_id(checked(TWO))
    assert found["5"].source_from == "4"
    assert chain(found["5"]) == chain(found["4"]) == [("Coast Mail", None)]


def test_another_speaker_carries_nothing_on() -> None:
    found = by_id(
        checked(
            planted(
                "{S1 Ilse Orro} {C1 told} Radio Velmar on Friday {X1 that it sank}. "
                "{S2 Bram Fenn} {C2 denied} {X2 the charge}.",
                person("Ilse Orro"),
                person("Bram Fenn"),
            )
        )
    )
    assert chain(found["1"]) == [("Radio Velmar", None)]
    assert (found["2"].carriers, found["2"].said_on) == ((), None)


def test_a_later_occasion_of_ones_own_chain_is_not_carried_over() -> None:
    found = by_id(
        checked(
            planted(
                "{S1 Ilse Orro} {C1 told} Radio Velmar on Friday {X1 that it sank}. {S2 She} "
                "{C2 told} the Coast Herald on Thursday {X2 that it was old}. "
                "{S3 She} {C3 added} {X3 that it was hers}.",
                person("Ilse Orro"),
                pronoun("She", {0: 0.9}),
                pronoun("She", {0: 0.9}),
            )
        )
    )
    assert chain(found["2"]) == chain(found["3"]) == [("Coast Herald", None)]
    assert found["3"].said_on == found["2"].said_on != found["1"].said_on


def test_the_agency_of_the_dateline_is_before_all_others() -> None:
    extraction = planted(
        "LISSOM (Reuters) - {S1 Ilse Orro} {C1 told} Radio Velmar {X1 that it sank}.\n\n"
        "{S2 Bram Fenn} {C2 said} {X2 no}.",
        person("Ilse Orro"),
        person("Bram Fenn"),
    )
    whole = (Block(BlockKind.BODY, Span(0, len(extraction.document.text))),)
    extraction = replace(extraction, document=replace(extraction.document, blocks=whole))
    found = by_id(checked(extraction))
    assert chain(found["1"]) == [("Reuters", None), ("Radio Velmar", None)]
    assert chain(found["2"]) == [("Reuters", None)]


def test_the_publisher_carries_nothing() -> None:
    extraction = replace(TWO, document=replace(TWO.document, publisher="Coast Mail"))
    assert chain(by_id(checked(extraction))["4"]) == []


# --- what is no speech of its own


def test_a_carriers_act_over_anothers_words_is_gone_and_the_chain_remembers_it() -> None:
    found = by_id(checked(TWO))
    assert list(found) == ["1", "2", "4", "5"]
    assert found["4"].parent is None


def test_a_carriers_words_become_the_speakers_who_is_named_in_them() -> None:
    found = checked(
        planted(
            "{S1 The Coast Mail} {C1 reported} {X1 that Ilse Orro said the pier sank}.",
            body("Coast Mail"),
            person("Ilse Orro"),
        )
    )
    (one,) = found.attributions
    assert one.id == attribution_id(one.source, one.cue, one.content)
    assert [read(found, s) for s in (*one.source, *one.cue, *one.content)] == [
        "Ilse Orro",
        "said",
        "the pier sank",
    ]
    assert one.speaker is not None
    assert one.speaker.name == "Ilse Orro"
    assert chain(one) == [("Coast Mail", None)]


def test_two_carriers_acts_over_the_same_words_are_one() -> None:
    extraction = planted(
        "{C2 According to} {S2 Radio Velmar}, {S1 the Coast Mail} {C1 reported} "
        "{X1 that Ilse Orro said the pier sank}.{X2  }",
        body("Radio Velmar"),
        body("Coast Mail"),
        person("Ilse Orro"),
    )
    first, second = extraction.attributions
    both = (first, replace(second, content=first.content))
    checked(replace(extraction, attributions=both))


# --- entities


def test_entities_are_listed_once_by_first_mention() -> None:
    found = checked(TWO)
    assert [e.name for e in found.entities] == [
        "Ilse Orro",
        "Al-Velm",
        "PressTV",
        "Coast Mail",
        "Bram Fenn",
    ]
    orro = found.entities[0]
    assert [read(TWO, s) for s in orro.mentions] == ["Ilse Orro", "she"]


def test_who_is_only_spoken_of_is_not_listed() -> None:
    found = checked(
        planted(
            "{S1 Ilse Orro} {C1 accused} {X1 Bram Fenn of theft}.",
            person("Ilse Orro"),
            person("Bram Fenn"),
        )
    )
    assert [e.name for e in found.entities] == ["Ilse Orro"]


def test_a_medium_that_the_engine_missed_is_a_mention_as_well() -> None:
    found = checked(TWO)
    assert "PressTV" not in [read(TWO, m.span) for m in TWO.mentions]
    assert "PressTV" in [read(TWO, m.span) for m in found.mentions]
    starts = [m.span.start for m in found.mentions]
    assert starts == sorted(starts)


def test_a_users_names_are_asked(tmp_path) -> None:  # type: ignore[no-untyped-def]
    extra = tmp_path / "known.toml"
    extra.write_text('[agencies]\nTidewater = ["TW"]\n', encoding="utf-8")
    extraction = planted(
        "{S1 Ilse Orro} {C1 told} Tidewater {X1 that it sank}.", person("Ilse Orro")
    )
    (plain,) = resolve(extraction, KNOWN).attributions
    (found,) = resolve(extraction, Known.load(extra)).attributions
    assert (chain(plain), chain(found)) == ([], [("Tidewater", None)])


# --- reasons


def test_every_speaker_has_its_reason_and_the_words_that_it_is_read_from() -> None:
    found = checked(TWO)
    for number, words in ((1, ["Ilse Orro"]), (2, ["she"]), (4, ["Bram Fenn"]), (5, [])):
        (reason,) = reasons(found, number, "speaker")
        assert reason.why
        assert [read(TWO, s) for s in reason.spans] == words


def test_every_field_that_is_decided_has_its_reason() -> None:
    found = checked(TWO)
    for a in found.attributions:
        told = {r.field for r in found.reasons if r.attribution == a.id}
        wanted = {
            field for field in ("venue", "addressee", "said_on") if getattr(a, field) is not None
        }
        assert wanted | {"speaker"} <= told
        assert not a.carriers or {"carriers", "occasion"} & told
    assert all(r.why for r in found.reasons)


def test_each_own_carrier_has_its_reason_and_what_is_carried_on_names_the_occasion() -> None:
    found = checked(TWO)
    assert [read(TWO, r.spans[0]) for r in reasons(found, 1, "carriers")] == ["PressTV", "Al-Velm"]
    assert not reasons(found, 2, "carriers")
    assert reasons(found, 2, "occasion")


def test_reasons_that_are_there_already_are_kept_before_the_new_ones() -> None:
    old = Reason("1", "confidence", "planted")
    found = checked(replace(TWO, reasons=(old,)))
    assert found.reasons[0] == old
    assert len(found.reasons) > 1


def test_the_documents_carriers_have_a_reason() -> None:
    extraction = planted(
        "LISSOM (Reuters) - {S1 Ilse Orro} {C1 said} {X1 no}.", person("Ilse Orro")
    )
    whole = (Block(BlockKind.BODY, Span(0, len(extraction.document.text))),)
    extraction = replace(extraction, document=replace(extraction.document, blocks=whole))
    found = checked(extraction)
    assert chain(found.attributions[0])
    assert reasons(found, 1, "carriers")


def test_what_stays_open_has_a_reason() -> None:
    (reason,) = reasons(checked(planted("{S1 She} {C1 said} {X1 so}.")), 1, "speaker")
    assert reason.why


# --- anything that the types allow


def test_nothing_found_is_nothing_resolved() -> None:
    assert checked(marked("Rain fell on Lissom.")) == marked("Rain fell on Lissom.")


def test_a_document_without_words_is_left_as_it_is() -> None:
    empty = Extraction(Text(text_id(""), "", ()), ())
    assert checked(empty) == empty


def fresh(extraction: Extraction) -> Extraction:
    """An odd extraction as it is before anything is resolved."""
    bare = tuple(replace(a, speaker=None, carriers=()) for a in extraction.attributions)
    return replace(extraction, attributions=bare, entities=(), notes=(), links=())


@st.composite
def mentions(draw: st.DrawFn, places: tuple[Span, ...]) -> tuple[Mention, ...]:
    """Mentions of any form and kind at some places, each with any earlier antecedents."""
    found: list[Mention] = []
    for span in places:
        before = draw(st.lists(st.integers(0, len(found) - 1), unique=True)) if found else []
        antecedents = tuple(Antecedent(n, draw(st.floats(0, 1))) for n in before)
        refers = draw(st.none() | st.sampled_from(Refers))
        found.append(Mention(span, draw(st.sampled_from(Form)), refers, antecedents))
    return tuple(found)


@st.composite
def odd(draw: st.DrawFn) -> Extraction:
    """Anything that the types allow, with mentions; a letter in each of those that matter."""
    extraction = fresh(draw(extractions()))
    text = "".join(c if c.isspace() else "x" for c in extraction.document.text)
    text = text if text.strip() else "x" * len(text)
    extraction = replace(
        extraction, document=replace(extraction.document, id=text_id(text), text=text)
    )
    lettered = [s for s in draw(spans(len(text))) if s.read(text).strip()]
    return replace(extraction, mentions=draw(mentions(tuple(lettered))))


WORDS = (
    "Ilse Orro Bram Fenn, Iran Lissom Reuters AFP told said. reported claims denied added quoted "
    "as saying who I you She he they it the a Two general official “officials report comments by "
    "The Herald” according to an interview with Monday No evidence Mr Sen. Orro? Fenn; Orro’s but"
).split()
"""Marks stand beside letters: a source or mention of marks alone is another test's matter."""


@st.composite
def newsy(draw: st.DrawFn) -> Extraction:
    """Words of news in any order, with attributions and mentions that end where words do."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25))
    text, places = "", []
    for word in words:
        places.append(Span(len(text), len(text) + len(word)))
        text += word + draw(st.sampled_from("    \n"))
    found: dict[str, Attribution] = {}
    for _ in range(draw(st.integers(0, 4))):
        source, cue, content = (_role(draw, places) for _ in range(3))
        leans = draw(st.none() | st.sampled_from(sorted(found))) if found else None
        source = () if leans else source
        name = attribution_id(source, cue, content)
        if name not in found:
            parent = draw(st.none() | st.sampled_from(sorted(found))) if found else None
            kind = draw(st.sampled_from(Kind))
            found[name] = Attribution(
                name, source, cue, content, kind, BlockKind.BODY, 0.5, leans, parent
            )
    some = tuple(place for place in places if draw(st.booleans()))
    publisher = draw(st.none() | st.sampled_from(("Reuters", "Herald")))
    document = Text(text_id(text), text, (), publisher=publisher, published="2031-05-04")
    return Extraction(document, tuple(found.values()), mentions=draw(mentions(some)))


def _role(draw: st.DrawFn, places: list[Span]) -> tuple[Span, ...]:
    first = draw(st.integers(0, len(places) - 1))
    last = draw(st.integers(first, min(first + 6, len(places) - 1)))
    return (Span(places[first].start, places[last].end),)


ODD = settings(suppress_health_check=[HealthCheck.too_slow])


@ODD
@given(odd())
def test_odd_extractions_are_resolved_and_weighed(extraction: Extraction) -> None:
    found = resolve(extraction, KNOWN)
    hold(found)
    weighed = weigh(found)
    hold(replace(weighed, notes=(), links=()))
    assert from_json(to_json(weighed)).notes == weighed.notes


@ODD
@given(newsy())
def test_words_of_news_in_any_order_are_resolved_and_weighed(extraction: Extraction) -> None:
    found = resolve(extraction, KNOWN)
    hold(found)
    assert {a.id for a in weigh(found).attributions} == {a.id for a in found.attributions}


@pytest.mark.parametrize("text", ["{S1 The .} {C1 said} {X1 no}.", "{S1 a —} {C1 said} {X1 no}."])
def test_a_source_without_a_word_breaks_nothing(text: str) -> None:
    checked(planted(text))


def test_a_mention_without_a_word_breaks_nothing() -> None:
    checked(planted("{S1 A …} {C1 said} {X1 no}.", noun("…")))


# --- occasions of several speakers


HALL = (
    "During a Zephine TV town hall, Ilse Orro had a question for the mayor. "
    "{S1 The mayor} {C1 said} {X1 no}. {S2 Orro} {C2 said} {X2 so}. "
    "{S3 Bram Fenn} {C3 said} {X3 a}. "
    "{S4 Orro} {C4 believes} {X4 b}. At a rally in Lissom, {S5 Orro} {C5 said} {X5 c}."
)
HEARD = (
    person("Ilse Orro"),
    noun("mayor"),
    noun("mayor", {1: 0.9}),
    person("Orro"),
    person("Bram Fenn"),
    person("Orro"),
    person("Orro"),
)


def test_who_is_named_where_a_town_hall_is_speaks_through_its_medium() -> None:
    found = checked(planted(HALL, *HEARD))
    through = [[c.name for c in a.carriers] for a in found.attributions]
    assert through == [["Zephine TV"], ["Zephine TV"], [], [], []]


def test_all_turns_of_a_transcript_came_through_the_programme() -> None:
    text = (
        "On Sunday’s edition of Zephine Today, Ilse Orro was a guest. A transcript follows.\n\n"
        "{S1 FENN}{C1 :} {X1 Will it sink}?\n\n{S2 ORRO}{C2 :} {X2 It will}."
    )
    extraction = planted(text, person("Ilse Orro"), person("FENN"), person("ORRO"))
    found = checked(extraction)
    assert [[c.name for c in a.carriers] for a in found.attributions] == [["Zephine Today"]] * 2
    plain = checked(
        planted(
            text.replace("A transcript follows.", "Rain fell on it."),
            *(person("Ilse Orro"), person("FENN"), person("ORRO")),
        )
    )
    assert not plain.attributions[0].carriers
