"""What follows a misdeed: a row of a scale of sanctions that says the very one told answers, whoever did it there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answering.candidates import Candidate
from bot.answering.matching import SAME, stem_set
from bot.understanding.question import Question
from bot.understanding.scenes import EQUALS, IN_CHARGE, again, asks_what_follows, of_titles, sets
from index.analysis import is_said, stem, tokens
from index.engine import Term
from index.french import COMMON_WORDS
from knowledge.text import fold

# What a section that tells what misdeeds bring is called, and what stands over its rows.
_SCALE = re.compile(
    r"\b(?:sanction|disciplin|manquement|incivilit|faits? ou agissements|faute|mesures?\b|vivre ensemble|"
    r"comportement|infraction|penalit)"
)
# Where the misdeed ends and what it brings begins.
_BRINGS = re.compile(
    r"\b(?:exclu|avertiss|blame|renvo|amende|penalit|retrait|retir|suspen|rappel|courrier|lettre|entretien|convoc|"
    r"mesure|sanction|mise a|interdi|rendez|rdv|rembours|perte|perd|confisc|resili|decid|mot aux|points?\b|\d+ ?€)"
)
_OR = re.compile(r"[|,;:/()*•–]| - |\bou\b|\bet\b")
# What a row says beside the misdeed itself.
_LIGHT = frozenset(
    map(
        stem,
        "exemple exemples fait faits niveau degre cas surpris constate constatee commis commise porte portes envers "
        "usage eleve enfant agent article discipline".split(),
    )
)
# What a question says beside the scene, the misdeed and what follows.
_ASKED = frozenset(
    map(
        stem,
        "grille sanction sanctions exclusion exclu punition mesure mesures amende penalite bareme echelle guide "
        "reglement interieur renvoi risque recu premiere premier fois jour jours temps duree decision choper".split(),
    )
)
LEAST_NEAR = 0.3
TWO = 2  # a misdeed told by two words may leave one of the question's unsaid: "pour ses courses"


def vouched(question: Question, candidates: Sequence[Candidate]) -> bool:
    """Whether the first candidate is a scale's row for the very misdeed told, of the scene that the question sets."""
    first = candidates[0]
    if first.near < LEAST_NEAR or first.lacking or not asks_what_follows(question):
        return False
    here = frozenset(of_titles(first.passage.path))
    told = [term for term in question.terms if term.word in question.subject and stem(term.word) not in _ASKED]
    scene = [term for term in told if sets(term.word)]
    if not _is_scale(first) or all(here.isdisjoint(sets(term.word)) for term in scene):
        return False
    told = [term for term in told if term not in scene and not _victims([term.word])]
    found = [(said, one) for one in _misdeeds(first.span.clean) if (said := _says(question, told, one))]
    if not found or _told_elsewhere(question, told, first):
        return False
    said, alternative = max(found, key=lambda one: len(one[0]))
    titles = stem_set(" ".join([*first.passage.path, alternative, first.span.clean]))
    if any(not term.said_in(titles, SAME) for term in scene if here.isdisjoint(sets(term.word))):
        return False
    if any(here.isdisjoint(sets(word)) for word in tokens(question.plain) if sets(word) and not is_said(word)):
        return False  # "dans le car": a word that a search leaves out
    if _another_time(question, first, alternative) or _another_victim(question, first, alternative):
        return False
    left = [term for term in told if not term.said_in(titles, SAME) and term.word not in COMMON_WORDS]
    return len(left) <= (len(said) >= TWO)


def _is_scale(candidate: Candidate) -> bool:
    """Whether a passage stands under the title of a scale, or of a discipline, and its span tells what follows."""
    above = fold(" ".join([*candidate.passage.path[-2:], candidate.passage.context, candidate.spans[0].clean]))
    return _SCALE.search(above) is not None and _BRINGS.search(fold(candidate.span.clean)) is not None


def _told_elsewhere(question: Question, told: Sequence[Term], candidate: Candidate) -> bool:
    """Whether another row of the scale says the misdeed too, and what follows: nothing chooses between the two."""
    others = [span.clean for span in candidate.spans if span is not candidate.span and _BRINGS.search(fold(span.clean))]
    return any(_says(question, told, one) for other in others for one in _misdeeds(other))


def _misdeeds(text: str) -> Iterator[str]:
    """Each misdeed that a row or a sentence names, before what it brings."""
    for cell in fold(text).split(" | "):
        brings = _BRINGS.search(cell)
        yield from filter(str.strip, _OR.split(cell[: brings.start()] if brings else cell))


def _says(question: Question, told: Sequence[Term], alternative: str) -> frozenset[str]:
    """The words of the question that say all of one misdeed; empty when they leave any of it unsaid."""
    held = stem_set(alternative)
    said = {term.word for term in told if term.said_in(held, SAME)}
    ways = (set(phrase.split()) for term in told for phrase, how in term.stems if how >= SAME)
    known = frozenset().union(*(way for way in ways if way <= held))
    words = [word for word in tokens(alternative) if is_said(word) and not word[0].isdigit()]
    left = [word for word in words if stem(word) not in known | _LIGHT]
    mine = _victims(tokens(question.plain))
    return frozenset(said) if all(_victims([word]) & mine for word in left) else frozenset()


def _victims(words: Sequence[str]) -> frozenset[str]:
    """Whom words say that something is done to: an equal, somebody in charge."""
    said = {word.removesuffix("s") for word in words}
    return frozenset(name for name, kind in (("equal", EQUALS), ("charge", IN_CHARGE)) if said & kind)


def _another_victim(question: Question, candidate: Candidate, alternative: str) -> bool:
    """Whether the question names whom it was done to, which this misdeed does not say and another of the scale does."""
    asked = _victims(tokens(question.plain)) - _victims(tokens(alternative))
    own = stem_set(alternative)
    others = [tokens(fold(span.clean)) for span in candidate.spans if span is not candidate.span]
    # "envers les autres ou le personnel": of both, it tells none apart
    return any(asked >= (named := _victims(one)) and named and own & {*map(stem, one)} for one in others)


def _another_time(question: Question, candidate: Candidate, alternative: str) -> bool:
    """Whether the misdeed is told for once more, or for once, where the question says otherwise."""
    if again(question.plain):
        return not again(fold(candidate.span.clean))
    return again(alternative)
