from datetime import date
from pathlib import Path

import pytest

from knowledge.grids.check import check
from knowledge.grids.versions import in_force
from tests.grids.build import HEADER, INCOME, PLACE, load, table

BASE = HEADER + PLACE + INCOME
FULL = """
[[rules]]
when   = { residence = "local", revenu = "A" }
amount = 2
[[rules]]
when   = { residence = "local", revenu = "B" }
amount = 4
[[rules]]
when   = { residence = "local", revenu = "C" }
amount = 6
[[rules]]
when   = { residence = "autre" }
amount = 12
"""
EXAMPLES = """
[[examples]]
given  = { residence = "local", revenu = 500 }
expect = { amount = 2 }
[[examples]]
given  = { residence = "local", revenu = "B" }
expect = { amount = 4.00 }
[[examples]]
given  = { residence = "local", revenu = 2001 }
expect = { amount = 6 }
[[examples]]
given  = { residence = "autre" }
expect = { amount = 12 }
"""
GOOD = BASE + FULL + EXAMPLES


def told(folder: Path, text: str) -> str:
    found, problems = load(folder, text)
    return "\n".join(map(str, [*problems, *check([found] if found else [])]))


def test_a_sound_grid_has_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            GOOD.replace('revenu = "B" }\namount', 'revenu = "A" }\namount'),
            "residence = local, revenu = B) : aucune ligne",
        ),
        (GOOD.replace('revenu = "B" }\namount', 'revenu = ["B", "C"] }\namount'), "plusieurs lignes pour ce cas"),
        (GOOD.replace("expect = { amount = 6 }", "expect = { amount = 7 }"), "« amount » : attendu « 7 », obtenu « 6"),
        (GOOD.replace("revenu = 500", "revenu = -5"), "« -5 » ne convient pas à « revenu »"),
        (GOOD.replace('given  = { residence = "autre" }', "given  = { }"), "il manque « residence » pour répondre"),
        (BASE + FULL, "aucun exemple ; il en faut au moins un"),
        (GOOD.rpartition("[[examples]]")[0], "règle 4) : aucun exemple n'atteint cette ligne"),
        (GOOD.replace('aliases       = ["barque", "barques", "canot"]\n', ""), "il manque « aliases »"),
        (GOOD.replace('unknown  = "C"', 'unknown  = "Z"'), "« unknown » : « Z » n'est pas une réponse possible"),
        (GOOD + '[[checks]]\nkind = "rising"\ninput = "lune"\n', "entrée inconnue « lune »"),
        (GOOD + '[[checks]]\nkind = "falling"\ninput = "revenu"\n', "le montant monte : 2,00 puis 4,00"),
        (
            GOOD
            + '[[checks]]\nkind = "ratio"\nof = { residence = "local", revenu = "C" }\n'
            + 'to = { residence = "local", revenu = "A" }\ntimes = 2\n',
            "2,00 × 2 = 4,00, la grille porte 6,00",
        ),
        (
            GOOD + '[[checks]]\nkind = "sum"\nparts = [{ revenu = "A" }, { revenu = "A" }]\nwhole = { revenu = "C" }\n',
            "2,00 + 2,00 = 4,00, la grille porte 6,00",
        ),
        (GOOD + '[[checks]]\nkind = "ratio"\nof = { residence = "local" }\ngrid = "voile"\n', "« voile » n'existe pas"),
    ],
)
def test_a_fault_of_sense_is_told(tmp_path: Path, text: str, message: str) -> None:
    assert message in told(tmp_path, text)


def test_arithmetic_that_holds_is_silent(tmp_path: Path) -> None:
    checks = """
[[checks]]
kind  = "rising"
input = "revenu"
[[checks]]
kind  = "sum"
parts = [{ revenu = "A" }, { revenu = "B" }]
whole = { revenu = "C" }
"""
    assert told(tmp_path, GOOD + checks) == ""


def test_an_exception_of_the_act_is_respected(tmp_path: Path) -> None:
    check_ = '[[checks]]\nkind = "falling"\ninput = "revenu"\nexcept = [{ revenu = "B" }, { revenu = "C" }]\n'
    assert "demande « because »" in told(tmp_path, GOOD + check_)
    assert "le montant monte" not in told(tmp_path, GOOD + check_ + 'because = "imprimé ainsi"\n')


def test_two_versions_for_one_date_are_told(tmp_path: Path) -> None:
    found = table(tmp_path, GOOD)
    ends = GOOD.replace("in_force_from = 2030-01-01", "in_force_from = 2029-01-01\nin_force_until = 2030-06-30")
    other = table(tmp_path / "autre", ends)
    problems = [str(problem) for problem in check([found, other])]
    assert any("commence le 1er janvier 2030, avant la fin de" in problem for problem in problems)
    assert any("même date d'effet" in str(problem) for problem in check([found, found]))


def test_each_day_has_the_version_of_its_date(tmp_path: Path) -> None:
    new = table(tmp_path, GOOD)
    old = table(tmp_path / "old", GOOD.replace("2030-01-01", "2029-01-01", 1))
    ended = GOOD.replace("in_force_from = 2030-01-01", "in_force_from = 2028-01-01\nin_force_until = 2028-12-31")
    gone = table(tmp_path / "gone", ended)

    def on(day: date, *tables: object) -> tuple[int, str]:
        version = in_force([t for t in (new, old, gone) if t in tables], day)
        assert version
        return version.table.in_force_from.year, version.warning

    assert on(date(2031, 5, 1), new, old) == (2030, "")
    assert on(date(2029, 12, 31), new, old) == (2029, "Une nouvelle grille s'applique à partir du 1er janvier 2030.")
    assert on(date(2027, 1, 1), new, old)[1] == "Cette grille ne s'applique qu'à partir du 1er janvier 2029."
    assert on(date(2029, 3, 1), gone)[1].startswith("Cette grille ne vaut plus depuis le 31 décembre 2028")
    assert in_force([], date(2030, 1, 1)) is None
