import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.cases import cases_asked, suits
from knowledge.text import fold


@pytest.mark.parametrize(
    ("question", "ages", "ranks"),
    [
        ("une barque rendue en retard pour la 2eme fois", (), {2}),
        ("3e retard du rameur", (), {3}),
        ("la deuxième fois", (), {2}),
        ("un rameur de 14 ans", (14,), set()),
        ("ouverture au 1er mai", (), set()),
        ("une barque à 2 places", (), set()),
    ],
)
def test_a_question_gives_its_case(question: str, ages: tuple[int, ...], ranks: set[int]) -> None:
    cases = cases_asked(fold(question))
    assert (cases.ages, cases.ranks) == (ages, frozenset(ranks))


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [
        ("2e fois", "Au deuxième retard, la barque est reprise.", "Au troisième retard, le rameur est exclu."),
        ("2e fois", "En cas de récidive, un courrier.", "Au premier retard, un rappel."),
        ("4e retard", "À partir du troisième retard, une pénalité.", "Au sixième retard, l'exclusion."),
        ("un rameur de 14 ans", "De 12 à 17 ans, une autorisation est remise.", "Avant 12 ans, il est accompagné."),
        ("un rameur de 14 ans", "Les moins de 16 ans portent un gilet.", "Les plus de 60 ans ont un rabais."),
        ("un rameur de 13 ans", "Il faut 14 ans au moins pour barrer.", "Il faut un gilet pour barrer."),
        ("rameur rentré à 18h50", "Une pénalité est due après 18 h 30.", "Le soir : de 16 h 30 à 18 h 30"),
        ("rameur rentré à 18h50", "Une pénalité est due au-delà de 18h30.", "Une barque se loue jusqu'à 18 h."),
        ("le rameur", "Au premier retard, un rappel.", ""),
        ("annulée 45 jours avant", "Annulation entre soixante et trente jours : rien.", "Annulation plus de 60 jours."),
        (
            "annulée 3 semaines avant",
            "Annulation de 60 à 15 jours : rien.",
            "Annulation moins de 15 jours avant : tout.",
        ),
        ("annulée 8 jours avant", "Annulation à moins de quinze jours : tout.", "Annulation au moins un mois avant."),
        ("annulée 2 mois à l'avance", "Annulation plus d'un mois avant.", "Annulation moins de 8 jours avant."),
        ("annulée 8 jours avant", "Le bail dure plus de 3 mois.", ""),
    ],
)
def test_a_rule_for_the_case_asked_suits_it_better(question: str, own: str, other: str) -> None:
    cases = cases_asked(fold(question))
    if other:
        assert suits(cases, fold(own)) > suits(cases, fold(other))
    else:
        assert suits(cases, fold(own)) == 0.0


@given(st.text(alphabet="0123456789 ansdeàmoins plus e"), st.text(alphabet="0123456789 ansdeàmoins plus e"))
def test_any_text_suits_any_case_within_bounds(question: str, text: str) -> None:
    assert -2.0 <= suits(cases_asked(fold(question)), fold(text)) <= 4.0
