"""In which case a sentence changes a price: a season, a time after others, a short notice, nothing booked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering import changes, seasons, shares
from bot.answering.cases import Cases, cases_asked, rank_of, suits
from bot.answering.matching import stem_set
from bot.answering.quantities import Quantity, number_of, quantities, thing_of
from bot.understanding.question import Question
from index.analysis import stem
from knowledge.documents import Figure
from knowledge.text import fold, in_figures

# "à partir de la troisième utilisation": which time it is, that a question may tell
_NTH = re.compile(
    r"\b(?:a (?:partir|compter) de|des|au[- ]dela de) la (?P<rank>deuxieme|seconde|2 ?e(?:me)?|troisieme|3 ?e(?:me)?|"
    r"quatrieme|4 ?e(?:me)?) (?P<thing>\w{3,})"
)
_TIMES = frozenset(map(stem, "utilisation location reservation fois demande occasion mise seance".split()))
_DELAY = re.compile(
    r"\bmoins de (?P<number>\d{1,3}|quinze|trente|dix|huit|deux) (?P<unit>jours?|heures?|mois|semaines?)\b"
)
_WORDS = {"quinze": 15, "trente": 30, "dix": 10, "huit": 8, "deux": 2}
# "à moins de quinze kilomètres": how far who pays so lives or works, that a question may tell
_NEARBY = re.compile(r"\bmoins de (?P<number>\w+) (?:kms?\b|kilometres?)")
_FAR = re.compile(r"\b(?P<number>\d{1,3}) ?(?:kms?\b|kilometres?)")
_UNBOOKED = re.compile(
    r"\b(?:sans|non|pas|hors|oublie\w*)\b(?: (?:l'|d'|\w+ ){0,4}?)?\W*(?:l'|d')?(?:avoir |etre |ete |prealable )*"
    r"(?:reserv|inscri|command|prevenu)\w*"
)
# Which prices are meant: no condition on who pays them.
_OF_PRICES = re.compile(r"\bsur [^,;.]{3,50}? (?:seulement|uniquement|exclusivement)\b")
_EXEMPTS = re.compile(r"\b(?:gratuite?s?|gratuite|exoneree?s?|dispensee?s?|offerte?s?)\b")
# Who works for the town may pay less than others.
_STAFF = re.compile(r"\b(?:agents?|personnel)\b")
_STAFF_ASKED = re.compile(
    r"\b(?:agente?s?|personnel|employee?s?) (?:communa\w+|municipa\w+|de (?:la )?(?:mairie|commune|ville))\b"
)
# The ages of a feast, which a scan may read "2O ans"; not a bracket of them.
_VERY_AGES = re.compile(r"\b(?P<ages>\d[\do]?(?:(?: ?ans)? ?(?:,|ou|et) ?\d[\do])*) ?ans\b")
_BOUND = re.compile(r"(?:\b(?:moins|plus|partir|dela|age|entre) d[eu]?|\b(?:a|avant|apres|des|entre|jusqu'a)|-|/) ?$")
# What must be known of the case beside how many there are.
_PROVIDED = re.compile(
    r"\b(?:seulement|uniquement|exclusivement|a condition|sous reserve|sur (?:demande|justificatif))\b"
)
_EXCEPTED = re.compile(
    r"\b(?:reduction|majoration|remise|abattement|degressivite)\b[^.;]{0,30}"
    r"\bne (?:vaut|valent|s'appliquent?|concernent?|joue|jouent|porte|portent)\b pas\b(?P<what>[^.;]*)|"
    r"(?P<who>[^.;]*)\b(?:n'en (?:beneficient?|profitent?) pas|n'y (?:a|ont) pas droit|en (?:est|sont) exclue?s?)\b"
)


def of_the_case(
    question: Question,
    sentence: str,
    figure: Figure,
    figures: Sequence[Figure],
    titles: frozenset[str] = frozenset(),
) -> int:
    """1 when a sentence says when it holds, and the question tells that very case; -1 when it tells another, else 0."""
    folded = fold(sentence)
    told = [_in_season(question, sentence), _at_rank(question, folded), _late(question, folded)]
    told.append(_nearby(question, folded))
    # a share paid in a season only is settled by its days
    shared = not seasons.ranges(sentence) and shares.of_the_case(question, sentence, figures, titles)
    told += [1] if shared else []
    told += [1] if _UNBOOKED.search(folded) and _UNBOOKED.search(fold(question.text)) else []
    if -1 in told:
        return -1
    labels = stem_set(" ".join(figure.labels))
    others = frozenset().union(*(stem_set(" ".join(one.labels)) for one in figures)) - labels
    said = stem_set(sentence)
    return 0 if said & others and not said & labels else max(told)


def settled(question: Question, sentence: str) -> bool:
    """Whether the question tells which time it is, where a sentence holds from one on."""
    folded = fold(sentence)
    return _NTH.search(folded) is None or _at_rank(question, folded) > 0


def _in_season(question: Question, sentence: str) -> int:
    asked, told = seasons.ranges(question.text), seasons.ranges(sentence)
    if asked and told:
        return 1 if asked == told else 0
    return seasons.holds(sentence, "", seasons.day_asked(question.text, question.day)) if told else 0


def _at_rank(question: Question, folded: str) -> int:
    match, ranks = _NTH.search(folded), cases_asked(question.plain).ranks
    if match is None or not ranks:
        return 0
    if stem(match["thing"]) not in _TIMES | stem_set(question.plain):
        return 0
    return 1 if max(ranks) >= rank_of(match["rank"]) else -1


def _late(question: Question, folded: str) -> int:
    match = _DELAY.search(folded)
    if match is None:
        return 0
    asked = [one for one in quantities(question.plain, question.text) if one.thing == thing_of(match["unit"])]
    return 0 if len(asked) != 1 else 1 if asked[0].number < _number(match) else -1


def of_staff(question: Question, sentence: str, titles: Sequence[str]) -> bool:
    """Whether a sentence makes a price less for who works for the town, as the question says somebody does.

    Not under titles that speak of staff: there every sentence does.
    """
    change = changes.change_of(sentence)
    told = _STAFF.search(fold(sentence)) and _STAFF_ASKED.search(question.plain) and change and change.lessens
    return bool(told) and not _STAFF.search(fold(" ".join(titles)))


def of_the_age(plain: str, sentence: str) -> bool:
    """Whether a sentence exempts those of the age that a folded question tells: "gratuit pour les moins de 12 ans"."""
    told, ages = in_figures(fold(sentence)), cases_asked(plain).ages
    return bool(ages) and _EXEMPTS.search(told) is not None and suits(Cases(ages), told) >= 1


def of_very_age(question: Question, sentence: str) -> bool:
    """Whether a sentence names the very age that the question tells: "pour un anniversaire de 18 ou 20 ans"."""
    ages = {str(age) for age in cases_asked(question.plain).ages}
    told = [match for match in _VERY_AGES.finditer(fold(sentence)) if not _BOUND.search(match.string[: match.start()])]
    return any(ages & {*re.findall(r"\d+", match["ages"].replace("o", "0"))} for match in told)


def _nearby(question: Question, folded: str) -> int:
    match, asked = _NEARBY.search(folded), _FAR.findall(fold(question.text))
    most = number_of(match["number"]) if match else None
    return 0 if most is None or len(asked) != 1 else 1 if int(asked[0]) < most else -1


def _number(match: re.Match[str]) -> int:
    return _WORDS.get(match["number"]) or int(match["number"])


def in_delay(sentence: str, quantity: Quantity) -> bool:
    """Whether a sentence gives the delay that a quantity falls in: "moins de 15 jours" for 10 days."""
    match = _DELAY.search(fold(sentence))
    return match is not None and thing_of(match["unit"]) == quantity.thing and quantity.number < _number(match)


def provided(sentence: str) -> bool:
    """Whether a sentence holds under a condition that no number tells."""
    return _PROVIDED.search(_OF_PRICES.sub(" ", fold(sentence))) is not None


def excepted(sentences: Sequence[str], figure: Figure) -> bool:
    """Whether one of some sentences says that a change does not hold for the price read."""
    labels = stem_set(" ".join(figure.labels))
    ends = [match["what"] or match["who"] for one in sentences for match in _EXCEPTED.finditer(fold(one))]
    return any(stem_set(what) & labels for what in ends)
