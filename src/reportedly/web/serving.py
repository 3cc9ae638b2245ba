"""Serving a site: a socket to listen at, and the server on it."""

from __future__ import annotations

import gc
import socket

import uvicorn

from reportedly.schema import RunError
from reportedly.web.app import Site

MADE = 100_000
"""Objects that are made before the youngest are looked through for what is of no more use. Answers
are made of many and hold no circles, so that nothing is found; looking took a third of the time."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any that is free.

    Raises:
        RunError: if the address is not of this machine, or the port is taken.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RunError(f"cannot listen at {host}, port {port}: {reason}") from None
    return made


def run(site: Site, on: socket.socket) -> None:
    """Serve a site until it is told to end; the process is tuned to it."""
    gc.freeze()
    gc.set_threshold(MADE, 20, 20)
    config = uvicorn.Config(
        site,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[on])
