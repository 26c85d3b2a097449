import type { ExportDocument, GivenRecord } from '#shared/app/rights/export/export-document.ts';
import { coversUse } from '#shared/domain/opposition/lifting.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../layout.ts';
import { timeOf } from '../time.ts';
import { PAGE_WORDS } from './personal-data-words.ts';
import { fieldsOf, isolated, titleOf, valueIn, wordOf } from './values.ts';

type Contact = ExportDocument['access']['contacts'][number];
type Portable = ExportDocument['portability']['contacts'][number];

/** Kinds that are shown as messages. */
const MESSAGES: readonly string[] = ['message', 'sent-proof', 'chunk-result'];
/** What a card of a message says by itself. */
const SAID = ['written', 'notWritten'];

const factsOf = (record: GivenRecord): Readonly<Record<string, unknown>> =>
  record.kind === 'sent-proof' ? Object(record.fields.facts) : record.fields;

const textOfMessage = (language: Language, record: GivenRecord): Html => {
  const words = PAGE_WORDS[language];
  const { written } = record.fields;
  const { subject, text } = Object(written);
  if (typeof text === 'string')
    return html`<p><strong>${words.text}</strong></p>${typeof subject === 'string' ? html`<p class="subject">${isolated(subject)}</p>` : undefined}<div class="words">${isolated(text)}</div>`;
  const { bytesSha256, contentSha256 } = factsOf(record);
  const hash = (said: string, value: unknown) =>
    typeof value === 'string' ? html`<p class="soft">${said} <code>${value}</code></p>` : undefined;
  return html`<p class="soft">${words.left}</p>${hash(words.leftBytes, bytesSha256)}${hash(words.leftContent, contentSha256)}`;
};

const message = (language: Language, record: GivenRecord): Html => {
  const words = PAGE_WORDS[language];
  const { channel, status, state } = factsOf(record);
  const stated = String(status ?? state ?? '');
  const when = record.at === undefined ? '' : timeOf(language, record.at);
  const why = record.reasons?.map(({ code, sentence }) => html`<li>${sentence[language]} <code>${code}</code></li>`);
  const from = record.sentFrom === undefined ? undefined : html`<p>${words.from} ${isolated(record.sentFrom)}</p>`;
  return html`<li class="card"><h4>${when} – ${wordOf(language, 'channel', String(channel ?? ''))} – ${wordOf(language, 'state', stated)}</h4>${from}${why === undefined ? undefined : html`<p>${words.why}</p><ul>${why}</ul>`}${textOfMessage(language, record)}${fieldsOf(language, record.fields, record.kind, SAID)}</li>`;
};

const listOf = (title: string, none: string, items: readonly Html[]): Html =>
  html`<h3>${title}</h3>${items.length === 0 ? html`<p>${none}</p>` : html`<ul class="plain">${items}</ul>`}`;

const card = (language: Language, fields: object, left: readonly string[] = [], more?: Html): Html =>
  html`<li class="card">${more}${fieldsOf(language, fields, '', left)}</li>`;

type Fields = Readonly<Record<string, unknown>>;

const oppositionsIn = ({ oppositions }: Fields): readonly Fields[] => (Array.isArray(oppositions) ? oppositions : []);

/** Channels of a consent by which nothing is sent any more, since the person objected to it later. */
const opposedIn = (
  { channels, purpose, givenAt }: Portable['consents'][number],
  standing: Fields,
): readonly string[] => {
  const after = oppositionsIn(standing).filter(({ occurredAt }) => String(occurredAt) >= givenAt);
  return channels.filter((channel) => after.some(({ of }) => coversUse(of as OppositionScope, { channel, purpose })));
};

const opposedView = (language: Language, channels: readonly string[]): Html | undefined => {
  const { opposed, nothingLeaves } = PAGE_WORDS[language];
  if (channels.length === 0) return undefined;
  const named = channels.map((each) => wordOf(language, 'channel', each)).join(', ');
  return html`<p><strong>${opposed} ${named}. ${nothingLeaves}</strong></p>`;
};

const consents = (language: Language, { consents: given }: Portable, standing: Fields): Html => {
  const words = PAGE_WORDS[language];
  const shown = given.map((consent) => {
    const wording =
      consent.wording === undefined
        ? html`<p>${words.noWording}</p>`
        : html`<p>${words.wording}</p><blockquote class="words">${isolated(consent.wording)}</blockquote>`;
    const opposed = consent.state === 'given' ? opposedIn(consent, standing) : [];
    return card(language, consent, ['wording'], html`${wording}${opposedView(language, opposed)}`);
  });
  return listOf(words.consents, words.none, shown);
};

const record = (language: Language, { kind, at, fields }: GivenRecord): Html => {
  const { kindOfJob } = fields;
  const type: unknown = kind === 'event' ? Object(fields.event).type : kindOfJob;
  const title = titleOf(language, typeof type === 'string' ? type : kind);
  const when = at === undefined ? '' : ` – ${timeOf(language, at)}`;
  const example = kindOfJob === undefined ? undefined : html`<p>${PAGE_WORDS[language].example}</p>`;
  const shown =
    kind === 'event' ? fieldsOf(language, Object(fields.event), '', ['type']) : fieldsOf(language, fields, kind);
  return html`<li class="card"><h4>${title}${when}</h4>${example}${shown}</li>`;
};

/** All of one contact: what the person gave, what was sent, and everything that is kept, in order. */
export const contactSection = (language: Language, contact: Contact, portable: Portable): Html => {
  const words = PAGE_WORDS[language];
  const messages = contact.records.filter(({ kind }) => MESSAGES.includes(kind));
  const others = contact.records.filter(({ kind }) => !MESSAGES.includes(kind));
  const standing = contact.records.find(({ kind }) => kind === 'standing')?.fields ?? {};
  const restricted = contact.isRestricted ? html`<p><strong>${words.restricted}</strong></p>` : undefined;
  const erased =
    contact.erasedAt === undefined
      ? undefined
      : html`<p><strong>${words.erased} ${timeOf(language, contact.erasedAt)}. ${words.erasedLeft}</strong></p>`;
  const heading = portable.address === undefined ? words.noAddress : portable.address;
  const title = html`<h2>${isolated(heading)}</h2><p class="soft"><code>${contact.contactId}</code></p>`;
  if (contact.records.length === 0) return html`<section>${title}<p>${words.nothing}</p></section>`;
  const noted = {
    ...portable.declared,
    ...(Object.keys(portable.attributes).length > 0 && { attributes: portable.attributes }),
  };
  return html`<section>${title}${restricted}${erased}<h3>${words.declared}</h3>${valueIn(language, noted)}${consents(language, portable, standing)}${listOf(
    words.sales,
    words.none,
    portable.sales.map((each) => card(language, each)),
  )}${listOf(
    words.oppositions,
    words.none,
    portable.oppositions.map((each) => card(language, each)),
  )}${listOf(
    words.acts,
    words.none,
    portable.acts.map((each) => card(language, each)),
  )}${listOf(
    words.messages,
    words.none,
    messages.map((each) => message(language, each)),
  )}${listOf(
    words.all,
    words.none,
    others.map((each) => record(language, each)),
  )}</section>`;
};
