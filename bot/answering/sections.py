"""Which candidates stand under the same titles of one document: what is said beside a table is said of its prices."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.candidates import Candidate


def beside(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of the section of the first one, itself among them, in their order."""
    first = candidates[0].passage
    return [one for one in candidates if (one.passage.document, one.passage.path) == (first.document, first.path)]
