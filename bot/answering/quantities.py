"""Multiplying a price that a document gives for one by the number the question gives, when both name the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from index.analysis import is_said, stem, tokens
from knowledge.figures import amounts, french
from knowledge.text import NUMBER_WORDS

_NO_THING = frozenset(
    "euro euros eur ans an revenu revenus combien prix tarif cout mensuel mensuels net brut qf".split()
)
_RATIO = re.compile(r"\bpour (\d[\d ]*?) (\w+)")


@dataclass(frozen=True)
class Quantity:
    """A number of things in a question: ``20 cameras`` is (20, stem of cameras)."""

    number: Decimal
    thing: str


def quantities(plain: str) -> tuple[Quantity, ...]:
    """The numbers above one that a question puts before a thing, in order; years and times are none."""
    said = tokens(plain)
    found = []
    for token, after in pairwise(said):
        number = _number(token)
        if number is None or number <= 1 or not after.isalpha() or len(after) < 3 or 1900 <= number <= 2100:
            continue
        if not is_said(after) or after in _NO_THING:
            continue
        found.append(Quantity(number, stem(after)))
    return tuple(found)


def _number(token: str) -> Decimal | None:
    if token[0].isdigit():
        return Decimal(token)
    return Decimal(NUMBER_WORDS[token]) if token in NUMBER_WORDS else None


def product(price: Decimal, unit: str, text: str, asked: Sequence[Quantity]) -> tuple[Quantity, str] | None:
    """The computation, said in French, when ``text`` gives ``price`` for one of the things counted, else None.

    "par caméra", "la photocopie", "/ jour" tell what one price is for. Two things that both fit compute nothing.
    """
    said = tokens(text)
    per = {stem(after) for before, after in pairwise(said) if before in ("par", "chaque", "la", "le")}
    per |= {stem(word) for word in re.findall(r"/\s*([a-z]{3,})", " ".join(said))} | _slashed(text)
    fitting = [quantity for quantity in asked if quantity.thing in per]
    if len(fitting) != 1 or len(asked) != 1 or unit not in ("€", ""):
        return None
    quantity = fitting[0]
    total = (price * quantity.number).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return quantity, f"{french(quantity.number, '')} × {french(price, unit)} = {french(total, unit)}"


def _slashed(text: str) -> set[str]:
    return {stem(token) for part in re.findall(r"/\s*([^\W\d_]{3,})", text) for token in tokens(part)}


def share(text: str, asked: Sequence[Quantity]) -> tuple[Quantity, str] | None:
    """The computation of a right given by the thousand ("50 pour 1 000 habitants") for the number asked, else None."""
    folded = " ".join(tokens(text))
    folded = re.sub(r"(?<=\d) (?=\d{3}\b)", "", folded)
    for match in _RATIO.finditer(folded):
        base, thing = Decimal(match[1].replace(" ", "")), stem(match[2])
        fitting = [quantity for quantity in asked if quantity.thing == thing]
        before = [a for a in amounts(folded[: match.start()]) if a.value != base]
        if len(fitting) == 1 and before and base:
            value = before[-1].value * fitting[0].number / base
            number, total = french(fitting[0].number, ""), french(value.normalize() + 0, "")
            return fitting[0], f"{french(before[-1].value, '')} × {number} / {french(base, '')} = {total}"
    return None
