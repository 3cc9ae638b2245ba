"""Media by their words: what names a newspaper, an agency or a station that no list knows.

General and conservative: a name is taken for a medium's if one of its words says so ("Onrada
Herald", "Radio Velmar", "Telmar news agency"), or its form does (an address, an American station's
call sign).
"""

from __future__ import annotations

import re
from functools import lru_cache

HEADS = (
    r"(?:(?:state|public|local|national|private|satellite|cable|online|internet|web|radio|tv"
    r"|television|news|wire|gossip|tech|technology|business|financial|sports?|fact-checking)[ -])*"
    r"(?:newspapers?|newswire|news agenc(?:y|ies)|wire service|press agency|tabloids?|broadsheet"
    r"|dail(?:y|ies)|weekl(?:y|ies)|magazines?|broadcasters?|"
    r"(?:tv|television|radio|news|cable|satellite|broadcast)[ -](?:stations?|channels?|networks?)"
    r"|(?:news|gossip|tech|technology|media|fact-checking|conservative|entertainment)[ -]"
    r"?(?:web ?sites?|sites?|outlets?|portals?|blogs?|services?|organi[sz]ations?|programmes?)"
    r"|media outlets?|publications?|tv|television|radio|talk show|podcast|news(?![\w-]| conf))"
)
"""What a medium is, in small letters; several words long."""

TITLES = (
    r"(?:News (?:Agency|Network|Service|Channel|Wire|Website|Site|Portal)|Press Agency"
    r"|Wire Service)"
)
"""What a medium is, where its name says so in capitals."""

COLLECTIVE = (
    r"(?:media (?:reports|outlets|accounts)|news (?:reports|media|outlets|organi[sz]ations"
    r"|agencies|websites|sites)|press reports|newspapers|news outlets|broadcasters|tabloids|media"
    r"|press|television|tv|radio)"
)
"""Media as many or without a name; only with a word before it that says whose."""

_LAST = frozenset(
    "times post herald tribune gazette chronicle courier inquirer news tv television radio magazine"
    " newspaper wire shimbun zeitung dispatch newswire weekly broadcasting television fm press"
    " journal daily newsday ilbo gazeta telegraph examiner enquirer ledger argus advertiser"
    " intelligencer despatch".split()
)
_LAST_OF_TWO = frozenset(
    "star sun globe mail mirror echo observer sentinel bulletin express register standard today"
    " review reporter digest".split()
)
_FIRST = frozenset("radio tv daily channel télé tele kanal canal rádió".split())
_NEVER = re.compile(
    r"\b(?:university press|social media|press (?:club|office|secretary|release|conference|room"
    r"|association of)|news conference|post office|medical journal|journal of|times square|law"
    r" (?:review|journal)|science journal|news corp|book review|radio city|peer review)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|tv|news|info|co\.uk|com\.au|fm|press)", re.IGNORECASE
)
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?: ?-? ?(?:TV|FM|AM|\d{1,2}))?(?: News)?")
_NO_CALL_SIGN = frozenset(("WWII", "KKKK", "WWIII"))
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_NAMED = re.compile(rf"(?=.*[A-Z])\S+(?: \S+){{0,3}}? {HEADS}")
_TITLED = re.compile(rf"[A-Z]\S*(?: \S+){{0,3}}? {TITLES}")
_SITE = re.compile(r"(?:[A-Z][a-z]+){2,}|[A-Z][a-z]+[A-Z]{2,}|\d+[a-z]+[A-Z]\w*")
"""A name of words run together, as sites have it."""
_SURNAME = re.compile(r"(?:Ma?c|De|Di|Du|Le|La|Van|Von|Fitz|O|St)[A-Z]")
_NO_SITE = frozenset(
    "YouTube FaceBook LinkedIn WhatsApp WeChat SnapChat TikTok ExxonMobil FedEx PayPal"
    " GoFundMe SoundCloud PlayStation iPhone GitHub DreamWorks AstraZeneca GlaxoSmithKline"
    " SpaceX OpenAI DeepMind BlackRock".split()
)


@lru_cache(maxsize=4096)  # one name is asked for wherever it stands
def looks_like_medium(words: str) -> bool:
    """Whether a name's own words say that it is a medium.

    Args:
        words: a name with or without article and with the noun behind it ("Telmar news agency"),
            nothing else around it.
    """
    words = _ARTICLE.sub("", " ".join(words.split()))
    if not words or _NEVER.search(words):
        return False
    if _ADDRESS.fullmatch(words) or is_call_sign(words):
        return True
    if _NAMED.fullmatch(words) or _TITLED.fullmatch(words):
        return True
    return _by_words(words.split())


def _by_words(words: list[str]) -> bool:
    if not words[0][0].isupper() or not (words[-1][0].isupper() or words[-1].isdigit()):
        return False
    last, first = words[-1].casefold(), words[0].casefold()
    if len(words) == 1:
        return last.endswith(("zeitung", "bladet")) or bool(re.fullmatch(r"\w+TV", words[0]))
    return last in _LAST or last in _LAST_OF_TWO or first in _FIRST


def is_call_sign(name: str) -> bool:
    """Whether a name is an American station's call sign ("KVLM", "WVLM-TV")."""
    return bool(_CALL_SIGN.fullmatch(name)) and name not in _NO_CALL_SIGN


def looks_like_site(name: str) -> bool:
    """Whether a name has a site's form, words run together; some firms' names have it as well."""
    if not _SITE.fullmatch(name) or _SURNAME.match(name):
        return False
    return name not in _NO_SITE
