"""What the words of a content, or around it, say is kept back."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.nouns import GAP, PROOF, RECORDED
from reportedly.weigh.scene.trigger import trigger
from reportedly.weigh.scene.verbs import REFUSED, SLOWLY, UNDONE

WITHHELD = (
    trigger(
        Status.WITHHELD,
        "says that it is kept back",
        rf"\b(?:{RECORDED}|{PROOF}|details|information|intelligence|report|names?|sources"
        rf"|findings|results)"
        r" (?:is|are|remains?|will remain)(?: still| being| all)?"
        r" (?:classified|sealed|redacted|confidential|secret|withheld|kept (?:secret|back))\b",
    ),
    trigger(
        Status.WITHHELD,
        "says that the source is not to be told",
        r"\b(?:can(?:no|['’])t|can not|could not|will not|won['’]t|not (?:able|allowed|at"
        r" liberty) to"
        r"|unable to|refuse to) (?:now |yet )?(?:reveal|disclose|name|identify|divulge|release"
        r"|share)"
        rf" {GAP}(?:sources?|names?|details|{RECORDED}|{PROOF}|information|identity|identities)\b",
    ),
)
"""Inside a content: there is something, and it is kept back."""

KEPT_BACK = (
    trigger(
        Status.WITHHELD,
        "the speaker kept it back",
        rf"\b(?:{REFUSED}|{UNDONE}) {SLOWLY}(?:give|offer|provide|name|identify|disclosed?"
        rf"|reveal(?:ed)?"
        r"|released?|share|divulged?|discuss|make public|made public|publish(?:ed)?) (?:[\w'’-]+ "
        r"){0,5}?(?:details?|specifics|figures?|numbers?|names?|estimates?|sources?|information"
        r"|audits?"
        rf"|findings|results|terms|identit(?:y|ies)|transcripts?|tax returns|{RECORDED}"
        rf"|{PROOF})\b",
    ),
    trigger(
        Status.WITHHELD,
        "the speaker would not name who it was",
        rf"\b{REFUSED} (?:\w+ly )?"
        r"(?:name|identify|elaborate|say (?:who|how (?:many|much)|where|when|which))\b"
        r"(?: [^\s,.;:—–]+){0,6}",
    ),
    trigger(
        Status.WITHHELD,
        "the speaker did not name who it was",
        rf"\b{UNDONE} (?:\w+ly )?(?:name|identify) (?:the|his|her|their|its|any|who|which|those)\b"
        r"(?: [^\s,.;:—–]+){0,6}",
    ),
    trigger(
        Status.WITHHELD,
        "the evidence is under lock and key",
        rf"\b(?:{RECORDED}|{PROOF}|details|report)"
        r" (?:is|are|was|were|remains?|remained)(?: still| being| all)?"
        r" (?:classified|sealed|redacted|confidential|withheld|kept secret)\b",
    ),
)
"""Outside any content: the speaker has it and does not give it."""
