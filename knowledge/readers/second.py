"""A second reader for the figures of scans: RapidOCR, in a process of its own that is stopped when it is too long."""

from __future__ import annotations

import atexit
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from knowledge.readers.limits import DEFAULT, Limits
from knowledge.readers.ocr import Box

COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("second_worker.py")))

log = logging.getLogger(__name__)
_lock = threading.Lock()
_running: list[subprocess.Popen[bytes]] = []


def available() -> bool:
    """Whether the optional second reader is installed (``pip install vademecum[scans]``)."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def reread(picture: bytes, boxes: Sequence[Box], limits: Limits = DEFAULT) -> list[str] | None:
    """What stands in each box of a picture (PNG); ``None`` when there is no second reader, or it failed.

    A page that it cannot read within the limits ends its process; the next page starts another.
    """
    if not boxes:
        return []
    if not available():
        return None
    with _lock:
        process = _started(limits)
        # Killed, it closes its output: the reading below ends and says nothing.
        watch = threading.Timer(limits.ocr_seconds, process.kill)
        watch.start()
        try:
            return _asked(process, picture, boxes)
        except (OSError, ValueError) as fault:
            log.warning("second reader failed: %s", type(fault).__name__)
            stop()
            return None
        finally:
            watch.cancel()


def stop() -> None:
    """End the process of the second reader, if it runs."""
    while _running:
        process = _running.pop()
        process.kill()
        process.communicate()


def _started(limits: Limits) -> subprocess.Popen[bytes]:
    """The process, alive: it leaves by itself when nothing is asked of it for a while."""
    if _running and _running[0].poll() is not None:
        stop()
    if not _running:
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        _running.append(
            subprocess.Popen(
                [*COMMAND, str(limits.ocr_bytes)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        )
    return _running[0]


def _asked(process: subprocess.Popen[bytes], picture: bytes, boxes: Sequence[Box]) -> list[str]:
    assert process.stdin is not None and process.stdout is not None
    header = json.dumps({"size": len(picture), "boxes": [list(box) for box in boxes]})
    process.stdin.write(header.encode() + b"\n" + picture)
    process.stdin.flush()
    texts = json.loads(process.stdout.readline())
    if not isinstance(texts, list) or len(texts) != len(boxes):
        raise ValueError("a text for each box was expected")
    return [str(text) for text in texts]


atexit.register(stop)
