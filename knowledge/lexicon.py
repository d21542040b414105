"""The words of French and how often films say them: what tells a word nobody wrote in an act from a typing error."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from knowledge.text import fold

# What town halls say every day, and films hardly: each as frequent as a word said now and then.
_TOWN_HALL = """
    accompagnante accompagnantes accueils acquittement adressage affouage affouages agglomeration alsh animatrice
    animatrices annexe annexes aquagym arrete arretes assainissement atsem attributaire autoentrepreneur badge badges
    barnum barnums beneficiaire beneficiaires cadastrale cadastrales cantine cantines caveau caveaux cavurne cavurnes
    ccas cimetiere cimetieres columbarium columbariums communale communales communaute communautaire concession
    concessions conseillere conseilleres convention conventions covoiturage decheterie decheteries dechetterie
    dechetteries delegataire delegataires deliberation deliberations dematerialisation dematerialise dematerialisee
    dematerialisees dematerialises demolition derogation derogations dojo droits ecocitoyen elementaire elementaires
    emplacement emplacements encadrant encadrants extrascolaire extrascolaires exoneration exonerations facturation
    fibre forain forains fratrie fratries garderie garderies gymnase gymnases impayes indemnitaire indemnites
    intercommunal intercommunale intercommunales intercommunaux intercommunalite intercommunalites internet
    itinerance ludotheque ludotheques mairie maternelle maternelles mediatheque mediatheques mensualisation modificative
    modificatives monophase monophasee multisports mutualisation mutualise mutualisee mutualisees mutualises
    orthophoniste ossuaire padel parentalite patinoire perimetre periscolaire periscolaires permissionnaire
    permissionnaires photocopie photocopies photovoltaique pluriannuel pluriannuelle pluriannuelles pluriannuels
    preinscription preinscriptions quotient quotients ramassage recadrage redevable redevables redevance redevances
    referent referente referentes referents refacturation regie regisseur reglement reglements remboursement resiliation
    restauration restos scolaire scolaires skatepark stationnement subvention subventions tarif tarifaire tarifaires
    tarification tarifs telealerte teletravail teletravailler titulaire titulaires triphase triphasee usager usagers
    vacataire vacataires vegetalisation videoprotection videosurveillance visioconference voirie voiries
"""
_NOW_AND_THEN = 300
_LETTERS = "àâäáçéèêëîïíñôöóùûüúÿœæ’"


@cache
def _said() -> dict[str, int]:
    # The corrector that carries the list takes twice as long to open it.
    packed = files("spellchecker").joinpath("resources/fr.json.gz").read_bytes()
    read: dict[str, int] = json.loads(gzip.decompress(packed))
    return read


def is_spelled(word: str) -> bool:
    """Whether French writes the word so, accents and all (lower case)."""
    return word in _said()


@cache
def lexicon() -> Mapping[str, int]:
    """Some 130,000 folded forms of French, each with its frequency (50: rare); read at the first call, in 0.2 s."""
    said = _said()
    found = {word: count for word, count in said.items() if word.isascii()}
    accented = [word for word in said if not word.isascii()]
    for word, plain in zip(accented, _folded(accented), strict=True):
        # "réglé" and "règle" are one folded word, as frequent as the more frequent of them.
        found[plain] = max(said[word], found.get(plain, 0))
    for word in _TOWN_HALL.split():
        found[word] = max(_NOW_AND_THEN, found.get(word, 0))
    return found


def _folded(words: list[str]) -> list[str]:
    # Letter by letter over them all costs a tenth of folding each word; the rule stays that of knowledge.text.
    text = "\n".join(words)
    for letter in _LETTERS:
        text = text.replace(letter, fold(letter))
    return text.split("\n")
