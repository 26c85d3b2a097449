import { isOfTheTool, namesStopping, steers } from './names.ts';
import { type Form, fault, link, type Reading, value } from './reading.ts';

const WORD = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*`;
const NAME = String.raw`${WORD}(?:[.-][\p{L}\p{M}\p{N}_]+)*`;

/** Where the tools keep what they know of the reader: `contact.` (Brevo, HubSpot), `params.`, `lead.` (Marketo) … */
const PREFIX =
  /^\.?(?:(?:contact|params|recipient|subscriber|person|lead|contact_attribute)[.:]|(?:contactfield|leadfield)=|(?:var|data|subtag):)\s*/iu;

const QUOTED = String.raw`"([^"]*)"|'([^']*)'|“([^”]*)”|‘([^’]*)’|«\s*([^»]*?)\s*»`;
/** `| default: "…"`, `| default("…")`, `?? "…"`, `OR "…"`, `, "…"`, `:"…"`: a fallback in any of the tools. */
const FALLBACK = new RegExp(
  String.raw`^(?:\|\s*(?:default|fallback|d)\s*(?:[:=]\s*|\(\s*)|\?\?\s*|or\s+|[,:]\s*)(?:${QUOTED})\s*\)?$`,
  'iu',
);
/** `:default=there` (Marketo), `,fallback=there` (Campaign Monitor): without quotes. */
const ASSIGNED_FALLBACK = /^[:,]\s*(?:default|fallback)\s*=\s*([^"'|]*)$/iu;
/** `|there` (Mautic), `| default:reader` (MailPoet), `/there` (Mailtrain): where a tag has single marks. */
const LOOSE_FALLBACK = /^(?:\|\s*(?:default|fallback)\s*[:=]\s*|[|/])([^"'|]*)$/iu;

const NAME_AND_REST = new RegExp(String.raw`^(${NAME})\s*([\s\S]*)$`, 'u');
/** After a prefix of a tool, a name may have spaces: `lead.First Name`. */
const SPACED_NAME_AND_REST = new RegExp(String.raw`^(${NAME}(?: [\p{L}\p{M}\p{N}_]+)*)\s*([\s\S]*)$`, 'u');

const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
  tilde: '\u0303',
};
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

const referred = (whole: string, name: string): string => {
  const number = /^#x?/i.test(name) ? Number(name.replace('#', '').replace(/^x/i, '0x')) : undefined;
  if (number !== undefined) return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : whole;
  const accent = ACCENTS[name.slice(1)];
  return accent === undefined ? (NAMED[name] ?? whole) : `${name[0]}${accent}`.normalize('NFC');
};

/** What an editor wrote between the marks of a tag: in HTML its quotes and accents may be character references. */
export const written = (inner: string, form: Form): string =>
  (form === 'html' ? inner.replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, referred) : inner)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const fallbackIn = (rest: string, isLoose: boolean): string | undefined => {
  const found = FALLBACK.exec(rest) ?? ASSIGNED_FALLBACK.exec(rest) ?? (isLoose ? LOOSE_FALLBACK.exec(rest) : null);
  return found
    ?.slice(1)
    .find((each) => each !== undefined)
    ?.trim();
};

/**
 * A name with or without a fallback; `undefined`: something else is written there. `isLoose`: a fallback needs no quotes,
 * as in tools whose tags have single marks.
 */
export const nameIn = (text: string, isLoose = false): Reading => {
  const prefix = PREFIX.exec(text)?.[0] ?? '';
  const pattern = prefix === '' ? NAME_AND_REST : SPACED_NAME_AND_REST;
  const [, name, rest = ''] = pattern.exec(text.slice(prefix.length).replace(/^\./, '')) ?? [];
  if (name === undefined || (prefix === '' && (steers(name) || /^this[.-]/i.test(name)))) return undefined;
  const fallback = rest === '' ? undefined : fallbackIn(rest, isLoose);
  if (rest !== '' && fallback === undefined) return undefined;
  if (namesStopping(name)) return link();
  return isOfTheTool(name) || /^system\./i.test(name) ? undefined : value(name, fallback);
};

/** `insert name "default=…"` (SendGrid), `personalization_token('contact.x', '…')` (HubSpot), `CONTACT "x"` (GetResponse). */
const CALLS = [
  /^insert ([\p{L}\w.-]+)(?: "default=([^"]*)")?$/iu,
  /^personalization_token\(\s*['"]([\p{L}\w.-]+)['"](?:\s*,\s*['"]([^'"]*)['"])?\s*\)$/iu,
  /^contact ['"](?:subscriber_)?([\p{L}\w.-]+)['"]$/iu,
  /^\$\{([\p{L}\w.-]+)\}(?: ?\| ?default: ?['"]([^'"]*)['"])?$/iu,
];

const callIn = (text: string): Reading => {
  for (const call of CALLS) {
    const [, name, fallback] = call.exec(text) ?? [];
    if (name !== undefined) return namesStopping(name) ? link() : value(name.replace(/^contact\./i, ''), fallback);
  }
  return undefined;
};

/** A way to stop that is no plain name; words in quotes after it are what its link reads: `unsubscribe 'click here'`. */
const stopIn = (text: string): Reading => {
  if (!namesStopping(text)) return undefined;
  const [, before = '', words] = /^([^"']*)["']([^"'<>{}]+)["']\s*\)?$/.exec(text) ?? [];
  return link(namesStopping(before) ? words : undefined);
};

/** Template logic: a section, a condition, a loop, or the end of one. */
export const isLogic = (text: string): boolean => {
  const [word = ''] = /^[\p{L}_]*/u.exec(text.replace(/^[#/^~-]\s*/, '')) ?? [];
  return /^[#/^]/.test(text) || steers(word);
};

/** What double marks hold: `{{ … }}`, `[[ … ]]`. `shown` is its form with `…`. */
export const readExpression = (text: string, shown: (inside: string) => string): Reading => {
  const bareText = text.replace(/^[&~-]\s*|(?<!\s)\s*[~-]$/g, '');
  if (/<\/?[a-z!]/i.test(text)) return fault('markup-inside', shown('<…>'));
  const plain = nameIn(bareText) ?? callIn(bareText);
  if (plain !== undefined) return plain;
  if (isLogic(text)) return fault('logic', shown('…'));
  if (/^[!>@]/.test(text)) return fault('code', shown(`${text.slice(0, 1)}…`));
  const stop = stopIn(bareText);
  if (stop !== undefined) return stop;
  const [name = ''] = /^[\p{L}\p{N}_.:-]*/u.exec(bareText) ?? [];
  if (isOfTheTool(name) || /^(?:system|mj|pm)[.:]/i.test(name)) return fault('of-that-tool', shown('…'));
  return /[|(?]/.test(text) ? fault('changed-value', shown('… | …')) : fault('unknown', shown('…'));
};
