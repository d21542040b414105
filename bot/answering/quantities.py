"""Multiplying a price that a document gives for one by the number the question gives, when both name the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache
from itertools import pairwise

from bot.answering.counts import counts_of
from bot.understanding.years import years
from index.analysis import is_said, stem, tokens
from knowledge.dates import MONTHS
from knowledge.figures import amounts, french
from knowledge.grids.figures import cents
from knowledge.text import NUMBER_WORDS, composed, fold

_NO_THING = frozenset(
    "euro euros eur ans an revenu revenus combien prix tarif cout mensuel mensuels net brut qf eme ieme ere nde "
    "sans avec".split()
)
# "forfait 3", "zone 2": the number tells one case from the others, and counts nothing.
_NAMING = frozenset(
    "article forfait formule zone groupe categorie niveau tranche option secteur type classe indice numero decision "
    "deliberation annexe chapitre titre lot palier degre rang".split()
)
_UNITS = frozenset({"m", "ml", "m2", "m3"})
_SAME = {stem("journee"): stem("jour"), stem("nuitee"): stem("nuit"), "m": stem("metre"), "ml": stem("metre")}
# What a number is when it counts nothing: a time, a sum.
_OTHERWISE = re.compile(
    r"\b\d{1,2} ?h(?:eures?)? ?\d\d\b|\b(?:a|vers|apres|des|jusqu'a) (?:[6-9]|1\d|2[0-4]) ?h(?:eures?)?\b(?! ?\d)|"
    r"\b\d[\d ]*(?:[.,]\d+)? ?(?:€|euros?\b)(?: ?(?:/|par) ?mois)?"
)
_SQUARES = (
    (re.compile(r"\bm[èe]tres? carr[ée]s?\b|\bm²", re.IGNORECASE), "m2"),
    (re.compile(r"\bm[èe]tres? cubes?\b|\bm³", re.IGNORECASE), "m3"),
)
# A unit alone after the name of a thing: "Ponton, m2 par an".
_BARE = re.compile(r", ?(m2|m3|ml|m)(?: [lI]in[ée]aires?)?(?= (?:par|/)|\s*$|\s*[,(])")
_YEAR = "an"
_PRICE_OF = re.compile(r"\b(?:prix|tarifs?|cout) (?:du|de la|de l'|d'une?) ?(\w{3,})")
_CHAIN = re.compile(r"\bpar (\w{2,})(?: [\w']+){0,4}?,? (?:et )?par (\w{2,})")
_SLASHES = re.compile(r"/ ?([a-z]{3,}) ?/ ?([a-z]{3,})")
_LOT = re.compile(r"\b(?:par|les)(?: \w+ (?:de|d))? (\d{1,3}) (\w+)")
_RATIO = re.compile(r"\bpour (\d[\d ]*?) (\w+)")


@dataclass(frozen=True)
class Quantity:
    """A number of things in a question: ``20 cameras`` is (20, stem of cameras).

    ``names`` is the stem of the word that the number may rather be the name of: "forfait 3 par barque".
    """

    number: Decimal
    thing: str
    names: str = ""


@lru_cache(maxsize=256)
def quantities(plain: str, text: str = "") -> tuple[Quantity, ...]:
    """The numbers above one that a question puts before a thing, in order; years, times and sums are none.

    ``text`` is the question as it was typed, where a sum still has its sign and a time its "h".
    """
    said = tokens(composed(plain))
    counting = frozenset(tokens(_OTHERWISE.sub(" ", fold(composed(text))))) if text else frozenset(said)
    found = []
    for before, token, after in zip(["", *said], said, said[1:], strict=False):
        number = number_of(token)
        if number is None or number <= 1 or not names_a_thing(after):
            continue
        if token in years(fold(text)) if text else 1900 <= number <= 2100:
            continue
        if token not in counting and token[0].isdigit():
            continue
        found.append(Quantity(number, thing_of(after), stem(before) if before in _NAMING else ""))
    return tuple(found)


@lru_cache(maxsize=8_192)
def cases_named(plain: str) -> frozenset[tuple[str, str]]:
    """The cases that a folded text names by a number, each with the stem of its word: "forfait 3", "zone 2"."""
    pairs = pairwise(tokens(plain))
    return frozenset((stem(word), number) for word, number in pairs if word in _NAMING and number.isdigit())


def of_other_case(label: str, plain: str) -> bool:
    """Whether a label and a folded question name each a case by the same word, and not the same: "tranche 3" or "1"."""
    named, wanted = cases_named(fold(label)), cases_named(plain)
    return bool({word for word, _ in named} & {word for word, _ in wanted}) and not named & wanted


def thing_of(word: str) -> str:
    """The stem of the thing that a folded word names: a day is a day ("jour", "journée")."""
    return _SAME.get(stem(word), stem(word))


def names_a_thing(word: str) -> bool:
    """Whether a folded word may name what is counted: no unit of money, no month, no bare link."""
    if word in _UNITS:
        return True
    return word.isalpha() and len(word) >= 3 and is_said(word) and word not in _NO_THING and word not in MONTHS


def number_of(token: str) -> Decimal | None:
    """The whole number that a token writes, in figures or in letters, or None."""
    if token[0].isdigit():
        return Decimal(token) if token.isdigit() else None
    return Decimal(NUMBER_WORDS[token]) if token in NUMBER_WORDS else None


def product(price: Decimal, unit: str, text: str, asked: Sequence[Quantity]) -> tuple[Quantity, str] | None:
    """The computation, said in French, when ``text`` gives ``price`` for one of the things counted, else None.

    "par caméra", "la photocopie", "/ jour" tell what one price is for, "par caméra et par jour" that two numbers
    multiply it: then both must be asked. Two things that both fit otherwise compute nothing.
    """
    if unit not in ("€", "") or not asked:
        return None
    text = in_units(text)
    said = tokens(text)
    if chained := _chained(text):
        things = [one.thing for one in asked]
        # what is paid by the year is paid for one, unless years are counted
        if len(things) != len(set(things)) or set(things) not in (chained, chained - {_YEAR}):
            return None
    elif len(asked) != 1 or asked[0].thing not in _per(said, text):
        return None
    total = price
    for quantity in asked:
        total *= quantity.number
    numbers = " × ".join(french(quantity.number, "") for quantity in asked)
    return asked[0], f"{numbers} × {french(price, unit)} = {french(cents(total), unit)}"


def names_one(word: str, labels: Sequence[str], wanted: Sequence[Quantity]) -> bool:
    """Whether a word names one of what is counted ("Gilet"), its labels no lot of it ("Carnet de 10 tickets")."""
    same = len(wanted) == 1 and thing_of(word) == wanted[0].thing and not word.endswith(("s", "x"))
    lots = any(one.high > 1 for label in labels for one in counts_of(label))
    return same and not lots and not per_one(" . ".join(labels)) - {wanted[0].thing}


def by_lots(price: Decimal, text: str, asked: Sequence[Quantity]) -> str:
    """The computation of a price given for several things ("par emplacement de 3 mètres") for the number asked."""
    for match in _LOT.finditer(" ".join(tokens(text))):
        lot, thing = Decimal(match[1]), thing_of(match[2])
        if len(asked) == 1 and asked[0].thing == thing and lot > 1:
            lots = (asked[0].number / lot).to_integral_value(ROUND_CEILING)
            counted = f"{french(asked[0].number, '')} / {french(lot, '')} = {french(lots, '')}"
            if lots * lot != asked[0].number:
                counted = f"{french(asked[0].number, '')} / {french(lot, '')}, soit {french(lots, '')} entamés"
            return f"{counted} ; {french(lots, '')} × {french(price)} = {french(cents(lots * price))}"
    return ""


def per_one(text: str) -> frozenset[str]:
    """The things that a text gives a price for one of: "par école", "/ jour"."""
    return frozenset(_per(tokens(text), text))


def in_units(text: str) -> str:
    """A text with its square and cubic metres written as their units are; "Ponton, m2 par an" is by the m2."""
    for pattern, unit in _SQUARES:
        text = pattern.sub(unit, text)
    return _BARE.sub(lambda match: f", par {'metre' if match[1] in ('m', 'ml') else match[1]}", text)


def _per(said: Sequence[str], text: str) -> set[str]:
    """The things that a text gives a price for one of."""
    per = {thing_of(after) for before, after in pairwise(said) if before in ("par", "chaque", "la", "le")}
    per |= {after for before, after in pairwise(said) if before == "au" and after in _UNITS}
    per |= {thing_of(word) for word in _PRICE_OF.findall(fold(text))}
    return per | {thing_of(word) for word in re.findall(r"/\s*([a-z]{3,})", " ".join(said))} | _slashed(text)


def _chained(text: str) -> set[str]:
    """The two things of "par élève et par jour"; nothing when a text does not say such a pair, or says several."""
    folded = fold(text)
    found = {frozenset(map(thing_of, match)) for match in (*_CHAIN.findall(folded), *_SLASHES.findall(folded))}
    return set(next(iter(found))) if len(found) == 1 else set()


def _slashed(text: str) -> set[str]:
    return {thing_of(token) for part in re.findall(r"/\s*([^\W\d_]{3,})", text) for token in tokens(part)}


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
