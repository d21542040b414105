import pytest

from bot.answering.publics import agreement
from knowledge.text import fold


@pytest.mark.parametrize(
    ("label", "question", "verdict"),
    [
        ("Rameurs non-imposables", "prix pour un rameur non imposable", 1),
        ("Rameurs imposables", "prix pour un rameur non imposable", -1),
        ("Rameurs non imposables", "prix pour un rameur imposable", -1),
        ("RameursCCAS", "prix pour un rameur du CCAS", 1),
        ("Étudiants, demandeurs d'emploi", "un chômeur loue une barque", 1),
        ("Personnel communal", "un agent de la mairie loue une barque", 1),
        ("Retraités", "un rameur au RSA", -1),
        ("Inscrits à France Travail", "un chômeur loue une barque", 1),
        ("Carte mobilité inclusion", "un rameur handicapé", 1),
        ("Apprentis", "un apprenti loue une barque", 1),
        ("Allocation de solidarité aux personnes âgées", "mamie a l'ASPA", 1),
        ("Familles nombreuses", "une famille nombreuse au RSA", 1),
        ("Rameur élevant seul son enfant", "une mère isolée loue une barque", 1),
        ("Famille monoparentale", "j'élève seule mes enfants", 1),
        ("Rameurs", "un rameur au RSA", 0),
        ("Étudiants", "prix de la barque", 0),
    ],
)
def test_a_label_is_for_the_public_asked_for_another_or_for_none(label: str, question: str, verdict: int) -> None:
    assert agreement(label, fold(question)) == verdict
