"""Keys: what two profiles have in common that may be one; those without are never compared."""

from __future__ import annotations

from reportedly.connect.entities.names import body_name, person_name
from reportedly.connect.entities.variants import given_key
from reportedly.schema import EntityType, Profile

LEAST = 2
"""Letters of the shortest name of a body that is a key."""


def keys(profile: Profile) -> frozenset[str]:
    """The keys of a profile; those that are known by a proper name alone have any.

    A person's is the surname with the first letter of the given name: a surname alone is shared by
    too many. A body's is its name without the words that many bodies share.
    """
    if not profile.named:
        return frozenset()
    names = (profile.name, *profile.aliases)
    if profile.type is EntityType.PERSON:
        parsed = [name for n in names if (name := person_name(n)) and name.given]
        return frozenset(f"p:{n.surname}:{given_key(n.given[0])}" for n in parsed)
    folded = (body_name(n) for n in names)
    return frozenset(f"b:{name}" for name in folded if len(name) >= LEAST)
