import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { AdvertiserId, ContactId, FactId, Instant, Sha256 } from '../ids.ts';
import { Partner } from '../message/message.ts';
import { OppositionScope } from '../opposition/opposition.ts';
import { termFrom } from '../rights/due.ts';
import { line } from '../text/text.ts';
import { addDays } from '../time/instant.ts';
import { PartnerRole } from './disclosure.ts';

/** What a partner is to be notified of. */
export const NotifiedCause = z.enum(['opposition', 'withdrawal', 'erasure', 'restriction']);

/** How a notification was given. */
const GivenBy = z.enum(['file', 'api', 'mail', 'letter', 'other']);

/** A partner confirmed that it received a notification. */
export const Acknowledgement = z.strictObject({
  receivedAt: about('When the partner confirmed it.', Instant),
  reference: about(
    'What the partner calls it, or how you find its answer again, at most 200 characters. Absent: not said.',
    z.optional(line(200)),
  ),
});

/** What a caller says of the giving of notifications. */
export const given = {
  givenAt: about('When it was given to the partner.', Instant),
  by: about(
    'How it was given: file (a file of fingerprints), api (a call of the partner), mail (an e-mail), letter, other.',
    GivenBy,
  ),
  to: about('To whom at the partner: an office, a mailbox or a server, 1 to 120 characters.', line(120)),
  sha256: about('SHA-256 of what was given: of the file, or of the body of the call or message.', Sha256),
  acknowledgement: about(
    'That the partner confirmed it. Absent: it has not, or not yet; the same call with it adds it later.',
    z.optional(Acknowledgement),
  ),
};

const Given = z.strictObject({ ...given, recordedAt: about('When it was recorded, in UTC.', Instant) });

/** One giving of a notification, as it is stored. Proof: nothing of it changes but that the acknowledgement comes. */
export const StoredGiving = z.extend(Given, {
  /** The API key that said so; absent: an operator did. */
  apiKeyId: z.optional(z.string()),
});
export type StoredGiving = z.infer<typeof StoredGiving>;

/** Why a notification need not be given: the act never was one of the person, or what GDPR art. 19 excepts. */
const ClosedBecause = z.enum(['annulled', 'impossible', 'disproportionate']);

/** That a notification need not be given. */
export const Closing = z.strictObject({
  closedAt: about('When it was recorded, in UTC.', Instant),
  because: about(
    'annulled: the record of the act was annulled. impossible, disproportionate: an operator says that to notify the partner is impossible, or a disproportionate effort (GDPR art. 19).',
    ClosedBecause,
  ),
  reason: about('Why, in the words of the operator, at most 200 characters. Absent: annulled.', z.optional(line(200))),
});
export type Closing = z.infer<typeof Closing>;

/** open: not given yet. given: it was, and the partner has not confirmed it. acknowledged: the partner confirmed it. closed: it need not be given. */
export const NotificationState = z.enum(['open', 'given', 'acknowledged', 'closed']);
export type NotificationState = z.infer<typeof NotificationState>;

const facts = {
  id: about('The id of the notification.', FactId),
  advertiserId: about('The advertiser.', AdvertiserId),
  contactId: about('The contact that it concerns. It says nothing of the address.', ContactId),
  partner: about('Who is to be notified.', Partner),
  role: about('recipient: the data went to the partner. source: they came from it.', PartnerRole),
  cause: about(
    'What the partner is to be notified of: that the person opposes, withdrew a consent, was erased, or that the use of their data is restricted.',
    NotifiedCause,
  ),
  of: about(
    'What the partner is to stop, in its own terms: of a recipient, a purpose is all messages by these channels; of a source, its offers of partners. global for an erasure and a restriction.',
    OppositionScope,
  ),
  occurredAt: about('When the person acted, in UTC.', Instant),
  since: about(
    'Since when the notification is due, in UTC: when both the act and the transfer were recorded.',
    Instant,
  ),
  disclosedAt: about('When the data last went to the partner, or came from it, in UTC.', Instant),
  fingerprint: about(
    'What the address is called under the key that you share with the partner (docs/migrating.md).',
    Sha256,
  ),
  otherFingerprints: about(
    'What a number of overseas is called where the partner wrote it with +33: under either the partner may have it. Absent: the address is written in one way.',
    z.optional(z.array(Sha256)),
  ),
  keyId: about('Names the shared key, and shows nothing of it.', z.string()),
  state: about(
    'open: not given yet. given: given, not confirmed. acknowledged: the partner confirmed it. closed: it need not be given.',
    NotificationState,
  ),
  closing: about(
    'That it need not be given, also where it was before: a partner that was notified of an act that is annulled may be informed of that. Absent: nothing says so.',
    z.optional(Closing),
  ),
};

/** That a partner is to be notified of what a person did, and the proof that it was: GDPR art. 19 (erasure, restriction), CJEU C-129/21 (withdrawal), CNIL on partners (opposition). */
export const PartnerNotification = z.strictObject({
  ...facts,
  givings: z.array(StoredGiving),
  /** Grows with each change. */
  revision: z.int(),
});
export type PartnerNotification = z.infer<typeof PartnerNotification>;

/** What is shown of it. */
export const ShownNotification = named(
  'PartnerNotification',
  z.strictObject({
    ...facts,
    givings: about('Each time that it was given, the oldest first: the proof.', z.array(Given)),
  }),
);
export type ShownNotification = z.infer<typeof ShownNotification>;

/** A notification may be given so often: more would be no proof of anything. */
export const MOST_GIVINGS = 10;

/** After so many days an open notification rings: the law says “each” and “without delay”, and no number of days. */
const DAYS_UNTIL_ALARM = 7;

/** What has been open since before this is late. */
export const lateBefore = (now: Instant): Instant => addDays(now, -DAYS_UNTIL_ALARM);

/** When a notification may go; `undefined`: it is open, and stays. */
export const endOfNotification = ({
  givings,
  closing,
}: Pick<PartnerNotification, 'givings' | 'closing'>): Instant | undefined => {
  const last = [givings.at(-1)?.recordedAt, closing?.closedAt]
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  return last === undefined ? undefined : termFrom(last);
};

const isSame = (a: StoredGiving, b: StoredGiving): boolean =>
  a.givenAt === b.givenAt && a.by === b.by && a.to === b.to && a.sha256 === b.sha256;

/**
 * The notification once a giving was recorded. The same giving again adds the acknowledgement that it lacked, and changes nothing
 * else; another one is added beside it. `undefined`: nothing changes.
 */
export const withGiving = (before: PartnerNotification, giving: StoredGiving): PartnerNotification | undefined => {
  const known = before.givings.find((each) => isSame(each, giving));
  if (known !== undefined && (known.acknowledgement !== undefined || giving.acknowledgement === undefined))
    return undefined;
  const givings =
    known === undefined
      ? [...before.givings, giving]
      : before.givings.map((each) => (each === known ? { ...each, acknowledgement: giving.acknowledgement } : each));
  const isAcknowledged = givings.some(({ acknowledgement }) => acknowledgement !== undefined);
  return { ...before, givings, state: isAcknowledged ? 'acknowledged' : 'given', revision: before.revision + 1 };
};

/** The notification once it need not be given; what was given stays so. `undefined`: it was closed before. */
export const withClosing = (before: PartnerNotification, closing: Closing): PartnerNotification | undefined =>
  before.closing === undefined
    ? {
        ...before,
        closing,
        state: before.state === 'open' ? 'closed' : before.state,
        revision: before.revision + 1,
      }
    : undefined;
