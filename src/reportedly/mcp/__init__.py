"""The record for assistants: read-only tools over the Model Context Protocol.

Every answer carries document, span and words, and says what was searched. `reportedly mcp` serves
it on standard input and output.
"""

from reportedly.mcp.server import serve

__all__ = ["serve"]
