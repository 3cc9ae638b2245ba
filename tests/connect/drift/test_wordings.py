from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.drift import ChangeKind, Drift, Wording, compare_words
from reportedly.connect.drift.changes import mirrored
from reportedly.schema import Kind, Span

SAME, CUT, ADDED = ChangeKind.SAME, ChangeKind.CUT, ChangeKind.ADDED
REWORDED, QUOTED, UNQUOTED = ChangeKind.REWORDED, ChangeKind.QUOTED, ChangeKind.UNQUOTED


def worded(marked: str, kind: Kind = Kind.MIXED) -> Wording:
    """A wording whose content stands in braces, and what is quoted in curly quotation marks."""
    text, content, start = "", [], 0
    for piece in re.split(r"([{}])", marked):
        if piece == "{":
            start = len(text)
        elif piece == "}":
            content.append(Span(start, len(text)))
        else:
            text += piece
    quoted = tuple(Span(*match.span()) for match in re.finditer("“[^”]*”", text))
    return Wording(text, tuple(content), kind, quoted)


def changes(first: str, second: str) -> list[tuple[ChangeKind, str, str]]:
    """What became of the words, as kind and words on both sides; `|` parts spans."""
    one, other = worded(first), worded(second)
    return [
        (
            segment.kind,
            "|".join(span.read(one.text) for span in segment.first),
            "|".join(span.read(other.text) for span in segment.second),
        )
        for segment in compare_words(one, other).segments
    ]


def test_the_same_words_are_the_same_whatever_stands_around_them() -> None:
    found = changes(
        "The mayor said: {“The crane was sound in March.”}",
        "{“THE CRANE was sound in\nMarch”}, according to the mayor",
    )
    assert found == [
        (SAME, "The crane was sound in March", "THE CRANE was sound in\nMarch"),
    ]


def test_what_was_cut_has_no_words_in_the_second() -> None:
    found = changes(
        "{“We will lift the crane on Thursday, if the wind allows it, and open the port”}",
        "{“We will lift the crane on Thursday and open the port”}",
    )
    assert found == [
        (SAME, "We will lift the crane on Thursday", "We will lift the crane on Thursday"),
        (CUT, "if the wind allows it", ""),
        (SAME, "and open the port", "and open the port"),
    ]


def test_what_was_added_stands_behind_what_it_follows() -> None:
    found = changes("{“The port is closed”}", "{“The port is closed for at least a month”}")
    assert found == [
        (SAME, "The port is closed", "The port is closed"),
        (ADDED, "", "for at least a month"),
    ]


def test_other_words_for_the_same_are_reworded() -> None:
    found = changes(
        "{“The port will remain closed until the end of June”}",
        "{“The port will stay shut until the end of June”}",
    )
    assert found == [
        (SAME, "The port will", "The port will"),
        (REWORDED, "remain closed", "stay shut"),
        (SAME, "until the end of June", "until the end of June"),
    ]


def test_a_short_word_in_common_does_not_part_what_was_reworded() -> None:
    found = changes(
        "{“Owners of ships wait”}",
        "{“Captains left outside of harbour wait”}",
    )
    assert found == [
        (REWORDED, "Owners of ships", "Captains left outside of harbour"),
        (SAME, "wait", "wait"),
    ]


def test_words_that_came_to_stand_in_quotation_marks_are_quoted() -> None:
    found = changes(
        "He said {that the crane was a danger to every ship in the port}",
        "He said {that the crane was “a danger to every ship” in the port}",
    )
    assert [kind for kind, _, _ in found] == [SAME, QUOTED, SAME]
    assert found[1] == (QUOTED, "a danger to every ship", "a danger to every ship")


def test_words_that_lost_their_quotation_marks_are_unquoted() -> None:
    found = changes("{“The port is closed”}, he said", "He said {the port is closed}")
    assert found == [(UNQUOTED, "The port is closed", "the port is closed")]


def test_from_indirect_to_direct_what_changed_and_what_was_quoted_stand_apart() -> None:
    found = changes(
        "He said {that he would never sign such a paper}",
        "{“I will never sign such a paper”}, he said",
    )
    assert found == [
        (REWORDED, "that he would", "I will"),
        (QUOTED, "never sign such a paper", "never sign such a paper"),
    ]


@pytest.mark.parametrize(
    ("kind", "other", "found"),
    [
        (Kind.DIRECT, Kind.INDIRECT, UNQUOTED),
        (Kind.INDIRECT, Kind.DIRECT, QUOTED),
        (Kind.DIRECT, Kind.DIRECT, SAME),
        (Kind.INDIRECT, Kind.INDIRECT, SAME),
    ],
)
def test_a_whole_content_has_its_kind_where_no_marks_are_given(
    kind: Kind, other: Kind, found: ChangeKind
) -> None:
    one, two = (worded("{The port is closed}", k) for k in (kind, other))
    assert [s.kind for s in compare_words(one, two).segments] == [found]


def test_sentences_that_changed_places_are_the_same() -> None:
    first, second = "The crane was sound in March", "Nobody told us it was not"
    found = changes(f"{{“{first}. {second}.”}}", f"{{“{second}. {first}.”}}")
    assert found == [(SAME, first, first), (SAME, second, second)]


def test_words_before_what_changed_places_are_compared_with_those_before_it_there() -> None:
    first, second = "The crane was sound in March", "we were told it was not"
    found = changes(f"{{“{first}, although {second}”}}", f"{{“Yet {second}. {first}.”}}")
    assert found == [(SAME, first, first), (REWORDED, "although", "Yet"), (SAME, second, second)]


def test_a_quotation_that_the_second_interrupts_has_two_spans() -> None:
    found = changes(
        "{“The crane was sound when we bought it”}",
        "{“The crane was sound,”} she said, {“when we bought it”}",
    )
    assert [kind for kind, _, _ in found] == [SAME, SAME]
    assert " ".join(second for _, _, second in found) == "The crane was sound when we bought it"


def test_no_span_holds_words_that_are_no_content() -> None:
    one = worded("{“The port, the gate”} she said, {“and the pier are shut”}")
    other = worded("{“All of it is closed to everybody”}")
    (segment,) = compare_words(one, other).segments
    assert [span.read(one.text) for span in segment.first] == [
        "The port, the gate",
        "and the pier are shut",
    ]


@pytest.mark.parametrize("ellipsis", ["…", "...", ". . .", "[…]"])
def test_a_cut_with_an_ellipsis_is_shown(ellipsis: str) -> None:
    full = worded("{“We will lift the crane, if the wind allows it, and open the port”}")
    shown = worded(f"{{“We will lift the crane {ellipsis} and open the port”}}")
    silent = worded("{“We will lift the crane and open the port”}")
    assert [s.shown for s in compare_words(full, shown).segments] == [False, True, False]
    assert [s.shown for s in compare_words(full, silent).segments] == [False] * 3
    assert [s.shown for s in compare_words(shown, full).segments] == [False, True, False]


def test_a_cut_at_the_beginning_is_shown() -> None:
    full = worded("{“In March, and in June, the crane was sound”}")
    (cut, _) = compare_words(full, worded("{“…the crane was sound”}")).segments
    assert (cut.kind, cut.shown) == (CUT, True)


def test_an_ellipsis_elsewhere_shows_nothing() -> None:
    full = worded("{“We will lift the crane, if the wind allows it, and open the port”}")
    other = worded("{“We will lift the crane and open the port…”}")
    assert not any(s.shown for s in compare_words(full, other).segments)


def test_words_in_brackets_are_shown_to_be_the_publishers() -> None:
    one = worded("{“He will not resign over a crane”}")
    other = worded("{“[The minister] will not resign over a crane [sic]”}")
    found = compare_words(one, other).segments
    assert [(s.kind, s.shown) for s in found] == [(REWORDED, True), (SAME, False), (ADDED, True)]
    assert [span.read(other.text) for span in found[0].second] == ["The minister"]


def test_a_sentence_for_a_word_is_no_rewording() -> None:
    long = "it was inspected twice by people who know what they do"
    found = changes("{“The crane: sound, I say”}", f"{{“The crane: {long}, I say”}}")
    assert (CUT, "sound", "") in found
    assert (ADDED, "", long) in found


def test_kept_is_the_share_of_words_that_both_have() -> None:
    one, other = worded("{“one two three four”}"), worded("{“one two three five six seven”}")
    assert compare_words(one, other).kept == pytest.approx(6 / 10)
    assert compare_words(one, one).kept == 1.0
    assert compare_words(one, worded("{“…”}")).kept == 0.0


def test_kinds_leave_out_what_is_the_same() -> None:
    one, other = worded("{“one two three four”}"), worded("{“one two three”}")
    assert compare_words(one, one).kinds == frozenset()
    assert compare_words(one, other).kinds == {CUT}


def test_a_wording_has_content_in_its_text() -> None:
    with pytest.raises(ValueError, match="content"):
        Wording("short", (), Kind.DIRECT)
    with pytest.raises(ValueError, match="content"):
        Wording("short", (Span(0, 9),), Kind.DIRECT)


WORDS = st.lists(
    st.sampled_from("the port was closed. crane, “sound ship” [sic] … and of it".split()),
    min_size=1,
    max_size=25,
).map(" ".join)


@given(WORDS, WORDS, WORDS)
def test_the_order_of_the_two_makes_no_difference(one: str, other: str, last: str) -> None:
    a, b = worded(f"{{{one}}}"), worded(f"{{{other}}} she said {{{last}}}")
    assert compare_words(b, a) == mirrored(compare_words(a, b))


@given(WORDS, WORDS, WORDS)
def test_every_word_of_both_stands_in_one_segment(one: str, other: str, last: str) -> None:
    a, b = worded(f"{{{one}}} she said {{{last}}}"), worded(f"{{{other}}}")
    found = compare_words(a, b)
    for wording, spans in ((a, _first(found)), (b, _second(found))):
        words = [m.span() for s in wording.content for m in _words(wording.text, s)]
        covered = [w for span in sorted(spans) for w in words if Span(*w).within(span)]
        assert covered == words


def _words(text: str, span: Span) -> list[re.Match[str]]:
    return list(re.compile(r"\w+").finditer(text, span.start, span.end))


def _first(drift: Drift) -> list[Span]:
    return [span for segment in drift.segments for span in segment.first]


def _second(drift: Drift) -> list[Span]:
    return [span for segment in drift.segments for span in segment.second]
