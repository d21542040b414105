"""Frozen dataclasses to JSON and back, led by their own annotations: a new field needs nothing here."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: object) -> str:
    """A dataclass as one line of JSON; dates in ISO, ``Decimal`` as text, enumerations as their values."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """The dataclass ``kind`` written in ``text``, absent fields at their defaults; ``ValueError`` if it is not one."""
    try:
        value = _built(kind, json.loads(text))
    except (ArithmeticError, AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"not a {kind.__name__}") from error
    return typing.cast("T", value)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list, frozenset)):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _built(kind: Any, value: Any) -> Any:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return None if value is None else _built(next(part for part in parts if part is not type(None)), value)
    if origin is tuple:
        kinds = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        return tuple(_built(part, one) for part, one in zip(kinds, value, strict=True))
    if origin is typing.Literal:
        if value not in parts:
            raise ValueError(value)
        return value
    if isinstance(kind, type) and is_dataclass(kind):
        known = _annotations(kind)
        return kind(**{name: _built(known[name], one) for name, one in value.items() if name in known})
    if kind is date:
        return date.fromisoformat(value)
    if kind is Decimal or issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


@cache
def _annotations(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
