"""Reading figures as people and OCR write them: sums, rates, and whether they can be trusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.smudges import CENTS_APART, DIGIT_LOST, LETTER_READ, UNREAD, readable, unread

_NUMBER = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+"
_AMOUNT = re.compile(
    rf"(?<![\d,.])(?P<whole>{_NUMBER})(?:[.,](?:(?P<split>\d\s\d(?=\s?(?:€|¢)))|(?P<cents>\d{{1,4}}))"
    r"|(?P<before>\s?)[.,](?P<after>\s?)(?P<apart>\d{2}(?=\s?(?:€|¢)))"
    r"|(?P<gap>\s),(?P<ended>\d{2})(?=\s*(?:$|\||\s{2}))"
    r"|(?P<lost>\s\d{2}(?=\s?[€¢%])))?"
    r"(?P<tail>\s*(?P<unit>€|¢€?|EUR\b|[Ee]uros?\b|EUROS?\b|%|E(?=\s*(?:$|[|;,.)]|\d|(?:HT|TTC|par)\b)|\s{2})))?"
    r"(?![\d])",
)
_FAR = re.compile(r"\s{2,}[€¢]")
_MILLIONS = re.compile(r"^\s*(?:millions?|M€|k€|milliers)", re.IGNORECASE)

LEAST_SIGNED = 2  # digits of a sum whose sign OCR read as a letter
CENTS_LOST = "la virgule semble perdue sur la page"
# The unit of a cell that says in words, or by a dash, that it holds no figure ("non loué", "sur devis", "-").
NO_FIGURE = "mots"


@dataclass(frozen=True)
class Amount:
    """A number in a text: what is printed, its value, its unit (``€``, ``%`` or ""), its place, and any doubt."""

    printed: str
    value: Decimal
    unit: str
    start: int
    end: int
    decimals: int
    doubt: str = ""


def amounts(text: str) -> list[Amount]:
    """Every number of ``text`` in order; sums written ``1 200,50 €``, ``3 00€`` (comma lost) or ``2.10 euros``.

    Sums that nobody can read are left out; letters that stand in the place of digits (``2,7O €``) raise a doubt.
    """
    found = []
    plain, letters = readable(text)
    for match in _AMOUNT.finditer(plain):
        whole, cents = match["whole"], match["cents"]
        end = match.end()
        unit = _unit(match["unit"])
        if match["unit"] == "E" and not cents and len(whole) < LEAST_SIGNED:
            unit, end = "", match.start("tail")  # "classe de 3 E"
        if apart := match["split"] or match["apart"] or match["ended"]:
            cents = "".join(apart.split())  # "3 , 50 €"; without its sign, "14, 34" is two numbers of a list
        if match["lost"] and unit and " " not in whole and (unit == "€" or len(whole) < LEAST_SIGNED):
            cents = match["lost"].strip()
        elif match["lost"]:
            continue
        digits = re.sub(r"\D", "", whole)
        value = Decimal(f"{digits}.{cents}" if cents else digits)
        if cents and len(cents) == 3 and unit == "€" and not whole.startswith("0"):
            value = Decimal(digits + cents)
            cents = None
        if _MILLIONS.match(plain[end : end + 12]):
            continue
        printed = text[match.start() : end].strip()
        doubt = _doubt(match, letters)
        found.append(Amount(printed, value, unit, match.start(), end, len(cents or ""), doubt))
    return found


def _doubt(match: re.Match[str], letters: frozenset[int]) -> str:
    """Why a number may not be what was printed: a letter read as a digit, a hole where a digit may have stood."""
    if letters and not letters.isdisjoint(range(*match.span())):
        return LETTER_READ
    if match["gap"] or (match["before"] and not match["after"]):  # "3 , 50" is only widely set
        return DIGIT_LOST
    if match["lost"]:
        return CENTS_LOST
    return CENTS_APART if match["split"] else ""


def unreadable(text: str) -> list[Amount]:
    """The sums of ``text`` that nobody can read, each with the doubt ``UNREAD``: their value says nothing."""
    return [Amount(text[start:end].strip(), Decimal(0), "€", start, end, 2, UNREAD) for start, end in unread(text)]


def loose(row: Sequence[Amount]) -> list[Amount]:
    """The amounts of a row; one whose sign stands farther off than the others' (``15  €``) may have lost a digit."""
    signed = [_FAR.search(amount.printed) is not None for amount in row if amount.unit == "€" and not amount.doubt]
    if all(signed) or not any(signed):
        return list(row)
    return [replace(one, doubt=one.doubt or DIGIT_LOST) if _FAR.search(one.printed) else one for one in row]


def sums(text: str) -> list[Amount]:
    """The numbers of ``text`` that carry a euro sign or word."""
    return [a for a in amounts(text) if a.unit == "€"]


def _unit(sign: str | None) -> str:
    if not sign:
        return ""
    return "%" if sign == "%" else "€"


def french(value: Decimal, unit: str = "€") -> str:
    """A value as French readers write it: ``1 234,50 €``, ``12 €`` when there are no cents, ``0,071 %``."""
    text = f"{value:,f}".replace(",", " ")
    whole, _, cents = text.partition(".")
    if unit == "€":
        if cents.strip("0") == "":
            cents = ""
        elif len(cents) == 1:
            cents += "0"
    body = f"{whole},{cents}" if cents else whole
    return f"{body} {unit}".strip()


@dataclass(frozen=True)
class Fellows:
    """The amounts of a table as one of them is judged by: how many there are, those with cents, and small round ones.

    Told once for the whole table: it may have thousands.
    """

    known: frozenset[int]
    cents: int
    low: Decimal
    high: Decimal
    round: bool

    @classmethod
    def of(cls, amounts: Sequence[Amount]) -> Fellows:
        """What ``amounts`` are; those that nobody can read count for nothing."""
        amounts = [one for one in amounts if one.doubt != UNREAD and one.unit != NO_FIGURE]
        cents = [one.value for one in amounts if one.decimals == 2]
        low, high = (min(cents), max(cents)) if cents else (Decimal(0), Decimal(0))
        round_ = any(not one.decimals and one.value < 100 and one.printed[0] in "123456789" for one in amounts)
        return cls(frozenset(map(id, amounts)), len(cents), low, high, round_)


def suspicious(amount: Amount, fellows: Fellows) -> Decimal | None:
    """The value ``amount`` should have if its comma was lost, judged by its other ``fellows`` of the table, else None.

    A sum without decimals among sums that have two (``2751€`` in a column of ``34,62 €``) lost its comma when
    reading it with two decimals brings it within the range of its fellows, and reading it as it stands does not; a
    round hundred did not where others are printed without cents. ``059`` lost it in any case.
    """
    lost = re.match(r"0\d\d(?!\d)", amount.printed) is not None  # no one prints 059 for 59
    if amount.decimals or (amount.value < 100 and not lost):
        return None
    others = len(fellows.known) - (id(amount) in fellows.known)
    if others < 2 or fellows.cents < max(2, 0.6 * others):
        return None
    candidate = amount.value / 100
    if lost:
        return candidate
    if amount.value % 100 == 0 and fellows.round:
        return None  # round sums are printed without cents here
    if fellows.low / 5 <= candidate <= fellows.high * 5 and amount.value > fellows.high * 5:
        return candidate
    return None
