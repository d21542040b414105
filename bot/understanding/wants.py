"""What kind of thing a question asks for: a sum, a date, a person, a yes or a no."""

from __future__ import annotations

import re

from bot.understanding.asked import ASKED
from bot.understanding.asked import Want as Want
from bot.understanding.income import TELLS
from knowledge.text import fold

_PAYS = re.compile(r"\b(?:paye?(?:r|nt)?|paie(?:nt)?|pa[iy]era\w*|factur\w+|rembours\w+)\b")
_A_SUM = re.compile(
    # "si on travaille combien de jours" counts days
    r"\bcombien\b(?! (?:de |d')?(?:temps|jours?|mois|ans|annees?|semaines?|heures?)\b)|\bprix\b|\btarifs?\b|"
    r"\bcout|\bmontants?\b|\bpenalite|\bcaution|\bredevance|€|\beuros?\b|\bsubvention|"
    rf"{TELLS}|\bque (?:pa[iy]e|(?:doi[st]|va|faut|peut)(?: (?:on|il|elle|je))?(?: (?:lui|leur))? (?:payer|facturer))|"
    r"\bquel(?:le)? (?:somme|forfait|supplement)\b|"
    r"(?<!est )\bce qu(?:e |')(?:(?!a\b|ont\b)\w+[' ]){1,5}?(?:pa[iy]e|verse|coute|touche)\w*|"
    r"\b(?:que|qu'?on|quoi) (?:(?:lui|leur|vous|nous|me) )?factur\w+|"
    r"\btotal\b|\bfactur\w+ quoi|\bpa[iy]e\w* quoi|\bqu'?est ce qu\W?on facture|\bcb\b"
)
_HOW_MUCH = re.compile(
    r"\bcombien|\bprix\b|\bquel(?:le)?s? (?:est l[ea] |sont les |est l')?(?:montant|tarif|cout|amende|penalite|"
    r"caution|prime|indemnite|redevance|loyer|dotation|allocation|subvention|enveloppe|dette)"
)
# "c'est quoi une yole et on la garde combien de temps": what it is, and something else
_WHAT_AND = re.compile(r"\b(?:est|c) quoi .*\bet (?:ca|elle|il|on|combien|qui|quand|comment|pour|pendant)\b")
# "ça coûte combien de retard", "on est à combien de l'heure": nothing is counted
_COSTS = re.compile(r"\bcout\w+ combien d|\ba combien (?:de l'?(?:heure|eure?)|le (?!nombre)|la (?!surface)|par)\b")
# "jours pour enfant malade, combien": days are
_DAYS_COUNTED = re.compile(r"^(?:[a-z]+ ){0,2}jours (?!.*\b(?:pay|cout)).*\bcombien$")
_LASTS = re.compile(r"\bdure(?:nt|ra)? combien|\bcombien (?:ca |cela |elle |il )?dure(?:nt|ra)?\b")
_COUNTED = re.compile(r"\bcombien d(?:e |')\w+(?: gratuite?s?| offerte?s?)?|\bgratuite?s?\b")
# Words for sums, that only name what a whole sentence is about: "si je ne dépense pas ma dotation, je la garde ?"
_SUMS = re.compile(
    r"\b(?:taxes?|frais|subventions?|primes?|enveloppes?|dettes?|indemnites?|allocations?|dotations?|salaires?|remunerations?|location|loyers?|redevances?|"
    r"cautions?|penalites?|amendes?|budget|depense|recettes?|participation|remboursement)\b"
)
_OF_A_SUM = re.compile(rf"\bcombien d(?:e |')(?={_SUMS.pattern})")
_TELLS = re.compile(
    r"\b(?:je|j|on|il|elle|nous|ils|elles|est|sont|peut|peuvent|doit|doivent|faut|si|que|qui|comment|quand|pourquoi)\b"
)
_OTHERWISE = re.compile(r"\b(?:comment|pourquoi|quand|ou|qui|quoi|que|qu|quel(?:le)?s?)\b")
# After a comma or a colon "qui" asks: "l'école de voile : qui en fixe le tarif ?"
_WHO = re.compile(r"[,;:?!.]\s*(?:et |mais )?(?:a |par |avec |chez )?qui\b")
_WHEN_OR_WHO = re.compile(r"\bquand\b|\bquel(?:le)? (?:date|jour|annee|delai)|\bqui\b")
# "ça fait combien de cantine": what is counted is plural
_EACH = re.compile(r"^(?!.*\bcombien d).*\bcombien par\b|\bca (?:fait|fera) combien d(?:e |')(?!\w+[sx]\b)")
_HOUR = re.compile(r"\b(?:quel(?:le)?s?|vers|des) (?:h|heures?)\b|\bhoraires?\b|\bheures? d")
_WHICH = re.compile(r"\bcombien\b|\bquand\b|\bquel(?:le)?s? (?:jour|date|heure|delai|somme|montant|duree|prix|tarif)")
_VALUES = frozenset({Want.MONEY, Want.COUNT, Want.DEADLINE, Want.DURATION, Want.TIME, Want.RATE})


def wants_of(text: str) -> frozenset[Want]:
    """Every kind of thing that ``text`` may be asking for; empty when it only names a subject."""
    folded = " ".join(re.sub(r"[^\w%€' ]", " ", fold(text)).split())
    found = frozenset(want for want, pattern in ASKED if pattern.search(folded))
    if _WHO.search(fold(text)):
        found |= {Want.PERSON}
    bare = Want.YES_NO not in found and not _TELLS.search(folded.replace("'", " "))
    if _SUMS.search(folded) and (bare or _HOW_MUCH.search(folded)):
        found |= {Want.MONEY}
    if Want.MONEY in found and _PAYS.search(folded) and not _A_SUM.search(folded):
        found = found - {Want.MONEY} | {Want.CHARGE}  # "qui paye la réparation ?" asks who, not how much
    if Want.CHARGE in found and not _A_SUM.search(folded):
        found -= {Want.MONEY}
    if Want.YES_NO in found and _WHICH.search(folded) and found & _VALUES:
        found -= {Want.YES_NO}  # "jusqu'à quelle date peut-on s'inscrire ?" asks for the date
    if found & {Want.DEADLINE, Want.PERSON} and _WHEN_OR_WHO.search(folded) and not _HOW_MUCH.search(folded):
        found -= {Want.MONEY}  # "jusqu'à quand profiter du tarif réduit ?" asks for the day
    if Want.CHARGE in found:
        found -= {Want.PHONE, Want.EMAIL}  # "qui paye le téléphone ?" asks for no number
    if Want.MONEY in found:
        found -= {Want.MEASURE}  # "prix pour une barque de quelle longueur" asks for the price
    if found & {Want.PLACE, Want.MONEY, Want.RATE} and not _HOUR.search(folded):
        found -= {Want.TIME}  # "l'accueil ouvre où ?", "prix de l'ouverture d'une case" ask for no hour
    if found - {Want.DEFINITION, Want.LIST} and not _WHAT_AND.search(folded):
        found -= {Want.DEFINITION}  # "c'est quoi le délai ?" asks for the delay
    if _OF_A_SUM.search(folded):
        found = found - {Want.COUNT} | {Want.MONEY}
    if Want.MONEY in found and _EACH.search(folded):
        found -= {Want.COUNT}  # "ça coûte combien par rameur" counts nothing
    if Want.COUNT in found and not _HOW_MUCH.search(_COUNTED.sub("", folded)) and not _PAYS.search(folded):
        found -= {Want.MONEY}  # "combien de copies gratuites" counts copies
    if _LASTS.search(folded) and not _HOW_MUCH.search(_LASTS.sub("", folded)):
        found -= {Want.MONEY}  # "ça dure combien ?" asks for no sum
    if _COSTS.search(folded):
        found = found - {Want.COUNT} | {Want.MONEY}
    if _DAYS_COUNTED.search(folded) and not _HOW_MUCH.search(folded.removesuffix("combien")):
        found = found - {Want.MONEY} | {Want.DURATION}
    if Want.FREQUENCY in found:
        found -= {Want.MONEY, Want.COUNT}  # "tous les combien" asks for no sum
    if Want.VOTE in found and not _HOW_MUCH.search(folded):
        found -= {Want.MONEY}  # "les tarifs sont-ils votés ?" asks for a vote
    return found


_VERB = re.compile(r"\b(?:je|j|peut|peuvent|doit|doivent|puis|faut)\b")


def names_only(plain: str) -> bool:
    """Whether a folded question asks no more than what a thing is ("cavurne 15 ans"), as who wants its price does."""
    return _OTHERWISE.search(plain) is None and _VERB.search(plain) is None
