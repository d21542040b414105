"""The words people use, and what a question becomes with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import is_said, tokens
from index.engine import Term
from index.synonyms import Synonyms, expand, load_synonyms
from index.wordlists import SYNONYMS, read_groups

SHIPPED, FAULTS = load_synonyms()


def ask(text: str, synonyms: Synonyms = SHIPPED) -> dict[str, dict[str, float]]:
    return {term.word: dict(term.stems) for term in expand(tokens(text), synonyms)}


def written(folder: Path, text: str) -> tuple[Synonyms, list[str]]:
    file = folder / "words.toml"
    file.write_text(text)
    synonyms, problems = load_synonyms(file)
    return synonyms, [problem.message for problem in problems]


def test_the_shipped_words_have_no_fault() -> None:
    assert FAULTS == ()


def test_no_shipped_phrase_leans_on_a_word_the_search_drops() -> None:
    # "pas payé" would be read "payé", and lead to the contrary of what was asked.
    groups = read_groups(SYNONYMS, [])
    phrases = [phrase for group in groups for phrase in (*group.same, *group.asked, *group.unlike)]
    reduced = [one.text for one in phrases if len(one.words) > 1 and sum(map(is_said, one.words)) < 2]
    assert reduced == []


@pytest.mark.parametrize(
    ("asked", "word", "stem"),
    [
        ("la cantine", "cantine", "restaur scolair"),
        ("garderie du soir", "garderie", "accueil periscolair"),
        ("une tombe", "tombe", "concess"),
        ("un rdv", "rdv", "rendezvous"),
        ("mon RIB", "rib", "relev identit bancair"),
        ("pénétrer sur le ponton", "penetrer", "acce"),
        ("rouler sur le quai", "rouler", "circul"),
        ("la MARPA", "marpa", "resident autonom"),
        ("un burkini", "burkini", "tenu bain"),
        ("un BNSSA", "bnssa", "surveil baignad"),
        ("une verrue", "verrue", "contr indiqu"),
        ("l'orage", "orage", "intemper"),
        ("un marathon", "marathon", "courses pedestr"),
        ("une expo", "expo", "exposit"),
        ("un flash", "flash", "photograph"),
        ("la clim", "clim", "climatis"),
        ("des ecocups", "ecocups", "gobelet"),
        ("une mosquée", "mosquee", "cultuel"),
        ("du gasoil", "gasoil", "carbur"),
        ("la trésorerie du club", "tresorerie", "situat financi"),
        ("une tombola", "tombola", "loter"),
        ("la ducasse", "ducasse", "fet forain"),
        ("la fanfare", "fanfare", "harmon"),
        ("l'étude", "etude", "aid lecon"),
        ("mon portable", "portable", "telephon"),
        ("la crèche", "creche", "mult accueil"),
        ("centre aéré", "centre aere", "accueil lois"),
        ("un PAI", "pai", "projet accueil individualis"),
        ("tarif", "tarif", "prix"),
        ("facebook", "facebook", "reseau social"),
        ("rompre le contrat", "rompre", "resili"),
        ("une friterie", "friterie", "camion restaur"),
        ("la musique", "musique", "bruit"),
        ("un gamin", "gamin", "enfant"),
        ("le CCAS", "ccas", "centr communal action social"),
        ("relouer", "relouer", "souslou"),
        ("refiler sa place", "refiler", "souslou"),
        ("une pointeuse", "pointeuse", "badgeag"),
        ("un parcmètre", "parcmetre", "horod"),
        ("payer en liquide", "liquide", "espec"),
        ("une pommade", "pommade", "medic"),
        ("confirmer une place", "confirmer", "accept"),
        ("une maman solo", "solo", "parent isol"),
        ("depuis la Suisse", "suisse", "etrang"),
        ("un berceau", "berceau", "plac"),
        ("une béquille", "bequille", "mobilit reduit"),
        ("des familles démunies", "demunies", "faibl revenus"),
        ("départager deux agents", "departager", "priorit"),
        ("une épitaphe", "epitaphe", "gravur"),
        ("étaler la facture", "etaler", "echelon"),
        ("un graffiti", "graffiti", "degrad"),
        ("être prévenu", "prevenu", "notifi"),
        ("à l'essai", "essai", "experiment"),
        ("une fuite", "fuite", "violat donnees"),
        ("la CNIL", "cnil", "autorit control"),
        ("bouger la caméra", "bouger", "pris main"),
        ("l'ASPA", "aspa", "minimum vieilless"),
        ("les nounous", "nounous", "relais petit enfanc"),
        ("IFCE", "ifce", "indemnit forfaitair complementair elect"),
        ("le PPRI", "ppri", "plan prevent risqu naturel"),
        ("la pub", "pub", "dispositifs publicitair"),
        ("quelle taille", "taille", "surfac"),
        ("la dette", "dette", "endet"),
        ("un poste", "poste", "emploi"),
        ("l'EVS", "evs", "espac vie social"),
        ("mon numéro perso", "perso", "personnel"),
        ("il bosse où", "bosse", "travail"),
        ("à quel rythme", "rythme", "periodicit"),
        ("interroger les rameurs", "interroger", "enquet"),
        ("un temps plein", "temps plein", "temp complet"),
        ("prime annuelle", "prime annuelle", "cia"),
        ("l'essence", "essence", "indemnit kilometr"),
        ("un renfort", "renfort", "emploi non permanent"),
        ("candidater", "candidater", "recrut"),
        ("répondre aux mails", "mails", "deconnexion"),
        ("un éthylotest", "ethylotest", "alcool"),
        ("un désaccord", "desaccord", "differend"),
        ("EDF", "edf", "electricit"),
        ("mandater la somme", "mandater", "pai"),
        ("resigner le bail", "resigner", "renouvel"),
        ("trahir le secret", "trahir", "violat secret professionnel"),
        ("rembourser le prêt", "pret", "capital rest"),
        ("refaire le toit", "toit", "toitur"),
        ("refaire le quai", "refaire", "refect"),
        ("remporter le marché", "remporter", "attributair"),
        ("qui représente le port", "represente", "design"),
        ("l'adjointe chargée du port", "chargee", "deleg"),
        ("verglas sur le quai", "verglas", "salag"),
        ("un mail", "mail", "messager"),
        ("éteindre la nuit", "eteindre", "extinct nocturn"),
        ("la grue du port", "grue", "grutag"),
        ("le port confié au club", "confie", "exploit"),
        ("un incident sur le quai", "incident", "sinistr"),
        ("formule de base", "formule", "forf"),
        ("être indemnisé", "indemnise", "compens"),
        ("le taux du prêt", "pret", "taux interet"),
        ("n'avoir rien obtenu", "rien obtenu", "ecart"),
        ("les rues du port", "rues", "voi publiqu"),
        ("une cabane au port", "cabane", "annex"),
        ("la police judiciaire", "police", "autorit judiciair"),
        ("une maman enceinte", "enceinte", "grossess"),
        ("qui est la cheffe ?", "cheffe", "directeur"),
        ("garder le soir", "garder", "accueil periscolair"),
        ("tailler sa haie", "haie", "elagag"),
        ("un fumigène", "fumigene", "petard"),
        ("jusqu'à quand court l'accord", "court", "echeanc"),
        ("les spots du quai", "spots", "eclairag"),
        ("un adolescent", "adolescent", "mineur"),
        ("un bébé", "bebe", "enfant"),
        ("retirer de la crèche", "retirer", "departs definit"),
        ("un manga", "manga", "livre"),
        ("les supporters", "supporters", "spectateur"),
        ("une camionnette", "camionnette", "vehicul"),
        ("un studio", "studio", "log"),
        ("sortir de l'eau", "sortir", "evacu"),
        ("passer la serpillière", "passer", "etat propret"),
        ("laisser partir", "partir", "autoris sort"),
        ("rentrer la poubelle", "rentrer", "present bac"),
        ("poser une RTT", "rtt", "demand cong"),
        ("contester sa note", "contester", "demand revis"),
        ("débrayer", "debrayer", "grev"),
        ("perdre sa prime", "prime", "maintien regim indemnitair"),
        ("un procès", "proces", "juridict"),
        ("une malfaçon", "malfacon", "garant decennal"),
        ("la petite monnaie", "monnaie", "fond caiss"),
        ("un ultimatum", "ultimatum", "mis demeur"),
        ("gagner le marché", "gagner", "attributair"),
        ("un corbillard", "corbillard", "vehicul funerair"),
        ("les ossements", "ossements", "ossuair"),
        ("un arrosoir", "arrosoir", "points eau"),
        ("un klaxon", "klaxon", "avertisseur sonor"),
        ("le riz des mariés", "riz", "confet"),
        ("sou des écoles", "sou", "associ parent elev"),
        ("un TBI", "tbi", "materiel informat"),
        ("le JAF", "jaf", "decis justic"),
        ("un menu végé", "vege", "rep san viand"),
        ("la mamie du voisin, sa tante", "tante", "person autoris"),
        ("une gourde", "gourde", "trousseau"),
        ("la VACAF", "vacaf", "aid temp libr"),
        ("dormir à la crèche", "dormir", "siest"),
        ("le PIJ", "pij", "points inform jeuness"),
        ("prendre la parole", "prendre parole", "temp parol"),
        ("les frais de notaire", "notaire", "frais acte"),
        ("couper la route", "route", "circul interdit"),
        ("un gendarme couché", "couche", "ralentisseur"),
        ("un maraîcher", "maraicher", "producteur"),
        ("une mobylette", "mobylette", "deux rou"),
        ("le toboggan", "toboggan", "air jeux"),
        ("une faveur", "faveur", "derog"),
        ("des stères", "steres", "affouag"),
        ("des seringues", "seringues", "activit soin"),
        ("le kayak", "kayak", "engin nautiqu"),
        ("l'informaticien", "informaticien", "servic informat"),
        ("gratter la coque", "gratter coque", "caren"),
        ("à combien s'élève la note", "note", "prix"),
    ],
)
def test_a_word_of_staff_leads_to_the_word_of_the_acts(asked: str, word: str, stem: str) -> None:
    stems = ask(asked)[word]
    found = [one for one in stems if one.startswith(stem)]
    assert found, stems
    assert 0.5 <= stems[found[0]] < 1.0


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("une niche", "cavurn"),
        ("un repas adulte", "repas enfant"),
        ("sous-louer la salle", "lou"),
        ("une place", "emploi"),
        ("le salaire du gardien", "revenu"),
        ("le salaire du gardien", "revient"),
        ("payer la rame", "projet accueil individualis"),
        ("poser une rame", "plan local urban"),
        ("l'eau de pluie", "plan local urban"),
        ("le père du rameur", "accueil periscolair"),
        ("le papa du rameur", "senior"),
        ("passer à quai", "badg"),
        ("joindre une copie", "stupef"),
        ("la boisson du rameur", "entrepris"),
    ],
)
def test_a_word_does_not_lead_to_what_has_another_price(asked: str, other: str) -> None:
    assert all(ways.get(other, 0) < 0.5 for ways in ask(asked).values())


def test_the_askers_own_word_comes_first_and_counts_whole() -> None:
    term = expand(["cantine"], SHIPPED)[0]
    assert term.stems[0] == ("cantin", 1.0)


def test_a_directed_word_does_not_lead_back() -> None:
    assert "tomb" not in ask("concession")["concession"]


def test_a_phrase_is_one_idea_and_its_parts_alone_are_not_the_phrase() -> None:
    stems = ask("quel prix pour le centre aéré ?")["centre aere"]
    assert stems["centr aer"] == 1.0
    assert stems["centr"] < 0.5


@pytest.mark.parametrize(
    "asked",
    [
        "louer une salle",
        "louer la salle",
        "pour louer votre salle, comment faire ?",
        "salle à louer",
        "la salle, on peut la louer ?",
        "location d'une salle",
    ],
)
def test_a_phrase_is_met_across_small_words_in_other_forms_and_in_another_order(asked: str) -> None:
    assert any({"lou", "sall"} == set(word.split()) or "locat sall" in stems for word, stems in ask(asked).items())


def test_the_words_of_a_phrase_still_help_where_the_phrase_is_not_whole() -> None:
    stems = ask("pendant la pause méridienne")["pause meridienne"]
    assert stems["paus meridien"] == 1.0
    assert 0.0 < stems["meridien"] < 0.5


def test_a_phrase_of_words_known_by_themselves_hides_none_of_them(tmp_path: Path) -> None:
    synonyms, _ = written(
        tmp_path,
        '[[groups]]\nsame=["aviron", "rame"]\n[[groups]]\nsame=["droit de quai"]\nasked=["prix de l\'aviron"]\n',
    )

    stems = ask("le prix de l'aviron ?", synonyms)
    assert stems["prix"]["droit quai"] == stems["aviron"]["droit quai"] == stems["aviron"]["ram"] == 0.8


def test_a_phrase_is_found_in_the_other_forms_of_its_words(tmp_path: Path) -> None:
    synonyms, _ = written(tmp_path, '[[groups]]\nsame=["rendre les rames", "retour au ponton"]\n')

    for text in ("rendre les rames", "les rames rendues", "qui rend sa rame ?"):
        assert any("retour ponton" in ways and "rendr ram" in ways for ways in ask(text, synonyms).values()), text


def test_unknown_words_and_figures_are_ideas_of_their_own() -> None:
    assert expand(["zzyzx", "15", "le"], SHIPPED) == (
        Term("zzyzx", (("zzyzx", 1.0),)),
        Term("15", (("15", 1.0),)),
    )


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("tournoi multisports", "mult sport"),
        ("tournoi multi-sports", "multisport"),
        ("un minicamp", "min camp"),
        ("la TÉLÉ ALARME", "telealarm"),
        ("un week-end", "weekend"),
        ("un weekend", "week end"),
    ],
)
def test_a_word_written_in_two_is_found_in_one_and_the_other_way_round(asked: str, written: str) -> None:
    assert any(ways.get(written, 0) >= 0.8 for ways in ask(asked).values())


def test_a_word_written_in_two_has_the_synonyms_of_the_one(tmp_path: Path) -> None:
    synonyms, _ = written(tmp_path, '[[groups]]\nsame = ["mini-golf", "parcours"]\n')
    assert "parcour" in ask("le minigolf", synonyms)["minigolf"]


def test_a_word_said_twice_is_one_idea() -> None:
    assert len(expand(["cantine", "cantines"], SHIPPED)) == 1


def test_a_commune_adds_its_own_words(tmp_path: Path) -> None:
    synonyms, problems = written(tmp_path, '[[groups]]\nsame=["Les Mésanges", "multi-accueil"]\nweight=0.9\n')

    assert problems == []
    assert ask("place aux mésanges", synonyms)["mesanges"]["mult accueil"] == 0.9
    assert "mesanges" in synonyms.words


def unlike(text: str, synonyms: Synonyms = SHIPPED) -> set[str]:
    return {phrase for term in expand(tokens(text), synonyms) for phrase in term.unlike}


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        ("prix d'une concession au cimetière", "concess servic"),
        ("la garderie", "accueil loisir"),
        ("tarif de la cantine", "portag rep"),
        ("tarif de la cantine", "pani rep"),
        ("la salle des fêtes", "sall class"),
        ("l'étude du soir", "etud sol"),
        ("un adjoint", "adjoint techniqu"),
    ],
)
def test_a_word_names_what_is_easily_taken_for_it(asked: str, taken: str) -> None:
    assert taken in unlike(asked)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("la garderie ou l'accueil de loisirs ?", "accueil loisir"),
        ("portage de repas de la cantine", "portag rep"),
        ("le panier d'un enfant allergique à la cantine", "pani rep"),
    ],
)
def test_what_the_asker_says_is_not_set_aside(asked: str, meant: str) -> None:
    assert meant not in unlike(asked)


def test_a_word_of_two_meanings_sets_neither_aside(tmp_path: Path) -> None:
    synonyms, problems = written(
        tmp_path,
        '[[groups]]\nsame=["bassin à flot", "bassin"]\nunlike=["bassin de nage", "bassin minier"]\n'
        '[[groups]]\nsame=["bassin de nage", "bassin"]\nunlike=["bassin à flot"]\n',
    )

    assert problems == []
    assert unlike("le bassin", synonyms) == {"bassin mini"}


def test_what_a_word_is_taken_for_is_no_way_to_say_it(tmp_path: Path) -> None:
    synonyms, _ = written(tmp_path, '[[groups]]\nsame=["aviron"]\nunlike=["aviron de salon"]\n')

    (term,) = expand(["aviron"], synonyms)
    assert term == Term("aviron", (("aviron", 1.0),), ("aviron salon",))
    assert expand(["salon"], synonyms)[0].unlike == ()


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[[groups", "illisible"),
        ('groups = "non"', "[[groups]]"),
        ('[[groups]]\nsame=["cantine", "repas"]\ncouleur=1', "couleur"),
        ('[[groups]]\nsame="cantine"', "listes"),
        ('[[groups]]\nsame=["cantine"]', "deux en tout"),
        ('[[groups]]\nasked=["cantine", "repas"]', "au moins un mot"),
        ('[[groups]]\nsame=["cantine", "repas"]\nweight=3', "entre 0 et 1"),
        ('[[groups]]\nsame=["cantine", "repas", "le la"]', "le la"),
        ('[[groups]]\nsame=["cantine", "repas"]\nunlike="portage"', "« unlike »"),
        ('[[groups]]\nsame=["cantine", "repas"]\nunlike=["le la"]', "le la"),
        ('[[groups]]\nsame=["cantine", "repas"]\nunlike=["la cantine"]', "à la fois"),
        ('[[groups]]\nunlike=["cantine", "repas"]', "au moins un mot"),
        ('[[mots]]\nsame=["cantine", "repas"]', "[[groups]]"),
    ],
)
def test_a_fault_in_a_communes_words_is_told_and_the_rest_is_used(tmp_path: Path, toml: str, told: str) -> None:
    synonyms, problems = written(tmp_path, toml)

    assert len(problems) == 1
    assert told in problems[0]
    assert "restaur scolair" in ask("cantine", synonyms)["cantine"]


def test_an_absent_file_of_words_is_told(tmp_path: Path) -> None:
    assert "illisible" in load_synonyms(tmp_path / "absent.toml")[1][0].message


@given(st.text())
def test_any_question_gives_ideas_that_the_engine_can_read(text: str) -> None:
    terms = expand(tokens(text), SHIPPED)
    assert len({term.stems[0][0] for term in terms}) == len(terms)
    for term in terms:
        assert term.stems[0][1] == 1.0
        assert all(stem and 0 < weight <= 1 for stem, weight in term.stems)
