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

from reportedly.connect.origins.cores import clashing, cores
from reportedly.connect.origins.count import Answering, least
from reportedly.connect.origins.evidence import Shown, shown, spanning
from reportedly.connect.origins.graph import Clash, Graph, Node, collapse, linked
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
    signs = shown(listed, told)
    said = collapse(cores(listed, signs, told), clashing(listed, told), bridges=True)
    return _counted(listed, collapse(_handed_on(said, signs), _apart(told), bridges=False), told)


def _handed_on(said: Graph, signs: Sequence[Shown]) -> Graph:
    """The same utterances, and which of them hand on which."""
    quoting = ((s.a, s.b, s) for s in signs if s.back)
    unclear = (
        (said.nodes[one].members[0], said.nodes[other].members[0], sign)
        for one, goals in enumerate(said.back)
        for other, sign in goals.items()
    )
    return linked(said.nodes, [*unclear, *quoting])


def _apart(told: Judged) -> Clash:
    return lambda group: told.apart(group, group)


def _counted(listed: Sequence[Utterance], found: Graph, told: Judged) -> Origins:
    counted = [n for n, goals in enumerate(found.back) if not goals]
    answering = [
        Answering(
            _heard(listed, found.nodes[n]),
            frozenset(
                place
                for place, other in enumerate(counted)
                if told.apart(found.nodes[n].members, found.nodes[other].members)
            ),
        )
        for n in counted
    ]
    groups = (_origin(listed, *pair) for pair in zip(found.nodes, found.back, strict=True))
    return Origins(least(answering), len(counted), tuple(groups))


def _origin(listed: Sequence[Utterance], node: Node, back: Mapping[int, Shown]) -> Origin:
    heard = _heard(listed, node)
    ways = sorted(back.items())
    return Origin(
        tuple(listed[n].ref for n in node.members),
        _label(listed, node),
        tuple(sorted({h.group for h in heard if h.group is not None})),
        bool(heard),
        tuple(sign.receipt() for sign in spanning(node.held)),
        tuple(place for place, _ in ways),
        tuple(sign.receipt() for _, sign in ways),
    )


def _heard(listed: Sequence[Utterance], node: Node) -> tuple[Heard, ...]:
    """Those known who answer for what is said."""
    voices = (listed[n].speaker for n in node.voices)
    return tuple(dict.fromkeys(h for h in voices if h.known))


def _label(listed: Sequence[Utterance], node: Node) -> str:
    """The name of whoever is known, else of whoever is heard; the one given most often."""
    voices = [listed[n].speaker for n in node.voices]
    names = [h.label for h in voices if h.known] or [h.label for h in voices if h.label]
    return max(names, key=lambda n: (names.count(n), len(n), n), default="unknown")


__all__ = ["Judgements", "origins"]
