"""A strict Bot API server on the loopback: real HTTP, Telegram's limits, Telegram's words.

``with BotApi() as api`` runs it in a thread; people are driven through ``api.person``.
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from time import perf_counter
from types import TracebackType
from typing import Any, TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.telegram.errors import ApiError
from tests.telegram.faults import Fault, Mishaps
from tests.telegram.methods import METHODS
from tests.telegram.updates import Delivery, Polling
from tests.telegram.world import Call, Files, Json, World

T = TypeVar("T")
TOKEN = "7000001:essai-AAFq3mYx0jL1n9v2Kc8bTzWdRu5oHs4"


class BotApi:
    """The server, in a thread of its own; ``url`` is what a bot is given in place of Telegram's address."""

    def __init__(self, token: str = TOKEN) -> None:
        self.world = World(token)
        self.mishaps = Mishaps()
        self.delivery = Delivery(self.world)
        self._polling = Polling(self.world)
        routes = [
            Route("/bot{token}/{method}", self._method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download),
        ]
        config = uvicorn.Config(
            Starlette(routes=routes), port=0, log_level="critical", lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._loop: asyncio.AbstractEventLoop
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self.url = ""

    def __enter__(self) -> BotApi:
        ready = threading.Event()
        self._ready = ready
        self._thread.start()
        if not ready.wait(10):
            raise RuntimeError("the server did not start")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(setattr, self._server, "force_exit", True)
        self._loop.call_soon_threadsafe(setattr, self._server, "should_exit", True)
        self._thread.join(10)

    def do(self, work: Callable[[], T]) -> T:
        """Run ``work`` in the server's own loop, where the world may be touched, and give its result."""

        async def doing() -> T:
            return work()

        return self.run(doing())

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the server's loop and wait for its result."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    def until(self, ready: Callable[[], T], seconds: float = 10.0) -> T:
        """What ``ready`` gives once it is true, seen from the server's loop; ``TimeoutError`` after ``seconds``."""
        found: T = self.run(self.world.until(ready, seconds))
        return found

    def order(self, fault: Fault) -> Fault:
        """Let a mishap befall the coming calls."""
        self.do(lambda: self.mishaps.faults.append(fault))
        return fault

    def calls(self, method: str, chat: int = 0) -> list[Call]:
        """The calls of ``method`` so far, to ``chat`` (0: any)."""
        named = [call for call in list(self.world.calls) if call.method == method.lower()]
        return [call for call in named if chat in (0, _chat_of(call.params))]

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        serving = asyncio.create_task(self._server.serve())
        while not self._server.started:
            await asyncio.sleep(0.005)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        posting = asyncio.create_task(self.delivery.run())
        self._ready.set()
        await serving
        posting.cancel()
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()
        await asyncio.wait([posting])

    async def _method(self, request: Request) -> Response:
        method = request.path_params["method"].lower()
        call = Call(method, {}, perf_counter())
        fault, status, body = Fault(), 200, {}
        try:
            _authorise(request.path_params["token"], self.world.token)
            call.params, files = await _read(request)
            self.world.calls.append(call)
            fault = self.mishaps.next(method, _chat_of(call.params)) or fault
            await asyncio.sleep(fault.delay)
            if fault.done or not (fault.error or fault.cut):
                body = {"ok": True, "result": await self._result(method, call.params, files)}
            if fault.error:
                raise fault.error
        except ApiError as error:
            call.error, status, body = error.description, error.status, error.body()
        if fault.then:
            fault.then()
        if fault.cut:
            return StreamingResponse(_half(), headers={"content-length": "1000"})
        return JSONResponse(body, status_code=status)

    async def _result(self, method: str, params: Json, files: Files) -> Any:
        if method == "getupdates":
            return await self._polling.get(params)
        if method not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        return METHODS[method](self.world, params, files)

    async def _download(self, request: Request) -> Response:
        try:
            _authorise(request.path_params["token"], self.world.token)
        except ApiError as error:
            return JSONResponse(error.body(), status_code=error.status)
        fault = self.mishaps.next("download", 0) or Fault()
        if fault.cut:
            return StreamingResponse(_half(), headers={"content-length": "1000"})
        _, content = self.world.files.get(request.path_params["path"].removeprefix("documents/"), ({}, b""))
        if fault.error or not content:
            refusal = fault.error or ApiError(404, "Not Found")
            return JSONResponse(refusal.body(), status_code=refusal.status)
        return Response(content, media_type="application/octet-stream")


def _authorise(given: str, token: str) -> None:
    if not re.fullmatch(r"\d+:[\w-]{30,}", given):
        raise ApiError(404, "Not Found")
    if given != token:
        raise ApiError(401, "Unauthorized")


async def _read(request: Request) -> tuple[Json, Files]:
    params: Json = dict(request.query_params)
    files: dict[str, tuple[str, str, bytes]] = {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        given = json.loads(await request.body())
        return params | {
            key: value if isinstance(value, str) else json.dumps(value) for key, value in given.items()
        }, {}
    async with request.form(max_part_size=60 * 2**20) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = (value.filename or name, value.content_type or "", await value.read())
            else:
                params[name] = value
    return params, files


def _chat_of(params: Json) -> int:
    return int(params["chat_id"]) if re.fullmatch(r"-?\d+", str(params.get("chat_id", ""))) else 0


async def _half() -> AsyncIterator[bytes]:
    """The beginning of an answer whose end never comes: the promised length is not kept, so the connection drops."""
    yield b'{"ok":true,'
