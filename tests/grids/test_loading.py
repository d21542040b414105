import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from knowledge.grids.loading import load_table, load_tables
from knowledge.standings import Standing
from tests.grids.build import HEADER, INCOME, PLACE, load, messages, table

SHEET_HEAD = HEADER + PLACE + INCOME
WITH_SHEET = (
    SHEET_HEAD
    + """
[inputs.moment]
question = "Quand ?"
choices  = { matin = "Matin", journee = "Journée" }
[sheet]
file    = "2030-01-01.csv"
rows    = ["residence", "revenu"]
columns = ["moment"]
"""
)
CSV = """\
residence    ; revenu ; matin ; Journée   ; citation
Du village   ; A      ; 1,05  ; 2,44      ; Village : 1,05 puis 2,44
             ; B      ; 2     ; 3,00 €    ; Village : 2 puis 3
             ; C      ; gratuit ; illisible ; Village : gratuit
autre        ; *      ; 9     ; -         ; Ailleurs : 9
"""
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
ENTITIES = '<!DOCTYPE a [<!ENTITY leak SYSTEM "SECRET">]>'
HEADS = "".join(f"<t:table-cell><p>{head}</p></t:table-cell>" for head in ("residence", "revenu", "matin"))
ROW = "".join(f"<t:table-cell><p>{cell}</p></t:table-cell>" for cell in ("autre", "*", "&leak;"))
LEAKING = (
    f'{ENTITIES}<a xmlns:t="{OFFICE}"><t:table><t:table-row>{HEADS}</t:table-row>'
    f"<t:table-row>{ROW}</t:table-row></t:table></a>"
)
CELL = """
[[cells]]
at      = "local, A, journee"
printed = "244 €"
value   = 2.44
because = "virgule perdue"
"""


def one_row(extra: str = "amount = 1") -> str:
    return f"{HEADER}\n[[rules]]\n{extra}\n"


def test_a_sheet_is_read_as_the_page_prints_it(tmp_path: Path) -> None:
    found = table(tmp_path, WITH_SHEET + CELL, CSV)
    by_case = {tuple(sorted((n, *sorted(c)) for n, c in rule.when)): rule for rule in found.rules}
    assert len(found.rules) == 8
    damaged = by_case[(("moment", "journee"), ("residence", "local"), ("revenu", "A"))]
    assert (damaged.amount, damaged.printed, damaged.because) == (Decimal("2.44"), "244 €", "virgule perdue")
    assert damaged.source.quote == "Village : 1,05 puis 2,44"
    assert by_case[(("moment", "matin"), ("residence", "autre"))].amount == Decimal(9)
    assert by_case[(("moment", "journee"), ("residence", "local"), ("revenu", "C"))].unreadable
    assert by_case[(("moment", "matin"), ("residence", "local"), ("revenu", "C"))].free
    assert by_case[(("moment", "journee"), ("residence", "autre"))].silent


def test_the_three_kinds_of_sheet_say_the_same(tmp_path: Path) -> None:
    cells = [[cell.strip() for cell in line.split(";")] for line in CSV.splitlines()]
    book = openpyxl.Workbook()
    for row in cells:
        book.worksheets[0].append(row)
    (tmp_path / "barques").mkdir()
    book.save(tmp_path / "barques" / "2030-01-01.xlsx")
    ods = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
        + "</table:table-row>"
        for row in cells
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = f"<office:document-content {spaces}><table:table>{ods}</table:table></office:document-content>"
    with zipfile.ZipFile(tmp_path / "barques" / "2030-01-01.ods", "w") as archive:
        archive.writestr("content.xml", content)
    csv = table(tmp_path, WITH_SHEET, CSV).rules
    for kind in ("xlsx", "ods"):
        other = table(tmp_path, WITH_SHEET.replace("01-01.csv", f"01-01.{kind}")).rules
        assert [(r.when, r.amount, r.unreadable, r.free) for r in other] == [
            (r.when, r.amount, r.unreadable, r.free) for r in csv
        ]


@pytest.mark.parametrize("content", ["<a", "", f"{ENTITIES}<a>&leak;</a>", LEAKING])
def test_a_hostile_sheet_is_a_fault_and_leaks_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "secret.txt").write_text("42")
    (tmp_path / "barques").mkdir()
    with zipfile.ZipFile(tmp_path / "barques" / "2030-01-01.ods", "w") as archive:
        archive.writestr("content.xml", content.replace("SECRET", (tmp_path / "secret.txt").as_uri()))
    found, problems = load(tmp_path, WITH_SHEET.replace("01-01.csv", "01-01.ods"))
    assert problems
    assert found is None or not any(rule.amount for rule in found.rules)
    assert not any("42" in str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        (CSV.replace("revenu ;", ";", 1), "il manque la colonne « revenu »"),
        (CSV.replace("2,44 ", "env. 2"), "« env. 2 » n'est pas un chiffre"),
        (CSV.replace("2,44 ", "     "), "cellule vide"),
        (CSV.replace("autre   ", "Lune    "), "« Lune » n'est ni un code ni un libellé"),
        ("residence;revenu;matin\n", "le tableau est vide"),
        ("", "introuvable"),
    ],
)
def test_a_bad_sheet_is_told_with_its_place(tmp_path: Path, sheet: str, message: str) -> None:
    assert message in messages(tmp_path, WITH_SHEET, sheet)


def test_a_damaged_cell_must_carry_the_value_held_right(tmp_path: Path) -> None:
    assert "ne porte pas la valeur" in messages(tmp_path, WITH_SHEET + CELL.replace("2.44", "2.45"), CSV)
    assert "ne désigne aucune case" in messages(tmp_path, WITH_SHEET + CELL.replace("local, A", "local, Z"), CSV)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titre = ", "n'est pas du TOML"),
        (one_row("amount = 1\nmontant = 2"), "clé inconnue « montant »"),
        (one_row("amount = 'env. 3'"), "« amount » doit être un nombre"),
        (one_row("note = ''"), "la ligne ne dit rien"),
        (one_row("silent = true\nmeasure = 'x'"), "« silent » demande « answer »"),
        (one_row("amount = 1\nper = ['jours']"), "entrée inconnue « jours »"),
        (one_row("amount = 1\nwhen = { lieu = 'ici' }"), "entrée inconnue « lieu »"),
        (one_row().replace('quote = "Barque : ci-après"', 'quote = ""'), "ligne sans source complète"),
        (one_row().replace("2030-01-01", '"demain"', 1), "doit être une date"),
        (one_row().replace('"adopted"', '"votee"'), "« standing » doit être"),
        (HEADER, "la grille n'a aucune ligne"),
        (one_row("amount = 1\nletter = 'absent.j2'"), "« absent.j2 » est introuvable"),
        (one_row() + "in_force_until = 2029-01-01", "clé inconnue « in_force_until »"),
        (HEADER + PLACE + "[[rules]]\namount = 1\nwhen = { residence = 'lune' }", "code inconnu « lune »"),
        (HEADER + INCOME.replace("up_to = 2000", "up_to = 900") + "[[rules]]\namount = 1", "la tranche ne monte pas"),
        (HEADER + INCOME.replace("up_to = 1000", 'up_to = "mille"') + "[[rules]]\namount = 1", "doit être un nombre"),
        (HEADER + '[inputs.x]\nquestion = "?"\n[[rules]]\namount = 1', "il faut un seul de"),
    ],
)
def test_a_fault_is_told_in_french_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    told = messages(tmp_path, text)
    assert message in told
    assert "monbourg/barques/2030-01-01.toml" in told


def test_a_bound_typed_with_a_comma_is_understood(tmp_path: Path) -> None:
    text = HEADER + INCOME.replace("up_to = 1000", 'up_to = "1000,50"') + "[[rules]]\namount = 1\n"
    assert table(tmp_path, text).input("revenu").brackets[0].bound == Decimal("1000.50")


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    _, problems = load(tmp_path, one_row("amount = 1\nx = 1\ny = 2") + 'z = "?"\n')
    assert len(problems) == 3


def test_a_latin_1_grid_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "g").mkdir()
    path = tmp_path / "g" / "2030-01-01.toml"
    path.write_bytes('title = "Été"'.encode("latin-1"))
    found, problems = load_table(path)
    assert found is None
    assert "enregistrez-le en UTF-8" in str(problems[0])


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    table(tmp_path, one_row())
    (tmp_path / "casse").mkdir()
    (tmp_path / "casse" / "2030-01-01.toml").write_text("[", "utf-8")
    tables, problems = load_tables(tmp_path, "monbourg", "Monbourg")
    assert [t.subject for t in tables] == ["barques"]
    assert len(problems) == 1


def test_a_row_inherits_the_grid_source_and_its_standing(tmp_path: Path) -> None:
    found = table(tmp_path, one_row("amount = 1\nsource = { quote = 'Barque : 1 €' }"))
    source = found.rules[0].source
    assert (source.title, source.quote, source.standing) == ("Tarifs du lac", "Barque : 1 €", Standing.ADOPTED)
    assert source.communes == ("Monbourg",)


def test_an_external_sheet_is_refused(tmp_path: Path) -> None:
    told = messages(tmp_path, WITH_SHEET.replace('"2030-01-01.csv"', '"../secret.csv"'), CSV)
    assert re.search("à côté du fichier", told)
