"""Which computation a candidate allows, of all the kinds there are, and how far a computation vouches for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering import (
    balances,
    both,
    counting,
    effort,
    instalments,
    items,
    likely,
    minima,
    periods,
    ranks,
    sentences,
    supplements,
    totals,
)
from bot.answering.altered import altered
from bot.answering.candidates import Candidate
from bot.answering.extras import among
from bot.answering.grants import granted
from bot.answering.hired import by_the_piece
from bot.answering.matching import SAME, stem_set
from bot.answering.partial import left_out
from bot.answering.quantities import thing_of
from bot.answering.rebates import reaches
from bot.answering.remarks import remark
from bot.answering.sections import beside as in_section
from bot.answering.stages import staged
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.analysis import stem
from knowledge.documents import Figure
from knowledge.figures import french

# A passage that gives a price for one of the very things that the question counts is seldom another thing's: met less
# than elsewhere (docs/decisions/0007), its computation is stated.
MET = 0.4
NOTED = 0.75  # how far what a sentence beside the table makes of its price is met, the words of its row apart
PROVES_TOO = 0.25  # a passage that meets that much less of the question proves nothing of the answer


@dataclass(frozen=True)
class Worked:
    """A computation, the lines that tell its prices, the passages that say them; ``whole`` when nothing is left to say.

    ``noted`` is the sentence beside a table that speaks of the case asked.
    """

    done: str = ""
    lines: tuple[str, ...] = ()
    proofs: tuple[Candidate, ...] = ()
    noted: str = ""
    whole: bool = False


def vouched(question: Question, candidates: Sequence[Candidate]) -> bool:
    """Whether the first candidate, met in part, allows a computation of what the question tells."""
    first = candidates[0]
    if Want.MONEY not in question.wants or first.near < MET or first.lacking:
        return False
    if first.subject < MET and first.near < NOTED:
        return False
    done = worked(question, candidates)
    # what a row leaves unsaid of the subject may be what the sentence, or the rows, beside it tell
    met = first.subject >= MET or bool(done.noted or done.lines)
    return bool(done.done) and met and _of_the_subject(question, first, done.noted)


def _of_the_subject(question: Question, candidate: Candidate, noted: str) -> bool:
    """Whether what is read says a word of the subject beside what is counted: any stall is paid by the metre."""
    counted = {one.thing for one in counting.asked(question)}
    labels = candidate.reading.labels if candidate.reading else ()
    held = stem_set(" ".join((*labels, *candidate.passage.path, candidate.span.clean, noted)))
    asked = [one for one in question.terms if one.word in question.subject and thing_of(one.word) not in counted]
    return any(one.said_in(held, SAME) for one in asked)


def worked(question: Question, candidates: Sequence[Candidate]) -> Worked:
    """The computation that the first candidate allows, with what it is taken from; empty when it allows none."""
    first = candidates[0]
    proofs = tuple(one for one in candidates[:2] if one.near >= first.near - PROVES_TOO)
    if parts := granted(question, candidates):
        return Worked(parts.text, (), parts.proofs, whole=True)
    if first.reading is None:
        done = sentences.computed(question, first) or balances.of_text(question, first)
        return Worked(altered(question, candidates, done), (), proofs)
    each, sentence = sentences.with_each(question, first)
    if each:
        return Worked(each, (f"« {sentence} »",), proofs, whole=True)
    figures = first.reading.figures
    left = counting.uncounted(question, figures[0])
    if listed := items.added(question, proofs, figures, left) or ranks.added(question, first, figures):
        return Worked(listed[0], tuple(listed[1:]), proofs, whole=True)
    if not first.reading.sure:
        if len(figures) == 2 and (sum_of_two := both.summed(question, first, figures[0])):
            return Worked(sum_of_two[0], (), proofs)
        return Worked(staged(first, left) or "", (), proofs, remark(question, candidates, figures[0]).told)
    return _of_one(question, candidates, likely.counted_on(figures[0]), proofs)


def _of_one(
    question: Question, candidates: Sequence[Candidate], figure: Figure, proofs: tuple[Candidate, ...]
) -> Worked:
    """The computation that starts from one price of a table."""
    first = candidates[0]
    if rated := effort.price(question, first.passage, figure):
        return Worked(rated, (), proofs)
    beside = _around(first, figure)
    part, rule = instalments.of_price(question, candidates, figure)
    if part:
        return Worked(part, (f"- « {rule} »",), proofs)
    rest, told_paid = balances.left(question, first, figure)
    if rest:
        return Worked(rest, (f"- {told_paid}",), proofs)
    if (sum_of_two := both.summed(question, first, figure)) and among(question) == {}:
        return Worked(sum_of_two[0], tuple(sum_of_two[1:]), proofs)
    counted = totals.times(question, first, figure, beside) if not totals.adds(question) else ""
    said = remark(question, candidates, figure, counted)
    # who is not the first pays otherwise: a price times their number would not say so
    ranked = any(reaches(question, span.clean) for one in in_section(candidates) for span in one.spans)
    more = _with_more(question, candidates, figure, beside, said.done if ranked else "")
    if more and ranked and not said.done:
        return Worked("", (), proofs, said.told)
    if more and _leaves_out(question, first, figure, more.lines):
        return Worked("", (), proofs, said.told)
    if more:
        return Worked(more.text, tuple(f"- {line}" for line in more.lines), more.proofs, said.told)
    done = totals.total(question, first, figure, beside)
    done = minima.floored(first.passage.figures, figure, done, totals.result(done)) if done else ""
    done = done or periods.stay(question, figure, beside, counting.uncounted(question, figure))
    told = tuple(dict.fromkeys((*proofs, said.proof))) if said.proof else proofs
    # "dont une au large": the same price for all would leave one out
    done = said.done if ranked or among(question) != {} or (counted and said.done) else done or said.done
    return Worked("" if left_out(question, first) else done, (), told, said.told)


def _with_more(
    question: Question, candidates: Sequence[Candidate], figure: Figure, beside: str, rebated: str
) -> supplements.Added | None:
    """The price, times what the question counts, with what it wants added; None where any of it is not told.

    ``rebated`` is what those whom the question counts pay together, where who comes after the first pays less.
    """
    if figure.value is None or figure.unit != "€" or figure.doubt:
        return None
    first = candidates[0]
    done = rebated or totals.times(question, first, figure, beside)
    hired = by_the_piece(question, first.passage.figures)
    left = counting.left(question, figure.labels, [*first.passage.path, first.span.clean])
    if not done and any(one.thing not in hired for one in left):
        return None
    price, said = (totals.result(done), done.rsplit(" = ", 1)[0]) if done else (figure.value, french(figure.value))
    # "Emplacements, par nuit": what the title counts by, it counts each row by
    titled = done and not rebated and not totals.times(question, first, figure, "")
    each = price / figure.value if figure.value and titled else None
    return supplements.added(question, candidates, figure, price, said, each)


def _leaves_out(question: Question, candidate: Candidate, figure: Figure, told: Sequence[str]) -> bool:
    """Whether the question names what another row of the same table prices, and which is not ``told``."""
    labels = {one.row[-1]: stem_set(one.row[-1]) for one in candidate.passage.figures if _of_another_row(one, figure)}
    said = stem_set(" ".join((*candidate.passage.path, *figure.labels, *told)))
    named = {stem(word) for word in question.subject} - said - question.denied
    held = [named & one for one in labels.values()]
    return any(sum(word in one for one in held) == 1 for word in named)


def _of_another_row(one: Figure, figure: Figure) -> bool:
    """Whether a figure stands in another row of the column of ``figure``, under the same heading."""
    return bool(one.row) and one.line != figure.line and (one.row[:-1], one.column) == (figure.row[:-1], figure.column)


def _around(candidate: Candidate, figure: Figure) -> str:
    """What tells the thing a price is for: its line, its heads, its title and what introduces the table."""
    passage = candidate.passage
    heads = [label for one in passage.figures[:12] for label in (*one.row[:-1], *one.column)]
    rows = {one.line for one in passage.figures} | {one.line for one in passage.rows}
    before = [
        span.clean
        for span in candidate.spans
        if span.line < figure.line and span.line not in rows and " | " not in span.clean
    ]
    return " . ".join([candidate.span.clean, *passage.path[-2:], *dict.fromkeys(heads), passage.context, *before[-2:]])
