"""Reading prices that stand in a line with their own words: ``Adulte : 12 €, enfant : 6 €``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.clean import without_bullet
from knowledge.figures import Amount, amounts, sums
from knowledge.text import fold

_CUT = re.compile(r"\s*(?:[,;/|]|(?<=\s)[-–—](?=\s)|\.\s|\b(?:et|ou)\b)\s*")
# What parts two prices more surely than a comma or "et".
_PARTS = re.compile(r"\s*;\s*|\.\s+(?=[A-ZÀ-Þ])")
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-ZÀ-Þ])")
_COUNTED = re.compile(r"^(?:/?\s*(?:par|pour|au|à|en|l'|le|la|les)\b|l'|/|\(|HT\b|TTC\b)")
_SENTENCE = re.compile(
    r"\b(?:est|sont|sera|seront|etait|doit|peut|ont|fixee?s?|recoit|versee?|propose|porte|porter|facturee?|dont|soit|que"
    r"|montant|total|somme|hausse|lorsque|lorsqu|qui|recoivent|depasse(?:nt)?"
    r"|payent|paie(?:nt)?|acquitte(?:nt)?|applique(?:nt)?)\b"
)
_DANGLING = re.compile(r"\b(?:de|du|des|a|au|soit|pour|est|et|ou|la|le|les|un|une|[dl]'|en|sur|par)$")
_SIGN = re.compile(r"[€¢]|eur|(?<=\d)\s?e\b", re.IGNORECASE)
LONGEST_WORDS = 14


@dataclass(frozen=True)
class Price:
    """One price of a line: its amount, the label before it and what it is counted by, after it."""

    amount: Amount
    label: str
    per: str


@dataclass(frozen=True)
class Pairs:
    """The prices of a line (two at least) and the label that they have in common."""

    common: str
    prices: tuple[Price, ...]


def spaced_pairs(parts: Sequence[str]) -> Pairs | None:
    """The figures of a line that white space cuts in ``parts``, each after its own words ("T1 0,90 €   T2 1,60 €")."""
    told: list[Price] = []
    words = ""
    for part in parts:
        words = f"{words} {part}".strip()
        found = [one for one in amounts(words) if one.unit]
        if not found:
            continue
        label = words[: found[0].start].strip(" :.-–—")
        if len(found) > 1 or words[found[0].end :].strip(" .,;") or not re.search(r"[^\W\d_]", label):
            return None
        told.append(Price(found[0], label, ""))
        words = ""
    distinct = len({price.label for price in told}) == len(told)
    return Pairs("", tuple(told)) if len(told) > 1 and distinct and not words else None


def pairs_of(text: str) -> Pairs | None:
    """The prices of a line that each have words of their own, or None: a row of a table, or a sentence."""
    if len(_SIGN.findall(text)) < 2:
        return None
    found = sums(text)
    if len(found) < 2 or _SENTENCE.search(fold(text)):
        return None
    head = without_bullet(text)[: found[0].start - (len(text) - len(without_bullet(text)))].strip()
    between = [text[one.end : two.start] for one, two in pairwise(found)]
    if not all(re.search(r"[^\W\d_]{2,}", part) for part in between):
        return None
    afters, labels = [], []
    for part in between:
        after, label = _parted(part)
        afters.append(after)
        labels.append(label)
    afters.append(_last(text[found[-1].end :]))
    apart = all(labels) and all(_PARTS.search(part) for part in between)
    common, first = _headed(
        head, [label for label, part in zip(labels, between, strict=True) if _opens(part) is None], apart
    )
    if not (common or first) or not all(_short(words) for words in (common, first, *labels, *afters)):
        return None
    named = [label.strip(" :;,.-–—") for label in (first, *labels)]
    for n in range(1, len(named)):
        named[n] = named[n] or named[n - 1] * (not common)  # "Adulte : 12 €, 20 € hors commune"
    ended = next((n for n, part in enumerate(between, 1) if _NEXT_SENTENCE.search(part)), 0)
    if common and ended:  # what is said of the first ones only: "Caution : salle 90 €, quai 60 €. Sono : 30 €"
        named[:ended] = [f"{common} : {label}" if label else common for label in named[:ended]]
        common = ""
    prices = tuple(Price(a, label, per) for a, label, per in zip(found, named, afters, strict=True))
    if len({(price.label, price.per) for price in prices}) < len(prices):
        return None
    return Pairs(common, prices)


def _parted(between: str) -> tuple[str, str]:
    """The words between two prices: what the first is counted by, and the label of the second."""
    if (at := _opens(between)) is not None:
        return _counted(between[:at]), between[at + 1 :].strip()
    for match in (*_PARTS.finditer(between), *_CUT.finditer(between)):
        if between.count("(", 0, match.start()) <= between.count(")", 0, match.start()):
            return _counted(between[: match.start()]), between[match.end() :].strip()
    words = between.strip()
    return (_counted(words), "") if _COUNTED.match(words) else ("", words)


def _opens(between: str) -> int | None:
    """Where a parenthesis opens that holds the second price, or None."""
    at = between.rfind("(")
    return at if at >= 0 and ")" not in between[at:] else None


def _counted(words: str) -> str:
    words = words.strip(" :;,./")
    return words.removesuffix(")").strip() if words.count(")") > words.count("(") else words


def _last(after: str) -> str:
    """What the last price is counted by: the words up to the end of the sentence."""
    return _counted(re.split(r"[.;]\s|\s[-–—]\s", after, maxsplit=1)[0])


def _headed(head: str, labels: list[str], apart: bool) -> tuple[str, str]:
    """The head of a line as the label common to its prices, and the first price's own.

    ``Vaisselle : verre`` is both; ``Adulte :`` is the first's own when the other labels end in a colon too, or when
    they are written as it is, with a capital. So is a head without a colon when the prices stand ``apart``.
    """
    if (at := head.find(":")) >= 0 and head[at + 1 :].strip():
        return head[:at].strip(), head[at + 1 :].strip()
    told = [label for label in labels if label]
    own = bool(told) and (
        (head.endswith(":") and all(label.endswith(":") for label in told))
        or all(label[:1].isupper() for label in told)
        or (apart and ":" not in head)
    )
    bare = head.strip(" :")
    return ("", bare) if own else (bare, "")


def _short(words: str) -> bool:
    return len(words.split()) <= LONGEST_WORDS and not _DANGLING.search(fold(words).strip(" :"))
