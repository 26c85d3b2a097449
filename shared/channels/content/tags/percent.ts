import type { Shape } from './doubled.ts';
import { written } from './expression.ts';
import { isOfTheTool, namesStopping } from './names.ts';
import { fault, link, type Place, type Reading, value } from './reading.ts';

const HEX = /^[\da-f]{2}/i;

/** `%C3%A9`: the letters of a URL, percent-encoded, look like `%NAME%` and are none. */
const isPercentEncoding = (text: string, { source, end }: Place): boolean =>
  HEX.test(text.slice(1)) && HEX.test(source.slice(end, end + 2));

/** `10%OFF-20%`: after a figure a percent sign is a percentage, unless a name in capitals follows. */
const isPercentage = (text: string, { source, start }: Place): boolean =>
  /\d\s?$/.test(source.slice(Math.max(0, start - 2), start)) && (!/^%[\p{Lu}_]{3,}/u.test(text) || /\d%$/.test(text));

const named = (inner: string, shown: string): Reading => {
  if (namesStopping(inner)) return link();
  if (isOfTheTool(inner) || /^sender[-_.]/i.test(inner)) return fault('of-that-tool', shown);
  return value(inner.replace(/^(?:recipient|contact|subscriber)\./i, ''));
};

/** `%NAME%` (ActiveCampaign), `%recipient.name%` (Mailgun), `%name%` (SendGrid). */
const single: Shape = {
  pattern: String.raw`%[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[.:-][\p{L}\p{M}\p{N}_]+)*%`,
  isWeak: true,
  read: (text, place) => {
    if (isPercentEncoding(text, place) || isPercentage(text, place) || text.length < 5) return undefined;
    return named(text.slice(1, -1), '%…%');
  },
};

/**
 * `%%name%%` (Salesforce Marketing Cloud, Pardot, Lyris), `%%{name}%%` (Ghost); `%%[ … ]%%`, `%%= … =%%` (AMPscript). Other
 * words between such marks are no sentence, and nothing would fill them.
 */
const double: Shape = {
  pattern: String.raw`%%\[[\s\S]{0,2000}?\]%%|%%=[\s\S]{0,500}?=%%|%%\{[A-Za-z_]\w{0,60}\}%%|%%[\p{L}\p{N}_{!][^%\n<>]{0,200}%%`,
  read: (text, { form }) => {
    if (/^%%\[/.test(text)) return fault('code', '%%[ … ]%%');
    if (/^%%=/.test(text)) return namesStopping(text) ? link() : fault('code', '%%= … =%%');
    const inner = written(text.slice(2, -2), form).replace(/^[!{]|\}$/g, '');
    if (/^(?:member_|profile_center|subscription_center|view_email|ftaf|dbl_opt)/i.test(inner))
      return /subscription_center/i.test(inner) ? link() : fault('of-that-tool', '%%…%%');
    if (/^[\p{L}_][\p{L}\p{N}_. -]*$/u.test(inner)) return named(inner, '%%…%%');
    return namesStopping(inner) ? link() : fault('unknown', '%%…%%');
  },
};

/** `[% … %]`: fields of SendGrid's former campaigns, and Template Toolkit. */
const bracketed: Shape = {
  pattern: String.raw`\[%[\s\S]{0,200}?%\]`,
  read: (text, { form }) => {
    const inner = written(text.slice(2, -2), form);
    const [, name, fallback] = /^([\p{L}_][\p{L}\p{N}_.-]*)(?: ?\| ?([^|]*))?$/u.exec(inner) ?? [];
    if (name === undefined) return fault('code', '[% … %]');
    return namesStopping(name) ? link() : value(name, fallback);
  },
};

/** `%(name)s`: Mailman. */
const printf: Shape = {
  pattern: String.raw`%\([A-Za-z_][\w-]*\)s`,
  read: (text) => named(text.slice(2, -2), '%(…)s'),
};

/** Tags between percent signs. */
export const PERCENT: readonly Shape[] = [double, bracketed, printf, single];
