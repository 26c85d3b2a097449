import { ELSE_ALTOGETHER } from './beside.ts';
import { spaced } from './phrases.ts';
import { speltOut } from './slang.ts';

const SENT = '(?:sms|mms|texto|text|message|mail|courriel|email|e mail|appel|bericht|nachricht|anruf|call)[^ ]*';
const AND_MORE = `(?: (?:ni|que|aucune?|de|d|des|une?|les?|vos|votre|et|ou|par|noch|eine?n?|und|een|of|nor|or|an?|${SENT})(?= ))`;

/** Complains that nothing came, or one thing alone: it asks for no less. */
const NOTHING_CAME = [
  ` n (?:ai|a|avons|ont) (?:[^ ]+ ){0,2}(?:recu|eu) (?:ni|que)(?= )${AND_MORE}+`,
  ` (?:zero|aucun) ${SENT} (?:recus?|depuis)(?= )`,
  ` (?:hab|heb)[^ ]* (?:[^ ]+ ){0,2}(?:keine?n?|weder|geen|noch)(?= )${AND_MORE}+ (?:bekommen|erhalten|ontvangen|gekregen|gehad)(?= )`,
  ' non (?:[^ ]+ ){1,2}(?:ricevuto|arrivat[^ ]*) nessun[^ ]* [^ ]+(?= )',
  ` received neither(?= )${AND_MORE}+`,
].join('|');
/** What nobody minds is not refused: "aucun autre moyen ne me dérange", not "ne me dérange plus". */
const NOT_MINDED =
  '(?: aucun autre (?:moyen|canal)|(?<=[^ ])) (?:ne|n) (?:me|nous) (?:derange|gene|importune)(?:nt)?(?: pas)?(?= )(?! plus)';
/** The whole of what is asked for is that something bought is taken off: "supprimez mon panier". */
const A_THING_ALONE =
  ' (?:sup+rim|efface)[^ ]* (?:cet|cette|ce|ma|mon|mes|la|le|les|l|une?) (?:[^ ]+ )?(?:commande|panier|article|produit|reservation)s?(?: du panier| svp| merci)*(?= $)';
const MEANT = new RegExp(`${ELSE_ALTOGETHER.source}|${NOTHING_CAME}|${NOT_MINDED}|${A_THING_ALONE}`, 'g');

/** Folded words as they are read: spelt out, and without what holds a word of refusal and is something else. */
export const asMeant = (folded: string): string => spaced(speltOut(folded)).replace(MEANT, '').trim();
