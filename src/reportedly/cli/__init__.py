"""The command line: what people type, and what they get to see."""

from reportedly.cli.app import main

__all__ = ["main"]
