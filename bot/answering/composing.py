"""Putting an answer into words: the figure or the rule first, then the line or the passage it was read in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.answering import effort, rows, totals
from bot.answering.candidates import Candidate
from bot.answering.cases import cases_asked, suits
from bot.answering.matching import stem_set
from bot.answering.parts import Topic
from bot.answering.quantities import product, share
from bot.answering.remarks import remark
from bot.answering.spans import Span, shortened
from bot.understanding.question import Question
from bot.understanding.wants import Want, holds
from knowledge.dates import french_date
from knowledge.documents import Citation, Figure, Passage, Piece
from knowledge.figures import amounts, sums, unreadable
from knowledge.text import fold

_LETTERED = re.compile(r"^\W{0,2}(?:[a-z]|\d{1,2})\)\s")
# What only recalls an earlier wording.
_FORMER = re.compile(
    r"\b(?:ancienne|precedente|initiale) (?:redaction|version)|\bcesse(?:nt)? de s'appliquer|\b(?:redaction|"
    r"version) initiale"
    r"|\bprevoyai(?:t|ent)\b"
)
EXCERPT, QUOTE, LEAD, OTHER, FIRST = 600, 900, 200, 200, 430
# Kinds of thing of which one answers, and another would mislead.
_ONE_VALUE = frozenset({Want.MONEY, Want.PHONE, Want.TIME})
CHECK, TO_CHECK = " (à vérifier)", "À vérifier sur la page :"


def told_by_table(question: Question, candidate: Candidate, reading: rows.Reading) -> str:
    """What a table says: one figure and what it is the price of, or each case; then the line of the page."""
    figures = reading.figures
    # The labels say which row and column were read, and the quote shows the whole line: in the answer, last year's
    # price on the same line would be read as this one's.
    read = [max((s.line for s in candidate.spans if s.line <= f.line), default=f.line) for f in figures]
    lines = dict.fromkeys(span.clean for span in candidate.spans if span.line in read)
    shown = [] if rows.said(figures[0]) else ["Ligne lue : " + " / ".join(lines or [candidate.span.clean])]
    if not reading.sure:
        cases = [f"- {rows.said(f)} : {rows.price(f)}{CHECK if f.doubt else ''}" for f in figures[: rows.MOST_CASES]]
        return "\n".join(["Selon le cas :", *cases, *shown, *_to_check(f.doubt for f in figures[: rows.MOST_CASES])])
    figure = figures[0]
    head = f"{rows.price(figure)} — {rows.said(figure)}." if rows.said(figure) else f"{rows.price(figure)}."
    head = " ".join([head, *_to_check([figure.doubt])])
    done = totals.total(question, candidate, figure, _around(candidate, figure))
    beside, changed = remark(question, candidate, figure)
    noted = [f"À noter : « {beside} »"] if beside else []
    if not uncounted(question, candidate):  # else the change is not all that the total takes
        done = done or changed
    if rated := effort.price(question, candidate.passage, figure):
        return "\n".join([rated, head, *shown])
    return "\n".join([*([done] if done else []), head, *noted, *shown])


def told_by_text(question: Question, candidate: Candidate) -> str:
    """The best span first, with what introduces it when it is an item; what follows, what came before, other cases."""
    spans, best = candidate.spans, candidate.best
    head = spans[best].clean
    lead = max((n for n in range(best) if spans[n].clean.endswith(":")), default=None)
    if _marked(spans[best]) and lead is not None and len(spans[lead].clean) < LEAD:
        head = f"{spans[lead].clean} {head}"
    # The other cases of its list come last: read first, they would be taken for the answer.
    others = frozenset[int]() if Want.LIST in question.wants else _others(question, spans, best)
    aside = others | {n for n, span in enumerate(spans) if n != best and _recalls(span)}
    room = EXCERPT - len(head)
    after = _filling(spans, [n for n in range(best + 1, len(spans)) if n not in aside], room, head)
    room -= sum(len(spans[n].clean) + 1 for n in after)
    before = _filling(spans, [n for n in range(best - 1, -1, -1) if n not in aside], room, head)
    room -= sum(len(spans[n].clean) + 1 for n in before)
    nearest = sorted(others, key=lambda n: (n < best, abs(n - best)))
    rest = _filling(spans, _worth_telling(question, spans, head, nearest), room, head)
    text = " ".join([head, *(spans[n].clean for n in after)])
    earlier = " ".join(spans[n].clean for n in sorted(before))
    cases = " ".join(spans[n].clean for n in sorted(rest, key=lambda n: (n < best, n)))
    told = sorted({best, *after, *before, *rest})
    # The line that introduces an item may stand before all of these.
    reasons = doubts(candidate.passage, [spans[n] for n in [*told, *([lead] if lead is not None else [])]])
    done = _computed(question, candidate)
    check = _to_check([*(one.doubt for one in (*sums(head), *unreadable(head))), *reasons])
    earlier = f"Juste avant : {earlier}" if earlier else ""
    cases = f"À côté : {cases}" if cases else ""
    return "\n".join(part for part in (done, text, *check, earlier, cases) if part)


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


def _worth_telling(question: Question, spans: Sequence[Span], head: str, others: Iterable[int]) -> list[int]:
    """The other cases that may help: none when ``head`` is the very case asked, nor another price or number to call."""
    folded = fold(head)
    if suits(cases_asked(question.plain), folded) >= 1.0:
        return []
    told = [want for want in question.wants & _ONE_VALUE if holds(want, folded)]
    return [n for n in others if not any(holds(want, fold(spans[n].clean)) for want in told)]


def _marked(span: Span) -> str:
    """What makes a span an item of a list or a row of a table; empty for a sentence."""
    if " | " in span.clean:
        return "row"
    return "item" if span.item or _LETTERED.match(span.clean) else ""


def _recalls(span: Span) -> bool:
    """Whether a sentence only recalls what no longer holds ("l'ancienne rédaction prévoyait…")."""
    return _FORMER.search(fold(span.clean)) is not None


def doubts(passage: Passage, spans: Sequence[Span]) -> tuple[str, ...]:
    """Why the sums that some spans of a scan state are not sure: each reason once, none where no sum is stated."""
    reasons: dict[str, None] = {}
    for span in spans if passage.doubts else ():
        last = span.line + span.text.count("\n")
        printed = [amount.printed for amount in amounts(span.clean) if amount.unit or amount.decimals == 2]
        about = (doubt for doubt in passage.doubts if span.line <= doubt.line <= last)
        reasons.update((doubt.reason, None) for doubt in about if any(doubt.concerns(one) for one in printed))
    return tuple(reasons)


def _to_check(doubts: Iterable[str]) -> list[str]:
    """What must be verified on the page, in one sentence, or nothing."""
    reasons = [reason for reason in dict.fromkeys(doubts) if reason]
    return [f"{TO_CHECK} {' ; '.join(reasons)}."] if reasons else []


def told_both(text: str, cited: Citation, other: Candidate, proven: Citation) -> str:
    """What one act says, then what another says of the same thing, each with its title, date and standing."""
    said = shortened(other.span.clean, OTHER)
    first = text if "\n" in text and len(text) <= FIRST else shortened(text, FIRST)
    # What is to be checked is never cut away.
    kept = next((line for line in text.split("\n") if line.startswith(TO_CHECK) and line not in first), "")
    first = f"{first} {kept}".rstrip()
    reasons = doubts(other.passage, [other.span])
    check = " ".join(["", *_to_check(reasons)])
    return f"{first} ({_act(cited)})\nUn autre acte en dit : « {said} » ({_act(proven)}){check}"


def told_modified(since: Topic) -> str:
    """A warning that a later act modifies the one quoted: it says which, since the passage does not."""
    number = f" n° {since.number}" if since.number else ""
    return f"Attention, cet acte est modifié depuis par un autre{number} : « {shortened(since.title, LEAD)} »."


def told_also(text: str, other: Candidate) -> str:
    """An answer, then what another passage says that fits as well."""
    check = _to_check(doubts(other.passage, [other.span]))
    said = f"Aussi, page {other.passage.locator.page} : « {shortened(other.span.clean, OTHER)} »"
    return "\n".join([shortened(text, FIRST), " ".join([said, *check])])


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


def uncounted(question: Question, candidate: Candidate) -> bool:
    """Whether the question counts things that neither the line read nor its labels count: a total is wanted."""
    labels = [label for f in (candidate.reading.figures if candidate.reading else ()) for label in (*f.row, *f.column)]
    held = stem_set(" ".join(labels))
    told = [*labels, *candidate.passage.path, candidate.span.clean]
    return any(
        str(quantity.number) not in held and not totals.accounted(question, quantity, told)
        for quantity in totals.asked(question)
    )


def _around(candidate: Candidate, figure: Figure) -> str:
    """What tells the thing a price is for: its line, its heads, its title and what introduces the table."""
    passage = candidate.passage
    heads = [label for one in passage.figures[:12] for label in (*one.row[:-1], *one.column)]
    rows = {one.line for one in passage.figures}
    before = [span.clean for span in candidate.spans if span.line < figure.line and span.line not in rows]
    return " . ".join([candidate.span.clean, *passage.path[-2:], *dict.fromkeys(heads), passage.context, *before[-2:]])


def _computed(question: Question, candidate: Candidate) -> str:
    asked, text = totals.asked(question), candidate.span.clean
    priced = sums(text)
    # among several prices, the only one that says what it is for: "2,70 € par journée, dans la limite de 216 € par an"
    named = [one for one in priced if product(one.value, "€", _after(text, one.end), asked)]
    if len(priced) == 1:
        done = product(priced[0].value, "€", text, asked)
    else:
        done = product(named[0].value, "€", _after(text, named[0].end), asked) if len(named) == 1 else None
    near = " ".join(span.clean for span in candidate.spans[candidate.best : candidate.best + 3])
    done = done or share(near, asked)
    return done[1] if done else ""


def _after(text: str, end: int) -> str:
    """The words right after a price that tell what it is for ("par journée")."""
    return " ".join(re.split(r"[,;.()]", text[end:])[0].split()[:9])


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
