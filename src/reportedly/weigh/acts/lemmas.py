"""Plain forms of English words: what a word of a cue may be an inflection of.

No dictionary: every form that a word could come from is offered, the likelier first, and the
lexicon, which holds plain forms in British spelling, picks the one that it knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_IRREGULAR = """
be am is are was were been being 's 're 'm
bear bore borne
become became
begin began begun
bend bent
bid bade bidden
bind bound
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
buy bought
cast cast
catch caught
choose chose chosen
cling clung
come came
do does did done doing
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
find found
fling flung
fly flew flown
forbid forbade forbad forbidden
foresee foresaw foreseen
foretell foretold
forget forgot forgotten
forgive forgave forgiven
forswear forswore forsworn
get got gotten
give gave given
go goes went gone
grow grew grown
have has had having 've
hear heard
hold held
keep kept
know knew known
lay laid
lead led
lean leant
learn learnt
leave left
lie lying
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
misunderstand misunderstood
overhear overheard
override overrode overridden
oversee oversaw overseen
overthrow overthrew overthrown
partake partook
pay paid
plead pled
rend rent
retell retold
rethink rethought
rise rose risen
run ran
say said saith
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
sing sang sung
sink sank sunk
sit sat
slay slew slain
smell smelt
speak spoke spoken
spell spelt
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undertake undertook undertaken
understand understood
uphold upheld
wake woke woken
wear wore worn
weep wept
will wo ll 'll
can ca could
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
analysis analyses
criterion criteria
hypothesis hypotheses
man men
thesis theses
woman women
"""
_PLAIN = {
    form: line.split()[0] for line in _IRREGULAR.strip().splitlines() for form in line.split()[1:]
}
_SPELLINGS = (
    ("ize", "ise"),
    ("yze", "yse"),
    ("or", "our"),
    ("ored", "oured"),
    ("orable", "ourable"),
    ("orite", "ourite"),
    ("ense", "ence"),
    ("skeptic", "sceptic"),
    ("gement", "gment"),
    ("gment", "gement"),
)
_VOWELS = frozenset("aeiouy")
_SHORTEST = 3


@lru_cache(maxsize=8192)
def plain_forms(word: str) -> tuple[str, ...]:
    """What a word in lower case may be a form of: itself first, then the likelier of the rest.

    Args:
        word: one word, any text.

    Returns:
        Different words; some of them are no English ("hop" for "hoping").
    """
    found: dict[str, None] = {}
    for form in (word, *_bases(word)):
        found.setdefault(form)
        for spelling in _british(form):
            found.setdefault(spelling)
    return tuple(found)


def _bases(word: str) -> Iterator[str]:
    """The word without its inflection, in every way that English could have added it."""
    if word in _PLAIN:
        yield _PLAIN[word]
    if word.endswith(("ied", "ies")):
        yield word[:-3] + "y"
    if word.endswith("ying"):
        yield word[:-4] + "ie"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            yield from _stems(word[: -len(ending)])


def _stems(stem: str) -> Iterator[str]:
    """What "-ed" or "-ing" was added to: the stem, one with a mute e, one not doubled."""
    yield stem
    yield stem + "e"
    if len(stem) >= _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1]
    if stem.endswith("ck"):  # "mimicked"
        yield stem[:-1]


def _british(word: str) -> Iterator[str]:
    """The word in British spelling, where it may be American."""
    for american, british in _SPELLINGS:
        if american == "skeptic":
            if word.startswith(american):
                yield british + word[len(american) :]
        elif word.endswith(american):
            yield word[: -len(american)] + british
