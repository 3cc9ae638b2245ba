"""The stories as they stand in `stories/*.toml`, one file each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "stories"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks: a person by name, a body, or somebody whom nobody names.

    Args:
        name: the full name; of a body, and of the unnamed, what they are called.
        he: the pronoun.
        short: what they are called the second time.
        roles: roles, each with the day from which it is held.
    """

    name: str
    he: str
    short: str
    roles: tuple[tuple[date, str], ...]

    def role(self, day: date) -> str | None:
        """The role on a day."""
        return next((role for since, role in reversed(self.roles) if since <= day), None)


@dataclass(frozen=True, slots=True)
class Beat:
    """A day on which somebody says something; each list holds ways to say it.

    Args:
        who: key of the person who speaks.
        venue: where, or what at; may be empty.
        channel: the medium to which it was said, if it was to one.
        numbers: of which one takes the place of `{n}`; the first is the agency's.
        said: what was said, as a clause.
        quotes: what was said, in so many words.
        doubt: what the publisher notes of the evidence.
        scene: what nobody says.
        reply: what others say to it, as whole sentences.
    """

    day: date
    who: str
    town: str
    venue: str
    channel: str
    heads: tuple[str, ...]
    leads: tuple[str, ...]
    numbers: tuple[str, ...]
    quotes: tuple[str, ...]
    said: tuple[str, ...]
    doubt: tuple[str, ...]
    scene: tuple[str, ...]
    reply: tuple[str, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Story:
    """What is told over months."""

    subject: str
    country: str
    people: dict[str, Person]
    beats: tuple[Beat, ...]


def load() -> list[Story]:
    """All stories, by the names of their files."""
    return [_story(tomllib.loads(file.read_text("utf-8"))) for file in sorted(FOLDER.glob("*"))]


def _story(data: dict[str, Any]) -> Story:
    people = {key: _person(fields) for key, fields in data["people"].items()}
    return Story(data["subject"], data["country"], people, tuple(map(_beat, data["beats"])))


def _person(fields: dict[str, Any]) -> Person:
    roles = tuple((date.fromisoformat(day), role) for day, role in fields.get("roles", ()))
    if "name" in fields:
        return Person(fields["name"], fields["he"], fields["name"].split()[-1], roles)
    name = fields.get("unnamed") or fields["body"]
    return Person(name[0].lower() + name[1:], fields["he"], fields["short"], ())


def _beat(data: dict[str, Any]) -> Beat:
    lists = ("heads", "leads", "quotes", "said", "doubt", "scene", "reply")
    return Beat(
        day=data["day"],
        who=data["who"],
        town=data["town"],
        venue=data.get("venue", ""),
        channel=data.get("channel", ""),
        numbers=tuple(number.lower() for number in data.get("n", [""])),
        caption=data.get("caption", ""),
        **{name: tuple(data[name]) for name in lists},
    )
