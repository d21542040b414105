"""What is added to a price for who asks for it too ("chauffage compris", "+ la cuisine"), or for the season asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answering import seasons, wholes
from bot.answering.candidates import Candidate
from bot.answering.counting import asked
from bot.answering.doubting import doubtful
from bot.answering.extras import among, leading, named, possible, required
from bot.answering.hired import by_the_piece, piece_of
from bot.answering.listed import chosen
from bot.answering.matching import stem_set
from bot.answering.quantities import thing_of
from bot.answering.sections import beside
from bot.answering.spans import Span
from bot.understanding.question import Question
from index.analysis import stem, tokens
from knowledge.documents import Figure
from knowledge.figures import amounts, french, sums
from knowledge.grids.figures import cents
from knowledge.text import fold

_HEATING = "chauffage"
_ADDED = re.compile(
    r"\b(?:ajoute\w*|supplements?|supplementaires?|majoration|en sus|en plus|options?|s'ajoute\w*|"
    r"(?:pas|non) (?:compris|inclus)(?:e|es)?)\b"
)
_NOT_A_PRICE = re.compile(
    r"(?<!\bnon )\b(?:cautions?|garantie|amende|penalite|arrhes|acompte|perdue?s?|cassee?s?|rembours\w*)\b"
)
_SAVE = re.compile(r"\b(?:sauf|excepte|hormis|a l'exception d\w+)\b(?P<what>.*)")
_PER = re.compile(
    r"(?:\bpar|/|\bchaque|\bl[ea](?= (?:jour|journee|nuit|nuitee|personne|couvert)\b)|\bl'(?=heure)) ?([a-z]{3,})"
)
_ASIDE = re.compile(r"\([^)]*\)?")
_DAY = thing_of("jour")
# What is asked at a desk is asked for one of them, unless several are counted.
_HOUSEHOLD = frozenset(map(thing_of, ("famille", "foyer")))
_BOTH_DAYS, _ONE_DAY = re.compile(r"\bsamedi\b.*\bdimanche\b"), re.compile(r"\bsamedi\b,? ou (?:le )?dimanche\b")
# Words of labels that tell no place and no use from another.
_COMMON = frozenset(
    map(
        stem,
        "a avec sans salle location jour journee demi semaine week end nuit heure an tarif prix hiver ete "
        "saison d l".split(),
    )
)
LONGEST = 300


@dataclass(frozen=True)
class Added:
    """A price with what is added to it: the computation, what tells each part, the passages they stand in."""

    text: str
    lines: tuple[str, ...]
    proofs: tuple[Candidate, ...]


@dataclass(frozen=True)
class _Extra:
    """The price, or the rate, of what is added: how the act says it, for what (``per``), in which passage."""

    told: str
    value: Decimal
    unit: str
    per: str
    proof: Candidate


def added(
    question: Question,
    candidates: Sequence[Candidate],
    figure: Figure,
    price: Decimal,
    said: str,
    each: Decimal | None = None,
) -> Added | None:
    """A price, told as ``said``, with all that is to be added to it; None where nothing is, or one part is not told.

    ``each`` is how many times the title of the table has its rows paid, where it is by the title that the price was.
    """
    first = candidates[0]
    if _NOT_A_PRICE.search(fold(" ".join((*figure.row[-1:], *figure.column)))):
        return None
    near = beside(candidates)
    day = seasons.day_asked(question.text, question.day)
    if day is None and by_the_piece(question, first.passage.figures) and any(map(_in_winter, _texts(first))):
        return None  # a place that may be heated has no one price all the year
    some = among(question) or {}
    total, parts, lines, proofs = price, [said], list[str](), [first]
    for extra in sorted(_wanted(question, near, figure, day)):
        row = _of_a_row(question, extra, first, figure, day)
        found = row or _of_a_sentence(extra, near, figure, day)
        often = each if each and row and not row.per else _times(question, figure, found.per) if found else None
        times = some.get(extra) or often
        if found is None or times is None:
            return None
        if found.told in lines:
            continue  # "vaisselle comprise, 80 couverts": one row
        more = cents(price * found.value / 100) if found.unit == "%" else times * found.value
        part = f"{french(found.value, '%')} ({french(more)})" if found.unit == "%" else french(found.value)
        parts.append(f"{french(times, '')} × {part}" if times != 1 else part)
        lines.append(found.told)
        proofs.append(found.proof)
        total += more
    if not lines:
        return None
    return Added(f"{' + '.join(parts)} = {french(cents(total))}", tuple(lines), tuple(dict.fromkeys(proofs)))


def _wanted(question: Question, near: Sequence[Candidate], figure: Figure, day: seasons.Day | None) -> frozenset[str]:
    """The stems of what is to be added: what the question names; for the whole, the heating of the season asked."""
    held = stem_set(" ".join((*figure.row[-1:], *figure.column)))
    must = required(question)
    told = [text for one in near for text in _texts(one)]
    if wholes.worked_out(question.plain, "") and any(_heats(text, day) for text in told):
        must |= {stem(_HEATING)}
    priced = {extra for extra in possible(question) if any(named(question, extra, text) for text in told)}
    must |= frozenset(among(question) or ()) | by_the_piece(question, near[0].passage.figures)
    return frozenset(must | priced) - held - question.denied


def _heats(text: str, day: seasons.Day | None) -> bool:
    """Whether a label or a sentence tells of a heating paid in the season that holds the day."""
    return _HEATING in fold(text) and seasons.holds(text, "", day) > 0


def _in_winter(text: str) -> bool:
    """Whether a label or a sentence tells of a heating paid in some season only."""
    return _HEATING in fold(text) and bool(seasons.ranges(text))


def _texts(candidate: Candidate) -> list[str]:
    """The labels of the rows and the sentences of a passage."""
    labels = [one.row[-1] for one in candidate.passage.figures if one.row]
    return [*labels, *(span.clean for span in _beside(candidate))]


def _of_a_row(
    question: Question, extra: str, first: Candidate, figure: Figure, day: seasons.Day | None
) -> _Extra | None:
    """What a row of the same table tells of an extra, in the column of the price it is added to."""
    every = [one for one in first.passage.figures if one.row]
    rows = [one for one in every if named(question, extra, one.row[-1])]
    rows = rows or [one for one in every if piece_of(one) == extra and extra in by_the_piece(question, every)]
    rows = rows or [one for one in every if _listed(question, extra, one) & _words(figure)]
    rows = [one for one in rows if one.column == figure.column or not one.column or _of_its_own(one)]
    rows = [one for one in rows if one.row[:-1] == figure.row[:-1]] or rows
    one = rows[0] if len(rows) == 1 else None
    if (
        one is None
        or one.value is None
        or one.unit != "€"
        or one.doubt
        or seasons.holds(" ".join(one.row[-2:]), "", day) < 0
    ):
        return None
    per = _per(" ".join((one.row[-1], *(one.column if _of_its_own(one) else ())))) or (
        extra if piece_of(one) == extra else ""
    )
    label = ", ".join(one.row[-2:] if _listed(question, extra, one) else one.row[-1:])
    return _Extra(f"{label.strip(' *:')} : {french(one.value)}", one.value, "€", per, first)


def _listed(question: Question, extra: str, figure: Figure) -> frozenset[str]:
    """The words of the place for which a list gives the price of an extra: "Forfait chauffage : halle 90 €"."""
    return stem_set(figure.row[-1]) - _COMMON if named(question, extra, " ".join(figure.row[-2:-1])) else frozenset()


def _of_its_own(figure: Figure) -> bool:
    """Whether a figure stands in a line that says for what its price is: "Inscription : 12 € par famille"."""
    return len(figure.column) == 1 and _PER.match(fold(figure.column[0])) is not None


def _of_a_sentence(extra: str, near: Sequence[Candidate], figure: Figure, day: seasons.Day | None) -> _Extra | None:
    """What the only sentence beside the table that adds something for an extra tells of it."""
    found = [(one, span) for one in near for span in _beside(one) if _adds(span.clean, extra)]
    if len(found) != 1 or doubtful(found[0][0].passage, [found[0][1]]):
        return None
    one, told = found[0][0], found[0][1].clean
    folded = fold(_ASIDE.sub(" ", told))
    labels = _words(figure)
    save = _SAVE.search(folded)
    said = stem_set(folded[: save.start()] if save else folded)
    elsewhere = said & frozenset().union(*(_words(cell) for cell in near[0].passage.figures)) - labels - {extra}
    if (elsewhere and not said & labels) or (save and stem_set(save["what"]) & labels):
        return None
    given = [one for one in amounts(folded) if one.unit or one.decimals == 2]
    priced = chosen(given, folded, labels) if len(given) >= len(sums(_ASIDE.sub(" ", told))) else None
    if priced is None or seasons.holds(folded, "", day) < 0:
        return None
    amount, after = priced
    per = _per(after)
    if amount.doubt or (not per and _per(folded)):
        return None  # "45 € par jour à l'un et 18 € à l'autre"
    return _Extra(f"« {told} »", amount.value, amount.unit or "€", per, one)


def _beside(candidate: Candidate) -> list[Span]:
    """The sentences of a passage that are no row of its table."""
    rows = {one.line for one in candidate.passage.figures}
    return [span for span in candidate.spans if span.line not in rows and len(span.clean) <= LONGEST]


def _adds(sentence: str, extra: str) -> bool:
    """Whether a sentence tells the price of an extra, not what is pledged for it nor what it costs when lost."""
    folded = fold(_ASIDE.sub(" ", sentence))
    told = extra in stem_set(folded) and (_ADDED.search(folded) is not None or leading(folded) == extra)
    return told and _NOT_A_PRICE.search(folded) is None and bool(amounts(folded))


def _words(figure: Figure) -> frozenset[str]:
    """The stems of a figure's labels that tell its place and its use from others."""
    return stem_set(" ".join(figure.labels)) - _COMMON


def _times(question: Question, figure: Figure, per: str) -> Decimal | None:
    """How many times an extra is paid: once, or for each thing that the question counts; None when it does not say."""
    if not per:
        return Decimal(1)
    counted = [one.number for one in asked(question) if one.thing == per]
    if counted:
        return counted[0] if len(counted) == 1 else None
    if per in _HOUSEHOLD:
        return Decimal(1)
    labels = fold(" ".join(figure.labels))
    if per == _DAY:
        days = set(map(int, re.findall(r"\b(\d) jours\b", labels)))
        if _ONE_DAY.search(labels) and _BOTH_DAYS.search(question.plain):
            return None
        both = _BOTH_DAYS.search(labels) or ("week" in labels and _BOTH_DAYS.search(question.plain))
        number = days.pop() if len(days) == 1 else 2 if both else 1 if _DAY in map(thing_of, tokens(labels)) else 0
        return Decimal(number) if number else None
    return Decimal(1) if re.search(rf"\bune? {re.escape(per)}", question.plain) else None


def _per(text: str) -> str:
    """The stem of the thing for each of which a price is paid, "" when it is paid once."""
    match = _PER.search(fold(text))
    return thing_of(match[1]) if match else ""
