"""Which choice of an input a question names: by label, synonym, inflection, small typing errors; not when denied."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from bot.flows.lexicon import lexicon
from bot.flows.spoken import Found, Said, anywhere, occurrences
from bot.flows.terms import Terms
from knowledge.grids.inputs import Input

_NEXT_ONLY = ("non", "hors")


@dataclass(frozen=True)
class Chosen:
    """What the words settle: the ``code`` ("" when several fit or none), the ``codes`` still possible, the words.

    ``apart`` says that other words name each of them, where one word may fit several.
    """

    code: str
    codes: tuple[str, ...]
    taken: frozenset[int]
    apart: bool = False


def choose(entry: Input, said: Said, terms: Terms, naming: frozenset[int] = frozenset()) -> Chosen:
    """What a question settles of an input with choices; ``naming`` are the positions that name the grid itself."""
    wanted = terms.choices[entry.name]
    matches = [
        (found, code) for code, phrases in wanted.items() for want in phrases for found in occurrences(want, said)
    ]
    matches.sort(key=lambda match: (-len(match[0].taken), match[0].first))
    claimed: dict[int, int] = {}
    fits: dict[str, set[int]] = {}
    denied: dict[str, set[int]] = {}
    unsure = frozenset[int]()
    # An alias that is also a choice says which one, and "ou pas" after it only asks: it is what the question is about.
    own = {code for code, phrases in wanted.items() if not set(phrases).isdisjoint(terms.names)}
    for found, code in matches:
        # A longer phrase keeps its words: "non imposable" is not also "imposable".
        if any(claimed.get(at, 0) > len(found.taken) for at in found.taken):
            continue
        for at in found.taken:
            claimed[at] = len(found.taken)
        if doubted(said, found) and code not in own:
            unsure |= found.taken
            continue
        (denied if _denied(said, found) else fits).setdefault(code, set()).update(found.taken)
    taken = unsure.union(*fits.values(), *denied.values())
    if fits:
        weak = frozenset(at for phrase in terms.neutral for at in anywhere(phrase, said))
        codes = _strongest(terms.choice_stems[entry.name], said, _telling(fits, naming, own), weak)
        apart = len(codes) > 1 and not set.intersection(*(fits[code] for code in codes))
        return Chosen(codes[0] if len(codes) == 1 else "", codes, taken, apart)
    left = tuple(code for code in entry.codes if code not in denied)
    if denied and len(left) == 1:
        return Chosen(left[0], left, taken)
    # What is only supposed ("inscrit ou pas") leaves every code open: nothing else may be supposed for it.
    return Chosen("", left if denied or unsure else (), taken)


def _telling(fits: dict[str, set[int]], naming: frozenset[int], kept: Container[str]) -> dict[str, set[int]]:
    """The codes named by more than the grid's own name; all of them when none is."""
    return {code: places for code, places in fits.items() if code in kept or not places <= naming} or fits


def _strongest(
    own: dict[str, frozenset[str]], said: Said, telling: dict[str, set[int]], weak: frozenset[int]
) -> tuple[str, ...]:
    """The codes named, but for those that words which may stand anywhere, or another code's words, explain."""
    telling = {code: places for code, places in telling.items() if not places <= weak} or telling
    words_of = {code: {said[at].stem for at in places} for code, places in telling.items()}

    def explained(code: str, by: str) -> bool:
        return words_of[code] <= own[by] and not words_of[by] <= own[code]

    return tuple(code for code in telling if not any(explained(code, other) for other in telling if other != code))


def _denied(said: Said, found: Found) -> bool:
    return said[found.first].text not in lexicon().negations and denied(said, found.first)


def denied(said: Said, at: int, across: Container[str] = ()) -> bool:
    """Whether a negation bears on the word at ``at``: "non" and "hors" on the next word only, "pas" up to a word
    that carries sense, those whose stem is in ``across`` aside; none beyond a comma.
    """
    for place in range(at - 1, max(at - 5, -1), -1):
        word = said[place]
        if said[place + 1].pause:
            return False
        if word.text in lexicon().negations and word.text != "plus":
            return word.text not in _NEXT_ONLY or place == at - 1
        if word.content and word.stem not in across:
            return False
    return False


def doubted(said: Said, found: Found) -> bool:
    """Whether the words are only supposed, or stand in "imposable ou pas"."""
    texts = [word.text for word in said.words]
    after = texts[found.last + 1 : found.last + 3]
    if len(after) == 2 and after[0] == "ou" and after[1] in ("pas", "non"):
        return True
    before = texts[max(found.first - 4, 0) : found.first]
    if before[-1:] == ["ou"] and texts[found.first] in ("pas", "non"):
        return True
    return any(_holds(before, doubt) for doubt in lexicon().doubts)


def _holds(texts: list[str], wanted: Iterable[str]) -> bool:
    want = list(wanted)
    return any(texts[at : at + len(want)] == want for at in range(len(texts) - len(want) + 1))
