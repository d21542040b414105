"""The proper names and acronyms that keep coming back in an act: what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from knowledge.outline.lines import Line
from knowledge.text import fold

MOST = 12
_NAME = re.compile(r"(?<![.!?:;\w«] )(?<!^)\b(?:[A-ZÀ-Þ]{3,}|[A-ZÀ-Þ][\w’'-]{3,})")
_TITLES = frozenset(
    "monsieur madame messieurs mesdames article chapitre annexe vu considerant conseil municipal maire ville commune "
    "mairie adjoint janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre euros france page "
    "code general collectivites territoriales deliberation convention les des dans pour par avec une sur aux".split()
)


def names_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """The names said at least three times in lines written in lower case, most frequent first, folded."""
    counts: Counter[str] = Counter()
    for line in lines:
        if line.running or line.clean.isupper():
            continue
        counts.update(name for match in _NAME.finditer(line.clean) if (name := fold(match[0])) not in _TITLES)
    return tuple(name for name, count in counts.most_common(MOST) if count >= 3)
