"""Ranking passages as answers to a question, by what they match and whether they hold what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answering import bearing, effort, measures, signals, tallies, worth
from bot.answering.counts import agreement, counts_asked
from bot.answering.demands import only_free
from bot.answering.extras import told_apart
from bot.answering.incomes import in_bracket
from bot.answering.lacking import Place, another_thing, nothing_asked
from bot.answering.matching import Idea, coverage, coverage_over, floors, stem_set, strength
from bot.answering.parts import Part, Seen, seen
from bot.answering.rows import Reading, read_row
from bot.answering.setting import Setting
from bot.answering.spans import Span
from bot.answering.topics import Topic
from bot.understanding.question import Question
from bot.understanding.wants import Want, names_only
from index.analysis import tokens
from knowledge.documents import Passage
from knowledge.text import fold, ungrouped

# What meeting an idea is worth elsewhere than in the span itself: in the titles, the same table, the line that
# introduces a list, the rest of the passage, what the act is about.
IN_PATH, IN_TABLE, IN_LEAD, ELSEWHERE, IN_TOPIC = 0.8, 0.85, 0.85, 0.55, 0.8
# The same for a word that only names the kind of thing that the span is.
IN_KIND = 0.85
# A row that does not say the weightiest word of what is asked, or a part of that phrase only, is another thing's.
HEAD_MET, HEADLESS = 0.5, 0.6
# A row of a passage that says less than this of the subject is told by what its act is about: it is chosen by chance.
OF_ITS_OWN = 0.4
# The same for the subject, which may stand anywhere in the act, and in the sentences beside the row of a table.
SUBJECT_IN_TOPIC, SUBJECT_IN_PROSE = 0.9, 0.9
LOOKED_INTO = 20
_SENTENCE_ENDS = re.compile(r"[.;]\s*$")
# Kinds of thing that a sentence tells, rather than a cell of figures.
OF_TEXT = frozenset(Want) - {Want.MONEY, Want.RATE, Want.COUNT, Want.VOTE}
UNLIKE, EVEN, RECALLED, BARE = 0.3, 0.03, 0.3, 0.1
BRACKET_BONUS, COUNT_BONUS, VALUE_PENALTY, TITLE_PENALTY = 0.1, 0.06, 0.3, 0.14
# By how much a sentence beside a table must score, or match, better than its best row to be told instead of it.
SCORES_MORE, SAYS_MORE = 0.02, 0.08


@dataclass(frozen=True)
class Candidate:
    """A passage with its best span, and how they match: ``score`` ranks, ``subject`` is the share of the subject met.

    ``near`` is the share of the whole question met in the best span or its row (``reading``), and around it at a
    smaller credit. ``lacking`` says that what is told there has not the form of what is asked, or is of another thing.
    """

    passage: Passage
    spans: tuple[Span, ...]
    best: int
    score: float
    subject: float
    near: float
    reading: Reading | None = None
    lacking: bool = False

    @property
    def span(self) -> Span:
        """The span that answers best."""
        return self.spans[self.best]

    @property
    def act(self) -> tuple[str, int]:
        """The act that it is of: its document, and its piece there."""
        return self.passage.document, self.passage.piece


def rank(
    question: Question,
    ideas: Sequence[Idea],
    passages: Iterable[Passage],
    about: Callable[[Passage], Topic],
    setting: Setting,
) -> list[Candidate]:
    """The passages as candidates, best first; ``about`` gives what the act of one is about, met at a smaller credit."""
    every = [seen(passage, about(passage)) for passage in passages if passage.text.strip()]
    # What a passage holds nowhere no part of it holds: only the most promising are looked at part by part.
    promising = sorted(every, key=lambda one: -coverage(ideas, (one.all, 1.0)))[:LOOKED_INTO]
    ranked = sorted((_candidate(question, ideas, one, setting) for one in promising), key=lambda c: -c.score)
    if len(ranked) > 1 and says_more(ranked[1], ranked[0]):
        ranked[:2] = ranked[1::-1]
    return ranked


def says_more(second: Candidate, first: Candidate) -> bool:
    """Whether the score does not choose, and ``second`` says more of the question, with the value asked if it must."""
    even = second.score > first.score - EVEN and second.near > first.near + EVEN
    return even and (first.lacking or not second.lacking)


def _candidate(question: Question, ideas: Sequence[Idea], one: Seen, setting: Setting) -> Candidate:
    passage, spans = one.passage, one.spans
    every, beside = _best_span(question, ideas, one, setting)
    place = _best_row(question, ideas, one, every, beside, setting)
    score = place.score + worth.prior(question, passage, one.about) + worth.residence(one, setting)
    lacking = nothing_asked(question, ideas, one, place, setting)
    score -= VALUE_PENALTY * lacking
    score -= TITLE_PENALTY * worth.strange(ideas, passage, place.reading, setting.homes)
    taken = worth.unlike(ideas, stem_set(" ".join(passage.path[1:])))
    score, near = score - UNLIKE * taken, place.near - UNLIKE * taken
    near -= RECALLED * worth.of_one_person(question, passage)
    formal = place.reading is None and bearing.formal(one.parts[place.best])
    if question.references and not formal and signals.referred(question, fold(one.text)):
        near = min(1.0, near + signals.REFERENCE_BONUS)
    subject = _subject_met(question, ideas, one, place)
    lacking = lacking or another_thing(question, ideas, one, place, setting)
    return Candidate(passage, spans, place.best, score, subject, near, place.reading, lacking)


def _subject_met(question: Question, ideas: Sequence[Idea], one: Seen, place: Place) -> float:
    """The share of the subject met in the passage and its act; for a row, by what speaks of it and no other row."""
    subjects = [idea for idea in ideas if idea.subject] or ideas
    elsewhere = [
        (signals.kinds(question, one.parts[place.best]), 1.0),
        (one.path, 1.0),
        (one.topic, SUBJECT_IN_TOPIC),
    ]
    if place.reading is None:
        return coverage(subjects, (one.whole, 1.0), *elsewhere)
    aside = told_apart(question)
    subjects = [idea for idea in subjects if idea.own.isdisjoint(aside)] or subjects
    labels = stem_set(" ".join(place.reading.labels))
    part = one.parts[place.best]
    # a price of a sentence is of what that sentence says, and not of what the sentences beside it do
    beside = (part.held, 1.0) if _SENTENCE_ENDS.search(part.span.clean) else (one.prose, SUBJECT_IN_PROSE)
    texts = [(labels, 1.0), (one.heads, 1.0), beside, *elsewhere]
    # whose agreement it is, its act says for all of its rows
    own = [idea for idea in subjects if not (idea.name and strength(idea, one.topic))] or subjects
    if coverage(own, *texts[:-1], (one.whole, 1.0)) < OF_ITS_OWN:
        return 0.0
    weightiest = max((idea for idea in subjects if idea.heard), key=lambda idea: idea.weight, default=subjects[0])
    met = coverage(subjects, *texts)
    return met * HEADLESS if coverage([weightiest], *texts) <= HEAD_MET else met


def _best_span(question: Question, ideas: Sequence[Idea], one: Seen, setting: Setting) -> tuple[Place, Place]:
    """The span that matches best, and the best beside the rows; its passage's words are counted at a smaller credit."""
    lead: frozenset[str] = frozenset()
    best = outside = Place(0, -1.0, 0.0)
    around = {
        row: floors(ideas, (one.path, IN_PATH), (one.whole, IN_TABLE if row else ELSEWHERE), (one.topic, IN_TOPIC))
        for row in (False, True)
    }
    titled = signals.titled(question, one.passage.path)
    for position, part in enumerate(one.parts):
        if part.span.clean.endswith(":"):
            lead = part.held
        floor = around[part.span.line in one.rows]
        near = coverage_over(ideas, floor, (part.held, 1.0), (lead, IN_LEAD), (signals.kinds(question, part), IN_KIND))
        score = near + (titled or signals.referred(question, part.folded))
        score += signals.shown(question, ideas, part, entitles=position in one.titles, homes=setting.homes)
        score += signals.named(setting, part)
        bare = _is_bare(part, one)
        score -= BARE * bare
        beside = part.span.line not in one.rows
        if score > (outside if beside else best).score:
            aside = bare or bearing.formal(part) or bearing.compares(part, setting.homes) or part.rolls
            aside = aside or bearing.not_taken(part.folded, question.plain)
            place = Place(position, score, near - RECALLED * aside)
            outside = place if beside else outside
            best = place if score > best.score else best
    return best, outside


def _is_bare(part: Part, one: Seen) -> bool:
    """Whether a part says no more than the titles above it do: it repeats them, and answers nothing."""
    return not part.figures and part.held <= one.titled


def _counts(question: Question) -> bool:
    return Want.COUNT in question.wants and not question.wants & {Want.MONEY, Want.RATE}


def _best_row(
    question: Question, ideas: Sequence[Idea], one: Seen, text: Place, beside: Place, setting: Setting
) -> Place:
    """The row of the passage's table when it says more of what is asked than the best span ``beside`` it; else that."""
    asks_a_figure = question.wants & {Want.MONEY, Want.RATE} or not question.wants & OF_TEXT
    may_be_said = Want.YES_NO in question.wants and any(figure.worded for figure in one.passage.figures)
    reading = read_row(question, ideas, one.passage, setting) if asks_a_figure or may_be_said else None
    if reading and not asks_a_figure and not all(figure.worded and not figure.empty for figure in reading.figures):
        return text  # "non délivrée" says whether one may, a price does not
    if not reading or (_counts(question) and all(figure.unit == "€" for figure in reading.figures)):
        return text  # a price counts nothing
    said = fold(ungrouped(" ".join(reading.labels)))
    labels = stem_set(said)
    asked = [idea for idea in ideas if idea.subject and not question.denied & idea.said]
    if not any(strength(idea, labels | one.path) for idea in asked):
        # a row that says nothing of the subject is chosen by chance
        part = one.parts[text.best]
        told = part.span.line not in one.rows or any(strength(idea, part.held) for idea in asked)
        return replace(text, chance=not told)
    near = coverage(ideas, (labels, 1.0), (one.path, IN_PATH), (one.whole, IN_TABLE), (one.topic, IN_TOPIC))
    priced = bool(question.wants & {Want.MONEY, Want.RATE}) or (not question.wants and names_only(question.plain))
    score = near + (signals.WANT_BONUS + signals.BESIDE_BONUS) * priced
    score += signals.NUMBER_BONUS * tallies.numbers(question, labels, tokens(said))
    captions = {label for figure in reading.figures for label in figure.row[-2:]}
    score += BRACKET_BONUS * any(in_bracket(label, value) for label in captions for value in question.sums)
    score += BRACKET_BONUS * any(
        measures.agreement(label, measures.measures_asked(question.text)) > 0
        for label in (*captions, *reading.figures[0].column)
    )
    score += COUNT_BONUS * agreement(
        " ".join(reading.figures[0].column + reading.figures[0].row), counts_asked(question.plain)
    )
    score += BRACKET_BONUS * (one.rates and effort.applies(question, one.passage))
    told = beside == text or beside.near > text.near
    told = told and (Want.MONEY not in question.wants or one.parts[beside.best].holds(Want.MONEY))
    told = told and not only_free(question.plain, one.parts[beside.best].folded)
    if told and (beside.score > score + SCORES_MORE or beside.near > near + SAYS_MORE):
        return beside
    row = reading.figures[0].line
    best = max((n for n, part in enumerate(one.parts) if part.span.line <= row), default=text.best)
    return Place(best, score, near, reading)
