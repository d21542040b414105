"""What a question asks of a price beside the one read: an extra, a second thing; one price alone is not all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.candidates import Candidate
from bot.answering.extras import named, possible, required
from bot.answering.instalments import of_a_deposit
from bot.answering.matching import stem_set
from bot.answering.quantities import number_of
from bot.answering.totals import included
from bot.understanding.question import Question
from index.analysis import is_said, stem
from knowledge.documents import Figure
from knowledge.figures import sums
from knowledge.text import fold

# "matin et soir", "le barnum et la sono": two things asked about together.
_BOTH = re.compile(r"\b(\w{4,}) et (?:aussi )?(?:la |le |les |l'|du |de la |d'une? |une? )?(\w{4,})\b")
# "3 fois", "x 5": the same thing several times.
_OFTEN = re.compile(r"\b(\w+) fois\b(?! moins| plus)|\bx ?(\d{1,3})\b")
_EACH = re.compile(r"\bchacune?s?\b")
# What two prices have between them.
_DIFFERENCE = re.compile(r"\b(?:quelle )?difference\b|\bcombien (?:(?!de? )\w+ ){0,3}de (?:plus|moins)\b(?! de\b)")


def priced_in_part(question: Question, candidate: Candidate) -> bool:
    """Whether the price read is one part only of what the question asks the price of."""
    told = candidate.reading.labels if candidate.reading else (candidate.span.clean,)
    if _repeated(question) or (of_a_deposit(question.plain) and not of_a_deposit(fold(" ".join(told)))):
        return True
    return _more_is_asked(question, candidate)


def left_out(question: Question, candidate: Candidate) -> bool:
    """Whether a computation from the row read would leave out something that the question wants counted."""
    if _repeated(question) and not _EACH.search(question.plain):
        return True
    return not included(question) and _more_is_asked(question, candidate)


def _repeated(question: Question) -> bool:
    often = [number_of(word or figure) for word, figure in _OFTEN.findall(question.plain)]
    return any(number is not None and number > 1 for number in often)


def _more_is_asked(question: Question, candidate: Candidate) -> bool:
    if candidate.reading is None:
        return False
    read = candidate.reading.figures
    return _without_an_extra(question, candidate, read) or _one_of_two(question, candidate.passage.figures, read)


def pairs_asked(question: Question) -> list[tuple[str, str]]:
    """The stems of two words that a question joins: "matin et soir"."""
    return [(stem(one), stem(other)) for one, other in _BOTH.findall(fold(question.text)) if is_said(one)]


def compares(plain: str) -> bool:
    """Whether a folded question asks what two prices have between them."""
    return _DIFFERENCE.search(plain) is not None


def _without_an_extra(question: Question, candidate: Candidate, read: Sequence[Figure]) -> bool:
    """Whether the passage has a price for what the question wants added, which the row read does not say."""
    held = stem_set(" ".join(label for one in read for label in one.labels))
    rows = {one.line for one in candidate.passage.figures}
    beside = [span.clean for span in candidate.spans if span.line not in rows and sums(span.clean)]
    labels = [one.row[-1] for one in candidate.passage.figures if one.row]
    extras = required(question) | possible(question)
    if any(one.row and named(question, extra, one.row[-1]) for extra in extras for one in read):
        return True  # the price of the extra alone
    return any(
        any(extra in stem_set(text) for text in beside) or any(named(question, extra, label) for label in labels)
        for extra in extras - held
    )


def _one_of_two(question: Question, figures: Sequence[Figure], read: Sequence[Figure]) -> bool:
    """Whether the row read says one of two things asked about together, and another row or column says the other."""
    held = _said(read)
    return any(
        any(_apart(figures, read[0], there, missing) for there, missing in ((a, b), (b, a)) if there in held)
        for a, b in pairs_asked(question)
        if (a in held) != (b in held)
    )


def _apart(figures: Sequence[Figure], read: Figure, there: str, missing: str) -> bool:
    """Whether another cell of the row read, or of its column, is labelled with what is missing, not with the rest."""
    sisters = [one for one in figures if (one.row == read.row) != (one.column == read.column)]
    return any(missing in _said([one]) and there not in _said([one]) for one in sisters)


def _said(figures: Sequence[Figure]) -> frozenset[str]:
    return stem_set(" ".join(label for one in figures for label in (*one.row[-1:], *one.column)))
