"""The two ways updates reach a bot: it polls for them, or they are posted to its webhook and posted again."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx

from tests.telegram.errors import ApiError, bad
from tests.telegram.world import Json, World

LONGEST_POLL, BATCH = 50, 100
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Polling:
    """getUpdates: one poll at a time, an older one ended by a newer."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._turn = 0

    async def get(self, params: Json) -> list[Json]:
        """The updates from ``offset`` on, waited for up to ``timeout`` seconds."""
        world = self._world
        if world.hook.url:
            raise ApiError(409, HOOKED)
        limit = int(params.get("limit", BATCH))
        if not 1 <= limit <= BATCH:
            raise bad("limit must be between 1 and 100")
        if "allowed_updates" in params:
            world.allowed = json.loads(params["allowed_updates"])
        self._turn += 1
        mine = self._turn
        world.changed()
        world.confirm(int(params.get("offset", 0)))

        def ready() -> Any:
            return self._turn != mine or world.hook.url or (world.pending and not world.holding)

        try:
            await world.until(ready, min(int(params.get("timeout", 0)), LONGEST_POLL) or 0.001)
        except TimeoutError:
            return []
        if self._turn != mine:
            raise ApiError(409, CONFLICT)
        if world.hook.url:
            raise ApiError(409, HOOKED)
        return world.hand(world.pending[:limit])


class Delivery:
    """The webhook's postman: in order within a chat, again with growing pauses until the bot says 2xx."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._under_way: dict[int, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.pause = 0.05
        self.patience = 10.0

    async def run(self) -> None:
        """Post what is pending, for as long as a webhook is set; never returns."""
        world = self._world
        async with httpx.AsyncClient(timeout=self.patience, limits=httpx.Limits(max_connections=200)) as client:
            while True:
                await world.until(self._next, 10**9)
                update = self._next()
                if update is None:
                    continue
                self._under_way[_lane(update)] = update["update_id"]
                task = asyncio.create_task(self._post(client, update))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def _next(self) -> Json | None:
        world = self._world
        if not world.hook.url or world.holding or len(self._under_way) >= world.hook.connections:
            return None
        return next((update for update in world.pending if _lane(update) not in self._under_way), None)

    async def _post(self, client: httpx.AsyncClient, update: Json) -> None:
        world, pause = self._world, self.pause
        try:
            while world.hook.url and update in world.pending:
                if await self._taken(client, update):
                    world.pending.remove(update)
                    return
                await asyncio.sleep(pause)
                pause = min(pause * 2, 2.0)
        finally:
            del self._under_way[_lane(update)]
            world.changed()

    async def _taken(self, client: httpx.AsyncClient, update: Json) -> bool:
        hook = self._world.hook
        self._world.hand([update])
        try:
            headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
            answer = await client.post(hook.url, json=update, headers=headers)
        except httpx.TimeoutException:
            hook.last_error = "Read timeout expired"
        except httpx.HTTPError:
            hook.last_error = "Connection refused"
        else:
            if answer.is_success:
                return True
            hook.last_error = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
        return False


def _lane(update: Json) -> int:
    """The chat an update is of: its own updates wait for one another, others do not."""
    content = next(value for key, value in update.items() if key != "update_id")
    chat = content.get("chat") or content.get("message", {}).get("chat") or {"id": update["update_id"]}
    return int(chat["id"])
