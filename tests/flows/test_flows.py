from dataclasses import replace
from decimal import Decimal

import pytest

from bot.flows import Flows, Step, rivals
from bot.flows.buttons import press
from bot.messages import Dialogue
from tests.flows.town import DAY, HERE


def ask(flows: Flows, question: str) -> Step:
    return flows.open(flows.candidates(question, "Monbourg", DAY)[0], HERE)


def test_a_full_question_is_answered_at_once_with_its_proof(town_flows: Flows) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois")
    answer = step.answer
    assert (answer.status, answer.value) == ("answer", Decimal("2.50"))
    assert answer.text.startswith("2,50 € par jour — Location de barques")
    assert answer.understood == "Monbourgeois, 1\u00a0001 à 2\u00a0000 €, 2 enfants, Soir"
    assert "Supposé — inscription : inscrit." in answer.text
    assert [citation.title for citation in answer.citations] == ["Tarifs du lac"]


def test_the_proof_of_a_cell_names_its_column(town_flows: Flows) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois")
    assert step.answer.citations[0].piece == "Annexe, colonne « 2 et plus, Soir »"


def test_days_and_a_doubled_price_are_computed_in_the_open(town_flows: Flows) -> None:
    step = ask(town_flows, "barque le soir 3 jours, monbourgeois, 2 enfants, 1500 €, pas inscrit")
    assert step.answer.value == Decimal("15.00")
    assert "Calcul : 2,50 € × 2 = 5,00 € (doublé)." in step.answer.text
    assert "Calcul : 5,00 € × 3 jours = 15,00 €." in step.answer.text


def test_only_what_is_missing_is_asked_with_buttons(town_flows: Flows) -> None:
    step = ask(town_flows, "barque, famille monbourgeoise de 2 enfants, 1500 €")
    assert (step.answer.status, step.answer.reason) == ("question", "moment")
    assert [option.label for option in step.answer.options] == ["Matin", "Soir"]
    assert all(len(option.token.encode()) <= 64 for option in step.answer.options)
    done = town_flows.step(step.dialogue, DAY, token=step.answer.options[1].token)
    assert done.answer.value == Decimal("2.50")


def test_the_last_question_shows_what_each_choice_costs(town_flows: Flows) -> None:
    step = ask(town_flows, "barque, famille monbourgeoise de 2 enfants, 1500 €")
    assert "• Matin : 1,50 € par jour" in step.answer.text
    assert step.answer.citations


def test_what_may_be_done_is_told_before_what_it_costs(town_flows: Flows) -> None:
    allowed = ask(town_flows, "peut-on louer un anneau 3 mois ?").answer
    assert allowed.text.startswith("Douze mois de suite au plus, 40 € chacun.\n120,00 € — Anneau du port.")
    assert ask(town_flows, "prix d'un anneau 3 mois").answer.text.startswith("120,00 € — Anneau du port.")


def test_a_rate_in_words_is_told_to_who_gave_no_number(town_flows: Flows) -> None:
    asked = ask(town_flows, "louer un anneau, combien ?").answer
    assert asked.status == "question"
    assert asked.text.startswith("Anneau du port.\nDouze mois de suite au plus, 40 € chacun.\nCombien de mois ?")


def test_an_outsider_is_not_asked_the_income(town_flows: Flows) -> None:
    step = ask(town_flows, "barque pour une famille de Rivebelle")
    assert step.answer.reason == "enfants"


def test_an_old_button_rewinds_to_its_place(town_flows: Flows) -> None:
    first = town_flows.start("monbourg/sanctions", HERE, DAY)
    second = town_flows.step(first.dialogue, DAY, token=first.answer.options[0].token)
    third = town_flows.step(second.dialogue, DAY, token=second.answer.options[1].token)
    assert "Avertissement" in third.answer.text
    again = town_flows.step(third.dialogue, DAY, token=first.answer.options[1].token)
    assert "Exclusion" in again.answer.text
    assert again.dialogue.answers == (("faits", "violence"),)


def test_a_button_of_a_grid_that_is_gone_leaves_the_dialogue_as_it_was(town_flows: Flows) -> None:
    step = town_flows.start("monbourg/sanctions", HERE, DAY)
    gone = town_flows.step(step.dialogue, DAY, token="g:0000000000:0:x")
    assert "n'existe plus" in gone.answer.text
    assert gone.dialogue == step.dialogue


@pytest.mark.parametrize("token", ["", "g:", "g:a:b:c", "x:1:2:3", "g:aa:99999:z", "menu"])
def test_a_foreign_token_is_not_ours(token: str) -> None:
    assert press(token) is None


def test_a_code_that_is_gone_asks_again(town_flows: Flows) -> None:
    step = town_flows.start("monbourg/sanctions", HERE, DAY)
    stale = step.answer.options[0].token.rpartition(":")[0] + ":incendie"
    again = town_flows.step(step.dialogue, DAY, token=stale)
    assert "n'est plus proposé" in again.answer.text
    assert again.answer.reason == "faits"


@pytest.mark.parametrize("typed", ["beaucoup", "-3", "1e9", "quelle heure est-il ?"])
def test_an_answer_that_fits_nothing_is_refused_and_the_dialogue_stays(town_flows: Flows, typed: str) -> None:
    step = ask(town_flows, "barque pour un monbourgeois le soir")
    assert step.answer.reason == "revenu"
    refused = town_flows.step(step.dialogue, DAY, text=typed)
    assert not refused.taken
    assert refused.dialogue == step.dialogue
    assert refused.answer.reason == "revenu"


@pytest.mark.parametrize("typed", ["1500", "1 500 €", "1500,00", "ils gagnent 1500 euros par mois"])
def test_a_typed_answer_is_taken(town_flows: Flows, typed: str) -> None:
    step = ask(town_flows, "barque pour un monbourgeois de 2 enfants le soir")
    done = town_flows.step(step.dialogue, DAY, text=typed)
    assert (done.taken, done.answer.value) == (True, Decimal("2.50"))


def test_who_does_not_know_has_a_button(town_flows: Flows) -> None:
    step = ask(town_flows, "barque pour un monbourgeois de 2 enfants le soir")
    (button,) = [option for option in step.answer.options if option.label == "Je ne sais pas"]
    assert town_flows.step(step.dialogue, DAY, token=button.token).answer.value == Decimal("4.00")


def test_back_restart_and_cancel(town_flows: Flows) -> None:
    step = ask(town_flows, "sanction pour un vol, deuxième fois")
    assert town_flows.back(step.dialogue, DAY).answer.reason == "fois"
    assert town_flows.restart(step.dialogue, DAY).answer.reason == "faits"
    assert town_flows.cancel(step.dialogue) == replace(HERE, citations=step.dialogue.citations)


def test_going_back_does_not_make_a_doubt_a_fact(town_flows: Flows) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 €, zébulon")
    assert step.answer.reason == "inscription"
    assert town_flows.back(step.dialogue, DAY).answer.reason == "moment"


def test_a_dialogue_resumes_from_its_value_alone(town_flows: Flows) -> None:
    kept = Dialogue(commune="Monbourg", flow="monbourg/sanctions", answers=(("faits", "vol"),))
    assert town_flows.again(kept, DAY).answer.reason == "fois"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("et le matin ?", "1.50"),
        ("et pour 1 enfant ?", "3.00"),
        ("et s'ils étaient 1 ?", "3.00"),
        ("et 900 € ?", "1.00"),
    ],
)
def test_a_follow_up_changes_one_fact(town_flows: Flows, words: str, value: str) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois")
    changed = town_flows.follow_up(step.dialogue, words, DAY)
    assert changed
    assert changed.answer.value == Decimal(value)


@pytest.mark.parametrize(
    "words",
    [
        "qui dirige le club d'échecs ?",
        "merci",
        "sanction pour une bagarre ?",
        "barque le matin pour 1 enfant",
        "et le parasol électrique du matin ?",
        "à quelle heure ferme le lac le soir ?",
    ],
)
def test_another_question_is_no_follow_up(town_flows: Flows, words: str) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois")
    assert town_flows.follow_up(step.dialogue, words, DAY) is None


def test_another_grid_named_after_et_is_opened(town_flows: Flows) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois")
    changed = town_flows.follow_up(step.dialogue, "et la sanction pour une bagarre ?", DAY)
    assert changed
    assert changed.dialogue.flow == "monbourg/sanctions"
    assert "Exclusion" in changed.answer.text


def test_lines_are_summed_and_each_is_told(town_flows: Flows) -> None:
    step = ask(town_flows, "dotation du club de voile, 20 adhérents et 5 bateaux")
    assert step.answer.value == Decimal("690.00")
    assert "• Gilets : 12,00 € × 20 adhérents = 240,00 €" in step.answer.text
    assert "plafond : 450,00 €" in step.answer.text


def test_only_the_line_named_is_answered(town_flows: Flows) -> None:
    step = ask(town_flows, "dotation en gilets pour 20 adhérents")
    assert (step.answer.status, step.answer.value) == ("answer", Decimal("240.00"))


def test_a_letter_is_drafted_with_its_blanks(town_flows: Flows) -> None:
    step = ask(town_flows, "sanction pour un vol, deuxième fois")
    (button,) = [option for option in step.answer.options if option.label == "Préparer le courrier"]
    letter = town_flows.step(step.dialogue, DAY, token=button.token)
    assert letter.answer.text == (
        "Monbourg, le 1er juin 2030\n"
        "À propos de ……………………, pour Vol : si cela recommence, exclusion.\n"
        "Selon Tarifs du lac, Annexe. Signature : ……………………"
    )
    assert letter.dialogue == step.dialogue


def test_a_wrong_kind_of_question_ranks_low(town_flows: Flows) -> None:
    price = town_flows.candidates("prix d'une barque", "Monbourg", DAY)[0]
    hours = town_flows.candidates("horaires des barques", "Monbourg", DAY)[0]
    assert (price.asked, hours.asked) == (True, False)
    assert price.sure
    assert not hours.sure


def test_words_that_the_grid_does_not_explain_are_told(town_flows: Flows) -> None:
    found = town_flows.candidates("prix d'un parasol de barque électrique", "Monbourg", DAY)[0]
    assert set(found.unmatched) == {"parasol", "electrique"}
    assert not found.sure


def test_words_that_say_nothing_need_no_explaining(town_flows: Flows) -> None:
    (plain, *_), (wordy, *_) = (
        town_flows.candidates(question, "Monbourg", DAY)
        for question in ("prix d'une barque", "chaque barque, aujourd'hui, devrons-nous voir lequel est le prix ?")
    )
    assert wordy.coverage == plain.coverage == 1.0


def test_the_people_counted_are_to_be_explained(town_flows: Flows) -> None:
    case = town_flows.candidates("combien d'une barque pour des habitants", "Monbourg", DAY)[0]
    counted = town_flows.candidates("combien d'habitants pour une barque", "Monbourg", DAY)[0]
    assert case.coverage == 1.0 > counted.coverage


def test_every_subject_is_listed(town_flows: Flows) -> None:
    assert [flow for flow, _ in town_flows.subjects("Monbourg", DAY)] == [
        "monbourg/anneau",
        "monbourg/voile",
        "monbourg/barques",
        "monbourg/sanctions",
    ]


def test_where_two_grids_fit_the_person_says_which(town_flows: Flows) -> None:
    found = town_flows.candidates("barque ou sanction", "Monbourg", DAY)
    step = town_flows.which(found, "barque le soir ou sanction", HERE)
    assert {option.label for option in step.answer.options} == {"Location de barques", "Règlement du lac : sanctions"}
    boats = next(option for option in step.answer.options if option.label == "Location de barques")
    opened = town_flows.step(step.dialogue, DAY, token=boats.token)
    assert opened.dialogue.flow == "monbourg/barques"
    assert ("moment", "soir") in opened.dialogue.answers


def test_a_grid_chosen_among_several_supposes_no_more_than_one_found_alone(town_flows: Flows) -> None:
    full = "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois, zébulon"
    boats = next(one for one in town_flows.candidates(full, "Monbourg", DAY) if one.table.subject == "barques")
    (button,) = town_flows.which([boats], full, HERE).answer.options
    chosen = town_flows.step(replace(HERE, question=full), DAY, token=button.token)
    assert chosen.answer == town_flows.open(boats, replace(HERE, question=full)).answer
    assert chosen.answer.status == "question"


def test_close_candidates_are_rivals(town_flows: Flows) -> None:
    assert rivals([]) == []
    found = town_flows.candidates("prix d'une barque", "Monbourg", DAY)
    assert rivals(found) == found[:1]


def test_only_the_choices_that_the_words_left_open_are_offered_and_the_others_on_demand(town_flows: Flows) -> None:
    step = ask(town_flows, "sanction pour un vol ou une bagarre")
    assert [option.label for option in step.answer.options] == ["Violence", "Vol", "Autre réponse"]
    every = town_flows.step(step.dialogue, DAY, token=step.answer.options[-1].token)
    assert [option.label for option in every.answer.options] == ["Bruit", "Violence", "Vol"]
    assert every.dialogue.answers == step.dialogue.answers


def test_what_was_supposed_is_one_tap_away(town_flows: Flows) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois")
    (button,) = step.answer.options
    assert button.label == "Plutôt : non inscrit"
    assert len(button.token.encode()) <= 64
    changed = town_flows.step(step.dialogue, DAY, token=button.token)
    assert changed.answer.value == Decimal("5.00")
    assert "Supposé" not in changed.answer.text
    assert changed.answer.options == ()


@pytest.mark.parametrize("code", ["@9:inscrit", "@4:incendie", "@x:inscrit", "@4", "@", "@-1:inscrit"])
def test_a_button_that_changes_what_is_not_there_says_so(town_flows: Flows, code: str) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 € par mois")
    stale = step.answer.options[0].token.split("@")[0] + code
    again = town_flows.step(step.dialogue, DAY, token=stale)
    assert again.answer.value == Decimal("2.50")
    assert again.dialogue.answers == step.dialogue.answers


def test_what_the_words_leave_open_is_asked_even_where_it_could_be_supposed(town_flows: Flows) -> None:
    step = ask(town_flows, "barque le soir, famille monbourgeoise de 2 enfants, 1500 €, inscrit ou non inscrit")
    assert (step.answer.status, step.answer.reason) == ("question", "inscription")


def test_what_did_not_matter_is_not_said_to_be_understood(town_flows: Flows) -> None:
    step = ask(town_flows, "sanction pour une bagarre, deuxième fois")
    assert step.answer.understood == "Violence"
