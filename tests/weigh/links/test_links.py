"""Links, one kind of tie at a time."""

from __future__ import annotations

import pytest
from paper import Paper, paper, said

from reportedly.schema import Act, EntityType
from reportedly.weigh.links import links

BODY = EntityType.ORGANISATION
A = said("a", "Ruk Amsel", "accused", "the guild of theft", Act.ACCUSE)
LEAD = "Ruk Amsel accused the guild of theft. "


def found(one: Paper) -> list[tuple[str, str, str]]:
    return [
        (n.noun.kind, one.keys[n.noun.from_], one.keys[n.noun.to]) for n in links(one.extraction)
    ]


@pytest.mark.parametrize(
    ("cue", "content", "act", "kind"),
    [
        ("denied", "the accusation", Act.DENY, "denies"),
        ("rejected", "those claims", Act.DENY, "denies"),
        ("contradicted", "Amsel's statement", Act.DENY, "denies"),
        ("echoed", "the charges", Act.ECHO, "echoes"),
        ("agreed with", "Amsel on that", Act.ECHO, "echoes"),
        ("repeated", "the allegation", Act.ECHO, "echoes"),
    ],
)
def test_a_cue_that_names_the_other(cue: str, content: str, act: Act, kind: str) -> None:
    one = paper(f"{LEAD}Tove Lind {cue} {content}.", A, said("b", "Tove Lind", cue, content, act))
    assert found(one) == [(kind, "b", "a")]


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("denied", "that the river was high", Act.DENY),
        ("rejected", "the new constitution", Act.DENY),
        ("agreed", "to sell the mill", Act.DECIDE),
        ("said", "the walls echoed", Act.SAY),
        ("confirmed", "his place in the team", Act.CONFIRM),
        ("repeated", "her offer", Act.ECHO),
    ],
)
def test_nothing_by_subject_alone(cue: str, content: str, act: Act) -> None:
    one = paper(f"{LEAD}Tove Lind {cue} {content}.", A, said("b", "Tove Lind", cue, content, act))
    assert not found(one)


def test_nobody_answers_what_he_said_himself() -> None:
    one = paper(
        f"{LEAD}Ruk Amsel denied the accusation.",
        A,
        said("b", "Ruk Amsel", "denied", "the accusation", Act.DENY),
    )
    assert not found(one)


def test_a_negated_act_ties_nothing() -> None:
    one = paper(f"{LEAD}Tove Lind denied the accusation.", A)
    assert not found(one)


def test_words_echoed_by_another_who_says_more() -> None:
    one = paper(
        f"{LEAD}These claims have been echoed by Tove Lind, who said that cups were missing.",
        A,
        said("b", "Tove Lind", "said", "that cups were missing"),
    )
    assert found(one) == [("echoes", "b", "a")]


def test_an_office_names_its_holder_and_a_name_points_ahead() -> None:
    text = (
        "Ruk Amsel, deputy keeper of the seal, said the vaults were empty.\n\nThe statement of the"
        ' deputy keeper echoes the remarks made by Una Strand on Friday. "There is no gold," Strand'
        " said."
    )
    one = paper(
        text,
        said(
            "a",
            "Ruk Amsel",
            "said",
            "the vaults were empty",
            roles=("deputy keeper of the seal",),
        ),
        said("b", "Strand", "said", '"There is no gold,"', who="Una Strand"),
    )
    assert found(one) == [("echoes", "a", "b")]


def test_a_confirmation_of_what_is_told_after_it() -> None:
    text = (
        "The clerk confirmed earlier reports of carts used to move grain to the islands.\n\nSailors"
        " accused the guild of sending carts of grain to the islands."
    )
    one = paper(
        text,
        said(
            "a",
            "The clerk",
            "confirmed",
            "reports of carts used to move grain to the islands",
            Act.CONFIRM,
        ),
        said(
            "b",
            "Sailors",
            "accused",
            "the guild of sending carts of grain to the islands",
            Act.ACCUSE,
            type=EntityType.GROUP,
        ),
    )
    assert found(one) == [("confirms", "a", "b")]


def test_a_reply_to_what_was_said_before() -> None:
    text = '"You are late," said Bo Tarn. "I am never late," Ina Foss replied.'
    one = paper(
        text,
        said("a", "Bo Tarn", "said", '"You are late,"'),
        said("b", "Ina Foss", "replied", '"I am never late,"'),
    )
    assert found(one) == [("answers", "b", "a")]


def test_who_asks_answers_nothing() -> None:
    text = "Bo Tarn said the boat was late. Ina Foss asked whether it had sunk."
    one = paper(
        text,
        said("a", "Bo Tarn", "said", "the boat was late"),
        said("b", "Ina Foss", "asked", "whether it had sunk", Act.ASK),
    )
    assert not found(one)


def test_a_spokesman_puts_it_right() -> None:
    text = (
        "Minister Tarn said the boats were paid for in full. A spokesman later clarified that the"
        " boats were paid for in part."
    )
    one = paper(
        text,
        said("a", "Minister Tarn", "said", "the boats were paid for in full"),
        said("b", "A spokesman", "clarified", "that the boats were paid for in part"),
    )
    assert found(one) == [("corrects", "b", "a")]


def test_these_claims_are_all_that_were_made_together() -> None:
    text = (
        "Sailors accused the guild of hiding grain, charging it with burning ledgers.\n\nLast week"
        " Ruk Amsel accused the guild of hiding wool. These claims have been echoed by Tove Lind,"
        " who said that cups were missing."
    )
    one = paper(
        text,
        said("a", "Sailors", "accused", "the guild of hiding grain", Act.ACCUSE),
        said("b", "", "charging", "it with burning ledgers", Act.CRITICISE, leans="a"),
        said("c", "Ruk Amsel", "accused", "the guild of hiding wool", Act.ACCUSE),
        said("d", "Tove Lind", "said", "that cups were missing"),
    )
    assert found(one) == [("echoes", "d", "c"), ("echoes", "d", "a")]


def test_a_denial_of_what_its_own_words_tell() -> None:
    text = "Tove Lind denied claims by the guild that the mill had closed."
    one = paper(
        text,
        said(
            "b",
            "Tove Lind",
            "denied",
            "claims by the guild that the mill had closed",
            Act.DENY,
        ),
        said("a", "the guild", "claims", "that the mill had closed", type=BODY, inside="b"),
    )
    assert found(one) == [("denies", "b", "a")]


@pytest.mark.parametrize(
    ("question", "linked"),
    [
        ("A clerk asked Tove Lind whether the mill would close.", True),
        ("A clerk asked whether the mill would close.", False),
    ],
)
def test_who_was_asked_answers_right_behind(question: str, linked: bool) -> None:
    one = paper(
        f"{question} Tove Lind said it was safe.",
        said("a", "A clerk", "asked", "whether the mill would close", Act.ASK),
        said("b", "Tove Lind", "said", "it was safe"),
    )
    assert found(one) == ([("answers", "b", "a")] if linked else [])


def test_who_endorses_a_plan_echoes_nobody() -> None:
    text = (
        "Ruk Amsel said the mill tax would help villages. Tove Lind backed a mill tax for villages."
    )
    one = paper(
        text,
        said("a", "Ruk Amsel", "said", "the mill tax would help villages"),
        said("b", "Tove Lind", "backed", "a mill tax for villages", Act.ECHO),
    )
    assert not found(one)


def test_a_statement_of_somebody_unheard_is_not_the_nearest() -> None:
    text = f"{LEAD}Tove Lind rejected the judges' statement."
    one = paper(text, A, said("b", "Tove Lind", "rejected", "the judges' statement", Act.DENY))
    assert not found(one)
