import { wordsOf } from './language.ts';

/** Beginnings of words of French transactional messages, by trade: what such a message may speak of. */
export const FRENCH_WORDS: readonly string[] = wordsOf(`
emis associe social mouvement propos clos informee detecte pris priere jamais cas doute impasse prochain parvien courrier relative trace mairie enquete eau imprevu veille salle situee interess
abime abonn aboutir absent accept accident accorde accus acheminement achete acquereur acquis acquitt adapt adjoint administr
adresse adulte affich afin agression aisee ajourn ajout alert aliment allergi alloue alternance amiable ampoule ancien animal
animaux annuel anomalie antecedent antivol apparait apparaitra appart apport appui aptitude armoire arrete arrhes arriere arros
artisan ascenseur aspirat assist assurance atteint attendu attente attribu auditeur augmentation autoroute autoris avance
avarie avenue averti avion avis bac bagage balcon baptem barreau barriere bas bassin bat batiment batterie bebe benef bennes bien
bijou biometr blesse bloqu bois boisson bouche boulevard bracelet bras brochure bruit brul bus cable cadenas caisson camion
camera camping cantine capital car carburant cardio carrefour carton casque casser catalogue-officiel caus cautionnement ceinture
certain cesse cession chaine chaleur chambre chantier charg chaud chauffage chef chemin cheminee chien chiffr chirurg chute
cicatri ciment cinquante circonstance citerne clair classement cloison cloture cnil coffre coin colle collegue colonne combin
commerce commissar commodit comparut compens compet compris comptant concern concession concour-administratif condamn conduite
confie conflit congel conjoint connaiss conseille consent consigne consist constat construi contest contestation contre contrevenant
conven convivial convoc coordinat cornet corps cote cotis couche couleur coupon courant courrier courroie court cout couv couvert
creneau crise croi cuisine cumul curriculum cuve cycle dalle danger debat debloq debouch debris deces dech dechet declench declin
decompte decret deduct deduit defect defectu defaill defibrill degat degre degrev dela delivr deloger demain demand demenag demission
demonstr dent depann dependan deplac depot depuis derog descript desengag desist destin deteri determin detient devra devront
diagnost dictionnaire diesel diffus digicode dimension diminu diplom discipl disjonct disparition dispos dispositif dispens disque
distan distribut divers dix docteur doigt domicili dortoir dossier douche douleur douze dpo drap droite durera ecart echafaud
echantillon echeanc echec echou eclair ecoulement ecrit edit editeur educ effectif egout eja elagage electric electro element eleve
elimin eloigne emballage embauche embouteill embrayage emetteur emport emprunt encadr encaiss encombr endommag energie engin enleve
enquete-publique enregistr enseign ensemble entendu entier entour entrep entretien enveloppe environ epais epargnant epidemi epreuve
equip escalier espece essence essuie estim etagere etalonnage etanch etat etend etranger etudiant evacu eventu evol exact examin
exced exception exclu excus execut exercic exigib exploit expos express exterieur extincteur extrait fabric facad face facile
factur facultat faible fait farine faute faux fenetre feu feuille feux fiabl fiche fievre figur file filtre final financ fiscal
fisc fix fluide foi fois fond fonds forage force forfait form fortuit foudre fourchette fourniture foyer fracture fragil frais frein
frequen frere froid fromage front fuite fumee fumer fusion gare gaz gazole gel gendarm genou gerant gestionnaire glac glaciere gouttiere
grand-mere grand-pere graphique gratif grave gravier grossesse group guide gymnas habilit habit haie handicap hausse haut hauteur hebergement
herit hesit heurt heure honor horodat huiss humid hydraul hygien identit illisib illumin imag immedi immobil impact impar
impayes imper implant implic import impos imprev improp impr inaccess inadmiss incend inchang incl incomp inconvenient indemn indispos
individu inedit-jugement infirm infract infrastruct ingen inhabituel initial inject inondat insalub insuffis insp instance instal
instr insurg intemper intent interdi interess interieur interlocut intern interrup intitul introduct introuv inverse inviol irm isolation
issue jardin jaune jauge jeun joign jug jumel juridi juste kilo kwh laine lait lampe lanc langue large lavab lavage lave laver lecteur
lecture legal leg legislat legume lettre levee liaison libell libell lice licenc ligne limit linge liquid liste lit livret locaux logo
loi long lot lumiere lune lunette machine maire mairie maintien majeur majorat mal malad maltrait manche manipul manqu maritime
marchandise mari mariage marque masque masse materia maternel matin mauvais maxim mecan medic medica meilleur-delai menag
mener menthe mer metal metallique meteorolog metro meubl meuble micro mill mineur minim minist mobili moiti-restante moment moniteur
montage montre morceau mort moteur moto mouill moy mur musique mutation mutuel natation nation naturel navire nettoy neuf niveau noir
nomm norm notair notifi nourri nouveau-ne nuit nuire nul obligat observ occup occurr oct oeil oeuvre offici oph opposab oral ordonn
ordinat ordure organ orient oubli outil ouvrage ouvri paire palier panneau papi paquet paraf parafe paragraphe paralle parc parent
parking parquet particip particular pass paste patient pav payant peint peinture penalit pent percept perdu perim perim permanence
perquis persist personnel pert petition peuple pharmac phase pied pierre pieton pile pince piqu piscine piste plac plafond plain
plaint plaq plast plein plinthe pluie pneu pochette poids pointeuse poisson polic polit pollu polyclin pompe pont porche portail
portier porteur portillon posit possed possess post postal potab poteau poubelle poumon poursui pouss poussiere pouvoir praticien
precaut preced precis precontract prefect prejud prelev premat preserv presid presse presum preuv prevu prim principal prior prise
prive prix probab proced process proch produire prof profession profond progress prolong promesse prononc proport propre propri
prorata protect protocole prov provenan provis prud puce puiss punai pupitre purg qualif quantit quart quatorz quatre quinz quitus
quot raccord radiateur radio raison rail ramass rame rambarde ramonage rampe ratif ratur ravalement rayon reactiv readress real recel
recens recept recharg rechauff recipient reclam recolte recommand recompt reconnai record recour rectif recueil recul recycl redact
redig redu reduct-loi reel refect refer refriger refuge refund regie regim regist regl regroup regul rehabil reinscri reinstall rejett
relatif relev relig remarq remise-des-cles remont remorq remplac remuner rendr rendu renforc renonc renouv rent renvers repar reparti
repas repli report repouss repr reproduct repub reputat requi rescis reserv reservoir residu resol respir ressort restaur restera restitu
restric resum retabl reten retenu retent reticul retourn retract retrait retraite retribu retroact reunion reussi reveil revenu revers revis
revoc rhume rideau rigol rinc risque rival riv robinet rouge roul rout rupt sac sachet saisie saisir saison-sportive salair salari salete
salubri samu sanction sang sanit satisf sauve sceau schema score scrut seau sec sech secher secou secr secret secretar secrete section
secur sejour sel selle semel semelle semest sentence separ sept sequen seri serie seringue serr serrur serrure serv seuil sex sieg
sign sillon simul sinistr siren siret sit sixieme sold soin soir sol solid sollicit somm son sondage-sol soeur sort sortie souff souffl
soumi soumis source sous-traitance sous-trait soustrait souscript souscrit special specif spectacle sport stade stag standard store
stup subi subord substit subven succ succession suffi suffis suicide superf superieur suppl support-technique suppos surc surch surcharge surf
surface surg surgel surseoir survenu suspect suspens syndrome synth tableau tache taill talon tampon tapis tard tarif-reglement tas
tasse taxi teint tel teleph telephon televis temoi temperature tempo temporair tenu term terrain terrasse-travaux territ testament tete theat
theme therm tier tige timbr tir tirage-papier tiroir tissu toit toiture tombe tondeuse tonn torchon tour toxi tracabil trace tract
train trait transac transform transit transm transpar transporteur travers treiz trent tri trib trimest troisi trottoir trouble trouss
tube tuil tunnel tut tuyau type ulter unif unite urbanisme urin us usin usure util vacanc valeur valis valoris vanne variab
vase vaut veh vehicul veille vend vendeur vendu vent ventil ventr verbal verge verif verre verrou vers verse vetement veterin vetust
veuf vibr vice vict vid vide video vider vieill vigilan vign vill vinaigr violen vir vis visa visib visit vitre vitr vivant voir
voirie voitur voiture volet volont volum votant vou vrac vue wagon wc web wifi zero gite cle draps acompte billet banque librairie
mediathe medias conducteur permis precommand sortie epaul echauffement licenci entraineur entrainement match tournoi seniors juniors
parkings caves cave cellier hall concierge gardienne digicode voisinage reunira siegera votera nomination quorum pouvoirs
copie originaux numerise scannee lisible tamponnee signee paraphee expedi retire retir depos recupere rappele joint jointe joints jointes
enfant enfants bebe creche nourrice halte garderie periscolaire bulletin-scolaire trimestre semestre partiel rattrapage jury oral ecrit
`);
