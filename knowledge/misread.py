"""Words that OCR spelt as no French word is, put back: ``rnunicipal``, ``mi1le``, ``CONSElL``, ``contréle``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from knowledge.lexicon import is_spelled, lexicon
from knowledge.text import fold


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((pair.split(">")[0], pair.split(">")[1]) for pair in text.split())


# What is read, and what was printed. Most alike first: a later kind is tried when an earlier one explains nothing.
_ALIKE = _pairs(
    "rn>m m>rn vv>w 1>l 1>i 0>o 6>ô 5>s l>i i>l q>o cl>d eé>é éé>é ée>é ée>è éee>ée é>ô d>ô b>ô"
    " li>û ii>û fi>û i>û gu>qu qgu>qu g>q g>ç"
)
_SOMEWHAT = _pairs("d>cl d>â f>î d>û l>û g>ô g>û oé>ô bé>ô dé>ô od>ô ni>rvi y>v ee>oe ce>oe")
# Confused on the worst scans only: the word must be long, common, and the only one that it could be.
_HARDLY = _pairs("c>e e>c h>b b>h f>t t>f n>u u>n ii>n ii>u in>m ni>m o>c c>o")
_MARKED = re.compile(r"[âîôûç]")
# An address or the name of a file is no word: "contact@rnairie.fr".
_TOKEN = re.compile(r"(?<![\w@./])[^\W_]{4,25}(?!\w|[-.\w]{0,40}@|[./]\w)")
_WORDLIKE = re.compile(r"0?[^\W\d_]+(?:\d[^\W\d_]+)*1?")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]*(?:[A-ZÀ-Þ]l|l[A-ZÀ-Þ])[A-ZÀ-Þl]*")
# Lone letters are words, or list items.
_PIECE = re.compile(r"(?<![\w@./-])(?:[^\W\d_]{2,14}|(?<= )s)(?![\w'’@/-]|\.\w)")
_PLURAL = 3  # letters of a word from which its "s" may be cut
_ELIDED = re.compile(r"([lIdns])((?=[aeiouyhàâéèêîôû]).{4,})")
_HARDLY_SAID = 20
_COMMON, _SAID, _LONG, _VERY_LONG, _ALONE = 300, 100, 6, 8, 10
_MOST_DIGITS, _SHORTEST, _LONGEST = 2, 4, 25
_HELD = 100_000


def looked_at(text: str) -> frozenset[str]:
    """The words of ``text`` that may have been misread."""
    return frozenset(_TOKEN.findall(text))


def _put_together(text: str) -> str:
    """``text`` with the words cut in two put together where a piece is no word: ``nove mbre``, ``fonct ions``.

    A piece that goes with what stands on either side goes with the one that is no word either.
    """
    pieces = list(_PIECE.finditer(text))
    odd = {piece.start() for piece in pieces if _is_piece(piece[0])}
    if not odd:  # most texts
        return text
    found: list[tuple[bool, int, int, int]] = []
    for head, tail in pairwise(pieces):
        start, end = head.start(), tail.start()
        if not (start in odd or end in odd) or end != head.end() + 1 or text[end - 1] != " " or tail[0][0].isupper():
            continue
        if (len(tail[0]) > 1 or len(head[0]) > _PLURAL) and lexicon().get(fold(head[0] + tail[0]), 0) >= _SAID:
            found.append((not (start in odd and end in odd), start, end, head.end()))
    cuts: set[int] = set()
    used: set[int] = set()
    for _, start, end, cut in sorted(found):
        if not used & {start, end}:
            used |= {start, end}
            cuts.add(cut)
    return "".join(char for at, char in enumerate(text) if at not in cuts) if cuts else text


@lru_cache(_HELD)
def _is_piece(token: str) -> bool:
    rare = lexicon().get(fold(token), 0) < _HARDLY_SAID and not is_spelled(token)
    return (rare and not token.isupper()) or token.lower() == "qu"


def mended(text: str, known: frozenset[str] = frozenset()) -> str:
    """``text`` with each misread word as it must have been printed; lines, figures, names and codes stay.

    Words ``known`` to be right are not looked up.
    """
    text = _put_together(text)
    wrong = {token: right for token in looked_at(text) - known if (right := word(token)) != token}
    return _TOKEN.sub(lambda match: wrong.get(match[0], match[0]), text) if wrong else text


def is_french(token: str) -> bool:
    """Whether French has the word, or one of which it is the plural or the feminine."""
    folded, french = fold(token), lexicon()
    if folded in french:
        return True
    ends = ("s", "e", "es")
    return not folded.endswith(("eee", "eees")) and any(
        folded.endswith(end) and folded[: -len(end)] in french for end in ends if len(folded) - len(end) >= _SHORTEST
    )


@lru_cache(_HELD)
def word(token: str) -> str:
    """One word (letters and digits) as it must have been printed; itself when French has it, or when nothing is sure.

    A word with a capital may be a name: unless it is long, it becomes a common word or none. A short word in capitals
    is an acronym.
    """
    if len(token) > _LONGEST or not _WORDLIKE.fullmatch(token) or is_french(token):
        return token
    if sum(one.isdigit() for one in token) > _MOST_DIGITS:
        return token
    if _CAPITALS.fullmatch(token) and sum(one.isupper() for one in token) > 1:
        return _in_capitals(token)
    if found := _printed(token):
        return _cased(found, token)
    if elided := _ELIDED.fullmatch(token):
        article = elided[1] in "lI"
        if lexicon().get(fold(elided[2]), 0) >= (1 if article else _COMMON):
            return f"{'l' if article else elided[1]}'{elided[2]}"
    return token


def _in_capitals(token: str) -> str:
    """A word in capitals but for some ``l``: each is an I, unless only an L makes a word of French."""
    right = token.replace("l", "I")
    if is_french(right):
        return right
    return token.upper() if is_french(token.upper()) else word(right)


def _printed(token: str) -> str:
    """The word of French (lower case) that ``token`` was misread from, or ""."""
    low, long = token.lower(), len(token) >= _LONG
    if not long and (token.isupper() or not token[1:].islower()) and not token[:1].isdigit():
        return _best(_undone(low, _pairs("0>o")), _COMMON) if len(token) > _SHORTEST else ""
    no_name = token.islower() or not token.isalpha() or len(token) > _VERY_LONG
    least = 0 if long and no_name else _COMMON
    once = list(_undone(low, _ALIKE))
    twice = (right for one in once for right in _undone(one, _ALIKE))
    found = _best(once, least)
    if not found and long:  # too many short words are a letter away from another: "yole" is no "vole"
        found = _best(_undone(low, _SOMEWHAT), _COMMON)
    found = found or _best(twice, _COMMON)
    if found or len(low) < _VERY_LONG or not token.islower() or not low.isalpha():
        return found
    said = sorted(((lexicon().get(fold(one), 0), one) for one in set(_undone(low, _HARDLY))), reverse=True)
    alone = said[:1] and said[0][0] > _ALONE * max((count for count, _ in said[1:2]), default=0)
    return said[0][1] if alone and said[0][0] >= _SAID else ""


def _best(candidates: Iterable[str], least: int) -> str:
    """The candidate said most, spelled as French spells it when it can be, or "" below ``least``."""
    french = lexicon()
    known = []
    for one in candidates:
        said = french.get(fold(one), -1)
        if said >= least and one.isalpha():
            spelled = is_spelled(one)
            if spelled or not _MARKED.search(one) or is_spelled(one.replace("é", "è")):
                known.append((said, spelled, one))
    return max(known, default=(0, False, ""))[2]


def _undone(low: str, alike: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """``low`` with one confusion undone, at each place and then at all of them."""
    for read, printed in alike:
        at = low.find(read)
        many = low.count(read) > 1
        while at >= 0:
            if (read, printed) != ("ée", "é") or low[at + 2 :] not in ("", "s"):  # "cadastrée" is a word
                yield low[:at] + printed + low[at + len(read) :]
            at = low.find(read, at + 1)
        if many:
            yield low.replace(read, printed)


def _cased(found: str, token: str) -> str:
    """``found`` in capitals, or with one, as ``token`` is; what begins it may be an I read l, or an l read I."""
    if sum(one.isupper() for one in token) > len(token) // 2:
        return found.upper()
    if token[0] == "I" and found[0] == "l":
        return found
    return found[0].upper() + found[1:] if token[0].isupper() or (token[0], found[0]) == ("l", "i") else found
