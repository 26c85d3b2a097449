import { phrasesIn } from './phrases.ts';

/** Who comes by; "stop by mistake" is a stop. */
const COMES_BY = ' stop(?:ped)? by(?! (?:mistake|accident|error)(?: |$))(?= )';

/** More of a thing is wanted: "je veux plus de bouteilles", not "je veux plus de vos messages". */
const MORE_OF_A_THING =
  '(?<! (?:ne|n)) (?:je (?:veux|voudrais|souhaite|souhaiterais)|(?:envoyez|donnez|mettez) (?:moi|nous)) plus (?:de|d) (?!(?:vos|votre|ces|ce|tes|ton|ca|cela|rien|sms|texto|text|message|mail|pub|promotion|promo|news|spam|demarch|relance|courriel|notif|appel|ecri|recevoir)[^ ]* )[^ ]+(?= )';

/** What holds a word of refusal and is something else: it is read as nothing. */
export const ELSE_ALTOGETHER = new RegExp(
  `${MORE_OF_A_THING}|${COMES_BY}|${
    phrasesIn(`
    arret de/du/d bus/tram/tramway/metro/train/car/travail/maladie/autobus/jeu/tabac, arret maladie/bus/tram/tramway/metro/travail, en/l arret maladie
    ouvert*/en/le/du/journee/service/horaire*/est/sont/etes non stop, nonstop flight*/service, non stop flight*/service/a/du/de/le/samedi/dimanche/demain/ce
    bus/tram/train/metro/pit/next/last/which/full stop, busstop, stop over, stop off, stop at your*/the/my/his/her, du/en stop, auto stop, autostop
    pas mal, pourquoi ne pas, vous ne m/me/nous envo*/ecri*/contact* pas, send it, n y a plus rien, ne comprends plus rien, n reste plus rien, ne reste plus rien, hort nicht auf, will not stop, stop au gaspillage, unstop
    plus de/d info*/detail*/photo*/renseignement*/precision*
    planta baja, temporada baja, geen bezwaar, oposiciones, alto ahi, inscriptions ouvertes/encore/disponibles`).source
  }`,
  'g',
);

/** What people buy, book and wait for: who speaks of it may stop that alone. */
export const OTHER_THINGS = phrasesIn(`
  commande*, colis, livr*, rdv, rendez vous, rendezvous, article*, facture*, paiement*, prelevement*, reservation*, panier*, produit*, bouteille*, carton*, batterie*, moteur, machine*, contrat*, compte, maladie, travail, travaux, bus, tram, metro, train, voiture, cours, atelier*, carte, cheque, vente*, musique, attends/attendez moi/nous
  order*, deliver*, parcel*, package*, appointment*, booking*, reservation*, invoice*, payment*, item*, basket, cart, account, shop, store, bus, train, machine, class, ring, bell
  bestellung*, lieferung*, paket*, termin*, rechnung*, zahlung*, artikel, kurs*, ware, zug, bus, heizung, reservierung*
  pedido*, paquete*, cita*, factura*, reserva*, pago*, articulo*, precio*, entrega*, cuenta
  ordin*, pacc*, consegn*, appuntament*, fattur*, prenotazion*, pagament*, articol*, treno, conto
  bestelling*, pakket*, afspraak, levering*, factuur, facturen, betaling*, artikel*, trein, reservering*`);

/** A time that it is limited to. */
export const LIMITED = phrasesIn(`
  avant/apres/entre/pendant/jusqu/demain/aujourd/samedi/dimanche/lundi/mardi/mercredi/jeudi/vendredi, ce soir/matin/midi, le soir/matin/week, plus tard/tot/souvent/vite/loin/rapidement/facilement
  before/until/between/today/tomorrow/tonight/later/monday/tuesday/wednesday/thursday/friday/saturday/sunday
  vor/bis/heute/morgen/spater, antes/hasta/hoy/manana/luego, prima/fino/oggi/domani/piu tardi, uur/tot/vandaag/straks/later`);

/** What a question begins with that nobody ends with a mark. */
export const ASKING = phrasesIn(`
  pourquoi, comment, quand, ou est, ou sont, quel*, combien, est ce que, c est quoi, c est quand, avez vous, vous avez, vous faites, vous etes, vous fermez, vous pouvez, pouvez/peux/pourriez/puis vous/tu/je
  where, when, what, which, why, how, do you, did you, can i, could i, can you, could you, is there, is it, are you, will you, would you
  wann, wo, wie, warum, welche*, kann/konnen/konnten/darf ich/sie/wir, haben sie, gibt es
  cuando, donde, como, cuanto, por que, a que, tienen, hay, puedo, pueden
  quando, dove, come mai, quanto, perche, a che, avete, posso, potete
  wanneer, waar, hoe, waarom, welke, kan/kunt/mag ik/u/je, hebben jullie, heeft u`);

/** Messages, what sends them, and where who gets them is kept: who names one of these beside a stop means messages. */
export const OF_MESSAGES = phrasesIn(`
  sms, mms, texto*, text*, message*, mail*, email*, courriel*, newsletter*, pub, pubs, publicite*, promo*, offre*, spam*, envoi*, envoy*, ecri*, relanc*, sollicit*, demarch*, harcel*, contact*, derang*, importun*, prospection, notification*, liste*, listing*, fichier*, base, numero, tel, telephone, donnees, coordonnees, inscription, abonnement, ca, tout, cela
  messag*, send*, call*, writ*, bother*, this, these, it, that, ads, list, number, subscription, marketing
  nachricht*, werbung, schreib*, schick*, verteiler, nummer, daten
  mensaje*, publicidad, escrib*, envi*, mand*, molest*, llam*, correo*, lista*, datos, suscripcion
  messagg*, pubblicita, scriv*, mandar*, mandat*, inviar*, disturb*, chiam*, numero, dati, iscrizione
  bericht*, reclame, stur*, hiermee, ermee, lijst, bestand, gegevens, schrijf*`);

/** What may stand beside the one word that says it, and adds nothing: politeness, insistence, what is short for it. */
export const NOTHING_MORE = phrasesIn(`
  svp, merci, s, il, vous, te, plait, plait, bonjour, bonsoir, salut, cordialement, ok, oui, non, mais, donc, alors, et, c, est, du, de, d, la, l, le, les, un, une, je, j, ai, on, dis, dit, demande, veux, souhaite, voudrais, veuillez, moi, nous, me, m, a, au, maintenant, immediat*, immediatement, urgent, vite, definitif*, definitivement, suite, toujours, ici, pitie, grave, va, ca, bonne, journee, soiree, beaucoup, encore, fois, deja, total*, complet*, quoi
  please, thanks, thank, you, now, yes, no, it, i, want, to, said, me, us, and, the, just, again, already, asap, hi, hello, ok, okay, all, sorry, kindly
  bitte, danke, jetzt, sofort, ich, will, mochte, mich, uns, endlich, nein, sie, dringend, hallo, schon, sehr
  por, favor, gracias, ya, ahora, quiero, yo, no, muchas, urgente, hola, el, la
  per, grazie, favore, subito, adesso, ora, voglio, chiedo, vi, prego, mi, ci, cosi, ciao, molte, mille
  aub, svp, graag, nu, ik, wil, dank, u, je, wel, direct, alstublieft, meteen, nee, hoor, bedankt, mij, ons`);

/** Courtesy in several words, which adds nothing either. */
export const COURTESY = phrasesIn(`
  d/par avance, de votre comprehension, de prendre en compte, de faire le necessaire, de votre retour, je vous [en] remercie, en vous remerciant, bien a vous, bonne/belle fin de journee/soiree/semaine, bon week end, bon weekend, [bien] sinceres salutations, salutations
  in advance, many thanks, thanks a lot, kind/best/warm regards, yours truly/sincerely
  im voraus, vielen/besten dank, mit freundlichen grussen/grußen, viele/beste/schone grusse/gruße
  de antemano, por adelantado, por anticipado, un saludo, saludos
  in anticipo, cordiali/distinti saluti, saluti
  bij voorbaat, alvast [bedankt], met vriendelijke groet/groeten`);
