"""The nature of a sum: the price of a use, a fine, a grant, a cost of works; one is no answer about another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.text import fold

_PENALTY = re.compile(r"\b(?:penalites?|amendes?)\b")
_FINE_ASKED = re.compile(r"\b(?:amendes?|penalites?|contraventions?|verbalis\w+|proces verba\w+)\b")
# What a sentence that punishes says, even when it calls it a right or the cost of putting things right.
_PUNISHES = re.compile(
    r"\b(?:amende|penalit|contravention|verbalis|infraction|sanction|forfait de post|fps|retenue|major|supplement|"
    r"factur|rembours|exclu|avertissement|enlevement|retard|indemnit|droit)"
)
# Who speaks of a fault may be told its penalty, whatever word asks for the sum.
_FAULT = re.compile(
    r"penal|amend|retard|tard|sanction|risqu|depass|en plus|major|suppl|apres|\d ?h\b|infraction|verbal|sauvage|"
    r"non[ -]respect|pas respect|casse|perd|oubli|abim|degrad|manqu|absen|fraud|sans "
)
# Who asks the price of using something, and names no other nature.
_USE_ASKED = re.compile(
    r"\b(?:prix|tarifs?|locations?|loue(?:r|nt)?|coute(?:r|nt)?|abonnements?|entrees?|week end|journee|soiree|seance|"
    r"l heure|horaire|la nuit|reserver)\b"
)
_OTHER_ASKED = re.compile(
    r"\b(?:subvention\w*|subv|aides?|dotations?|attribu\w*|vers(?:e|er|es|ee|ees|ent|ement|ements)|vote\w*|obten\w*|"
    r"obtien\w*|touch\w*|recoi\w*|recu\w*|a eu|ont eu|budget|accord\w*|travaux|projet|financ\w*|marche|achat|depens\w*|"
    r"sanctions?|amendes?|penalites?|retenues?|majorations?|emprunts?)\b"
)
_PUNISHMENT = re.compile(r"\b(?:penalites?|sanctions?|retenues?|amendes?|infractions?)\b")
_DEPOSIT = re.compile(r"\b(?:cautions?|cautionnements?|(?:depots?|cheques?) de garantie)\b")
# "à combien la caution", "quelle caution": asked by itself
_DEPOSIT_ASKED = re.compile(
    r"\b(?:combien|quel(?:le)?(?: est| sera)?|montant|prix)(?: est| sera| pour| d)? ?(?:la |le |du |de la |de |une )?"
    r"(?:cautions?|cautionnements?|(?:depots?|cheques?) de garantie)\b"
)
# How a text says that a sum is left as security.
_KEPT = re.compile(r"\bcaution|\bgaranti|\bdepot|\bempreinte|\bconsign|\barrhes|\bacompte|\bencaiss|\brestitu")
# Who speaks of a sum to leave, or to give back, may be told of a deposit.
_LEFT = re.compile(
    r"\b(?:caution|garantie|depots?|arrhes|acompte|cheques?|vers|depos|laiss|gage|empreinte|rend|restitu)"
)
# What is paid for a thing lost or broken is not the price of having it.
_LOST = re.compile(
    r"\b(?:perdue?s?|perte|cassee?s?|casse|remplacement|duplicata|volee?s?|non rendue?s?|manquante?s?|deterioree?s?)\b"
)
_LOSS = re.compile(
    r"perd|pert|cass|rempla|duplic|vol|rend|manqu|deterior|egar|oubli|abim|degrad|neuf|neuve|nouve|refai|rachet|"
    r"rembours|retrouv|bris|fichu|\bhs\b"
)
_PENALTY_ASKED = re.compile(r"\b(?:post|fps|amend|pv|prune|verbal|contrav|penal|forfait)|pas pay|oubli|depass|sans ")
_UNPAID = re.compile(r"\bpost[ -]stationnement\b|\bfps\b")
_HEATING = re.compile(r"^\W*(?:(?:forfait|supplement|option)s? (?:de |du |pour le )?)?chauffage\b")
_UNASKED = ((_HEATING, re.compile("chauff")), (_DEPOSIT, _LEFT), (_LOST, _LOSS), (_UNPAID, _PENALTY_ASKED))
# What a question asks the price of, beside nothing else, and how a row or its titles say it.
_SOLE = r"(?<!\bet )(?<!\bou )(?<!avec )(?<!sans )(?<!hors )(?<!plus )(?<!\bet la )(?<!\bet l )(?<!avec la )\b(?:{})\b"
_BESIDE = r"(?! (?:et|ou|plus|comprise?s?|incluse?s?)\b)"
_NAMED = tuple(
    (re.compile(_SOLE.format(asked) + _BESIDE), told)
    for asked, told in (
        ("cautions?|depots? de garantie", _DEPOSIT),
        ("assurances?", re.compile("assur")),
        ("adoptions?|adopter", re.compile("adopt|cession|cede")),
        (
            "abonnements?",
            re.compile(
                r"abonn|adhe|cotis|inscri|carte|forfait|macaron|resident|saison|pass\b|annuel|mensuel|trimestr|"
                r"(?:\bpar |/ ?|\bl')(?:an|mois|trimestre)\b"
            ),
        ),
    )
)
_GRANT = re.compile(
    r"\b(?:versees?|votees?|attribue\w*|demandee?s?|sollicite\w*|accorde\w*) ?(?:(?:en )?(?:19|20)\d\d)?$|"
    r"\bsubventions?\b"
)
# How an act of nothing but grants is called.
_ACT_OF_GRANTS = re.compile(r"\W*(?:attribution (?:de|des) |deliberation \S+ \W*)?subventions?\b")
_WORKS = re.compile(
    r"\bht\b|\bplan de financement|\bautofinancement|\bdetr\b|\bdsil\b|\bfonds de concours|"
    r"\bcout (?:estime|previsionnel|des travaux)|\baide d(?:e |u )"
)
# What a budget or its accounts tell of a service, and who asks what a family pays for it.
_BUDGETED = re.compile(
    r"\b(?:realise|prevus?|previsions?|mandate|bp|ca|cfu|credits? (?:ouverts?|votes?)) (?:en )?(?:19|20)\d\d\b|"
    r"\bbudget primitif\b|\bcompte administratif\b|\betat (?:previsionnel )?des (?:depenses|recettes)\b"
)
_PAID = re.compile(r"^(?!.*\bprix de revient\b).*\b(?:prix|tarifs?|quotient|qf|abonnements?|entrees?|locations?)\b")
# A recital may tell what was asked for, or what the whole costs: the grant is what the act decides.
_RECALLS = re.compile(r"^\W*(?:considerant|vu\b)")
_GRANT_ASKED = re.compile(
    r"^(?!.*\b(?:demand\w+|sollicit\w+|cout\w*|reste a charge|budget|quand|date|pourquoi|comment|qui)\b)"
    r".*\b(?:subventions?|aides?|soutien|attribu\w+|accord\w+|allou\w+|vers(?:e|er|ee|ees|ent)|donn\w+|octroi\w*|touch\w+)\b"
)
_GRANTS = re.compile(
    r"\b(?:attribu\w+|accord\w+|allou\w+|octroy\w+|vers(?:er|e|ee)|fix\w+)\b[^;]{0,120}\d[\d .,]*\s?(?:€|euros?\b)"
)


def grant_asked(plain: str) -> bool:
    """Whether a folded question asks what is granted, and nothing else of it."""
    return _GRANT_ASKED.search(plain) is not None


def grants(folded: str) -> bool:
    """Whether a folded text decides a sum to be granted."""
    return _GRANTS.search(folded) is not None and not recalls(folded)


def recalls(folded: str) -> bool:
    """Whether a folded text only recalls what comes before a decision ("considérant…")."""
    return _RECALLS.search(folded) is not None


def above(path: Sequence[str]) -> str:
    """What stands right above a passage: the titles under its act's own, and that one too when it is of grants."""
    return " ".join(title for place, title in enumerate(path) if place or _ACT_OF_GRANTS.match(fold(title)))


def of_another(plain: str, title: str, labels: Sequence[str], told: str) -> bool:
    """Whether what is told is a sum of another nature than the one that a folded question asks.

    ``labels`` are those of the row read, none for a text; ``title`` is what stands right above, ``told`` what is said.
    """
    if _FINE_ASKED.search(plain):
        return _PUNISHES.search(fold(" ".join([told, title, *labels]))) is None
    if not labels and grant_asked(plain) and recalls(fold(told)) and not _GRANTS.search(fold(told)):
        return True
    if not labels:
        if _DEPOSIT_ASKED.search(plain) and not _KEPT.search(fold(f"{title} {told}")):
            return True
        return _PENALTY.search(fold(told)) is not None and not _FAULT.search(plain)
    if not _USE_ASKED.search(plain) or _OTHER_ASKED.search(plain):
        return False
    heads = [fold(label) for label in (*labels, title)]
    if _PAID.search(plain) and any(_BUDGETED.search(head) for head in heads):
        return True
    return any(nature.search(head) for nature in (_PUNISHMENT, _GRANT, _WORKS) for head in heads)


def unasked(plain: str, row: str, titles: str) -> bool:
    """Whether a row is of a deposit, a loss or a fine that a folded question does not ask, or is not of the one asked.

    ``titles`` are what stands over the row, which may leave to them what it is.
    """
    read = fold(row)
    if any(told.search(read) and not asked.search(plain) for told, asked in _UNASKED):
        return True
    named = _named(plain)
    return bool(named) and not all(told.search(f"{read} {fold(titles)}") for told in named)


@lru_cache(maxsize=256)
def _named(plain: str) -> tuple[re.Pattern[str], ...]:
    """How the natures of sum that a folded question names are told."""
    return tuple(told for asked, told in _NAMED if asked.search(plain))
