"""What is called by a name or a number, and has others of its kind: halls, parcels, feasts."""

from __future__ import annotations

import re
from functools import lru_cache

from index.analysis import is_said
from knowledge.lexicon import lexicon
from knowledge.text import fold

# A parcel is called by letters and a number: what is said of AK 31 is not said of AK 72.
_PARCEL_ASKED = re.compile(r"\b(?:parcelles?|terrains?|sections?|cadastr\w+)\b")
_PARCEL = re.compile(r"\b([a-z]{2}) ?(?:n\W{0,3})?(\d{1,4})\b")
# A feast is told by its day, and another's banquet is not this one's.
_FEAST = re.compile(
    r"\b(?:(1|8)(?: ?er)? (mai)|(19) (mars)|(14) (juillet)|(15) (aout)|(11) (novembre)|(25|31) (decembre))\b"
)
# "le banquet du 8 mai" is called by it, where "ouvert le 8 mai" only asks of a day.
_CALLED_BY = re.compile(
    r"\b(?:banquet|repas|bal|fete|brocante|vide[- ]greniers?|marche|ceremonie|feu|gouter|concert|defile|course)"
    r" (?:d[' ]artifice )?(?:du|pour le) (?=\d)"
)
# Halls, schools, pitches: what is said of one by its name holds for no other.
_PLACE = re.compile(
    r"\b(salle|ecole|gymnase|piscine|cimetiere|parking|stade|creche|camping|plage|port|bibliotheque|foyer|halle|theatre)"
    r"s? (de la |de l[' ]|des |du |de |d[' ])?(?:\W?)(\w{4,})(?=[ -](\w{3,}))?"
)
_ANY_PLACE = frozenset(
    """
    fetes polyvalente polyvalentes communale communales municipale municipales mariage mariages reunion reunions
    sport sports spectacle spectacles conseil classe jeux attente cinema maternelle maternelles elementaire
    elementaires primaire primaires publique publiques privee privees pour avec sans dans payant payante gratuit
    gratuite scolaire ville commune vers elle elles peut doit sont sera seront samedi dimanche week combien quel
    quelle grande petite municipal communal communaux municipaux rural jeunes ancien ancienne nouveau nouvelle
    jusqu quand entiere
    """.split()
)


def another(plain: str, told: str) -> bool:
    """Whether a text speaks of another parcel, or of another feast, than a folded question names."""
    if _PARCEL_ASKED.search(plain) and (asked := _parcels(plain)):
        parcels = _parcels(fold(told))
        if asked.isdisjoint(parcels) and {letters for letters, _ in asked} & {letters for letters, _ in parcels}:
            return True
    feasts = _feasts(plain)
    if not feasts or not feasts.isdisjoint(others := _feasts(fold(told))):
        return False
    return bool(others) or _CALLED_BY.search(plain) is not None


def of_another_place(plain: str, told: str) -> bool:
    """Whether a text speaks of a place by its name, and the folded question of another of its kind."""
    asked = _places(plain)
    if not asked:
        return False
    said = fold(told)
    others = _places(said)
    return any(
        others.get(kind) and len(names) == 1 and not any(name[:5] in said for name in names)
        for kind, names in asked.items()
    )


@lru_cache(maxsize=4_096)
def _places(folded: str) -> dict[str, set[str]]:
    """The names that a folded text gives to each kind of place: the hall of the mill, that of the lock."""
    found: dict[str, set[str]] = {}
    for kind, link, name, last in _PLACE.findall(folded):
        # "l'école sinon", "la piscine finit en mai": a word of French that nothing links, nor a last name, is no name
        if name not in _ANY_PLACE and (link or name not in lexicon() or (last and is_said(last))):
            found.setdefault(kind, set()).add(name)
    return found


def _feasts(folded: str) -> set[str]:
    """The feasts that a folded text names, written alike: "1 er mai" is "1er mai"."""
    return {"".join(parts) for parts in _FEAST.findall(folded)}


def _parcels(folded: str) -> set[tuple[str, str]]:
    return {(letters, number) for letters, number in _PARCEL.findall(folded) if is_said(letters)}
