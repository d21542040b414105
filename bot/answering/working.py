"""Which computation a candidate allows, of all the kinds there are, and how far a computation vouches for it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import effort, items, periods, ranks, sentences, totals
from bot.answering.candidates import Candidate
from bot.answering.grants import granted
from bot.answering.remarks import onwards, remark
from bot.answering.rows import Reading
from bot.answering.stages import staged
from bot.understanding.question import Question
from knowledge.documents import Figure

# A passage that gives a price for one of the very things that the question counts is seldom another thing's: met less
# than elsewhere (docs/decisions/0007), its computation is stated.
MET = 0.4


def vouched(question: Question, candidates: Sequence[Candidate]) -> bool:
    """Whether the first candidate, met in part, allows a computation of what the question tells."""
    first = candidates[0]
    return min(first.subject, first.near) >= MET and not first.lacking and bool(worked(question, candidates))


def worked(question: Question, candidates: Sequence[Candidate]) -> list[str]:
    """The computation that the first candidate allows, then the prices it takes; nothing when it allows none."""
    first = candidates[0]
    if parts := granted(question, candidates):
        return [parts.text]
    if first.reading:
        return by_table(question, first, first.reading)
    done = sentences.computed(question, first)
    return [done] if done else []


def by_table(question: Question, candidate: Candidate, reading: Reading, near: Sequence[Candidate] = ()) -> list[str]:
    """The computation that a table allows, then the prices it takes where each has a row; nothing when it allows none.

    ``near`` is the others that are cited, where rows of the same table may stand.
    """
    figures = reading.figures
    left = totals.uncounted(question, figures[0])
    if listed := items.added(question, [candidate, *near], figures, left) or ranks.added(question, candidate, figures):
        return listed
    done = _of_one(question, candidate, figures[0]) if reading.sure else staged(candidate, left)
    return [done] if done else []


def around(candidate: Candidate, figure: Figure) -> str:
    """What tells the thing a price is for: its line, its heads, its title and what introduces the table."""
    passage = candidate.passage
    heads = [label for one in passage.figures[:12] for label in (*one.row[:-1], *one.column)]
    rows = {one.line for one in passage.figures}
    before = [span.clean for span in candidate.spans if span.line < figure.line and span.line not in rows]
    return " . ".join([candidate.span.clean, *passage.path[-2:], *dict.fromkeys(heads), passage.context, *before[-2:]])


def _of_one(question: Question, candidate: Candidate, figure: Figure) -> str:
    """The computation that starts from one price of a table."""
    if rated := effort.price(question, candidate.passage, figure):
        return rated
    beside = around(candidate, figure)
    done = totals.total(question, candidate, figure, beside)
    done = done or periods.stay(question, figure, beside, totals.uncounted(question, figure))
    changed = remark(question, candidate, figure)[1]
    # who is not the first pays otherwise: a price times their number would not say so
    ranked = any(onwards(question, span.clean) for span in candidate.spans)
    return changed if ranked else done or changed
