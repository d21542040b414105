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


def doubtful(passage: Passage, spans: Sequence[Span]) -> bool:
    """Whether a sum that some spans of a passage state is not sure: nothing is computed from it."""
    lines = {line for span in spans for line in range(span.line, span.line + span.text.count("\n") + 1)}
    return bool(doubts(passage, spans)) or any(one.doubt for one in passage.figures if one.line in lines)


def misread(passage: Passage, span: Span, printed: str) -> bool:
    """Whether a scan leaves a doubt about a number that a span prints, be it no sum: an hour, a size."""
    last = span.line + span.text.count("\n")
    return any(span.line <= one.line <= last and one.concerns(printed) for one in passage.doubts)


def to_check(doubts: Iterable[str]) -> list[str]:
    """What must be verified on the page, in one sentence, or nothing."""
    reasons = [reason for reason in dict.fromkeys(doubts) if reason]
    return [f"{TO_CHECK} {' ; '.join(reasons)}."] if reasons else []
