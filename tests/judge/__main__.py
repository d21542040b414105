"""``python -m tests.judge``: the tables of both halves; what failed is shown of the development half only."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.judge.layouts import LAYOUTS
from tests.judge.questions import Question, load
from tests.judge.report import failures, summary, table, totals
from tests.judge.running import Asked, ask_rendered, ask_texts
from tests.judge.variations import VARIATIONS


@dataclass(frozen=True)
class Sides:
    """What was asked of the development half, and of the half that is never looked at, by variation or layout."""

    known: Mapping[str, Sequence[Asked]]
    kept: Mapping[str, Sequence[Asked]]


def main() -> None:
    parser = ArgumentParser(description="Judge the engine on invented towns' documents.")
    parser.add_argument("--failures", action="store_true", help="print the development questions that are not right")
    parser.add_argument("--plain", action="store_true", help="texts only, as written: no variation, no layout")
    given = parser.parse_args()
    texts = texts_asked(["plain"] if given.plain else list(VARIATIONS))
    print(f"texts, development half, by kind\n{table(texts.known['plain'])}\n")
    show("texts", texts, given.failures)
    plain = {"development": texts.known["plain"], "held-out": texts.kept["plain"]}
    print(f"texts as written, shares of both halves\n{summary(plain)}\n")
    if not given.plain:
        show("rendered acts", rendered_asked(list(LAYOUTS)), given.failures)


def texts_asked(variations: Sequence[str]) -> Sides:
    """Both halves asked about the text acts, in every variation."""
    known, kept = load("dev"), load("heldout")
    asked = ask_texts([*known, *kept], variations)
    return _sides(known, variations, lambda name: [one for one in asked if one.variation == name])


def rendered_asked(layouts: Sequence[str]) -> Sides:
    """Both halves asked about the rendered acts, in every layout."""
    known, kept = load("rendered-dev"), load("rendered-heldout")
    return _sides(known, layouts, lambda name: ask_rendered([*known, *kept], name))


def show(title: str, sides: Sides, with_failures: bool) -> None:
    """Print what may be seen of both halves."""
    if with_failures:
        print("\n".join(f"{title}, {name}\n{failures(asked)}\n" for name, asked in sides.known.items()))
    print(f"{title}, development half\n{totals(sides.known)}\n")
    print(f"{title}, held-out half: totals only\n{totals(sides.kept)}\n")


def _sides(known: Sequence[Question], names: Sequence[str], asked: Callable[[str], Sequence[Asked]]) -> Sides:
    ids = {one.id for one in known}
    groups = {name: asked(name) for name in names}
    return Sides(
        {name: [one for one in group if one.question.id in ids] for name, group in groups.items()},
        {name: [one for one in group if one.question.id not in ids] for name, group in groups.items()},
    )


if __name__ == "__main__":
    main()
