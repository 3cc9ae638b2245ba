"""Whether two documents' entities are one: by names; roles and days only tell names apart.

`SAME` takes a full name that both have, in forms that one name is known to have, or a name of one
body that the other goes by. An office alone is never evidence, nor is a surname. What is likely and
not sure is `UNSURE`, with what a person may want to know for deciding it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportedly.connect.entities.bodies import (
    BodyNames,
    alike,
    body_names,
    may_be,
    told,
    two_for_one_acronym,
)
from reportedly.connect.entities.people import Fit, Match, match
from reportedly.connect.entities.person import PersonName, person_name
from reportedly.connect.entities.roles import against, agree
from reportedly.schema import EntityType, Likeness, Profile, Verdict

_BODIES = frozenset({EntityType.ORGANISATION, EntityType.GROUP, EntityType.GOVERNMENT})
_MEDIA = frozenset({EntityType.ORGANISATION, EntityType.UNKNOWN})
DOUBT = 0.8
"""What is left of a score where something speaks against it."""


def compare(a: Profile, b: Profile) -> Likeness:
    """Compare two profiles: pure and symmetric, of two documents or of one.

    Returns:
        A verdict with its reasons. The score is comparable among all verdicts of this function;
        it is 0 for whatever is different.
    """
    clash = contradiction(a, b)
    if clash is not None:
        return _different(clash)
    if EntityType.PERSON in (a.type, b.type):
        return _people(a, b)
    if EntityType.UNKNOWN in (a.type, b.type):
        found = _people(a, b)
        return found if found.verdict is Verdict.SAME else _bodies(a, b)
    return _bodies(a, b)


def contradiction(a: Profile, b: Profile) -> str | None:
    """Why two profiles can never be one, whatever a third one says; None if they might.

    Less than `DIFFERENT`: two that have nothing in common may still be one, by a third that has
    both names.
    """
    if not (a.named and b.named):
        return "not known by a name"
    if not _compatible(a.type, b.type):
        return "of other kinds: " + " and ".join(sorted((a.type.value, b.type.value)))
    if EntityType.PERSON in (a.type, b.type):
        found = _names(a, b)
        return found.reason if found is not None and found.fit is Fit.CLASH else None
    one, other = _body(a), _body(b)
    acronym = two_for_one_acronym(one, other) if one and other else None
    return f"{acronym} stands for two" if acronym else None


def _compatible(a: EntityType, b: EntityType) -> bool:
    return a is b or EntityType.UNKNOWN in (a, b) or {a, b} <= _BODIES


def _different(reason: str) -> Likeness:
    return Likeness(Verdict.DIFFERENT, 0.0, (reason,))


# People


def _people(a: Profile, b: Profile) -> Likeness:
    found = _names(a, b)
    if found is None or found.fit in (Fit.CLASH, Fit.NONE):
        return _alias(a, b) or _different("other names")
    shared, doubts = agree(a, b), tuple(against(a, b))
    if found.fit is Fit.WEAK:
        return _weak(found, shared, doubts)
    reasons = (found.reason, *([f"the same office: {shared}"] if shared else ()))
    if found.fit is Fit.NEAR and shared is None:
        return Likeness(Verdict.UNSURE, found.score * (DOUBT if doubts else 1), (*reasons, *doubts))
    if doubts and shared is None:
        return Likeness(Verdict.UNSURE, found.score * DOUBT, (*reasons, *doubts))
    return Likeness(Verdict.SAME, found.score, reasons)


def _weak(found: Match, shared: str | None, doubts: tuple[str, ...]) -> Likeness:
    """A surname alone is worth a question only where the office is the same as well."""
    if shared is not None:
        reasons = (found.reason, f"the same office: {shared}")
        return Likeness(Verdict.UNSURE, found.score, (*reasons, *doubts))
    if found.score < 0.5 or doubts:
        return _different(found.reason)
    return Likeness(Verdict.UNSURE, found.score, (found.reason,))


def _alias(a: Profile, b: Profile) -> Likeness | None:
    """Another name of one that is the other's, where the document has both ("Cassius Clay")."""
    for one, other in ((a, b), (b, a)):
        own = person_name(other.name)
        if own is not None and own.full and own in _other_names(one):
            doubts = tuple(against(a, b))
            verdict = Verdict.UNSURE if doubts else Verdict.SAME
            reason = " and ".join(sorted((a.name, b.name))) + ", names of one"
            return Likeness(verdict, 0.9 * (DOUBT if doubts else 1), (reason, *doubts))
    return None


def _other_names(profile: Profile) -> Iterator[PersonName]:
    """Full names beside its own, without those that are only parts of it."""
    own = person_name(profile.name)
    for alias in profile.aliases:
        name = person_name(alias)
        if name is not None and name.full and own and not set(name.words) <= set(own.words):
            yield name


@lru_cache(maxsize=65536)
def _match(a: str, b: str) -> Match | None:
    one, other = person_name(a), person_name(b)
    return match(one, other) if one and other else None


def _names(a: Profile, b: Profile) -> Match | None:
    return _match(*sorted((a.name, b.name)))


# Bodies


def _bodies(a: Profile, b: Profile) -> Likeness:
    one, other = _body(a), _body(b)
    if one is None or other is None:
        return _different("no names")
    shared = told(one, other)
    own = one.own.plain == other.own.plain
    if shared is not None and own and _one_word_of_two_kinds(a, b):
        return Likeness(Verdict.UNSURE, 0.4, (f"{shared}, of two kinds",))
    if shared is not None:
        return Likeness(Verdict.SAME, 1.0 if own else 0.95, (f"both go by the name {shared}",))
    found = alike(one, other, media={a.type, b.type} <= _MEDIA)
    if found is not None:
        return Likeness(Verdict.SAME, found[0], (found[1],))
    perhaps = may_be(one, other)
    if perhaps is not None:
        return Likeness(Verdict.UNSURE, perhaps[0], (perhaps[1],))
    return _different("other names")


def _one_word_of_two_kinds(a: Profile, b: Profile) -> bool:
    """A place and a club of its name, and no other name that both go by."""
    if a.type is b.type or len(a.name.split()) > 1 or len(b.name.split()) > 1:
        return False
    return EntityType.GOVERNMENT in (a.type, b.type) and not set(a.aliases) & set(b.aliases)


def _body(profile: Profile) -> BodyNames | None:
    return body_names(profile.name, profile.aliases)
