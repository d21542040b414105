"""A refusal in Telegram's own form: a status, a sentence, and for 429 the seconds to wait."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """What the server answers instead of a result."""

    def __init__(self, status: int, description: str, retry_after: int = 0) -> None:
        super().__init__(description)
        self.status, self.description, self.retry_after = status, description, retry_after

    def body(self) -> dict[str, Any]:
        """The JSON of the answer."""
        body = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": {"retry_after": self.retry_after}} if self.retry_after else {})


def bad(words: str) -> ApiError:
    """A 400 in Telegram's words."""
    return ApiError(400, f"Bad Request: {words}")


def too_many(seconds: int) -> ApiError:
    """A 429 that asks for ``seconds`` of patience."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", seconds)


def forbidden(words: str) -> ApiError:
    """A 403 in Telegram's words."""
    return ApiError(403, f"Forbidden: {words}")
