import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { mailIn } from '#shared/adapters/ses/received-mails.ts';
import type { Fingerprints } from '#shared/app/contacts/fingerprints.port.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { applyMailReply } from '#shared/app/replies/apply-mail-reply.ts';
import type { Advertisers } from '#shared/app/settings/advertisers.port.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { noPause, TEST_SECRET, testVault } from '#test/support/aws.ts';
import type { LinkWorld } from '#test/support/link-world.ts';

interface Own {
  readonly ledger?: Ledger;
  readonly advertisers?: Pick<Advertisers, 'get'>;
  readonly fingerprints?: Fingerprints;
}

/** Mails as SES keeps them, brought to the advertiser of a world, and what they leave. */
export const receivingIn = (world: LinkWorld) => {
  const allFingerprints = fingerprintsOf(TEST_SECRET);
  const doubtfulReplies = doubtfulRepliesOf({ ...world.table, vault: testVault(), clock: world.clock });
  const portsOf = ({
    ledger = world.ledger,
    advertisers = world.advertisers,
    fingerprints = allFingerprints,
  }: Own) => ({
    ...{ tokens: world.tokens, fingerprints, advertisers, ledger, doubtfulReplies },
    ...{ clock: world.clock, pause: noPause },
  });
  let mails = 0;
  const registrationOf = async (contactId: ContactId) => {
    const events = await world.ledger.listEvents(world.access, contactId);
    const found = events.find(({ type }) => type === 'opposition-registered');
    return found?.type === 'opposition-registered' ? found : undefined;
  };
  return {
    /** Reads the lines of a mail, and applies it; `mailId` absent: a mail that nobody saw before. `isCut`: it goes on behind these lines. */
    receive: async (
      lines: readonly string[],
      own: Own & { readonly mailId?: string; readonly isCut?: boolean } = {},
    ) => {
      mails += 1;
      const read = await mailIn(Buffer.from(lines.join('\r\n'), 'utf8'));
      const mail = { ...read, isCut: own.isCut ?? read.isCut };
      const mailboxes = [world.access.advertiserId];
      return applyMailReply(portsOf(own), { mailId: own.mailId ?? `received-${mails}`, mailboxes, mail });
    },
    contactOf: async (value: string): Promise<ContactId> =>
      (await allFingerprints.find(world.access, { kind: 'email', value })).contactId,
    oppositionsOf: async (contactId: ContactId) =>
      (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [],
    /** `mail-reply/3`, with `doubtful` behind it where it is. */
    referenceOf: async (contactId: ContactId) => (await registrationOf(contactId))?.evidence?.reference,
    /** The words that wait for a human. */
    waitingOf: async (contactId: ContactId) => {
      const event = await registrationOf(contactId);
      const cause = event === undefined ? '' : causeOfReply(event.id);
      const review = await reviewsOf(world.table).find(world.access, cause);
      return review && doubtfulReplies.wordsOf(world.access, review);
    },
  };
};
