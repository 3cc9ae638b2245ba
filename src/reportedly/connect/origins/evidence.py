"""Evidence: every pair of attributions that a rule or a person takes for one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.connect.origins.days import time
from reportedly.connect.origins.judged import Judged
from reportedly.connect.origins.rules import RULES, Rule, can_be_one
from reportedly.connect.parts import FIRM
from reportedly.schema import Act, Ref
from reportedly.schema.origins import Receipt, ReceiptKind, Utterance

NO_SPEECH = frozenset({Act.THINK, Act.EXPECT, Act.WANT, Act.DECIDE, Act.SHOW})
"""Acts that nobody hears: who says what another thinks speaks for himself."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Two attributions are one utterance, or the first goes back to the second.

    Args:
        a: number of the one.
        b: number of the other; unless `back`, the greater.
        weight: how much it counts.
        back: the first only hands on what the second says.
        receipt: makes the receipt, when one is wanted.
    """

    a: int
    b: int
    weight: float
    back: bool
    receipt: Callable[[], Receipt]


def shown(utterances: Sequence[Utterance], judged: Judged) -> list[Shown]:
    """All that shows that two of them are one; of a thousand alike, enough to hold them together.

    A pair on which a person has said anything is the person's alone.
    """
    told = [_by_person(utterances, a, b) for a, b in sorted(judged.same)]
    nested = [s for s in _quoted(utterances) if judged.open(s.a, s.b)]
    pairs = {(min(s.a, s.b), max(s.a, s.b)) for s in nested}
    alike = [
        s
        for rule in RULES
        for s in _by_rule(rule, utterances, judged)
        if judged.open(s.a, s.b) and (s.a, s.b) not in pairs
    ]
    return [*told, *alike, *nested]


def definite(utterance: Utterance) -> tuple[bool, int]:
    """How much is known of an utterance: who speaks, and then how few days it may be of.

    The less definite may go back to the more definite, never the other way round.
    """
    when = time(utterance)
    return utterance.speaker.known, (when.first - when.last).days


def _by_person(utterances: Sequence[Utterance], a: int, b: int) -> Shown:
    one, other = utterances[a], utterances[b]

    def receipt() -> Receipt:
        return Receipt(
            ReceiptKind.JUDGED, "a person judged them one", one.ref, other.ref, one.content,
            other.content,
        )  # fmt: skip

    return Shown(a, b, FIRM, False, receipt)


def _by_rule(rule: Rule, utterances: Sequence[Utterance], judged: Judged) -> Iterator[Shown]:
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        for key in rule.keys(utterance):
            buckets[key].append(number)
    for bucket in buckets.values():
        for a, b in _worth_comparing(rule, utterances, bucket, judged.all):
            one, other = utterances[a], utterances[b]
            if can_be_one(one, other) and rule.holds(one, other):
                yield Shown(a, b, rule.weight, False, lambda o=one, t=other: rule.receipt(o, t))  # type: ignore[misc]


def _worth_comparing(
    rule: Rule, utterances: Sequence[Utterance], bucket: Sequence[int], judged: Container[int]
) -> Iterator[tuple[int, int]]:
    """Each with the first of its face, and the first of each face with each other first.

    Whatever a person judged has a face of its own.
    """
    faces: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in bucket:
        utterance = utterances[number]
        own = number if number in judged else None
        known = utterance.speaker.known
        faces[rule.face(utterance), known, time(utterance), own].append(number)
    firsts = [alike[0] for alike in faces.values()]
    for alike in faces.values():
        yield from ((alike[0], other) for other in alike[1:])
    yield from combinations(firsts, 2)


def _quoted(utterances: Sequence[Utterance]) -> Iterator[Shown]:
    """An attribution in another's content: the outer one goes back to the inner one.

    Not where the inner one names nobody, or nobody speaks in it: then it is the outer one's.
    """
    numbers = {u.ref: n for n, u in enumerate(utterances)}
    for inner, utterance in enumerate(utterances):
        outer = _outer(utterance, numbers)
        if outer is None or outer == inner or _one_voice(utterances[outer], utterance):
            continue
        own = utterance.speaker.group is None or utterance.act in NO_SPEECH
        first, second = (inner, outer) if own else (outer, inner)
        yield _back(utterances, first, second, own)


def _outer(utterance: Utterance, numbers: Mapping[Ref, int]) -> int | None:
    """The nearest attribution of the claim in whose content it stands."""
    refs = (Ref(utterance.ref.document, name) for name in utterance.within)
    return next((numbers[ref] for ref in refs if ref in numbers), None)


def _one_voice(a: Utterance, b: Utterance) -> bool:
    return a.speaker.group is not None and a.speaker.group == b.speaker.group


def _back(utterances: Sequence[Utterance], a: int, b: int, own: bool) -> Shown:
    one, other = utterances[a], utterances[b]
    text = (
        f"it stands in what {other.speaker.label or 'the other'} says, who hands on nobody's speech"
        if own
        else f"{one.speaker.label or 'somebody'} says that {other.speaker.label} said it"
    )

    def receipt() -> Receipt:
        return Receipt(ReceiptKind.QUOTED, text, one.ref, other.ref, one.cue, other.cue)

    return Shown(a, b, 0.0, True, receipt)


def spanning(signs: Iterable[Shown]) -> tuple[Shown, ...]:
    """As many signs as hold together what all of them do, the strongest first."""
    up: dict[int, int] = {}

    def root(number: int) -> int:
        while up.setdefault(number, number) != number:
            number = up[number]
        return number

    kept = []
    for sign in sorted(signs, key=lambda s: (-s.weight, s.a, s.b)):
        a, b = root(sign.a), root(sign.b)
        if a != b:
            up[max(a, b)] = min(a, b)
            kept.append(sign)
    return tuple(kept)
