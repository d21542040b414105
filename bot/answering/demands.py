"""What a question demands of the very words told, where the broad form of its kind would let another thing through."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from bot.answering.conditions import of_the_age
from bot.answering.matching import Idea, stem_set, strength
from bot.understanding.wants import Want
from index.analysis import stem
from knowledge.text import fold

# "quelle ville a quitté l'accord": a name answers it. In the plural, only those who are people or places of their own:
# "quelles associations ont droit à" is answered by a kind of them.
_WHICH = re.compile(
    r"\b(?:quel(?:le)? (?:est (?:la |le |l[' ]))?(?:ville|commune|mairie|entreprise|societe|banque|cabinet|prestataire|"
    r"fournisseur|organisme|assureur|association|asso|club|syndicat|compagnie|elue?|adjointe?|conseill\w+)|"
    r"quel(?:le)?s (?:villes|communes|elue?s|adjoint\w*|conseill\w+))\b"
    # what it is asked to have done: "quelle banque nous prête"
    r"(?: (?:qui|l|le|la|les|s|se|n|ne|y|en|nous|a|ont|est|sont|ete)\b)*(?: (?P<done>\w{4,}))?"
)
_ASIDE = re.compile(r"\b(?:dans|ds|a|de|par|avec|pour|pr|chez|vers|en|sur|entre) $")
_NAME = re.compile(
    r"(?:(?<=[\wÀ-ÿ,;:()/«'’-])|(?<=\bMM\.)|(?<=\bM\.))\s(?:[dlDL]['’])?([A-ZÀ-Þ][\w'’-]+)|\b([A-ZÀ-Þ]{4,})\b"
)
# Words written with a capital that name nobody.
_NOBODY = re.compile(
    r"(?:communes?|villes?|conseils?|municipal\w*|maires?|mairies?|articles?|etat|collectivites?|groupements?|parties?|"
    r"associations?|adjointe?s?|madame|monsieur|service\w*|president\w*|deliberation|annexe|vote|adopte\w*|euros?|ttc|"
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$"
)
# Who asks a price, and not whether there is one to pay.
_PRICED = re.compile(r"\b(?:prix|tarifs?|combien|cout(?:e|ent)?)\b")
_FREE_ASKED = re.compile(r"gratui|\bpay|factur|offert|pris en charge|\baides?\b|rembours|subvention")
_FREE = re.compile(r"\bgratui|\bgracieu|\bbenevol")
_SUM = re.compile(r"\d[\d .,]*\s?(?:€|euros?\b|eur\b|ttc\b|ht\b|%)|\d[.,]\d\d\b")
# What was before what holds: the agreement before this one, who had the post before.
_BEFORE = re.compile(
    r"\b(?:convention|contrat|bail|marche|accord|avenant|bareme)s? (?:qui )?precedente?s?\b|"
    r"\bprecedente?s? (?:convention|contrat|bail|marche|accord|bareme)s?\b"
)
_LEFT = re.compile(r"\b(?:demission\w*|a quitte ses fonctions|a cesse ses fonctions)\b")
_TAKEN_OVER = re.compile(
    r"\b(?:repren\w+|rempla\w+|succed\w+|design\w+|elue?s?|nomme\w*|proclam\w+|install\w+|assure\w*)\b"
)
_BEFORE_ASKED = re.compile(
    r"\b(?:precede\w*|ancien\w*|avant|demission\w*|quitte\w*|dernier\w*|passee?|cesse\w*|rempla\w*|succed\w*)\b"
)
# "le non bâti": what only says the contrary ("les propriétés bâties") does not answer
_NON = re.compile(r"\bnon[ -](?P<what>[a-z]{4,})")
# What a day is the last for, and how an act says that very thing.
_UNTIL = re.compile(
    r"\b(?:jusqu\W?a? quand|quelles? dates?|quels? (?:jour|delai)|dates? limites?|dernier (?:delai|jour)|delais?|quand|"
    r"trop tard|encore temps|combien de (?:temps|jours|mois|semaines))\b"
)
_LAST_FOR = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (
            r"\b(?:pre-?)?inscri\w+|\bcandidat\w*|\bs'? ?enregistrer|\bse noter\b",
            r"inscri|candidat|enregistr|adhe|demand|dossier|depos|admis|\bpren(?:dr|nent)|releve|renouvel|place",
        ),
        (
            r"\b(?:deposer|depot|rendre|renvoyer|retourner|remettre|transmettre)\b",
            r"depos|depot|dossier|remi[st]|remet|transm|adress|\brend|retour|\benvo|\brecue?s?\b|recept|fourni|present|"
            r"produi|demand|restitu|reuni",
        ),
        (
            r"\bannul\w+|\bdecommand\w+|\bdesist\w+",
            r"annul|desist|decommand|absen|preven|previen|signal|renonc|modif|report|retract|command|confirm",
        ),
        (
            r"\b(?:resilier|denoncer|rompre|preavis)\b",
            r"resili|denonc|romp|ruptur|pre-?avis|\bfin\b|cess|retir|depart|quitt|conge\b",
        ),
        (r"\brenouvel\w+", r"renouvel|recondu|prorog|echeance"),
        (r"\b(?:contester|recours|reclamation)\b", r"recours|contest|reclam|saisi|tribunal|signal"),
    )
)


def unmet(
    plain: str, wants: Container[Want], ideas: Iterable[Idea], told: str, around: str, titles: Sequence[str]
) -> bool:
    """Whether a folded question demands what is not there: a name, a price, the last day for that very thing.

    ``told`` is the sentence, with the one after it; ``around`` also what stands before it, ``titles`` all above it.
    """
    if Want.MONEY in wants and only_free(plain, fold(told)) and not of_the_age(plain, told):
        said = stem_set(" ".join([told, *titles]))
        return any(idea.subject and not idea.least and not strength(idea, said) for idea in ideas)
    which = _which(plain)
    if which is not None and not (names_in(told, plain) and _says(which, ideas, told)):
        return True
    if Want.DEADLINE not in wants and Want.DURATION not in wants:
        return False
    last_for = _last_for(plain)
    return bool(last_for) and not any(said.search(fold(" ".join([around, *titles[1:]]))) for said in last_for)


def only_free(plain: str, told: str) -> bool:
    """Whether a folded question asks a price, and a folded text only tells who pays none."""
    priced = _PRICED.search(plain) is not None and _FREE_ASKED.search(plain) is None
    return priced and _FREE.search(told) is not None and _SUM.search(told) is None


def denies(plain: str, told: str) -> bool:
    """Whether a folded text only says what a folded question tells not to be: "bâties" for "le non bâti"."""
    for match in _NON.finditer(plain):
        what = stem(match["what"])
        if what in stem_set(told) and what not in {stem(one["what"]) for one in _NON.finditer(told)}:
            return True
    return False


def of_before(plain: str, wants: Container[Want], told: str, then: str = "") -> bool:
    """Whether a folded text is of the agreement, or of the person, before those that a folded question asks about.

    ``then`` is what stands after it, which may say who took over.
    """
    if _BEFORE_ASKED.search(plain):
        return False
    left = Want.PERSON in wants and _LEFT.search(told) is not None and _TAKEN_OVER.search(told + then) is None
    return left or _BEFORE.search(told) is not None


def names_in(told: str, plain: str) -> bool:
    """Whether a text names somebody, or some place, that a folded question does not name."""
    names = (fold(one or other) for one, other in _NAME.findall(told))
    return any(not _NOBODY.match(name) and name.split("'")[-1] not in plain for name in names)


def _says(done: str, ideas: Iterable[Idea], told: str) -> bool:
    """Whether a text says, by its word or by another, what somebody is asked to have done."""
    asked = [idea for idea in ideas if stem(done) in idea.own] if done else []
    return all(strength(idea, stem_set(told)) for idea in asked)


@lru_cache(maxsize=256)
def _which(plain: str) -> str | None:
    """What a folded question that asks who, of a kind, asks them to have done, "" where it says none; else None."""
    match = _WHICH.search(re.sub("['-]", " ", plain))
    if match is None:
        return None
    doing = not _ASIDE.search(plain[: match.start()])
    return (match["done"] or "") if doing else ""


@lru_cache(maxsize=256)
def _last_for(plain: str) -> tuple[re.Pattern[str], ...]:
    """How an act says what a folded question asks the last day for; none where it asks for no such day."""
    if not _UNTIL.search(plain):
        return ()
    return tuple(told for asked, told in _LAST_FOR if asked.search(plain))
