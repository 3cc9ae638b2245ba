"""Hypothesis strategies for the nouns: anything that the types allow, at its oddest."""

from __future__ import annotations

from hypothesis import strategies as st

from reportedly.schema import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Extraction,
    Kind,
    Span,
    Spans,
    attribution_id,
    text_id,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=80)
MAYBE = st.none() | TEXT


def spans(length: int, least: int = 0) -> st.SearchStrategy[Spans]:
    """Disjoint spans in text order, within a text of `length` characters."""
    most = min(length + 1, 8)
    edges = st.lists(st.integers(0, length), min_size=2 * least, max_size=most, unique=True)
    return edges.map(lambda found: _pairs(sorted(found)))


def _pairs(edges: list[int]) -> Spans:
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))


@st.composite
def blocks(draw: st.DrawFn, length: int) -> tuple[Block, ...]:
    kind = st.sampled_from(BlockKind)
    return tuple(Block(draw(kind), span, draw(MAYBE)) for span in draw(spans(length)))


@st.composite
def attributions(draw: st.DrawFn, length: int) -> tuple[Attribution, ...]:
    found: dict[str, Attribution] = {}
    for _ in range(draw(st.integers(0, 4))):
        leans = draw(st.none() | st.sampled_from(sorted(found))) if found else None
        source = () if leans else draw(spans(length))
        cue, content = draw(spans(length, 1)), draw(spans(length, 1))
        name = attribution_id(source, cue, content)
        found[name] = Attribution(
            id=name,
            source=source,
            cue=cue,
            content=content,
            kind=draw(st.sampled_from(Kind)),
            block=draw(st.sampled_from(BlockKind)),
            confidence=draw(st.floats(0, 1)),
            source_from=leans if leans != name else None,
        )
    return tuple(found.values())


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(TEXT)
    document = Document(
        id=text_id(text),
        text=text,
        blocks=draw(blocks(len(text))),
        path=draw(MAYBE),
        url=draw(MAYBE),
        title=draw(MAYBE),
        publisher=draw(MAYBE),
        authors=tuple(draw(st.lists(TEXT, max_size=2))),
        published=draw(st.none() | st.dates().map(lambda day: day.isoformat())),
        language=draw(MAYBE),
        warnings=tuple(draw(st.lists(TEXT, max_size=2))),
    )
    return Extraction(document, draw(attributions(len(text))))
