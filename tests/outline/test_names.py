from tests.outline.cutting import cut

ARTICLES = [
    "Le club d'aviron entretient les gilets de la base.",
    "Les gilets sont comptés chaque mois par le club.",
    "Un gilet abîmé est changé par la commune.",
    "Le club range les gilets et la base le soir.",
    "Le prêt prend fin en juin.",
    "La commune visite la base une fois l'an.",
]


def rules(*articles: str) -> str:
    return "RÈGLEMENT DE LA BASE\n" + "\n".join(
        f"Article {number} - Règle\n{text}" for number, text in enumerate(articles, 1)
    )


def test_a_word_said_all_along_an_act_is_what_it_is_about() -> None:
    (piece,) = cut(rules(*ARTICLES, "Le gilet d'un enfant est rouge.")).pieces
    assert "gilet" in piece.names
    assert not {"commune", "enfant", "soir", "juin"} & set(piece.names)


def test_a_short_act_has_no_such_word() -> None:
    (piece,) = cut("RÈGLEMENT DE LA BASE\nLes gilets, gilet par gilet : un gilet rouge, un gilet bleu.").pieces
    assert "gilet" not in piece.names


def test_a_list_of_prices_is_about_none_of_its_things() -> None:
    prices = rules(*["Gilet de rameur : 4 €\nGilet d'enfant : 3 €"] * 6)
    made = cut(prices)
    assert [passage.kind for passage in made.passages] == ["table"] * 6
    assert "gilet" not in made.pieces[0].names


def test_what_stands_above_the_title_of_a_lone_act_is_what_it_is_about() -> None:
    made = cut("COMMUNE DE LAURIEZ\nLUDOTHÈQUE ET MALLES À JOUER\n\n" + rules(*ARTICLES))
    assert all({"ludotheque", "malles"} <= set(piece.names) for piece in made.pieces)


def test_what_opens_a_collection_of_acts_is_about_none_of_them() -> None:
    acts = "\n\n".join(f"DÉLIBÉRATION N° 2026-0{n}\nObjet : prêt numéro {n}\nLe conseil décide." for n in (1, 2, 3))
    made = cut("COMMUNE DE LAURIEZ\nLUDOTHÈQUE ET MALLES À JOUER\n\n" + acts)
    assert all("ludotheque" not in piece.names for piece in made.pieces)
