"""Running it: a wrong token, a late network, the end of the process, restarts, health, backups, use put to use."""

from __future__ import annotations

import time

import httpx
import pytest

from bot.channels.telegram import texts
from tests.telegram.conftest import Begin
from tests.telegram.crowd import Crowd, admit
from tests.telegram.faults import Fault
from tests.telegram.person import Person
from tests.telegram.process import BotProcess
from tests.telegram.server import BotApi

PRICE = "prix d'une concession de 30 ans"
FLOW = "mercredi récréatif le matin, 2 enfants, 2600 euros par mois"


@pytest.mark.parametrize("token", ["7000001:" + "x" * 35, "un mot", ""], ids=["revoked", "none", "absent"])
def test_a_wrong_token_is_a_clear_sentence(token: str, begin: Begin, api: BotApi) -> None:
    bot = begin(api, token=token)
    bot.launch()
    assert bot.process
    assert bot.process.wait(20) == 2
    assert "jeton" in bot.output()
    assert "Traceback" not in bot.output()
    assert not token or token not in bot.output()


def test_the_bot_starts_before_the_network_does(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    down = [api.order(Fault(method, cut=True)) for method in ("getMe", "getUpdates", "deleteWebhook")]
    person = Person(api, "Ada")
    admit(bot.data, [person])
    bot.launch()
    person.types("commune Zz0x0z")
    assert "Zz0x0z" in person.hears(40).text
    assert [fault.times for fault in down] == [0, 0, 0]
    bot.gone()


def test_sigterm_ends_within_five_seconds_with_running_answers_finished(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    crowd = Crowd(api, bot.data, 8)
    bot.start()
    for number in range(8):
        crowd.ask(number)
    api.until(lambda: not api.world.pending or any(call.method == "sendmessage" for call in api.world.calls))
    code, seconds = bot.stop()
    assert (code, seconds < 5.0) == (0, True)
    bot.start()
    answered(crowd)
    assert bot.stop()[0] == 0


def test_sigterm_waits_for_an_answer_on_its_way(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    crowd = Crowd(api, bot.data, 1)
    bot.start()
    slow = api.order(Fault("sendMessage", delay=1.5))
    crowd.ask(0)
    api.until(lambda: slow.times == 0)
    code, seconds = bot.stop()
    assert (code, seconds < 5.0) == (0, True)
    assert crowd.heard() == crowd.asked


def test_a_conversation_goes_on_after_a_restart(begin: Begin, api: BotApi) -> None:
    bot = begin(api)
    ada = Person(api, "Ada")
    admit(bot.data, [ada])
    bot.start()
    asked = ada.asks(FLOW)
    bot.stop()
    bot.start()
    said = ada.chooses(asked.labels[0])
    assert said.text
    assert said.text != texts.STALE
    bot.gone()


def test_health_is_told_to_a_person_and_to_a_probe(bot: BotProcess) -> None:
    told = httpx.get(f"{bot.listens}/sante").json()
    assert told["ok"]
    assert told["documents"] > 0
    assert told["index"] == "à jour"
    assert told["store_bytes"] > 0
    assert "Telegram joint pour la dernière fois" in bot.command("health")


def test_a_backup_made_while_it_runs_brings_everyone_back(bot: BotProcess, begin: Begin, api: BotApi) -> None:
    ada = Person(bot.api, "Ada")
    admit(bot.data, [ada])
    ada.asks(PRICE)
    archive = bot.folder / "vademecum.tar.gz"
    bot.command("backup", str(archive))
    other = begin(api, data=str(bot.folder / "ailleurs"))
    other.command("restore", str(archive))
    assert str(ada.id) in other.command("access", "list")


def test_an_unanswered_question_becomes_a_line_of_the_town_s_evaluation(bot: BotProcess) -> None:
    ada = Person(bot.api, "Ada")
    admit(bot.data, [ada])
    ada.asks("combien coûte le péage de l'autoroute ?")
    listed = bot.command("questions")
    line = next(line for line in listed.splitlines() if "péage" in line)
    sheet = bot.folder / "evaluation.csv"
    bot.command("questions", "--keep", line.split()[0], "--expect", "inconnu", "--into", str(sheet))
    assert "péage" in sheet.read_text(encoding="utf-8")
    assert "péage" not in bot.command("questions")
    assert str(ada.id) not in listed


def test_a_question_asked_inside_a_flow_is_noted_itself_and_a_message_too_long_is_not(bot: BotProcess) -> None:
    ada = Person(bot.api, "Ada")
    admit(bot.data, [ada])
    assert "?" in ada.asks("prix de la cantine").text
    ada.asks("combien coûte le péage de l'autoroute ?")
    ada.asks("annuler")
    ada.asks("a" * 3000)
    listed = bot.command("questions")
    assert "péage" in listed
    assert "cantine" not in listed


def answered(crowd: Crowd, seconds: float = 20.0) -> None:
    """Wait until all that was asked is answered; each once, in the order asked."""
    end = time.monotonic() + seconds
    while crowd.missing() and time.monotonic() < end:
        time.sleep(0.05)
    assert (crowd.missing(), crowd.twice(), crowd.out_of_order()) == ([], [], [])
