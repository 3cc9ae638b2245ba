"""Words of utterances: occasions and media of speech, what joins them to a cue, what parts them.

Gathered from PolNeAR's training texts: the nouns after *in*, *at*, *on* and *during* beside some
20,000 cues, and those that stand beside the same verbs in agency news.
"""

from __future__ import annotations

import re

OCCASIONS = frozenset(
    """
    interview conference briefing rally speech address debate hearing meeting forum event gig
    ceremony funeral memorial service sermon homily lecture panel summit convention dinner lunch
    luncheon breakfast brunch banquet fundraiser reception gala session appearance conversation
    chat discussion call teleconference videoconference talk talks testimony deposition trial
    proceedings inquest inquiry tribunal protest demonstration march vigil parade gathering
    assembly seminar workshop symposium roundtable exchange encounter broadcast programme
    program show episode segment podcast webcast livestream newscast newshour telecast
    broadcasts monologue keynote toast eulogy remarks comments presentation ama webinar
    commencement inauguration oration soliloquy caucus stop tour visit hustings presser scrum
    questioning
    """.split()
)
"""Nouns of occasions at which somebody speaks."""

MEDIA = frozenset(
    """
    statement letter email e-mail memo memorandum note message tweet tweets post posting blog
    blogpost op-ed oped column editorial essay article commentary story book memoir memoirs
    autobiography diary paper report release filing lawsuit complaint affidavit motion petition
    brief declaration communique communiqué manifesto pamphlet leaflet advert advertisement ad
    video audio tape recording clip voicemail text telegram dispatch cable bulletin newsletter
    website site page webpage facebook twitter instagram snapchat tiktok youtube reddit tumblr
    linkedin telegram whatsapp weibo mastodon bluesky irc radio television tv air airwaves phone
    telephone camera journal magazine newspaper edition documentary review study thread caption
    reply response opinion ruling judgment judgement dissent resolution application submission
    notice memoirs questionnaire answer feed prospectus series
    """.split()
)
"""Nouns of the media that carry words."""

SPEECH = OCCASIONS | MEDIA

DOCUMENTS = MEDIA | frozenset("poll survey figures data documents records results findings".split())
"""Nouns of what is published, and dated by its publication."""

PUBLISHED = (
    r"(?:published|released|issued|posted|printed|aired|broadcast|televised|recorded|taped|dated"
    r"|sent|sent out|written|filed|delivered|made|given|conducted|held|circulated|tweeted|signed"
    r"|unveiled|obtained|uploaded|read out|read|taken)"
)
"""What is done to words at the time at which they are dated."""

SPEAKING = (
    r"(?:speaking|talking|writing|appearing|testifying|addressing|tweeting|posting|answering"
    r"|responding|replying|briefing|lecturing|preaching|campaigning)"
)
"""What speakers do while they speak."""

ASKED = frozenset(
    "asked pressed questioned interviewed quoted reached contacted published released issued posted"
    " aired recorded broadcast dated written filed delivered cited televised".split()
)
"""Participles that tell of the utterance itself, between a source and its cue."""

HARMLESS_ING = frozenset(
    "speaking talking writing appearing testifying addressing tweeting posting answering responding"
    " replying briefing meeting hearing morning evening during building including morning gathering"
    " sitting standing visiting attending campaigning travelling traveling using wearing"
    " painting wedding ring king spring string recording posting filing ruling opening closing"
    " proceeding sibling leading wing".split()
)
"""Words in -ing that begin no clause with a time of its own."""

PARTING = re.compile(
    r"\b(?:who|whom|whose|which|that|where|because|if|unless|although|though|whereas|after|before"
    r"|since|until|till|following|amid|ahead|despite|than|whether|but|not|once|so|compared|wake|eve)\b|[;:]|,\s*and\b",
    re.IGNORECASE,
)
"""What begins another clause, or a time that is not that of the utterance."""

WRONG_BEFORE_TIME = frozenset(
    "of for from to by about with over against than since until till after before between toward"
    " towards into under and or but through versus vs not off beyond behind following".split()
)
"""What a time of the utterance does not come after."""

DETERMINERS = frozenset("a an the his her its their our my your this that these those".split())

THOUGHT = frozenset(
    """
    think thinks thought believe believes believed know knows knew known feel feels felt want
    wants wanted hope hopes hoped hoping plan plans planned planning expect expects expected
    intend intends intended consider considers considered considering contemplated fear fears
    feared worry worries worried doubt doubts doubted wish wishes wished understand understands
    understood see sees seen saw view views viewed realise realises realised realize realizes
    realized regard regards regarded like likes liked love loves loved hate hates hated aim aims
    aimed seek seeks sought prepared reluctant willing unwilling sure aware unaware confident
    concerned surprised angry furious proud convinced skeptical sceptical eager keen fed-up
    likely prefers prefer preferred imagine imagines imagined suspect suspects suspected
    remember remembers learn learns learned learnt figure figures figured favor favors favored
    favour favours favoured decide decides decided deciding choose chose intent decision belief
    hopes goal plans anticipate anticipates anticipated excited upset happy
    """.split()
)
"""Words of cues that tell of thought, feeling, plan or decision, not of an utterance."""

PERFECT = re.compile(
    r"^\W*(?:has|have|had|[’']ve|[’']s)\b(?!\s+(?:this|that|to)\b)|^\W*(?:used|continues?) to\b",
    re.IGNORECASE,
)
"""A cue in the perfect or of a habit: said at some time, or at many."""

HABIT = re.compile(
    r"\b(?:repeatedly|often|frequently|regularly|always|never|routinely|sometimes|previously|once"
    r"|long|consistently|earlier|initially|originally|usually|typically|would|could|will|may|might"
    r"|can|should|must|still|separately|first)\b",
    re.IGNORECASE,
)
"""A cue that places its words at other times than those of the run, or at none."""

CARRYING_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)?|went on|goes on|going on|continu(?:ed|es|ing)|also|further|furthermore"
    r"|then|conclud(?:ed|es|ing)|later)\b",
    re.IGNORECASE,
)
"""A cue that says itself that it carries on an utterance."""

FUTURE = re.compile(
    r"\b(?:will|shall|[’']ll|(?:is|are|am)\s+(?:to|going to|due to|set to|expected to|scheduled to)"
    r"|plans? to|planning to|intends? to|expected to|due to|scheduled to)\b",
    re.IGNORECASE,
)
"""A cue that looks ahead: its time is one to come."""

RECORDED_NOUNS = (
    r"(?:remarks?|comments?|statements?|speech|address|interview|announcement|testimony|letter"
    r"|tweets?|post|article|op-ed|column|report|study|paper|survey|poll|message|accusations?"
    r"|allegations?|claims?|criticisms?|warnings?|appeal|call|pledge|promise|denial)"
)
"""Nouns of an utterance that is told of as such."""
