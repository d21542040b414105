"""Naming the columns of a table from the lines above its rows, where only the order of words is left.

A head that splits into as many labels as the rows have figures (or into a divisor of it) names the columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from knowledge.outline.lines import Line
from knowledge.text import fold

_TIED = ("non", "de", "des", "du", "la", "le", "les", "et", "ou", "-", "en", "sur")
_TIED_TO_FIGURE = ("-", "de", "<", ">", "jusqu'a", "a", "avant", "apres", "des", "+", "plus", "moins")
_PART = re.compile(r"(?<=\s)(?=(?:à|a|au|hors|sans|avec|avant|après|dès|jusqu'à|moins|plus|par|pour)\b)")
_NOTE = re.compile(r"\s*\*\s*\([^)]*\)?\s*$")
_COUNTED = re.compile(r"(?<![\d.,])([1-9]) ([a-zà-ÿ]{3,})", re.IGNORECASE)
_AND_MORE = re.compile(r"\+|\bet plus\b")
_YEAR = r"(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d)?"
_YEARS = re.compile(rf"((?:[A-ZÀ-Ý][^\W\d_]{{0,8}}\.?(?: [nN]°?)? ?)?)({_YEAR})(?!\d)")
# What is left of a sentence, and names nothing.
_LOOSE_WORD = re.compile(r"(?:de|du|des|la|le|les|et|ou|en|sur|par|pour|un|une|a|au|aux|[dl]')")
_LOOSE_START = re.compile(r"(?:de|du|des|et|ou)\b\D*$|[ivx]{1,5}[.)-]+$")
_LOOSE_END = re.compile(r"(?:,|\b(?:de|du|des|d'|l'|la|les?|et|ou|en|sur|par|pour|un|une|aux?))$")
# What says something of its own, and so is no title of a list of prices below it.
_TELLS = re.compile(
    r"\w{3,}\W+\w+\W.*[a-zà-ÿ]{3,}[)»]?\s?[.;]\s*$|\d\s?(?:[€¢]|euros?\b)|\b(?:gratuit|offert)e?s?\b", re.IGNORECASE
)
# A sentence has a verb after what it speaks of; the title of a list of prices has none.
_SENTENCE = re.compile(
    r"(?:l[ea]s? |l'|une? |il |elle |ce |cette |chaque |tout).*\b(?:est|sont|sera|seront|peut|peuvent|doit|doivent|"
    r"a|ont|fait|font|\w{3,}(?<!m)ent)\b"
)
# Who reports, and the word over what is said then, entitle no prices.
_TOLD_BY = re.compile(r"\W*(?:rapporteu\w+|rapportrice|expose(?: des motifs)?)\b\W*(?:$|:|m\.|mme|monsieur|madame)")
_ENDED = re.compile(r"^.*[a-zà-ÿ]{3,}[)»]?\.\s+(?=[A-ZÀ-Ý])")
MOST_CAPTIONS, LONGEST_CAPTION = 3, 80

Labels = tuple[str, ...]


def columns_of(heads: Sequence[Line], width: int, wider: bool = False) -> tuple[list[Labels], Labels]:
    """The labels of ``width`` columns, outermost first ([] when no head fits), and the heads that are captions.

    A heading marked as one is no caption. ``wider`` says that some rows have more figures: what stands above the
    columns' names may name the others, so that it is no caption either.
    """
    if scattered := _scattered(heads, width):
        return scattered
    inner: list[str] = []
    outer: list[str] = []
    below: list[str] = []
    caption: list[str] = []
    prose = False
    for line in reversed(heads):
        text = _NOTE.sub("", line.clean).strip(" :*|-–—")
        corner, labels = _split(text, line.text, width) if width > 1 else ("", [])
        if labels and not inner and len(labels) == width:
            inner = labels
            if corner:
                caption.insert(0, corner)
            if below and _distinguishes(below, inner):
                caption = [one for one in caption if one != below[0]]
                inner = _below(inner, below[1:])
            below = []
        elif labels and not outer and (len(set(labels)) < width or (inner and len(set(inner)) == 1)):
            outer = labels
        elif len(text) > LONGEST_CAPTION and not inner and not outer and _SENTENCE.match(line.folded):
            prose = True  # a sentence above a list of prices: neither it nor what stands above entitles them
        elif (
            not prose
            and len(text) > 2
            and not line.marks
            and not (wider and inner)
            and (width > 1 or not _TELLS.search(line.clean))
            and not _TOLD_BY.match(line.folded)
        ):
            prose = not inner and _ENDED.match(text) is not None  # above it stands the sentence that it ends
            text = _ENDED.sub("", text) if prose else text
            caption.insert(0, text)
            below = [text, *_parts(text)] if not inner and not below else below
    layers = [layer for layer in (outer, inner) if layer]
    columns = [tuple(layer[place] for layer in layers if layer[place]) for place in range(width)] if layers else []
    return columns, tuple(caption[:MOST_CAPTIONS])


def _scattered(heads: Sequence[Line], width: int) -> tuple[list[Labels], Labels] | None:
    """The columns that count a thing ("1 enfant", "2 enfants", "3 enfants et +") when their heads are torn over lines.

    None unless the counts stand on several lines and go up one by one, as many as the columns.
    """
    texts = [line.clean.strip(" :*|-–—") for line in heads if not line.marks]
    found = [(int(m[1]), m[2], n) for n, text in enumerate(texts) for m in _COUNTED.finditer(text)]
    counts = sorted(number for number, _, _ in found)
    things = {thing.lower().rstrip("s") for _, thing, _ in found}
    if width < 2 or len(things) != 1 or len({n for _, _, n in found}) < 2 or counts != list(range(1, width + 1)):
        return None
    more = any(_AND_MORE.search(text) for text in texts)
    thing = things.pop()
    labels: list[Labels] = [
        (f"{n} {thing}{'s' if n > 1 else ''}{' et +' if more and n == width else ''}",) for n in counts
    ]
    torn = {n for _, _, n in found}
    caption = [text for n, text in enumerate(texts) if n < min(torn) and len(text) > 2]
    return labels, tuple(caption[:MOST_CAPTIONS])


def _parts(text: str) -> list[str]:
    """The second line of a head, cut before its prepositions: ``sans repas avec repas``."""
    parts = [part.strip() for part in _PART.split(f" {text}") if part.strip()]
    if len(parts) > 1 and not _PART.match(f" {parts[0]}", 1):
        parts = parts[1:]  # what stands before the first one belongs to the corner
    return parts


def _distinguishes(below: list[str], inner: list[str]) -> bool:
    """Whether the parts of the line below the head are as many as the columns of the same name."""
    shared = [label for label in inner if inner.count(label) > 1]
    return len(below) > 2 and len(below) - 1 in (len(inner), len(shared))


def _below(inner: list[str], parts: list[str]) -> list[str]:
    left = iter(parts)
    everyone = len(parts) == len(inner)
    counts = Counter(inner)
    return [f"{label} {next(left)}" if everyone or counts[label] > 1 else label for label in inner]


def _split(text: str, raw: str, width: int) -> tuple[str, list[str]]:
    """A head line as a corner and ``width`` labels; groups ("1 enfant 2 enfants") are spread over their columns.

    ("", []) when it does not fit. A label begins with a capital or a figure: words of a sentence are no heads.
    """
    for labels in _readings(text, raw):
        for corners in (0, 1, 2):
            corner, kept = " ".join(labels[:corners]), labels[corners:]
            if any(map(_is_loose, kept)):
                continue
            if not kept or not all(map(_begins_label, kept)):
                continue
            if any(label.isdigit() for label in kept) and not all(label[:1].isdigit() for label in kept):
                continue  # years among words: a title, not heads
            if corners == 2 and (len(corner) > 20 or any(" " in label for label in labels[:2])):
                continue
            if len(kept) == width and not _odd_first(kept):
                return corner, kept
            if corners < 2 and 1 < len(kept) < width and width % len(kept) == 0:
                return corner, [label for label in kept for _ in range(width // len(kept))]
    return "", []


def _begins_label(label: str) -> bool:
    return not label or label[0].isupper() or label[0].isdigit() or label.startswith("non ")


def _is_loose(label: str) -> bool:
    """Whether a label is no name of a column: a lone small word, or words that go on elsewhere."""
    folded = fold(label).strip()
    cut = _LOOSE_END.search(folded) and not folded[:1].isdigit()  # "3 enfants et" has lost its "+"
    if cut or _LOOSE_WORD.fullmatch(folded) or _LOOSE_START.match(folded):
        return True
    return label.count("(") != label.count(")") or label.count('"') % 2 == 1


def _odd_first(labels: list[str]) -> bool:
    """Whether the first label is of another make than all the others: the corner of a head whose last label is lost."""
    figures = [label[:1].isdigit() for label in labels]
    return len(labels) > 2 and all(figures[1:]) and not figures[0]


def _readings(text: str, raw: str) -> list[list[str]]:
    """The ways a head may be cut into labels, surest first: its years, pipes, white space, figures, capitals."""
    if years := _by_years(text):
        return [years]
    if " | " in text:
        return [[cell.strip() for cell in text.split("|")]]
    readings = []
    spaced = [part.strip(" :*|-–—") for part in re.split(r"\s{2,}|\t+", raw.strip())]
    if len(spaced) > 1:
        readings.append(spaced)
    by_figure = [part.strip() for part in re.split(r"\s(?=\d)", text) if part.strip()]
    counted = re.search(r"^\W*\d\w*\s+[a-zà-ÿ]|\d\s+enfants?", text) is not None
    if counted:
        readings.append(by_figure)
    capital: list[str] = []
    words = text.split()
    for n, word in enumerate(words):
        if word == "non" and capital and words[n + 1 : n + 2] == [capital[-1]]:
            capital.append(word)  # "Habitant non Habitant"
        elif capital and _joins(fold(capital[-1].split()[-1]).strip("'"), word):
            capital[-1] += " " + word
        else:
            capital.append(word)
    readings.append(capital)
    readings.append(text.split())
    if not counted and all(part.isdigit() for part in by_figure[1:-1]):
        readings.append(by_figure)
    return [reading for reading in readings if reading]


def _by_years(text: str) -> list[str]:
    """A head whose labels are years with the same letters before each ("CA 2022 | CA2023"), its corner first; or []."""
    found = list(_YEARS.finditer(text))
    named = {match[1].strip() for match in found}
    if len(found) < 3 or len(named) > 1 or len({match[2] for match in found}) < len(found):
        return []
    if any(text[one.end() : two.start()].strip(" |-–—*:") for one, two in pairwise(found)) or text[found[-1].end() :]:
        return []
    return [text[: found[0].start()].strip(" |:*"), *(f"{match[1].strip()} {match[2]}".strip() for match in found)]


def _joins(last: str, word: str) -> bool:
    """Whether ``word`` goes on the label whose last word is ``last``."""
    if not (word[:1].isupper() or word[:1].isdigit()) or last in _TIED:
        return True
    return word[:1].isdigit() and not last.isdigit() and (last in _TIED_TO_FIGURE or last.strip("-") in ("", "de"))
