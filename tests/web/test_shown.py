"""What may be shown of a record: nothing of the machine that it is on."""

from __future__ import annotations

import pytest

from reportedly.export.wording.places import place
from reportedly.web.shown import shown


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("/srv/ada/news/a.txt", "a.txt"),
        ("C:\\Users\\ada\\a.txt", "a.txt"),
        ("\\\\server\\share\\a.txt", "a.txt"),
        ("../../ada/a.txt", "a.txt"),
        ("news/2031/a.txt", "news/2031/a.txt"),
        ("https://a.example/b", "https://a.example/b"),
        ("/", "/"),
        (None, None),
    ],
)
def test_a_path_shows_nothing_of_the_machine(path: str | None, seen: str | None) -> None:
    assert place(path) == seen


def test_every_path_in_an_answer_is_shown_so() -> None:
    answer = {"path": "/a/b", "paths": ["/c/d"], "in": [{"path": "/e/f", "text": "/g/h"}]}
    seen = {"path": "b", "paths": ["d"], "in": [{"path": "f", "text": "/g/h"}]}
    assert shown(answer) == seen
