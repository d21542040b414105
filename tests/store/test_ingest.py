"""Taking files in: once, again, changed, moved, removed, broken."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.documents import Document, Outline
from knowledge.ingest import Progress, Report, ingest
from knowledge.outline import outline
from knowledge.readers import read, second
from knowledge.readers.limits import Limits
from knowledge.standings import Standing
from knowledge.store import Store
from tests.readers import make
from tests.store.conftest import Opener

NOW = datetime(2030, 5, 18, 8, tzinfo=UTC)
ACT = (
    "Règlement de la cantine de la commune de Bourg-Test\nSéance du 17 mai 2030\n\n"
    "Article 1\nLe repas est servi à midi.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "actes"
    (place / "sous").mkdir(parents=True)
    (place / "cantine.txt").write_text(ACT)
    (place / "sous" / "parc.txt").write_text(ACT.replace("cantine", "piscine").replace("repas", "bain"))
    return place


def take(store: Store, *paths: Path) -> Report:
    return ingest(paths, store, now=NOW)


def test_a_folder_and_its_sub_folders_are_taken_in(store: Store, folder: Path) -> None:
    (folder / ".cache").write_text("x")
    (folder / "~$ouvert.docx").write_text("x")
    seen: list[Progress] = []

    report = ingest([folder], store, now=NOW, on_progress=seen.append)

    assert report.added == ("cantine", "parc")
    assert report.summary == "Documents : 2 ajoutés."
    assert seen == [Progress(1, 2, "cantine.txt"), Progress(2, 2, "parc.txt")]
    assert [one.ingested_at for one in store.documents()] == ["2030-05-18T08:00:00+00:00"] * 2
    assert any("midi" in one.text for one in store.of_document("cantine"))


def test_a_pdf_is_read_again_once_the_second_reader_of_scans_is_there(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.pdf(folder / "plan.pdf", ["Plan des berges du canal"])
    monkeypatch.setattr(second, "available", lambda: False)
    take(store, folder)
    monkeypatch.setattr(second, "available", lambda: True)
    assert take(store, folder).replaced == ("plan",)
    assert take(store, folder).replaced == ()


def test_what_is_held_unchanged_is_not_read_again(store: Store, folder: Path) -> None:
    take(store, folder)
    before = store.stamp()

    report = take(store, folder)

    assert report.unchanged == ("cantine", "parc")
    assert store.stamp() == before


def test_a_changed_file_replaces_its_old_passages_and_keeps_its_id(store: Store, folder: Path) -> None:
    take(store, folder)
    (folder / "cantine.txt").write_text(ACT.replace("midi", "treize heures"))

    report = take(store, folder)

    assert report.replaced == ("cantine",)
    assert not any("midi" in one.text for one in store.of_document("cantine"))


def test_new_words_about_a_file_are_enough_to_take_it_again(store: Store, folder: Path) -> None:
    take(store, folder)
    (folder / "documents.toml").write_text('[[documents]]\nfile="cantine.txt"\ntitle="Repas"\nstanding="adopted"\n')

    report = take(store, folder)

    assert report.replaced == ("cantine",)
    held = store.held("cantine")
    assert held is not None
    assert (held.metadata.title, held.metadata.standing) == ("Repas", Standing.ADOPTED)


def test_a_description_counts_for_a_file_given_alone(store: Store, folder: Path) -> None:
    (folder / "documents.toml").write_text('[[documents]]\nfile="cantine.txt"\ntitle="Repas"\n')

    take(store, folder / "cantine.txt")

    assert [one.metadata.title for one in store.documents()] == ["Repas"]


def test_what_nobody_can_tell_is_a_problem_and_not_a_guess(store: Store, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Bonjour à tous.\n")

    report = take(store, tmp_path / "note.txt")

    held = store.held("note")
    assert held is not None
    assert (held.metadata.date, held.metadata.communes) == (None, ())
    told = " ".join(str(problem) for problem in report.problems)
    assert "sa date" in told
    assert "sa commune" in told
    assert held.problems == report.problems


def test_a_removed_file_stays_held_and_is_told(store: Store, folder: Path) -> None:
    take(store, folder)
    (folder / "cantine.txt").unlink()

    report = take(store, folder)

    assert report.gone == ("cantine",)
    assert any("vademecum forget cantine" in problem.message for problem in report.problems)
    assert store.held("cantine") is not None


def test_a_moved_file_keeps_its_id(store: Store, folder: Path) -> None:
    take(store, folder)
    (folder / "cantine.txt").rename(folder / "sous" / "repas.txt")

    report = take(store, folder)

    assert (report.replaced, report.gone) == (("cantine",), ())
    assert [one.file for one in store.documents()] == ["parc.txt", "repas.txt"]


def test_a_copy_of_a_held_file_is_not_held_twice(store: Store, folder: Path) -> None:
    (folder / "copie.txt").write_text(ACT)

    report = take(store, folder)

    assert report.added == ("cantine", "parc")
    assert any("même contenu" in problem.message for problem in report.problems)


def test_the_same_text_adopted_by_two_communes_is_two_documents(store: Store, folder: Path) -> None:
    (folder / "copie.txt").write_text(ACT)
    entries = (f'[[documents]]\nfile="{name}.txt"\ncommunes=["{name}"]\n' for name in ("cantine", "copie"))
    (folder / "documents.toml").write_text("".join(entries))

    assert take(store, folder).added == ("cantine", "copie", "parc")
    assert take(store, folder).unchanged == ("cantine", "copie", "parc")


def test_two_files_of_one_name_are_two_documents_each_time(store: Store, folder: Path) -> None:
    (folder / "sous" / "cantine.txt").write_text(ACT.replace("midi", "midi trente"))

    first = take(store, folder)
    again = take(store, folder)

    assert len(set(first.added)) == 3
    assert set(again.unchanged) == set(first.added)


def test_a_bad_file_is_told_and_the_others_are_in(store: Store, folder: Path) -> None:
    (folder / "bruit.pdf").write_bytes(bytes(random.Random(1).randbytes(4096)))
    (folder / "vide.docx").write_bytes(b"")

    report = take(store, folder)

    assert set(report.added) >= {"cantine", "parc"}
    assert {Path(one).name for one in report.failed} == {"bruit.pdf", "vide.docx"}
    assert "2 non lus" in report.summary
    assert len([one for one in report.problems if one.file in report.failed]) == 2


def test_a_file_too_large_is_told_before_it_is_read(store: Store, folder: Path) -> None:
    report = ingest([folder], store, now=NOW, limits=Limits(file_bytes=10))

    assert len(report.failed) == 2
    assert store.documents() == []


def test_a_path_that_does_not_exist_is_told(store: Store, tmp_path: Path) -> None:
    report = take(store, tmp_path / "absent.txt")

    assert len(report.failed) == 1
    assert "absent.txt" in str(report.problems[0])


def test_a_surprise_in_a_reader_keeps_no_other_file_out(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def surprising(path: Path, limits: Limits) -> object:
        if path.name == "cantine.txt":
            raise ZeroDivisionError
        return read(path, limits)

    monkeypatch.setattr("knowledge.ingest.run.read", surprising)
    report = take(store, folder)

    assert report.added == ("parc",)
    assert "erreur inattendue" in report.problems[0].message


def test_a_document_that_cannot_be_saved_keeps_no_other_out(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(document: Document) -> Outline:
        cut = outline(document)
        return replace(cut, passages=cut.passages * 2) if document.id == "cantine" else cut

    monkeypatch.setattr("knowledge.ingest.run.outline", twice)
    report = take(store, folder)

    assert report.added == ("parc",)
    assert [one.id for one in store.documents()] == ["parc"]


def test_with_a_base_the_same_files_are_recognised_wherever_they_lie(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    ingest([folder], store, origin="content", now=NOW, base=folder)
    before = store.stamp()
    moved = tmp_path / "ailleurs"
    folder.rename(moved)

    report = ingest([moved], store, origin="content", now=NOW, base=moved)

    assert report.unchanged == ("cantine", "parc")
    assert store.stamp() == before


def test_origins_do_not_take_each_others_documents(store: Store, folder: Path) -> None:
    take(store, folder)

    report = ingest([folder], store, origin="content", now=NOW)

    assert len(report.added) == 2
    assert not set(report.added) & {"cantine", "parc"}
    assert len(store.documents()) == 4


def test_an_index_can_follow_each_document(store: Store, folder: Path) -> None:
    seen: list[int] = []

    ingest([folder], store, now=NOW, on_saved=lambda: seen.append(store.stamp()[1]))

    assert seen == [1, 2]


def test_an_ingest_killed_at_any_moment_leaves_whole_documents_and_the_next_goes_on(
    opened: Opener, tmp_path: Path
) -> None:
    folder = tmp_path / "actes"
    folder.mkdir()
    for number in range(30):
        articles = "\n\n".join(f"Article {n}\nLa règle {n} de l'acte {number}." for n in range(1, 30))
        (folder / f"acte-{number:02}.txt").write_text(f"Règlement {number}\n\n{articles}\n")
    script = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from knowledge.store import Store; from knowledge.ingest import ingest\n"
        "store = Store.open(Path(sys.argv[1])); print('ready', flush=True)\n"
        "ingest([Path(sys.argv[2])], store, now=datetime.now(UTC))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    reference = opened(tmp_path / "reference")
    take(reference, folder)
    whole = {one.id: list(reference.of_document(one.id)) for one in reference.documents()}
    chance = random.Random(20)

    counts = []
    for _ in range(4):
        command = [sys.executable, "-c", script, str(tmp_path / "data"), str(folder)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()
            time.sleep(chance.uniform(0.02, 0.25))
            running.send_signal(signal.SIGKILL)
        store = opened(tmp_path / "data")
        held = {one.id: list(store.of_document(one.id)) for one in store.documents()}
        assert held.items() <= whole.items()
        assert all(store.original(id) is not None for id in held)
        counts.append(len(held))

    report = take(store, folder)

    assert counts == sorted(counts)
    assert {one.id: list(store.of_document(one.id)) for one in store.documents()} == whole
    assert len(report.unchanged) == counts[-1]
    assert len(list((store.folder / "originals").iterdir())) == 30
