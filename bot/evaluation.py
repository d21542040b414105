"""The staff's own evaluation: what each answer must hold, what was held last time, and the table that comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages import Answer
from knowledge.documents import Reading
from knowledge.errors import BadSettings
from knowledge.text import fold, squeeze

# The heads a column may bear, folded: staff write their sheet, the program adapts.
HEADS: dict[str, tuple[str, ...]] = {
    "question": ("question",),
    "commune": ("commune", "ville"),
    "expected": ("attendu", "reponse attendue", "la reponse doit contenir", "doit contenir", "reponse"),
}
NOTHING_KNOWN = ("inconnu", "ne sait pas", "je ne sais pas")


@dataclass(frozen=True)
class Expectation:
    """A row of the sheet: ``expected`` parts are all wanted; within a part, any of the ``|`` alternatives does."""

    question: str
    commune: str
    expected: tuple[tuple[str, ...], ...]

    @property
    def key(self) -> str:
        """What tells this row from the others between two runs, however the sheet is sorted."""
        return f"{fold(squeeze(self.question))} @ {fold(squeeze(self.commune))}"


@dataclass(frozen=True)
class Result:
    """A row once asked: whether the answer held what it must, what was said, and whether the last run did better."""

    expectation: Expectation
    held: bool
    said: str
    regressed: bool


def read_rows(reading: Reading, name: str) -> list[Expectation]:
    """The expectations of a sheet as the readers give it; ``BadSettings`` says what the sheet lacks."""
    # A reader shows a pipe inside a cell as a broken bar, its own pipes standing between the cells.
    lines = [line.split("|") for line in reading.pages[0].text.split("\n")]
    rows = [[squeeze(cell.replace("¦", "|")) for cell in line] for line in lines]
    head = next((number for number, row in enumerate(rows) if _column(row, HEADS["question"]) is not None), None)
    columns = {field: _column(rows[head or 0], heads) for field, heads in HEADS.items()}
    if head is None or columns["expected"] is None:
        raise BadSettings(f"{name} : il faut une ligne de titres avec les colonnes question, commune et attendu.")
    faults, expectations = [], []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        cells = {field: _cell(row, column) for field, column in columns.items()}
        if not any(cells.values()):
            continue
        if not cells["question"] or not cells["expected"]:
            faults.append(f"{name}, ligne {number} : il faut une question et ce que la réponse doit contenir.")
            continue
        expectations.append(Expectation(cells["question"], cells["commune"], _parts(cells["expected"])))
    if faults:
        raise BadSettings("\n".join(faults))
    return expectations


def judge(expectation: Expectation, answer: Answer, before: Mapping[str, bool]) -> Result:
    """Whether ``answer`` holds what the row expects; ``before`` gives, by key, what the previous run held."""
    if any(fold(one) in NOTHING_KNOWN for part in expectation.expected for one in part):
        held = answer.status == "unknown"
    else:
        said = normal(answer.text)
        every = all(any(_stands(one, said) for one in part) for part in expectation.expected)
        held = answer.status == "answer" and every
    return Result(expectation, held, squeeze(answer.text), before.get(expectation.key, False) and not held)


def table(results: Sequence[Result]) -> str:
    """The results as lines for a person, what is wrong first, regressions before the rest, then the totals."""
    ordered = sorted(results, key=lambda result: (result.held, not result.regressed))
    lines = [line for result in ordered for line in _lines(result)]
    held, regressed = sum(r.held for r in results), sum(r.regressed for r in results)
    news = f", dont {regressed} juste(s) la fois précédente" if regressed else ""
    return "\n".join([*lines, "", f"{held} sur {len(results)} justes, {len(results) - held} à revoir{news}."])


def normal(text: str) -> str:
    """``text`` folded for comparison, sums and hours written one way (``1 250,50 euros`` as ``1250.5€``)."""
    text = squeeze(fold(text))
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    text = re.sub(r"(\d\.\d*?)0+(?!\d)", r"\1", text)
    text = re.sub(r"(\d)\.(?!\d)", r"\1", text)
    text = re.sub(r"\s*(?:€|\beuros?\b)", "€", text)
    text = re.sub(r"\b(\d{1,2})\s*h(?:eures?)?\b\s*(\d{2})?\b", r"\1h\2", text)
    return re.sub(r"\s*%", "%", text)


def _stands(wanted: str, text: str) -> bool:
    """True when ``wanted`` stands in the normal ``text``, never as a piece of a longer number or word."""
    pattern = re.escape(normal(wanted))
    return bool(pattern) and re.search(rf"(?<![\w.,]){pattern}(?!\w|[.,]\d)", text) is not None


def _lines(result: Result) -> list[str]:
    mark = "juste    " if result.held else "RÉGRESSE " if result.regressed else "À REVOIR "
    commune = f" ({result.expectation.commune})" if result.expectation.commune else ""
    lines = [f"{mark} {result.expectation.question}{commune}"]
    if not result.held:
        expected = " ; ".join(" | ".join(part) for part in result.expectation.expected)
        lines += [f"          attendu : {expected}", f"          obtenu  : {result.said[:160]}"]
    return lines


def _column(heads: Sequence[str], names: tuple[str, ...]) -> int | None:
    folded = [fold(head) for head in heads]
    return next((folded.index(name) for name in names if name in folded), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _parts(text: str) -> tuple[tuple[str, ...], ...]:
    parts = (tuple(one.strip() for one in part.split("|") if one.strip()) for part in text.split(";"))
    return tuple(part for part in parts if part)
