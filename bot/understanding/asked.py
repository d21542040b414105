"""The kinds of thing that a question may ask for, and the words and turns that ask for each of them."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.understanding.income import TELLS


class Want(StrEnum):
    """A kind of thing that an answer must hold."""

    MONEY = "money"
    CHARGE = "charge"
    RATE = "rate"
    COUNT = "count"
    MEASURE = "measure"
    DEADLINE = "deadline"
    DURATION = "duration"
    TIME = "time"
    PLACE = "place"
    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    YES_NO = "yes_no"
    PAPERS = "papers"
    CONSEQUENCE = "consequence"
    VOTE = "vote"
    LIST = "list"
    DEFINITION = "definition"
    FREQUENCY = "frequency"


_SIZE = r"(?:taille|surface|superficie|hauteur|largeur|longueur|distance|profondeur|poids|vitesse|volume)"
_BRING = r"(?:apporter|amener|ramener|fourni(?:r|t)|joindre|presenter)"
# Patterns of a folded question without its punctuation.
ASKED: tuple[tuple[Want, re.Pattern[str]], ...] = tuple(
    (want, re.compile(pattern))
    for want, pattern in (
        (
            Want.MONEY,
            r"\b(?:quelle|la) somme\b|\b(?:prix|tarifs?|couts?|coute(?:nt|r)?|montants?|cachet|payante?s?|gratuite?s?|"
            r"(?<!\d )(?<!\d)euros?|(?:re)?factur\w+|"
            r"paye?r?|payent|paient|paie|regle(?:r)? combien|total|reste a charge)\b|(?<!\d )(?<!\d)€|combien (?:ca |"
            r"cela )?(?:coute|vaut|on|il|elle|je|faut il payer)|\bc'?est combien|^combien$|combien\W*$|"
            r"(?<!avoir )(?<!droit a )(?<!maxi )(?<!maximum )(?<!max )\bcombien par\b|"
            r"\bcombien (?!de\b|d\b|d'|y a|sont|par\b|il y|fois|faut|il faut|heures?\b|jours?\b|habitants?\b|"
            r"avant\b|a l'avance)|"
            r"\bcompte\w* quoi\b|"
            r"\bqu\W?on (?:leur|lui) compte\b|\b(?:verse|touche|recoi|donne|cotise)\w* combien\b|"
            r"\b(?:touch|recoi|percoi)\w*(?: \w+)? quoi\b(?! que\b)|"
            r"\b(?:que|ce qu(?:e |'))(?: ?\w+)? ?pa[iy]er(?:a|ont|ons|ez)\b|"
            # "que doit le rameur ?", but "que doit faire le rameur ?"
            r"\bque (?:doi[st]|doivent|devra|devront) (?:il|elle|on|ils|elles|je|l[ea]s?|l'|une?)\b"
            r"(?!.*\w(?:er|ir|re)\b)|"
            r"\b(?:ca|cela) (?:nous |vous |leur |me )?(?:fait|fera|ferait) combien (?!d(?:e |'|es )\w+[sx]\b)|"
            r"\breste\w* combien a\b|\bquel (?:est |sera |serait )?(?:le )?(?:solde|droit de place|acompte)\b|"
            r"\bquels? droits? (?:doit|doivent|devra|devront|devons)\b|"
            # "quel soutien par habitant": what is counted by head or by year is a sum
            r"\bquel(?:le)? (?:est (?:l[ea] |l'))?(?:soutien|aide|forfait|contribution|cotisation|subvention|bourse|"
            r"supplement|participation|compensation)\b.{0,80}\bpar (?!qui\b|quel|l[ea]s?\b|l')|" + TELLS,
        ),
        (
            Want.CHARGE,
            r"\bqui (?:doit |va |devra )?(?:paye?\w*|paie\w*|pai(?:era|ent)|regle\w*|financ\w+|support\w+|"
            r"assum\w+|rembours\w+|prend(?:ra)? en charge)\b|\b(?:a la charge|aux frais) de qui\b",
        ),
        (
            Want.RATE,
            # a shed, or what is handed over, is no rebate
            r"\b(?:pourcentage|taux|quelle part|coefficient|quotite|reductions?|(?<!\bleur )(?<!\bla )(?<!\bsa )"
            r"remises?(?! (?:a|au|aux|en|des|du)\b))\b|(?<!\d)(?<!\d )%",
        ),
        (
            Want.DURATION,
            r"combien (?:de )?(?:temps|jours|mois|ans|annees|semaines|heures)|\bduree|\bdure(?:nt|ra)? combien|"
            r"\bcombien (?:ca |cela |elle |il )?dure|\bpreavis|(?<!hors )\bdelai|"
            r"(?<!coute )(?<!est )(?<!pa[iy]e )(?<!fait )(?<!pa[iy]er )\bcombien (?:avant|a l'avance)\b|"
            r"combien d[' ](?:heures|annees)|\b(?:nb|nombre) (?:d[' ])?heures",
        ),
        (
            Want.COUNT,
            r"combien (?:d(?:e |[' ])(?!(?:temps|jours?|mois|ans|annees?|semaines?|heures?|minutes|euros?)\b)|y a|"
            r"sont|faut|par )|avoir combien|\bnombre d(?:e|es)?\b|\bnb de?\b|\bcombien il faut|quantite|"
            r"\bquota|coefficient|\beffectif|"
            # the most of something, not a least equipment
            r"\b(?:nombre|nb|capacite|jauge) (?:maxi?|mini?)(?:mum|male?)?\b|\bmaximum d(?:e |')",
        ),
        (
            Want.MEASURE,
            rf"\b{_SIZE} (?:maxi?|mini?)(?:mum|male?)?\b|\bquel(?:le)? (?:est (?:la |le )?)?{_SIZE}\b|"
            r"\bcombien de (?:metres|m2|km|litres|kg|kilos|tonnes|hectares)\b",
        ),
        (
            Want.DEADLINE,
            r"^quand\b|\bdu combien au combien|\btrop tard\b|\bencore temps\b|"
            r"(?:\ba partir de|jusqu'?a?|depuis|pour|et|c'est|savoir|moi|est ce|de|avant) quand\b|"
            r"\bquand(?! (?:meme|une?|l[ea]s?|l'\w+|on|ils?|elles?|je|j'\w+|vous|nous|des|mon|ma|mes|son|sa|ses|"
            r"c'est|ce|cette|ces)\b)|jusqu\W?a? (?:quand|quelle date)|\bc quand\b|^bonjour quand\b|"
            r"quelles? (?:(?:est|sera|etait) la )?(?:date|annee|periode)|"
            r"avant (?:quand|quelle)|date limite|(?<!hors )\bdelai|"
            r"\becheance|\bdernier (?:jour|delai)|a partir de quand|combien de temps|\bpreavis|"
            r"\b(?:quels?|quoi comme) jours?\b",
        ),
        (
            Want.TIME,
            r"\b(?:quel(?:le)?s?|vers|des) (?:h|heures?)\b|\bheures? (?:limites?|"
            r"de (?:fermeture|depart|debut|fin|sortie)|du (?:depart|debut)|d'(?:ouverture|arrivee|entree|accueil))\b|"
            r"^(?:les )?heures? (?!(?:sup\w*|complementaires?|creuses|pleines)\b)|"
            r"\b(?:(?<!volume )(?<!taux )(?<!cout )(?<!tarif )(?<!indemnite )horaires?|plage horaire|ouvre|"
            r"ouverture|ferme(?! (?:du|de la|des)\b)|fermeture)\b|"
            r"(?<!pas )\bouverte?s? (?:le |les |du )?(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|soirs?|week)",
        ),
        (
            Want.PLACE,
            r"\bou (?:faut|se|est|sont|on|retire|deposer|trouve|dois|peut|doit|puis|va|aller|s'|il|elle|les? \w+ (?:a|"
            r"se)|je|l'on|c'est)\b|\badresse(?! (?:e |e-)?(?:mail|courriel|electronique|internet|web)\b)|"
            r"(?<!\bau )\blieu\b|\bet ou\b|\bou\W*$|a quel endroit|^ou\b",
        ),
        (
            Want.PERSON,
            r"(?:^|\b(?:et|par|a|avec|chez|aupres de|de|vers|pour|c'est|c|sait|savoir|dire|rappeler|indiquer) )qui\b|"
            r"\breferents?\b|"
            r"(?<!tenu )(?<!tenue )(?<!tenus )(?<!est )(?<!elle )(?<!il )(?<!rendu )(?<!pas )\bresponsables?\b|"
            r"\binterlocuteur|\bcontacts?\b|\bpar qui|\baupres de qui|\bquelles? asso\w*",
        ),
        (
            Want.PHONE,
            r"\b(?:numero de )?tele?phone\b.*\b(?:service|mairie|joindre|appeler|contact|accueil|bureau)|"
            # a telephone number, but for what acts number
            r"\bnumeros?\b(?! (?:de (?:la |l')?)?(?:de[lc]i|arret|acte|parcel|lot|compte|siret|marche|conces|arti))|"
            r"\btele?phoner? (?:a|au|aux|de|du|des|de l|d) |"
            # what is joined to a file is no person called
            r"\bjoindre\b(?! (?:\S+ ){0,7}?(?:\S+')?(?:attestation|piece|document|justificatif|copie|certificat|plan|"
            r"photo|rib|formulaire|facture|devis|avis)s?\b)|\bappeler\b|\bcontacter\b|\bcoordonnees|(?:^|"
            r"\bquel )(?:est le )?tel(?!e(?!ph|f))\w*|"
            r"\b(?:(?:et|quoi) (?:son|leur)|(?:son|leur) numero de) tel(?:ephone)?\b",
        ),
        (Want.EMAIL, r"\b(?:mail|email|courriel|adresse electronique|coordonnees|contacter)\b"),
        (
            Want.YES_NO,
            r"^(?:bonjour,? )?(?:est ce qu|peut on|peut il|puis je|je peux|ai je|a t on|y a t il|faut il|doit on|"
            r"dois je|(?:l[ea]s? |l\W|une? |mon |ma |mes )(?:(?!qu|combien)\w+ ){1,6}peu(?:t|vent)\b)|"
            r"(?<!qu )(?<!qu')\best ?-?ce qu|\bpeut ?-?(?:on|il|elle)|\bpuis ?-?je|\bje peux|"
            # "comment on peut" asks for no yes
            r"^(?!.*\b(?:combien|cb|comment|quand|qd|kan|ou|qu\w*|koi|pourquoi)\b).*\b(?:on|ils?|elles?) peu(?:t|"
            r"vent)\b|\ba ?-?t ?-?on le droit|\bobligatoire|\bautorise|\binterdit|\bpossible|\bc'est vote|"
            r"\bdroit de (?!places?\b)|"
            r"\b(?:cumulable|remboursable|renouvelable|negociable|cessible|deductible|transmissible)s?\b|"
            r"\bok$|\bc'?est bon$|\bd'?accord$|\b(?:on accepte|c'?est permis|a le droit)\b|"
            r"\bque (?:dois je|doit on|faut il|puis je|peut on) (?:(?:lui|leur|y) )?repondre\b|"
            r"\bon (?:lui |leur )?(?:repond|dit) quoi\b|"
            r"\bont ils\b|\bpeuvent ils|\bdoivent ils|\b(?:est|sont) ?-?(?:il|elle|ils|elles)\b",
        ),
        (
            Want.CONSEQUENCE,
            r"que se passe|\bse passe quoi|\bpunitions?\b|\bencour\w+|\brisque|\bsanction|"
            r"\bpenalite|quelle mesure|\bmesures?\b|je fais quoi|on fait quoi|"
            r"que faire|\bqu'?est ce qui se passe|\bpren\w+ quoi|\bconsequence|qu'est ce qu'on fait|\bsinon\b|"
            r"comment (?:reagir|proceder)|quelle suite|"
            r"\bque prevoit (?:la |notre |cette )?grille\b(?! (?:des )?tarif)|"
            # "si on annule, on récupère quelque chose ?"
            r"\b(?:annul|renonc|desist|decommand)\w*\b.*\b(?:recuper|perd(?!u)|rend(?:re|s)? l)",
        ),
        (
            Want.VOTE,
            # an election is no vote of the council
            r"(?<!bureau de )(?<!bureaux de )(?<!jour du )(?<!droit de )\bvote|\bpassee? (?:au|en|devant le) conseil|"
            r"\best (?:ce |il |elle )?(?:que c est )?decidee?\b|"
            r"\b(?:a t on|ont ils|avons nous|conseil a|on a) decide\b|"
            r"\badopte|\bapprouve|\bunanimite|\brejete|delibere|\babst(?:ention|enu)|"
            r"\b(?:elu|voix|conseiller|opposition|opposant|quelqu'?un)\w*(?: (?:ont|a|est|sont|etai\w+|ete)){0,2} "
            r"contre\b",
        ),
        (
            Want.LIST,
            r"\bquels?\b|\bquelles\b|\bliste|\bcontenu|\bcompose|\bpieces?\b|\bdocuments? (?:a|faut)|\bpapiers?\b|"
            r"justificatifs?",
        ),
        (
            Want.PAPERS,
            # "on fournit quoi pour s'inscrire": what to bring to a race is no paper
            r"^(?=.*\b(?:inscri|preinscri|demand|dossier|renouvel|declar|obtenir))(?=.*\b(?:"
            rf"{_BRING} quoi|(?:que|qu'?|quoi)\b.{{0,25}}\b{_BRING})\b)|"
            r"\b(?:quels|quelles|les|des|de|quoi comme) (?:papiers|justificatifs|pieces)\b(?! d'identite)|"
            r"\b(?:papiers|justificatifs) (?:pour|il faut|faut|a)\b|"
            r"\bpieces a (?:fournir|joindre)|"
            # what a file is made of: "que doit contenir le dossier", "on met quoi dans le dossier"
            r"\b(?:que|qu'|qu|quoi) (?:\w+ ){0,3}(?:contenir|contient|comprend\w*|comporte\w*) (?:l[ea] |ce |son |un )?"
            r"(?:dossier|demande|candidature)|\bdossier (?:\w+ ){0,3}(?:contenir|contient|comprend|comporte) quoi\b|"
            r"\b(?:mett?\w*|manque\w*) quoi (?:dans|a|au) (?:l[ea] |son |un )?dossier\b|"
            r"\bque mettre dans (?:l[ea] |son |un )?dossier\b|\bcontenu du dossier\b|"
            r"\b(?:compose\w*|constitu\w*) (?:l[ea] |son |un )?dossier\b|\bdossier (?:se )?compose\w* de quoi\b|"
            r"\b(?:quels|quoi comme) documents\b|\bdocuments (?:a |faut)",
        ),
        (
            Want.DEFINITION,
            r"\b(?:c'?|ca )est quoi (?:au juste |exactement )?(?:ce(?:tte|s|t)?|une?|les?|la|l'|des)\b|\bc quoi\b|"
            r"\bdefinition|\bce qu'est\b|\bqu'?est ce (?:que c'est )?qu(?:e l[ea]s?\b|e l'|'?une?\b|"
            r"'on (?:appelle|entend))|\bsignifie|\bveut dire\b|\bentend(?:on)? par\b|\bdesigne",
        ),
        (
            Want.FREQUENCY,
            r"tous les combien|quelle (?:frequence|periodicite)|combien de fois (?:par|dans|l')|a quel rythme",
        ),
    )
)
