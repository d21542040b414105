"""The house's shape: imports go one way, pure modules stay pure, one file names concrete classes."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ALLOWED = {"knowledge": {"knowledge"}, "index": {"index", "knowledge"}, "bot": {"bot", "index", "knowledge"}}
MODULES = sorted(file for package in ALLOWED for file in (ROOT / package).rglob("*.py"))

# Where the world may come in; every other module is pure: what it needs is an argument.
RIM = ("bot/backups.py", "bot/channels/", "bot/commands/", "bot/cli.py", "bot/config.py", "bot/dialogues.py",
       "bot/faults.py", "bot/register/", "bot/wiring.py", "index/whoosh", "index/folder.py", "index/snapshot.py",
       "knowledge/readers/", "knowledge/store/", "knowledge/ingest")  # fmt: skip
OUTSIDE = {
    "telegram",
    "whoosh",
    "sqlite_utils",
    "sqlite3",
    "socket",
    "subprocess",
    "urllib",
    "httpx",
    "shutil",
    "tempfile",
}
CLOCK = {"today", "now", "utcnow", "time", "time_ns"}
CONCRETE = {"Store", "WhooshEngine", "Assistant"}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imports(file: Path) -> set[tuple[str, str]]:
    """Every (module, name) a file imports, wherever it does."""
    found = set[tuple[str, str]]()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {(alias.name, "") for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "", alias.name) for alias in node.names}
    return found


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_imports_go_one_way(file: Path) -> None:
    package = file.relative_to(ROOT).parts[0]
    ours = {module.split(".")[0] for module, _ in imports(file)} & set(ALLOWED)
    assert ours <= ALLOWED[package]


@pytest.mark.parametrize("file", [m for m in MODULES if not name_of(m).startswith(RIM)], ids=name_of)
def test_a_pure_module_touches_no_outside_library_and_reads_no_clock(file: Path) -> None:
    assert not {module.split(".")[0] for module, _ in imports(file)} & OUTSIDE
    calls = [node.func for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not {call.attr for call in calls if isinstance(call, ast.Attribute)} & CLOCK


@pytest.mark.parametrize("file", [m for m in MODULES if not name_of(m).startswith("knowledge/")], ids=name_of)
def test_only_the_wiring_names_concrete_classes(file: Path) -> None:
    assert not {name for _, name in imports(file)} & CONCRETE or name_of(file) == "bot/wiring.py"
