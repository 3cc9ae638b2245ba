"""Who a group of entities is: name, type, other names and roles, from its profiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.connect.entities import RoleHeld, held, label
from reportedly.schema import EntityType, Profile
from reportedly.schema.codec import decode, encode


@dataclass(frozen=True, slots=True)
class Who:
    """What a group is called and does, over all documents."""

    name: str
    type: EntityType
    aliases: tuple[str, ...]
    roles: tuple[RoleHeld, ...]


def who(profiles: Iterable[Profile]) -> Who:
    """What the profiles of a group say together, in whatever order they come."""
    ordered = sorted(profiles, key=lambda profile: profile.ref)
    name = label(ordered)
    others = dict.fromkeys(n for p in ordered for n in (p.name, *p.aliases) if n != name)
    kind = Counter(p.type for p in ordered).most_common(1)[0][0]
    return Who(name, kind, tuple(others), tuple(held(ordered)))


def packed(found: Who) -> dict[str, object]:
    """The same as data of a summary, whose label is the name."""
    return {"who": {name: value for name, value in encode(found).items() if name != "name"}}


def unpacked(name: str, data: Mapping[str, Any]) -> Who | None:
    """What `packed` gave; None where a summary has none of it."""
    found = data.get("who")
    return None if found is None else decode(Who, {"name": name, **found}, "who")
