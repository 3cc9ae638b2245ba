"""Looking up a document by place."""

from __future__ import annotations

from paper import paper, said

from reportedly.schema import Block, BlockKind, Document, Extraction, Span, text_id
from reportedly.weigh.scene import scene


def test_a_line_goes_on_behind_an_artefact() -> None:
    text = "The guild charged <link> the mayor with theft.\n\nIt rained."
    at = text.index("<link>")
    blocks = (
        Block(BlockKind.BODY, Span(0, at - 1)),
        Block(BlockKind.ARTEFACT, Span(at, at + 6)),
        Block(BlockKind.BODY, Span(at + 7, len(text))),
    )
    place = scene(Extraction(Document(text_id(text), text, blocks), ()))
    assert len(place.paragraphs) == len(place.sentences) == 2


def test_comments_are_no_reporting() -> None:
    text = "It rained.\n\nNo evidence!"
    blocks = (Block(BlockKind.BODY, Span(0, 10)), Block(BlockKind.COMMENT, Span(12, len(text))))
    place = scene(Extraction(Document(text_id(text), text, blocks), ()))
    assert place.sentence(14) is None
    assert not place.own_voice(Span(12, 14))


def test_the_innermost_says_it() -> None:
    text = "Una said that Bo told her the ice was thin."
    one = paper(
        text,
        said("a", "Una", "said", "that Bo told her the ice was thin"),
        said("b", "Bo", "told", "ice was thin", inside="a"),
    )
    place = scene(one.extraction)
    at = text.index("thin")
    holder = place.holder(Span(at, at + 4))
    assert holder is not None
    assert one.keys[holder.id] == "b"
    assert not place.own_voice(Span(at, at + 4))
