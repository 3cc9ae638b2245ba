"""Patterns tried at words find what `re` finds, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.patterns import opening, openings, pattern
from reportedly.resolve.carriers.triggers import _BEFORE, _VERB
from reportedly.weigh.evidence.beside import BESIDE
from reportedly.weigh.evidence.grammar import OWN
from reportedly.weigh.evidence.withheld import KEPT_BACK
from reportedly.weigh.links.ties import TIES
from reportedly.weigh.notes.disputes import FALSELY, LABELS
from reportedly.weigh.notes.grammar import EVIDENCE
from reportedly.weigh.notes.replies import CORRECTION, RENDERING, RESPONSE
from reportedly.weigh.notes.sightings import SEEN

TRIGGERS = (*BESIDE, *KEPT_BACK, *OWN, *EVIDENCE, *FALSELY, *LABELS, *CORRECTION, *RENDERING)
ALL = [
    *(t.pattern for t in (*TRIGGERS, *RESPONSE)),
    *(t.pattern for t in TIES),
    *(r.pattern for r in _BEFORE),
    _VERB,
    SEEN,
]
WORDS = (
    "The claims were echoed by Orro denied the report that it was falsely said to be untrue no"
    " evidence documents show which could not be verified he declined to comment on the audit"
    " according to a report in Radio Velmar told CNN's citing a letter obtained by the Herald ſaid"
    ' He’s it’s didn’t has yet to respond when asked about _this wrote in print İt \n\n , . " “'
).split(" ")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\b(?:hold|has) it", {"hold", "has "}),
        (r"\b(?:an? )?new\b", {"a ", "an ", "new "}),
        (r"\bprov(?:e|ing)", {"prov"}),
        (r"(?<!no\s)\bca(?:n|t)", {"can", "cat"}),
        (r"(?m:^)Note", {"note"}),
        (r"(?<![\w-])both", {"both"}),
        (r"hold", None),  # within a word, too
        (r"\b\w+ing", None),
        (r"\b(?:a|b)?[“\"]", None),
    ],
)
def test_what_a_pattern_may_open_with(source: str, expected: set[str] | None) -> None:
    assert openings(source) == (None if expected is None else frozenset(expected))


def test_most_patterns_are_tried_at_words() -> None:
    assert sum(p.openings is None and p.needs is None for p in ALL) == 0


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_finds_what_re_finds(text: str) -> None:
    for one in ALL:
        for cased in (text, text.upper()):
            found = [m.span() for m in one.finditer(cased)]
            assert found == [m.span() for m in one.compiled.finditer(cased)]


@given(st.text(alphabet="aAbsSſiİıkK' _1\n-", max_size=30))
def test_case_is_what_re_takes_for_it(text: str) -> None:
    for source in (r"\b(?:is|k|a)\b", r"\bs?ab", r"\bk.", r"(?<!\w)i"):
        one = pattern(source, re.IGNORECASE)
        assert [m.span() for m in one.finditer(text)] == [
            m.span() for m in re.finditer(source, text, re.IGNORECASE)
        ]


def test_needs_spares_the_search() -> None:
    one = pattern(r"\w+ (?:echoed|denied)", needs=r"\b(?:echoed|denied)")
    assert [m.group() for m in one.finditer("was echoed, never denied")] == [
        "was echoed",
        "never denied",
    ]
    assert not list(one.finditer("was told"))


def test_places_of_words_asked_for_later() -> None:
    assert opening("zyg", "7")("Zygote 7th a7 zyg") == [0, 7, 14]
