"""``python -m tests.judge``: the tables of both halves; failures of the development half with ``--failures``."""

from __future__ import annotations

from argparse import ArgumentParser

from tests.judge.questions import load
from tests.judge.report import failures, table, totals
from tests.judge.running import ask_all
from tests.judge.variations import VARIATIONS


def main() -> None:
    parser = ArgumentParser(description="Judge the engine on invented towns' documents.")
    parser.add_argument("--failures", action="store_true", help="print the development questions that are not right")
    parser.add_argument("--plain", action="store_true", help="only the questions as written, without variations")
    given = parser.parse_args()
    names = ["plain"] if given.plain else list(VARIATIONS)
    development, heldout = load("dev"), load("heldout")
    asked = ask_all([*development, *heldout], names)
    seen = {question.id for question in development}
    groups = {name: [one for one in asked if one.variation == name] for name in names}
    known = {name: [one for one in group if one.question.id in seen] for name, group in groups.items()}
    kept = {name: [one for one in group if one.question.id not in seen] for name, group in groups.items()}
    if given.failures:
        print(failures(known["plain"]), end="\n\n")
    print(f"development half, by kind\n{table(known['plain'])}\n")
    print(f"development half, as typed\n{totals(known)}\n")
    print(f"held-out half, totals only\n{totals(kept)}")


if __name__ == "__main__":
    main()
