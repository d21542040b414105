"""Reading a question: its words put right, what it wants, which commune and which day it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from bot.towns import taken_out
from bot.understanding import income
from bot.understanding.mending import names_in
from bot.understanding.shorthand import shorthand
from bot.understanding.turns import turned
from bot.understanding.wants import Want, wants_of
from bot.understanding.years import years
from index.analysis import is_said, stem, tokens
from index.engine import Term
from knowledge.dates import dates
from knowledge.figures import amounts
from knowledge.text import fold, in_figures, squeeze, ungrouped

LONGEST = 2_000
# Words that ask, or soften, and never name the subject: they weigh nothing in what must be matched.
_ASKING = frozenset(
    stem(word)
    for word in """
    combien prix tarif tarifs cout couts coute coutent couter montant montants payer paye paie payent paient euros euro
    quand jusque heure heures horaire horaires adresse numero dois doit devoir peut pouvoir puis veux voudrais souhaite
    souhaitent souhaiterais aimerais savoir connaitre donner donne donnez indiquer annoncer dire dites calculer calcul
    demander demande besoin faut falloir faire fait fais quoi quel quelle est sont avoir ont aura bonjour merci svp
    question information renseignement renseigner aider cela ca chose cas faudra existe exister trouver trouve prevoit
    prevu prevue prevoir dit exact exactement concernant sujet concerne niveau possible cher actuel actuellement
    maintenant aujourd'hui plait vraiment total moi nous notre nos chez selon cherche cherchons gens personne personnes
    afin simplement juste vote votes votee votees voter adopte adoptee adoptes approuve approuvee doivent peuvent
    pourriez pouvez pourrait passe risque suis sommes svp oui non compte rendu
    prendre prends prend retrouver montrer remonter mettre mets laisser arriver arrive venir vient aller annoncer
    vouloir beneficier encourir encourt encouru encourons decider decide decidee utiliser acheter achete souhaiter
    figurer devenir devient devenu devenue viens proposer parler parle gerer gere quitter seulement uniquement surtout
    plutot complet complete normalement environ chiffre chiffres different differents document documents doc
    confirmer preciser rappeler expliquer obtenir vaut valoir regler ici bas haut truc machin revient reviendra
    """.split()
)
# Whether one may be alone: these have the stem of "seulement".
_ALONE = frozenset({"seul", "seule", "seules", "seuls"})


@dataclass(frozen=True)
class Question:
    """A question as it was understood.

    ``text`` is what was typed (squeezed, cut to ``LONGEST``); ``plain`` the same with shorthand and typos put right;
    ``terms`` the ideas to look for; ``subject`` the words among them that name what is asked about; ``number`` an
    article or decision asked for by its number (kind, digits); ``communes`` those it names; ``day`` a date it gives;
    ``figures`` its numbers (and letters that name a case) as tokens, ``sums`` as values; ``references`` what must stand
    as written ("AK 72"); ``denied`` the stems it excludes ("sans repas"); ``years``
    those it names; ``income`` the income or quotient it tells, in euros.
    """

    text: str
    plain: str
    terms: tuple[Term, ...]
    subject: frozenset[str]
    wants: frozenset[Want]
    communes: tuple[str, ...] = ()
    day: date | None = None
    number: tuple[str, str] | None = None
    figures: frozenset[str] = frozenset()
    sums: tuple[Decimal, ...] = ()
    references: tuple[str, ...] = ()
    denied: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    income: Decimal | None = None


# Who asks, or what for, told before the question: "je suis au service technique : …", "pour une note aux élus, …"
_INTRODUCED = re.compile(
    r"\b(?:je suis|nous sommes|ici|je travaille|on est) (?:l[ea] |l'|une? |au |a la |a l'|agent|direct|secretaire|anim)"
    r"[^.,:;?!]{0,50}[.,:;!]|\b(?:au|a la|a l') (?:service|direction|bureau|secretariat|guichet|accueil)\b"
    r"[^.,:;?!]{0,40}[,:;]|^(?:bonjour\W+)?pour (?:une?|notre|mon|l[ea]) (?:note|rapport|courrier|dossier|reponse|"
    r"reunion|affiche|bulletin|article)\b[^.,:;?!]{0,40},"
)
# "tranche C": a letter that names a case; "2022-57", "AK 72": a reference that must stand as it is; "sans repas"
_LETTER = re.compile(r"\b(?:tranche|zone|categorie|niveau|groupe|forfait|classe|type|lot|secteur|option)s? ([a-z])\b")
_GLUED = re.compile(r"\b(qf|t|q)(\d{1,2})\b")
_REFERENCE = re.compile(r"\b(?:\d{2,4}[-/]\w{0,3}[-/]?\d{1,4}|[a-z]{2} \d{1,4}(?! ?(?:ans|€|euros|h\b|%)))\b")
_WITHOUT = re.compile(r"\b(?:sans|non|hors|ni|pas)(?: (?:de|d|etre|les?|la|l))? (?!etre)(\w{4,})")
# "hors cas d'urgence", "hors caution": what is left out, where "hors saison", "hors délai" name a case of their own
_EXCEPT = re.compile(
    r"\bhors (?:(?:cas|periode|situation)s? )?(?:d[eu'] ?|des |d |l[ea]s? |l'? ?)?(?!(?:delais?|communes?|saisons?|"
    r"vacances|villes?|hauts|classe|territoire|scolaire|periode|situation)\b)(\w{4,})"
)
# "6m40", "6 mètres 40": a length as it is said
_METRES = re.compile(
    r"(?<![\d.,/])(\d{1,3}) ?(?:m|m[èe]tres?) ?(\d\d)"
    r"(?![\d.,/]*\d| ?(?:€|euros?\b|%|pers|place|jours?\b|mois\b|ans?\b|h\b))",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?<=\d) ?mins?\b")  # elsewhere "min" is the least of something
# "jours de tt", "tt : combien" is telework; "tt compris", "en tt" is all
_TELEWORK = re.compile(
    r"(?:\b((?:jours?|journees?|indemnites?|prime|forfait|charte|accord|demande|droit|fai(?:re|t)|agents? en) "
    r"(?:de |du |au )?)|^)tt\b(?! (?:compris|inclus|public|confondu|l[ea]s?\b|pr\b|pour\b|ca\b|est\b))"
)
_NUMBERED = re.compile(r"\b(article|decision|deliberation)s?\s+(?:n[°o ]*\s*)?(\d+|premier|1er)\b")


def read(
    text: str,
    *,
    correct: Callable[[str], str],
    expand: Callable[[Iterable[str]], tuple[Term, ...]],
    communes: dict[str, tuple[str, ...]],
) -> Question:
    """Understand ``text``; ``communes`` maps each commune known to the folded words that name it.

    ``correct`` gives a folded word as the index spells it (glued words come back apart); ``expand`` the terms.
    """
    text = _METRES.sub(r"\1,\2 m", in_figures(ungrouped(squeeze(text)[:LONGEST])))
    named, rest = taken_out(fold(text), communes)  # a town's name is no subject
    rest = _INTRODUCED.sub(" ", rest).strip() or rest
    names = names_in(text)
    spelled = [word for token in _long(rest) for word in (token if token in names else correct(token)).split()]
    plain = " ".join(spelled)
    terms = expand(turned(plain))
    amount, telling = income.told(plain)
    wants = _wants(plain, text)
    named_too = _ALONE if Want.YES_NO in wants else frozenset()
    subject = frozenset(
        t.word
        for t in terms
        if (stem(t.word) not in _ASKING or t.word in named_too) and not t.word[0].isdigit() and t.word not in telling
    )
    return Question(
        text=text,
        plain=plain,
        terms=terms,
        subject=subject,
        wants=wants,
        communes=named,
        day=next(iter(dates(text)), None),
        number=_number(plain, fold(text)),
        figures=frozenset(t for t in tokens(text) if t[0].isdigit()) | _codes(fold(text)),
        references=tuple(m[0] for m in _REFERENCE.finditer(fold(text)) if is_said(m[0].split()[0])),
        denied=denied(plain),
        years=years(fold(text)),
        income=amount,
        # an income told is the one that brackets settle: no count beside it falls in them
        sums=(amount,) if amount is not None else tuple(a.value for a in amounts(text) if a.unit != "%"),
    )


def _wants(plain: str, text: str) -> frozenset[Want]:
    """What a question wants, as put right (``plain``) or as typed, which has its commas and signs."""
    right, typed = wants_of(plain), wants_of(text)
    typed -= {Want.COUNT} - right  # "cb de tps" asks how long once "tps" is read
    if right & {Want.COUNT, Want.DURATION} and Want.MONEY not in right:
        typed -= {Want.MONEY}  # "cb de copies gratuites" asks for a count once "cb" is read
    return right | typed


def _long(folded: str) -> list[str]:
    """The tokens of a folded text, shorthand written out; a courtesy that says nothing ("stp") is left out."""
    folded = _TELEWORK.sub(r"\1teletravail", _MINUTES.sub("minutes", folded))
    return [word for token in tokens(folded) for word in shorthand().get(token, token).split()]


def _codes(folded: str) -> frozenset[str]:
    """The letters and numbers that name a case: "tranche C", "QF2" (said as "qf2", "qf" and "2" by the acts)."""
    glued = _GLUED.findall(folded)
    return frozenset(_LETTER.findall(folded)) | {one for code, number in glued for one in (f"{code}{number}", number)}


def _number(plain: str, folded: str) -> tuple[str, str] | None:
    """The article, decision or deliberation asked for, its number whole ("2030-12") as ``folded`` writes it."""
    match = _NUMBERED.search(plain)
    if not match:
        return None
    if not match[2].isdigit():
        return match[1], "1"
    whole = re.search(rf"\b(?:art|dec|del)\w*\W*(?:no?\W*)?({match[2]}(?:[./-]\d+)*)", folded)
    return match[1], whole[1] if whole else match[2]


def denied(folded: str) -> frozenset[str]:
    """The stems of the words that a folded text excludes ("sans repas", "hors vacances")."""
    return frozenset(stem(word) for word in _WITHOUT.findall(folded))


@lru_cache(maxsize=256)
def excepted(plain: str) -> frozenset[str]:
    """The stems of what a folded question leaves out of what it asks: "hors cas d'urgence", "hors caution"."""
    return frozenset(map(stem, _EXCEPT.findall(plain)))


def says_something(question: Question) -> bool:
    """Whether there is anything to look for: "combien ça coûte" alone would be answered by any price."""
    return bool(question.subject or question.number or question.references)
