from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import composing, excerpts
from bot.answering.answerer import Found
from bot.answering.candidates import Candidate
from bot.answering.rows import Reading
from bot.answering.spans import spans_of
from bot.answering.working import worked
from bot.understanding.question import Question, read
from knowledge.documents import Citation, Doubt, Figure, Locator, Passage, Piece
from knowledge.standings import Standing
from tests.answering.office import expand


def asked(text: str) -> Question:
    return read(text, correct=lambda word: word, expand=expand, communes={})


def candidate(text: str, best: int = 0, *figures: Figure, path: tuple[str, ...] = ("Tarifs par barque",)) -> Candidate:
    passage = Passage(
        "a#1", "a", 0, "table", path, text, text, Locator(1, 1, 1 + text.count("\n")), figures=figures,
        standing=Standing.ADOPTED, date=date(2030, 1, 15),
    )  # fmt: skip
    return Candidate(passage, tuple(spans_of(passage)), best, 1.0, 1.0, 1.0)


def cell(label: str, price: str, line: int, doubt: str = "") -> Figure:
    value = Decimal(price.replace(",", ".")) if price.replace(",", "").isdigit() else None
    return Figure((label,), (), f"{price} €", value, "€", line, doubt)


BOATS = "Location à la journée\nBarque à rames | 12,50 €\nBarque à voile | 30 €"
ROWS, SAIL = cell("Barque à rames", "12,50", 2), cell("Barque à voile", "30", 3)


def table(question: str, *read_as: Figure) -> str:
    return told(question, candidate(BOATS, 1, ROWS, SAIL), *read_as)


def told(question: str, candidate: Candidate, *read_as: Figure) -> str:
    reading = Reading(read_as, len(read_as) == 1)
    done = worked(asked(question), [replace(candidate, reading=reading)])
    return "\n".join([done.done, *done.lines]) if done.whole else composing.told_by_table(candidate, reading, done)


def test_one_figure_is_said_with_its_row_and_without_the_other_prices_of_its_line() -> None:
    assert table("prix barque à rames", ROWS) == "12,50 € — Barque à rames."


def test_a_figure_without_labels_is_said_with_its_line() -> None:
    assert table("prix barque à rames", cell("", "12,50", 2)).split("\n") == [
        "12,50 €.",
        "Ligne lue : Barque à rames | 12,50 €",
    ]


def test_several_cases_are_listed() -> None:
    assert table("prix barque", ROWS, SAIL) == "Selon le cas :\n- Barque à rames : 12,50 €\n- Barque à voile : 30 €"


def test_prices_of_one_line_that_no_column_tells_apart_are_told_together_to_be_checked() -> None:
    assert table("prix barque à rames", ROWS, cell("Barque à rames", "30", 2)).split("\n") == [
        "Selon le cas :",
        "- Barque à rames : 12,50 € ; 30 €",
        "À vérifier sur la page : la page ne dit pas clairement de quelle colonne il s'agit.",
    ]


def test_each_case_in_doubt_is_marked_and_the_reason_told_once() -> None:
    told = table("prix barque", replace(ROWS, doubt="mal lu"), SAIL)
    assert "- Barque à rames : 12,50 € (à vérifier)\n- Barque à voile : 30 €\n" in told
    assert told.endswith("\nÀ vérifier sur la page : mal lu.")


SCAN = "La caution d'une barque est de 50 €.\nLe ponton ferme à 19 h.\nUn jour de retard coûte 12 €."


def scanned(best: int, *doubts: Doubt) -> Candidate:
    shown = candidate(SCAN, best)
    return replace(shown, passage=replace(shown.passage, doubts=doubts))


@pytest.mark.parametrize(
    ("doubt", "told"),
    [
        (Doubt(1, "", "un seul lecteur"), True),
        (Doubt(3, "12 €", "mal lu"), True),
        (Doubt(3, "90", "mal lu"), False),  # a figure that is no sum of the line
        (Doubt(2, "", "un seul lecteur"), False),  # an hour is no sum
        (Doubt(9, "", "un seul lecteur"), False),
    ],
)
def test_a_sum_quoted_from_a_scan_is_to_be_checked(doubt: Doubt, told: bool) -> None:
    text = excerpts.told_by_text(asked("caution et retard"), scanned(0, doubt))
    assert text.endswith(f"À vérifier sur la page : {doubt.reason}.") is told


def test_what_is_to_be_checked_is_not_cut_away_beside_another_act() -> None:
    text = f"{'La caution est de 50 €. ' * 40}\nÀ vérifier sur la page : mal lu."
    cited = Citation("a", "Tarifs", "a.pdf", 1, 1, "50 €", Standing.ADOPTED, None)
    both = composing.told_both(text, cited, scanned(0, Doubt(1, "50 €", "lu autrement")), cited)
    assert "À vérifier sur la page : mal lu." in both
    assert both.endswith("À vérifier sur la page : lu autrement.")


def test_what_another_passage_says_is_told_with_how_its_numbers_most_likely_read() -> None:
    other = candidate("Le canoë est loué l2 € du I5 mai au 30 août.")
    read = "« l2 € » se lit sans doute 12 € ; « I5 mai » se lit sans doute 15 mai."
    assert composing.told_also("La barque est à 8 €.", other).endswith(f"À vérifier sur la page : {read}")


def test_a_doubt_is_said_beside_its_figure() -> None:
    assert "À vérifier sur la page : la virgule manque." in table(
        "prix", cell("Barque", "1250", 2, "la virgule manque")
    )


def test_a_figure_that_nobody_can_read_is_said_so() -> None:
    assert table("prix", cell("Barque", "1?,50", 2)).startswith("illisible sur la page — Barque.")


def test_a_number_of_what_the_price_is_for_is_multiplied() -> None:
    assert table("prix de 4 barques à rames", ROWS).startswith("4 × 12,50 € = 50 €\n12,50 €")


def test_a_number_of_something_else_is_uncounted() -> None:
    shown = candidate(BOATS, 1, ROWS)
    assert composing.uncounted(asked("prix de 4 canots"), shown)
    assert not composing.uncounted(asked("prix de la barque"), shown)
    assert not composing.uncounted(asked("forfait de 10 sorties"), candidate("Forfait de 10 sorties : 90 €"))


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("forfait 3 barque au mois", False),  # "3" is its name
        ("forfait 4 barque au mois", True),
        ("club de 4 rameurs, prix par rameur", False),  # the price of one is asked
        ("prix pour 4 rameurs", True),
        ("barque au mois, quotient 650. total", False),
    ],
)
def test_nothing_is_refused_where_nothing_is_to_be_multiplied(question: str, refused: bool) -> None:
    assert composing.uncounted(asked(question), candidate("Forfait 3 : 90 € par rameur")) is refused


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("4 × 12 € = 48 €", True),
        ("260 € − 50 % (130 €) = 130 €", True),
        ("12 € — Barque.", False),
        ("QF = R / 12", False),
    ],
)
def test_a_computation_is_known_by_its_steps(text: str, computed: bool) -> None:
    assert composing.computes(text) is computed


def test_what_a_table_lists_is_added_up() -> None:
    added = table("1 barque à rames et 2 barques à voile", ROWS, SAIL)
    assert added.startswith("1 × 12,50 € + 2 × 30 € = 72,50 €\n- Barque à rames : 12,50 €\n")


def test_the_best_sentence_comes_first_then_what_follows_then_what_was_before() -> None:
    text = "Le gardien ouvre l'étang. La barque est louée au kiosque. Elle est rendue le soir."
    assert excerpts.told_by_text(asked("barque"), candidate(text, 1)).split("\n") == [
        "La barque est louée au kiosque. Elle est rendue le soir.",
        "Juste avant : Le gardien ouvre l'étang.",
    ]


def test_what_a_row_counts_is_told_before_it() -> None:
    told = excerpts.told_by_text(asked("combien de jours pour un baptême"), candidate("Baptême | Jours ouvrés : 3", 0))
    assert told.split("\n") == ["3 jours ouvrés — Baptême.", "Baptême | Jours ouvrés : 3"]


def test_an_item_is_told_with_what_introduces_it() -> None:
    told = excerpts.told_by_text(asked("caution"), candidate("Il faut donner :\n- une pièce\n- une caution", 2))
    assert told.split("\n")[0] == "Il faut donner : - une caution"


RULES = (
    "Retards :\n- 1er retard : rappel ;\n- 2e retard : un courrier ;\n- 3e retard : la clef est reprise.\nSignez ici."
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("un retard de barque", "Retards : - 2e retard : un courrier ; Signez ici."),
        (
            "quels retards",
            "Retards : - 2e retard : un courrier ; - 3e retard : la clef est reprise. Signez ici.",
        ),
    ],
)
def test_the_other_items_come_after_the_one_that_answers(question: str, told: str) -> None:
    text = excerpts.told_by_text(asked(question), candidate(RULES, 2))
    assert text.split("\n")[0] == told
    assert "1er retard" in text


def test_papers_are_told_all_in_the_order_of_their_list() -> None:
    papers = "Pièces à joindre :\n- permis du pilote\n- photo de la barque\n- attestation d'assurance\nVenez à midi."
    for best in (1, 2, 3):
        told = excerpts.told_by_text(asked("quelles pièces joindre pour la barque"), candidate(papers, best))
        assert told.startswith(papers.replace("\n", " "))


def test_the_other_items_are_left_out_when_the_question_gives_its_case() -> None:
    text = excerpts.told_by_text(asked("2e retard du rameur"), candidate(RULES, 2))
    assert "un courrier" in text
    assert "rappel" not in text


def test_another_price_or_number_to_call_is_not_told_beside_the_one_asked() -> None:
    boats = "Prix :\n- barque : 4 €\n- canot : 7 €\nIls sont dus à l'avance."
    assert "7 €" not in excerpts.told_by_text(asked("prix de la barque"), candidate(boats, 1))
    keepers = "Le ponton : 01 99 00 12 34. L'écluse : 01 99 00 56 78."
    quays = "Il est ouvert.\nRedevance : 58 € le ponton, 11 € la cale, et 36 € le quai."
    assert excerpts.told_by_text(asked("prix de la cale"), candidate(quays, 1)).startswith(
        "Redevance : … 11 € la cale …"
    )
    assert "56 78" not in excerpts.told_by_text(asked("téléphone du ponton"), candidate(keepers))


@pytest.mark.parametrize(
    ("question", "told", "kept"),
    [
        # a like value of something else may be taken for the one asked
        ("combien pour la barque", "La barque est louée 4 €. La rame perdue coûte 7 €.", False),
        ("durée du prêt de la barque", "Le prêt de la barque dure deux jours. La clef se rend en trois jours.", False),
        # what tells no such value is context
        ("combien pour la barque", "La barque est louée 4 €. La rame est comprise.", True),
        # the sentence beside says more of what is asked
        ("combien pour la barque et la rame", "La barque est louée 4 €. La rame coûte 7 €.", True),
        ("combien pour la barque en juillet", "La barque est louée 4 €. Elle coûte 7 € après le 14 juin.", True),
        ("combien en tout pour la barque", "La barque est louée 4 €. La taxe est de 2 €.", True),
        ("combien la barque et pour quelle durée", "La barque est louée 4 €. Elle l'est 3 jours au plus.", True),
    ],
)
def test_a_like_value_of_something_else_is_left_to_the_quote(question: str, told: str, kept: bool) -> None:
    head, other = told.split(". ", 1)
    text = excerpts.told_by_text(asked(question), candidate(told))
    assert text.startswith(head)
    assert (other in text) is kept


def test_what_no_longer_holds_is_not_told_beside_what_does() -> None:
    text = "La barque est rendue à midi. L'ancienne rédaction prévoyait 14 h."
    assert "14 h" not in excerpts.told_by_text(asked("barque"), candidate(text))
    assert "14 h" in excerpts.told_by_text(asked("barque"), candidate(text, 1))
    prices = "La barque est à 5 €. L'an passé elle était à 4 €. La moyenne de la strate est de 7 €."
    told = excerpts.told_by_text(asked("prix de la barque"), candidate(prices))
    assert "5 €" in told and "4 €" not in told and "7 €" not in told


@pytest.mark.parametrize(
    "beside",
    [
        "La moyenne de la strate est de 9 €.",
        "Pour mémoire, la barque était à 9 €.",
        "Le conseil n'a pas retenu la proposition de la mettre à 9 €.",
        "Un amendement de Mme Aubin, tendant à 9 €, est repoussé.",
    ],
)
def test_what_does_not_hold_is_not_told_beside_what_does(beside: str) -> None:
    told = excerpts.told_by_text(asked("prix de la barque"), candidate(f"La barque est louée 4 €. {beside}"))
    assert "4 €" in told and "9 €" not in told


@pytest.mark.parametrize(
    "former",
    ["L'an passé elle était de 52 €.", "Elle était de 52 € dans la convention précédente.", "Le prix était de 52 €."],
)
def test_a_former_value_is_not_told_beside_the_present_one(former: str) -> None:
    text = f"La taxe du ponton est fixée à 58 €. {former} Elle est due en mai."
    told = excerpts.told_by_text(asked("taxe du ponton"), candidate(text))
    assert told == "La taxe du ponton est fixée à 58 €. Elle est due en mai."
    assert "52 €" in excerpts.told_by_text(asked("taxe du ponton l'an passé"), candidate(text, 1))


def test_an_answer_is_short_even_in_a_long_passage() -> None:
    text = " ".join(f"La barque numéro {number} est louée au kiosque." for number in range(200))
    shown = candidate(text, 100)
    assert len(excerpts.told_by_text(asked("barque"), shown)) < 2 * excerpts.EXCERPT
    assert len(composing.quote(shown)) < 2 * composing.QUOTE
    assert shown.span.text in composing.quote(shown)


def test_the_proof_of_a_short_passage_is_the_whole_passage() -> None:
    assert composing.quote(candidate(BOATS)) == BOATS


@pytest.mark.parametrize(
    ("vote", "told"),
    [
        ("", "Adopté (séance du 15 janvier 2030)."),
        ("à main levée", "Adopté (séance du 15 janvier 2030) : « à main levée »."),
    ],
)
def test_where_an_act_stands_is_one_sentence(vote: str, told: str) -> None:
    piece = Piece(0, "Barques", "deliberation", 1, 2, vote=vote)
    assert composing.told_standing(candidate(BOATS).passage, piece) == told


def test_an_act_without_a_date_still_says_where_it_stands() -> None:
    passage = Passage("a#1", "a", 0, "paragraph", (), "x", "x", Locator(1, 1, 1), standing=Standing.PROPOSED)
    assert composing.told_standing(passage, None) == "Proposé, pas encore voté dans ce document."


def test_two_acts_are_told_each_with_its_date_and_standing() -> None:
    older = Citation("a", "Tarifs d'été", "a.txt", 1, 1, "x", Standing.ADOPTED, date(2030, 1, 15))
    newer = Citation("b", "Tarifs d'hiver", "b.txt", 1, 1, "x", Standing.PROPOSED, None)
    told = composing.told_both("La barque est à 8 €.", newer, candidate("La barque est à 9 €."), older)
    assert told == (
        "La barque est à 8 €. (Tarifs d'hiver, proposé, pas encore voté dans ce document)\n"
        "Un autre acte en dit : « La barque est à 9 €. » (Tarifs d'été, 15 janvier 2030, adopté)"
    )


def test_the_same_label_in_two_tables_is_told_by_its_table() -> None:
    shown = candidate(BOATS, 1, ROWS, path=("Tarifs", "Étang du haut"))
    assert composing.case(shown, ROWS) == "Étang du haut, Barque à rames"
    assert composing.case(shown, Figure(("Rivière", "Barque"), (), "1 €", None, "€", 1)) == "Rivière, Barque"


@given(st.text(min_size=1, max_size=900).filter(str.strip), st.integers(0, 30), st.text(max_size=80))
def test_any_passage_is_told_and_quoted(text: str, place: int, question: str) -> None:
    spans = spans_of(candidate(text).passage)
    if spans:
        shown = candidate(text, place % len(spans))
        assert excerpts.told_by_text(asked(question), shown).strip() or not shown.span.clean
        assert all(line in text for line in composing.quote(shown).split("\n"))


def test_where_a_rule_makes_the_second_pay_otherwise_a_total_says_so() -> None:
    text = "Sortie | 10 €\nLe prix est par rameur.\nÀ partir du deuxième rameur, une remise de 20 % est faite."
    shown, price = candidate(text), cell("Sortie, par rameur", "10", 1)
    shown = replace(shown, passage=replace(shown.passage, figures=(price,)))
    assert told("3 rameurs", shown, price).startswith("1 × 10 € + 2 × (10 € − 20 % (2 €)) = 26 €")
    assert told("1 rameur", shown, price).startswith("10 €")


def test_what_restates_an_act_makes_it_little_less_sure() -> None:
    first, echo, other = (
        Candidate(passage, tuple(spans_of(passage)), 0, score, 1.0, 0.67)
        for name, score in (("acte", 1.0), ("guide", 0.98), ("charte", 0.3))
        for passage in [Passage(f"{name}#1", name, 0, "text", (), name, name, Locator(1, 1, 1))]
    )
    question = asked("le port")
    assert Found(question, (first, echo, other), restating=frozenset(["guide"])).best is first
    assert Found(question, (first, echo, other)).best is None
