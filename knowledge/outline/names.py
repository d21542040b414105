"""The names that keep coming back in an act, and the words said all along it: what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from knowledge.documents import Passage
from knowledge.lexicon import lexicon
from knowledge.outline.lines import Line
from knowledge.text import fold, words

LETTERHEAD, LONGEST_LINE = 6, 80
MOST, OPENING, PARTIES = 12, 30, 14  # names; lines where the parties of an agreement are told
_WITHIN = re.compile(r"^\W*(?:article|art\.)\s|\d\s*(?:€|euros?\b)")  # the act itself has begun
_BETWEEN = re.compile(r"^\W*entre\b(?! (?:en|dans|le \d|l[ea]s? \d|\d))")
_AGREED = re.compile(r"^\W*(?:il (?:a ete|est)|ceci|article|preambule|considerant|vu|exposé|etant prealablement)\b")
_QUOTED = re.compile(r"«\s*([^»]{2,60}?)\s*»")
# A word said all along an act: in that share of its passages, that many times, where it has as many passages.
ALL_ALONG, SAID, LONG, MOST_WORDS = 0.3, 5, 4, 6
PRICED = 0.25  # with more tables than that among its passages, an act is about many things
EVERYDAY = 20_000  # as frequent as that in films, a word tells no act apart
_WORD = re.compile(r"[a-z]{4,}")
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


def letterhead_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """The words of the short lines that open a document of one act, folded: what it is about, above its title."""
    said = [line.clean for line in lines if not line.blank][:LETTERHEAD]
    opening = [text for text in takewhile(_is_letterhead, said) if len(text) <= LONGEST_LINE and not text.endswith(".")]
    told = (word for text in opening for word in words(text) if len(word) > LONG and word.isalpha())
    return tuple(word for word in dict.fromkeys(told) if word not in _TITLES | _PARTY)[:MOST]


def _is_letterhead(text: str) -> bool:
    return _WITHIN.search(fold(text)) is None


def words_of(passages: Sequence[Passage]) -> tuple[str, ...]:
    """The words said all along an act, most frequent first, folded: what it is about, though no title says so.

    None for a short act, nor for one of many tables, such as a list of prices: each passage has its own subject.
    """
    tables = sum(passage.kind == "table" for passage in passages)
    if len(passages) < LONG or tables > PRICED * len(passages):
        return ()
    counts: Counter[str] = Counter()
    where: Counter[str] = Counter()
    for passage in passages:
        said = [word.removesuffix("s") for word in _WORD.findall(fold(passage.clean)) if word not in _TITLES]
        counts.update(said)
        where.update(set(said))
    told = (word for word, count in counts.most_common() if count >= SAID and where[word] >= ALL_ALONG * len(passages))
    return tuple([word for word in told if _tells(word)][:MOST_WORDS])


def _tells(word: str) -> bool:
    every = lexicon()
    return max(every.get(word, 0), every.get(f"{word}s", 0)) < EVERYDAY and word not in _TITLES
