"""Composed examples: the words change, and the spans go with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.schema import Span, Spans
from training.compose import Composer, Edit, apply
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
