import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { advertiserNotFound } from '#shared/domain/failure.ts';
import type { AdvertiserId, FactId, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { MOST_OF_A_PART, type SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { mappingOf, type ReadReply, readReply, stopsTexts } from '#shared/domain/opposition/sms-reply.ts';
import { foldReply } from '#shared/domain/opposition/words/fold-reply.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import type { NamedContact } from '../contacts/contact-of.ts';
import { withContact } from '../contacts/with-contact.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { type DoubtfulTextPorts, openDoubtfulText } from '../reviews/doubtful-text.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { coveredAt } from '../settings/stop-covers.ts';
import { type AddresseePorts, type Addressees, addresseesOf } from './addressees-of-reply.ts';
import { AT_ONCE } from './who-wrote.ts';

export interface SmsReplyPorts extends AddresseePorts, DoubtfulTextPorts {
  readonly pause: Pause;
  /** Has the reply come again for these advertisers alone. Throws what can be tried again. */
  readonly shareOut: (reply: SmsReply, among: readonly AdvertiserId[]) => Promise<void>;
  readonly ledger: Ledger;
  readonly advertisers: Advertisers;
}

/** Each advertiser at which the reply was registered or shared out; empty when it was no opposition. */
export type AppliedReply = readonly AdvertiserId[];

/** True of what one run has no time for: parts of it come by themselves. */
export const isSharedOut = (advertisers: readonly AdvertiserId[]): boolean => advertisers.length > MOST_OF_A_PART;

/** True of one that opposes other channels alone: a notice that texts end would be untrue. */
export const leavesTexts = ({ text }: Pick<SmsReply, 'text'>): boolean => {
  const read = readReply(text);
  return read !== undefined && !stopsTexts(read);
};

const partsOf = (advertisers: readonly AdvertiserId[]): readonly (readonly AdvertiserId[])[] =>
  Array.from({ length: Math.ceil(advertisers.length / MOST_OF_A_PART) }, (_, index) =>
    advertisers.slice(index * MOST_OF_A_PART, (index + 1) * MOST_OF_A_PART),
  );

const registerAt = async (
  ports: SmsReplyPorts,
  advertiserId: AdvertiserId,
  act: { reply: SmsReply; read: ReadReply; messageId: MessageId | undefined },
): Promise<void> => {
  const access = admit(advertiserId);
  const { reply, read } = act;
  const recordIds = await withContact(ports.fingerprints, access, { kind: 'phone', value: reply.from }, (contact) =>
    registerFor(ports, advertiserId, contact, act),
  );
  if (!read.isDoubtful) return;
  for (const recordId of recordIds) await openDoubtfulText(ports, access, { recordId, text: reply.text });
};

const registerFor = async (
  ports: SmsReplyPorts,
  advertiserId: AdvertiserId,
  { contactId, otherIds, twinIds }: NamedContact,
  { reply, read, messageId }: Parameters<typeof registerAt>[2],
): Promise<readonly FactId[]> => {
  const { receivedAt, isDated } = reply;
  const cameAt = receivedAt === undefined || isDated ? '' : `/${receivedAt}`;
  // With the contact: the same words leave another hash at each advertiser of a shared code (P9).
  const evidence = { sha256: sha256Of(`${contactId}/${foldReply(reply.text)}`), reference: mappingOf(read) };
  const { id, twins = [] } = await registerOpposition(ports, {
    access: admit(advertiserId),
    contactId,
    otherIds,
    twinIds,
    addressKind: 'phone',
    of: await coveredAt(ports.advertisers, admit(advertiserId), read.of),
    via: 'sms-reply',
    messageId,
    // Relational texts carry the same code, and what the provider calls the message answered is the last one that it knows.
    coversRelational: true,
    // It may wait, or come again, while the person agrees: it counts from when it was received (OPP-4).
    ...(receivedAt === undefined ? {} : { occurredAt: earlier(receivedAt, ports.clock.now()) }),
    // With the contact, and when it was received: an operator that gives one id to two replies must not make us lose one. What is delivered
    // again was received when it was, and what a provider brings again bears the time at which it was said.
    requestId: sha256Of(`sms-reply/${contactId}/${reply.replyId}${cameAt}`),
    bodySha256: sha256Of(reply.replyId),
    evidence,
    actor: { by: 'person' },
  });
  return [id, ...twins];
};

/**
 * Registers the opposition that a reply by SMS or MMS expresses, at the advertiser it answers. Any other reply changes nothing. A doubtful one is
 * an opposition until a human says otherwise (D20); its words wait for one, where the contact is known.
 * Throws `advertiser-not-found` when the deployment has no advertiser at all and `invalid-request` for a sender that is no
 * telephone number, so that the reply is parked and seen; an unreadable store is redelivered. At one advertiser that fails
 * the others register it all the same. Where it is for more than one run has time for, it is shared out, and each part comes again
 * by itself; what was shared out twice is one act at each.
 */
export const applySmsReply = async (ports: SmsReplyPorts, reply: SmsReply): Promise<AppliedReply> => {
  const read = readReply(reply.text);
  if (read === undefined) return [];
  const { among } = reply;
  const { advertisers, answered }: Addressees =
    among === undefined ? await addresseesOf(ports, reply) : { advertisers: among };
  if (advertisers.length === 0) throw advertiserNotFound();
  if (isSharedOut(advertisers)) {
    allOf(await settleAtMost(AT_ONCE, partsOf(advertisers), (part) => ports.shareOut(reply, part)));
    return advertisers;
  }
  const register = (advertiserId: AdvertiserId) => {
    const messageId = answered?.advertiserId === advertiserId ? answered.messageId : undefined;
    return registerAt(ports, advertiserId, { reply, read, messageId });
  };
  allOf(await settleAtMost(AT_ONCE, advertisers, register));
  return advertisers;
};
