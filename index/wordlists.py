"""Reading the lists of words: groups of the same meaning, and forms of the same word; what is wrong in them is told."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from index.analysis import is_said, stem, tokens
from knowledge.errors import Problem

SYNONYMS = Path(__file__).with_name("synonyms.toml")
FORMS = Path(__file__).with_name("forms.toml")

_KEYS = ("theme", "same", "asked", "unlike", "weight")
_LISTS = ("same", "asked", "unlike")
_WEIGHT = 0.8

Stems = tuple[str, ...]


class Phrase(NamedTuple):
    """A word or phrase of a list as it is written, with its folded words and the stems of those that say something."""

    text: str
    words: tuple[str, ...]
    stems: Stems


@dataclass(frozen=True)
class Group:
    """One idea: ``same`` lead to each other, ``asked`` lead to ``same``, ``unlike`` name what is taken for it."""

    same: tuple[Phrase, ...]
    asked: tuple[Phrase, ...]
    unlike: tuple[Phrase, ...]
    weight: float
    theme: str = ""


def phrase(text: str) -> Phrase:
    """``text`` as the lists hold it."""
    words = tokens(text)
    return Phrase(text, tuple(words), tuple([stem(word) for word in words if is_said(word)]))


def read_forms(file: Path = FORMS) -> dict[str, Stems]:
    """For each stem of a word with several, all of them, the same for each: ``perdre`` and ``perte`` are one word."""
    lines = tomllib.loads(file.read_text(encoding="utf-8"))["forms"]
    together = [tuple(dict.fromkeys(phrase(line).stems)) for line in lines]
    return {one: forms for forms in together for one in forms}


def read_groups(file: Path, problems: list[Problem]) -> list[Group]:
    """The groups of ``file``; those that cannot be used are left out, and told in ``problems``."""
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


def _group(group: Any, at: Problem, problems: list[Problem]) -> Group | None:
    def wrong(message: str) -> None:
        problems.append(Problem(at.file, at.where, message))

    if not isinstance(group, dict):
        wrong("écrivez une entrée [[groups]] par groupe de mots")
        return None
    for key in group:
        if key not in _KEYS:
            wrong(f"« {key} » n'est pas compris ; les mots permis sont {', '.join(_KEYS)}")
    if not all(_is_texts(group.get(key, [])) for key in _LISTS):
        wrong("« same », « asked » et « unlike » sont des listes de mots entre guillemets")
        return None
    weight = group.get("weight", _WEIGHT)
    if not isinstance(weight, int | float) or not 0 < weight <= 1:
        wrong("« weight » est un nombre entre 0 et 1")
        return None
    same, asked, unlike = (_phrases(group, key) for key in _LISTS)
    if empty := [one for one in (*same, *asked, *unlike) if not one.stems]:
        wrong(f"« {empty[0].text} » ne porte aucun mot que la recherche retient")
    if not same or len(same) + len(asked) + len(unlike) < 2:
        wrong("il faut au moins un mot dans « same », et deux en tout")
        return None
    own = {one.stems for one in same if one.stems}
    if both := [one for one in unlike if one.stems in own]:
        wrong(f"« {both[0].text} » est à la fois dans « same » et dans « unlike »")
    kept = [tuple(one for one in phrases if one.stems) for phrases in (same, asked)]
    others = tuple(one for one in unlike if one.stems and one.stems not in own)
    return Group(kept[0], kept[1], others, float(weight), str(group.get("theme", "")))


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _phrases(group: Mapping[str, Any], key: str) -> tuple[Phrase, ...]:
    return tuple([phrase(text) for text in group.get(key, [])])
