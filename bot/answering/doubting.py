"""What is to be verified on the page before it is told to a family, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answering.spans import Span
from knowledge.documents import Passage
from knowledge.figures import amounts

CHECK, TO_CHECK = " (à vérifier)", "À vérifier sur la page :"


def doubts(passage: Passage, spans: Sequence[Span]) -> tuple[str, ...]:
    """Why the sums that some spans of a scan state are not sure: each reason once, none where no sum is stated."""
    reasons: dict[str, None] = {}
    for span in spans if passage.doubts else ():
        last = span.line + span.text.count("\n")
        printed = [amount.printed for amount in amounts(span.clean) if amount.unit or amount.decimals == 2]
        about = (doubt for doubt in passage.doubts if span.line <= doubt.line <= last)
        reasons.update((doubt.reason, None) for doubt in about if any(doubt.concerns(one) for one in printed))
    return tuple(reasons)


def to_check(doubts: Iterable[str]) -> list[str]:
    """What must be verified on the page, in one sentence, or nothing."""
    reasons = [reason for reason in dict.fromkeys(doubts) if reason]
    return [f"{TO_CHECK} {' ; '.join(reasons)}."] if reasons else []
