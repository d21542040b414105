"""What a passage is worth as an answer whatever its words: its act, its titles, and whom it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.answering.matching import Idea, stem_set
from bot.answering.parts import Seen
from bot.answering.rows import Reading
from bot.answering.setting import Setting
from bot.answering.topics import Topic
from bot.understanding.question import Question
from bot.understanding.residence import Side, side_of
from bot.understanding.wants import Want
from knowledge.documents import Passage
from knowledge.standings import Standing
from knowledge.text import fold

AGENDA, OPENING, RESTATED = 0.3, 0.08, 0.15
# What counts against a price: it failed, was only talked of, or is one signature's among the mayor's decisions.
FAILED, TALKED, SIGNED, TABLED = 0.25, 0.12, 0.15, 0.06
OTHERS, OWN = 0.25, 0.05
YEAR = 0.1
_OF_A_RULE = frozenset({Want.YES_NO, Want.DEADLINE, Want.DURATION, Want.CONSEQUENCE, Want.PAPERS})
UNTITLED = 0.5  # without a title of its own, a passage is half a stranger
_NEUTRAL = stem_set("tarif tarifs tarification commune communal communaux ville municipal municipaux prix annuel annee")
_OPENING = re.compile(r"^\W*(?:article \d+\W*)?(?:objet|preambule|ordre du jour|sommaire|introduction|definitions?)\b")
_MAY = re.compile(r"\b(?:possible|peut|peuvent|puis je|je peux|droit d[e']?|autorise\w*|permis)\b")
_RAISED = re.compile(r"\b(?:majoration|majore)\w*\b.*")
_FOR_WHOM = re.compile(r"\b(?:tarifs?|famille|exterieur|habitant|resident|prix)")


def prior(question: Question, passage: Passage, about: Topic) -> float:
    """What an act is worth as an answer before it is read: a table of prices for a price, an agenda for nothing."""
    worth = -AGENDA * (about.kind == "agenda") - RESTATED * about.restated
    named = any(year in " ".join(passage.path) for year in question.years)
    # what is no longer in force answers only who names its year; a motion that failed is no price
    worth -= FAILED * (passage.standing is Standing.REPEALED and not named)
    heads = {label for figure in passage.figures for label in figure.column} if question.years else set()
    told = " ".join([*passage.path, *heads])
    worth += YEAR * (bool(question.years) and all(year in told for year in question.years))
    if Want.MONEY in question.wants:
        worth -= FAILED * (passage.standing.failed and passage.standing is not Standing.REPEALED)
        worth += TABLED * (passage.kind == "table")
        # what minutes tell of prices without a vote was only talked of
        worth -= TALKED * (about.kind in ("deliberation", "minutes") and passage.standing is Standing.UNSTATED)
        worth -= SIGNED * (passage.standing is Standing.DECIDED and passage.kind == "decision")
    elif question.wants & _OF_A_RULE:
        # what was decided for one is no rule for all
        worth -= SIGNED * (passage.standing is Standing.DECIDED and passage.kind == "decision")
    return worth - OPENING * any(_OPENING.match(fold(title)) for title in passage.path[-1:])


def of_one_person(question: Question, passage: Passage) -> bool:
    """Whether a passage is what was decided for one, where a question asks what anybody may do."""
    decided = passage.standing is Standing.DECIDED and passage.kind == "decision"
    return decided and not question.number and not question.references and _MAY.search(question.plain) is not None


def residence(one: Seen, setting: Setting) -> float:
    """A table for the outsiders is no answer for a resident, nor the other way round; 0.0 when it tells no side."""
    if not one.passage.figures:
        return 0.0
    asked, inhabitants = setting.side, setting.inhabitants
    told = side_of(" ".join(one.passage.path[1:]), inhabitants) or _captioned(one.captions, inhabitants)
    if not told:
        return 0.0
    if told == "outsider" and asked != "outsider":
        return -OTHERS
    return -OTHERS if told == "resident" and asked == "outsider" else OWN


@lru_cache(maxsize=2_048)
def _captioned(captions: str, inhabitants: str) -> Side:
    """The side that the captions of a table tell its prices are for."""
    # "majoration de 50 % du tarif des résidents" is no tariff of theirs
    whom = _RAISED.sub("", captions)
    return side_of(whom, inhabitants) if _FOR_WHOM.search(whom) else ""


def unlike(ideas: Iterable[Idea], titles: frozenset[str]) -> float:
    """The share of the question that a passage's ``titles`` (as stems) name as another thing, easily taken for it."""
    every = list(ideas)
    total = sum(idea.weight for idea in every) or 1.0
    others = [idea for idea in every if any(set(phrase.split()) <= titles for phrase in idea.term.unlike)]
    return sum(idea.weight for idea in others) / total


def strange(ideas: Iterable[Idea], passage: Passage, reading: Reading | None, homes: str = "") -> float:
    """The share of the titles' words that the question does not say: a sign that it is another subject.

    What any table's title says, and the towns' own names (``homes``), tell nothing.
    """
    said = frozenset().union(*(idea.said for idea in ideas))
    heads = {label for f in (reading.figures if reading else ()) for label in f.row[:-1] if label[:1].isupper()}
    title = stem_set(" ".join([*passage.path[1:], *heads])) - _NEUTRAL - stem_set(homes)
    return len([one for one in title if one.isalpha() and one not in said]) / len(title) if title else UNTITLED
