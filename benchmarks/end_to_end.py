"""The whole way, each step in a process of its own: ``python benchmarks/end_to_end.py [FOLDER] [QUESTIONS.jsonl]``.

Prints medians over several runs: reading a folder in, a cold ``ask`` (process start to answer), a warm answer, and the
most memory any of these processes took. Without arguments: the shared documents where they are, else the judge's own.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
JUDGE = ROOT / "tests" / "judge"
RUNS = 5
QUESTION = "prix d'une concession au cimetière"


def vademecum(data: str, content: str, *words: str) -> tuple[float, str]:
    """Run one command; how long it took in seconds, and what it wrote."""
    command = [sys.executable, "-m", "bot", "--data", data, "--content", content, *words]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(words)} : exit code {done.returncode}")
    return time.perf_counter() - start, done.stdout


def measure(content: str, folder: Path, questions: Path) -> None:
    """Print the figures for one content, on one folder of documents."""
    reading = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as data:
            reading.append(vademecum(data, content, "ingest", str(folder))[0])
    with tempfile.TemporaryDirectory() as data:
        vademecum(data, content, "ingest", str(folder))
        cold = [vademecum(data, content, "ask", QUESTION)[0] for _ in range(RUNS)]
        _, answers = vademecum(data, content, "ask", "--json", "--batch", str(questions))
    warm = sorted([json.loads(line)["elapsed_ms"] for line in answers.splitlines()][1:])  # the first one is not warm
    p95 = warm[int(len(warm) * 0.95) - 1]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"content {content}: {folder.name}, {len(warm) + 1} questions, medians of {RUNS} runs")
    print(f"  ingest       {statistics.median(reading):8.2f} s")
    print(f"  cold ask     {statistics.median(cold):8.2f} s")
    print(f"  warm answer  {statistics.median(warm):8.1f} ms   p95 {p95:.1f} ms")
    print(f"  peak memory  {memory:8.0f} MB")


if __name__ == "__main__":
    shared = (SHARED / "corpus").is_dir()
    folder = SHARED / "corpus" if shared else JUDGE / "documents"
    questions = SHARED / "eval" / "dev.jsonl" if shared else JUDGE / "dev.jsonl"
    given = [Path(os.path.abspath(word)) for word in sys.argv[1:3]]
    folder, questions = (*given, *(folder, questions)[len(given) :])
    for content in ("none", "demo"):
        measure(content, folder, questions)
