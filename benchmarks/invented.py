"""Invented articles, and what every site puts around one: menus, banners, teasers, a foot.

Every sentence, name and place is invented. `Truth` says what a reader should make of a page.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from html import escape

FIRST = (
    "Ilse Maro Tavin Oduya Renske Pavo Lindiwe Corin Hanneke Yusra Bram Solvei Ketu Anwen".split()
)
LAST = "Veldkamp Orrin Tasgaard Mbeki-Stone Halloran Zentai Quillfeather Dastor Arnoux Pell".split()
PLACE = "Port Elvane|Harrowmere|Castel Dorn|Ubari Flats|Lake Sennet|Old Tarrow|Marish Point".split(
    "|"
)
OFFICE = (
    "harbour master|deputy mayor|opposition leader|spokeswoman for the ministry|union official|"
    "chief engineer|retired judge|school inspector|regional governor|party treasurer"
).split("|")
THING = (
    "the northern bridge|the tram depot|the water contract|the ferry timetable|the archive fire|"
    "the grain reserve|the border crossing|the hospital wing|the election register|the quarry"
).split("|")
DEED = (
    "would be closed before the end of the month|had never been inspected|cost twice what was "
    "promised|must be handed to an independent panel|was safe on the day of the accident|had been "
    "sold without a vote|would stay open through the winter|belonged to the people of the district"
).split("|")
TAIL = (
    "after a meeting that lasted until midnight|while residents waited outside the hall|in a "
    "letter seen by two local newspapers|despite a ruling handed down in spring|"
    "without giving a reason|"
    "as engineers began a second survey|three weeks before the vote"
).split("|")


@dataclass(frozen=True)
class Truth:
    """What is on an invented page."""

    title: str
    subtitle: str
    site: str
    author: str
    published: str
    url: str
    body: tuple[str, ...]
    captions: tuple[str, ...]
    related: tuple[str, ...]
    comments: tuple[tuple[str, str], ...]


@dataclass
class Writer:
    """Writes sentences, paragraphs and names from a seed; `weight` times the usual furniture."""

    rng: random.Random
    weight: int = 1
    used: set[str] = field(default_factory=set)

    def pick(self, words: list[str]) -> str:
        """One of the words."""
        return self.rng.choice(words)

    def person(self) -> str:
        """A name."""
        return f"{self.pick(FIRST)} {self.pick(LAST)}"

    def sentence(self) -> str:
        """A sentence; every second one reports what somebody said."""
        who, thing, deed, tail = (self.pick(x) for x in (OFFICE, THING, DEED, TAIL))
        name, place = self.person(), self.pick(PLACE)
        return self.rng.choice(
            (
                f"“{thing.capitalize()} {deed},” the {who}, {name}, said {tail}.",
                f"The {who} in {place} told reporters that {thing} {deed}, {tail}.",
                f"{name}, a {who} from {place}, denied on Tuesday that {thing} {deed}.",
                f"Work on {thing} began in {place} {tail}, and {name} has led it since.",
                f"According to the {who}, {thing} {deed}; nobody in {place} could confirm it.",
                f"Some {self.rng.randint(12, 980)} people gathered in {place} {tail}.",
            )
        )

    def paragraph(self) -> str:
        """Two to four sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(2, 4)))

    def headline(self) -> str:
        """A headline that the page does not have yet."""
        while True:
            says = f"says {self.pick(THING)} {self.pick(DEED)}"
            line = f"{self.pick(PLACE)} {self.pick(OFFICE)} {says}"
            if line not in self.used:
                self.used.add(line)
                return line


def truth_of(writer: Writer, number: int) -> Truth:
    """An invented article."""
    rng = writer.rng
    day = f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    return Truth(
        title=writer.headline(),
        subtitle=f"{writer.person()} {writer.pick(TAIL)} asked for calm: {writer.pick(THING)}",
        site=f"The {writer.pick(PLACE)} {rng.choice(('Courier', 'Observer', 'Post'))}",
        author=writer.person(),
        published=day,
        url=f"https://news.example/{day.replace('-', '/')}/story-{number}",
        body=tuple(writer.paragraph() for _ in range(rng.randint(6, 22))),
        captions=tuple(
            f"{writer.person()} at {writer.pick(THING)} in {writer.pick(PLACE)} {n} days ago"
            for n in rng.sample(range(2, 90), 2)
        ),
        related=tuple(writer.headline() for _ in range(3)),
        comments=tuple(
            (f"{writer.pick(FIRST)}{rng.randint(1, 999)}", writer.sentence())
            for _ in range(rng.randint(2, 6))
        ),
    )


# What every site puts around an article.


def head(t: Truth, w: Writer, *, ld: bool = True, og: bool = True) -> str:
    """The page's head: metadata, styles and scripts, of a usual size."""
    css = " ".join(f".c{n}{{margin:{n % 9}px;color:#{n:06x}}}" for n in range(500 * w.weight))
    script = ";".join(f'window.q{n}=function(a){{return a+"{n}"}}' for n in range(300 * w.weight))
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": t.title,
        "datePublished": f"{t.published}T08:30:00Z",
        "author": {"@type": "Person", "name": t.author},
        "publisher": {"@type": "Organization", "name": t.site},
        "description": t.subtitle,
    }
    ld_part = f'<script type="application/ld+json">{json.dumps(data)}</script>' if ld else ""
    og_part = (
        f'<meta property="og:title" content="{escape(t.title)}">'
        f'<meta property="og:site_name" content="{escape(t.site)}">'
        f'<meta property="og:description" content="{escape(t.subtitle)}">'
        f'<meta property="article:published_time" content="{t.published}T08:30:00Z">'
        f'<meta name="author" content="{t.author}">'
        if og
        else ""
    )
    return (
        f'<head><meta charset="utf-8"><title>{escape(t.title)} | {t.site}</title>'
        f'<link rel="canonical" href="{t.url}">{og_part}{ld_part}'
        f"<style>{css}</style><script>{script}</script></head>"
    )


def menu(w: Writer, links: int = 60) -> str:
    """A navigation bar."""
    items = "".join(
        f'<li><a href="/s/{n}">{w.pick(PLACE).split()[-1]} {n}</a></li>'
        for n in range(links * w.weight)
    )
    return f'<nav class="main-nav" role="navigation"><ul>{items}</ul></nav>'


def cookie_banner() -> str:
    """A consent banner."""
    return (
        '<div id="cookie-banner" class="consent-overlay"><p>We and our partners use cookies to '
        "measure how our pages are read. You can change this at any time.</p>"
        "<button>Accept all</button><button>Settings</button></div>"
    )


def share() -> str:
    """A row of share buttons."""
    return (
        '<div class="share-tools"><a href="#f">Facebook</a> <a href="#t">Twitter</a> '
        '<a href="#w">WhatsApp</a> <a href="#e">Email</a></div>'
    )


def teasers(w: Writer, count: int = 12) -> str:
    """A sidebar of other stories."""
    items = "".join(
        f'<li><a href="/t/{n}"><img src="/i/{n}.jpg" alt=""><span>{w.headline()}</span></a></li>'
        for n in range(count * w.weight)
    )
    return f'<aside class="sidebar"><h3>Most read</h3><ul>{items}</ul></aside>'


def footer(t: Truth, w: Writer) -> str:
    """The foot of the page."""
    links = "".join(
        f'<li><a href="/f/{n}">{w.pick(OFFICE)} {n}</a></li>' for n in range(30 * w.weight)
    )
    return (
        f'<footer class="site-footer"><ul>{links}</ul><p>© {t.site}. All rights reserved. '
        "Registered in the district court under number 1177.</p></footer>"
    )


def spread(paragraphs: list[str], figures: list[str], box: str) -> str:
    """The body with its figures after the first and the fourth paragraph, its link box between."""
    out = list(paragraphs)
    out.insert(4, figures[1])
    out.insert(3, box)
    out.insert(1, figures[0])
    return "\n".join(out)


def ps(t: Truth, attributes: str = "") -> list[str]:
    """The body's paragraphs."""
    return [f"<p{attributes}>{escape(text, quote=False)}</p>" for text in t.body]
