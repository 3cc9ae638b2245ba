"""The tables of accuracy, on invented texts; they are counted by the scorer beside the corpora."""

from __future__ import annotations

import pytest

from benchmarks.blind import passed_for_reporting, readings
from benchmarks.evaluation import SCORER, Case, missing, people
from benchmarks.gold import texts
from benchmarks.scoring import Counted, by_group, by_kind, counted, matches, whole
from reportedly.schema import (
    Attribution,
    BlockKind,
    Document,
    Extraction,
    Kind,
    Span,
    Spans,
    attribution_id,
    text_id,
)
from training.corpus import Gold

pytestmark = pytest.mark.skipif(
    not SCORER.exists(), reason=f"the shared scorer is not there: {SCORER}"
)

TEXT = "“The well is dry,” said Orro, adding that it rained. Fenn denied the claim at noon."


def at(*words: str) -> Spans:
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words if w)


def gold(source: str, cue: str, content: str) -> Gold:
    return Gold(at(source), at(cue), at(content))


def found(
    source: str, cue: str, content: str, kind: Kind, sure: float = 0.5, leans: str | None = None
) -> Attribution:
    spans = at(source), at(cue), at(content)
    return Attribution(attribution_id(*spans), *spans, kind, BlockKind.BODY, sure, leans)


SAID = gold("Orro", "said", "“The well is dry,”")
ADDING = gold("Orro", "adding", "that it rained")
DENIED = gold("Fenn", "denied", "the claim")


def case(*predicted: Attribution, group: str = "news") -> Counted:
    extraction = Extraction(Document(text_id(TEXT), TEXT), predicted)
    return counted(Case("one.txt", group, TEXT, extraction, (SAID, ADDING, DENIED)))


RIGHT = found("Orro", "said", "“The well is dry,”", Kind.DIRECT, sure=0.9)
LEANING = found("", "adding", "that it rained", Kind.INDIRECT, leans=RIGHT.id)


def test_a_leaning_attribution_counts_in_both_ways() -> None:
    one = case(RIGHT, LEANING)
    followed, written = whole([one]), whole([one], written=True)
    assert followed["exact"].precision == 1
    assert followed["exact"].recall == pytest.approx(2 / 3)
    assert written["exact"].precision == 0.5
    assert followed["what"] == written["what"]


def test_a_text_that_could_not_be_read_counts_as_empty() -> None:
    one = counted(Case("one.txt", "news", TEXT, None, (SAID,)))
    table = whole([one])
    assert table["what"].gold == 1
    assert table["what"].f1 == 0


def test_kinds_are_counted_by_either_side() -> None:
    wrong_kind = found("Fenn", "denied", "the claim", Kind.MIXED)
    tables = by_kind([case(RIGHT, wrong_kind)])
    direct, mixed, indirect = (tables[k]["exact"] for k in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT))
    assert (direct.predicted, direct.gold, direct.f1) == (1, 1, 1.0)
    assert (mixed.predicted, mixed.gold, mixed.precision) == (1, 0, 1.0)
    assert (indirect.predicted, indirect.gold, indirect.recall) == (0, 2, 0.5)


def test_groups_have_tables_of_their_own() -> None:
    tables = by_group([case(RIGHT, group="a"), case(group="b")])
    assert tables["a"]["what"].recall == pytest.approx(1 / 3)
    assert tables["b"]["what"].recall == 0


def test_one_annotation_is_matched_once_and_by_the_surer() -> None:
    less = found("Orro", "said", "The well is", Kind.DIRECT, sure=0.3)
    assert matches(case(less, RIGHT, LEANING)) == [None, 0, 1]


def test_a_match_of_what_does_not_ask_for_the_source() -> None:
    nobody = found("", "denied", "the claim", Kind.INDIRECT)
    assert matches(case(nobody), "what") == [2]
    assert matches(case(nobody)) == [None]


# --- our own annotations


def annotated(where: int, block: str = "body", **more: int) -> dict[str, object]:
    spans = {"source": [], "cue": [[where, where + 1]], "content": [[where + 2, where + 3]]}
    return {**spans, "block": block, **more}


def test_a_chain_has_two_readings() -> None:
    one = {
        "attributions": [annotated(0), annotated(10)],
        "inner": [annotated(20, within=0), annotated(30, within=0)],
    }
    every = [[gold.cue[0].start for gold in reading] for reading in readings(one)]
    assert every == [[0, 10], [20, 30, 10]]


def test_links_to_other_stories_are_not_to_be_found() -> None:
    one = {"attributions": [annotated(0, "related"), annotated(10, "comment")], "inner": []}
    assert [[g.cue[0].start for g in reading] for reading in readings(one)] == [[10]]


def test_a_comment_passed_for_reporting_is_counted() -> None:
    name = next(n for n in texts.documents("dev") if _has_comment(n))
    marked = next(a for a in texts.annotation(name)["attributions"] if a["block"] == "comment")
    cue = Span(*marked["cue"][0])

    def passed(block: BlockKind) -> list[str]:
        text = "x" * (cue.end + 100)
        one = Attribution("a", (), (cue,), (Span(cue.end, cue.end + 1),), Kind.DIRECT, block, 0.5)
        extraction = Extraction(Document(text_id(text), text), (one,))
        return passed_for_reporting(counted(Case(name, "dev", text, extraction, ())))

    assert passed(BlockKind.COMMENT) == []
    assert passed(BlockKind.CAPTION) == []
    assert len(passed(BlockKind.BODY)) == 1


def _has_comment(name: str) -> bool:
    return any(a["block"] == "comment" for a in texts.annotation(name)["attributions"])


# --- people


def test_peoples_agreement_is_what_the_scorer_says() -> None:
    if lacking := missing():
        pytest.skip(f"not there: {lacking}")
    rows = people()
    assert rows["who+what"][2] == pytest.approx(0.73, abs=0.005)
    assert rows["exact"][2] == pytest.approx(0.58, abs=0.005)
