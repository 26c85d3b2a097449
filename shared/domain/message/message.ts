import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import {
  AdvertiserId,
  ContactId,
  Instant,
  MessageId,
  OfferCategory,
  Sha256,
  Siren,
  TemplateId,
  VersionLabel,
} from '../ids.ts';
import { line } from '../text/text.ts';
import { Channel, Purpose } from './channel.ts';
import { StoredVerdict } from './verdict.ts';

/** The basis a message says it relies on: it narrows the vet to that basis, and is never itself a fact (D21). */
export const BasisKind = z.enum(['consent', 'existing-customer', 'professional-interest', 'legal-person']);
export type BasisKind = z.infer<typeof BasisKind>;

/** The legal person whose offers a message brings, where they are a partner's (FR-PARTNER-1). */
export const Partner = named(
  'Partner',
  z.strictObject({
    siren: about('SIREN of the partner, nine digits: the form that was shown must name it.', Siren),
    name: about('Its name, 1 to 120 characters; it is not compared.', line(120)),
  }),
);
export type Partner = z.infer<typeof Partner>;

/** How a message names the template version it is made from. */
export const TemplateReference = z.strictObject({
  templateId: about('The id of the template.', TemplateId),
  version: about('The label of its version.', VersionLabel),
});
export type TemplateReference = z.infer<typeof TemplateReference>;

/** What a message is about: the advertiser's own reference of an order, an invoice, a contract, an appointment. */
export const SubjectReference = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/**
 * Where a message can be. `undelivered` and `unknown-final` are final, and so is `refused` but for one that another worker handed over
 * meanwhile. `sent`: the provider took it; only what it reports later changes that. `unknown`: perhaps handed off, no answer, never sent again by us. `undelivered`: the provider took it,
 * and it reached nobody. `parked`: poison, kept with its reason for a human.
 */
export const MessageStatus = z.enum([
  'accepted',
  'deferred',
  'in-review',
  'sent',
  'refused',
  'unknown',
  'unknown-final',
  'undelivered',
  'parked',
]);
export type MessageStatus = z.infer<typeof MessageStatus>;

/**
 * From which states each state may be reached: the machine goes forward only. A parked message goes on when a human
 * puts it back on the queue. What was handed over by a worker that had read before is no longer refused (docs/decisions/0090).
 */
export const PRIOR_STATES = {
  accepted: [],
  deferred: ['accepted', 'deferred', 'in-review', 'parked'],
  'in-review': ['accepted', 'deferred', 'in-review', 'parked'],
  sent: ['accepted', 'deferred', 'in-review', 'parked', 'unknown', 'refused'],
  refused: ['accepted', 'deferred', 'in-review', 'parked'],
  unknown: ['accepted', 'deferred', 'in-review', 'parked', 'refused'],
  'unknown-final': ['unknown'],
  undelivered: ['accepted', 'deferred', 'in-review', 'parked', 'sent', 'unknown', 'refused'],
  parked: ['accepted', 'deferred', 'in-review', 'parked'],
} as const satisfies Record<MessageStatus, readonly MessageStatus[]>;

/** The last time that a message was put back on the send queue: what would send it was not to be had, or had no time. */
export const PutBack = named(
  'PutBack',
  z.strictObject({
    times: about('How often it was put back until now.', z.int()),
    reason: about('Why it was, the last time: a code, such as throttled or no-time-left.', z.string()),
    at: about('When it was put back, in UTC.', Instant),
    nextAt: about('When it is tried again, in UTC.', Instant),
  }),
);
export type PutBack = z.infer<typeof PutBack>;

/**
 * Why a message that the provider took reached nobody. `suppressed`: the address is on one of the provider's own lists, and
 * nothing was tried. `refused-by-mailbox`: for this message, not for its address. `rejected`: the provider took it back.
 */
export const UndeliveredCause = z.enum(['bounced', 'suppressed', 'refused-by-mailbox', 'expired', 'rejected']);
export type UndeliveredCause = z.infer<typeof UndeliveredCause>;

/** One message to one contact, as stored. Its content is in the content store; merge values are encrypted at rest. */
export const Message = z.strictObject({
  advertiserId: about('The advertiser on whose behalf it goes.', AdvertiserId),
  messageId: about('The id of the message.', MessageId),
  contactId: about('The contact that it goes to.', ContactId),
  channel: about('The channel by which it goes.', Channel),
  purpose: about('What the message is for.', Purpose),
  partner: about('The partner whose offers it brings. Absent: none was named.', z.optional(Partner)),
  basis: z.optional(BasisKind),
  offerCategory: OfferCategory,
  /** E-mail address or SMS sender id to send from; absent: the advertiser's first. */
  sender: z.optional(z.string()),
  contentSha256: about('SHA-256 of the content as written, before merge and injection.', Sha256),
  template: about(
    'The template version that gave the content. Absent: free text, which is prospecting.',
    z.optional(TemplateReference),
  ),
  reference: about(
    'What it is about: your own reference of the order, invoice, contract … Absent: none was given.',
    z.optional(SubjectReference),
  ),
  test: about(
    'True where it tries a template: it goes to one who agreed to receive tests, is marked as a test, and nothing counts it. Absent: it is no test.',
    z.optional(z.literal(true)),
  ),
  acceptedAt: about('When it was accepted, in UTC.', Instant),
  validUntil: about('Until when it may wait, in UTC; past it the message is refused.', Instant),
  status: about(
    'Where the message is. undelivered and unknown-final are final. refused: it was not handed over; final too, except where another worker was handing it over as an opposition came, which shows within minutes or by what the provider reports. sent: the provider took it; what it reports later may make it undelivered. unknown: it may have left, no answer says so, and it is never sent again. undelivered: taken, and reached nobody. parked: kept for a human.',
    MessageStatus,
  ),
  /** Month of first release (`2026-11`): names the SENDS item of its claim for life; never recomputed. */
  claimMonth: z.string(),
  verdict: about('The latest verdict. Absent: none was given yet.', z.optional(StoredVerdict)),
  dueAt: about('When a deferred message is tried again, in UTC. Absent: it is not deferred.', z.optional(Instant)),
  putBack: about(
    'The last time that it was put back to be tried again: how often that was, why, and when it is tried next. Absent: it never was.',
    z.optional(PutBack),
  ),
  handedOffAt: about(
    'When it was handed to the provider, in UTC. Absent: it was not, or nobody knows.',
    z.optional(Instant),
  ),
  settledAt: about('When its outcome was known, in UTC. Absent: it is not known.', z.optional(Instant)),
  providerMessageId: about('The id that the provider gave it. Absent: none.', z.optional(z.string())),
  parkedBecause: about('Why it is parked: a code. Absent: it is not.', z.optional(z.string())),
  undeliveredBecause: about(
    'Why it reached nobody: a code. Absent: nothing says that it did not.',
    z.optional(UndeliveredCause),
  ),
  refusedBecause: about(
    'Why it was refused where no verdict says it: contact-erased. Absent: its verdict says it, or it was not refused.',
    z.optional(z.literal('contact-erased')),
  ),
  erasedAt: about(
    'When its address, its merge values and its reference were removed with its contact, in UTC. Absent: they were not.',
    z.optional(Instant),
  ),
  bytesSha256: about('SHA-256 of the very bytes handed over. Absent: none were.', z.optional(Sha256)),
  variantSha256: about(
    'SHA-256 of what was handed over without what is of its reader alone, by which it is shown again. Absent: none was kept.',
    z.optional(Sha256),
  ),
  segments: about('How many segments the SMS took. Absent: it is no SMS, or was not handed over.', z.optional(z.int())),
});
export type Message = z.infer<typeof Message>;

/** The longest that a message may be asked to wait, in days: a vet looks for its claim no further back. */
export const LONGEST_VALIDITY_DAYS = 30;

/** One entry of a SENDS item: a claim, and its result once known. */
export const Claim = z.strictObject({
  messageId: MessageId,
  claimedAt: Instant,
  claimToken: z.string(),
  /** It asked whether the person wants to stay: asked once (RET-4). */
  asksToRenew: z.optional(z.literal(true)),
  /** It tried a template: no cap counts it. */
  test: z.optional(z.literal(true)),
  /** What it was, where it was no prospecting. Absent: it was, or was claimed before this was noted. */
  class: z.optional(z.enum(['transactional', 'relational'])),
  result: z.optional(z.enum(['sent', 'unknown'])),
});
export type Claim = z.infer<typeof Claim>;

/** The sends of one month and channel to one contact: claims, caps, quota and history in one item. */
export const Sends = z.strictObject({
  month: z.string(),
  channel: Channel,
  entries: z.array(Claim),
  revision: z.int(),
});
export type Sends = z.infer<typeof Sends>;

const isTest = ({ test }: Claim): boolean => test === true;

/** What was sent but for tests: they are no prospecting, and nothing counts them. */
export const withoutTests = (sends: readonly Sends[]): readonly Sends[] =>
  sends.some(({ entries }) => entries.some(isTest))
    ? sends.map((each) => ({ ...each, entries: each.entries.filter((entry) => !isTest(entry)) }))
    : sends;
