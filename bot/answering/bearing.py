"""What a sentence is in its act: a visa, a recollection, a definition, a note about others, rather than a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from bot.answering.matching import Idea, stem_set, strength
from bot.answering.parts import Part
from bot.answering.spans import Span
from bot.understanding.residence import of_elsewhere
from knowledge.text import fold

# What only recalls: visas, the letter that began it all, who the parties are, what an act is for; before it, at times,
# the speaker's name. A recital recalls too, but may say what nothing else does.
_FORMAL = re.compile(
    r"^\W*(?:(?:madame|monsieur|mme|m\.) (?:[\w'’-]+ ){1,4})?"
    r"(?:vu\b|oui |ou i|par (?:courrier|deliberation|lettre)|pour memoire|(?:ci[ -]apres )?denomme|represente|"
    r"entre (?:les soussignes|d'une part)|(?:article \w+\W{1,3})?objet (?:de la |du |de l')\w+ "
    r"(?:la presente|le present|cette)|"
    r"(?:la presente|le present) \w+ (?:a pour (?:objet|but)|fixe|definit|precise|organise|regit|determine)\b|"
    # a text of law, by its title
    r"(?:la |le |l')?(?:directive|loi|decret|ordonnance|reglement) (?:\(?(?:ue|ce)\)? )?(?:n\W{0,3})?\d[^.;]{0,160}"
    r"\b(?:relati(?:f|ve)s? (?:a|aux?)|portant|modifiant)\b|"
    r".{0,300}\bci[ -]apres\b)"
)
# How a sentence tells what was, before the act changed it
_PAST = re.compile(
    r"\b(?:et(?:ait|aient)|comportai\w+|prevoyai\w+|s'elevai\w+|fixai\w+|comptai\w+|percevai\w+|disposai\w+|versai\w+|"
    r"beneficiai\w+|payai\w+|ancienne?s?|precedente?s?|auparavant|jusqu'alors|jusqu'a present)\b"
)
# What somebody asked for and the act did not take up.
_NOT_TAKEN = re.compile(
    r"\b(?:il (?:etait|avait ete) propose|avai(?:t|ent) (?:propose|examine|envisage|souhaite)|"
    r"(?:n'a|n'ont) pas (?:retenu|suivi|adopte) |"
    r"(?:proposition|hypothese|variante|idee|amendement|motion|contre-proposition)s?\b[^.;]{0,120}"
    r"\b(?:rejet\w+|repouss\w+|ecart\w+|pas (?:ete )?(?:retenue?s?|suivie?s?|adoptee?s?))|"
    r"demandes?\b[^.;]{0,120}\b(?:n'a|n'ont) pas ete (?:retenue?s?|suivie?s?|adoptee?s?)|"
    r"(?:amendement|contre-proposition)s? (?:de|du|d'|depos\w+|presente\w*)|"
    r"l'opposition (?:\w+ )?(?:propos|demand|souhait)\w+)"
)
_ASKS_NOT_TAKEN = re.compile(
    r"\b(?:propos\w+|amendements?|motions?|opposition|opposants?|rejet\w+|refus\w+|retenue?s?|vot\w+|adopte\w*|contre)\b"
)
_RECITAL = re.compile(r"^\W*considerant")
# Who may decide, and how a sentence says who does.
_DECIDING = (
    r"(?:peut|decid\w+|prononc\w+|autoris\w+|accord\w+|sign\w+|delivr\w+|fix\w+|attribu\w+|tranch\w+|valid\w+|choisi\w*|"
    r"statu\w+)"
)
_DECIDER_ASKED = re.compile(rf"\bqui (?:{_DECIDING}\b|a le (?:droit|pouvoir)\b|prend la decision\b)")
_OFFICE = (
    r"(?:maire|adjointe?|direct(?:eur|rice)|presidente?|conseil|bureau|commission|chef|responsable|comite|tribunal|"
    r"juge|prefet|gardien(?:ne)?|placier|dgs|autorite|jury)"
)
_DECIDER = re.compile(
    rf"\b(?:c'est |par )(?:(?:madame|monsieur|mme|m\.) )?(?:l[ea] |l')?{_OFFICE}\b|"
    rf"\b{_OFFICE} (?:[\w'-]+ ){{0,5}}?{_DECIDING}\b|"
    r"\b(?:decision|autorisation|accord) (?:ecrite? )?(?:du|de la|de l')"
)
_PERSON = re.compile(r"\b(?:m\.|mm\.|mme|melle|monsieur|madame) [a-z]")
_NOTED = re.compile(r"\W*\*.*?\bpour (?:les? |la |l')?(.*)")
# "En cas de faute grave, …", "Si le ponton est fermé, …": when a sentence holds
_PROVIDED = re.compile(
    r"\ben cas d(?:e |'|es |u )(?P<event>[^,.;:]{3,60})|^\W*(?:si|s'ils?|lorsqu[e']|quand)\b (?P<case>[^,;:]{3,90}),"
)
# What follows a word where a text says what it is: "« Bac » désigne", "le CLAS (Contrat local…) est", "La réserve :"
_DEFINED = re.compile(r"^\W{0,4}(?:\([^)]{4,}\)|designe|signifie|s'entend|(?:est|sont) (?:une?|des|les?|la)\b|:)")


def _looking_for(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether a text holds a pattern, with a cache of its own: to hash a pattern takes as long as many a search."""
    return lru_cache(maxsize=8_192)(lambda folded: pattern.search(folded) is not None)


_is_formal = _looking_for(_FORMAL)
_is_recital = _looking_for(_RECITAL)
_tells_not_taken = _looking_for(_NOT_TAKEN)
_asks_who_decides = _looking_for(_DECIDER_ASKED)
_tells_who_decides = _looking_for(_DECIDER)
_names_a_person = _looking_for(_PERSON)
_tells_the_past = _looking_for(_PAST)


def defined(ideas: Iterable[Idea], part: Part) -> bool:
    """Whether a part says what a word of the question is: the word, then "désigne", "est un", "(…)" or a colon."""
    heads = [one for idea in ideas if idea.subject for one in idea.said if len(one) > 2]
    if any(_spelled_out(head, part.folded) for head in heads):
        return True
    ends = (match.end() for head in heads for match in re.finditer(rf"\b{re.escape(head)}\w{{0,4}}", part.folded))
    return any(_DEFINED.match(part.folded[end : end + 60]) for end in ends)


def _spelled_out(acronym: str, folded: str) -> bool:
    """Whether a text gives an acronym after the words that it stands for: "contrat local de santé (CLS)"."""
    match = re.search(rf"((?:[\w'’-]+[ ,]+){{2,12}})\( ?{re.escape(acronym)}\w? ?\)", folded)
    if not match or not 2 <= len(acronym) <= 8:
        return False
    initials = iter("".join(word[0] for word in re.findall(r"\w+", match[1])))
    return all(letter in initials for letter in acronym)


def formal(part: Part) -> bool:
    """Whether a part only recalls or presents: a visa, the parties, what an act is for."""
    return _is_formal(part.folded)


def compares(part: Part, homes: str = "") -> bool:
    """Whether a part tells, to compare or for information, what another town than ``homes`` does."""
    return of_elsewhere(part.folded, homes)


def recites(part: Part) -> bool:
    """Whether a part is a recital ("considérant que…")."""
    return _is_recital(part.folded)


def not_taken(folded: str, plain: str = "") -> bool:
    """Whether a folded text tells what was asked for in vain, when the folded question does not ask about that."""
    return _tells_not_taken(folded) and not _ASKS_NOT_TAKEN.search(plain)


def says_who_decides(part: Part, plain: str) -> bool:
    """Whether a folded question asks who may decide, and a part says which office does."""
    return _asks_who_decides(plain) and _tells_who_decides(part.folded)


def names_somebody(folded: str) -> bool:
    """Whether a folded text names a person ("Mme Aubin")."""
    return _names_a_person(folded)


def recollects(part: Part, plain: str) -> bool:
    """Whether a part tells what was, when the folded question asks what is."""
    return _tells_the_past(part.folded) and not _PAST.search(plain)


def provided(ideas: Iterable[Idea], part: Part) -> bool:
    """Whether a part holds in one case only, of which the question says nothing."""
    words = _case_of(part.folded)
    return bool(words) and not any(idea.subject and strength(idea, words) > 0 for idea in ideas)


@lru_cache(maxsize=8_192)
def _case_of(folded: str) -> frozenset[str]:
    match = _PROVIDED.search(folded)
    return stem_set(match["event"] or match["case"]) if match else frozenset()


def of_another_case(ideas: Iterable[Idea], span: Span) -> bool:
    """Whether a span is a note under a table ("* 4 € pour les veuves") whose case the question hardly speaks of."""
    whom = _NOTED.match(fold(span.clean))
    words = [word for word in stem_set(whom[1] if whom else "") if word.isalpha() and len(word) > 2]
    said = frozenset().union(*(idea.said for idea in ideas))
    return bool(words) and len([word for word in words if word not in said]) > len(words) / 2
