"""Who is one and the same: a table of names, by what tells."""

from __future__ import annotations

import pytest

from reportedly.connect.entities import compare, keys
from reportedly.schema import EntityType, Profile, Ref, Verdict

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT


def profile(name: str, kind: str = "person", **more: object) -> Profile:
    return Profile(Ref("d", "e"), EntityType(kind), name, **more)  # type: ignore[arg-type]


PEOPLE = [
    ("Ilse Orro", "Ilse Orro", SAME),
    ("Ilse Orro", "ILSE ORRO", SAME),
    ("Ilse Orro", "Dr. Ilse Orro", SAME),
    ("Ilse Orro", "Orro, Ilse", SAME),
    ("Ilse Órro", "Ilse Orro", SAME),
    ("Ilse Orro", "Ilse Orro’s", SAME),
    ("Ilse Van der Orro", "Ilse van der Orro", SAME),
    ("Ilse Maria Orro", "Ilse Orro", SAME),
    ("Ilse M. Orro", "Ilse Maria Orro", SAME),
    ("Martin King", "Martin King Jr.", UNSURE),
    ("Martin King Jr.", "Martin King Sr.", DIFFERENT),
    ("I. Orro", "Ilse Orro", UNSURE),
    ("I. Orro", "I. Orro", UNSURE),
    ("Ilse Maria Orro", "Ilse Petra Orro", UNSURE),
    ("Mostafa Orro", "Mustafa Orro", UNSURE),
    ("Bill Orro", "William Orro", UNSURE),
    ("Orro", "Ilse Orro", DIFFERENT),
    ("Orro", "Orro", DIFFERENT),
    ("Ilse Orro", "Bram Orro", DIFFERENT),
    ("Ilse Orro", "Ilse Fenn", DIFFERENT),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PEOPLE)
def test_people(one: str, other: str, verdict: Verdict) -> None:
    a, b = profile(one), profile(other)
    assert compare(a, b).verdict is compare(b, a).verdict is verdict
    assert compare(a, b) == compare(b, a)
    if verdict is not DIFFERENT:
        assert keys(a) & keys(b)


def test_an_office_is_no_evidence() -> None:
    role = ("Deputy Harbour Master",)
    assert compare(profile("Ilse Orro", roles=role), profile("Bram Fenn", roles=role)) == (
        compare(profile("Ilse Orro"), profile("Bram Fenn"))
    )


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ({"roles": ("striker",)}, {"roles": ("senator",)}, UNSURE),
        ({"roles": ("senator",)}, {"roles": ("former governor",)}, SAME),
        ({"roles": ("senator",)}, {"roles": ("gardener",)}, SAME),
        ({"day": "1961-02-03"}, {"day": "2016-02-03"}, UNSURE),
        ({"day": "2009-02-03"}, {"day": "2016-02-03"}, SAME),
    ],
)
def test_roles_and_days_speak_against_it_alone(one: dict, other: dict, verdict: Verdict) -> None:
    assert compare(profile("Ilse Orro", **one), profile("Ilse Orro", **other)).verdict is verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Telmar news agency", "Telmar", SAME),
        ("Telmar News", "the Telmar news agency", SAME),
        ("VelmTV", "Velm TV", SAME),
        ("U.V.O.", "UVO", SAME),
        ("Velm Corporation", "Velm Corp.", SAME),
        ("Telmar", "Telvar", DIFFERENT),
        ("Ministry of Fish", "Ministry of Ships", DIFFERENT),
    ],
)
def test_bodies(one: str, other: str, verdict: Verdict) -> None:
    a, b = profile(one, "organisation"), profile(other, "organisation")
    assert compare(a, b).verdict is compare(b, a).verdict is verdict
    assert bool(keys(a) & keys(b)) is (verdict is SAME)


def test_an_alias_makes_two_names_one() -> None:
    a = profile("Harbour Front", "organisation", aliases=("HF", "Harbour Front of Velm"))
    b = profile("HF", "organisation")
    assert compare(a, b).verdict is SAME
    assert compare(b, profile("Harbour Front", "organisation")).verdict is DIFFERENT


def test_a_person_is_no_body() -> None:
    assert compare(profile("Velm Orro"), profile("Velm Orro", "organisation")).verdict is DIFFERENT


def test_a_description_is_nobody() -> None:
    a = profile("Harbour Official", named=False)
    assert compare(a, a).verdict is DIFFERENT
    assert not keys(a)
