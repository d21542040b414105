"""The judge's tables: how many right, wrong, silent, asked, and how well proved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.judge.running import Asked

OUTCOMES = ("right", "wrong", "silent", "asked", "missing")
UNANSWERABLE = "unanswerable"
FIGURES = frozenset({"price", "computation", "versioning", "dotation", "budget"})  # mostly a table's cell
RULES = frozenset({"contract", "charter", "sanction", "deadline", "enrolment", "contact"})  # mostly a sentence
SUMMED = ("figures from tables right", "rules right", "unanswerable refused", "over-refusal", "wrong")


@dataclass(frozen=True)
class Total:
    """Counts over some questions; the shares are of the questions they have a meaning for (1.0 when there are none)."""

    count: int
    outcomes: Counter[str]
    cited: float
    paged: float
    alone: float

    def share(self, outcome: str) -> float:
        """The share of one outcome among all questions counted."""
        return self.outcomes[outcome] / self.count if self.count else 0.0


def total(asked: Sequence[Asked]) -> Total:
    """The total over ``asked``."""
    verdicts = [one.verdict for one in asked]
    return Total(
        len(verdicts),
        Counter(one.outcome for one in verdicts),
        _share(one.cited for one in verdicts),
        _share(one.paged for one in verdicts),
        _share(one.alone for one in verdicts if one.outcome == "right"),
    )


def table(asked: Sequence[Asked]) -> str:
    """One line a kind, the whole below."""
    kinds: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        kinds[one.question.kind].append(one)
    rows = [_row(kind, total(kinds[kind])) for kind in sorted(kinds)]
    return "\n".join([HEAD, *rows, _row("all", total(asked))])


def totals(groups: Mapping[str, Sequence[Asked]]) -> str:
    """One line a group: what may be told of questions that nobody working on the engine should see."""
    return "\n".join([HEAD, *(_row(name, total(asked)) for name, asked in groups.items())])


def summary(groups: Mapping[str, Sequence[Asked]]) -> str:
    """What the halves come to, a column a group: what is got right, what is refused rightly or not, what misleads."""
    columns = [_summed(asked) for asked in groups.values()]
    rows = [f"{name:28}" + "".join(f"{column[name]:>12.3f}" for column in columns) for name in SUMMED]
    return "\n".join([f"{'':28}" + "".join(f"{name:>12}" for name in groups), *rows])


def failures(asked: Iterable[Asked]) -> str:
    """Every question that did not come out right, with what was expected and what was said."""
    lines = []
    for one in asked:
        if one.verdict.outcome != "right":
            said = " ".join(str((one.answer or {}).get("answer") or "-").split())[:200]
            lines.append(f"{one.verdict.outcome:8}{one.question.id} [{one.question.commune}] {one.typed}")
            expected = list(one.question.expect) or "no answer"
            lines.append(f"        expected {expected}; forbidden {list(one.question.forbid)}")
            lines.append(f"        said {said}")
    return "\n".join(lines)


HEAD = f"{'':22}{'n':>5}" + "".join(f"{name:>9}" for name in (*OUTCOMES, "cited", "paged", "alone"))


def _summed(asked: Sequence[Asked]) -> dict[str, float]:
    answerable = [one for one in asked if one.question.kind != UNANSWERABLE]
    shares = (
        total([one for one in asked if one.question.kind in FIGURES]).share("right"),
        total([one for one in asked if one.question.kind in RULES]).share("right"),
        total([one for one in asked if one.question.kind == UNANSWERABLE]).share("right"),
        total(answerable).share("silent"),
        total(asked).share("wrong"),
    )
    return dict(zip(SUMMED, shares, strict=True))


def _row(name: str, one: Total) -> str:
    counts = "".join(f"{one.outcomes[outcome]:>9}" for outcome in OUTCOMES[1:])
    shares = "".join(f"{share:>9.3f}" for share in (one.cited, one.paged, one.alone))
    return f"{name:22}{one.count:>5}{one.share('right'):>9.3f}{counts}{shares}"


def _share(values: Iterable[bool | None]) -> float:
    told = [value for value in values if value is not None]
    return sum(told) / len(told) if told else 1.0
