r"""What the help says. `\b` keeps the lines of a paragraph as they are written."""

LANGUAGES = ("en", "any")
"""What `--language` can be: the language that the engine was trained on, or no check."""

MAIN = """Who said it, who carried it, and what stands behind it: reported speech in the news.

It shows who says what, word for word as the article has it. It never rules on what is true.

\b
  reportedly demo                   see it at work on three invented articles
  reportedly extract article.txt    who said what in an article of yours
"""

EXTRACT = """Read articles and write who said what in them: for each statement its source, its cue
and its content, to the character; who it goes back to, through which media, and on which day.

\b
  reportedly extract article.txt
  reportedly extract --published 2031-05-04 --publisher Northline page.html
  reportedly extract --format jsonl --jobs 2 -o found.jsonl years-of-news/
  reportedly extract --explain 7 --explain 12 article.txt
  reportedly extract --format csv https://example.org/news/item.html > found.csv
  reportedly extract --field text=body --field date=day dump.jsonl | less
  reportedly extract https://example.org/news/feed.xml
  reportedly extract --where host=example.org,language=en --format csv crawl.warc.gz
  cat article.txt | reportedly extract -

Inputs are plain text, HTML, JSON (one article or a list), JSON lines, Parquet (its columns are read
as JSON's fields; it needs pyarrow), feeds (RSS, Atom, JSON Feed) and web archives (WARC), also
gzipped. Folders are searched for them. Results come in the order of the inputs.

A feed that is named gives the articles that it links to, fetched one by one; for one that cannot be
fetched, what the feed itself holds of it. Of a feed in a folder only that is read. A web archive
gives its pages: HTML with status 200.

\b
Formats:
  text    for reading: each statement in its sentence, with its number, and what is known
          of it: chain of media, speaker, day, evidence  (the default)
  jsonl   for programs: one JSON object a document; `reportedly schema` describes it
  csv     for spreadsheets: one row a statement
  brat    for annotators: a text and a standoff file a document, in the folder --out

Days are reckoned from the day of publication ("on Friday"): give --published where the input
itself does not tell it; without it they stay open. --explain says for single statements, by the
numbers of the report, which words and which rule each field was decided by.

An input that cannot be read is named on standard error and the others still get done. Exit status:
0 all is done, 1 some input failed, 2 the call was wrong.
"""
