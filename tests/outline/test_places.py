"""Pages whose blank lines were left out between them: a line's number is no position."""

from __future__ import annotations

from knowledge.documents import Document, Metadata, Page
from knowledge.outline import outline

PAGES = (
    Page(1, "PROCES-VERBAL\nCONSEIL MUNICIPAL DU 3 MARS 2026\n\n1 - ACHAT DE BANCS\n\nLe banc coûte 90 €.", 1),
    Page(2, "Le conseil a adopté la délibération à l'unanimité.\n\n2 - TAILLE DES HAIES\n\nLa haie est taillée.", 20),
    Page(3, "Décisions prises par le maire\n\nDécision n°7\nAchat d'un vélo pour 400 euros.", 41),
)


def test_a_passage_belongs_to_the_act_it_stands_in_however_lines_are_numbered() -> None:
    outlined = outline(Document("d", "d.txt", "0", Metadata(), PAGES))
    acts = {piece.ordinal: piece for piece in outlined.pieces}
    for passage in outlined.passages:
        act = acts[passage.piece]
        assert act.line <= passage.locator.line <= passage.locator.end_line <= act.end_line
    bicycle = next(p for p in outlined.passages if "vélo" in p.text)
    assert acts[bicycle.piece].kind == "decisions"
    assert bicycle.standing.value == "decided"
