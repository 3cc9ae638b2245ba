"""Agreement: what names, number, gender and kind allow to be one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.resolve.speakers.cluster import Cluster
from reportedly.resolve.speakers.first_names import woman_by_name
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    GENERIC,
    INFORMANTS,
    KIN,
    ROLE,
    SUFFIXES,
    TITLES,
    words_of,
)
from reportedly.schema import Form, Mention, Refers, Span

_FORMS_OF_BODIES = frozenset(
    """news agency inc corp corporation co company group ltd limited plc llc tv television radio
    magazine newspaper media network press party university foundation""".split()
)
"""Words that a body's name may drop: "Telmar" for "Telmar News Agency"; a firm is not its wares."""
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_TITLED = re.compile(r"m(?:r|s|iss|adame|onsieur)|lady|dame|sir|lord|herr", re.IGNORECASE)
_WOMAN = {**dict.fromkeys(_SHE, True), **dict.fromkeys(_HE, False)}


def agrees(pronoun: str, cluster: Cluster) -> bool:
    """Whether a pronoun of the third person may refer to a cluster by its number, gender, kind."""
    if cluster.says_i:
        return False
    if pronoun in _HE or pronoun in _SHE:
        if cluster.plural or cluster.refers in (Refers.BODY, Refers.PLACE) or is_thing(cluster):
            return False
        return cluster.woman is None or cluster.woman == (pronoun in _SHE)
    if pronoun in _IT:
        return cluster.refers is not Refers.PERSON and not cluster.plural
    if pronoun in _THEY:
        return bool(cluster.plural) or cluster.may_be_they or not _one_person(cluster)
    return True


def is_thing(cluster: Cluster) -> bool:
    """Whether all nouns for a cluster are for bodies and documents, or none is for a person."""
    nouns = {noun for noun, _ in cluster.nouns}
    if not nouns or nouns <= BODIES | DOCUMENTS:
        return bool(nouns)
    unknown = cluster.refers is None and not cluster.names
    return unknown and not any(ROLE.search(n) or n in INFORMANTS | KIN | GENERIC for n in nouns)


def _one_person(cluster: Cluster) -> bool:
    """Whether it is one person known as such: by name or by gender.

    Who is only described ("a caller said they …") may be "they" in any text.
    """
    named = bool(cluster.names) and cluster.refers is Refers.PERSON
    return cluster.woman is not None or named


def woman_of(text: str, span: Span, name: tuple[str, ...]) -> bool | None:
    """Whether a name is a woman's, by its title or first name; None where neither tells."""
    titled = _woman_by_title(text, span)
    return woman_by_name(name) if titled is None else titled


def woman_by_pronoun(pronoun: str) -> bool | None:
    """Whether a pronoun is a woman's; None for those that are anybody's."""
    return _WOMAN.get(pronoun)


def _woman_by_title(text: str, span: Span) -> bool | None:
    before = text[max(0, span.start - 6) : span.start] + span.read(text)[:5]
    if not _TITLED.search(before):
        return None
    words = words_of(before)
    if any(w in ("mrs", "ms", "miss", "madame", "lady", "dame") for w in words):
        return True
    return False if any(w in ("mr", "sir", "lord", "herr", "monsieur") for w in words) else None


def alike(mention: Mention, cluster: Cluster, woman: bool | None = None) -> bool:
    """Whether a mention and a cluster are of one kind and gender, where both are known.

    Args:
        mention: what may join.
        cluster: what it may join.
        woman: of the mention (see `woman_of`).
    """
    if woman is not None and cluster.woman is not None and woman != cluster.woman:
        return False
    if mention.refers is None or cluster.refers is None or mention.refers is cluster.refers:
        return True
    if cluster.body and mention.form is Form.NAME:
        return True  # the text has said what it is, and the name has not changed
    return {mention.refers, cluster.refers} == {Refers.BODY, Refers.PLACE}


def fits(name: tuple[str, ...], names: Sequence[tuple[str, ...]], person: bool) -> bool:
    """Whether a name may be a form of the names that a cluster goes by: of the longest above all.

    Part of it (its surname, its first name), or more of it; never another first name with the
    same surname.
    """
    if not name or set(name) <= _FORMS_OF_BODIES:
        return False  # "Inc." alone is no form of a firm's name
    longest = max(names, key=len)

    def akin(other: tuple[str, ...]) -> bool:
        return _part(name, other, person) or _part(other, name, person)

    return any(map(akin, names)) and (akin(longest) or name in names)


def _part(short: tuple[str, ...], long: tuple[str, ...], person: bool) -> bool:
    """Whether the words of one name are the last, or the first, or initials of another's."""
    if person and long[-1] in SUFFIXES and short[-1] not in SUFFIXES:
        long = long[:-1]
    if not 0 < len(short) <= len(long):
        return False
    if short == long[-len(short) :]:
        return True
    if short == long[: len(short)]:
        rest = long[len(short) :]
        return person or set(rest) <= _FORMS_OF_BODIES or (len(short) > 1 and rest[0] == "of")
    matched = [
        s == w or (len(s.strip(".")) == 1 and w.startswith(s.strip(".")))
        for s, w in zip(short[:-1], long[:-1], strict=False)
    ]
    return short[-1] == long[-1] and len(short) > 1 and all(matched) and short[0] not in TITLES
