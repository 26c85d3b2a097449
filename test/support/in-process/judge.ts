import * as z from 'zod/mini';
import { contactOf } from '#shared/app/contacts/contact-of.ts';
import { addressOf, ContactAddress } from '#shared/contracts/http/contact-address.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { Rulebook } from '#shared/law/fold/rulebook.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { classOutside } from '#shared/law/readings/class-of.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { Inquiry, Step } from '../../acceptance/requests.ts';
import type { Fields } from '../../acceptance/world.ts';
import { decideInProcess, type Named, recordInProcess } from './record.ts';
import { type Stores, storesInMemory } from './stores.ts';
import { askedInProcess, type Judged, sentInProcess } from './vet-request.ts';

/** How long the steps before the question take, in hours. */
const hoursOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.kind === 'time' ? step.hours : 0), 0);

/** The verdict on the request, and on its final bytes where there are some. */
export const verdictOf = (
  { request, bytes }: { readonly request: Judged['request']; readonly bytes?: Judged['bytes'] },
  rulebook: Rulebook = RULEBOOK,
): StoredVerdict => {
  const verdict = vet(request, rulebook);
  return bytes === undefined ? verdict : vetBytes(request, verdict, bytes, rulebook);
};

/** Sends a message now and counts it, as a claim does. Throws when the law would have stopped it. */
const send = async (stores: Stores, access: AdvertiserAccess, message: Fields, index: number): Promise<void> => {
  const { request } = await sentInProcess(stores, access, message);
  const verdict = vet(request);
  const { outcome, reasons } = verdict;
  if (outcome !== 'allow') throw new Error(`an earlier message was not sent: ${outcome} ${reasons[0]?.code}`);
  const contact = z.parse(ContactAddress, message.contact);
  const { contactId } = await contactOf(stores.fingerprints, access, addressOf(contact));
  const { channel, template } = request.message;
  const month = request.at.slice(0, 7);
  const before = stores.sends.get(contactId) ?? [];
  const bucket = before.find((each) => each.month === month && each.channel === channel);
  const entry = {
    messageId: messageIdOf(`sent ${index}`),
    claimedAt: request.at,
    claimToken: `token-${index}`,
    result: 'sent' as const,
    ...(template?.class === 'renewal-request' ? { asksToRenew: true as const } : {}),
    ...(classOutside(verdict) === undefined ? {} : { class: classOutside(verdict) }),
  };
  const entries = [...(bucket?.entries ?? []), entry];
  const others = before.filter((each) => each !== bucket);
  stores.sends.set(contactId, [...others, { month, channel, entries, revision: entries.length }]);
};

const bringAbout = async (
  stores: Stores,
  access: AdvertiserAccess,
  step: Step,
  more: { readonly index: number; readonly named: Named },
): Promise<Named> => {
  if (step.kind === 'time') stores.pass(step.hours);
  else if (step.kind === 'message') await send(stores, access, step.message, more.index);
  else if (step.kind === 'decision') await decideInProcess(stores, access, step, more.index);
  else return recordInProcess(stores, access, step, more);
  return more.named;
};

/**
 * What the message of an inquiry is judged on when it is asked about at `now` (ms), after everything that the inquiry
 * records was recorded by the use cases of the routes, in memory. Throws what they throw.
 */
export const judgedInProcess = async (inquiry: Inquiry, now: number): Promise<Judged> => {
  const stores = storesInMemory(now - hoursOf(inquiry.recorded) * 3_600_000);
  const access = admit(z.parse(AdvertiserId, inquiry.advertiserId));
  let named: Named = {};
  for (const [index, step] of inquiry.recorded.entries())
    named = await bringAbout(stores, access, step, { index, named });
  const taken = inquiry.recorded.length;
  for (const [index, { cause, ...body }] of inquiry.decisions.entries())
    await decideInProcess(stores, access, { cause, body: { decider: 'Hélène Marchand', ...body } }, taken + index);
  return (inquiry.isSent ? sentInProcess : askedInProcess)(stores, access, inquiry.message);
};
