"""A cell's value as a French sheet displays it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_QUOTED = re.compile(r'"([^"]*)"')
_CURRENCY = re.compile(r"\[\$([^-\]]*)(?:-[^\]]*)?\]")
_HIDDEN = re.compile(r"\[[^\]]*\]|\\.|[_*].")
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
_GROUPED = re.compile(r"[0#?][, ]+[0#?]")
_DATE_LETTER = re.compile(r"[yd]", re.IGNORECASE)


def shown(value: object, form: str | None) -> str:
    """``value`` by its number format: ``1.5`` with ``0.00 €`` gives ``1,50 €``; dates are dd/mm/yyyy."""
    match value:
        case bool():
            return "VRAI" if value else "FAUX"
        case datetime():
            if form and not _DATE_LETTER.search(form):
                return value.strftime("%H:%M")
            return value.strftime("%d/%m/%Y %H:%M" if value.hour or value.minute else "%d/%m/%Y")
        case date():
            return value.strftime("%d/%m/%Y")
        case time():
            return value.strftime("%H:%M")
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02}"
        case int() | float():
            return _number(Decimal(repr(value)), form or "General")
        case _:
            return str(value)


def _number(value: Decimal, form: str) -> str:
    """A number by the section of its format that holds for its sign; beyond fifteen digits as it is stored."""
    if value and not -15 <= value.adjusted() < 15:
        return str(value).replace(".", ",")
    sections = form.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 and sections[1] else sections[0]
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return ""

    bare = _HIDDEN.sub("", _CURRENCY.sub(keep, _QUOTED.sub(keep, section)))
    if "General" in form or not re.search(r"[0#?]", bare):
        return _french(value.normalize() if value % 1 else value.quantize(Decimal(1)), grouped=False)
    percent = "%" in bare
    decimals = _DECIMALS.search(bare)
    places = decimals[1][:10] if decimals else ""
    rounded = (value * 100 if percent else value).quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    text = _french(rounded, grouped=bool(_GROUPED.search(bare)))
    for _ in range(len(places) - places.count("0")):  # "#" prints no zero that is not needed
        text = text[:-1] if text.endswith("0") else text
    unit = next((mark.strip() for mark in [*kept, *re.findall("[€$£]", bare)] if mark.strip()), "")
    return " ".join(part for part in (text.rstrip(","), "%" if percent else "", unit) if part)


def _french(value: Decimal, *, grouped: bool) -> str:
    text = f"{value:,f}" if grouped else f"{value:f}"
    return text.replace(",", " ").replace(".", ",")
