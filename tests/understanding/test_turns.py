import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.turns import turned
from index.analysis import is_said, tokens


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("mettre fin a la convention du canal", "resilier a la convention du canal"),
        ("casser le contrat du canal", "resilier le contrat du canal"),
        ("casser la vitre de l ecluse", "casser la vitre de l ecluse"),
        ("combien de temps avant faut il prevenir le club", "preavis faut il le club"),
        ("faut prevenir le club combien de temps a l avance", "faut le club preavis"),
        ("combien de temps a l avance reserver le canot", "combien de temps a l avance reserver le canot"),
        ("la convention du canal repart toute seule", "la convention du canal tacite reconduction"),
        ("le contrat se renouvelle d office", "le contrat tacite reconduction"),
        ("jusqu a quand court la convention", "jusqu a quand duree la convention"),
        ("le court de tennis", "le court de tennis"),
        ("en echange le club fait quoi", "contrepartie le club fait quoi"),
        ("qui regle la note de gaz", "qui regle facture de gaz"),
        ("il reste combien a rembourser sur l ecluse", "il rembourser capital restant du sur l ecluse"),
        ("travailler de chez moi le mardi", "teletravail le mardi"),
        ("ramer la semaine pro", "ramer la semaine suivante"),
        ("le car scolaire passe au canal", "le transport scolaire passe au canal"),
        ("un car a la regate", "un car a la regate"),
        ("toucher en plus du salaire", "toucher prime indemnite"),
        ("la prime reduite en proportion", "la prime prorata"),
        ("ramer avec une gamine dans les pattes", "ramer avec une gamine a garder"),
        ("la 1 ere fois que la yole coule", "la 1 fois que la yole coule"),
        ("une yole pour son mariage ok", "une yole pour son mariage"),
        ("une rameuse s est fait choper a fumer", "une rameuse fumer"),
        ("les heritiers de la yole ne s accordent pas", "les heritiers de la yole desaccord"),
        ("deux rameurs lequel l emporte", "deux rameurs lequel priorite"),
        ("poux a l ecole on garde le petit a la maison", "poux a l ecole on eviction"),
        ("la yole reste a la maison", "la yole reste a la maison"),
        ("je veux retenir mon emplacement au port", "je veux reserver mon emplacement au port"),
        ("combien retenir sur le depot", "combien retenir sur le depot"),
        ("ne pas poursuivre la convention du canal", "reconduire la convention du canal"),
        ("je peux laisser ma place a un rameur", "je peux souslouer ma place a un rameur"),
        ("laisser sa place au port", "laisser sa place au port"),
        ("combien de jours pour dire oui a la place", "combien de jours pour confirmer a la place"),
        ("poursuivre un rameur en justice", "poursuivre un rameur en justice"),
        ("les parents ne decrochent pas", "les parents injoignable"),
    ],
)
def test_a_turn_is_searched_in_the_words_of_the_acts(typed: str, searched: str) -> None:
    assert turned(typed) == searched.split()


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("prix du canot s il vous plait", "prix du canot"),
        ("pouvez vous m indiquer le prix du canot", "pouvez vous le prix du canot"),
        ("combien de canots en ce moment", "combien de canots"),
        ("de combien de canots dispose t on", "de combien de canots"),
        ("le club dispose les canots", "le club dispose les canots"),
        ("quel numero composer pour le canot", "quel numero pour le canot"),
        ("composer un bouquet", "composer un bouquet"),
        ("nouveau tarif du canot", "tarif du canot"),
        ("les nouveaux tarifs s appliquent quand", "les nouveaux tarifs s appliquent quand"),
        ("quel tarif appliquer au rameur", "quel tarif au rameur"),
        ("quand le tarif du canot s applique", "quand le tarif du canot s applique"),
        ("a quelle condition louer le canot", "louer le canot"),
        ("un rameur nous demande combien coute le canot", "combien coute le canot"),
        ("le rameur a qui le gardien demande combien il pese", "le rameur a qui le gardien demande combien il pese"),
        ("sachant que le quai est ferme, ou ramer", "le quai est ferme ou ramer"),
        ("un rameur demande le canot", "un rameur demande le canot"),
        ("un rameur qui demande combien coute le canot", "un rameur qui demande combien coute le canot"),
        ("un agent parti en retraite", "un agent retraite"),
        ("un agent parti en canot", "un agent parti en canot"),
    ],
)
def test_what_only_asks_is_left_out(typed: str, searched: str) -> None:
    assert turned(typed) == searched.split()


def test_a_question_that_only_asks_stays_as_typed() -> None:
    assert turned("s'il vous plaît") == ["s", "il", "vous", "plait"]


@given(st.text(max_size=300))
def test_what_says_something_still_does(text: str) -> None:
    assert any(map(is_said, turned(text))) is any(map(is_said, tokens(text)))
