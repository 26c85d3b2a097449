import { phrasesIn } from './phrases.ts';

/** Who comes, buys or books, and who asks whether that is possible: an answer to an offer, in six languages. */
const COMES = phrasesIn(`
  je/on/nous passe/passerai/passons/passera .. demain/samedi/dimanche/lundi/mardi/mercredi/jeudi/vendredi/bientot, je/on/nous passe/passerai/passons/passera .. ce soir/matin/midi/week, je/on/nous passe/passerai/passons/passera vous voir
  je viens, je viendrai, on vient, on viendra, nous venons, nous viendrons, j arrive
  je/j/on/nous [en/le/la/les/l/vous/vais/veux/voudrais/aimerais/souhaite/peux] [en/le/la/les/l] prends/prendrai/prendre/prenons/reserve/reserver/reserverai/commande/commander/commanderai/achete/acheter/acheterai/venir/passer
  je suis/serai interesse/interessee/partant/partante/present/presente, ca/cela m interesse
  est/etes/sont/serez/sera ouvert*, ouvert* demain/samedi/dimanche/lundi/ce/cet, vous ouvrez/fermez, ouvrez/fermez vous, quelle heure ouvr*/ferm*, quel*/vos horaires, valable*, en stock, disponible*
  i/we [will/ll] come, i/we am/m/are/re coming, see you tomorrow/saturday/sunday/monday/then, i/we ll/will take, i/we want/would/d [like] [to] buy/order/book/reserve, are you open, you open/close, still valid, in stock
  ich/wir komme/kommen/nehme/bestelle/reserviere/kaufe, bin dabei, noch gultig, sie/ihr geoffnet/offen, sie/ihr .. geoffnet/offen
  voy/vamos/paso/pasare manana/el/este, reservo, compro, estan abiertos, abren/cierran, sigue valid*
  vengo/veniamo/passo domani/sabato/domenica/lunedi, prenoto, compro, siete aperti, ancora valid*
  ik/wij/we kom/komen/bestel/reserveer/koop, nog geldig, zijn/bent jullie/u .. open`);

/** Beside which nobody knows it: what is denied, done, said again, wanted little, somewhere else, a threat, or a thing of the law. */
const IN_DOUBT = phrasesIn(`
  ne, n, pas, plus, moins, a peine, jamais, rien, sans, mais, paix, silence, calme, tranquil*, passer de, en passer, viens/vient/venons de/d, viens/venons vous, fois, confirm*, fais, fait, faire, demand*, voila, numero, redis, dis, dit, dire, repet*, repond*, respect*, dernier*, derniere*, note, acte, passer a/par/outre
  moyennement, moyen interesse*, interesse* [tres/plutot/vraiment/bien] moyen, interesse* zero, peu, bof, guere, faiblement, vaguement, pub, pubs, sms, message*, texto*, agression*, insult*, intrusi*, menac*, ca/cela/le [tres/vraiment] mal
  arrive a/au/aux m/me/s/se/vous/nous/en/y/rien, arrive a/au/aux [la/ma/mes/mon] saturation/bout/limite/limites/point, aux mains, dispositions, des mesures, apres/et c est fini/termine, point barre/final, concurren*, ailleurs, tribunal, justice, police, commissariat, gendarmerie, huissier*, avocat*, esprit, pour toujours, cass*, vie privee
  not, no, never, less, fewer, hardly, barely, peace, quiet, silence, don, won, can t, but, number, said, again, elsewhere, somewhere else, competitor*, court, legal, that s it, or else, warning
  nicht, nichts, kein*, nie, weniger, kaum, ruhe, frieden, aber, nummer, damit klar, ist das klar, dann/jetzt/das/mir reicht, reicht mir/jetzt, woanders, anderswo, konkurrenz, polizei, gericht
  nada, nunca, menos, apenas, paz, silencio, pero, en otro, en otra, competencia, ya esta bien, y punto, policia, juez
  non, mai, meno, appena, pace, silenzio, niente, ma, altrove, concorrenza, e/poi basta, polizia
  niet, niets, geen, nooit, minder, nauwelijks, rust, vrede, maar, elders, ergens anders, concurrent*, genoeg, politie, rechter`);

/** What holds such a word and is in no doubt. */
const SURELY_WANTS = new RegExp(
  phrasesIn(`
  a peu pres, un peu, d ici peu, sous peu, pas mal, moyen de/d, sans faute/probleme/souci, dispositions pour venir/passer/arriver/etre/reserver/commander/samedi/demain/le
  merci [beaucoup/bien] pour/de le/les/votre/vos/ton/tes/ce/ces sms/message*/texto*, recu/vu/lu le/votre/ton/ce sms/message/texto, avec/presente/presenter/montre/montrer le/votre/ton/ce sms/message/texto
  thanks/thank [you] [so/very] [much] for the/your/this sms/message*, danke/dank [sehr] fur die/diese/eure/ihre/deine sms, gracias por el/este/su/tu sms, grazie per l/gli/il sms, dank/bedankt [je/u] [wel] voor de/het/uw/je sms`)
    .source,
  'g',
);

/** Nothing but consent to what was quoted. */
const CONSENTS = /^ (?:(?:ok|okay|oui|yes|ja|si|d accord|super|parfait) )+$/;

/** Words of the one who writes. */
const OWN = phrasesIn(`
  je, j, ma, mon, mes, me, m, moi, demand*, retrait, svp, stp, liste, i, my, me, please, list, ich, mich, mir, mein*, bitte, yo, mi, mis, io, mio, ik, mij, mijn`);

/** To whom somebody writes: our texts say these as well. */
const TO_SOMEBODY = phrasesIn(`
  vous, vos, votre, tu, te, t, ton, ta, tes, toi, nous, notre, nos, merci, encore, you, your, u, us, sie, ihr*, euch, uns, usted*, os, nos, vi, vostr*, ci, uw, jullie, ons`);

/** An answer to an offer, in folded words with a space before and behind: nothing in it may be of what is stopped. */
export const wantsSomething = (words: string): boolean =>
  COMES.test(words) && !IN_DOUBT.test(words.replace(SURELY_WANTS, ''));

/** Consent alone, such as "ok", in such words. */
export const consentsAlone = (words: string): boolean => CONSENTS.test(words);

/** A person speaks of what is theirs, in such words. */
export const speaksOfOneself = (words: string): boolean => OWN.test(words);

/** Somebody is spoken to, in such words. */
export const speaksToSomebody = (words: string): boolean => TO_SOMEBODY.test(words);
