"""What the publisher's words beside a content say of the evidence behind it."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.evidence.grammar import (
    AS_PROOF,
    CITED,
    LOOKING,
    NAMED,
    PEOPLE,
    RAN,
    REASON,
    WELL,
)
from reportedly.weigh.scene.nouns import GAP, PROOF, RECORDED, SIGHT
from reportedly.weigh.scene.trigger import trigger

BESIDE = (
    REASON,
    RAN,
    WELL,
    trigger(
        Status.DESCRIBED,
        "rests on what is named",
        r"(?:(?<=[.!?]\s)|(?<=\n)|(?<=[.!?][”\"]\s))(?:based on|judging (?:by|from)|going by)"
        r" (?!what\b|the fact\b|current\b)(?:[^\s,.;:—–]+ ?){1,10}(?=,)",
        needs=r"\b(?:based on|judging|going by)\b",
    ),
    trigger(
        Status.SHOWN,
        "a picture has been put before the public",
        rf"\b{SIGHT}(?: of [^.,;\n]{{1,60}}?)? (?:was|were|has been|have been) (?:\w+ly |later "
        rf"|first"
        r" |also )?(?:posted|uploaded|shared|published|tweeted|circulated|displayed|shown) (?:to"
        r"|on|in"
        r"|by|online)\b(?: [^\s,.;:]+)?",
        needs=r"\b(?:posted|uploaded|shared|published|tweeted|circulated|displayed|shown)\b",
    ),
    trigger(
        Status.DESCRIBED,
        "says what it bases its information on",
        r"\bbas(?:es|ed|ing) (?:its|their|his|her|the|this|that|such) (?:[\w-]+"
        r" ){0,2}?(?:information"
        r"|reports?|reporting|claims?|findings|conclusions?|figures|estimates?|assessments?|tally"
        r"|counts?|allegations?|story|stories) (?:up)?on\b(?: [^\s,.;:—–]+){1,10}",
    ),
    trigger(
        Status.SHOWN,
        "a medium has got hold of it",
        rf"\b(?:obtained|reviewed|got hold of|gotten hold of|(?:has|have|had) seen|(?:was|were)"
        rf" (?:shown|given|sent|provided with|handed)|viewed|acquired|received) (?:an? |the |its "
        rf"|their"
        rf" |some )?(?:\w+ ){{0,3}}?(?:cop(?:y|ies)(?: of)?|{RECORDED}|police reports?|incident"
        rf" reports?|reports?|letters?|contracts?|lawsuit)\b",
    ),
    trigger(
        Status.SHOWN,
        "it is to be seen in a picture",
        r"\b(?:shown|seen|demonstrate[sd]?|heard|visible|captured|caught|recorded|filmed)"
        r" (?:[\w’'-]+"
        r" ){0,4}?(?:in|on) (?:an? |the |this |that |his |her |their )?(?:[\w-]+"
        r" ){0,2}?(?:videos?|footage|clips?|photos?|photographs?|film|tape|audio|recordings?|camera"
        r"|cctv)\b",
    ),
    trigger(
        Status.SHOWN,
        "a picture or a record has come out",
        rf"\b(?:an?|the|this|his|her|their|more|new) (?:[\w-]+ ){{0,2}}?{SIGHT} (?:(?:has|have"
        rf"|had|was"
        rf"|were|is|are|been|since|also|later|now) ){{0,3}}(?:emerged|surfaced|leaked|released"
        rf"|made public|uploaded|handed (?:over )?to)\b",
        needs=r"\b(?:emerged|surfaced|leaked|released|made public|uploaded|handed)\b",
    ),
    trigger(
        Status.DESCRIBED,
        "rests on what is named",
        r"\b(?:based on|on the basis of|citing) (?:the )?(?:evidence|testimony|information)"
        r" (?:of|from) [^\n,;:—–]{3,160}",
    ),
    trigger(
        Status.CLAIMED,
        "rests on what is not told",
        rf"\b(?:citing|pointing to|based on|on the basis of|claim(?:ing|ed|s) to (?:have|possess))"
        rf" {GAP}(?:{PROOF}|intelligence|information)\b(?! (?:sources?|officials?|agenc|officers?"
        rf"|services?|chiefs?))",
    ),
    trigger(
        Status.DESCRIBED,
        "rests on what is named",
        rf"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)\b(?:citing|quoting from|pointing to"
        rf"|based on"
        rf"|on the basis of|drawing on|relying on) {NAMED}",
    ),
    trigger(
        Status.DESCRIBED,
        CITED,
        rf"\b(?:citing|quoting from|invoking) (?!(?:[\w’'-]+"
        rf" ){{0,4}}?{PEOPLE}\b)(?:[^\s,.;:—–“”\"]+"
        rf"(?: |\b)){{2,14}}",
    ),
    trigger(
        Status.DESCRIBED,
        "has looked into it",
        r"\b(?:after|following|upon) (?:an? |the |its |his |her |their )?(?:[\w’'-]+ ){0,3}?"
        r"(?:investigation|review|analysis|analyses|audit|inspection|examination|autopsy|inquiry"
        r"|probe|survey|tests) (?:of|into|by|on|found|showed|conducted|carried out)\b"
        r"(?: [^\s,.;:—–]+){1,12}",
    ),
    AS_PROOF,
    trigger(
        Status.DESCRIBED,
        "says what bears it out",
        rf"\b(?:evidenced|corroborated|borne out|backed up|as (?:shown|seen)) (?:by|in) {NAMED}",
    ),
    trigger(
        Status.DESCRIBED,
        "has looked into it first",
        rf"\b(?:after|having|upon) {LOOKING}"
        r"(?! (?:reporters|journalists|the (?:press|media|crowd)))(?: [^\s,.;:—–]+){1,12}",
    ),
    trigger(
        Status.DESCRIBED,
        "reckons with what is named",
        r"\busing (?:an? |the )?(?:\w+ ){0,2}(?:average|data|figures|records|statistics|readings"
        r"|samples?)\b(?: [^\s,.;:—–]+){0,14}",
    ),
)
"""In the sentence of an attribution, outside its content, in the publisher's words."""
