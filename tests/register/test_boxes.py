from bot.register import Register
from bot.register.inbox import Received
from bot.register.outbox import SENDING, WAITING


def update(number: int, chat: int = 7, message: int = 0) -> Received:
    return Received(number, chat, message or number, f'{{"n":{number}}}')


def test_an_update_that_comes_twice_waits_once(register: Register) -> None:
    assert register.inbox.take([update(1), update(2)], "t") == [7]
    assert register.inbox.take([update(2), update(1)], "t") == []
    first = register.inbox.next(7)
    assert first is not None and first.id == 1
    register.inbox.done(1)
    assert register.inbox.take([update(1)], "t") == []
    second = register.inbox.next(7)
    assert second is not None and second.id == 2


def test_updates_out_of_order_are_answered_in_order(register: Register) -> None:
    register.inbox.take([update(5), update(3)], "t")
    first = register.inbox.next(7)
    assert first is not None and first.id == 3


def test_each_try_is_counted(register: Register) -> None:
    register.inbox.take([update(1)], "t")
    tries = [register.inbox.next(7) for _ in range(3)]
    assert [one.attempts for one in tries if one] == [0, 1, 2]


def test_what_was_said_is_erased_once_answered(register: Register) -> None:
    register.inbox.take([update(1)], "t")
    parcel = register.outbox.put(7, "a secret answer", "t")
    register.inbox.done(1)
    register.outbox.sent(parcel, 12)
    kept = register.database.rows("SELECT event FROM inbox UNION ALL SELECT outgoing FROM outbox")
    assert kept == [("",), ("",)]


def test_a_parcel_being_sent_is_told_from_one_that_waits(register: Register) -> None:
    register.inbox.take([update(1, message=30), update(2, chat=8, message=44)], "t")
    parcel = register.outbox.put(7, "x", "t")
    before = register.outbox.next(7)
    assert before is not None and before.state == WAITING
    register.outbox.sending(parcel, 7)
    found = register.outbox.next(7)
    assert found is not None and (found.state, found.floor, found.beyond) == (SENDING, 30, 44)


def test_every_number_known_in_a_chat_is_known_and_no_other(register: Register) -> None:
    register.inbox.take([update(1, message=30), update(2, chat=8, message=31)], "t")
    parcel = register.outbox.put(7, "x", "t")
    register.outbox.sent(parcel, 33)
    assert register.outbox.known(7, 29) == {30, 33}
    assert register.outbox.known(7, 30) == {33}
    assert register.outbox.known_beside(7, 29) == {30, 31, 33}


def test_a_supergroup_counts_its_messages_alone(register: Register) -> None:
    group = -1_000_000_000_123
    register.inbox.take([update(1, message=30), update(2, chat=group, message=5)], "t")
    register.outbox.sending(register.outbox.put(group, "x", "t"), group)
    found = register.outbox.next(group)
    assert found is not None and (found.floor, found.beyond) == (5, 5)
    assert register.outbox.known_beside(group, 0) == {5}
    assert register.outbox.known_beside(7, 0) == {30}


def test_nothing_more_is_sent_to_who_left(register: Register) -> None:
    register.outbox.put(7, "x", "t")
    register.outbox.put(8, "y", "t")
    register.outbox.drop(7)
    assert register.outbox.next(7) is None
    assert register.outbox.waiting() == [8]


def test_a_transaction_is_whole_or_nothing(register: Register) -> None:
    class Broken(Exception):
        pass

    try:
        with register.database.writing():
            register.outbox.put(7, "x", "t")
            raise Broken
    except Broken:
        pass
    assert register.outbox.next(7) is None
