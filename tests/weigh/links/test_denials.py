"""Links where a speaker's own words, or what two say, tie the one to the other."""

from __future__ import annotations

import pytest
from paper import Paper, paper, said

from reportedly.schema import Act, EntityType
from reportedly.weigh.links import links

BODY = EntityType.ORGANISATION
A = said("a", "Ruk Amsel", "said", "the guild hides grain in the old mill")
LEAD = "Ruk Amsel said the guild hides grain in the old mill. "


def found(one: Paper) -> list[tuple[str, str, str]]:
    return [
        (n.noun.kind, one.keys[n.noun.from_], one.keys[n.noun.to]) for n in links(one.extraction)
    ]


def after(content: str, act: Act = Act.SAY, cue: str = "said") -> Paper:
    text = f"{LEAD}Tove Lind {cue} {content}."
    return paper(text, A, said("b", "Tove Lind", cue, content, act))


@pytest.mark.parametrize(
    "content",
    [
        "that was false",
        "it is a hoax",
        "the story was made up",
        "there is no truth to it",
        "it never happened",
        "those statements were wrong",
        "rumours of hidden grain were rubbish",
    ],
)
def test_who_says_that_it_is_not_so_denies_it(content: str) -> None:
    assert found(after(content)) == [("denies", "b", "a")]


@pytest.mark.parametrize(
    "content",
    [
        "that is not false",
        "she hoped it was wrong",
        "if that is wrong she will pay",
        "the wall was painted",
        "they filmed a fake well",
    ],
)
def test_words_alike_deny_nothing(content: str) -> None:
    assert not found(after(content))


def test_who_knows_that_it_is_false_denies_nobody() -> None:
    assert not found(after("that the story was false", Act.THINK, "knew"))


def test_who_leans_on_a_denial_denies_once() -> None:
    text = f'{LEAD}Tove Lind denied the claim, saying "it is a lie".'
    one = paper(
        text,
        A,
        said("b", "Tove Lind", "denied", "the claim", Act.DENY),
        said("c", "", "saying", '"it is a lie"', leans="b"),
    )
    assert found(one) == [("denies", "b", "a")]


def test_a_charge_denied_by_whom_it_names() -> None:
    text = (
        "Ruk Amsel said Tove Lind set the mill on fire. The mayor said it rained. Tove Lind"
        " said she had nothing to do with the fire."
    )
    one = paper(
        text,
        said("a", "Ruk Amsel", "said", "Tove Lind set the mill on fire"),
        said("m", "The mayor", "said", "it rained"),
        said("b", "Tove Lind", "said", "she had nothing to do with the fire"),
    )
    assert found(one) == [("denies", "b", "a")]


def test_those_polled_deny_no_charge() -> None:
    text = (
        "Ruk Amsel said 20 percent set the mill on fire."
        " Some 20 percent said she did nothing wrong."
    )
    one = paper(
        text,
        said("a", "Ruk Amsel", "said", "20 percent set the mill on fire"),
        said("b", "Some 20 percent", "said", "she did nothing wrong", type=EntityType.GROUP),
    )
    assert not found(one)


def test_who_rejects_it_too_denies_no_denial() -> None:
    text = f"{LEAD}The guild denied it. Tove Lind denied that, too."
    one = paper(
        text,
        A,
        said("g", "The guild", "denied", "it", Act.DENY, type=BODY),
        said("b", "Tove Lind", "denied", "that", Act.DENY),
    )
    assert ("denies", "b", "g") not in found(one)


def test_somebody_wrong_to_say_so() -> None:
    text = 'Tove Lind said Amsel is "absolutely wrong" for saying grain is hidden.'
    one = paper(
        text,
        said("b", "Tove Lind", "said", 'Amsel is "absolutely wrong" for saying grain is hidden'),
        said("a", "Amsel", "saying", "grain is hidden", inside="b"),
    )
    assert found(one) == [("denies", "b", "a")]


def test_the_main_claim_is_the_hoax() -> None:
    text = (
        "A rumour claims that the pier burnt.\n\nThe mayor said it rained.\n\nThe quay is long.\n\n"
        "A keeper said it is a hoax."
    )
    one = paper(
        text,
        said("r", "A rumour", "claims", "that the pier burnt", type=EntityType.DOCUMENT),
        said("m", "The mayor", "said", "it rained"),
        said("b", "A keeper", "said", "it is a hoax"),
    )
    assert found(one) == [("denies", "b", "r")]


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("denied", "that grain was ever hidden in a mill", Act.DENY),
        ("denied", "any such thing", Act.DENY),
        ("denied", "it on Monday", Act.DENY),
        ("denied", "any of the claims", Act.DENY),
        ("called", 'the report a "complete fabrication"', Act.SAY),
        ("played down", "the claims", Act.SAY),
        ("cast doubt on", "the report", Act.SAY),
        ("shut down", "that report", Act.DENY),
    ],
)
def test_denied_in_other_words(cue: str, content: str, act: Act) -> None:
    assert found(after(content, act, cue)) == [("denies", "b", "a")]


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("rejected", "the request", Act.DENY),
        ("shut down", "such questions", Act.DENY),
        ("rejected", "a tax on boats", Act.DENY),
        ("has yet to confirm", "that the guild hides grain in a mill", Act.CONFIRM),
        ("is working to confirm", "reports of grain in the mill", Act.CONFIRM),
        ("agreed", "to sell the boat", Act.ECHO),
    ],
)
def test_what_says_of_nothing_that_it_is_so_or_not(cue: str, content: str, act: Act) -> None:
    assert not found(after(content, act, cue))


def test_a_body_that_denies_through_its_spokesman() -> None:
    text = (
        f"{LEAD}The guild sought to pour cold water on the claim."
        ' "We own no mill," said its official.'
    )
    one = paper(
        text,
        A,
        said("b", "its official", "said", '"We own no mill,"'),
    )
    assert found(one) == [("denies", "b", "a")]


def test_who_sought_to_dismiss_it_denies_it() -> None:
    text = f"{LEAD}The guild sought to dismiss the claim."
    one = paper(
        text, A, said("b", "The guild", "sought", "to dismiss the claim", Act.WANT, type=BODY)
    )
    assert found(one) == [("denies", "b", "a")]


@pytest.mark.parametrize(
    ("content", "linked"),
    [
        ("the guild hides no grain in the mill", True),
        ("the guild hides grain in the mill", False),
        ("the sea has no bottom", False),
    ],
)
def test_the_contrary_in_the_same_words(content: str, linked: bool) -> None:
    text = f"{LEAD}Tove Lind, however, insisted {content}."
    one = paper(text, A, said("b", "Tove Lind", "insisted", content))
    assert found(one) == ([("denies", "b", "a")] if linked else [])


@pytest.mark.parametrize("also", ["also ", ""])
def test_the_same_with_an_also(also: str) -> None:
    content = "old grain is hidden by the guild in a mill"
    text = f"{LEAD}Tove Lind {also}told Northline that {content}."
    one = paper(text, A, said("b", "Tove Lind", "told", f"that {content}"))
    assert found(one) == ([("echoes", "b", "a")] if also else [])


@pytest.mark.parametrize(
    ("who", "content", "linked"),
    [
        ("Tove Lind", "that grain was hidden there", True),
        ("Tove Lind", "that it was late", False),
        ("Most voters", "that grain was hidden there", False),
    ],
)
def test_who_agrees_takes_up_a_word_of_it(who: str, content: str, linked: bool) -> None:
    text = f"{LEAD}{who} agreed {content}."
    one = paper(text, A, said("b", who, "agreed", content, Act.ECHO))
    assert found(one) == ([("echoes", "b", "a")] if linked else [])


def test_whose_words_are_quoted_is_echoed_by_what_quotes_them() -> None:
    text = f'{LEAD}Tove Lind wrote "hidden grain!", quoting Amsel\'s statement.'
    one = paper(
        text,
        A,
        said("b", "Tove Lind", "wrote", '"hidden grain!"'),
        said("c", "", "quoting", "Amsel's statement", leans="b"),
    )
    assert found(one) == [("echoes", "b", "a")]


def test_a_report_in_line_with_an_earlier_one() -> None:
    text = (
        "A blog wrote that the ferry would be blue. This is in line with earlier rumours, which"
        " said the ferry is to be painted blue."
    )
    one = paper(
        text,
        said("b", "A blog", "wrote", "that the ferry would be blue", type=BODY),
        said("a", "which", "said", "the ferry is to be painted blue", who="rumours"),
    )
    assert found(one) == [("echoes", "b", "a")]


def test_what_is_said_in_response_answers() -> None:
    text = f"{LEAD}In her response, Tove Lind said it had rained."
    one = paper(text, A, said("b", "Tove Lind", "said", "it had rained"))
    assert found(one) == [("answers", "b", "a")]


def test_who_was_asked_answers() -> None:
    text = "Tove Lind was asked whether the mill would close. She responded that it was safe."
    one = paper(
        text,
        said("a", "Tove Lind", "asked", "whether the mill would close", Act.ASK),
        said("b", "She", "responded", "that it was safe", who="Tove Lind"),
    )
    assert found(one) == [("answers", "b", "a")]
