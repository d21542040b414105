import pytest

from bot.answering.candidates import Candidate
from bot.answering.grants import granted
from bot.answering.spans import spans_of
from bot.understanding.question import read
from knowledge.documents import Doubt, Locator, Passage
from tests.answering.office import expand

PARTS = {
    "GILETS": "Une dotation de 5 € par rameur est versée.",
    "PETITES RAMES": "Soit 3 € par rameur débutant.",
    "REMORQUES": "Une dotation par club (soit 120 € par club).",
    "BOUÉES": "Elles sont prêtées.",
}


def part(title: str, text: str, *doubts: Doubt) -> Candidate:
    passage = Passage(f"a#{title}", "a", 0, "text", ("Canal", title), text, text, Locator(1, 1, 9), doubts=doubts)
    return Candidate(passage, tuple(spans_of(passage)), 0, 1.0, 1.0, 1.0)


EVERY = [part(title, text) for title, text in PARTS.items()]


def told(question: str, *candidates: Candidate) -> str:
    found = granted(read(question, correct=lambda word: word, expand=expand, communes={}), candidates)
    return found.text if found else ""


def test_each_part_named_is_computed_by_its_own_unit_then_added() -> None:
    assert told("2 clubs de 40 rameurs dont 15 débutants : gilets + rames + remorques", *EVERY).split("\n") == [
        "200 € + 45 € + 240 € = 485 €",
        "- GILETS : 40 × 5 € = 200 €",
        "- PETITES RAMES : 15 × 3 € = 45 €",
        "- REMORQUES : 2 × 120 € = 240 €",
    ]


def test_every_part_is_a_proof() -> None:
    question = read("40 rameurs et 2 clubs, gilets et remorques", correct=str, expand=expand, communes={})
    found = granted(question, EVERY)
    assert found is not None and [one.passage.path[-1] for one in found.proofs] == ["GILETS", "REMORQUES"]


@pytest.mark.parametrize(
    "question",
    [
        "gilets pour 40 rameurs",
        "gilets + ancres pour 40 rameurs et 2 clubs",
        "gilets, bouées et remorques pour 40 rameurs et 2 clubs",
        "gilets et petites rames pour 40 rameurs",
        "gilets et remorques pour 40 rameurs",
    ],
)
def test_a_part_that_cannot_be_computed_leaves_no_total(question: str) -> None:
    assert told(question, *EVERY) == ""


def test_a_doubt_leaves_no_total() -> None:
    doubtful = part("REMORQUES", PARTS["REMORQUES"], Doubt(1, "120 €", "mal lu"))
    assert told("gilets et remorques pour 40 rameurs et 2 clubs", EVERY[0], doubtful) == ""
