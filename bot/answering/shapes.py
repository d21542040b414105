"""The shape that some answers have, and without which they are none: a street, a day, a count, whose event it is."""

from __future__ import annotations

import re
from collections.abc import Container, Set
from functools import lru_cache

from bot.messages import Answer
from bot.understanding.wants import Want
from knowledge.dates import MONTHS
from knowledge.text import SEVERAL, fold

_ADDRESS = re.compile(r"(?<!s )(?<!s')\badresse\b(?! (?:e |e-)?(?:mail|courriel|electronique|internet|web)\b)")
_STREET = re.compile(
    r"\b(?:rue|avenue|av\.|place|boulevard|bd|impasse|allee|chemin|route|quai|square|cours|esplanade|sentier|passage|"
    r"venelle|lieu-dit|bp|cale|montee|faubourg|rond-point|zone)\b|\b\d{5}\b"
)
_DATE_ASKED = re.compile(r"\bquelle (?:date|annee)\b")
_MONTHS = rf"(?:{'|'.join(MONTHS)})"
_DATE = re.compile(
    rf"\b{_MONTHS}\b|\b\d{{1,2}}/\d{{1,2}}\b|\b(?:19|20)\d\d\b|"
    # a date told by how long it runs from another
    r"\b(?:ans|annees?|mois) (?:a compter|a partir|apres|suivant|qui suivent)\b|\bdate anniversaire\b|\brentree\b"
)
# The day that something ends is not that on which it began.
_END_ASKED = re.compile(r"\b(?:expir\w*|prend(?:ra)? fin|se termin\w*|(?:arrive|vient) a echeance)\b")
_END = re.compile(
    r"\bjusqu|\bexpir|\bfin\b|\btermin|\becheance|\bterme\b|\bdur(?:ee?|ent|era)\b|\b(?:an|annee|semaine|jour)s?\b|\bmois\b|"
    r"\bvalable|\bvalidite|\bau (?:plus tard|\d)|\bachev|\bcaduc|\brenouvel|\bresili|\breconduc|\bcess|\bclotur"
)
_DAYS_ASKED = re.compile(r"\b(?:quels?|quoi comme) jours?\b|\bjours? d ?'?(?:ouverture|fermeture|collecte|marche)\b")
_DAY = re.compile(
    rf"\b(?:lun|mar|mercre|jeu|vendre|same)dis?\b|\bdimanches?\b|\b{_MONTHS}\b|\b\d{{1,2}}/\d{{1,2}}\b|"
    r"\btous les jours\b|\b(?:chaque|le|du|par) jour\b|\bjours? (?:ferie|ouvr|scolaire|calendaire|franc)|"
    r"\b(?:quotidien\w*|vacances|week-end|veille|lendemain|\dj\b)"
)
_HOW_MANY = re.compile(r"\b(?:combien d|nombre d|nb d?)(?:e |es |'| )(?!fois\b|versements?\b)[a-z]{4}")
_DELAY = (
    r"(?<!sous )(?<!dans )(?<!bout de )(?<!pendant )(?<!apres )"
    r"(?:combien de (?:temps|jours|mois|semaines|heures)|quels? delais?)"
)
# How long before: notice of leaving, of an absence, of a date.
_NOTICE_ASKED = re.compile(
    rf"\bpreavis\b|{_DELAY}\b.*\b(?:avant|avance|preven\w+|previen\w+)\b|"
    rf"\b(?:preven\w+|previen\w+|avertir)\b.*{_DELAY}\b"
)
_NOTICE = re.compile(
    r"\b(?:pre-?avis|avances?|avant|delais?|prevenance|veille|au plus tard|plus tot|preala\w+|prevenu\w*|precedent|"
    r"jusqu)\b"
)
_LEAVE_NOTICE = re.compile(r"\bpre-?avis\b")
_LEAVING = re.compile(
    r"\bpre-?avis\b|prevenance|preven|avert|inform|resili|denonc|\bdepart|quitt|\bconge\b|retir|cess|\bfin\b|liber|romp|"
    r"rupture|arret"
)
# Numbers that count nothing: sums, dates, what is numbered.
_NO_COUNT = re.compile(
    r"\d[\d .,]*\s?(?:€|euros?\b)|\barticles? [lrd]?\.? ?\d[\d ,.-]*(?:et [\d.-]+)?|"
    r"\b(?:forfait|annexe|lot|tranche|zone|categorie|numero|no|n°|n)\s?\d+|"
    r"\b(?:h ?)?24 ?h? ?/ ?(?:24|7) ?[hj]?\w*(?: ?(?:sur|/) ?7 ?j?\w*)?|\b7 ?j\w* ?(?:sur|/) ?7 ?j?\w*|"
    rf"\b\d{{1,2}}(?:er)? {_MONTHS}\b|\b(?:19|20)\d\d\b|\b\d+ ?h(?:\d\d)?\b ?\d*|\d+/\d+"
)
# "une" and "un" are articles before they count
_A_COUNT = re.compile(rf"\d|\b(?:{'|'.join(SEVERAL)}|aucune?|seule?)\b")
# Who holds a post is told by name: "c'est qui le gardien", "comment s'appelle la directrice".
_NAME_ASKED = re.compile(
    r"\b(?:qui est|c est qui|c'est qui|c qui|nom d[eu]|comment s appelle|s appelle comment) "
    r"(?:(?:maintenant|actuellement|desormais|aujourd[' ]hui|a present|en ce moment) )?(?:la |le |l |l'|notre )?"
    r"(?:nouve\w+ |actuel\w+ )?(?:direct(?:eur|rice)|adjointe?|chef|dgs|gardien|placier|regisseu\w+|bibliothecaire|"
    r"secretaire|president\w*|tresori\w+|personne|interlocut\w+|maire|conseill\w+|elue?|referente?|coordinat\w+|animat\w+|mediat\w+)\b"
)
_SOMEBODY = re.compile(r"\b(?:m\.|mm\.|mme|melle|mlle|monsieur|madame|maitre|docteur|dr) [a-z]")
# What a sum is asked beside, when another thing may answer it
_NO_SUM = frozenset({Want.COUNT, Want.CHARGE, Want.DURATION, Want.PERSON, Want.RATE, Want.YES_NO, Want.DEADLINE})
_NO_COUNT_BESIDE = frozenset({Want.MONEY, Want.RATE, Want.DURATION, Want.YES_NO, Want.PERSON, Want.LIST})
_SUM = re.compile(
    r"\d[\d .,]*\s?(?:€|euros?\b|%)|\bgratui|\bdoubl|\bmoitie\b|\bcharge\b|\bfrais\b|\btarif|\bprix\b|\bpa[iy]\w+|"
    r"\b(?:re)?factur|\bfinanc|\bsubvention|\bsomme|\bmontant|\brembours|\bperdu|\breport"
)
# "combien" is answered by no "est refacturé"
_AMOUNT_ASKED = re.compile(r"\b(?:combien|quel montant|quelle somme)\b")
_AMOUNT = re.compile(r"\d|\bgratui|\bdoubl|\bmoitie\b|\bintegral|\bcharge\b|\brien\b|\baucune?\b|\billisible\b")
_LONG = re.compile(
    rf"\b(?:an|annee|mois|jour|semaine|heure|minute|trimestre|semestre|siecle)s?\b|\d ?h\b|\d{{1,2}} ?h ?\d|{_MONTHS}|"
    r"\bdelai|\bpermanen|\bimmediat|\btoujours\b|\bjamais\b|\bavant\b|\bapres\b|\bveille\b|\brentree\b"
)
_RELATIVES = (
    r"enfants?|freres?|soeurs?|peres?|meres?|fils|filles?|oncles?|tantes?|cousine?s?|neveux?|nieces?|beaux?|belles?"
)
_EVENT = re.compile(
    r"\b(?P<event>mariage|pacs|deces|obseques|enterrement|naissance|hospitalisation) (?:de |d\W|du )"
    rf"(?:son |sa |un |une |mon |ma |l |la |le )?(?P<whose>{_RELATIVES})\b"
)
_FUNERAL = re.compile("deces|obseques|enterrement")
# Leave for one thing is none for another.
_LEAVE = re.compile(
    r"\b(?:absences?|conges?|autorisations? speciales?|jours? (?:de conge|d'absence|pour)|combien de jours)\b"
)
_REASON = re.compile(r"\b(mariage|pacs|naissance|deces|obseques|demenag|hospitalis|adoption|rentree|concours)")
_LICENCE_ASKED = re.compile(r"\bpermis (?:de conduire|auto|moto|bateau)\b")
_LICENCE = re.compile(r"\bpermis\b(?! de (?:construire|louer|vegetaliser|demolir|amenager|chasse\w*))|auto[ -]ecole")
# What is asked by its name, and said by no other word.
_INSURANCE_ASKED = re.compile(r"\bassurances?\b")
# "assurer le suivi", "la garde est assurée par" insure nobody
_INSURED = re.compile(
    r"assuranc|assureur|\bs'assure(?:nt|r)?\b(?! (?:que?\b|d[eu]s?\b|d'|qu'))|"
    r"\bassure[ers]* (?:contre|pour|aupres)\b|\bassures?\b(?= *[.,;:)|]|$)|responsabilite civile"
)


def unfit(wants: Set[Want], answer: Answer, plain: str = "") -> bool:
    """Whether a grid's answer to a folded question lacks what is asked: a sum, how long, somebody."""
    if answer.status != "answer":
        return False
    if answer.value is not None:
        return bool(wants & {Want.DURATION, Want.COUNT}) and Want.MONEY not in wants and answer.unit.startswith("€")
    said = fold(answer.text)
    if Want.COUNT in wants and not wants & _NO_COUNT_BESIDE and not _A_COUNT.search(_NO_COUNT.sub(" ", said)):
        return True
    if wants == {Want.PERSON}:
        return said[:1].isdigit()
    if Want.MONEY in wants and not wants & _NO_SUM and not _SUM.search(said):
        return True
    if (
        Want.MONEY in wants
        and not wants & (_NO_SUM | {Want.LIST})
        and _AMOUNT_ASKED.search(plain)
        and not _AMOUNT.search(said)
    ):
        return True
    return Want.DURATION in wants and not _LONG.search(said)


def unnoticed(plain: str, told: str) -> bool:
    """Whether a folded question asks how long before, and a folded text says no such thing ("dure trois ans").

    Who says "préavis" asks how long before leaving, and not how long before an event a thing is booked.
    """
    if _LEAVE_NOTICE.search(plain) and not _LEAVING.search(told):
        return True
    return _asks_notice(plain) and _NOTICE.search(told) is None


@lru_cache(maxsize=256)
def asks_a_name(plain: str) -> bool:
    """Whether a folded question asks who holds a post, by name."""
    return _NAME_ASKED.search(plain) is not None


@lru_cache(maxsize=256)
def _asks_notice(plain: str) -> bool:
    return _NOTICE_ASKED.search(plain) is not None


def misses(plain: str, wants: Container[Want], told: str, around: str, whole: str) -> bool:
    """Whether a folded question asks for what has a shape, which neither ``told`` nor the text ``around`` it has.

    ``whole`` is the whole passage and its titles, where at least the word for the shape must stand.
    """
    if _INSURANCE_ASKED.search(plain) and not _INSURED.search(fold(whole)):
        return True
    if _LEAVE.search(plain) and any(reason not in fold(whole) for reason in _REASON.findall(plain)):
        return True
    if _LICENCE_ASKED.search(plain) and not _LICENCE.search(fold(whole)):
        return True
    if asks_a_name(plain) and not _SOMEBODY.search(fold(around)):
        return True
    if _ADDRESS.search(plain) and not _STREET.search(fold(told)):
        return True
    if _DATE_ASKED.search(plain) and not _DATE.search(fold(around)):
        return True
    if Want.DEADLINE in wants and _END_ASKED.search(plain) and not _END.search(fold(around)):
        return True
    if (_asks_notice(plain) or _LEAVE_NOTICE.search(plain)) and unnoticed(plain, fold(around)):
        return True
    if _DAYS_ASKED.search(plain) and not _DAY.search(fold(around)):
        return True
    if Want.COUNT in wants and Want.MONEY not in wants and _HOW_MANY.search(plain):
        return _A_COUNT.search(_NO_COUNT.sub(" ", fold(told))) is None
    event = _EVENT.search(plain)
    # leave for one's own wedding is none for a brother's, nor that for a sick child leave for a child's wedding
    if event is None or event["event"] == "naissance":  # whose birth it is goes without saying
        return False
    same = _FUNERAL if _FUNERAL.search(event["event"]) else re.compile(event["event"])
    return not any(same.search(one) and event["whose"][:4] in one for one in re.split("[.;]", fold(around)))
