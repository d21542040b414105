from tests.rim.transcript import BLOCK, README, rewritten


def test_the_readme_shows_what_the_program_answers() -> None:
    page = README.read_text(encoding="utf-8")
    assert BLOCK.search(page)
    assert rewritten(page) == page, "python -m tests.rim.transcript writes the README anew"
