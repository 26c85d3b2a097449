/** Which refusal a checkout offers (L. 34-5 al. 4, S7): free of cost, expressly, of the use of the very coordinates. */

import { CALLED, plain } from './wording.ts';

/** A call or a text that costs more, or its price. */
const COSTS =
  /\b(?:0|\+33)[ .-]?8[ .-]?[129][\d .…-]|118[ .-]?\d{3}|(?:€|euros?|cents?) ?(?:\/|par |per )\s?(?:appel|min|sms|call|text)|surtax|premium.rate|\b(?:au|to)(?: le)? [4-8]\d{4}\b/;

/** Whether refusing by these words is free, "hormis [les frais] liés à la transmission du refus". */
export const isFree = (words: string): boolean => !COSTS.test(plain(words).replaceAll('...', '…'));

const GOODS =
  /(?:offre|offer|promo|publicit|prospection|recevoir|reception|sollicit|contacte|actualit|news|nouvelle|communication|information|message|marketing|receiv|angebot|werbung|ofertas|recibir|offerte|ricevere|aanbieding)/;
const WAY =
  /ecriv|envoy|repond|cliqu|appelez|telephonez|adress|contactez|lien|writ|send|reply|click|link|schreib|klick|escrib|scriv/;
/** Whether they refuse what comes by a channel: words that name a means beside the offers refuse that means alone; "par voie électronique" is every electronic mail. */
export const refusesBy = (words: string, channel: string): boolean => {
  const said = plain(words)
    .split(/[.!?;\n]/)
    .map((sentence) => sentence.slice(Math.max(0, sentence.search(GOODS))).split(WAY)[0] ?? '')
    .filter((sentence) => GOODS.test(sentence))
    .join('. ');
  if (/(?:voies?|moyens?|communications?|means|medios|mezzi) (?:electroni|elettroni)|electronically/.test(said))
    return true;
  const named = Object.entries(CALLED).filter(([, name]) => name.test(said));
  return named.length === 0 || named.some(([name]) => name === channel);
};
