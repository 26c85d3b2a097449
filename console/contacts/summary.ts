import type { Language } from '#tools/law/page/language.ts';
import { timeView } from '../frame/fields.ts';
import { WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import type { Consent, Event, Sale, Scope } from './answers.ts';
import { CONTACT_WORDS } from './words.ts';

type Pieces = readonly (string | Html)[];

/** Channels as people call them, one after the other. */
export const channelsIn = (channels: readonly string[], language: Language): string =>
  channels.map((each) => WORDS[language].channels[each] ?? each).join(', ');

const purposeIn = (purpose: string, language: Language): string => WORDS[language].purposes[purpose] ?? purpose;

const formOf = ({ form }: { readonly form?: Consent['form'] }, language: Language): Pieces =>
  form === undefined ? [] : [CONTACT_WORDS[language].form(form.formId, form.version)];

/** Pieces of a line, one after the other. */
export const line = (pieces: Pieces): Html =>
  html`${pieces.map((piece, index) => html`${index === 0 ? '' : ' · '}${piece}`)}`;

export const consentPieces = (consent: Consent, language: Language): Pieces => [
  channelsIn(consent.channels, language),
  purposeIn(consent.purpose, language),
  ...formOf(consent, language),
  timeView(consent.givenAt, language),
];

export const salePieces = (sale: Sale, language: Language): Pieces => [
  CONTACT_WORDS[language].sale[sale.type] ?? sale.type,
  ...sale.lines.map(({ category }) => category),
  ...formOf(sale, language),
  timeView(sale.soldAt, language),
];

const whatIsRefused = ({ scope, channels = [], purpose }: Scope, language: Language): Pieces => [
  scope === 'global' ? CONTACT_WORDS[language].everything : channelsIn(channels, language),
  ...(purpose === undefined ? [] : [purposeIn(purpose, language)]),
];

export const oppositionPieces = (
  of: Scope,
  via: string,
  occurredAt: string | undefined,
  language: Language,
): Pieces => [
  ...whatIsRefused(of, language),
  CONTACT_WORDS[language].vias[via] ?? via,
  ...(occurredAt === undefined ? [] : [timeView(occurredAt, language)]),
];

/** What an event was about, in a line; nothing, where its name says it all. */
export const eventPieces = (event: Event, language: Language): Pieces => {
  const { type, consent, sale, of, via = '', act, kind, reason, occurredAt } = event;
  if (consent !== undefined) return consentPieces(consent, language);
  if (sale !== undefined) return salePieces(sale, language);
  if (of !== undefined) return oppositionPieces(of, via, occurredAt, language);
  const words = CONTACT_WORDS[language];
  const said = [act, type === 'delivery-failed' ? (words.failures[kind ?? ''] ?? kind) : undefined, reason];
  return said.filter((each) => each !== undefined);
};
