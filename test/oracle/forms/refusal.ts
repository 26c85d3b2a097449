/** Which refusal a checkout offers (L. 34-5 al. 4, S7): free of cost, expressly, of the use of the very coordinates. */

import { isDear } from './unfree.ts';
import { CALLED, plain } from './wording.ts';

/** The digits that are written together, as one dials them, and what is written around them. */
const dialled = (said: string): readonly { digits: string; before: string; after: string }[] =>
  [...said.matchAll(/(?:\+ ?)?\d(?:(?:[ .-]{0,2}|[ .-]?\(0\)[ .-]?)\d)*/g)].map(({ 0: run, index }) => ({
    digits: run
      .replaceAll('(0)', '')
      .replaceAll(/[^\d+]/g, '')
      .replace(/^(?:\+|00)33/, '0'),
    before: said.slice(Math.max(0, index - 50), index),
    after: said.slice(index + run.length, index + run.length + 12),
  }));

const TOLD_TO_CALL =
  /(?:appel|compos|telephon|joign|contact|\bcall|\bdial|\bring|\bphone)[^.!?\n\d]*\b(?:le|au|numero|on|call|dial|ring) ?:? ?$/;
const STREET = /^,? (?:bis|rue|av|bd|boulevard|route|chemin|place|allee)/;
const isCut = (after: string): boolean => /^ ?(?:…|x)/.test(after);
const isPaidNumber = ({ digits, before, after }: ReturnType<typeof dialled>[number]): boolean => {
  if (/^08[129]/.test(digits)) return digits.length === 10 || (digits.length < 10 && isCut(after));
  if (/^08$/.test(digits)) return false;
  if (/^118\d{3}$/.test(digits)) return true;
  if (/^[4-8]\d{4}$/.test(digits)) return /\b(?:au|to)(?: le)? $/.test(before);
  return (
    /^[13]\d{3}$/.test(digits) && !/^(?:10|30|31)/.test(digits) && TOLD_TO_CALL.test(before) && !STREET.test(after)
  );
};

/** Money for each call, minute or message, word by word: an amount, its currency, "TTC", and what it is for. */
const MONEY = /^(?:€|euros?|eur|cents?|centimes?)$/;
const EACH = /^(?:\/|par|la|l'|per|pro|al|por)$/;
const UNIT = /^(?:appels?|min\w*|mn|sms|texto|messages?|calls?|texts?|anruf|llamada|chiamata)$/;
const isPricedEach = (said: string): boolean => {
  const words = (said.match(/\d+(?:[.,]\d+)?|l'|[a-z]+|[€/]/g) ?? []).filter((word) => !/^(?:ttc|ht)$/.test(word));
  return words.some((word, at) => {
    if (!EACH.test(word) || !UNIT.test(words[at + 1] ?? '')) return false;
    const [first = '', second = ''] = [words[at - 2], words[at - 1]];
    const amount = MONEY.test(second) ? first : second;
    return (MONEY.test(second) || MONEY.test(first)) && Number(amount.replace(',', '.')) !== 0;
  });
};

/** Whether refusing by these words is free, "hormis [les frais] liés à la transmission du refus". */
export const isFree = (words: string): boolean => {
  const said = plain(words).replaceAll('...', '…');
  return (
    !/(?:appel|numero|sms)s? surtax|premium.rate/.test(said) &&
    !isDear(said) &&
    !isPricedEach(said) &&
    !dialled(said).some(isPaidNumber)
  );
};

const REFUSING =
  /refus|oppos|\b(?:ne|n') ?(?:me |nous )?(?:pas|plus|souhait|veu|voul|desir|accept|autoris|contact)|\bpas (?:de|d')|\bnon\b|\baucune?s?\b|\bsans\b|decoch|desabonn|desinscri|\bobject|opt out|declin|\bnot?\b|don't|unsubscrib|\bkein|\bnicht|widersp|ablehn|rechaz|rifiut|\bgeen|\bniet|weiger/;
const GOODS =
  /(?:offre|offer|promo|publicit|prospection|recevoir|reception|sollicit|contacte|actualit|news|nouvelle|communication|information|message|marketing|receiv|angebot|werbung|ofertas|recibir|offerte|ricevere|aanbieding)/;
/** What one does so as to refuse, up to the end or to what it is done for. */
const DEED =
  /(?<!\bm'|\bme |\bnous )(?:en nous )?(?:ecriv|envoy|repond|cliqu|clic|appelez|appelant|telephonez|telephonant|adressez|adressant|contactez|contactant|connect|rend(?:ez|ant)|decoch|modifi|\blien|writ|send|reply|\bclick|\blink|schreib|klick|escrib|envi[ae]|scriv|klik)(?:(?! pour | to | um | para | per ).)*/g;
/** To whom or where it is said: "par courrier a l'adresse…", "par simple e-mail", "dans l'application". */
const WHERE =
  /(?:par|by) simple.*|(?:par|by) [\w -]{2,25} (?:a|au|at|to) (?!.{0,40}(?:\bmon|\bma|\bmes|\bmy|indiqu|saisi|fourni|communiqu|donn|renseign))(?:[^,;]{0,30}[\d@]|l'adresse|notre|our).*|(?:dans|depuis|sur|via|in|from|on) (?:l'|la |notre |votre |mon |the |our |your |my )(?:appli|app\b|espace|compte|account|site).*/g;

/** A way out of what will be sent, said beside the refusal: it names the mails in which it is, and not what is refused. */
const WAY_OUT_LATER =
  /(?:desabonn|desinscri|unsubscri|abmeld|opt out)[^.]* (?:dans|de|en bas de|in|at the bottom of) (?:chacun|chaque|tous|nos|each|every|any|our|all|jede)/;

/** Whether they refuse what comes by a channel: words that name a means beside what they refuse refuse that means alone; "par voie électronique" is every electronic mail. */
export const refusesBy = (words: string, channel: string): boolean => {
  const sentences = plain(words).split(/[!?;\n]|\.(?= |$)/);
  const all = sentences.filter((sentence) => REFUSING.test(sentence));
  const now = all.filter((sentence) => !WAY_OUT_LATER.test(sentence));
  const refusing = now.length > 0 ? now : all;
  const said = (refusing.length > 0 ? refusing : sentences.filter((sentence) => GOODS.test(sentence)))
    .map((sentence) => sentence.replaceAll(DEED, ' ').replaceAll(WHERE, ' '))
    .map((left) => left.slice(Math.max(0, left.search(GOODS.test(left) ? GOODS : REFUSING))))
    .join('. ');
  if (/(?:voies?|moyens?|communications?|means|medios|mezzi) (?:electroni|elettroni)|electronically/.test(said))
    return true;
  const named = Object.entries(CALLED).filter(([, name]) => name.test(said));
  return named.length === 0 || named.some(([name]) => name === channel);
};
