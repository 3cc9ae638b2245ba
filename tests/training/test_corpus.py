"""Reading brat standoff: planted files, all forms."""

from __future__ import annotations

from pathlib import Path

from reportedly.schema import Span
from training.corpus import read_polnear


def plant(folder: Path, name: str, annotator: str, lines: list[str]) -> None:
    for part in ("text", "attributions"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "text" / f"{name}.txt").write_text("Ana said no. Yes.", encoding="utf-8")
    path = folder / "attributions" / f"{name}_{annotator}.ann"
    path.write_text("\n".join(lines), encoding="utf-8")


def test_roles_and_contents_in_several_places(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "one",
        "ab12",
        [
            "T1\tSource 0 3\tAna",
            "T2\tCue 4 8\tsaid",
            "T3\tContent 9 11;13 16\tno Yes",
            "T4\tAttribution 4 8\tsaid",
            "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
            "T9\tDiscard 0 3\tAna",
        ],
    )
    (example,) = read_polnear(tmp_path)
    (gold,) = example.gold
    assert gold.source == (Span(0, 3),)
    assert gold.content == (Span(9, 11), Span(13, 16))


def test_the_first_annotator_counts_and_odd_lines_do_no_harm(tmp_path: Path) -> None:
    plant(tmp_path, "one", "ff00", ["T1\tCue 4 8\tsaid", "E1\tAttribution:T1 Cue:T1"])
    plant(tmp_path, "one", "0a00", ["T1\t\t", "", "T2\tCue 4 8\tsaid", "E1\tCue:T2 Content:T7"])
    (example,) = read_polnear(tmp_path)
    assert example.gold[0].cue == (Span(4, 8),)
    assert example.gold[0].content == ()
