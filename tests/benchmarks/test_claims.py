"""The counts of the benchmark of same claims."""

import pytest

from benchmarks.claims.contrasts import Kin, kin, read
from benchmarks.claims.pairs import joined
from benchmarks.claims.verified import average_precision
from reportedly.connect.claims import Comparison
from reportedly.schema.connect import Likeness, Verdict


@pytest.mark.parametrize(
    ("ranking", "right", "expected"),
    [
        (["a", "b"], {"a"}, 1.0),
        (["b", "a"], {"a"}, 0.5),
        (["b", "c"], {"a"}, 0.0),
        (["a", "x", "b"], {"a", "b"}, (1 + 2 / 3) / 2),
    ],
)
def test_average_precision(ranking: list[str], right: set[str], expected: float) -> None:
    assert average_precision(ranking, frozenset(right)) == pytest.approx(expected)


def test_share_joined() -> None:
    assert joined({Verdict.SAME: 1, Verdict.DIFFERENT: 3}) == 0.25
    assert joined({}) == 0.0


@pytest.mark.parametrize(
    ("verdict", "denies", "expected"),
    [
        (Verdict.SAME, False, Kin.SAME),
        (Verdict.SAME, True, Kin.DENIES),
        (Verdict.UNSURE, True, Kin.UNSURE),
        (Verdict.DIFFERENT, False, Kin.DIFFERENT),
    ],
)
def test_kin(verdict: Verdict, denies: bool, expected: Kin) -> None:
    assert kin(Comparison(Likeness(verdict, 0.5, ("x",)), denies)) is expected


def test_contrasts_are_enough_and_each_once() -> None:
    contrasts = read()
    assert len(contrasts) >= 150
    assert len({(c.one, c.other, c.acts) for c in contrasts}) == len(contrasts)
    assert {c.gold for c in contrasts} == {Kin.SAME, Kin.DIFFERENT, Kin.DENIES}
