"""Reading the cell of a table that a question is about, and saying which row and column were read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.matching import Idea, stem_set, strength
from bot.understanding.question import Question
from knowledge.documents import Figure, Passage
from knowledge.figures import amounts, french

_RANGE = re.compile(r"(\d[\d .,]*?)\s*(?:€|euros?)?\s*(?:a|à|au|et|&|-|–)\s*(\d[\d .,]*)")
_OVER = re.compile(
    r"(\d[\d .,]*?)\s*(?:€|euros?)?\s*(?:et|ou)\s*(?:plus|\+)|(?:plus de|à partir de|>|≥)\s*(\d[\d .,]*)"
)
_UNDER = re.compile(r"(?:moins de|jusqu.à|<|≤|inférieure? à)\s*(\d[\d .,]*)")


@dataclass(frozen=True)
class Reading:
    """The figures read in a table for a question: the best row's, fewer when its columns were told apart.

    ``sure`` is false when rows or columns could not be told apart by the question's words.
    """

    figures: tuple[Figure, ...]
    sure: bool


def read_row(question: Question, ideas: Sequence[Idea], passage: Passage) -> Reading | None:
    """The row of ``passage`` that the question's words and figures settle best, or None without a table."""
    rows: dict[tuple[tuple[str, ...], int], list[Figure]] = {}
    for figure in passage.figures:
        rows.setdefault((figure.row, figure.line), []).append(figure)
    if not rows:
        return None
    scored = sorted(
        ((_row_score(question, ideas, labels, figures), -line, figures) for (labels, line), figures in rows.items()),
        key=lambda scored: (-scored[0], -scored[1]),
    )
    top = scored[0]
    clear = len(scored) == 1 or top[0] > scored[1][0] + 0.25
    figures = _column(ideas, top[2])
    return Reading(tuple(figures), clear and (len(figures) == 1 or len({f.value for f in figures}) == 1))


def _row_score(question: Question, ideas: Sequence[Idea], labels: tuple[str, ...], figures: list[Figure]) -> float:
    own = stem_set(labels[-1]) if labels else frozenset()
    above = stem_set(" ".join(labels[:-1]))
    columns = stem_set(" ".join(c for figure in figures for c in figure.column))
    score = 0.0
    for idea in ideas:
        score += idea.weight * max(
            strength(idea.term, own), 0.7 * strength(idea.term, above), 0.4 * strength(idea.term, columns)
        )
    total = sum(idea.weight for idea in ideas) or 1.0
    score = 2 * score / total + 0.5 * sum(figure in own for figure in question.figures)
    label = labels[-1] if labels else ""
    for figure in question.figures:
        if in_bracket(label, Decimal(figure)):
            score += 1.0
    # a label that says the contrary of the question ("non Neuvillois" for a Neuvillois) is another row
    if "non" in label.lower().split() and not re.search(r"\b(?:non|hors|exterieurs?|pas)\b", question.plain):
        score -= 0.6
    return score


def in_bracket(label: str, value: Decimal) -> bool:
    """Whether ``value`` falls within the bracket that a label prints ("1281 à 1900", "4 422 et plus")."""
    if match := _RANGE.search(label):
        low, high = _value(match[1]), _value(match[2])
        return low is not None and high is not None and low < high and low <= value <= high and high - low > 5
    if match := _OVER.search(label):
        low = _value(match[1] or match[2])
        return low is not None and low > 20 and value >= low
    if match := _UNDER.search(label):
        high = _value(match[1])
        return high is not None and high > 20 and value < high
    return False


def _value(text: str) -> Decimal | None:
    found = amounts(text.strip())
    return found[0].value if found else None


def _column(ideas: Sequence[Idea], figures: list[Figure]) -> list[Figure]:
    """The figures of the columns that the question names; all of them when it names none."""
    if len(figures) < 2:
        return figures
    scores = []
    for figure in figures:
        held = stem_set(" ".join(figure.column))
        contrary = "non" in " ".join(figure.column).lower().split()
        scores.append(sum(idea.weight * strength(idea.term, held) for idea in ideas) - (0.5 if contrary else 0.0))
    top = max(scores)
    if top <= 0:
        return figures
    return [figure for figure, score in zip(figures, scores, strict=True) if score >= top - 1e-9]


def said(figure: Figure) -> str:
    """A figure with the labels it was read under, in French: ``Concession 30 ans, Adulte : 505 €``."""
    labels = ", ".join(label.strip(" *:|") for label in (*figure.row[-2:], *figure.column) if label.strip(" *:|"))
    value = "illisible sur la page" if figure.value is None else french(figure.value, figure.unit)
    return f"{labels} : {value}" if labels else value
