"""The API: what the prompt can ask, as JSON over HTTP, described by OpenAPI.

resources/      what can be asked for, a module each
lists.py        lists in parts
written.py      answers → JSON
schemas.py      answers → JSON Schema
description.py  the whole as OpenAPI
etags.py        entity tags
service.py      the application
"""

from reportedly.web.api.service import PREFIX, create

__all__ = ["PREFIX", "create"]
