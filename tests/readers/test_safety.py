"""Bad files: each gives a French sentence that names the file, and never stops the batch or fills the memory."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from knowledge.errors import UnreadableDocument
from knowledge.readers import READERS, Limits, read
from knowledge.readers.limits import MEGABYTE
from tests.readers import make

ROOT = Path(__file__).parents[2]


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read(path, limits or Limits())
    message = str(refused.value)
    assert path.name in message
    return message


def sample(folder: Path, kind: str) -> Path:
    """A sound file of this kind, of one page."""
    path = folder / f"bon{kind}"
    match kind:
        case ".pdf":
            return make.pdf(path, [f"Article {n} du règlement des accueils de loisirs" for n in range(40)])
        case ".docx":
            return make.docx(path, make.word_line("Article 1"))
        case ".odt":
            return make.odt(path, "<text:p>Article 1</text:p>")
        case ".ods":
            row = "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
            return make.ods(path, f'<table:table table:name="A">{row}</table:table>')
        case ".xlsx":
            book = Workbook()
            book.active.append(["Article 1"])
            book.save(path)
            return path
        case _:
            path.write_text("<html><body><p>Article 1</p></body></html>" if kind == ".html" else "Article 1;2\n")
            return path


@pytest.mark.parametrize("kind", sorted(READERS))
def test_an_empty_file_is_refused_as_empty(tmp_path: Path, kind: str) -> None:
    (tmp_path / f"vide{kind}").touch()
    assert "vide" in refusal(tmp_path / f"vide{kind}")


@pytest.mark.parametrize("kind", sorted(READERS))
def test_binary_noise_is_refused_in_words(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"bruit{kind}"
    file.write_bytes(random.Random(1).randbytes(20_000))
    assert "Formats lus" in refusal(file) or "n'est pas" in refusal(file)


@pytest.mark.parametrize("kind", [".docx", ".odt", ".ods", ".xlsx"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_a_cut_office_file_is_refused_as_damaged(tmp_path: Path, kind: str, share: float) -> None:
    whole = sample(tmp_path, kind).read_bytes()
    file = tmp_path / f"coupé{kind}"
    file.write_bytes(whole[: int(len(whole) * share)])
    assert "abîmé" in refusal(file)


def test_a_cut_pdf_is_refused_or_read_with_a_warning(tmp_path: Path) -> None:
    whole = sample(tmp_path, ".pdf").read_bytes()
    file = tmp_path / "coupé.pdf"
    file.write_bytes(whole[: len(whole) // 3])
    assert "abîmé" in refusal(file)
    file.write_bytes(whole.rstrip().removesuffix(b"%%EOF"))
    reading = read(file)
    assert "Article 39" in reading.pages[0].text
    assert "semble coupé" in reading.problems[0].message


def test_an_encrypted_pdf_is_refused_by_its_password(tmp_path: Path) -> None:
    made = make.blank_pdf()
    made.add_page()
    made.cell(text="secret")
    made.set_encryption(owner_password="maire", user_password="adjoint")
    made.output(str(tmp_path / "clos.pdf"))
    assert "mot de passe" in refusal(tmp_path / "clos.pdf")


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    made = make.blank_pdf()
    made.add_page()
    made.cell(text="Article 1")
    made.set_encryption(owner_password="maire")
    made.output(str(tmp_path / "restreint.pdf"))
    assert read(tmp_path / "restreint.pdf").pages[0].text == "Article 1"


def test_encrypted_office_files_are_refused_by_their_password(tmp_path: Path) -> None:
    ole = tmp_path / "clos.docx"
    ole.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert "mot de passe" in refusal(ole)
    odf = make.odt(tmp_path / "clos.odt", "<text:p>bruit</text:p>")
    with zipfile.ZipFile(odf, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert "mot de passe" in refusal(odf)


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("ancien.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "anciens formats"),
        ("note.rtf", b"{\\rtf1 bonjour}", "RTF"),
        ("programme.exe", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" * 50, "Formats lus"),
    ],
)
def test_formats_that_are_not_read_say_what_to_do(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert word in refusal(tmp_path / name)


def test_an_archive_of_files_is_refused(tmp_path: Path) -> None:
    assert "un à un" in refusal(make.zipped(tmp_path / "actes.zip", a_xml="x"))


@pytest.mark.parametrize("kind", [".docx", ".odt", ".ods", ".xlsx"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, kind: str) -> None:
    bomb = sample(tmp_path, kind)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bombe.bin", bytes(30 * MEGABYTE))
    assert "anormalement gros" in refusal(bomb)


def test_an_archive_of_countless_members_is_refused(tmp_path: Path) -> None:
    assert "anormalement gros" in refusal(sample(tmp_path, ".docx"), Limits(members=0))


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "énorme.pdf"
    with file.open("wb") as made:
        made.write(b"%PDF-1.7\n")
        made.truncate(201 * MEGABYTE)
    message = refusal(file)
    assert "201 Mo" in message
    assert "200 Mo" in message


def test_a_pdf_named_docx_is_read_as_a_pdf_and_said(tmp_path: Path) -> None:
    file = sample(tmp_path, ".pdf").rename(tmp_path / "acte.docx")
    reading = read(file)
    assert "Article 1" in reading.pages[0].text
    assert "« .docx »" in reading.problems[0].message
    assert "« .pdf »" in reading.problems[0].message


@pytest.mark.parametrize(("kind", "named"), [(".docx", ".txt"), (".html", ".pdf"), (".csv", ".xlsx"), (".txt", "")])
def test_content_wins_over_the_name(tmp_path: Path, kind: str, named: str) -> None:
    file = sample(tmp_path, kind).rename(tmp_path / f"acte{named}")
    reading = read(file)
    assert "Article 1" in reading.pages[0].text
    assert len(reading.problems) == 1


@pytest.mark.parametrize("kind", [".txt", ".html", ".csv", ".pdf", ".docx", ".odt", ".ods", ".xlsx"])
def test_a_file_with_its_right_name_has_no_problem(tmp_path: Path, kind: str) -> None:
    assert read(sample(tmp_path, kind)).problems == ()


def test_capitals_in_the_extension_do_not_matter(tmp_path: Path) -> None:
    assert read(sample(tmp_path, ".pdf").rename(tmp_path / "ACTE.PDF")).problems == ()


@pytest.mark.parametrize("kind", [".txt", ".pdf", ".docx", ".xlsx"])
def test_a_file_deleted_while_it_is_read_is_told_as_gone(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, reader = sample(tmp_path, kind), READERS[kind]

    def deleted_first(path: Path, limits: Limits = Limits()) -> object:  # noqa: B008 - frozen
        path.unlink()
        return reader(path, limits)

    monkeypatch.setitem(READERS, kind, deleted_first)
    assert "introuvable" in refusal(file)


def test_a_missing_file_is_told_as_gone(tmp_path: Path) -> None:
    assert "introuvable" in refusal(tmp_path / "absent.pdf")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's right to read everything, which tests may run with."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_one_may_not_read_is_told_as_forbidden(tmp_path: Path) -> None:
    file = sample(tmp_path, ".txt")
    file.chmod(0)
    with as_nobody():
        assert "interdite" in refusal(file)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "dossier" in refusal(tmp_path)


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.txt")
    assert "ordinaire" in refusal(tmp_path / "tube.txt")


def test_xml_never_opens_what_it_points_at(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mot-de-passe")
    file = make.zipped(
        tmp_path / "fuite.odt",
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=f'<!DOCTYPE d [<!ENTITY e SYSTEM "file://{secret}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        '<d xmlns:text="t"><body><text><text:p>visible &e; &b;</text:p></text></body></d>',
    )
    text = read(file).pages[0].text
    assert "visible" in text
    assert "mot-de-passe" not in text
    assert "aaaa" not in text


def test_500_pages_are_read_in_flat_memory(tmp_path: Path) -> None:
    def peak(pages: int) -> int:
        file = make.pdf(tmp_path / f"{pages}.pdf", *([f"Ligne {n} du règlement" for n in range(30)],) * pages)
        script = (
            "import resource, sys; from pathlib import Path; from knowledge.readers import read\n"
            "assert len(read(Path(sys.argv[1])).pages) == int(sys.argv[2])\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        command = [sys.executable, "-c", script, str(file), str(pages)]
        return int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)

    assert peak(500) - peak(5) < 20_000  # kilobytes


def test_reading_is_imported_without_its_heavy_libraries() -> None:
    script = "import sys, knowledge.readers; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"pypdfium2", "pdfplumber", "openpyxl", "lxml", "selectolax", "PIL"} & set(done.stdout.split())


@cache
def _whole(kind: str) -> bytes:
    # Made once: an office file carries the second it was made in, and its length with it.
    with tempfile.TemporaryDirectory() as folder:
        return sample(Path(folder), kind).read_bytes()


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from([".pdf", ".docx", ".odt", ".ods", ".xlsx", ".html", ".txt"]), data=st.data())
def test_a_file_spoilt_anywhere_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, kind: str, data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("gâté") / f"acte{kind}"
    content = bytearray(_whole(kind))
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file.write_bytes(content)
    try:
        told = read(file).pages[0].text
    except UnreadableDocument as refused:
        told = str(refused)
    assert told.strip()
