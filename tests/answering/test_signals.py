import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.bearing import formal, not_taken, of_another_case
from bot.answering.matching import ideas_of
from bot.answering.parts import Part, plainly, seen
from bot.answering.setting import Setting
from bot.answering.signals import (
    beside,
    kinds,
    lacks_value,
    named,
    referred,
    shown,
    titled,
    wanted,
)
from bot.answering.tallies import contrary, numbers
from bot.answering.topics import Topic
from bot.answering.worth import UNTITLED, of_one_person, prior, residence, strange
from bot.understanding.question import Question, read
from bot.understanding.residence import people
from bot.understanding.wants import Want
from index.analysis import stem
from knowledge.documents import Figure, Locator, Passage
from knowledge.standings import Standing
from tests.answering.office import TODAY, expand


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def passage(text: str, *path: str, kind: str = "paragraph", standing: Standing = Standing.ADOPTED) -> Passage:
    return Passage("a#1", "a", 0, kind, path, text, text, Locator(1, 1, 1 + text.count("\n")), standing=standing)


def part(text: str) -> Part:
    return seen(passage(text), Topic()).parts[0]


def strength(question: str, text: str) -> float:
    read_as = asked(question)
    return shown(read_as, ideas_of(read_as, lambda stem: 5.0), part(text))


def lacks(question: str, text: str) -> bool:
    return lacks_value(asked(question), [one.span for one in seen(passage(text), Topic()).parts], 0)


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("prix de la barque", "La barque est louée 12 €.", "La barque est louée."),
        (
            "préavis de la convention du ponton",
            "La convention du ponton cesse avec un préavis de deux mois.",
            "En cas de naufrage, la convention du ponton cesse avec un préavis de deux mois.",
        ),
        (
            "préavis de la convention du ponton en cas de naufrage",
            "En cas de naufrage, la convention du ponton cesse avec un préavis de deux mois.",
            "La convention du ponton cesse avec un préavis de deux mois.",
        ),
        (
            "combien pour la barque",
            "La barque est louée 12 €.",
            "Lorsque le lac est gelé, la barque est louée 12 €.",
        ),
        ("barque de 3 places", "Une barque de 3 places.", "Une barque, au tarif 3 du barème."),
        ("combien de cygnes", "L'étang compte 14 cygnes.", "L'étang compte des cygnes, 14 allées et un kiosque."),
        ("hôtel 3 étoiles", "Un hôtel de trois étoiles.", "Un hôtel de deux étoiles."),
        ("barque louée 3 mois", "La barque est louée jusqu'à six mois.", "La barque est louée six mois."),
        (
            "qui peut interdire la barque",
            "La directrice peut interdire la barque.",
            "L'agent range la barque interdite.",
        ),
        ("qui accorde la barque", "La barque est accordée par le maire.", "La barque est accordée le jeudi."),
        ("qui accorde la barque", "Elle est accordée par Madame le Maire.", "Elle est accordée, barque et maire."),
        ("parcelle AK 72", "La parcelle AK n° 72 est vendue.", "La parcelle AB n° 31 est vendue."),
        ("barque", "La barque est louée.", "Considérant que la barque est louée."),
        ("barque", "Considérant que la barque est louée.", "Mme Aubin Vu la lettre qui loue la barque."),
        ("combien de cygnes", "L'étang compte 14 cygnes.", "L'étang comptait 12 cygnes."),
        ("barque", "La barque est louée.", "TARIFS DE LA BARQUE " + "TARIFS DU CANAL ET DES PONTONS " * 8),
        ("barque", "La barque est louée.", "Le 3 mai 2031, Mme Aubin, présidente de la barque, ci-après dénommée."),
        ("barque", "La barque est louée.", "Barque A 1 1 0 canot B 2 1 3 yole C 1 1 1 ponton D 4 2 2 rame E 1 0 0"),
        ("barque", "La barque est louée.", "La présente charte a pour objet la barque."),
        ("c'est quoi une yole", "Une yole est une barque étroite.", "Les yoles sont louées l'été."),
        ("définition du CNY", "Le CNY (cercle nautique de l'yole) loue.", "Le CNY loue une barque."),
        ("le CNY c'est quoi le CNY", "Le cercle nautique de l'yole (CNY) loue.", "Le club du port (CNY) loue."),
        ("tous les combien l'enquête", "L'enquête est triennale.", "L'enquête est publique."),
        ("quand rendre la barque", "La barque se rend dans les trois jours.", "La barque se rend dans les ports."),
        ("tous les combien le jury siège", "Le jury siège chaque trimestre.", "Le jury siège à 14 h."),
        ("barque", "La barque est louée.", "La barque est louée" + ", rien d'autre n'est à dire ici" * 30),
        ("3e retard", "Au troisième retard, un courrier.", "Au premier retard, un courrier."),
        ("qui garde la barque", "Mme Aubin garde la barque.", "Le service garde la barque."),
        ("combien de jeux de clefs", "Les clefs, au nombre de six, sont rendues.", "Les six rameurs ont des clefs."),
        ("préavis pour quitter l'anneau", "L'anneau : préavis de deux mois.", "L'anneau est loué deux mois."),
        ("prix de la barque", "La barque est à 4 €.", "Il était proposé de mettre la barque à 4 €."),
        ("prix de la barque", "La barque est à 4 €.", "L'opposition proposait la barque à 4 €."),
        ("prix de la barque", "Il est proposé la barque à 4 €.", "Il avait été proposé la barque à 4 €."),
        ("caution de la barque hors naufrage", "La barque : 40 €.", "La barque, en cas de naufrage : 90 €."),
        ("prix de la yole pour un chômeur", "La yole, demandeurs d'emploi : 4 €.", "La yole, chaque étudiant : 4 €."),
        ("peut-on pêcher", "Nul ne peut pêcher.", "On y peut pêcher."),
    ],
)
def test_a_span_that_shows_more_of_what_is_asked_is_preferred(question: str, better: str, worse: str) -> None:
    assert strength(question, better) > strength(question, worse)


def test_who_asks_what_was_proposed_in_vain_is_told_it() -> None:
    in_vain = part("L'amendement de Mme Aubin sur la barque est repoussé.")
    assert not not_taken(in_vain.folded, "que demandait l amendement sur la barque")
    assert not_taken(in_vain.folded, "prix de la barque")
    assert not not_taken("la demande du club de voile n'est pas retenue")
    assert not_taken("la demande du club de porter la remise a 20 % n'a pas ete retenue")


def test_words_that_only_name_a_kind_of_thing_are_met_by_the_thing() -> None:
    assert kinds(asked("date limite pour la barque"), part("La barque se rend avant le 3 mai.")) >= {stem("limite")}
    assert kinds(asked("date limite pour la barque"), part("La barque est verte.")) == frozenset()
    assert kinds(asked("prix de la barque"), part("La barque se rend avant le 3 mai.")) == frozenset()
    assert stem("periode") in kinds(asked("à quelle période la barque"), part("La barque est louée du 3 au 20 mai."))
    assert kinds(asked("quel préavis pour la barque"), part("La barque est louée deux mois.")) == frozenset()


@pytest.mark.parametrize(
    ("note", "other"),
    [("* 4,00 € pour les veuves et les invalides", True), ("* 4,00 € pour la barque du soir", False), ("4 €", False)],
)
def test_a_note_about_another_case_is_no_price_of_the_case_asked(note: str, other: bool) -> None:
    ideas = ideas_of(asked("prix de la barque le soir"), lambda stem: 5.0)
    assert of_another_case(ideas, part(note).span) is other


def test_a_text_of_law_told_by_its_title_is_no_rule_of_the_act() -> None:
    assert formal(part("- La directive (UE) 2031/12 relative à l'exécution des sanctions sur les canaux ;"))
    assert formal(part("Loi n° 2031-12 du 3 mai 2031 portant réforme des écluses"))
    assert not formal(part("La loi n° 2031-12 interdit la barque de nuit."))


def test_the_share_of_the_town_named_is_preferred() -> None:
    arcy = Setting(TODAY, named=r"\barcy\b")
    assert named(arcy, part("- Ville d'Arcy : 300 €")) > 0
    assert named(arcy, part("- Ville de Brévannes, commune associée d'Arcy : 400 €")) > 0
    assert named(arcy, part("- Ville de Brévannes, près d'Arcy : 400 €")) == 0
    assert named(Setting(TODAY), part("- Ville d'Arcy : 300 €")) == 0


def test_a_title_that_announces_papers_is_preferred_for_papers_only() -> None:
    assert titled(asked("quels papiers pour la barque"), ("Location", "Pièces à fournir")) > 0
    assert titled(asked("quels papiers pour la barque"), ("Pièces à fournir", "Location")) == 0


def test_a_reference_in_a_title_stands_for_all_that_is_under_it() -> None:
    assert titled(asked("parcelle AK 72, quel accès"), ("Cession de la parcelle AK n° 72", "Accès")) > 0
    assert titled(asked("parcelle AK 72, quel accès"), ("Cession de la parcelle AK n° 31", "Accès")) == 0
    assert titled(asked("prix de la barque"), ("Pièces à fournir",)) == 0


def test_papers_and_numbers_to_call_are_values_that_an_answer_needs() -> None:
    assert lacks("quels papiers pour la barque", "La barque est louée à la journée.")
    assert not lacks("quels papiers pour la barque", "Il faut un justificatif de domicile.")
    assert not lacks("combien de jeux de clefs de barque", "Les clefs de barque, au nombre de six.")
    assert lacks("prix de la barque", "Le port loue une barque. La pagaie n'est pas facturée.")
    assert not lacks("prix de la barque", "Le port loue une barque. Il demande 4 €.")
    assert not lacks("quelle part de la recette va au port", "La recette va au port pour 400 €.")
    assert lacks("quel pourcentage de rameurs va au port", "Les rameurs vont au port pour 400 €.")
    assert not lacks("la mairie rembourse la rame, combien ?", "La commune ne rembourse ni rame, ni barque.")


def test_the_share_of_what_is_wanted_is_told() -> None:
    both = frozenset({Want.MONEY, Want.TIME})
    assert wanted(both, part("12 € à 8 h")) == 1.0
    assert wanted(both, part("12 €")) == 0.5
    assert wanted(frozenset(), part("12 €")) == 0.0
    assert wanted(frozenset({Want.LIST, Want.PAPERS}), part("12 €")) == 0.0


def test_a_number_counts_more_beside_its_own_word() -> None:
    question = asked("concession 30 ans")
    near, far = part("Concession de 30 ans"), part("30 concessions, 15 ans")
    assert numbers(question, near.held, near.tokens) > numbers(question, far.held, far.tokens) > 0
    assert numbers(asked("concession"), near.held, near.tokens) == 0
    said = part("Concession trentenaire")
    assert numbers(question, said.held, said.tokens) > numbers(question, far.held, far.tokens)


def test_the_number_of_another_text_is_no_figure() -> None:
    assert plainly("selon l'article 12, la barque") == plainly("selon l'article 9, la barque")
    assert "12 €" in plainly("selon l'article 9, la barque est a 12 €")


def test_a_figure_far_from_what_is_asked_is_not_beside_it() -> None:
    question = asked("prix de la barque")
    ideas = ideas_of(question, lambda stem: 5.0)
    assert beside(question, ideas, part("La barque : 12 €")) > 0
    assert beside(question, ideas, part("La barque est rendue au gardien qui la range le soir venu pour 12 €")) == 0


def test_the_same_thing_counted_otherwise_is_contrary_but_a_sum_is_not() -> None:
    assert contrary(asked("hôtel 3 étoiles"), part("hôtel de deux étoiles")) > 0
    assert contrary(asked("hôtel 3 étoiles"), part("hôtel de 3 ou 4 étoiles")) == 0
    assert contrary(asked("hôtel"), part("hôtel de deux étoiles")) == 0


def test_a_reference_stands_as_written_or_with_its_n() -> None:
    assert referred(asked("parcelle AK 72"), "parcelle ak n° 72") > 0
    assert referred(asked("parcelle AK 72"), "parcelle ak 73") == 0


def test_a_sum_two_lines_below_is_near_and_a_note_under_the_table_is_not() -> None:
    spans = tuple(
        one.span for one in seen(passage("La barque\nest louée.\n- tarif : 12 €\n* 4 € le gilet"), Topic()).parts
    )
    assert not lacks_value(asked("prix de la barque"), spans, 0)
    bare = tuple(one.span for one in seen(passage("- la barque\n* 4 € le gilet"), Topic()).parts)
    assert lacks_value(asked("prix de la barque"), bare, 0)
    assert not lacks_value(asked("la barque"), bare, 0)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ((passage("12 €", kind="table"), Topic()), (passage("12 €"), Topic())),
        ((passage("12 €"), Topic()), (passage("12 €", standing=Standing.REJECTED), Topic())),
        ((passage("12 €"), Topic()), (passage("12 €", standing=Standing.REPEALED), Topic())),
        ((passage("12 €"), Topic()), (passage("12 €"), Topic(kind="agenda"))),
        ((passage("12 €"), Topic()), (passage("12 €"), Topic(restated=True))),
        ((passage("12 €", "Tarifs"), Topic()), (passage("12 €", "Préambule"), Topic())),
        (
            (passage("12 €"), Topic(kind="minutes")),
            (passage("12 €", standing=Standing.UNSTATED), Topic(kind="minutes")),
        ),
    ],
)
def test_some_acts_are_worth_more_for_a_price(better: tuple[Passage, Topic], worse: tuple[Passage, Topic]) -> None:
    question = asked("prix de la barque")
    assert prior(question, *better) > prior(question, *worse)


def test_what_was_decided_for_one_is_no_rule_of_what_one_may_do() -> None:
    berth = passage("Accord d'un ponton de 30 ans à un rameur", kind="decision", standing=Standing.DECIDED)
    assert of_one_person(asked("un ponton de 30 ans, est-ce possible ?"), berth)
    assert of_one_person(asked("peut-on louer un ponton 30 ans ?"), berth)
    assert not of_one_person(asked("un ponton de 30 ans, décision 12, est-ce possible ?"), berth)
    assert not of_one_person(asked("quel ponton pour le rameur ?"), berth)
    assert not of_one_person(asked("un ponton, est-ce possible ?"), passage("Un ponton est permis", kind="decision"))


def test_a_table_for_the_other_side_is_worth_less() -> None:
    priced = (Figure(("Barque",), (), "12 €", None, "€", 1),)
    outsiders, everyone = (
        seen(Passage("a#1", "a", 0, "table", path, "12 €", "12 €", Locator(1, 1, 1), figures=priced), Topic())
        for path in (("Tarifs", "Extérieurs"), ("Tarifs",))
    )
    resident, outsider = (Setting(TODAY, people(["Valfleuri"]), side) for side in ("", "outsider"))
    assert residence(outsiders, resident) < 0
    assert residence(outsiders, outsider) > 0
    assert residence(everyone, resident) == 0


def test_a_title_on_another_subject_is_strange() -> None:
    ideas = ideas_of(asked("prix de la barque"), lambda stem: 5.0)
    assert strange(ideas, passage("12 €", "Tarifs", "Barque"), None) == 0.0
    assert strange(ideas, passage("12 €", "Tarifs", "Patinoire"), None) == 1.0


def test_what_any_title_says_is_not_strange() -> None:
    ideas = ideas_of(asked("la barque, c'est combien"), lambda stem: 5.0)
    own = passage("12 €", "Tarifs", "Tarifs des barques de la commune de Valfleuri")
    assert strange(ideas, own, None, "valfleuri") == 0.0
    assert strange(ideas, own, None) == 0.5
    assert strange(ideas, passage("12 €", "Tarifs", "Tarifs communaux"), None) == UNTITLED


@given(st.text(min_size=1, max_size=200), st.text(max_size=120))
def test_any_text_shows_something_finite_for_any_question(text: str, question: str) -> None:
    read_as = asked(question)
    ideas = ideas_of(read_as, lambda stem: 5.0)
    assert all(-1 < shown(read_as, ideas, one) < 2 for one in seen(passage(text), Topic()).parts)
