"""What says something by itself, so that it can be of a claim."""

from __future__ import annotations

import press
import pytest

from reportedly.record.propositions import propositions
from reportedly.schema import Block, BlockKind, Document, Span, text_id


def _said(content: str) -> list[str]:
    text = f"Ada Morn said “{content}”."
    body = (Block(BlockKind.BODY, Span(0, len(text))),)
    document = Document(text_id(text), text, blocks=body)
    return [p.words for p in propositions(press.extraction(document), lambda _: None)]


@pytest.mark.parametrize(
    "content",
    [
        "the northern gates were closed",
        "nobody was hurt",
        "her statement that the gates were closed",
        "the allegations were politically motivated",
        "Ben Orro rejected the claims",
    ],
)
def test_contents_that_say_something(content: str) -> None:
    assert _said(content) == [f"“{content}”"]


@pytest.mark.parametrize(
    "content",
    [
        "not guilty",
        "the full details of the allegations",
        "evidence for their accusations",
        "the accusations through a spokeswoman",
        "her remarks on the matter",
    ],
)
def test_contents_that_only_name_what_is_said(content: str) -> None:
    assert _said(content) == []
