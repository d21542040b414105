from bot.answering.candidates import Candidate
from bot.answering.spans import Span
from bot.answering.successors import new_one_first
from knowledge.documents import Locator, Passage

GONE = "Considérant la démission de Monsieur Aubin, délégué au syndicat du canal,"
NEW = "Il est proposé de désigner un nouveau délégué au syndicat du canal : Madame Leroy"
WHO = "qui remplace monsieur aubin au syndicat du canal"


def candidate(text: str, near: float, piece: int = 1) -> Candidate:
    passage = Passage(f"t#{piece}-{text[:9]}", "t", piece, "paragraph", (), text, text, Locator(1, 1, 1))
    return Candidate(passage, (Span(text, text, 1),), 0, near, near, near)


def test_the_new_one_is_read_where_the_act_names_her() -> None:
    told = new_one_first(WHO, [candidate(GONE, 0.9), candidate("Une barque", 0.5), candidate(NEW, 0.4)])
    assert [one.span.clean for one in told] == [NEW, GONE, "Une barque"]
    assert told[0].near == told[0].subject == 0.9


def test_another_act_names_another_one() -> None:
    assert new_one_first(WHO, [candidate(GONE, 0.9), candidate(NEW, 0.4, piece=2)])[0].span.clean == GONE


def test_who_left_is_not_asked_for_a_new_one() -> None:
    ranked = [candidate(GONE, 0.9), candidate(NEW, 0.4)]
    assert new_one_first("qui a démissionné du syndicat du canal", ranked) == ranked
    assert new_one_first(WHO, ranked[::-1]) == ranked[::-1]
    assert new_one_first(WHO, []) == []
