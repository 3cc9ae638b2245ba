"""Clusters: which mentions of a document refer to one and the same.

The engine says of each mention which earlier ones it may refer to; names and number have a veto:
two full names are two people, whatever their office.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from reportedly.resolve.media import looks_like_medium
from reportedly.resolve.speakers.agreement import agrees, alike, fits, woman_by_pronoun, woman_of
from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.phrase import NounPhrase, noun_phrase
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    FEMALE,
    FIRMS,
    FIRST_PERSON,
    FULL,
    GENERIC,
    INFORMANTS,
    KIN,
    MALE,
    ONE_PERSON,
    PLURAL,
    SECOND_PERSON,
    SECRET,
    SUFFIXES,
    TITLES,
    bare_name,
    is_plural,
    is_title,
    names_person,
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
TURN = 600
"""Characters in which who spoke last is still the one that a pronoun or noun takes up."""
_BREAK = re.compile(r"[.!?”\"\n]")
"""What ends a clause of who spoke last; in one sentence with him, a noun is somebody else."""
SINGULAR_THEY = re.compile(
    r"\bthey/them\b|\bnon-?binary\b|\bpronouns?\b[^.]{0,30}\bthey\b", re.IGNORECASE
)
"""What a text says that calls one person "they"."""


class Clustering:
    """Takes the mentions one by one, in text order.

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
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.speaking = frozenset(speaking)
        self.roles = roles or {}
        self.canonical = canonical
        self.groups = groups or {}
        self.subjects = subjects or {}
        self.own_names = own_names or {}
        self.barred: frozenset[int] = frozenset()
        self.bare: dict[Span, tuple[str, ...]] = {}
        self.woman: dict[Span, bool] = {}
        self.women = self._women()
        self.singular_they = bool(SINGULAR_THEY.search(text))
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
            self.barred = self._ruled_out(mention)
            shares = self._shares(mention)
            if mention.span in self.groups:
                cluster, why = self._group(self.groups[mention.span])
            elif self._is_name(mention):
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

    def _woman(self, mention: Mention, name: tuple[str, ...]) -> bool | None:
        told = self.woman.get(mention.span)
        return self.women.get(name[0]) if told is None and len(name) == 1 else told

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
            if cluster.number in self.barred:
                continue
            sums[cluster.number] = sums.get(cluster.number, 0.0) + antecedent.probability
        return sorted(((p, self.clusters[n]) for n, p in sums.items()), key=lambda x: -x[0])

    def _ruled_out(self, mention: Mention) -> frozenset[int]:
        """Clusters whose names stand in the clause of one who speaks: it is none of these."""
        found: set[int] = set()
        for span in self.own_names.get(mention.span, ()):
            name = self.bare[span]
            sharing = [c for c in self._sharing(name) if any(n[-1] == name[-1] for n in c.names)]
            same = [c for c in sharing if name in c.names]
            found |= {c.number for c in same or (sharing if len(sharing) == 1 else ())}
        return frozenset(found)

    def _spoke_last(self) -> Cluster | None:
        """Who spoke last, if that may be meant."""
        return None if self.last is None or self.last.number in self.barred else self.last

    def _subject(self, mention: Mention, word: str) -> Cluster | None:
        """Who the sentence before a pronoun is about: rather meant than who spoke last."""
        span = self.subjects.get(mention.span)
        at = None if span is None else bisect_left(self.mentions, span.start, key=_start)
        if at is None or at >= len(self.of) or self.mentions[at].span != span:
            return None
        cluster, last = self.of[at], self._spoke_last()
        heard = last.mentions if last is not None else ()
        if any(self.mentions[n].span.start >= span.start for n in heard):
            return None  # both are spoken of there
        fits = agrees(word, cluster) and cluster.number not in self.barred
        return cluster if fits else None

    def _name(
        self, number: int, mention: Mention, shares: list[tuple[float, Cluster]]
    ) -> tuple[Cluster | None, str]:
        name = self.bare[mention.span]
        person = mention.refers in (Refers.PERSON, None)
        woman = self._woman(mention, name) if person else None
        known = self.canonical(" ".join(mention.span.read(self.text).split()))
        for cluster in self.clusters if known else ():
            if known in cluster.known:
                return cluster, f"another name of the same: {known}"
        fitting = [
            c
            for c in self._sharing(name)
            if (fits(name, c.names, person) if _one_kind(mention, c) else name in c.names)
            and alike(mention, c, woman)
        ]
        same = [c for c in fitting if name in c.names]
        if len(same) == 1 or (len(name) > 1 and same):
            return same[-1], "the same name"
        if len(fitting) == 1:
            return fitting[0], "part of the same name"
        if fitting:
            return self._one_of(number, fitting, shares)
        if (apposed := self._apposed(number, mention)) is not None:
            return apposed, "a name in apposition to its noun"
        for share, cluster in shares:
            described = not cluster.names and not cluster.plural
            may = described and alike(mention, cluster, woman) and self._bears(mention, cluster)
            near = mention.span.start - self.mentions[max(cluster.mentions)].span.end < TURN
            if share >= LINKED and may and near:
                return cluster, f"a name for who was only described before ({share:.2f})"
        return None, "a name not met before"

    def _apposed(self, number: int, mention: Mention) -> Cluster | None:
        """The body whose noun stands right before: "the airline, Velmar Air,"."""
        if not number or mention.refers is Refers.PERSON:
            return None
        before, cluster = self.mentions[number - 1], self.of[number - 1]
        between = self.text[before.span.end : mention.span.start]
        noun = before.form is Form.NOUN and self._head(before) in BODIES
        return cluster if noun and between == ", " and not cluster.names else None

    def _bears(self, mention: Mention, cluster: Cluster) -> bool:
        """Whether a name may be that of somebody who was described.

        An informant is rarely named at all: not by a name beside which stands who else that is.
        """
        said = {FULL.get(word, word) for word in words_of(self.roles.get(mention.span, ""))}
        nouns = {noun for noun, _ in cluster.nouns}
        if mention.refers is Refers.PERSON and nouns and nouns <= BODIES | DOCUMENTS:
            return False
        return not said or not nouns & (INFORMANTS | SECRET) or bool(nouns & said)

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

    def _group(self, members: str) -> tuple[Cluster | None, str]:
        """Several people named together: the same ones named together before."""
        for cluster in self.clusters:
            if any(noun == members for noun, _ in cluster.nouns):
                return cluster, "the same people together"
        return None, "people named together"

    def _noun(
        self, mention: Mention, shares: list[tuple[float, Cluster]]
    ) -> tuple[Cluster | None, str]:
        noun = self._head(mention)
        phrase = noun_phrase(self.text, mention.span)
        if noun in DOCUMENTS or noun in BODIES:
            return self._thing(mention, noun, phrase)
        plural = is_plural(noun)
        found = {c.number: p for p, c in shares}
        if (spoke := self._heard_again(mention, noun, phrase)) is not None:
            return spoke, "the same noun spoke before"
        last = self._spoke_last()
        person = self._for_person(mention, noun)
        woman = _woman_by_noun(noun)
        if self._speaks(mention) and last is not None and phrase.definite and person:
            found[last.number] = found.get(last.number, 0.0) + DESCRIBED
        ordered = sorted(found.items(), key=lambda item: -item[1])
        for number, share in ordered if phrase.definite or phrase.apposed else ():
            cluster = self.clusters[number]
            may = alike(mention, cluster, woman) and cluster.plural in (None, plural)
            may = may and (person or not cluster.names or cluster.refers is not Refers.PERSON)
            if share >= LINKED and may and not self._another_office(noun, cluster):
                return cluster, f"a noun for it ({min(share, 1):.2f})"
        if phrase.definite and not phrase.owned and noun:
            return self._described(mention, noun, phrase)
        return None, "a noun for somebody new"

    def _heard_again(self, mention: Mention, noun: str, phrase: NounPhrase) -> Cluster | None:
        """Somebody without a name who spoke under the same noun: "a narrator … the narrator"."""
        if not phrase.definite or phrase.owned or phrase.names or is_plural(noun):
            return None
        again = self._again(mention, noun, phrase)
        if again is None or again.names or mention.span not in self.speaking:
            return None
        heard = any(self.mentions[n].span in self.speaking for n in again.mentions)
        return again if heard and again.number not in self.barred else None

    def _head(self, mention: Mention) -> str:
        words = words_of(mention.span.read(self.text))
        return FULL.get(words[-1], words[-1]) if words else ""

    def _for_person(self, mention: Mention, noun: str) -> bool:
        """Whether a noun is for people, by the model or by itself."""
        if mention.refers is Refers.PERSON or noun in INFORMANTS | KIN | GENERIC | PLURAL:
            return True
        return noun.endswith("-year-old") or names_person(noun)

    def _speaks(self, mention: Mention) -> bool:
        """Whether a mention is a source's head, not far behind the last one."""
        near = self.last is not None and mention.span.start - self.last_at < TURN
        if not near or mention.span not in self.speaking:
            return False
        between = self.text[self.last_at : mention.span.start]
        return mention.form is Form.PRONOUN or bool(_BREAK.search(between))

    def _another_office(self, noun: str, cluster: Cluster) -> bool:
        """Whether a noun is an office, and the text does not give it to this person."""
        return noun in TITLES and bool(cluster.names) and noun not in self._roles_of(cluster)

    def _thing(self, mention: Mention, noun: str, phrase: NounPhrase) -> tuple[Cluster | None, str]:
        """A body or document by its noun: with the same noun before, or the body spoken of."""
        if (phrase.definite or phrase.names) and (again := self._same_noun(noun, phrase)):
            return again, "the same noun before"
        if phrase.definite and not phrase.names and noun in FIRMS:
            return self._body(mention)
        return None, "a noun for something new"

    def _same_noun(self, noun: str, phrase: NounPhrase) -> Cluster | None:
        """Who went by a noun last, with none but the same names before it."""
        for cluster in reversed(self.clusters):
            for known, names in cluster.nouns:
                if known == noun and (not phrase.names or set(names) & set(phrase.names)):
                    return cluster
        return None

    def _again(self, mention: Mention, noun: str, phrase: NounPhrase) -> Cluster | None:
        """Who went by the same noun before: "sources … the sources"."""
        again = self._same_noun(noun, phrase)
        if again is None or not alike(mention, again) or self._another_office(noun, again):
            return None
        return again

    def _described(
        self, mention: Mention, noun: str, phrase: NounPhrase
    ) -> tuple[Cluster | None, str]:
        """Who is meant by "the president", "the official": by noun, by role, or by turn."""
        again = self._again(mention, noun, phrase)
        if again is not None and (again.names or noun in INFORMANTS or again.plural):
            return again, "the same noun before"
        for cluster in reversed(self.clusters):
            bears = noun in self._roles_of(cluster) and cluster.number not in self.barred
            if bears and not is_plural(noun):
                return cluster, f"the one whom the text calls {noun!r}"
        speaks = self._speaks(mention) or mention.span in self.subjects
        takes_up = speaks and self._takes_up(mention, noun)
        last = (self._spoke_last() or self._subject(mention, "he or she")) if takes_up else None
        same = last is not None and alike(mention, last, _woman_by_noun(noun))
        if last is not None and same and self._named_one(last, phrase):
            return last, "a noun for who spoke last"
        if again is not None:
            return again, "the same noun before"
        return None, "a noun for somebody new"

    def _takes_up(self, mention: Mention, noun: str) -> bool:
        """Whether a noun may take up somebody named: no office of another's, nobody kept secret."""
        if noun in TITLES | SECRET | KIN or is_plural(noun):
            return False
        person = mention.refers is Refers.PERSON or noun in INFORMANTS or noun.endswith("-year-old")
        return person or names_person(noun)

    def _body(self, mention: Mention) -> tuple[Cluster | None, str]:
        """The body most spoken of just before, for "the company"."""
        near = [
            self.of[n]
            for n, m in enumerate(self.mentions[: len(self.of)])
            if m.form is Form.NAME
            and m.refers is Refers.BODY
            and mention.span.start - m.span.end < TURN
        ]
        if mention.span.read(self.text).lower() == "paper":  # or it may be a document
            near = [c for c in near if any(looks_like_medium(" ".join(n).title()) for n in c.names)]
        if not near:
            return None, "a noun for a body not named before"
        return max(reversed(near), key=near.count), "the body most spoken of just before"

    def _named_one(self, cluster: Cluster, phrase: NounPhrase) -> bool:
        """Whether a cluster is one with a name, and the phrase is for nobody else's somebody.

        "The Orro ally" is of Orro, "the Velmaran pilot" of nobody.
        """
        words = {word for name in cluster.names for word in name}
        if not words or cluster.plural or not words.isdisjoint(phrase.names):
            return False
        if phrase.possessed:
            return True
        known = {w for other in self.clusters for name in other.names for w in name}
        return not (known & set(phrase.names)) - self._roles_of(cluster)

    def _roles_of(self, cluster: Cluster) -> set[str]:
        return self.role_words[cluster.number]

    def _pronoun(
        self, number: int, mention: Mention, shares: list[tuple[float, Cluster]]
    ) -> tuple[Cluster | None, str]:
        word = mention.span.read(self.text).lower()
        if word in FIRST_PERSON:
            return self._self("I" if word in ONE_PERSON else "we"), "the first person"
        if word in SECOND_PERSON:
            return self._self("you"), "the second person"
        shares = [(p, c) for p, c in shares if not c.says_i]
        barred = sum(p for p, c in shares if not agrees(word, c))
        left = max(1 - barred, 0.001)
        found = {c.number: p / left for p, c in shares if agrees(word, c)}
        last = self._subject(mention, word)
        last = last or (self._spoke_last() if self._speaks(mention) else None)
        if last is not None and agrees(word, last):
            found[last.number] = found.get(last.number, 0.0) + SPOKE
        allowed = sorted(((p, self.clusters[n]) for n, p in found.items()), key=lambda x: -x[0])
        best = self._choose(number, allowed)
        if best is None:
            return None, "a pronoun without a likely antecedent"
        return best, f"the likeliest antecedent of the pronoun ({min(allowed[0][0], 1):.2f})"

    def _self(self, word: str) -> Cluster:
        """The cluster of all "I", "we" or "you"; who that is, their words' speaker tells."""
        if word not in self.selves:
            self.selves[word] = self._new()
            self.selves[word].plural = word != "I"
            self.selves[word].says_i = True
        return self.selves[word]

    def _choose(self, number: int, shares: list[tuple[float, Cluster]]) -> Cluster | None:
        """The likeliest; the mention stays open beside it if the next is nearly as likely.

        Pronouns alone are no candidate beside one with a name or noun.
        """
        if not shares or shares[0][0] < FAINT:
            return None
        near = [c for p, c in shares if p >= CLOSE * shares[0][0]]
        told = [c for c in near if c.names or c.nouns] or near
        if len(told) > 1:
            self.open[number] = (told[0], told[1])
        return told[0]

    def _new(self) -> Cluster:
        self.clusters.append(Cluster(len(self.clusters), may_be_they=self.singular_they))
        return self.clusters[-1]

    def _join(self, number: int, mention: Mention, cluster: Cluster) -> None:
        self.of.append(cluster)
        cluster.mentions.append(number)
        if said := self.roles.get(mention.span):
            self.role_words[cluster.number] |= {FULL.get(w, w) for w in words_of(said)}
        if mention.refers is not None and (cluster.refers is None or mention.form is Form.NAME):
            cluster.refers = mention.refers
        if mention.span in self.groups:
            cluster.plural = True
            cluster.nouns.append((self.groups[mention.span], ()))
        elif self._is_name(mention):
            self._join_name(mention, cluster)
        elif mention.form is Form.PRONOUN:
            woman = woman_by_pronoun(mention.span.read(self.text).lower())
            cluster.woman = woman if cluster.woman is None else cluster.woman
        else:
            noun = self._head(mention)
            cluster.plural = is_plural(noun) if cluster.plural is None else cluster.plural
            cluster.woman = _woman_by_noun(noun) if cluster.woman is None else cluster.woman
            cluster.nouns.append((noun, noun_phrase(self.text, mention.span).names))

    def _join_name(self, mention: Mention, cluster: Cluster) -> None:
        name = self.bare[mention.span]
        cluster.known.add(self.canonical(" ".join(mention.span.read(self.text).split())))
        if name and name not in cluster.names:
            cluster.names.append(name)
            for word in (name[0], *(w for w in name[-2:] if w == name[-1] or name[-1] in SUFFIXES)):
                self.by_word.setdefault(word, []).append(cluster.number)
        if mention.refers is Refers.PERSON and cluster.plural is None:
            cluster.plural = len(name) == 1 and name[0] in PLURAL | GENERIC
        woman = self._woman(mention, name)
        cluster.woman = woman if woman is not None else cluster.woman


def _one_kind(mention: Mention, cluster: Cluster) -> bool:
    """Whether a name may be part of another by what both refer to; for people one may say it."""
    kinds = {mention.refers, cluster.refers}
    return len(kinds) == 1 or kinds == {Refers.PERSON, None}


def _woman_by_noun(noun: str) -> bool | None:
    return noun in FEMALE if noun in FEMALE | MALE else None


def _start(mention: Mention) -> int:
    return mention.span.start
