"""What is said beside a table that changes its prices ("doublé", "majoration de 2 €") in the case asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering import changes, conditions, counting, rebates, totals, whom
from bot.answering.altered import is_for
from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.extras import AMONG
from bot.answering.matching import stem_set
from bot.answering.quantities import Quantity, number_of, thing_of
from bot.answering.sections import ruling
from bot.understanding.question import Question
from bot.understanding.residence import side_of
from knowledge.documents import Figure
from knowledge.figures import french
from knowledge.grids.figures import cents
from knowledge.text import fold

_OTHERS = re.compile(
    r"\b(?:pour (?:tou(?:s|tes) )?les autres|les autres(?=,| pay)|aux autres|dans les autres cas|a defaut)\b"
)
_YEARS = frozenset(map(thing_of, ("an", "ans")))
# How many words of the question, which the labels read do not say, tell that a remark speaks of its case; and how
# many that its change may be computed.
TOLD, COMPUTED, LONGEST = 2, 3, 300


@dataclass(frozen=True)
class Remark:
    """A sentence beside a table that speaks of the case asked, what it makes of the price, and where it stands."""

    told: str = ""
    done: str = ""
    proof: Candidate | None = None


def remark(question: Question, candidates: Sequence[Candidate], figure: Figure, counted: str = "") -> Remark:
    """The sentence of the same section that speaks of the case asked, and what it makes of the price; each may be "".

    ``counted`` is the price times what the question counts, where that is told.
    """
    first = candidates[0]
    near = ruling(question, candidates)
    titles = stem_set(" ".join(first.passage.path))
    labels = stem_set(" ".join(figure.labels)) | titles
    every = {label for one in first.passage.figures for label in one.labels}
    # who lives elsewhere is told by the rows, where they tell it
    side = "" if any(side_of(label, "") for label in every) else side_of(question.text, "")
    ours = side_of(" ".join(figure.labels), "")
    unsaid = [one for one in question.terms if one.word in question.subject and not one.said_in(labels)]
    public = whom.unsaid(question, labels)
    best, most = Remark(), TOLD - 1
    priced = [one for one in first.passage.figures if one.unit != "%"]  # "35 % du prix" is the row of no price
    for one in near:
        rows = {cell.line for cell in one.passage.figures if cell.unit != "%"}
        for before, span in pairwise([one.spans[0], *one.spans]):
            exempt = conditions.of_the_age(question.plain, span.clean)
            if span.line in rows or len(span.clean) > LONGEST or not (exempt or _changes(span.clean)):
                continue
            held = stem_set(span.clean)
            met = [term for term in unsaid if term.said_in(held)]
            said = sum(counting.accounted(question, quantity, [span.clean]) for quantity in counting.asked(question))
            case = conditions.of_the_case(question, span.clean, figure, priced, titles)
            if case < 0:
                continue
            case = max(case, exempt, conditions.of_staff(question, span.clean, first.passage.path))
            case = max(case, rebates.reaches(question, span.clean) and not conditions.provided(span.clean))
            case = max(case, conditions.of_very_age(question, span.clean))
            case = max(case, is_for(question, public, span.clean) and not conditions.provided(span.clean))
            worth = len(met) + said + COMPUTED * bool(side) + COMPUTED * case
            if worth > most and _side(span.clean, before.clean) in (side, ours if case else side):
                best, most = Remark(span.clean, proof=one), worth
    if best.proof is None:
        return best
    shown = [span for span in best.proof.spans if span.clean == best.told]
    every_one = [span.clean for one in near for span in one.spans]
    if doubtful(best.proof.passage, shown) or changes.of_another(best.told, figure, first.passage.figures):
        return best
    if conditions.excepted(every_one, figure):
        return best
    if rebates.tells(best.told):
        elsewhere = best.proof is not first and bool(best.proof.passage.figures)
        done = rebates.computed(question, best.told, first, figure, elsewhere=elsewhere)
        return Remark(best.told, done, best.proof)
    told = [*first.passage.path, first.span.clean, best.told, *([counted] if counted else [])]
    left = [] if counted else counting.left(question, figure.labels, told)
    left = [one for one in left if not conditions.in_delay(best.told, one) and not _is_age(question, best.told, one)]
    sure = most >= COMPUTED and not left and conditions.settled(question, best.told)
    done = _changed(question, best.told, figure, counted) if sure else ""
    return Remark(best.told, done, best.proof)


def _is_age(question: Question, sentence: str, quantity: Quantity) -> bool:
    """Whether a quantity is the age that the question tells, and a sentence too."""
    return quantity.thing in _YEARS and conditions.of_very_age(question, sentence)


def _side(sentence: str, before: str) -> str:
    """Whose case a sentence speaks of: "pour les autres" are those whom the sentence before does not speak of."""
    told = side_of(sentence, "")
    if told or not _OTHERS.search(fold(sentence)):
        return told
    return {"resident": "outsider", "outsider": "resident"}.get(side_of(before, ""), "")


def _changes(sentence: str) -> bool:
    return changes.found(sentence) or rebates.tells(sentence)


def _changed(question: Question, sentence: str, figure: Figure, counted: str) -> str:
    """What a remark makes of a price, or of that price times what is counted."""
    if not figure.value or figure.unit != "€" or figure.doubt:
        return ""
    change = changes.change_of(sentence)
    if change is None or (counted and change.adds):
        return _for_some(question, change, counted) if change else ""
    done = change.of(totals.result(counted) if counted else figure.value)
    return f"{counted} ; {done}" if counted and done else done


def _for_some(question: Question, change: changes.Change, counted: str) -> str:
    """The total where the question tells how many of those that it counts pay a sum more: "4 sorties, dont une"."""
    some = AMONG.findall(question.plain)
    number = number_of(some[0][0]) if len(some) == 1 else None
    if number is None or change.by is None or not change.more:
        return ""
    more = f"{french(number, '')} × {french(change.by.value)}" if number > 1 else french(change.by.value)
    total = totals.result(counted) + number * change.by.value
    return f"{counted.rsplit(' = ', 1)[0]} + {more} = {french(cents(total))}"
