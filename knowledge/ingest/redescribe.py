"""Telling a held document's title, date or standing anew, without reading its file again."""

from __future__ import annotations

from knowledge.documents import Document, Metadata
from knowledge.ingest.run import missing
from knowledge.outline import outline
from knowledge.store import Held, Store


def redescribe(store: Store, document_id: str, metadata: Metadata) -> Held | None:
    """Put ``metadata`` in place of what a document held was told to be; ``None`` when it is no longer held."""
    held = store.held(document_id)
    if held is None:
        return None
    pages = tuple(page for number in range(1, held.pages + 1) if (page := store.page(document_id, number)))
    document = Document(held.id, held.file, held.digest, metadata, pages)
    cut = outline(document)
    told = {*cut.problems, *missing(held.file, held.metadata)}
    read = tuple(one for one in held.problems if one not in told)
    store.save(
        Document(held.id, held.file, held.digest, metadata, pages, (*read, *missing(held.file, metadata))),
        cut,
        held.origin,
        ingested_at=held.ingested_at,
        original=store.original(document_id),
        path=held.path,
        fingerprint=held.fingerprint,
    )
    return store.held(document_id)
