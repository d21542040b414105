"""From text to the stems that are indexed and searched; the same path for documents and for questions.

Folding comes before stop words and stemming: measured, people who type without accents then lose nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

from index.french import STOP_WORDS
from knowledge.lexicon import lexicon
from knowledge.text import fold

# "10,50" is one token; "15ans" and "7h30" are cut where letters follow figures; "cm2" and "a3" are kept whole.
_TOKEN = re.compile(r"(?<=\d)h(?=\d)|\d+(?:[.,]\d+)?|[a-z]+\d*")
_BEFORE_NUMBER = re.compile(r"^(?:article|art|decision|deliberation|numero|no|n)?\W*(?:no|n)?\W*(?=\d)")
_CAMPER = re.compile(r"\bcamping[- ]cars?\b")
_UNDER = re.compile(r"\bsous-(?=[a-z]{4})|\bsous (?=(?:trait|lou[eoai]|locat)[a-z])")
_INSTEAD = re.compile(r"\bau lieu (?=d)")
_MEETING = re.compile(r"\brendez[- ]vous\b")
_AFTERNOON = re.compile(r"\bapres[- ]midis?\b")
# Folding makes "annulée" one "e" longer than the stemmer expects: "annulee" would not meet "annuler".
_PARTICIPLE = re.compile(r"(?<=\w{4})ees?$")
# The stemmer makes one word of "loyer" and "loi", "retraite" and "retrait", "manquement" and "manquer", "publication"
# and "publique", "mairie" and "maire", "PAI" and "payer", "péri" and "père": each of these is its own.
OWN_STEMS = frozenset(
    """
    amendement amiante attention avenant bat batiment boite bougie cafe camera case chips citis classement colonne
    commun communication communique communiquee communiquer conseiller conseillere courant course definition demeure
    depart dispositif don donnee equipe etal etaps exclusif exclusive exclusivement exclusivite fac fils foyer gars
    habit livre lotissement loyer maintenance mairie manga manquement mari mars mere moyenne ordonnance pai papi
    partie pav peri plie plui point port poster pote prof publication punaise ram rang rar rat reference relais
    rentree retraite rob secouriste selfie sub suppleant suppleante taxi tennis terrasse testament tig train veille
    veillee virement visa volant
    """.split()
)
_STEMMER = Stemmer.Stemmer("french")
# The stemmer leaves "gardent" and "gardons" as they are, as it must "agent" and "saison": French tells them apart.
_MANY = ("ent", "ons")
# Of two verbs, or the very letters of a word that says something else: "ils paient" is no pair, "s'élèvent" no pupil.
_NO_VERB = re.compile(r"(?:[tv]ient|^paient|ouvrent|levent)$")
_LEAST_ROOT = 3
# Folded, "première" has lost the accent by which the stemmer knows it as the feminine of "premier".
_FEMININE = ("iere", "ieres")


def tokens(text: str) -> list[str]:
    """The folded words and figures of ``text`` in order, stop words included: ``3,00`` and ``3.0`` both give ``3``."""
    # "apres", "car" and "sous" are stop words: without this, the afternoon would be noon, a camping-car a campsite, and
    # whoever sublets would let.
    folded = fold(text)
    if "midi" in folded:
        folded = _AFTERNOON.sub("apresmidi", folded)
    if "au lieu" in folded:
        folded = _INSTEAD.sub("", folded)
    if "rendez" in folded:
        folded = _MEETING.sub("rendezvous", folded)
    if "sous" in folded:
        folded = _UNDER.sub("sous", folded)
    if "camping" in folded:
        folded = _CAMPER.sub("campingcar", folded)
    return [_plain(token) if token[0].isdigit() else token for token in _TOKEN.findall(folded)]


def _plain(figure: str) -> str:
    whole, _, decimals = figure.replace(",", ".").partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def is_said(token: str) -> bool:
    """Whether a folded token says something: neither a stop word nor a lone letter."""
    return token not in STOP_WORDS and (len(token) > 1 or token.isdigit())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a folded word; a figure, a code with a figure in it or a very short word is its own."""
    if word in OWN_STEMS or word.removesuffix("s") in OWN_STEMS:
        return word if word.endswith("s") else f"{word}s"
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith(_MANY):
        word = _infinitive(word)
    elif word.endswith(_FEMININE):
        word = _masculine(word)
    return str(_STEMMER.stemWord(_PARTICIPLE.sub("e", word)))


def _infinitive(word: str) -> str:
    """The verb of a form of the plural ("gardent", "gardons"), or the word as it is when it is, or may be, no verb."""
    root, french = word[:-3], lexicon()
    # a verb in "-ent" takes no "s", as a noun in "-ent" does; a verb in "-ons" has no form in "-on"
    noun = f"{word}s" if word.endswith("ent") else word[:-1]
    if len(root) < _LEAST_ROOT or noun in french or _NO_VERB.search(word):
        return word
    issued = (f"{root[:-3]}ir",) if root.endswith("iss") else ()
    verbs = (f"{root.removesuffix('e')}er", *issued, f"{root}re", f"{root}ir")
    return next((verb for verb in verbs if verb in french), word)


def _masculine(word: str) -> str:
    """The masculine of a noun or an adjective ("première"), or the word as it is when French has none ("matière")."""
    masculine, french = word.removesuffix("s").removesuffix("e"), lexicon()
    return masculine if masculine in french and f"{masculine}s" in french else word


def stems(text: str) -> list[str]:
    """The stems of what ``text`` says, in order, repeats kept: ``"L'école n°2"`` gives ``["ecol", "2"]``."""
    return [stem(token) for token in tokens(text) if is_said(token)]


def number_key(number: str) -> str:
    """An article, decision or deliberation number as it is compared: ``"N° 05"``, ``"5."`` and ``"5"`` are the same."""
    bare = _BEFORE_NUMBER.sub("", fold(number).strip())
    parts = re.findall(r"[a-z]+|\d+", re.sub(r"(?<=\d)er\b", "", bare))
    return "-".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)
