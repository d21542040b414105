"""What the index costs. Usage: python benchmarks/index_speed.py [PASSAGES]  (10,000 when not said)

Passages are drawn from 20,000 invented words with the frequencies of a real language whose stop words are gone. Prints
medians: building, asking (the first time, then again), adding and replacing a document of 50 passages, correcting a
word, opening in a new process, and memory.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from index.engine import Query, Term
from index.whoosh_engine import WhooshEngine
from knowledge.documents import Document, Locator, Metadata, Outline, Page, Passage
from knowledge.store import Store

VOCABULARY = 20_000
STOP_WORDS = 50
IN_A_DOCUMENT = 50
SYLLABLES = [a + b for a in "bcdfgjlmnprstv" for b in ("a", "e", "i", "o", "u", "an", "on", "ou", "er", "ie")]
OPEN = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from index.engine import Query, Term
from index.whoosh_engine import WhooshEngine
from knowledge.store import Store
store = Store.open(Path(sys.argv[1]))
engine = WhooshEngine.open(Path(sys.argv[1]) / "index", store)
hits = engine.search(Query((Term("x", ((sys.argv[2], 1.0),)),)))
engine.correct("motinconnu")
store.passages([hit.passage for hit in hits])
print(time.perf_counter() - start)
"""


class Language:
    """Invented words, the n-th as frequent as 1 / (n + STOP_WORDS)."""

    def __init__(self, seed: int) -> None:
        """The same seed gives the same words and texts."""
        self.chance = random.Random(seed)
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            words["".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4)))] = None
        self.words = list(words)
        self.weights = [1 / (rank + STOP_WORDS) for rank in range(VOCABULARY)]

    def text(self, length: int) -> str:
        """So many words."""
        return " ".join(self.chance.choices(self.words, self.weights, k=length))

    def document(self, number: int) -> tuple[Document, Outline]:
        """A document of ``IN_A_DOCUMENT`` passages."""
        id = f"acte-{number}"
        path = (self.text(6), self.text(4))
        passages = []
        for n in range(1, IN_A_DOCUMENT + 1):
            text = self.text(self.chance.randint(30, 90))
            place = Locator(1, n, n)
            passages.append(Passage(f"{id}#{n}", id, 1, "paragraph", path, text, text, place, date=date(2030, 1, 1)))
        return Document(id, f"{id}.txt", id, Metadata(id), (Page(1, "texte", 1),)), Outline((), tuple(passages))


def timed(action: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main(total: int) -> None:
    """Build, ask, change, and print."""
    language = Language(1)
    with tempfile.TemporaryDirectory() as place:
        data = Path(place)
        store = Store.open(data)
        documents = total // IN_A_DOCUMENT
        start = time.perf_counter()
        for number in range(documents):
            store.save(*language.document(number), "town")
        print(f"store   {total / (time.perf_counter() - start):7.0f} passages/s made up and saved")
        start = time.perf_counter()
        engine = WhooshEngine.open(data / "index", store)
        print(f"build   {total / (time.perf_counter() - start):7.0f} passages/s")

        queries = []
        for _ in range(300):
            words = dict.fromkeys(language.text(8).split())
            terms = tuple(Term(word, ((word, 1.0), *((w, 0.8) for w in language.text(2).split()))) for word in words)
            queries.append(Query(terms))
        for name in ("first", "again"):
            times = sorted(timed(lambda: engine.search(query)) * 1000 for query in queries)  # noqa: B023
            print(f"query   {statistics.median(times):7.2f} ms p50  {times[285]:7.2f} ms p95  ({name} time)")

        fetch = []
        for query in queries[:50]:
            ids = [hit.passage for hit in engine.search(query)]
            start = time.perf_counter()
            store.passages(ids)
            fetch.append(time.perf_counter() - start)
        print(f"fetch   {statistics.median(fetch) * 1000:7.2f} ms for 50 passages")

        adding, replacing = [], []
        for turn in range(5):
            store.save(*language.document(documents + turn), "town")
            adding.append(timed(engine.follow))
            store.save(*language.document(turn), "town")
            replacing.append(timed(engine.follow))
        print(f"add     {statistics.median(adding):7.2f} s for {IN_A_DOCUMENT} passages, max {max(adding):.2f}")
        print(f"replace {statistics.median(replacing):7.2f} s for the same, max {max(replacing):.2f}")
        print(f"after   {timed(lambda: engine.search(queries[0])) * 1000:7.2f} ms for the first query after a change")

        load = timed(lambda: engine.correct("motinconnu"))
        typed = [
            word[:3] + language.chance.choice("aeiou") + word[4:] for word in language.words[:2000] if len(word) > 6
        ]
        print(
            f"correct {timed(lambda: [engine.correct(word) for word in typed]) / len(typed) * 1000:7.3f} ms a word"
            f" ({load * 1000:.0f} ms to load {VOCABULARY} words)"
        )

        command = [sys.executable, "-c", OPEN, place, language.words[300]]
        cold = [float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(5)]
        print(
            f"open    {statistics.median(cold):7.2f} s in a new process: imports, store, index, a query, a correction"
        )
        size = sum(file.stat().st_size for file in (data / "index").rglob("*") if file.is_file())
        print(f"disk    {size / 1e6:7.1f} MB of index")
        print(f"memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB at most in this process")
        engine.close()
        store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
