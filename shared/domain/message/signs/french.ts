import { FRENCH_WORDS } from './french-words.ts';
import { type Language, wordsOf } from './language.ts';

const small = wordsOf(`
a afin ai ainsi alors apres as au aucun aucune aujourd'hui aussi autre autres aux avaient avait avant avec avez avoir avons
ayant c car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de deja depuis des dessous
dessus deux devant dois doit donc dont du elle elles en encore enfin entre es est et etaient etait etant ete etes etre eu eux
fait faire faut hier ici il ils j je jour jours jusqu l la le les leur leurs lors lorsque lui m ma mais me meme memes mes mieux
moi moins mois mon n ne ni non nos notre nous on ont ou par parmi pas pendant peu peut pour pourra pouvez puis qu quand que
quel quelle quelles quels qui quoi sa sans sauf se semaine sera seront ses seul si sinon soit son sont sous sur t ta te tel tes
toi ton toujours tous tout toute toutes trois tu un une va vers via voici voila vos votre vous y an ans annee annees heure
heures minute minutes matin soir demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
juillet aout septembre octobre novembre decembre afin madame monsieur mme mlle mr dr ttc ht tva sms e-mail mail ci-joint ci-joints ci-dessous ci-dessus rue place plus bien tres
quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent aucun telle telles serez serait seraient auriez aura auront
pourrez pourront devez devrez doivent etes soyez cher chere distinguees agreer cordialement salutations bonne suis six paris lyon
sarl sas sa faq pdf nouveau nouvelle e-mails ecrit ecrirons ecrire venir vient viendra desormais sommes suis vont peuvent souhaitez souhaite
`);

/** What a transactional message asks of its reader. */
const asks = wordsOf(`
absten accede accept lanc referm branch ouvr gliss poinconn composte plie decoup humidifi rinc agit desserr resserr demont remont aer baiss
lev tend etend recul avanc gar stationn longe travers mont descend sonn frapp decroch raccroch parl lis reli compar compt pes
photocop scann numeris imprim agraf sign paraph dat certifi justifi argument plaid conciliez interroge recherch navig saut achemin allum amen arret attent chang conduis deplac desinfect enlev prepar prolong recharg ressai rassembl
reprogramm repren reprod tourn verrouill actualis redig joign relev releg lev mont suspend ventil couvr vot
 adress aid ajoutez-nous annul appel apport archiv assur attach attend attest autoris ayez branch
cess chois cliqu coch collez colle communiqu complet compos comptez confirm connect conserv consider constitu consult contact
control coup debranch declar degag demand depos desactiv devis deviss dites donn ecriv effectu embal enregistr entr envoy eteign
evit excus exprim faites ferm fourni gard gliss hesit identifi ignor imprim indiqu inform install inscri justifi laiss lais
lav liber lib lis mainten mentionn mett mesur modifi montr muniss nettoy not oppos ouvr patient pay pens permett photograph
plac port positionn poursuiv pren pres present prev prevoy proced prolong proteg provis pouss quitt rappel rapport reconnect
recuper redemarr red refus regl rejoignez-nous relanc remett rempl remplac renouvel renseign renvoy report repond represent
reserv resili respect rest retir retourn retrouv reveni rinc rend sach sais scann sauvegard select sign signal soyez stationn
suiv supprim surveill tap telephon telecharg tene transmett transfer trouv utilis valid veill verif vers veuill vid vis visser
vot
`);

const ofEveryTrade = wordsOf(`
abonnement absence acces accord accueil accuse acompte acte action activ activite adherent adhesion admission adresse affaire
agence agent agrement aide amende amenagement analyse annexe annul appareil appel application appointement arriv article
assemblee assistance association assure assur atelier attestation attribution audience authentification automatique autorisation
avenant avis avocat avoir bail bagage banc bancaire banque billet boite bon bordereau bulletin bureau cabinet caisse candidat
candidature carnet carte caution centre certificat champs changement chantier chaudiere checkin cheque chambre chauffeur circulation
classe clause clef cle client code colis collecte comite commande commission commun communication compagnie compt comptable
compte conducteur conclusion condition confidentialite confirm conforme conge conge connexion conseil conseiller conserv
consignes consommation contact contenu contrat contribution controle convocation coordonnees copie copropriete correction correspond
cotisation coupure courrier courriel cours creneau crea creance creation daccord date debit decalage declaration deconnexion
decision defaut degat delai delegue demande demarche depart depense depot deplace dernier dessin destinataire detail devis
difference difficulte diplome direct directeur disponib document domicile dommage don donnee dossier douane droit duree echange
echeance ecole ecran ecriture edition effet effac eleve email emetteur employeur emprunt enfant enlevement enregistr entree
entreprise entretien envoi equipe erreur espace essai etablissement etage etape etat etiquette examen exercice expedi
expiration expir explication expert facture famille fermeture fiche fichier fin finalis fixe fonction formalite formation
formulaire fourniss frais franchise fraude garant gardien garde gestion greffe greve guichet historique horaire hopital
identifiant identite image immatriculation immeuble impaye impot imprime incident indice indisponib inscription inspection
installation instruction interruption intervention inventaire invitation itineraire jeton jointe joint journal jury justificatif
justice laboratoire lien lieu ligne liste litige livraison livreur livr local locataire locat logement logiciel loyer
magasin maintenance maison mandat manuscrit materiel medecin mediateur membre mensualite mention message messagerie mesure methode
meteo minut mise mode modele modification montant mot motif moyen mutuelle naissance neige nom note notice notification numero
objet obligation observation office opera operation option ordonnance ordre organisme original ouverture page paie paiement
panier panne paquet parcelle parcours part partie passage passager passeport patient pay paye peage pension penalite periode permis
personne perte photo piece plainte plan planning plat plombier point police porte poste pourcent prelevement premier prenom
preparation prescription presence prestation pret prevenir previsionnel procedure prochain procuration produit professeur
programme projet protection provision quai question quittance rang rappel rapport reabonnement realis reception recept
recherche reclamation recommande reconduction recours recu recuperation redevance reference refus regard reglement regl
regularisation reinitialis rejet relais relance releve remboursement remise rencontre rendez-vous rdv renouvellement renseignement
rentree renvoi reparation repas reponse report representant reprise requete reseau reserv residence resiliation resolution
responsab restitution resultat retard retir retour retractation reunion revision rib role route rupture salle salon sante
sav scolaire seance second securite sejour service session seuil siege signalement signature sinistre site situation societe
solde somme sommaire souscription station statut stationnement stock stockage suivi suite sujet support suppression surveillance
suspension syndic systeme table tarif taux taxe technicien technique telephone temps tentative terme test texte ticket titre
titulaire traitement tranche transaction transfert transport trajet travaux tresor tribunal tuteur tva urgence usage usager utilisat
vaccin valable valid valeur vehicule vente verification versement version vigueur virement virus visite voie vol voyage vote
voisin zone
`);

/** French. */
export const FRENCH: Language = {
  name: 'fr',
  small: new Set(small),
  core: ofEveryTrade,
  things: [...ofEveryTrade, ...FRENCH_WORDS],
  asks,
  excused: [
    /(?:appel|numero|service(?: et appel)?|ligne|prix d'un appel)s? (?:local )?(?:non surtaxe |gratuit)e?s?/g,
    /gratuitement (?:saisir|le mediateur|un mediateur|resilier|vous retracter)|saisir gratuitement/g,
    /sans frais|a titre gratuit|en toute securite/g,
    /^(?:(?:(?:ce|votre|notre|un) )?(?:message|courriel|e-?mail|mail|courrier|dossier|demande|question),? )?sans publicite(?=\W*$)/g,
    /(?<![a-z])(?:pas|ni) (?:un |une |de |d')?(?:message|courriel|e-?mail|mail|envoi|communication|sms) (?:a caractere )?promotionnel(?:le)?s?(?![a-z])/g,
    /(?:livraison|frais de port|port|remise|reduction|code promo\w*|bon d'achat|avoir)[^.!?]{0,30}:\s?(?:offerte?s?|gratuite?s?|[-–−]?\s?§|[-–−]?\s?\d[\d,. ]*(?:€|eur\b))/g,
    /avis d'(?:imposition|echeance|passage|expiration|arret|appel)|avis de (?:passage|prelevement|souffrance|mise en recouvrement)/g,
    /offres? (?:de pret|d'emploi|de stage|de contrat|prealable|d'achat)|(?:votre|l') ?offre (?:que vous avez |actuelle|souscrite|choisie)/g,
    /carte (?:cadeau|de fidelite)|compte de fidelite|programme de fidelite/g,
    /(?:avons|ai) le plaisir de vous (?:confirmer|informer|adresser|transmettre)|avec plaisir/g,
    /(?:votre|le|du|un|emballage|message|papier)[- ]cadeaux? (?:part|sera|est|que|a ete|de naissance)|(?:emballage|message|papier|paquet)[- ]cadeaux?|que vous (?:lui )?offrez/g,
    /(?:passera|interviendra|viendra|livrons?|livre|sera(?:it)? vu|deplacera) chez vous/g,
    /(?<!\d)\d+ ?% (?:de )?(?:plus|moins) (?:que|qu')|tva (?:a |de |: ?)?\d+(?:[,.]\d)? ?%|taux (?:de |d')?[a-z ]{0,20}\d+(?:[,.]\d+)? ?%/g,
    /revenez vers (?:nous|moi)|revenir vers (?:nous|vous)/g,
    /partenaires? (?:de (?:livraison|transport|paiement)|logistiques?|transporteurs?)/g,
    /nouve(?:au|l|lle)s? (?:mot de passe|appareil|connexion|adresse|mandat|date|creneau|rendez-vous|code|lien|carte|contrat|numero|tentative|presentation|tableau|horaires?|message|demande|facture|texte|delai|livraison|version|conditions|rib|iban|ordre|avis|compteur|badge|identifiants?|prelevement|montant|echeancier)/g,
    /(?:nous vous |vous )?(?:remerci\w+|merci) (?:de|pour) (?:votre|vos|ta) (?:confiance|commande|comprehension|patience|achats?|visite|reponse|fidelite|inscription|paiement|demande|message|collaboration|attention|retour|aide)/g,
    /bonne? (?:journee|soiree|continuation|reception|lecture|route|semaine|seance)|belle (?:journee|soiree)/g,
  ],
  discount:
    /\d\s?%(?! (?:tva|de tva|inclus))|\b(?:remises? (?:de|immediate|exceptionnelle|fidelite|speciale)|reductions?|rabais|ristourne|promos?|promotions?|promotionnel\w*|soldes|bons? d'achat|bons? de \d|cheques?[- ]cadeaux?|code promo\w*|avec le code|cadeaux?|gratuite?s?|gratuitement|offerte?s?|cashback|(?:a )?moitie prix|demi[- ]tarif|tarifs? (?:reduits?|preferentiels?|special|speciaux|privileges?|avantageux)|prix (?:reduits?|barres?|doux|mini\w*|casses?|imbattables?|attractifs?|preferentiels?)|bons? plans?|recompens\w*|cagnott\w*|gagn(?:er|ez|ant\w*|e)|tirages? au sort|concours|avantages?|avantageu\w*|privileg\w*|exclusi\w+|ventes? privees?|avant[- ]premiere|black friday|french days|braderie|destockage|liquidation|geste commercial|economis\w+|economies|faire des economies|moins cher\w*|divisee? par|mois offert\w*|(?:premier|1er|deuxieme) mois|de plus par mois|pour seulement|seulement \d|des \d+[\d,]* ?(?:€|eur)|a partir de \d+[\d,]* ?(?:€|eur)|au prix de|n'est qu'a|bonus|doublee?s?|triplee?s?|moitie moins|paiera moins|paierez moins|payez moins|vous conservez le tarif|gardez l'acces|surprise\w*|gagnez|remporte\w*|eligibles? a|droit a (?:un|une|des|trois|deux)|vous fait une fleur|est pour nous|nous vous offrons|on vous offre)\b/,
  promotes:
    /\b(?:parrain\w*|filleul\w*|marrain\w*|vos amis|votre ami|une? amie?|vos proches|(?:un|a vos|vos) proches?|autour de vous|collections?|nouveautes?|gammes?|catalogues?|edition limitee|tendances?|lookbook|ambiances?|inspirations?|inspir\w+|showroom|coups? de coeur|best[- ]?sellers?|meilleures ventes|essayez|a l'essai|essai gratuit|sans engagement|envie d\w*|et si (?:vous|on|nous)|pourquoi (?:pas|ne pas)|laissez-vous|faites-vous|offrez|s'offrir|succomb\w+|craqu\w+|regal\w+|gat(?:ez|er|erons|e)|magi\w+|reve[rsz]?|revons|cocooning|newsletter|infolettre|blog|astuces?|podcast|webinaires?|webinars?|masterclass|conferences?|portes ouvertes|inscription libre|places limitees|instagram|facebook|tiktok|youtube|linkedin|pinterest|reseaux sociaux|nous suivre|elue?s?|fiers?|fierte|leaders?|numero un|numero 1|n° ?1 |preferee?s?|plebiscit\w*|recompense\w*|premium|formule superieure|surclass\w*|upgrade\w*|montee en gamme|passez (?:a|au|en)|passer (?:a|au) (?:la|l'|abonnement)|extension de garantie|pre-?approuve\w*|solutions? d'epargne|prevoyance|vous aimerez|vous pourriez aimer|pourraient? vous plaire|ont aussi (?:aime|achete|choisi)|selectionnee?s? pour vous|pense a vous|specialement pour vous|rien que pour vous|choisie?s? pour vous|derniers? jours?|derniere chance|depechez|stocks? limites?|dans la limite|ne tardez|encore temps|trop tard|dommage|saviez-vous|cela fait longtemps|voila (?:six|trois|\d+) mois|nous manquez|heureux de vous (?:revoir|retrouver|accueillir)|tristes? de|jetez un|coup d'oeil|un oeil|decouvr\w+|decouverte|profit\w+|revenez|venez|rejoignez|retrouvez[- ]nous|retrouvez (?:toute|notre|nos|sur|tous)|ne manquez|manquez pas|reservez vite|donnez votre avis|votre avis (?:compte|vaut|nous)|partagez votre|laissez[- ](?:nous )?un avis|notez[- ]nous|trustpilot|avis google|(?:notre|cette|une courte|repondre a l[a']? ?|participe[rz] a l[a']? ?)enquetes?|enquetes? de satisfaction|sondages?|questionnaires?|soutenez|faites un don|don mensuel|besoin de vous|grace a vous|ajoutez? (?:a votre|au) panier|panier (?:vous attend|est (?:encore|toujours)|contient)|dans votre panier|finalise[rz]? (?:ma|mon|votre) (?:commande|achat|panier)|selection|mise? de cote|mettre de cote|met de cote|pendant que vous y etes|en attendant[, ]|tant que vous y etes|au passage|profitez|a vos marques|plus (?:beau|belle|rapide|simple|grand|confortable|performant)s?|nouvelle (?:saison|carte|boutique|formule|offre|vie)|nouveau (?:site|magasin|menu|modele|concept|vestiaire)|nos experts?|la vie|bien-etre|moment de|temps fort|foires?|fetes|noel|anniversaire|ete indien|rentree est|arrivee?s? (?:chez|en boutique|en magasin)|vient d'arriver|viennent d'arriver|debarqu\w+|sont la\b|est la\b|en boutique|en rayon|en exclu\w*|appli(?:cation)? (?:mobile|gratuite)|telecharg\w+ l'appli\w*|l'appli\b|option serenite|esprit tranquille|sereine?ment|protegee? partout|couverts? partout|vous rapproche|consomment moitie|votre potentiel|faites estimer|estim(?:ez|ation) gratuite?|un conseiller (?:peut|vous presente)|vous presenter|a decouvrir|nos clients|nos offres|l'offre [a-z§]|une offre|cette offre|offres\b|vip|statut (?:or|gold|argent|platine)|ambassadeur\w*|cartes? de (?:dix|cinq|\d+) seances|pack (?:famille|duo|premium|decouverte|serenite)|dernieres? places?|creneaux? vendredi|nouvelle tete|vous (?:auriez|seriez|pourriez|paieriez|gagneriez|economiseriez)|serait? (?:mieux|couvert|plus)|seraient couverts|aurait ete|[a-z]+ez (?:aussi|egalement)|prenez-en|membres? (?:gold|or|premium|platine|plus)|simplifi\w+ (?:la vie|vos|les)|vous simplifie|le tarif baisse|suggere\w* (?:aussi|egalement|de regarder|d'essayer|la version|le modele)|plus economiques?|revient en|nouveaux? coloris|completez votre (?:tenue|look|collection|equipement)|assortie?s?|reabonnez-vous|en prime|c'est (?:peut-etre )?(?:le bon moment|l'occasion)|bon moment pour|vous devriez aimer|n'attend que vous|nos mains|sur mesure|bien-etre|soyez parmi|adore\w*|inauguration|cocktail|visite guidee|un projet en tete|beaucoup (?:de|d'entre) (?:nos |vos )?(?:clients?|gens|lecteurs|familles|foyers|voisins)|nombre de (?:nos|vos)|la plupart (?:de|des) (?:nos )?clients|de plus en plus de|sur dix\b|aurai(?:t|ent|ez) pu|rester (?:chez|,)|c'est garder|personne ne (?:prend|fait|vous|connait)|mieux (?:que|soin)|convaincus?|(?:deux|trois|quatre|dix|\d+) fois (?:plus|moins)|(?:pour le )?prix d'un (?:cafe|ticket|pain|repas)|les bras|place a(?:ux|u)\b|coulisses|sans publicite|dites-le a|parlez-(?:lui|leur|nous|en)|il (?:nous|vous) (?:en )?reste (?:deux|trois|quelques|encore|un|une|des)|mises? en avant|dans votre agenda|telephone neuf|tranquilles?|jours libres|vaut le detour|votre jour|pepites?|petit creux|souffle une idee|merite reflexion|a merveille|se retrouvent chez|comptez \d|vous accueille|grands? crus?|degustation|a gratter|dormez|s'accord\w+ (?:a|avec)|jetez|sobres?|plus legere?s?|eclaircissement|lavage|parlons-en|mieux adapte\w*|votre bonheur)\b|#[a-z]/,
  hints: [
    /!/,
    /\b(?:aussi|egalement|d'ailleurs|en plus|de plus|par ailleurs)\b|p\.?-?s\.? ?:/,
    /\b(?:nouve(?:au|l|lle|aux|lles)|inedit\w*|uniques?|ideal\w*|parfait\w*|meilleure?s?|superbe|doux|douce|confort\w*|plaisir|bonheur|passion\w*|savoir-faire|qualite|elegan\w+)\b/,
    /\b(?:boutique|saison|printemps|ete|automne|hiver|week-end|hotel|cadre|univers|style|maison|jardin|cuisine|deco\w*|terrasse|chef)\b/,
    /\b(?:bientot|vite|jusqu'a (?:dimanche|samedi|ce soir|la fin|epuisement)|cette semaine|ce soir|ce mois-ci|plus pour longtemps|il n'en reste)\b/,
    /\b(?:des \d+h pour|nos clients|clients? fideles?|fidelite|communaute|ensemble)\b/,
    /\b(?:chez [a-z§]+|partenaires?|club|coffrets?|packs?|menus?|massages?)\b/,
    /\b(?:simplement|facilement|en un clic|en deux clics|immediate|sans attendre|instantane\w*)\b/,
    /\b(?:toujours|encore) disponibles?\b|\bplus que (?:\d|quelques)/,
    /\b(?:points?|solde)\b.{0,300}\b(?:perd\w+|utilis\w+|valables?|expir\w+)\b/,
  ],
  courtesy:
    /^(?:(?:bonjour|bonsoir|coucou|salut|chere?s?|madame|monsieur|mesdames|messieurs|mme|m\.|bien (?:a vous|cordialement)|cordialement|sinceres? salutations|salutations|respectueusement|a (?:bientot|demain|jeudi|tres vite)|amicalement|merci|bienvenue|l'equipe|le service|la direction|votre (?:assureur|conseiller|agence|equipe)|veuillez agreer|nous vous prions d'agreer)\b[^?]{0,70})$/,
  questions:
    /\b(?:questions?|besoin d'(?:aide|assistance|un renseignement|informations?)|probleme|difficultes?|erreur|empechement|imprevu|absente?|retard|c'etait vous|pas vous|a l'origine|etes-vous d'accord|souhaitez-vous (?:annuler|modifier|conserver|maintenir|confirmer)|comment (?:faire|proceder|annuler|regler|payer|se passe|ca marche|modifier|nous contacter|suivre)|que (?:faire|devez|se passe|dois)|pourquoi (?:ce|cet|recevez|vous ecri|cette|ce message)|qui (?:est|contacter)|quand|ou (?:est|se trouve|trouver)|que deviennent|combien|avez-vous (?:recu|deja|bien)|mot de passe|code|annuler|modifier|changement|deja (?:paye|regle))\b/,
  ours: wordsOf(`
agenc agent ancien avocat accueil archiv assistance atelier banque bureau cabinet caisse centre client-service comptab condition
conseiller consign contact controleur coordonn correspond courrier delai delegu depot direct dossier echang email engagement
entrepot equipe etabliss expedit fourniss frais gestionnaire guichet horaire immeuble infrastructure intervent juriste livreur
local locaux logiciel magasin message messag mediat moyen numero obligation page part passage periode plateforme politique
prestataire prochain procedur rdv reception reference registre reglement reponse reseau responsab rib secretariat serveur service
site sous-traitant standard structure support systeme technic telephone transporteur visite demande devis contrat facture
courriel comprehension salutation locataire conversation entretien echange echanges mutuelle association ecole societe entreprise
formulaire etude charte adresse appel base declaration rendez-vous decision chauffeur personnel medecin secretaire salle
`),
  anchor:
    /§|\d|\b(?:votre|vos|vous|ton|tes|ta|te|tu|toi|ce|cet|cette|ces|cela|ceci|celui|celle|sera|seront|doit|doivent|devra|veuillez|merci de|ci-joint|par telephone)\b|^(?:il|elle|ils|elles|si|pour|en cas|sinon|nous|je|aucun|aucune|toute|a defaut|sans|au-dela|passe ce|conformement|suite|en raison|en application|ne|n')\b|(?:^|[,;:] )[a-z]+ez\b/,
  amounts:
    /\b(?:total|sous-total|montant|somme|frais|port|ttc|ht|tva|acompte|solde|regl\w+|pay\w+|paiement|rembours\w+|factur\w+|prelev\w+|mensualite\w*|cotisation\w*|prix|tarif|loyer|depot|avoir|debit\w*|credit\w*|du\b|due\b|virement|especes|carte|cheque|redevance|taxe|droits|penalite|abonnement (?:passe\w*|de)|franchise|plafond|caution|devis|dons?|capital|pret|provision|charges|quittance|taux|cout|honoraires|consultation|indemnis\w+|virs?e|retenu|amende|forfait|majoration|impaye\w*|article|commande|paye)\b/,
};
