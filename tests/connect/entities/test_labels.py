"""What a group goes by, and the roles it held, when."""

from __future__ import annotations

from itertools import permutations

import pytest
from profiles import profile

from reportedly.connect.entities import held, label


def test_a_group_goes_by_the_name_that_most_documents_have() -> None:
    names = ("Ilse Orro", "Ilse Orro", "Dr Ilse Maria Orro")
    assert label([profile(name) for name in names]) == "Ilse Orro"


@pytest.mark.parametrize(
    ("profiles", "expected"),
    [
        ([profile("ILSE ORRO"), profile("Ilse Orro")], "Ilse Orro"),
        ([profile("UNAPS", "organisation"), profile("Velm", "organisation")], "UNAPS"),
        ([profile("Daesh", "group", "Islamic State"), profile("Islamic State", "group")],
         "Islamic State"),
        ([profile("Ilse Orro"), profile("Ilse Maria Orro")], "Ilse Maria Orro"),
    ],
)  # fmt: skip
def test_of_two_the_better_whatever_the_order(profiles: list, expected: str) -> None:
    assert {label(order) for order in permutations(profiles)} == {expected}


def test_a_group_of_nobody_has_no_name() -> None:
    with pytest.raises(ValueError, match="members"):
        label([])


def test_roles_are_held_from_the_first_day_to_the_last() -> None:
    found = list(
        held(
            [
                profile("Ilse Orro", roles=("Senator",), day="2014-05-01"),
                profile("Ilse Orro", roles=("senator", "candidate"), day="2012-02-03"),
                profile("Ilse Orro", roles=("senator",), day="2016-07-08"),
                profile("Ilse Orro", roles=("harbour master",)),
            ]
        )
    )
    assert [(h.role, h.first, h.last, h.documents) for h in found] == [
        ("senator", "2012-02-03", "2016-07-08", 3),
        ("candidate", "2012-02-03", "2012-02-03", 1),
        ("harbour master", None, None, 1),
    ]
