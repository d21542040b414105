"""The words of a question that only tell whose case it is: something else than matching takes them in."""

from __future__ import annotations

import re
from collections.abc import Container

from bot.understanding.question import Question
from bot.understanding.residence import Side, tells_side
from bot.understanding.wants import Want

# Anybody's family, as people tell a case: no act need say "papa" to be the right one.
_FOLKS = frozenset(
    """
    administre administree administrees administres ami amie amies amis bambin bambins bonhomme citoyen citoyenne
    citoyens client cliente clients collegue collegues copain copains copine copines cousin cousine cousins dame
    dames famille familles fille filles fillette fillettes fils fiston fistons frere freres gamin gamine gamines
    gamins garcon garcons gars gens gosse gosses lecteur lecteurs lectrice lectrices loulou loupiot loupiots madame
    maman mamans mami mamie mamy mec mecs mere meres minot minots mioche mioches mome momes monsieur neveu neveux
    niece nieces oncle papa papas papi papis papy parent parents pere peres petiot petiote petiots petit petite
    petites petits pote potes poto potos ptit ptite ptites ptits quelqu quelqu'un soeur soeurs tante tata tonton tontons
    usager usagers voisin voisine voisins
    """.split()
)


# What happens in a family, where whose it is decides: "le mariage d'un frère" is not the asker's.
_EVENTS = re.compile(
    r"\b(?:mariages?|marie\w*|pacs|deces|decede\w*|obseques|enterrement|naissance|adoption|hospitalis\w+)\b"
)


def tells_whose(word: str, plain: str, side: Side, inhabitants: str) -> bool:
    """Whether a word of a folded question only tells whose case it is: a family's or, where a ``side`` is, a home's."""
    return (word in _FOLKS and not _EVENTS.search(plain)) or (side != "" and tells_side(word, inhabitants))


# "des élus ont-ils voté contre le budget ?": how the act was voted tells it, whether or not its text says these words
_VOTERS = frozenset(
    "abstention abstentions abstenu contre conseiller conseillers elu elus opposition voix unanimite".split()
)
_WHO_VOTED = re.compile(r"\bqui (?:n[' ])?(?:a|ont) (?:pas )?vote\b")


def tells_vote(word: str, wants: Container[Want]) -> bool:
    """Whether a word of a question that asks for a vote only tells of those who vote."""
    return Want.VOTE in wants and word in _VOTERS


def asks_voters(question: Question) -> bool:
    """Whether a question asks who voted how, which only an act that was put to the vote tells."""
    named = any(tells_vote(term.word, question.wants) for term in question.terms)
    return named or _WHO_VOTED.search(question.plain) is not None
