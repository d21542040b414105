"""Does the right passage come first? Usage: python benchmarks/index_ranking.py FOLDER QUESTIONS.jsonl

A passage is right when it holds most words of the question's evidence. Prints hit@1, hit@5 and hit@20 for the questions
as typed, without accents, with one typing error in each long word, without synonyms, and for other weights of the
headings.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index import scoring
from index.analysis import tokens
from index.engine import Query
from index.synonyms import Synonyms, expand, load_synonyms
from index.whoosh_engine import WhooshEngine
from knowledge.ingest import ingest
from knowledge.store import Store
from knowledge.text import fold, words

OVERLAP = 0.6
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main(folder: Path, questions: Path) -> None:
    """Index a folder and print the table."""
    asked = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    asked = [one for one in asked if len(words(one.get("evidence") or "")) > 3]
    synonyms, _ = load_synonyms()
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place))
        ingest([folder], store, now=datetime.now(UTC))
        engine = WhooshEngine.open(Path(place) / "index", store, synonyms.words)
        right = _right(store, asked)
        chance = random.Random(7)
        rows: list[tuple[str, Callable[[str], str], Synonyms, bool]] = [
            ("as typed", str, synonyms, True),
            ("no synonyms", str, Synonyms(), True),
            ("no accents", fold, synonyms, True),
            ("typos, corrected", lambda text: _typos(text, chance), synonyms, True),
            ("typos, not corrected", lambda text: _typos(text, chance), synonyms, False),
        ]
        print(f"{len(asked)} questions, {sum(1 for _ in store.all_passages())} passages")
        for name, change, known, correct in rows:
            _print(name, engine, asked, right, change, known, correct)
        for weight in (0.0, 0.25, 0.5, 1.0, 2.0):
            scoring.PATH_WEIGHT = weight
            engine.close()
            _print(f"headings weigh {weight}", engine, asked, right, str, synonyms, True)
        engine.close()
        store.close()


def _right(store: Store, asked: list[dict[str, Any]]) -> dict[str, set[str]]:
    held = [(one.id, set(words(one.text))) for one in store.all_passages()]
    right = {}
    for one in asked:
        wanted = set(words(one["evidence"]))
        right[one["id"]] = {id for id, has in held if len(wanted & has) >= OVERLAP * len(wanted)}
    return right


def _typos(text: str, chance: random.Random) -> str:
    changed = []
    for word in text.split():
        if len(word) > 5 and word.isalpha():
            at = chance.randrange(1, len(word) - 1)
            word = chance.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + chance.choice(LETTERS) + word[at:],
                    word[:at] + chance.choice(LETTERS) + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                )
            )
        changed.append(word)
    return " ".join(changed)


def _print(
    name: str,
    engine: WhooshEngine,
    asked: list[dict[str, Any]],
    right: dict[str, set[str]],
    change: Callable[[str], str],
    synonyms: Synonyms,
    correct: bool,
) -> None:
    ranks = []
    for one in asked:
        if not right[one["id"]]:
            continue
        typed = tokens(change(one["question"]))
        spelled = [part for word in typed for part in (engine.correct(word).split() if correct else [word])]
        hits = [hit.passage for hit in engine.search(Query(expand(spelled, synonyms)), limit=20)]
        ranks.append(next((rank for rank, hit in enumerate(hits) if hit in right[one["id"]]), 99))
    share = [sum(rank < limit for rank in ranks) / len(ranks) for limit in (1, 5, 20)]
    print(f"{name:22} hit@1 {share[0]:.3f}  hit@5 {share[1]:.3f}  hit@20 {share[2]:.3f}  of {len(ranks)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
