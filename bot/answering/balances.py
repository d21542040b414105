"""What is left to pay of a sum once part of it is paid, as the same row or the sentence beside its table tells."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bot.answering.candidates import Candidate
from bot.answering.dated import in_force
from bot.answering.doubting import doubtful
from bot.answering.matching import stem_set
from bot.understanding.question import Question
from index.analysis import is_said, stem, tokens
from knowledge.documents import Figure
from knowledge.figures import french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

_LEFT = re.compile(
    r"\breste\w*\b(?: \w+){0,3} (?:verser|payer|regler|toucher|percevoir|recevoir)\b|\bsolde\b|"
    r"\breste\w* combien\b|\bcombien (?:il )?reste\b"
)
_PAID = re.compile(r"\b(?:acomptes?|avances?|deja (?:vers|pay|regl)ee?s?)\b")
# "versée en deux fois : 800 € en mai, le solde après le bilan"
_THEN_REST = re.compile(r"(?:,|;|\bet\b|\bpuis\b)\s*(?:l[ae] )?(?:solde|reste)\b")


def left(question: Question, candidate: Candidate, figure: Figure) -> tuple[str, str]:
    """The computation of what is left of a price read, and what tells the part paid; "" when anything is left open."""
    if not _LEFT.search(question.plain) or figure.value is None or figure.unit not in ("€", "") or figure.doubt:
        return "", ""
    paid, told = _in_the_row(candidate, figure) or _beside(candidate, figure) or (Decimal(0), "")
    if not told or paid > figure.value:
        return "", ""
    return f"{french(figure.value)} − {french(paid)} = {french(cents(figure.value - paid))}", told


def of_text(question: Question, candidate: Candidate) -> str:
    """The same for a sentence that says what is paid before the rest: the sum is that of the row which it names."""
    if not _LEFT.search(question.plain):
        return ""
    row = [one for one in candidate.passage.figures if _names(candidate.span.clean, one)]
    held = in_force(row, _heads, question.years, date.max) if question.years else row
    return left(question, candidate, held[0])[0] if len(held) == 1 else ""


def _names(sentence: str, figure: Figure) -> bool:
    """Whether a sentence says the whole label of a figure's row."""
    named = frozenset(stem(word) for word in tokens(" ".join(figure.row[-1:])) if is_said(word))
    return bool(named) and named <= stem_set(sentence)


def _heads(figure: Figure) -> str:
    return " ".join(figure.column)


def _in_the_row(candidate: Candidate, figure: Figure) -> tuple[Decimal, str] | None:
    """What another column of the same row says is paid already."""
    row = [one for one in candidate.passage.figures if (one.row, one.line) == (figure.row, figure.line)]
    paid = [
        one
        for one in row
        if _PAID.search(fold(" ".join(one.column))) and not _PAID.search(fold(" ".join(figure.column)))
    ]
    if len(paid) != 1 or paid[0].value is None or paid[0].doubt:
        return None
    return paid[0].value, f"{' '.join(paid[0].column)} : {french(paid[0].value)}"


def _beside(candidate: Candidate, figure: Figure) -> tuple[Decimal, str] | None:
    """What the only sentence that names the row says is paid before the rest."""
    rows = {one.line for one in candidate.passage.figures}
    found = []
    for span in candidate.spans:
        rest = _THEN_REST.search(fold(span.clean))
        if span.line in rows or not rest or not _names(span.clean, figure):
            continue
        before = sums(span.clean[: rest.start()])
        if before and len(before) == len(sums(span.clean)) and not doubtful(candidate.passage, [span]):
            found.append((sum((one.value for one in before), Decimal(0)), f"« {span.clean} »"))
    return found[0] if len(found) == 1 else None
