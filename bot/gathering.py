"""Questions gathered, alike ones together: what the documents lack, told once however often it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.register.uses import LIKED, Exchange
from index.analysis import stems

# Two questions whose words, stemmed and sorted, are this close (of 100) are asked about the same thing.
ALIKE = 82


@dataclass(frozen=True)
class Gathered:
    """Questions that ask the same; the newest speaks for them."""

    exchanges: tuple[Exchange, ...]

    @property
    def id(self) -> str:
        """What names the group: the mark of its first question."""
        return self.exchanges[0].id[:6]

    @property
    def question(self) -> str:
        """The question as it was last asked."""
        return self.exchanges[-1].question

    @property
    def commune(self) -> str:
        """The town it was last asked for."""
        return self.exchanges[-1].commune

    @property
    def why(self) -> str:
        """What went wrong, in French, each reason once with how often."""
        reasons = [_why(one) for one in self.exchanges]
        return ", ".join(f"{reason} × {reasons.count(reason)}" for reason in dict.fromkeys(reasons))


def gathered(exchanges: Sequence[Exchange]) -> list[Gathered]:
    """The exchanges in groups of one town and like words, the most asked first."""
    groups: list[tuple[str, str, list[Exchange]]] = []
    for one in exchanges:
        words = " ".join(sorted(stems(one.question)))
        for town, said, group in groups:
            if town == one.commune and fuzz.token_set_ratio(said, words) >= ALIKE:
                group.append(one)
                break
        else:
            groups.append((one.commune, words, [one]))
    return sorted((Gathered(tuple(group)) for _, _, group in groups), key=lambda one: -len(one.exchanges))


def _why(exchange: Exchange) -> str:
    if exchange.vote not in ("", LIKED):
        return exchange.vote
    return "l'acte ne le dit pas" if exchange.reason == "silent" else "sans réponse"
