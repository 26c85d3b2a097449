/** What rows set in process that no call of the API can bring about; each row says why. */
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { FailureKind } from '#shared/domain/contact/delivery-failure.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { sealed } from '#shared/domain/ledger/seal.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import type { Judged, OnlyInProcess } from './row.ts';

type As = OnlyInProcess['as'];

const ofRequest = (change: (request: VetRequest) => Partial<VetRequest>): As => {
  return ({ request, ...rest }) => ({ ...rest, request: { ...request, ...change(request) } });
};
const ofStanding = (change: (standing: Standing) => Partial<Standing>): As =>
  ofRequest(({ standing }) => (standing === undefined ? {} : { standing: { ...standing, ...change(standing) } }));

/** These fields were written over those of the stored consents, whose seal stays as it was. */
export const withConsents = (fields: Readonly<Record<string, unknown>>): As =>
  ofStanding(({ consents }) => ({ consents: consents.map((each): Consent => ({ ...each, ...fields })) }));
export const withSales = (fields: Readonly<Record<string, unknown>>): As =>
  ofStanding(({ sales }) => ({ sales: sales.map((each): Sale => ({ ...each, ...fields })) }));

/** Aval saw the person agree. */
export const observed: As = ofStanding(({ consents }) => ({
  consents: consents.map((each) => sealed({ ...each, observed: true })),
}));

/** Mail came back from the address, so many days before the message is asked about. */
export const cameBack = (...failures: readonly (readonly [kind: FailureKind, daysAgo: number])[]): As =>
  ofRequest(({ at, standing }) => {
    const instant = (daysAgo: number) => toInstant(Date.parse(at) - daysAgo * 86_400_000);
    const deliveryFailures = failures.map(([kind, daysAgo]) => ({ kind, at: instant(daysAgo) }));
    return standing === undefined ? {} : { standing: { ...standing, deliveryFailures } };
  });

/** The person asked for a restriction of the use of their data, which stands. */
export const restricted: As = ofStanding(({ contactId }) => ({ restrictions: [factIdOf(contactId, 'restriction')] }));

/** The message was allowed when the ledger of the contact ended there. */
export const allowedAt = (allowedAtSeq: number): As => ofRequest(() => ({ allowedAtSeq }));

/** The check of the bytes found no room for the mention, so that the block that promotes has to be left out. */
export const stoppedForRoom: As = ofRequest(() => ({
  blocksStoppedBy: [{ code: 'OPPOSITION_MENTION_MISSING', detail: 'no-room' }],
}));

/** What was found in the final bytes, in place of what the readers of bytes find. */
export const found = (bytes: BytesFacts, before: As = (judged: Judged) => judged): As => {
  return (judged) => ({ ...before(judged), bytes });
};

/** The message goes by this channel. */
export const by = (channel: Channel): As => ofRequest(({ message }) => ({ message: { ...message, channel } }));

/** The message could wait no longer when it was asked about: its validity ended a second before. */
export const pastItsValidity: As = ofRequest(({ at, message }) => ({
  message: { ...message, validUntil: toInstant(Date.parse(at) - 1000) },
}));
