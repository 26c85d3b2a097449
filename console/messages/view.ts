import type { Language } from '#tools/law/page/language.ts';
import { timeView } from '../frame/fields.ts';
import { linkTo } from '../frame/layout.ts';
import { causeView, reasonView, remedyView } from '../frame/said.ts';
import { WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import { PATHS as PHONES } from '../phones/words.ts';
import type { Message } from './answers.ts';
import { type Arrived, readable } from './arrived.ts';
import type { Row } from './search.ts';
import { MESSAGE_WORDS } from './words.ts';

/** Characters of a contact's id by which people are known apart. */
const START_OF_ID = 14;

/** What a message is called: its subject, else its template, else how its caller or its reader names it; a text by its sender. */
const titleOf = ({ message, arrived }: Row, language: Language): string => {
  const template = message?.template;
  const named = template === undefined ? undefined : `${template.templateId}, ${template.version}`;
  const sender = arrived && readable(arrived.from.address);
  const quoted = `${MESSAGE_WORDS[language].message}${message?.shortReference ?? ''}`;
  return arrived?.subject ?? named ?? message?.reference ?? sender ?? quoted;
};

/** Who it is from, as a reader sees it. */
const senderView = ({ from }: Arrived): Html =>
  from.name === undefined
    ? html`<strong>${readable(from.address)}</strong>`
    : html`<strong>${from.name}</strong> ${readable(from.address)}`;

const peopleView = ({ message, arrived }: Row, language: Language): Html => {
  const words = MESSAGE_WORDS[language];
  if (arrived !== undefined)
    return html`<p>${words.to}<strong>${readable(arrived.to)}</strong>, ${words.from}${senderView(arrived)}</p>`;
  return html`<p>${words.someone(message?.contactId.slice(0, START_OF_ID) ?? '')}</p>`;
};

const bodyView = ({ to, subject = '', text, shownAt, phone }: Arrived, language: Language): Html => {
  const words = MESSAGE_WORDS[language];
  if (shownAt === undefined)
    return html`${text === '' ? '' : html`<p class="text">${text}</p>`}<p><a href="${PHONES[language]}/${phone}">${words.onPhone}</a></p>`;
  return html`
    <details><summary>${words.seen}</summary><iframe sandbox loading="lazy" title="${words.mailTo(to, subject)}" src="${shownAt}"></iframe></details>
    <details><summary>${words.text}</summary><p class="text">${text}</p></details>`;
};

const becauseView = (
  because: string,
  code: string | undefined,
  causes: Readonly<Record<string, string>>,
  language: Language,
): Html => (code === undefined ? html`` : html`<p>${because}${causeView(code, causes, language)}</p>`);

/** Why it left, waits, was refused or reached nobody. */
const reasonsView = ({ verdict, remedy, parkedBecause, undeliveredBecause }: Message, language: Language): Html => {
  const words = MESSAGE_WORDS[language];
  const { reasons = [], notes = [] } = verdict ?? {};
  const all = [...reasons, ...notes].map(reasonView(language));
  const parked = becauseView(words.parked, parkedBecause, words.parkedCauses, language);
  const undelivered = becauseView(words.undelivered, undeliveredBecause, words.undeliveredCauses, language);
  return html`${parked}${undelivered}${all.length === 0 ? '' : html`<ul>${all}</ul>`}${remedy === undefined ? '' : html`<p>${remedyView(remedy, language)}</p>`}`;
};

const whyView = (message: Message, language: Language): Html =>
  message.status === 'sent'
    ? html`<details><summary>${MESSAGE_WORDS[language].why}</summary>${reasonsView(message, language)}</details>`
    : reasonsView(message, language);

/** The state of a message, as a word. */
const stateView = (status: string, language: Language): Html =>
  html`<span class="state ${status}">${MESSAGE_WORDS[language].states[status] ?? status}</span>`;

const metaView = ({ message, arrived }: Row, language: Language): Html => {
  const words = MESSAGE_WORDS[language];
  const channel = message?.channel ?? arrived?.channel ?? '';
  const at = arrived?.at ?? message?.handedOffAt ?? message?.acceptedAt ?? '';
  const due = message?.dueAt === undefined ? '' : html`<span>${words.due}${timeView(message.dueAt, language)}</span>`;
  return html`<p class="meta">${message === undefined ? '' : stateView(message.status, language)}<span>${WORDS[language].channels[channel] ?? channel}</span>${timeView(at, language)}${due}${message?.test ? html`<span>${words.test}</span>` : ''}</p>`;
};

/** One message as a card. `isOfContact`: it is below a heading of the page of its contact, which it need not lead to. */
export const rowView = (row: Row, advertiser: string, language: Language, isOfContact = false): Html => {
  const { message, arrived } = row;
  const words = MESSAGE_WORDS[language];
  const contact = message?.contactId ?? arrived?.contactId;
  const link =
    contact === undefined || isOfContact
      ? ''
      : html`<p><a href="${linkTo(language, 'contacts', { advertiser, contact })}">${words.contact}</a></p>`;
  const quoted =
    message === undefined ? '' : html`<p class="about">${words.quoted}<code>${message.shortReference}</code></p>`;
  return html`<article class="card">${metaView(row, language)}${isOfContact ? html`<h3>${titleOf(row, language)}</h3>` : html`<h2>${titleOf(row, language)}</h2>`}${arrived === undefined && isOfContact ? '' : peopleView(row, language)}
    ${message === undefined ? '' : whyView(message, language)}${arrived === undefined ? '' : bodyView(arrived, language)}${quoted}${link}</article>`;
};
