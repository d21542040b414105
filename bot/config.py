"""Settings: a TOML file over the built-in defaults, secrets from the environment only."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from knowledge.errors import BadSettings

TOKEN_VARIABLE = "VADEMECUM_TELEGRAM_TOKEN"
POLLING, WEBHOOK = "polling", "webhook"
MODES = (POLLING, WEBHOOK)


@dataclass(frozen=True)
class Settings:
    """Everything the program can be told; ``data`` and a ``content`` folder are read from the working folder.

    ``content`` is ``demo``, ``none`` or a folder; ``max_file_mb`` in megabytes, ``dialogue_hours`` in hours, what ends
    in ``_days`` in days. ``listen`` is "host:port" or "" for no port; ``telegram_url`` is the public address.
    """

    data: str = "var"
    content: str = "demo"
    commune: str = ""
    channels: tuple[str, ...] = ("console",)
    max_file_mb: int = 200
    dialogue_hours: int = 12
    question_days: int = 30
    invitation_days: int = 7
    listen: str = ""
    telegram_mode: str = "polling"
    telegram_url: str = ""
    telegram_api: str = "https://api.telegram.org"
    telegram_groups: bool = False
    telegram_token: str = field(default="", repr=False)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _filled(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _days(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 3650 else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _mode(value: Any) -> str | None:
    return value if value in MODES else None


def _place(value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"|\S+:\d{1,5}", value) else None


def _address(value: Any) -> str | None:
    return value.rstrip("/") if isinstance(value, str) and re.fullmatch(r"https?://\S+", value) else None


def _address_or_none(value: Any) -> str | None:
    return "" if value == "" else _address(value)


def _names(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        return None
    return tuple(value)


# What each key of the file accepts, and how that is said to the person who wrote something else.
KEYS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "data": (_filled, "le nom d'un dossier"),
    "content": (_filled, "demo, none ou le nom d'un dossier"),
    "commune": (_text, "un nom de commune, entre guillemets"),
    "channels": (_names, 'une liste de noms, par exemple ["console"]'),
    "max_file_mb": (_count, "un nombre entier positif"),
    "dialogue_hours": (_count, "un nombre entier positif"),
    "question_days": (_days, "un nombre de jours, de 0 (rien n'est gardé) à 3650"),
    "invitation_days": (_count, "un nombre entier positif"),
    "listen": (_place, 'une adresse et un port, par exemple "127.0.0.1:8080", ou rien'),
    "telegram_mode": (_mode, "polling ou webhook"),
    "telegram_url": (_address_or_none, "une adresse qui commence par https://, ou rien"),
    "telegram_api": (_address, "une adresse qui commence par https://"),
    "telegram_groups": (_flag, "true ou false"),
}


def load_settings(path: Path | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the file at ``path`` (``None``: the defaults); raises ``BadSettings`` naming key and line."""
    settings = Settings() if path is None else parse_settings(_read(path), str(path))
    return replace(settings, telegram_token=environment.get(TOKEN_VARIABLE, "").strip())


def parse_settings(text: str, name: str) -> Settings:
    """The settings written in the TOML ``text``, called ``name`` in the messages of ``BadSettings``."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        where = f", ligne {place[1]}" if place else ""
        raise BadSettings(f"{name}{where} : ce n'est pas du TOML correct ; comparez à config.example.toml.") from error
    faults = []
    for key, value in values.items():
        where = f"{name}, ligne {_line_of(key, text)}"
        if key not in KEYS:
            faults.append(f"{where} : le réglage « {key} » n'existe pas ; {_advice(key)}.")
        elif KEYS[key][0](value) is None:
            faults.append(f"{where} : « {key} » attend {KEYS[key][1]}.")
    if faults:
        raise BadSettings("\n".join(faults))
    return Settings(**{key: KEYS[key][0](value) for key, value in values.items()})


def _advice(key: str) -> str:
    if "token" in key.lower():
        return f"un secret ne s'écrit pas ici, donnez-le par la variable d'environnement {TOKEN_VARIABLE}"
    return "les réglages possibles : " + ", ".join(KEYS)


def _line_of(key: str, text: str) -> int:
    """The line, from 1, where ``key`` is first written at the start of a line or of a ``[table]``."""
    written = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if written.match(line)), 1)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadSettings(f"{path} : ce fichier de réglages n'existe pas.") from None
    except UnicodeDecodeError:
        raise BadSettings(f"{path} : ce fichier n'est pas en UTF-8 ; enregistrez-le dans ce codage.") from None
    except OSError as error:
        raise BadSettings(f"{path} : ce fichier de réglages ne peut pas être lu ({error.strerror}).") from error
