"""What people type on a phone, and what they mean."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def shorthand() -> Mapping[str, str]:
    """The words, folded, that each abbreviation stands for."""
    text = files("bot.understanding").joinpath("shorthand.toml").read_text("utf-8")
    return {str(short): str(whole) for short, whole in tomllib.loads(text)["words"].items()}
