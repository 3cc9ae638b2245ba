"""One encoder serves all records of a process, in whichever threads they are asked."""

from __future__ import annotations

import threading
from collections.abc import Callable

import press
import pytest
from quay import CLOSED, GATES

from reportedly.record import Record, tracing
from reportedly.record.prepare import Preparer

READERS = 4


def test_records_of_several_threads_load_one_encoder(
    where: Callable[[], str], add: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = where()
    with Record.open(address) as record:
        add(record, GATES)
    loaded: list[Preparer] = []

    def load() -> Preparer:
        loaded.append(press.preparer())
        return loaded[-1]

    monkeypatch.setattr(tracing, "load_preparer", load)
    together, found = threading.Barrier(READERS), list[str]()

    def ask() -> None:
        with Record.open(address, readonly=True) as record:
            together.wait()
            found.extend(claim.label for claim in record.trace(CLOSED).claims)

    readers = [threading.Thread(target=ask) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == [f"that {CLOSED}"] * READERS
    assert len(loaded) == 1
