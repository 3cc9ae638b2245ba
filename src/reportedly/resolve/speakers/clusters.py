"""Clusters: which mentions of a document refer to one and the same.

The engine says of each mention which earlier ones it may refer to; names and number have a veto:
two full names are two people, whatever their office.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.resolve.speakers.first_names import woman_by_name
from reportedly.resolve.speakers.phrase import NounPhrase, noun_phrase
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    FIRMS,
    FIRST_PERSON,
    FULL,
    ONE_PERSON,
    TITLES,
    bare_name,
    is_plural,
    is_title,
    words_of,
)
from reportedly.schema import Form, Mention, Refers, Span

LINKED = 0.4
"""Least probability, summed over a cluster's mentions, for a noun or pronoun to join it."""
FAINT = 0.1
"""Least probability for a pronoun: of those that agree with it, one is meant (GAP validation, F1:
.692 at 0.2, .700 at 0.1, .697 at 0.05)."""
DESCRIBED = 0.3
"""The same for a definite noun that speaks."""
SPOKE = 1.2
"""What it adds to a cluster's probability that it spoke last, for a pronoun that speaks."""
CLOSE = 0.8
"""A second cluster whose probability is this share of the best one's leaves a mention open."""


@dataclass(slots=True)
class Cluster:
    """Mentions of one entity, as far as they are known.

    Args:
        number: its place in the order of first mention.
        mentions: numbers of its mentions, in text order.
        names: the words of each name that it goes by, titles off.
        known: what its names stand for in the list of known names.
        nouns: the nouns that it goes by, each with the names that stand before it.
        refers: what it is, if a mention says so.
        plural: several people, by a noun or pronoun.
        woman: by pronouns and titles; None where nothing tells.
    """

    number: int
    mentions: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    known: set[str | None] = field(default_factory=set)
    nouns: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    refers: Refers | None = None
    plural: bool | None = None
    woman: bool | None = None


@dataclass(frozen=True, slots=True)
class Clustered:
    """All clusters of a document, and what is known of each mention.

    Args:
        mentions: in text order.
        of: the cluster of each mention.
        open: clusters between which a mention stays open, by its number.
        why: what decided each mention.
        longest: characters of the longest mention.
    """

    mentions: tuple[Mention, ...]
    of: tuple[Cluster, ...]
    open: dict[int, tuple[Cluster, ...]]
    why: tuple[str, ...]
    longest: int

    def at(self, span: Span) -> int | None:
        """The number of the mention that overlaps a span, the last one if there are several."""
        number = bisect_left(self.mentions, span.end, key=lambda m: m.span.start) - 1
        low = span.start - self.longest
        while number >= 0 and (mention := self.mentions[number]).span.start > low:
            if mention.span.overlaps(span):
                return number
            number -= 1
        return None


class Clustering:
    """Takes the mentions one by one, in text order.

    Args:
        text: the document's.
        mentions: in text order.
        speaking: those that are heads of sources at the outermost level.
        roles: what the text says that the person of a name is, by the name's span.
        canonical: the one name that all known names of the same have; None if unknown.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        speaking: Collection[Span] = (),
        roles: Mapping[Span, str] | None = None,
        canonical: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.speaking = frozenset(speaking)
        self.roles = roles or {}
        self.canonical = canonical
        self.selves: dict[str, Cluster] = {}
        self.last: Cluster | None = None
        self.last_at = 0
        self.of: list[Cluster] = []
        self.clusters: list[Cluster] = []
        self.by_word: dict[str, list[int]] = {}
        self.role_words: defaultdict[int, set[str]] = defaultdict(set)
        self.open: dict[int, tuple[Cluster, ...]] = {}
        self.why: list[str] = []

    def run(self) -> Clustered:
        """Cluster them all."""
        for number, mention in enumerate(self.mentions):
            shares = self._shares(mention)
            if self._is_name(mention):
                cluster, why = self._name(number, mention, shares)
            elif mention.form is not Form.PRONOUN:
                cluster, why = self._noun(mention, shares)
            else:
                cluster, why = self._pronoun(number, mention, shares)
            joined = cluster or self._new()
            self._join(number, mention, joined)
            self.why.append(why)
            if mention.span in self.speaking:
                self.last, self.last_at = joined, mention.span.end
        longest = max((len(m.span) for m in self.mentions), default=0)
        return Clustered(tuple(self.mentions), tuple(self.of), self.open, tuple(self.why), longest)

    def _bare(self, mention: Mention) -> tuple[str, ...]:
        """The words of a name by which it is compared: a person's without titles."""
        words = mention.span.read(self.text)
        if mention.refers in (Refers.BODY, Refers.PLACE):
            return tuple(w for w in words_of(words) if w != "the")
        return bare_name(words)

    def _is_name(self, mention: Mention) -> bool:
        return mention.form is Form.NAME and not is_title(mention.span.read(self.text))

    def _shares(self, mention: Mention) -> list[tuple[float, Cluster]]:
        """Clusters by the probability that the mention refers to them, the likeliest first."""
        sums: dict[int, float] = {}
        for antecedent in mention.antecedents:
            cluster = self.of[antecedent.mention]
            sums[cluster.number] = sums.get(cluster.number, 0.0) + antecedent.probability
        return sorted(((p, self.clusters[n]) for n, p in sums.items()), key=lambda x: -x[0])

    def _name(
        self, number: int, mention: Mention, shares: list[tuple[float, Cluster]]
    ) -> tuple[Cluster | None, str]:
        name = self._bare(mention)
        person = mention.refers in (Refers.PERSON, None)
        known = self.canonical(" ".join(mention.span.read(self.text).split()))
        for cluster in self.clusters if known else ():
            if known in cluster.known:
                return cluster, f"another name of the same: {known}"
        fitting = [
            c
            for c in self._sharing(name)
            if (name in c.names if c.refers is not mention.refers else _fits(name, c.names, person))
            and _alike(mention, c)
        ]
        same = [c for c in fitting if name in c.names]
        if len(same) == 1 or (len(name) > 1 and same):
            return same[-1], "the same name"
        if len(fitting) == 1:
            return fitting[0], "part of the same name"
        if fitting:
            return self._one_of(number, fitting, shares)
        for share, cluster in shares:
            described = not cluster.names and not cluster.plural
            if share >= LINKED and described and _alike(mention, cluster):
                return cluster, f"a name for who was only described before ({share:.2f})"
        return None, "a name not met before"

    def _sharing(self, name: tuple[str, ...]) -> list[Cluster]:
        """The clusters with a name of the same first or last word, as any must that it fits."""
        found = {n for word in (*name[:1], *name[-1:]) for n in self.by_word.get(word, ())}
        return [self.clusters[number] for number in sorted(found)]

    def _one_of(
        self, number: int, fitting: list[Cluster], shares: list[tuple[float, Cluster]]
    ) -> tuple[Cluster, str]:
        """Of several whose name it may be: by the model if clear, else by how often they come."""
        probable = [(p, c) for p, c in shares if any(c is f for f in fitting)]
        if probable and (len(probable) == 1 or probable[1][0] < CLOSE * probable[0][0]):
            return probable[0][1], "part of several names; the likeliest by the model"
        by_count = sorted(fitting, key=lambda c: -len(c.mentions))
        if len(by_count[1].mentions) <= len(by_count[0].mentions) / 2:
            return by_count[0], "part of several names; the one most spoken of"
        self.open[number] = tuple(by_count[:2])
        return by_count[0], "part of several names"

    def _noun(
        self, mention: Mention, shares: list[tuple[float, Cluster]]
    ) -> tuple[Cluster | None, str]:
        noun = self._head(mention)
        phrase = noun_phrase(self.text, mention.span)
        if noun in DOCUMENTS or noun in BODIES:
            return self._thing(mention, noun, phrase)
        plural = is_plural(noun)
        found = {c.number: p for p, c in shares}
        if self._speaks(mention) and self.last is not None and phrase.definite:
            found[self.last.number] = found.get(self.last.number, 0.0) + DESCRIBED
        ordered = sorted(found.items(), key=lambda item: -item[1])
        for number, share in ordered if phrase.definite or phrase.apposed else ():
            cluster = self.clusters[number]
            fits = _alike(mention, cluster) and cluster.plural in (None, plural)
            if share >= LINKED and fits and not self._another_office(noun, cluster):
                return cluster, f"a noun for it ({min(share, 1):.2f})"
        if phrase.definite and not plural and noun:
            return self._described(mention, noun)
        return None, "a noun for somebody new"

    def _head(self, mention: Mention) -> str:
        words = words_of(mention.span.read(self.text))
        return FULL.get(words[-1], words[-1]) if words else ""

    def _speaks(self, mention: Mention) -> bool:
        """Whether a mention is a source's head, not far behind the last one."""
        near = self.last is not None and mention.span.start - self.last_at < TURN
        return near and mention.span in self.speaking

    def _another_office(self, noun: str, cluster: Cluster) -> bool:
        """Whether a noun is an office, and the text does not give it to this person."""
        return noun in TITLES and bool(cluster.names) and noun not in self._roles_of(cluster)

    def _thing(self, mention: Mention, noun: str, phrase: NounPhrase) -> tuple[Cluster | None, str]:
        """A body or document by its noun: with the same noun before, or the body spoken of."""
        for cluster in reversed(self.clusters):
            for known, names in cluster.nouns:
                alike = known == noun and (not phrase.names or set(names) & set(phrase.names))
                if alike and (phrase.definite or phrase.names):
                    return cluster, "the same noun before"
        if phrase.definite and not phrase.names and noun in FIRMS:
            return self._body(mention)
        return None, "a noun for something new"

    def _described(self, mention: Mention, noun: str) -> tuple[Cluster | None, str]:
        """Who is meant by "the president", "the official": by role, or by turn."""
        for cluster in reversed(self.clusters):
            if noun in self._roles_of(cluster):
                return cluster, f"the one whom the text calls {noun!r}"
        last = self.last if self._speaks(mention) and noun not in TITLES else None
        if last is not None and last.names and not last.plural and _alike(mention, last):
            return last, "a noun for who spoke last"
        return None, "a noun for somebody new"

    def _body(self, mention: Mention) -> tuple[Cluster | None, str]:
        """The body most spoken of just before, for "the company"."""
        near = [
            self.of[n]
            for n, m in enumerate(self.mentions[: len(self.of)])
            if m.form is Form.NAME
            and m.refers is Refers.BODY
            and mention.span.start - m.span.end < TURN
        ]
        if not near:
            return None, "a noun for a body not named before"
        return max(reversed(near), key=near.count), "the body most spoken of just before"

    def _roles_of(self, cluster: Cluster) -> set[str]:
        return self.role_words[cluster.number]

    def _pronoun(
        self, number: int, mention: Mention, shares: list[tuple[float, Cluster]]
    ) -> tuple[Cluster | None, str]:
        word = mention.span.read(self.text).lower()
        if word in FIRST_PERSON:
            return self._self("I" if word in ONE_PERSON else "we"), "the first person"
        selves = {cluster.number for cluster in self.selves.values()}
        shares = [(p, c) for p, c in shares if c.number not in selves]
        barred = sum(p for p, c in shares if not agrees(word, c))
        left = max(1 - barred, 0.001)
        found = {c.number: p / left for p, c in shares if agrees(word, c)}
        last = self.last if self._speaks(mention) else None
        if last is not None and last.number not in selves and agrees(word, last):
            found[last.number] = found.get(last.number, 0.0) + SPOKE
        allowed = sorted(((p, self.clusters[n]) for n, p in found.items()), key=lambda x: -x[0])
        best = self._choose(number, allowed)
        if best is None:
            return None, "a pronoun without a likely antecedent"
        return best, f"the likeliest antecedent of the pronoun ({min(allowed[0][0], 1):.2f})"

    def _self(self, word: str) -> Cluster:
        """The cluster of all that say "I", or "we"; who that is, their words' speaker tells."""
        if word not in self.selves:
            self.selves[word] = self._new()
            self.selves[word].plural = word == "we"
        return self.selves[word]

    def _choose(self, number: int, shares: list[tuple[float, Cluster]]) -> Cluster | None:
        """The likeliest; the mention stays open beside it if the next is nearly as likely."""
        if not shares or shares[0][0] < FAINT:
            return None
        if len(shares) > 1 and shares[1][0] >= CLOSE * shares[0][0]:
            self.open[number] = (shares[0][1], shares[1][1])
        return shares[0][1]

    def _new(self) -> Cluster:
        self.clusters.append(Cluster(len(self.clusters)))
        return self.clusters[-1]

    def _join(self, number: int, mention: Mention, cluster: Cluster) -> None:
        words = mention.span.read(self.text)
        self.of.append(cluster)
        cluster.mentions.append(number)
        if said := self.roles.get(mention.span):
            self.role_words[cluster.number] |= {FULL.get(w, w) for w in words_of(said)}
        if self._is_name(mention):
            name = self._bare(mention)
            cluster.known.add(self.canonical(" ".join(words.split())))
            if name and name not in cluster.names:
                cluster.names.append(name)
                for word in (name[0], name[-1]):
                    self.by_word.setdefault(word, []).append(cluster.number)
            if mention.refers is Refers.PERSON and cluster.plural is None:
                cluster.plural = False
            woman = _woman_by_title(self.text, mention.span)
            woman = woman_by_name(name) if woman is None else woman
            cluster.woman = woman if woman is not None else cluster.woman
        if mention.refers is not None and (cluster.refers is None or mention.form is Form.NAME):
            cluster.refers = mention.refers
        elif mention.form is not Form.PRONOUN:
            noun = self._head(mention)
            cluster.plural = is_plural(noun) if cluster.plural is None else cluster.plural
            cluster.nouns.append((noun, noun_phrase(self.text, mention.span).names))
        if mention.form is Form.PRONOUN and cluster.woman is None:
            cluster.woman = _WOMAN.get(words.lower())


_FORMS_OF_BODIES = frozenset(
    """news agency inc corp corporation co company group ltd limited plc llc tv television radio
    magazine newspaper media network press party university foundation""".split()
)
"""Words that a body's name may drop: "Telmar" for "Telmar News Agency"; a firm is not its wares."""
TURN = 600
"""Characters in which who spoke last is still the one that a pronoun or noun takes up."""
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_TITLED = re.compile(r"m(?:r|s|iss|adame|onsieur)|lady|dame|sir|lord|herr", re.IGNORECASE)
_WOMAN = {**dict.fromkeys(_SHE, True), **dict.fromkeys(_HE, False)}


def agrees(pronoun: str, cluster: Cluster) -> bool:
    """Whether a pronoun may refer to a cluster by its number, gender and kind."""
    if pronoun in _HE or pronoun in _SHE:
        if cluster.plural or cluster.refers in (Refers.BODY, Refers.PLACE):
            return False
        return cluster.woman is None or cluster.woman == (pronoun in _SHE)
    if pronoun in _IT:
        return cluster.refers is not Refers.PERSON and not cluster.plural
    if pronoun in _THEY:
        return cluster.woman is None or bool(cluster.plural)
    return True


def _woman_by_title(text: str, span: Span) -> bool | None:
    before = text[max(0, span.start - 6) : span.start] + span.read(text)[:5]
    if not _TITLED.search(before):
        return None
    words = words_of(before)
    if any(w in ("mrs", "ms", "miss", "madame", "lady", "dame") for w in words):
        return True
    return False if any(w in ("mr", "sir", "lord", "herr", "monsieur") for w in words) else None


def _alike(mention: Mention, cluster: Cluster) -> bool:
    """Whether a mention and a cluster are of one kind, where both are known."""
    if mention.refers is None or cluster.refers is None or mention.refers is cluster.refers:
        return True
    return {mention.refers, cluster.refers} == {Refers.BODY, Refers.PLACE}


def _fits(name: tuple[str, ...], names: Sequence[tuple[str, ...]], person: bool) -> bool:
    """Whether a name may be a form of the names that a cluster goes by: of the longest above all.

    Part of it (its surname, its first name), or more of it; never another first name with the
    same surname.
    """
    if not name:
        return False
    longest = max(names, key=len)

    def alike(other: tuple[str, ...]) -> bool:
        return _part(name, other, person) or _part(other, name, person)

    return any(map(alike, names)) and (alike(longest) or name in names)


def _part(short: tuple[str, ...], long: tuple[str, ...], person: bool) -> bool:
    """Whether the words of one name are the last, or the first, or initials of another's."""
    if len(short) > len(long):
        return False
    if short == long[-len(short) :]:
        return True
    if short == long[: len(short)]:
        return person or set(long[len(short) :]) <= _FORMS_OF_BODIES
    matched = [
        s == w or (len(s.strip(".")) == 1 and w.startswith(s.strip(".")))
        for s, w in zip(short[:-1], long[:-1], strict=False)
    ]
    return short[-1] == long[-1] and len(short) > 1 and all(matched) and short[0] not in TITLES
