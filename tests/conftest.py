"""What every test shares: how hypothesis searches, and a PostgreSQL for those that ask for it."""

from __future__ import annotations

import os
import signal

from hypothesis import settings

pytest_plugins = ["postgres"]

# A machine under load must not fail a test for its slowness. In CI the same examples are tried each
# time, so that a failure is the change's own; at a desk new ones are looked for.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# What a shell starts behind itself is deaf to Ctrl-C, and so is all that it starts; the tests of
# Ctrl-C are to hear it there, too.
signal.signal(signal.SIGINT, signal.default_int_handler)
