"""Invented news pages with known truth: eight layouts as news sites use them, from one seed.

Every sentence, name and place is invented. A layout is what its kind of site puts around and into
an article: navigation, cookie banner, share buttons, figures, boxes with links, a sidebar,
readers' comments, a footer, scripts, metadata. `truth` says what a reader should make of it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
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


def page(seed: int, weight: int = 1) -> tuple[str, Truth]:
    """The HTML of an invented page, and what is on it.

    Args:
        seed: pages of one seed are the same; seeds go round the layouts in turn.
        weight: how much furniture there is; 1 makes some 900 elements, 8 some 6,000.
    """
    writer = Writer(random.Random(seed), weight)
    truth = truth_of(writer, seed)
    return LAYOUTS[seed % len(LAYOUTS)](truth, writer), truth


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


# Eight kinds of sites.


def blog(t: Truth, w: Writer) -> str:
    """A weblog system's default theme, with threaded comments."""
    figures = [
        f'<div class="wp-caption alignnone"><img src="/a.jpg" alt="">'
        f'<p class="wp-caption-text">{c}</p></div>'
        for c in t.captions
    ]
    box = f'<p><strong>READ MORE:</strong> <a href="/r/0">{t.related[0]}</a></p>'
    rest = "".join(f'<li><a href="/r/{n}">{r}</a></li>' for n, r in enumerate(t.related[1:]))
    notes = "".join(
        f'<li class="comment even depth-1" id="comment-{n}"><article class="comment-body">'
        f'<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">{a}</b> '
        f'<span class="says">says:</span></div><div class="comment-metadata"><time>May 4, 2015 at '
        f'9:1{n} am</time></div></footer><div class="comment-content"><p>{escape(c)}</p></div>'
        f'<div class="reply"><a href="#">Reply</a></div></article></li>'
        for n, (a, c) in enumerate(t.comments)
    )
    return (
        f'<!DOCTYPE html><html lang="en-US">{head(t, w, ld=False)}<body class="single">'
        f'<header class="site-header">{menu(w)}</header>{cookie_banner()}<div class="site-content">'
        f'<article class="post type-post"><header class="entry-header">'
        f'<h1 class="entry-title">{t.title}</h1><h2 class="entry-subtitle">{t.subtitle}</h2>'
        f'<div class="entry-meta">By <span class="author vcard"><a>{t.author}</a></span> '
        f'<time datetime="{t.published}">{t.published}</time></div></header>'
        f'<div class="entry-content">{spread(ps(t), figures, box)}{share()}</div>'
        f'<div class="related-posts"><h3>Related posts</h3><ul>{rest}</ul></div></article>'
        f'<div id="comments" class="comments-area"><h2 class="comments-title">'
        f'{len(t.comments)} thoughts on this</h2><ol class="comment-list">{notes}</ol>'
        f'<div id="respond" class="comment-respond"><h3>Leave a reply</h3><form><p>Your email '
        f"address will not be published.</p></form></div></div></div>{teasers(w)}{footer(t, w)}"
        "</body></html>"
    )


def broadsheet(t: Truth, w: Writer) -> str:
    """A newspaper with semantic markup and a standfirst."""
    figures = [
        f'<figure itemprop="image"><img src="/b.jpg" alt="{escape(c)}"><figcaption>'
        f"<span>{c}</span> <small>Photograph: {w.person()}/Agency</small></figcaption></figure>"
        for c in t.captions
    ]
    box = (
        '<aside class="element-rich-link"><h4>Related:</h4>'
        f'<a href="/r/0">{t.related[0]}</a></aside>'
    )
    rest = "".join(f'<li><a href="/r/{n}">{r}</a></li>' for n, r in enumerate(t.related[1:]))
    notes = "".join(
        f'<li itemscope itemtype="https://schema.org/Comment"><span itemprop="author">{a}</span>'
        f'<time>3 h ago</time><div itemprop="text"><p>{escape(c)}</p></div></li>'
        for a, c in t.comments
    )
    return (
        f'<!DOCTYPE html><html lang="en">{head(t, w)}<body>{cookie_banner()}{menu(w, 90)}'
        f'<main><article itemscope itemtype="https://schema.org/NewsArticle">'
        f'<h1 itemprop="headline">{t.title}</h1><div class="standfirst"><p>{t.subtitle}</p></div>'
        f'<div class="byline"><a rel="author">{t.author}</a></div>'
        f'<time datetime="{t.published}T08:30:00Z">{t.published}</time>{share()}'
        f'<div itemprop="articleBody">{spread(ps(t), figures, box)}</div></article>'
        f'<section class="more-on-this-story"><h2>More on this story</h2><ul>{rest}</ul></section>'
        f'<section id="comments"><h2>Comments</h2><ul class="d-thread">{notes}</ul></section>'
        "</main>"
        f"{teasers(w)}{footer(t, w)}</body></html>"
    )


def soup(t: Truth, w: Writer) -> str:
    """Divs all the way down, paragraphs made by line breaks."""
    body = [f"{escape(text, quote=False)}<br><br>" for text in t.body]
    figures = [
        f'<div class="pic"><img src="/c.jpg"><div class="caption">{c}</div></div>'
        for c in t.captions
    ]
    box = f'<div class="readalso">Read also: <a href="/r/0">{t.related[0]}</a></div>'
    rest = "".join(f'<div><a href="/r/{n}">{r}</a></div>' for n, r in enumerate(t.related[1:]))
    notes = "".join(
        f'<div class="comment"><div class="username">{a}</div><div class="comment-text">'
        f"{escape(c)}</div></div>"
        for a, c in t.comments
    )
    return (
        f"<html>{head(t, w, ld=False)}<body><div class='top'>{menu(w)}</div>"
        f'<div id="wrap"><div id="left"><div class="story"><h1>{t.title}</h1>'
        f'<div class="deck">{t.subtitle}</div><div class="info">{t.published} | {t.author}</div>'
        f'<div class="text">{spread(body, figures, box)}</div></div>'
        f'<div class="related"><div>Related news</div>{rest}</div>'
        f'<div class="comments">{notes}</div></div><div id="right">{teasers(w)}</div></div>'
        f"{footer(t, w)}</body></html>"
    )


def components(t: Truth, w: Writer) -> str:
    """A broadcaster's page of components with hashed class names."""
    body = [
        f'<div data-component="text-block" class="x-{n:04x}-Block"><div class="x-7f-Text">'
        f'<p class="x-1q-Paragraph">{escape(text, quote=False)}</p></div></div>'
        for n, text in enumerate(t.body)
    ]
    figures = [
        f'<div data-component="image-block"><figure class="x-9-Figure"><div><span><picture>'
        f'<img src="/d.jpg"></picture></span></div><figcaption class="x-8-Caption"><span '
        f'class="visually-hidden">Image caption, </span><p>{c}</p></figcaption></figure></div>'
        for c in t.captions
    ]
    box = (
        '<div data-component="links-block"><ul>'
        f'<li><a href="/r/0">{t.related[0]}</a></li></ul></div>'
    )
    rest = "".join(f'<li><a href="/r/{n}"><p>{r}</p></a></li>' for n, r in enumerate(t.related[1:]))
    return (
        f'<!DOCTYPE html><html lang="en-GB">{head(t, w)}<body><div id="root"><header>{menu(w)}'
        f'</header><main id="main-content"><article><header><h1 id="main-heading">{t.title}</h1>'
        f'<div class="x-3-Byline">By {t.author}</div><time datetime="{t.published}T08:30:00Z">'
        f"{t.published}</time></header>{spread(body, figures, box)}</article>"
        f'<section data-component="related-stories"><h2>More on this story</h2><ul>{rest}</ul>'
        f'</section></main>{teasers(w, 20)}{footer(t, w)}</div><div class="modal">'
        f"{cookie_banner()}</div></body></html>"
    )


def tabloid(t: Truth, w: Writer) -> str:
    """Bullets under the headline, captions as paragraphs, widgets in the text."""
    figures = [
        f'<div class="artSplitter"><img src="/e.jpg"><p class="imageCaption">{c}</p></div>{share()}'
        for c in t.captions
    ]
    box = (
        '<div class="related-articles"><h3>Related articles</h3><ul>'
        f'<li><a href="/r/0">{t.related[0]}</a></li></ul></div>'
    )
    rest = "".join(
        f'<p><a href="/r/{n}"><b>READ MORE: {r}</b></a></p>' for n, r in enumerate(t.related[1:])
    )
    notes = "".join(
        f'<div class="comment"><p class="user-info"><a class="js-usr">{a}</a>, Harrowmere, 2 hours '
        f'ago</p><p class="comment-body">{escape(c)}</p></div>'
        for a, c in t.comments
    )
    return (
        f"<!DOCTYPE html><html>{head(t, w)}<body>{menu(w, 120)}{cookie_banner()}"
        f'<div class="article-text wide"><h1>{t.title}</h1><ul class="summary-bullets">'
        f'<li><strong>{t.subtitle}</strong></li></ul><p class="author-section">By '
        f'<a class="author">'
        f"{t.author}</a></p><p class='byline-section'>Published: {t.published}</p>"
        f'<div itemprop="articleBody">{spread(ps(t, " class=text"), figures, box)}{rest}</div>'
        f'<div id="reader-comments">{notes}</div></div>{teasers(w, 30)}{footer(t, w)}</body></html>'
    )


def agency(t: Truth, w: Writer) -> str:
    """A news agency: little markup, an author's note at the end, a slideshow."""
    figures = [
        f'<div class="Slideshow_container"><figure><img src="/g.jpg"></figure>'
        f'<div class="Slideshow_caption">{c}</div></div>'
        for c in t.captions
    ]
    box = f'<div class="StoryBody_related"><a href="/r/0">{t.related[0]}</a></div>'
    rest = "".join(f'<li><a href="/r/{n}">{r}</a></li>' for n, r in enumerate(t.related[1:]))
    return (
        f'<!DOCTYPE html><html lang="en">{head(t, w, og=False)}<body>'
        f'<div class="Nav">{menu(w)}</div>'
        f'<div class="Article_container"><div class="Article_header"><h1>{t.title}</h1>'
        f'<p class="Article_subhead">{t.subtitle}</p><span class="Byline_author">{t.author}</span>'
        f'<span class="Article_date">{t.published}</span></div>'
        f'<div class="StoryBody_body">{spread(ps(t), figures, box)}</div>'
        f'<div class="RelatedCoverage"><h3>Related Coverage</h3><ul>{rest}</ul></div></div>'
        f"{cookie_banner()}{teasers(w)}{footer(t, w)}</body></html>"
    )


def mobile(t: Truth, w: Writer) -> str:
    """A page for telephones, with custom elements."""
    figures = [
        f'<figure><amp-img src="/h.jpg" width="2" height="1"></amp-img><figcaption class="caption">'
        f"{c}</figcaption></figure>"
        for c in t.captions
    ]
    box = f'<section class="read-more"><a href="/r/0">{t.related[0]}</a></section>'
    rest = "".join(f'<a class="card" href="/r/{n}">{r}</a>' for n, r in enumerate(t.related[1:]))
    return (
        f"<!doctype html><html amp lang=en>{head(t, w)}<body><amp-sidebar>{menu(w)}</amp-sidebar>"
        f'<main role="main"><h1 class="headline">{t.title}</h1><h2 class="subheadline">{t.subtitle}'
        f'</h2><p class="meta">{t.author} <time datetime="{t.published}">{t.published}</time></p>'
        f'<div class="article-body">{spread(ps(t), figures, box)}</div>'
        f'<section class="recommended"><h4>You may also like</h4>{rest}</section></main>'
        f"<amp-consent>{cookie_banner()}</amp-consent>{footer(t, w)}</body></html>"
    )


def tables(t: Truth, w: Writer) -> str:
    """An old page: layout by tables, open tags, no metadata but a title."""
    figures = [
        f'<TABLE width=200 align=right><TR><TD><IMG src="/k.jpg"></TD></TR><TR><TD class="caption">'
        f"<FONT size=1>{c}</FONT></TD></TR></TABLE>"
        for c in t.captions
    ]
    body = [f"<P>{escape(text, quote=False)}" for text in t.body]
    box = f'<P><B>See also:</B> <A href="/r/0">{t.related[0]}</A>'
    rest = "".join(
        f'<P class="related"><A href="/r/{n}">{r}</A>' for n, r in enumerate(t.related[1:])
    )
    return (
        f"<HTML>{head(t, w, ld=False, og=False)}<BODY bgcolor=white><TABLE width=100%><TR><TD>"
        f"{menu(w, 30)}</TD></TR><TR><TD width=70%><H1>{t.title}</H1><H3>{t.subtitle}</H3>"
        f"<FONT size=2>By {t.author}, {t.published}</FONT>"
        f"{spread(body, figures, box)}{rest}</TD><TD width=30%>{teasers(w)}</TD></TR></TABLE>"
        f"{footer(t, w)}</BODY></HTML>"
    )


LAYOUTS: tuple[Callable[[Truth, Writer], str], ...] = (
    blog, broadsheet, soup, components, tabloid, agency, mobile, tables
)  # fmt: skip
