/**
 * L. 34-5 al. 2 ("specifique"), D9: what is agreed to in the sentence of a means, where no offer is spoken of in it: messages, or something else
 * (terms, a ticket, that a review is published) beside which a message is only mentioned. Word by word.
 */

import { tokens } from './strangers.ts';

const AGREED =
  /^(?:j'(?:accepte|autorise|aimerais)|consens|souhaite|veux|desire|choisis|donne|m'abonne|m'inscris|agree|accept|consent|want|wish|like|please|allow|mochte|willige|stimme|akzeptiere|erlaube|wunsche|einverstanden|gern|acepto|autorizo|deseo|quiero|consiento|accetto|acconsento|autorizzo|desidero|voglio|vorrei|wil|ga|geef|graag|akkoord|oui|yes|ja|si|volontiers|d'accord|acceptez|souhaitez-vous|opt-in)$/;
/** Beginnings of words for bringing a message to somebody, or for asking for one. */
const BRINGS =
  /^(?:[ldm]')?(?:re[cv]|recoi|envo|envi|adresse[rz]|m'adress|contact|recontact|sollicit|inform|preven|previen|avert|alert|ecri|m'ecri|tenu|courant|join|joign|relanc|rappel|appel|inscri|abonn|messag|communication|utilis|trait|canaux|voie|savoir|get|send|sent|hear|post|updat|notif|reach|us[ei]|subscri|channel|write|call|sign|erhalt|empfang|bekomm|kontakt|zusend|zugesandt|send|schick|geschickt|versand|nachricht|angeschrieb|benachrichtig|angeruf|nutz|verwend|abonnier|mensaj|avis[ae]|suscrib|llam|uso|ricev|invi|avvis|chiam|iscri|contatt|aggiorn|ontvang|stur|gestuurd|bericht|hoogte|benader|gebeld|bellen|gebruik)/;
const THEIRS = /^(?:mes|mon|ma|my|meine?n?|mis?|mijn|miei|mie|mio|mia)$/;
const NO_THING =
  /^(?:[ldm]')?(?:adress|address|numero|number|nummer|telefo|teleph|phone|portable|mobile|movil|direccion|correo|boite|compte|account|konto|indirizzo|casella|postfach|accord|consent|zustimm|gout|centre|interet|interes|prefer|e-?mail|mail|sms|handy|smartphone)/;
/** One thing, and nothing after it. */
const ONE_THING =
  /en stock|back in stock|wieder (?:verfugbar|lieferbar)|weer (?:beschikbaar|leverbaar)|\b(?:si je|if i|wenn ich|se io|als ik) (?:gagne|win|gewinn)|(?:relati\w+ a|concernant|au sujet de|about|regarding|bezuglich) (?:mon|ma|mes|my|meine\w*) (?!interes|centre|gout|prefer)/;
/** Asks for messages without any word of agreement. */
const CALLS_FOR =
  /[sz]-moi\b|\bm'(?:envoyer|adresser|ecrire|informer)|(?<!vous )\brecevez\b|(?<![a-z][az] )\brecevoir\b|abonnez|inscrivez|restons|\b(?:keep|contact|text|send|write|let|notify|call|tell) me\b|^ ?(?:get|receive)\b|hear from|sie (?:mich|mir)\b|erhalten sie|\w(?:en|an)me\b|\brecib[ae]\b|\w(?:te|a|e|i)mi\b|\bricevi\b|\b(?:houd|stuur|informeer) (?:mij|me)\b|^ ?ontvang\b/;
const TERMS =
  /^(?:l')?(?:cg[uv]|conditions?|mentions|politique|terms|policy|agb|\w*bedingungen|datenschutz\w*|condiciones|terminos|termini|condizioni|informativa|voorwaarden|rules|reglement|regolamento|bases)$/;
const BREAKS = /[.!?;\n]|(?<=[☐☑])|(?=[☐☑])/u;
const NAMES_ANY =
  /mail|courriel|\bsms\b|\bmms\b|texto|telephon|\br?appel|\bphone|\bcall|telefon|anruf|courrier|papier|\bpost\b/;

/** Names of one means, and of another. */
const ALIKE = [
  /mail|courriel|newsletter|infolettre|nieuwsbrief|boletin/,
  /\bsms\b|texto|\btext(?:s|ing)?\b|tekstbericht|kurznachricht|textnachricht/,
  /\bmms\b/,
  /telephon|\br?appel|\bphone|\bcall|telefon|anruf/,
  /courrier|papier|\bpost\b/,
];
/** Agreed to by this very means, whatever it is called. */
export const namesSameMeans = (sentence: string, named: string): boolean =>
  ALIKE.some((means) => means.test(named) && means.test(sentence));

const agreesAt = (words: readonly string[]): number => words.findLastIndex((word) => AGREED.test(word));

/** What another sentence agrees to is no message, so that none goes on in this one. */
const isOfOther = (sentence: string, offers: (part: string) => boolean, isOne: boolean): boolean => {
  const words = tokens(sentence);
  const object = words.slice(agreesAt(words) + 1);
  if (object.length === 0) return false;
  const isOfTerms = object.slice(0, 5).some((word) => TERMS.test(word)) && !object.some((word) => BRINGS.test(word));
  if (isOfTerms && !offers(sentence)) return true;
  if (isOne && NAMES_ANY.test(sentence)) return true;
  return !offers(sentence) && !object.some((word) => BRINGS.test(word));
};

/** Of the means at these places, whether its sentence agrees to something else, or informs of a message that nobody was asked about. */
export const isElse = (text: string, at: number, to: number, offers: (part: string) => boolean): boolean => {
  const [before, after] = [text.slice(0, at).split(BREAKS), text.slice(to).split(BREAKS)];
  const [lead, tail] = [(before.at(-1) ?? '').replace(/\be-$/, ''), after[0] ?? ''];
  const sentence = `${lead}${text.slice(at, to)}${tail}`;
  if (offers(sentence)) return false;
  const [leading, behind] = [tokens(lead), tokens(tail)];
  if ([...leading, ...behind].some((word) => AGREED.test(word))) {
    const agreed = agreesAt(leading);
    if (agreed < 0) return behind.slice(agreesAt(behind) + 1, agreesAt(behind) + 6).some((word) => TERMS.test(word));
    const object = leading.slice(agreed + 1);
    const mine = object.findLastIndex((word) => THEIRS.test(word));
    const isNamed = mine >= 0 && mine < object.length - 1 && object.length - mine <= 4;
    if (
      isNamed &&
      !NO_THING.test(object[mine + 1] ?? '') &&
      /^(?:par|via|by|per|por|in|en|als)$/.test(object.at(-1) ?? '')
    )
      return true;
    if (THEIRS.test(behind[0] ?? '') && !NO_THING.test(behind[1] ?? '')) return true;
    if (ONE_THING.test(tail)) return true;
    const last = object.findLastIndex((word) => /^(?:et|and|und|y|e|en|ou|or)$/.test(word));
    const isNear = object
      .slice(last + 1)
      .every(
        (word) => word.replace(/^[ldm]'/, '').length <= 5 || /^(?:volontiers|egalement|vostre|jullie)$/.test(word),
      );
    return !isNear && ![...object, ...behind].some((word) => BRINGS.test(word));
  }
  if (/[☐☑]/u.test(before.at(-2) ?? '') || CALLS_FOR.test(sentence)) return false;
  const isField = /^ *(?:\*|:|\((?:facultatif|optionnel|obligatoire|optional|required)\)) *$/.test(tail);
  const isOne = /(?:^|[^a-z])(?:une?|uno|an?|one|eine?|een) $/.test(lead);
  const named = text.slice(at, to);
  const agreeing = [...before.slice(0, -1), ...after.slice(1)].filter((other) => agreesAt(tokens(other)) >= 0);
  return (
    agreeing.length > 0 &&
    agreeing.every((other) => isOfOther(other, offers, isField || (isOne && !namesSameMeans(other, named))))
  );
};
