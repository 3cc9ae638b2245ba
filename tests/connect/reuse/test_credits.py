from __future__ import annotations

import pytest
from printed import HARBOUR, printed

from reportedly.connect.reuse.credits import credits_of, keys, publisher_keys
from reportedly.schema import BlockKind, Document

AGENCY = "Meridian News Agency"


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (("OSTREL (Meridian) - " + HARBOUR[0],), ["Meridian"]),
        (((BlockKind.DATELINE, "OSTREL, March 3 (Meridian) —"), *HARBOUR), ["Meridian"]),
        ((*HARBOUR, "Meridian contributed to this report."), ["Meridian"]),
        ((*HARBOUR, (BlockKind.CREDIT, "Meridian contributed to this report.")), ["Meridian"]),
        ((*HARBOUR, (BlockKind.CREDIT, "Meridian/AFP")), ["Meridian", "AFP"]),
        (
            (*HARBOUR, "Meridian and the Ostrel Post contributed to this story."),
            ["Meridian", "Ostrel Post"],
        ),
        ((*HARBOUR, "Meridian writer Jan Rell contributed to this report."), ["Meridian"]),
        ((*HARBOUR, "This article originally appeared on Velmar Today."), ["Velmar Today"]),
        (("First published in Velmar Today", *HARBOUR, *HARBOUR), ["Velmar Today"]),
        ((*HARBOUR, "This story was first published by the Ostrel Post."), ["Ostrel Post"]),
        ((*HARBOUR, "Reprinted with permission from The Ostrel Post"), ["Ostrel Post"]),
        ((*HARBOUR, "Source: ostrelpost.com"), ["ostrelpost.com"]),
        ((*HARBOUR, "Via Velmar Today"), ["Velmar Today"]),
        ((HARBOUR[0] + " (via Velmar Today)",), ["Velmar Today"]),
        ((HARBOUR[0] + " (Meridian)",), ["Meridian"]),
        ((*HARBOUR, "— Meridian"), ["Meridian"]),
        ((*HARBOUR, "(With Meridian)"), ["Meridian"]),
    ],
)
def test_words_of_credit_name_a_medium(paragraphs: tuple[str, ...], names: list[str]) -> None:
    document = printed(*paragraphs)
    found = credits_of(document)
    assert [credit.name for credit in found] == names
    assert all(c.span and c.span.read(document.text) == c.name for c in found)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The mayor told Meridian that the crane was sound.",
        "The minister (Meridian Party) denied it and left the hall before the vote was taken.",
        "He came via Velmar Station and went on by ferry.",
        "She sought the source Meridian had named.",
        "The crane fell on the Saint-Ostrel",
    ],
)
def test_what_a_report_says_of_a_medium_is_no_credit(paragraph: str) -> None:
    assert credits_of(printed(HARBOUR[0], paragraph, HARBOUR[1])) == ()
    assert credits_of(printed(*HARBOUR, paragraph)) == ()


def test_authors_are_credits_without_a_place() -> None:
    (credit,) = credits_of(printed(*HARBOUR, authors=("Meridian",)))
    assert (credit.name, credit.span) == ("Meridian", None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AFP", "Agence France-Presse"),
        ("The Associated Press", "AP"),
        ("PTI", "Press Trust of India"),
        ("Fars", "Fars News Agency"),
        ("FNA", "Fars News Agency"),
        ("The Guardian", "guardian"),
        ("CNN's Jane Doe", "CNN"),
        ("News.com.au", "news.com.au"),
    ],
)
def test_names_of_one_medium_have_a_key_in_common(one: str, other: str) -> None:
    assert keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostrel Post", "Velmar Post"),
        ("Press Association", "Associated Press"),
        ("Mehr News Agency", "Fars News Agency"),
        ("The News", "The Press"),
    ],
)
def test_names_of_two_media_have_none(one: str, other: str) -> None:
    assert not keys(one) & keys(other)


@pytest.mark.parametrize(
    ("publisher", "url", "name"),
    [
        ("The Ostrel Post", None, "Ostrel Post"),
        (None, "https://www.theostrelpost.co.uk/a/1", "Ostrel Post"),
        (None, "https://news.meridian.com/1", AGENCY),
    ],
)
def test_a_publisher_is_known_by_name_or_address(
    publisher: str | None, url: str | None, name: str
) -> None:
    document: Document = printed(*HARBOUR, publisher=publisher, url=url)
    assert publisher_keys(document) & keys(name)


def test_no_publisher_is_known_by_nothing() -> None:
    assert publisher_keys(printed(*HARBOUR)) == frozenset()
