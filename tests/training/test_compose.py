"""Composed examples: the words change, and the spans go with them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.schema import Span, Spans
from training.compose import Composer, Edit, apply, paragraph
from training.corpus import Example, Gold

NAMES = (["Orsolya", "Bertil"], ["Kavelin", "Ostrander"])


def at(text: str, *words: str) -> Spans:
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


TEXT = "Bridge to close.\n\n“We had no choice,” Edda Crane said. “It was unsafe.”"
EXAMPLE = Example(
    "a",
    TEXT,
    (
        Gold(
            at(TEXT, "Edda Crane"),
            at(TEXT, "said"),
            at(TEXT, "“We had no choice,”", "“It was unsafe.”"),
        ),
    ),
)


def words(example: Example, role: str) -> list[str]:
    return [s.read(example.text) for g in example.gold for s in getattr(g, role)]


def test_replaced_words_take_their_span_along() -> None:
    start = TEXT.index("Crane")
    changed = apply(EXAMPLE, [Edit(start, start + 5, "Ostrander"), Edit(0, 6, "Dam")])
    assert words(changed, "source") == ["Edda Ostrander"]
    assert words(changed, "content") == words(EXAMPLE, "content")


def test_what_is_put_in_at_an_edge_stays_outside() -> None:
    source, cue = EXAMPLE.gold[0].source[0], EXAMPLE.gold[0].cue[0]
    edits = [
        Edit(source.start, source.start, "the Post quoted "),
        Edit(cue.end, cue.end, ", twice"),
    ]
    changed = apply(EXAMPLE, edits)
    assert "the Post quoted Edda Crane said, twice." in changed.text
    assert words(changed, "source") == ["Edda Crane"]
    assert words(changed, "cue") == ["said"]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.text(max_size=5)), max_size=6))
def test_insertions_never_change_the_words_of_a_span_they_do_not_enter(
    places: list[tuple[int, str]],
) -> None:
    spans = [s for g in EXAMPLE.gold for role in (g.source, g.cue, g.content) for s in role]
    outside = {p: new for p, new in places if not any(s.start < p < s.end for s in spans)}
    changed = apply(EXAMPLE, [Edit(p, p, new) for p, new in outside.items()])
    for role in ("source", "cue", "content"):
        assert words(changed, role) == words(EXAMPLE, role)


def test_carriers_leave_the_speaker_the_source() -> None:
    seen = set()
    for seed in range(60):
        changed = Composer(NAMES, seed, carried=1.0)._carry(EXAMPLE)
        assert words(changed, "source") == ["Edda Crane"]
        assert words(changed, "content") == words(EXAMPLE, "content")
        seen.add(" … ".join(words(changed, "cue")))
    assert {"said", "quoted … as saying", "was quoted as saying", "told"} <= seen


def test_names_change_throughout() -> None:
    renamed = next(
        e for seed in range(20) if (e := Composer(NAMES, seed, 0.0)._rename(EXAMPLE)) != EXAMPLE
    )
    assert words(renamed, "source")[0].split()[1] in NAMES[1]
    assert "Crane" not in renamed.text


def test_quotation_marks_change_form_and_stay_in_the_content() -> None:
    for seed in range(20):
        changed = Composer(NAMES, seed, 0.0)._requote(EXAMPLE)
        first = words(changed, "content")[0]
        assert first[1:-1] == "We had no choice,"
        assert (first[0], first[-1]) in {('"', '"'), ("‘", "’"), ("«", "»")}


# --- one paragraph by itself

PAGE = "Pier shut.\n\nOrro said no. Fenn denied it.\n\nShe told us so.\nThey left it."
SAID = Gold(at(PAGE, "Orro"), at(PAGE, "said"), at(PAGE, "no"))
DENIED = Gold(at(PAGE, "Fenn"), at(PAGE, "denied"), at(PAGE, "it"))
TOLD = Gold(at(PAGE, "She"), at(PAGE, "told"), at(PAGE, "so"))


def alone(*gold: Gold, seed: int = 0) -> Example | None:
    return paragraph(Example("page", PAGE, gold), random.Random(seed))  # noqa: S311


def test_a_paragraph_stands_by_itself_with_all_of_its_attributions() -> None:
    found = alone(SAID, DENIED)
    assert found is not None
    assert found.text == "Orro said no. Fenn denied it."
    assert words(found, "source") == ["Orro", "Fenn"]
    assert words(found, "cue") == ["said", "denied"]
    assert words(found, "content") == ["no", "it"]


def test_a_paragraph_is_named_after_where_it_stands() -> None:
    found = alone(SAID)
    assert found is not None
    assert found.name == f"page@{PAGE.index('Orro')}"


def test_any_paragraph_with_a_cue_may_be_taken_and_no_other() -> None:
    found = {e.text for seed in range(40) if (e := alone(SAID, DENIED, TOLD, seed=seed))}
    assert found == {"Orro said no. Fenn denied it.", "She told us so."}


def test_the_last_paragraph_ends_with_the_text() -> None:
    left = Gold(at(PAGE, "They"), at(PAGE, "left"), ())
    found = alone(left)
    assert found is not None
    assert found.text == "They left it."
    assert words(found, "cue") == ["left"]


@pytest.mark.parametrize(
    "across",
    [
        Gold(at(PAGE, "Orro"), at(PAGE, "said"), at(PAGE, "no", "They left it")),
        Gold(at(PAGE, "Pier"), at(PAGE, "said"), at(PAGE, "no")),
    ],
)
def test_a_paragraph_that_shares_an_attribution_is_none(across: Gold) -> None:
    assert alone(across) is None
    one = Gold(at(PAGE, "Fenn"), at(PAGE, "denied"), ())
    assert all(alone(across, one, seed=seed) is None for seed in range(10))


def test_without_a_cue_there_is_no_paragraph() -> None:
    assert alone() is None
    assert alone(Gold(at(PAGE, "Orro"), (), at(PAGE, "no"))) is None
