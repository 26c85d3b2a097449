import type { Clock } from '#shared/app/clock.port.ts';
import type { AnsweredMessages } from '#shared/app/replies/answered-messages.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { getItem, isExpired, type Table } from '../../table.ts';
import { RunMarkItem } from '../campaign-items.ts';
import { campaignKey, occurrenceKey, runMarkKey } from '../campaign-keys.ts';
import { getAll, runningIn, unreachable } from '../campaign-table.ts';
import { outcomesOfRecipient } from './outcomes-of-recipient.ts';

type Deps = Table & { readonly clock: Clock };

/** A recipient of a campaign, by the id of its message. */
interface Recipient {
  readonly messageId: MessageId;
  readonly contactId: ContactId;
}

/** The run of which this contact has this id as its recipient; `undefined`: a single message has it. */
export const runOfRecipient = async (
  deps: Deps,
  access: AdvertiserAccess,
  { messageId, contactId }: Recipient,
): Promise<RunName | undefined> => {
  const marked = await getItem(deps, runMarkKey(access, messageId), unreachable);
  if (marked === undefined || isExpired(marked, deps.clock)) return undefined;
  const { campaignId, scheduledAt } = readStored(RunMarkItem, marked);
  const run = { advertiserId: access.advertiserId, campaignId, scheduledAt };
  return recipientMessageIdOf(run, contactId) === messageId ? run : undefined;
};

/** Recipients of campaigns by what came of their chunk. */
export const answeredRecipientsOf = (deps: Deps): Pick<AnsweredMessages, 'recipientNamed'> => ({
  recipientNamed: async (access, recipient, providerMessageId) => {
    const run = await runOfRecipient(deps, access, recipient);
    if (run === undefined) return undefined;
    const found = await outcomesOfRecipient(deps, access, run, recipient.contactId);
    if (!found.some(({ outcome }) => outcome.providerMessageId === providerMessageId)) return undefined;
    const items = await getAll(deps, [campaignKey(access, run.campaignId), occurrenceKey(access, run)]);
    const running = runningIn(new Map(items.map((item) => [item.sk, item] as const)), access, run);
    return running && recipientMessageOf(running.campaign, running.occurrence, recipient.contactId);
  },
});
