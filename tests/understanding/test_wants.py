import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.forms import NAMING, holds
from bot.understanding.wants import Want, names_only, wants_of
from index.analysis import stem


@pytest.mark.parametrize(
    ("asked", "want"),
    [
        ("Quel est le prix du kiosque ?", Want.MONEY),
        ("La barque, c'est combien ?", Want.MONEY),
        ("tarif barque rendue hors délai", Want.MONEY),
        ("tarif de la salle du responsable légal", Want.MONEY),
        ("combien de taxe pour la barque", Want.MONEY),
        ("Quelle caution un rameur qui loue doit-il ?", Want.MONEY),
        ("location du verger 20 €", Want.MONEY),
        ("Quel soutien la fédération donne-t-elle par rameur ?", Want.MONEY),
        ("Quel taux s'applique ?", Want.RATE),
        ("Combien de cygnes par étang ?", Want.COUNT),
        ("Combien il faut de rameurs ?", Want.COUNT),
        ("Combien de jours de préavis ?", Want.DURATION),
        ("nb heures du gardien", Want.DURATION),
        ("Avant quelle date rendre la clef ?", Want.DEADLINE),
        ("À quelle heure ouvre l'étang ?", Want.TIME),
        ("Où déposer la clef ?", Want.PLACE),
        ("Qui garde la clef ?", Want.PERSON),
        ("Comment joindre le gardien ?", Want.PHONE),
        ("Quel courriel pour le gardien ?", Want.EMAIL),
        ("Peut-on pêcher la nuit ?", Want.YES_NO),
        ("La barque est-elle interdite ?", Want.YES_NO),
        ("Un pêcheur triche, que faire ?", Want.CONSEQUENCE),
        ("radeau annulé 3 semaines avant, on récupère kelke chose ?", Want.CONSEQUENCE),
        ("Si le rameur se désiste, perd-il ses arrhes ?", Want.CONSEQUENCE),
        ("Un radeau de 6 m à quai, quel droit devra-t-il ?", Want.MONEY),
        ("La motion a-t-elle été adoptée ?", Want.VOTE),
        ("Quelles pièces fournir ?", Want.LIST),
        ("Quels papiers pour louer une barque ?", Want.PAPERS),
        ("faut ramener quoi pour s'inscrire à l'aviron", Want.PAPERS),
        ("Que doit-on fournir pour une demande de mouillage ?", Want.PAPERS),
        ("Quelle somme le rameur doit-il ?", Want.MONEY),
        ("La somme totale des crédits de gilets ?", Want.MONEY),
        ("une barque le dimanche, ca fait combien par jour", Want.MONEY),
        ("ca fait combien de barques", Want.COUNT),
        ("deux rameurs, ca fait combien de location", Want.MONEY),
        ("Quel est le solde à verser au club ?", Want.MONEY),
        ("il reste combien a leur verser", Want.MONEY),
        ("Une barque reste six jours : que doit le rameur ?", Want.MONEY),
        ("il reste combien de barques", Want.COUNT),
        ("le ponton est fermé, on téléphone à qui", Want.PHONE),
        ("qui garde l'écluse et son numéro", Want.PHONE),
        ("Il casse une rame, qu'est-ce qui se passe ?", Want.CONSEQUENCE),
        ("La barque est rendue quand ?", Want.DEADLINE),
        ("l'emprunt de la barque finit en quelle année", Want.DEADLINE),
        ("numero de la capitainerie", Want.PHONE),
        ("c'est quoi une yole ?", Want.DEFINITION),
        ("Que veut dire CNY ?", Want.DEFINITION),
        ("Pouvez-vous expliquer ce qu'est une yole ?", Want.DEFINITION),
        ("le jury se réunit tous les combien", Want.FREQUENCY),
        ("inscriptions au canal du combien au combien", Want.DEADLINE),
        ("à quelle période louer une barque ?", Want.DEADLINE),
        ("le ponton gratuit, c'est passé au conseil ?", Want.VOTE),
        ("une seconde écluse, est-ce décidé ?", Want.VOTE),
        ("on a décidé quoi pour la seconde écluse", Want.VOTE),
        ("Qui règle l'électricité du ponton ?", Want.CHARGE),
        ("qui prendra en charge le ménage du ponton", Want.CHARGE),
        ("c qui l'éclusier ?", Want.PERSON),
        ("c quelle asso la fête du canal", Want.PERSON),
        ("le port verse combien par habitant", Want.MONEY),
        ("l'anneau d'une yole combien par mois", Want.MONEY),
        ("anneau combien par an et combien de barques au plus", Want.MONEY),
        ("anneau combien par an et combien de barques au plus", Want.COUNT),
        ("qui garde l'écluse et son tel", Want.PHONE),
        ("qui garde l'écluse et c quoi son téléphone", Want.PHONE),
        ("Jusqu'à quand les rameurs ont-ils la clef ?", Want.DEADLINE),
        ("jusqu a quand on rend la clef", Want.DEADLINE),
        ("Y a-t-il eu des élus contre le budget du canal ?", Want.VOTE),
        ("combien d'abstentions pour le budget du canal", Want.VOTE),
        ("la prime de halage est-elle cumulable", Want.YES_NO),
        ("un rameur de moins de dix ans peut louer une barque ?", Want.YES_NO),
        ("l'éclusier peut fermer le canal si le rameur a un mot du maire ?", Want.YES_NO),
        ("on peut encore louer une barque à voile ?", Want.YES_NO),
        ("un rameur veut pêcher sous l'écluse, il peut ?", Want.YES_NO),
        ("ce que le club paie au port pour le ponton", Want.MONEY),
        ("le ponton est fermé quels jours", Want.DEADLINE),
        ("la barque, il faut quoi comme papiers", Want.PAPERS),
        ("papiers pour louer la barque", Want.PAPERS),
        ("Que doit contenir le dossier d'un mouillage ?", Want.PAPERS),
        ("on met quoi dans le dossier de mouillage", Want.PAPERS),
        ("le dossier de mouillage doit contenir quoi", Want.PAPERS),
        ("Que comprend la candidature au ponton ?", Want.PAPERS),
        ("un rameur rentre tard, on lui compte quoi", Want.MONEY),
        ("une barque reste dix jours au ponton : que doit le rameur ?", Want.MONEY),
        ("le gardien il fait combien heures par an", Want.DURATION),
        ("20 bouées surveillées, ça fait combien par an", Want.MONEY),
        ("combien d'euros touche un éclusier", Want.MONEY),
        ("le club des yoles il touche quoi cette année", Want.MONEY),
        ("l'harmonie reçoit quoi du port", Want.MONEY),
        ("Que paiera un rameur pour deux nuits au ponton ?", Want.MONEY),
        ("Quelle subvention le club des yoles a-t-il obtenue ?", Want.MONEY),
        ("Quelle prime touche l'éclusier ?", Want.MONEY),
        ("quelle enveloppe pour le ponton", Want.MONEY),
        ("dette du port fin 2030", Want.MONEY),
        ("c quand la régate", Want.DEADLINE),
        ("Bonjour, quand l'écluse rouvre-t-elle ?", Want.DEADLINE),
        ("À quelles dates le canal est-il vidé ?", Want.DEADLINE),
        ("Quelle sera la date de la régate ?", Want.DEADLINE),
        ("qu'est-ce qu'on leur compte s'ils cassent une rame", Want.MONEY),
        ("heures d'ouverture de l'étang", Want.TIME),
        ("l'étang est ouvert le dimanche ?", Want.TIME),
        ("c'est de quelle h à quelle h la pêche", Want.TIME),
        ("combien d heures de barque par semaine", Want.DURATION),
        ("le ponton, pour le rendre faut le dire combien avant", Want.DURATION),
        ("la barque coûte combien avant l'été", Want.MONEY),
        ("capacité maximum du ponton", Want.COUNT),
        ("taille max d'une barque", Want.MEASURE),
        ("À quelle distance du quai faut-il mouiller ?", Want.MEASURE),
        ("combien de mètres de quai a le club", Want.MEASURE),
        ("Qui est le responsable du ponton ?", Want.PERSON),
        ("qui financera le ponton", Want.CHARGE),
        ("la bouée est à la charge de qui", Want.CHARGE),
        ("comment joindre la capitainerie", Want.PHONE),
        ("la yole ça dure combien", Want.DURATION),
        ("c quoi la yole d'essai et ca dure combien maximum", Want.DURATION),
        ("c quoi la yole d'essai et ca dure combien maximum", Want.DEFINITION),
        ("un rameur s'est fait prendre à fumer, il se passe quoi", Want.CONSEQUENCE),
        ("il a coulé la barque, c'est quoi la punition", Want.CONSEQUENCE),
        ("il a coulé la barque : que prévoit notre grille ?", Want.CONSEQUENCE),
        ("ma barque date de mars, trop tard pour rendre la clef ?", Want.DEADLINE),
        ("Pouvez-vous me dire qui siège au jury ?", Want.PERSON),
        ("un rameur veut dormir au hangar, ok ?", Want.YES_NO),
        ("Un rameur propose d'apporter sa rame. Que dois-je lui répondre ?", Want.YES_NO),
    ],
)
def test_a_question_wants_its_kind_of_thing(asked: str, want: Want) -> None:
    assert want in wants_of(asked)


@pytest.mark.parametrize("asked", ["kiosque", "règlement de l'étang", "barque 30 ans"])
def test_a_subject_alone_wants_nothing_of_a_kind(asked: str) -> None:
    assert wants_of(asked) == frozenset()


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("Que fait-on quand un rameur perd sa clef ?", Want.DEADLINE),
        ("Qu'est-ce qu'on fait de la barque ?", Want.YES_NO),
        ("Jusqu'à quelle date peut-on louer la barque ?", Want.YES_NO),
        ("comment on peut louer la barque", Want.YES_NO),
        ("on peut avoir combien de barques", Want.YES_NO),
        ("la barque, est-ce que le club paie tout ?", Want.MONEY),
        ("que devient ce qu'il a payé pour la barque", Want.MONEY),
        ("c quoi le prix de la barque", Want.DEFINITION),
        ("la yole ça dure combien", Want.MONEY),
        ("le club peut-il prêter sa remise", Want.RATE),
        ("la remise des clefs du hangar", Want.RATE),
        ("prime de halage cumulable avec les nuits", Want.MONEY),
        ("le rameur touche quoi que ce soit", Want.MONEY),
        ("Combien de tickets gratuits a un rameur ?", Want.MONEY),
        ("Jusqu'à quand profiter du tarif réduit ?", Want.MONEY),
        ("Qui fixe le tarif de la barque ?", Want.MONEY),
        ("numéro de la délibération des barques", Want.PHONE),
        ("le jury se réunit tous les combien", Want.MONEY),
        ("Les 300 € de la barque, on les verse quand ?", Want.MONEY),
        ("on paie la barque quand même ?", Want.DEADLINE),
        ("télétravail des éclusiers, quelle indemnité par jour", Want.PHONE),
        ("quelle sanction pour un rameur qui perd son téléphone", Want.PHONE),
        ("combien de temps garde-t-on la clef ?", Want.COUNT),
        ("combien de jours pour rendre la clef", Want.COUNT),
        ("à quelle période louer une barque", Want.DURATION),
        ("faut apporter quoi à la régate", Want.PAPERS),
        ("La barque coule, que doit faire le rameur ?", Want.MONEY),
        ("Barque rendue hors délai, peut-on refuser le rameur ?", Want.DEADLINE),
        ("Barque rendue hors délai, peut-on refuser le rameur ?", Want.DURATION),
        ("la prime de halage avec les heures sup", Want.TIME),
        ("un élu peut-il porter plainte contre un rameur", Want.VOTE),
        ("mes heures sup de rameur, je les pose quand ?", Want.TIME),
        ("prix de la barque pour une heure", Want.TIME),
        ("le tarif horaire de la barque", Want.TIME),
        ("la barque nous coûte combien par rameur", Want.COUNT),
        ("prix de l'anneau, pour quelle longueur ?", Want.MEASURE),
        ("tarif d'ouverture d'un caveau", Want.TIME),
        ("la nouvelle capitainerie, elle ouvre où", Want.TIME),
        ("la visite de la ferme des Joncs", Want.TIME),
        ("Quel type d'amarrage minimum faut-il ?", Want.COUNT),
        ("Pour combien de temps la barque est-elle prêtée ?", Want.COUNT),
        ("combien de jours avant pour réserver la barque", Want.COUNT),
        ("l'adresse mail de la capitaine", Want.PLACE),
        ("le port paye la moitié du permis si on rame combien de jours", Want.MONEY),
        ("le ponton, pour le rendre faut le dire combien avant", Want.MONEY),
        ("la barque coûte combien avant l'été", Want.DURATION),
        ("Le rameur peut-il être tenu responsable de la casse ?", Want.PERSON),
        ("Doit-on joindre à la demande de mouillage l'attestation d'un skipper ?", Want.PHONE),
        ("l'indemnité de ceux qui tiennent le bureau de vote", Want.VOTE),
        ("rentrer la barque à midi au lieu de onze heures, combien", Want.PLACE),
    ],
)
def test_words_that_only_look_like_asking_want_nothing(asked: str, other: Want) -> None:
    assert other not in wants_of(asked)


def test_a_question_with_a_verb_does_more_than_name_a_thing() -> None:
    assert not names_only("quelle association loue la barque")
    assert names_only("barque a rames 3 heures")
    assert not names_only("un rameur de 13 ans peut prendre la barque")


def test_who_pays_is_not_how_much() -> None:
    assert Want.MONEY not in wants_of("Qui paie la réparation de la barque ?")


def test_a_number_of_euros_counts_nothing() -> None:
    assert Want.COUNT not in wants_of("combien d'euros touche un éclusier")
    assert Want.CHARGE in wants_of("Qui paie la réparation de la barque ?")
    assert Want.MONEY in wants_of("Combien paie le pêcheur ?")
    assert Want.MONEY in wants_of("Que doit-on lui facturer pour la barque ?")
    assert Want.MONEY in wants_of("Quelle somme lui facturer pour la barque ?")


def test_whether_prices_were_voted_is_not_how_much() -> None:
    assert wants_of("Les tarifs de l'étang sont-ils votés ?") >= {Want.VOTE}
    assert Want.MONEY not in wants_of("Les tarifs de l'étang sont-ils votés ?")
    assert Want.MONEY in wants_of("Quel prix a été voté pour l'étang ?")


@pytest.mark.parametrize(
    ("want", "text", "held"),
    [
        (Want.MONEY, "la barque est a 12,50 € l'heure", True),
        (Want.MONEY, "l'acces est gratuit", True),
        (Want.MONEY, "la barque est pretee a titre gracieux", True),
        (Want.MONEY, "la barque compte 3 places", False),
        (Want.MONEY, "les tarifs de la barque sont alignes sur ceux du syndicat", True),
        (Want.MONEY, "le tarif de la barque est fixe chaque annee", False),
        (Want.MEASURE, "a dix metres du quai", True),
        (Want.MEASURE, "une bache de 2,5 m² au plus", True),
        (Want.MEASURE, "les 12 mouillages du quai", False),
        (Want.RATE, "une remise de 15 %", True),
        (Want.RATE, "une remise de 15 euros", False),
        (Want.TIME, "l'etang ouvre a 8 h 30", True),
        (Want.TIME, "l'etang ouvre en mai", False),
        (Want.PHONE, "telephone : 01 23 45 67 89", True),
        (Want.PHONE, "lot 0123", False),
        (Want.EMAIL, "ecrire a garde@etang.example", True),
        (Want.EMAIL, "ecrire au garde", False),
        (Want.DURATION, "un preavis de deux mois", True),
        (Want.DURATION, "un preavis suffisant", False),
        (Want.DEADLINE, "au plus tard le 4 mars", True),
        (Want.DEADLINE, "avec la clef", False),
        (Want.LIST, "n'importe quoi", True),
        (Want.VOTE, "le point est ajourne", True),
        (Want.VOTE, "le point est presente", False),
        (Want.DURATION, "pour un enfant de moins de six ans", False),
        (Want.DURATION, "pour une durée de **trois ans**", True),
        (Want.TIME, "l'ecluse ferme a 18 h", True),
        (Want.TIME, "le gardien fait 35 heures, dont 12 heures par semaine au quai", False),
        (Want.DURATION, "l'ecluse est gardee 7 jours sur 7, 24h/24", False),
        (Want.DURATION, "bapteme de bateau | jours ouvres : 3", True),
        (Want.DURATION, "bapteme de bateau | le jour : 3 €", False),
        (Want.CONSEQUENCE, "rames cassees | renvoi immediat", True),
        (Want.CONSEQUENCE, "refus d'ecoper | blame", True),
        (Want.CONSEQUENCE, "rames cassees | mise a pied de deux jours", True),
        (Want.CONSEQUENCE, "qui ne vient pas perd son anneau", True),
        (Want.CONSEQUENCE, "manquement | premiere fois", False),
    ],
)
def test_a_text_holds_a_kind_of_thing_by_its_form(want: Want, text: str, held: bool) -> None:
    assert holds(want, text) is held


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert wants_of(text) <= set(Want)
    assert {holds(want, text) for want in Want} <= {True, False}


def test_a_percentage_that_the_asker_tells_is_none_asked_for() -> None:
    assert Want.RATE not in wants_of("je travaille à 80 %, combien de jours au phare ?")
    assert Want.RATE in wants_of("c'est quel % de remise au port ?")


@pytest.mark.parametrize(
    ("want", "word"), [(Want.DURATION, "maximum"), (Want.DURATION, "preavis"), (Want.DEADLINE, "avance")]
)
def test_some_words_only_name_the_kind_of_thing_wanted(want: Want, word: str) -> None:
    assert stem(word) in NAMING[want]


@pytest.mark.parametrize(
    "asked", ["le gardien fait combien heures par an", "pour les villes de moins de combien habitants"]
)
def test_what_is_counted_in_shorthand_is_no_sum(asked: str) -> None:
    assert Want.MONEY not in wants_of(asked)


def test_the_number_of_an_order_is_no_telephone() -> None:
    assert Want.PHONE not in wants_of("quel est le numéro de l'arrêté du préfet sur le canal")


@pytest.mark.parametrize(
    ("asked", "wants"),
    [
        ("Le ponton est loué à un club : que lui facturons-nous ?", {Want.MONEY}),
        ("qu'est-ce qu'on leur facture", {Want.MONEY}),
        ("qui facture la rame cassée ?", {Want.CHARGE, Want.PERSON}),
        ("ça lui coûte combien de retard", {Want.MONEY}),
        ("la barque, on est à combien de l'heure", {Want.MONEY}),
        ("la barque on est a combien de leur", {Want.MONEY}),
        ("jours de ponton par an, combien", {Want.DURATION}),
        ("barque 3 jours combien", {Want.MONEY}),
        ("jours fériés : on paye combien", {Want.MONEY}),
    ],
)
def test_what_is_counted_is_told_from_what_is_paid(asked: str, wants: set[Want]) -> None:
    assert wants_of(asked) == wants
