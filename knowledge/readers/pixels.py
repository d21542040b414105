"""Pictures as bytes, and how many dots of one are held in memory."""

from __future__ import annotations

import io
from typing import Any

MOST_PIXELS = 60_000_000


def png(image: Any) -> bytes:
    """The image as PNG bytes."""
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()
