"""The words staff and families use for what the acts name otherwise; used on questions only, never on documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from index.analysis import is_said, stem
from index.engine import Term
from index.prepared import shipped
from index.slips import apart, together
from index.wordlists import Group, Stems, read_groups
from knowledge.errors import Problem

# A part of a phrase found alone helps the ranking a little, and is never told as the phrase found.
_PART = 0.45
# Another form of the asker's own word ("perte" for "perdu") is all but that word.
_FORM = 0.9


@dataclass(frozen=True)
class Synonyms:
    """The groups of words, the forms of a same word by stem, and ``words``: all words listed.

    ``groups`` are found by the phrases that ask for them, each stem in the first of its forms.
    """

    groups: Mapping[Stems, tuple[Group, ...]] = field(default_factory=dict)
    forms: Mapping[str, Stems] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @cached_property
    def longest(self) -> int:
        """The length of the longest phrase, in stems."""
        return max((len(phrase) for phrase in self.groups), default=1)

    @cached_property
    def any_order(self) -> Mapping[Stems, Stems]:
        """For the sorted stems of a phrase of several words, the phrase."""
        return {tuple(sorted(phrase)): phrase for phrase in self.groups if len(phrase) > 1}

    @cached_property
    def loose(self) -> frozenset[Stems]:
        """The phrases that only people type and that hold a word listed by itself: their words stay ideas each."""
        listed = {id(group): group for groups in self.groups.values() for group in groups}
        fixed = {tuple(map(self.base, one.stems)) for group in listed.values() for one in group.same}
        several = (phrase for phrase in self.groups if len(phrase) > 1 and phrase not in fixed)
        return frozenset(phrase for phrase in several if any((one,) in self.groups for one in phrase))

    def base(self, stem_: str) -> str:
        """The first form of the word that a stem is a form of."""
        forms = self.forms.get(stem_)
        return forms[0] if forms else stem_


def load_synonyms(*files: Path) -> tuple[Synonyms, tuple[Problem, ...]]:
    """Merge the product's synonyms with ``files`` of the same format; what is wrong in them is told, the rest used."""
    groups: dict[Stems, list[Group]] = {}
    words: set[str] = set()
    problems: list[Problem] = []
    own, forms = shipped(problems)
    for group in chain(own, *(read_groups(file, problems) for file in files)):
        for phrase in (*group.same, *group.asked):
            words.update(phrase.words)
            key = tuple([forms[one][0] if one in forms else one for one in phrase.stems])
            known = groups.setdefault(key, [])
            if not known or known[-1] is not group:
                known.append(group)
        for phrase in group.unlike:
            words.update(phrase.words)
    listed = frozenset(word for word in words if word.isalpha())
    return Synonyms({key: tuple(known) for key, known in groups.items()}, forms, listed), tuple(problems)


def expand(words: Iterable[str], synonyms: Synonyms) -> tuple[Term, ...]:
    """The ideas of a question's folded ``words``, stop words dropped, a phrase of the synonyms being one idea.

    A stem of several words joined by a space asks for all of them in the passage.
    """
    said = [word for word in words if is_said(word)]
    found = [stem(word) for word in said]
    bases = [synonyms.base(one) for one in found]
    asked = frozenset(bases)
    terms: dict[str, Term] = {}
    at = 0
    while at < len(said):
        key = _phrase(bases, at, synonyms)
        to = at + len(key)
        if key in synonyms.loose:
            # "prix de la cantine" says what "cantine" says, and a word of it may stand in a title, the other below.
            whole = synonyms.groups[key]
            for place in range(at, to):
                own = synonyms.groups.get((bases[place],), ())
                term = _term(said[place], (found[place],), (*own, *whole), asked, synonyms, _around(said, place))
                terms.setdefault(term.stems[0][0], term)
        else:
            groups = (*synonyms.groups.get(key, ()), *_written_otherwise(said[at:to], synonyms))
            beside = _around(said, at) if len(key) == 1 else ()
            term = _term(" ".join(said[at:to]), tuple(found[at:to]), groups, asked, synonyms, beside)
            terms.setdefault(term.stems[0][0], term)
        at = to
    return tuple(terms.values())


def _phrase(bases: Sequence[str], at: int, synonyms: Synonyms) -> Stems:
    """The longest phrase of the lists that starts at ``at``, else the one word there.

    Its words may come in another order: "la salle, louer" asks for "louer une salle".
    """
    for length in range(min(synonyms.longest, len(bases) - at), 1, -1):
        said = tuple(bases[at : at + length])
        key = said if said in synonyms.groups else synonyms.any_order.get(tuple(sorted(said)))
        if key:
            return key
    return (bases[at],)


def _around(said: Sequence[str], at: int) -> tuple[str, ...]:
    """The words that the one at ``at`` makes with a neighbour: ``vidéo projecteur`` asks for a ``vidéoprojecteur``."""
    pairs = zip(said[max(at - 1, 0) : at + 1], said[max(at, 1) : at + 2], strict=False)
    return tuple(one for one in (together(*pair) for pair in pairs) if one)


def _spellings(words: Sequence[str]) -> Iterator[Stems]:
    """The stems of a phrase with two of its words in one, or one of them in two."""
    for at, word in enumerate(words):
        if cut := apart(word):
            yield tuple(map(stem, (*words[:at], *cut, *words[at + 1 :])))
        if at and (glued := together(words[at - 1], word)):
            yield tuple(map(stem, (*words[: at - 1], glued, *words[at + 1 :])))


def _written_otherwise(words: Sequence[str], synonyms: Synonyms) -> Iterator[Group]:
    """The groups of a phrase whose words the lists write in one, or in two."""
    for stems in _spellings(words):
        yield from synonyms.groups.get(tuple(map(synonyms.base, stems)), ())


def _term(
    word: str,
    own: Stems,
    groups: tuple[Group, ...],
    asked: frozenset[str],
    synonyms: Synonyms,
    beside: tuple[str, ...] = (),
) -> Term:
    ways = {" ".join(own): 1.0}
    for stems in (*_spellings(word.split()), *((stem(one),) for one in beside)):
        ways.setdefault(" ".join(stems), _FORM)
    for phrase, weight in _others(own, groups, synonyms):
        ways[phrase] = max(weight, ways.get(phrase, 0.0))
    if len(own) > 1:
        for part in own:
            ways.setdefault(part, _PART)
    return Term(word, tuple(ways.items()), _unlike(groups, asked, synonyms))


def _unlike(groups: tuple[Group, ...], asked: frozenset[str], synonyms: Synonyms) -> tuple[str, ...]:
    """What ``groups`` may be taken for, but for what the asker says, or what a word of theirs also means."""
    said = (group for word in asked for group in synonyms.groups.get((word,), ()))
    meant = {phrase.stems for group in (*groups, *said) for phrase in group.same}
    named = dict.fromkeys(phrase.stems for group in groups for phrase in group.unlike)
    return tuple(
        " ".join(stems) for stems in named if stems not in meant and not asked.issuperset(map(synonyms.base, stems))
    )


def _others(own: Stems, groups: Iterable[Group], synonyms: Synonyms) -> Iterator[tuple[str, float]]:
    """The other ways to say ``own``: its words in their other forms, and what ``groups`` lead it to."""
    for place, one in enumerate(own):
        for form in synonyms.forms.get(one, ()):
            yield " ".join((*own[:place], form, *own[place + 1 :])), _FORM
    said = set(own)
    for group in groups:
        for other in group.same:
            # A phrase that holds the whole of what was said adds nothing: what was said finds it.
            if said.issubset(other.stems):
                continue
            yield " ".join(other.stems), group.weight
            for spelled in _spellings([word for word in other.words if is_said(word)]):
                yield " ".join(spelled), group.weight * _FORM
            if len(other.stems) == 1:
                for form in synonyms.forms.get(other.stems[0], ()):
                    yield form, group.weight * _FORM
