"""What holds for any text at all: the blocks tile it, nothing is raised, and the time is linear."""

# ruff: noqa: E501

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read.plain import read_plain

PIECES = [
    "\n", "\n\n", "\r\n", "\r", "\u2028", "\u00a0", "\u3000", "\t", "    ", "\x00", "\u200f", "\ufeff",
    "👩‍🚒", "e\u0301", "“", "\"", "<", "<link>", "[caption", "{{", "}}", "(", ")", "•", "—", " - ", ": ", ". ",
    "By Jane Doe", "Jane Doe says:", "3 hours ago", "Comments (12)", "Reply", "READ MORE:", "Related",
    "(Reuters)", "PARIS, March 3", "(left)", "file photo", "Photo: Lena Orr", "© 2021", "Advertisement",
    "AFP contributed to this report.", "Marta Quill said that the quay would close in spring.",
    "March 3, 2021", "A Headline Without a Stop", "(Reporting by Jane Doe)", "a", "The", "?",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
        st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=30).map(
            "".join
        ),
        st.text(max_size=400),
    )
)
def test_blocks_tile_any_text(text: str) -> None:
    read = read_plain(text)
    covered = [False] * len(text)
    end = 0
    for block in read.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end
        words = block.span.read(text)
        assert words == words.strip()
        covered[block.span.start : end] = [True] * len(block.span)
    assert all(c or text[i].isspace() for i, c in enumerate(covered))
    assert read.title is None or read.title.strip()
    assert all(name.strip() for name in read.authors)


def seconds(text: str) -> float:
    """Processor time for one reading: what else runs on the machine does not count."""
    start = time.process_time()
    read_plain(text)
    return time.process_time() - start


LONG = {
    "one line of 5 MB": "Quill said that it would close. " * 160_000,
    "200,000 short lines": "\n".join(f"Line {i} has a few words in it" for i in range(200_000)),
    "200,000 comments": "\n".join(f"Jo{i} • 3 hours ago" for i in range(200_000)),
    "open tags": "<a" * 2_000_000,
    "open comments": "<!--" * 1_000_000,
    "open brackets": "[caption " * 400_000,
    "open braces": "{{" * 2_000_000,
    "blank lines": "\n" * 4_000_000,
    "wrapped": "the quick brown fox jumps over the lazy dog and sleeps all day\n" * 60_000,
}


@pytest.mark.parametrize("name", LONG)
def test_time_is_bounded_on_long_texts(name: str) -> None:
    # Ten times what an idle core of 2020 takes: only something worse than linear passes this bound.
    assert seconds(LONG[name]) < 15


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by " + "by a: " * 45,
        "share " * 49 + "x",
        "Read more on " + "on " * 85 + "x",
        "A, left, " * 30 + "photo credit getty / ",
        "a." * 140 + "z",
        "a.b-" * 70,
        "By " + "Aa and " * 20 + "1",
        "aaa contributed " * 17,
        "Jan 3, 2014 " * 9,
        "photo " * 49 + "!",
        "PARIS, " * 40,
    ],
)
def test_no_line_makes_a_pattern_run_away(line: str) -> None:
    assert seconds("\n".join(f"{line}{i}" for i in range(1000))) < 5
