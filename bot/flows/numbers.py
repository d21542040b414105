"""The figures of a question, as people write them: sums, counts in words, ranks, times of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.flows.lexicon import lexicon, stem
from bot.flows.spelled import scaled, spelled
from bot.flows.spoken import Word, ordinal
from knowledge.grids.figures import number

_MOST_RANK = 100
_MOST_WORDS = 16
_FRACTIONS = {"demie": 30, "demi": 30, "quart": 15}


@dataclass(frozen=True)
class Mention:
    """A figure said between two positions; ``kind`` is money, clock (minutes), rank, or number.

    ``article`` marks "un" and "une", which may count nothing; ``after`` is the position of the word that follows.
    """

    kind: str
    value: Decimal
    first: int
    last: int
    article: bool = False

    @property
    def after(self) -> int:
        """The position of the word that follows."""
        return self.last + 1


@lru_cache(maxsize=64)  # every grid reads the same question
def mentions(words: tuple[Word, ...]) -> tuple[Mention, ...]:
    """Every figure of the question, in order, none overlapping another."""
    found: list[Mention] = []
    at = 0
    while at < len(words):
        one = _clock(words, at) or _figure(words, at) or _in_words(words, at)
        if one:
            found.append(one)
            at = one.last
        at += 1
    return tuple(found)


def earns(said: Sequence[Word], mention: Mention) -> bool:
    """Whether an income word stands within three words before the figure, or just after it."""
    income = lexicon().income
    near = (*said[max(mention.first - 3, 0) : mention.first], *said[mention.after : mention.after + 2])
    return any(word.stem in income for word in near)


def _clock(said: Sequence[Word], at: int) -> Mention | None:
    """A time of the day, in figures or in words: "19h10", "18 h 30", "dix-neuf heures trente", "18h et demie"."""
    hours = _small(said, at)
    if hours is None or hours[0] > 24 or hours[1] >= len(said):
        return None
    value, after = hours
    following = said[after].text
    if _glued(following):
        return Mention("clock", Decimal(value * 60 + int(following[1:])), at, after)
    if following not in ("h", "heure", "heures"):
        return None
    minutes, last = _minutes(said, after)
    return Mention("clock", Decimal(value * 60 + minutes), at, last)


def _minutes(said: Sequence[Word], at: int) -> tuple[int, int]:
    """The minutes told after the word for hours at ``at``, and the position of the last word used."""
    texts = [word.text for word in said[at + 1 : at + 4]]
    if texts[:1] == ["et"] and texts[1:2] and texts[1] in _FRACTIONS:
        return _FRACTIONS[texts[1]], at + 2
    if texts == ["moins", "le", "quart"]:
        return -15, at + 3
    small = _small(said, at + 1)
    two_digits = bool(texts) and (len(texts[0]) == 2 or not texts[0].isdigit())
    if small and small[0] < 60 and two_digits and not said[at + 1].pause and texts[0] not in ("un", "une"):
        return small[0], small[1] - 1
    return 0, at


def _small(said: Sequence[Word], at: int) -> tuple[int, int] | None:
    """A whole number of at most two figures, or in words, and the position after it."""
    if at >= len(said):
        return None
    if said[at].text.isdigit():
        return (int(said[at].text), at + 1) if len(said[at].text) <= 2 else None
    found = spelled([word.text for word in said[at : at + _MOST_WORDS]], 0)
    return (found[0], at + found[1]) if found else None


def _glued(text: str) -> bool:
    return text[0] == "h" and text[1:].isdigit() and len(text) == 3 and int(text[1:]) < 60


def _figure(said: Sequence[Word], at: int) -> Mention | None:
    word = said[at]
    rank = ordinal(word.text)
    if rank is not None and not word.text.isdigit():
        return Mention("rank", Decimal(rank), at, at)
    if not word.text[0].isdigit():
        return None
    value = number(word.text.replace(".", "") if word.text.count(".") and _grouped(word.text) else word.text)
    if value is None:
        return None
    follower = said[at + 1].text if at + 1 < len(said) else ""
    if follower in ("er", "ere", "re", "e", "eme", "ieme") and value < _MOST_RANK:
        return Mention("rank", value, at, at + 1)
    value = -value if word.sign else value
    many = scaled([each.text for each in said[at + 1 : at + 2]], 0)
    last = at + 1 if many else at
    value *= many[0] if many else 1
    if _euros(said, last + 1) or follower == "e":  # "1500e" is how a hurried hand types 1 500 €
        cents = said[last + 2].text if last + 2 < len(said) and said[last + 1].text == "€" else ""
        if len(cents) == 2 and cents.isdigit():
            return Mention("money", value + Decimal(cents) / 100, at, last + 2)
        return Mention("money", value, at, last + 1)
    return Mention("number", value, at, last)


def _euros(said: Sequence[Word], at: int) -> bool:
    """Whether the word at ``at``, "de" aside, is the currency."""
    return at < len(said) and said[at].text in ("€", "euro", "euros", "eur")


def _grouped(text: str) -> bool:
    return all(len(part) == 3 for part in text.partition(",")[0].split(".")[1:])


def _in_words(said: Sequence[Word], at: int) -> Mention | None:
    found = spelled([word.text for word in said[at : at + _MOST_WORDS]], 0)
    if found is None:
        return None
    value, count = found
    last = at + count - 1
    following = next((n for n in (last + 1, last + 2) if n < len(said) and said[n].text not in ("d", "de")), 0)
    if following and _euros(said, following):
        return Mention("money", Decimal(value), at, following)
    return Mention("number", Decimal(value), at, last, article=count == 1 and said[at].text in ("un", "une"))


def unit_stem(word: Word) -> str:
    """The stem of the unit a word names, abbreviations opened ("m" → mètre)."""
    return stem(lexicon().units.get(word.text, word.text))
