import type { SentToRecipients } from '#shared/app/messages/sent/sent-to-recipients.port.ts';
import type { ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { archivedRecipient } from '../retention/archived-recipients.ts';
import { getItem, isExpired } from '../table.ts';
import { RunMarkItem } from './campaign-items.ts';
import { campaignKey, occurrenceKey, runMarkKey } from './campaign-keys.ts';
import { getAll, runningIn, unreachable } from './campaign-table.ts';
import { holesOfRecipient, type OpensHoles } from './holes-of-recipient.ts';
import { outcomesOfRecipient, sentOf } from './outcomes-of-recipient.ts';

interface Deps extends OpensHoles {
  readonly proofs: ProofReader;
}

/** The run of which this contact has this id as its recipient. */
const runOf = async (
  deps: Deps,
  access: AdvertiserAccess,
  messageId: MessageId,
  contactId: ContactId,
): Promise<RunName | undefined> => {
  const marked = await getItem(deps, runMarkKey(access, messageId), unreachable);
  if (marked === undefined || isExpired(marked, deps.clock)) return undefined;
  const { campaignId, scheduledAt } = readStored(RunMarkItem, marked);
  const run = { advertiserId: access.advertiserId, campaignId, scheduledAt };
  return recipientMessageIdOf(run, contactId) === messageId ? run : undefined;
};

/** From what came of their chunk, while that is kept with the campaign. */
const ofRun = async (
  deps: Deps,
  access: AdvertiserAccess,
  run: RunName,
  contactId: ContactId,
): ReturnType<SentToRecipients['find']> => {
  const items = await getAll(deps, [campaignKey(access, run.campaignId), occurrenceKey(access, run)]);
  const running = runningIn(new Map(items.map((item) => [item.sk, item] as const)), access, run);
  const found = running === undefined ? [] : await outcomesOfRecipient(deps, access, run, contactId);
  const sent = sentOf(found);
  if (running === undefined || sent === undefined) return undefined;
  const handed = found.find(({ outcome }) => outcome.bytesSha256 !== undefined);
  const holes = handed && (await holesOfRecipient(deps, access, run, handed.result, contactId));
  const facts = { ...recipientMessageOf(running.campaign, running.occurrence, contactId), ...sent };
  return { facts, holes: holes ?? {} };
};

/** What campaigns sent, by the outcomes of their chunks on DynamoDB, and by what is kept beside these; then by their proof. */
export const sentToRecipientsOf = (deps: Deps): SentToRecipients => ({
  find: async (access, messageId, contactId) => {
    const run = await runOf(deps, access, messageId, contactId);
    const kept = run && (await ofRun(deps, access, run, contactId));
    if (kept) return kept;
    const facts = await archivedRecipient(deps, { access, messageId, contactId }, run);
    return facts && { facts, holes: {} };
  },
});
