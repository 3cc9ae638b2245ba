"""What is said of something that is not so, as parts of regular expressions that ignore case.

Publishers rule so on what they print, and speakers on what others say.
"""

from __future__ import annotations

SHAM = (
    r"(?:hoax(?:es)?|fakes?|faked|fabrications?|fabricated|forger(?:y|ies)|forged|fictitious"
    r"|fiction(?!al)|bogus"
    r"|untrue|made[- ]up(?! of)|phony|satire|satirical|(?:photo)?shopped|doctored|debunked"
    r"|digitally altered|baseless|unfounded|groundless|a myth|a lie|a prank|disproved|disproven"
    r"|discredited)"
)
"""What only a claim, or the like, can be called; so that its subject may be anything."""

UNTRUE = (
    rf"(?:false|inaccurate|incorrect|wrong|misleading|refuted|disputed|contradicted by|contested"
    rf"|(?:greatly|grossly|vastly|highly|wildly) exaggerated|ridiculous|preposterous|ludicrous"
    rf"|rubbish|garbage|laughable|far[- ]fetched|implausible|dubious"
    rf"|not (?:true|accurate|correct|the case|borne out|supported by|real)|nonsense|rejected by"
    rf"|challenged by|{SHAM})"
)
"""What a claim is called that is not so."""

ENDS = (
    r"(?=\s*(?:[.,;:!?()—–”\"’'-]|$)|[^\S\n]*\n|\s+(?:and|but|or|in|on|from|that|as|because|with"
    r"|after|when"
    r"|for|during|at|about|by|under|while|even|this|last|created|written|started|perpetrated"
    r"|designed|meant|news)\b)"
)
"""A noun behind it would be what is called so, and not the claim ("filming a fake report")."""
