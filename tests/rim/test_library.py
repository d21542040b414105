"""The commands on documents, over a real store and a real index."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.config import Settings
from bot.wiring import open_library

pytestmark = pytest.mark.usefixtures("logging_as_it_was")
Run = Callable[..., tuple[int, str, str]]
ACT = "Conseil municipal de Bellerive du 2 janvier 2030\n\nTarif de la bibliothèque\n\nAbonnement adulte : 12,00 €\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command without content in a folder that holds one act: exit code, output, words aside."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "actes").mkdir()
    (tmp_path / "actes" / "bibliotheque.txt").write_text(ACT, encoding="utf-8")

    def run_line(*words: str) -> tuple[int, str, str]:
        code = main(["--content", "none", *words])
        written = capsys.readouterr()
        return code, written.out, written.err

    return run_line


def test_a_document_is_taken_in_shown_and_forgotten(run: Run) -> None:
    code, out, err = run("ingest", "actes")
    assert (code, out) == (0, "Documents : 1 ajouté.\n")
    assert "1/1 bibliotheque.txt" in err
    assert "bibliotheque" in run("documents")[1]
    assert run("forget", "BIBLIOTHEQUE.txt")[0] == 0
    assert run("documents")[1].startswith("Aucun document.")


def test_reading_again_changes_nothing(run: Run) -> None:
    run("ingest", "actes")
    assert run("ingest", "actes")[:2] == (0, "Documents : 1 inchangé.\n")


def test_a_bad_file_is_told_with_code_1_and_the_others_are_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actes" / "casse.pdf").write_bytes(b"%PDF-1.7 cut short")
    code, out, err = run("ingest", "actes")
    assert code == 1
    assert "1 ajouté" in out
    assert "casse.pdf" in err
    assert "Traceback" not in err


def test_one_path_that_is_not_there_does_not_keep_the_others_out(run: Run) -> None:
    code, out, err = run("ingest", "actes", "absent.pdf")
    assert code == 1
    assert "1 ajouté" in out
    assert "absent.pdf" in err


def test_a_folder_without_a_document_is_told_with_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    assert run("ingest", "vide")[:2] == (1, "Aucun document trouvé.\n")


def test_a_file_over_the_limit_of_the_settings_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("max_file_mb = 1\n", encoding="utf-8")
    (tmp_path / "actes" / "gros.txt").write_bytes(b"mot " * 400_000)
    code, _, err = run("ingest", "actes")
    assert code == 1
    assert "gros.txt" in err


def test_forgetting_an_unknown_document_is_a_sentence(run: Run) -> None:
    code, out, err = run("forget", "inconnu")
    assert (code, out) == (2, "")
    assert "vademecum documents" in err


def test_the_index_is_built_anew_after_it_was_damaged(run: Run, tmp_path: Path) -> None:
    run("ingest", "actes")
    for file in (tmp_path / "var" / "index").rglob("*"):
        if file.is_file():
            file.write_bytes(b"damaged")
    assert run("reindex")[:2] == (0, "Index reconstruit : 1 document.\n")


def test_a_data_folder_that_is_a_file_is_a_sentence_and_code_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "donnees").write_text("", encoding="utf-8")
    code, out, err = run("documents", "--data", "donnees")
    assert (code, out) == (3, "")
    assert "donnees" in err


def content(folder: Path, *names: str) -> Settings:
    """A content of one town whose documents bear these names, replacing what stood in ``folder``."""
    documents = folder / "contenu" / "bellerive" / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    for old in documents.iterdir():
        old.unlink()
    for name in names:
        (documents / name).write_text(f"{name}\n{ACT}", encoding="utf-8")
    return Settings(data=str(folder / "var"), content=str(folder / "contenu"))


def test_the_content_s_documents_are_held_exactly_and_shown_only_when_it_is_on(run: Run, tmp_path: Path) -> None:
    run("ingest", "actes")
    for names in (("a.md", "b.md"), ("b.md", "c.md")):
        with open_library(content(tmp_path, *names)) as library:
            assert {one.file for one in library.documents()} == {"bibliotheque.txt", *names}
    with open_library(Settings(data=str(tmp_path / "var"), content="none")) as library:
        assert {one.file for one in library.documents()} == {"bibliotheque.txt"}


TARIFF = "Conseil municipal de Bellerive du 2 janvier 2030\n\nTARIFS DE LA BIBLIOTHEQUE\n\n" + "".join(
    f"{label} {price} €\n" for label, price in (("Adulte", "12,00"), ("Etudiant", "6,00"), ("Enfant", "3,00"))
)


def test_draft_grids_are_written_from_an_act_and_answer_only_once_someone_signed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actes" / "tarifs.txt").write_text(TARIFF, encoding="utf-8")
    run("ingest", "actes")
    code, out, _ = run("grids", "draft", "tarifs.txt", "--since", "01/09/2030", "--into", "brouillons")
    assert code == 0
    assert "1 brouillon" in out
    (draft,) = (tmp_path / "brouillons").rglob("*.toml")
    assert run("grids", "validate", str(draft))[0] == 3
    assert run("grids", "validate", str(draft), "--by", "A. Durand")[0] == 0
    assert 'by = "A. Durand"' in draft.read_text(encoding="utf-8")
    code, _, err = run("grids", "draft", "tarifs.txt", "--since", "01/09/2030", "--into", "brouillons")
    assert code == 3
    assert "existe déjà" in err


def test_a_document_without_a_table_gives_no_draft_and_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actes" / "bibliotheque.txt").write_text("Règlement de Bellerive.\n", encoding="utf-8")
    run("ingest", "actes")
    assert run("grids", "draft", "bibliotheque.txt", "--since", "01/09/2030")[0] == 1


def test_a_grid_is_printed_in_the_version_asked_for(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "contenu" / "bellerive"
    (folder / "grids" / "abonnement").mkdir(parents=True)
    (folder / "commune.toml").write_text('name = "Bellerive"\n', encoding="utf-8")
    for year, price in ((2029, "11.00"), (2030, "12.00")):
        (folder / "grids" / "abonnement" / f"{year}-09-01.toml").write_text(
            f'title = "Abonnement"\nin_force_from = {year}-09-01\nstanding = "adopted"\n'
            f'source = {{ document = "Tarifs", date = {year}-06-01, locator = "Tarifs", quote = "Abonnement" }}\n'
            f"[[rules]]\namount = {price}\n",
            encoding="utf-8",
        )
    common = ("--content", "contenu", "proof", "abonnement")
    assert "12,00" in run(*common)[1]
    assert "11,00" in run(*common, "--on", "01/10/2029")[1]
    assert run(*common, "--on", "01/10/2019")[0] == 2
    assert "Feuille écrite" in run(*common, "--into", "feuille.html")[1]
    assert "Abonnement" in (tmp_path / "feuille.html").read_text(encoding="utf-8")
