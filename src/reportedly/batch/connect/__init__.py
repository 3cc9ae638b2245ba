"""Connecting a finished run: links, groups and origins as a record of the same documents has them.

The engine joins what shares a key; pairs are then compared, grouped and counted by the functions
that a record uses. Each step writes its parts as files, so that no worker holds more than a part.
"""

from reportedly.batch.connect.steps import check, connect

__all__ = ["check", "connect"]
