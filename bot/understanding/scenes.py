"""Where a misdeed happens and among whom: the words of a question that set its scene, and the acts that are of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.understanding.question import Question
from bot.understanding.wants import Want
from index.analysis import stem, tokens


@dataclass(frozen=True)
class Scene:
    """A sphere of the town's life: the words that only say that something happens there, the titles of its acts."""

    words: frozenset[str]
    titles: frozenset[str]


def _scene(words: str, titles: str) -> Scene:
    return Scene(*(frozenset(stem(word) for word in one.split()) for one in (words, titles)))


_PUPILS = "enfant enfance eleve scolaire ecole periscolaire extrascolaire alsh jeunesse ado adolescent"
# Any sphere may be named by who is there or by where it is: a place is of fewer acts than its public is.
SCENES = (
    _scene(
        "eleve enfant gamin gamine gosse mome minot ado adolescent ecolier collegien lyceen camarade copain copine "
        "fils fille garcon petit grand moyen cp ce1 ce2 cm1 cm2 primaire maternelle classe jeune mineur",
        f"{_PUPILS} cantine restauration restaurant midi meridien garderie sejour camp colonie centre loisir",
    ),
    _scene(
        "cantine midi repas meridien recre recreation cour restaurant dejeuner self table refectoire dame",
        "cantine restauration restaurant periscolaire meridien midi ecole scolaire",
    ),
    _scene("garderie periscolaire etude soir matin", "garderie periscolaire ecole soir matin"),
    _scene("colo colonie camp sejour centre alsh loisir mercredi", "colonie camp sejour centre alsh loisir vacance"),
    _scene("car bus ramassage navette trajet scolaire", "transport car bus navette ramassage"),
    _scene(
        "agent collegue salarie employe fonctionnaire contractuel titulaire service travail bureau poste",
        "agent personnel fonctionnaire salarie",
    ),
    _scene("forain marchand commercant exposant camelot stand etal marche halle", "marche halle foire forain"),
    _scene("lecteur abonne emprunteur bibliotheque mediatheque ludotheque", "bibliotheque mediatheque ludotheque"),
    _scene("nageur baigneur bassin piscine", "piscine bassin nautique baignade"),
    _scene("plaisancier bateau port ponton", "port plaisance mouillage ponton"),
    _scene("campeur camping emplacement", "camping camper"),
    _scene("locataire location salle association club soiree", "salle location foyer gymnase"),
)
# Whom a misdeed is done to, among equals and against those in charge: a rule for the one is no rule for the other.
EQUALS = frozenset("camarade copain copine autre pair collegue usager".split())
IN_CHARGE = frozenset(
    """
    accompagnateur accompagnatrice adulte agent animateur animatrice bibliothecaire chauffeur chef conducteur
    conductrice dame directeur directrice elu encadrant encadrante enseignant enseignante gardien gardienne hierarchie
    intervenant maitre maitresse moniteur monitrice personnel placier superieur surveillant surveillante
    """.split()
)
_ASKS = re.compile(
    r"\b(?:sanction|punition|exclusion|amende|penalite)s?\b|\bque (?:prevoit|dit) (?:l[ea] |notre |cette )?grille\b"
)
_AGAIN = re.compile(
    r"\b(?:recidiv\w*|reitere\w*|deuxieme|seconde|second|troisieme|quatrieme|[2-9] ?(?:e|eme|nde|nd)|encore|"
    r"a nouveau|de nouveau|plusieurs fois|\d fois|deux fois|trois fois|toujours|souvent|a repetition|repete\w*)\b"
)


def asks_what_follows(question: Question) -> bool:
    """Whether a question asks what a misdeed brings, and not whether one may be punished."""
    asked = Want.CONSEQUENCE in question.wants or _ASKS.search(question.plain) is not None
    return asked and Want.YES_NO not in question.wants


def again(folded: str) -> bool:
    """Whether a folded text tells of a misdeed done once more."""
    return _AGAIN.search(folded) is not None


def of_titles(path: Iterable[str]) -> tuple[Scene, ...]:
    """The scenes that the nearest title of any names: a collection of rules names above them what others are about."""
    for title in reversed([*path]):
        said = frozenset(map(stem, tokens(title)))
        if found := tuple(scene for scene in SCENES if scene.titles & said):
            return found
    return ()


def sets(word: str) -> tuple[Scene, ...]:
    """The scenes that a folded word sets."""
    return tuple(scene for scene in SCENES if stem(word) in scene.words)
