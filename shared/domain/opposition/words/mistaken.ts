import { phrasesIn, spaced } from './phrases.ts';

const oneOf = (list: string): string =>
  `(?:${list
    .trim()
    .split(/[,\s]+/)
    .join('|')
    .replaceAll('*', '[^ ]*')
    .replaceAll('_', ' ')})`;

/** A stop, as somebody speaks of one that they sent. */
const STOP = oneOf(`
  stop, des_?abon*, des_?inscri*, desincri*, desinscir*, unsub*, un_subscri*, opted_out, opting_out
  abgemeldet, abmeld*, abbestell*, baja, disiscri*, disdett*, afmeld*, afgemeld, uitgeschreven, uitschrijv*`);

/** What was done with it: by this alone somebody says that it was sent. */
const SENT =
  oneOf(`envoyee?, repondu, ecrit, tape, parti, sent, texted, typed, replied, pressed, gesendet, geschickt, geschrieben, getippt
  enviado, enviada, mandado, inviato, inviata, mandato, gestuurd, verstuurd, verzonden, getypt`);

/** What lies between a stop and the words that it was a mistake: a code, what was done with it, who did it, that it was so. */
const BETWEEN = `(?: (?:${SENT}|par (?:mon|ma|mes) [^ ]+|\\d+|${oneOf(`
  au, a, de, ma, part, ete, c, etait, fait, dit, was, were, it, just, only, war, wurde, ein, fue, era, ha, sido, stato, stata`)})){0,5}`;

const MISTAKE = oneOf(`
  par_erreur, par_megarde, par_inadvertance, par_accident, par_distraction, une_erreur, une_fausse_manip*, une_betise, sans_faire_expres, sans_le_vouloir
  by_mistake, a_mistake, by_accident, an_accident, in_error, an_error, unintentionally, accidentally, accidental, mistakenly, a_mistaken, inadvertently
  aus_versehen, ein_versehen, versehentlich, ein_irrtum, irrtumlich*, ein_fehler, ungewollt
  por_error, por_equivocacion, por_accidente, por_descuido, un_error, una_equivocacion, sin_querer
  per_errore, per_sbaglio, per_distrazione, un_errore, uno_sbaglio, senza_volerlo
  per_ongeluk, per_abuis, per_vergissing, een_vergissing, een_foutje, een_fout`);

/** Who says of themselves what they did. */
const I = `(?:(?:j ai|je suis|je me suis|i|i ve|i have|ich habe|ich habe mich|ich|he|me he|ho|mi sono|ik heb|ik heb me|ik heb mij|ik ben) )?`;
const DOING = oneOf(`
  j_ai, j, je, me, suis, ai, envoye, repondu, ecrit, tape, clique, appuye, sur, fait, dit, le, un, sent, texted, typed, replied, said, hit, pressed, the, on, have
  mit, auf, den, mich, gesendet, geschickt, enviado, mandado, escrito, dado, de, con, a, el, la, inviato, mandato, scritto, risposto, gestuurd, geantwoord, met, op`);

const BY_MISTAKE = new RegExp(
  [
    ` ${STOP}${BETWEEN} ${MISTAKE}(?= )`,
    `^ ${I}(?:${DOING} ){0,3}${MISTAKE}(?: ${DOING}){0,3} ${STOP}(?= )`,
    `^ (?:oups |oops |desolee? |sorry |pardon )?${SENT}(?: ${DOING}){0,2} ${MISTAKE} $`,
  ].join('|'),
);

/** What undoes a stop: to be on the list again, or to stay on it. */
const BACK = phrasesIn(`
  reabonnez/reabonne/reinscrivez/reinscris/remettez/remets/rajoutez moi/nous, pouvez/pourriez/peux/veuillez/merci/voudrais/veux/souhaite/aimerais/possible .. me/m/nous reabonner/reinscrire/remettre/rajouter, je me reabonne/reinscris
  veux/voudrais/souhaite/souhaiterais/aimerais/desire [bien] rester/demeurer abonne*/inscrit*, veux/voudrais/souhaite/souhaiterais/aimerais/desire [bien] [a/de] [nouveau] [continuer/encore/toujours] [a/de] recevoir
  reprenez/reactivez les/vos/l/mon envois/envoi/messages/sms/abonnement, annulez/annuler/annule/ignorez/ignorer/ignore/oubliez/oublier/oublie mon/le/ce/ma/la/cette stop/desabonn*/desinscri*, desole/desolee pour le/mon/ce/ma/la/cette stop/desabonn*/desinscri*
  add/put/sign me/us back, sign me/us [back] up again, add/subscribe me/us again, resubscribe me/us, re subscribe me/us, be resubscribed/added again/back, want/like/love to stay/remain/keep/continue subscribed/receiving/getting, want/like/love to receive/get, keep me subscribed, ignore/disregard/undo/cancel/reverse my/the/that/last stop/unsubscri*, sorry [for/about] [the/my] stop
  bitte/will/mochte .. wieder anmelden/aufnehmen/eintragen/erhalten/bekommen/empfangen, melden/melde/tragen/nehmen [sie] mich/uns [bitte] wieder, will/mochte .. weiter/weiterhin .. erhalten/bekommen/empfangen, will/mochte angemeldet bleiben, ignorieren sie mein/das/den stop
  quiero/quisiera/deseo volver a recibir, quiero/quisiera/deseo seguir recibiendo/suscrito/suscrita/inscrito/inscrita, quiero/quisiera/deseo recibir .. de/otra nuevo/vez, vuelvan/vuelva/vuelve a suscribirme/inscribirme/darme, dadme/denme/dame/deme de alta, ignoren/ignora/anulen/anula/cancelen/cancela mi/el/ese/la stop/baja
  reiscrivetemi/reiscrivimi/riscrivetemi/riscrivimi/rimettetemi/rimettimi, iscrivetemi/iscrivimi di/ancora, voglio/vorrei/desidero continuare a ricevere, voglio/vorrei/desidero ricevere di/ancora, voglio/vorrei/desidero restare/rimanere iscritto/iscritta, ignorate/ignora/annullate/annulla il/lo/la [mio/mia] stop/disiscrizione/cancellazione
  meld/schrijf me/mij/ons [aub/alsjeblieft] weer/opnieuw/terug, wil/wilde/graag .. weer/opnieuw/blijven .. ontvangen/krijgen, wil/wilde/graag .. ontvangen/krijgen blijven, wil/wilde/graag .. aangemeld/ingeschreven blijven, negeer mijn/de/die stop/afmelding`);

/** Beside which nobody asks for that. */
const DENIED = new RegExp(
  `${
    phrasesIn(`
  ne, n, pas, plus, jamais, sans, si, arret*, cess*, pourquoi, vous ignorez/annulez/oubliez/remettez, refus*
  do not, don t, didn t, not, never, no, without, if, why, how, nicht, nie, kein*, ohne, wenn, warum, nunca, sin, non, mai, se, senza, niet, nooit, geen, zonder, als, waarom`)
      .source
  }|(?<! (?:can|could|would|will|please)) (?:you|they) (?:put|add|added|sign|signed|subscribe|keep|ignore|ignored)(?= )`,
);

const asksBack = (words: string): boolean => BACK.test(words) && !DENIED.test(words);

/**
 * Somebody says, in one of these clauses, that a stop was a mistake, or asks to be on the list again: a stop beside it is in doubt. That they were
 * put on the list by mistake is neither.
 */
export const isTakenBack = (clauses: readonly string[]): boolean =>
  clauses.map(spaced).some((words) => BY_MISTAKE.test(words) || asksBack(words));
