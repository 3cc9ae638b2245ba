"""Reporting that looks like something else must stay body: what is lost here is lost to the user.

All people, places and papers are invented.
"""

from __future__ import annotations

import pytest

from reportedly.read.plain import blocks_of, read_plain
from reportedly.schema import BlockKind

LEAD = (
    "The harbour council of Port Ellery voted late on Tuesday to close the northern quay to "
    "freight, a decision that fishermen had sought for eleven years."
)
MORE = (
    "Freight companies called the vote rushed. Odo Brand, who runs three barges, said that nobody "
    "had asked him where his cargo was to go."
)
LAST = (
    "The quay was built in 1911 and has been repaired four times since, most recently after the "
    "flood that cut the town off for nine days."
)


@pytest.mark.parametrize(
    "line",
    [
        # Not captions
        "Brand, left without a berth, said the photo of the empty quay told the whole story.",
        "The picture shows a council that does not listen, Brand said.",
        "Quill told reporters on March 2, 2021 that the quay would close.",
        "A photo of the quay has been shared on Facebook and other sites, police said.",
        "Still, the council has an appetite for taking on the freight companies.",
        "Quill said: “Look at the file photo. That is not my town.”",
        "The council, right or wrong, has spoken, according to Brand.",
        "Quill attends every meeting, her deputy said, and speaks at most of them.",
        "“It is over”",
        "Quill kept a photo by Lena Orr in her office until the vote.",
        "Brand still has the picture. Photos by Lena Orr hang in every room of his house.",
        "The council voted to close the quay on Aug. 17, 2018 (a Friday).",
        "The council meets twice a month. (It did not meet in May 2021.)",
        "The two wards (East Ellery/South Ellery) vote on the plan in 2021.",
        "The wards vote on Aug. 17, 2021 (East Ellery/South Ellery).",
        "“I have my own,” Brand said, “and it is better.” Photo: L. Orr.",
        # Not links
        "More than 100 people marched to the quay on Sunday, police said.",
        "Read more of the ruling and you find the reason, Brand said.",
        "Watch what happens in spring, Quill warned.",
        "Related companies were not asked, the ruling found.",
        "See how they like it, said Brand.",
        # Not credits
        "Reporting by the Coast Gazette showed that the council knew, Brand said.",
        "The flood contributed to this decision, Quill said.",
        "This story has been told before, Brand complained, and nobody listened.",
        "Sources close to the council said on Monday that the vote was unanimous.",
        "By Monday morning the last barge had left the quay.",
        "By contrast, Quill said, the southern basin is empty.",
        "Originally posted to the council's page in May, the plan was withdrawn, Quill said.",
        "Reporting by the Coast Gazette was used in this trial, Brand said.",
        "Material from the old quay was used in this wall.",
        "Material from the council that Brand had asked for was used in this report, Quill said.",
        # Not artefacts
        "Share prices of the barge company fell by a third on Monday.",
        "Loading cranes will be moved to the southern basin, Quill said.",
        "Follow the money, said Brand.",
        "Please do not write to me again, Quill told the company.",
        "Advertisements for berths were taken down on Monday.",
        "Like every harbour on the coast, Port Ellery is short of money.",
        "Comments from the council were not to be had on Sunday.",
        "Subscribers to the harbour fund were not asked, Brand said.",
        # Not comments
        "Quill says:",
        "Asked for comment, the company sent a photograph of an empty chair.",
        "• Marta Quill, who leads the council, said the quay was unsafe.",
        # Not a dateline
        "Brand - who runs three barges - said that he had not been asked.",
        # Not titles or headings
        "Quill said:",
        "No, said Brand.",
    ],
)
def test_reporting_stays_body(line: str) -> None:
    text = "\n\n".join([LEAD, MORE, line, LAST])
    found = {b.span.read(text): b.kind for b in blocks_of(text)}
    assert found == dict.fromkeys([LEAD, MORE, line, LAST], BlockKind.BODY)


@pytest.mark.parametrize(
    "first",
    [
        "A fisherman from Port Ellery has found the anchor that his grandfather lost.",
        "“Nobody asked us,” the barge owners say.",
        "The northern quay is closed.",
    ],
)
def test_a_short_first_sentence_is_no_title(first: str) -> None:
    text = "\n\n".join([first, LEAD, MORE])
    assert read_plain(text).title is None
    assert blocks_of(text)[0].kind is BlockKind.BODY


def test_one_line_without_a_stop_is_reporting() -> None:
    text = "Council leader Marta Quill said on Monday that the quay would close"
    assert [b.kind for b in blocks_of(text)] == [BlockKind.BODY]


def test_speakers_in_a_transcript_are_no_datelines() -> None:
    text = (
        "QUILL: Let us start with the quay, which the council closed on Tuesday night after a "
        "debate of nine hours.\n\nBRAND: You never asked me where my cargo was to go.\n\n"
        "QUILL: We asked everybody."
    )
    assert {b.kind for b in blocks_of(text)} == {BlockKind.BODY}


def test_a_quoted_speaker_who_says_is_no_reader() -> None:
    text = "\n".join(
        [LEAD, MORE, "Quill says:", "“We asked everybody.”", "Brand says:", "“Not me.”", LAST]
    )
    assert {b.kind for b in blocks_of(text)} == {BlockKind.BODY}


def test_what_follows_a_counter_of_comments_at_the_head_is_the_article() -> None:
    text = "\n\n".join(["Comments (12)", LEAD, MORE, LAST])
    kinds = [b.kind for b in blocks_of(text)]
    assert kinds == [BlockKind.ARTEFACT, *[BlockKind.BODY] * 3]


def test_a_box_of_comments_amid_the_article_does_not_swallow_it() -> None:
    box = "RECENT COMMENTS\n\nSalty Dog 16 minutes ago\n\nAbout time.\n\nSEE ALL COMMENTS"
    text = "\n\n".join([LEAD, MORE, box, LAST, MORE])
    found = [(b.kind, b.author) for b in blocks_of(text)]
    assert (BlockKind.COMMENT, "Salty Dog") in found
    assert [kind for kind, _ in found[-2:]] == [BlockKind.BODY] * 2


def test_the_name_of_a_picture_opens_no_comment() -> None:
    text = "\n\n".join([LEAD, MORE, "Screen Shot 2021-03-23 at 4.11.02 PM", MORE, LAST])
    assert BlockKind.COMMENT not in {b.kind for b in blocks_of(text)}


def test_an_unknown_stamp_above_reporting_swallows_nothing() -> None:
    text = "\n\n".join([LEAD, MORE, "Coast Gazette • 3 hours ago", MORE, LAST, MORE])
    assert sum(b.kind is BlockKind.BODY for b in blocks_of(text)) >= 5


def test_bulleted_points_of_an_article_are_no_comments() -> None:
    text = (
        f"{LEAD}\n\n{MORE}\n\n  • The quay\n\n    It closes in spring, Quill said.\n\n"
        "  • The barges\n\n    They move south, according to the council.\n"
    )
    assert BlockKind.COMMENT not in {b.kind for b in blocks_of(text)}


def test_one_missing_stop_makes_no_caption() -> None:
    slip = "The barges will be towed to the southern basin before the spring tide sets in"
    text = "\n\n".join([LEAD, MORE, slip, LAST, MORE])
    assert {b.kind for b in blocks_of(text)} == {BlockKind.BODY}
