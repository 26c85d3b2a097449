import type { SentToRecipients } from '#shared/app/messages/sent/sent-to-recipients.port.ts';
import type { ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { archivedRecipient } from '../../retention/archived-recipients.ts';
import { campaignKey, occurrenceKey } from '../campaign-keys.ts';
import { getAll, runningIn } from '../campaign-table.ts';
import { holesOfRecipient, type OpensHoles } from './holes-of-recipient.ts';
import { outcomesOfRecipient, sentOf } from './outcomes-of-recipient.ts';
import { runOfRecipient } from './recipient-named.ts';

interface Deps extends OpensHoles {
  readonly proofs: ProofReader;
}

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
    const run = await runOfRecipient(deps, access, { messageId, contactId });
    const kept = run && (await ofRun(deps, access, run, contactId));
    if (kept) return kept;
    const facts = await archivedRecipient(deps, { access, messageId, contactId }, run);
    return facts && { facts, holes: {} };
  },
});
