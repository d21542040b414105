"""A verb, its irregular forms and its noun are one word."""

from __future__ import annotations

import pytest

from index.analysis import is_said, stem, tokens
from index.synonyms import expand, load_synonyms
from index.wordlists import FORMS, phrase, read_forms

SHIPPED, _ = load_synonyms()
LINES = [line.strip().strip('",') for line in FORMS.read_text(encoding="utf-8").splitlines() if line.startswith("    ")]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_forms_says_what_the_stemmer_does_not(line: str) -> None:
    assert all(is_said(word) for word in tokens(line))
    assert len(set(phrase(line).stems)) == len(line.split()) > 1


def test_a_word_stands_on_one_line_only() -> None:
    stems = [one for line in LINES for one in phrase(line).stems]
    assert len(stems) == len(set(stems))
    assert read_forms().keys() == set(stems)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("perdu", "perte"),
        ("rendu", "rendre"),
        ("exclu", "exclusion"),
        ("louer", "location"),
        ("vendre", "vente"),
        ("ouvre", "ouverture"),
        ("réduit", "réduction"),
        ("nettoyer", "nettoyage"),
        ("absence", "absenter"),
        ("revendu", "revente"),
        ("obtiennent", "obtention"),
        ("vapoter", "vapotage"),
        ("accoster", "accostage"),
        ("reprise", "reprendre"),
        ("intervient", "intervention"),
        ("tondre", "tonte"),
        ("piloter", "pilotage"),
        ("enverra", "envoyer"),
        ("louée", "louer"),
        ("bénéficié", "bénéficier"),
        ("confié", "confier"),
        ("préfecture", "préfet"),
        ("justice", "judiciaire"),
        ("confidentielle", "confidentialité"),
        ("dénoncer", "dénonciation"),
        ("confiée", "confier"),
        ("violent", "violence"),
        ("valable", "validité"),
        ("interrompu", "interruption"),
        ("responsable", "responsabilité"),
        ("payée", "paiement"),
        ("dévier", "déviation"),
        ("agréée", "agrément"),
        ("détenteur", "détention"),
        ("pacsé", "pacs"),
        ("candidat", "candidature"),
        ("composer", "composition"),
        ("confisqué", "confiscation"),
        ("dénommer", "dénomination"),
        ("doter", "dotation"),
        ("échue", "échéance"),
        ("encourt", "encouru"),
        ("endommagé", "dommage"),
        ("entrer", "entrée"),
        ("inventorier", "inventaire"),
        ("jumelée", "jumelage"),
        ("patineuse", "patinage"),
        ("périmé", "péremption"),
        ("saleté", "salissure"),
        ("rouvrir", "réouverture"),
        ("sauveteur", "sauvetage"),
        ("retourné", "retour"),
        ("taguée", "tag"),
        ("musicienne", "musique"),
        ("trimestre", "trimestriel"),
        ("propre", "propreté"),
    ],
)
def test_a_form_of_a_word_is_all_but_that_word(asked: str, written: str) -> None:
    (term,) = expand(tokens(asked), SHIPPED)
    assert 0.8 <= dict(term.stems)[stem(tokens(written)[0])] <= 1.0


@pytest.mark.parametrize(("asked", "written"), [("annuler", "annulation"), ("résilier", "résiliation")])
def test_what_the_stemmer_joins_needs_no_line(asked: str, written: str) -> None:
    assert stem(tokens(asked)[0]) == stem(tokens(written)[0])


def test_a_month_is_not_what_the_damp_makes() -> None:
    # The stemmer makes one word of "mois" and "moisir".
    assert "moisissur" not in dict(expand(["mois"], SHIPPED)[0].stems)
