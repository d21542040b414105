"""How fingers go wrong on a keyboard, and how French makes words of words: letters only, no dictionary."""

from __future__ import annotations

from collections.abc import Iterable

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KEYBOARD = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_ELIDED, _VOWELS = "cdlmnst", "aehiouy"
_PREFIXES = ("anti", "auto", "co", "de", "inter", "micro", "pre", "re", "sous", "sur", "tele")
_LEAST_BASE = 5
# Written as they sound: "mariaje", "sircuit", "kilometre", "dessision".
_ALIKE = frozenset({"gj", "cs", "sz", "ck", "kq", "iy", "ae", "mn"})
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
    return typed[at + 1 : at + 2] == meant[at] or typed[at] in _next_keys(meant[at])


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
    return typed[1:] == meant and (typed[0] == "j" or (typed[0] in _ELIDED and typed[1] in _VOWELS))


def other_starts(word: str) -> Iterable[str]:
    """Every string one edit away that begins otherwise: a first letter lost, added, wrong, or second first."""
    yield word[1:]
    yield word[1] + word[0] + word[2:]
    for letter in _LETTERS:
        yield letter + word
        yield letter + word[1:]


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
    """The words that ``word`` may be made of, as an adverb or behind a prefix; no list of words holds all of those."""
    if word.endswith("ment"):
        yield word[:-4]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST_BASE:
            yield word[len(prefix) :]


def _next_keys(letter: str) -> str:
    row = next(row for row in _KEYBOARD if letter in row)
    at = row.index(letter)
    return row[max(at - 1, 0) : at + 2]
