"""Roles: what stands before and behind a name."""

from __future__ import annotations

import pytest

from reportedly.resolve.speakers.roles import roles_of
from reportedly.schema import Span


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("On Sunday former Velmaran President @Ilse Orro@ left.", ["former Velmaran President"]),
        (
            "Deputy Chief of Staff of the Velmaran Army Major General @Ilse Orro@ said so.",
            ["Deputy Chief of Staff of the Velmaran Army", "Major General"],
        ),
        ("@Ilse Orro@, a retired diver, said so.", ["retired diver"]),
        ("@Ilse Orro@, director of the ferry company, said so.", ["director of the ferry company"]),
        ("Sen. @Ilse Orro@ (R-Lissom) said so.", ["Sen.", "R-Lissom"]),
        ("Mr @Ilse Orro@ said so.", []),
        ("They met @Ilse Orro@, Bram Tolliver and others.", []),
        ("He told @Ilse Orro@ so.", []),
        ("They came to receive @Ilse Orro@.", []),
        ("But neither @Ilse Orro@ nor he came.", []),
        ("Now comes the test for Sen. @Ilse Orro@.", ["Sen."]),
        ("Why then? If @Ilse Orro@ came, fine.", []),
        ("Majority Leader @Ilse Orro@ came.", ["Majority Leader"]),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    start, end = text.index("@"), text.rindex("@")
    plain = text.replace("@", "")
    assert [r.text for r in roles_of(plain, Span(start, end - 1))] == roles
