"""Said: the statements of a claim or of a speaker as pictures and tables tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.record.answers import Stand, Statement
from reportedly.schema import Act

WORDS = {"states": "statement", "accuses": "accusation", "denies": "denial", "echoes": "echo"}
"""What statements are told apart as, and the word for it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard, by one name wherever the same is heard.

    Args:
        name: the name, or the words of the text for one who has none.
        id: of the speaker; None where it stays open who that is.
        known: it is known who that is; of "senior officials" it is not, though they have an id.
    """

    name: str
    id: str | None = None
    known: bool = False

    @property
    def href(self) -> str | None:
        """The address of the speaker's page."""
        return f"/speakers/{self.id}" if self.id else None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and who is heard in it.

    Args:
        statement: the statement.
        voice: who is heard.
        manner: a key of `WORDS`.
    """

    statement: Statement
    voice: Voice
    manner: str

    @property
    def word(self) -> str:
        """What it is, in a word."""
        return WORDS[self.manner]


@dataclass(frozen=True, slots=True)
class Link:
    """One of a chain's media."""

    name: str
    id: str

    @property
    def href(self) -> str:
        """The address of its page."""
        return f"/speakers/{self.id}"


@dataclass(frozen=True, slots=True)
class Chain:
    """Publisher, carriers from the publisher on, and who is heard; and in how many statements."""

    publisher: str
    carriers: tuple[Link, ...]
    voice: Voice
    statements: int

    @property
    def carriers_data(self) -> list[dict[str, str]]:
        """The carriers as the picture reads them."""
        return [{"name": carrier.name, "href": carrier.href} for carrier in self.carriers]


def all_said(
    statements: Iterable[Statement], unnamed: Container[str] = frozenset()
) -> tuple[Said, ...]:
    """Statements with who is heard in them.

    Args:
        statements: in the order in which they are given back.
        unnamed: ids of those in which a speaker is heard who cannot be told from others.
    """
    listed = list(statements)
    names = _names(listed)
    return tuple(
        Said(one, _voice(one, names, known=one.id not in unnamed), _manner(one)) for one in listed
    )


def chains(said: Sequence[Said]) -> tuple[Chain, ...]:
    """The chains of statements, those of most statements first."""
    carried = {c.id: c.name for one in reversed(said) for c in one.statement.carriers}
    counted = Counter(
        (
            one.statement.publisher or "publisher not known",
            tuple(Link(carried[c.id], c.id) for c in one.statement.carriers),
            one.voice,
        )
        for one in said
    )
    return tuple(Chain(*found, n) for found, n in counted.most_common())


def months(days: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Numbers of statements by month; of what is known by the year alone, by year.

    Args:
        days: days, weeks, months or years, each with a number of statements.
    """
    counted = Counter[str]()
    for day, n in days:
        counted[_month(day)] += n
    return tuple(sorted(counted.items()))


def _month(day: str) -> str:
    """The month of a day; of a week, that of its Thursday, which most of it lies in."""
    year, _, week = day.partition("-W")
    if week:
        return date.fromisocalendar(int(year), int(week), 4).isoformat()[:7]
    return day[:7]


def _names(statements: Iterable[Statement]) -> dict[str, str]:
    """Of each speaker, the longest of the names that it is given: "Izadi" is whom, exactly?"""
    names: dict[str, str] = {}
    for one in statements:
        if one.speaker_id and one.speaker:
            names[one.speaker_id] = max(names.get(one.speaker_id, ""), one.speaker, key=len)
    return names


def _voice(one: Statement, names: Mapping[str, str], *, known: bool) -> Voice:
    if one.speaker_id and one.speaker_id in names:
        return Voice(names[one.speaker_id], one.speaker_id, known)
    return Voice(one.speaker or (f"“{one.source}”" if one.source else "nobody named"))


def _manner(one: Statement) -> str:
    if one.stand is Stand.STATES and one.act is Act.ACCUSE and not one.negated:
        return "accuses"
    return str(one.stand)
