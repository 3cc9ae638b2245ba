"""The pipeline: everything streams, in order, whatever single documents do."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from standin import StandIn, broken

from reportedly.pipeline import HELD_ERRORS, ReadOptions, count, extract
from reportedly.schema import DocumentError, Extraction, RunError

ANY = ReadOptions(language=None)


def outcome(item: Extraction | DocumentError) -> str:
    """The input's name, with `!` before it where it failed."""
    if isinstance(item, DocumentError):
        return "!" + Path(item.name).name
    return Path(item.document.path or "").name


def write(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


@pytest.fixture(params=[1, 2], ids=["in this process", "two workers"])
def jobs(request: pytest.FixtureRequest) -> int:
    count: int = request.param
    return count


def test_order_is_kept_around_what_fails(tmp_path: Path, jobs: int) -> None:
    inputs = write(
        tmp_path,
        a="Ana Kovel said it SLEEP rained.",
        b="Ana Kovel said it snowed.",
        c="CRASH",
        d="",
        e="Odo said no.",
    )
    inputs[1:1] = [str(tmp_path / "missing.txt")]
    found = list(extract(inputs, ANY, jobs, StandIn))
    names = ["a.txt", "!missing.txt", "b.txt", "!c.txt", "!d.txt", "e.txt"]
    assert [outcome(item) for item in found] == names
    assert isinstance(found[0], Extraction)
    (attribution,) = found[0].attributions
    assert attribution.source[0].read(found[0].document.text) == "Ana Kovel"
    crash = found[3]
    assert isinstance(crash, DocumentError)
    assert "IndexError: list index out of range" in crash.reason


def test_both_ways_give_the_same(tmp_path: Path) -> None:
    inputs = write(tmp_path, **{f"n{i:02}": f"Ana said {i} times." for i in range(30)})
    assert list(extract(inputs, ANY, 1, StandIn)) == list(extract(inputs, ANY, 3, StandIn))


def endless(folder: Path) -> Iterator[str]:
    (path,) = write(folder, one="Ana said yes.")
    endless.taken = 0  # type: ignore[attr-defined]
    while True:
        endless.taken += 1  # type: ignore[attr-defined]
        yield path


def test_inputs_are_taken_as_results_are_wanted(tmp_path: Path, jobs: int) -> None:
    stream = extract(endless(tmp_path), ANY, jobs, StandIn)
    for _ in range(20):
        assert outcome(next(stream)) == "one.txt"
    stream.close()
    assert endless.taken <= 20 + 4 * jobs + 1  # type: ignore[attr-defined]


def test_a_slow_document_lets_others_run_ahead_only_so_far(tmp_path: Path) -> None:
    (slow,) = write(tmp_path, slow="SLEEP")

    def inputs() -> Iterator[str]:
        yield slow
        yield from endless(tmp_path)

    stream = extract(inputs(), ANY, 2, StandIn)
    assert outcome(next(stream)) == "slow.txt"
    assert endless.taken <= 2 * 4  # type: ignore[attr-defined]
    stream.close()


def test_many_results_of_one_input_come_before_it_ends(tmp_path: Path, jobs: int) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Ana said yes."}\n' * 500, encoding="utf-8")
    assert (
        sum(isinstance(item, Extraction) for item in extract([str(path)], ANY, jobs, StandIn))
        == 500
    )


def test_errors_without_end_come_out(tmp_path: Path) -> None:
    seen = 0

    def inputs() -> Iterator[str]:
        nonlocal seen
        while True:
            seen += 1
            yield str(tmp_path / "missing.txt")

    assert outcome(next(extract(inputs(), ANY, 1, StandIn))) == "!missing.txt"
    assert seen == HELD_ERRORS


def test_an_engine_that_fails_late_loses_nothing(tmp_path: Path) -> None:
    class Late(StandIn):
        def attribute(self, documents):  # type: ignore[no-untyped-def]
            held = list(documents)
            if len(held) > 1:
                raise MemoryError
            yield from super().attribute(held)

    inputs = write(tmp_path, a="Ana said yes.", b="Odo said no.", c="")
    found = [outcome(item) for item in extract(inputs, ANY, 1, Late)]
    assert found == ["a.txt", "b.txt", "!c.txt"]


def test_a_search_that_breaks_stops_the_run() -> None:
    def inputs() -> Iterator[str]:
        yield "missing.txt"
        raise ZeroDivisionError

    with pytest.raises(RunError, match="ZeroDivisionError"):
        list(extract(inputs(), ANY, 1, StandIn))


def test_a_dead_worker_is_a_run_error(tmp_path: Path) -> None:
    inputs = write(tmp_path, a="Ana said yes.", b="DIE", c="Odo said no.")
    stream = extract(inputs, ANY, 2, StandIn)
    assert outcome(next(stream)) == "a.txt"
    with pytest.raises(RunError, match=r"a worker process died \(exit status 7\)"):
        list(stream)
    assert not multiprocessing.active_children()


def test_an_engine_that_cannot_be_loaded_is_a_run_error(tmp_path: Path, jobs: int) -> None:
    inputs = write(tmp_path, a="Ana said yes.")
    with pytest.raises(RunError, match="the weights are broken"):
        list(extract(inputs, ANY, jobs, broken))


@pytest.mark.parametrize("count", [0, -1])
def test_jobs_are_one_or_more(count: int) -> None:
    with pytest.raises(RunError, match="one or more"):
        extract([], ANY, count, StandIn)


def test_closing_ends_workers_in_the_midst_of_work(tmp_path: Path) -> None:
    inputs = write(tmp_path, a="Ana said yes.", b="HANG", c="HANG")
    stream = extract(inputs, ANY, 2, StandIn)
    assert outcome(next(stream)) == "a.txt"
    start = time.monotonic()
    stream.close()
    assert time.monotonic() - start < 5
    assert not multiprocessing.active_children()


def test_no_inputs_no_results(jobs: int) -> None:
    assert list(extract([], ANY, jobs, StandIn)) == []


def test_count_of_files_and_folders(tmp_path: Path) -> None:
    inputs = write(tmp_path, a="x", b="x")
    assert count(inputs) == 2
    assert count([str(tmp_path)]) == 2
    (tmp_path / "picture.png").write_bytes(b"")
    (tmp_path / ".hidden.txt").write_bytes(b"")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "page.html.gz").write_bytes(b"")
    assert count([str(tmp_path), "https://example.org/"]) == 4


@pytest.mark.parametrize("unknown", ["-", "lines.jsonl", "list.json.gz"])
def test_count_knows_what_it_cannot_know(tmp_path: Path, unknown: str) -> None:
    assert count(["a.txt", unknown]) is None
    (tmp_path / "lines.jsonl").write_bytes(b"")
    assert count([str(tmp_path)]) is None


def test_a_missing_part_of_the_program_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>Ana said yes.</p></body></html>", encoding="utf-8")
    for name in [name for name in sys.modules if name.startswith("reportedly.read.html")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "reportedly.read.html", None)
    with pytest.raises(RunError, match="the program is not whole"):
        list(extract([str(path)], ANY, 1, StandIn))
