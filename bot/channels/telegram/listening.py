"""Listening on a port: our own ASGI application, served until told to stop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram.waiting import Patience
from knowledge.errors import BadSettings

FINISH = 2  # seconds left to requests in progress


async def listen(app: Starlette, place: str, patience: Patience) -> None:
    """Serve ``app`` at ``place`` ("host:port") until told to stop; ``BadSettings`` when the place is taken."""
    host, _, port = place.rpartition(":")
    try:
        listening = socket.create_server((host.strip("[]"), int(port)), family=_family(host))
    except (OSError, OverflowError) as error:
        raise BadSettings(f"listen = « {place} » : impossible d'y écouter ({error}).") from error
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=FINISH)
    server = _QuietServer(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await patience.stopped()
    finally:
        server.should_exit = True
        await serving


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


class _QuietServer(uvicorn.Server):
    """A server that leaves the process's signals to the one who runs it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield
