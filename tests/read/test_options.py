"""Options: what cannot be meant is refused, and workers get them as they are."""

from __future__ import annotations

import pickle

import pytest

from reportedly.read import Media, Raw, ReadOptions
from reportedly.schema import RunError


@pytest.mark.parametrize(
    "wrong",
    [
        {"published": "12 June 2017"}, {"published": "2017-02-30"}, {"fields": {"body": "x"}},
        {"language": "English"}, {"max_characters": 0}, {"max_bytes": -1}, {"max_redirects": -1},
        {"timeout": 0}, {"read_timeout": -1.0},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(RunError):
        ReadOptions(**wrong)  # type: ignore[arg-type]


def test_options_and_raw_inputs_can_be_sent_to_workers() -> None:
    options = ReadOptions(fields={"text": "body.html"}, language=None)
    assert pickle.loads(pickle.dumps(options)) == options  # noqa: S301 (our own bytes)
    raw = Raw("a.txt", b"x", Media.TEXT)
    assert pickle.loads(pickle.dumps(raw)) == raw  # noqa: S301 (our own bytes)
