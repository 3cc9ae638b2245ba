"""People: the entities of a document, each made once, when it first speaks or carries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from reportedly.resolve.known import Known
from reportedly.resolve.speakers import Cast, Cluster, Source, entity
from reportedly.schema import Attribution, Carrier, Entity, Span, Speaker


class People:
    """Makes speakers and carriers from clusters of mentions.

    Args:
        text: the document's.
        found: its mentions, their clusters and who speaks.
        known: names that texts do not introduce.
    """

    def __init__(self, text: str, found: Cast, known: Known) -> None:
        self._text = text
        self._cast = found
        self._names = _Names(known)
        self._made: dict[int, Entity] = {}
        self._sources: defaultdict[int, list[Source]] = defaultdict(list)
        for settled in found.settled.values():
            if settled.cluster is not None and settled.source is not None:
                self._sources[settled.cluster.number].append(settled.source)

    def spoken(self, attribution: Attribution) -> Attribution:
        """The attribution with its speaker, or the reason why that stays open."""
        settled = self._cast.settled[attribution.id]
        if settled.cluster is not None:
            one = self._entity(settled.cluster)
            roles = tuple(role.text for role in one.roles)
            return replace(attribution, speaker=Speaker(one.id, one.name, one.type, roles))
        if settled.open is not None:
            return replace(attribution, speaker=Speaker(None, None, None, (), settled.open))
        return attribution

    def carrier(self, span: Span, descriptor: Span | None) -> Carrier:
        """The carrier that a span names."""
        at = self._cast.clustered.at(span)
        if at is None:
            raise KeyError(f"no mention at {span}")
        one = self._entity(self._cast.clustered.of[at])
        words = " ".join(descriptor.read(self._text).split()) if descriptor else None
        return Carrier(one.id, one.name, span, words)

    def listed(self) -> tuple[Entity, ...]:
        """All that were made, by first mention."""
        return tuple(sorted(self._made.values(), key=lambda e: e.mentions[0]))

    def named(self) -> tuple[Entity, ...]:
        """All others that the text has a name for, by first mention."""
        listed, clustered = self.listed(), self._cast.clustered
        known = {e.id for e in listed}
        for cluster in {c.number: c for c in clustered.of if c.names}.values():
            self._entity(cluster)
        return tuple(e for e in self.listed() if e.id not in known)

    def _entity(self, cluster: Cluster) -> Entity:
        if cluster.number not in self._made:
            sources = self._sources[cluster.number]
            self._made[cluster.number] = entity(
                self._text, cluster, self._cast.clustered, sources, self._names
            )
        return self._made[cluster.number]


@dataclass(frozen=True, slots=True)
class _Names:
    """What the list of known names says, in the terms of `speakers`."""

    known: Known

    def stands_for(self, name: str) -> str | None:
        found = self.known.government(name)
        if found is None:
            return None
        return " or ".join(found.ambiguous) if found.ambiguous else found.name

    def is_body(self, name: str) -> bool:
        found = self.known.medium(name) or self.known.group(name) or self.known.body(name)
        return found is not None and not found.everyday

    def aliases(self, name: str) -> tuple[str, ...]:
        return self.known.aliases(name)
