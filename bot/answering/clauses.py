"""A sentence that gives several prices, each with its own noun: the one asked, without those of other things."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.matching import stem_set
from bot.understanding.question import Question
from index.engine import SURE
from knowledge.figures import sums
from knowledge.text import fold

LEAST, LEFT_OUT = 2, "…"
_PARTS = re.compile(r"\s*[,;]\s+(?:et\s+|puis\s+)?|\s+et\s+(?=(?:de\s+)?\d)")
# What goes on about the price before it: "plus 4 % des recettes", "dont 2 € de taxe".
_GOES_ON = re.compile(
    r"(?:plus|dont|soit|avec|hors|sans|y compris|sauf|auxquels?|payables?|vers|contre|au lieu|"
    r"port\w+ a|ramen\w+ a|redui\w+|major\w+|augment\w+)\b"
)
# One thing that goes from a price to another: "porter l'anneau, fixé à 4 €, à 6 €".
_CHANGED = re.compile(r"\b(?:port(?=[ea])|pass|ramen|relev|rehauss|abaiss)\w*\b.*\d.*\ba \d")
# "s'agissant d'un canoë, il est payé 30 €": what it is the price of was told before
_NAMES = re.compile(r"(?!(?:ils?|elles?|on|celles?|celui|ceux|ce|cela|qui|qu|ou|puis|alors)\b)[a-z]")
_OPENS_ON_SUM = re.compile(r"(?:de |a |d'un montant de )?\d")
_LEAD = re.compile(r"^[^:]{2,80} : (?=\S)|^[^:]{81,240} : (?=\d)")  # a contract, its parties, then what it costs


def only(question: Question, sentence: str) -> str:
    """The sentence with but the price of what the question names, "" where it does not choose one of several.

    Each price has words of its own, before it or behind it, between commas; what introduces them is kept.
    """
    if question.denied or _CHANGED.search(fold(sentence)):
        return ""
    lead, items = _items(sentence)
    held = _said(question, items)
    best = max(held, key=len, default=frozenset())
    if len(items) < LEAST or not best or sum(one < best for one in held) < len(held) - 1:
        return ""
    at = held.index(best)
    before = f"{LEFT_OUT} " if at else ""
    behind = "" if at == len(items) - 1 else f" {LEFT_OUT}"
    return f"{lead}{before}{items[at].rstrip(' .;,')}{behind}" + ("." if not behind else "")


def _items(sentence: str) -> tuple[str, list[str]]:
    """What stands before the items of a sentence, and each of them; none where some item has no price of its own."""
    match = _LEAD.match(sentence)
    lead = match[0] if match and not sums(match[0]) else ""
    rest = sentence[len(lead) :]
    if " : " in rest:  # "Clef : 5 €, badge : 12 €"
        lead, rest = "", sentence
    found = sums(rest)
    if len(found) < LEAST:
        return "", []
    behind = _PARTS.search(rest[found[0].end :])  # the words behind the first sum, up to the next comma
    opens = not lead or _OPENS_ON_SUM.match(fold(rest)) is not None
    if opens and behind and re.search(r"[^\W\d_]{3}", rest[found[0].end : found[0].end + behind.start()]):
        lead, rest = lead + rest[: found[0].start], rest[found[0].start :]
        starts = True
    else:
        starts = False
    parts = _parts(rest)
    items: list[str] = []
    for part in parts:
        # "1 200 € par an, le dépannage de nuit à 90 €": the last one's words stand before its price
        own = not starts or _OPENS_ON_SUM.match(fold(part)) is not None or (_NAMES.match(fold(part)) and sums(part))
        if items and (not own or _GOES_ON.match(fold(part))):
            items[-1] += f", {part}"
        else:
            items.append(part)
    priced = [sums(item) for item in items]
    if not all(priced) or any(
        len(one) > 1 and not _GOES_ON.search(fold(item)) for one, item in zip(priced, items, strict=True)
    ):
        return "", []
    return lead, items


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text) if part.strip()]


def _said(question: Question, items: Sequence[str]) -> list[frozenset[str]]:
    """The words of the subject that each item says: by a synonym only those that no item says themselves."""
    stems = [stem_set(item) for item in items]
    terms = [term for term in question.terms if term.word in question.subject]
    least = {term.word: 1.0 if any(term.said_in(held, 1.0) for held in stems) else SURE for term in terms}
    return [frozenset(term.word for term in terms if term.said_in(held, least[term.word])) for held in stems]
