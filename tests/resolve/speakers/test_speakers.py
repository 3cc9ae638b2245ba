"""Speakers: planted sources to those whose words they are, or to the reason why that stays open."""

from __future__ import annotations

import pytest
from planted import Planted, body, noun, person, place, planted, pronoun

from reportedly.resolve.speakers import Cast, Settled, cast, with_mentions
from reportedly.schema import Antecedent, Extraction, Form, Mention, Refers, Span


class Spoken:
    """Who speaks in an extraction, by the attribution's number: all words that refer to the one."""

    def __init__(self, extraction: Extraction) -> None:
        self.text = extraction.document.text
        self.cast: Cast = cast(extraction)

    def state(self, number: int) -> Settled:
        return self.cast.settled[str(number)]

    def who(self, number: int) -> list[str]:
        cluster = self.state(number).cluster
        mentions = self.cast.clustered.mentions
        return [mentions[i].span.read(self.text) for i in cluster.mentions] if cluster else []

    def open(self, number: int) -> str | None:
        return self.state(number).open

    def why(self, number: int) -> str:
        return self.state(number).why


# --- leaning, and nobody


def test_a_leaning_cue_has_the_speaker_that_it_leans_on() -> None:
    spoken = Spoken(
        planted(
            "{S1 Ilse Orro} {C1 accused} {X1 Bram Fenn of theft}, "
            "{C2 claiming} {X2 that he rowed}.",
            person("Ilse Orro"),
            person("Bram Fenn"),
            leans={2: 1},
        )
    )
    assert spoken.state(2).cluster is spoken.state(1).cluster is not None
    assert spoken.state(2).source is None
    assert spoken.why(2) == "it leans on another's source"


def test_a_leaning_cue_is_settled_behind_the_later_one_that_it_leans_on() -> None:
    spoken = Spoken(
        planted(
            "{C1 Claiming} {X1 that he rowed}, {S2 Ilse Orro} {C2 accused} {X2 Bram Fenn}.",
            person("Ilse Orro"),
            leans={1: 2},
        )
    )
    assert spoken.who(1) == ["Ilse Orro"]


def test_what_is_open_stays_open_for_the_one_that_leans_on_it() -> None:
    spoken = Spoken(
        planted("“{S1 You} {C1 said} {X1 so}, {C2 claiming} {X2 that he rowed}.”", leans={2: 1})
    )
    assert spoken.open(2) == spoken.open(1) == "'you': whoever is spoken to"


def test_no_source_is_nobody_and_not_open() -> None:
    spoken = Spoken(planted("The boat, it was {C1 claimed}, {X1 is gone}."))
    assert spoken.state(1) == Settled(None, None, "the text names nobody")


def test_a_head_that_the_engine_took_for_no_mention_is_one() -> None:
    spoken = Spoken(
        planted("{S1 Orro} {C1 said} {X1 no}. {S2 Orro} {C2 said} {X2 so}.", person("Orro"))
    )
    assert spoken.who(2) == ["Orro", "Orro"]


def test_antecedents_follow_their_mentions_past_those_put_in() -> None:
    # "Keeper" is put in first, so that the pronoun's antecedent, number 0, becomes number 1.
    spoken = Spoken(
        planted(
            "{S1 A keeper} {C1 said} {X1 no}. Ilse Orro left. {S2 She} {C2 said} {X2 so}.",
            person("Ilse Orro"),
            pronoun("She", {0: 3.0}),
        )
    )
    assert spoken.who(1) == ["keeper"]
    assert spoken.who(2) == ["Ilse Orro", "She"]


# --- relative pronouns


def test_a_relative_pronoun_is_the_noun_before_it() -> None:
    spoken = Spoken(
        planted(
            "Ilse Orro met the harbour master, {S1 who} {C1 said} {X1 that the pier sank}.",
            person("Ilse Orro"),
            noun("master"),
        )
    )
    assert spoken.who(1) == ["master"]


def test_a_relative_pronoun_passes_pronouns_over() -> None:
    spoken = Spoken(
        planted(
            "The diver saw her, {S1 who} {C1 said} {X1 that the pier sank}.",
            noun("diver"),
            pronoun("her"),
        )
    )
    assert spoken.who(1) == ["diver"]


def test_a_relative_pronoun_never_reaches_into_the_sentence_before() -> None:
    spoken = Spoken(
        planted("Ilse Orro left. {S1 Who} {C1 said} {X1 that she would stay}.", person("Ilse Orro"))
    )
    assert not spoken.who(1)
    assert spoken.open(1) == "a relative pronoun without an antecedent"


def test_a_question_begins_no_relative_clause() -> None:
    spoken = Spoken(
        planted("Where is Ilse Orro? {S1 Who} {C1 said} {X1 that she left}?", person("Ilse Orro"))
    )
    assert spoken.open(1) == "a relative pronoun without an antecedent"


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "They asked Ilse Orro Jr., {S1 who} {C1 said} {X1 no}."
    assert Spoken(planted(text, person("Ilse Orro Jr"))).who(1) == ["Ilse Orro Jr"]


# --- first and second person


@pytest.mark.parametrize("parents", [{2: 1}, {}])
def test_the_first_person_in_anothers_content_is_the_other(parents: dict[int, int]) -> None:
    spoken = Spoken(
        planted(
            "{S1 Ilse Orro} {C1 said}: {X1 “{S2 I} {C2 told} {X2 Bram Fenn no}.”}",
            person("Ilse Orro"),
            person("Bram Fenn"),
            parents=parents,
        )
    )
    assert spoken.who(2) == ["Ilse Orro"]
    assert spoken.why(2) == "the first person, in another's words"


def test_the_first_person_is_the_innermost_other() -> None:
    spoken = Spoken(
        planted(
            "{S1 Ilse Orro} {C1 said}: {X1 “{S2 Bram Fenn} {C2 said}: "
            "{X2 ‘{S3 We} {C3 deny} {X3 the charge}’}.”}",
            person("Ilse Orro"),
            person("Bram Fenn"),
        )
    )
    assert spoken.who(3) == ["Bram Fenn"]


def test_a_clause_about_a_thing_hangs_on_no_person() -> None:
    text = "Ilse Orro found a note from Bram Fenn {S1 that} {C1 said} {X1 no}."
    spoken = Spoken(planted(text, person("Ilse Orro"), body("Bram Fenn")))
    assert spoken.who(1) == ["Bram Fenn"]
    text = "Ilse Orro found an old note {S1 that} {C1 said} {X1 no}."
    assert Spoken(planted(text, person("Ilse Orro"))).who(1) == ["note"]


@pytest.mark.parametrize("between", ["from Lissom, Velmar, ", "at the Velmar Guild "])
def test_a_clause_about_a_person_hangs_on_no_place_and_no_body(between: str) -> None:
    text = f"They met a diver {between}{{S1 who}} {{C1 said}} {{X1 no}}."
    names = [place("Lissom"), place("Velmar")] if "Lissom" in between else [body("Velmar Guild")]
    assert Spoken(planted(text, noun("diver"), *names)).who(1) == ["diver"]


def test_the_first_person_in_a_content_that_stands_before_its_cue() -> None:
    spoken = Spoken(
        planted(
            "{X1 “{S2 I} {C2 told} {X2 Bram Fenn no},”} {S1 Ilse Orro} {C1 said}.",
            person("Bram Fenn"),
            person("Ilse Orro"),
        )
    )
    assert spoken.who(2) == ["Ilse Orro"]


INTERVIEW = """Bram Fenn of the ferry company left in May. We sat down with Ilse Orro.

What sank?

{S1 I} {C1 think} {X1 that it was the pier}.

{S2 You} {C2 say} {X2 the pier}?

{S3 I} {C3 say} {X3 so}. {S4 You} {C4 know} {X4 the pier}."""


def interview(text: str = INTERVIEW) -> Spoken:
    return Spoken(planted(text, person("Bram Fenn"), person("Ilse Orro")))


def test_in_an_interview_i_is_the_one_who_is_asked() -> None:
    spoken = interview()
    assert spoken.who(1) == spoken.who(3) == ["Ilse Orro"]
    assert spoken.why(1) == "the one who is interviewed"


def test_in_an_interview_you_who_are_asked_are_the_one_who_answers() -> None:
    spoken = interview()
    assert spoken.who(2) == ["Ilse Orro"]
    assert spoken.why(4) == "the reader, or anybody"


def test_without_words_of_interviewing_it_is_the_one_most_named() -> None:
    text = INTERVIEW.replace("We sat down with", "Here is") + " Fenn left."
    extraction = planted(text, person("Bram Fenn"), person("Ilse Orro"), person("Fenn"))
    assert Spoken(extraction).who(1) == ["Bram Fenn", "Fenn"]


def test_without_questions_or_outside_speech_there_is_no_interview() -> None:
    assert interview(INTERVIEW.replace("?", ".")).cast.interviewed is None
    quoted = INTERVIEW.replace("{S1 I}", "“{S1 I}").replace("pier}.", "pier}.”")
    assert interview(quoted).cast.interviewed is None


def test_the_first_person_of_nobody_stays_the_same_unnamed_one() -> None:
    spoken = Spoken(
        planted("{S1 I} {C1 say} {X1 no}. {S2 We} {C2 say} {X2 so}. {S3 I} {C3 say} {X3 a}.")
    )
    assert spoken.state(1).cluster is spoken.state(3).cluster
    assert spoken.state(1).cluster is not spoken.state(2).cluster
    assert spoken.why(1) == "the first person, never named"


def test_he_is_never_i() -> None:
    spoken = Spoken(planted("{S1 I} {C1 said} {X1 no}. {S2 He} {C2 said} {X2 so}.", pronoun("He")))
    assert spoken.state(2).cluster is not spoken.state(1).cluster


def test_he_in_my_words_is_never_i() -> None:
    text = "{S1 I} {C1 said} {X1 that {S2 he} {C2 denied} {X2 the charge}}."
    spoken = Spoken(planted(text, pronoun("he"), parents={2: 1}))
    assert spoken.state(2).cluster is not spoken.state(1).cluster


# --- pronouns in contents


INDIRECT = "Jana Fenn left. {S1 Ilse Orro} {C1 said} {X1 that {S2 she} {C2 told} {X2 them to go}}."
BOTH = (person("Jana Fenn"), person("Ilse Orro"), pronoun("she", {0: 0.9}))


def test_a_pronoun_in_indirect_words_is_the_one_whose_words_they_are() -> None:
    spoken = Spoken(planted(INDIRECT, *BOTH, parents={2: 1}))
    assert spoken.who(2) == ["Ilse Orro"]
    assert spoken.why(2) == "a pronoun for the one whose words these are"


def test_a_pronoun_in_direct_words_is_somebody_else() -> None:
    spoken = Spoken(planted(INDIRECT, *BOTH, parents={2: 1}, direct=frozenset({1})))
    assert spoken.who(2) == ["Jana Fenn", "she"]


def test_a_pronoun_that_does_not_agree_is_somebody_else() -> None:
    spoken = Spoken(
        planted(
            "Bram Fenn left. Maria Orro said no. {S1 Maria Orro} {C1 said} "
            "{X1 that {S2 he} {C2 told} {X2 them to go}}.",
            person("Bram Fenn"),
            person("Maria Orro"),
            person("Maria Orro"),
            pronoun("he", {0: 0.6, 1: 0.3}),
            parents={2: 1},
        )
    )
    assert spoken.who(2) == ["Bram Fenn", "he"]


# --- who is described first and named later


CHARGED = "{S1 A general} {C1 charged} {X1 that the fleet sank the ferry}.\n\n"


def test_the_comments_by_somebody_name_who_was_only_described() -> None:
    text = CHARGED + "The latest comments by harbour chief Ilse Orro came on Sunday."
    spoken = Spoken(planted(text, noun("general"), person("Ilse Orro")))
    assert spoken.who(1) == ["Ilse Orro"]
    assert spoken.why(1) == "described here, named in what takes the words up"


def test_the_same_title_names_who_was_only_described() -> None:
    spoken = Spoken(
        planted(CHARGED + "On Sunday General Ilse Orro left.", noun("general"), person("Ilse Orro"))
    )
    assert spoken.who(1) == ["Ilse Orro"]


@pytest.mark.parametrize(
    "later",
    [
        "Ilse Orro came on Sunday.",
        "On Sunday Colonel Ilse Orro left.",
        "The comments were made on Sunday. Ilse Orro left.",
        "Nobody saw the comments. “By Ilse Orro” it was.",
        "The boat was built by Ilse Orro.",
    ],
)
def test_nearness_alone_names_nobody(later: str) -> None:
    spoken = Spoken(planted(CHARGED + later, noun("general"), person("Ilse Orro")))
    assert spoken.who(1) == ["general"]


def test_a_name_far_off_names_nobody() -> None:
    text = CHARGED + "Rain fell. " * 70 + "The comments by General Ilse Orro came on Sunday."
    spoken = Spoken(planted(text, noun("general"), person("Ilse Orro")))
    assert spoken.who(1) == ["general"]


@pytest.mark.parametrize(
    "first", ["{S1 The general}", "{S1 Two generals}", "{S1 A report}", "{S1 Bram Fenn}"]
)
def test_only_one_unnamed_person_is_named_later(first: str) -> None:
    text = CHARGED.replace("{S1 A general}", first) + "The comments by General Ilse Orro were new."
    spoken = Spoken(planted(text, person("Ilse Orro")))
    assert "Ilse Orro" not in spoken.who(1)


def test_a_body_in_the_comments_names_nobody() -> None:
    text = CHARGED + "The comments by Velmar Guild came on Sunday."
    assert Spoken(planted(text, noun("general"), body("Velmar Guild"))).who(1) == ["general"]


def test_all_that_the_described_one_said_goes_to_the_name() -> None:
    text = CHARGED + "{S2 He} {C2 said} {X2 so}. The remarks by Bram Orro came on Sunday."
    spoken = Spoken(planted(text, noun("general"), pronoun("He", {0: 0.9}), person("Bram Orro")))
    assert spoken.who(1) == spoken.who(2) == ["Bram Orro"]


# --- pronouns and nouns by turn


def test_two_candidates_are_left_open_with_both_names() -> None:
    spoken = Spoken(
        planted(
            "Ilse Orro and Jana Fenn met. {S1 She} {C1 said} {X1 so}.",
            person("Ilse Orro"),
            person("Jana Fenn"),
            pronoun("She", {0: 0.48, 1: 0.45}),
        )
    )
    assert not spoken.who(1)
    assert spoken.open(1) == "two candidates: Ilse Orro or Jana Fenn"


def test_a_surname_of_two_is_left_open_with_both_full_names() -> None:
    spoken = Spoken(
        planted(
            "Ilse Orro met Jana Orro. {S1 Orro} {C1 said} {X1 so}.",
            person("Ilse Orro"),
            person("Jana Orro"),
            person("Orro", {0: 0.4, 1: 0.4}),
        )
    )
    assert spoken.open(1) == "two candidates: Ilse Orro or Jana Orro"


def test_a_clear_candidate_is_taken() -> None:
    spoken = Spoken(
        planted(
            "Ilse Orro and Jana Fenn met. {S1 She} {C1 said} {X1 so}.",
            person("Ilse Orro"),
            person("Jana Fenn"),
            pronoun("She", {0: 0.2, 1: 0.6}),
        )
    )
    assert spoken.who(1) == ["Jana Fenn", "She"]


def test_she_said_is_who_spoke_last() -> None:
    spoken = Spoken(
        planted(
            "{S1 Ilse Orro} {C1 said} {X1 no}. They met Jana Fenn. {S2 She} {C2 said} {X2 so}.",
            person("Ilse Orro"),
            person("Jana Fenn"),
            pronoun("She", {1: 0.55, 0: 0.2}),
        )
    )
    assert spoken.who(2) == ["Ilse Orro", "She"]


@pytest.mark.parametrize("word", ["He", "They", "It"])
def test_who_spoke_last_must_agree(word: str) -> None:
    spoken = Spoken(
        planted(
            f"{{S1 Maria Orro}} {{C1 said}} {{X1 no}}. {{S2 {word}}} {{C2 said}} {{X2 so}}.",
            person("Maria Orro"),
            pronoun(word),
        )
    )
    assert spoken.who(2) != ["Maria Orro", word]


@pytest.mark.parametrize(("word", "times", "found"), [("She", 20, True), ("She", 70, False)])
def test_far_off_who_spoke_last_is_nobody(word: str, times: int, found: bool) -> None:
    text = "{S1 Ilse Orro} {C1 said} {X1 no}. " + "Rain fell. " * times
    spoken = Spoken(
        planted(f"{text} {{S2 {word}}} {{C2 said}} {{X2 so}}.", person("Ilse Orro"), pronoun(word))
    )
    assert spoken.who(2) == (["Ilse Orro", word] if found else [])
    assert spoken.open(2) == (None if found else "'she': no antecedent")
    assert spoken.why(2)


@pytest.mark.parametrize("word", ["it", "It"])
def test_an_it_that_only_opens_a_clause_is_nobody(word: str) -> None:
    text = (
        f"{{S1 The guild}} {{C1 said}} {{X1 no}}. {{S2 {word}}} {{C2 was also reported}} {{X2 so}}."
    )
    spoken = Spoken(planted(text, noun("guild", refers=Refers.BODY), pronoun(word, {0: 0.9})))
    assert spoken.state(2) == Settled(None, None, 'an "it" that is nobody')


def test_an_it_that_acts_is_somebody() -> None:
    text = "{S1 The guild} {C1 said} {X1 no}. {S2 It} {C2 reported} {X2 a loss}."
    spoken = Spoken(planted(text, noun("guild", refers=Refers.BODY), pronoun("It", {0: 0.9})))
    assert spoken.who(2) == ["guild", "It"]


@pytest.mark.parametrize(
    ("before", "found"), [("", False), ("Orro uses they/them pronouns. ", True)]
)
def test_they_is_one_person_only_where_the_text_says_so(before: str, found: bool) -> None:
    text = before + "{S1 Alex Fenn} {C1 said} {X1 no}. {S2 They} {C2 said} {X2 so}."
    spoken = Spoken(planted(text, person("Alex Fenn"), pronoun("They", {0: 0.9})))
    assert (spoken.who(2) == ["Alex Fenn", "They"]) is found


def test_a_pronoun_in_indirect_words_may_be_whose_words_hold_those() -> None:
    text = (
        "{S1 The guild} {C1 denied} {X1 {S2 reports} {C2 saying} {X2 that {S3 it} {C3 plans} "
        "{X3 to close the pier}}}."
    )
    spoken = Spoken(
        planted(text, noun("guild", refers=Refers.BODY), pronoun("it"), parents={2: 1, 3: 2})
    )
    assert spoken.who(3) == ["guild"]


# --- several together


BOTH_SAID = "{S1 Ilse Orro and Bram Fenn} {C1 said} {X1 no}. {S2 They} {C2 said} {X2 so}. "


def test_two_who_are_named_together_are_a_group() -> None:
    text = BOTH_SAID + "{S3 Orro} {C3 said} {X3 no}. {S4 Fenn and Orro} {C4 said} {X4 so}."
    spoken = Spoken(
        planted(
            text,
            person("Ilse Orro"),
            person("Bram Fenn"),
            pronoun("They"),
            person("Orro"),
            person("Fenn"),
            person("Orro"),
        )
    )
    group = spoken.state(1).cluster
    assert group is not None
    assert spoken.state(2).cluster is spoken.state(4).cluster is group
    assert spoken.state(3).cluster is not group
    assert spoken.who(3) == ["Ilse Orro", "Orro", "Orro"]


def test_they_are_several_who_spoke_last() -> None:
    text = "{S1 Two divers} {C1 said} {X1 no}. {S2 They} {C2 said} {X2 so}."
    assert Spoken(planted(text, noun("divers"), pronoun("They"))).who(2) == ["divers", "They"]


def test_a_pronoun_before_all_speech_has_no_antecedent() -> None:
    spoken = Spoken(planted("{S1 She} {C1 said} {X1 so}.", pronoun("She")))
    assert spoken.open(1) == "'she': no antecedent"


def test_the_official_is_who_spoke_last() -> None:
    text = "{S1 Ilse Orro} {C1 said} {X1 no}. Jana Fenn left. {S2 The official} {C2 said} {X2 so}."
    spoken = Spoken(planted(text, person("Ilse Orro"), person("Jana Fenn"), noun("official")))
    assert spoken.who(2) == ["Ilse Orro", "official"]


@pytest.mark.parametrize("source", ["An official", "Officials", "The officials"])
def test_other_officials_are_not_who_spoke_last(source: str) -> None:
    text = f"{{S1 Ilse Orro}} {{C1 said}} {{X1 no}}. {{S2 {source}}} {{C2 said}} {{X2 so}}."
    spoken = Spoken(planted(text, person("Ilse Orro"), noun(source.rsplit(maxsplit=1)[-1])))
    assert spoken.state(1).cluster is not spoken.state(2).cluster


def test_who_spoke_long_ago_did_not_speak_last() -> None:
    text = "{S1 Ilse Orro} {C1 said} {X1 no}. " + "Rain fell. " * 70
    spoken = Spoken(
        planted(
            text + "{S2 The official} {C2 said} {X2 so}.", person("Ilse Orro"), noun("official")
        )
    )
    assert spoken.who(2) == ["official"]


# --- offices


def test_the_senator_is_who_bears_the_title_in_short() -> None:
    spoken = Spoken(
        planted(
            "Sen. Ilse Orro was there. {S1 Bram Fenn} {C1 said} {X1 no}. "
            "{S2 The senator} {C2 said} {X2 so}.",
            person("Ilse Orro"),
            person("Bram Fenn"),
            noun("senator"),
        )
    )
    assert spoken.who(2) == ["Ilse Orro", "senator"]
    assert spoken.why(2) == "the one whom the text calls 'senator'"


def test_a_title_in_the_sentence_before_is_not_this_persons() -> None:
    spoken = Spoken(
        planted(
            "Sen. Ilse Orro left. {S1 Bram Fenn} {C1 said} {X1 no}. "
            "{S2 The senator} {C2 said} {X2 so}.",
            person("Ilse Orro"),
            person("Bram Fenn"),
            noun("senator"),
        )
    )
    assert spoken.who(2) == ["Ilse Orro", "senator"]


def test_the_title_may_be_part_of_the_mention() -> None:
    spoken = Spoken(
        planted(
            "Gen. Ilse Orro was there. {S1 Bram Fenn} {C1 said} {X1 no}. "
            "{S2 The general} {C2 said} {X2 so}.",
            person("Gen. Ilse Orro"),
            person("Bram Fenn"),
            noun("general"),
        )
    )
    assert spoken.who(2) == ["Gen. Ilse Orro", "general"]


@pytest.mark.parametrize("office", ["president", "mayor", "general", "ambassador"])
def test_an_office_is_never_given_to_who_has_another(office: str) -> None:
    spoken = Spoken(
        planted(
            f"{{S1 Senator Ilse Orro}} {{C1 said}} {{X1 no}}. "
            f"{{S2 The {office}}} {{C2 said}} {{X2 so}}.",
            person("Ilse Orro"),
            noun(office, {0: 0.95}),
        )
    )
    assert spoken.who(1) == ["Ilse Orro"]
    assert spoken.who(2) == [office]


def test_an_office_that_the_text_gives_is_given() -> None:
    spoken = Spoken(
        planted(
            "{S1 Mayor Ilse Orro} {C1 said} {X1 no}. {S2 The mayor} {C2 said} {X2 so}.",
            person("Ilse Orro"),
            noun("mayor", {0: 0.95}),
        )
    )
    assert spoken.who(2) == ["Ilse Orro", "mayor"]


# --- mentions that are put in


def test_mentions_put_in_leave_out_what_overlaps() -> None:
    first = Mention(Span(10, 15), Form.NAME, Refers.PERSON)
    second = Mention(Span(20, 25), Form.PRONOUN, None, (Antecedent(0, 0.5),))
    more = [Mention(Span(s, e), Form.NOUN, None) for s, e in ((0, 5), (14, 18), (3, 6))]
    found = with_mentions((first, second), more)
    assert [m.span for m in found] == [Span(0, 5), Span(10, 15), Span(20, 25)]
    assert found[2].antecedents == (Antecedent(1, 0.5),)


def test_mentions_of_captions_are_put_in_text_order() -> None:
    first, last = (Mention(Span(a, a + 4), Form.NAME, Refers.PERSON) for a in (0, 9))
    assert with_mentions((last, first), ()) == (first, last)
    assert with_mentions((first, last), ()) == (first, last)


def test_the_parts_of_a_name_become_one() -> None:
    one = Mention(Span(0, 3), Form.NAME, Refers.BODY)
    other = Mention(Span(4, 7), Form.NAME, Refers.BODY)
    she = Mention(Span(9, 12), Form.PRONOUN, None, (Antecedent(1, 0.9),))
    whole = Mention(Span(0, 7), Form.NAME, Refers.BODY)
    found = with_mentions((one, other, she), (whole,))
    assert [m.span for m in found] == [Span(0, 7), Span(9, 12)]
    assert found[1].antecedents == (Antecedent(0, 0.9),)


# --- sources cut short, and leads


@pytest.mark.parametrize(
    ("text", "mentions", "found"),
    [
        (
            "Lissom Council {S1 Press} Secretary Ilse Orro {C1 was asked} {X1 why}.",
            (person("Ilse Orro"),),
            ["Ilse Orro"],
        ),
        ("{S1 A} petition {C1 calls for} {X1 peace}.", (), ["petition"]),
        ("{S1 The}, petition {C1 calls for} {X1 peace}.", (), []),
    ],
)
def test_a_source_that_was_cut_short_goes_on_to_its_cue(
    text: str, mentions: tuple[Planted, ...], found: list[str]
) -> None:
    assert Spoken(planted(text, *mentions)).who(1) == found


LEAD = "{S1 A schoolboy} {C1 says} {X1 that he flew}. "


@pytest.mark.parametrize(
    "next_", ["Bram Orro, 12, fell off a roof.", "Bram Orro, from Lissom, fell off a roof."]
)
def test_who_the_lead_is_about_is_named_by_the_next_sentence(next_: str) -> None:
    spoken = Spoken(planted(LEAD + next_, noun("schoolboy"), person("Bram Orro")))
    assert spoken.who(1) == ["Bram Orro"]


@pytest.mark.parametrize(
    ("first", "next_"),
    [
        (LEAD, "Rain fell. Bram Orro, 12, fell off a roof."),
        (LEAD, "Teachers at Lissom saw Bram Orro, 12, on a roof."),
        (LEAD, "Bram Orro fell off a roof."),
        (LEAD.replace("schoolboy", "official"), "Bram Orro, 12, fell off a roof."),
        (LEAD.replace("schoolboy", "mother"), "Frank Orro, 12, fell off a roof."),
        ("Rain fell. " * 60 + LEAD, "Bram Orro, 12, fell off a roof."),
    ],
)
def test_others_are_not_named_by_it(first: str, next_: str) -> None:
    name = "Frank Orro" if "Frank" in next_ else "Bram Orro"
    word = next(w for w in ("schoolboy", "official", "mother") if w in first)
    assert Spoken(planted(first + next_, noun(word), person(name))).who(1) == [word]


def test_a_name_that_only_a_source_has_joins_its_full_name() -> None:
    words = "Keeper Ilse Orro left. {S1 Orro} {C1 said} {X1 no}. {S2 Orro} {C2 said} {X2 so}."
    spoken = Spoken(planted(words, person("Ilse Orro")))
    assert spoken.who(2) == ["Ilse Orro", "Orro", "Orro"]


def test_a_noun_that_only_sounds_like_a_person_is_not_who_spoke_last() -> None:
    words = "{S1 Ilse Orro} {C1 said} {X1 no}. Of it {S2 the segment} {C2 said} {X2 more}."
    spoken = Spoken(planted(words, person("Ilse Orro"), Planted("segment", Form.NOUN, None)))
    assert spoken.who(2) == ["segment"]


def test_somebody_elses_somebody_is_not_who_spoke_last() -> None:
    words = (
        "Bram Fenn left. {S1 Ilse Orro} {C1 said} {X1 no}. {S2 The Fenn aide} {C2 said} {X2 so}."
    )
    mentions = (person("Bram Fenn"), person("Ilse Orro"), person("Fenn"), noun("aide"))
    assert "Ilse Orro" not in Spoken(planted(words, *mentions)).who(2)


def test_the_party_noun_takes_up_who_spoke_last() -> None:
    words = "{S1 Ilse Orro} {C1 said} {X1 no}. {S2 The Democrat} {C2 told} them {X2 so}."
    spoken = Spoken(planted(words, person("Ilse Orro"), person("Democrat")))
    assert spoken.who(2) == ["Ilse Orro", "Democrat"]


def test_they_in_a_mediums_words_are_who_was_named_there() -> None:
    words = "According to {S1 Telmar}{C1 ,} {X1 divers are angry, {S2 they} {C2 say} {X2 it sank}}."
    mentions = (body("Telmar"), noun("divers"), pronoun("they", {1: 0.8}))
    assert Spoken(planted(words, *mentions, parents={2: 1})).who(2) == ["divers", "they"]
