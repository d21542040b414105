from dataclasses import replace
from datetime import date

from bot.answering.candidates import Candidate
from bot.answering.spans import Span
from bot.answering.successors import decided_first
from knowledge.documents import Locator, Passage

GONE = "Considérant la démission de Monsieur Aubin, délégué au syndicat du canal,"
NEW = "Il est proposé de désigner un nouveau délégué au syndicat du canal : Madame Leroy"
WHO = "qui remplace monsieur aubin au syndicat du canal"


def candidate(text: str, near: float, piece: int = 1) -> Candidate:
    passage = Passage(f"t#{piece}-{text[:9]}", "t", piece, "paragraph", (), text, text, Locator(1, 1, 1))
    return Candidate(passage, (Span(text, text, 1),), 0, near, near, near)


def test_the_new_one_is_read_where_the_act_names_her() -> None:
    told = decided_first(WHO, [candidate(GONE, 0.9), candidate("Une barque", 0.5), candidate(NEW, 0.4)])
    assert [one.span.clean for one in told] == [NEW, GONE, "Une barque"]
    assert told[0].near == told[0].subject == 0.9


def test_another_act_names_another_one() -> None:
    assert decided_first(WHO, [candidate(GONE, 0.9), candidate(NEW, 0.4, piece=2)])[0].span.clean == GONE


def test_who_left_is_not_asked_for_a_new_one() -> None:
    ranked = [candidate(GONE, 0.9), candidate(NEW, 0.4)]
    assert decided_first("qui a démissionné du syndicat du canal", ranked) == ranked
    assert decided_first(WHO, ranked[::-1]) == ranked[::-1]
    assert decided_first(WHO, []) == []


RECITAL = "Considérant la demande du club de voile et un reste à charge de 1 900 €,"
GRANT = "Il est proposé d'attribuer une aide de 400 € au club de voile"


def test_the_grant_is_what_the_act_decides_not_what_its_recitals_tell() -> None:
    ranked = [candidate(RECITAL, 0.9), candidate(GRANT, 0.6)]
    told = decided_first("quelle subvention pour le club de voile", ranked)
    assert [(one.span.clean, one.near) for one in told] == [(GRANT, 0.9), (RECITAL, 0.9)]
    weak, strong = candidate(GRANT, 0.6), replace(candidate(RECITAL, 0.9), score=0.4)
    assert decided_first("quelle subvention pour le club de voile", [weak, strong])[0].near == 0.9
    assert decided_first("quel reste a charge avant la subvention du club de voile", ranked) == ranked
    assert decided_first("combien coute la barque", ranked) == ranked
    assert decided_first("quelle subvention", [ranked[0], candidate(GRANT, 0.6, piece=2)])[0].span.clean == RECITAL


HELD = "La directrice du port est Mme Odette Aubin, batelière."
TAKEN = "Le maire annonce que M. Luc Leroy prend la direction du port le 4 mai."


def later(*texts: str, day: date) -> Candidate:
    one = candidate(" ".join(texts), 0.4, piece=2)
    spans = tuple(Span(text, text, 1) for text in texts)
    return replace(one, passage=replace(one.passage, date=day), spans=spans)


def test_who_holds_a_post_is_whom_a_later_act_says_took_it() -> None:
    held = replace(candidate(HELD, 0.9), passage=replace(candidate(HELD, 0.9).passage, date=date(2030, 1, 1)))
    told = later("Mme Aubin part à la retraite.", TAKEN, day=date(2030, 3, 1))
    asked = "c'est qui la directrice du port"
    assert decided_first(asked, [held, told])[0].span.clean == TAKEN
    assert decided_first("c'est qui qui ouvre le port", [held, told])[0].span.clean == HELD
    for other in (
        later("Mme Aubin part à la retraite.", TAKEN, day=date(2029, 3, 1)),
        later("Mme Morel part à la retraite.", TAKEN, day=date(2030, 3, 1)),
        later("Mme Aubin salue le rameur.", TAKEN, day=date(2030, 3, 1)),
    ):
        assert decided_first(asked, [held, other])[0].span.clean == HELD


def test_who_asks_whether_it_is_still_she_is_told_who_was_elected_since() -> None:
    held = candidate("L'adjointe chargée des berges est Mme Odette Aubin.", 0.9)
    held = replace(held, passage=replace(held.passage, date=date(2029, 1, 1)))
    elected = "Mme Odette Aubin ayant démissionné, le conseil élit M. Luc Leroy adjoint."
    since = replace(later(elected, day=date(2030, 5, 4)), lacking=True)
    for plain in (
        "c est toujours madame aubin qu on appelle pour les berges",
        "madame aubin est elle encore adjointe",
        "monsieur aubin s occupe toujours des berges",
    ):
        told = decided_first(plain, [held, since])[0]
        assert (told.span.clean, told.lacking) == (elected, False)
    assert decided_first("les berges sont elles toujours ouvertes", [held, since])[0] is held
