"""An invented newsroom: a year of news from thirteen publishers, which nobody ever printed.

Eleven stories stand in `stories/`, each with the people who speak in it and what they say, beat by
beat. Every beat is reported several times, as news is: by an agency, in copies of it, in copies
that were cut and changed, in reports that rely on it, in the papers' own words, and in long reads
with readers' comments below. Ships, states, papers and people do not exist; each article says so.

    articles = newsroom.articles()
    paths = newsroom.write(articles, folder)
"""

from __future__ import annotations

import random

from newsroom.desk import MARK, Article, Desk
from newsroom.forms import write
from newsroom.houses import HOUSES
from newsroom.stories import load

__all__ = ["HOUSES", "MARK", "Article", "articles", "write"]


def articles(seed: int = 1) -> list[Article]:
    """All articles, by day; the same seed, the same articles."""
    stories = load()
    found: list[Article] = []
    for place, story in enumerate(stories):
        other = stories[(place + 1) % len(stories)]
        chance = random.Random(f"{seed} {story.subject}")  # noqa: S311
        found += Desk(story, other, chance).articles()
    return sorted(found, key=lambda article: (article.published, article.url, article.version))
