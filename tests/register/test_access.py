import pytest

from bot.access import (
    ADMINISTRATOR,
    AGENT,
    ASK,
    CURATOR,
    DEPOSIT,
    PENDING,
    PUBLIC,
    ROLES,
    WHOLE,
    Member,
    audiences_of,
    may,
    new_code,
    seal,
    sees,
)


def member(role: str, *services: str) -> Member:
    return Member("telegram", "1", role, services)


# A row: who asks, then whether they read what is for everyone, for the nursery, for the curators, and not confirmed.
READERS = {
    "a stranger": (None, False, False, False),
    "an agent": (member(AGENT), True, False, False),
    "an agent of the nursery": (member(AGENT, "Crèche"), True, True, False),
    "a curator": (member(CURATOR), True, False, True),
    "a curator of the nursery": (member(CURATOR, "creche"), True, True, True),
    "an administrator": (member(ADMINISTRATOR), True, True, True),
    "a role that is no more": (member("mayor"), False, False, False),
}


@pytest.mark.parametrize(("who", "everyone", "nursery", "curators"), READERS.values(), ids=READERS)
def test_each_reads_what_is_for_them(who: Member | None, everyone: bool, nursery: bool, curators: bool) -> None:
    audiences = audiences_of(who)
    assert (sees(audiences, "everyone"), sees(audiences, "tous"), sees(audiences, "")) == (everyone,) * 3
    assert sees(audiences, "crèche") is nursery
    assert (sees(audiences, "curators"), sees(audiences, "Référents")) == (curators,) * 2
    assert not sees(audiences, PENDING)


@pytest.mark.parametrize("audiences", [PUBLIC, WHOLE])
def test_a_document_to_confirm_answers_nobody(audiences: frozenset[str]) -> None:
    assert not sees(audiences, "pending")


def test_only_curators_and_administrators_bring_documents() -> None:
    assert {role for role in ROLES if may(member(role), DEPOSIT)} == {CURATOR, ADMINISTRATOR}
    assert not may(None, ASK)


def test_a_code_fits_a_deep_link_and_its_seal_does_not_give_it_back() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code) <= 64 and code.replace("-", "").replace("_", "").isalnum() for code in codes)
    assert all(code not in seal(code) for code in codes)
