"""What else would answer: a later act first, or other rows that the words fit just as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.answering import composing
from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.answering.overtaken import changes_others
from bot.answering.successors import succeeds
from bot.messages import Option
from bot.understanding.question import Question
from bot.understanding.wants import Want
from knowledge.figures import sums
from knowledge.text import fold, ungrouped

LOOKED_INTO = 8
MODIFIED, ALTERED = 0.25, 0.1
RETOLD, ABOUT_IT = 0.3, 0.6  # what a later act that has the very bracket read may fit less well, and how well at least
LATER = 0.05  # how much less well a later act may fit, and still be told first
RIVALS, MANY, TIED = 6, 6, 0.03
TOKEN, MOST_OPTIONS = 64, 8  # bytes of a token, at most
_VALUES = frozenset(
    {Want.MONEY, Want.COUNT, Want.RATE, Want.DURATION, Want.DEADLINE, Want.TIME, Want.PERSON, Want.PHONE, Want.VOTE}
)
_CHANGED = re.compile(r"\b(?:prolonge|reporte|repousse|avance|ramene)e?s? (?:au|a|jusqu|d)")
_ALTERED = re.compile(
    r"\b(?:porte|passe|ramene|releve|abaisse|prolonge|reporte|remplace)e?s? (?:de [^,;.]{1,30} )?(?:a|au|jusqu|par)\b|"
    r"\bau lieu de\b|\b(?:porter|relever|ramener|abaisser) l"
)


def latest_first(
    question: Question,
    candidates: Sequence[Candidate],
    dated: Callable[[Candidate], date | None],
    modifies: Callable[[Candidate, Candidate], bool],
) -> tuple[Candidate, ...]:
    """The candidates with, first, the latest act of those that fit about as well as the first one.

    An act that says that it ``modifies`` the first one's may fit less well. As they stand when the question names a
    year, or when the first one's act has no date.
    """
    if not candidates or question.years or (day := dated(candidates[0])) is None:
        return tuple(candidates)
    best = candidates[0]
    alike = [
        (when, one)
        for one in candidates[:LOOKED_INTO]
        if (when := dated(one)) is not None and when > day and not one.lacking
        # what was only proposed or talked of since changes nothing, but that somebody took over is told in any minutes
        if (Want.PERSON in question.wants and succeeds(one, best))
        or (
            (one.passage.standing.settled or not best.passage.standing.settled)
            and _changes(question, one, best, modifies)
            and not _changes_another(one, best)
        )
    ]
    if not alike:
        return tuple(candidates)
    latest = max(alike, key=lambda pair: (pair[0], pair[1].score))[1]
    return (latest, *(one for one in candidates if one is not latest))


def _changes(
    question: Question, one: Candidate, best: Candidate, modifies: Callable[[Candidate, Candidate], bool]
) -> bool:
    """Whether a later act says anew, or changes, what the first one says."""
    if modifies(one, best) and (_fits(one, best, MODIFIED) or _same_row(one, best)):
        return True
    if _restates(question, one, best) and _fits(one, best, LATER):
        return True
    if _same_bracket(one, best) and _fits(one, best, RETOLD) and one.subject >= ABOUT_IT:
        return True
    return bool(question.wants & _VALUES) and _alters(one, best)


def _changes_another(one: Candidate, best: Candidate) -> bool:
    """Whether a text says which prices it changes, does not name the row read, and that one's price is none of them."""
    if best.reading is None or one.reading or _same_row(one, best):
        return False
    return changes_others(one.passage.clean, composing.values(best))


def _restates(question: Question, one: Candidate, best: Candidate) -> bool:
    """Whether a later act may well say the same thing anew: a table after a table, a value after a value.

    Of two rules in texts, the later may be about something else: what fits better stays first.
    """
    if (one.reading is None) != (best.reading is None):
        return False
    return one.reading is not None or bool(question.wants & _VALUES)


def _alters(one: Candidate, best: Candidate) -> bool:
    """Whether a later act says what it makes of a value, of that which the first one gives: "est porté à 1,80 €"."""
    if one.reading or not _ALTERED.search(fold(one.span.clean)):
        return False
    return _fits(one, best, MODIFIED) and one.subject >= best.subject - LATER and one.near >= best.near - ALTERED


def _same_row(one: Candidate, best: Candidate) -> bool:
    """Whether a text gives a sum for the very row that the first one was read in: "la carte de dix entrées adulte"."""
    if best.reading is None or one.reading or not sums(one.span.clean):
        return False
    row = {stem for figure in best.reading.figures[:1] for stem in stem_set(" ".join(figure.row[-1:]))}
    said = stem_set(one.span.clean)
    # a narrow column has "ad." for "adulte"
    return bool(row) and all(any(other.startswith(stem) for other in said) for stem in row)


def _same_bracket(one: Candidate, best: Candidate) -> bool:
    """Whether the rows read in two acts are of the same bracket: "de 500 à 799" and "500 à 799"."""
    if best.reading is None or one.reading is None:
        return False
    mine, theirs = ({_bounds(figure.row) for figure in reading.figures} for reading in (best.reading, one.reading))
    return len(mine) == 1 and mine == theirs and len(min(mine)) > 1


def _bounds(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", fold(ungrouped(" ".join(row[-1:])))))


def _fits(one: Candidate, best: Candidate, less: float) -> bool:
    return min(one.score - best.score, one.near - best.near) >= -less


def tied(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The tables that fit as well as the first, when each says otherwise or they leave too many prices; else none."""
    best = candidates[0]
    if best.reading is None:
        return []
    rivals = [one for one in candidates[:RIVALS] if one.reading and one.score > best.score - TIED]
    if best.reading.sure:
        rivals = [one for one in rivals if one.near > best.near - TIED]
        said = {composing.values(one) for one in rivals}
        chosen = any(one.score > best.score for one in rivals)  # the latest act was put first
        return rivals if len(said) == len(rivals) > 1 and not chosen and len(_labels(rivals)) > 1 else []
    figures = sum(len(one.reading.figures) for one in rivals if one.reading)
    return rivals if figures > MANY and len(_labels(rivals)) > 1 else []


def beside(
    question: Question, candidates: Sequence[Candidate], dated: Callable[[Candidate], date | None]
) -> Candidate | None:
    """Another passage of text that answers as well as the first: both are told, since nothing chooses; else None.

    Not what an older act said of a value that the first one gives.
    """
    best, *others = candidates[:2]
    for other in others:
        day, before = dated(best), dated(other)
        if question.wants & _VALUES and day is not None and before is not None and before < day:
            continue
        if _CHANGED.search(fold(best.span.clean)) and not _CHANGED.search(fold(other.span.clean)):
            continue  # what is put off no longer stands as it was first said
        close = abs(best.score - other.score) <= TIED and abs(best.near - other.near) <= TIED
        if close and best.reading is None and other.reading is None:
            return other
    return None


def options(rivals: Sequence[Candidate]) -> tuple[Option, ...]:
    """A choice for each row of these tables; taking one asks the question again with the row's label."""
    return tuple(Option(label, _token(label)) for label in _labels(rivals)[:MOST_OPTIONS])


def _token(label: str) -> str:
    return f"+{label}".encode()[:TOKEN].decode(errors="ignore")


def _labels(rivals: Sequence[Candidate]) -> list[str]:
    every = (composing.case(one, figure) for one in rivals if one.reading for figure in one.reading.figures)
    return list(dict.fromkeys(every))
