"""Receiving updates: an ASGI application of two routes, the updates and the health."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Callable, Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Bot, Update

from bot.health import Health
from knowledge.errors import StoreUnavailable

PATH, HEALTH_PATH = "/telegram", "/sante"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BYTES = 1024 * 1024

_log = logging.getLogger(__name__)


def secret_of(token: str) -> str:
    """The secret that Telegram shows with each update: drawn from the token, so that it outlives a restart."""
    return hmac.new(token.encode(), b"vademecum webhook", hashlib.sha256).hexdigest()


def application(
    bot: Bot, take: Callable[[Sequence[Update]], None] | None, health: Callable[[], Health], secret: str
) -> Starlette:
    """The application; without ``take`` it only tells its health."""

    async def received(request: Request) -> Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), secret.encode()):
            return Response(status_code=403)
        body = await request.body()
        if len(body) > MOST_BYTES:
            return Response(status_code=413)
        try:
            update = Update.de_json(json.loads(body), bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            update = None
        if not isinstance(update, Update) or not isinstance(update.update_id, int):
            _log.warning("event=webhook_unreadable")
            return Response(status_code=400)
        assert take is not None  # the route is there only with it
        try:
            take([update])
        except StoreUnavailable:
            _log.exception("event=inbox_unavailable")
            return Response(status_code=503)  # Telegram brings it again
        return Response(status_code=200)

    async def healthy(request: Request) -> Response:
        state = health()
        return JSONResponse(state.told(), status_code=200 if state.well else 503)

    routes = [Route(HEALTH_PATH, healthy, methods=["GET"])]
    if take is not None:
        routes.append(Route(PATH, received, methods=["POST"]))
    return Starlette(routes=routes)
