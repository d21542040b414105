import io
import tarfile
from pathlib import Path

import pytest

from bot.backups import restore, save
from bot.register import open_register
from knowledge.errors import StoreUnavailable
from knowledge.store import Store
from tests.register.conftest import NOW


def town(data: Path) -> None:
    Store.open(data).close()
    (data / "originals").mkdir()
    (data / "originals" / "abc.pdf").write_bytes(b"%PDF")
    (data / "index").mkdir()
    (data / "index" / "current").write_text("x")


def test_a_backup_made_while_it_runs_gives_everything_back_but_the_index(tmp_path: Path) -> None:
    data, archive = tmp_path / "data", tmp_path / "b.tar.gz"
    town(data)
    with open_register(data) as register:
        register.people.invite("agent", (), "Ada", actor="poste", now=NOW, days=7)
        assert save(data, archive) == 3
    assert archive.stat().st_mode & 0o077 == 0
    assert restore(archive, tmp_path / "new") == 3
    assert (tmp_path / "new" / "originals" / "abc.pdf").read_bytes() == b"%PDF"
    assert not (tmp_path / "new" / "index").exists()
    with open_register(tmp_path / "new") as register:
        assert [one.label for one in register.people.invitations()] == ["Ada"]


def test_a_backup_never_covers_data(tmp_path: Path) -> None:
    data, archive = tmp_path / "data", tmp_path / "b.tar.gz"
    town(data)
    save(data, archive)
    with pytest.raises(StoreUnavailable, match="contient déjà des données"):
        restore(archive, data)


def test_nothing_to_save_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="--data"):
        save(tmp_path, tmp_path / "b.tar.gz")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"not an archive", b"\x1f\x8b\x08\x00cut"])
def test_what_is_no_backup_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.tar.gz").write_bytes(content)
    with pytest.raises(StoreUnavailable, match="sauvegarde"):
        restore(tmp_path / "b.tar.gz", tmp_path / "new")


def test_an_archive_that_climbs_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as tar:
        for name in ("vademecum.db", "../outside"):
            info = tarfile.TarInfo(name)
            info.size = 1
            tar.addfile(info, io.BytesIO(b"x"))
    with pytest.raises(StoreUnavailable):
        restore(tmp_path / "b.tar.gz", tmp_path / "new")
    assert not (tmp_path / "outside").exists()
