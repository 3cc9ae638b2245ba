"""Sentences and quotations, as far as finding carriers needs them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from reportedly.schema.spans import Span

# White space stands first, so that `re` looks for that alone; then whether the line is blank, or
# ends behind a mark.
_PARAGRAPH = re.compile(
    r"\s(?:(?<=\n)[^\S\n]*\n\s*|(?<=[.!?:;”\"’'»)]\n)\s*"
    r"|(?<=[.!?:;”\"’'»)][^\S\n])[^\S\n]*\n\s*)"
)
# A question or exclamation mark inside a quotation ends no sentence: "Stop!" he said.
_END = re.compile(r"(?:[.!?…]+|\.[\"”’)\]]+)\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Brig|Maj|Col|Lt|Capt|Sgt"
    r"|Cmdr|Adm|Sen|Rep|Reps|Sens|Gov|Pres|Rev|Hon|St|Jr|Sr|vs|No|Inc|Co|Corp|Ltd|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass"
    r"|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)$"
)
_QUOTATION = re.compile(r"“[^”\n]{40,}(?:”|\n|$)|\"[^\"\n]{40,}(?:\"|\n|$)|«[^»\n]{40,}(?:»|\n|$)")
"""What is shorter is a title or a word in scare quotes more often than speech."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text, by place.

    Args:
        starts: where each begins, in order; the first is 0.
        length: of the text.
        quoted: long quotations, in order.
    """

    starts: tuple[int, ...]
    length: int
    quoted: tuple[Span, ...]

    def at(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence that a place lies in."""
        number = bisect_right(self.starts, place) - 1
        following = self.starts[number + 1 : number + 2]
        return self.starts[number], following[0] if following else self.length

    def around(self, spans: tuple[Span, ...]) -> tuple[int, int]:
        """From the start of the first span's sentence to the end of the last one's."""
        return self.at(spans[0].start)[0], self.at(spans[-1].end - 1)[1]

    def quotation(self, place: int) -> Span | None:
        """The long quotation that a place lies in."""
        return next((q for q in self.quoted if q.start < place < q.end), None)


@lru_cache(maxsize=2)  # carriers ask for them, then speakers
def sentences(text: str) -> Sentences:
    """Cut a text into sentences; a paragraph's end always ends one."""
    starts = {0} | {m.end() for m in _PARAGRAPH.finditer(text)}
    for match in _END.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if not (match.group()[0] == "." and _ABBREVIATION.search(before)):
            starts.add(match.end())
    quoted = tuple(Span(*m.span()) for m in _QUOTATION.finditer(text))
    return Sentences(tuple(sorted(starts)), len(text), quoted)
