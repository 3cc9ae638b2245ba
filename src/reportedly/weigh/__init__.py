"""Weighs attributions: what their cues do, and what the text says stands behind them.

acts/      act, polarity and stance of each cue
evidence/  evidence marks of speakers and carriers
notes/     the publisher's own words on what is attributed
links/     which attribution bears on which
scene/     the sentences and attributions that the last three look at
"""

from reportedly.weigh.weigh import weigh

__all__ = ["weigh"]
