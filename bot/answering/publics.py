"""Whose price a row is, beside where they live: who pays no income tax, whom the CCAS helps, students."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.text import fold

# A scan glues a word to the one before it ("HabitantsCCAS").
_PUBLICS = {
    "untaxed": re.compile(r"\bnon\W*imposables?\b|\bpas imposables?\b"),
    "taxed": re.compile(r"(?<!non )(?<!non-)(?<!pas )\bimposables?\b"),
    "helped": re.compile(r"ccas\b|\bcentre communal d\W?action sociale\b"),
    "least income": re.compile(r"\brsa\b|\bminima sociaux\b|\brevenu de solidarite\b"),
    "students": re.compile(r"\betudiante?s?\b"),
    "jobless": re.compile(
        r"\bdemandeu(?:r|se)s? d\W?emploi\b|\bchom(?:eur|euse)s?\b|\bau chomage\b|\bsans emploi\b|\bfrance travail\b|"
        r"\bpole emploi\b"
    ),
    "disabled": re.compile(r"\bhandicap\w*|\baah\b|\bpmr\b|\binvalid\w+|\bmobilite inclusion\b"),
    "aged poor": re.compile(r"\baspa\b|\ballocation de solidarite\b|\bminimum vieillesse\b"),
    "apprentices": re.compile(r"\bapprentie?s?\b"),
    "many children": re.compile(r"\bfamilles? nombreuses?\b"),
    "lone parents": re.compile(
        r"\belev\w+ seule?\b|\bmonoparental\w*|"
        r"\b(?:parents?|meres?|peres?|mamans?|papas?) (?:isolee?s?|seule?s?|solos?)\b"
    ),
    "retired": re.compile(r"\bretraitee?s?\b"),
    "staff": re.compile(
        r"\b(?:personnel|agente?s?) (?:communa\w+|municipa\w+|(?:de la|d\W?une) (?:ville|mairie|commune))\b"
    ),
    "teachers": re.compile(r"\benseignante?s?\b|\binstituteurs?\b|\binstitutrices?\b"),
}


def agreement(label: str, question: str) -> int:
    """1 when a label is for a public that the folded question names, -1 when for others than it, else 0."""
    asked = publics(question)
    told = publics(fold(label)) if asked else asked
    if not told:
        return 0
    return 1 if asked & told else -1


@lru_cache(maxsize=4_096)
def publics(folded: str) -> frozenset[str]:
    """The publics that a folded text names."""
    return frozenset(name for name, pattern in _PUBLICS.items() if pattern.search(folded))
