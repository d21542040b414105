import pytest

from bot.answering.demands import denies, names_in, of_before, only_free, unmet
from bot.answering.matching import Idea
from bot.understanding.wants import Want
from index.analysis import stem
from index.engine import Term


def idea(word: str, *others: str) -> Idea:
    ways = tuple((frozenset({stem(one)}), 1.0) for one in (word, *others))
    return Idea(Term(word, tuple((stem(one), 1.0) for one in (word, *others))), 1.0, True, ways)


def demanded(
    plain: str, told: str, wants: set[Want] | None = None, ideas: tuple[Idea, ...] = (), title: str = ""
) -> bool:
    return unmet(plain, wants or set(), ideas, told, told, ["Port", title])


@pytest.mark.parametrize(
    ("plain", "told", "free"),
    [
        ("prix du canot pour un rameur", "le canot est gratuit lors des fetes du port.", True),
        ("prix du canot pour un rameur", "le canot est gratuit pour un rameur.", True),
        ("combien coute le canot du rameur", "la gratuite peut etre accordee aux ecoles.", True),
        ("combien coute le canot", "le canot est a 4 euros, gratuit avant six ans.", False),
        ("combien coute le canot", "dix premiers jours gratuits, ensuite 1,50/j", False),
        ("le canot est il gratuit, sinon quel prix", "le canot est gratuit le dimanche.", False),
        ("quel tarif paye le rameur", "le rameur embarque a titre gracieux.", False),
        ("combien coute le canot", "le canot est a 4 euros.", False),
    ],
)
def test_who_asks_a_price_is_not_told_that_somebody_else_pays_none(plain: str, told: str, free: bool) -> None:
    assert only_free(plain, told) is free
    assert demanded(plain, told, {Want.MONEY}, (idea("rameur"),)) is (free and "rameur" not in told)


@pytest.mark.parametrize(
    ("plain", "told", "missing"),
    [
        ("quelle ville prete sa drague", "Les communes membres du port signent un accord.", True),
        ("quelle ville prete sa drague", "La drague est prêtée par la Ville de Portcreux.", False),
        ("quelle banque finance la drague", "Le Conseil décide un emprunt pour la drague.", True),
        ("quelle banque finance la drague", "Le prêt est souscrit auprès de la BANQUE DES ONDES.", False),
        ("quel elu suit le port", "Le port est suivi par un élu ou par l'Adjoint.", True),
        ("quel elu suit le port", "Le port est suivi par M. Aubin.", False),
        ("quels elus se sont opposes a la drague", "Le contrat ne s'oppose pas à sa fin.", True),
        # a kind of them answers as well
        ("quelles associations ont droit au canot", "Le canot est prêté aux associations de la commune.", False),
        ("quelle barque est libre", "La barque est libre le lundi.", False),
    ],
)
def test_who_asks_which_town_or_which_bank_is_told_a_name(plain: str, told: str, missing: bool) -> None:
    assert demanded(plain, told) is missing


@pytest.mark.parametrize(
    ("plain", "told", "missing"),
    [
        ("quelle ville a quitte le syndicat du port", "Le syndicat réunit les villes de Portcreux et d'Ondes.", True),
        ("quelle ville a quitte le syndicat du port", "La ville de Portcreux s'est retirée du syndicat.", False),
        # where, and not who does it
        ("dans quelle ville quitte t on le canal", "Le canal finit à Portcreux.", False),
    ],
)
def test_whose_name_is_told_did_what_is_asked(plain: str, told: str, missing: bool) -> None:
    assert demanded(plain, told, ideas=(idea("quitte", "retire"), idea("syndicat"))) is missing


def test_a_name_is_no_word_of_the_question_nor_of_an_office() -> None:
    assert names_in("Le canot est à Portcreux.", "quelle ville a un canot")
    assert not names_in("Le canot est à Portcreux.", "quelle ville prete son canot a portcreux")
    assert not names_in("Le canot est prêté par la Commune.", "quelle ville a un canot")
    assert not names_in("Portcreux", "quelle ville a un canot")  # a capital opens any sentence


@pytest.mark.parametrize(
    ("plain", "told", "title", "missing"),
    [
        ("jusqu a quand s inscrire a la regate", "La regate est finie le 15 avril.", "", True),
        ("jusqu a quand s inscrire a la regate", "Les dossiers sont reçus avant le 15 avril.", "", False),
        ("jusqu a quand s inscrire a la regate", "Du 1er au 15 avril.", "Inscriptions", False),
        ("quel delai pour contester une amende du port", "L'amende est payée sous 15 jours.", "", True),
        ("quel delai pour contester une amende du port", "Le recours est formé sous deux mois.", "", False),
        ("trop tard pour renouveler un anneau", "L'anneau est rendu le 15 avril.", "", True),
        ("trop tard pour renouveler un anneau", "L'anneau est reconduit avant le 15 avril.", "", False),
        ("avant quand annuler la yole", "On prévient le port deux jours avant.", "", False),
        ("quel delai pour resilier l anneau", "Un mois de préavis.", "", False),
        ("quand ouvre le port", "Le 15 avril.", "", False),
    ],
)
def test_the_last_day_for_one_thing_is_none_for_another(plain: str, told: str, title: str, missing: bool) -> None:
    assert demanded(plain, told, {Want.DEADLINE}, title=title) is missing


@pytest.mark.parametrize(
    ("plain", "told", "contrary"),
    [
        ("taxe sur le quai non bati", "la taxe sur les quais batis est de 4 %.", True),
        ("taxe sur le quai non bati", "la taxe sur les quais non batis est de 4 %.", False),
        ("taxe sur le quai non bati", "la taxe sur les quais est de 4 %.", False),
        ("taxe sur le quai bati", "la taxe sur les quais batis est de 4 %.", False),
        ("canot ou non", "le canot est a quai.", False),
    ],
)
def test_what_only_says_the_contrary_does_not_answer(plain: str, told: str, contrary: bool) -> None:
    assert denies(plain, told) is contrary


@pytest.mark.parametrize(
    ("plain", "told", "wants", "before"),
    [
        ("fin de la convention du port", "la convention precedente prend fin en mars.", {Want.DEADLINE}, True),
        ("fin de la convention precedente", "la convention precedente prend fin en mars.", {Want.DEADLINE}, False),
        ("qui est le capitaine", "m. aubin, ancien capitaine, a demissionne en mai.", {Want.PERSON}, True),
        ("qui remplace m. aubin", "apres la demission de m. aubin, mme morel est designee.", {Want.PERSON}, False),
        ("delai pour un agent", "l'agent qui demissionne previent un mois avant.", {Want.DURATION}, False),
    ],
)
def test_what_was_before_is_not_told_for_what_is(plain: str, told: str, wants: set[Want], before: bool) -> None:
    assert of_before(plain, wants, told) is before
