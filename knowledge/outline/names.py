"""The proper names and acronyms that keep coming back in an act: what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from knowledge.outline.lines import Line
from knowledge.text import fold, words

MOST, OPENING, PARTIES = 12, 30, 14  # names; lines where the parties of an agreement are told
_BETWEEN = re.compile(r"^\W*entre\b(?! (?:en|dans|le \d|l[ea]s? \d|\d))")
_AGREED = re.compile(r"^\W*(?:il (?:a ete|est)|ceci|article|preambule|considerant|vu|exposé|etant prealablement)\b")
_QUOTED = re.compile(r"«\s*([^»]{2,60}?)\s*»")
_NAME = re.compile(r"(?<![.!?:;\w«] )(?<!^)\b(?:[A-ZÀ-Þ]{3,}|[A-ZÀ-Þ][\w’'-]{3,})")
_TITLES = frozenset(
    "monsieur madame messieurs mesdames article chapitre annexe vu considerant conseil municipal maire ville commune "
    "mairie adjoint janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre euros france page "
    "code general collectivites territoriales deliberation convention les des dans pour par avec une sur aux".split()
)


# What an agreement says of any party.
_PARTY = frozenset(
    "apres autre part represente representee representes presente denomme denommee designe designee siege "
    "nom prestataire beneficiaire proprietaire preneur occupant entreprise association collectivite "
    "organisme parties".split()
)


def names_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """The names said three times or more in lower case lines, most frequent first, then those of parties; folded."""
    counts: Counter[str] = Counter()
    said = [line for line in lines if not line.blank]
    for line in said:
        if line.clean.isupper():
            continue
        counts.update(name for match in _NAME.finditer(line.clean) if (name := fold(match[0])) not in _TITLES)
    often = [name for name, count in counts.most_common(MOST) if count >= 3]
    return tuple(dict.fromkeys([*often, *_parties(said)]))


def _parties(lines: Sequence[Line]) -> list[str]:
    """The names between which an agreement is made: what stands in quotes or with a capital after "Entre", folded."""
    start = next((n for n, line in enumerate(lines[:OPENING]) if _BETWEEN.match(line.folded)), None)
    if start is None:
        return []
    end = next((n for n in range(start + 1, len(lines)) if _AGREED.match(lines[n].folded)), start + PARTIES)
    text = " ".join(line.clean for line in lines[start : min(end, start + PARTIES)])
    named = [*(match[1] for match in _QUOTED.finditer(text)), *(match[0] for match in _NAME.finditer(text))]
    return [name for name in dict.fromkeys(words(" ".join(named))) if len(name) > 2 and name not in _TITLES | _PARTY][
        :MOST
    ]
