"""An invented town with a few invented grids, to talk with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.flows import Flows
from bot.messages import Dialogue
from knowledge.content import Content, load_content

DAY = date(2030, 6, 1)
HERE = Dialogue(commune="Monbourg")
COMMUNE = """
name        = "Monbourg"
aliases     = ["Monbourg-le-Lac"]
inhabitants = ["monbourgeois", "monbourgeoise"]
neighbours  = ["Vertville"]
"""
SOURCE = """
in_force_from = 2030-01-01
standing      = "adopted"
source        = { document = "Tarifs du lac", date = 2029-12-12, locator = "Annexe", quote = "Voir le tableau" }
"""
BOATS = (
    """
title   = "Location de barques"
aliases = ["barque", "canot", "location de barque"]
neutral = ["lac", "enfant", "famille"]
unit    = "€ par jour"
per     = ["jours"]
"""
    + SOURCE
    + """
[inputs.residence]
question = "D'où vient la famille ?"
choices  = { local = "Monbourgeois", proche = "Grands-parents à Monbourg", autre = "Non-Monbourgeois" }
synonyms = { proche = ["grands-parents"], autre = ["extérieur"] }
resident = "local"
outsider = "autre"
[inputs.revenu]
question = "Quel est le revenu mensuel ?"
unit     = "€ par mois"
brackets = [{ code = "A", up_to = 1000 }, { code = "B", up_to = 2000 }, { code = "C" }]
unknown  = "C"
[inputs.enfants]
question = "Combien d'enfants ?"
unit     = "enfants"
words    = ["enfant", "gamin"]
whole    = true
brackets = [{ code = "1", up_to = 1 }, { code = "2+", label = "2 et plus" }]
[inputs.moment]
question = "À quel moment ?"
choices  = { matin = "Matin", soir = "Soir" }
[inputs.inscription]
question = "L'enfant était-il inscrit ?"
choices  = { inscrit = "inscrit", non_inscrit = "non inscrit" }
default  = "inscrit"
[inputs.jours]
question = "Combien de jours ?"
unit     = "jours"
quantity = { min = 1, max = 60 }
default  = 1
[sheet]
file    = "2030-01-01.csv"
rows    = ["residence", "revenu"]
columns = ["enfants", "moment"]
[[adjustments]]
when  = { inscription = "non_inscrit" }
times = 2
label = "doublé"
[[examples]]
given  = { residence = "local", revenu = 1500, enfants = 2, moment = "soir" }
expect = { amount = 2.50 }
"""
)
BOATS_SHEET = """\
residence ; revenu ; 1     ;      ; 2+    ;
          ;        ; matin ; soir ; matin ; soir
local     ; A      ; 1     ; 2    ; 0,5   ; 1
          ; B      ; 2     ; 3    ; 1,5   ; 2,50
          ; C      ; 4     ; 5    ; 3     ; 4
proche    ; *      ; 6     ; 7    ; 5     ; 6
autre     ; *      ; 8     ; 9    ; 7     ; 8
"""
FIGHTS = (
    """
title   = "Règlement du lac : sanctions"
aliases = ["sanction", "punition", "vol"]
neutral = ["enfant", "lac"]
asks    = ["sanction"]
"""
    + SOURCE
    + """
[inputs.faits]
question = "Que s'est-il passé ?"
choices  = { bruit = "Bruit", violence = "Violence", vol = "Vol" }
synonyms = { violence = ["bagarre", "frappé", "tapé"], vol = ["volé", "chipé"] }
[inputs.fois]
question = "Combien de fois, celle-ci comprise ?"
words    = ["fois"]
whole    = true
min      = 1
brackets = [{ code = "1re", up_to = 1, label = "Première fois" }, { code = "2e", label = "Deuxième fois ou plus" }]
[[rules]]
when    = { faits = ["bruit", "vol"], fois = "1re" }
measure = "Rappel oral"
[[rules]]
when       = { faits = ["bruit", "vol"], fois = "2e" }
measure    = "Avertissement"
decided_by = "la direction"
next       = "exclusion"
letter     = "avertissement.j2"
[[rules]]
when    = { faits = "violence" }
measure = "Exclusion"
[[examples]]
given  = { faits = "violence" }
expect = { measure = "Exclusion" }
"""
)
LETTER = """\
{{ commune }}, le {{ day }}
À propos de {{ enfant }}, pour {{ faits }} : si cela recommence, {{ rule.next }}.
Selon {{ source.document }}, {{ source.locator }}. Signature : {{ maire.nom }}
"""
SUPPLIES = (
    """
title      = "Dotation du club de voile"
aliases    = ["dotation", "club de voile"]
hit_policy = "collect"
"""
    + SOURCE
    + """
[inputs.adherents]
question = "Combien d'adhérents ?"
unit     = "adhérents"
words    = ["adhérent"]
quantity = {}
[inputs.bateaux]
question = "Combien de bateaux ?"
unit     = "bateaux"
words    = ["bateau"]
quantity = {}
[[rules]]
item    = "Gilets"
aliases = ["gilet", "brassière"]
amount  = 12
per     = ["adherents"]
[[rules]]
item    = "Voiles"
aliases = ["voilure"]
amount  = 100
per     = ["bateaux"]
ceiling = 450
[[examples]]
given  = { adherents = 10, bateaux = 2 }
expect = { total = 320 }
"""
)

RINGS = (
    """
title   = "Anneau du port"
aliases = ["anneau"]
neutral = ["louer", "port"]
asks    = ["prix", "regle"]
"""
    + SOURCE
    + """
[inputs.mois]
question = "Combien de mois ?"
unit     = "mois"
words    = ["mois"]
quantity = { min = 1, max = 12 }
[[rules]]
amount = 40
per    = ["mois"]
answer = "Douze mois de suite au plus, 40 € chacun."
[[examples]]
given  = { mois = 3 }
expect = { amount = 120 }
"""
)


def town(folder: Path) -> Content:
    """The invented content, which must be without fault."""
    files = {
        "commune.toml": COMMUNE,
        "grids/barques/2030-01-01.toml": BOATS,
        "grids/barques/2030-01-01.csv": BOATS_SHEET,
        "grids/sanctions/2030-01-01.toml": FIGHTS,
        "grids/sanctions/avertissement.j2": LETTER,
        "grids/voile/2030-01-01.toml": SUPPLIES,
        "grids/anneau/2030-01-01.toml": RINGS,
    }
    for name, text in files.items():
        path = folder / "monbourg" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_content(folder)


def flows(folder: Path) -> Flows:
    """The invented town's flows."""
    content = town(folder)
    return Flows(content.tables, content.communes)
