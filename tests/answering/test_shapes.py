from decimal import Decimal

import pytest

from bot.answering.shapes import misses, unfit
from bot.messages import Answer
from bot.understanding.wants import Want

COUNT = {Want.COUNT}


@pytest.mark.parametrize(
    ("plain", "wants", "told", "missing"),
    [
        ("adresse du club de voile", {Want.PLACE}, "Le club de voile rencontre la ville deux fois l'an.", True),
        ("adresse du club de voile", {Want.PLACE}, "Le club de voile, 3 quai des Barques", False),
        ("adresse mail du club de voile", {Want.EMAIL}, "Le club de voile : voile@exemple.fr", False),
        ("a qui s adresse le club", {Want.PERSON}, "Le club voit la maire.", False),
        ("c'est qui la directrice du port", {Want.PERSON}, "Le jury réunit la directrice du port et un rameur.", True),
        ("c'est qui la directrice du port", {Want.PERSON}, "La directrice du port est Mme Aubin.", False),
        ("c est qui maintenant la personne au port", {Want.PERSON}, "Le port aide le club de voile.", True),
        ("qui est aujourd hui l adjointe au port", {Want.PERSON}, "Le dossier va à l'adjointe au port.", True),
        ("qui est aujourd hui l adjointe au port", {Want.PERSON}, "Au port : Mme Aubin, adjointe.", False),
        ("c est qui le president du club", {Want.PERSON}, "Le club est représenté par M. Aubin.", False),
        ("qui est responsable de la casse au port", {Want.PERSON}, "Le rameur répond de la casse.", False),
        ("jusqu a quelle date court la convention", {Want.DEADLINE}, "Le bassin est ouvert du lundi au jeudi.", True),
        ("jusqu a quelle date court la convention", {Want.DEADLINE}, "Elle s'achève le 30 juin 2031.", False),
        ("jusqu a quelle date court la convention", {Want.DEADLINE}, "Elle dure trois ans à compter du vote.", False),
        ("a quelle date expire l agrement", {Want.DEADLINE}, "Le port est agréé (agrément du 3 mai 2029).", True),
        ("a quelle date expire l agrement", {Want.DEADLINE}, "Agrément du 3 mai 2029, pour cinq ans.", False),
        ("a quelle date expire l agrement", {Want.DEADLINE}, "L'agrément court du 3 mai 2029 au 2 mai 2034.", False),
        ("l ecluse ouverte quoi comme jours", {Want.DEADLINE}, "Rameur (deux mois) : 5 € pour vingt jours.", True),
        ("l ecluse ouverte quels jours", {Want.DEADLINE}, "L'écluse ouvre le mardi et le samedi.", False),
        ("l ecluse ouverte quels jours", {Want.DEADLINE}, "L'écluse ouvre tous les jours de l'été.", False),
        ("combien de barques", COUNT, "Forfait 1 : 150 € par barque, une caution (articles 60-1 et 7)", True),
        ("combien de barques", COUNT, "Article 3 : les barques ne sortent pas avant 17h30.", True),
        ("combien de barques", COUNT, "Les 8 barques ne sortent pas avant 17h30.", False),
        ("combien d anneaux", COUNT, "Le port n'est pas un hangar : on ferme à 17h30.", True),
        ("combien d anneaux", COUNT, "Le port a douze anneaux.", False),
        ("combien de barques", COUNT, "La ville possède quatre barques.", False),
        ("combien de barques", COUNT, "Les barques sont gardées H24/7J sur 7J.", True),
        ("combien de barques", COUNT, "Les barques sont gardées 24h/24 et 7 jours sur 7.", True),
        ("combien de barques", COUNT, "Le port garde 24 barques, 7 jours sur 7.", False),
        ("combien de barques", COUNT, "La ville ne possède aucune barque.", False),
        ("combien de versements", COUNT, "L'aide est versée en juin.", False),
        ("conge pour le mariage de son frere", {Want.DURATION}, "Mariage de l'agent : 5 jours", True),
        ("conge pour le mariage de son frere", {Want.DURATION}, "Mariage d'un frère, d'une sœur : 1 jour", False),
        ("combien de temps avant faut il annuler la yole", {Want.DURATION}, "La location dure trois mois.", True),
        ("combien de temps avant faut il annuler la yole", {Want.DURATION}, "Un préavis de trois jours.", False),
        ("pour la yole faut prevenir combien de temps", {Want.DURATION}, "On écrit trois jours à l'avance.", False),
        ("quel preavis pour la yole", {Want.DURATION}, "L'anneau est loué trois ans.", True),
        ("sous combien de temps prevenir le port", {Want.DURATION}, "On écrit dans les trois jours.", False),
        ("combien de temps dure la yole", {Want.DURATION}, "La location dure trois mois.", False),
        ("conge pour son mariage", {Want.DURATION}, "Mariage de l'agent : 5 jours", False),
        ("conge pour le mariage d un enfant", {Want.DURATION}, "Son mariage : 5 jours ; enfant malade : 6 jours", True),
        ("conge pour le mariage d un enfant", {Want.DURATION}, "Mariage d'un enfant : 2 jours ; pacs : 5 jours", False),
        ("conge pour l enterrement d un frere", {Want.DURATION}, "Décès d'un frère ou d'une sœur : 2 jours", False),
        ("quel preavis pour quitter l anneau", {Want.DURATION}, "On réserve la yole dix jours avant la fête.", True),
        ("quel preavis pour quitter l anneau", {Want.DURATION}, "Qui quitte l'anneau l'écrit un mois avant.", False),
    ],
)
def test_what_has_not_the_shape_asked_is_no_answer(plain: str, wants: set[Want], told: str, missing: bool) -> None:
    assert misses(plain, wants, told, told, told) is missing


@pytest.mark.parametrize(
    ("plain", "told", "missing"),
    [
        ("combien de jours d absence pour la naissance d un enfant", "Mariage de l'agent : 5 jours", True),
        ("combien de jours d absence pour la naissance d un enfant", "Naissance : 3 jours", False),
        ("faut il une assurance pour louer le hangar", "Une caution est remise pour le hangar.", True),
        ("faut il une assurance pour louer le hangar", "Le locataire s'assure.", False),
        ("faut il une assurance pour louer le hangar", "Le locataire est assuré contre le vol.", False),
        ("faut il une assurance pour louer le hangar", "Le gardien assure le suivi du hangar.", True),
        ("faut il une assurance pour louer le hangar", "La garde du hangar est assurée par la ville.", True),
        ("faut il une assurance pour louer le hangar", "Le locataire s'assure de la fermeture du hangar.", True),
    ],
)
def test_what_the_whole_passage_does_not_name_is_not_said_by_it(plain: str, told: str, missing: bool) -> None:
    assert misses(plain, {Want.DURATION}, told, told, told) is missing
    assert not misses(plain, {Want.DURATION}, told, told, f"{told} Assurance, préavis, naissance.")


@pytest.mark.parametrize(
    ("told", "missing"), [("Les canots sont conduits au bassin.", True), ("Une aide au permis est versée.", False)]
)
def test_a_licence_is_told_by_its_name(told: str, missing: bool) -> None:
    assert misses("aide au permis bateau", {Want.PERSON}, told, told, told) is missing


@pytest.mark.parametrize(
    ("wants", "told", "lacking"),
    [
        ({Want.MONEY}, "Les gardiens de catégorie A.", True),
        ({Want.MONEY}, "CAP batelier, en 2 ans.", True),
        ({Want.MONEY}, "Une bouée coûte 12 €.", False),
        ({Want.MONEY}, "L'anneau est gratuit la première année.", False),
        ({Want.MONEY}, "Le prix est doublé.", False),
        ({Want.MONEY, Want.COUNT}, "Huit barques au plus.", False),
        ({Want.DURATION}, "252 bouées.", True),
        ({Want.DURATION}, "Trois ans.", False),
        ({Want.DURATION}, "Le gardien prévient sans délai.", False),
        ({Want.PERSON}, "Le maire.", False),
        ({Want.COUNT}, "43 € : la part de la bouée.", True),
        ({Want.COUNT}, "Deux bouées par barque.", False),
        ({Want.COUNT, Want.LIST}, "Des bouées.", False),
        ({Want.PERSON}, "15 896 € : la part de la bouée.", True),
    ],
)
def test_a_sentence_without_the_sum_or_the_time_asked_is_unfit(wants: set[Want], told: str, lacking: bool) -> None:
    assert unfit(wants, Answer("answer", told)) is lacking


@pytest.mark.parametrize(
    ("plain", "told", "lacking"),
    [
        ("la bouee coute combien par mois", "Le port paie la bouée ; ce qui dépasse est refacturé au rameur.", True),
        ("combien pour la bouee", "La bouée est à la charge du port.", False),
        ("combien pour la bouee", "La bouée est gratuite.", False),
        ("combien pour la bouee", "Une bouée coûte 12 €.", False),
        ("tarif de la bouee", "Ce qui dépasse est refacturé au rameur.", False),
    ],
)
def test_how_much_is_answered_by_no_sentence_without_a_sum(plain: str, told: str, lacking: bool) -> None:
    assert unfit({Want.MONEY}, Answer("answer", told), plain) is lacking


def test_an_amount_is_no_length_of_time_and_counts_nothing() -> None:
    price = Answer("answer", "12 € — Anneau du port", value=Decimal(12), unit="€ par jour")
    assert unfit({Want.DURATION}, price)
    assert unfit({Want.COUNT}, price)
    assert not unfit({Want.DURATION, Want.MONEY}, price)


def test_an_amount_is_fit_and_a_question_back_too() -> None:
    assert not unfit({Want.MONEY}, Answer("answer", "Anneau du port", value=Decimal(40)))
    assert not unfit({Want.MONEY}, Answer("question", "Quel anneau ?"))
