import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.residence import asked_side, elsewhere, of_elsewhere, people, per_head, side_of
from knowledge.text import fold

PEOPLE = people(["Valfleuri", "Saint-Aubin", "Mont-Brillant"])


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("pour un Valfleurien", "resident"),
        ("les familles valfleuriennes", "resident"),
        ("tarif des Brillantais", "resident"),
        ("un habitant de la commune", "resident"),
        ("non-Valfleurien", "outsider"),
        ("les non valfleuriens", "outsider"),
        ("personnes extérieures", "outsider"),
        ("il habite une autre commune", "outsider"),
        ("un adulte habitant ailleurs", "outsider"),
        ("ils n'habitent pas ici", "outsider"),
        ("hors commune", "outsider"),
        ("Commune", "resident"),
        ("une famille d'ici", "resident"),
        ("un couple du village", "resident"),
        ("le couple n'est pas de la commune", "outsider"),
        ("elle habite pas ici", "outsider"),
        ("quelqu'un de la commune d'à côté", "outsider"),
        ("une ville voisine", "outsider"),
        ("quelqu'un de dehors", "outsider"),
        ("un rameur dici", "resident"),
        ("Valf.", "resident"),
        ("Extér.", "outsider"),
        ("Résidant", "resident"),
        ("non-résidant", "outsider"),
        ("Les rameurs non résidents de la commune paient le double", "outsider"),
        ("non domiciliés dans la commune", "outsider"),
        ("extérieurs à la commune", "outsider"),
        ("non résidents de la commune et habitants de la commune", ""),
        ("une famille qui ne vit pas chez nous", "outsider"),
        ("Enfants habitant hors commune", "outsider"),
        ("usagers domiciliés hors de la commune", "outsider"),
        ("hors de Valfleuri", ""),
        ("domiciliés hors d'Aubin", "outsider"),
        ("Valfleuriens et extérieurs", ""),
        ("2 € par habitant", ""),
        ("à Valfleuri", ""),
        ("une barque", ""),
        ("Tarifs de la commune de Valfleuri", ""),
        ("une régate à l'extérieur de Valfleuri", ""),
        ("les habitants de la commune", "resident"),
    ],
)
def test_a_text_speaks_of_one_side_of_both_or_of_none(said: str, side: str) -> None:
    assert side_of(said, PEOPLE) == side


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("une dame qui habite Brévannes", "outsider"),
        ("un habitant de Brévannes", "outsider"),
        ("une famille qui vient d'Arcy", "outsider"),
        ("une famille de Brévannes", "outsider"),
        ("un élève de CE2 de la famille Aubin", ""),
        ("une famille Valfleurienne", "resident"),
        ("un rameur pas de Valfleuri", "outsider"),
        ("un rameur hors valfleuri", "outsider"),
        ("une famille d'Arcy dont les grands-parents vivent à Valfleuri", "outsider"),
        ("la famille de Mme Leroy", ""),
        ("une famille de Valfleuri", "resident"),
        ("une famille qui habite à Valfleuri", "resident"),
        ("un habitant loue la salle", "resident"),
        ("elle habite brevannes et loue une barque", "outsider"),
        ("une école d'Arcy loue deux barques", "outsider"),
        ("un club de Brévannes loue une barque", "outsider"),
        ("une école de Musique loue une barque", ""),
        ("un club de Valfleuri loue une barque", ""),
        ("l'école de Brévannes", ""),
        ("elle habite seule", ""),
        ("entrée rameur d ici", "resident"),
        ("rameur qui n habite pas ici", "outsider"),
        ("barque pour une famille d ailleurs", "outsider"),
        ("des gens d'ailleurs louent la barque", "outsider"),
        ("d'ailleurs, combien pour la barque ?", ""),
        ("et la barque d'ailleurs ?", ""),
        ("elle habite à valfleuri", ""),
    ],
)
def test_who_lives_in_another_place_is_an_outsider(question: str, side: str) -> None:
    assert asked_side(question, PEOPLE, {"valfleuri"}) == side


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("une famille de Brévannes loue une barque", "brevannes"),
        ("un rameur qui vit à brevannes", "brevannes"),
        ("une famille de Valfleuri loue une barque", ""),
        ("elle habite une péniche", ""),
    ],
)
def test_the_place_where_an_outsider_lives_is_told(question: str, place: str) -> None:
    assert elsewhere(question, {"valfleuri"}) == place
    assert elsewhere(question, ()) == ""


def test_any_town_may_be_meant_when_none_is_asked() -> None:
    assert asked_side("une dame qui habite Brévannes", PEOPLE, ()) == ""


def test_words_of_many_towns_name_nobody() -> None:
    assert people(["Sainte-Métropole"]) == ""
    assert side_of("la sainteté", people(["Sainte-Métropole"])) == ""


def test_a_town_named_as_a_people_would_be_is_no_people() -> None:
    assert side_of("Tarifs d'Avrillon", people(["Avrillon"])) == ""
    assert side_of("Avrillonnais", people(["Avrillon"])) == "resident"


def test_without_a_town_the_usual_words_still_tell() -> None:
    assert side_of("extérieur", people([])) == "outsider"


@given(st.lists(st.text(max_size=30), max_size=4), st.text(max_size=100))
def test_any_names_and_any_text_give_a_side_or_none(names: list[str], text: str) -> None:
    assert side_of(text, people(names)) in ("resident", "outsider", "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("dette par Valfleurien en 2030 ?", "dette par habitant en 2030 ?"),
        ("prix du repas pour un Valfleurien", "prix du repas pour un Valfleurien"),
        ("dette par habitant", "dette par habitant"),
    ],
)
def test_per_head_is_also_said_by_the_name_of_the_inhabitants(question: str, said: str) -> None:
    assert per_head(question, PEOPLE) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("À Rivenoire, commune voisine, la barque coûte 9 €.", True),
        ("Pour information, le canal de Rivenoire est loué 9 €.", True),
        ("(c) Pour information : le canal de Rivenoire est loué 9 €.", True),
        ("Les Rivenoirs ont dans leur commune une entrée à 9 €.", True),
        ("Le canal de Rivenoire ne relève pas du présent règlement.", True),
        ("Les rameurs des communes voisines paient 9 €.", False),
        ("Une information est donnée à la commune.", False),
    ],
)
def test_what_another_town_does_is_known_by_how_it_is_told(text: str, told: bool) -> None:
    assert of_elsewhere(fold(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mme Aubin expose le dispositif de la ville de Rivenoire (90 € contre dix sorties).", True),
        ("M. Aubin rappelle que la commune d'Arcy pratique 9 € l'heure.", True),
        ("À titre d'exemple, la ville voisine de Rivenoire a fixé ce prix à 9 €.", True),
        ("Le tarif de la ville de Valfleuri est de 9 €.", False),
        ("La commune de Valfleuri applique 9 € par barque.", False),
        ("La commune de Rivenoire verse 9 € par rameur.", False),
        ("Les tarifs de la ville sont affichés.", False),
    ],
)
def test_what_a_town_that_is_named_does_is_another_s(text: str, told: bool) -> None:
    assert of_elsewhere(fold(text), "valfleuri val-fleuri") is told
    assert not of_elsewhere(fold(text))


def test_who_is_of_the_town_asked_is_a_resident() -> None:
    assert asked_side("un couple de Valfleuri loue une barque", PEOPLE, {"valfleuri"}) == "resident"
