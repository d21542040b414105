"""Putting an answer into words: the figures of a table, what other acts say, the quote that proves it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answering import counting, likely, naming, rows, wholes
from bot.answering.candidates import Candidate
from bot.answering.doubting import CHECK, TO_CHECK, doubts, to_check
from bot.answering.likened import Ruling, likened
from bot.answering.partial import compares, priced_in_part
from bot.answering.spans import Span, shortened
from bot.answering.topics import Topic
from bot.answering.working import Worked
from bot.understanding.question import Question
from bot.understanding.wants import Want
from knowledge.dates import french_date
from knowledge.documents import Citation, Figure, Passage, Piece
from knowledge.figures import amounts, sums
from knowledge.outline.tables import SAME_COLUMNS
from knowledge.text import fold

_COMPUTED = re.compile(r"(?:[×+−/] |soit )[^=\n]* = \d")
QUOTE, TITLE, OTHER, FIRST = 900, 200, 200, 430


def told_by_table(candidate: Candidate, reading: rows.Reading, done: Worked) -> str:
    """What a table says: one figure and what it is the price of, or each case; without labels, the line of the page.

    What is computed from it comes first.
    """
    figures = reading.figures
    # The labels say which row and column were read, and the quote shows the whole line: in the answer, last year's
    # price on the same line would be read as this one's.
    read = [max((s.line for s in candidate.spans if s.line <= f.line), default=f.line) for f in figures]
    lines = dict.fromkeys(span.clean for span in candidate.spans if span.line in read)
    shown = [] if naming.said(figures[0]) else ["Ligne lue : " + " / ".join(lines or [candidate.span.clean])]
    noted = [f"À noter : « {done.noted} »"] if done.noted else []
    if not reading.sure:
        figures = figures[: rows.MOST_CASES]
        cases, alike = _cases(figures)
        told = [*([done.done] if done.done else []), "Selon le cas :", *cases, *noted, *shown]
        return "\n".join([*told, *to_check([*likely.reasons(figures), alike])])
    figure = figures[0]
    head = f"{naming.price(figure)} — {naming.said(figure)}." if naming.said(figure) else f"{naming.price(figure)}."
    head = " ".join([head, *to_check(likely.reasons([figure]))])
    return "\n".join([*([done.done] if done.done else []), head, *done.lines, *noted, *shown])


def _cases(figures: Sequence[Figure]) -> tuple[list[str], str]:
    """Each case with its price, and why some are to be checked: one line says two prices and not which is which."""
    told: dict[tuple[str, int], list[str]] = {}
    for figure in figures:
        said = f"{naming.price(figure)}{CHECK if figure.doubt else ''}"
        told.setdefault((naming.said(figure), figure.line), []).append(said)
    alike = any(len(set(prices)) > 1 for prices in told.values())
    cases = [f"- {label} : {' ; '.join(dict.fromkeys(prices))}" for (label, _), prices in told.items()]
    return cases, SAME_COLUMNS if alike else ""


def told_both(text: str, cited: Citation, other: Candidate, proven: Citation) -> str:
    """What one act says, then what another says of the same thing, each with its title, date and standing."""
    said = shortened(other.span.clean, OTHER)
    first = text if "\n" in text and len(text) <= FIRST else shortened(text, FIRST)
    # What is to be checked is never cut away.
    kept = next((line for line in text.split("\n") if line.startswith(TO_CHECK) and line not in first), "")
    first = f"{first} {kept}".rstrip()
    check = " ".join(["", *to_check(_doubts(other, said))])
    return f"{first} ({_act(cited)})\nUn autre acte en dit : « {said} » ({_act(proven)}){check}"


def told_noted(question: Question, text: str, candidate: Candidate) -> str:
    """An answer, then the sentence beside its table that says whose price the public asked about pays, if any."""
    beside = likened(question, candidate)
    return f"{text}\nÀ noter : « {beside} »" if beside and beside not in text else text


def told_ruled(ruling: Ruling) -> str:
    """The sentence that settles the very case asked, then the prices that it leaves true."""
    figures = ruling.figures[: rows.MOST_CASES]
    cases, alike = _cases(figures)
    reasons = doubts(ruling.proof.passage, [ruling.proof.span])
    check = to_check([*reasons, *(figure.doubt for figure in figures), alike])
    return "\n".join([f"« {ruling.proof.span.clean} »", *cases, *check])


def told_modified(since: Topic) -> str:
    """A warning that a later act modifies the one quoted: it says which, since the passage does not."""
    number = f" n° {since.number}" if since.number else ""
    return f"Attention, cet acte est modifié depuis par un autre{number} : « {shortened(since.title, TITLE)} »."


def told_also(text: str, other: Candidate) -> str:
    """An answer, then what another passage says that fits as well."""
    said = shortened(other.span.clean, OTHER)
    told = f"Aussi, page {other.passage.locator.page} : « {said} »"
    return "\n".join([shortened(text, FIRST), " ".join([told, *to_check(_doubts(other, said))])])


def _doubts(other: Candidate, said: str) -> list[str]:
    """What is to be checked of what is ``said`` of another candidate, how its numbers most likely read first."""
    return [*likely.readings(other.span, said), *doubts(other.passage, [other.span])]


def _act(cited: Citation) -> str:
    day = f", {french_date(cited.date)}" if cited.date else ""
    return f"{cited.title}{day}, {cited.standing.label}"


def values(candidate: Candidate) -> frozenset[Decimal]:
    """The figures a candidate states: those of the cells read, else those of its best span."""
    if candidate.reading:
        return frozenset(figure.value for figure in candidate.reading.figures if figure.value is not None)
    return frozenset(amount.value for amount in amounts(candidate.span.clean) if amount.value > 1)


def told_standing(passage: Passage, piece: Piece | None) -> str:
    """Where the act stands, in one sentence: voted and how, decided, or only proposed."""
    day = f" (séance du {french_date(passage.date)})" if passage.date else ""
    vote = f" : « {piece.vote} »" if piece and piece.vote else ""
    return f"{passage.standing.label.capitalize()}{day}{vote}."


def case(candidate: Candidate, figure: Figure) -> str:
    """What tells a row among others of several tables: the table it is in, then its own label."""
    table = next((label for label in figure.row[:-1] if label[:1].isupper() and len(label) <= 60), "")
    table = table or (candidate.passage.path[-1] if len(candidate.passage.path) > 1 else "")
    return ", ".join(dict.fromkeys(part.strip(" *:") for part in (table, *figure.row[-1:]) if part))


def quote(candidate: Candidate) -> str:
    """The verbatim text shown as proof: the whole passage, or what stands around the best span of a long one."""
    text = re.sub(r"\n{2,}", "\n", candidate.passage.text)
    return text if len(text) <= QUOTE else _window(candidate.spans, candidate.best)


def computes(text: str) -> bool:
    """Whether an answer holds a computation, its steps shown."""
    return _COMPUTED.search(text) is not None


def uncounted(question: Question, candidate: Candidate) -> bool:
    """Whether the question asks for a price, and counts things that neither the line read nor its labels count.

    Who names things with their numbers, and asks nothing else, asks for a price; so does who asks for a total.
    """
    read = candidate.reading
    priced = all(one.unit == "€" for one in read.figures) if read else bool(sums(candidate.span.clean))
    if priced and compares(question.plain):
        return True
    if Want.MONEY not in question.wants and not (priced and not question.wants):
        return False
    labels = read.labels if read else ()
    if wholes.worked_out(question.plain, fold(" ".join([*labels, candidate.span.clean]))):
        return True
    if priced_in_part(question, candidate):
        return True
    return bool(counting.left(question, labels, [*candidate.passage.path, candidate.span.clean]))


def _window(spans: Sequence[Span], best: int) -> str:
    first = last = best
    size = len(spans[best].text)
    while size < QUOTE and (first or last + 1 < len(spans)):
        if last + 1 < len(spans):
            last += 1
            size += len(spans[last].text)
        if first:
            first -= 1
            size += len(spans[first].text)
    return "\n".join(dict.fromkeys(span.text for span in spans[first : last + 1]))
