"""Whoever has not been let in gets one closed sentence, whatever they try: not a word of what the documents hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from bot.register import open_register
from tests.telegram.conftest import COMMUNE, Begin
from tests.telegram.crowd import admit
from tests.telegram.person import Person, addressed, deep_link, group
from tests.telegram.process import BotProcess
from tests.telegram.server import BotApi
from tests.telegram.world import Json

COMMANDS = "start aide sujets commune date source retour annuler effacer moi help settings questions admin".split()
QUESTION = "prix d'une concession de 30 ans"
SECRET_ACT = """# Barème de la brigade nocturne
La prime de la brigade nocturne est de 41,23 € par nuit, versée aux agents volontaires désignés par le maire.
"""
SERVICE_ACT = """# Barème des drones
La redevance de survol des drones de chantier est de 63,71 € par vol autorisé.
"""
SECRET, SERVICE = "41,23", "63,71"
SERVICE_QUESTION = "quelle est la redevance de survol des drones ?"
SECRET_QUESTION = "quelle est la prime de la brigade nocturne ?"
# What any content would show: a sum, a town, a service, a subject, a proof.
CONTENT = re.compile(rf"€|\d,\d\d|{COMMUNE}|Seclin|concession|cantine|périscolaire|page \d|délibération", re.IGNORECASE)

VOICE: Json = {"voice": {"file_id": "AwAC1", "file_unique_id": "A1", "duration": 3}}
STICKER: Json = {"sticker": {
    "file_id": "CAAC1", "file_unique_id": "C1", "type": "regular", "width": 512, "height": 512,
    "is_animated": False, "is_video": False,
}}  # fmt: skip
PLACE: Json = {"location": {"latitude": 50.74, "longitude": 3.15}}
CARD: Json = {"contact": {"phone_number": "+33320000000", "first_name": "Ada"}}
PICTURE: Json = {
    "photo": [{"file_id": "AgAC1", "file_unique_id": "P1", "width": 90, "height": 90}],
    "caption": QUESTION,
}


@pytest.fixture(scope="module")
def town(begin: Begin) -> Iterator[BotProcess]:
    """A running bot with one act that only curators may read, and a member whose buttons others will forge."""
    with BotApi() as server:
        bot = begin(server, telegram_groups=True)
        folder = bot.folder / "actes"
        folder.mkdir()
        (folder / "brigade.md").write_text(SECRET_ACT, encoding="utf-8")
        (folder / "documents.toml").write_text(
            '[[documents]]\nfile = "brigade.md"\ntitle = "Barème de la brigade"\n'
            f'communes = ["{COMMUNE}"]\ndate = 2024-09-02\nstanding = "adopted"\naudience = "curators"\n'
            '[[documents]]\nfile = "drones.md"\ntitle = "Barème des drones"\n'
            f'communes = ["{COMMUNE}"]\ndate = 2024-09-02\nstanding = "adopted"\naudience = "Urbanisme"\n',
            encoding="utf-8",
        )
        (folder / "drones.md").write_text(SERVICE_ACT, encoding="utf-8")
        bot.command("ingest", str(folder))
        bot.start()
        yield bot
        bot.gone()


@pytest.fixture(scope="module")
def member(town: BotProcess) -> Person:
    """An agent with answers, buttons and a flow under way."""
    person = Person(town.api, "Ada")
    admit(town.data, [person])
    person.asks(QUESTION)
    person.asks("prix repas cantine")
    return person


@pytest.fixture(scope="module")
def tokens(member: Person) -> list[str]:
    """The data of every button the member was shown, and of kinds that a forger could guess."""
    shown = [
        button["callback_data"]
        for one in member.said()
        for row in one.raw.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    ]
    return [
        *shown,
        *(f"{kind}:{what}" for kind in "gmtkxvpdj" for what in ("", "0", "1", "1:1", QUESTION[:40])),
        "+ans",
    ]


def unknown(town: BotProcess) -> Person:
    return Person(town.api, "Inconnu")


def with_a_code(code: Callable[[BotProcess], str]) -> Callable[[BotProcess], Person]:
    """A person who opened a link with that code."""

    def make(town: BotProcess) -> Person:
        person = Person(town.api, "Porteur")
        person.types(deep_link(code(town)))
        return person

    return make


def invited(town: BotProcess, days: int = 1, revoke: bool = False, use: bool = False) -> str:
    now = datetime.now(UTC)
    with open_register(town.data) as register:
        code, made = register.people.invite("curator", (), "essai", actor="tests", now=now, days=days)
        if revoke:
            assert register.people.revoke(made.id, actor="tests", now=now)
        if use:
            register.people.redeem(code, "telegram", "1", now)
    return code


def removed(town: BotProcess) -> Person:
    """Someone who was let in, asked, and was shut out since."""
    person = Person(town.api, "Ancien")
    admit(town.data, [person], "administrator")
    person.asks(QUESTION)
    town.command("access", "revoke", str(person.id))
    return person


ACCOUNTS: dict[str, Callable[[BotProcess], Person]] = {
    "unknown": unknown,
    "an invented code": with_a_code(lambda town: "AAAAAAAAAAAAAAAAAAAAAA"),
    "an odd code": with_a_code(lambda town: "' OR 1=1 --"),
    "an expired invitation": with_a_code(lambda town: invited(town, days=-1)),
    "a revoked invitation": with_a_code(lambda town: invited(town, revoke=True)),
    "a used invitation": with_a_code(lambda town: invited(town, use=True)),
    "removed since": removed,
}


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_stranger_gets_no_word_of_content(account: str, town: BotProcess, member: Person, tokens: list[str]) -> None:
    stranger = ACCOUNTS[account](town)
    if account not in ("unknown", "removed since"):
        stranger.hears()
    before = len(stranger.said()) if account == "removed since" else 0
    for command in COMMANDS:
        stranger.types(f"/{command}")
    for text in (QUESTION, "1", "Bonjour", "commune Seclin", "source", SECRET_QUESTION, "/commune Seclin"):
        stranger.types(text)
    for content in (VOICE, STICKER, PLACE, CARD, PICTURE):
        stranger.posts(content)
    stranger.sends("acte.pdf", b"%PDF-1.7 rien")
    theirs = member.said()[-1].raw
    queries = [stranger.taps_data(token, theirs) for token in tokens]
    own = {**theirs, "chat": stranger.chat.card}
    queries += [stranger.taps_data(token, own) for token in tokens]
    stranger.types("fin")
    quiet(town, stranger)
    spoken = stranger.said()[before:]
    assert spoken
    assert {one.labels for one in spoken} <= {()}
    assert not [one.text for one in spoken if CONTENT.search(one.text)]
    assert len({one.text for one in spoken}) <= 2
    assert not [one.raw for one in spoken if "photo" in one.raw or "document" in one.raw]
    toasts = [str(answer.get("text", "")) for query in queries for answer in query.answers]
    assert not [text for text in toasts if CONTENT.search(text)]
    assert town.code() is None


def test_a_stranger_s_taps_change_nothing_for_the_member(town: BotProcess, member: Person, tokens: list[str]) -> None:
    before = [(one.text, one.labels) for one in member.said()]
    stranger = Person(town.api, "Faussaire")
    for token in tokens:
        stranger.taps_data(token, member.said()[-1].raw)
    stranger.types("fin")
    quiet(town, stranger)
    assert [(one.text, one.labels) for one in member.said()] == before


def test_an_edited_message_is_no_way_in(town: BotProcess) -> None:
    stranger = Person(town.api, "Correcteur")
    message = stranger.types("x")
    town.api.do(lambda: town.api.world.happens("edited_message", {**message, "text": QUESTION, "edit_date": 1}))
    stranger.types("fin")
    quiet(town, stranger)
    assert not [one.text for one in stranger.said() if CONTENT.search(one.text)]


def test_an_agent_gets_nothing_of_what_only_curators_read(town: BotProcess) -> None:
    agent, curator = Person(town.api, "Ada"), Person(town.api, "Curie")
    admit(town.data, [agent])
    admit(town.data, [curator], "curator")
    assert SECRET in curator.asks(SECRET_QUESTION).text
    for text in (SECRET_QUESTION, "source", "barème de la brigade", "/source", "prime 41,23", "brigade nocturne"):
        agent.types(text)
    for one in curator.said():
        for row in one.raw.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                agent.taps_data(button["callback_data"], {**one.raw, "chat": agent.chat.card})
    agent.types("fin")
    quiet(town, agent)
    shown = [one for one in agent.said() if re.search(r"41,23 €|versée aux|volontaires désignés", one.text)]
    assert not shown
    assert not [one for one in agent.said() if "photo" in one.raw]


def test_a_service_s_act_answers_that_service_and_curators_of_no_other(town: BotProcess) -> None:
    builder, other, curator, head = (Person(town.api, name) for name in ("Urba", "Ada", "Curie", "Chef"))
    admit(town.data, [builder], services=("urbanisme",))
    admit(town.data, [other], services=("Culture",))
    admit(town.data, [curator], "curator")
    admit(town.data, [head], "administrator")
    told = {
        person.card["first_name"]: SERVICE in person.asks(SERVICE_QUESTION).text
        for person in (builder, other, curator, head)
    }
    assert told == {"Urba": True, "Ada": False, "Curie": False, "Chef": True}


def test_an_agent_cannot_bring_a_document_in(town: BotProcess) -> None:
    agent = Person(town.api, "Ada")
    admit(town.data, [agent])
    held = town.command("documents")
    agent.sends("tarifs.pdf", b"%PDF-1.7 rien")
    assert agent.hears().labels == ()
    assert town.command("documents") == held
    assert not town.api.calls("getFile")


def test_in_a_group_only_members_are_answered_when_they_address_the_bot_and_never_about_a_family(
    town: BotProcess,
) -> None:
    hall = group(town.api, "Accueil")
    ada, stranger = Person(town.api, "Ada", hall), Person(town.api, "Passant", hall)
    admit(town.data, [ada])
    ada.types(QUESTION)
    stranger.types(addressed(QUESTION))
    stranger.types(addressed("/sujets"))
    stranger.types(addressed("/start"))
    assert not [one for one in later(town, ada) if CONTENT.search(one)]
    assert "€" in ada.asks(addressed(QUESTION)).text
    ada.types(addressed("prix du repas à la cantine"))
    said = later(town, ada)[-1]
    assert not re.search(r"revenu|imposable", said, re.IGNORECASE)


def later(town: BotProcess, person: Person) -> list[str]:
    """What the bot says in a chat once all is quiet."""
    quiet(town, person)
    return [one.text for one in person.said()]


def quiet(town: BotProcess, person: Person, seconds: float = 20.0) -> None:
    """Wait until the bot has taken every update and had time to answer the last."""
    town.api.until(lambda: not town.api.world.pending, seconds)
    while not person.hears_nothing(0.6):
        person.hears()
