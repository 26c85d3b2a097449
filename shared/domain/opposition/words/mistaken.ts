import { PLAIN } from '../mail-reply/signs.ts';
import { OF_EVERYTHING } from './everything.ts';
import { phrasesIn, spaced } from './phrases.ts';
import { REFUSALS } from './refusals.ts';
import { STOPS } from './stops.ts';

const oneOf = (list: string): string =>
  `(?:${list
    .trim()
    .split(/[,\s]+/)
    .join('|')
    .replaceAll('*', '[^ ]*')
    .replaceAll('_', ' ')})`;

/** A stop, as somebody speaks of one that they sent. */
const STOP = oneOf(`
  stop, des_?abon*, des_?inscri*, desincri*, desinscir*, unsub*, un_subscri*, opt_out, opted_out, opting_out
  abgemeldet, abmeld*, abbestell*, baja, disiscri*, disdett*, afmeld*, afgemeld, uitgeschreven, uitschrijv*`);

/** What was done with it: by this alone somebody says that it was sent. */
const SENT =
  oneOf(`envoyee?, repondu, ecrit, tape, appuye, parti, sent, texted, typed, replied, pressed, hit, gesendet, geschickt, geschrieben, getippt
  enviado, enviada, envie, mandado, mande, escrito, escribi, inviato, inviata, mandato, gestuurd, verstuurd, verzonden, getypt`);

/** What lies between a stop and the words that it was a mistake: a code, what was done with it, who did it, when, that it was so. */
const BETWEEN = `(?: (?:${SENT}|par (?:mon|ma|mes) [^ ]+|\\d+|${oneOf(`
  au, a, de, ma, part, ete, c, etait, fait, dit, que, je, j, ai, l, ca, cela, tout, heure, hier, matin, was, were, it, just, only, i, that, this
  war, wurde, ein, das, ich, habe, fue, era, ha, he, lo, sido, ho, stato, stata, dat, heb, ik`)})){0,7}`;

const MISTAKE = oneOf(`
  par_erreur, par_megarde, par_inadvertance, par_accident, par_distraction, une_erreur, une_fausse_manip*, une_betise, sans_faire_expres, pas_fait_expres, sans_le_vouloir
  by_mistake, a_mistake, by_accident, an_accident, in_error, an_error, unintentionally, accidentally, accidental, mistakenly, a_mistaken, inadvertently
  aus_versehen, ein_versehen, versehentlich, ein_irrtum, irrtumlich*, ein_fehler, ungewollt
  por_error, por_equivocacion, por_accidente, por_descuido, un_error, una_equivocacion, sin_querer
  per_errore, per_sbaglio, per_distrazione, un_errore, uno_sbaglio, senza_volerlo
  per_ongeluk, per_abuis, per_vergissing, een_vergissing, een_foutje, een_fout`);

/** A mistake of the one who writes, in words that say whose it is or what was done. */
const MINE = `(?:(?: (?:c|est|etait|n|ai|je|j|non|no|sorry|desole|desolee|pardon|un|une|is|it|s|was|an|a|ist|war|das|ein|es|fue|e|stato|was|een)){0,4} ${oneOf(`
  erreur_de_ma_part, erreur_de_manip*, erreur_de_frappe, erreur_de_touche, fausse_manip*, mauvaise_manip*, fausse_touche, mauvaise_touche, mauvais_bouton, oups
  mistake_on_my_part, my_mistake, my_bad, my_error, my_fault, wrong_button, oops
  mein_fehler, mein_versehen, fehler_von_mir, versehen_von_mir, error_mio, error_mia, mi_error, errore_mio, mio_errore, sbaglio_mio, mijn_fout, mijn_vergissing, foutje_van_mij, fout_van_mij, oeps`)})`;

/** What was a mistake is that somebody is on a list, what was sent to them, or what another did. */
const OF_THE_LIST = phrasesIn(`
  inscri*, abonn*, reabonn*, reinscri*, enregistr*, ajout*, coche, coches, numero, liste, listes, fichier, fichiers, base, m avoir, votre part, vous avez/m/etes/nous, dans/sur/de/par vos/votre/ton/ta/tes, survenue, a mon/notre/cette/moi/nous, mon/notre/cette adresse/mail
  sign, signed, signing, subscri*, adding, added, opted in, opt in, joined, joining, enrol*, list, lists, number, you/they [ve/have] sent/put/added/have/are/got/made/did, to me/us/my
  angemeldet, anmeld*, registrier*, eingetragen, nummer, von ihnen/euch/dir, apunt*, suscri*, inscrib*, lista, error vuestro/suyo, su/vuestra parte, iscri*, registrat*, errore/sbaglio vostro, vostra parte, aangemeld, ingeschreven, ingeschr*, lijst, van jullie/u`);

/** Who says of themselves what they did. */
const I = `(?:(?:j ai|je suis|je me suis|i|i ve|i have|ich habe|ich habe mich|ich|he|me he|ho|mi sono|ik heb|ik heb me|ik heb mij|ik ben) )?`;
const DOING = oneOf(`
  j_ai, j, je, me, suis, ai, envoye, repondu, ecrit, tape, clique, appuye, sur, fait, dit, le, un, sent, texted, typed, replied, said, hit, pressed, the, on, have
  mit, auf, den, mich, gesendet, geschickt, enviado, mandado, escrito, dado, de, con, a, el, la, inviato, mandato, scritto, risposto, gestuurd, geantwoord, met, op`);

/** A stop by mistake, in one clause. */
const STOP_BY_MISTAKE = new RegExp(
  [
    ` ${STOP}(?:${BETWEEN} ${MISTAKE}|${BETWEEN}${MINE})(?= )`,
    `^ ${I}(?:${DOING} ){0,3}${MISTAKE}(?: ${DOING}){0,3} ${STOP}(?= )`,
    ` (?:mon|ma|ce|cette|my|that|mein|meine|mi|mio|mia|mijn) ${STOP}(?: (?:est|is|ist|es|e)) ${MISTAKE}(?= )`,
    `(?:^| i| we| ${STOP}) (?:did not|didn t|never) (?:mean|meant|want|intend|intended) to (?:(?:be|send|text|type|press|a|the) )*${STOP}(?= )`,
    ` (?:voulais pas|ai pas voulu) (?:(?:me|m|vous|envoyer|ecrire|taper|un|le) )*${STOP}(?= )`,
  ].join('|'),
);

/** It was not to be sent. */
const NOT_MEANT =
  '(?:(?: je)?(?: ne)? voulais pas(?: l| vous)? (?:envoyer|ecrire|taper)(?: ca| cela)?| i (?:did not|didn t) mean to (?:send|text|type)(?: it| this| that)?)';

/** What is said behind a stop of its having been one. */
const WAS_A_MISTAKE = new RegExp(
  `^(?: (?:oups|oops|desolee?|sorry|pardon|non|no|mais|but|finalement|mince|zut|ah|euh|actually))*(?:${BETWEEN} ${MISTAKE}(?: ${SENT})?|${MINE}|${NOT_MEANT})(?: (?:desolee?|sorry|pardon|merci|svp))* $`,
);

/** Words of a stop, which are of no list that somebody was put on. */
const STOPS_IN = new RegExp(` ${STOP}(?= )`, 'g');

const STOP_IN = new RegExp(STOPS_IN.source);
/** What else refuses, in words without a space around them. */
const REFUSING = [STOPS, OF_EVERYTHING, ...PLAIN];

/** What undoes a stop: to be on the list again, or to stay on it. */
const BACK = phrasesIn(`
  reabonnez/reabonne/reinscrivez/reinscris/remettez/remets/rajoutez moi/nous, pouvez/pourriez/peux/veuillez/merci/voudrais/veux/souhaite/aimerais/possible .. me/m/nous reabonner/reinscrire/remettre/rajouter, je me reabonne/reinscris
  veux/voudrais/souhaite/souhaiterais/aimerais/desire [bien] rester/demeurer abonne*/inscrit*, veux/voudrais/souhaite/souhaiterais/aimerais/desire [bien] [a/de] nouveau recevoir, veux/voudrais/souhaite/souhaiterais/aimerais/desire [bien] continuer/encore/toujours [a/de] recevoir, veux/voudrais/souhaite/souhaiterais/aimerais/desire [bien] recevoir [a] [nouveau] [tous/toutes/toute] [vos/les/des/la/votre/tes/ces] sms/message*/texto*/offre*/promo*/newsletter*/info*/actualite*/mail*/courriel*/pub*
  reprenez/reactivez les/vos/l/mon envois/envoi/messages/sms/abonnement, annulez/annuler/annule/ignorez/ignorer/ignore/oubliez/oublier/oublie mon/le/ce/ma/la/cette stop/desabonn*/desinscri*, desole/desolee pour le/mon/ce/ma/la/cette stop/desabonn*/desinscri*
  add/put/sign me/us back, sign me/us [back] up again, add/subscribe me/us again, resubscribe me/us, re subscribe me/us, be resubscribed/added again/back, want/like/love to stay/remain/keep/continue subscribed/receiving/getting, want/like/love to receive/get [back] [all] [of] [your/the/these/any] [new] message*/offer*/text*/newsletter*/email*/mail*/news/sms/promo*, keep me subscribed, ignore/disregard/undo/cancel/reverse my/the/that/last stop/unsubscri*, sorry for/about [the/my/that] [last] stop/unsubscri*
  bitte/will/mochte .. wieder anmelden/aufnehmen/eintragen/erhalten/bekommen/empfangen, melden/melde/tragen/nehmen [sie] mich/uns [bitte] wieder, will/mochte .. weiter/weiterhin .. erhalten/bekommen/empfangen, will/mochte angemeldet bleiben, ignorieren sie mein/das/den stop
  quiero/quisiera/deseo volver a recibir, quiero/quisiera/deseo seguir recibiendo/suscrito/suscrita/inscrito/inscrita, quiero/quisiera/deseo recibir .. de/otra nuevo/vez, vuelvan/vuelva/vuelve a suscribirme/inscribirme/darme, dadme/denme/dame/deme de alta, ignoren/ignora/anulen/anula/cancelen/cancela mi/el/ese/la stop/baja
  reiscrivetemi/reiscrivimi/riscrivetemi/riscrivimi/rimettetemi/rimettimi, iscrivetemi/iscrivimi di/ancora, voglio/vorrei/desidero continuare a ricevere, voglio/vorrei/desidero ricevere di/ancora, voglio/vorrei/desidero restare/rimanere iscritto/iscritta, ignorate/ignora/annullate/annulla il/lo/la [mio/mia] stop/disiscrizione/cancellazione
  meld/schrijf me/mij/ons [aub/alsjeblieft] weer/opnieuw/terug, wil/wilde/graag .. weer/opnieuw/blijven .. ontvangen/krijgen, wil/wilde/graag .. ontvangen/krijgen blijven, wil/wilde/graag .. aangemeld/ingeschreven blijven, negeer mijn/de/die stop/afmelding`);

/** Beside which nobody asks for that. */
const DENIED = new RegExp(
  `${
    phrasesIn(`
  ne, n, pas, plus, jamais, sans, si, arret*, cess*, pourquoi, vous ignorez/annulez/oubliez/remettez, vous/tu/on/ils [avez/as/a/ont] [encore/deja/toujours] ignore*/oublie*/annule*, liste rouge, bloctel, remett* moi/nous mon/ma/mes/le/la/les/un/une/de/du/des, remettre mon/ma/mes/le/la/les/un/une/de/du/des, refus*
  do not, don t, didn t, less, fewer, no more, call list, not, never, no, nobody, without, if, why, how, nicht, nie, kein*, ohne, wenn, warum, nunca, sin, non, mai, se, senza, niet, nooit, geen, zonder, als, waarom`)
      .source
  }|(?<! (?:can|could|would|will|please)) (?:you|they) (?:put|add|added|sign|signed|subscribe|keep|ignore|ignored)(?= )`,
);

const asksBack = (words: string): boolean => BACK.test(words) && !DENIED.test(words);
const isOfTheList = (words: string): boolean => OF_THE_LIST.test(words.replace(STOPS_IN, ' '));
const refuses = (words: string): boolean =>
  STOP_IN.test(words) || REFUSALS.some((each) => each.test(words)) || REFUSING.some((each) => each.test(words.trim()));

/** Somebody says in a clause that a stop of theirs was a mistake: it was one, and is in doubt. */
export const saysStopByMistake = (clause: string): boolean => {
  const words = spaced(clause);
  return STOP_BY_MISTAKE.test(words) && !isOfTheList(words);
};

/**
 * Somebody says, in one of these clauses, that a stop was a mistake, or asks to be on the list again: a stop beside it is in doubt. That they were
 * put on the list by mistake is neither, nor is what was sent to them by mistake: who speaks of a stop of theirs does so behind it.
 */
export const isTakenBack = (clauses: readonly string[]): boolean => {
  const each = clauses.map(spaced);
  const first = each.some((words) => WAS_A_MISTAKE.test(words)) ? each.findIndex(refuses) : -1;
  return each.some(
    (words, at) =>
      saysStopByMistake(clauses[at] ?? '') ||
      asksBack(words) ||
      (first >= 0 && at > first && WAS_A_MISTAKE.test(words) && !isOfTheList(words)),
  );
};
