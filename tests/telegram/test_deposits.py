"""Documents by chat: a curator sends an act, follows its reading, says what it is worth, and it answers at once."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from bot.channels.telegram import texts
from tests.telegram.conftest import COMMUNE
from tests.telegram.crowd import admit
from tests.telegram.faults import Fault
from tests.telegram.person import Person, Seen
from tests.telegram.process import BotProcess

QUESTION = "entrée à la piscine à vagues"
CONFIRM = "✓ C'est exact"


@pytest.fixture
def curator(bot: BotProcess) -> Person:
    person = Person(bot.api, "Curie")
    admit(bot.data, [person], "curator")
    return person


def act(place: str, price: str) -> bytes:
    """A one-page PDF that says what a place costs."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    for line in (
        f"Tarifs : {place}",
        f"Article 1. L'entrée : {place} est fixée à {price} euros par personne.",
        "Article 2. Les enfants de moins de six ans doivent être accompagnés.",
    ):
        pdf.multi_cell(0, 10, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def card(person: Person) -> Seen:
    """The card of what was read, once it is there."""
    return person.sees(lambda seen: CONFIRM in seen[-1].labels, 30)[-1]


def test_a_document_is_read_corrected_confirmed_and_answers_at_once(bot: BotProcess, curator: Person) -> None:
    ada = Person(bot.api, "Ada")
    admit(bot.data, [ada])
    curator.sends("acte.pdf", act("piscine à vagues", "7,35"))
    shown = card(curator)
    assert "1 page" in shown.text
    assert "7,35" not in ada.asks(QUESTION).text, "nobody has confirmed it"
    curator.taps("Titre")
    curator.sees(lambda seen: "titre" in seen[-1].text)
    curator.types("Tarifs de la piscine")
    curator.sees(lambda seen: "Titre : Tarifs de la piscine" in seen[-1].text)
    curator.taps("Commune")
    curator.sees(lambda seen: COMMUNE in seen[-1].labels)
    curator.taps(COMMUNE)
    curator.sees(lambda seen: f"Commune : {COMMUNE}" in seen[-1].text)
    curator.taps("Portée")
    curator.sees(lambda seen: "adopté" in seen[-1].labels)
    curator.taps("adopté")
    curator.sees(lambda seen: "Portée : adopté" in seen[-1].text)
    curator.taps(CONFIRM)
    curator.sees(lambda seen: "répond dès maintenant" in seen[-1].text)
    answer = ada.asks(QUESTION)
    assert "7,35" in answer.text
    ada.taps(texts.SEE_PAGE)
    picture = ada.hears(20)
    assert "photo" in picture.raw
    assert picture.text.startswith("Tarifs de la piscine, page 1")
    ada.chat.blocked = True


def test_the_same_document_is_recognised(bot: BotProcess, curator: Person) -> None:
    curator.sends("acte.pdf", act("patinoire", "8,15"))
    card(curator)
    curator.taps(CONFIRM)
    curator.sends("copie.pdf", act("patinoire", "8,15"))
    again = curator.sees(lambda seen: "copie.pdf" in seen[-1].text or "déjà" in seen[-1].text, 30)
    assert again


def test_a_document_given_up_leaves_nothing(bot: BotProcess, curator: Person) -> None:
    before = bot.command("documents")
    curator.sends("acte.pdf", act("mini-golf", "3,65"))
    card(curator)
    curator.taps("Abandonner")
    curator.sees(lambda seen: "abandonné" in seen[-1].text)
    assert bot.command("documents") == before


def test_a_file_too_big_is_refused_before_it_is_fetched(bot: BotProcess, curator: Person) -> None:
    fetched = len(bot.api.calls("getFile"))
    curator.sends("gros.pdf", b"%PDF-1.7", size=20 * 2**20 + 1)
    assert "20 Mo" in curator.hears().text
    assert len(bot.api.calls("getFile")) == fetched


BROKEN = {"cut": b"%PDF-1.7 tronque", "blank": b"\n", "noise": bytes(range(256)) * 8}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(content: bytes, bot: BotProcess, curator: Person) -> None:
    curator.sends("acte.pdf", content)
    curator.hears()
    told = curator.sees(lambda seen: "n'a pas pu être lu" in seen[-1].text, 20)[-1]
    assert "Traceback" not in told.text
    assert "€" in curator.asks("prix d'une concession de 30 ans").text


def test_a_download_cut_short_is_tried_again_or_told(bot: BotProcess, curator: Person) -> None:
    fault = bot.api.order(Fault("download", cut=True))
    curator.sends("acte.pdf", act("planétarium", "6,05"))
    curator.sees(lambda seen: CONFIRM in seen[-1].labels or "Telegram ne me le donne pas" in seen[-1].text, 30)
    assert fault.times == 0


def test_others_are_answered_while_a_document_is_read(bot: BotProcess, curator: Person) -> None:
    ada = Person(bot.api, "Ada")
    admit(bot.data, [ada])
    curator.sends("acte.pdf", act("luge d'été", "4,95"))
    assert "€" in ada.asks("prix d'une concession de 30 ans", 5).text
    card(curator)
