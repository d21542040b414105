"""Running heads and feet that only their number tells apart, in a text whose pages were not told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from knowledge.documents import Page
from knowledge.text import fold

_FOOT = re.compile(
    r"(?P<base>\S.*?)(?:\s*[-–—|]\s+|\s+)(?P<word>(?:page|feuillet|folio|p\.)\s*)?(?P<number>\d{1,3})"
    r"(?:\s*(?:/|sur)\s*\d{1,3})?\W*",
    re.IGNORECASE,
)
# What a number that counts acts, parts or places follows, and never that of a page.
_COUNTS = re.compile(
    r"(?:\bn\W{0,2}|numero|[:(]|\b(?:article|chapitre|titre|partie|section|lot|zone|tranche|rapport|point|annexe|op(?:e"
    r"ration)?|classe|groupe|phase|salle))\s*$"
)
_ACT = re.compile(r"\W*(?:(?:projet de )?deliberation|decision|article|art\.|annexe|rapport|question|objet)\b")
LEAST_LETTERS, LEAST_APART, FIRST, MOST_LOST = 12, 15, 4, 3


def feet_of(pages: Sequence[Page]) -> frozenset[int]:
    """The numbers of the lines that say the same but for a number at their end, which goes up, far from one another."""
    met: defaultdict[str, list[tuple[int, int, bool]]] = defaultdict(list)
    for page in pages:
        for number, text in enumerate(page.text.split("\n"), page.first_line):
            if text.rstrip(" -–—|")[-1:].isdigit() and (match := _FOOT.fullmatch(text.strip())):
                base = fold(match["base"]).strip(" -–—|.")
                if "€" not in base and not _COUNTS.search(base) and not _ACT.match(base):
                    met["".join(base.split())].append((number, int(match["number"]), bool(match["word"])))
    return frozenset(number for base, lines in met.items() if _is_foot(base, lines) for number, _, _ in lines)


def _is_foot(base: str, lines: Sequence[tuple[int, int, bool]]) -> bool:
    """Whether lines of one text count pages: from the first ones on, none or few lost, and no two near each other."""
    steps = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(lines)]
    if len(lines) < 2 or lines[0][1] > FIRST or not all(apart >= LEAST_APART for apart, _ in steps):
        return False
    told = all(word for _, _, word in lines)
    return len(re.findall(r"[a-z]", base)) >= LEAST_LETTERS and all(
        1 <= step <= (MOST_LOST if told or len(lines) > 2 else 1) for _, step in steps
    )
