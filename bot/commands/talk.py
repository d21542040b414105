"""The commands that talk: ``run`` opens the channels of the settings, ``chat`` the console alone."""

from __future__ import annotations

from argparse import Namespace
from threading import Thread

from bot.channels import CHANNELS
from bot.commands.command import OK, Command
from bot.config import Settings
from bot.wiring import open_house
from knowledge.errors import BadSettings


def _run(given: Namespace, settings: Settings) -> int:
    unknown = [name for name in settings.channels if name not in CHANNELS]
    if unknown:
        raise BadSettings(f"Canal inconnu : {', '.join(unknown)} ; les canaux possibles : {', '.join(CHANNELS)}.")
    # The console reads the keyboard as long as there is one; what serves others holds the process.
    *beside, last = sorted(dict.fromkeys(settings.channels), key=lambda name: name != "console")
    with open_house(settings) as house:
        for name in beside:
            Thread(target=CHANNELS[name], args=(house,), name=name, daemon=True).start()
        CHANNELS[last](house)
    return OK


def _chat(given: Namespace, settings: Settings) -> int:
    with open_house(settings) as house:
        CHANNELS["console"](house)
    return OK


RUN = Command("démarre l'assistant sur les canaux choisis dans les réglages", _run)
CHAT = Command("ouvre une conversation dans ce terminal", _chat)
