from datetime import date

import pytest

from tests.answering.office import Act, office

TABLE = """DÉLIBÉRATION N° 4
TARIFS DES ANNEAUX

Il est proposé, à compter du 1er mars 2030 :

                              Tarif en vigueur     Proposition du bureau
Anneau simple  ou de 5 m         40 €                 44 €
Anneau double  ou de 8 m         60 €                 66 €

"""
AMENDED = """Mme Aubin dépose un amendement tendant à ramener l'anneau double à 63 €.

L'amendement est adopté par 9 voix.

Le conseil municipal, après en avoir délibéré, à l'unanimité, ADOPTE les tarifs proposés, ainsi amendés.
"""
VOTED = "Le conseil ADOPTE les tarifs proposés à l'unanimité.\n"
DAY = date(2030, 2, 3)


def told(text: str, asked: str = "prix de l'anneau double", on: date = date(2030, 6, 1)) -> str:
    return office(Act("conseil", text, date=DAY)).ask(asked, on=on).text


def test_what_an_act_proposes_is_what_holds_once_it_is_voted_and_applies() -> None:
    assert "66 €" in told(TABLE + VOTED) and "60 €" not in told(TABLE + VOTED)


def test_until_it_applies_what_held_before_is_told() -> None:
    assert "60 €" in told(TABLE + VOTED, on=date(2030, 2, 20))


def test_an_amendment_that_was_carried_says_the_price_of_its_row() -> None:
    assert told(TABLE + AMENDED).startswith("Mme Aubin dépose un amendement tendant à ramener l'anneau double à 63 €.")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (TABLE + AMENDED.replace("est adopté", "est rejeté").replace(", ainsi amendés", ""), "prix de l'anneau double"),
        (TABLE + AMENDED.replace("anneau double", "anneau simple"), "prix de l'anneau double"),
    ],
)
def test_an_amendment_that_was_lost_or_is_of_another_row_changes_nothing(text: str, asked: str) -> None:
    assert told(text, asked).startswith("66 €")


RULES = """RÈGLEMENT INTÉRIEUR DU PORT

Article 6 - Gardiennage
La gardienne du port est Mme Aubin, joignable au 01 99 00 12 34, et la ronde a lieu à 22 h.

Article 7 - Bouées
La bouée est prêtée quatre jours par le club.
"""
CHANGED = """DÉLIBÉRATION N° 9
PORT : MODIFICATION DU RÈGLEMENT INTÉRIEUR

À l'article 6, le numéro de la gardienne du port est remplacé par le 01 99 00 56 78. Adopté à l'unanimité.
"""


ASKED = "article 6 du règlement : numéro de la gardienne du port"


def keeper(change: str, day: date, asked: str = ASKED) -> str:
    rules = Act("reglement-interieur-du-port", RULES, date=date(2029, 1, 8))
    return office(rules, Act("conseil", change, date=day)).ask(asked).text.split("\n")[0]


def test_an_article_is_told_as_a_later_act_rewrote_it() -> None:
    assert "56 78" in keeper(CHANGED, DAY) and "12 34" not in keeper(CHANGED, DAY)


SWAPPED = """DÉLIBÉRATION N° 9
PORT : MODIFICATION DU RÈGLEMENT INTÉRIEUR

Il est proposé de remplacer, au premier alinéa de l'article 7 du règlement, les mots « quatre jours » par les
mots « six jours ».

Vote : adopté à l'unanimité.
"""


def test_words_put_for_others_in_an_article_are_told_whatever_comes_first() -> None:
    asked = "article 7 : combien de jours la bouée est-elle prêtée"
    assert "« six jours »" in keeper(SWAPPED, DAY, asked)
    assert "six jours" not in keeper(SWAPPED.replace("article 7", "article 6"), DAY, asked)


@pytest.mark.parametrize(
    ("change", "day", "asked"),
    [
        (CHANGED, date(2028, 2, 3), ASKED),
        (CHANGED.replace("l'article 6", "l'article 7"), DAY, ASKED),
        (CHANGED.replace("À l'article", "À compter du 1er mars 2031, à l'article"), DAY, ASKED),
        (CHANGED, DAY, "article 6 : à quelle heure la ronde"),
    ],
)
def test_what_another_act_says_of_another_article_or_day_or_thing_rewrites_nothing(
    change: str, day: date, asked: str
) -> None:
    assert "Mme Aubin" in keeper(change, day, asked)


def test_words_that_an_amendment_replaces_are_told_as_they_now_read() -> None:
    text = """CONVENTION AVEC LE CLUB

ARTICLE 4 - LOCAUX

4.1 Le club a le hangar le mercredi de 13 h à 19 h.

AVENANT N° 1 DU 9 AVRIL 2030

Article unique. À l'article 4.1, les mots « de 13 h à 19 h » sont remplacés par les mots « de 13 h à 20 h ».
"""
    told = office(Act("convention-avec-le-club", text)).ask("le club a le hangar le mercredi jusqu'à quelle heure").text
    assert "20 h" in told.split("\n")[0]
