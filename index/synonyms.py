"""The words staff and families use for what the acts name otherwise; used on questions only, never on documents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from index.analysis import is_said, stem, tokens
from index.engine import Term
from knowledge.errors import Problem

SYNONYMS = Path(__file__).with_name("synonyms.toml")

_KEYS = ("theme", "same", "asked", "weight")
_WEIGHT = 0.8
# A part of a phrase found alone helps the ranking a little, and is never told as the phrase found.
_PART = 0.3

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Synonyms:
    """For the stems of a word or phrase, the other ways to say it and their weights; ``words``: all words listed."""

    others: Mapping[Stems, Mapping[Stems, float]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @cached_property
    def longest(self) -> int:
        """The length of the longest phrase, in stems."""
        return max((len(phrase) for phrase in self.others), default=1)


def load_synonyms(*files: Path) -> tuple[Synonyms, tuple[Problem, ...]]:
    """Merge the product's synonyms with ``files`` of the same format; what is wrong in them is told, the rest used."""
    others: dict[Stems, dict[Stems, float]] = {}
    words: set[str] = set()
    problems: list[Problem] = []
    for file in (SYNONYMS, *files):
        for same, asked, weight in _groups(file, problems):
            words.update(word for phrase in (*same, *asked) for word in tokens(phrase) if word.isalpha())
            targets = [_stems(phrase) for phrase in same]
            for phrase in (*targets, *map(_stems, asked)):
                known = others.setdefault(phrase, {})
                for target in targets:
                    # A phrase that holds the whole of what was said adds nothing: what was said finds it.
                    if not set(phrase) <= set(target):
                        known[target] = max(weight, known.get(target, 0.0))
    return Synonyms(others, frozenset(words)), tuple(problems)


def expand(words: Iterable[str], synonyms: Synonyms) -> tuple[Term, ...]:
    """The ideas of a question's folded ``words``, stop words dropped, a phrase of the synonyms being one idea.

    A stem of several words joined by a space asks for all of them in the passage.
    """
    said = [word for word in words if is_said(word)]
    found = [stem(word) for word in said]
    terms: dict[str, Term] = {}
    at = 0
    while at < len(said):
        length = _phrase(found[at:], synonyms)
        term = _term(" ".join(said[at : at + length]), tuple(found[at : at + length]), synonyms)
        terms.setdefault(term.stems[0][0], term)
        at += length
    return tuple(terms.values())


def _phrase(found: Sequence[str], synonyms: Synonyms) -> int:
    for length in range(min(synonyms.longest, len(found)), 1, -1):
        if tuple(found[:length]) in synonyms.others:
            return length
    return 1


def _term(word: str, own: Stems, synonyms: Synonyms) -> Term:
    others = {" ".join(phrase): weight for phrase, weight in synonyms.others.get(own, {}).items()}
    parts = dict.fromkeys(own, _PART) if len(own) > 1 else {}
    return Term(word, tuple({" ".join(own): 1.0, **parts, **others}.items()))


def _stems(phrase: str) -> Stems:
    return tuple(stem(word) for word in tokens(phrase) if is_said(word))


def _groups(file: Path, problems: list[Problem]) -> list[tuple[list[str], list[str], float]]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(Problem(str(file), "", f"fichier de mots illisible, il n'est pas pris en compte ({error})"))
        return []
    groups = data.get("groups", [])
    if not isinstance(groups, list):
        groups = []
    if unknown := [key for key in data if key != "groups"] or ([] if groups else ["groups"]):
        problems.append(Problem(str(file), unknown[0], "écrivez une entrée [[groups]] par groupe de mots"))
    checked = (
        _group(group, Problem(str(file), f"groupe {place}", ""), problems) for place, group in enumerate(groups, 1)
    )
    return [group for group in checked if group]


def _group(group: Any, at: Problem, problems: list[Problem]) -> tuple[list[str], list[str], float] | None:
    def wrong(message: str) -> None:
        problems.append(Problem(at.file, at.where, message))

    if not isinstance(group, dict):
        wrong("écrivez une entrée [[groups]] par groupe de mots")
        return None
    for key in group:
        if key not in _KEYS:
            wrong(f"« {key} » n'est pas compris ; les mots permis sont {', '.join(_KEYS)}")
    same, asked, weight = group.get("same", []), group.get("asked", []), group.get("weight", _WEIGHT)
    if not all(isinstance(one, list) and all(isinstance(text, str) for text in one) for one in (same, asked)):
        wrong("« same » et « asked » sont des listes de mots entre guillemets")
        return None
    if not isinstance(weight, int | float) or not 0 < weight <= 1:
        wrong("« weight » est un nombre entre 0 et 1")
        return None
    empty = [text for text in (*same, *asked) if not _stems(text)]
    if empty:
        wrong(f"« {empty[0]} » ne porte aucun mot que la recherche retient")
    if not same or len(same) + len(asked) < 2:
        wrong("il faut au moins un mot dans « same », et deux en tout")
        return None
    return [one for one in same if one not in empty], [one for one in asked if one not in empty], float(weight)
