"""What two prices cannot both be: in colour or black, for a week-end or a day, by the month or by the entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.answering.matching import stem_set
from bot.answering.natures import unasked
from bot.answering.wholes import per_head_unasked
from index.analysis import stem
from knowledge.documents import Figure, Passage
from knowledge.text import fold, in_figures

_Members = Mapping[str, re.Pattern[str]]

# Each group tells a thing from its contraries.
_GROUPS: tuple[_Members, ...] = tuple(
    {name: re.compile(rf"\b(?:{said})") for name, said in group.items()}
    for group in (
        {
            "week-end": r"week ?-?ends?\b|samedis?\b|dimanches?\b|fin de semaine\b|2 jours\b",
            "half a day": r"demi[ -]journees?\b",
            "day": r"(?<!demi )(?<!demi-)journees?\b|jours? de semaine\b|en semaine\b",
            "evening": r"soirees?\b|soirs?\b",
            "hour": r"heure\b(?! (?:de|du|supp))|tarif horaire\b",
        },
        {"colour": r"couleurs?\b", "black": r"noire?s?\b|n ?& ?b\b|nb\b"},
        {"A3": r"a ?3\b", "A4": r"a ?4\b"},
        {"morning": r"matin(?:ee)?s?\b", "evening": r"soirs?\b"},
        {"nursery": r"maternelles?\b", "primary": r"(?:elementaires?|primaires?)\b"},
        {"breakfast": r"petits?[ -]dejeuners?\b", "snack": r"gouters?\b|collations?\b", "lunch": r"repas\b"},
        {
            "entry": r"entrees?\b",
            "lesson": r"(?:lecons?|(?<!en )cours|stages?)\b",
            "aquagym": r"aqua ?-?gym\w*",
            "aquabike": r"aqua ?-?(?:bike|velo|bik|cycl)\w*",
        },
        {
            "vault": r"(?<!mini-)caveaux?\b(?! cineraire)",
            "earth": r"pleine terre\b",
            "wall": r"columbariums?\b",
            "small vault": r"cavurnes?\b",
        },
        {
            "book": r"livres?\b",
            "film": r"(?:dvd|films?)\b",
            "disc": r"(?:cd|disques?)\b",
            "reader": r"liseuses?\b",
            "magazine": r"(?:revues?|magazines?)\b",
        },
        {"hotel": r"hotels?\b(?! de ville)", "campsite": r"campings?\b(?!-car)", "let": r"(?:meubles?|gites?)\b"},
        {"motorbike": r"motos?\b", "bicycle": r"velos?\b", "car": r"(?:voitures?|autos?)\b", "lorry": r"camions?\b"},
        {"dog": r"chiens?\b", "cat": r"chats?\b"},
        {
            "open": r"(?:ouvertes?|(?:non|pas)[ -](?:fermees?|couvertes?))\b",
            "shut": r"(?<!non )(?<!non-)(?<!pas )(?:fermees?|couvertes?)\b",
        },
        {"grown": r"adultes?\b", "child": r"enfants?\b"},
        {"single": r"(?:simples?|(?:une|1) place)\b", "double": r"(?:doubles?|(?:deux|2) places)\b"},
        {"monthly bonus": r"ifse\b", "yearly bonus": r"cia\b"},
        {
            "trade": r"(?:professionnels?|pros?|commercants?|artisans?|entreprises?|societes?)\b",
            "private": r"(?<!cours )(?<!hotel )particuliers?\b",
        },
        {"association": r"(?:associations?|assos?|clubs?)\b", "inhabitants": r"(?:habitante?s?|particuliers?)\b"},
    )
)
_CLUBS = next(number for number, group in enumerate(_GROUPS) if "association" in group)
# What is sold for a time, or for a family: that time is told, that family, or nothing is.
_PRODUCT = r"\b(?:cartes?|abonnements?|forfaits?|pass|adhesions?|cotisations?)"
_SOLD_FOR = re.compile(
    rf"(?:{_PRODUCT} (?:(?:adulte|enfant|famille|jeune) )?(?:(?:au|par|a l|pour l|de|pour une?|pour la|pour) )?|"
    r"\btarif (?=horaire))(?P<time>annuel|an\b|annee|saison|mensuel|mois|trimestr|hebdo|semaine|horaire)"
)
_TIMES: _Members = {
    "year": re.compile(
        r"\bannuel|\b(?:par |l')an\b|/ ?an\b|\bannee|\bun an\b|^an\b|\bsaison(?! ?(?:19|20)\d\d)|\b12 mois"
    ),
    "month": re.compile(r"\bmensuel|\bmois\b"),
    "quarter": re.compile(r"\btrimestr"),
    "week": re.compile(r"\bhebdo|\bsemaines?\b|\b[57] jours\b"),
    "day": re.compile(r"\bjournali|\bjours?\b|\bjournees?\b"),
    "hour": re.compile(r"\bhoraires?\b|\bheures?\b|\bminutes?\b"),
    "use": re.compile(r"\b(?:seances?|entrees?|passages?)\b"),
}
# Several of a thing sold together are not the price of one.
_BUNDLE = re.compile(
    r"\b(?P<sold>carnet|carte|forfait|abonnement|lot|pack)s? (?:de |d')?(?!un\b|une\b|1\b)(?P<many>\d+|dix|douze)\b"
    r"(?: (?P<thing>\w{4,}))?"
)
_NUMBER = re.compile(r"\b\d+\b(?! ?ans\b)")
_FAMILY = re.compile(r"\b(?:famil|foyers?\b)")
_FOR_A_FAMILY = re.compile(rf"{_PRODUCT}(?: annuel\w*| mensuel\w*| (?:de )?saison)? famil")
_ALONE = re.compile(r"\b(?:personne|adulte) seule?\b|\bindividuel|\bcelibataire")


def apart(plain: str, figure: Figure, passage: Passage) -> bool:
    """Whether a figure of ``passage`` is of another thing than a folded question asks: its contrary, another nature."""
    row, heads = " ".join((*figure.row[-1:], *figure.column)), " ".join((*passage.path[1:][-1:], *figure.row[:-1]))
    above = " ".join((*passage.path[1:], passage.context, *figure.row[:-1]))
    if bundled(fold(" ".join(figure.row[-2:])), plain, one=True) or per_head_unasked(plain, row):
        return True
    # most questions name no club, and a table has many labels
    clubs = all(number != _CLUBS for number, _ in _asked(plain)) or _tells_clubs(passage)
    return contrary(plain, row, above, heads, clubs=clubs) or unasked(plain, row, above)


def bundled(label: str, plain: str, *, one: bool = False) -> bool:
    """Whether a folded label is of several things sold together, which a folded question does not say.

    With ``one``, whether the question names the very thing of which there are many: it asks the price of one.
    """
    match = _BUNDLE.search(label)
    if match is None or match["sold"] in plain:
        return False
    return not one or (stem(match["thing"] or "") in stem_set(plain) and not _NUMBER.search(in_figures(plain)))


def contrary(plain: str, row: str, above: str, heads: str = "", *, clubs: bool = True) -> bool:
    """Whether a row, as its labels say it, is the contrary of what a folded question asks.

    ``above`` is what stands over it, ``heads`` what stands right over it: a row may leave to its titles what it is.
    ``clubs`` says that the table has prices for clubs: else one of the town pays as those who live there do.
    """
    said, titled = fold(row), fold(above)
    for number, asked in _asked(plain):
        if number == _CLUBS and not clubs:
            continue
        told = _members(said, number) or _members(fold(heads), number)
        if told and not asked & (told | _members(titled, number)):
            return True
    if sold := _sold_for(plain):
        told = _times(f"{said} {titled}")
        if told and not sold & told:
            return True
    if _FOR_A_FAMILY.search(plain):
        return _FAMILY.search(f"{said} {titled}") is None
    return _FAMILY.search(said) is not None and _ALONE.search(plain) is not None


def _tells_clubs(passage: Passage) -> bool:
    """Whether a label or a title of a passage names clubs."""
    labels = (label for one in passage.figures for label in one.labels)
    return any("association" in _members(fold(text), _CLUBS) for text in (*passage.path[1:], passage.context, *labels))


@lru_cache(maxsize=256)
def _asked(plain: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """The groups that a folded question names members of, by their number, and which."""
    return tuple((number, asked) for number in range(len(_GROUPS)) if (asked := _members(plain, number)))


@lru_cache(maxsize=256)
def _sold_for(plain: str) -> frozenset[str]:
    match = _SOLD_FOR.search(plain)
    return _times(match["time"]) if match else frozenset()


@lru_cache(maxsize=4_096)
def _members(folded: str, number: int) -> frozenset[str]:
    return frozenset(name for name, said in _GROUPS[number].items() if said.search(folded))


@lru_cache(maxsize=4_096)
def _times(folded: str) -> frozenset[str]:
    return frozenset(name for name, said in _TIMES.items() if said.search(folded))
