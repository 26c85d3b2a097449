import type { ContactId, Instant } from '../ids.ts';
import { addDays } from '../time/instant.ts';

/** So many contacts at most are test recipients of one advertiser at a time. */
const MOST_TEST_RECIPIENTS = 20;
/** A contact stays one for so many days after the latest test to it, whatever was said since. */
const DAYS_OF_A_TEST_RECIPIENT = 30;

/** The test recipients of an advertiser, with when the latest test to each was accepted. */
export type TestRecipients = Readonly<Record<ContactId, Instant>>;

/**
 * Who the test recipients are once these contacts are tested too: in their order, as long as there is room. Whoever is in
 * what is answered may get a test. Contacts whose latest test is too long ago are none any more.
 */
export const recipientsThen = (known: TestRecipients, tested: readonly ContactId[], at: Instant): TestRecipients => {
  const since = addDays(at, -DAYS_OF_A_TEST_RECIPIENT);
  const then = new Map(Object.entries(known).filter(([, latest]) => latest > since));
  for (const contactId of tested) if (then.has(contactId) || then.size < MOST_TEST_RECIPIENTS) then.set(contactId, at);
  return Object.fromEntries(then);
};

/** When nobody is a test recipient any more, if no other test is accepted. */
export const endOfRecipients = (latest: Instant): Instant => addDays(latest, DAYS_OF_A_TEST_RECIPIENT);
