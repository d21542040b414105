"""The town that a conversation is held for: the only one known, else asked once: prices and rules are a town's own."""

from __future__ import annotations

from dataclasses import replace

from bot.messages import Answer, Dialogue, Option, Reply, Turn
from bot.towns import Towns, is_grouping

WHICH_TOWN = "Pour quelle commune ?"
TOWN = "="
"""What the token of a town begins with; its name follows."""
OFFERED = 8


def at_home(dialogue: Dialogue, towns: Towns) -> Dialogue:
    """The dialogue, held for the only town known when it names none."""
    own = _own(towns)
    return replace(dialogue, commune=own[0]) if not dialogue.commune and len(own) == 1 else dialogue


def asked_first(text: str, dialogue: Dialogue, towns: Towns) -> Turn | None:
    """The question of the town, ``text`` being kept for it, when several are known and none is told; else None."""
    own = _own(towns)
    if dialogue.commune or len(own) < 2 or towns.named(text) or not any(map(str.isalpha, text)):
        return None
    more = "" if len(own) <= OFFERED else " Écrivez « commune NOM » si elle n'est pas dans la liste."
    options = tuple(Option(town, f"{TOWN}{town}") for town in own[:OFFERED])
    answer = Answer("question", f"{WHICH_TOWN}{more}", "commune", options=options)
    return Turn(Reply(answer.text, answer, options), replace(dialogue, question=text, options=options))


def town_token(text: str, dialogue: Dialogue, towns: Towns) -> str:
    """The token of the town offered that a person typed the name of, or ""."""
    if not any(option.token.startswith(TOWN) for option in dialogue.options):
        return ""
    found = towns.find(text)
    return f"{TOWN}{found}" if found else ""


def chosen(token: str, towns: Towns) -> str:
    """The town that a token stands for, or ""."""
    name = token.removeprefix(TOWN)
    return name if token.startswith(TOWN) and name in towns.names else ""


def _own(towns: Towns) -> list[str]:
    return [town for town in towns.names if not is_grouping(town)]
