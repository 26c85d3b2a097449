import { wordsOf } from './language.ts';

/**
 * What words speak of, in both languages at once: what the weights learn from a French message serves an English one. A
 * word that ends in a full stop is meant whole, any other as a beginning. A word may be of several concepts. They judge
 * nothing: `npm run signs` finds how much each weighs.
 */
const CONCEPTS: ReadonlyMap<string, readonly string[]> = new Map(
  `
gift bonus cadeau. cadeaux. cagnotte free. freebie gater gaterons gift. gifts. giveaway goodie gratis gratuit offert. offerte. offertes. offerts. offre. offrez. offrir. offrons. present. presents. prime. treat. treats.
charge charge. charges. cost. fee. fees. frais. penalite penalties penalty
discount bargain braderie bradez cheaper clearance deal. deals. destock discount econom economis half liquid moitie off. promo promotion rabais rebate reduction reduit. reduite. remise. remises. ristourne sale. sales. save. saved. saves. saving. savings. solde. soldes.
voucher avoir. bon. bons. code. coupon credit. voucher
points argent. club. cumul fidelite gold. loyalty member. members. membre. membres. or. platine platinum point. points. programme. recompens reward silver. status. statut. vip.
new arrivage arrivals debut devoil dropped inaugur inedit introduc lance. lancons landed latest launch neuf. neufs. neuve. new. newest nouveau. nouveaute nouveaux. nouvel. nouvelle. nouvelles. redesigned refond release. released. repens sort. sorti. sortie. unveil
collection assort assortiment catalog collection cuvee edit. gamme lineup lookbook millesime range. selection serie.
discover browse decouverte. decouvr demo. demonstration. discover essai. essay explor feuillet jetez look. parcour peek regardez taster test. testez trial. try. trying visit. visite. visites. visitez voyez
enjoy adore aime. aiment. aimer. aimez. anniversaire. apero birthday. bonheur bubbles bulles celebrat champagne cheers coeur. cosy. craqu delight deten detente douceur. doux. dream enjoy envie. fete. feter fetes. fun. happy. heart. heureux. joie. joy. kiff love. plaisir pleasure profit regal relax reve. revez savour smile. souffl sourire. surpris surprise. toast. trinqu wish.
join abonne abonnez adher enrol inscri inscrivez join. joining register. rejoin souscri subscribe
buy achat. achats. achet acquer basket. buy. buying cart. checkout commande. commander commandez depens order. panier. purchas shop. shopping spend. spending
choose choisi choose. pick. picked. picks. prefer
upgrade boost comfort. complet. confort. extend extra. extras. forfait. forfaits. formule. formules. illimite lock. module. option. options. pack. packs. pass. passer passez plan. plans. plus. premium pro. prolong supplement surclass switch. ultra unlimited upgrade version.
finance 3x. 4x. borrow bourse. credit. crypto defiscal emprunt epargne. financ invest livret. loan. loans. mensualite mortgage pension. placement placez pret. prets. rate. rates. rendement retraite. taux. trades. trading
insurance assur couvert. cover. coverage garantie. garanties. insur mutuelle protect protection. proteg secur warranty
compare best. better. cheapest compar faster fastest leger less. lighter lower. meilleur mieux. moins. more. plus. que. quieter rapide silencieux than.
praise savoir-faire hand-made amazing artisan authentique beau. beautiful belle. crafted elegant excellence exceptionnel exclusif exclusiv exclusive finest handmade ideal incomparable incontourn incroyable inoubli irresist luxe luxury magnifique main. merveil parfait perfect qualite quality raffin splendid stunning superb unforget unique. uniques. wonderful
scarce avant. before. bientot. depechez dernier. derniere. dernieres. derniers. disappear ends. epuise expire. expirent expires. fast. hurry. jusqu last. late. left. limite. limited. midnight. minuit. only. place. places. quick. reste. restent. rupture. seulement. soon. stock. tardez termine. until. urgent vite.
now aujourd ce. cette. day. days. demain. jour. jours. maintenant. mois. moment. month. now. semaine. soir. today. tomorrow. tonight. week. weekend.
season automne. autumn. black christmas. easter ete. friday. halloween hiver. holiday. holidays. noel. paques printemps. rentree. saison. season. spring. summer. vacances. valentine winter.
invite atelier. attend. attendons. attendu. attendue. bienvenue. come. concert. convi convier conviv degust evenement evening. event expo fair. festival. goute gouter invit meet. ouverte. ouvertes. porte. portes. rencontr retrouv salon. soiree spectacle stand. taste. tasting. venez vernissage welcome. workshop.
friend ami. amie. amies. amis. bouche colleague collegue entourage famille. family. filleul friend. friends. parrain partag pote. proche. proches. recommand recommend refer. referral refers. share. sharing
social abonnes. avis. award beaucoup. clients. communaut community. customers. dix. elu. elue. etoiles. everyone. familles. favori favourite foyers. homes. many. millier million monde. named. neuf. nine. nombreux note. people. prefere. preferes. review. reviews. stars. subscribers. temoign ten. thousand voted.
win chanc chance. concours. contest draw. earn earns gagn jeu. lot. lots. lucky pocket prize rapport remport tentez tirage. win. winner
advice astuce conseil guide. idea. ideas. idee. idees. imagine. imaginez inspir know. pensez pourquoi savez saviez secret. secrets. think. tip. tips. why.
want besoin. cherchez desire fancy fatigue. hesit looking. marre need. needs. pret. ready. souhaitez stuck. tired. voulez want. wants. wonder
donate abri. associat benevol cause. charity. children. compt. don. donate donation donn dons. enfants. faim. froid. genereu generous geste. gift. meals. repas. soutenez soutenir soutien. support.
politics campaign candidat elections. liste. programme. town. ville. vote. votez
shop agence. boutique caisse. comptoir. concession. counter. magasin outlet rayon. rayons. shelf. shop. shops. showroom store. stores. till. vitrine. window.
seller adviser advisor. coach coachs commercial. conseiller conseillers. expert. experts. nutrition specialist specialiste styliste vendeu
app app. appli. application. download. facebook follow. hashtag instagram newsletter. reseaux suivez suivre. telecharg
food beer. biere boeuf bottle. bouteille bread. brioche brunch cafe. cake. cappuccino cheese. chocolat cocktail coffee. croissant dessert diner dinner drink. drinks. fromage gateau. glace. glass. honey. huitre legume menu. menus. miel. oyster pain. pizza. recette. recipe repas. tea. the. tiramisu verre. viande vin. vins. wine. wines.
clothes basket. baskets. bijou chaussure coat. coats. color coloris colour. colours. coton. cotton. cream. creme. cuir. dress. echarpe foulard jewel. jumper. jumpers. laine. leather. lin. maillot makeup manteau maquill mask. masque. parfum perfume pull. robe. robes. sandal savon. scarf. shampo shirt. shoe. shoes. size. sizes. skincare sneaker soap. soin. soins. sweater taille. tailles. tenue. wool.
home alarm. alarme. bougie buffet. canape. candle. chair. chaise. chauff cocotte conservatory cuisine. fenetre furniture garden. heating. insulat isol jardin. kitchen. lamp. lampe. linge. matelas. mattress. meuble meubles. pan. panneaux piscine. plante. poele pompe. pump. rug. sofa. solaire solar table. tapis. terrasse. thermostat vaisselle. veranda. window. windows.
devices ai. antivirus chaine channels. cloud. fiber. fibre. films. gb. giga go. ia. intelligence. internet. laptop. logiciel mo. mobile. movies. music. musique. ordinateur phone. phones. series. smartphone software. streaming tb. telephone. vpn. wifi.
travel beach. chambre. croisiere cruise. destination flight. hotel. mer. night. nuit. plage. room. sea. sejour stay. train. travel. trip. view. vol. voyage. vue. weekend.
wellness bien-etre blanch cheveux. dent. dos. fitness. gym. hair. massage peau. pilates seance seances. session. sessions. skin. sleep. sommeil sourire. sport. teeth. wellness whiten yoga
refund compens credit. credite. indemn indemni refund reimburs rembours
apology afraid apolog desole excus gene. inconven malheureusement pardon regret sorry. unfortunately
paper attached attestation certificat contract. contrat. copie copy. document. documents. enclosed facture. form. forms. formulaire invoice. joint. jointe. joints. justificatif manual. notice. piece. pieces. rapport. receipt. recu. releve. report. statement.
confirm accept accuse acknowledg annule. approved canceled cancelled. confirm enregistr received. recorded recu. recue. registered. validated valide.
must devez. devrez. doit. doivent. faudra. faut. indispensable merci. must. necessaire. necessary. obligat please. priere. require required. veuillez.
not don't. can't. won't. isn't. aren't. aucun. aucune. avoid. cesse evitez jamais. n ne. never. no. not. nothing. rien. sans. stop. without.
if defaut. faute. if. otherwise. si. sinon. unless.
may can. libre. may. possible. pouvez.
right appeal. article. cancel. cnil. code. contest court. dispute. droit. droits. judge. juge law. loi. mediat object. ombudsman oppos recours. reglement regulation resili retract right. rights. terminate tribunal withdraw
due amount. balance. debit. debited du. due. echeance ht. impay late. montant outstanding overdue owe. paiement pay. payable. payment. prelev redevable regl. reglement regler. relance. restez retard. solde. tax. taxe total. transfer. ttc. tva. vat. virement
date rendez-vous. am. aout. appointment. april. august. avril. between. december. decembre. dimanche. entre. february. fevrier. friday. from. h. heure. heures. horaire. january. janvier. jeudi. juillet. juin. july. june. lundi. mai. march. mardi. mars. matin. may. mercredi. monday. morning. november. novembre. october. octobre. pm. rdv. rendez samedi. saturday. september. septembre. sunday. thursday. tuesday. vendredi. wednesday.
deliver pick-up. carrier. colis. collect. courier. deliver. delivered. delivery. depot. entrepot. expedi livr locker. parcel. relais. retire. retrait. ship. shipment. shipped. suivi. tracking. transporteur warehouse.
account sign-in. account. address. adresse. compte. connect connexion. espace. identifiant. login. mot. parametres. passe. password. profil. profile. session. settings.
security acces. access. blocked. bloque. breach. data. donnees. fraud fraude hameconn incident. inconnu. phishing piratage. suspicious unknown.
fault abime. broken. casse. closed. coupure. damaged. danger. defaut. defect. erreur. error. fault. ferme. fermee. greve. ill. indisponible interrompu interrupt maintenance. malade. mistake. outage. panne. rappel. recall. risk. risque. strike. travaux. unavailable. works.
instruct appelez apport appuy bring. call. check. clean. close. conserv contact debranch dites. ecrivez envoyez fermez fill. gardez keep. laissez leave. munissez nettoy open. ouvrez present. presentez press. prevoy rappelez rapport read. relis remove. remplissez rendez. renvoy reply. repond retirez return. ring. screw. send. shut. sign. signal signez tell. unplug verif versez vissez write.
asked agreed. answer. as. asked. comme. convenu demande. demandee. demandiez following. promis. promised. question. reponse. request. requested. souhaite. suite.
reader you'll. you're. you've. you'd. ta. te. tes. ton. tu. vos. votre. vous. you. your. yours.
sender we're. we've. we'll. i'll. i've. i. je. nos. notre. nous. on. our. us. we.
ours nos. notre. our.
others they'll. elle. elles. he. il. ils. she. they.
price cout. euros. from. instead. just. lieu. only. par. partir. per. price. prices. prix. rather. seulement.
period an. annee. jour. mois. month. monthly. semaine. year. yearly.
`
    .trim()
    .split('\n')
    .map((line) => wordsOf(line))
    .map(([concept = '', ...words]) => [concept, words]),
);

const LONGEST = 24;
const SHORTEST_BEGINNING = 3;

const OF_WORD: ReadonlyMap<string, readonly string[]> = [...CONCEPTS].reduce((known, [concept, words]) => {
  for (const word of words) known.set(word, [...(known.get(word) ?? []), concept]);
  return known;
}, new Map<string, readonly string[]>());

/** The concepts of a word, in lower case without accents. */
export const conceptsOf = (word: string): readonly string[] => {
  const found = new Set(OF_WORD.get(`${word}.`));
  for (let length = SHORTEST_BEGINNING; length <= Math.min(word.length, LONGEST); length += 1)
    for (const concept of OF_WORD.get(word.slice(0, length)) ?? []) found.add(concept);
  return [...found];
};
