"""Reading the cell of a table that a question is about, and saying which row and column were read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.matching import Idea, stem_set, strength
from bot.understanding.question import Question
from bot.understanding.residence import Side, side_of
from knowledge.documents import Figure, Passage
from knowledge.figures import amounts, french
from knowledge.text import fold

TIE, MOST_ROWS = 0.05, 5
LARGE = 100
# A head that only says that what stands under it is a price tells nothing of which price.
_PRICED = re.compile(r"(?:prix|tarifs?|montants?|cout)(?: (?:en )?(?:euros?|€))?(?: ttc)?")
_DENIED = re.compile(r"\b(?:non|hors|sans|pas)\b")
_RANGE = re.compile(r"(\d[\d .,]*?)\s*(?:€|euros?)?\s*(?:a|à|au|et|&|-|–)\s*(\d[\d .,]*)")
_OVER = re.compile(
    r"(\d[\d .,]*?)\s*(?:€|euros?)?\s*(?:et|ou)\s*(?:plus|\+)|(?:plus de|à partir de|>|≥)\s*(\d[\d .,]*)"
)
_PLUS = re.compile(r"\+\s*(?:de\s*)?(\d{2,})(?!\d)")
_UNDER = re.compile(r"(?:moins de|jusqu.à|<|≤|inférieure? à)\s*(\d[\d .,]*)")


@dataclass(frozen=True)
class Reading:
    """The figures read in a table for a question: the best row's (all rows that tie), by the columns it names.

    ``score`` says how well the row matched; ``sure`` that one single value is left.
    """

    figures: tuple[Figure, ...]
    score: float
    sure: bool


def read_row(question: Question, ideas: Sequence[Idea], passage: Passage, inhabitants: str = "") -> Reading | None:
    """The row of ``passage`` that the question's words and figures settle best, or None without a table."""
    rows: dict[tuple[tuple[str, ...], int], list[Figure]] = {}
    for figure in passage.figures:
        rows.setdefault((figure.row, figure.line), []).append(figure)
    if not rows:
        return None
    asked = side_of(question.text, inhabitants)
    scored = sorted(
        (
            (_row_score(question, ideas, labels, figures, asked, inhabitants), line, figures)
            for (labels, line), figures in rows.items()
        ),
        key=lambda scored: (-scored[0], scored[1]),
    )
    best = scored[0][0]
    tied = [figures for score, _, figures in scored if score >= best - TIE][:MOST_ROWS]
    figures = [figure for row in tied for figure in _column(ideas, row, asked, inhabitants)]
    return Reading(tuple(figures), best, len({figure.value for figure in figures}) == 1)


def _row_score(
    question: Question,
    ideas: Sequence[Idea],
    labels: tuple[str, ...],
    figures: list[Figure],
    asked: Side,
    inhabitants: str,
) -> float:
    own = stem_set(labels[-1]) if labels else frozenset()
    above = stem_set(" ".join(labels[:-1]))
    columns = stem_set(" ".join(c for figure in figures for c in figure.column))
    score = sum(
        (-1 if idea.term.stems[0][0] in question.denied else 1)
        * idea.weight
        * max(strength(idea, own), 0.7 * strength(idea, above), 0.4 * strength(idea, columns))
        for idea in ideas
    )
    total = sum(idea.weight for idea in ideas) or 1.0
    known = {part for idea in ideas for phrase, _ in idea.term.stems for part in phrase.split()}
    label = labels[-1] if labels else ""
    score = 2 * score / total + 0.5 * sum(figure in own for figure in question.figures)
    score += sum(any(in_bracket(one, value) for one in labels[-2:]) for value in question.sums)
    score -= 0.06 * min(4, _foreign(labels[-1:], known)) + 0.06 * min(4, _foreign(labels[-2:-1], known))
    told = side_of(label, inhabitants)
    if told and told != (asked or "resident"):
        score -= 0.6
    if _DENIED.search(fold(" ".join(labels[-2:]))) and not _DENIED.search(question.plain):
        score -= 0.9
    return score


def _foreign(labels: Sequence[str], known: set[str]) -> int:
    """How many words of a label the question does not say: what stands in parentheses only explains, and is not one."""
    words = stem_set(re.sub(r"\([^)]*\)", " ", " ".join(labels)))
    return len([word for word in words if word.isalpha() and len(word) > 2 and word not in known])


def in_bracket(label: str, value: Decimal) -> bool:
    """Whether ``value`` falls within the bracket that a label prints ("1281 à 1900", "4 422 et plus")."""
    if match := _RANGE.search(label):
        low, high = _value(match[1]), _value(match[2])
        if low is None or high is None or not low <= value <= high:
            return False
        return high - low > 5 and (high < LARGE or value >= LARGE)  # "2 enfants" is no income of 2 €
    if match := _OVER.search(label) or _PLUS.search(label):
        low = _value(next(group for group in match.groups() if group))
        return low is not None and low > 20 and value >= low
    if match := _UNDER.search(label):
        high = _value(match[1])
        return high is not None and high > 20 and value < high
    return False


def _value(text: str) -> Decimal | None:
    found = amounts(text.strip())
    return found[0].value if found else None


def _column(ideas: Sequence[Idea], figures: list[Figure], asked: Side, inhabitants: str) -> list[Figure]:
    """The figures of the columns that the question names; all of them when it names none."""
    if len(figures) < 2:
        return figures
    scores = []
    for figure in figures:
        heads = " ".join(figure.column)
        told = side_of(heads, inhabitants)
        against = 0.5 if told and told != (asked or "resident") else 0.0
        if _DENIED.search(fold(heads)) and not told:
            against += 0.3
        scores.append(sum(idea.weight * strength(idea, stem_set(heads)) for idea in ideas) - against)
    top = max(scores)
    if top <= 0 and min(scores) == top:
        return figures
    return [figure for figure, score in zip(figures, scores, strict=True) if score >= top - 1e-9]


def said(figure: Figure) -> str:
    """What a figure is the price of, in French: its row and its column (``Concession 30 ans, Adulte``)."""
    above = [label for label in figure.row[:-1] if 3 < len(label) <= 40 and label[0].isalnum()][-1:]
    labels = [label.strip(" *:|=-") for label in (*above, *figure.row[-1:], *figure.column)]
    return ", ".join(dict.fromkeys(label for label in labels if label and not _PRICED.fullmatch(fold(label))))


def price(figure: Figure) -> str:
    """A figure's value as French readers write it, or that nobody can read it."""
    if figure.value is None:
        return "illisible sur la page"
    return "gratuit" if not figure.value and not figure.printed[:1].isdigit() else french(figure.value, figure.unit)
