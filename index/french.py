"""Common French words: those that say nothing in a search, those of every day, and those no list of words holds."""

from __future__ import annotations

# Folded. Question words and courtesies are here since they are in questions and never in an act's heading.
_SAID_FOR_NOTHING = """
    a afin ah ai aille aillent ailleurs ainsi ait allaient allais allait allez allons alors apres as au aucun aucune
    aujourd aupres auquel aura aurai auraient aurais aurait auras aurez auriez aurions aurons auront aussi autant
    autre autres aux auxquelles auxquels avaient avais avait avant avec avez aviez avions avoir avons ayant ayez
    ayons bah beaucoup ben bien bonjour bonsoir bref c ca cad car ce ceci cela celle celles celui cependant ces cet
    cette ceux chacun chacune chaque chez ci combien comme comment conformement cordialement coup d dans de dedans
    dehors deja dela depuis des desquelles desquels dessous dessus devaient devais devait devant devez deviez
    devions devons devra devrai devrais devrait devras devrez devriez devrions devrons devront dire directement dit
    doit doive doivent doives donc dont du duquel durant e egalement eh elle elles eme en encore enfin entre envers
    er es est et etaient etais etait etant ete etes etiez etions etre eu eue eux faire fais faisaient faisais
    faisait faisant faisiez faisons fait faites fallait fallu fasse fassent fasses fassions faudra faudrait faut
    fera ferai feraient ferais ferait feras ferez feriez ferions ferons feront fois font furent fut hein hui ici il
    ils irai iraient irais irait iras irez irions irons iront j je jusqu jusque koi l la laquelle le lequel les
    lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais malgre me meme memes merci mes mettre moi moins
    mon moyennant n ne neanmoins ni nos notamment notre nous o on ont or ou oui par parce parfois parmi
    particulierement pas pendant peu peut peuvent peux plus plusieurs plutot pour pourquoi pourra pourrai pourraient
    pourrais pourrait pourras pourrez pourriez pourrions pourrons pourront pouvaient pouvais pouvait pouvez pouviez
    pouvions pouvoir pouvons pr pres presqu pu puis puisqu puisque puisse puissent puisses puissiez puissions qd qu
    quand que quel quelle quelles quelqu quelque quelques quels qui quoi quoiqu respectivement s sa sache sachez
    sais sait sauf saura saurai saurait savais savait savent savez savoir savons se sera serai seraient serais
    serait seras serez seriez serions serons seront ses seulement si sinon slt soi soient sois soit sommes son sont
    sous souvent soyez soyons stp suis sur svp t ta tandis tant te tel telle telles tels tes toi ton toujours tous
    tout toute toutefois toutes tres trop tu un une va vais vas vers veuille veuillent veuillez veulent veut veux
    via voici voila voir voire vont vos votre voudra voudrai voudrais voudrait voudras voudrez voudriez voudrions
    voudrons voudront voulaient voulais voulait voulez vouliez voulions vouloir voulons voulu vous vs y
"""
STOP_WORDS = frozenset(_SAID_FOR_NOTHING.split())

# Words people write to an assistant that acts need not hold: they tell little of what was asked.
_EVERYDAY = """
    abord absent accepter accord acheter actuel actuellement administre administree adresse age agent aider aimerais
    aimerait ajoute ajouter aller amene amener ami amis ancien ancienne annee annees annuel annuler ans appeler
    appelle appelles apporte apportent apporter apprendre apres argent arrive arrivee arrivent arriver assez attend
    attendent attendre attente attention aucun aujourdhui autorise autoriser autour avis avril bas beau bebe belle
    besoin bientot blesse bon bonhomme bonne bout bus cadeau calcul carrement cas cause centime centimes certain
    certaine change changer cher cherche chercher chere chien choisir choix ciel cinq citoyen citoyenne clair classe
    cle clef client coin collegue comprendre compris compte compter conjoint connaitre contact contacter content
    copain copains copine cote couple courrier cours court cousin cousine couter crier dame date debut decembre
    decider decision declarer demain demande demander demenager demoiselle dernier derniere derriere deux deuxieme
    devenir difference different dimanche dispose disposent dix dois donner dossier dossiers droit duree eau ecrire
    ecrit effet email emmene encaisser endroit enfant enfants enlever ensemble ensuite entendre entendu entree
    envisage envoie envoient envoyer epouse epoux erreur etage euro euros eventuellement evidemment exact exactement
    exemple exister expliquer expression face facile facilement facon faim famille familles faute femme ferme fermer
    fete fevrier fille filles fillette filleul fils fin fini finie finir fonctionne forcement foyer frapper frere
    gagne gagnent gagner gamin gamine garcon garder gars gens grand grande grandes grands gratuit gratuite grave
    groupe habitant habitante habitants habite habiter haut heure heures hier hiver homme huit humain idee image
    immediat important impossible info infos inscrire inscrit inscrite interdit interesse interessee janvier jeter
    jeudi jeune jeunes jour journee jours juillet juin juste laisse laissent laisser lettre lieu ligne limite lire
    liste lundi madame mademoiselle mai mail maintenant maire mairie maison mal malade maman mami mamie mamy manger
    maniere manque manquer marche mardi mari mariage marraine mars matin maximum mec mecs meilleur mercredi mere
    message mieux milieu mille minimum minuit minute minutes mois moitie moment moments monde monsieur montrer mort
    moyen naissance naitre nana neuf neveu niece nom nombre normal normalement nouveau nouvelle nouvelles novembre
    nuit numero objet obligatoire obliger obtenir occupe occupent octobre oncle oublier ouvert ouverte ouvrir papa
    papi papier papiers papy pareil parent parents parle parler parrain part partie partir passer pause payant
    payante paye payer perdre perdu perdue pere permettre permis personne personnes petit petite petits place
    plainte plein pleine point porte poser possible pourcentage premier premiere prendre prenne prennent prenom
    preparer present presenter pret prevenir prevoir prevu prix probleme procedure prochain prochaine proche
    procurer produit propre puis quart quatre question questions quinze quitter quotidien raison ramene rapide
    rapidement rappel rappeler recevoir recoit recoivent recuperer reduction reellement refus refuse refuser regle
    reglement regler remise remplacer remplir rencontrer rendre rendu rentre rentree repas repondre reponse reserver
    respecter reste restent rester retard retirer retour retrouver reunion reussir revient rien rue salle samedi
    sans semaine semaines sept septembre service seul seule seuls signer simple situation six soeur soir soiree
    somme sortie sortir souhaite souhaitent souhaiter souhaiterais souhaiterait suffit suite suivant suivante suivre
    sujet supplementaire sur surtout tante taper tard tarif tarifs tata telephone temps tenir tomber tonton tot
    total toucher tourner travail travailler trente triste trois troisieme trouver trucs usager usagere valable
    valeur veille vendre vendredi venir vente venu venue verser veuille veulent viendra viendrait viennent vient
    vieux village ville vingt visite vit vite vivent vivre voisin voisine voiture vol voler voudraient vouloir
    voyage vrai vraie vraiment zero
    annoncer bout communiquer compris comprise concretement condition desormais etc final forme globalement
    habituellement inclus incluse indiquer met mettent mis periode precisement preciser prend prends pris renseigner
    reviendra reviendrait reviendront sachant simplement uniquement
"""
# Verbs that tell as little in their other forms: "il touche", "on lui a réclamé".
_VERBS = """
    aider ajouter amener appeler apporter arriver changer chercher compter couter demander donner enlever envoyer
    garder laisser manquer montrer obliger oublier parler passer payer poser procurer quitter ramener rappeler reclamer
    recuperer rencontrer rester retrouver souhaiter taper toucher tourner travailler trouver
"""
_CONJUGATED = "e es ent ez ons ee ees ais ait aient era eras erai erez eront erons erait eraient ant".split()
# What these letters also write is a thing.
_THINGS = frozenset("donnee donnees garde gardes".split())
COMMON_WORDS = frozenset(word + ending for word in _EVERYDAY.split() for ending in ("", "s")) | (
    frozenset(verb[:-2] + ending for verb in _VERBS.split() for ending in ("er", *_CONJUGATED)) - _THINGS
)

# Never a typing error, though the words of French (knowledge/lexicon.py) lack them: big towns, services, screens, first
# names.
_LACKING = """
    aix albi amiens angers annecy antibes arras aubervilliers avignon bayonne beauvais besancon beziers bordeaux
    boulogne bourges brest caen calais cambrai cannes cergy chambery chartres chateauroux cherbourg clermont colmar
    creteil dieppe dijon douai dunkerque evreux grenoble laval lens lille limoges lorient lyon maubeuge marseille meaux
    melun metz montauban montpellier montreuil mulhouse nancy nanterre nantes narbonne nevers nice nimes niort orleans
    paris perpignan poitiers quimper reims rennes roanne rochelle roubaix rouen sarcelles strasbourg tarbes toulon
    toulouse tourcoing tours troyes valence valenciennes vannes versailles vierzon
    ameli appli applis badgeuse bailleresse biodechet biodechets budgete budgeter burkini caces caf cantoche cerfa
    cpam cultuel cultuelle deliveroo doctolib drone ecopaturage ehpad email facebook floute floutee floutees flouter
    floutes foodtruck franceconnect insee insta instagram kakemono kbis leboncoin mail mails mairesse maxi
    mdph megotier messenger monoparental monoparentale multiprise navigo newsletter padel pajemploi partenarial
    partenariale partenariaux pass payfip paypal paysager paysagere paysagers pilates plancha podcast preenseigne
    preenseignes processionnaire processionnaires pronote psychomotricien psychomotricienne puericulteur quad quads
    renaturation resilience scanner scot sdis semi sepa shirt siret skatepark smartphone snapchat sonometre tague
    taguee taguer tagues tagueur tagueurs teams telethon tiktok tipi twitter uber urssaf vape vapoter vegan vegetalien
    vegetalise vegetalisee vegetaliser vinted visio whatsapp wifi youtube zoom zumba
    adam adele adrien agathe agnes alain alban albert alexandra alexandre alexis alice aline amandine amelie anais
    andre andree angele anne annie anthony antoine antonin arnaud arthur aude audrey augustin aurelie aurelien axel
    baptiste basile bastien beatrice benedicte bernadette bernard bertrand boris brigitte bruno camille carine carole
    caroline catherine cecile cedric celia celine chantal charles charline chloe christelle christian christine clara
    claude claudine clotilde colette coline coralie corinne cyril damien daniel daniele danielle david deborah
    delphine denise didier dorothee edgar edith edmond edouard elena eleonore elias elisabeth elodie eloise emeline
    emile emilie emma emmanuel emmanuelle enzo eric erwan estelle esteban ethan etienne eugene evan evelyne fabien
    fabienne fabrice fanny fatima felix fernand flavie flora florence florent florian francis franck francois
    francoise frederic frederique gabriel gaelle gaetan genevieve georges gerald gerard ghislaine gilbert gilles
    ginette gregory guillaume gustave helene henri herve hugo hugues ines irene isabelle ismael jacqueline jacques
    jeanne jeannine jerome jessica joel joelle jonathan jordan joseph josette josiane jules julia julie julien
    juliette justine karim karine kevin laetitia laura laure laurence laurent leon leonie liliane lilou lina lionel
    loic lola loris louis louise louane lucas lucien lucienne ludovic lydia lydie mael maelle magali malika manon
    marcel marcelle margaux margot marguerite marion marlene martin martine mathieu mathilde mathis matthieu maud
    maxence melanie melissa michel michele mickael mireille mohamed monique morgane muriel myriam nadege nadia nadine
    natacha nathalie nathan nicolas nicole nina noah noelle noemie nolan odette odile olivia oceane patrice patricia
    patrick paul paule paulette pauline philippe pierrette quentin rachid raoul raphael raymond raymonde regine remi
    remy renaud renee robert robin roger roland romane rosa rosalie roseline sabine sabrina sacha salome samia samuel
    sandra sandrine sarah sebastien severine simon simone sofia solange sonia sophie stephane stephanie suzanne
    sylvain sylvie tanguy thea theo theodore therese thibault thierry thomas timothee titouan tristan valentin
    valentine valerie vanessa victor virginie viviane william xavier yann yannick yasmine yohan yves yvette yvonne
"""
NEVER_ERRORS = frozenset(_LACKING.split())
