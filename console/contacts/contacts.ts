import * as z from 'zod/mini';
import { type Answer, page } from '../answer.ts';
import type { Problem } from '../frame/answers.ts';
import { type Around, advertiserOr, ask, knownAdvertisers, pathWith } from '../frame/around.ts';
import { maybe } from '../frame/asked.ts';
import { advertiserField } from '../frame/fields.ts';
import { linkTo, POLICY, pageOf } from '../frame/layout.ts';
import { problemView } from '../frame/said.ts';
import { PATHS, WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import { type Arrived, addressIn, arrivedIn } from '../messages/arrived.ts';
import { lookUp } from '../messages/search.ts';
import { rowView } from '../messages/view.ts';
import { Contact, Timeline } from './answers.ts';
import { standingView, timelineView } from './view.ts';
import { CONTACT_WORDS } from './words.ts';

const Asked = z.object({ advertiser: maybe, contact: maybe, cursor: maybe });
type Asked = z.infer<typeof Asked>;
/** An address comes in the body alone: the page that it leads to names its contact by id. */
const Looked = z.object({ advertiser: maybe, address: maybe });

const formView = ({ language, stack }: Around, advertiser: string): Html => {
  const [words, frame] = [CONTACT_WORDS[language], WORDS[language]];
  return html`<p class="about">${words.lead}</p>
  <form method="post" action="${PATHS[language].contacts}"><div class="fields"><div class="wide"><label for="address">${words.find}</label><input id="address" name="address" required maxlength="320" autocomplete="off" spellcheck="false"></div>
    ${advertiserField(frame, advertiser, knownAdvertisers(stack))}<button>${words.go}</button></div></form>`;
};

const answerOf = (around: Around, asked: Asked, main: Html): Answer => {
  const { language } = around;
  const { advertiser, contact } = asked;
  const search = { contact };
  return page(
    pageOf({ name: 'contacts', language, advertiser, search }, html`${formView(around, advertiser)}${main}`),
    POLICY,
  );
};

const refusedView = ({ language }: Around, problem: Problem): Html =>
  problemView(WORDS[language].problem, problem, language);

/** What this page of the timeline does not have: messages of campaigns, which are known by what arrived. */
const ofCampaigns = (
  received: readonly Arrived[],
  listed: ReadonlySet<string>,
  advertiser: string,
  language: Around['language'],
): Html => {
  const others = received.filter(({ messageId = '' }) => !listed.has(messageId));
  if (others.length === 0) return html``;
  return html`<section aria-labelledby="elsewhere"><h2 id="elsewhere">${CONTACT_WORDS[language].elsewhere}</h2>${others.map((arrived) => rowView({ arrived }, advertiser, language, true))}</section>`;
};

const contactView = async (around: Around, asked: Asked): Promise<Html> => {
  const { language, stack } = around;
  const { advertiser, contact: contactId, cursor } = asked;
  const path = `/v1/contacts/${encodeURIComponent(contactId)}`;
  const [contact, timeline] = await Promise.all([
    ask(around, Contact, 'GET', pathWith(path, { advertiserId: advertiser })),
    ask(around, Timeline, 'GET', pathWith(`${path}/timeline`, { advertiserId: advertiser, cursor })),
  ]);
  if ('problem' in contact) return refusedView(around, contact.problem);
  if ('problem' in timeline) return refusedView(around, timeline.problem);
  const all = arrivedIn(stack);
  const singles = new Set(all.flatMap(({ messageId, isSingle }) => (isSingle ? [messageId ?? ''] : [])));
  const shown = new Set(timeline.ok.timeline.flatMap((entry) => ('sent' in entry ? [entry.sent.id] : [])));
  // Of one that was erased, what the mailboxes of this machine still have of before is no part of what is recorded.
  const { erasedAt = '' } = contact.ok;
  const received = all.filter((each) => each.contactId === contactId && each.at > erasedAt);
  const byMessage = new Map(received.map((each) => [each.messageId ?? '', each]));
  const { timeline: entries, nextCursor } = timeline.ok;
  const more =
    nextCursor === undefined
      ? ''
      : html`<p><a href="${linkTo(language, 'contacts', { advertiser, contact: contactId, cursor: nextCursor })}">${WORDS[language].more}</a></p>`;
  return html`${standingView(contact.ok, received[0]?.to, language)}
  <section aria-labelledby="timeline"><h2 id="timeline">${CONTACT_WORDS[language].timeline}</h2>${timelineView(entries, byMessage, advertiser, language)}${more}</section>
  ${ofCampaigns(received, new Set([...singles, ...shown]), advertiser, language)}`;
};

/** The page where an address is looked up, or that of one contact by its id. */
export const contactsPage = async (around: Around, given: unknown): Promise<Answer> => {
  const { advertiser, ...rest } = Asked.parse(given);
  const asked = { ...rest, advertiser: advertiserOr(around.stack, advertiser) };
  return answerOf(around, asked, asked.contact === '' ? html`` : await contactView(around, asked));
};

/** Leads to the page of the contact with an address. */
export const lookUpContact = async (around: Around, body: unknown): Promise<Answer> => {
  const { advertiser, address } = Looked.parse(body);
  const refused = (problem: Problem): Answer =>
    answerOf(around, { advertiser, contact: '', cursor: '' }, refusedView(around, problem));
  const { noAddress, noAddressToDo } = CONTACT_WORDS[around.language];
  const asTyped = address.includes('@') ? { email: address } : { phone: address };
  const found = await lookUp(around, advertiser, addressIn(address) ?? asTyped);
  if ('ok' in found)
    return { status: 303, location: linkTo(around.language, 'contacts', { advertiser, contact: found.ok.contactId }) };
  // Which field of the call is at fault says nothing to whoever typed one line.
  const isOfAddress = found.problem.errors?.every(({ pointer = '' }) => pointer.startsWith('/contact'));
  if (found.status !== 422 || isOfAddress !== true) return refused(found.problem);
  return refused({ title: noAddress, status: 422, remedy: { sentence: noAddressToDo } });
};
