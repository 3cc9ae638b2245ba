"""Notes, one kind of words at a time, and what they are about."""

from __future__ import annotations

import pytest
from paper import Paper, paper, said

from reportedly.schema import Act, EntityType
from reportedly.weigh.notes import notes

BODY = EntityType.ORGANISATION
TOLD = said("a", "Ruk Amsel", "said", "the well was poisoned")


def found(one: Paper) -> list[tuple[str, str | None, str]]:
    return [
        (n.noun.kind, n.noun.status, " ".join(one.keys[i] for i in n.noun.about))
        for n in notes(one.extraction)
    ]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("He offered no proof.", "none offered"),
        ("He did not elaborate.", "none offered"),
        ("No evidence has been presented.", "none offered"),
        ("There is no evidence to support the claim.", "none offered"),
        ("The claim could not be independently verified.", "unverified"),
        ("Northline was unable to verify the claim.", "unverified"),
        ("The claim has not been confirmed.", "unverified"),
        ("There was no independent confirmation of the claim.", "unverified"),
        ("The claim is false.", "disputed"),
        ("That is not true.", "disputed"),
        ("The story was later debunked.", "disputed"),
        ("It turned out to be a rumour from abroad.", "disputed"),
        ("Fact-checkers have rated the claim false.", "disputed"),
        ("Watch the video below.", "shown"),
        ("He did not specify.", "none offered"),
        ("He offered few details.", "none offered"),
        ("The guild has not confirmed the report.", "unverified"),
        ("There is no official confirmation.", "unverified"),
        ("If true, the town must move.", "unverified"),
        ("Take it with a pinch of salt.", "unverified"),
        ("So far it is only a rumour.", "unverified"),
        ("It is not clear whether the letter is genuine.", "unverified"),
        ("The whole tale was made up.", "disputed"),
        ("Lissom Daily is a satirical website.", "disputed"),
        ("There is no truth in it.", "disputed"),
        ("None of it is true.", "disputed"),
        ("The poisoning never took place, but the story never happened either.", "disputed"),
        ("Contrary to the report, the well is dry.", "disputed"),
        ("The full letter can be read here.", "shown"),
        ("His claim is based on samples of the water.", "described"),
        ("The rumour comes from a ferry crew.", "described"),
        ("Maybe the report is wrong.", "unverified"),
        ("If the reports are true then the town must move.", "unverified"),
        ("Neither blog has an official source for the rumour.", "none offered"),
        ("This is by no means a confirmation.", "unverified"),
        ("It was an unconfirmed rumour.", "unverified"),
        ("Independent confirmation of the claim is all but impossible.", "unverified"),
        ("Details of the poisoning remain sketchy.", "none offered"),
        ("Information on who did it was not immediately available.", "none offered"),
        ("Neither the guild nor the watch was able to provide further details.", "none offered"),
        ("He did not say where the poison came from.", "none offered"),
        ("Dr Ivo Stell, its witness, does not exist.", "disputed"),
        ("The witness is not real.", "disputed"),
        ("The tale quotes made-up officials.", "disputed"),
        ("Doubts have been raised by divers about the tale.", "disputed"),
        ("The letter's authenticity was questioned.", "disputed"),
        ("In truth, the well is clean and full.", "disputed"),
        ("The story is dubious at best.", "disputed"),
        ("The story may not be true.", "disputed"),
        ("Rumours of poison appear to be exaggerated.", "disputed"),
        ("Here is another photo of the well.", "shown"),
    ],
)
def test_a_sentence_behind(sentence: str, status: str) -> None:
    one = paper(f"Ruk Amsel said the well was poisoned. {sentence}", TOLD)
    assert found(one) == [("evidence", status, "a")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The well lies without the walls.",
        "It is not possible to walk there.",
        "There is no proof against rain in these huts.",
        '"There is no evidence," read a placard.',
        "I have no evidence, you know.",
        "The audit offered no proof.",
        "Evidence was heard on Monday.",
        "The council is made up of nine guilds.",
        "If the story is a hoax, nobody laughed.",
        "Is the story a hoax?",
        "They filmed a fake well for the play.",
        "The gap is within the margin of error.",
        "A real well does not exist for its own sake.",
        "The details are painted in blue.",
        "The guild does not say much.",
        "The reality is here to stay with us, he thinks.",
    ],
)
def test_words_alike_are_no_note(sentence: str) -> None:
    assert not found(paper(f"Ruk Amsel said the well was poisoned. {sentence}", TOLD))


def test_a_speakers_own_words_are_no_note() -> None:
    content = "there is no evidence that the well was poisoned"
    assert not found(paper(f"Ruk Amsel said {content}.", said("a", "Ruk Amsel", "said", content)))


def test_an_accusation_is_found_by_its_act() -> None:
    text = (
        "Ruk Amsel accused the guild of theft. The guild said trade was slow. The accusation could"
        " not be verified."
    )
    one = paper(
        text,
        said("a", "Ruk Amsel", "accused", "the guild of theft", Act.ACCUSE),
        said("b", "The guild", "said", "trade was slow", type=BODY),
    )
    assert found(one) == [("evidence", "unverified", "a")]


def test_what_the_publisher_has_seen() -> None:
    text = "The guild wrote that it was broke, in a letter seen by Northline News."
    told = said("a", "The guild", "wrote", "that it was broke", type=BODY)
    assert found(paper(text, told, publisher="Northline News")) == [("evidence", "shown", "a")]
    assert not found(paper(text, told, publisher="Coast Mail"))
    text = "The guild wrote that it was broke, in an email to elders obtained by Northline News."
    assert found(paper(text, told, publisher="Northline News")) == [("evidence", "shown", "a")]


def test_the_publisher_says_that_it_has_seen_it() -> None:
    text = "The guild wrote that it was broke. Northline News has seen minutes of its meeting."
    told = said("a", "The guild", "wrote", "that it was broke", type=BODY)
    seen = said("b", "minutes", "of", "its meeting", type=BODY)
    assert ("evidence", "shown", "b") in found(paper(text, told, seen, publisher="Northline News"))


def test_who_says_no_more_than_that_he_says_nothing() -> None:
    text = "Ruk Amsel said the well was poisoned. The guild said it had no comment on that."
    silent = said("b", "The guild", "said", "it had no comment on that", type=BODY)
    assert [n[:2] for n in found(paper(text, TOLD, silent))] == [("response", "none offered")]
    more = "it had no comment on that but that the well was clean, deep and tested every week"
    text = f"Ruk Amsel said the well was poisoned. The guild said {more}."
    assert not found(paper(text, TOLD, said("b", "The guild", "said", more, type=BODY)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild did not immediately respond to a request for comment.",
        "The guild could not be reached for comment.",
        "The guild has yet to reply to the letter's questions.",
        "A spokesman for the guild declined to comment.",
        "Calls to the guild were not returned.",
        "There was no immediate comment from the guild.",
        "The guild has not commented.",
        "The guild has yet to respond.",
        "Northline has contacted the guild for comment.",
        "The guild was unavailable for comment.",
        "Attempts to reach the guild were unsuccessful.",
        "The guild does not comment on wells.",
        "The guild has remained silent on the matter.",
        "The guild has refused to confirm the reports.",
        "The guild would neither confirm nor deny the claim.",
        "The guild has not released any official statement on the well.",
        "Guild elders are not commenting on the reports.",
        "The guild did not respond to Coast Mail's questions about the well.",
        "Northline wrote to the guild and has not yet received a reply.",
        "The guild never called back.",
        "The guild has so far not commented.",
        "There was no answer to calls at the guild's office.",
        "It was not possible to reach the guild for comment.",
        "The guild declined a Northline request to interview its elders.",
        "The guild referred questions about the well to the harbour office.",
        "An elder of the guild was asked about it, but he declined.",
        "The guild declined, through its lawyer, to comment.",
        "The guild declined to address the claim.",
        "The guild did not offer further comment.",
    ],
)
def test_no_answer(sentence: str) -> None:
    one = paper(f"Ruk Amsel said the well was poisoned. {sentence}", TOLD)
    assert [n[:2] for n in found(one)] == [("response", "none offered")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild responded to the flood with pumps.",
        "Efforts to drain the well failed.",
        "The guild commented on the report.",
        "The guild refused to sell the well.",
        "Divers are not talking underwater.",
        "The divers did not get back on the ferry.",
        "The guild does not have an answer to the drought.",
        "The guild referred the miners to a doctor.",
        "The elders asked for water, but the mine declined to sell it.",
    ],
)
def test_no_silence(sentence: str) -> None:
    assert not found(paper(f"Ruk Amsel said the well was poisoned. {sentence}", TOLD))


def test_who_says_that_he_cannot_confirm_it_writes_no_note() -> None:
    text = "Ruk Amsel said the well was poisoned. The guild did not confirm that the well was bad."
    one = paper(
        text,
        TOLD,
        said("b", "The guild", "did not confirm", "that the well was bad", Act.CONFIRM, type=BODY),
    )
    assert not found(one)


def test_a_method_is_told_once_of_all_that_a_poll_shows() -> None:
    text = (
        "A poll by the ferry board shows the pier losing ground. Some 40 percent of sailors want it"
        " closed. Ruk Amsel said the well was poisoned.\n\nThe poll was conducted in May among 900"
        " sailors. It has a margin of error of 3 points."
    )
    one = paper(
        text,
        said("p", "A poll by the ferry board", "shows", "the pier losing ground", Act.SHOW),
        said("q", "Some 40 percent of sailors", "want", "it closed", Act.WANT),
        TOLD,
    )
    assert found(one) == [("evidence", "described", "p q")]


def test_a_silent_party_would_have_answered_what_names_it() -> None:
    text = (
        "Ruk Amsel said Orm Mills dyed the river. The river is blue. Orm Mills declined to comment."
    )
    one = paper(text, said("a", "Ruk Amsel", "said", "Orm Mills dyed the river"))
    assert found(one) == [("response", "none offered", "a")]


def test_a_pronoun_names_no_party() -> None:
    text = "Ruk Amsel said Helga stole the cup. He declined to comment."
    one = paper(text, said("a", "Ruk Amsel", "said", "Helga stole the cup"))
    assert found(one) == [("response", "none offered", "")]


def test_a_correction() -> None:
    text = (
        "Ruk Amsel said the well was poisoned.\n\nCorrection: An earlier version of this story"
        " misstated the age of the well."
    )
    assert [n[:2] for n in found(paper(text, TOLD))] == [("correction", "disputed")]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The names of both have been changed. ", "said"),
        ("This interview has been edited for length. ", "said"),
        ("A partial transcript follows. ", "said"),
    ],
)
def test_a_rendering(text: str, cue: str) -> None:
    one = paper(text + "Ruk Amsel said the well was poisoned.", TOLD)
    assert [n[:2] for n in found(one)] == [("rendering", None)]


def test_a_translation_is_a_rendering_and_into_action_is_none() -> None:
    one = paper("Ruk Amsel said the well was poisoned, speaking through a translator.", TOLD)
    assert found(one) == [("rendering", None, "a")]
    assert not found(
        paper("Ruk Amsel said the well was poisoned. Anger translated into votes.", TOLD)
    )
