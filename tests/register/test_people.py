from datetime import timedelta
from pathlib import Path

import pytest

from bot.access import AGENT, CURATOR
from bot.messages import Dialogue
from bot.register import Register, open_register
from bot.register.people import NotInvited
from tests.register.conftest import NOW


def invited(register: Register, role: str = AGENT) -> str:
    code, _ = register.people.invite(role, ("Crèche",), "Ada", actor="poste:ada", now=NOW, days=7)
    return code


def test_an_invitation_lets_one_person_in_once(register: Register) -> None:
    code = invited(register, CURATOR)
    member = register.people.redeem(code, "telegram", "42", NOW)
    assert (member.role, member.services, member.label) == (CURATOR, ("Crèche",), "Ada")
    assert register.people.member("telegram", "42") == member
    assert register.people.member("web", "42") is None
    with pytest.raises(NotInvited):
        register.people.redeem(code, "telegram", "43", NOW)
    assert register.people.member("telegram", "43") is None


@pytest.mark.parametrize("late", [timedelta(days=7), timedelta(days=400)])
def test_an_invitation_expires(register: Register, late: timedelta) -> None:
    code = invited(register)
    with pytest.raises(NotInvited):
        register.people.redeem(code, "telegram", "42", NOW + late)


def test_a_revoked_invitation_lets_nobody_in(register: Register) -> None:
    code = invited(register)
    (made,) = register.people.invitations()
    assert register.people.revoke(made.id, actor="poste", now=NOW)
    with pytest.raises(NotInvited):
        register.people.redeem(code, "telegram", "42", NOW)
    assert not register.people.revoke(made.id, actor="poste", now=NOW)


def test_a_code_is_never_on_the_disk(register: Register, tmp_path: Path) -> None:
    code = invited(register)
    register.people.redeem(code, "telegram", "42", NOW)
    assert not any(code.encode() in file.read_bytes() for file in tmp_path.iterdir())


@pytest.mark.parametrize("name", ["42", "telegram:42", "Ada"])
def test_a_removed_member_is_out_at_once_with_what_they_said(register: Register, name: str) -> None:
    register.people.redeem(invited(register), "telegram", "42", NOW)
    register.talks.save("telegram:42:42", Dialogue(question="prix"), NOW)
    assert register.people.revoke(name, actor="poste", now=NOW)
    assert register.people.member("telegram", "42") is None
    assert register.talks.load("telegram:42:42", NOW, 12) is None


def test_a_name_borne_twice_removes_nobody(register: Register) -> None:
    for account in ("42", "43"):
        register.people.redeem(invited(register), "telegram", account, NOW)
    assert not register.people.revoke("Ada", actor="poste", now=NOW)
    assert len(register.people.members()) == 2


def test_each_administrative_act_leaves_its_line(register: Register) -> None:
    register.people.redeem(invited(register), "telegram", "42", NOW)
    register.people.revoke("42", actor="poste:bob", now=NOW)
    assert [(actor, act) for _, actor, act, _ in register.people.audit()] == [
        ("poste:ada", "invite"),
        ("telegram:42", "join"),
        ("poste:bob", "revoke"),
    ]


def test_another_process_sees_a_removal_at_the_next_question(register: Register, tmp_path: Path) -> None:
    register.people.redeem(invited(register), "telegram", "42", NOW)
    with open_register(tmp_path) as other:
        other.people.revoke("42", actor="poste", now=NOW)
    assert register.people.member("telegram", "42") is None
