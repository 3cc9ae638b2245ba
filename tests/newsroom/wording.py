"""How a sentence of a story comes to stand in a report: names, days, numbers, quotation marks."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import date

from newsroom.houses import House
from newsroom.stories import Beat, Person, Story


@dataclass
class Wording:
    """Fills the gaps of sentences for one report, and remembers who was introduced in it."""

    story: Story
    beat: Beat
    house: House
    number: str
    chance: random.Random
    introduced: set[str] = field(default_factory=set)

    @property
    def person(self) -> Person:
        return self.story.people[self.beat.who]

    def who(self, key: str, day: date | None = None) -> str:
        """Somebody with name and role the first time, later without."""
        person = self.story.people[key]
        if key in self.introduced:
            return person.short if not person.roles else person.name.split()[-1]
        self.introduced.add(key)
        role = person.role(day or self.beat.day)
        if role is None:
            return person.name + ("," if ", " in person.name else "")
        plain = " of " not in role and " at " not in role
        if plain and self.chance.random() < 0.6:
            return f"{role.title()} {person.name}"
        article = "a " if re.match("nurse|professor|geologist", role) else "the " * plain
        return f"{person.name}, {article}{role},"

    def fill(self, sentence: str) -> str:
        """A sentence with its gaps filled."""

        def gap(match: re.Match[str]) -> str:
            name = match[1]
            if name == "n":
                return self.number
            if name == "day":
                return self.house.on + self.beat.day.strftime("%A")
            if name in {"he", "He"}:
                return self.person.he if name == "he" else self.person.he.capitalize()
            if name == "Name":
                return self.again()
            key = name.removesuffix("_name")
            if key != name:
                self.introduced.add(key)
                return self.story.people[key].name
            return self.who(self.beat.who if key == "who" else key)

        return self.tidy(re.sub(r"\{(\w+)\}", gap, sentence))

    def again(self) -> str:
        """The speaker, by whichever name is due."""
        return self.who(self.beat.who)

    def quote(self, words: str, end: str = ",") -> str:
        """Words in quotation marks, with what ends them inside."""
        return self.tidy(f"“{words.rstrip('.')}{end}”")

    def tidy(self, text: str) -> str:
        """Commas that meet, a capital to begin with, and the house's quotation marks."""
        text = re.sub(r",+([.,:;])", r"\1", re.sub(r"  +", " ", text)).strip()
        text = re.sub(r"(^|[.!?]”? )([a-z])", lambda match: match[1] + match[2].upper(), text)
        marks = dict(zip("“”‘’", self.house.quotes, strict=True))
        return "".join(marks.get(letter, letter) for letter in text)
