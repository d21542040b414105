"""Which figures of a question answer which inputs: by unit, by the word they count, by the income words near them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.flows.lexicon import lexicon
from bot.flows.numbers import Mention, earns, unit_stem
from bot.flows.spoken import Word, phrase
from knowledge.grids.facts import BadAnswer, numbered
from knowledge.grids.inputs import Input

_ONLY = {"uniqu", "seul"}
_SMALL = Decimal(100)


@dataclass(frozen=True)
class Counted:
    """Figures settled: each input's answer, the positions of the words used, and French refusals."""

    answers: Mapping[str, str]
    taken: frozenset[int]
    refused: tuple[str, ...] = ()


def count(
    inputs: Sequence[Input], said: Sequence[Word], found: Sequence[Mention], people: frozenset[int] = frozenset()
) -> Counted:
    """The answers that the figures give to the inputs, each figure used once, the closest fit first.

    ``people`` are the positions of words about who lives where: "un enfant neuvillois" counts one.
    """
    fits = [
        (strength, entry, mention, places)
        for entry in inputs
        for mention in found
        for strength, places in [_fit(entry, said, mention, people)]
        if strength
    ]
    fits.sort(key=lambda fit: -fit[0])
    answers: dict[str, str] = {}
    used: set[int] = set()
    refused: list[str] = []
    taken: set[int] = set()
    for _, entry, mention, places in fits:
        if entry.name in answers or mention.first in used:
            continue
        used.add(mention.first)
        taken |= {*range(mention.first, mention.after), *places}
        try:
            answers[entry.name] = numbered(entry, _value(entry, mention))
        except BadAnswer as error:
            refused.append(str(error))
    for entry in inputs:
        alone = _alone(entry, said) if entry.name not in answers else frozenset()
        if alone:
            answers[entry.name] = "=1"
            taken |= alone
    return Counted(answers, frozenset(taken), tuple(refused))


def _value(entry: Input, mention: Mention) -> Decimal:
    if mention.kind == "clock" and not entry.clock:
        return mention.value if phrase(entry.unit)[:1] == phrase("minutes") else mention.value / 60
    return mention.value


def _fit(entry: Input, said: Sequence[Word], mention: Mention, people: frozenset[int]) -> tuple[int, frozenset[int]]:
    """How well a figure answers an input, from 0, and the other words that showed it."""
    if entry.clock or mention.kind == "clock":
        return _clock_fit(entry, mention), frozenset()
    if entry.money:
        return _money_fit(entry, said, mention)
    if mention.kind == "money":
        return 0, frozenset()
    if entry.reads == "age" and _before(said, mention, ("moin", "plus")):
        return 0, frozenset()
    unit = phrase("ans") if entry.reads == "age" else phrase(entry.unit)[:1] if entry.unit else ()
    wanted = [phrase(word) for word in entry.words] + [unit]
    best, places = 0, frozenset[int]()
    for stems in filter(None, wanted):
        for gap in range(2):
            start = mention.after + gap
            window = _row(said, start, len(stems))
            if tuple(unit_stem(said[at]) for at in window) == stems and not (
                gap and said[mention.after].text[0].isdigit()
            ):
                strength = 20 + 4 * len(stems) - 3 * gap
                if strength > best:
                    best, places = strength, frozenset(window)
        ahead = [unit_stem(word) for word in said[max(mention.first - len(stems), 0) : mention.first]]
        if tuple(ahead) == stems and best < 12 and not _noun_follows(said, mention):
            best, places = 12, frozenset(range(mention.first - len(stems), mention.first))
    if best and mention.article and not _counts_one(said, mention, people):
        return 0, frozenset()
    if best and mention.kind == "rank" and phrase("fois") not in wanted:
        return 0, frozenset()
    return best, places


def _row(said: Sequence[Word], start: int, size: int) -> list[int]:
    """The places of ``size`` words from ``start``, small ones between them left out: "verres à pied"."""
    places = [at for at in range(start, len(said)) if at == start or said[at].text not in lexicon().stop]
    return places[:size]


def _clock_fit(entry: Input, mention: Mention) -> int:
    if mention.kind != "clock":
        return 0
    if entry.clock:
        return 30
    return 25 if phrase(entry.unit)[:1] in (phrase("heures"), phrase("minutes")) else 0


def _money_fit(entry: Input, said: Sequence[Word], mention: Mention) -> tuple[int, frozenset[int]]:
    near = range(max(mention.first - 3, 0), min(mention.after + 2, len(said)))
    if mention.kind == "money":
        return 30, frozenset(at for at in near if said[at].stem in ("moi", "mensuel"))
    if mention.kind != "number" or mention.article or mention.value < 0:
        return (25, frozenset()) if mention.value < 0 and earns(said, mention) else (0, frozenset())
    if earns(said, mention) or any(phrase(word)[-1:] == (said[at].stem,) for word in entry.words for at in near):
        return (25, frozenset()) if not _noun_follows(said, mention) or mention.value >= _SMALL else (0, frozenset())
    return (8, frozenset()) if mention.value >= _SMALL and not _noun_follows(said, mention) else (0, frozenset())


def _noun_follows(said: Sequence[Word], mention: Mention) -> bool:
    return mention.after < len(said) and said[mention.after].content


def _before(said: Sequence[Word], mention: Mention, stems: tuple[str, ...]) -> bool:
    return any(word.stem in stems for word in said[max(mention.first - 2, 0) : mention.first])


def _counts_one(said: Sequence[Word], mention: Mention, people: frozenset[int]) -> bool:
    """Whether "un" counts: "famille d'un enfant", "un seul enfant", "un enfant neuvillois"; not "un enfant a crié"."""
    before = said[mention.first - 1].text if mention.first else ""
    after = said[mention.after].stem if mention.after < len(said) else ""
    beyond = mention.after + 1
    closed = beyond >= len(said) or beyond in people or said[beyond].text[0].isdigit() or said[beyond].stem in _ONLY
    return before in ("d", "de", "avec", "pour", "et") or after in _ONLY or closed


def _alone(entry: Input, said: Sequence[Word]) -> frozenset[int]:
    """The words of "enfant unique" or "enfant seul", which count one."""
    stems = {phrase(word) for word in entry.words}
    for at, word in enumerate(said[:-1]):
        if (word.stem,) in stems and said[at + 1].stem in _ONLY and not (at and said[at - 1].text in ("le", "un")):
            return frozenset({at, at + 1})
    return frozenset()
