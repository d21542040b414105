"""Telling the bracket that a code stands for ("T2", "B", "QF 3"), wherever the document says it once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents import Figure, Passage
from knowledge.text import fold, squeeze

_KIND = r"(?:tranche|groupe|categorie|niveau)\s*"
_CODE = rf"(?:(?:{_KIND})?(?:[a-h]|(?:t|q|qf)\s?\d{{1,2}})|{_KIND}\d{{1,2}})"
_SUM = r"(?:\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+)(?:[.,]\d{1,2})?(?:\s?(?:€|euros?))?"
_BRACKET = (
    rf"(?:(?:de|entre)\s+)?{_SUM}\s*(?:a|et|-|–|&)\s*(?:moins de\s+)?{_SUM}(?![\d,])"
    rf"|{_SUM}\s*(?:et|ou)\s*(?:plus|\+|au[- ]dela)"
    rf"|(?:moins de|plus de|jusqu'a|inferieur a|superieur a|a partir de|au[- ]dela de|<|>|≤|≥)\s*{_SUM}"
)
_BRACKET_ALONE = re.compile(rf"^\W*(?:{_BRACKET})\W*$")
_ALONE = re.compile(rf"^\W*(?P<code>{_CODE})\W*$")
_SEVERAL = re.compile(rf"^\W*(?P<first>{_CODE})\s*(?:et|a|&|-|–)\s*(?P<last>{_CODE})\W*$")
_LEAST_OPEN = r"\W*(?:moins de|jusqu'a|inferieur|<|≤)"
_DEFINED = re.compile(
    rf"^\W*(?P<code>{_CODE})\s*+[:=|–-]?\s*+(?:qf|quotient(?: familial)?|revenus?)?\s*+(?P<bracket>{_BRACKET})"
)
# A bracket of incomes or quotients reaches the hundreds: "A 2 à 4" counts something else.
_LEAST = 100


def told(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages, the codes that label their figures followed by the bracket the document gives for each.

    A code that the document gives two brackets for, in two acts, keeps its own act's only.
    """
    every = tuple(passages)
    by_piece: dict[int, dict[str, set[str]]] = {}
    for passage in every:
        known = by_piece.setdefault(passage.piece, {})
        for code, bracket in _definitions(passage):
            known.setdefault(code, set()).add(bracket)
    if not any(by_piece.values()):
        return every
    whole: dict[str, set[str]] = {}
    for known in by_piece.values():
        for code, brackets in known.items():
            whole.setdefault(code, set()).update(brackets)
    return tuple(_labelled(passage, {**_sure(whole), **_sure(by_piece[passage.piece])}) for passage in every)


def is_bracket(text: str) -> bool:
    """Whether a text is a bracket and no more: "de 400 à 650 €", "plus de 900"."""
    return _BRACKET_ALONE.match(fold(text)) is not None


def _sure(known: dict[str, set[str]]) -> dict[str, str]:
    return {code: next(iter(brackets)) for code, brackets in known.items() if len(brackets) == 1}


def _definitions(passage: Passage) -> Iterable[tuple[str, str]]:
    """The codes that a passage defines: in a row's labels ("A", "de 0 à 400"), or at the beginning of a line."""
    for figure in passage.figures:
        for above, label in zip(figure.row, figure.row[1:], strict=False):
            code = _ALONE.match(fold(above))
            if code and (bracket := _BRACKET_ALONE.match(fold(label))) and _reaches(bracket[0]):
                yield _key(code["code"]), squeeze(label)
    lines = passage.text.split("\n")
    # where only the order of the cells is left, the bracket stands on the line after its code
    torn = [f"{code} {bracket}" for code, bracket in pairwise(lines) if _ALONE.match(fold(code))]
    texts = [*lines, *torn, *(figure.row[-1] for figure in passage.figures if figure.row)]
    for text in texts:
        folded = fold(text)
        match = _DEFINED.match(folded)
        if match and _reaches(match["bracket"]):
            # folding may change the length of a text: then its folded bracket says as much
            whole = text if len(text) == len(folded) else folded
            yield _key(match["code"]), squeeze(whole[match.start("bracket") : match.end("bracket")]).strip(" |")


def _from_to(first: str, last: str) -> str:
    """The bracket that goes from the least of one bracket to the most of another; "" when either has no such end."""
    low, high = re.findall(_SUM, fold(first)), re.findall(_SUM, fold(last))
    least = not re.match(_LEAST_OPEN, fold(first))
    most = len(high) > 1 or re.match(_LEAST_OPEN, fold(last)) is not None
    if least and low and not most:
        return f"{low[0]} et plus"
    if not most:
        return ""
    return f"{low[0]} à {high[-1]}" if least and low else f"moins de {high[-1]}"


def _reaches(bracket: str) -> bool:
    numbers = [int(re.sub(r"\D", "", part.split(",")[0]) or 0) for part in re.findall(r"\d[\d .]*(?:,\d+)?", bracket)]
    return max(numbers, default=0) >= _LEAST


def _key(code: str) -> str:
    return re.sub(rf"^{_KIND}|\s", "", code)


def _labelled(passage: Passage, known: dict[str, str]) -> Passage:
    if not known or not passage.figures:
        return passage
    return replace(passage, figures=tuple(_with_bracket(figure, known) for figure in passage.figures))


def _with_bracket(figure: Figure, known: dict[str, str]) -> Figure:
    row, column = _spelled(figure.row, known), _spelled(figure.column, known)
    return figure if (row, column) == (figure.row, figure.column) else replace(figure, row=row, column=column)


def _spelled(labels: Sequence[str], known: dict[str, str]) -> tuple[str, ...]:
    """Labels whose codes are followed by their bracket; a bracket that is a label already is not said twice."""
    spelled = []
    for label in labels:
        code, several = _ALONE.match(fold(label)), _SEVERAL.match(fold(label))
        bracket = known.get(_key(code["code"]), "") if code else ""
        if several and (first := known.get(_key(several["first"]))) and (last := known.get(_key(several["last"]))):
            bracket = _from_to(first, last)
        spelled.append(f"{label} ({bracket})" if bracket and bracket not in labels else label)
    return tuple(spelled)
