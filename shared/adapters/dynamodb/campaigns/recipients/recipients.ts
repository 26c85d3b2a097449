import type { Messages } from '#shared/app/messages/messages.port.ts';
import { cacheOf } from '#shared/cache.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, Occurrence } from '#shared/domain/campaign/campaign.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { getItem, type Table } from '../../table.ts';
import { RunMarkItem } from '../campaign-items.ts';
import { campaignKey, occurrenceKey, runMarkKey } from '../campaign-keys.ts';
import { campaignOf, occurrenceOf } from '../campaign-plain.ts';
import { unreachable } from '../campaign-table.ts';

/** Runs kept by one process; each is some kilobytes. */
const MOST_KEPT = 100;

/** What the recipients of a run have in common. What a recipient's message is made of never changes; whether the campaign is paused is not asked here. */
interface Run {
  readonly campaign: Campaign;
  readonly occurrence: Occurrence;
}

const readRun = async (table: Table, access: AdvertiserAccess, messageId: MessageId): Promise<Run | undefined> => {
  const marked = await getItem(table, runMarkKey(access, messageId), unreachable);
  if (marked === undefined) return undefined;
  const run = readStored(RunMarkItem, marked);
  const [campaign, occurrence] = await Promise.all([
    getItem(table, campaignKey(access, run.campaignId), unreachable),
    getItem(table, occurrenceKey(access, run), unreachable),
  ]);
  if (campaign === undefined || occurrence === undefined) return undefined;
  return { campaign: campaignOf(campaign), occurrence: occurrenceOf(occurrence) };
};

/** The recipient of the run whose id this is; `undefined`: the contact is none, or of another id. */
const recipientIn = (
  { campaign, occurrence }: Run,
  messageId: MessageId,
  contactId: ContactId,
): Message | undefined => {
  const found = recipientMessageOf(campaign, occurrence, contactId);
  return found.messageId === messageId ? found : undefined;
};

/**
 * Messages that are stored, and recipients of campaigns, which are not: the id of one begins with the mark of its run. Whoever
 * knows the contact finds it too. A run is read once by a process: the next of its recipients are found without a read.
 */
export const withRecipients = <M extends Pick<Messages, 'get'>>(table: Table, messages: M): M => {
  const kept = cacheOf<Run>({ most: MOST_KEPT });
  return {
    ...messages,
    get: async (access, messageId, contactId) => {
      const { pk } = runMarkKey(access, messageId);
      const known = contactId === undefined ? undefined : kept.get(pk);
      const recipient = known && contactId && recipientIn(known, messageId, contactId);
      if (recipient) return recipient;
      const message = await messages.get(access, messageId);
      if (message !== undefined || contactId === undefined) return message;
      const run = known ?? (await readRun(table, access, messageId));
      return run && recipientIn(kept.put(pk, run), messageId, contactId);
    },
  };
};
