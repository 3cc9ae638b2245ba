"""Who is never taken for one person, and which of two things that are alike decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.record import Record


def test_a_surname_alone_makes_no_two_documents_one_person(
    record: Record, add: Callable[..., object]
) -> None:
    """Nothing tells the two apart, and yet nothing says that they are one."""
    add(
        record,
        {"path": "a.txt", "text": "Mr Morn said that the gates were closed."},
        {"path": "b.txt", "text": "Mr Morn said that the harvest will be poor."},
    )
    assert [(s.name, s.documents) for s in record.speakers()] == [("Mr Morn", 1), ("Mr Morn", 1)]


def test_one_office_is_no_one_person(record: Record, add: Callable[..., object]) -> None:
    add(
        record,
        {"path": "a.txt", "text": "Ada Morn, chief of the gates, said that the gates were shut."},
        {"path": "b.txt", "text": "Odo Brandt, chief of the gates, said that the gates were shut."},
    )
    assert sorted(s.name for s in record.speakers()) == ["Ada Morn", "Odo Brandt"]
    assert [q for q in record.questions() if q.matter == "the same one?"] == []


def test_two_of_a_name_in_one_document_stay_two(record: Record, add: Callable[..., object]) -> None:
    text = "Ada Morn said that it rains. the other Ada Morn said that the gates were shut."
    add(record, {"path": "a.txt", "text": text})
    add(record, {"path": "b.txt", "text": "Ada Morn said that the harvest will be poor."})
    assert sorted(s.documents for s in record.speakers()) == [1, 2]


def test_a_claim_is_labelled_alike_whichever_twin_came_first(
    record: Record, add: Callable[..., object], where: Callable[[], str]
) -> None:
    """Nothing tells the three apart but the words around; one label holds for any order."""
    articles = [
        {"path": f"{n}.txt", "publisher": paper, "text": f"{who} said that Velmar shut the gates."}
        for n, (paper, who) in enumerate(
            [("The Quay", "Ada Morn"), ("The Mole", "Ada Morn"), ("The Pier", "Bela Cox")]
        )
    ]
    add(record, *articles)
    with Record.open(where()) as other:
        add(other, *reversed(articles))
        assert next(other.claims()) == next(record.claims())
