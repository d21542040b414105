"""The flows of every commune behind one door: find the grid, ask what is missing, answer, go back, follow up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.flows import buttons, wording
from bot.flows.candidates import Candidate, rivals
from bot.flows.following import carried, change, kept
from bot.flows.held import Grids
from bot.flows.letters import BadLetter, letter
from bot.flows.reading import Reading
from bot.messages import Answer, Dialogue
from knowledge.content import Commune
from knowledge.grids import facts
from knowledge.grids.facts import BadAnswer
from knowledge.grids.outcome import outcome
from knowledge.grids.play import Play, start
from knowledge.grids.table import DecisionTable
from knowledge.grids.versions import Version

_GONE = "Cette grille n'existe plus. Reposez votre question, je la chercherai à nouveau."
_NO_ROW = "L'acte ne prévoit rien pour ce cas."


@dataclass(frozen=True)
class Step:
    """What one turn of a flow gives; ``taken`` is false when the words did not answer what was asked.

    The dialogue then stands where it stood, so that the words can be read as another question.
    """

    answer: Answer
    dialogue: Dialogue
    taken: bool = True


class Flows:
    """The walk through any grid of the content, one turn at a time."""

    def __init__(self, tables: Sequence[DecisionTable], communes: Sequence[Commune]) -> None:
        self._grids = Grids(tables, communes)

    def subjects(self, commune: str, on: date) -> list[tuple[str, str]]:
        """The (flow, title) of every grid of a commune, by title."""
        return sorted(((v.table.id, v.table.title) for v in self._grids.of(commune, on)), key=lambda pair: pair[1])

    def candidates(self, question: str, commune: str, on: date) -> list[Candidate]:
        """The grids a question is about, best first; none for a commune without grids."""
        return self._grids.candidates(question, commune, on)

    def open(self, candidate: Candidate, dialogue: Dialogue) -> Step:
        """Start the candidate's flow with what the question settled: an answer at once, or what is missing."""
        # few words may have named it: what is asked next says of what
        before = "\n".join([f"{candidate.table.title}.", *candidate.reading.refused])
        return self._show(
            candidate.version, candidate.play, dialogue, before, candidate.reading, rule_first=candidate.allowed
        )

    def which(self, found: Sequence[Candidate], question: str, dialogue: Dialogue) -> Step:
        """Ask which of several grids is meant; the question is kept, and read again in the one taken."""
        options = tuple(buttons.option(one.table.title, one.table.id, 0, buttons.OPEN) for one in found)
        answer = Answer("question", "De quoi s'agit-il ?", reason="sujet", options=options)
        return Step(answer, replace(dialogue, flow="", answers=(), question=question, options=options))

    def start(self, flow: str, dialogue: Dialogue, on: date) -> Step:
        """Start a flow from nothing, as a menu does."""
        version = self._grids.version(flow, dialogue.on or on)
        if version is None:
            return Step(Answer("unknown", _GONE, reason="missing"), dialogue, taken=False)
        return self._show(version, start(version.table), dialogue)

    def step(self, dialogue: Dialogue, on: date, text: str = "", token: str = "") -> Step:
        """One thing done inside a flow: a button taken (an old one rewinds) or an answer typed."""
        press = buttons.press(token)
        flow = self._grids.flow(press.key) if press else dialogue.flow
        version = self._grids.version(flow, dialogue.on or on)
        if version is None:
            return Step(Answer("unknown", _GONE, reason="missing"), dialogue, taken=False)
        play = start(version.table, dict(dialogue.answers) if flow == dialogue.flow else {})
        if press:
            if press.code == buttons.OPEN:
                return self._opened(version, dialogue, on)
            if press.code == buttons.LETTER:
                return self._letter(version, play, dialogue, on)
            if press.code == buttons.EVERY:
                return self._show(version, play.rewound(press.position), dialogue)
            return self._pressed(version, play, press, dialogue)
        return self._typed(version, play, text, dialogue)

    def again(self, dialogue: Dialogue, on: date, before: str = "") -> Step:
        """The flow where it stands: its question once more, or its answer."""
        version = self._grids.version(dialogue.flow, dialogue.on or on)
        if version is None:
            return Step(Answer("unknown", _GONE, reason="missing"), dialogue, taken=False)
        return self._show(version, start(version.table, dict(dialogue.answers)), dialogue, before)

    def back(self, dialogue: Dialogue, on: date) -> Step:
        """One answer back."""
        return self.again(replace(dialogue, answers=dialogue.answers[:-1]), on)

    def restart(self, dialogue: Dialogue, on: date) -> Step:
        """The same flow from its first question."""
        return self.again(replace(dialogue, answers=()), on)

    def cancel(self, dialogue: Dialogue) -> Dialogue:
        """The dialogue out of any flow."""
        return replace(dialogue, flow="", answers=(), options=())

    def follow_up(self, dialogue: Dialogue, text: str, on: date) -> Step | None:
        """The last answer with what ``text`` changes ("et le soir ?", "et s'ils étaient 3 ?"), or ``None``.

        Another grid named after "et" is opened with the answers that hold for it too.
        """
        version = self._grids.version(dialogue.flow, dialogue.on or on) if dialogue.flow else None
        town = self._grids.town(dialogue.flow)
        if version is None or town is None:
            return None
        table, before, said = version.table, dict(dialogue.answers), self._grids.said(text, town)
        terms, reading = self._grids.terms(table), self._grids.read(said, table, town)
        beside = [one.table for one in self._grids.of(town.slug, dialogue.on or on) if one.table.id != table.id]
        others = [self._grids.terms(one) for one in beside]
        changed = change(said, terms, reading, others, before)
        if changed.another:
            return self._beside(self.candidates(text, town.slug, dialogue.on or on), table, dialogue)
        if not changed.answers:
            return None
        play = start(table, kept(before, changed.answers, table))
        for name, given in changed.answers.items():
            play = play.given(name, given)
        return self._show(version, play, dialogue, " ".join(reading.refused))

    def _beside(self, found: Sequence[Candidate], former: DecisionTable, dialogue: Dialogue) -> Step | None:
        if not found or not found[0].sure or len(rivals(found)) > 1:
            return None
        best = found[0]
        play = best.play
        for name, given in carried(dict(dialogue.answers), former, best.table).items():
            play = play if name in dict(play.answers) else play.given(name, given)
        return self._show(best.version, play, dialogue, " ".join(best.reading.refused), best.reading)

    def _show(
        self,
        version: Version,
        play: Play,
        dialogue: Dialogue,
        before: str = "",
        reading: Reading | None = None,
        *,
        rule_first: bool = False,
    ) -> Step:
        result = outcome(play)
        if play.next_input() is not None:
            answer = wording.question(version, play, before, dict(reading.open) if reading else {})
        elif result is None:
            citations = (version.table.source,) if version.table.source else ()
            answer = Answer("unknown", _NO_ROW, reason="silent", citations=citations)
        else:
            answer = wording.stated(version, play, result, rule_first=rule_first)
        after = replace(
            dialogue,
            flow=version.table.id,
            answers=play.answers,
            options=answer.options,
            citations=answer.citations or dialogue.citations,
        )
        return Step(answer, after)

    def _opened(self, version: Version, dialogue: Dialogue, on: date) -> Step:
        """The grid chosen among several, opened as it would have been had the question fitted it alone."""
        town = self._grids.town(version.table.id)
        if town is None:
            return self._show(version, start(version.table), dialogue)
        found = self.candidates(dialogue.question, town.slug, dialogue.on or on)
        if chosen := next((one for one in found if one.version == version), None):
            return self.open(chosen, dialogue)
        reading = self._grids.read(self._grids.said(dialogue.question, town), version.table, town)
        play = start(version.table, dict(reading.answers))
        return self._show(version, play, dialogue, " ".join(reading.refused), reading)

    def _pressed(self, version: Version, play: Play, press: buttons.Press, dialogue: Dialogue) -> Step:
        instead = buttons.replaced(press.code)
        if instead:
            # What was supposed is changed where the flow stands; only an answer to a question rewinds to it.
            inputs = version.table.inputs
            entry, given = (inputs[instead[0]] if instead[0] < len(inputs) else None), instead[1]
        else:
            play = play.rewound(press.position)
            entry = play.next_input()
            given = entry.unknown if entry and press.code == buttons.UNKNOWN else press.code
        if entry is None or not given or facts.fact(entry, given) is None:
            return self._show(version, play, dialogue, "Ce choix n'est plus proposé.")
        return self._show(version, play.given(entry.name, given), dialogue)

    def _typed(self, version: Version, play: Play, text: str, dialogue: Dialogue) -> Step:
        entry = play.next_input()
        town = self._grids.town(version.table.id)
        if entry is None or town is None:
            return Step(self._show(version, play, dialogue).answer, dialogue, taken=False)
        try:
            return self._show(version, play.given(entry.name, facts.answer(entry, text)), dialogue)
        except BadAnswer as error:
            reading = self._grids.read(self._grids.said(text, town), version.table, town)
            if entry.name in dict(reading.answers):
                for name, given in reading.answers:
                    play = play.given(name, given)
                return self._show(version, play, dialogue, " ".join(reading.refused))
            refusal = " ".join(reading.refused) or str(error)
            return Step(wording.question(version, play, refusal, {}), dialogue, taken=False)

    def _letter(self, version: Version, play: Play, dialogue: Dialogue, on: date) -> Step:
        drafts = [rule for rule in play.rows if rule.letter]
        if not drafts or play.next_input() is not None:
            return self._show(version, play, dialogue, "Le courrier se prépare une fois la réponse donnée.")
        try:
            text = letter(version.table, play, drafts[0], on)
        except BadLetter as error:
            return Step(Answer("unknown", str(error), reason="missing"), dialogue)
        return Step(Answer("answer", text, citations=(drafts[0].source,)), dialogue)
