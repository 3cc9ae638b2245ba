"""Pronouns to names: the official count, on texts counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.chains import Count
from benchmarks.gap import VALIDATION, Gender, Row, measured, nearest, read
from reportedly.schema import Span

HEAD = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
SHE = "invented-1\tOrro saw Fenn as she rowed.\tshe\t17\tOrro\t0\tTRUE\tFenn\t9\tFALSE\tnone\n"


def row(pronoun: str, gold: tuple[bool, bool]) -> Row:
    text = f"Orro saw Fenn as {pronoun} rowed."
    return Row(text, Span(17, 17 + len(pronoun)), (Span(0, 4), Span(9, 13)), gold)


FIRST, SECOND, NEITHER = (True, False), (False, True), (False, False)
ROWS = (row("she", FIRST), row("her", SECOND), row("He", FIRST), row("his", NEITHER))


def always(said: tuple[bool, bool]):  # type: ignore[no-untyped-def]
    return lambda text, pronoun, a, b: said


def test_each_name_of_each_text_counts() -> None:
    scores = measured(ROWS, always(FIRST))
    assert scores.overall == Count(right=2, predicted=4, gold=3)
    assert scores.by_gender[Gender.FEMININE] == Count(1, 2, 2)
    assert scores.by_gender[Gender.MASCULINE] == Count(1, 2, 1)
    assert scores.overall.f1 == pytest.approx(2 * 2 / 7)
    assert scores.bias == pytest.approx((2 / 4) / (2 / 3))


def test_yes_to_both_finds_all_and_no_to_both_nothing() -> None:
    assert measured(ROWS, always((True, True))).overall == Count(3, 8, 3)
    none = measured(ROWS, always(NEITHER))
    assert none.overall == Count(0, 0, 3)
    assert none.bias == 0


def test_the_nearest_name_is_told_by_its_distance() -> None:
    assert nearest("", Span(20, 23), Span(0, 4), Span(9, 13)) == SECOND
    assert nearest("", Span(0, 3), Span(9, 13), Span(20, 24)) == FIRST


def test_a_file_is_read_by_its_offsets(tmp_path: Path) -> None:
    path = tmp_path / "gap.tsv"
    path.write_text(HEAD + SHE, encoding="utf-8")
    assert list(read(path)) == [row("she", FIRST)]
    path.write_text(HEAD + SHE.replace("\t17\t", "\t16\t"), encoding="utf-8")
    with pytest.raises(ValueError, match="Pronoun does not stand at 16"):
        list(read(path))


def test_the_validation_texts() -> None:
    if not VALIDATION.exists():
        pytest.skip(f"not there: {VALIDATION}")
    rows = list(read())
    assert len(rows) == 454
    scores = measured(rows, nearest)
    assert scores.overall.gold == 392
    assert sum(r.gender == Gender.FEMININE for r in rows) == 227
