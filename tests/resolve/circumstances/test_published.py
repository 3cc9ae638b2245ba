"""The day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.resolve.circumstances import published_of
from reportedly.schema import Block, BlockKind, Document, Span, text_id


def document(text: str, *blocks: Block, published: str | None = None) -> Document:
    return Document(text_id(text), text, blocks, published=published)


def test_what_is_known_comes_first() -> None:
    text = "Published: 3 March 2014\n\nThe pier sank."
    assert published_of(document(text, published="2015-01-02")) == (date(2015, 1, 2), None)


@pytest.mark.parametrize(
    "head",
    ["Published: 3 March 2014", "March 3, 2014", "Monday, March 3, 2014", "3 March 2014, 10:15 am"],
)
def test_a_full_date_alone_at_the_head(head: str) -> None:
    text = f"Pier sinks\n\n{head}\n\nThe pier sank on 5 May 2013.\n"
    day, span = published_of(document(text))
    assert day == date(2014, 3, 3)
    assert span is not None
    assert "2014" in span.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pier sinks\n\nMarch 3\n\nThe pier sank.\n",
        "Pier sinks\n\nMarch 2014\n\nThe pier sank.\n",
        "The pier sank on March 3, 2014, in the rain.\n",
        "March 3, 2014, was a wet day.\n",
        "",
    ],
)
def test_anything_less_tells_no_day(text: str) -> None:
    assert published_of(document(text)) == (None, None)


def test_the_dateline_counts_with_its_year_alone() -> None:
    for head, day in (
        ("LISSOM, Sept. 3, 2014 (Telmar) —", date(2014, 9, 3)),
        ("LISSOM, Sept. 3 (Telmar) —", None),
    ):
        text = f"{head} The pier sank."
        found = published_of(document(text, Block(BlockKind.DATELINE, Span(0, len(head)))))
        assert found[0] == day
