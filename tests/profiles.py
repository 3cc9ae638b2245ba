"""Profiles for tests: a name, and what a test says besides."""

from __future__ import annotations

from reportedly.schema import EntityType, Profile, Ref

DOCUMENTS = iter(range(10**9))


def profile(
    name: str,
    kind: str = "person",
    *aliases: str,
    roles: tuple[str, ...] = (),
    day: str | None = None,
    named: bool = True,
) -> Profile:
    """A profile in a document of its own."""
    ref = Ref(f"d{next(DOCUMENTS)}", "e1")
    return Profile(ref, EntityType(kind), name, aliases, roles, day, named)
