r"""What the help of the record's commands says. `\b` keeps the lines of a paragraph."""

from textwrap import fill

from reportedly.export import FORMATS

_FORMATS = "\n".join(
    fill(f"{one.name:<12} {one.help}", 92, initial_indent="  ", subsequent_indent=" " * 15)
    for one in FORMATS.values()
)

RECORD = "The record: a file, or postgresql://…; REPORTEDLY_RECORD names it as well."

ADD = """Read articles, feeds and web archives, and add what they say to the record.

\b
  reportedly add news/                        a folder, searched for articles
  reportedly add https://example.org/feed.xml a feed: entries that are new since the last time
  reportedly add crawl.warc.gz --where 'host=example.org'
  reportedly add --jobs 4 --record years.db years-of-news/

It takes all that `extract` takes. Documents are known by their text and address: the same again is
no change, and other text under the same address is a new version of that document; both are kept.
Stopped at any moment, it has lost no finished document: run it again, and it goes on.
"""

TRACE = """Who said it, when first, through whom, and who denied it.

\b
  reportedly trace "the northern gates were closed"
  reportedly trace c3fa9c2d1e0b7-1a2b3c4d5e

Asked for is a sentence, the id of a claim, or the id of a statement. Shown are the claims that say
so: their statements by day, each with speaker, role, chain, day, act, evidence, and the words with
the place where they stand; denials and echoes are marked; and from how many independent origins
they come, at least and at most, by which receipts.
"""

CLAIMS = """The claims of the record: statements that say the same, whoever says it; the most
widely printed first.

\b
  reportedly claims --limit 5
  reportedly claims --format jsonl > claims.jsonl
"""

NARRATIVES = """Claims that serve one story: about the same parties, and of like meaning."""

SPEAKERS = """Who speaks in the record, with roles over time and number of statements.

\b
  reportedly speakers
  reportedly speakers orro              those whose name has this word
"""

SHOW = """Show whatever has an id: a document, a statement, a claim, a narrative or a speaker."""

SEARCH = """Find statements by words, by meaning, and by who, where, what and when.

\b
  reportedly search gates closed
  reportedly search '"northern gates" -maintenance' --act deny
  reportedly search --meaning "the harbour was shut on purpose" --since 2031-01-01
  reportedly search --speaker Orro --carrier Telmar --evidence unverified
"""

DOCUMENTS = """The documents of the record, in the order of adding."""

REUSE = """Which documents share words: copies, edited copies, passages; and who had them first.

\b
  reportedly reuse                            all pairs
  reportedly reuse d3fa9c2d1e0b7              those of one document
"""

VERSIONS = """The versions of a document, and what was said before and after each change.

\b
  reportedly versions https://example.org/news/item.html
"""

DRIFT = """How the words of one utterance differ between the documents that report it."""

JUDGE = """Decide what the program leaves open: same person? same claim?

\b
  reportedly judge                            what is open, the likeliest first
  reportedly judge q3 same                    by the id of the question
  reportedly judge s3fa9…-9f8e… s1b2c…-3d4e… different --note "father and son"
  reportedly judge --undo                     take the last judgement back
  reportedly judge --list                     all judgements, with who and when

A person's judgement outranks the program's, survives being read anew, and is never deleted.
"""

CHECK = """Check the record: every span against its text, every text against its digest, every
row against what it was made from. Exit status 1 if something does not agree."""

EXPORT = f"""Write a document, a claim, what a search finds, or the whole record, for other
programs.

\b
  reportedly export -o all.jsonl                    all of it, for `import`
  reportedly export d3fa9c2d1e0b7 -f annotations    the statements of a document
  reportedly export c3fa9…-1a2b… -f report -o claim.html
  reportedly export --search "gates closed" --act deny -f csv > denials.csv
  reportedly export -f gexf -o carriers.gexf
  reportedly export -f parquet -o tables            the whole record as tables, for `import`
  reportedly export -f parquet -o tables.zip        what it says, for spreadsheets

\b
Formats:
{_FORMATS}

Of parquet there are two. Into a folder go the tables of a run, as `batch extract` and `batch
connect` write them, with all that the record holds. Into a file goes a zip of tables with a
statement a row, to be read by people. A folder is one that is there, or a name without an ending.

Everything streams, whatever the record's size. Names begin with `urn:reportedly:`; --base takes a
site's address instead, so that they lead to its pages.
"""

IMPORT = """Read what `export` wrote, or the tables of a run, into a new record or one that holds
documents already; or ClaimReviews (schema.org) of others, as JSON, JSON lines or a page.

\b
  reportedly import all.jsonl --record new.db
  reportedly import tables --record new.db
  reportedly import claimreviews.json

The tables of `batch extract` go into an empty record as they are once `batch connect` has connected
them, and document by document into any other. Stop it whenever you like; the same command goes on.

A review becomes a document of the organisation that publishes it: what was claimed, by whom, and
what the organisation says of it. Its rating is kept as its words, and counts for nothing else.
"""
