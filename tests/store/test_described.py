"""A folder's ``documents.toml``: what is right is used, what is wrong is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.documents import Metadata
from knowledge.ingest.described import described
from knowledge.standings import Standing


def test_a_folder_without_description_is_no_fault(tmp_path: Path) -> None:
    assert described(tmp_path).files == {}
    assert described(tmp_path).problems == ()


def test_everything_said_of_a_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "documents.toml").write_text(
        '[[documents]]\nfile="a.txt"\ntitle=" Tarifs "\nkind="tarifs"\ncommunes=["Bourg", "Ville"]\n'
        'date=2030-05-17\nstanding="en vigueur"\naudience="agents"\n'
    )

    told = described(tmp_path)

    expected = Metadata("Tarifs", "tarifs", ("Bourg", "Ville"), date(2030, 5, 17), Standing.IN_FORCE, "agents")
    assert told.files == {(tmp_path / "a.txt").resolve(): expected}
    assert told.problems == ()


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[[documents]]\nfile="absent.txt"', "n'est pas dans le dossier"),
        ('[[documents]]\nfile="a.txt"\ncouleur="bleu"', "couleur"),
        ('[[documents]]\nfile="a.txt"\n[autre]\nx=1', "autre"),
        ('[[documents]]\nfile="a.txt"\ndate="hier"', "date = 2025-06-19"),
        ('[[documents]]\nfile="a.txt"\ncommunes="Bourg"', "liste"),
        ('[[documents]]\nfile="a.txt"\ntitle=3', "title"),
        ('[[documents]]\nfile="a.txt"\nstanding="peut-être"', "peut-être"),
        ('[[documents]]\nfile="a.txt"\n[[documents]]\nfile="a.txt"', "deux entrées"),
        ('[[documents]]\ntitle="sans fichier"', "file"),
        ("documents = 3", "[[documents]]"),
        ("[[documents", "illisible"),
    ],
)
def test_each_fault_is_told_with_its_file(tmp_path: Path, toml: str, told: str) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "documents.toml").write_text(toml)

    problems = described(tmp_path).problems

    assert len(problems) == 1
    assert told in problems[0].message
    assert problems[0].file.endswith("documents.toml")


def test_a_description_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "documents.toml").write_bytes('[[documents]]\nfile="é.txt"'.encode("latin-1"))

    assert "illisible" in described(tmp_path).problems[0].message
