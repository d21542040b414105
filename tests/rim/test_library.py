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
