"""Who is of the commune and who is not, as a question says it: inhabitants' words, other towns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from bot.flows.choosing import denied, doubted
from bot.flows.lexicon import lexicon, stem
from bot.flows.spoken import Found, Said, occurrences
from knowledge.content import Commune
from knowledge.text import words

_TOWN = re.compile(r"((?:[\w'’]+\s+){1,3})(?:[àaÀ]\s+|[Dd]e\s+|[Dd]['’])?([A-ZÉÈÎ][\w'’-]{2,})")
_OUTSIDE = (
    *("hors commune", "autre commune", "autre ville", "extérieur", "extérieure", "pas de la commune"),
    *("habite pas la commune", "habite pas ici", "habitent pas ici", "pas d'ici", "pas de chez nous", "ville voisine"),
    *("commune voisine", "hors de la commune"),
)
_HOME = ("commune", "ville", "village")
_LINKS = ("a", "de", "en", "sur", "d")
_FOR = ("est", "sont", "etes", "sommes", "suis", "etait", "pour", "si")
_PRICED = ("prix", "tarif", "tarifs", "cout", "montant")
_NEAR = 5

Told = tuple[bool | None, frozenset[int]]


def residence(said: Said, commune: Commune, known: Container[str] = (), naming: Container[int] = ()) -> Told:
    """True for people of the commune, False for others, ``None`` when nothing is said; and the words that said so.

    A name whose stem is in ``known`` belongs to the grids (a place, an activity) and is no town; a town that stands
    after the thing asked about, whose positions are ``naming``, tells where the thing is, not who asks.
    """
    outside = next(_found(_outsiders(commune), said), None)
    if outside:
        return False, outside.taken
    for found in _found(_insiders(commune), said):
        return not denied(said, found.first, _about()), found.taken
    own = _firsts((commune.name, *commune.aliases))
    for at, word in enumerate(said.words):
        if word.text == "ici" and _of_here(said, at):
            return not denied(said, at, _about()), frozenset({at})
        if word.text in own and _people_before(said, at):
            return not denied(said, at, _about()), frozenset({at})
    for at in neighbours(said, commune):
        if _whose(said, at, naming) and not denied(said, at, _about()):
            return False, frozenset({at})
    return _elsewhere(said, own, known)


def neighbours(said: Said, commune: Commune) -> list[int]:
    """Where the question names a town next to the commune."""
    names = _firsts(commune.neighbours) - _firsts((commune.name, *commune.aliases))
    return [at for at, word in enumerate(said.words) if word.text in names]


def theirs(said: Said, commune: Commune, naming: Container[int]) -> frozenset[int]:
    """The towns nearby that the thing asked about belongs to ("la cantine de …"), by their positions."""
    return frozenset(at for at in neighbours(said, commune) if _whose(said, at, naming) is False)


def _whose(said: Said, at: int, naming: Container[int]) -> bool | None:
    """Whose town is named at ``at``: True, the people's; False, the thing's; ``None``, nobody can tell.

    The nearest word before it decides: a word for people or living, or one that names the thing; traits may stand
    between ("un enfant de maternelle de …").
    """
    linked = False
    for place in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        word = said[place]
        if said[place + 1].pause:
            return None if linked else True
        if word.text in _FOR or word.stem in _about():
            return True
        if place in naming or word.text in _PRICED:
            return False if linked else None
        if word.content and word.stem not in lexicon().traits:
            return None
        linked = linked or word.text in _LINKS
    return None


def _elsewhere(said: Said, own: frozenset[str], known: Container[str]) -> Told:
    """Another town, by its capital letter after people or a verb of living, or by that verb alone."""
    for match in _TOWN.finditer(said.question):
        town, before = words(match[2]), [stem(word) for word in words(match[1])]
        linked = match[0][: match.start(2) - match.start()].lower().rstrip().endswith(("à", " a", " de", "d'", "d’"))
        whose = bool(before) and (before[-1] in lexicon().lives or (linked and _of_people(before)))
        places = frozenset(at for at, word in enumerate(said.words) if word.text in town)
        if places and whose and town[0] not in own and stem(town[0]) not in known:
            return (None if denied(said, min(places), _about()) else False), places
    for at, word in enumerate(said.words[:-2]):
        if word.stem in lexicon().lives and said[at + 1].text in _LINKS:
            following = next((n for n in range(at + 2, min(at + 4, len(said))) if said[n].content), None)
            if following is not None and said[following].stem not in known:
                return said[following].text in _HOME, frozenset({following})
    return None, frozenset()


def _of_people(before: list[str]) -> bool:
    """Whether the nearest stem with sense before a town is of people; "sa mère travaille à …" is not."""
    spared = lexicon().light | lexicon().stop | lexicon().traits
    return next((one in _about() for one in reversed(before) if one in _about() or one not in spared), False)


def _of_here(said: Said, at: int) -> bool:
    """Whether an "ici" tells who: "un enfant d'ici", "elle habite ici", and not "d'ici lundi"."""
    if at >= 2 and said[at - 1].text == "d":
        return said[at - 2].stem in _about()
    return at >= 1 and said[at - 1].stem in lexicon().lives


def _people_before(said: Said, at: int) -> bool:
    return any(word.stem in _about() for word in said.words[max(at - 4, 0) : at])


@cache
def _about() -> frozenset[str]:
    """Stems of people, groups, and verbs of living."""
    return lexicon().people | lexicon().lives


@cache
def _firsts(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words(name)[0] for name in names if words(name))


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
        for found in occurrences(_whole(text), said):
            if not doubted(said, found):
                yield found


@cache
def _whole(text: str) -> tuple[str, ...]:
    """Every word of a phrase, the small ones too: "habite pas ici" is not "habite ici, pas imposable"."""
    return tuple(stem(word) for word in words(text))
