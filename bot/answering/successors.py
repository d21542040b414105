"""What an act decides further on than it recalls, or a later act: the new one named, the grant, who took a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering import natures, shapes
from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from knowledge.text import fold

LOOKED_INTO = 6
SHARED, NAMED_TOO = 2, 0.3  # words of the post told again; how well one fits who names the former one too
_ASKED = re.compile(
    r"\bqui (?:\w+ ){0,3}(?:remplac\w+|succe\w+|(?:prend\w*|reprend\w*|a pris|va prendre) (?:la|sa) (?:place|suite))\b|"
    r"\b(?:remplacante?|successeur|successeure) d(?:e|u)\b|\bremplacee? par qui\b|\bpar qui (?:\w+ ){0,3}remplacee?\b"
)
_NAMES = re.compile(
    r"\b(?:design(?:er|e|ent|ation)|nomm(?:er|e|ent)|elire|elit|elue?|proclam\w+|install\w+|"
    r"nouve(?:au|l|lle) (?:representant|delegue|membre|conseiller|adjoint|titulaire|suppleant)\w*)\b"
)
# "c'est toujours madame Aubin qui ...", "monsieur Roux est-il encore ..."
_STILL = re.compile(
    r"\b(?:toujours|encore) (?:bien )?(?:madame|monsieur|mme|m|mlle) [a-z]{3}|"
    r"\b(?:madame|monsieur|mme|m|mlle) (?:[a-z'-]+ ){1,3}(?:est|reste|occupe|s'occupe|a|tient|dirige|preside)\b"
    r".{0,12}\b(?:toujours|encore)\b"
)
# a name of three letters at least: "Monsieur Le maire" names nobody
_PERSON = re.compile(r"\b(?:MM?\.|Mmes?|Mlle|Monsieur|Madame) (?:[A-ZÀ-Þ][\w'’-]+ ){0,2}([A-ZÀ-Þ][\w'’-]{2,})")
_SUCCESSION = re.compile(
    r"\b(?:remplac\w+|succe\w+|demission\w*|cess(?:e|er|ation) (?:ses|de ses|des) fonctions|"
    # who took over what another had in charge
    r"n'est plus (?:en )?charge\w*|(?:delegation|fonction|presidence|mission|charge|direction)s? (?:\w+ ){0,3}"
    r"(?:passe\w*|confiee?s?|transfere\w*|repris\w*|reviennent|revient)|(?:la|le|les|en) repren\w+|"
    r"quitt\w+ (?:sa|ses|la|le|son) (?:delegation|fonction|poste|presidence|direction|charge)\w*|pren\w+ la suite)\b"
)
_LEAVES = re.compile(r"\b(?:retraite|remplac\w+|succe\w+|quitt\w+|depart|demission\w*|mutation|cess\w+)\b")
_TAKES = re.compile(
    r"\b(?:remplace\w* par|succede|nomme\w*|recrute\w*|elit|est elue?|designe|"
    r"(?:prend|prendra|reprend|assure|assurera|occupe|occupera) "
    r"(?:la direction|ses fonctions|l[ea] (?:poste|suite)|sa succession|l'interim|la responsabilite))\b"
)


def decided_first(plain: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with, first, where the first one's act decides what a folded question asks: the new one, a grant.

    What recalls whom the act replaces, or what was asked for, meets the question, and does not answer it: the two are
    read together.
    """
    ranked = list(candidates)
    still = _STILL.search(plain) is not None
    if ranked and (still or shapes.asks_a_name(plain)) and (new := _holder(ranked)):
        # who it is now answers who asks whether it is still she, were it to call her
        new = replace(new, lacking=new.lacking and not still)
        return [new, *(one for one in ranked if one.passage.id != new.passage.id)]
    asks_who = _ASKED.search(plain) is not None
    if not ranked or not (asks_who or natures.grant_asked(plain)):
        return ranked
    first, decides = ranked[0], _named if asks_who else _granted
    act = [one for one in ranked[:LOOKED_INTO] if one.act == first.act]
    told = next(filter(decides, act), None)
    recalled = [first] if asks_who else [one for one in act if _recalls(one)]
    if told is None or (asks_who and told is first) or first not in (told, *recalled):
        return ranked
    near = max(one.near for one in (told, *recalled))
    subject = max(one.subject for one in (told, *recalled))
    new = replace(told, score=max(told.score, first.score), near=near, subject=subject)
    return [new, *(other for other in ranked if other is not told)]


def succeeds(one: Candidate, best: Candidate) -> bool:
    """Whether a later act names who takes the place of somebody that the first one names."""
    near = [span.clean for span in one.spans[max(0, one.best - 1) : one.best + 2]]
    told = fold(" ".join(near))
    names = {fold(name) for name in _PERSON.findall(best.span.clean)}
    if not names or _SUCCESSION.search(told) is None or not _PERSON.search(" ".join(near)):
        return False
    if any(re.search(rf"\b{re.escape(name)}\b", told) for name in names):
        return one.near >= NAMED_TOO
    # "le nom du chef de la police est remplacé par celui de Mme Aubin": by what she is, not whom she follows
    shared = [stem for stem in stem_set(best.span.clean) & stem_set(" ".join(near)) if stem.isalpha() and len(stem) > 2]
    return len(shared) >= SHARED


def _holder(ranked: Sequence[Candidate]) -> Candidate | None:
    """The candidate that says who took the post of the one named first, in the words of a later act; or None."""
    first = ranked[0]
    names = set(_PERSON.findall(first.span.clean))
    found = [
        (
            one.passage.date,
            replace(one, best=n, reading=None, near=first.near, subject=first.subject, score=first.score),
        )
        for one in ranked[1:]
        if one.passage.date and first.passage.date and one.passage.date > first.passage.date
        for n, span in enumerate(one.spans)
        if _TAKES.search(fold(span.clean)) and set(_PERSON.findall(span.clean)) - names
        for told in [" ".join(other.clean for other in one.spans[max(0, n - 1) : n + 1])]
        if names & set(_PERSON.findall(told)) and _LEAVES.search(fold(told))
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _named(one: Candidate) -> bool:
    return _NAMES.search(fold(one.span.clean)) is not None and not _recalls(one)


def _granted(one: Candidate) -> bool:
    return natures.grants(fold(one.span.clean))


def _recalls(one: Candidate) -> bool:
    return natures.recalls(fold(one.span.clean))
