"""The commands that work on a record: add to it, ask it, judge, keep it."""

from reportedly.cli.record.commands import register

__all__ = ["register"]
