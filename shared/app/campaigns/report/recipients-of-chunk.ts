import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkResult, WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { chunkIdOf, type RunName } from '#shared/domain/campaign/names.ts';
import {
  heldToTheEnd,
  isNotTakenUp,
  isOpen,
  LEFT_TO_NEXT,
  type RecipientOutcome,
  TURN_MISSED,
  WAVE_LATER,
} from '#shared/domain/campaign/recipient.ts';
import { pagesOf } from '#shared/domain/campaign/waiting.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { RunRecords } from './run-records.port.ts';

/** Where a recipient is now, and the wave for which it waited, if it did. */
export interface Followed {
  readonly outcome: Omit<RecipientOutcome, 'seq' | 'bytesSha256' | 'variantSha256' | 'providerMessageId'>;
  readonly wave: Instant | undefined;
}

type Outcomes = ReadonlyMap<ContactId, RecipientOutcome>;

/** Of somebody whom a worker has in hand: who may have been written to stays so until that is known. */
const inHand = (before: RecipientOutcome): RecipientOutcome => {
  if (before.state === 'unknown') return before;
  return { contactId: before.contactId, state: 'waiting', codes: ['in-hand'] };
};

interface FollowedPage {
  readonly waiting: readonly RecipientOutcome[];
  readonly settled: readonly ChunkResult[];
}

/** Those of a page: who still waits in it, and the outcomes of the chunks that were cut from it. */
const followPage = async (
  records: Pick<RunRecords, 'chunk'>,
  access: AdvertiserAccess,
  run: RunName,
  { page, outcomes }: { readonly page: WaitingPage; readonly outcomes: Outcomes },
): Promise<FollowedPage> => {
  const outcomeOf = (contactId: ContactId): readonly RecipientOutcome[] => {
    const outcome = outcomes.get(contactId);
    return outcome === undefined ? [] : [outcome];
  };
  const waiting: RecipientOutcome[] = [];
  const settled: ChunkResult[] = [];
  let position = 0;
  while (position < page.contactIds.length) {
    const found = await records.chunk(access, run, chunkIdOf(run.scheduledAt, page.pageId, String(position)));
    if (found === undefined) {
      waiting.push(...page.contactIds.slice(position).flatMap(outcomeOf));
      break;
    }
    const upTo = Number('open' in found ? found.open.upTo : found.settled.upTo);
    if ('settled' in found) settled.push(found.settled);
    else waiting.push(...page.contactIds.slice(position, upTo).flatMap(outcomeOf).map(inHand));
    position = upTo;
  }
  return { waiting, settled };
};

/** How the codes begin of a provider that took nothing of whom it was offered, for now: they were tried again and again. */
const NOT_TAKEN = ['throttled', 'refused:', 'unreachable:'];

/**
 * Who waited for a human, and of whom something was still to be decided at the end: nobody decided in time. And whom the provider did not take the last
 * time that they were tried: that is why, and not that their turn did not come.
 */
const asFollowed = (outcome: RecipientOutcome, wasInReview: boolean, waitedLast: string): RecipientOutcome => {
  if (outcome.state !== 'expired') return outcome;
  if (outcome.cause !== undefined && wasInReview)
    return { ...outcome, codes: ['REVIEW_EXPIRED', ...outcome.codes.filter((code) => !isNotTakenUp(code))] };
  const [late = '', ...codes] = outcome.codes;
  if (![TURN_MISSED, LEFT_TO_NEXT].includes(late)) return outcome;
  const held = NOT_TAKEN.some((each) => waitedLast.startsWith(each)) ? waitedLast : undefined;
  return { ...outcome, codes: [heldToTheEnd(late, held), ...codes] };
};

/**
 * Where each recipient of a chunk is now. Whoever has no final state in an outcome is followed to the page that this outcome left,
 * and to the chunks that were cut from it, by their names. So each recipient of a chunk is found once, wherever it is meanwhile.
 */
export const followRecipients = async (
  records: Pick<RunRecords, 'chunk'>,
  access: AdvertiserAccess,
  run: RunName,
  first: ChunkResult,
): Promise<readonly Followed[]> => {
  const waves = new Map<ContactId, Instant>();
  const inReview = new Set<ContactId>();
  const waitedLast = new Map<ContactId, string>();
  const found: RecipientOutcome[] = [];
  const todo: ChunkResult[] = [first];
  for (let result = todo.pop(); result !== undefined; result = todo.pop()) {
    for (const { contactId, codes, dueAt, state } of result.outcomes) {
      if (state === 'in-review') inReview.add(contactId);
      if (isOpen(state)) waitedLast.set(contactId, state === 'waiting' ? (codes[0] ?? '') : '');
      if (codes[0] === WAVE_LATER && dueAt !== undefined) waves.set(contactId, dueAt);
    }
    found.push(...result.outcomes.filter(({ state }) => !isOpen(state)));
    const outcomes: Outcomes = new Map(result.outcomes.map((outcome) => [outcome.contactId, outcome]));
    for (const page of pagesOf(result)) {
      const { waiting, settled } = await followPage(records, access, run, { page, outcomes });
      found.push(...waiting);
      todo.push(...settled);
    }
  }
  return found.map((outcome) => {
    const { contactId } = outcome;
    return {
      outcome: asFollowed(outcome, inReview.has(contactId), waitedLast.get(contactId) ?? ''),
      wave: waves.get(contactId),
    };
  });
};
