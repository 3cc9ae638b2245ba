"""What a cue does: its act, whether it is negated, and the publisher's stance in choosing it."""

from reportedly.weigh.acts.judge import Judged, judge

__all__ = ["Judged", "judge"]
