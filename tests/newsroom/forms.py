"""The forms in which articles lie about: lines of JSON with plain text, and pages of a site."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path

from newsroom.desk import Article
from newsroom.houses import Form


def write(articles: Iterable[Article], folder: Path) -> list[str]:
    """Write articles to a new folder, and give the inputs for `add`, in order.

    Those of one address lie in different files, the later behind the earlier.
    """
    folder.mkdir()
    lines = folder / "newsroom.jsonl"
    made = []
    with lines.open("w", encoding="utf-8") as out:
        for article in articles:
            if article.house.form is Form.HTML:
                made.append(_page(article, folder, len(made)))
            else:
                out.write(json.dumps(as_json(article), ensure_ascii=False) + "\n")
    return [str(lines), *made]


def as_json(article: Article) -> dict[str, object]:
    """An article as an object of JSON."""
    return {
        "url": article.url,
        "publisher": article.house.name,
        "title": article.headline,
        "published": article.published.isoformat(),
        "authors": list(article.authors),
        "text": text(article),
    }


def text(article: Article) -> str:
    """An article as somebody copies it from a page."""
    head = [article.headline] * (2 if article.house.twice else 1)
    body = list(article.paragraphs)
    if article.caption:
        body.insert(2, article.caption)
    if article.related:
        body.insert(-2, article.related)
    if article.comments:
        body.append(f"Comments ({len(article.comments)})")
        body += [
            f"{name}\n{days} days ago\n{words}"
            for days, (name, words) in enumerate(article.comments, 2)
        ]
    return "\n\n".join([*head, *body]) + "\n"


def _page(article: Article, folder: Path, number: int) -> str:
    file = folder / f"{number:03}-{article.house.host}.html"
    file.write_text(page(article), encoding="utf-8")
    return str(file)


def page(article: Article) -> str:
    """An article as its publisher's site has it."""
    body = [f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs]
    if article.caption:
        picture = '<img src="/picture.jpg" alt="">'
        body.insert(
            1, f"<figure>{picture}<figcaption>{escape(article.caption)}</figcaption></figure>"
        )
    if article.related:
        body.insert(-1, f'<p class="related"><a href="/other">{escape(article.related)}</a></p>')
    comments = "".join(
        f'<li class="comment"><div class="vcard"><cite class="fn">{escape(name)}</cite>'
        "</div>"
        f"<p>{escape(words)}</p></li>"
        for name, words in article.comments
    )
    authors = "".join(f'<meta name="author" content="{escape(n)}">' for n in article.authors)
    name = escape(article.house.name)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(article.headline)}</title>"
        f'<link rel="canonical" href="{escape(article.url)}">'
        f'<meta property="og:site_name" content="{name}">'
        f'<meta property="og:title" content="{escape(article.headline)}">'
        f'<meta property="article:published_time" content="{article.published}T08:00:00Z">'
        f"{authors}</head><body><header><nav><a href='/'>{name}</a></nav></header>"
        f"<main><article><h1>{escape(article.headline)}</h1>{''.join(body)}</article>"
        f'<section id="comments" class="comments"><ol>{comments}</ol></section></main>'
        f"<footer>{name}</footer></body></html>\n"
    )
