"""The reading room: a local site over a record, its API, and what keeps both safe.

from reportedly.web import Settings, create_app

app = create_app(Settings("news.db"))
"""

from reportedly.web.app import create_app
from reportedly.web.settings import Settings

__all__ = ["Settings", "create_app"]
