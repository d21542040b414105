"""What a span shows beside the words it shares with the question: the kind of thing wanted, its figures, its form."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from bot.answering import bearing, phrases, publics, shapes, tallies
from bot.answering.cases import cases_asked, suits
from bot.answering.matching import Idea
from bot.answering.parts import Part, plainly
from bot.answering.setting import Setting
from bot.answering.spans import Span
from bot.understanding.forms import NAMING, holds
from bot.understanding.question import Question, excepted
from bot.understanding.residence import of_elsewhere
from bot.understanding.wants import Want
from knowledge.dates import MONTHS
from knowledge.smudges import readable
from knowledge.text import fold

PUBLIC_BONUS = 0.2
CASE_BONUS = 0.2  # the very case asked about: the second time, fourteen years old
NAMED_BONUS = 0.2
NAME_BONUS, TITLED_BONUS, DEFINED_BONUS, TOWN_BONUS, PAST_PENALTY = 0.06, 0.15, 0.35, 0.1, 0.1
WANT_BONUS, NUMBER_BONUS, BESIDE_BONUS, REFERENCE_BONUS = 0.2, 0.05, 0.06, 0.4
COMPARED_PENALTY, EXCEPTED_PENALTY = 0.35, 0.2
FORMAL_PENALTY, RECITAL_PENALTY, LONG_PENALTY, PROVIDED_PENALTY = 0.2, 0.12, 0.12, 0.06
# A span longer than LONG characters says too much at once: the whole penalty is reached LONGER characters further.
LONG, LONGER = 280, 300
# Kinds of thing that an answer cannot do without: nothing else says how much, when, or which number to call.
HARD = frozenset(
    {
        Want.MONEY,
        Want.RATE,
        Want.TIME,
        Want.PHONE,
        Want.EMAIL,
        Want.DURATION,
        Want.COUNT,
        Want.MEASURE,
        Want.DEADLINE,
        Want.PAPERS,
    }
)
_OWN_ROW = frozenset({Want.PHONE, Want.EMAIL, Want.TIME, Want.DEADLINE})
# "qui est l'adjoint aux écoles", "c'est qui le chef": a name, where "qui est responsable" may be any party
_BY_NAME = re.compile(
    r"\b(?:qui (?:est|c est) (?:l[ea] |l |actuellement )(?!responsable (?:de |d |en |si))|"
    r"(?:c est|c) qui (?:l[ea] |l )|nom d[eu]|"
    r"qui (?:dirige|preside|remplace|succede))"
)
_AT_WHAT_TIME = re.compile(r"\b(?:a|quelles?|vers|jusqu a|jusqu) (?:quelles? )?heures?\b")
_LEAVES_OUT = re.compile(r"\b(?:hors|sauf|sans|excepte\w*|non compris\w*|en plus)\b")
_SUM = re.compile(r"€|\d ?(?:euros?|ttc|ht)\b")
# What may be more or less for some public than for anybody.
_GRANTED = frozenset({Want.MONEY, Want.COUNT, Want.DURATION})
_NUMERIC = {Want.MONEY, Want.RATE, Want.COUNT, Want.MEASURE, Want.DURATION, Want.TIME, Want.DEADLINE}
# Titles that announce a kind of thing: what stands under them need not say its name again.
_TITLES = {
    Want.PAPERS: re.compile(r"\b(?:pieces|documents|justificatifs|papiers)\b|\b(?:constitution|contenu) du dossier"),
}
RULE_BONUS, DECIDER_BONUS, ROLL_PENALTY, PER_BONUS = 0.06, 0.1, 0.2, 0.15
# What a sum is counted by, where it names a thing that sums are told for: "la dette par habitant".
_PER = re.compile(
    r"\bpar (habitant|eleve|enfant|foyer|logement|agent|classe|ecole|personne|adherent|licencie|seance|m2|km)s?\b"
)
_WHICH_DATE = re.compile(
    r"\b(?:quelle date|quelle annee|quel mois)\b|\bjusqu'?a? ?quand (?:court|dure|vaut|est valable|s'applique)|"
    r"\b(?:expire|prend (?:fin|effet)|se termine|arrive a echeance)\b"
)
_DATE = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|rentree)\b|"
    r"\b\d{1,2}/\d{1,2}\b|\b(?:19|20)\d\d\b|\b(?:ans|annees?|mois|semaines|jours)\b"
)
# How a sentence that settles a "may I" begins.
_RULE = re.compile(
    r"^\W*(?:aucune?|nul|seule?s?|tout|toute|il est (?:interdit|possible|permis|obligatoire)|l'usage|est interdit)\b"
)


def shown(question: Question, ideas: Iterable[Idea], part: Part, *, entitles: bool = False, homes: str = "") -> float:
    """What a part's form adds to its score, or takes from it; 0.0 when it shows nothing.

    What only ``entitles`` a table ("Dette au 1er janvier 2030") holds nothing of the kind wanted: its rows do.
    """
    undated = _asks_a_date(question.plain) and not _DATE.search(part.plain)
    undated = undated or shapes.unnoticed(question.plain, part.plain)
    ideas = tuple(ideas)
    score = 0.0 if entitles or undated else WANT_BONUS * wanted(question.wants, part)
    score += NUMBER_BONUS * tallies.numbers(question, part.held, part.tokens)
    score += tallies.counted(question, part.folded) + beside(question, ideas, part)
    score -= tallies.contrary(question, part) + EXCEPTED_PENALTY * _excepts(question.plain, part)
    if question.wants & _GRANTED and wanted(question.wants & _GRANTED, part):
        # the price of students, the days of a lone parent, before those of anybody
        score += PUBLIC_BONUS * publics.agreement(part.folded, question.plain)
    score += CASE_BONUS * suits(cases_asked(question.plain), part.folded)
    # a person by name, or how to reach one: what "who" asks for, rather than a service
    if Want.PERSON in question.wants and (bearing.names_somebody(part.folded) or part.holds(Want.PHONE)):
        score += NAMED_BONUS if _BY_NAME.search(question.plain) else NAME_BONUS
    score += DECIDER_BONUS * bearing.says_who_decides(part, question.plain)
    score += RULE_BONUS * (Want.YES_NO in question.wants and _RULE.match(part.folded) is not None)
    score -= LONG_PENALTY * min(1.0, max(0.0, len(part.folded) - LONG) / LONGER)
    score += phrases.shared(question.plain, part.tokens)
    told_per = _told_per(question.plain)
    score += PER_BONUS * (told_per is not None and told_per.search(part.folded) is not None)
    score += DEFINED_BONUS * (Want.DEFINITION in question.wants and bearing.defined(ideas, part))
    score -= PAST_PENALTY * bearing.recollects(part, question.plain)
    score -= COMPARED_PENALTY * bearing.not_taken(part.folded, question.plain)
    score -= RECITAL_PENALTY * bearing.recites(part) + COMPARED_PENALTY * bearing.compares(part, homes)
    # the rule before what becomes of it in a case that nobody told
    score -= PROVIDED_PENALTY * bearing.provided(ideas, part)
    return score - FORMAL_PENALTY * bearing.formal(part) - ROLL_PENALTY * part.rolls


@lru_cache(maxsize=256)
def _told_per(plain: str) -> re.Pattern[str] | None:
    """What a text that counts by the thing of a folded question looks like ("394 € par habitant"); None without any."""
    match = _PER.search(plain)
    return re.compile(rf"\d[^.]{{0,40}}(?:\bpar |\bchaque |\bl[ea] |\bl'|/ ?){match[1]}") if match else None


@lru_cache(maxsize=256)
def _asks_a_date(plain: str) -> bool:
    return _WHICH_DATE.search(plain) is not None


def _excepts(plain: str, part: Part) -> bool:
    """Whether a part tells of what the folded question leaves out ("hors cas d'urgence"), as if it were asked."""
    return bool(excepted(plain) & part.held) and not _LEAVES_OUT.search(part.folded)


def titled(question: Question, path: Sequence[str]) -> float:
    """A bonus when the title right above announces the kind of thing wanted ("Pièces à fournir"), any the reference."""
    asked = question.wants & _TITLES.keys()
    announced = any(_TITLES[want].search(fold(title)) for want in asked for title in path[-1:])
    return TITLED_BONUS * announced + referred(question, fold(" ".join(path)))


def wanted(wants: frozenset[Want], part: Part) -> float:
    """The share of the kinds of thing wanted that a part holds; 0.0 when none is told."""
    kinds = wants - {Want.LIST} or wants  # a list has no form: any part may be one
    return sum(part.holds(want) for want in kinds) / len(kinds) if kinds else 0.0


def named(setting: Setting, part: Part) -> float:
    """A bonus for a part that opens on a town that the question names: its share among others' in a list."""
    return TOWN_BONUS * setting.opens(part.folded)


def kinds(question: Question, part: Part) -> frozenset[str]:
    """The stems that only name a kind of thing wanted that a part holds: "date limite" beside a date."""
    named = [want for want in question.wants if want in NAMING]
    if not named or shapes.unnoticed(question.plain, part.plain):
        return frozenset()
    return frozenset().union(*(NAMING[want] for want in named if part.holds(want)))


def lacks_value(
    question: Question, spans: Sequence[Span], best: int, rows: Container[int] = (), homes: str = ""
) -> bool:
    """Whether what is asked has a form of its own (a sum, a time…) and nothing around the best span has that form.

    ``rows`` are the lines of rows with labels of their own: their figures are no value of the line above. ``homes`` are
    the names of the towns asked.
    """
    hard = question.wants & HARD
    if not hard:
        return False
    row = " | " in spans[best].clean
    # the number to call of the next row is that of another
    near = [spans[best]] if row and hard <= _OWN_ROW else spans[max(0, best - 1) : best + 3]
    if spans[best].line not in rows and not spans[best].clean.endswith(":"):
        near = [span for span in near if span is spans[best] or span.line not in rows]
    if Want.MONEY in hard:  # what another town asks is no price here
        near = [span for span in near if not of_elsewhere(fold(span.clean), homes)]
    # a note under a table ("* 4 € pour …") is the price of what it says, never of the lines above it
    around = " ".join(span.clean for span in near if span is spans[best] or not span.clean.startswith("*"))
    plain = _plain(around)
    missing = [want for want in hard if not holds(want, plain)]
    if Want.MONEY in hard - {*missing} and not (_SUM.search(plain) or holds(Want.MONEY, _plain(spans[best].clean))):
        missing.append(Want.MONEY)  # "le dépassement n'est pas facturé" tells no price of the sentence beside it
    if Want.RATE in missing and "quelle part" in question.plain and holds(Want.MONEY, plain):
        missing.remove(Want.RATE)  # a part of a sum may be told as a sum
    if Want.TIME in missing and _AT_WHAT_TIME.search(question.plain):
        return True
    return len(missing) == len(hard)


@lru_cache(maxsize=8_192)
def _plain(text: str) -> str:
    """A text as the forms of what is wanted are looked for in it."""
    return plainly(fold(readable(text)[0]))


def referred(question: Question, folded: str) -> float:
    """A bonus for a reference that stands as the question writes it ("2022-57", "AK 72")."""
    if not question.references:
        return 0.0
    plain = re.sub(r"\bn\W{0,3}(?=\d)", "", folded)
    return REFERENCE_BONUS * any(reference in plain for reference in question.references)


def beside(question: Question, ideas: Iterable[Idea], part: Part) -> float:
    """A bonus when a figure stands within a few words of what is asked about, not just somewhere in the sentence."""
    if not part.figures or not question.wants & _NUMERIC:
        return 0.0
    close = any(not idea.sure.isdisjoint(part.beside_figures) for idea in ideas if idea.subject)
    return BESIDE_BONUS if close else 0.0
