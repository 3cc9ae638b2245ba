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

STUDIED = (
    r"(?:data|figures|statistics|interviews?|surveys?|polls?|stud(?:y|ies)|testimon(?:y|ies)"
    r"|letters?|reports?|minutes|papers?|documents?|analys[ie]s|estimates?|research|census"
    r"|calculations?|photographs?|images?|pictures?|notes|diar(?:y|ies)|maps?|articles?"
    r"|autops(?:y|ies)"
    r"|examinations?|tests?|inspections?|accounts? of|eyewitness(?:es)?"
    r"|records?|files?|emails?|dna|measurements?|readings?|archives?)"
)
"""What a statement may rest on, beside what is recorded."""

GAP = r"(?:(?!no\b|not\b|any\b|little\b|scant\b)[\w'’$%,-]+ ){0,4}?"
"""Up to four words between a verb and its noun, none of which takes it back."""

QUOTE = r"[\"“”'’‘ ]+"
"""The white space, with or without quotation marks, between two words."""
