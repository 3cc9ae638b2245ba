"""Word lists of what stands around the name of a medium."""

from __future__ import annotations

import re

DAYS = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
DAY = re.compile(rf"(?:{DAYS}|today|yesterday|weekend|week|month|year)(?:['’]s)?", re.IGNORECASE)

ARTICLES = frozenset("the a an his her their its another some several many various other".split())

QUALITIES = frozenset(
    "official state local national regional private public independent conservative liberal leftist"
    " rightist hardline moderate reformist opposition government military satirical influential"
    " respected popular leading major mainstream partisan progressive nationalist communist"
    " catholic jewish muslim foreign western domestic international global english arabic"
    " business financial economic tech technology gossip sports sport entertainment fashion"
    " men's women's celebrity trade online satellite cable commercial daily weekly monthly sister"
    " popular primetime prime-time morning evening late-night nightly sunday british broadcast"
    " student university campus religious community alternative underground exiled banned"
    " privately publicly owned run funded".split()
)
"""Adjectives and nouns before a medium's name or kind, beside those with a hyphen."""

KINDS = frozenset(
    "newspaper daily weekly magazine tabloid broadsheet paper journal agency news press wire"
    " service radio tv television station channel network broadcaster website site blog portal"
    " outlet publication media programme program show podcast newsletter".split()
)
"""Words that say what a medium is."""

SURE_KINDS = frozenset(
    "newspaper daily weekly magazine tabloid broadsheet agency station channel network broadcaster"
    " website portal outlet publication podcast".split()
)
"""Kinds that, right before an unknown name, make it a medium's ("news website Velmar")."""

AUXILIARIES = frozenset(
    "was is were are be had has have would will could should might may can did does do said says"
    " wants wanted plans planned".split()
)
"""A verb behind the name: "told the newspaper Orro was ill"."""

PASSING = frozenset("recent exclusive new latest recorded live separate joint lengthy".split())
"""Said of an interview rather than of the medium."""

DEMONYM = re.compile(
    r"(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:ian|ean|an|ish|ese|ch|ic|eli|aqi|ani|udi|emi|iti|ari|mi"
    r"|ek|ss|sh)|U\.?S\.?|UK|U\.K|EU|Greek|Dutch|Thai|Arab|Israeli|Welsh|Swiss)"
)

PEOPLE = frozenset(
    "host hosts co-host anchor anchors anchorman anchorwoman reporter reporters correspondent"
    " correspondents journalist journalists editor editors columnist presenter interviewer"
    " moderator contributor writer".split()
)
"""Who works for a medium and asks in its name."""

NO_MEDIUM = frozenset(
    "poll polls polling pollster survey surveys analysis average averages tally count tracker model"
    " forecast forecasts database data calculations estimate estimates executive executives"
    " spokesman spokeswoman spokesperson president chief ceo owner chairman employee employees"
    " staff staffer staffers headquarters viewers readers subscribers building studio studios crew"
    " photographer analyst analysts commentator pundit corp group company foundation institute"
    " bestseller best-seller best-selling list award prize lawyer boss founder publisher".split()
)
"""Behind a medium's name: then the words name a poll, a person or a firm."""

OCCASIONS = frozenset(
    "interview interviews town-hall townhall essay op-ed column appearance documentary podcast"
    " forum debate panel discussion roundtable special segment broadcast programme program show"
    " editorial commentary story report article".split()
)
"""Behind a medium's name: what was said there came through it ("in a Herald interview")."""
