"""The publisher's own words on what is attributed."""

from reportedly.weigh.notes.find import notes

__all__ = ["notes"]
