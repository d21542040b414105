"""The act itself beside a grid's row: the page of the town's own file that says the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answering.answerer import Found
from bot.answering.candidates import Candidate
from bot.answering.matching import stem_set
from bot.messages import Answer
from knowledge.documents import Citation
from knowledge.figures import amounts

SHOWN, LOOKED_AT, ALIKE = 3, 25, 0.34


def with_acts(answer: Answer, found: Found, cite: Callable[[Candidate], Citation]) -> Answer:
    """``answer`` with, after the row's own proof, the passages held that say the same: same figures, or same words."""
    if answer.status == "question" or not answer.citations:
        return answer
    proven = {citation.document for citation in answer.citations}
    said = stem_set(answer.text + " " + " ".join(citation.quote for citation in answer.citations))
    figures = {amount.value for citation in answer.citations for amount in amounts(citation.quote) if amount.unit}
    acts: list[Citation] = []
    for candidate in found.candidates[:LOOKED_AT]:
        if candidate.passage.document in proven or len(acts) >= SHOWN - 1:
            continue
        if _agrees(candidate, figures, said):
            acts.append(cite(candidate))
    return replace(answer, citations=(*acts, *answer.citations)[: max(SHOWN, len(answer.citations))])


def _agrees(candidate: Candidate, figures: set[object], said: frozenset[str]) -> bool:
    """Whether a passage holds the row's figures, or most of what it says in words, or is the best match itself."""
    passage = candidate.passage
    held = {amount.value for amount in amounts(re.sub(r"\n+", " ", passage.clean)) if amount.unit}
    held |= {figure.value for figure in passage.figures if figure.value is not None}
    if figures:
        return len(figures & held) >= max(1, (len(figures) + 1) // 2)
    words = {stem for stem in stem_set(passage.clean) if stem.isalpha()}
    return bool(words) and len(words & said) / len(words) >= ALIKE
