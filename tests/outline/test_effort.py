"""How long a text may take to be outlined: no kind of lines costs more for standing among many others."""

from __future__ import annotations

import time
from itertools import cycle

import pytest

from tests.outline.cutting import cut

# On a slow machine each takes a second; the same lines, each looked at with all the others, took ten and more.
SECONDS = 5.0
_BOATS = cycle(["canot", "yole", "barque", "pédalo", "voilier"])


def _repeated(times: int, *lines: str) -> str:
    return "\n".join(line.format(n=n, boat=next(_BOATS)) for n in range(times) for line in lines)


TEXTS = {
    "blank lines": "le canot" + "\n" * 1500 + "le quai",
    "a hyphen above blank lines": "le canot-" + "\n" * 1500 + "9 quais",
    "white space": ("a" + " " * 50_000 + "b\n") * 3,
    "votes without an end": _repeated(6000, "la {boat} {n} est adoptée à l'unanimité"),
    "annexes of one number": _repeated(
        1500, "DÉLIBÉRATION N° 2031-{n}", "Tarifs du canal", "ANNEXE 1 : TARIFS", "La {boat}."
    ),
    "round sums": _repeated(2000, "Prêt {boat} {n}00 € 150 €", "Autre {boat} de la ville"),
    "acts in one sentence": _repeated(3000, "la délibération n° {n} et la ligne de la {boat}"),
    "openings without acts": "1 - Tarifs du canal\n2 - Tarifs du quai\n"
    + _repeated(3000, "Le conseil dit que tout est bien ainsi pour la {boat}.", "{n} - Tarifs du canal et du quai"),
    "a row that never ends": "Canot              12 €            14 €\n" + _repeated(3000, " " * 19 + "de la {boat}"),
    "tables of words": _repeated(
        1000, *["{boat:<30}     rame     pagaie"] * 3, "Les barques du canal sont louées au quai."
    ),
    "a table over many pages": _repeated(3000, "{boat} {n:<30}   12,00 €      14,50 €"),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_takes_no_longer_than_its_length(kind: str) -> None:
    started = time.process_time()
    cut(TEXTS[kind])
    assert time.process_time() - started < SECONDS
