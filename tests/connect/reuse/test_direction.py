from __future__ import annotations

from printed import HARBOUR, printed

from reportedly.connect.reuse import compare
from reportedly.connect.reuse.direction import told
from reportedly.schema import Direction, Document

CREDITED = "Meridian contributed to this report."


def agency(**fields: str) -> Document:
    return printed(*HARBOUR, publisher="Meridian News Agency", **fields)


def printing(**fields: str) -> Document:
    return printed(*HARBOUR, CREDITED, publisher="Ostrel Post", **fields)


def test_the_earlier_day_is_the_first() -> None:
    one = printed(*HARBOUR, published="2014-06-30")
    other = printed(*HARBOUR, published="2014-06-28")
    found = told(one, other)
    assert found.direction is Direction.SECOND
    assert found.why == "published on 2014-06-28, before 2014-06-30"
    assert told(other, one).direction is Direction.FIRST


def test_one_day_or_no_day_leaves_it_open() -> None:
    dated = printed(*HARBOUR, published="2014-06-28")
    assert told(dated, dated).direction is Direction.UNKNOWN
    assert told(dated, printed(*HARBOUR)).direction is Direction.UNKNOWN


def test_a_credit_tells_who_had_it_first_and_where_it_says_so() -> None:
    one, other = agency(published="2014-06-30"), printing(published="2014-06-28")
    found = told(one, other)
    assert found.direction is Direction.FIRST
    assert found.why == "credited to Meridian"
    assert found.spans[0] == ()
    assert [span.read(other.text) for span in found.spans[1]] == ["Meridian"]
    assert told(other, one).direction is Direction.SECOND


def test_an_agency_that_names_itself_took_it_from_nobody() -> None:
    one = printed("OSTREL (Meridian) - " + HARBOUR[0], publisher="Meridian")
    other = printing()
    assert told(one, other).direction is Direction.FIRST


def test_two_printings_of_one_agencys_report_took_it_from_neither() -> None:
    one = printing(published="2014-06-28")
    other = printed(
        "OSTREL (Meridian News Agency) - " + HARBOUR[0],
        publisher="Velmar Today",
        published="2014-06-30",
    )
    found = told(one, other)
    assert found.direction is Direction.UNKNOWN
    assert found.why == told(other, one).why == "both credit Meridian News Agency"
    assert [span.read(one.text) for span in found.spans[0]] == ["Meridian"]


def test_two_by_one_publisher_do_not_credit_each_other() -> None:
    one, other = (
        printed(*HARBOUR, text, publisher="Meridian") for text in (CREDITED, "— Meridian")
    )
    assert told(one, other).why == "both credit Meridian"


def test_two_that_credit_each_other_leave_it_open() -> None:
    one = printed(*HARBOUR, "Source: Velmar Today", publisher="Ostrel Post")
    other = printed(*HARBOUR, "Source: Ostrel Post", publisher="Velmar Today")
    assert told(one, other).direction is Direction.UNKNOWN
    assert told(one, other).why == "each credits the other"


def test_reuse_carries_the_direction() -> None:
    found = compare(agency(), printing())
    assert found is not None
    assert (found.direction, found.why) == (Direction.FIRST, "credited to Meridian")
    assert found.spans[1]
