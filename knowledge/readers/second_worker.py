"""The process of the second reader: pictures and boxes come in, the text of each box goes out.

It is run by its path, not imported, and imports nothing of the assistant: what it may break is itself alone.
A request is a line of JSON (``size`` of the picture, ``boxes``), then the picture; an answer is a line of JSON.
"""

from __future__ import annotations

import io
import json
import os
import select
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO

_IDLE = 60.0


def main() -> None:
    """Answer until the other side closes, or asks nothing for a minute."""
    _bounded(int(sys.argv[1]))
    # What the libraries print must not mix with the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    read = _reader()
    for picture, boxes in _requests(sys.stdin.buffer):
        answers.write(json.dumps(read(picture, boxes)).encode() + b"\n")
        answers.flush()


def _bounded(most: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _requests(source: BinaryIO) -> Iterator[tuple[bytes, list[list[int]]]]:
    while _comes(source) and (header := source.readline()):
        asked = json.loads(header)
        yield source.read(asked["size"]), asked["boxes"]


def _comes(source: BinaryIO) -> bool:
    """Whether something comes within a minute."""
    if os.name == "nt":  # pipes cannot be waited for there: it stays until the other side closes
        return True
    return bool(select.select([source], [], [], _IDLE)[0])


def _reader() -> Callable[[bytes, Sequence[Sequence[int]]], list[str]]:
    import numpy
    from PIL import Image
    from rapidocr import RapidOCR

    # Its models lie in its wheel: nothing is fetched.
    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    engine: Any = RapidOCR(params={"Global.log_level": "error", **threads})

    def read(picture: bytes, boxes: Sequence[Sequence[int]]) -> list[str]:
        page = Image.open(io.BytesIO(picture)).convert("RGB")
        texts = []
        for left, top, right, bottom in boxes:
            crop = numpy.asarray(page.crop((left, top, right, bottom)))[:, :, ::-1].copy()
            found = engine(crop, use_det=False, use_cls=False, use_rec=True)
            texts.append(" ".join(found.txts or ()))
        return texts

    return read


if __name__ == "__main__":
    main()
