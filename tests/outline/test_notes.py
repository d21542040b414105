"""What stands below tables side by side is of the table above it, and no head of the next ones."""

from __future__ import annotations

from tests.outline.cutting import figures, passages

LEAFLET = """
VILLE DE CANALVILLE

  QUAI DES SAULES (120 places)                                  QUAI DU MOULIN (45 places)

                          Abonné      Passager                                          Abonné      Passager
  Semaine, la journée        95 €       165 €                   Semaine, la journée        48 €        82 €
  Samedi ou dimanche        210 €       360 €                   Samedi ou dimanche         98 €       170 €

  Du 1er novembre au 31 mars : chauffage                        Musique arrêtée à 23 h.
  en sus.                                                       Clés à l'écluse.

  BARQUES                                                       CANOTS

La demi-heure                             0,60 €              Rame perdue                          18,00 €
L'heure                                   1,20 €              Gilet perdu                          39,00 €
La journée                                6,50 €              Clé perdue                            4,00 €
Le mois                                  66,50 €              Chaque clé est rendue
L'année                                 166,50 €              le soir.
"""


def rows() -> list[str]:
    return [row.text for passage in passages(LEAFLET) for row in passage.rows]


def test_notes_are_read_below_their_own_table() -> None:
    assert "QUAI DES SAULES (120 places) : Du 1er novembre au 31 mars : chauffage en sus." in rows()
    assert "QUAI DU MOULIN (45 places) : Musique arrêtée à 23 h. Clés à l'écluse." in rows()


def test_a_note_right_below_the_last_price_is_no_row() -> None:
    assert "CANOTS : Chaque clé est rendue le soir." in rows()


def test_the_next_tables_do_not_stand_under_the_notes() -> None:
    heads = {figure.column for figure in figures(LEAFLET)[8:]}
    assert heads == {("BARQUES",), ("CANOTS",)}


def test_what_follows_one_table_alone_is_left_as_it_is() -> None:
    page = "QUAI\n\nBarque      1,00 €\nCanot       2,00 €\n\nClés à l'écluse.      Rames au quai."
    assert not any("QUAI : Clés" in row.text for passage in passages(page) for row in passage.rows)


def test_the_last_line_of_a_note_under_a_table_goes_on_it() -> None:
    page = """
  LE QUAI                                                       LES CANOTS

Anneau d'un an                             168 €              Canot, le week-end                    2,50 €
Anneau de dix ans                          345 €              Rame, le week-end                     1,00 €
Remorque, par jour                        4,20 €
                                                                Prêt gratuit aux clubs
  Remorque : les dix premiers jours                             membres de la Ligue.
  sont gratuits ; séjour de
  soixante jours au plus.
"""
    (note,) = [row for passage in passages(page) for row in passage.rows if "gratuits" in row.text]
    assert note.text == "LE QUAI : Remorque : les dix premiers jours sont gratuits ; séjour de soixante jours au plus."
