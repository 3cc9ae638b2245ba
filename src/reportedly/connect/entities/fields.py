"""Walks of life: what a role belongs to, so that a footballer is not taken for a minister."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.connect.entities.letters import fold

_WORDS = {
    "public life": "president minister senator congressman congresswoman mp lawmaker governor mayor"
    " ambassador envoy spokesman spokeswoman spokesperson secretary chancellor premier politician"
    " candidate general colonel commander admiral officer major captain soldier official diplomat"
    " chairman chairwoman chair chief director adviser advisor attorney lawyer prosecutor judge"
    " justice sheriff police leader speaker delegate councillor councilman strategist activist"
    " executive ceo founder economist banker analyst pollster professor",
    "sport": "footballer striker goalkeeper midfielder defender quarterback coach player golfer"
    " boxer cricketer sprinter swimmer cyclist driver jockey athlete winger batsman bowler pitcher",
    "the arts": "singer rapper actor actress drummer guitarist musician dancer comedian novelist"
    " poet painter sculptor model",
    "medicine": "surgeon nurse physician paediatrician pediatrician midwife dentist",
}
_FIELDS = {word: name for name, words in _WORDS.items() for word in words.split()}


def fields_of(roles: Iterable[str]) -> frozenset[str]:
    """The walks of life that roles belong to; none for roles that tell none."""
    words = (word for role in roles for word in fold(role).replace("-", " ").split())
    return frozenset(_FIELDS[word] for word in words if word in _FIELDS)
