import type { Why } from '#shared/channels/content/mentions.ts';
import { CALL_WORDS } from '#shared/words/calls.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { CODE_WORDS } from '#shared/words/codes.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { GATEWAY_WORDS } from '#shared/words/gateway.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { TEXT_WORDS } from '#shared/words/texts.ts';

/** All that readers read, or are called with, by kind, then by language. */
export const CATALOGUE = {
  footer: FOOTER_WORDS,
  texts: TEXT_WORDS,
  calls: CALL_WORDS,
  codes: CODE_WORDS,
  pages: PAGE_WORDS,
  centre: CENTRE_WORDS,
  gateway: GATEWAY_WORDS,
};
export type Catalogue = { readonly [Kind in keyof typeof CATALOGUE]: Readonly<Record<string, unknown>> };

/** What is in place of a name, a day or a code, so that it is found again: the name of the argument. */
const given = (name: string): string => `⟦${name}⟧`;

const since = '2026-03-03T10:00:00.000Z';
/** Every reason that a footer can give. */
const WHYS: Readonly<Record<string, Why>> = {
  consent: { basis: 'consent', since },
  'consent with a partner': { basis: 'consent', since, areOffersOfPartners: true, collectedBy: given('partner') },
  customer: { basis: 'existing-customer', since },
  'customer who is asked': { basis: 'existing-customer', since, asksToRenew: true },
  donation: { basis: 'donation', since },
  membership: { basis: 'membership', since },
  professional: { basis: 'professional-interest', since, source: given('source') },
  'professional who is asked': { basis: 'professional-interest', source: given('source'), asksToRenew: true },
  'legal person': { basis: 'legal-person' },
  'legal person who is asked': { basis: 'legal-person', asksToRenew: true },
  relation: { basis: 'relation' },
  test: { basis: 'test', since },
};
const FAMILY = { messages: given('messages'), all: given('all messages'), address: given('at the address') };
/** Sentences that are made of a family of channels, by their place among the arguments. */
const OF_FAMILY: Readonly<Record<string, readonly unknown[]>> = {
  'pages.ask.title': [given('name'), FAMILY],
  'pages.ask.heading': [given('name'), FAMILY],
  'pages.ask.act': [FAMILY],
  'pages.ask.means': [given('name'), FAMILY],
  'pages.recorded.family': [given('name'), FAMILY],
};

/** Arguments of a sentence, by the names that it gives them. */
const argumentsOf = (sentence: object): readonly string[] =>
  (/^\(([\w\s,]*)\)/.exec(String(sentence))?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(given);

/** Every sentence below a value, by its path; functions are called. */
const leavesOf = (value: unknown, path: string): readonly (readonly [path: string, said: string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    if (path === 'footer.why')
      return Object.entries(WHYS).map(([name, why]) => [`${path} ${name}`, value(why, given('name'))]);
    return [[path, String(value(...(OF_FAMILY[path] ?? argumentsOf(value))))]];
  }
  return Object.entries(Object(value)).flatMap(([name, inside]) => leavesOf(inside, `${path}.${name}`));
};

/** Every sentence of a language, by its path. */
export const sentencesIn = (catalogue: Catalogue, language: string): ReadonlyMap<string, string> =>
  new Map(Object.entries(catalogue).flatMap(([kind, of]) => leavesOf(of[language], kind)));
