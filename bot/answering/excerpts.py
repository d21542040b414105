"""Telling a rule: the sentence or the item that answers first, then what stands around it, other cases last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answering import bearing, clauses, likely, tallies
from bot.answering.candidates import Candidate
from bot.answering.cases import cases_asked, suits
from bot.answering.doubting import doubts, to_check
from bot.answering.matching import stem_set
from bot.answering.neighbours import of_other_things
from bot.answering.spans import Span
from bot.understanding.forms import holds
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.engine import SURE
from knowledge.figures import sums, unreadable
from knowledge.text import fold

_LETTERED = re.compile(r"^\W{0,2}(?:[a-z]|\d{1,2})\)\s")
# What only recalls an earlier wording, or an earlier value, or gives the figure of others to compare.
_FORMER = re.compile(
    r"^\W*(?:pour (?:memoire|rappel|comparaison)|a titre de (?:comparaison|rappel))\b|\bl'an (?:passe|dernier)\b|"
    r"\b(?:saison|convention|deliberation) precedente\b|\b(?:bail|contrat|marche|bareme|tarif) precedent\b|"
    r"\bmoyennes? (?:de (?:la|sa) strate|nationale|regionale|departementale|des (?:communes|villes))|"
    r"\betai(?:t|ent) (?:de|a|fixee?s? a) \d|"
    r"\b(?:ancienne|precedente|initiale) (?:redaction|version)|\bcesse(?:nt)? de s'appliquer|\b(?:redaction|"
    r"version) initiale"
    r"|\bprevoyai(?:t|ent)\b"
    # last year's value, or that of the agreement before
    r"|\b(?:il|elle|prix|tarif|taux|montant|taxe|redevance|subvention)s? etai(?:t|ent) (?:de|fixee?s? a)\b"
    r"|\betai(?:t|ent)\b.{0,60}\b(?:auparavant|precedemment|jusqu'alors)\b"
)
# Kinds of thing of which one answers, and another would mislead.
_ONE_VALUE = frozenset({Want.MONEY, Want.PHONE, Want.TIME})
EXCERPT, LEAD = 600, 200
CELLS = " | "


def told_by_text(question: Question, candidate: Candidate, done: str = "") -> str:
    """The best span first, with what introduces it when it is an item; what follows, what came before, other cases.

    What is computed from it (``done``) comes before.
    """
    spans, best = candidate.spans, candidate.best
    head = spans[best].clean
    done = done or tallies.cell_counted(question, head)
    lead = max((n for n in range(best) if spans[n].clean.endswith(":")), default=None)
    if _marked(spans[best]) and lead is not None and len(spans[lead].clean) < LEAD:
        head = f"{spans[lead].clean} {head}"
    listed = _listed(spans, best, lead) if Want.PAPERS in question.wants else range(0)
    if listed:
        head = " ".join(spans[n].clean for n in listed)
    if Want.MONEY in question.wants:
        head = clauses.only(question, head) or head
    # The other cases of its list come last: read first, they would be taken for the answer.
    together = Want.LIST in question.wants and not _names_row(question, spans, best)
    others = frozenset[int]() if together else _others(question, spans, best)
    recalled = {n for n, span in enumerate(spans) if n != best and _recalls(question, span)}
    # "dotation : 40 € ; crédit de sortie : 9 €": short first, the quote shows the rest
    aside = others | {*listed} | recalled | of_other_things(question, candidate)
    room = EXCERPT - len(head)
    after = _filling(spans, [n for n in range(best + 1, len(spans)) if n not in aside], room, head)
    room -= sum(len(spans[n].clean) + 1 for n in after)
    named = Want.PERSON in question.wants and bearing.names_somebody(fold(head))
    # beside the person asked for, another name would be taken for hers
    before = [] if named else _filling(spans, [n for n in range(best - 1, -1, -1) if n not in aside], room, head)
    room -= sum(len(spans[n].clean) + 1 for n in before)
    nearest = sorted(others, key=lambda n: (n < best, abs(n - best)))
    rest = _filling(spans, _worth_telling(question, spans, head, nearest), room, head)
    text = " ".join([head, *(spans[n].clean for n in after)])
    earlier = " ".join(spans[n].clean for n in sorted(before))
    cases = " ".join(spans[n].clean for n in sorted(rest, key=lambda n: (n < best, n)))
    told = sorted({best, *listed, *after, *before, *rest})
    # The line that introduces an item may stand before all of these.
    reasons = doubts(candidate.passage, [spans[n] for n in [*told, *([lead] if lead is not None else [])]])
    read = likely.readings(spans[best], head)
    doubtful = [one.doubt for one in (*sums(head), *unreadable(head))]
    check = to_check([*read, *likely.others(doubtful, read), *reasons])
    earlier = f"Juste avant : {earlier}" if earlier else ""
    cases = f"À côté : {cases}" if cases else ""
    told_first = [*check, text] if read else [text, *check]
    return "\n".join(part for part in (done, *told_first, earlier, cases) if part)


def _listed(spans: Sequence[Span], best: int, lead: int | None) -> range:
    """The whole list that an item is of, with what introduces it, where there is room: one paper is not enough."""
    mark = _marked(spans[best])
    if lead is None or mark != "item" or any(_marked(span) != mark for span in spans[lead + 1 : best]):
        return range(0)
    end = next((n for n in range(best, len(spans)) if _marked(spans[n]) != mark), len(spans))
    size = sum(len(span.clean) + 1 for span in spans[lead:end])
    return range(lead, end) if end - lead > 2 and size <= EXCERPT else range(0)


def _filling(spans: Sequence[Span], places: Iterable[int], room: int, head: str) -> list[int]:
    """The first of ``places`` that fit in the room, up to the one that does not or that ``head`` already says."""
    told: list[int] = []
    for place in places:
        room -= len(spans[place].clean) + 1
        if room < 0 or spans[place].clean in head:
            break
        told.append(place)
    return told


def _others(question: Question, spans: Sequence[Span], best: int) -> frozenset[int]:
    """The other cases than the one asked: the items of its list, the rows of its table, the other numbers to call."""
    mark = _marked(spans[best])
    others = {n for n, span in enumerate(spans) if mark and _marked(span) == mark}
    if Want.PHONE in question.wants and holds(Want.PHONE, spans[best].clean):
        others |= {n for n, span in enumerate(spans) if holds(Want.PHONE, span.clean)}
    return frozenset(others - {best})


def _names_row(question: Question, spans: Sequence[Span], best: int) -> bool:
    """Whether the question names, by a word of its label that no other row has, the row of a table that answers."""
    rows = {n: stem_set(span.clean.split(CELLS)[0]) for n, span in enumerate(spans) if CELLS in span.clean}
    own = rows.pop(best, frozenset())
    asked = [term for term in question.terms if term.word in question.subject and term.said_in(own, SURE)]
    return any(not any(term.said_in(label, SURE) for label in rows.values()) for term in asked)


def _worth_telling(question: Question, spans: Sequence[Span], head: str, others: Iterable[int]) -> list[int]:
    """The other cases that may help: none when ``head`` is the very case asked, nor another price or number to call."""
    folded = fold(head)
    if suits(cases_asked(question.plain), folded) >= 1.0:
        return []
    told = [want for want in question.wants & _ONE_VALUE if holds(want, folded)]
    return [n for n in others if not any(holds(want, fold(spans[n].clean)) for want in told)]


def _marked(span: Span) -> str:
    """What makes a span an item of a list or a row of a table; empty for a sentence."""
    if CELLS in span.clean:
        return "row"
    return "item" if span.item or _LETTERED.match(span.clean) else ""


def _recalls(question: Question, span: Span) -> bool:
    """Whether a sentence tells what does not hold: an earlier wording, a proposal in vain, an average."""
    folded = fold(span.clean)
    return _FORMER.search(folded) is not None or bearing.not_taken(folded, question.plain)
