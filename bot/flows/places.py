"""Who is of the commune and who is not, as a question says it: inhabitants' words, other towns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from bot.flows.choosing import doubted
from bot.flows.lexicon import lexicon, stem
from bot.flows.spoken import Found, Said, occurrences, phrase
from knowledge.content import Commune
from knowledge.text import words

_TOWN = re.compile(r"((?:[\w'’]+\s+){1,3})(?:[àaÀ]\s+|[Dd]e\s+|[Dd]['’])?([A-ZÉÈÎ][\w'’-]{2,})")
_OUTSIDE = (
    *("hors commune", "autre commune", "autre ville", "extérieur", "extérieure", "pas de la commune"),
    *("habite pas la commune", "habite pas ici", "pas chez nous", "ville voisine", "commune voisine"),
)
_HOME = ("commune", "ville", "village")
_NOT = {"pas", "non", "hors", "ni"}
_LINKS = ("a", "de", "en", "sur", "d")

Told = tuple[bool | None, frozenset[int]]


def residence(said: Said, commune: Commune, known: Container[str] = ()) -> Told:
    """True for people of the commune, False for others, ``None`` when nothing is said; and the words that said so.

    A name whose stem is in ``known`` belongs to the grids (a place, an activity) and is no town.
    """
    outside = next(_found(_outsiders(commune), said), None)
    if outside:
        return False, outside.taken
    for found in _found(_insiders(commune), said):
        return not _denied(said, found.first), found.taken
    own = {words(name)[0] for name in (commune.name, *commune.aliases) if words(name)}
    for at, word in enumerate(said.words):
        if word.text in own and _people_before(said, at):
            return not _denied(said, at), frozenset({at})
    neighbours = {words(name)[0] for name in commune.neighbours if words(name)} - own
    for at, word in enumerate(said.words):
        if word.text in neighbours:
            return False, frozenset({at})
    return _elsewhere(said, own, known)


def _elsewhere(said: Said, own: set[str], known: Container[str]) -> Told:
    """Another town, by its capital letter after people or a verb of living, or by that verb alone."""
    for match in _TOWN.finditer(said.question):
        town, before = words(match[2]), [stem(word) for word in words(match[1])]
        linked = match[0][: match.start(2) - match.start()].lower().rstrip().endswith(("à", " a", " de", "d'", "d’"))
        living = bool(before) and before[-1] in lexicon().lives
        from_there = living or (linked and any(one in lexicon().people | lexicon().lives for one in before))
        if town and from_there and town[0] not in own and stem(town[0]) not in known:
            return False, frozenset(at for at, word in enumerate(said.words) if word.text in town)
    for at, word in enumerate(said.words[:-2]):
        if word.stem in lexicon().lives and said[at + 1].text in _LINKS:
            following = next((n for n in range(at + 2, min(at + 4, len(said))) if said[n].content), None)
            if following is not None and said[following].stem not in known:
                return said[following].text in _HOME, frozenset({following})
    return None, frozenset()


def _denied(said: Said, at: int) -> bool:
    return any(word.text in _NOT for word in said.words[max(at - 3, 0) : at])


def _people_before(said: Said, at: int) -> bool:
    about = lexicon().people | lexicon().lives
    return any(word.stem in about for word in said.words[max(at - 4, 0) : at])


@cache
def _insiders(commune: Commune) -> tuple[str, ...]:
    """Words for the people of the commune alone; a phrase that holds the town's name is read with its context."""
    names = {word for name in (commune.name, *commune.aliases) for word in words(name)}
    return tuple(text for text in commune.inhabitants if not names & set(words(text)))


@cache
def _outsiders(commune: Commune) -> tuple[str, ...]:
    return (*_OUTSIDE, *(f"{no} {text}" for text in _insiders(commune) for no in ("non", "pas")))


def _found(texts: tuple[str, ...], said: Said) -> Iterator[Found]:
    for text in texts:
        for found in occurrences(phrase(text), said):
            if not doubted(said, found):
                yield found
