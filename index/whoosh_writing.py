"""What is written in the Whoosh index for a passage, and the counts of words kept beside it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh.analysis import SpaceSeparatedTokenizer

from index import analysis
from index.folder import write_whole
from index.french import STOP_WORDS
from knowledge.documents import Passage

# The number is to be raised whenever the fields or the analysis change, so that older indexes are built anew; the stop
# words, which change more often, count by themselves.
VERSION = "6." + hashlib.sha256(" ".join(sorted(STOP_WORDS) + sorted(analysis.OWN_STEMS)).encode()).hexdigest()[:6]

_COUNTS = "vocabulary.json"
_MEMORY_MB = 128


def schema() -> fields.Schema:
    """The fields of the index."""
    # Stems are computed before Whoosh sees them, and given as lists; the tokenizer only satisfies the constructor.
    stems = fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False)
    return fields.Schema(
        id=fields.STORED, words=fields.STORED, document=fields.ID, number=fields.ID, text=stems, path=stems
    )


def write(whoosh: Any, dropped: Iterable[str], passages: Iterable[Passage]) -> Counter[str]:
    """Drop documents and add passages in one commit; in how many of the new passages each word stands."""
    counts: Counter[str] = Counter()
    writer = whoosh.writer(limitmb=_MEMORY_MB)
    try:
        for document in dropped:
            writer.delete_by_term("document", document)
        for passage in passages:
            path = " ".join(passage.path)
            words = {one for one in analysis.tokens(f"{path} {passage.clean}") if one.isalpha() and len(one) > 2}
            counts.update(words)
            writer.add_document(
                id=passage.id,
                words=" ".join(sorted(words)),
                document=passage.document,
                number=analysis.number_key(passage.number) or None,
                text=analysis.stems(f"{passage.clean} {passage.context}"),
                path=analysis.stems(path),
            )
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    return counts


def save_counts(build: Path, generation: int, counts: Counter[str]) -> None:
    """Keep the counts of words of a build as it is at ``generation``."""
    held = {word: count for word, count in counts.items() if count > 0}
    write_whole(build / _COUNTS, json.dumps([generation, held], ensure_ascii=False, separators=(",", ":")))


def read_counts(build: Path, generation: int) -> Counter[str] | None:
    """The counts of words of a build at ``generation``, ``None`` when they are of another or unreadable."""
    with suppress(OSError, ValueError, TypeError):
        kept, counts = json.loads((build / _COUNTS).read_text(encoding="utf-8"))
        if kept == generation:
            return Counter(counts)
    return None
