import type { Clock } from '#shared/app/clock.port.ts';
import type { SentFacts } from '#shared/app/messages/sent/sent-to-recipients.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { MessageStatus } from '#shared/domain/message/message.ts';
import { between, isExpired, queryPages, type Table } from '../../table.ts';
import { campaignPk, resultsPrefix } from '../campaign-keys.ts';
import { chunkResultOf } from '../campaign-plain.ts';
import { unreachable } from '../campaign-table.ts';
import { mentions } from '../packed.ts';
import { whereOutcomesLie } from './where-outcomes-lie.ts';

/** What came of one recipient in one turn, and the chunk of that. */
export interface FoundOutcome {
  readonly result: ChunkResult;
  readonly settledAt: Instant;
  readonly outcome: RecipientOutcome;
}

/** Their latest state, and what was handed over for them, which is once in a run; `undefined`: there is nothing, or no message has such a state. */
export const sentOf = (
  found: readonly Pick<FoundOutcome, 'settledAt' | 'outcome'>[],
): Pick<SentFacts, 'status' | 'handedOffAt' | 'bytesSha256' | 'variantSha256'> | undefined => {
  const latest = found.toSorted((a, b) => (a.settledAt < b.settledAt ? 1 : -1))[0]?.outcome;
  const status = MessageStatus.safeParse(latest?.state).data;
  if (latest === undefined || status === undefined) return undefined;
  const handed = found.find(({ outcome }) => outcome.bytesSha256 !== undefined)?.outcome ?? latest;
  const { handedOffAt, bytesSha256, variantSha256 } = handed;
  return { status, handedOffAt, bytesSha256, variantSha256 };
};

/**
 * What came of one recipient, in each turn: from the chunks whose ids say that they may have them. Only rows that name the contact are parsed.
 */
export const outcomesOfRecipient = async (
  deps: Table & { readonly clock: Clock },
  access: AdvertiserAccess,
  run: RunName,
  contactId: ContactId,
): Promise<readonly FoundOutcome[]> => {
  const pk = campaignPk(access, run.campaignId);
  const prefix = resultsPrefix(run);
  const stretch = async (from: string, to: string): Promise<readonly FoundOutcome[]> => {
    const found: FoundOutcome[] = [];
    for await (const page of queryPages(
      deps,
      between({ pk, from: `${prefix}${from}`, to: `${prefix}${to}` }),
      unreachable,
    ))
      for (const item of page.filter((each) => !isExpired(each, deps.clock) && mentions(each.packed, contactId))) {
        const result = chunkResultOf(item);
        const { settledAt } = result;
        const theirs = result.outcomes.filter((each) => each.contactId === contactId);
        found.push(...theirs.map((outcome) => ({ result, settledAt, outcome })));
      }
    return found;
  };
  const where = await whereOutcomesLie(deps, { pk, prefix }, contactId);
  const stretches = where.map((family) => stretch(family, `${family}~`));
  return (await Promise.all(stretches)).flat();
};
