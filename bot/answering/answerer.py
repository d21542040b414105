"""Answering from the documents themselves: the passage that says it, or an honest "it is not said"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.answering import composing, disputes, excerpts, misdeeds, proof, rivals, vague, working
from bot.answering.amended import amended_first, rewritten_first
from bot.answering.candidates import Candidate, rank
from bot.answering.likened import ruling
from bot.answering.matching import ideas_of
from bot.answering.overtaken import replaced_first
from bot.answering.searching import Searcher
from bot.answering.setting import Setting
from bot.answering.shelf import Shelf
from bot.answering.silence import another_year, left_blank, unnumbered
from bot.answering.spans import shortened
from bot.answering.successors import decided_first
from bot.messages import Answer
from bot.towns import Towns, is_grouping, pattern
from bot.understanding.question import Question, read, says_something
from bot.understanding.residence import asked_side, elsewhere, people, per_head
from bot.understanding.wants import Want
from bot.understanding.whose import asks_voters, tells_vote, tells_whose
from index.analysis import tokens
from index.engine import SearchEngine, Term
from knowledge.dates import french_date
from knowledge.documents import Citation
from knowledge.text import fold

# A question matched by less than this share of its words' weight is not answered: chosen so that, on two sets of
# questions written by different people, what is stated is right more than nine times in ten (docs/decisions/0007).
SUBJECT_MET, ANSWER_MET = 0.62, 0.75
MARGIN, MOST_MARGIN = 0.3, 0.6  # what standing out from the second candidate adds to being met
WORTH_READING = 0.45  # met as far as that, a passage may be read, though nothing of it is stated
STOPS_AT, CITED, FOUND_FIRST, HEADING = 300, 3, 2, 80

NOT_UNDERSTOOD = "Je n'ai pas compris la question. Dites-la avec vos mots, par exemple « prix concession 30 ans »."
NOT_HELD = "Je ne sais pas : aucun document que je détiens ne traite de cela."
NOT_SURE = "Je n'ai pas de réponse sûre. À lire peut-être : {place}."
NOT_YET = "Je ne sais pas : les actes que je détiens sur ce sujet sont postérieurs au {day}."
NOT_NUMBERED = "Je ne trouve pas {number} dans les documents que je détiens sur ce sujet."
NOT_SAID = "Ce n'est pas précisé dans le document. Le passage qui s'arrête là :"
NOT_COMPUTED = "Les documents donnent ces prix, mais pas de quoi faire ce calcul :"
WHICH = "Plusieurs tarifs correspondent à ces mots. Lequel cherchez-vous ?"


@dataclass(frozen=True)
class Found:
    """What was found: how the question was read, the passages that may answer it, best first, and for which towns.

    ``restating`` holds the documents that only restate the acts.
    """

    question: Question
    candidates: tuple[Candidate, ...]
    asked: frozenset[str] = frozenset()
    restating: frozenset[str] = frozenset()
    setting: Setting | None = None

    @cached_property
    def best(self) -> Candidate | None:
        """The first candidate, when it meets enough of the question, and stands out enough, to be stated."""
        if not self.candidates:
            return None
        first, *others = self.candidates
        # an act and what restates it say the same: neither makes the other much less sure
        restated = first.passage.document in self.restating
        alike = [one for one in others if (one.passage.document in self.restating) is restated]
        margins = [min([MOST_MARGIN, *(first.score - one.score for one in some[:1])]) for some in (others, alike)]
        margin = sum(margins) / len(margins)
        met = first.subject >= SUBJECT_MET and first.near + MARGIN * margin >= ANSWER_MET
        return first if met or any(one.vouched(self.question, self.candidates) for one in (working, misdeeds)) else None


class Answerer:
    """Answers questions from the passages held; states nothing that no passage says."""

    def __init__(self, shelf: Shelf, engine: SearchEngine, expand: Callable[[Iterable[str]], tuple[Term, ...]]) -> None:
        self._shelf, self._engine, self._expand = shelf, engine, expand
        self._searcher = Searcher(shelf, engine)

    def find(self, text: str, commune: str, towns: Towns, on: date) -> Found:
        """Understand ``text``, asked on that day, and rank the passages of the town it names, else of ``commune``."""
        self._searcher.refresh()
        text = per_head(text, people(towns.names))
        question = read(text, correct=self._engine.correct, expand=self._expand, communes=towns.names)
        if not says_something(question):
            return Found(question, ())
        asked = frozenset(question.communes)
        if commune and all(map(is_grouping, asked)):
            asked |= {commune}  # what a town settles with such a body, its own acts say, often without naming it
        passages = self._searcher.passages(question, asked)
        own = people(asked or towns.names)
        homes = {name for town in asked for name in towns.names.get(town, (fold(town),))}
        side = asked_side(question.text, own, homes)
        one_of = [town for town in question.communes if not is_grouping(town)]
        named = "|".join(pattern(name) for town in one_of for name in towns.names.get(town, ()))
        setting = Setting(on, own, side, named, " ".join(sorted(homes)))
        whom = "|".join(filter(None, [own, *tokens(elsewhere(question.text, homes))]))

        def aside(word: str) -> bool:
            return tells_whose(word, question.plain, side, whom) or tells_vote(word, question.wants)

        ideas = ideas_of(question, self._engine.rarity, aside)
        ranked = decided_first(question.plain, rank(question, ideas, passages, self._searcher.about, setting))
        return Found(question, tuple(ranked), asked, self._searcher.restating(), setting)

    def answer(self, found: Found, on: date) -> Answer:
        """The answer that the passages found allow on that day, or which kind of not answering it is."""
        if not says_something(found.question):
            return Answer("unknown", NOT_UNDERSTOOD, "missing")
        if found.best is None or vague.hardly_said(found.question, found.candidates[0]):
            return self._unsure(found, on)
        begun = [one for one in found.candidates if not self._later(one, on)]
        if not found.question.years:
            # what a later act repealed answers only who names its year
            begun.sort(key=lambda one: self._searcher.repealed(one.passage, on))
        held = found if begun == [*found.candidates] else replace(found, candidates=tuple(begun))
        if held.best is None:
            if found.candidates[0] not in begun:
                return Answer("unknown", NOT_YET.format(day=french_date(on)), "missing")
            return self._unsure(held, on)
        latest = rivals.latest_first(found.question, begun, self._day, self._searcher.modifies)
        latest = amended_first(replaced_first(found.question, latest, self._day, on))
        latest = rewritten_first(found.question, latest, self._searcher.naming, on)
        held = replace(found, candidates=latest)
        return self._refused(held) or self._told(held, on)

    def _refused(self, found: Found) -> Answer | None:
        """Why the first candidate answers nothing, though it meets the question; None when it answers."""
        question, best = found.question, found.candidates[0]
        if number := unnumbered(question, best):
            return Answer("unknown", NOT_NUMBERED.format(number=number), "missing")
        if back := vague.asked_back(question, found.candidates):
            return back
        if blank := left_blank(question, found.candidates):
            return self._silent(blank)
        if best.lacking or another_year(question, best, self._searcher.held[best.passage.document].metadata):
            return self._silent(best)
        if asks_voters(question) and not (best.passage.standing.settled or best.passage.standing.failed):
            return self._silent(best)
        if Want.MONEY in question.wants and (tied := rivals.tied(found.candidates)):
            cited = tuple(self.cite(one) for one in tied[:CITED])
            return Answer("question", WHICH, "case", options=rivals.options(tied), citations=cited)
        return None

    def _told(self, found: Found, on: date) -> Answer:
        """What the first candidate says, beside what others say of it; prices alone when a total is not computed."""
        question, best = found.question, found.candidates[0]
        if found.setting and (ruled := ruling(question, found.candidates, found.setting)):
            return Answer("answer", composing.told_ruled(ruled), citations=(self.cite(ruled.proof), self.cite(best)))
        stated = self._stated(question, found.candidates)
        body = any(is_grouping(name) for name in found.asked)
        other = disputes.otherwise(question, found.candidates, self._day, body, self._searcher.restating())
        also = None if other else rivals.beside(question, found.candidates, self._day)
        if other:
            if composing.computes(stated.text) and disputes.changed_since(best, other, self._day):
                stated = self._stated(question, found.candidates, working.Worked(proofs=(best,)))
            proven = self.cite(other)
            text = composing.told_both(stated.text, stated.citations[0], other, proven)
            stated = replace(stated, text=text, citations=(*stated.citations[:1], proven))
        elif also:
            stated = replace(stated, text=composing.told_also(stated.text, also))
        stated = replace(stated, text=composing.told_noted(question, stated.text, best))
        since = self._searcher.modified(best.passage, on)
        if since and since not in [self._searcher.about(one.passage) for one in (best, other, also) if one]:
            stated = replace(stated, text=f"{stated.text}\n{composing.told_modified(since)}")
        if not composing.computes(stated.text) and composing.uncounted(question, best):
            text = f"{NOT_COMPUTED}\n{stated.text}"
            return replace(stated, status="unknown", reason="silent", text=text, value=None, unit="")
        return stated

    def prove(self, answer: Answer, found: Found, commune: str) -> Answer:
        """A grid's ``answer`` with, before the row's own proof, the pages of the town's acts that say the same."""
        if answer.status != "answer" or not answer.citations:
            return answer
        row = proof.row_of(answer, found.question.plain)
        acts = self._searcher.acts([commune] if commune else [])
        own = [one.passage.id for one in found.candidates if one.passage.document in acts][:FOUND_FIRST]
        passages = self._searcher.saying(row.terms, acts, own)
        cited = [self.cite(candidate) for candidate in proof.acts_for(row, passages, own, self._engine.rarity)]
        return replace(answer, citations=(*cited, *answer.citations))

    def cite(self, candidate: Candidate) -> Citation:
        """The proof that a candidate is: its verbatim text, its page, its act's date and standing."""
        passage = candidate.passage
        held = self._searcher.held[passage.document]
        return Citation(
            document=passage.document,
            title=held.metadata.title or held.file,
            file=held.file,
            page=passage.locator.page,
            line=candidate.span.line,
            quote=composing.quote(candidate),
            standing=passage.standing,
            date=passage.date or held.metadata.date,
            piece=passage.path[0] if passage.path else "",
            communes=held.metadata.communes,
        )

    def _later(self, candidate: Candidate, on: date) -> bool:
        day = self._day(candidate)
        return day is not None and day > on

    def _day(self, candidate: Candidate) -> date | None:
        return candidate.passage.date or self._searcher.held[candidate.passage.document].metadata.date

    def _unsure(self, found: Found, on: date) -> Answer:
        """No answer, and where a person may look when a passage meets half of the question; no figure of it is told."""
        first = next((one for one in found.candidates[:1] if not self._later(one, on)), None)
        if first is None or min(first.subject, first.near) < WORTH_READING:
            return Answer("unknown", NOT_HELD, "missing")
        cited = self.cite(first)
        title = first.passage.path[-1] if first.passage.path else ""
        named = f", « {shortened(title, HEADING)} »" if title and "€" not in title else ""
        place = f"{cited.title}, page {cited.page}{named}"
        return Answer("unknown", NOT_SURE.format(place=place), "missing", citations=(cited,))

    def _silent(self, stops: Candidate) -> Answer:
        text = f"{NOT_SAID} « {shortened(stops.span.clean, STOPS_AT)} »"
        return Answer("unknown", text, "silent", citations=(self.cite(stops),))

    def _stated(
        self, question: Question, candidates: Sequence[Candidate], done: working.Worked | None = None
    ) -> Answer:
        best = candidates[0]
        passage, reading = best.passage, best.reading
        lead = ""
        if Want.VOTE in question.wants or passage.standing.failed:
            pieces = self._shelf.pieces(passage.document)
            lead = composing.told_standing(passage, next((p for p in pieces if p.ordinal == passage.piece), None))
        done = done or working.worked(question, candidates)
        if done.whole:
            told = "\n".join([done.done, *done.lines])
        elif reading:
            told = composing.told_by_table(best, reading, done)
        else:
            told = excerpts.told_by_text(question, best, done.done)
        sure = reading is not None and reading.sure
        return Answer(
            "answer",
            f"{lead}\n{told}".strip(),
            value=reading.figures[0].value if reading and sure else None,
            unit=reading.figures[0].unit if reading and sure else "",
            citations=tuple(self.cite(one) for one in done.proofs),
        )
