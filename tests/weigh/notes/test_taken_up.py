"""What a note is about where a noun takes it up, and who else says the same."""

from __future__ import annotations

import pytest
from paper import Paper, paper, said

from reportedly.schema import EntityType
from reportedly.weigh.notes import notes

REPORT = said(
    "r",
    "A report",
    "claims",
    "the harbour will charge sailors for fog from spring",
    type=EntityType.DOCUMENT,
)
TOLD = (
    "A report claims the harbour will charge sailors for fog from spring.\n\nBrief\n\nThe ferry"
    " runs twice a day.\n\nThe quay was mended in May.\n\n"
)


def found(one: Paper) -> list[tuple[str, str | None, str]]:
    return [
        (n.noun.kind, n.noun.status, " ".join(one.keys[i] for i in n.noun.about))
        for n in notes(one.extraction)
    ]


@pytest.mark.parametrize(
    "ruling",
    [
        "The claims in the report are false.",
        "The story is - of course - a work of fiction.",
        "The report, however far it went, is a hoax.",
    ],
)
def test_a_noun_takes_up_what_was_told_far_above(ruling: str) -> None:
    assert found(paper(TOLD + ruling, REPORT)) == [("evidence", "disputed", "r")]


def test_a_bare_that_reaches_no_further_than_the_paragraphs_before() -> None:
    assert not found(paper(TOLD + "That is not true.", REPORT))


def test_who_reads_a_story_is_no_story() -> None:
    text = (
        "A report claims the pier is gone. Readers of the story believed it at once. The story is"
        " false."
    )
    one = paper(
        text,
        said("r", "A report", "claims", "the pier is gone", type=EntityType.DOCUMENT),
        said("b", "Readers of the story", "believed", "it at once", type=EntityType.GROUP),
    )
    assert found(one) == [("evidence", "disputed", "r")]


def test_a_ruling_holds_of_all_who_say_the_same() -> None:
    text = (
        "A rumour says the harbour will charge sailors for fog. A blog told its readers that"
        " sailors will pay the harbour a charge for fog. The mayor said it rained. The rumour"
        " is false."
    )
    one = paper(
        text,
        said(
            "a",
            "A rumour",
            "says",
            "the harbour will charge sailors for fog",
            type=EntityType.DOCUMENT,
        ),
        said(
            "b",
            "A blog",
            "told",
            "that sailors will pay the harbour a charge for fog",
            type=EntityType.ORGANISATION,
        ),
        said("c", "The mayor", "said", "it rained"),
    )
    assert found(one) == [("evidence", "disputed", "a b")]


def test_what_is_granted_behind_indirect_speech_is_the_publishers() -> None:
    content = "the dam had burst, although the guild has yet to confirm the report"
    one = paper(f"Ruk Amsel said {content}.", said("a", "Ruk Amsel", "said", content))
    assert found(one) == [("evidence", "unverified", "a")]


def test_what_is_granted_within_quotation_marks_is_the_speakers() -> None:
    content = '"The dam had burst, although the guild has yet to confirm the report,"'
    one = paper(f"{content} Ruk Amsel said.", said("a", "Ruk Amsel", "said", content))
    assert not found(one)
