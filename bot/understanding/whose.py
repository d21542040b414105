"""The words of a question that only tell whose case it is: something else than matching takes them in."""

from __future__ import annotations

from bot.understanding.residence import Side, tells_side

# Anybody's family, as people tell a case: no act need say "papa" to be the right one.
_FOLKS = frozenset(
    """
    administre administree administrees administres ami amie amies amis collegue collegues copain copains copine
    copines dame dames famille familles fille filles fils frere freres gamin gamine gamines gamins gens gosse gosses
    loulou madame maman mamans mamie mere meres mome momes monsieur papa papas papi parent parents pere peres petit
    petite petites petits quelqu quelqu'un soeur soeurs usager usagers voisin voisine voisins
    """.split()
)


def tells_whose(word: str, side: Side, inhabitants: str) -> bool:
    """Whether a folded word only tells whose case it is: somebody's family, or, once the ``side`` is known, a home."""
    return word in _FOLKS or (side != "" and tells_side(word, inhabitants))
