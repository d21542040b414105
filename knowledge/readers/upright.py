"""A scanned page set straight before it is read: pages go through the scanner a little askew."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

# Beyond that the page is no page laid badly but a photograph of one; below it the reading does not change.
MOST_SKEW, LEAST_SKEW = 8.0, 0.15
_WIDTH = 700
_COARSE, _FINE = 1.0, 0.1
_CLEARLY = 1.1
_WHITE = 255


def straightened(image: Any) -> Any:
    """A grey image turned by the small angle that sets its lines of text level; itself when they are."""
    angle = skew(image)
    if abs(angle) < LEAST_SKEW:
        return image
    from PIL import Image

    return image.rotate(-angle, resample=Image.Resampling.BICUBIC, fillcolor=_WHITE)


def skew(image: Any) -> float:
    """By how many degrees the lines of a page rise to the right (fall when negative), ``MOST_SKEW`` at most."""
    from PIL import ImageStat

    small = _ink(image)
    # What the shear brings in at the top and at the foot must be no edge: it is of the paper's own grey.
    paper = ImageStat.Stat(small).median[0]
    steps = int(MOST_SKEW / _COARSE)
    coarse = max((n * _COARSE for n in range(-steps, steps + 1)), key=lambda angle: _evenness(small, paper, angle))
    steps = int(_COARSE / _FINE)
    fine = max((coarse + n * _FINE for n in range(-steps, steps + 1)), key=lambda angle: _evenness(small, paper, angle))
    # A plan or a photograph has no lines of text: one angle is hardly better than another.
    return fine if _evenness(small, paper, fine) > _CLEARLY * _evenness(small, paper, 0.0) else 0.0


def _ink(image: Any) -> Any:
    """The page small, its ink white on black, without the margins that a scanner darkens."""
    from PIL import Image, ImageOps

    height = max(1, image.height * _WIDTH // max(1, image.width))
    small = ImageOps.invert(image.resize((_WIDTH, height), resample=Image.Resampling.BOX))
    across, down = _WIDTH // 25, height // 25
    small = small.crop((across, down, _WIDTH - across, height - down))
    return small.point([0 if level < 64 else level for level in range(256)])


def _evenness(ink: Any, paper: int, angle: float) -> float:
    """How sharply rows of ink and rows of paper are told apart once the page is turned back by ``angle``.

    A shear is as good as a turn for so small an angle, and the profile of the rows shows it: lines of text that lie
    level make high steps between a row and the next.
    """
    from PIL import Image

    slope = math.tan(math.radians(angle))
    level = ink.transform(
        ink.size, Image.Transform.AFFINE, (1, 0, 0, -slope, 1, slope * ink.width / 2), fillcolor=paper
    )
    rows = level.resize((1, level.height), resample=Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(rows)))
