"""Pages: what is told apart on them, and what broken and hostile pages come to."""

from __future__ import annotations

import time
from html import escape

import pytest

from benchmarks.pages import LAYOUTS, page
from reportedly.read import Media, Raw, ReadOptions, parse
from reportedly.schema import BlockKind, Document, DocumentError

ANY = ReadOptions(language=None)
FIRST = "The ferry to Old Tarrow will run again from Monday, the harbour master said on Friday."
SECOND = "“We have waited for this since the storm,” Renske Pell told reporters at the quay."
THIRD = "The mayor denied that the landing stage had been sold without a vote of the council."


def parsed(html: str | bytes, options: ReadOptions = ANY) -> Document | DocumentError:
    data = html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass")
    (found,) = parse(Raw("page.html", data, Media.HTML), options)
    return found


def document(html: str | bytes, options: ReadOptions = ANY) -> Document:
    found = parsed(html, options)
    assert isinstance(found, Document), found
    return found


def reason(html: str | bytes) -> str:
    found = parsed(html)
    assert isinstance(found, DocumentError), found
    return found.reason


def parts(d: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.read(d.text) for b in d.blocks if b.kind in kinds]


@pytest.mark.parametrize("seed", range(3 * len(LAYOUTS)))
def test_everything_on_an_invented_page_is_told_apart(seed: int) -> None:
    html, truth = page(seed)
    d = document(html)
    assert parts(d, BlockKind.BODY) == list(truth.body)
    assert parts(d, BlockKind.TITLE) == [truth.title]
    assert (d.title, d.published, d.url) == (truth.title, truth.published, truth.url)
    assert d.publisher == truth.site
    captions = parts(d, BlockKind.CAPTION)
    assert len(captions) == len(truth.captions)
    assert all(found.startswith(c) for found, c in zip(captions, truth.captions, strict=True))
    related = parts(d, BlockKind.RELATED)
    assert all(any(line in found for found in related) for line in truth.related)
    body = html.split("<body")[-1]
    if escape(truth.comments[0][1]) in body:
        comments = [(b.author, b.span.read(d.text)) for b in d.blocks if b.author]
        assert comments == [(who, f"{who}\n{text}") for who, text in truth.comments]
    if truth.subtitle in body:
        assert parts(d, BlockKind.SUBTITLE) == [truth.subtitle]


def test_text_is_made_of_the_parts_in_page_order_with_blank_lines_between() -> None:
    d = document(
        f"<html lang=en><title>x</title><body><article><h1>Ferry resumes</h1><p>{FIRST}</p><figure>"
        f"<img><figcaption>The quay</figcaption></figure><p>{SECOND}</p><p>{THIRD}</p></article>"
    )
    assert d.text == f"Ferry resumes\n\n{FIRST}\n\nThe quay\n\n{SECOND}\n\n{THIRD}"
    assert "".join(parts(d, *BlockKind)) == d.text.replace("\n\n", "")


def test_datelines_and_credits_in_the_body_are_told_as_in_plain_text() -> None:
    d = document(
        f"<h1>Ferry resumes</h1><p>OLD TARROW (TPA) — {FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
        "<p>(Reporting by Ilse Dastor; editing by Pavo Orrin)</p>"
    )
    assert parts(d, BlockKind.DATELINE)[0].startswith("OLD TARROW (TPA)")
    assert parts(d, BlockKind.BODY)[0] == FIRST
    assert parts(d, BlockKind.CREDIT) == ["(Reporting by Ilse Dastor; editing by Pavo Orrin)"]


def test_a_comment_that_reads_as_reporting_is_a_comment() -> None:
    d = document(
        f"<article><h1>Ferry resumes</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
        "<section class='reader-comments'><ul><li><b class=username>gull7</b><span>2 hours ago"
        "</span><p>The mayor said that he was lying.</p><p>He told me so.</p><a>Reply</a></li>"
        "<li><b class=username>tern</b><p>She denied it.</p></li></ul></section>"
    )
    comments = [b for b in d.blocks if b.kind is BlockKind.COMMENT]
    assert [(b.author, b.span.read(d.text)) for b in comments] == [
        ("gull7", "gull7\nThe mayor said that he was lying.\nHe told me so."),
        ("tern", "tern\nShe denied it."),
    ]
    assert parts(d, BlockKind.BODY) == [FIRST, SECOND, THIRD]


def test_a_mark_on_the_whole_page_is_not_believed() -> None:
    d = document(
        "<body class='comments-open related has-caption'><div class='related-layout'>"
        f"<h1>Ferry resumes</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    )
    assert parts(d, BlockKind.BODY) == [FIRST, SECOND, THIRD]


def test_a_single_line_break_stays_and_two_end_a_paragraph() -> None:
    d = document(f"<h1>T</h1><div>{FIRST}<br>{SECOND}<br> <br>{THIRD}</div>")
    assert d.text == f"T\n\n{FIRST}\n{SECOND}\n\n{THIRD}"
    assert parts(d, BlockKind.BODY) == [FIRST, SECOND, THIRD]


def test_a_time_within_a_paragraph_stays_in_it() -> None:
    text = FIRST.replace("on Friday", "on <time datetime='2020-01-03'>Friday</time>")
    d = document(f"<h1>T</h1><p>{text}</p><p>{SECOND}</p><p>{THIRD}</p>")
    assert FIRST in parts(d, BlockKind.BODY)


@pytest.mark.parametrize("odd", ["\f", "\v", "\x1c", "\x1f"])
def test_white_space_that_xml_does_not_have_is_white_space(odd: str) -> None:
    body = f"<p>One{odd}word,{odd} she said.</p>"
    d = document(f"<html><body><article><h1>Ferry{odd}runs</h1>{odd}{body}</article></body></html>")
    assert d.text == "Ferry runs\n\nOne word, she said."


def test_hidden_text_is_not_read() -> None:
    d = document(
        f"<h1>Ferry</h1><p>{FIRST}</p><p hidden>No.</p><p style='display: none'>Nor she.</p>"
        f"<p>{SECOND} <span class='visually-hidden'>opens a new window</span></p><p>{THIRD}</p>"
    )
    assert parts(d, BlockKind.BODY) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "declared", ["<meta charset=windows-1251>", "<?xml version='1.0' encoding='windows-1251'?>"]
)
def test_the_encoding_that_a_page_declares_counts(declared: str) -> None:
    russian = "Мэр заявил, что мост будет открыт на следующей неделе, и жители обеспокоены. " * 3
    d = document(f"{declared}<html><h1>Мост</h1><p>{russian}</p><p>{russian}".encode("cp1251"))
    assert parts(d, BlockKind.BODY)[0] == russian.strip()
    assert d.language == "ru"
    assert d.warnings == ("decoded as cp1251, as declared",)


def test_the_callers_word_wins_over_the_page() -> None:
    html, _ = page(1)
    d = document(html, ReadOptions(published="1999-12-31", publisher="The Gull"))
    assert (d.published, d.publisher) == ("1999-12-31", "The Gull")


def test_xhtml_with_a_namespace() -> None:
    d = document(
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xml:lang="en"><body><h1>T</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>'
    )
    assert parts(d, BlockKind.BODY) == [FIRST, SECOND, THIRD]


def test_characters_of_every_kind_keep_their_offsets() -> None:
    odd = "She said “e\u0301t\u00e9 \U0001f600 \u202bעברית\u202c &amp;” to a\u00a0reporter."
    d = document(f"<h1>T</h1><p>{FIRST}</p><p>{odd}</p><p>{THIRD}\0</p>")
    assert parts(d, BlockKind.BODY)[1] == odd.replace("&amp;", "&").replace("\u00a0", " ")
    d.text.encode()


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("<html></html>", "no text in this page: it may be made by scripts as it is looked at"),
        ("<script>document.write('x')</script><div id=root></div>", "no text in this page"),
        ("<frameset><frame src='a.html'><frame src='b.html'></frameset>", "a page of frames"),
        ("<!-- only a comment -->", "no "),
        ("<" * 1000, ""),
        ("&#0;&#xffffffff;", ""),
    ],
)
def test_pages_without_an_article_are_errors(html: str, said: str) -> None:
    found = parsed(html)
    if said or isinstance(found, DocumentError):
        assert isinstance(found, DocumentError)
        assert found.reason.startswith(said)


BOMBS = {
    "no end": f"<html><body><h1>T</h1><p>{FIRST}<p>{SECOND}<p>{THIRD} <a href='",
    "deep blocks": "<div>" * 100_000 + FIRST + "</div>" * 100_000,
    "deep inline": "<p>" + "<b>" * 100_000 + FIRST,
    "deep tables": "<table><tr><td>" * 30_000 + FIRST,
    "deep lists": "<ul><li>" * 30_000 + FIRST,
    "many paragraphs": "<p>word one two.</p>" * 200_000,
    "ten thousand paragraphs": "<p>word one two.</p>" * 10_000,
    "many attributes": "<div " + " ".join(f"a{n}='x'" for n in range(100_000)) + f"><p>{FIRST}",
    "bare attributes": "<div " + " ".join(f"a{n}" for n in range(100_000)) + f"><p>{FIRST}",
    "many breaks": f"<p>{FIRST}" + "<br>" * 10_000 + SECOND,
    "one long word": "<p>" + "a" * 3_000_000,
    "entities": "&lt;" * 300_000,
    "open tags": "<p " * 100_000,
    "doctypes": "<!DOCTYPE html>" * 50_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_pages_end_soon_and_never_crash(name: str) -> None:
    start = time.process_time()
    found = parsed(BOMBS[name])
    assert isinstance(found, Document | DocumentError)
    # Generous, as machines differ: what is guarded against takes minutes.
    assert time.process_time() - start < 30
    if name == "many attributes":
        assert isinstance(found, DocumentError)
        assert found.reason == "a tag with more than 1,000 attributes"
    if name == "many paragraphs":
        assert isinstance(found, DocumentError)
        assert "over the limit of 50,000" in found.reason


def test_the_sites_name_in_a_heading_is_not_the_title() -> None:
    d = document(
        "<title>Ferry resumes at last - The Tarrow Post</title><h1 class=title>The Tarrow Post</h1>"
        f"<h2>Tuesday</h2><h3 class=entry-title>Ferry resumes at last</h3><p>{FIRST}</p>"
        f"<p>{SECOND}</p><p>{THIRD}</p>"
    )
    assert (d.title, d.publisher) == ("Ferry resumes at last", "The Tarrow Post")
    assert parts(d, BlockKind.TITLE) == ["Ferry resumes at last"]
    assert parts(d, BlockKind.SUBTITLE) == []


def test_paragraphs_that_are_nothing_but_links_are_links_to_other_texts() -> None:
    d = document(
        f"<h1>Ferry resumes</h1><p>{FIRST}</p>"
        "<p><a href=/1>Mayor denies the sale of the quay</a></p>"
        f"<p>{SECOND}</p><p><a href=/2>Storm damage in pictures</a></p>"
        f"<p><a href=/3>{THIRD}</a></p>"
    )
    assert parts(d, BlockKind.RELATED) == [
        "Mayor denies the sale of the quay",
        "Storm damage in pictures",
    ]
    assert parts(d, BlockKind.BODY) == [FIRST, SECOND, THIRD]
