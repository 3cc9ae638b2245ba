"""Nations: states by the words that name them and their people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportedly.connect.entities.letters import fold

_FORMS = """
afghanistan afghan | albania albanian | algeria algerian | argentina argentine argentinian |
armenia armenian | australia australian | austria austrian | azerbaijan azerbaijani azeri |
bahrain bahraini | bangladesh bangladeshi | belarus belarusian | belgium belgian | bolivia
bolivian | bosnia bosnian | brazil brazilian | bulgaria bulgarian | cambodia cambodian | canada
canadian | chile chilean | china chinese | colombia colombian | croatia croatian | cuba cuban |
cyprus cypriot | czech czechia | denmark danish | ecuador ecuadorian | egypt egyptian | estonia
estonian | ethiopia ethiopian | finland finnish | france french | georgia georgian | germany
german | ghana ghanaian | greece greek | haiti haitian | hungary hungarian | iceland icelandic |
india indian | indonesia indonesian | iran iranian persian | iraq iraqi | ireland irish | israel
israeli | italy italian | japan japanese | jordan jordanian | kazakhstan kazakh | kenya kenyan |
kosovo kosovan | kuwait kuwaiti | kyrgyzstan kyrgyz | latvia latvian | lebanon lebanese | libya
libyan | lithuania lithuanian | malaysia malaysian | mali malian | malta maltese | mexico
mexican | moldova moldovan | mongolia mongolian | montenegro montenegrin | morocco moroccan |
myanmar burma burmese | nepal nepalese nepali | netherlands dutch | nigeria nigerian | niger
nigerien | norway norwegian | oman omani | pakistan pakistani | palestine palestinian | panama
panamanian | peru peruvian | philippines philippine filipino | poland polish | portugal
portuguese | qatar qatari | romania romanian | russia russian | rwanda rwandan | saudi | senegal
senegalese | serbia serbian | singapore singaporean | slovakia slovak | slovenia slovenian |
somalia somali | spain spanish | sudan sudanese | sweden swedish | switzerland swiss | syria
syrian | taiwan taiwanese | tajikistan tajik | tanzania tanzanian | thailand thai | tunisia
tunisian | turkey turkish turkiye | turkmenistan turkmen | uganda ugandan | ukraine ukrainian |
emirates emirati uae | uk british britain | us american usa america | uruguay uruguayan |
uzbekistan uzbek | venezuela venezuelan | vietnam vietnamese | yemen yemeni | zambia zambian |
zimbabwe zimbabwean
"""
_NATION = {
    word: words.split()[0]
    for words in _FORMS.replace("\n", " ").split("|")
    for word in words.split()
}
_OF_TWO = {
    "united states": "us",
    "united kingdom": "uk",
    "great britain": "uk",
    "saudi arabia": "saudi",
    "arab emirates": "emirates",
}


def nation(word: str) -> str | None:
    """The nation that a folded word names, or whose people it names; None if it does neither."""
    return _NATION.get(word)


def with_nations(words: Iterable[str]) -> Iterator[str]:
    """Folded words, those of nations in one form each: "iranian" as "iran"."""
    listed = list(words)
    at = 0
    while at < len(listed):
        two = _OF_TWO.get(" ".join(listed[at : at + 2]))
        yield two or _NATION.get(listed[at], listed[at])
        at += 2 if two else 1


@lru_cache(maxsize=16384)
def nations_in(text: str) -> frozenset[str]:
    """The nations that a text names. "US" and "us" are told apart by capitals."""
    shouted = text.replace(".", "")
    words = (w for w in shouted.replace("-", " ").split() if w != "us")
    bare = (fold(w).removesuffix("'s").strip("',()") for w in words)
    return frozenset(w for w in with_nations(bare) if w in _NATION.values())
