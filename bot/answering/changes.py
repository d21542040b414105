"""How a sentence changes a price ("majoré de 25 %", "le double", "65 % du tarif"), and in which case it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.answering.matching import stem_set
from index.analysis import stem
from knowledge.documents import Figure
from knowledge.figures import Amount, amounts, french
from knowledge.grids.figures import cents
from knowledge.text import fold

_PARTS = {
    "moitie": Fraction(1, 2),
    "un tiers": Fraction(1, 3),
    "deux tiers": Fraction(2, 3),
    "un quart": Fraction(1, 4),
    "trois quarts": Fraction(3, 4),
    "un cinquieme": Fraction(1, 5),
    "deux cinquiemes": Fraction(2, 5),
    "trois cinquiemes": Fraction(3, 5),
    "quatre cinquiemes": Fraction(4, 5),
    "un dixieme": Fraction(1, 10),
}
PART = "|".join(_PARTS)
_PRICE = r"(?:prix|tarifs?|montant|droits?|redevance|cotisation|participation|loyer)\b"
_CHANGE = re.compile(
    r"\b(?P<twice>doublee?s?|au double)\b|\b(?P<thrice>triplee?s?|au triple)\b|"
    r"\b(?P<more>augmentee?s?|majoree?s?|majoration)\b|"
    r"\b(?P<less>reduite?s?|minoree?s?|diminuee?s?|remise|reduction|rabais|abattement)\b|"
    r"\b(?P<paid>pren(?:d|nent) en charge)\b|"
    rf"(?P<rate>\b\d{{1,3}} ?%|\b(?:{PART})) (?:du|de la|des?|de leurs?|de son|de sa) (?:\w+ ){{0,2}}?{_PRICE}|"
    rf"\btaxee?s? (?:a|aux) (?P<taxed>{PART})\b|\b(?P<half>demi[- ]tarif|moitie prix|mi[- ]tarif)\b"
)
_BY = re.compile(r"\s+(?:de |d'une? \w+ de )?(?=\d)")
_BY_PART = re.compile(rf"\s+(?:de |d')(?:la )?(?P<part>{PART})\b")
_DENIED = re.compile(r"\b(?:ne|n') ?(?:\w+ ){0,2}(?:pas|plus|jamais)\b[^.;]{0,30}$")
# A rate of the price that is no change of it: what is paid first, kept, or given back.
_PLEDGE = re.compile(
    r"\b(?:acomptes?|arrhes|cautions?|retenue?s?|rembours\w+|restitu\w+|conserv\w+|penalites?|aides?)\b"
)
# A change of another price than the one read.
_ANOTHER = re.compile(r"\bplus (?:elevee?|haute?|basse?)s?\b")
_OF = re.compile(rf"\b(?:sur|de) (?:le |la )?{_PRICE} (?:de |du |de la |de l')?\W*(?P<what>\w{{4,}})")


@dataclass(frozen=True)
class Change:
    """What a price is multiplied by (``share``, written as ``told``), or a sum or a rate more or less (``by``)."""

    share: Fraction | None = None
    told: str = ""
    by: Amount | None = None
    more: bool = True

    @property
    def adds(self) -> bool:
        """Whether it is a sum, which is paid once or for each: it does not say."""
        return self.by is not None and self.by.unit != "%"

    @property
    def lessens(self) -> bool:
        """Whether it makes a price less."""
        return self.share < 1 if self.share is not None else not self.more

    def of(self, price: Decimal) -> str:
        """The computation from a price, or "" when more would be taken off than there is."""
        if self.share is not None:
            value = cents(price * self.share.numerator / self.share.denominator)
            if self.share.denominator == 1:
                return f"{self.told} × {french(price)} = {french(value)}"
            return f"{french(price)} × {self.told} = {french(value)}"
        told = self._changed(price)
        return f"{told[1]} = {french(cents(told[0]))}" if told else ""

    def less(self, price: Decimal) -> tuple[Decimal, str] | None:
        """A price made less, and how that is said; None when it is not made less."""
        if self.share is not None and self.share < 1:
            return cents(price * self.share.numerator / self.share.denominator), f"{french(price)} × {self.told}"
        return None if self.more or self.share is not None else self._changed(price)

    def _changed(self, price: Decimal) -> tuple[Decimal, str] | None:
        if self.by is None:
            return None
        rate = self.by.unit == "%"
        change = cents(price * self.by.value / 100) if rate else self.by.value
        if not self.more and change > price:
            return None
        told = f"{french(self.by.value, '%')} ({french(change)})" if rate else french(change)
        value = price + change if self.more else price - change
        return value, f"{french(price)} {'+' if self.more else '−'} {told}"


def found(sentence: str) -> bool:
    """Whether a sentence changes a price."""
    return _change(fold(sentence)) is not None


def start(sentence: str) -> int | None:
    """Where a sentence, folded, begins to say that it changes a price; None where it changes none."""
    match = _change(fold(sentence))
    return match.start() if match else None


def change_of(sentence: str) -> Change | None:
    """The one change that a sentence makes of a price; None where anything is left open."""
    folded = fold(sentence)
    match = _change(folded)
    if match is None or _DENIED.search(folded[: match.start()]):
        return None
    if match["twice"] or match["thrice"]:
        return Change(Fraction(2 if match["twice"] else 3), "2" if match["twice"] else "3")
    given = [one for one in amounts(folded[match.start() :]) if one.unit]
    if (share := match["rate"] or match["taxed"] or match["half"]) and len(given) == share[0].isdigit():
        return _share(share)
    part, by = _BY_PART.match(folded[match.end() :]), _BY.match(folded[match.end() :])
    if part and not given:
        return _by_part(_PARTS[part["part"]], more=bool(match["more"]))
    if len(given) != 1 or given[0].doubt or share or not (match["more"] or by):
        return None
    if not match["more"] and by and given[0].start != match.end() - match.start() + by.end():
        return None
    return Change(by=given[0], more=bool(match["more"]))


def _change(folded: str) -> re.Match[str] | None:
    """Where a folded sentence changes a price; a rate of what is pledged or given back changes none."""
    match = _CHANGE.search(folded)
    return None if match and match["rate"] and _PLEDGE.search(folded) else match


def _share(said: str) -> Change:
    if said[0].isdigit():
        rate = int(said.rstrip(" %"))
        return Change(Fraction(rate, 100), french(Decimal(rate), "%"))
    share = _PARTS.get(said, Fraction(1, 2))
    return Change(share, f"{share.numerator}/{share.denominator}")


def _by_part(part: Fraction, *, more: bool) -> Change:
    share = 1 + part if more else 1 - part
    return Change(share, f"{share.numerator}/{share.denominator}")


def of_another(sentence: str, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a sentence changes another price than the one read: the dearest, that of another column."""
    folded = fold(sentence)
    named = _OF.search(folded)
    heads = stem_set(" ".join(figure.labels))
    others = frozenset().union(*(stem_set(" ".join(one.column)) for one in figures)) - heads
    return _ANOTHER.search(folded) is not None or (named is not None and stem(named["what"]) in others)
