import { withoutCannotStop } from '../../content/denied.ts';
import { foldedLine } from '../../content/fold.ts';
import { givesItAPrice, hasPrice, leadsWithPrice } from '../../content/stopping/price-of-refusal.ts';
import { textFromHtml } from './text-from-html.ts';

/** What divides a line into what has nothing to do with one another. */
const APART = /[.!?;](?=\s|$)|\s[-–—|·•]\s/;
/** What it costs to pass a refusal on. */
const NORMAL =
  /\b(?:cout|prix|frais) de (?:la |sa )?transmission\b|\b(?:tarif|prix) (?:postal|en vigueur)\b|\b(?:prix|frais) (?:du|de|d.un) timbre\b/;
const isPriced = (words: string): boolean => hasPrice(words) && !NORMAL.test(words);

/** Words of stopping that sell nothing, whole; STOP alone as an instruction: "vol non-stop" and "des couleurs opposées" are none. */
const STOPPING = new RegExp(
  [
    '(?:desabonn|desinscri|disiscri|abbestell|unsubscri|uitschrijv)\\p{L}*',
    "(?:s|m|t|vous |nous )[ ’']?opposer|opposez[- ]vous|(?:votre |d.|l.)opposition",
    'ne (?:\\w+ )?plus (?:les |nous |en )?recevoir|se retirer|retirer de',
    '\\bopt(?:ing|ed)?[- ]?out\\b|stop receiving|no longer (?:want|wish) to receive',
    '\\babmeld\\p{L}*|widerspr(?:ech|uch)\\p{L}*',
    '\\bdar(?:se|me|te)? de baja|\\bdate de baja|dejar de recibir|\\boponer(?:se|me|te)\\b|\\b(?:su|tu|mi) oposicion\\b',
    'non ricevere piu|\\boppo(?:rsi|nga)',
    '\\bafmeld\\p{L}*|\\bbezwaar\\b|niet meer ontvangen',
    '(?:envoy|repond|tap|text|ecri|send|reply|answer|invi|send|schick|stuur)\\p{L}* (?:\\p{L}+ )?["«“ ]*stop\\b(?:["»” ]*(?:(?:par )?sms )?(?:au|to|a|al|an|naar)? ?\\d{5}\\b)?',
    '(?<!non[- ])\\bstop["»” ]*(?:(?:par )?sms )?(?:au|to|a|al|an|naar)? ?\\d{5}\\b',
  ].join('|'),
  'u',
);

/** One also opposes a payment, at a bank. */
const OF_PAYMENTS = /\b(?:carte (?:bancaire|bleue)|cheques?|prelevements?)\b/;

/** Lines say of stopping that it has a price, before its word, behind it, or right after. */
const isPricedIn = (lines: readonly string[]): boolean =>
  lines.some((line) => {
    const said = line.split(APART).map(foldedLine);
    return said.some((each, index) => {
      const words = withoutCannotStop(each);
      const found = STOPPING.exec(words);
      if (found === null || (/oppos/.test(found[0]) && OF_PAYMENTS.test(words))) return false;
      const behind = words.slice(found.index + found[0].length);
      return isPriced(behind) || leadsWithPrice(words.slice(0, found.index)) || givesItAPrice(said[index + 1] ?? '');
    });
  });

/** A text part says that stopping has a price. */
export const pricesStoppingInText = (text: string): boolean => isPricedIn(text.split('\n'));
/** The same of HTML, a line for each block and cell of a table. */
export const pricesStoppingInHtml = (html: string): boolean =>
  isPricedIn(textFromHtml(html.replaceAll(/<\/t[dh]\s*>/gi, '<br>$&')).split('\n'));
