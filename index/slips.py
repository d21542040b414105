"""How fingers go wrong on a keyboard, and how French makes words of words: letters only, no dictionary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KEYBOARD = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_ELIDED, _VOWELS = frozenset({*"cdlmnst", "qu", "jusqu", "lorsqu", "puisqu"}), frozenset("aehiouy")
_PREFIXES = (
    *("anti", "auto", "co", "de", "des", "en", "im", "in", "inter", "ir", "micro", "pluri", "pre", "re", "sous", "sur"),
    "tele",
)
_LEAST_BASE = 5
_LONG = 9
# What makes another word of a verb ("inonder", "inondable") and of a noun ("tablette"), and who does it, if a woman.
_OF_VERBS = ("able", "age", "ant", "ante", "ation", "e", "ee", "ement", "eur", "eure", "euse", "ible", "ure")
_OF_ANY_VERB = ("able", "age", "ant", "ante", "eur", "eure", "euse", "ible")
_OF_NOUNS = ("aire", "ette", "ien", "ienne", "ier", "iere", "isation", "iser", "isme", "iste")
_OF_WOMEN = {"aine": "ain", "ente": "ent", "esse": "e", "eure": "eur", "euse": "eur", "trice": "teur"}
# Written as they sound: "mariaje", "sircuit", "kilometre", "dessision".
_ALIKE = frozenset({"gj", "cs", "sz", "ck", "kq", "iy", "ae", "mn"})
# Written in one word or in two: "multisport", "multi-sports". Some are words by themselves as well.
_JOINED = (
    *("video", "super", "socio", "skate", "radio", "porte", "pluri", "pique", "multi", "micro", "intra", "extra"),
    *("demi", "week", "vide", "tele", "semi", "post", "peri", "mono", "mini", "food", "city", "auto", "anti", "pre"),
    *("hot", "eco", "bio"),
)
_LEAST_JOINED = 3
_ENDINGS = ("s", "e", "es", "ee", "ees", "er")
_LEAST_ROOT = 4


def usual(typed: str, meant: str) -> bool:
    """Whether one slip of hurried fingers makes ``typed`` of ``meant``: a letter swapped, lost, doubled or next to it.

    The two are one edit apart. A plural that was not meant is such a slip too.
    """
    if len(typed) < len(meant):
        return True
    at = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), len(meant))
    if len(typed) > len(meant):
        return typed == f"{meant}s" or (at > 0 and typed[at] == typed[at - 1])
    return typed[at + 1 : at + 2] == meant[at] or typed[at] in _near_keys(meant[at])


def sounds(typed: str, meant: str) -> bool:
    """Whether ``typed`` writes ``meant``, as long as it is, with one letter that may sound alike: ``mariaje``."""
    apart = ["".join(sorted(pair)) for pair in zip(typed, meant, strict=False) if pair[0] != pair[1]]
    return len(typed) == len(meant) and len(apart) == 1 and apart[0] in _ALIKE


def inflected(word: str) -> Iterable[str]:
    """The other forms that ``word`` may have: ``floutes`` may be the plural of ``floute``, as ``floutee`` its feminine.

    All of them have its root; most are no words.
    """
    roots = {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)}
    forms = {root + ending for root in roots for ending in ("", *_ENDINGS) if len(root) >= _LEAST_ROOT}
    return (forms | {f"{word}s"}) - {word}


def elided(typed: str, meant: str) -> bool:
    """Whether ``typed`` is ``meant`` after a small word whose apostrophe was left out: ``lecole``, ``jpeux``."""
    small, vowel = typed.removesuffix(meant), meant[:1] in _VOWELS
    return small + meant == typed and (small == "j" or (vowel and small in _ELIDED))


def other_starts(word: str) -> Iterable[str]:
    """The strings one slip away that begin otherwise: a first letter lost, second, or hit beside another key.

    Whoever looks at the keys sees the first letter best: one that is far from the right one is meant.
    """
    first, rest = word[0], word[1:]
    yield rest[0] + first + rest[1:]
    if len(word) > _LONG or rest[0] in _near_keys(first) or elided(word, rest):
        yield rest
    for letter in _LETTERS:
        yield letter + word
        if letter in _near_keys(first) or "".join(sorted(first + letter)) in _ALIKE:
            yield letter + rest


def one_edit(word: str) -> Iterable[str]:
    """Every string one edit away: a letter lost, added or wrong, or two swapped."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def bases(word: str) -> Iterable[str]:
    """The words that ``word`` may be made of, by an ending or behind a prefix; no list of words holds all of those."""
    if word.endswith("ment"):
        yield word[:-4]
    yield from _roots(word.removesuffix("s"))
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST_BASE:
            yield word[len(prefix) :]
            yield from _roots(word[len(prefix) :].removesuffix("s"))


def apart(word: str) -> tuple[str, str] | None:
    """The two words that ``word`` may be written in, one of them a small one that others are built on."""
    for small in _JOINED:
        if word.startswith(small) and len(word) - len(small) >= _LEAST_JOINED:
            return small, word[len(small) :]
    return None


def together(word: str, following: str) -> str:
    """The one word that two neighbours may be written in, empty when they are two: ``mini``, ``sejours``."""
    return word + following if word in _JOINED and len(following) >= _LEAST_JOINED else ""


def _roots(word: str) -> Iterable[str]:
    """The verbs and the nouns that the ending of ``word`` may follow: ``inondable`` comes of ``inonder``."""
    for ending in _OF_VERBS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _LEAST_ROOT:
            yield from (root + verb for verb in ("er", "ir", "re") if verb == "er" or ending in _OF_ANY_VERB)
    for ending in _OF_NOUNS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _LEAST_ROOT:
            yield from (root, f"{root}e")
    for ending, of_men in _OF_WOMEN.items():
        if word.endswith(ending):
            yield word.removesuffix(ending) + of_men


@cache
def _near_keys(letter: str) -> str:
    """The keys that touch that of ``letter``, in its row and in those above and below, which stand half a key aside."""
    near = ""
    for row, keys in enumerate(_KEYBOARD):
        if (at := keys.find(letter)) >= 0:
            above, below = _KEYBOARD[row - 1] if row else "", _KEYBOARD[row + 1] if row + 1 < len(_KEYBOARD) else ""
            near += (
                keys[max(at - 1, 0) : at] + keys[at + 1 : at + 2] + above[at : at + 2] + below[max(at - 1, 0) : at + 1]
            )
    return near
