"""Whether two documents' entities are one: by names; roles and days can only speak against it."""

from __future__ import annotations

from itertools import product

from reportedly.connect.entities.fields import fields_of
from reportedly.connect.entities.names import PersonName, body_name, person_name
from reportedly.connect.entities.variants import root
from reportedly.schema import EntityType, Likeness, Profile, Verdict

YEARS = 30
"""Years between two mentions of a name from which they may be two people: a working life."""

_DIFFERENT = Likeness(Verdict.DIFFERENT, 0.0, ("other names",))


def compare(a: Profile, b: Profile) -> Likeness:
    """Compare two profiles; symmetric. Never the same by office, or by surname alone.

    SAME takes a full name, or the name of a body, that both have; UNSURE is what a person may
    decide: initials, forms of a given name, one name in two walks of life or a generation apart.
    """
    person = a.type is EntityType.PERSON
    if person is not (b.type is EntityType.PERSON) or not (a.named and b.named):
        return Likeness(Verdict.DIFFERENT, 0.0, ("of other kinds",))
    return _people(a, b) if person else _bodies(a, b)


def _bodies(a: Profile, b: Profile) -> Likeness:
    names, others = ({body_name(n): n for n in (p.name, *p.aliases)} for p in (a, b))
    shared = sorted(names.keys() & others.keys())
    if not shared:
        return _DIFFERENT
    own = body_name(a.name) == body_name(b.name)
    told = sorted({names[shared[0]], others[shared[0]]})
    return Likeness(
        Verdict.SAME, 1.0 if own else 0.95, (f"both go by the name {' or '.join(told)}",)
    )


def _people(a: Profile, b: Profile) -> Likeness:
    pairs = product(_names(a), _names(b))
    best = max((_two_names(one, other) for one, other in pairs), key=_rank, default=_DIFFERENT)
    against = _against(a, b)
    if best.verdict is Verdict.SAME and against:
        return Likeness(Verdict.UNSURE, best.score * 0.8, (*best.reasons, *against))
    return best


def _names(profile: Profile) -> list[PersonName]:
    parsed = (person_name(name) for name in (profile.name, *profile.aliases))
    return [name for name in parsed if name and name.given]


def _rank(found: Likeness) -> tuple[bool, bool, float]:
    return found.verdict is Verdict.SAME, found.verdict is Verdict.UNSURE, found.score


def _two_names(a: PersonName, b: PersonName) -> Likeness:
    if a.surname != b.surname:
        return _DIFFERENT
    if a.suffix != b.suffix and a.suffix and b.suffix:
        return Likeness(Verdict.DIFFERENT, 0.0, (" and ".join(sorted((a.suffix, b.suffix))),))
    first, second = a.given[0], b.given[0]
    reasons: list[str] = []
    if a.suffix != b.suffix:
        reasons.append(f"only one of the two is {a.suffix or b.suffix}")
    if first == second:
        reasons += ["initials alone"] * (len(first) == 1)
    elif 1 in (len(first), len(second)) and first[0] == second[0]:
        reasons.append("only the initial of the given name is the same")
    else:
        if root(first) != root(second):
            return _DIFFERENT
        reasons.append(f"{min(first, second)} and {max(first, second)} are forms of one name")
    reasons += _middle(a.given[1:], b.given[1:])
    if reasons:
        return Likeness(Verdict.UNSURE, 0.7, ("the same surname", *reasons))
    return Likeness(Verdict.SAME, 1.0, ("the same full name",))


def _middle(a: tuple[str, ...], b: tuple[str, ...]) -> list[str]:
    """Middle names speak against it where both have some, and they do not agree."""
    for one, other in zip(a, b, strict=False):
        short = min(len(one), len(other))
        if one != other and not (short == 1 and one[0] == other[0]) and root(one) != root(other):
            return [f"{min(one, other)} and {max(one, other)} between the names"]
    return []


def _against(a: Profile, b: Profile) -> list[str]:
    found = []
    years = [int(p.day[:4]) for p in (a, b) if p.day]
    if len(years) == 2 and abs(years[0] - years[1]) >= YEARS:
        found.append(f"{min(years)} and {max(years)} lie a generation apart")
    here, there = fields_of(a.roles), fields_of(b.roles)
    if here and there and not here & there:
        found.append("in " + " and in ".join(sorted((_told(here), _told(there)))))
    return found


def _told(fields: frozenset[str]) -> str:
    return ", ".join(sorted(fields))
