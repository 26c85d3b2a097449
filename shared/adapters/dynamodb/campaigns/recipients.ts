import type { Messages } from '#shared/app/messages/messages.port.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { getItem, type Table } from '../table.ts';
import { RunMarkItem } from './campaign-items.ts';
import { campaignKey, occurrenceKey, runMarkKey } from './campaign-keys.ts';
import { campaignOf, occurrenceOf } from './campaign-plain.ts';
import { unreachable } from './campaign-table.ts';

/**
 * Messages that are stored, and recipients of campaigns, which are not: the id of one begins with the mark of its run. Whoever
 * knows the contact finds it too.
 */
export const withRecipients = <M extends Pick<Messages, 'get'>>(table: Table, messages: M): M => ({
  ...messages,
  get: async (access, messageId, contactId) => {
    const message = await messages.get(access, messageId);
    if (message !== undefined || contactId === undefined) return message;
    const marked = await getItem(table, runMarkKey(access, messageId), unreachable);
    if (marked === undefined) return undefined;
    const run = readStored(RunMarkItem, marked);
    const [campaign, occurrence] = await Promise.all([
      getItem(table, campaignKey(access, run.campaignId), unreachable),
      getItem(table, occurrenceKey(access, run), unreachable),
    ]);
    if (campaign === undefined || occurrence === undefined) return undefined;
    const found = recipientMessageOf(campaignOf(campaign), occurrenceOf(occurrence), contactId);
    return found.messageId === messageId ? found : undefined;
  },
});
