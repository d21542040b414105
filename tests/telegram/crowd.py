"""Many agents at once, whose questions can be told apart in the answers: none lost, none answered twice, in order."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from bot.register import open_register
from tests.telegram.person import Person
from tests.telegram.server import BotApi

MARK = re.compile(r"Zz\d+x\d+z")


def admit(data: Path, people: list[Person], role: str = "agent", services: tuple[str, ...] = ()) -> None:
    """Let people in, as if each had opened an invitation of their own."""
    now = datetime.now(UTC)
    with open_register(data) as register:
        for one in people:
            code, _ = register.people.invite(role, services, str(one.id), actor="tests", now=now, days=1)
            register.people.redeem(code, "telegram", str(one.id), now)


class Crowd:
    """Agents, each with the marks of what they asked; an answer quotes the mark of its question."""

    def __init__(self, api: BotApi, data: Path, count: int) -> None:
        self.people = [Person(api, f"Agent {number}") for number in range(count)]
        self.asked: list[list[str]] = [[] for _ in self.people]
        admit(data, self.people)

    def ask(self, number: int) -> None:
        """Let an agent ask something that only they ask, and only once."""
        mark = f"Zz{number}x{len(self.asked[number])}z"
        self.asked[number].append(mark)
        self.people[number].types(f"commune {mark}")

    def missing(self) -> list[str]:
        """The marks that no answer quotes yet."""
        return [mark for heard, asked in zip(self.heard(), self.asked, strict=True) for mark in {*asked} - {*heard}]

    def heard(self) -> list[list[str]]:
        """For each agent, the marks that the bot's messages quote, in the order they stand in the chat."""
        return [[mark for one in person.said() for mark in MARK.findall(one.text)] for person in self.people]

    def twice(self) -> list[str]:
        """The marks that were answered more than once."""
        return [mark for heard in self.heard() for mark in {*heard} if heard.count(mark) > 1]

    def out_of_order(self) -> list[list[str]]:
        """The agents' answers that do not stand in the order of their questions."""
        return [heard for heard, asked in zip(self.heard(), self.asked, strict=True) if heard != asked[: len(heard)]]
