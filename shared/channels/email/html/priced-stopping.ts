import { hasPrice } from '#shared/domain/message/surcharge.ts';
import { foldedLine } from '../../content/fold.ts';
import { STOPPING, speaksOfStop } from '../../content/means-of-opposition.ts';
import { textFromHtml } from './text-from-html.ts';

/** What divides a line into what has nothing to do with one another. */
const APART = /[.!?;](?=\s|$)|\s[-–—|·•]\s/;
const NORMAL = /\b(?:cout|prix|frais) de (?:la |sa )?transmission\b/;
const SPEAKS_OF_IT = /^(?:ce(?:t|tte|la)?\b|c.est|service|cout|prix|tarif|this|it\b|cost|price|fee)/;

const isPriced = (words: string): boolean => hasPrice(words) && !NORMAL.test(words);

/** Lines say of stopping, from its word on, that it has a price, or right after. */
const isPricedIn = (lines: readonly string[]): boolean =>
  lines.some((line) => {
    const said = line.split(APART).map(foldedLine);
    return said.some((each, index) => {
      if (!speaksOfStop(each)) return false;
      const next = said[index + 1] ?? '';
      return isPriced(each.slice(each.search(STOPPING))) || (SPEAKS_OF_IT.test(next) && isPriced(next));
    });
  });

/** A text part says that stopping has a price. */
export const pricesStoppingInText = (text: string): boolean => isPricedIn(text.split('\n'));
/** The same of HTML, a line for each block and cell of a table. */
export const pricesStoppingInHtml = (html: string): boolean =>
  isPricedIn(textFromHtml(html.replaceAll(/<\/t[dh]\s*>/gi, '<br>$&')).split('\n'));
