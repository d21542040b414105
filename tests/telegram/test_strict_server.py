"""The server itself, spoken to by the real library: what Telegram would refuse, it refuses, in the same words."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from tests.telegram.errors import ApiError
from tests.telegram.faults import Fault, Flood
from tests.telegram.person import Person, group
from tests.telegram.server import TOKEN, BotApi

Work = Callable[[Bot], Awaitable[Any]]


def talk(api: BotApi, work: Work, token: str = TOKEN) -> Any:
    """Do ``work`` with a bot of the real library, connected to the server."""

    async def doing() -> Any:
        async with Bot(token, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot") as bot:
            return await work(bot)

    return asyncio.run(doing())


def keyboard(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Oui", callback_data=data)]])


@pytest.fixture
def ada(api: BotApi) -> Person:
    person = Person(api, "Ada")
    person.types("bonjour")
    return person


REFUSED: dict[str, tuple[Callable[[Bot, int], Awaitable[Any]], str]] = {
    "an empty text": (lambda bot, chat: bot.send_message(chat, "  "), "text is empty"),
    "a text too long": (lambda bot, chat: bot.send_message(chat, "x" * 4097), "is too long"),
    "a text too long in UTF-16": (lambda bot, chat: bot.send_message(chat, "😀" * 2049), "is too long"),
    "bad HTML": (lambda bot, chat: bot.send_message(chat, "2 < 3", parse_mode="HTML"), 'unsupported start tag ""'),
    "an unknown chat": (lambda bot, chat: bot.send_message(1, "x"), "chat not found"),
    "a button without data": (lambda bot, chat: bot.send_message(chat, "x", reply_markup=keyboard("")), "data_invalid"),
    "65 bytes in a button": (
        lambda bot, chat: bot.send_message(chat, "x", reply_markup=keyboard("é" * 32 + "x")),
        "button_data_invalid",
    ),
    "nine buttons in a row": (
        lambda bot, chat: bot.send_message(
            chat, "x", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="b")] * 9])
        ),
        "too long",
    ),
    "a caption too long": (
        lambda bot, chat: bot.send_document(chat, b"x", filename="a", caption="x" * 1025),
        "caption is too long",
    ),
    "a photo that is none": (lambda bot, chat: bot.send_photo(chat, b"x"), "image_process_failed"),
    "an answer to nothing": (
        lambda bot, chat: bot.send_message(chat, "x", reply_to_message_id=999),
        "replied not found",
    ),
    "an edit of nothing": (lambda bot, chat: bot.edit_message_text("x", chat, 999), "to edit not found"),
    "an edit of a person's words": (lambda bot, chat: bot.edit_message_text("x", chat, 1), "can't be edited"),
    "an unknown action": (lambda bot, chat: bot.send_chat_action(chat, "dancing"), "wrong parameter action"),
    "an unknown query": (lambda bot, chat: bot.answer_callback_query("1"), "query is too old"),
    "a file nobody has": (lambda bot, chat: bot.get_file("BQAC"), "wrong file_id"),
    "a command with a capital": (lambda bot, chat: bot.set_my_commands([BotCommand("Aide", "x")]), "command_invalid"),
    "a webhook in the clear": (lambda bot, chat: bot.set_webhook("http://mairie.example/x"), "https url"),
    "a webhook's odd secret": (lambda bot, chat: bot.set_webhook("https://a.fr/", secret_token="é"), "unallowed"),
}  # fmt: skip


@pytest.fixture(scope="module")
def someone() -> Iterator[Person]:
    """A person on a server that all the refusals share: a refusal changes nothing."""
    with BotApi() as shared:
        person = Person(shared, "Ada")
        person.types("bonjour")
        yield person


@pytest.mark.parametrize("case", REFUSED)
def test_what_telegram_refuses_is_refused(case: str, someone: Person) -> None:
    call, words = REFUSED[case]
    with pytest.raises(BadRequest) as refused:
        talk(someone.api, lambda bot: call(bot, someone.id))
    assert words in str(refused.value).lower()


def test_what_telegram_takes_is_taken_to_the_last_unit(api: BotApi, ada: Person) -> None:
    async def work(bot: Bot) -> None:
        await bot.send_message(ada.id, "😀" * 2048, reply_markup=keyboard("é" * 32))
        await bot.send_document(ada.id, b"x", filename="acte.pdf", caption="x" * 1024)

    talk(api, work)
    assert [len(one.text) for one in ada.said()] == [2048, 1024]


def test_a_message_is_shown_with_its_entities(api: BotApi, ada: Person) -> None:
    talk(api, lambda bot: bot.send_message(ada.id, "😀 <b>12 €</b>", parse_mode="HTML"))
    assert ada.hears().entities("bold") == ["12 €"]


def test_an_edit_that_changes_nothing_is_refused_and_a_real_one_drops_the_buttons(api: BotApi, ada: Person) -> None:
    async def work(bot: Bot) -> None:
        message = await bot.send_message(ada.id, "x", reply_markup=keyboard("a"))
        with pytest.raises(BadRequest, match="not modified"):
            await bot.edit_message_text("x", ada.id, message.message_id, reply_markup=keyboard("a"))
        await bot.edit_message_text("y", ada.id, message.message_id)

    talk(api, work)
    assert [(one.text, one.labels) for one in ada.said()] == [("y", ())]


def test_updates_come_again_until_they_are_confirmed(api: BotApi, ada: Person) -> None:
    async def work(bot: Bot) -> list[int]:
        first = (await bot.get_updates())[0].update_id
        again = (await bot.get_updates())[0].update_id
        rest = await bot.get_updates(offset=first + 1)
        return [again - first, len(rest), len(await bot.get_updates())]

    assert talk(api, work) == [0, 0, 0]


def test_a_poll_waits_for_an_update_and_a_second_poll_ends_it(api: BotApi, ada: Person) -> None:
    async def work(bot: Bot) -> None:
        offset = (await bot.get_updates())[0].update_id + 1
        waiting = asyncio.create_task(bot.get_updates(offset=offset, timeout=20))
        await asyncio.sleep(0.1)
        await asyncio.to_thread(ada.types, "encore")
        assert [update.message.text for update in await waiting if update.message] == ["encore"]

    async def two(bot: Bot) -> None:
        waiting = asyncio.create_task(bot.get_updates(offset=-1, timeout=20))
        confirmed = (await waiting)[0].update_id + 1
        waiting = asyncio.create_task(bot.get_updates(offset=confirmed, timeout=20))
        await asyncio.sleep(0.1)
        async with Bot(TOKEN, base_url=f"{api.url}/bot") as other:
            await other.get_updates(offset=confirmed)
        await waiting

    talk(api, work)
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        talk(api, two)


def test_a_bot_with_a_webhook_cannot_poll(api: BotApi) -> None:
    async def work(bot: Bot) -> None:
        await bot.set_webhook("https://mairie.example/telegram")
        await bot.get_updates()

    with pytest.raises(Conflict, match="webhook is active"):
        talk(api, work)


def test_a_query_expires(api: BotApi, ada: Person) -> None:
    talk(api, lambda bot: bot.send_message(ada.id, "x", reply_markup=keyboard("a")))
    quick, slow = ada.taps("Oui"), ada.taps("Oui")
    talk(api, lambda bot: bot.answer_callback_query(quick.id, "C'est noté"))
    assert ada.toast(quick) == "C'est noté"
    api.world.ahead += 60
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        talk(api, lambda bot: bot.answer_callback_query(slow.id))


def test_strangers_and_those_who_blocked_the_bot_cannot_be_written_to(api: BotApi, ada: Person) -> None:
    bob = Person(api, "Bob")
    with pytest.raises(Forbidden, match="can't initiate"):
        talk(api, lambda bot: bot.send_message(bob.id, "x"))
    ada.blocks()
    with pytest.raises(Forbidden, match="blocked by the user"):
        talk(api, lambda bot: bot.send_message(ada.id, "x"))


def test_a_group_is_a_chat_of_its_own(api: BotApi) -> None:
    town = group(api, "Accueil")
    Person(api, "Ada", town).types("/aide@essai_vademecum_bot")
    talk(api, lambda bot: bot.send_message(town.id, "x"))
    assert [one["text"] for one in town.messages.values()] == ["/aide@essai_vademecum_bot", "x"]


@pytest.mark.parametrize("token", ["7000001:" + "x" * 35, "pas-un-jeton"])
def test_a_wrong_token_is_refused(token: str, api: BotApi) -> None:
    with pytest.raises(InvalidToken):
        talk(api, lambda bot: bot.get_me(), token)


def test_a_file_goes_up_and_comes_down_unless_it_is_too_big(api: BotApi, ada: Person) -> None:
    ada.sends("acte.pdf", b"%PDF-1.7 petit")
    ada.sends("gros.pdf", b"%PDF-1.7", size=20 * 2**20 + 1)

    async def work(bot: Bot) -> bytes:
        _, small, big = [update.message for update in await bot.get_updates()]
        assert small and small.document
        assert big and big.document
        with pytest.raises(BadRequest, match=r"(?i)file is too big"):
            await bot.get_file(big.document.file_id)
        return bytes(await (await bot.get_file(small.document.file_id)).download_as_bytearray())

    assert talk(api, work) == b"%PDF-1.7 petit"


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("sendMessage", error=ApiError(500, "Internal Server Error")), NetworkError),
        (Fault("sendMessage", error=ApiError(502, "Bad Gateway")), NetworkError),
        (Fault("sendMessage", cut=True), NetworkError),
        (Fault("sendMessage", error=ApiError(429, "Too Many Requests: retry after 3", 3)), RetryAfter),
    ],
    ids=["500", "502", "cut", "429"],
)
def test_an_ordered_fault_befalls_one_call(fault: Fault, kind: type[TelegramError], api: BotApi, ada: Person) -> None:
    api.order(fault)
    with pytest.raises(kind):
        talk(api, lambda bot: bot.send_message(ada.id, "un"))
    talk(api, lambda bot: bot.send_message(ada.id, "deux"))
    assert [one.text for one in ada.said()] == ["deux"]


def test_a_cut_after_the_work_leaves_the_message_in_the_chat(api: BotApi, ada: Person) -> None:
    api.order(Fault("sendMessage", cut=True, done=True))
    with pytest.raises(NetworkError):
        talk(api, lambda bot: bot.send_message(ada.id, "un"))
    assert [one.text for one in ada.said()] == ["un"]


def test_a_flooded_chat_notes_who_does_not_wait(api: BotApi, ada: Person) -> None:
    flood = Flood(ada.id)
    flood.pours(5)
    api.mishaps.floods.append(flood)
    for _ in range(2):
        with pytest.raises(RetryAfter):
            talk(api, lambda bot: bot.send_message(ada.id, "un"))
    assert flood.impatient == 1


def test_the_webhook_is_posted_to_again_until_it_says_yes_in_order_within_a_chat(api: BotApi) -> None:
    ada, bob = Person(api, "Ada"), Person(api, "Bob")
    heard: list[tuple[str, str | None]] = []
    refusals = {"un": 2}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if line)
        body = httpx.Response(200, content=await reader.readexactly(int(fields["content-length"]))).json()
        text = body["message"]["text"]
        refusals[text] = refusals.get(text, 0) - 1
        heard.append((text, fields.get("x-telegram-bot-api-secret-token")))
        status = "500 Oops" if refusals[text] >= 0 else "200 OK"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async def work(bot: Bot) -> None:
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            await bot.set_webhook(f"http://127.0.0.1:{port}/t", secret_token="chut")
            for person, text in ((ada, "un"), (ada, "deux"), (bob, "trois")):
                await asyncio.to_thread(person.types, text)
            await asyncio.to_thread(api.until, lambda: not api.world.pending)
            info = await bot.get_webhook_info()
            assert info.last_error_message == "Wrong response from the webhook: 500 Oops"

    talk(api, work)
    assert {secret for _, secret in heard} == {"chut"}
    assert [text for text, _ in heard if text != "trois"] == ["un", "un", "un", "deux"]
    assert [text for text, _ in heard].count("trois") == 1


def test_updates_can_be_held_back_repeated_and_turned_round(api: BotApi, ada: Person) -> None:
    talk(api, lambda bot: bot.get_updates(offset=-1))
    api.do(lambda: setattr(api.world, "holding", True))
    ada.types("un")
    ada.types("deux")
    api.do(lambda: api.world.release(twice=True, backwards=True))

    async def work(bot: Bot) -> list[str | None]:
        return [update.message.text for update in await bot.get_updates() if update.message]

    assert talk(api, work) == ["deux", "deux", "un", "un", "bonjour", "bonjour"]
