"""The figures that the benchmarks make by themselves: calibration, floors, times, memory."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from benchmarks import floors
from benchmarks.calibration import calibration
from benchmarks.floors import Floors, Measured
from benchmarks.passes import Stages
from benchmarks.processes import peak_memory

# --- calibration


def test_a_confidence_that_is_right_as_often_as_it_says_has_no_error() -> None:
    found = calibration([(0.75, True)] * 3 + [(0.75, False)] + [(0.25, False)] * 3 + [(0.25, True)])
    assert found.error == pytest.approx(0)
    assert [(b.low, b.count, b.right) for b in found.bins] == [(0.2, 4, 0.25), (0.7, 4, 0.75)]


def test_the_error_weighs_bins_by_their_size() -> None:
    found = calibration([(0.95, False)] + [(0.55, True)] * 3)
    assert found.error == pytest.approx((0.95 + 3 * 0.45) / 4)


def test_ranking_is_the_chance_that_right_stands_above_wrong() -> None:
    assert calibration([(0.9, True), (0.1, False)]).ranking == 1
    assert calibration([(0.9, False), (0.1, True)]).ranking == 0
    assert calibration([(0.5, False), (0.5, True)]).ranking == 0.5
    assert calibration([(0.5, True)]).ranking is None


def test_nothing_found_has_no_error() -> None:
    assert calibration([]).error == 0


def test_full_confidence_has_a_bin() -> None:
    (only,) = calibration([(1.0, True)]).bins
    assert (only.low, only.high) == (0.9, 1.0)


# --- floors

SET = {"news": Floors("sha256:1", at_least={"what": 0.8}, at_most={"error": 0.05})}


def failures(data: str, **figures: float) -> list[str]:
    return list(floors.failures({"news": Measured(data, figures)}, SET))


def test_floors_that_hold_say_nothing() -> None:
    assert failures("sha256:1", what=0.8, error=0.05, other=0.0) == []


def test_a_figure_under_its_floor_is_named_with_how_much_it_lacks() -> None:
    (line,) = failures("sha256:1", what=0.78, error=0.0)
    assert "news" in line
    assert "what 0.7800" in line
    assert "0.0200 under" in line


def test_a_figure_over_its_ceiling_is_named() -> None:
    (line,) = failures("sha256:1", what=0.9, error=0.06)
    assert "error 0.0600 is 0.0100 over" in line


def test_other_data_fail_whatever_the_figures() -> None:
    (line,) = failures("sha256:2", what=1.0, error=0.0)
    assert "sha256:2 instead of sha256:1" in line


def test_what_is_not_measured_fails() -> None:
    assert list(floors.failures({}, SET)) == ["news: not measured, but there are floors for it"]
    assert any("what is not measured" in line for line in failures("sha256:1", error=0.0))


def test_a_floor_not_set_yet_holds_whatever_is_measured() -> None:
    unset = {"news": Floors("sha256:1", at_least={"what": None}, at_most={"error": None})}
    assert not list(floors.failures({"news": Measured("sha256:1", {"what": 0, "error": 1})}, unset))
    (line, _) = floors.failures({"news": Measured("sha256:1", {})}, unset)
    assert "what is not measured" in line


def test_the_shipped_floors_can_be_read_and_say_why() -> None:
    assert floors.load()["polnear"].at_least.keys() >= {"source", "cue", "content", "who+what"}
    assert len(json.loads(floors.FILE.read_text("utf-8"))["reason"]) > 40


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"sets": {"news": {"flor": 1}}}')
    with pytest.raises(ValueError, match=r"floors\.json"):
        floors.load(path)


# --- times and memory


def test_a_stage_inside_another_counts_for_itself() -> None:
    stages = Stages()
    inner = stages.function("inner", time.sleep)
    outer = stages.function("outer", lambda: (time.sleep(0.02), inner(0.06)))
    began = time.perf_counter()
    outer()
    whole = time.perf_counter() - began
    assert stages.seconds["inner"] >= 0.06
    assert 0.02 <= stages.seconds["outer"] <= whole - stages.seconds["inner"]


def test_a_generator_is_timed_by_its_steps_and_not_by_who_uses_it() -> None:
    stages = Stages()
    for _ in stages.generator("read", lambda: iter(range(3)))():
        time.sleep(0.1)
    assert stages.seconds["read"] < 0.2


def test_peak_memory_is_that_of_the_program() -> None:
    assert 10_000_000 < peak_memory(["--version"]) < 500_000_000


def test_a_program_that_fails_is_not_measured() -> None:
    with pytest.raises(RuntimeError, match="exit status"):
        peak_memory(["extract", "/nowhere/at/all.txt"])
