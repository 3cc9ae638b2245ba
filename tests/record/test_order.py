"""The result does not depend on the order of adding, nor on how it was split into runs."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import press
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recounted import grouped, recounted

from reportedly.record import Record
from reportedly.store import Store

SPEAKERS = (
    "Ada Morn",
    "Ada Morn, minister of ports,",
    "Ada Morn, striker,",
    "A. Morn",
    "the other Ada Morn",
    "Bela Cox",
    "Bela Cox, harbour master,",
    "officials",
    "Harbour Wire quoted Ada Morn",
    "Harbour Wire quoted officials",
    "Quay Agency quoted Bela Cox",
)
CUES = ("said", "said on 2031-05-03", "said on 2031-05-04", "denied", "echoed")
CONTENTS = (
    "that the northern gates of Ostia were closed by Velmar",
    "that Velmar closed the northern gates of Ostia",
    "that Velmar closed the northern gates of Ostia on purpose",
    "“Velmar closed the northern gates of Ostia”",
    "that Velmar did not close the northern gates of Ostia",
    "that the southern gates of Ostia were closed by Velmar",
    "that Velmar sank twelve boats off Ostia",
    "that Velmar sank thirty boats off Ostia",
    "that the harvest will be poor this year",
    "that the harvest will be very poor this year",
)
REPORTS = (
    "Eleven ships wait outside the breakwater and three of them carry grain that was due in the "
    "city before the end of the week. The only channel that is deep enough for tankers is blocked.",
    "Growers in the valley have picked fewer pears than in any year since the first count, and "
    "blame a late frost that came while the trees stood in blossom beside the river.",
)
PUBLISHERS = ("The Quay", "The Mole", "Harbour Wire", None)


def said() -> st.SearchStrategy[str]:
    def sentence(speaker: str, cue: str, content: str) -> str:
        return f"{speaker} {'as saying' if ' quoted ' in speaker else cue} {content}."

    parts = map(st.sampled_from, (SPEAKERS, CUES, CONTENTS))
    return st.builds(sentence, *parts)


def articles() -> st.SearchStrategy[Mapping[str, Any]]:
    def article(
        sentences: Sequence[str], report: str, publisher: str | None, day: int, page: int | None
    ) -> Mapping[str, Any]:
        found: dict[str, Any] = {"text": "\n\n".join([*sentences, report])}
        if publisher:
            found["publisher"] = publisher
        if day:
            found["published"] = f"2031-05-{day:02}"
        if page:
            found["url"] = f"https://quay.invalid/{page}"
        return found

    return st.builds(
        article,
        st.lists(said(), min_size=1, max_size=4),
        st.sampled_from(("", *REPORTS)),
        st.sampled_from(PUBLISHERS),
        st.integers(0, 6),
        st.none() | st.integers(1, 6),
    )


def placed(found: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [{**one, "path": f"{place}.txt"} for place, one in enumerate(found)]


def added(runs: Sequence[Sequence[Mapping[str, Any]]]) -> tuple[Any, Any]:
    """What a new record has after these runs of `add`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.record"
        with Record.open(file) as record:
            for number, run in enumerate(runs):
                taken = record.add([press.newspaper(Path(folder) / f"{number}.jsonl", run)])
                assert not any(one.error for one in taken)
            assert not list(record.check())
            found = recounted(record)
        with Store.open(file) as store:
            return found, grouped(store)


def split(found: Sequence[Any], at: Sequence[bool]) -> list[list[Any]]:
    runs: list[list[Any]] = [[]]
    for one, new in zip(found, at, strict=True):
        if new and runs[-1]:
            runs.append([])
        runs[-1].append(one)
    return runs


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_order_in_any_runs_gives_the_same(data: st.DataObject) -> None:
    """Links are pure functions of two things, and groups of links: nothing else may decide."""
    found = placed(data.draw(st.lists(articles(), min_size=2, max_size=7, unique_by=_identity)))
    turned = data.draw(st.permutations(found))
    runs = split(
        turned, data.draw(st.lists(st.booleans(), min_size=len(found), max_size=len(found)))
    )
    here, groups = added([found])
    there, others = added(runs)
    for part, told in here.items():
        assert there[part] == told, part
    assert others == groups


def _identity(article: Mapping[str, Any]) -> tuple[str, ...]:
    """One document has one key; met at two paths, the first is what answers name."""
    return article["text"], article.get("url") or article.get("publisher", "")
