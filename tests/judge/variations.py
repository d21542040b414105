"""The same question as hurried people type it: each variation is a function of the text alone."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

LONG = 6
KEYBOARD = ("azertyuiop", "qsdfghjklm", "wxcvbn")
SMS: tuple[tuple[str, str], ...] = (
    (r"\bc'est\b|\bc est\b", "c"),
    (r"\bqu'est[- ]ce que?\b", "kes ke"),
    (r"\bcombien\b", "cb"),
    (r"\bpour\b", "pr"),
    (r"\bquel(le)?s?\b", "kel"),
    (r"\bqu(i|e|and|oi)\b", r"k\1"),
    (r"\bdans\b", "ds"),
    (r"\bavant\b", "avt"),
    (r"\bbeaucoup\b", "bcp"),
    (r"\bs'il vous plaît\b", "svp"),
    (r"\bbonjour\b", "bjr"),
    (r"\btoujours\b", "tjs"),
    (r"\bjours?\b", "j"),
    (r"\bsemaines?\b", "sem"),
    (r"\bmaternelle\b", "mater"),
    (r"\bélémentaire\b|\belementaire\b", "elem"),
    (r"\bmédiathèque\b|\bmediatheque\b", "mediateq"),
    (r"\bbibliothèque\b|\bbibliotheque\b", "biblio"),
    (r"\bpérisco\w*|\bperisco\w*", "perisco"),
    (r"\binscription(s?)\b", r"inscrip\1"),
    (r"\bassociations?\b", "asso"),
)


def without_accents(text: str) -> str:
    """``text`` as typed on a phone in a hurry, without a single accent."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def with_typos(text: str) -> str:
    """One fault in each word of ``LONG`` letters or more; figures are left alone."""
    chance = random.Random(text)
    return re.sub(rf"[^\W\d_]{{{LONG},}}", lambda match: _typo(match[0], chance), text)


def as_sms(text: str) -> str:
    """``text`` shortened as in a text message: no accents, no punctuation, everyday abbreviations."""
    text = text.lower()
    for pattern, short in SMS:
        text = re.sub(pattern, short, text)
    return re.sub(r"\s*[?!;]", "", without_accents(text))


def _typo(word: str, chance: random.Random) -> str:
    """``word`` with two letters swapped, one lost, one doubled or one of the next key; its first letter is kept."""
    at = chance.randrange(1, len(word) - 1)
    fault = chance.choice(("swap", "lose", "double", "slip"))
    if fault == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if fault == "double":
        return word[:at] + word[at] + word[at:]
    if fault == "slip":
        return word[:at] + _neighbour(word[at]) + word[at + 1 :]
    return word[:at] + word[at + 1 :]


def _neighbour(letter: str) -> str:
    plain = without_accents(letter).lower()
    row = next((row for row in KEYBOARD if plain in row), "")
    at = row.find(plain)
    return row[at - 1] if at > 0 else row[1] if row else ""


VARIATIONS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "accents": without_accents,
    "typos": with_typos,
    "sms": as_sms,
}
