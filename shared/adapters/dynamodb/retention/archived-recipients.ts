import * as z from 'zod/mini';
import type { Clock } from '#shared/app/clock.port.ts';
import type { SentFacts } from '#shared/app/messages/sent/sent-to-recipients.port.ts';
import type { ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import { type ContactId, Instant, type MessageId } from '#shared/domain/ids.ts';
import { Message } from '#shared/domain/message/message.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { mentions, unpacked } from '../campaigns/packed.ts';
import { sentOf } from '../campaigns/recipients/outcomes-of-recipient.ts';
import { whereOutcomesLie } from '../campaigns/recipients/where-outcomes-lie.ts';
import { stretchOf } from '../rights/held/stretch.ts';
import { isExpired, type Table } from '../table.ts';
import { archivedCampaigns, proofKey } from './retention-keys.ts';

type Deps = Table & { readonly clock: Clock; readonly proofs: ProofReader };

/** The recipient of whom it is asked. */
interface Asked {
  readonly access: AdvertiserAccess;
  readonly messageId: MessageId;
  readonly contactId: ContactId;
}

const RESULTS = 'RESULT#';
const LOOKED_AT_ONCE = 8;
const OfCampaign = z.pick(Message, { channel: true, template: true, contentSha256: true });
const Outcomes = z.array(RecipientOutcome);

/** The run of a campaign whose recipient has this id: one outcome of each run is looked at. */
const runIn = async (deps: Deps, { access, messageId, contactId }: Asked, campaignId: CampaignId) => {
  const { pk } = proofKey(access, campaignId, '');
  let after: string | undefined;
  for (;;) {
    const { items } = await stretchOf(deps, { pk, prefix: RESULTS, after, limit: 1 });
    const [, scheduledAt] = String(items[0]?.sk ?? '').split('#');
    if (!scheduledAt) return undefined;
    const run: RunName = { advertiserId: access.advertiserId, campaignId, scheduledAt: Instant.parse(scheduledAt) };
    if (recipientMessageIdOf(run, contactId) === messageId) return run;
    after = `${RESULTS}${scheduledAt}#~`;
  }
};

/** The same among all campaigns of which there is proof. */
const runAmongAll = async (deps: Deps, asked: Asked): Promise<RunName | undefined> => {
  let after: string | undefined;
  do {
    const { items, next } = await stretchOf(deps, { ...archivedCampaigns(asked.access), after });
    const listed = items.filter((item) => !isExpired(item, deps.clock));
    const runs = await atMost(LOOKED_AT_ONCE, listed, ({ sk }) =>
      runIn(deps, asked, CampaignId.parse(String(sk).split('#').at(-1))),
    );
    const found = runs.find((run) => run !== undefined);
    if (found !== undefined) return found;
    after = next;
  } while (after !== undefined);
  return undefined;
};

/**
 * A recipient as the archive has them, once what came of their chunk is gone from the campaign; `known`: their run, where it is still known.
 * `undefined`: there is no proof that anything was handed over.
 */
export const archivedRecipient = async (
  deps: Deps,
  asked: Asked,
  known: RunName | undefined,
): Promise<SentFacts | undefined> => {
  const { access, messageId, contactId } = asked;
  const run = known ?? (await runAmongAll(deps, asked));
  if (run === undefined) return undefined;
  const found: { settledAt: Instant; outcome: RecipientOutcome }[] = [];
  const prefix = `${RESULTS}${run.scheduledAt}#`;
  const { pk } = proofKey(access, run.campaignId, '');
  for (const family of await whereOutcomesLie(deps, { pk, prefix }, contactId)) {
    let after: string | undefined;
    do {
      const { proofs, next } = await deps.proofs.page(access, run.campaignId, {
        beginning: `${prefix}${family}`,
        after,
      });
      for (const { facts, at } of proofs.filter(({ facts: { packed } }) => mentions(packed, contactId))) {
        const outcomes = readable(() => unpacked(Outcomes, z.instanceof(Uint8Array).parse(facts.packed)));
        found.push(
          ...outcomes.filter((each) => each.contactId === contactId).map((outcome) => ({ settledAt: at, outcome })),
        );
      }
      after = next;
    } while (after !== undefined);
  }
  const sent = sentOf(found);
  const campaign = sent && (await deps.proofs.find(access, run.campaignId, 'CAMPAIGN'));
  if (!sent || !campaign) return undefined;
  return { messageId, contactId, ...readable(() => readStored(OfCampaign, campaign.facts)), ...sent };
};
