"""Repairing what OCR did to French text, for the index and for reading; the quoted text is never touched."""

from __future__ import annotations

import re

from knowledge.misread import is_french, mended, word

_MONTH = "janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c"
_ONE_READ = [f" {letter}{n}" for letter in "Il" for n in range(10)]
# What is read, what was printed, and the marks one of which such a text holds: looked for first, since most texts hold
# none, and a search for a mark takes a hundredth of the time.
_CONFUSIONS: tuple[tuple[str, ...], ...] = (
    (r"[\u00a0\u202f\u2009\t]", " ", "\u00a0", "\u202f", "\u2009", "\t"),
    ("[\u00ad\u200b\ufeff]", "", "\u00ad", "\u200b", "\ufeff"),
    (r"[’‘`´]'?", "'", "’", "‘", "`", "´"),
    # a capital I or a bar read for the article l'
    (r"(?<![\w'])[I|1]'(?=[A-Za-zÀ-ÿ|])", "l'", "I'", "|'", "1'"),
    (r"\bd'I'(?=[a-zà-ÿ])", "d'l'", "d'I'"),
    # "Ie maire", "Ia ville": no word of French
    (r"(?<![\w'])I(?=(?:es?|a|ui)\b)", "l", "Ie", "Ia", "Iui"),
    # a small l inside a word of capitals is a capital I
    (r"(?<=[A-ZÀ-Þ])l(?=l?[A-ZÀ-Þ])|(?<![\w'])l(?=[A-ZÀ-Þ]{2})", "I", "l"),
    (r"(?<=[a-zà-ÿ'])\|(?=[a-zà-ÿ])", "l", "|"),
    (r"(?<!\w)\|(?=[bcdfgjkmnpqrstvxz][a-zà-ÿ])", "I", "|"),  # no French word begins with l and a consonant
    (r"(?<!\w)\|(?=[a-zà-ÿ]{2})", "l", "|"),
    (r"(?<=[a-zà-ÿ]{3})(?=[A-Z]\d)", " ", *"0123456789"),
    # é read as é followed by a cent or currency sign, € read as ¢
    (r"é[¢€&](?=[a-zà-ÿ ])", "é", "é¢", "é€", "é&"),
    (r"¢?€|(?<=\d) ?¢|(?<=\d[OolI]) ?¢|(?<=\d[OolI]{2}) ?¢", " €", "€", "¢"),
    (r"\b[1lI](?:er|°[\"'r]?)(?=\s|$)", "1er", "1er", "ler", "Ier", "1°", "l°", "I°"),
    # ç read as g, œ as ce, û as (, ê as é&: words that no French word resembles
    (r"\b([Ll])egon(s?)\b", r"\1eçon\2", "egon"),
    (r"\b([Ff])ran[g¢](?=ais|ois)", r"\1ranç", "rang", "ran¢"),
    (r"\b([Ff])aga(?=de|des|on)", r"\1aça", "aga"),
    (r"\b([Ff])agon", r"\1açon", "agon"),
    (r"\b([RrPp])e(?:r|)gu(?=e?s?\b)", r"\1eçu", "egu", "ergu"),
    (r"\b([Cc])ongu(?=e?s?\b)", r"\1onçu", "ongu"),
    (r"\b([Cc])ommergant", r"\1ommerçant", "ommergant"),
    (r"\b([Gg])argon", r"\1arçon", "argon"),
    # a short word that decides who pays, and the one that heads the tables: no act says "hon", nor "taries"
    (r"\b(?:hon|[hn]0n)\b", "non", "hon", "0n"),
    (r"\bTARI(?:ES|EFS)\b", "TARIFS", "TARI"),
    (r"\b([Tt])aries\b", r"\1arifs", "aries"),
    (r"ceuvre", "œuvre", "ceuvre"),
    (r"(?<![a-zà-ÿ])([cs])ceur", r"\1œur", "ceur"),
    (r"\bveeux\b", "vœux", "veeux"),
    (r"\b([Cc])o(?:\(|i\(|1)t(?=s?\b)", r"\1oût", "o(t", "oi(t", "o1t"),
    (r"\b([Cc])o[dlG]t(?=s?\b)", r"\1oût", "odt", "olt", "oGt"),
    (r"\b([Aa])o(?:\(t|Gt|lt|at)\b", r"\1oût", "o(t", "oGt", "olt", "oat"),
    (r"\b([Gg])o(?:\()t", r"\1oût", "o(t"),
    (r"é&t|&t(?=r)", "êt", "&t"),
    (r"\(e\)s\b", "s", "(e)s"),
    (r"(?<=\s)[&4](?=\s+(?:la|le|les|l'|un|une|compter|domicile|disposition|destination)\b)", "à", "&", "4"),
    (r"(?<=\d) *&(?:4(?= ))? *(?=\d)", " à ", "&"),
    # a year whose nought was read as a letter
    (r"(?<!\w)([12])[Oo](\d\d)(?![\w,.]\d|\w)", r"\g<1>0\2", "1O", "1o", "2O", "2o"),
    # letters where only a digit can stand: in a telephone number, before the hour's sign, before a month
    (r"(?<!\w)O(?=[1-9](?:[ .]\d\d){4}(?!\d))", "0", *(f"O{n}" for n in range(1, 10))),
    (r"(?<=\b0[1-9] \d\d \d\d \d\d )[Il](?=\d\b)", "1", *_ONE_READ),
    (r"(?<!\w)[Il]{2}(?= ?h ?\d\d\b)", "11", "II", "Il", "ll", "lI"),
    (rf"(?<!\w)[Il](?=\d(?: ?h(?: ?\d\d)?\b| (?:{_MONTH})))", "1", *_ONE_READ),
    # dot leaders of a table of contents, rules drawn with characters
    (r"[.…_·]{4,}|(?: [-–—=*]){3,}|[-–—=*]{4,}", " ", "..", *"…_·–—=*", " -", "--"),
    (r" {2,}", " ", "  "),
)
_SUBSTITUTIONS = tuple((re.compile(pattern), replacement, tuple(marks)) for pattern, replacement, *marks in _CONFUSIONS)
_BULLET = re.compile(r"^\s*(?:[-–—•*·»>¢«]|[oeO]|\uf0b7|\uf0a7|\uf0d8)\s+(?=\S)")
# Possessive: a hyphen above a thousand blank lines is looked at once.
_HYPHENATED = re.compile(r"(?<!\w)(\w++)-[^\S\n]*+\n\s*+([a-zà-ÿ]\w*+)")
_NAMED = re.compile(r"-[^\S\n]*+\n\s*+(?=[A-ZÀ-Þ])")


def repair(text: str, known: frozenset[str] = frozenset()) -> str:
    """``text`` (any number of lines) with OCR's usual confusions undone; line count and figures are unchanged.

    Words ``known`` to be right stay as they are.
    """
    for pattern, replacement, marks in _SUBSTITUTIONS:
        for mark in marks:
            if mark in text:
                text = pattern.sub(replacement, text)
                break
    return mended(text, known)


def join_lines(text: str) -> str:
    """``text`` on one line: words cut by a hyphen at a line's end are joined, white space is squeezed.

    A hyphen before a capital stays (``Saint-`` / ``André``): it belongs to the name. So does one between two words
    that make none together (``rendez-`` / ``vous``).
    """
    text = _HYPHENATED.sub(_joined, text)
    text = _NAMED.sub("-", text)
    return " ".join(text.split())


def _joined(cut: re.Match[str]) -> str:
    head, tail = cut[1], cut[2]
    whole = word(head + tail)
    return f"{head}-{tail}" if not is_french(whole) and is_french(head) and is_french(tail) else whole


def is_bullet(line: str) -> bool:
    """Whether a line begins a list item: a dash, a dot, or the ``o``/``e`` that OCR makes of them."""
    return _BULLET.match(line) is not None


def without_bullet(line: str) -> str:
    """``line`` without the mark that begins a list item."""
    return _BULLET.sub("", line, count=1)
