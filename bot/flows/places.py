"""Who is of the commune and who is not, as a question says it: inhabitants' words, other towns."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from bot.flows.lexicon import lexicon, stem
from bot.flows.spoken import Found, Said, occurrences, phrase
from knowledge.content import Commune
from knowledge.text import fold, words

_LIVES = {"habit", "resid", "domicili", "vienn", "vient", "vien", "venant"}
_TOWN = re.compile(r"([\w']+)(?:\s+\w+){0,2}?\s+(?:[àaÀ]\s+|[Dd]e\s+|[Dd]['’])([A-ZÉÈÎ][\w'’-]{2,})")
_OUTSIDE = (
    "hors commune",
    "autre commune",
    "autre ville",
    "extérieur",
    "extérieurs",
    "extérieure",
    "pas de la commune",
    "n'habite pas la commune",
    "n'habite pas ici",
    "pas chez nous",
    "ville voisine",
    "commune voisine",
)


def residence(said: Said, commune: Commune, known: Container[str] = ()) -> tuple[bool | None, frozenset[int]]:
    """True for people of the commune, False for others, ``None`` when nothing is said; and the words that said so.

    A name whose stem is in ``known`` belongs to the grids (a place, an activity) and is no town.
    """
    outside = _first(_outsiders(commune), said)
    if outside:
        return False, outside.taken
    for found in _all(_insiders(commune), said):
        before = {said[at].text for at in range(max(found.first - 3, 0), found.first)}
        negated = before & {"pas", "non", "hors", "ni"}
        return not negated, found.taken
    own = {words(name)[0] for name in (commune.name, *commune.aliases) if words(name)}
    for at, word in enumerate(said.words):
        if word.text in own and _lives_there(said, at):
            negated = {said[n].text for n in range(max(at - 4, 0), at)} & {"pas", "non", "hors", "ni"}
            return not negated, frozenset({at})
    neighbours = {words(name)[0]: words(name) for name in commune.neighbours if words(name)}
    for at, word in enumerate(said.words):
        if word.text in neighbours and word.text not in own:
            return False, frozenset({at})
    return _elsewhere(said, own, known)


def _elsewhere(said: Said, own: set[str], known: Container[str]) -> tuple[bool | None, frozenset[int]]:
    for match in _TOWN.finditer(said.question):
        town, who = words(match[2]), [stem(word) for word in words(match[1])][-1:]
        from_there = who and (who[0] in lexicon().people or who[0] in _LIVES)
        if town and from_there and town[0] not in own and stem(town[0]) not in known:
            return False, frozenset(at for at, word in enumerate(said.words) if word.text in town)
    for at, word in enumerate(said.words[:-1]):
        following = next((n for n in range(at + 1, min(at + 4, len(said))) if said[n].content), None)
        if word.stem in _LIVES and following is not None and fold(said[at + 1].text) in ("a", "de", "en", "sur"):
            town_said = said[following].text
            if town_said not in own and town_said not in ("commune", "ville", "village", "ici"):
                return False, frozenset({following})
            return True, frozenset({following})
    return None, frozenset()


def _lives_there(said: Said, at: int) -> bool:
    before = said.words[max(at - 4, 0) : at]
    return any(word.stem in _LIVES or word.stem in lexicon().people for word in before)


@cache
def _insiders(commune: Commune) -> tuple[str, ...]:
    """Words for the people of the commune alone; a phrase that holds the town's name is read with its context."""
    names = {word for name in (commune.name, *commune.aliases) for word in words(name)}
    return tuple(text for text in commune.inhabitants if not names & set(words(text)))


@cache
def _outsiders(commune: Commune) -> tuple[str, ...]:
    return (*_OUTSIDE, *(f"non {text}" for text in _insiders(commune)), *(f"pas {text}" for text in _insiders(commune)))


def _first(texts: tuple[str, ...], said: Said) -> Found | None:
    return next(iter(_all(texts, said)), None)


def _all(texts: tuple[str, ...], said: Said) -> list[Found]:
    return [found for text in texts for found in occurrences(phrase(text), said)]
