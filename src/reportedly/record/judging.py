"""Judging: what the program leaves open, and what people decide; theirs outranks the program's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.record.adding import settle_all
from reportedly.record.answers import Claim, Question, Statement
from reportedly.record.claims import Claims
from reportedly.record.ids import Known, group_id, parse
from reportedly.record.listing import several
from reportedly.record.moment import now
from reportedly.record.paging import sizes
from reportedly.schema import NotHeldError, Ref, RunError, Verdict
from reportedly.store import Judgement, LinkRow, Matter, Store, judgement

PAGE = 200
"""Pairs that are read at a time at most."""

_QUESTION = re.compile(r"q([eco])(\d+)-(\d+)")
_LETTERS = {"e": Matter.ENTITY, "c": Matter.CLAIM, "o": Matter.ORIGIN}
_ASKED = {
    Matter.ENTITY: "the same one?",
    Matter.CLAIM: "the same claim?",
    Matter.ORIGIN: "one utterance?",
}


class Judging:
    """Open questions and judgements of a record.

    Args:
        store: the record.
        claims: reads claims, whose origins may be open.
    """

    def __init__(self, store: Store, claims: Claims) -> None:
        self._store = store
        self._claims = claims

    def questions(self) -> Iterator[Question]:
        """Pairs that the program leaves to a person, the likeliest to be the same first."""
        for matter in (Matter.ENTITY, Matter.CLAIM):
            asked = self._judged(matter)
            offset = 0
            for size in sizes(None, PAGE):
                links = self._store.links.unsure(matter, size, offset)
                yield from self._open(matter, links, asked)
                if len(links) < size:
                    break
                offset += size
        for page in several(self._store):
            for claim in self._claims.at_once(summary.root for summary in page):
                yield from self._origins(claim)

    def _origins(self, claim: Claim) -> Iterator[Question]:
        """Of utterances that may go back to one of several: whether they go back to each."""
        said = {one.id: one for one in claim.attributions}
        for group in claim.origins.groups:
            for place in group.may_be:
                first, second = group.members[0], claim.origins.groups[place].members[0]
                refs = [Ref(*name.split("/")) for name in (first, second)]
                if self._store.judgements.between(Matter.ORIGIN, (refs[0], refs[1])):
                    continue
                numbers = self._store.attributions.numbers(refs)
                yield Question(
                    f"qo{numbers[refs[0]]}-{numbers[refs[1]]}",
                    _ASKED[Matter.ORIGIN],
                    first,
                    second,
                    _told(said[first]),
                    _told(said[second]),
                    0.5,
                    tuple(dict.fromkeys(f"{r.kind}: {r.text}" for r in group.reasons)),
                )

    def judge(
        self, pair: tuple[str, str], verdict: Verdict, who: str, note: str | None, *, origin: bool
    ) -> Judgement:
        """Decide, and group anew what it touches; see `Record.judge`."""
        matter, a, b = self._pair(*pair, origin=origin)
        decided = judgement(matter, (a, b), verdict, who, now(), note)
        with self._store.write():
            self._store.judgements.put([decided])
            self._mark(decided)
        settle_all(self._store)
        return decided

    def answer(self, question: str, verdict: Verdict, who: str, note: str | None) -> Judgement:
        """Decide an open question by its id."""
        found = _QUESTION.fullmatch(question)
        if found is None:
            raise RunError(f"{question!r:.40} is no question's id; `reportedly judge` lists them")
        matter, numbers = _LETTERS[found[1]], [int(found[2]), int(found[3])]
        refs = self._refs(matter, numbers)
        asked = matter is Matter.ORIGIN or self._store.links.between(matter, *numbers) is not None
        if len(refs) < 2 or not asked:
            raise NotHeldError(f"the record holds no question {question}")
        letter = Known.SPEAKER if matter is Matter.ENTITY else Known.CLAIM
        names = [group_id(letter, refs[n]) for n in numbers]
        return self.judge((names[0], names[1]), verdict, who, note, origin=matter is Matter.ORIGIN)

    def undo(self, name: str | None) -> Judgement:
        """Take a judgement back, the last one if none is named; it is kept as taken back."""
        last = self._store.judgements.last()
        if name is None and last is None:
            raise RunError("there is no judgement to take back")
        wanted = name or (last.id if last else "")
        if self._store.judgements.get(wanted) is None:
            near = ", ".join(self._store.judgements.near(wanted))
            raise NotHeldError(f"there is no judgement {wanted}; the nearest: {near or 'none'}")
        with self._store.write():
            gone = self._store.judgements.retract(wanted, now())
            self._mark(gone)
        settle_all(self._store)
        return gone

    def _judged(self, matter: Matter) -> set[frozenset[int]]:
        """The groups, two by two, of which a person has said something."""
        pairs = [(j.a, j.b) for j in self._store.judgements.standing(matter)]
        nouns = self._store.nouns(matter)
        numbers = nouns.numbers({ref for pair in pairs for ref in pair})
        roots = self._store.groups.roots(matter, numbers.values())
        held = [pair for pair in pairs if numbers.keys() >= set(pair)]
        return {frozenset(roots[numbers[ref]] for ref in pair) for pair in held}

    def _open(
        self, matter: Matter, links: tuple[LinkRow, ...], asked: set[frozenset[int]]
    ) -> Iterator[Question]:
        """The pairs that nobody has decided, and that other links have not made one.

        Of several pairs between two groups the likeliest is asked about; `asked` grows by these.
        """
        numbers = {n for link in links for n in (link.a, link.b)}
        roots = self._store.groups.roots(matter, numbers)
        refs, words = self._refs(matter, numbers), self._words(matter, numbers)
        beside = self._beside(matter, roots.values())
        for link in links:
            a, b = refs[link.a], refs[link.b]
            one, two = roots[link.a], roots[link.b]
            if one == two or beside[one] & beside[two]:
                continue
            if frozenset((one, two)) not in asked:
                asked.add(frozenset((one, two)))
                letter = next(key for key, value in _LETTERS.items() if value is matter)
                kind = Known.SPEAKER if matter is Matter.ENTITY else Known.CLAIM
                yield Question(
                    f"q{letter}{link.a}-{link.b}",
                    _ASKED[matter],
                    group_id(kind, a),
                    group_id(kind, b),
                    words[link.a],
                    words[link.b],
                    link.likeness.score,
                    link.likeness.reasons,
                )

    def _beside(self, matter: Matter, roots: Iterable[int]) -> dict[int, frozenset[int]]:
        """For groups of people, the documents that they stand in: what one tells apart, is two."""
        groups = self._store.groups.members(matter, roots)
        if matter is not Matter.ENTITY:
            return dict.fromkeys(groups, frozenset())
        people = self._store.entities.people(n for members in groups.values() for n in members)
        return {
            root: frozenset(people[n] for n in members if n in people)
            for root, members in groups.items()
        }

    def _refs(self, matter: Matter, numbers: list[int] | set[int]) -> dict[int, Ref]:
        return self._store.nouns(matter).refs(numbers)

    def _words(self, matter: Matter, numbers: set[int]) -> dict[int, str]:
        if matter is Matter.ENTITY:
            rows = self._store.entities.get(numbers)
            return {n: ", ".join((row.profile.name, *row.profile.roles)) for n, row in rows.items()}
        said = self._store.attributions.get(numbers)
        return {n: f"{r.speaker_name or r.source or '—'}: {r.content}" for n, r in said.items()}

    def _pair(self, first: str, second: str, *, origin: bool) -> tuple[Matter, Ref, Ref]:
        """What two ids are of: both speakers, or both claims or statements."""
        found = []
        for name in (first, second):
            parsed = parse(name)
            if parsed is None or parsed[0] in (Known.DOCUMENT, Known.NARRATIVE):
                raise RunError(
                    f"{name!r:.60}: the id of a speaker, a claim or a statement is meant"
                )
            found.append(parsed)
        (kind, a), (other, b) = found
        if (kind is Known.SPEAKER) != (other is Known.SPEAKER) or a == b:
            raise RunError(f"{first} and {second} are no two things of one kind")
        matter = Matter.ENTITY if kind is Known.SPEAKER else Matter.CLAIM
        nouns = self._store.nouns(matter)
        for name, ref in ((first, a), (second, b)):
            if not nouns.numbers([ref]):
                raise NotHeldError(f"the record holds no {name}")
        return (Matter.ORIGIN if origin and matter is Matter.CLAIM else matter), a, b

    def _mark(self, decided: Judgement) -> None:
        """Mark what a judgement touches; origins are counted whenever they are asked for."""
        if decided.matter is not Matter.ORIGIN:
            nouns = self._store.nouns(decided.matter)
            self._store.marks.add(decided.matter, nouns.numbers([decided.a, decided.b]).values())


def _told(one: Statement) -> str:
    return f"{one.speaker or one.source or '—'}: {one.words}"
