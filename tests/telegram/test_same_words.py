"""The same conversation by console and by Telegram: word for word the same answers, and the same choices."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.channels.telegram.keyboards import data_of
from bot.config import Settings
from bot.flows import buttons
from bot.messages import Dialogue, Incoming, Option, Reply
from bot.rendering import numbered, render_reply
from bot.wiring import House, open_house
from tests.conversations.talk import files
from tests.telegram.conftest import COMMUNE
from tests.telegram.crowd import admit
from tests.telegram.person import Person, Seen
from tests.telegram.process import BotProcess

TYPED = {
    "a question, its source, then another": ["prix d'une concession de 30 ans", "source", "et pour 15 ans ?"],
    "a full question of four facts": ["mercredi récréatif le matin, neuvillois, 2 enfants, 2600 euros par mois"],
    "an unknown thing": ["combien coûte le péage de l'autoroute ?"],
    "steps back and out": ["retard à la garderie", "retour", "annuler", "annuler"],
    "another town, another day": ["commune Seclin", "forfait de vidéoprotection", "date 15/10/2024", "date", "commune"],
    "signs of all sorts": ["a < b & c > d", "<b>cantine</b>", "& &amp; &lt;", "';--", "😀😀😀", "field:x AND (y"],
    "nonsense": ["zzzzz qqqqq", "?", "42"],
}


@pytest.fixture(scope="module")
def house(shipped: Path) -> Iterator[House]:
    with open_house(Settings(data=str(shipped), commune=COMMUNE)) as opened:
        yield opened


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_answered_with_the_console_s_words(name: str, bot: BotProcess, house: House) -> None:
    ada = agent(bot)
    dialogue = Dialogue(commune=COMMUNE)
    for line in TYPED[name]:
        turn = house.assistant.respond(Incoming(date.today(), text=line), dialogue)
        dialogue = turn.dialogue
        ada.types(line)
        same(turn.reply, heard(ada, turn.reply))


def test_every_grid_walked_by_its_buttons_says_what_the_console_says(bot: BotProcess, house: House) -> None:
    ada = agent(bot)
    menu = ada.asks("/sujets")
    walked = 0
    for table in house.content.tables:
        if table.draft or table.commune != COMMUNE:
            continue
        opening = buttons.option(table.title, table.id, 0, buttons.OPEN).token
        turn = house.assistant.respond(Incoming(date.today(), token=opening), Dialogue(commune=COMMUNE))
        ada.taps_data(f"m:{opening}", menu.raw)
        for _ in range(12):
            seen = heard(ada, turn.reply)
            same(turn.reply, seen)
            walked += 1
            if not turn.reply.answer or turn.reply.answer.status != "question":
                break
            if not turn.reply.options:
                break
            last = turn.reply.options[-1]
            turn = house.assistant.respond(Incoming(date.today(), token=last.token), turn.dialogue)
            press(ada, last)
    assert walked > 100


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_the_golden_conversations_go_the_same_way_on_telegram(file: Path, bot: BotProcess, house: House) -> None:
    ada, dialogue, offered = agent(bot), Dialogue(), list[Option]()
    for line in file.read_text(encoding="utf-8").splitlines():
        typed = line[1:].strip()
        if line.startswith("@"):
            commune, _, when = typed.partition(", ")
            dialogue = Dialogue(commune=commune, on=date.fromisoformat(when))
            ada.asks(f"/commune {commune}")
            ada.asks(f"/date {dialogue.on:%d/%m/%Y}")
        elif line.startswith("~"):
            bot.stop()
            bot.start()
        elif line.startswith(">"):
            taken = next((one for one in reversed(offered) if f"[{one.label}]" == typed), None)
            incoming = Incoming(date.today(), token=taken.token) if taken else Incoming(date.today(), text=typed)
            turn = house.assistant.respond(incoming, dialogue)
            dialogue = turn.dialogue
            offered += turn.reply.options
            if taken:
                press(ada, taken)
            else:
                ada.types(typed)
            same(turn.reply, heard(ada, turn.reply))


def press(person: Person, option: Option) -> None:
    """Tap the newest button that stands for an option."""
    data = data_of(option.token)
    shown = [one.raw for one in person.said() if f'"{data}"' in json.dumps(one.raw, ensure_ascii=False)]
    person.taps_data(data, shown[-1])


def agent(bot: BotProcess) -> Person:
    person = Person(bot.api, "Ada")
    admit(bot.data, [person])
    return person


def heard(person: Person, reply: Reply) -> list[Seen]:
    """The bot's messages until they hold as many words as the reply, as a long one is cut in several."""
    wanted = len(words(text_of(reply)))
    seen = [person.hears()]
    while sum(len(words(one.text)) for one in seen) < wanted:
        seen.append(person.hears())
    return seen


def same(reply: Reply, seen: list[Seen]) -> None:
    """The words are the console's, in order, and the buttons are its choices, in order."""
    shown = words(" ".join(one.text for one in seen))
    assert shown in (words(text_of(reply)), words(text_of(reply) + " " + numbered(reply.options)))
    assert [one.rstrip("…") for one in turn_options(seen)[: len(reply.options)]] == [
        one.label[: len(shown_label.rstrip("…"))]
        for one, shown_label in zip(reply.options, turn_options(seen), strict=False)
    ]


def turn_options(seen: list[Seen]) -> list[str]:
    """The labels of a message's choices, without the numbers of long ones."""
    return [re.sub(r"^\d+\. ", "", label) for label in seen[-1].labels]


def text_of(reply: Reply) -> str:
    """What the console shows, but for the choices."""
    answer = replace(reply.answer, options=()) if reply.answer else None
    return render_reply(replace(reply, answer=answer, options=no_options))


def words(text: str) -> list[str]:
    return text.split()


no_options: tuple[Option, ...] = ()
