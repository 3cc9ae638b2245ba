"""Eight kinds of sites, each with its own way of putting an article on a page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from benchmarks.invented import (
    Truth,
    Writer,
    cookie_banner,
    footer,
    head,
    menu,
    ps,
    share,
    spread,
    teasers,
)


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
