"""What an entity goes by over all documents: one name, and the roles it held, when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.connect.entities.letters import fold
from reportedly.schema import Profile

LONGEST_ACRONYM = 6
"""Letters up to which a name in capitals is taken for an acronym ("UNESCO")."""


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role, and the first and last day of publication on which a document gives it.

    Args:
        role: in the form that most documents give it.
        first: the earliest day; None if none is known.
        last: the latest day.
        documents: how many documents give it.
    """

    role: str
    first: str | None
    last: str | None
    documents: int


def label(profiles: Sequence[Profile]) -> str:
    """The name of a group: the one that most documents have.

    Of several, one that is not all in capitals, then the one that more documents have beside
    their own, then the fullest; a pure function of the profiles, in any order.

    Raises:
        ValueError: if there are no profiles.
    """
    names = Counter(p.name for p in profiles)
    if not names:
        raise ValueError("a group has members")
    others = Counter(alias for p in profiles for alias in set(p.aliases))
    return min(
        names, key=lambda n: (-names[n], _shouted(n), -others[n], -len(n.split()), -len(n), n)
    )


def _shouted(name: str) -> bool:
    """Whether a name is in capitals for a headline's sake, rather than an acronym."""
    return name.isupper() and len(name) > LONGEST_ACRONYM


def held(profiles: Iterable[Profile]) -> Iterator[RoleHeld]:
    """The roles of a group over time, the earliest first."""
    given: defaultdict[str, list[tuple[str, Profile]]] = defaultdict(list)
    for profile in profiles:
        for role in profile.roles:
            given[fold(role)].append((role, profile))
    found = []
    for forms in given.values():
        days = sorted(p.day for _, p in forms if p.day)
        role = min(Counter(r for r, _ in forms).items(), key=lambda form: (-form[1], form[0]))[0]
        documents = len({p.ref.document for _, p in forms})
        found.append(
            RoleHeld(role, days[0] if days else None, days[-1] if days else None, documents)
        )
    yield from sorted(found, key=lambda h: (h.first or "9999", -h.documents, h.role))
