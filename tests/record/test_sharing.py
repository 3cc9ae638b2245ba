"""With how many others documents share words."""

from __future__ import annotations

from collections.abc import Callable

from quay import GATES, LATER, PEARS, PRINTING

from reportedly.record import Record


def test_others_that_share_words_are_counted_and_versions_are_not(
    record: Record, add: Callable[..., object]
) -> None:
    add(record, GATES, PEARS, PRINTING, LATER)
    keys = {one.paths[0]: one.key for one in record.documents()}
    found = record.sharing([*keys.values(), "dffffffffffff"])
    assert {path: found[key] for path, key in keys.items()} == {
        "quay/gates.txt": 1,
        "pier/gates.txt": 2,
        "mole/pears.txt": 0,
        "quay/gates-later.txt": 1,
    }
    assert len(found) == len(keys)
    pairs = [(pair.first.key, pair.second.key) for pair in record.reuse(keys["pier/gates.txt"])]
    assert len(pairs) == 2
