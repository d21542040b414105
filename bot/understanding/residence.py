"""Residents and outsiders: the words a town and its tariffs use for both, and how they are told apart.

An inhabitant's name is made from the town's (Seclin, Seclinois): the same beginning and one of a few endings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Literal

from knowledge.lexicon import lexicon
from knowledge.text import fold

Side = Literal["resident", "outsider", ""]
_ENDINGS = (
    r"(?:ois|oise|oises|ais|aise|aises|ien|iens|ienne|iennes|een|eens|eenne|eennes|in|ins|ine|ines|on|ons|onne|"
    r"ard|ards|arde|ot|ots)"
)
# Words of a town's name that are many towns': no people is named after them.
_NOT_TOWNS = {"saint", "sainte", "metropole", "communaute"}
# Who may be said to be from elsewhere, where "d'ailleurs" alone is "by the way".
_SOMEBODY = (
    r"(?:vien(?:s|t|nent)|venant|venue?s?|est|sont|gens|quelqu'un|qqn|(?:personne|famille|particulier|adulte|enfant|"
    r"couple|client|usager|jeune|dame|association|asso|club|ecole|entreprise|habitant)s?)"
)
# "habitant hors commune" says the word of the inhabitants too
_LIVING = r"(?:(?:domicilie|habit|resid)\w* )?"
_OUT = (
    rf"\b(?:(?<!a l')exterieure?s?|{_LIVING}hors d'(?!usage|eau|œuvre)\w+|"
    rf"{_LIVING}hors[ -](?:de la )?(?:commune|ville|agglo\w*)|"
    r"(?:non[ -](?:resid[ea]nte?s?|habitante?s?|domicilie\w*)|exterieure?s?)"
    r" (?:a|de|dans|sur) (?:la |notre )?(?:commune|ville)(?! (?:de|du|des) | d')|"
    r"non[ -](?:resid[ea]nte?s?|habitante?s?|domicilie\w*)|"
    r"d'une autre (?:ville|commune)|habit(?:e|ent|ants?) (?:pas|ailleurs|une autre)|n'habite(?:nt)?|"
    r"(?:vit|vivent|reside|resident|demeure|demeurent|loge|logent) (?:pas|ailleurs)\b|"
    r"(?:n'est|est|sont|vient|viennent) pas d(?:e|u|'|es)\b|pas d'ici|d[eu] dehors|de l'exterieur|"
    r"pas d(?:e|u) (?:la |notre )?(?:commune|ville|village|coin|chez)|"
    r"(?:autres?|dans une autre) communes?|(?:commune|ville|village)s? (?:voisine?s?|d'a cote|alentours?)|"
    rf"{_SOMEBODY} d'ailleurs|ext(?:er)?\.|hors com\.|non[ -]hab\.)(?!\w)"
)
_IN = (
    r"\b(?:resid[ea]nte?s?|(?<!par )habitante?s?|domicilie(?:e|s|es)?|d[' ]?ici|du village|de chez nous|"
    r"de (?:la|notre) (?:ville|commune)(?! (?:de|du|des) | d')|commune de residence|intra[ -]muros)\b|"
    r"\bhab\.|^\W*(?:la )?commune\W*$"
)


def people(communes: Iterable[str]) -> str:
    """A pattern that matches the words for the inhabitants of these communes (``neuvillois``), folded; "" for none."""
    stems = {match[0] for commune in communes for match in re.finditer(r"[a-z]{5,}", fold(commune))}
    names = sorted(stem for stem in stems if stem not in _NOT_TOWNS)
    # a town's own name may end as a people's does (Avignon)
    whole = [rf"(?!{re.escape(name)}\b){re.escape(name[:5])}[a-z]*{_ENDINGS}\b" for name in names]
    # a narrow column has "Brill." for the Brillantais
    cut = [rf"{name[:size]}\." for name in names for size in range(4, len(name))]
    return "|".join([*whole, *cut])


# What is told of another town, to compare or for information: its price is not this one's.
_ELSEWHERE = re.compile(
    r"[,(] ?(?:communes?|villes?) voisines?\b(?= ?[,).:]|$)|^.{0,8}\bpour (?:simple )?information\b|"
    r"\bdans (?:leur|sa) (?:propre )?commune\b|\b(?:a titre|pour) (?:de )?compar(?:aison|er)\b|\ba titre comparatif\b|"
    r"\bne releve(?:nt)? pas d(?:u|e la|es) present"
)


# "le dispositif de la ville de Brévannes", "la commune d'Arcy pratique 2 €": what a town that is named does.
_TOWN = r"(?:ville|commune|municipalite) (?:voisine )?(?:de |d')"
_PRACTICE = re.compile(
    r"\b(?:dispositif|exemple|experience|initiative|pratique|tarif|prix|bareme|modele|formule|reglement)s? "
    rf"(?:\w+ ){{0,3}}?(?:de|par|a|dans|sur) (?:la |notre )?{_TOWN}(?P<whose>[a-z][\w-]+)|"
    rf"\b{_TOWN}(?P<name>[a-z][\w-]+)[^.;:]{{0,40}}? "
    r"(?:pratique|applique|facture|propose|accorde|offre|a (?:mis en place|instaure|institue|fixe|choisi|retenu))\b"
)


@lru_cache(maxsize=32_768)
def of_elsewhere(folded: str, homes: str = "") -> bool:
    """Whether a folded text tells, to compare or for information, what another town than ``homes`` does."""
    if _ELSEWHERE.search(folded):
        return True
    named = [match["whose"] or match["name"] for match in _PRACTICE.finditer(folded)] if homes else []
    return bool(named) and not any(name in homes for name in named)


# Words that only tell where somebody lives: once the side is known, they name no subject.
_SIDED = re.compile(
    r"(?:habit(?:e|ent|er|ants?|antes?)|domicilie(?:e|s|es)?|resid\w+|exterieure?s?|vi(?:t|vent)|demeure\w*|loge\w*|"
    r"administre(?:e|s|es)?|hors|autres?|communes?|villes?|village|voisine?s?|ailleurs|cote|coin|famille)"
)


def tells_side(word: str, inhabitants: str) -> bool:
    """Whether a folded word only tells where somebody lives ("habitant", "extérieur", the people's name)."""
    return _SIDED.fullmatch(word) is not None or bool(inhabitants and re.fullmatch(inhabitants, word))


def per_head(text: str, inhabitants: str) -> str:
    """A question with ``par habitant`` where it says so by the inhabitants' own name ("dette par neuvillois")."""
    folded = fold(text)
    match = re.search(rf"\bpar (?:{inhabitants})", folded) if inhabitants else None
    return f"{text[: match.start()]}par habitant{text[match.end() :]}" if match and len(folded) == len(text) else text


# "habite Brévannes", "une famille de Brévannes": a name of a place, which its capital tells, and no person's.
_LIVES = re.compile(
    r"\b(?:(?:[Hh]abit(?:e|ent|ants?|antes?)|[Dd]omicili\w+|[Rr]ésid\w+|[Vv]it|[Vv]ivent|[Vv]ient|[Vv]iennent)"
    r"(?:(?: (?:à|a|au|aux|en|sur|de|du))? | d['’])|"
    r"(?:[Ff]amilles?|[Ee]nfants?|[ÉéEe]l[èe]ves?|[Cc]ouple|[Dd]ame|[Pp]ersonnes?)(?: (?:de|du) | d['’]))"
    r"(?!M(?:me|lle|adame|onsieur|\b))(?P<place>[A-ZÀ-Ý][a-zà-ÿ'’][\w'’-]+)"
)


# "elle habite brevannes", typed without a capital: what follows, no word of French, is a place.
_LIVES_AT = re.compile(
    r"\b(?:habit(?:e|ent|ants?|antes?)|domicili\w+|resid(?:e|ent|ants?)|vit|vivent) (?:(?:a|sur|de|en) |d')?"
    r"(?P<place>[a-z][a-z'-]{3,})\b"
)


# "une école d'Arcy", "un club de Brévannes": some body of another place, where "l'école de" may be one of the town's.
_BODY = re.compile(
    r"\b[Uu]ne? (?:école|ecole|collège|college|lycée|lycee|classe|association|asso|club|entreprise|société|societe)"
    r"(?: (?:de|du) | d['’])(?P<place>[A-ZÀ-Ý][a-zà-ÿ'’][\w'’-]+)"
)


# "une famille d ailleurs", "il n habite pas ici": typed without the apostrophe
_ELIDED = re.compile(r"\b([dln]) (?=[aeiouyéèêh])", re.IGNORECASE)


def asked_side(text: str, inhabitants: str, homes: Collection[str]) -> Side:
    """Which side a question speaks of: as ``side_of``, or an outsider's for who lives outside ``homes``.

    ``homes`` are the folded names of the towns asked, none when any town may be meant.
    """
    text = _ELIDED.sub(r"\1'", text)
    named = "|".join(re.escape(home) for home in homes if home)
    if named and re.search(rf"\b(?:pas|hors|ailleurs qu) (?:de |d'|du |a )?(?:{named})\b", fold(text)):
        return "outsider"
    if elsewhere(text, homes):
        return "outsider"
    lives = _LIVES.search(text)
    at_home = lives is not None and any(fold(lives["place"]) in home or home in fold(lives["place"]) for home in homes)
    return side_of(text, inhabitants) or ("resident" if at_home else "")


def elsewhere(text: str, homes: Collection[str]) -> str:
    """The place outside ``homes`` where a question says that somebody lives, folded; "" without any."""
    if not homes:
        return ""
    written = _LIVES.search(text)
    typed = [match["place"] for match in _LIVES_AT.finditer(fold(text))]
    bodies = [fold(match["place"]) for match in _BODY.finditer(text)]
    named = [place for place in [*typed, *bodies] if _is_no_word(place)]
    places = [fold(written["place"])] if written else named
    return next((place for place in places if not any(place in home or home in place for home in homes)), "")


def _is_no_word(folded: str) -> bool:
    return all(part not in lexicon() for part in re.split(r"[-']", folded))


@lru_cache(maxsize=4_096)
def side_of(text: str, inhabitants: str) -> Side:
    """Which side a text speaks of, when it speaks of one only; "" when of none or of both."""
    folded = fold(text)
    outside = re.search(_OUT, folded) is not None
    inside = re.search(_IN, re.sub(_OUT, " ", folded)) is not None
    if inhabitants:
        non = rf"\bnon[ -]*(?:{inhabitants})"
        outside = outside or re.search(non, folded) is not None
        inside = inside or re.search(rf"\b(?:{inhabitants})", re.sub(non, " ", folded)) is not None
    if outside == inside:
        return ""
    return "outsider" if outside else "resident"
