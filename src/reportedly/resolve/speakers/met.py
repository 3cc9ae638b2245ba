"""What is known of a document's mentions while they are clustered, one by one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from reportedly.resolve.speakers.agreement import (
    agrees,
    is_thing,
    woman_by_pronoun,
    woman_of,
)
from reportedly.resolve.speakers.cluster import Cluster
from reportedly.resolve.speakers.phrase import noun_phrase
from reportedly.resolve.speakers.words import (
    FEMALE,
    FULL,
    GENERIC,
    MALE,
    PLURAL,
    SUFFIXES,
    bare_name,
    is_plural,
    is_title,
    words_of,
)
from reportedly.schema import Form, Mention, Refers, Span

CLOSE = 0.8
"""A second cluster whose probability is this share of the best one's leaves a mention open."""
TURN = 600
"""Characters in which who spoke last is still the one that a pronoun or noun takes up."""
_BREAK = re.compile(r"[.!?”\"\n]")
"""What ends a clause of who spoke last; in one sentence with him, a noun is somebody else."""
SINGULAR_THEY = re.compile(
    r"\bthey/them\b|\bnon-?binary\b|\bpronouns?\b[^.]{0,30}\bthey\b", re.IGNORECASE
)
"""What a text says that calls one person "they"."""


class Met:
    """What has been met so far: mentions, clusters, who spoke last.

    Args:
        text: the document's.
        mentions: in text order.
        speaking: those that are heads of sources at the outermost level.
        roles: what the text says that the person of a name is, by the name's span.
        canonical: the one name that all known names of the same have; None if unknown.
        groups: what the members of a group are called by the word that joins them, by its span
            ("orro and fenn" by the "and" of "Ilse Orro and Bram Fenn").
        subjects: for pronouns that speak, what the sentence before opens with (see `subjects`).
        own_names: for those that speak, names that they cannot stand for (see `own_names`).
        headline: where the text's title and subtitle end; 0 if it has none.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        speaking: Collection[Span] = (),
        roles: Mapping[Span, str] | None = None,
        canonical: Callable[[str], str | None] = lambda _: None,
        groups: Mapping[Span, str] | None = None,
        subjects: Mapping[Span, Span] | None = None,
        own_names: Mapping[Span, Sequence[Span]] | None = None,
        headline: int = 0,
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.speaking = frozenset(speaking)
        self.roles = roles or {}
        self.canonical = canonical
        self.groups = groups or {}
        self.subjects = subjects or {}
        self.own_names = own_names or {}
        self.headline = headline
        self.barred: frozenset[int] = frozenset()
        self.bare: dict[Span, tuple[str, ...]] = {}
        self.woman: dict[Span, bool] = {}
        self.women = self._women()
        self.singular_they = bool(SINGULAR_THEY.search(text))
        self.selves: dict[str, Cluster] = {}
        self.spoke: list[tuple[Cluster, int]] = []
        self.of: list[Cluster] = []
        self.clusters: list[Cluster] = []
        self.by_word: dict[str, list[int]] = {}
        self.role_words: defaultdict[int, set[str]] = defaultdict(set)
        self.open: dict[int, tuple[Cluster, ...]] = {}
        self.why: list[str] = []

    def _women(self) -> dict[str, bool]:
        """For each surname whose bearers in the text are all of one gender, whether it is women's.

        A surname alone so has a gender before the full name is read.
        """
        found: defaultdict[str, set[bool]] = defaultdict(set)
        for mention in self.mentions:
            if mention.form is Form.NAME:
                self.bare[mention.span] = name = self._bare(mention)
                person = mention.refers in (Refers.PERSON, None)
                woman = woman_of(self.text, mention.span, name) if person else None
                if woman is not None and name:
                    self.woman[mention.span] = woman
                    found[name[-1]].add(woman)
        return {surname: next(iter(said)) for surname, said in found.items() if len(said) == 1}

    def gender(self, mention: Mention, name: tuple[str, ...]) -> bool | None:
        """Whether a name is a woman's, by itself or by its surname; None if nothing tells."""
        told = self.woman.get(mention.span)
        return self.women.get(name[0]) if told is None and len(name) == 1 else told

    def _bare(self, mention: Mention) -> tuple[str, ...]:
        """The words of a name by which it is compared: a person's without titles."""
        words = mention.span.read(self.text)
        if mention.refers in (Refers.BODY, Refers.PLACE):
            return tuple(w for w in words_of(words) if w != "the")
        return bare_name(words)

    def is_name(self, mention: Mention) -> bool:
        """Whether it is a name, and no title alone."""
        return mention.form is Form.NAME and not is_title(mention.span.read(self.text))

    @property
    def last_at(self) -> int:
        """Where the source ends that spoke last; 0 before the first."""
        return self.spoke[-1][1] if self.spoke else 0

    def spoke_last(self) -> Cluster | None:
        """Who spoke last, if that may be meant."""
        last = self.spoke[-1][0] if self.spoke else None
        return None if last is None or last.number in self.barred else last

    def spoke_as(self, mention: Mention, word: str) -> Cluster | None:
        """Who spoke last, not far before, of those that a pronoun may be for.

        A document that speaks in between does not hide its writer: "The letter said … she argued".
        """
        for cluster, end in reversed(self.spoke):
            if mention.span.start - end >= TURN:
                return None
            if agrees(word, cluster):
                return None if cluster.number in self.barred else cluster
            if not is_thing(cluster):
                return None
        return None

    def subject(self, mention: Mention, word: str) -> Cluster | None:
        """Who the sentence before a pronoun is about: rather meant than who spoke last."""
        span = self.subjects.get(mention.span)
        at = None if span is None else bisect_left(self.mentions, span.start, key=_start)
        if at is None or at >= len(self.of) or self.mentions[at].span != span:
            return None
        cluster, last = self.of[at], self.spoke_last()
        heard = last.mentions if last is not None else ()
        if any(self.mentions[n].span.start >= span.start for n in heard):
            return None  # both are spoken of there
        fits = agrees(word, cluster) and cluster.number not in self.barred
        return cluster if fits else None

    def speaks(self, mention: Mention) -> bool:
        """Whether a mention is a source's head, not far behind the last one."""
        near = bool(self.spoke) and mention.span.start - self.last_at < TURN
        if not near or mention.span not in self.speaking:
            return False
        between = self.text[self.last_at : mention.span.start]
        return mention.form is Form.PRONOUN or bool(_BREAK.search(between))

    def sharing(self, name: tuple[str, ...]) -> list[Cluster]:
        """The clusters with a name of the same first or last word, as any must that it fits."""
        found = {n for word in (*name[:1], *name[-1:]) for n in self.by_word.get(word, ())}
        return [self.clusters[number] for number in sorted(found)]

    def head(self, mention: Mention) -> str:
        """The last word of a noun, as it is written out."""
        words = words_of(mention.span.read(self.text))
        return FULL.get(words[-1], words[-1]) if words else ""

    def roles_of(self, cluster: Cluster) -> set[str]:
        """The words of what the text says that somebody is."""
        return self.role_words[cluster.number]

    def new(self) -> Cluster:
        """Somebody not met before."""
        self.clusters.append(Cluster(len(self.clusters), may_be_they=self.singular_they))
        return self.clusters[-1]

    def join(self, number: int, mention: Mention, cluster: Cluster) -> None:
        """Note a mention as one of a cluster, with what it tells of it."""
        self.of.append(cluster)
        cluster.mentions.append(number)
        if said := self.roles.get(mention.span):
            self.role_words[cluster.number] |= {FULL.get(w, w) for w in words_of(said)}
        if mention.refers is not None and (cluster.refers is None or mention.form is Form.NAME):
            cluster.refers = Refers.BODY if cluster.body else mention.refers
        if mention.span in self.groups:
            cluster.plural = True
            cluster.nouns.append((self.groups[mention.span], ()))
        elif self.is_name(mention):
            self.join_name(mention, cluster)
        elif mention.form is Form.PRONOUN:
            woman = woman_by_pronoun(mention.span.read(self.text).lower())
            cluster.woman = woman if cluster.woman is None else cluster.woman
        else:
            noun = self.head(mention)
            cluster.plural = is_plural(noun) if cluster.plural is None else cluster.plural
            cluster.woman = woman_by_noun(noun) if cluster.woman is None else cluster.woman
            cluster.nouns.append((noun, noun_phrase(self.text, mention.span).names))

    def join_name(self, mention: Mention, cluster: Cluster) -> None:
        name = self.bare[mention.span]
        cluster.known.add(self.canonical(" ".join(mention.span.read(self.text).split())))
        if name and name not in cluster.names:
            cluster.names.append(name)
            for word in (name[0], *(w for w in name[-2:] if w == name[-1] or name[-1] in SUFFIXES)):
                self.by_word.setdefault(word, []).append(cluster.number)
        if mention.refers is Refers.PERSON and cluster.plural is None:
            cluster.plural = len(name) == 1 and name[0] in PLURAL | GENERIC
        woman = self.gender(mention, name)
        cluster.woman = woman if woman is not None else cluster.woman

    def ruled_out(self, mention: Mention) -> frozenset[int]:
        """Clusters whose names stand in the clause of one who speaks: it is none of these."""
        found: set[int] = set()
        for span in self.own_names.get(mention.span, ()):
            name = self.bare[span]
            sharing = [c for c in self.sharing(name) if any(n[-1] == name[-1] for n in c.names)]
            same = [c for c in sharing if name in c.names]
            found |= {c.number for c in same or (sharing if len(sharing) == 1 else ())}
        return frozenset(found)

    def shares(self, mention: Mention) -> list[tuple[float, Cluster]]:
        """Clusters by the probability that the mention refers to them, the likeliest first."""
        sums: dict[int, float] = {}
        for antecedent in mention.antecedents:
            cluster = self.of[antecedent.mention]
            if cluster.number in self.barred:
                continue
            sums[cluster.number] = sums.get(cluster.number, 0.0) + antecedent.probability
        return sorted(((p, self.clusters[n]) for n, p in sums.items()), key=lambda x: -x[0])


def woman_by_noun(noun: str) -> bool | None:
    """Whether a noun is for women, or for men; None if it is for either."""
    return noun in FEMALE if noun in FEMALE | MALE else None


def _start(mention: Mention) -> int:
    return mention.span.start
