from __future__ import annotations

from hypothesis import given
from strategies import extractions

from reportedly.schema import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Evidence,
    Extraction,
    Kind,
    Span,
    Status,
    Voice,
    attribution_id,
    text_id,
)
from reportedly.web.marking import LONGEST, Mark, Marked, Role, marks, paragraphs, stretches
from reportedly.web.parts import CHARACTERS, STATEMENTS, part_at, parts

OUTER = "Ada Morn said that the mayor had told her “to keep the gates shut” all night."


def _all(extraction: Extraction) -> list[Marked]:
    """The segments of all parts."""
    found = (p for part in parts(extraction) for p in paragraphs(extraction, part))
    return [segment for p in found for segment in (*p.segments, *p.behind)]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _attribution(text: str, source: str, cue: str, *content: str) -> Attribution:
    roles = tuple(
        tuple(_span(text, words) for words in role) for role in ((source,), (cue,), content)
    )
    return Attribution(attribution_id(*roles), *roles, Kind.INDIRECT, BlockKind.BODY, 0.9)


def _extraction(text: str, *found: Attribution, blocks: tuple[Block, ...] = ()) -> Extraction:
    return Extraction(Document(text_id(text), text, blocks), found)


@given(extractions())
def test_segments_are_the_text(extraction: Extraction) -> None:
    found = _all(extraction)
    assert "".join(segment.text for segment in found) == extraction.document.text
    at = 0
    for segment in found:
        assert segment.span.start == at
        assert segment.span.read(extraction.document.text) == segment.text
        at = segment.span.end


@given(extractions())
def test_each_character_has_the_marks_of_its_spans_and_no_others(extraction: Extraction) -> None:
    on = {
        at: set(segment.marks)
        for segment in _all(extraction)
        for at in range(segment.span.start, segment.span.end)
    }
    meant: dict[int, set[Mark]] = {at: set() for at in on}
    for found in extraction.attributions:
        for role in (Role.SOURCE, Role.CUE, Role.CONTENT):
            for span in getattr(found, role):
                for at in range(span.start, span.end):
                    meant[at].add(Mark(role, found.id))
    spoken = {at: {m for m in held if m.role is not Role.TOLD} for at, held in on.items()}
    assert spoken == meant
    told = {at for span, mark in marks(extraction) if mark.role is Role.TOLD for at in _in(span)}
    assert {at for at, held in on.items() if any(m.role is Role.TOLD for m in held)} == told


def _in(span: Span) -> range:
    return range(span.start, span.end)


def test_a_statement_within_a_statement_has_the_marks_of_both() -> None:
    outer = _attribution(OUTER, "Ada Morn", "said", OUTER[len("Ada Morn said ") : -1])
    inner = _attribution(OUTER, "the mayor", "had told", "“to keep the gates shut”")
    found = {segment.text: segment.marks for segment in _all(_extraction(OUTER, outer, inner))}
    assert found["Ada Morn"] == (Mark(Role.SOURCE, outer.id),)
    assert found["the mayor"] == (Mark(Role.CONTENT, outer.id), Mark(Role.SOURCE, inner.id))
    assert found["“to keep the gates shut”"] == (
        Mark(Role.CONTENT, outer.id),
        Mark(Role.CONTENT, inner.id),
    )
    assert found[" all night"] == (Mark(Role.CONTENT, outer.id),)
    assert found["."] == ()


def test_content_in_two_places_is_marked_in_both() -> None:
    text = "“The gates,” she said, “were shut.”"
    found = _attribution(text, "she", "said", "“The gates,”", "“were shut.”")
    marked = [s.text for s in _all(_extraction(text, found)) if Role.CONTENT in _roles(s)]
    assert marked == ["“The gates,”", "“were shut.”"]


def _roles(segment: Marked) -> set[Role]:
    return {mark.role for mark in segment.marks}


def test_words_of_evidence_are_told() -> None:
    found = _attribution(OUTER, "Ada Morn", "said", "that the mayor had told her")
    evidence = Evidence(Status.CLAIMED, _span(OUTER, "all night"), Voice.SPEAKER)
    told = Attribution(
        found.id,
        found.source,
        found.cue,
        found.content,
        found.kind,
        found.block,
        found.confidence,
        evidence=(evidence,),
    )
    marked = [s.text for s in _all(_extraction(OUTER, told)) if Role.TOLD in _roles(s)]
    assert marked == ["all night"]


def test_white_space_between_paragraphs_is_behind_them() -> None:
    text = "\n  One said this.\n\nTwo said that.\n"
    found = list(paragraphs(_extraction(text), stretches(_extraction(text).document)))
    shown = ["".join(s.text for s in p.segments) for p in found]
    assert shown == ["\n  One said this.", "Two said that."]
    assert ["".join(s.text for s in p.behind) for p in found] == ["\n\n", "\n"]


def test_a_paragraph_is_what_most_of_it_is_and_knows_what_else_is_in_it() -> None:
    text = "PORT TOWN (Wire) — The gates were shut <link> at night.\n\nAnna\nFirst!"
    blocks = (
        Block(BlockKind.DATELINE, _span(text, "PORT TOWN (Wire) —")),
        Block(BlockKind.BODY, _span(text, "The gates were shut")),
        Block(BlockKind.ARTEFACT, _span(text, "<link>")),
        Block(BlockKind.BODY, _span(text, "at night.")),
        Block(BlockKind.COMMENT, _span(text, "Anna\nFirst!"), "Anna"),
    )
    extraction = _extraction(text, blocks=blocks)
    found = list(paragraphs(extraction, stretches(extraction.document)))
    assert [p.stretch.kind for p in found] == [BlockKind.BODY] + [BlockKind.COMMENT] * 2
    kinds = {s.text: k for s, k in zip(found[0].segments, found[0].kinds, strict=True)}
    assert kinds["PORT TOWN (Wire) —"] is BlockKind.DATELINE
    assert kinds["<link>"] is BlockKind.ARTEFACT
    assert kinds["at night."] is BlockKind.BODY
    assert found[2].stretch.block == blocks[-1]


def test_a_text_without_line_breaks_is_cut_at_white_space() -> None:
    text = "word " * LONGEST
    found = stretches(_extraction(text).document)
    assert max(len(place.span) for place in found) <= LONGEST + 1
    assert all(text[place.end - 1] in " d" for place in found)
    assert [p.span.start for p in found[1:]] == [p.span.end for p in found[:-1]]


def test_a_text_without_white_space_is_cut_all_the_same() -> None:
    text = "x" * (3 * LONGEST)
    assert [len(p.span) for p in stretches(_extraction(text).document)] == [LONGEST] * 3


def test_no_text_has_no_paragraphs() -> None:
    assert stretches(Document(text_id(""), "")) == []
    assert [p.end for p in stretches(Document(text_id("\n \n"), "\n \n"))] == [0]


def test_parts_are_no_longer_than_a_page() -> None:
    text = ("Nobody said anything at all. " * 20 + "\n") * 200
    cut = parts(_extraction(text))
    sizes = [part[-1].span.end - part[0].span.start for part in cut]
    assert len(cut) > 1
    assert max(sizes) <= CHARACTERS
    assert min(sizes[:-1]) > CHARACTERS // 2


def test_parts_have_no_more_statements_than_there_are_rules_for() -> None:
    line = "Ada Morn said that it rained.\n"
    text = line * 400
    found = [
        Attribution(attribution_id(*roles), *roles, Kind.INDIRECT, BlockKind.BODY, 0.9)
        for n in range(400)
        if (at := n * len(line)) >= 0
        if (
            roles := (
                (Span(at, at + 8),),
                (Span(at + 9, at + 13),),
                (Span(at + 14, at + 28),),
            )
        )
    ]
    cut = parts(_extraction(text, *found))
    assert [len(part) for part in cut] == [STATEMENTS, STATEMENTS, 100]
    assert [part_at(cut, at * len(line)) for at in (0, 149, 150, 399)] == [1, 1, 2, 3]
