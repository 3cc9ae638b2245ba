"""Which bodies are one and the same: a table of names, by what tells."""

from __future__ import annotations

import pytest
from profiles import profile

from reportedly.connect.entities import compare, keys
from reportedly.schema import Profile, Verdict

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT

PAIRS = {
    "article, capitals, spaces": [
        ("the BBC", "BBC", SAME),
        ("PressTV", "Press TV", SAME),
        ("PRESS TV", "Press TV", SAME),
        ("Al-Alam", "Al Alam", SAME),
        ("U.N.", "UN", SAME),
        ("Velm & Sons", "Velm and Sons", SAME),
        ("Médecins du Fjord", "Medecins du Fjord", SAME),
        ("Telmar's", "Telmar", SAME),
        ("City of Velm", "Velm", SAME),
        ("Velm City", "Velm", DIFFERENT),
    ],
    "what a medium is called": [
        ("Fars", "Fars news agency", SAME),
        ("Fars News", "Fars News Agency", SAME),
        ("Mehr", "the Mehr news agency", SAME),
        ("Time", "Time magazine", SAME),
        ("Telmar News", "Telmar newspaper", SAME),
        ("Arab News", "Arab", DIFFERENT),
        ("New Telmar", "New Telmar Daily News", DIFFERENT),
        ("ITV", "ITV television station", SAME),
        ("Velm", "Velm TV", DIFFERENT),
        ("Press TV", "Press", DIFFERENT),
        ("State TV", "State Radio", DIFFERENT),
        ("Iran newspaper", "Iran", DIFFERENT),
    ],
    "legal forms and spelling": [
        ("Velm Corporation", "Velm Corp.", SAME),
        ("Velm Inc.", "Velm", SAME),
        ("Velm Telecom Ltd", "Velm Telecom PLC", SAME),
        ("Velm Health Organisation", "Velm Health Organization", SAME),
        ("Velm Defence Centre", "Velm Defense Center", SAME),
    ],
    "offices of a state": [
        ("Iranian Foreign Ministry", "Foreign Ministry of Iran", SAME),
        ("Iran's Foreign Ministry", "Ministry of Foreign Affairs of Iran", SAME),
        ("Russian Defence Ministry", "Ministry of Defense of Russia", SAME),
        ("US Navy", "American Navy", SAME),
        ("Iranian Foreign Ministry", "Iraqi Foreign Ministry", DIFFERENT),
        ("Iranian Foreign Ministry", "Iranian Interior Ministry", DIFFERENT),
        ("Foreign Ministry", "Foreign Ministry", UNSURE),
        ("Supreme Court", "the Supreme Court", UNSURE),
        ("Interior Ministry", "Ministry of the Interior", DIFFERENT),
    ],
    "other words": [
        ("Telmar", "Telvar", DIFFERENT),
        ("Bank of Velm", "Velm Bank", UNSURE),
        ("Ministry of Fish of Velm", "Ministry of Ships of Velm", DIFFERENT),
        ("Harbour Defence Leage", "Harbour Defence League", UNSURE),
        ("Islamic State", "Islamic State Khorasan", DIFFERENT),
        ("Velm United", "Velm City", DIFFERENT),
    ],
}
TABLE = [(what, *pair) for what, pairs in PAIRS.items() for pair in pairs]


@pytest.mark.parametrize(("what", "one", "other", "verdict"), TABLE)
def test_names(what: str, one: str, other: str, verdict: Verdict) -> None:
    a, b = profile(one, "organisation"), profile(other, "organisation")
    assert compare(a, b) == compare(b, a)
    assert compare(a, b).verdict is verdict
    if verdict is SAME:
        assert keys(a) & keys(b)


STATE = ("IS", "ISIS", "ISIL", "Daesh", "Islamic State of Iraq and Syria", "Islamic State group")
IRAN = ("Tehran", "Teheran", "Islamic Republic of Iran")


def group(*names: str) -> Profile:
    return profile(names[0], "organisation", *names[1:])


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (group("Islamic State", *STATE), group("ISIL", "Islamic State", *STATE), SAME),
        (group("Daesh", "Islamic State", "IS"), group("ISIS", "Islamic State", "Daesh"), SAME),
        (group("Daesh"), group("ISIS", "Islamic State", "Daesh"), SAME),
        (group("Free Velm Army", "FVA"), group("FVA", "Free Velm Army"), SAME),
        (group("Free Velm Army", "FVARM"), group("FVARM"), SAME),
        (group("Free Velm Army", "FVA"), group("FVA"), UNSURE),
        (group("Free Velm Army", "FVA"), group("Fishing Vessels Authority", "FVA"), DIFFERENT),
        (group("FVA", "Free Velm Army"), group("FVA", "Fishing Vessels Authority"), DIFFERENT),
        (group("Velm Watch", "VWHR"), group("Velm Watch for Human Rights", "VWHR"), UNSURE),
        (group("Velm Watch", "Watch"), group("Watch"), UNSURE),
        (group("Velm", "Velm International"), group("Velm International", "Velm"), SAME),
        (group("Republic of Velm", "Velm"), group("Velm"), SAME),
        (group("British Velm Army", "Velm Army"), group("Velm Army"), UNSURE),
        (group("Fars", "FNA", "Fars News"), group("Fars News Agency", "Fars", "FNA"), SAME),
    ],
)
def test_other_names(a: Profile, b: Profile, verdict: Verdict) -> None:
    assert compare(a, b) == compare(b, a)
    assert compare(a, b).verdict is verdict
    if verdict is not DIFFERENT:
        assert keys(a) & keys(b)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (profile("Tehran", "government", "Iran"), profile("Iran", "government", *IRAN), SAME),
        (profile("Brussels", "government", "Belgium"), profile("Velm", "government"), DIFFERENT),
        (profile("Velm Port", "government"), profile("Velm Port", "organisation"), SAME),
        (profile("Velm", "government"), profile("Velm", "organisation"), UNSURE),
        (profile("Velm", "government", "Ost"), profile("Velm", "organisation", "Ost"), SAME),
        (profile("Velm TV", "organisation"), profile("Velm", "government"), DIFFERENT),
        (profile("Velm Orro"), profile("Velm Orro", "organisation"), DIFFERENT),
        (profile("Velm Orro"), profile("Velm Orro", "unknown"), SAME),
        (profile("Mayor Velm Orro", "unknown"), profile("Velm Orro"), SAME),
        (profile("Velm Port", "unknown"), profile("the Velm Port", "organisation"), SAME),
        (profile("Velm Treaty", "document"), profile("Velm Treaty", "document"), SAME),
        (profile("Velm Treaty", "document"), profile("Velm Treaty", "organisation"), DIFFERENT),
    ],
)
def test_kinds(a: Profile, b: Profile, verdict: Verdict) -> None:
    assert compare(a, b) == compare(b, a)
    assert compare(a, b).verdict is verdict
    if verdict is not DIFFERENT:
        assert keys(a) & keys(b)


def test_who_has_no_name_is_nobody() -> None:
    official = profile("senior harbour official", named=False)
    assert compare(official, official).verdict is DIFFERENT
    assert not keys(official)


def test_a_name_of_all_states_is_no_key() -> None:
    assert not keys(profile("Foreign Ministry", "organisation"))
    assert keys(profile("Foreign Ministry of Velm", "organisation"))
