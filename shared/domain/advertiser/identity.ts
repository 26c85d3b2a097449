import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant } from '../ids.ts';
import { line } from '../text/text.ts';
import { plainName, withoutUnseen } from '../text/unseen.ts';
import type { AdvertiserSettings } from './advertiser.ts';
import { displayNameOf } from './advertiser.ts';

/** By what people, operators and the law know who writes. */
const IDENTITY_KINDS = [
  'siren',
  'name',
  'email-address',
  'email-domain',
  'sms-sender',
  'reply-code',
  'caller-id',
] as const;

/** Something by which one knows who writes. */
export const Identity = z.strictObject({
  kind: about(
    'siren; name: a legal name, trade name or display name; email-address; email-domain: every address of the domain, not of its subdomains; sms-sender; reply-code: where STOP is received; caller-id: a number that calls show.',
    z.enum(IDENTITY_KINDS),
  ),
  value: about(
    'The identity itself, at most 254 characters. Names are compared without case, accents and signs, the others without case.',
    line(254),
  ),
});
export type Identity = z.infer<typeof Identity>;

/** An identity as it is bound to an advertiser. */
export const BoundIdentity = z.extend(Identity, {
  evidence: about(
    'What shows that it is theirs: an extract, a contract, a letter, at most 200 characters. Absent: not said.',
    z.optional(line(200)),
  ),
  boundAt: about('When it was bound, in UTC.', Instant),
  boundBy: about('The id of the key that bound it.', z.string()),
});
export type BoundIdentity = z.infer<typeof BoundIdentity>;

/** What is bound to one advertiser; `revision` counts the changes, from 1. */
export interface BoundIdentities {
  readonly revision: number;
  readonly identities: readonly BoundIdentity[];
}

/** Two names that a reader takes for one are one, whatever their signs and spaces. */
const bareName = (name: string): string => {
  const plain = plainName(name);
  const bare = plain.replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
  return bare === '' ? plain.trim() : bare;
};

const plainText = (text: string): string => withoutUnseen(text.normalize('NFKC')).trim().toLowerCase();

const NUMBERS: readonly string[] = ['siren', 'reply-code', 'caller-id'];

/** The value as it is compared: numbers without their spaces. */
export const plainValue = ({ kind, value }: Identity): string => {
  if (kind === 'name') return bareName(value);
  return NUMBERS.includes(kind) ? plainText(value).replaceAll(/\s/g, '') : plainText(value);
};

/** One text for one identity, however it is written. */
export const identityKey = (identity: Identity): string => `${identity.kind}#${plainValue(identity)}`;

/** The domain of an address, as it is compared. */
export const domainOf = (address: string): string => plainText(address).split('@').at(-1) ?? '';

/**
 * True for what one advertiser holds at most. Numbers and codes are shared by those who send over the same route, and two
 * companies may have one name, also as the sender of an SMS: an operator says who.
 */
export const isExclusive = ({ kind }: Identity): boolean =>
  kind === 'siren' || kind === 'email-address' || kind === 'email-domain';

/** An identity that settings use, and where. */
export interface UsedIdentity extends Identity {
  readonly pointer: string;
}

type Named = Pick<AdvertiserSettings, 'siren' | 'legalName' | 'tradeNames' | 'senders'>;

/** Every identity that settings use: whose messages they make. */
export const identitiesOf = (settings: Named): readonly UsedIdentity[] => [
  { kind: 'siren', value: settings.siren, pointer: '/siren' },
  { kind: 'name', value: settings.legalName, pointer: '/legalName' },
  ...settings.tradeNames.map((value, n) => ({ kind: 'name' as const, value, pointer: `/tradeNames/${n}` })),
  ...settings.senders.email.flatMap((sender, n) => [
    { kind: 'email-address' as const, value: sender.address, pointer: `/senders/email/${n}/address` },
    { kind: 'name' as const, value: displayNameOf(sender, settings), pointer: `/senders/email/${n}/name` },
  ]),
  ...settings.senders.sms.flatMap(({ senderId, replyCode }, n) => [
    { kind: 'sms-sender' as const, value: senderId, pointer: `/senders/sms/${n}/senderId` },
    { kind: 'reply-code' as const, value: replyCode, pointer: `/senders/sms/${n}/replyCode` },
  ]),
  ...(settings.senders.calls ?? []).map(({ callerId }, n) => ({
    kind: 'caller-id' as const,
    value: callerId,
    pointer: `/senders/calls/${n}/callerId`,
  })),
];
