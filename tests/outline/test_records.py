"""Tables whose records stand apart: labels above their figures, words of comment after them."""

from __future__ import annotations

from tests.outline.cutting import figures, passages

ACTIONS = """Remise en peinture des portes

Vallon 2027 31 000,00 12 000,00 Graffitis plus fréquents, serrures changées partout

Total Entretien Vallon 2027 31 000,00 12 000,00

Tri au pied des immeubles

Vallon 2027 1 700,00 1 200,00 dont la fête du tri du mois de mai

Poste Gardien Vallon

Vallon 2027 900,00 700,00
"""


def test_words_that_follow_the_figures_of_a_row_are_its_comment() -> None:
    shown = [(figure.row[-1], figure.printed) for figure in figures(ACTIONS)]
    assert shown[0:2] == [("Vallon 2027", "31 000,00"), ("Vallon 2027", "12 000,00")]
    assert "Graffitis plus" in " ".join(figures(ACTIONS)[0].row[:-1])


def test_a_comment_belongs_to_its_own_row_alone() -> None:
    total = [figure for figure in figures(ACTIONS) if figure.row[-1].startswith("Total")]
    assert total and not any("peinture" in label for figure in total for label in figure.row)


def test_what_stands_above_a_label_that_names_no_row_is_its_label_and_no_head_of_columns() -> None:
    last = figures(ACTIONS)[-2:]
    assert [(figure.row, figure.column) for figure in last] == [(("Poste Gardien Vallon", "Vallon 2027"), ())] * 2


def test_a_number_in_a_comment_is_no_figure_of_the_row() -> None:
    table = "Abri Vallon 720,00 0,00 reporté à 2028\nBanc Vallon 300,00 120,00 posé"
    assert [figure.printed for figure in figures(table)] == ["720,00", "0,00", "300,00", "120,00"]


def test_what_goes_on_below_a_row_up_to_a_blank_line_names_no_row_after_it() -> None:
    table = """Vallon 2027 600,00 600,00
Trois réunions par an avec
les locataires

Enquête Vallon 2027 640,00 712,35

Café du matin

Vallon 2027 1 600,00 1 400,00
"""
    assert [figure.row for figure in figures(table)[2:]] == [
        ("Enquête Vallon 2027",),
        ("Enquête Vallon 2027",),
        ("Café du matin", "Vallon 2027"),
        ("Café du matin", "Vallon 2027"),
    ]


def test_a_line_of_two_sums_is_a_row_and_no_title() -> None:
    text = "Petits travaux\n\nVallon 2027 900,00 800,00\n\nUn local est prêté à la commune pour y réparer des vélos."
    assert len(figures(text)) == 2
    assert all("900,00" not in title for passage in passages(text) for title in passage.path)


def test_a_total_alone_on_its_line_is_a_row() -> None:
    text = "Petits travaux\n\nVallon 2027 900,00 800,00\n\nTOTAL Vallon 2027 4 300,00 2 600,00\n"
    assert [figure.printed for figure in figures(text)][2:] == ["4 300,00", "2 600,00"]


def test_numbers_left_in_a_label_have_the_whole_line_read() -> None:
    table = "Logements Taxe\nLe Parc ZA011 Vallon 480 415 61 320 €\nLe Lac ZA012 Vallon 120 48 2 310 €"
    assert all("la lire en entier" in figure.doubt for figure in figures(table))


def test_a_figure_alone_on_its_line_among_rows_with_labels_is_in_doubt() -> None:
    table = """Etude par jour
Habitants non imposables 1,15 €
Bénéficiaires de l'aide
sociale

245€"""
    first, last = figures(table)
    assert not first.doubt
    assert "de quelle ligne" in last.doubt and last.row


TOWNS = """Annexe 4 - Barème indicatif

Sorte de commune Montant (€/habitant)
Urbain : communes dont la population est supérieure ou égale à 4 000 et inférieure & 40 000 habitants 117
permanents
Urbain dense : communes dont la population est supérieure ou égale à 40 000 habitants permanents 2,07
Rural : communes dont la population est inférieure à 4 000 habitants permanents 0,55

Les montants ci-dessus sont revus chaque année."""


def test_definitions_that_end_in_a_sum_under_a_head_of_money_are_rows() -> None:
    found = figures(TOWNS)
    assert [(figure.row[-1].split(" :")[0], str(figure.value)) for figure in found] == [
        ("Urbain", "1.17"),
        ("Urbain dense", "2.07"),
        ("Rural", "0.55"),
    ]
    assert [bool(figure.doubt) for figure in found] == [True, False, False]


def test_sentences_that_end_in_a_number_are_no_rows() -> None:
    text = "Montant voté\nAvis : le conseil se réunit dans la salle du haut, au numéro 117\nRappel : voir l'acte 2.07"
    assert not figures(text)
