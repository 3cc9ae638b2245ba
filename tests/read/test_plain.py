"""Every kind of block, in several styles of pasting. All people, places and papers are invented."""

from __future__ import annotations

import pytest

from reportedly.read.plain import blocks_of, read_plain
from reportedly.schema import BlockKind

LEAD = (
    "The harbour council of Port Ellery voted late on Tuesday to close the northern quay to "
    "freight, a decision that fishermen had sought for eleven years."
)
SECOND = (
    "“We waited until the last trawler could berth elsewhere,” council leader Marta Quill said, "
    "adding that the work would begin in spring."
)
THIRD = (
    "Freight companies called the vote rushed. Odo Brand, who runs three barges, said that nobody "
    "had asked him where his cargo was to go."
)
FOURTH = (
    "The quay was built in 1911 and has been repaired four times since, most recently after the "
    "flood that cut the town off for nine days."
)
ARTICLE = "\n\n".join([LEAD, SECOND, THIRD, FOURTH])


def kinds(text: str) -> dict[str, BlockKind]:
    """Each block's words with its kind."""
    return {block.span.read(text): block.kind for block in blocks_of(text)}


def kind_within(line: str) -> BlockKind:
    """The kind that a line gets between paragraphs of reporting."""
    text = "\n\n".join([LEAD, SECOND, line, THIRD, FOURTH])
    found = kinds(text)
    assert [found[p] for p in (LEAD, SECOND, THIRD, FOURTH)] == [BlockKind.BODY] * 4
    return found[line]


def kind_after(line: str) -> BlockKind:
    """The kind that a line gets under an article."""
    return kinds(f"{ARTICLE}\n\n{line}\n")[line]


def test_an_article_alone_is_body_a_paragraph_a_block() -> None:
    read = read_plain(ARTICLE)
    assert [b.kind for b in read.blocks] == [BlockKind.BODY] * 4
    assert (read.title, read.authors, read.published) == (None, (), None)


TITLES = [
    "Port Ellery closes northern quay to freight",
    "Fishermen Win Eleven-Year Fight Over Quay",
    "Quay closure 'a disaster', says barge owner",
    "Who pays for Port Ellery's new quay?",
    "Council Shuts Northern Quay After Eleven Years.",
    "Quay vote splits port town;",
]


@pytest.mark.parametrize("title", TITLES)
def test_title(title: str) -> None:
    text = f"{title}\n\n{ARTICLE}"
    read = read_plain(text)
    assert read.title == title
    assert kinds(text)[title] is BlockKind.TITLE
    assert kinds(text)[LEAD] is BlockKind.BODY


@pytest.mark.parametrize("title", [*TITLES[:4], "Quay closes, and the town is glad of it."])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_title_printed_twice(title: str, between: str) -> None:
    text = f"{title}{between}{title}{between}{ARTICLE}"
    found = blocks_of(text)
    assert [b.kind for b in found[:3]] == [BlockKind.TITLE, BlockKind.TITLE, BlockKind.BODY]
    assert found[1].span.read(text) == title


def test_a_section_above_the_title_is_no_title() -> None:
    text = f"World\n\nPort Ellery closes northern quay to freight\n\n{ARTICLE}"
    assert kinds(text)["World"] is BlockKind.ARTEFACT
    assert read_plain(text).title == "Port Ellery closes northern quay to freight"


@pytest.mark.parametrize(
    "subtitle",
    [
        "Council leader says work will begin in spring, barge owners threaten to sue",
        "Vote ends an eleven-year dispute between fishermen and freight companies",
        "Freight to move to the southern basin from April",
    ],
)
def test_subtitle(subtitle: str) -> None:
    text = f"{TITLES[0]}\n\n{subtitle}\n\n{ARTICLE}"
    assert kinds(text)[subtitle] is BlockKind.SUBTITLE


@pytest.mark.parametrize("heading", ["What happens next?", "A long dispute", "'No warning'"])
def test_heading_within_the_body(heading: str) -> None:
    assert kind_within(heading) is BlockKind.SUBTITLE


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ELLERY -",
        "WASHINGTON (AP) —",
        "(RT) —",
        "(Reuters) -",
        "PARIS, March 3 (Reuters) -",
        "HEMPSTEAD, N.Y., Sept. 26 (UPI) —",
        "LAS VEGAS --",
        "Washington (AFP) –",
        "BERLIN ―",
        "LOMBARDY, Italy —",
        "12 March (TASS) —",
    ],
)
def test_dateline(dateline: str) -> None:
    text = f"{dateline} {ARTICLE}"
    first, second = blocks_of(text)[:2]
    assert (first.kind, first.span.read(text)) == (BlockKind.DATELINE, dateline)
    assert (second.kind, second.span.read(text)) == (BlockKind.BODY, LEAD)
    assert read_plain(text).title is None


def test_dateline_without_a_dash_and_with_a_colon() -> None:
    for dateline, gap in (("(CNN)", ""), ("ISLAMABAD:", " "), ("TAMPA (FOX 13) -", "\n\n")):
        text = f"{dateline}{gap}{ARTICLE}"
        first, second = blocks_of(text)[:2]
        assert (first.kind, first.span.read(text)) == (BlockKind.DATELINE, dateline)
        assert second.span.read(text) == LEAD


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE AND OMAR AL-HADID", ("JANE DOE", "OMAR AL-HADID")),
        ("By Jane Doe | Coast Press", ("Jane Doe",)),
        ("Jane Doe, Staff Writer", ("Jane Doe",)),
        ("Written by Jane Doe and Pia van der Meer", ("Jane Doe", "Pia van der Meer")),
        ("Jane Doe in Port Ellery", ("Jane Doe",)),
    ],
)
def test_byline(byline: str, authors: tuple[str, ...]) -> None:
    text = f"{TITLES[0]}\n\n{byline}\n\n{ARTICLE}"
    assert kinds(text)[byline] is BlockKind.CREDIT
    assert read_plain(text).authors == authors


def test_a_name_beside_a_date_is_a_byline() -> None:
    text = f"{TITLES[0]}\nJane Doe\nMarch 3, 2021\n{ARTICLE}"
    read = read_plain(text)
    assert (read.authors, read.published) == (("Jane Doe",), "2021-03-03")


def test_a_signature_below() -> None:
    text = f"{ARTICLE}\n\n— Jane Doe"
    assert kinds(text)["— Jane Doe"] is BlockKind.CREDIT
    assert read_plain(text).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("March 3, 2021", "2021-03-03"),
        ("Wednesday 3 March 2021 14:05 GMT", "2021-03-03"),
        ("Published: 10:00 EST, 3 March 2021 | Updated: 11:20 EST, 4 March 2021", "2021-03-03"),
        ("Updated 5 March 2021 - published 3 March 2021", "2021-03-03"),
        ("2021-03-03", "2021-03-03"),
        ("19/02/2021", "2021-02-19"),
        ("03/04/2021", None),
        ("Updated 3:14 PM ET, Wed March 3, 2021", None),
    ],
)
def test_date_line(line: str, day: str | None) -> None:
    text = f"{TITLES[0]}\n\n{line}\n\n{ARTICLE}"
    assert kinds(text)[line] is BlockKind.CREDIT
    assert read_plain(text).published == day


@pytest.mark.parametrize(
    "caption",
    [
        "Council leader Marta Quill, center, attends a meeting with fishermen at the northern "
        "quay in Port Ellery, file photo.",
        "Marta Quill speaks to reporters outside the town hall in Port Ellery on March 2, 2021.",
        "In this photo released by the harbour office, barges lie at the northern quay.",
        "Odo Brand (left) and Marta Quill (right) on the northern quay, June 4, 2019.",
        "A trawler passes the northern quay. (Photo: Coast Press/Lena Orr)",
        "Barges crowd the basin that Port Ellery blames for silt, Aug. 17, 2018. (Coast/Lena Orr)",
        "The last freight barge beyond the northern quay, 4 June 2019 (Ellery Press/Lena van Orr)",
        "Owners of barges, who said they would not leave, at the northern quay. (Coast/L. M. Orr)",
        "A trawler rests in the basin, which the council calls safe, May 2021. Photo: L. Orr.",
        "A trawler rests in the basin, which the council calls its safest. Photo by L.M. Orr",
        "The northern quay, which has been repaired four times since it was built in 1911, under "
        "water in the spring of 2021. Owners of barges, who had moved them to the southern basin a "
        "week before, lost nothing to the flood. Picture: Lena Orr",
        "Marta Quill, leader of the council (photo credit: image capture from a video)",
        "Standing firm: Barge owner Odo Brand has run freight out of Port Ellery since 1998",
        "Coastpix   Empty: The northern quay after the last barge had left",
        "File photo",
        "Lena Orr / Getty Images",
        "REUTERS/Lena Orr",
        "[Image via Coast Press]",
        "Photo: Lena Orr",
    ],
)
def test_caption(caption: str) -> None:
    assert kind_within(caption) is BlockKind.CAPTION


def test_caption_printed_twice() -> None:
    caption = "Council leader Marta Quill (photo credit: Coast Press)"
    text = f"{TITLES[0]}\n\n{caption}\n{caption}\n\n{ARTICLE}"
    found = [b for b in blocks_of(text) if b.kind is BlockKind.CAPTION]
    assert [b.span.read(text) for b in found] == [caption, caption]


def test_caption_cut_from_the_text() -> None:
    caption = FOURTH.removesuffix(".")
    assert kind_within(caption) is BlockKind.CAPTION


def test_a_photo_credit_pasted_onto_a_sentence_leaves_the_sentence() -> None:
    line = "He added that he had lived beside the quay for thirty years."
    text = f"{LEAD}\n\n{line}  Lena Orr / Getty Images\n\n{SECOND}"
    assert kinds(text)[line] is BlockKind.BODY
    assert kinds(text)["Lena Orr / Getty Images"] is BlockKind.CAPTION


@pytest.mark.parametrize(
    "link",
    [
        "READ MORE: Barge owners take the council to court",
        "read more:Barge owners take the council to court",
        "RELATED: How the northern quay was built",
        "See also: The flood that cut off a town",
        "Also read: Five quays that changed the coast",
        "MORE: Town without a harbour",
        "Click here to see the plans",
        "Watch: The last barge leaves",
        "Read more Barge owners take the council to court",
        "Watch the council leader's speech below:",
    ],
)
def test_related(link: str) -> None:
    assert kind_within(link) is BlockKind.RELATED
    assert kind_after(link) is BlockKind.RELATED


@pytest.mark.parametrize("label", ["Related articles", "Most read", "You may also like", "MORE"])
def test_a_list_under_its_heading(label: str) -> None:
    links = ["How the northern quay was built", "Barge owners go to court", "A town's long flood"]
    text = "\n\n".join([LEAD, SECOND, label, *links, THIRD, FOURTH])
    found = kinds(text)
    assert {found[line] for line in [label, *links]} == {BlockKind.RELATED}
    assert found[THIRD] is BlockKind.BODY


@pytest.mark.parametrize(
    "credit",
    [
        "AFP contributed to this report.",
        "Jane Doe and Omar Hadid contributed to this story from Port Ellery.",
        "Reporting by Jane Doe; editing by Omar Hadid",
        "Reporting by the Coast Gazette was used in this article.",
        "Material from Coast Press and St. Orla Radio was also used in this report.",
        "(Additional reporting by Jane Doe; Editing by Omar Hadid)",
        "With files from Coast Press",
        "© 2021 Coast Press. All rights reserved.",
        "Copyright 2021 Coast Press",
        "This story has been updated.",
        "This article was originally published in the Coast Gazette.",
        "jane.doe@coastpress.example",
        "Jane Doe is a reporter for the Coast Gazette.",
        "AP/AFP",
    ],
)
def test_credit(credit: str) -> None:
    assert kind_after(credit) is BlockKind.CREDIT


def test_a_credit_at_the_end_of_a_paragraph_is_cut_off() -> None:
    credit = "(Reporting by Jane Doe; Editing by Omar Hadid)"
    text = f"{LEAD}\n\n{SECOND} {credit}"
    assert kinds(text)[SECOND] is BlockKind.BODY
    assert kinds(text)[credit] is BlockKind.CREDIT


@pytest.mark.parametrize(
    "artefact",
    [
        "<link>",
        '[caption id="attachment_77" align="left"]',
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Share this article",
        "Story continues below",
        "&nbsp;",
        "Loading…",
        "{{ related_video }}",
        "___",
        "* * *",
        "Sign up for our newsletter",
        "https://coastpress.example/quay",
        "northern-quay-2021.jpg",
        "Facebook | Twitter | Email",
        "Follow Jane Doe on Twitter @janedoe",
        "21k shares",
    ],
)
def test_artefact(artefact: str) -> None:
    assert kind_within(artefact) is BlockKind.ARTEFACT


def test_an_artefact_within_a_sentence_splits_it() -> None:
    text = (
        "Marta Quill said <link> that the quay would close. {{ad}} Odo Brand [embed]x[/embed] sued."
    )
    found = [(b.kind, b.span.read(text)) for b in blocks_of(text)]
    assert found == [
        (BlockKind.BODY, "Marta Quill said"),
        (BlockKind.ARTEFACT, "<link>"),
        (BlockKind.BODY, "that the quay would close."),
        (BlockKind.ARTEFACT, "{{ad}}"),
        (BlockKind.BODY, "Odo Brand"),
        (BlockKind.ARTEFACT, "[embed]"),
        (BlockKind.BODY, "x"),
        (BlockKind.ARTEFACT, "[/embed]"),
        (BlockKind.BODY, "sued."),
    ]


COMMENTS = {
    "bullets": "  • Salty Dog\n\n    About time too.\n\n"
    "  • mira_k\n\n    And who pays?\n    We do.\n",
    "disqus": "Salty Dog • 3 hours ago\nAbout time too.\nReply\n"
    "mira_k • 2 days ago\nAnd who pays?\n",
    "says": "Salty Dog says:\nMarch 3, 2021 at 3:04 pm\nAbout time too.\nmira_k says:\n"
    "March 4, 2021 at 9:10 am\nAnd who pays?\n",
    "heading": "Comments (2)\n\nSalty Dog\nAbout time too, if you ask me.\n\n"
    "mira_k\nAnd who pays for it?\n",
    "posted": "Posted by Salty Dog on 3 March 2021 at 15:04\nAbout time too.\n"
    "Posted by mira_k on 4 March 2021 at 09:10\nAnd who pays?\n",
}


@pytest.mark.parametrize("style", COMMENTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_comments_with_their_authors(style: str, newline: str) -> None:
    text = f"{ARTICLE}\n\n{COMMENTS[style]}".replace("\n", newline)
    comments = [b for b in blocks_of(text) if b.kind is BlockKind.COMMENT]
    assert [b.author for b in comments] == ["Salty Dog", "mira_k"]
    first, second = (b.span.read(text) for b in comments)
    assert "Salty Dog" in first
    assert "About time too" in first
    assert "mira_k" in second
    assert "who pays" in second
    for furniture in {"Reply", "Comments (2)"} & set(kinds(text)):
        assert kinds(text)[furniture] is BlockKind.ARTEFACT
    assert kinds(text)[LEAD] is BlockKind.BODY


def test_wrapped_text_is_read_by_paragraph() -> None:
    text = (
        "The harbour council of Port Ellery voted late on Tuesday to close the\n"
        "northern quay to freight, a decision that fishermen had sought for\n"
        "eleven years.\n"
        "\n"
        "Freight companies called the vote rushed. Odo Brand, who runs three\n"
        "barges, said that nobody had asked him where all of his cargo was to\n"
        "go in the spring.\n"
    )
    found = blocks_of(text)
    assert [b.kind for b in found] == [BlockKind.BODY] * 2
    assert found[0].span.read(text).endswith("eleven years.")


def test_every_line_end_and_unicode_space() -> None:
    text = f"{TITLES[0]}\r\n\u3000\r\n{LEAD}\u2029\u00a0{SECOND}\x85{THIRD}\r{FOURTH}\u2003"
    words = [b.span.read(text) for b in blocks_of(text)]
    assert words == [TITLES[0], LEAD, SECOND, THIRD, FOURTH]
