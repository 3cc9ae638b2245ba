"""The desk: a story becomes the reports that a dozen publishers print of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsroom.houses import (
    AGENCIES,
    CALLED,
    FAMILIES,
    HOUSES,
    PHOTOGRAPHERS,
    READERS,
    REMARKS,
    House,
)
from newsroom.stories import Beat, Story
from newsroom.wording import Wording

MARK = "This article was written for Reportedly; everything in it is invented."
"""The last line of each article, before its comments."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is printed.

    Args:
        house: its publisher.
        headline: printed above it.
        paragraphs: what stands below, each as it is.
        caption: under its picture; may be empty.
        related: a line that leads to another story; may be empty.
        comments: readers' names, and what they wrote.
        version: 1, or more if it took the place of an earlier one at its address.
    """

    house: House
    headline: str
    paragraphs: tuple[str, ...]
    published: date
    url: str
    caption: str = ""
    related: str = ""
    authors: tuple[str, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    version: int = 1


class Desk:
    """Writes the reports of one story.

    Args:
        story: the story.
        other: another one, to which its pages link.
        chance: chooses houses, wordings and what is left out.
    """

    def __init__(self, story: Story, other: Story, chance: random.Random) -> None:
        self._story = story
        self._other = other
        self._chance = chance

    def articles(self) -> Iterator[Article]:
        """All reports, beat by beat."""
        for place, beat in enumerate(self._story.beats):
            earlier = self._story.beats[:place]
            houses = self._chance.sample(HOUSES, 6)
            wire = self._wire(beat, earlier)
            yield wire
            if place % 2 == 0:
                yield self._copy(wire, houses[0])
            if place % 3 == 0:
                yield self._edited(wire, beat, houses[1])
            yield self._relying(beat, earlier, houses[2], wire.house)
            own = self._own(beat, earlier, houses[3])
            yield own
            if place == 1:
                yield self._corrected(own, beat)
            if place > 1:
                yield self._long(beat, earlier, houses[4])
            if place == 4:
                yield self._brief(beat, houses[5])

    def _wording(self, beat: Beat, house: House, number: str | None = None) -> Wording:
        if number is None:
            number = self._chance.choice(beat.numbers)
        return Wording(self._story, beat, house, number, self._chance)

    def _agency(self, beat: Beat) -> House:
        if beat.town == "Vasht":
            return AGENCIES["Vasht News Agency"]
        return AGENCIES["Northwire" if self._chance.random() < 0.3 else "Telmar News Agency"]

    def _wire(self, beat: Beat, earlier: tuple[Beat, ...]) -> Article:
        house = self._agency(beat)
        words = self._wording(beat, house, beat.numbers[0])
        town = f"{beat.town.upper()} ({CALLED[house.name][1]}) — "
        paragraphs = [
            town + words.fill(beat.leads[0]),
            self._quoted(words, beat.quotes[0]),
            words.fill(beat.doubt[0]),
            self._also(words, beat.said[-1]),
            words.fill(beat.reply[0]),
            words.fill(beat.scene[0]),
            self._quoted(words, beat.quotes[1]),
            *self._background(words, earlier, 1),
        ]
        return self._printed(beat, house, 0, paragraphs, number=beat.numbers[0])

    def _copy(self, wire: Article, house: House) -> Article:
        """The agency's report as it came, with or without a line that says from whom."""
        body = list(wire.paragraphs)
        if self._chance.random() < 0.5:
            body.insert(-1, f"Source: {CALLED[wire.house.name][1]}")
        url = wire.url.replace(wire.house.host, house.host).replace("/wire", "/news")
        return replace(wire, house=house, paragraphs=tuple(body), url=url)

    def _edited(self, wire: Article, beat: Beat, house: House) -> Article:
        """The agency's report, shortened and with a few words of the house's own."""
        lead = wire.paragraphs[0].partition(" — ")[2]
        body = [lead, *wire.paragraphs[1:-1]]
        del body[self._chance.randrange(4, len(body))]
        verb = house.verbs[-1]
        place = self._chance.randrange(1, 3)
        body[place] = re.sub(r"\b(said|added|told reporters)\b", verb, body[place], count=1)
        number, other = beat.numbers[0], self._chance.choice(beat.numbers)
        if number:
            body[0] = re.sub(
                rf"\b{re.escape(number)}\b", other, body[0], count=1, flags=re.IGNORECASE
            )
        body.append(f"{CALLED[wire.house.name][1]} contributed to this report.")
        return self._printed(beat, house, 1, body, number=other, days=1)

    def _relying(
        self, beat: Beat, earlier: tuple[Beat, ...], house: House, agency: House
    ) -> Article:
        """A report that has it from the agency, and says so."""
        words = self._wording(beat, house)
        called = CALLED[agency.name][0]
        lead = words.fill(beat.leads[-1])
        if not re.search(r"\breport(?:ed)?\b|\btold (?:the|North)", lead):
            lead = f"{lead.rstrip('.')}, according to {called}."
        name = words.again()
        second, first = beat.quotes[-1], beat.quotes[0]
        to = f" in an interview with {beat.channel}" if beat.channel.startswith("Radio") else ""
        paragraphs = [
            lead,
            f"{words.quote(first)} {called} quoted {name} as saying{to}.",
            words.fill(beat.doubt[-1]),
            words.tidy(f"{words.quote(second)} {name} said, {called} reported."),
            words.fill(beat.reply[-1]),
            *self._background(words, earlier, 1),
            words.fill(beat.scene[-1]),
        ]
        return self._printed(
            beat, house, -1, [words.tidy(p) for p in paragraphs], number=words.number, days=1
        )

    def _own(self, beat: Beat, earlier: tuple[Beat, ...], house: House) -> Article:
        """A report by somebody who was there."""
        words = self._wording(beat, house)
        quotes = list(beat.quotes)
        self._chance.shuffle(quotes)
        paragraphs = [
            words.fill(self._chance.choice(beat.leads)),
            self._quoted(words, quotes[0], venue=True),
            self._also(words, self._chance.choice(beat.said)),
            self._quoted(words, quotes[1]),
            words.fill(self._chance.choice(beat.reply)),
            words.fill(self._chance.choice(beat.doubt)),
            *self._background(words, earlier, 1),
            words.fill(self._chance.choice(beat.scene)),
        ]
        return self._printed(beat, house, -1, paragraphs, number=words.number)

    def _corrected(self, own: Article, beat: Beat) -> Article:
        """The same address a day later, with what was added and taken out."""
        words = self._wording(beat, own.house, beat.numbers[0])
        words.introduced.add(beat.who)
        kept = [p for place, p in enumerate(own.paragraphs[:-1]) if place not in {2, 4, 6}]
        late = f"{words.again()} later said that {self._chance.choice(beat.said)}."
        note = "Correction: an earlier version of this article gave another account of the hour."
        body = (*kept, words.tidy(late), words.fill(beat.reply[0]), note, own.paragraphs[-1])
        return replace(own, paragraphs=body, version=2, published=own.published)

    def _long(self, beat: Beat, earlier: tuple[Beat, ...], house: House) -> Article:
        """A long read, with what went before."""
        words = self._wording(beat, house)
        quotes = list(beat.quotes)
        self._chance.shuffle(quotes)
        paragraphs = [
            words.fill(beat.scene[0]),
            words.fill(self._chance.choice(beat.leads)),
            self._quoted(words, quotes[0], venue=True),
            *self._background(words, earlier, 3),
            words.fill(self._chance.choice(beat.reply)),
            self._also(words, beat.said[0]),
            *(self._quoted(words, quote) for quote in quotes[1:2]),
            words.fill(self._chance.choice(beat.doubt)),
            words.fill(beat.scene[-1]),
        ]
        author = self._chance.choice(("Nell Ashby", "Caspar Vole", "Ingrid Tamm", "Osei Brand"))
        made = self._printed(beat, house, -1, paragraphs, number=words.number, days=2)
        return replace(made, url=made.url + "-long", authors=(author,))

    def _brief(self, beat: Beat, house: House) -> Article:
        words = self._wording(beat, house)
        paragraphs = [words.fill(self._chance.choice(beat.leads)), words.fill(beat.doubt[-1])]
        made = self._printed(beat, house, 0, paragraphs, number=words.number)
        return replace(made, url=made.url + "-brief", caption="", related="")

    def _quoted(self, words: Wording, quote: str, *, venue: bool = False) -> str:
        """Somebody's own words, in one of the ways in which papers set them."""
        name, he = words.again(), words.person.he
        verb = self._chance.choice(words.house.verbs)
        where = f" {words.beat.venue}" if venue and words.beat.venue else ""
        told = verb if re.search("interview|letter|statement|e-mail", where) else "told reporters"
        first, comma, rest = quote.partition(", ")
        ways = [
            f"{words.quote(quote)} {name} {verb}{where}.",
            f"{name} {verb}{where}: {words.quote(quote, '.')}",
            f"{words.quote(quote)} {he} {told}{where}.",
        ]
        if comma and min(len(first.split()), len(rest.split())) > 3:
            ways.append(f"{words.quote(first)} {name} {verb}{where}, {words.quote(rest, '.')}")
        return words.tidy(self._chance.choice(ways))

    def _also(self, words: Wording, said: str) -> str:
        name, he = words.again(), words.person.he
        verb = self._chance.choice(words.house.verbs)
        ways = (
            f"{name} also {verb} that {said}.",
            f"{said}, according to {name}.",
            f"{he} added that {said}.",
            f"{said}, {he} {verb}.",
        )
        return words.tidy(self._chance.choice(ways))

    def _background(self, words: Wording, earlier: tuple[Beat, ...], most: int) -> Iterator[str]:
        """What was said before, in a sentence each."""
        count = min(most, len(earlier))
        for beat in sorted(self._chance.sample(earlier, count), key=lambda b: b.day):
            who = words.who(beat.who, beat.day)
            same = (beat.day.year, beat.day.month) == (words.beat.day.year, words.beat.day.month)
            when = "earlier this month" if same else f"in {beat.day:%B}"
            said = self._chance.choice(beat.said)
            quote = self._chance.choice(beat.quotes)
            verb = self._chance.choice(words.house.verbs)
            ways = (
                f"{when}, {who} had said that {said}.",
                f"{who} {verb} {when} that {said}.",
                f"{when}, {who} told {beat.channel or 'reporters'} that {said}.",
                f"{words.quote(quote)} {who} said {when}.",
            )
            yield words.tidy(self._chance.choice(ways))

    def _printed(
        self,
        beat: Beat,
        house: House,
        head: int,
        paragraphs: list[str],
        *,
        number: str,
        days: int = 0,
    ) -> Article:
        words = self._wording(beat, house, number)
        headline = words.fill(beat.heads[head])
        slug = re.sub(r"\W+", "-", headline.lower()).strip("-")[:48].strip("-")
        kind = "wire" if house.name in AGENCIES else "news"
        caption = f"{beat.caption} ({self._chance.choice(PHOTOGRAPHERS)})" if beat.caption else ""
        linked = self._chance.choice(self._other.beats)
        other = Wording(self._other, linked, house, linked.numbers[0], self._chance)
        related = f"{house.more} {other.fill(linked.heads[0])}" if kind == "news" else ""
        return Article(
            house,
            headline,
            (*paragraphs, MARK),
            beat.day + timedelta(days),
            f"https://{house.host}/{kind}/{beat.day:%Y/%m/%d}/{slug}",
            caption if kind == "news" else "",
            related if self._chance.random() < 0.6 else "",
            comments=self._comments() if house.comments else (),
        )

    def _comments(self) -> tuple[tuple[str, str], ...]:
        number = self._chance.randint(1, 4)
        first = self._chance.sample(READERS, number)
        names = [f"{name} {self._chance.choice(FAMILIES)}" for name in first]
        return tuple(zip(names, self._chance.sample(REMARKS, number), strict=True))
