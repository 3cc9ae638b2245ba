"""The nouns of evidence, as parts of regular expressions that ignore case.

From the vocabulary of fact-checking and of court and war reporting; a space is any white space.
"""

from __future__ import annotations

PROOF = r"(?:evidence|proofs?|corroboration)"
"""What proves, without saying what it is."""

RECORDED = (
    r"(?:documents|documentation|files|footage|videos?|video ?tapes?|clips?|photos?|photographs?"
    r"|imagery|(?:satellite|aerial|drone|radar) images|records|e-?mails|correspondence|recordings?"
    r"|audio ?tapes?|audio|tapes?|transcripts?|screen ?shots?|cables|memos?|memorand(?:um|a)"
    r"|intercepts|wiretaps|affidavits?|filings?|logs|receipts|invoices|dossiers?|text messages"
    r"|bank statements|x-rays|test results|(?:blood|soil|dna|water|hair) samples)"
)
"""What holds a fact and can be shown: papers, pictures, sound, data."""

SIGHT = (
    rf"(?:{RECORDED}|images?|pictures?|pics?|selfies?|snapshots?|stills|screen ?grabs?|snaps?"
    r"|charts?|maps?|x-rays?)"
)
"""What can be put before the eyes and ears of the public, letters and statements aside."""

STUDIED = (
    r"(?:data|figures|statistics|interviews?|surveys?|polls?|stud(?:y|ies)|testimon(?:y|ies)"
    r"|letters?|reports?|minutes|papers?|documents?|analys[ie]s|estimates?|research|census"
    r"|calculations?|photographs?|images?|pictures?|notes|diar(?:y|ies)|maps?|articles?"
    r"|autops(?:y|ies)"
    r"|examinations?|tests?|inspections?|accounts? of|eyewitness(?:es)?"
    r"|records?|files?|emails?|dna|measurements?|readings?|archives?)"
)
"""What a statement may rest on, beside what is recorded."""

CLAIM = (
    r"(?:claims?|allegations?|accusations?|assertions?|statements?|reports?|rumou?rs?|stor(?:y"
    r"|ies)"
    r"|charges?|theor(?:y|ies)|figures?|numbers?|accounts?|suggestions?|narratives?|quotes?|tolls?"
    r"|contentions?|notions?|hoax(?:es)?|remarks?|posts?|tweets?|arguments?|news|gossip"
    r"|speculations?|tales?|legends?|articles?|headlines?|messages?)"
)
"""What is said, as publishers name it when they say something of it."""

THING = (
    r"(?:videos?|footage|photos?|photographs?|pictures?|images?|recordings?|audio|tapes?"
    r"|documents?"
    r"|letters?|e-?mails?|clips?|memos?|screen ?shots?|transcripts?|drawings?|screen ?grabs?)"
)
"""What is shown, likewise."""

SUBJECT = (
    rf"(?:\b(?:this|that|it|which|they|these|those)"
    rf"|\b(?:the|this|that|these|those|his|her|their|its|such|both|all|many of the"
    rf"|\w{{1,40}}['’]s)"
    rf" (?:\w+ ){{0,2}}?(?:{CLAIM}|{THING})"
    r"|\b(?:rumou?rs|reports|claims|allegations)(?= (?:of|that|about)\b))"
)
"""What stands before a verb that says something of a claim."""

GAP = r"(?:(?!no\b|not\b|any\b|little\b|scant\b)[\w'’$%,-]+ ){0,4}?"
"""Up to four words between a verb and its noun, none of which takes it back."""

QUOTE = r"[\"“”'’‘ ]+"
"""The white space, with or without quotation marks, between two words."""
