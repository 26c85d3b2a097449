import { fieldsOf, titleOf, wordOf } from '#shared/pages/personal-data/values.ts';
import type { Language } from '#tools/law/page/language.ts';
import { timeView } from '../frame/fields.ts';
import { remedyView } from '../frame/said.ts';
import { type Html, html } from '../html.ts';
import { type Arrived, readable } from '../messages/arrived.ts';
import { rowView } from '../messages/view.ts';
import { MESSAGE_WORDS } from '../messages/words.ts';
import type { Contact, Entry, Event, Sent } from './answers.ts';
import { channelsIn, consentPieces, eventPieces, line, oppositionPieces, salePieces } from './summary.ts';
import { CONTACT_WORDS } from './words.ts';

/** Pieces that the pages for persons are made of are shown here as they are. */
const ofPages = ({ markup }: { readonly markup: string }): Html => ({ html: markup });

type Usable = Pick<Contact['sales'][number], 'usable' | 'missing' | 'reasons'>;

/** Whether it can support a message, and what it lacks. */
const usableView = ({ usable, missing, reasons }: Usable, language: Language): Html => {
  const words = CONTACT_WORDS[language];
  const channels = Object.entries(usable).flatMap(([channel, found]) => (found === true ? [channel] : []));
  const onChannels = Object.values(usable).flatMap((found) => (found === true ? [] : found.missing));
  const each = new Map([...missing, ...reasons, ...onChannels].map((piece) => [piece.sentence[language], piece]));
  const why = [...each].map(([said, { remedy }]) => html`<li>${said}${remedyView(remedy, language)}</li>`);
  return html`<br>${channels.length === 0 ? words.unusable : words.usable(channelsIn(channels, language))}${why.length === 0 ? '' : html`<ul>${why}</ul>`}`;
};

const list = (title: string, items: readonly Html[], none: string): Html =>
  html`<h3>${title}</h3>${items.length === 0 ? html`<p>${none}</p>` : html`<ul>${items.map((each) => html`<li>${each}</li>`)}</ul>`}`;

/** What is in force of a contact. `address`: where it is known on this machine. */
export const standingView = (contact: Contact, address: string | undefined, language: Language): Html => {
  const words = CONTACT_WORDS[language];
  const {
    consents,
    sales,
    oppositions,
    addressKind,
    firstRecordedAt,
    contactId,
    erasedAt,
    restrictions = [],
  } = contact;
  const given = consents.map(
    (each) =>
      html`${wordOf(language, 'state', each.state)}${' · '}${line(consentPieces(each, language))}${each.state === 'given' ? usableView(each, language) : ''}`,
  );
  const sold = sales.map((each) => html`${line(salePieces(each, language))}${usableView(each, language)}`);
  const lines = oppositions.map(({ of, via, occurredAt }) => line(oppositionPieces(of, via, occurredAt, language)));
  // One act may be recorded twice: with the request for erasure, and as it is carried out.
  const opposed = [...new Map(lines.map((each) => [each.html, each])).values()];
  return html`
  <section aria-labelledby="contact"><h2 id="contact">${address === undefined ? words.unnamed : readable(address)}</h2>
    <p class="about">${words.reachable[addressKind] ?? addressKind}. ${erasedAt === undefined ? html`${words.since}${timeView(firstRecordedAt, language)}. ` : ''}${words.id}<code>${contactId}</code></p>
    ${restrictions.length === 0 ? '' : html`<p><strong>${words.restricted}</strong></p>`}${erasedAt === undefined ? '' : html`<p><strong>${words.erased}${timeView(erasedAt, language)}</strong></p>`}
    <div class="card">${list(words.oppositions, opposed, words.none)}${opposed.length === 0 ? '' : html`<p>${words.opposed}</p>`}${list(words.consents, given, words.none)}${list(words.sales, sold, words.none)}</div>
  </section>`;
};

const eventView = (at: string, event: Event, language: Language): Html => {
  const pieces = eventPieces(event, language);
  const { recordedAt: _at, type: _type, ...fields } = event;
  return html`<li><p class="meta">${timeView(at, language)}</p><h3>${titleOf(language, event.type)}</h3>${pieces.length === 0 ? '' : html`<p>${line(pieces)}</p>`}
    <details><summary>${CONTACT_WORDS[language].whole}</summary>${ofPages(fieldsOf(language, fields))}</details></li>`;
};

/** What a campaign handed over, where this machine does not know what arrived. */
const sentView = (at: string, { channel, reference, outcome }: Sent, language: Language): Html => {
  const unanswered = outcome === 'unknown' ? html` · ${MESSAGE_WORDS[language].states.unknown}` : html``;
  return html`<li><p class="meta">${timeView(at, language)}</p><h3>${CONTACT_WORDS[language].sent}</h3><p>${channelsIn([channel], language)} · <code>${reference}</code>${unanswered}</p></li>`;
};

/** What happened to a contact, in the order of the API. `arrived`: what reached it, by message. */
export const timelineView = (
  entries: readonly Entry[],
  arrived: ReadonlyMap<string, Arrived>,
  advertiser: string,
  language: Language,
): Html =>
  html`<ol class="timeline">${entries.map((entry) => {
    if ('event' in entry) return eventView(entry.at, entry.event, language);
    if ('message' in entry)
      return html`<li>${rowView({ message: entry.message, arrived: arrived.get(entry.message.id) }, advertiser, language, true)}</li>`;
    const found = arrived.get(entry.sent.id);
    if (found === undefined) return sentView(entry.at, entry.sent, language);
    return html`<li>${rowView({ arrived: found }, advertiser, language, true)}</li>`;
  })}</ol>`;
