"""The rows of a grid, and what hangs on them: sources, cases, adjustments."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from knowledge.documents import Citation
from knowledge.grids.inputs import Input
from knowledge.grids.section import Section, decimal
from knowledge.grids.table import Adjustment, Case, Rate, Rule
from knowledge.standings import Standing

TEXTS: dict[str, str] = {
    "answer": "",
    "measure": "Mesure",
    "decided_by": "Qui décide",
    "notified": "Notification",
    "before": "Avant",
    "next": "Si cela recommence",
    "who": "Qui",
    "where": "Où",
    "deadline": "Date limite",
    "hours": "Horaires",
    "contact": "Contact",
    "otherwise": "À défaut",
    "covers": "Comprend",
    "excluded": "Ne comprend pas",
    "note": "",
}
"""The texts a row may carry, and how each is headed when read ("" stands without a head)."""

LISTS: dict[str, str] = {"papers": "Pièces à fournir", "steps": "Étapes"}
_UNSOURCED = Citation("", "", "", 1, 0, "sans source", Standing.UNSTATED, None)  # never leaves this module


class Reader:
    """What every row of one file shares: the inputs, the commune, and what a row inherits from the grid."""

    def __init__(self, inputs: tuple[Input, ...], commune: str, standing: Standing, unit: str, per: tuple[str, ...]):
        self.inputs = {entry.name: entry for entry in inputs}
        self.commune, self.standing, self.unit, self.per = commune, standing, unit, per
        self.source: dict[str, Any] = {}

    def case(self, part: Section | None) -> Case:
        """A ``when``: unknown inputs and codes are noted; accepting every code is the same as not naming it."""
        found = []
        for name in part.data if part else ():
            assert part is not None
            entry = self.inputs.get(name)
            codes = part.texts(name)
            if entry is None:
                part.fault(f"entrée inconnue « {name} »")
                continue
            for code in codes:
                if code not in entry.codes:
                    part.fault(f"code inconnu « {code} » pour « {name} »")
            if set(codes) != set(entry.codes):
                found.append((name, frozenset(codes)))
        return tuple(found)

    def cases(self, part: Section, key: str) -> tuple[Case, ...]:
        """A list of cases."""
        return tuple(self.case(each) for each in part.sections(key, key))

    def citation(self, part: Section | None, owner: Section) -> Citation | None:
        """The source a row gives, completed by the grid's; noted and ``None`` when it proves nothing."""
        own = self._source(part) if part else {}
        whole = {**self.source, **own}
        missing = [key for key in ("document", "date", "locator", "quote") if not whole.get(key)]
        if missing:
            owner.fault(f"ligne sans source complète : il manque {', '.join(missing)}")
        if not whole.get("quote"):
            return None
        return Citation(
            document=whole.get("document", ""),
            title=whole.get("document", ""),
            file=whole.get("file", ""),
            page=int(whole.get("page") or 1),
            line=int(whole.get("line") or 0),
            quote=whole["quote"],
            standing=self.standing,
            date=whole.get("date"),
            piece=whole.get("piece") or whole.get("locator", ""),
            communes=(self.commune,) if self.commune else (),
        )

    def grid_source(self, part: Section | None) -> None:
        """Hold the grid's own source, which rows inherit."""
        self.source = self._source(part) if part else {}

    def _source(self, part: Section) -> dict[str, Any]:
        found: dict[str, Any] = {key: part.text(key) for key in ("document", "file", "locator", "quote", "piece")}
        found |= {key: part.number(key) for key in ("page", "line")}
        found["date"] = part.day("date")
        part.done()
        return {key: value for key, value in found.items() if value not in ("", None)}

    def rule(self, part: Section) -> Rule | None:
        """One ``[[rules]]`` entry, or ``None`` when it has no proof."""
        when = self.case(part.section("when"))
        source = self.citation(part.section("source"), part)
        also = tuple(filter(None, (self.citation(each, each) for each in part.sections("also", "source"))))
        rate = self._rate(part.section("rate"))
        amount, free, unreadable = _amount(part)
        per = part.texts("per") if "per" in part.data else self.per
        part.raw("per")
        for name in per:
            self.quantity(name, part)
        rule = Rule(
            when=when,
            source=source or _UNSOURCED,
            where=part.where,
            amount=amount,
            rate=rate,
            free=free,
            unreadable=unreadable,
            silent=part.flag("silent"),
            per=per if rate or (amount is not None and not free) else (),
            floor=part.number("floor"),
            ceiling=part.number("ceiling"),
            unit=part.text("unit") or self.unit,
            item=part.text("item"),
            aliases=part.texts("aliases"),
            texts=tuple((key, text) for key in TEXTS if (text := part.text(key))),
            lists=tuple((key, items) for key in LISTS if (items := part.texts(key))),
            printed=part.text("printed"),
            because=part.text("because"),
            letter=part.text("letter"),
            also=also,
        )
        part.done()
        if not (rate or amount is not None or unreadable or rule.texts or rule.lists):
            part.fault("la ligne ne dit rien : il lui faut un montant, une phrase ou une liste")
        if rule.silent and not rule.text("answer"):
            part.fault("« silent » demande « answer » : dire ce que l'acte ne prévoit pas")
        if rule.printed and not rule.because:
            part.fault("« printed » demande « because » : pourquoi la valeur est tenue pour juste")
        return rule if source else None

    def quantity(self, name: str, part: Section) -> None:
        """Note a figure that is multiplied by something that is not a quantity."""
        entry = self.inputs.get(name)
        if entry is None:
            part.fault(f"entrée inconnue « {name} »")
        elif not entry.quantity and not entry.derived:
            part.fault(f"« {name} » doit être une quantité (« quantity ») pour multiplier un montant")

    def adjustment(self, part: Section) -> Adjustment | None:
        """One ``[[adjustments]]`` entry."""
        when, times = self.case(part.section("when")), part.number("times")
        label, source = part.text("label"), self.citation(part.section("source"), part)
        part.done()
        if times is None:
            part.fault("il manque « times »")
        return Adjustment(when, times, label, source) if times is not None and source else None

    def _rate(self, part: Section | None) -> Rate | None:
        if part is None:
            return None
        percent, of = part.number("percent"), part.text("of", required=True)
        self.quantity(of, part)
        part.done()
        if percent is None:
            part.fault("il manque « percent »")
        return Rate(percent, of) if percent is not None else None


def _amount(part: Section) -> tuple[Decimal | None, bool, bool]:
    value = part.raw("amount")
    if value == "gratuit":
        return Decimal(0), True, False
    if value == "illisible":
        return None, False, True
    found = decimal(value)
    if value is not None and found is None:
        part.fault("« amount » doit être un nombre, « gratuit » ou « illisible »")
    return found, False, False
