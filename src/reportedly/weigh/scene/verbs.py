"""What is not done and what cannot be done, as parts of regular expressions that ignore case.

Everything that goes unproven, unchecked or unanswered is told with these; a space is any white
space.
"""

from __future__ import annotations

NOT = r"(?:not|n['’]t)"
BE = r"(?:is|are|was|were|has been|have been|had been|be|been|remains?|remained)"
"""Forms of "to be" and "to remain" before what something is said to be."""

UNDONE = (
    r"(?:did not|didn['’]t|does not|doesn['’]t|do not|don['’]t|has not|hasn['’]t|have not"
    r"|haven['’]t|had not|hadn['’]t|never|(?:has|have|had) yet to|failed to|fails to"
    r"|(?:was|were) (?:not able|unable) to)"
)
"""Before a verb: it was not done."""

CANNOT = (
    r"(?:could not|couldn['’]t|cannot|can ?not|can['’]t|(?:(?:was|were|is|are|been) (?:unable"
    r"|not able)|not possible|no way|impossible|difficult|hard|(?:has|have|had) not been able"
    r"|not in a position|in no position) to)"
)
"""Before a verb: it could not be done."""

REFUSED = (
    r"(?:(?:declin|refus)(?:ed|es|ing) to|would not|wouldn['’]t|will not|won['’]t"
    r"|(?:was|were) not (?:willing|prepared) to)"
)
"""Before a verb: it was not to be done."""

SLOWLY = r"(?:\w+ly |yet |ever |so far |as yet |to date |even ){0,4}"
"""Adverbs between one of these and its verb."""

GIVE = (
    r"(?:offer(?:ed|ing|s)?|provid(?:e|ed|es|ing)|giv(?:e|en|es|ing)|gave|cit(?:e|ed|es|ing)"
    r"|present(?:ed|ing|s)?|produc(?:e|ed|es|ing)|suppl(?:y|ied|ies|ying)|includ(?:e|ed|es|ing)"
    r"|shar(?:e|ed|es|ing)|show(?:ed|n|s|ing)?|point(?:ed|s|ing)? to|furnish(?:ed|es|ing)?)"
)
"""To give proof or particulars, in all forms."""
