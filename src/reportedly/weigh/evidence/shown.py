"""What somebody shows, publishes or brings as proof, by the words of a content or beside it."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.nouns import GAP, PROOF, RECORDED, SIGHT, STUDIED
from reportedly.weigh.scene.trigger import trigger

_PUBLIC = (
    r"(?:released|publish(?:ed|es)|posted|presented|presents|unveiled|displayed|held up|holding up"
    r"|held aloft|aired|broadcast|uploaded|circulated|made public|produced|unsealed|screened"
    r"|brandished|waved|leaked|tweeted|re-?tweeted|played|shared|shares|showed|showed off"
    r"|distributed|uploads|posts|tweets|releases|attached|put online"
    r"|(?<=,\s)(?:posting|sharing|releasing|publishing|tweeting|uploading|presenting))"
)
_PUBLICLY = (
    r"(?:reporters|journalists|the (?:court|judge|jury|press|public|media|audience|council"
    r"|tribunal)"
    r"|parliament|congress|lawmakers|the united nations|the un|prosecutors|investigators)"
)

PRESENTED = (
    trigger(
        Status.DESCRIBED,
        "brings proof, and says what it is",
        rf"\b(?:{_PUBLIC}|provid(?:ed|es|ing)|offer(?:ed|s|ing)) {GAP}{PROOF}\b[^.;\n]{{0,60}}?"
        rf"\b(?:including|such as|in the form of|namely) [^.;\n]{{0,60}}?(?:{SIGHT}|{STUDIED})\b",
        needs=r"\b(?:including|such as|in the form of|namely)\b",
    ),
    trigger(
        Status.CLAIMED,
        "is said to bring proof, and not what it is",
        rf"\b(?:{_PUBLIC}|provid(?:ed|es|ing)|offer(?:ed|s|ing)) {GAP}{PROOF}\b",
    ),
)
"""In either place: proof is brought, and not what it is."""

SAID_TO_SHOW = (
    trigger(
        Status.SHOWN,
        "shows it in public",
        rf"(?<!['’]s\s)(?<!\bbeing\s)(?<!\bbeen\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bthe\s)(?<!\ba\s)(?<!\bthese\s)(?<!\bof\s)\b{_PUBLIC}"
        rf" (?:online |publicly |(?:on|to) [\w’'.]+(?: [\w’'.]+){{0,3}} )?{GAP}{SIGHT}\b"
        r"(?! (?:saying|urging|calling|titled|entitled|arguing|in which|message|statement|ad\b))",
    ),
    trigger(
        Status.SHOWN,
        "hands it over in public",
        rf"\b(?:hand(?:ed|s|ing)(?: over)?|gave|given|giving|provid(?:ed|es|ing)|submitted) {GAP}"
        rf"(?:{_PUBLICLY} (?:with )?{GAP}(?:{RECORDED}|{PROOF})"
        rf"|(?:{RECORDED}|{PROOF}) (?:over )?to {_PUBLICLY})\b",
    ),
    trigger(
        Status.SHOWN,
        "links or attaches it",
        rf"\b(?:(?:linked|linking|links) to|with an? link to|along with|alongside|accompanied by"
        rf"|together with|next to) (?:an? |the |these |this |his |her |their |its"
        rf" )?{GAP}(?:{SIGHT}"
        rf"|letters?|articles?|stud(?:y|ies)|poll|blog post|web ?page|news story)\b",
    ),
)
"""In either place: it is shown, published or handed over."""
