"""What an answer is worth: right, wrong, silent or asked, and whether its proof is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.text import fold, squeeze
from tests.judge.questions import Question

READ = 700  # what a person reads of an answer, in characters
HEADLINE = 250  # what they act upon: a forbidden figure further on may be a warning
SHOWN = 3  # quotes that are seen without scrolling
OVERLAP = 0.6  # of the evidence's words that the quotes must hold

# One writing for each way of writing a sum, a share or an hour, applied in order to folded text.
WRITINGS: tuple[tuple[str, str], ...] = (
    (r"(?<=\d) (?=\d{3}(?!\d))", ""),
    (r"(?<=\d),(?=\d)", "."),
    (r"(\d+)\.00(?!\d)", r"\1"),
    (r"(\d+\.\d)0(?!\d)", r"\1"),
    (r"\s*(?:€|\beuros?\b|\beur\b)", "€"),
    (r"\s*%", "%"),
    (r"\b0?(\d{1,2})\s*h\s*(\d{2})?(?!\w)", r"\1h\2"),
)


@dataclass(frozen=True)
class Verdict:
    """``outcome`` is right, wrong, silent, asked or missing; the rest is ``None`` where it has no meaning.

    ``cited``: the quotes hold the evidence. ``paged``: one of them opens the right page of the right file.
    ``alone``: no neighbouring cell's figure stands in the headline.
    """

    outcome: str
    cited: bool | None = None
    paged: bool | None = None
    alone: bool | None = None


def verdict(question: Question, answer: Mapping[str, Any] | None) -> Verdict:
    """The verdict on one answer, as ``ask --batch`` writes it (``None``: it never came)."""
    if answer is None:
        return Verdict("missing")
    outcome = _outcome(question, answer)
    if answer.get("status") != "answer" or not question.evidence:
        return Verdict(outcome)
    citations = (answer.get("citations") or [])[:SHOWN]
    headline = normal(answer.get("answer") or "")[:HEADLINE]
    return Verdict(
        outcome,
        cited=_cited(question.evidence, citations),
        paged=any(_opens(citation, question) for citation in citations),
        alone=not any(holds(headline, figure) for figure in question.beside) if question.beside else None,
    )


def normal(text: str) -> str:
    """``text`` folded, with one writing for sums, shares and hours: ``"3,50 euros"`` gives ``"3.5€"``."""
    text = squeeze(fold(text))
    for pattern, writing in WRITINGS:
        text = re.sub(pattern, writing, text)
    return text


def holds(shown: str, alternatives: str) -> bool:
    """Whether one of the ``|`` alternatives stands in ``shown`` (already normal), whole and not within a figure."""
    return any(_stands(shown, normal(one)) for one in alternatives.split("|"))


def _stands(shown: str, wanted: str) -> bool:
    if not wanted:
        return False
    before = r"(?<![\w.,])" if wanted[0].isdigit() else r"(?<!\w)" if wanted[0].isalpha() else ""
    after = r"(?!\d|[.,]\d)" if wanted[-1].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, shown) is not None


def _outcome(question: Question, answer: Mapping[str, Any]) -> str:
    status = answer.get("status")
    if question.kind == "unanswerable":
        return {"unknown": "right", "question": "asked"}.get(str(status), "wrong")
    if status == "question":
        return "right" if question.kind == "ambiguous" else "asked"
    text = normal(answer.get("answer") or "")[:READ]
    complete = all(holds(text, part) for part in question.expect)
    good = complete and not any(holds(text[:HEADLINE], figure) for figure in question.forbid)
    if status == "unknown":
        return "right" if good and question.kind == "ocr_trap" else "silent"
    return "right" if good else "wrong"


def _cited(evidence: str, citations: Sequence[Mapping[str, Any]]) -> bool:
    wanted = _words(evidence)
    shown = {word for citation in citations for word in _words(citation.get("quote") or "")}
    return len(wanted & shown) >= OVERLAP * len(wanted)


def _opens(citation: Mapping[str, Any], question: Question) -> bool:
    return str(citation.get("file") or "").endswith(question.file) and citation.get("page") == question.page


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{2,}|\d", normal(text)))
