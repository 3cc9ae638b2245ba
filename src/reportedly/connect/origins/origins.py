"""Origins: which attributions of a claim go back to one utterance, and how many are independent.

What counts
-----------
A fact-checker asks how many have come forward on their own with a claim, for each of them can be
asked what it rests on. Not how often it was printed: a hundred printings of one agency's report
have one origin.

*One utterance.* Two attributions report one utterance if the record shows it: a person said so;
the same speaker said it in the same words, or on one occasion (the same day, told to the day; the
same venue, at a time that fits both; one report that tells of one occasion), or in a text that
one document took from the other; or they came through the same carrier on the same day. Nothing
collapses that is known to have been said by two, or on two days.

*Going back.* "X said that Y said it" adds nothing to Y: X is asked and names Y. The outer
attribution goes back to the inner one, along the whole chain; if the innermost speaker is unnamed,
what remains is unknown, however well known X is. An inner attribution that names nobody, or tells
what somebody thinks, is the outer speaker's own. What is less definite (nobody named, no day)
goes back to what is more definite, if a reason above connects them and nothing known keeps them
apart. A statement that only *echoes* another is its speaker's own.

*Independent.* Two origins are independent if different speakers answer for them. Who repeats
himself on another day makes another utterance, and may or may not have learnt more since: so each
of a speaker's utterances is an origin that counts in `most`, and all of them together count once
in `least`. An unnamed official, "media reports", or a source that stays open may be any of the
others, or one more: counted in `most`, and in `least` only if there is nobody else. So may a
government or another body that may have spoken through a person who is heard as well ("Iran said",
and an Iranian minister). It is never inferred that two persons do not rely on each other outside of
what the record holds: `least` is of those who differ *in the record*.

*Unclear.* What goes back to one of several, and the record does not show to which, is a group of
its own that points at them, and adds to neither number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.connect.origins.cores import Graph, by_end, ends, graph, receipts, spanning
from reportedly.connect.origins.count import Answering, least
from reportedly.connect.origins.evidence import Shown, shown
from reportedly.connect.origins.judged import Judged, Judgements, judged
from reportedly.schema import Ref, Verdict
from reportedly.schema.origins import Heard, Origin, Origins, Utterance


def origins(
    utterances: Sequence[Utterance], judgements: Mapping[tuple[Ref, Ref], Verdict] | None = None
) -> Origins:
    """Tell from how many independent origins the attributions of one claim come.

    The module says what counts. A pure function of its arguments: neither the order of the
    utterances nor that of the judgements matters. Give it the attributions that assert the claim;
    those that deny it have origins of their own.

    Args:
        utterances: the attributions, each ref once.
        judgements: a person's verdicts on pairs, which win over every rule. "Same" joins whoever
            is heard; "different" keeps apart, also through third ones; "unsure" keeps the
            program from joining the two directly.

    Returns:
        The groups, each attribution in one, and how many of them are origins at least and at
        most. Adding a copy, one more utterance with the speaker, words, days and family of one
        there, raises neither number.

    Raises:
        ValueError: if there are no utterances, or two of one ref.
    """
    listed = sorted(utterances, key=lambda u: u.ref)
    numbers = {u.ref: n for n, u in enumerate(listed)}
    if not listed or len(numbers) < len(listed):
        raise ValueError("origins need utterances, each with a ref of its own")
    told = judged(judgements or {}, numbers)
    found = _unjoined(graph(listed, shown(listed, told), told), told)
    return _counted(listed, found, told)


def _unjoined(found: Graph, told: Judged) -> Graph:
    """Without what would bring two together by way of a third that a person told apart."""
    while found.back:
        torn = {
            core
            for end, cores in by_end(ends(found)).items()
            for one, other in combinations(cores, 2)
            if told.apart(found.cores[one], found.cores[other])
            for core in (one, other)
            if core != end
        }
        if not torn:
            break
        back = tuple({} if n in torn else goals for n, goals in enumerate(found.back))
        found = replace(found, back=back)
    return found


def _counted(listed: Sequence[Utterance], found: Graph, told: Judged) -> Origins:
    goals = ends(found)
    joined = by_end(goals)
    unclear = [core for core, goal in enumerate(goals) if len(goal) > 1]
    groups = [(end, tuple(cores)) for end, cores in joined.items()]
    groups += [(core, (core,)) for core in unclear]
    groups.sort(key=lambda group: min(found.cores[c][0] for c in group[1]))
    place = {end: n for n, (end, _) in enumerate(groups) if end in joined}
    whole = [_origin(listed, found, end, cores) for end, cores in groups]
    for n, (core, _) in enumerate(groups):
        if core not in joined:
            whole[n] = _pointing(whole[n], found, core, [place[goal] for goal in goals[core]])
    counted = [n for n, origin in enumerate(whole) if not origin.goes_back_to]
    answering = _answering(listed, found, [groups[n] for n in counted], told)
    return Origins(least(answering), len(counted), tuple(whole))


def _origin(listed: Sequence[Utterance], found: Graph, end: int, cores: Sequence[int]) -> Origin:
    members = {n for core in cores for n in found.cores[core]}
    heard = _heard(listed, found, end, cores)
    held = [s for core in cores for s in found.held[core]]
    back = [s for core in cores for s in found.back[core].values() if {s.a, s.b} <= members]
    return Origin(
        tuple(listed[n].ref for n in sorted(members)),
        _label(listed, found.cores[end], heard),
        tuple(sorted({h.group for h in heard if h.group is not None})),
        bool(heard),
        receipts(spanning([*held, *back])),
    )


def _heard(
    listed: Sequence[Utterance], found: Graph, end: int, cores: Sequence[int]
) -> tuple[Heard, ...]:
    """Those known who answer for an origin: who is heard at its end, or in the circle that is."""
    circle = [c for c in cores if _in_circle(found, c, end)]
    heard = (listed[n].speaker for core in circle for n in found.cores[core])
    return tuple(dict.fromkeys(h for h in heard if h.known))


def _in_circle(found: Graph, core: int, end: int) -> bool:
    """Whether a core is the end, or the end goes back to it."""
    seen, waiting = {end}, [end]
    while waiting:
        for other in found.back[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return core in seen


def _label(listed: Sequence[Utterance], core: Sequence[int], heard: Sequence[Heard]) -> str:
    """The name of who is heard most often; by length and letters where it is as often."""
    names = [h.label for h in heard] or [listed[n].speaker.label for n in core]
    told = [name for name in names if name]
    return max(told, key=lambda n: (told.count(n), len(n), n), default="unknown")


def _pointing(origin: Origin, found: Graph, core: int, goals: Sequence[int]) -> Origin:
    signs: Sequence[Shown] = list(found.back[core].values())
    return replace(origin, goes_back_to=tuple(sorted(goals)), why=receipts(signs))


def _answering(
    listed: Sequence[Utterance],
    found: Graph,
    groups: Sequence[tuple[int, tuple[int, ...]]],
    told: Judged,
) -> list[Answering]:
    members = [[n for core in cores for n in found.cores[core]] for _, cores in groups]
    return [
        Answering(
            _heard(listed, found, end, cores),
            frozenset(m for m, other in enumerate(members) if told.apart(members[n], other)),
        )
        for n, (end, cores) in enumerate(groups)
    ]


__all__ = ["Judgements", "origins"]
