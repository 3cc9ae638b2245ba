"""Keys: what two profiles have in common that may be one; those without are never compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from reportedly.connect.entities.bodies import LONG, BodyName, body_names
from reportedly.connect.entities.given import given_keys
from reportedly.connect.entities.letters import sound
from reportedly.connect.entities.person import PersonName, person_name
from reportedly.connect.entities.roles import offices
from reportedly.connect.entities.words import COMMON_SURNAMES
from reportedly.schema import EntityType, Profile

TELLING = 4
"""Consonants of the shortest name that its sound still tells from most others."""


def keys(profile: Profile) -> frozenset[str]:
    """The keys of a profile, a pure function of it: two that may be one share a key.

    Only those known by a proper name have any. A person's are two names each by their sound, in
    either order, since a surname alone is shared by too many; a surname alone is a key only with
    an office. A body's are its names; one that the bodies of all states have is none.
    """
    if not profile.named:
        return frozenset()
    found: set[str] = set()
    if profile.type in (EntityType.PERSON, EntityType.UNKNOWN):
        for name in (profile.name, *profile.aliases):
            read = person_name(name)
            if read is not None:
                found |= {f"p:{key}" for key in _person(read, offices(profile.roles))}
    if profile.type is not EntityType.PERSON:
        names = body_names(profile.name, profile.aliases)
        for body in names.all if names else ():
            found |= {f"b:{key}" for key in _body(body)}
    return frozenset(found)


def _person(name: PersonName, held: frozenset[str]) -> Iterator[str]:
    words = name.words
    surname = sound(name.surname)
    yield from (f"{surname}@{office}" for office in held)
    if not name.given:
        return
    yield "=" + _whole("".join(words))
    # The first name with each other, and each with the last: whichever is left out.
    pairs = {*product(words[:1], words[1:]), *product(words[:-1], words[-1:])}
    for one, other in pairs:
        if len(one) > 1 < len(other):
            for a, b in product(given_keys(one), given_keys(other)):
                yield "+".join(sorted((a, b)))
    if len(name.given) > 1:
        yield f"{name.given[0][0]}{name.given[1][0]}.{surname}"
    if len(name.given[0]) == 1 or name.surname not in COMMON_SURNAMES:
        yield f"{name.given[0][0]}.{surname}"


def _body(name: BodyName) -> Iterator[str]:
    if name.general:
        return
    yield name.plain
    yield name.bare
    if len(name.bag) > 1:
        yield "+".join(sorted(name.bag))
    if len(name.plain) >= LONG:
        yield "~" + _whole(name.plain)


def _whole(name: str) -> str:
    """A whole name by its sound; by its letters, if too little is left of it to tell."""
    heard = sound(name)
    return heard if len(heard) >= TELLING else name
