"""Telling the lines that say what follows: minutes, proposals, decisions, an annex, rules, an agreement."""

from __future__ import annotations

import re

from knowledge.outline.headings import capital_share
from knowledge.outline.lines import Line

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("agenda", re.compile(r"^\W*ordre du jour\W*$")),
    (
        "minutes",
        re.compile(r"^\W*(?:proces[- ]verbal|compte[- ]rendu)\b(?!.*\b(?:adopt|approuv|approb|redige|etabli)).{0,70}$"),
    ),
    ("proposals", re.compile(r"^\W*(?:proposition|projet)s? de deliberations?\W*$")),
    (
        "decisions",
        re.compile(
            r"^\W*(?:(?:liste|recueil|compte[- ]rendu|releve|registre|tableau|etat) des )?"
            r"decisions? (?:prises? par|du maire|municipales?)\b.{0,60}$"
        ),
    ),
    (
        "closing",
        re.compile(
            r"^\W*(?:\w{1,4}\s?[.)/:–-]+\s*)?"
            r"(?:questions?|informations?|communications?) (?:diverses?|orales?|ecrites?)\W*$"
        ),
    ),
    (
        "deliberation",
        re.compile(
            r"^\W*(?:extrait du (?:registre|proces)|deliberation (?:du conseil|n|de la)\b"
            r"(?!.*\b(?:est|sont|a ete|qui)\b))\b.{0,120}(?<!\.)$"
        ),
    ),
    ("charter", re.compile(r"^\W*charte\b.{3,120}$")),
    ("rules", re.compile(r"^\W*reglement (?:interieur|des|du|de|d')\b.{0,120}$")),
    (
        "agreement",
        re.compile(r"^\W*(?:projet d[e'] ?)?(?:convention|avenant|mandat|contrat|protocole|bail)\b.{3,140}$"),
    ),
    ("annex", re.compile(r"^\W*annexes?\b.{0,120}$")),
    ("order", re.compile(r"^\W*arretes?\b.{0,100}$")),
)
TITLED_IN_CAPITALS = {"charter", "rules", "agreement", "annex", "order"}


def marker(line: Line) -> str:
    """The kind of the piece that this line begins, "" when it begins none."""
    folded = line.folded
    for kind, pattern in _MARKERS:
        if pattern.match(folded):
            share = capital_share(line.clean)
            if kind in TITLED_IN_CAPITALS and not (
                share > 0.8 or (line.top and line.clean[:1].isupper() and len(folded) < 90)
            ):
                continue
            return kind
    return ""
