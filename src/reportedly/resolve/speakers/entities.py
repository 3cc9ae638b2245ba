"""Entities: all that a document says of who each speaker and carrier is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.kept_back import KEPT_BACK
from reportedly.resolve.speakers.roles import CIVIL, roles_of
from reportedly.resolve.speakers.source import Source
from reportedly.resolve.speakers.words import (
    BODIES,
    COUNTED,
    DETERMINERS,
    DOCUMENTS,
    FIRST_PERSON,
    GENERIC,
    INFORMANTS,
    ONE_PERSON,
    PEOPLES,
    POWERS,
    SECRET,
    is_plural,
    is_title,
    names_person,
    untitled,
    words_of,
)
from reportedly.schema import (
    Entity,
    EntityType,
    Form,
    Mention,
    Phrase,
    Refers,
    Span,
    entity_id,
    merge,
    phrase,
)


class Names(Protocol):
    """What is known of names beyond the text."""

    def stands_for(self, name: str) -> str | None:
        """What a place stands for when it speaks; None for what is no seat of power."""

    def is_body(self, name: str) -> bool:
        """Whether a name is that of a medium or an armed group."""

    def aliases(self, name: str) -> tuple[str, ...]:
        """Other names of the same."""


def entity(
    text: str, cluster: Cluster, clustered: Clustered, sources: Sequence[Source], names: Names
) -> Entity:
    """The entity that a cluster's mentions refer to; `sources` are those that speak as it."""
    listed = [clustered.mentions[i] for i in cluster.mentions]
    names_alone = (m.span for m in listed if m.form is Form.NAME)
    named = [span for span in names_alone if not is_title(span.read(text))]
    joints = {s.head: s.core for s in sources if s.members}
    spans = merge(joints.get(m.span, m.span) for m in listed)
    proper = _name(text, named, cluster.refers)
    name = proper or _description(text, sources) or _noun(text, listed)
    kind = _type(text, cluster, name, named, sources, names)
    person = kind in (EntityType.PERSON, EntityType.GROUP)
    secret = person and not named and not _named_behind(text, sources)
    secret = secret and _informs(text, name, sources)
    return Entity(
        id=entity_id(spans[0]),
        type=kind,
        name=name,
        aliases=_aliases(name, [_cleaned(s.read(text), cluster.refers) for s in named], names),
        mentions=spans,
        roles=_roles(text, named, sources) if person else (),
        anonymous=secret,
        reason=_reason(text, sources) if secret else None,
        stands_for=names.stands_for(name) if kind is EntityType.GOVERNMENT else None,
        proper=proper is not None,
    )


def _name(text: str, named: Iterable[Span], refers: Refers | None) -> str | None:
    """The fullest name, a person's without titles; the first of those that are equally full."""
    cleaned = [_cleaned(s.read(text), refers) for s in named]
    return max(cleaned, key=lambda n: len(n.split()), default=None) or None


def _cleaned(words: str, refers: Refers | None) -> str:
    if refers is Refers.PERSON:
        return untitled(words)
    whole = re.sub(r"['’]s?$", "", " ".join(words.split()))
    return re.sub(r"^[Tt]he ", "", whole).strip(".,;: ")


def _description(text: str, sources: Sequence[Source]) -> str | None:
    """The fullest of the noun phrases that speak, article off."""
    phrases = [" ".join(s.core.read(text).split()) for s in sources if s.pronoun is None]
    cleaned = [re.sub(r"['’]s?$", "", p) for p in phrases]
    return max(cleaned, key=len, default=None) or None


def _noun(text: str, listed: Sequence[Mention]) -> str:
    """The fullest noun of its mentions; a pronoun only if there is nothing else."""
    nouns = [m.span.read(text) for m in listed if m.form is not Form.PRONOUN]
    if nouns:
        return " ".join(max(nouns, key=len).split())
    word = listed[0].span.read(text).lower()
    return "I" if word in ONE_PERSON else "we" if word in FIRST_PERSON else word


def _type(
    text: str,
    cluster: Cluster,
    name: str,
    named: Sequence[Span],
    sources: Sequence[Source],
    names: Names,
) -> EntityType:
    if name in ("I", "we", "you") or any(s.members for s in sources):
        return EntityType.PERSON if name == "I" else EntityType.GROUP
    told = _by_name(cluster, name, named, names)
    if told is not None:
        return told
    noun = _head_noun(text, sources) or next(reversed(words_of(name)), "")
    if not named or cluster.refers is None:
        by_noun = _by_noun(noun)
        if by_noun is not None:
            return by_noun
    return _by_reference(cluster, noun, bool(named))


def _by_name(cluster: Cluster, name: str, named: Sequence[Span], names: Names) -> EntityType | None:
    person = cluster.refers is Refers.PERSON and cluster.woman is not None
    if cluster.refers is Refers.PLACE or (names.stands_for(name) is not None and not person):
        return EntityType.GOVERNMENT
    if names.is_body(name):
        return EntityType.ORGANISATION
    if name.lower() in PEOPLES:
        return EntityType.GROUP
    return EntityType.PERSON if cluster.refers is Refers.PERSON and named else None


def _by_reference(cluster: Cluster, noun: str, named: bool) -> EntityType:
    if cluster.refers is Refers.BODY:
        return EntityType.ORGANISATION
    if cluster.refers is Refers.PERSON:
        return EntityType.GROUP if is_plural(noun) else EntityType.PERSON
    if is_plural(noun):
        return EntityType.GROUP
    return EntityType.PERSON if not named and names_person(noun) else EntityType.UNKNOWN


def _head_noun(text: str, sources: Sequence[Source]) -> str | None:
    heads = [s.head.read(text) for s in sources if s.pronoun is None]
    found = words_of(heads[0]) if heads else []
    return found[-1] if found else None


def _by_noun(noun: str) -> EntityType | None:
    if noun in DOCUMENTS:
        return EntityType.DOCUMENT
    if noun in POWERS:
        return EntityType.GOVERNMENT
    if noun in BODIES:
        return EntityType.ORGANISATION
    if noun in INFORMANTS | GENERIC:
        return EntityType.GROUP if is_plural(noun) else EntityType.PERSON
    return None


def _aliases(name: str, forms: Iterable[str], names: Names) -> tuple[str, ...]:
    """Other forms of the name in the text, then those that are known without it."""
    seen = {name: None}
    for form in forms:
        seen.setdefault(form, None)
    for alias in names.aliases(name):
        seen.setdefault(alias, None)
    return tuple(alias for alias in seen if alias and alias != name)


def _roles(text: str, named: Iterable[Span], sources: Sequence[Source]) -> tuple[Phrase, ...]:
    """Each role once, in its fullest form; those beside a name before nouns for it."""
    found: dict[str, Phrase] = {}
    for span in named:
        words = span.read(text)
        prefix = words[: max(0, words.find(untitled(words)))].rstrip()
        if prefix and prefix.lower().rstrip(".") not in CIVIL:
            role = phrase(text, Span(span.start, span.start + len(prefix)))
            found.setdefault(role.text.lower(), role)
        for role in roles_of(text, span):
            found.setdefault(role.text.lower(), role)
    for source in sources:
        if source.form is Form.NOUN and source.pronoun is None and (found or named):
            role = phrase(text, _articleless(text, source.core))
            found.setdefault(role.text.lower(), role)
    return tuple(r for low, r in found.items() if not any(low != o and low in o for o in found))


def _articleless(text: str, span: Span) -> Span:
    first = span.read(text).split(maxsplit=1)
    if len(first) > 1 and first[0].lower() in DETERMINERS:
        return Span(span.end - len(first[1]), span.end)
    return span


def _informs(text: str, name: str, sources: Sequence[Source]) -> bool:
    """Whether who has no name is one whose name is kept back, rather than a class of people.

    Of several, only those that are counted ("two officials") or inform ("sources") are some in
    particular.
    """
    nouns = {w for s in sources if s.pronoun is None for w in words_of(s.head.read(text))}
    nouns = nouns or set(words_of(name)[-1:])
    if nouns & GENERIC or not nouns:
        return False
    if not nouns & INFORMANTS:
        return all(names_person(n) and not is_plural(n) and n not in _NOBODY for n in nouns)
    counted = not frozenset(words_of(name)).isdisjoint(COUNTED)
    return counted or not any(is_plural(noun) and noun not in SECRET for noun in nouns)


def _named_behind(text: str, sources: Sequence[Source]) -> bool:
    """Whether names stand in apposition: "two members, Ilse Orro and Bram Fenn,"."""
    return any(_APPOSED.match(text, s.core.end, s.span.end) for s in sources)


_APPOSED = re.compile(r",\s[A-Z][\w’'-]+\s(?:[A-Z][\w’'.-]+\s?)+")
_NOBODY = frozenset("i you we he she it anyone everyone other another narrator".split())
"""Words of which no name is kept back."""
_SENTENCE = re.compile(r"[.!?][”\"’']*(?:\s|$)|\n")


def _reason(text: str, sources: Sequence[Source]) -> Phrase | None:
    """The words in a source, or behind it in its sentence, that say why its name is kept back.

    What stands in a source ends with it. Behind it, "who" is whoever stands right before that.
    """
    for source in sources:
        inside = KEPT_BACK.search(text, source.span.start, source.span.end)
        if inside:
            return phrase(text, Span(*inside.span()))
        ended = _SENTENCE.search(text, source.span.end)
        end = ended.start() if ended else len(text)
        for found in KEPT_BACK.finditer(text, source.span.end, end):
            own = not found.group().lower().startswith("who")
            if own or not re.search(r"\w", text[source.span.end : found.start()]):
                return phrase(text, Span(*found.span()))
    return None
