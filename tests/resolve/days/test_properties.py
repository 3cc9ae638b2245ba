"""What holds for any text and any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.days import Direction, Settled, find, settle
from reportedly.resolve.days.words import FULL_WEEKDAYS
from reportedly.schema import Span

WORDS = """in on the a since last next this past coming of and to from between 3 3rd 15 2014 1999
    70s March May Sept. october Monday Tuesday friday Sun week weeks weekend month year day days ago
    later two ten few morning night today Yesterday spring fall quarter first third Q3 , ( ) - – / .
    ' ’s \n \n\n ſ İ K é""".split(" ")
timely = st.lists(st.sampled_from(WORDS), max_size=25).flatmap(
    lambda words: st.sampled_from([" ", "", "\u00a0"]).map(lambda gap: gap.join(words))
)
texts = st.one_of(st.text(), timely)
days = st.dates()
directions = st.sampled_from(Direction)
middle = st.dates(date(1600, 1, 1), date(2400, 1, 1))


@given(texts)
def test_spans_lie_in_the_text_disjoint_and_in_order(text: str) -> None:
    spans = [e.span for e in find(text)]
    assert all(s.end <= len(text) and s.read(text).strip() == s.read(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(texts, st.integers(0, 60), st.integers(1, 60))
def test_a_stretch_gives_only_what_lies_in_it(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    assert all(e.span.within(span) for e in find(text, span))


@given(texts, st.one_of(st.none(), days), directions)
def test_any_time_settles_or_stays_open(text: str, day: date | None, way: Direction) -> None:
    for expression in find(text):
        settled = settle(expression, day, way)
        assert settled is None or settled.first <= settled.last


@given(texts, st.text(alphabet=" \n.", max_size=5))
def test_what_stands_far_off_changes_nothing(text: str, gap: str) -> None:
    alone = [e.says for e in find(text + ".\n\n")]
    shifted = find(f"Nothing here.{gap}\n\n" + text + ".\n\n")
    assert len(shifted) == len(alone)


@given(st.sampled_from(FULL_WEEKDAYS), middle)
def test_a_weekday_in_the_past_is_the_last_one_by_publication(name: str, day: date) -> None:
    found = weekday(name, day, Direction.PAST)
    assert found.first.strftime("%A").lower() == name
    assert timedelta(0) <= day - found.first < timedelta(7)


@given(st.sampled_from(FULL_WEEKDAYS), middle)
def test_a_weekday_to_come_is_the_first_one_from_publication(name: str, day: date) -> None:
    found = weekday(name, day, Direction.FUTURE)
    assert found.first.strftime("%A").lower() == name
    assert timedelta(0) <= found.first - day < timedelta(7)


@given(
    st.sampled_from(["on Monday", "last week", "ten days ago", "three months ago", "in March",
                     "last year", "over the weekend", "last Friday", "last summer", "yesterday",
                     "this month", "last quarter", "in the spring", "Q3", "on March 3"]),
    middle,
    st.integers(0, 1000),
    directions,
)  # fmt: skip
def test_a_later_publication_settles_no_earlier(
    text: str, day: date, more: int, way: Direction
) -> None:
    (found,) = find(f"He said {text}.")
    first, second = (settle(found, d, way) for d in (day, day + timedelta(days=more)))
    assert first is not None
    assert second is not None
    assert first.first <= second.first
    assert first.precision is second.precision


@given(st.dates(date(1500, 1, 1), date(2199, 12, 31)), st.one_of(st.none(), days), directions)
def test_a_full_date_needs_no_publication(
    day: date, published: date | None, way: Direction
) -> None:
    forms = (
        f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat(),
        f"{day.month}/{day.day}/{day.year}", f"{day:%A}, {day:%B} {day.day}, {day.year}",
    )  # fmt: skip
    for form in forms:
        (found,) = find(f"It is dated {form}.")
        assert found.span.read(f"It is dated {form}.") == form
        settled = settle(found, published, way)
        assert settled is not None
        assert (settled.value, settled.end) == (day.isoformat(), None)


def weekday(name: str, day: date, way: Direction) -> Settled:
    (found,) = find(f"He said on {name.title()} that it rained.")
    settled = settle(found, day, way)
    assert settled is not None
    return settled
