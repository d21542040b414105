"""What a text of each kind wanted looks like, a sum, a date, papers, and the words that only name the kind."""

from __future__ import annotations

import re

from bot.understanding.wants import Want
from index.analysis import stem
from knowledge.dates import MONTHS

_HELD: dict[Want, re.Pattern[str]] = {
    Want.MONEY: re.compile(
        r"\d[\d .,]*\s?(?:€|euros?\b|eur\b|ttc\b|ht\b)|\bgratuit|\ba titre (?:gracieux|benevole)|"
        r"\bgracieuse(?:ment)?\b|\bbenevolement|\b(?:sans|aucune?|ni) (?:indemnite|frais|contrepartie|loyer)|"
        r"\b(?:ne|n') ?(?:\w+ )?(?:fourni|rembours|financ|verse|indemnis)|"
        r"\bpas (?:rembours|pris en charge|factur|due?s?\b|de frais|d'(?:amende|indemnite|aide))|"
        r"\baucune? (?:aide|indemnite|participation|penalite|amende|frais|remboursement)|"
        # a sum told by another: "vacanciers : tarif habitant", "les tarifs sont alignés sur ceux de la Ville de …"
        r"(?:: |\b(?:paie(?:nt)?|paye(?:nt)?|benefici\w+|accueillie?s?|factur\w+) )(?:au |du |le |selon le )?(?:meme )?"
        r"(?:tarif|prix) (?:de |des |d[ue] )?(?:leur |sa )?\w{4,}|"
        r"\btarifs?\b[^.;]{0,80}\b(?:align\w+ sur|identiques?|les memes que|ceux d(?:e|u)\b)"
    ),
    Want.CHARGE: re.compile(
        r"\bcharge\b|\bfactur|\bgratuit|\bpay|\bpaie|\brembours|\bfrais\b|\bfinanc|€|\bdu\b|\bincomb|\bsupport|"
        r"\bconserv|\bmaintenance"
    ),
    Want.RATE: re.compile(r"\d\s?%|coefficient\D{0,40}\d|\btaux\b.*\d|moitie|\bdouble"),
    Want.COUNT: re.compile(r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cent)\b"),
    Want.MEASURE: re.compile(
        r"(?:\d|\b(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cinquante|cent))\s?"
        r"(?:[mck]?m[23²³?]?|metres?|hectares?|ha|km/h|kg|kilos?|tonnes?|t|litres?|l|dm3|habitants)(?!\w)"
    ),
    Want.DURATION: re.compile(
        # an age is no duration, nor what never stops ("7 jours sur 7")
        r"(?<!moins de )(?<!plus de )(?<!partir de )(?<!ages de )(?<!age de )(?<!agee de )(?<!agees de )"
        r"\b(?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|trente)\W{0,3}(?:\(\d+\)\s*)?(?:ans?|"
        r"annees?|mois|semaines?|jours?|heures?|h|minutes?)\b(?! ?(?:sur|/) ?\d)|\bannuel|\bhebdomadaire|"
        # the head of a column, then its cell: "Jours ouvrés : 3"
        r"\b(?:jours?|semaines?|mois|annees?|heures?|duree)\b(?: (?!du\b|au\b)[a-z]+){0,3} : \d{1,3}"
        r"(?![\d.,]*\d|[ \d.,]*(?:€|euros?\b|%|h\b))"
    ),
    Want.DEADLINE: re.compile(
        rf"\b(?:{'|'.join(MONTHS)})\b|"
        r"\d{1,2}/\d{1,2}|\b(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|veille|avant|au plus tard|"
        r"dans (?:\w+ ){1,2}(?:mois|jours?|semaines?|delais?|annees?|heures?|quinzaine)|delai|jusqu|"
        r"des (?:la|le|reception)|minuit|rentree)\b|"
        r"\b(?:en|fin|debut|courant|ete|automne|hiver|printemps|annee|echeance)(?: de)?(?: l'annee)? ?:? ?"
        r"(?:19|20)\d\d\b|"
        r"\b(?:\d+|un|deux|trois|quatre|six|quinze)\s+(?:mois|semaines?|jours?)\b"
    ),
    Want.TIME: re.compile(
        # "35 heures par semaine" is no time of the day
        r"\b(?:[01]?\d|2[0-4])\s?(?:h|heures?)\b(?! (?:par|de (?:travail|service|cours)|hebdo\w*|annuel\w*)\b)|"
        r"\b\d{1,2}h\d{2}|\b\d{1,2}:\d{2}|\bminuit|(?<!apres[ -])\bmidi\b"
    ),
    Want.PLACE: re.compile(
        r"\b(?:rue|avenue|place|boulevard|hotel de ville|mairie|guichet|salle|bureau|accueil|portail|secretariat)\b"
    ),
    Want.PERSON: re.compile(
        r"\bm\. [a-z]|\b(?:maire|adjoint|directeur|directrice|responsable|monsieur|madame|mme|president|commune|ville|"
        r"service|comite|prefet|conseil|agents?|animateur|famille|parents?|par la|par le)\b"
    ),
    Want.PHONE: re.compile(r"\b0\d(?:[ .-]?\d{2}){4}\b"),
    Want.EMAIL: re.compile(r"\S+@\S+"),
    Want.YES_NO: re.compile(
        r"\binterdi|\baucune?\b|\bn(?:e|') ?\w* ?(?:peu(?:t|vent)|doi(?:t|vent)|pourra|sera)|\bpeu(?:t|vent)\b|"
        r"\bpourra|\bdoi(?:t|vent)\b|\bautoris|\bobligatoire|\bexclu|\bpossible|\bsauf\b|\buniquement|\bseuls?\b|"
        r"\bgratuit|\bpas\b|\bjamais|\btoujours|\bpermi|\brefus"
    ),
    Want.VOTE: re.compile(r"unanimite|majorite|adopt|approuv|propos|rejet|ajourn"),
    Want.PAPERS: re.compile(
        r"\bjustifi|\bpieces?\b|\battestation|\bcertificat|\bcopie|\bphotocopie|\bextrait|\blivret|\bformulaire|"
        r"\bcarte (?:d'identite|de sejour|d'invalid|grise|vitale|d'electeur|de commercant)|"
        r"\bfiche|\breleve|\brecepisse|\bassurance|\bjugement|\bphotos?\b|\bdossier (?:comprend|contient|complet)"
    ),
    Want.DEFINITION: re.compile(
        r"\bdesigne|\bsignifie|\bs'entend|\bentend(?:u|ue|us|ues)? par\b|\b(?:est|sont) (?:une?|des|definie?s?)\b|"
        r"\bcorrespond a|\bconsiste|\bc'est[ -]a[ -]dire"
    ),
    Want.FREQUENCY: re.compile(
        r"\b(?:mensuel|hebdomadaire|trimestriel|semestriel|annuel|quotidien|bimestriel|bihebdomadaire|triennal|biennal|quinquennal|"
        r"periodicite)|"
        r"\bchaque (?:jour|semaine|mois|trimestre|annee)|\bfois (?:par|dans|l'an)|"
        r"\btou(?:s|tes) les (?:\w+ )?(?:ans|mois|semaines|jours)\b|"
        r"\bpar (?:an|mois|semaine|trimestre)\b"
    ),
    Want.CONSEQUENCE: re.compile(
        r"sanction|exclu|avertissement|penalit|refus|resili|interdi|ne (?:pourra|sera|seront|peut)|retenu|factur|"
        r"courrier|rappel|repute|perte|suspen|rendez-vous|rdv|majoration|double|rembours|\bblame|\bamende|\brenvo[iy]|"
        r"confisqu|\bperd(?:ent|ra|ront)?\b|\bmise? (?:a pied|en demeure)|verbalis|proces-verbal|\bconvo(?:cation|que)|"
        r"\b(?:arrhes|acompte|somme|caution)s?\b[^.;]{0,30}\b(?:conserv|acquis|garde|perdu|rendu)"
    ),
}

# The words that only name the kind of thing wanted: a text that holds a deadline need not say "date limite".
_NAMING = {
    Want.DEADLINE: "date limite annee periode dates delai delais echeance echeances tard dernier jour quand avance",
    Want.DURATION: "duree durees temps delai delais preavis longtemps avance maximum minimum maximal minimal",
    Want.RATE: "pourcentage taux part proportion",
    Want.COUNT: "nombre maximum minimum quantite quota max min",
    Want.PHONE: "telephone tel numero appeler joindre contacter",
    Want.EMAIL: "mail email courriel adresse electronique",
    Want.PAPERS: "papier papiers piece pieces document documents justificatif justificatifs fournir dossier",
    Want.FREQUENCY: "frequence periodicite rythme fois",
    Want.DEFINITION: "definition signifie veut",
}
NAMING = {want: frozenset(stem(word) for word in words.split()) for want, words in _NAMING.items()}


def holds(want: Want, folded: str) -> bool:
    """Whether a folded text holds something of the kind wanted; kinds without a form of their own always do."""
    pattern = _HELD.get(want)
    return pattern is None or pattern.search(folded) is not None
