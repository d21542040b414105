"""The store: every document held, its pages, pieces and passages, in one SQLite file beside the originals."""

from knowledge.store.rows import CONTENT, TOWN, Held
from knowledge.store.store import Store

__all__ = ["CONTENT", "TOWN", "Held", "Store"]
