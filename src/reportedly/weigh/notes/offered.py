"""How publishers show what stands behind a claim, or tell how it was come by."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.scene.nouns import CLAIM, THING
from reportedly.weigh.scene.trigger import Trigger, trigger

_PIECE = (
    rf"(?:{THING}|interviews?|statements?|speech|segment|exchange|remarks|comments|ads?|trailer"
    r"|press release|complaint|lawsuit|filing|full (?:text|list|results|report|poll|story)|debate"
    r"|monologue|press conference|performance|testimony|town hall|map|chart|graphic)"
)
_HERE = r"(?:below|above|here)"
_ASKED = (
    r"(?:people|persons|adults|voters|respondents|participants|patients|students|men|women"
    r"|residents"
    r"|households|americans|britons|consumers|workers|children|teenagers|families|professionals"
    r"|companies|firms|subjects|volunteers|members|republicans|democrats|citizens|users|drivers"
    r"|parents|teachers|countries|caucus-?goers|individuals)"
)
_STUDY = r"(?:polls?|surveys?|stud(?:y|ies)|questionnaires?|trials?|experiments?)"
_NUMBER = r"(?:\d[\d,.]*|(?:\w+ )?(?:dozen|hundred|thousand|million))"

SHOWN: tuple[Trigger, ...] = (
    trigger(
        Status.SHOWN,
        "the publisher shows it",
        r"\b(?:watch|see|read|view|hear|listen to|check out|look at|scroll down (?:for|to"
        r" (?:see|watch|read))|click here (?:for|to (?:see|watch|read|view)))(?: (?!more\b|our\b"
        rf"|related\b|also\b|next\b|all\b)[\w’'“”\"-]+){{0,7}}? {_PIECE}\b[^.!?\n,;]{{0,40}}?\b"
        rf"{_HERE}\b",
    ),
    trigger(
        Status.SHOWN,
        "the publisher shows it",
        rf"\b(?:scroll down|click here|click through) (?:for|to (?:see|watch|read|view))"
        rf" (?:[\w’']+"
        rf" ){{0,4}}?{_PIECE}\b",
    ),
    trigger(
        Status.SHOWN,
        "the publisher shows it",
        rf"\b(?:the|a|this|his|her|its|full) (?:[\w’']+ ){{0,2}}?{THING}(?: \w+)? \(?(?:(?:posted"
        rf"|embedded|shown|seen|included|copied|reproduced) )?(?:below|above|embedded here)\b",
        needs=r"\b(?:below|above|embedded here)\b",
    ),
    trigger(
        Status.SHOWN,
        "the publisher shows it",
        r"\b(?:you can|can be) (?:\w+ )?(?:watch(?:ed)?|see|seen|read|view(?:ed)?|hear|heard|found"
        rf"|listen(?:ed)? to) (?!more\b|our\b|all\b)(?:[\w’'\"“”-]+ ){{0,7}}?{_HERE}\b",
    ),
    trigger(
        Status.SHOWN,
        "the publisher shows it",
        rf"\bhere(?:['’](?:s|re)| is| are) (?:an?|another|the|one|some|more|his|her|their)"
        rf" (?:[\w-]+ ){{0,2}}?{_PIECE}\b",
    ),
    trigger(
        Status.SHOWN,
        "the text says that it is published",
        rf"\b(?:{THING}|report|statement), (?:which (?:was|is|were) )?(?:published|posted"
        rf"|released)"
        r" (?:in full |online |publicly )+(?:(?:on|in|by)(?: [\w’']+){1,4})?",
    ),
)

METHOD = "the publisher tells how it was found out"

DESCRIBED: tuple[Trigger, ...] = (
    trigger(
        Status.DESCRIBED,
        METHOD,
        rf"\b(?:{_STUDY}|interviews|polling|fieldwork)\b[^.;\n]{{0,80}}? (?:was|were) (?:conducted"
        r"|carried out|taken|performed|administered|fielded|done|completed|based on)\b",
    ),
    trigger(
        Status.DESCRIBED,
        METHOD,
        rf"\b(?:survey(?:ed|ing)|polled|interview(?:ed|ing)|question(?:ed|ing)|sampl(?:ed"
        rf"|ing)|quer(?:ied|ying)|canvass(?:ed|ing)|enroll?ed|recruited|tested|followed|tracked"
        rf"|examined|studied|monitored|asked) (?:[\w’',-]+ ){{0,4}}?{_NUMBER} (?:[\w’'-]+"
        rf" ){{0,4}}?"
        rf"{_ASKED}\b",
    ),
    trigger(
        Status.DESCRIBED,
        METHOD,
        r"(?<!within\sthe\s)(?<!within\sits\s)\bmargins? of (?:sampling )?error\b(?= (?:of|is|was"
        r"|for|at|between|plus|\+)|,| ?\+)",
    ),
    trigger(
        Status.DESCRIBED,
        METHOD,
        rf"\b{_STUDY}(?: (?:of|by|from)(?: [\w’'.-]+){{1,6}}?)? (?:was based on|is based on|drew"
        rf" on"
        rf"|draws on|collected|included|involved|looked at|analy[sz]ed|compared|used)\b"
        rf"(?=[^.;\n]{{0,80}}\b{_NUMBER} )",
    ),
    trigger(
        Status.DESCRIBED,
        "the publisher tells what it rests on",
        rf"\b(?:the|this|that|these|those|his|her|their|its|such) (?:[\w’'-]+ ){{0,2}}?(?:{CLAIM}"
        r"|findings|conclusions?|estimates?|analysis|assessment|calculations?|prediction|forecast"
        r"|information|rankings?) (?:is|are|was|were|appears? to be|seems? to be) (?:\w+ly"
        r" )?(?:based"
        r" on|drawn from|taken from|derived from)\b",
        needs=r"\b(?:based on|(?:drawn|taken|derived) from)\b",
    ),
    trigger(
        Status.DESCRIBED,
        "the publisher tells where it comes from",
        r"\b(?:the|this|that|these|those|latest|new) (?:[\w’'-]+ ){0,2}?(?:rumou?rs?|reports?"
        r"|claims?|story|stories|news|information|allegations?|speculation|leaks?|figures?|quotes?"
        r"|image|photo|video|footage|tip|details) (?:\w+ly )?(?:comes?|came|originat(?:es?|ed)"
        r"|stem(?:s|med)|surfaced) (?:\w+ly )?(?:from|on|in|via|courtesy of)\b(?! (?:a day|days"
        r"|weeks"
        r"|the (?:wake|same day)|response|light|amid|the midst))",
        needs=r"\b(?:comes?|came|originat|stem(?:s|med)|surfaced)",
    ),
)
