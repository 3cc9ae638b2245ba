"""Hypothesis strategies for the nouns: anything that the types allow, at its oddest."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from reportedly.schema import (
    Act,
    Attribution,
    Block,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Kind,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Phrase,
    Precision,
    SaidOn,
    Span,
    Spans,
    Speaker,
    Stance,
    Status,
    Voice,
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


def one_span(length: int) -> st.SearchStrategy[Span]:
    return spans(length, 1).map(lambda found: found[0])


def phrases(length: int) -> st.SearchStrategy[Phrase]:
    return st.builds(Phrase, TEXT, one_span(length))


def entities(length: int) -> st.SearchStrategy[tuple[Entity, ...]]:
    one = st.builds(
        Entity,
        TEXT,
        st.sampled_from(EntityType),
        TEXT.filter(str.strip),
        st.lists(TEXT, max_size=2).map(tuple),
        spans(length),
        st.lists(phrases(length), max_size=2).map(tuple),
        st.booleans(),
        st.none() | phrases(length),
        MAYBE,
    )
    return st.lists(one, max_size=3, unique_by=lambda e: e.id).map(tuple)


def days(length: int) -> st.SearchStrategy[SaidOn]:
    counted = st.dates().map(lambda day: day.isoformat())
    return st.one_of(
        st.builds(SaidOn, st.none(), st.none(), one_span(length), TEXT),
        st.builds(SaidOn, counted, st.just(Precision.DAY), one_span(length)),
    )


@st.composite
def resolved(
    draw: st.DrawFn, one: Attribution, known: tuple[Entity, ...], length: int
) -> Attribution:
    """An attribution with all that resolving and weighing may add."""
    speakers: st.SearchStrategy[Speaker | None] = st.none() | st.builds(
        Speaker, st.none(), st.none(), st.none(), st.just(()), TEXT
    )
    carriers: st.SearchStrategy[tuple[Carrier, ...]] = st.just(())
    if known:
        named = st.sampled_from(known)
        speakers |= named.map(lambda e: Speaker(e.id, e.name, e.type))
        carrier = st.builds(Carrier, named.map(lambda e: e.id), TEXT, one_span(length), MAYBE)
        carriers = st.lists(carrier, max_size=2).map(tuple)
    evidence = st.builds(
        Evidence, st.sampled_from(Status), one_span(length), st.sampled_from(Voice)
    )
    return replace(
        one,
        speaker=draw(speakers),
        carriers=draw(carriers),
        addressee=draw(st.none() | phrases(length)),
        venue=draw(st.none() | phrases(length)),
        said_on=draw(st.none() | days(length)),
        act=draw(st.sampled_from(Act)),
        negated=draw(st.booleans()),
        stance=draw(st.sampled_from(Stance)),
        evidence=draw(st.lists(evidence, max_size=2).map(tuple)),
    )


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
    known = draw(entities(len(text)))
    found = tuple(draw(resolved(a, known, len(text))) for a in draw(attributions(len(text))))
    ids = st.sampled_from([a.id for a in found]) if found else st.nothing()
    note = st.builds(
        Note,
        st.sampled_from(NoteKind),
        st.none() | st.sampled_from(Status),
        one_span(len(text)),
        st.lists(ids, max_size=2 if found else 0).map(tuple),
    )
    link = st.builds(Link, st.sampled_from(LinkKind), ids, ids, one_span(len(text)))
    return Extraction(
        document,
        found,
        known,
        tuple(draw(st.lists(note, max_size=2))),
        tuple(draw(st.lists(link, max_size=2))) if found else (),
    )
