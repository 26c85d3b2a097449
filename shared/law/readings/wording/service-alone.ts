import { CLAUSE_ENDS, type ReadWording, sinceAgreed } from './denied.ts';
import {
  anyNameIn,
  anyOf,
  has,
  marked,
  namesElse,
  pattern,
  SENTENCE_SIGNS,
  sentenceAt,
  since,
  until,
} from './names.ts';
import { beforeDoneByOthers, withoutOffersOfOthers, withPartnersJoined } from './of-others.ts';
import { OF_OFFERS, OF_SERVICE } from './other-use.ts';
import { AGREES } from './signs.ts';

/** Words of service that say something else: "in order to", the right to withdraw, and what is sent is not yet said. */
const NO_SERVICE = anyOf([
  'in\\s+order\\s+to',
  'retrait\\s+(?:possible|d)',
  'env[ií]os?\\s+de',
  'versand\\p{L}*\\s+(?:von|der|des)',
  'verzending\\p{L}*\\s+van',
  "(?:selon|en\\s+fonction\\s+de|based\\s+on|à\\s+l[’']adresse|au\\s+numéro)\\s+[^.;,!?\\n]{0,60}",
]);
/** What may be an offer beside what is known for one: enough not to be service alone. */
const MAYBE_OFFERS = anyOf([
  'actus?|produits?|événements?|évènements?|sélections?|collections?|idées?|inspirations?|fidélité|cadeaux?',
  '\\d{1,2}\\s?%|(?:prochaine?s?|next)\\s+(?:commandes?|achats?|orders?)|new\\s+arrivals|early\\s+access|neuheit\\p{L}*',
  'products?|events?|updates\\s+about|ideas|loyalty|gifts?',
  'produkt\\p{L}*|veranstaltung\\p{L}*|productos?|eventos?|prodott\\p{L}|eventi|producten|evenementen',
]);
/** What answers the person, or is theirs: an answer, a quotation, a till receipt, the result of a draw, a questionnaire. */
const OF_THEIRS = anyOf(
  [
    'confirmations?|réponses?|répondre|questions?|demandes?|réclamations?|devis|tickets?|attestations?|certificats?|résultats?|dossiers?',
    "candidatures?|enquêtes?|sondages?|satisfaction|questionnaires?|codes?\\s+d(?:e|[’'])\\s*\\p{L}+|livre\\s+blanc|comptes?[\\s-]+rendus?|relevés?|soldes?\\s+(?=de\\s+(?:mes\\s+)?points)|alertes?\\s+(?:météo\\p{L}*|trafic|pollution|sécurité)|(?:mon|votre)\\s+compte",
  ],
  [
    'answers?|repl(?:y|ies)|questions?|enquir\\p{L}+|quotes?|quotations?|surveys?|results?|white\\s+paper|weather\\s+(?:alerts?|warnings?)|statements?|reports?\\s+(?:of|on)\\s+my|(?:my|your)\\s+account',
  ],
  [
    'bestätigung(?:en)?|antwort\\p{L}*|anfrage\\p{L}*|frage\\p{L}*|kostenvoranschl\\p{L}+|umfrage\\p{L}*|ergebnis\\p{L}*|kassenbons?|wetterwarnung\\p{L}*|kontoausz\\p{L}+|punktestand',
  ],
  [
    'confirmaci(?:ón|ones)|respuestas?|consultas?|presupuestos?|encuestas?|resultados?|rispost[ae]|richiest[ae]|preventiv[oi]|sondaggi\\p{L}?|risultat[oi]|alertas?\\s+meteorol\\p{L}+|allert[ae]\\s+meteo|extractos?|estratt[oi]',
  ],
  ['bevestiging(?:en)?|antwoord\\p{L}*|vra(?:ag|gen)|uitslag\\p{L}*|kassabon\\p{L}*|weeralarm\\p{L}*'],
);
/** What may be no more than kept: nobody says there that anything is sent. */
const KEPT = anyOf([
  'enregistrée?s?|conservée?s?|stockée?s?|stored|saved|gespeichert|guardad[oa]s?|conservat[aoie]|bewaard',
]);
/** It speaks of a datum, and asks for nothing: "votre numéro, réservé à la livraison, permet de vous joindre par SMS". */
const OF_DATA = anyOf([
  'numéros?|téléphone|portable|mobile|adresses?|coordonnées|numbers?|phone|address(?:es)?|contact\\s+details',
  '\\p{L}*nummer|telefon\\p{L}*|móvil|dirección|numero|cellulare|indirizzo|adres|telefoonnummer',
]);
/** What goes on behind the means with something else, or only says when: "par e-mail et par SMS lors de chaque commande". */
const GOES_ON = pattern(
  '^\\s*(?:et|ou|ainsi\\s+que|as\\s+well\\s+as|sowie|así\\s+como|nonché|alsook|and|or|und|oder|y|o|e|en|of|lors|au\\s+moment|pendant|durant|après|avant|suite|after|before|at|during|nach|bei|während|tras|durante|dopo|na|tijdens)(?![\\p{L}\\d])',
);
/** Behind what is sent, and before nothing but the means: "Livraison : par SMS". */
const A_LABEL = /(?<=\p{L})\s?:(?=\s\p{L}{0,7}\s?$)/u;
const SENTENCE_ENDS = /[.!?;\n☐☑]/u;

/** It speaks of offers, or of what may be one. */
export const offers = (text: string): boolean => has(text, OF_OFFERS) || has(text, MAYBE_OFFERS);
const serves = (text: string): boolean => {
  const said = marked(text, NO_SERVICE);
  return has(said, OF_SERVICE) || has(said, OF_THEIRS);
};
/** Own offers, beside those of others. */
const YOURS = anyOf(['vôtres|nôtres|siennes|yours|ours']);
const offersOfOwn = (text: string): boolean => offers(withoutOffersOfOthers(text)) || has(text, YOURS);
const isOfOthers = (text: string): boolean => withoutOffersOfOthers(text) !== text;

/** What follows the last name of any means, so that what is said of that one is not taken for what is said of the next. */
const sinceName = (text: string): string => {
  const words = text.split(/(?<=[\s(])/);
  const last = words.findLastIndex((word) => anyNameIn(word));
  return words.slice(last + 1).join('');
};

/** The clause behind the means, which names what is sent by it; nothing where it goes on with something else. */
const saidBehind = (text: string, to: number): string => {
  const clause = until(withPartnersJoined(text.slice(to)).replace(/^\s*[:–—-]/, ''), CLAUSE_ENDS);
  return has(clause, GOES_ON) ? '' : clause;
};

/** What is said of the means: of what the person is asked, and behind its name. */
const saidOf = ({ refusing }: ReadWording, from: number, to: number) => {
  const before = since(refusing.slice(0, from), SENTENCE_ENDS);
  const clause = since(before.replace(A_LABEL, ''), CLAUSE_ENDS);
  return { before, asked: sinceName(since(sinceAgreed(clause), AGREES)), behind: saidBehind(refusing, to) };
};

/**
 * What is said of the means at these places is an order, a delivery, an answer or a paper of theirs, and no offer: "vos offres par e-mail, et
 * par SMS les informations de livraison". Nobody agreed there to offers by that means, nor refused them: a human is asked (D9; L. 34-5, al. 1
 * and 2). Signs, in six languages.
 */
export const isOfServiceAlone = (read: ReadWording, from: number, to: number): boolean => {
  const { refusing } = read;
  const { before, asked, behind } = saidOf(read, from, to);
  if (offers(asked) || offers(behind)) return false;
  if (serves(asked)) return true;
  // What is said behind is all that is sent by it: nothing offers in the sentence before, or what offers has a means of its own.
  if (serves(behind)) return !offers(before) || anyNameIn(before);
  const sentence = `${before} ${until(refusing.slice(to), SENTENCE_ENDS)}`;
  return has(sentence, OF_DATA) && serves(sentence) && !offers(sentence) && !has(sentence, AGREES);
};

/** Data are kept, and nothing in the whole wording offers. */
const onlyKeeps = ({ refusing }: ReadWording): boolean => has(refusing, KEPT) && !offers(refusing);

/** Of a wording by which data are no more than kept, the sentences that agree to nothing: "Mon adresse est enregistrée. Contact par e-mail." */
export const isNoMoreThanKept = (read: ReadWording): ((read: ReadWording, from: number) => boolean)[] =>
  onlyKeeps(read) ? [({ refusing }, from) => !has(since(refusing.slice(0, from), SENTENCE_ENDS), AGREES)] : [];

/** One message, and not a means: "un SMS", "a text", "eine SMS". */
export const ONE_OF_THEM = /(?<!\p{L})(?:une?|uno|an?|one|eine?|een)\s+$/u;

/**
 * One message is spoken of in a sentence that agrees to nothing and offers nothing, and another one agrees to offers by another means: "J’accepte
 * vos offres par e-mail. Un SMS vous confirmera l’inscription." Whoever reads it is informed of that message, and was not asked for more.
 */
export const isOnlyInformedOf = ({ refusing }: ReadWording, from: number, to: number): boolean => {
  const [lead, tail] = sentenceAt(refusing, from, to, SENTENCE_SIGNS);
  const name = refusing.slice(from, to);
  const sentence = `${lead}${name}${tail}`;
  return (
    ONE_OF_THEM.test(lead) &&
    !has(sentence, AGREES) &&
    !offers(sentence) &&
    refusing.split(SENTENCE_SIGNS).some((other) => has(other, AGREES) && offers(other) && namesElse(other, name))
  );
};

const LAST_WORD = /\s\p{L}{2,3}\s+$/u;
/**
 * What is said of the means at these places is the offers of others alone: "les offres de vos partenaires par e-mail". Nobody agreed there to
 * those of the advertiser (L. 34-5, al. 2: "spécifique"): a human is asked. Signs, in six languages.
 */
export const isOfOthersAlone = (read: ReadWording, from: number, to: number): boolean => {
  const { before, asked, behind } = saidOf(read, from, to);
  const lead = beforeDoneByOthers(`${since(before, AGREES)}${read.refusing.slice(from, to)}${behind}`);
  if (lead !== undefined) return !offersOfOwn(sinceName(lead));
  // "Offers by e-mail from our partners" are the offers of the partners.
  if (withoutOffersOfOthers(behind).startsWith(' _ ')) return !offersOfOwn(`${asked.replace(LAST_WORD, '')}${behind}`);
  if (offersOfOwn(asked) || offersOfOwn(behind)) return false;
  return isOfOthers(asked) || (isOfOthers(behind) && (!offersOfOwn(before) || anyNameIn(before)));
};
