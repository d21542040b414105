"""A sum paid in parts ("50 % en mars, le solde en juin"), and the part of it, or the deposit, that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.answering.candidates import Candidate
from bot.answering.doubting import doubtful
from bot.answering.incomes import in_bracket
from bot.answering.matching import stem_set
from bot.answering.sections import beside
from bot.answering.spans import Span
from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.analysis import stem
from knowledge.dates import MONTHS
from knowledge.documents import Figure
from knowledge.figures import amounts, french, sums
from knowledge.grids.figures import cents
from knowledge.text import NUMBER_WORDS, fold, squeeze

_COUNTS = "un|deux|trois|quatre|cinq|six|sept|huit|neuf"
_SHARES = {"moitie": Fraction(1, 2), "tiers": Fraction(1, 3), "quart": Fraction(1, 4)}
_SHARES |= {"cinquieme": Fraction(1, 5), "dixieme": Fraction(1, 10)}
_RATE = rf"(?P<rate>\d{{1,3}} ?%|(?:(?:{_COUNTS}|l[ae]) )?(?:moitie|tiers|quart|cinquieme|dixieme)s?\b)"
_WHEN = (
    r"(?:(?:est |sont |sera )?(?:vers|pay|mandat|regl)ee?s? )?"
    r"(?P<when>(?:en|au|aux|a|lors|des|apres|avant|dans|le|fin|debut|courant|sur)\b"
    rf"[^,;.:%]{{2,70}}?(?=[,;.:]| et (?:\d|l[ae] |(?:{_COUNTS}) )|$))"
)
_PART = re.compile(rf"\b{_RATE},? ?(?:de la somme |du montant |de la subvention |du total )?{_WHEN}")
_REST = re.compile(rf"\b(?:solde|reste)\b,? ?(?:soit \d{{1,3}} ?%,? ?)?(?:{_WHEN})?")
# A line that opens on its own part: "30 %   au 1er mars".
_LINE = re.compile(rf"\n(?=\W*(?:{_RATE.replace('?P<rate>', '?:')}|(?:le )?(?:solde|reste)\b))")
_GIVEN = re.compile(
    r"\b(?:vers|attribu|accord|allou)\w*\b[^.;]{0,40}$|\b(?:subvention|aide|participation)\b[^.;]{0,40}$"
)
_NTH = re.compile(
    r"\b(?P<nth>premiere?|1 ?ere?|deuxieme|seconde?|2 ?n?d?e?(?:me)?|troisieme|3 ?e(?:me)?|derniere?) "
    r"(?:versement|acompte|paiement|virement|part|partie|echeance|tranche)s?\b"
)
_PAYS = re.compile(
    r"\b(?:vers(?:e|er|es|ee|ees|ent|ons|era|erons|eront|ement|ements)|acomptes?|arrhes|solde|echeance|mandat\w*|"
    r"virements?|virer|touch\w+|recoi\w*|recev\w+|percoi\w*|percev\w+)\b"
)
# What is pledged, lost or broken is paid in no parts.
_NO_PRICE = re.compile(r"\b(?:cautions?|garantie|pertes?|perdue?s?|cassee?s?|amendes?|penalites?|degradations?)\b")
_DEPOSIT = re.compile(r"\b(?:acomptes?|arrhes)\b")
_PLACES = {"p": 0, "1": 0, "d": 1, "s": 1, "2": 1, "t": 2, "3": 2}
# What any payment may be called: it tells no part from another.
_ANY = frozenset(
    map(stem, "subvention somme montant total commune ville association club verse versement annee".split())
)
_AROUND = 6
# What the rows of a schedule of payments say.
_WHEN_PAID = frozenset(map(stem, (*MONTHS, "solde", "signature", "versement", "acompte", "reste", "avance")))


@dataclass(frozen=True)
class _Part:
    share: Fraction
    printed: str
    when: str


def instalment(question: Question, candidate: Candidate) -> str:
    """The part that the question names of the only sum that a text pays in parts, or "" when anything is left open."""
    first, last = max(0, candidate.best - _AROUND), candidate.best + _AROUND
    spans = candidate.spans[first:last]
    text = _raw(candidate, spans)
    whole = {one.value for one in sums(text)}
    if len(whole) > 1:
        whole = {one.value for one in sums(text) if _GIVEN.search(fold(text[: one.start]))}
    parts = _parts(text)
    if len(whole) != 1 or not parts or doubtful(candidate.passage, spans):
        return ""
    return _said(question, whole.pop(), parts)


def of_price(question: Question, candidates: Sequence[Candidate], figure: Figure) -> tuple[str, str]:
    """The part, or the deposit, that the question names of a price of a table, and the sentence that tells its rate."""
    first = candidates[0]
    if figure.value is None or figure.unit != "€" or figure.doubt or not _PAYS.search(question.plain):
        return "", ""
    rows = {one.line for one in first.passage.figures}
    beside = [span for span in first.spans if span.line not in rows and not doubtful(first.passage, [span])]
    told = [(span.clean, parts) for span in beside if (parts := _parts(span.clean))]
    told = [(text, parts) for text, parts in told if not sums(text) or in_bracket(text.lower(), figure.value)]
    told = [(text, parts) for text, parts in told if not _of_another(text, figure, first.passage.figures)]
    if of_a_deposit(question.plain):
        pledged = _NO_PRICE.search(fold(" ".join(figure.labels)))
        return ("", "") if pledged else _deposit(candidates, figure.value)
    told = told or _scheduled(candidates)
    return (_said(question, figure.value, told[0][1]), told[0][0]) if len(told) == 1 else ("", "")


def _scheduled(candidates: Sequence[Candidate]) -> list[tuple[str, list[_Part]]]:
    """The parts that tables of the same section tell, one a row, each with its day: "15 mai | 25 %"."""
    found = []
    for one in beside(candidates):
        rates = [cell for cell in one.passage.figures if cell.unit == "%" and cell.row]
        sure = [cell for cell in rates if cell.value is not None and not cell.doubt]
        parts = [_Part(Fraction(cell.value or 0) / 100, cell.printed, cell.row[-1]) for cell in sure]
        days = [bool(stem_set(cell.row[-1]) & _WHEN_PAID) for cell in sure]
        if len(sure) == len(rates) > 1 and all(days) and sum((part.share for part in parts), Fraction(0)) == 1:
            found.append((" ; ".join(f"{part.when} : {part.printed}" for part in parts), parts))
    return found


def _of_another(sentence: str, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a sentence names another row of the table ("La subvention de l'aviron"), and not the one read."""
    said = stem_set(sentence)
    rows = {one.row: stem_set(" ".join(one.row[-1:])) - _ANY for one in figures if one.row != figure.row}
    ours = stem_set(" ".join(figure.row[-1:]))
    return bool(said & frozenset().union(*rows.values()) - ours) and not said & ours - frozenset().union(*rows.values())


def of_a_deposit(folded: str) -> bool:
    """Whether a folded text speaks of a part of a price paid beforehand."""
    return _DEPOSIT.search(folded) is not None


def _deposit(candidates: Sequence[Candidate], price: Decimal) -> tuple[str, str]:
    """The deposit on a price, by the only rate that the same section gives for one, and the sentence that gives it."""
    near = beside(candidates)
    found = [(one, span) for one in near for span in one.spans if of_a_deposit(fold(span.clean))]
    rated = [(one, span, [r for r in amounts(span.clean) if r.unit == "%"]) for one, span in found]
    given = {rate.value for _, _, rates in rated for rate in rates}
    if len(given) != 1 or any(sums(span.clean) or doubtful(one.passage, [span]) for one, span in found):
        return "", ""
    rate, told = given.pop(), next(span.clean for _, span, rates in rated if rates)
    return f"{french(price)} × {french(rate, '%')} = {french(cents(price * rate / 100))}", told


def _said(question: Question, whole: Decimal, parts: Sequence[_Part]) -> str:
    """The computation of the one part that the question names; "" when it names none, or two."""
    if not _PAYS.search(question.plain) or (Want.DEADLINE in question.wants and Want.MONEY not in question.wants):
        return ""
    said = {one for one in stem_set(question.plain) - _ANY if one.isalpha() and len(one) > 2}
    named = [part for part in parts if stem_set(part.when) & said]
    nth = _NTH.search(question.plain)
    if nth:
        place = -1 if nth["nth"].startswith("dern") else _PLACES[nth["nth"][0]]
        at = [parts[place]] if place < len(parts) else []
        named = at if not named or at == named else []
    if len(named) != 1:
        return ""
    part = named[0]
    value = cents(whole * part.share.numerator / part.share.denominator)
    return f"{french(whole)} × {part.printed} = {french(value)}"


def _parts(text: str) -> list[_Part]:
    """The parts that a text pays a sum in; none unless they make the whole."""
    folded = fold(text)
    found = list(_PART.finditer(folded))
    parts = [_Part(share := _share(one["rate"]), _printed(one["rate"], share), one["when"]) for one in found]
    left = 1 - sum((one.share for one in parts), Fraction(0))
    rest = _REST.search(folded, found[-1].end() if found else 0)
    if parts and rest and left > 0:
        parts.append(_Part(left, _written(left), f"solde {rest['when'] or ''}"))
        left = Fraction(0)
    return parts if len(parts) > 1 and left == 0 else []


def _share(rate: str) -> Fraction:
    if rate[0].isdigit():
        return Fraction(int(rate.rstrip(" %")), 100)
    *count, word = rate.split()
    return NUMBER_WORDS.get(count[0] if count else "un", 1) * _SHARES[word.rstrip("s") if word != "tiers" else word]


def _printed(rate: str, share: Fraction) -> str:
    return _written(share) if rate[0].isdigit() else f"{share.numerator}/{share.denominator}"


def _written(share: Fraction) -> str:
    """A share as a rate when it is a whole one, else as a fraction."""
    hundredths = share * 100
    whole = hundredths.denominator == 1
    return french(Decimal(hundredths.numerator), "%") if whole else f"{share.numerator}/{share.denominator}"


def _raw(candidate: Candidate, spans: Sequence[Span]) -> str:
    """The page under some spans, each line that opens on a part cut from the one before it."""
    lines = candidate.passage.text.split("\n")
    top = candidate.passage.locator.line
    end = spans[-1].line - top + spans[-1].text.count("\n") + 1
    text = "\n".join(lines[max(0, spans[0].line - top) : end])
    return squeeze("".join(_cut(text)))


def _cut(text: str) -> list[str]:
    """A text with a semicolon before each line that opens on a part."""
    folded, pieces, at = fold(text), [], 0
    for match in _LINE.finditer(folded) if len(folded) == len(text) else ():
        pieces += [text[at : match.start()], " ; "]
        at = match.end()
    return [*pieces, text[at:]]
