from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.question import LONGEST, Question, excepted, read, says_something
from bot.understanding.wants import Want
from index.analysis import stem
from tests.answering.office import expand

TOWNS = {"Valfleuri": ("valfleuri", "val"), "Saint-Aubin-le-Sec": ("saint-aubin-le-sec",)}
SLIPS = {"consession": "concession", "lecole": "l ecole"}


def understood(text: str) -> Question:
    return read(text, correct=lambda word: SLIPS.get(word, word), expand=expand, communes=TOWNS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cb pr la cantine", "combien pour la cantine"),
        ("rdv aprem", "rendezvous apres midi"),
        ("stp tarif garderie", "tarif garderie"),
        ("retard de 20 min", "retard de 20 minutes"),
        ("tarif min", "tarif minimum"),
        ("tt pr la bibli", "tout pour la bibliotheque"),
        ("nb de jours de tt par semaine", "nombre de jours de teletravail par semaine"),
        ("tt : combien par jour", "teletravail combien par jour"),
        ("forfait tt compris pr le jeu", "forfait tout compris pour le jeu"),
        ("jeu et ballon, ca fait cb en tt", "jeu et ballon ca fait combien en tout"),
        ("nb de photocops ds le gpe", "nombre de photocopies dans le groupe"),
        ("conso elec des projos", "consommation electricite des projecteurs"),
        ("un vers qu'on vend", "un vers qu on vend"),
        ("classe de mer", "classe de mer"),
        ("location d'un jeu", "location d un jeu"),
        ("prix dun jeu, cest koi", "prix d'un jeu c'est quoi"),
        ("jusqua kand qqu1 peut sinscrire", "jusqu'a quand quelqu'un peut sinscrire"),
    ],
)
def test_shorthand_is_written_out(typed: str, meant: str) -> None:
    assert understood(typed).plain == meant


@pytest.mark.parametrize("typed", ["jai dun jeu", "quil jusquau jeu", "qqn c est d ici l jeu", "yaura jeu aujourd hui"])
def test_a_small_word_glued_or_apart_is_no_subject(typed: str) -> None:
    assert understood(typed).subject == {"jeu"}


def test_the_afternoon_is_one_word_in_shorthand_too() -> None:
    assert [term.word for term in understood("tarif apm").terms] == ["tarif", "apresmidi"]


def test_a_name_inside_a_sentence_is_not_put_right() -> None:
    assert understood("la rue du Consession").plain == "la rue du consession"


def test_a_slip_is_put_right_and_a_glued_word_comes_apart() -> None:
    assert understood("consession pres de lecole").plain == "concession pres de l ecole"


@pytest.mark.parametrize("typed", ["revenu de 1 850 euros", "revenu de 1\u202f850 euros", "revenu de 1850 euros"])
def test_thousands_are_one_number(typed: str) -> None:
    assert Decimal(1850) in understood(typed).sums
    assert understood(typed).figures == {"1850"}


def test_a_rate_is_no_sum() -> None:
    assert understood("majoration de 10 %").sums == ()


@pytest.mark.parametrize("typed", ["un radeau de 6m40", "un radeau de 6 m 40", "un radeau de 6 mètres 40"])
def test_a_length_as_it_is_said_is_one_number(typed: str) -> None:
    assert understood(typed).text == "un radeau de 6,40 m"


@pytest.mark.parametrize(
    "typed", ["un quai de 6 m 40 €", "un quai de 6 m 20 jours", "6 m2 de quai", "5m3 d'eau", "6 m et 40"]
)
def test_two_numbers_are_no_length(typed: str) -> None:
    assert understood(typed).text == typed


@pytest.mark.parametrize("typed", ["Valfleuri", "VALFLEURI", "valfleuri", "val"])
def test_a_commune_is_named_and_is_no_subject(typed: str) -> None:
    question = understood(f"prix du kiosque a {typed}")
    assert question.communes == ("Valfleuri",)
    assert question.subject == {"kiosque"}


def test_hyphens_and_spaces_of_a_name_are_alike() -> None:
    assert understood("école saint aubin le sec").communes == ("Saint-Aubin-le-Sec",)


def test_a_name_inside_a_word_is_not_named() -> None:
    assert understood("les valises du carnaval").communes == ()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("que dit l'article 5 ?", ("article", "5")),
        ("article premier du règlement", ("article", "1")),
        ("article 1er", ("article", "1")),
        ("décision n° 58", ("decision", "58")),
        ("délibération 2030-12", ("deliberation", "2030-12")),
        ("article 3.10", ("article", "3.10")),
        ("article 5 pour un enfant de 5-10 ans", ("article", "5")),
        ("5 articles de sport", None),
    ],
)
def test_an_article_or_a_decision_is_asked_for_by_its_number(typed: str, number: tuple[str, str] | None) -> None:
    assert understood(typed).number == number


@pytest.mark.parametrize(
    ("typed", "references"),
    [("l'avenant 2029-57", ("2029-57",)), ("parcelle AK 72", ("ak 72",)), ("concession de 30 ans", ())],
)
def test_a_reference_stands_as_written(typed: str, references: tuple[str, ...]) -> None:
    assert understood(typed).references == references


def test_a_letter_that_names_a_case_is_a_figure() -> None:
    assert understood("tarif tranche C").figures == {"c"}


def test_what_is_excluded_is_denied_not_asked() -> None:
    assert understood("accueil du midi sans repas").denied == {"rep"}
    assert understood("accueil du midi sans le repas").denied == {"rep"}


def test_a_count_in_shorthand_is_no_sum() -> None:
    assert Want.MONEY not in understood("cb de tickets gratuits").wants
    assert Want.COUNT in understood("cb de tickets gratuits").wants


def test_how_long_in_shorthand_counts_nothing() -> None:
    assert Want.COUNT not in understood("la barque est louée pr cb de tps ?").wants
    assert Want.DURATION in understood("la barque est louée pr cb de tps ?").wants
    assert Want.MONEY not in understood("le port paye le permis si on rame cb de tps").wants


def test_a_day_is_read() -> None:
    assert understood("quel tarif le 3 mai 2029").day == date(2029, 5, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "bonjour",
        "svp ?",
        "combien ça coûte",
        "à combien ça revient",
        "je voudrais savoir le prix",
        "peut-on en bénéficier",
        "qu'encourt-on",
        "qu'a-t-on décidé",
        "pouvez-vous m'indiquer le montant, s'il vous plaît",
    ],
)
def test_words_that_only_ask_are_no_subject(typed: str) -> None:
    assert understood(typed).subject == frozenset()


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("un enfant peut-il ramer seul ?", {"enfant", "ramer", "seul"}),
        ("peut-on seulement ramer ?", {"ramer"}),
        ("prix du kiosque, enfant seul", {"kiosque", "enfant"}),
    ],
)
def test_being_alone_is_a_subject_where_one_asks_whether_it_may_be(typed: str, subject: set[str]) -> None:
    assert understood(typed).subject == subject


@pytest.mark.parametrize(
    ("typed", "says"), [("", False), ("   ", False), ("?!", False), ("🙂🙂", False), ("étang", True)]
)
def test_nothing_to_look_for_is_told_apart(typed: str, says: bool) -> None:
    assert says_something(understood(typed)) is says


def test_a_very_long_text_is_cut() -> None:
    assert len(understood("étang " * LONGEST).text) <= LONGEST


@given(st.text(max_size=400))
def test_any_text_is_understood_somehow(text: str) -> None:
    question = understood(text)
    assert question.subject <= {term.word for term in question.terms}
    assert set(question.communes) <= set(TOWNS)


@pytest.mark.parametrize(
    "typed", ["canot, revenu mensuel de 1 850 €", "canot avec 1850 euros de revenus", "canot qf 850"]
)
def test_an_income_told_is_no_subject(typed: str) -> None:
    assert understood(typed).subject == {"canot"}


@pytest.mark.parametrize(
    ("typed", "income"),
    [
        ("canot, on gagne 3 000 € par mois", 3000),
        ("canot, ils touchent 2400 euros nets par mois", 2400),
        ("canot, le club touche 3 000 € de subvention", None),
        ("canot, il gagne 300 € de remise", None),
    ],
)
def test_what_somebody_earns_a_month_is_an_income(typed: str, income: int | None) -> None:
    assert understood(typed).income == income


def test_an_income_told_is_the_only_sum_that_a_bracket_may_hold() -> None:
    assert understood("canot 15 soirs, quotient 900").sums == (Decimal(900),)
    assert understood("canot de 15 tonnes").sums == (Decimal(15),)


def test_the_income_asked_about_is_a_subject() -> None:
    assert "revenu" in understood("quel revenu est pris en compte ?").subject


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("Je suis au service technique : qui répare le kiosque ?", {"repare", "kiosque"}),
        ("Pour une note aux élus, que dit-on du kiosque ?", {"kiosque"}),
        ("Au secrétariat, nous louons le kiosque, combien ?", {"louons", "kiosque"}),
        ("Je suis au kiosque.", {"kiosque"}),
    ],
)
def test_who_asks_is_no_subject_but_when_nothing_else_is_said(typed: str, subject: set[str]) -> None:
    assert understood(typed).subject >= subject
    assert not understood(typed).subject & {"service", "technique", "note", "elus", "secretariat"}


@pytest.mark.parametrize(
    ("plain", "out"),
    [
        ("caution de la barque hors cas de naufrage", {"naufrage"}),
        ("loyer de l anneau hors charges", {"charges"}),
        ("barque rendue hors delai", set()),
        ("prix de la barque hors commune", set()),
        ("prix de la barque", set()),
    ],
)
def test_what_a_question_leaves_out_is_told(plain: str, out: set[str]) -> None:
    assert excepted(plain) == {stem(word) for word in out}
