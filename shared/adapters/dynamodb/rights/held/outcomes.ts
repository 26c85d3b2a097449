import * as z from 'zod/mini';
import type { HeldPage } from '#shared/app/rights/export/held-data.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import { type ContactId, Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import { epochSeconds, toInstant } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { tableAway } from '../../../stores-away.ts';
import { campaignKey, campaignPk, listedCampaigns, reportedKey } from '../../campaigns/campaign-keys.ts';
import { unpacked } from '../../campaigns/packed.ts';
import { holesOfRecipient } from '../../campaigns/recipients/holes-of-recipient.ts';
import { whereOutcomesLie } from '../../campaigns/recipients/where-outcomes-lie.ts';
import { readItems } from '../../read-items.ts';
import { archivedCampaigns, proofKey } from '../../retention/retention-keys.ts';
import { getItem, type Item, type Table } from '../../table.ts';
import { type HeldDeps, stretchOf } from './stretch.ts';

/** Where the walk is: in which list of campaigns, after which entry of it, and in what that campaign left. */
const Position = z.strictObject({
  list: z.enum(['kept', 'archived']),
  entry: z.optional(z.string()),
  campaignId: z.optional(CampaignId),
  /** Of the campaign: what is still kept whole comes first, then what is proof. */
  from: z.optional(z.enum(['kept', 'archived'])),
  after: z.optional(z.string()),
});
type Position = z.infer<typeof Position>;

/** By which the object is found that has what a chunk said of each reader. */
const OfChunk = z.pick(ChunkResult, { chunkId: true, settledAt: true, valuesMonths: true });

/** Some of what came of chunks, and the sort key after which it goes on. */
interface Stretch {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

const RESULTS = 'RESULT#';
const OF_CAMPAIGN = [
  ...(['campaignId', 'name', 'channel', 'purpose', 'partner', 'offerCategory', 'sender', 'template'] as const),
  ...(['contentSha256', 'mergeValues'] as const),
];

/** What came of chunks, of those that are kept whole or of those of which there is proof, and until when it is kept. */
const resultsOf = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  campaignId: CampaignId,
  from: Position['from'],
  { beginning, after }: { readonly beginning: string; readonly after?: string | undefined },
): Promise<Stretch> => {
  if (from !== 'archived') return stretchOf(deps, { pk: campaignPk(access, campaignId), prefix: beginning, after });
  const { proofs, next } = await deps.proofs.page(access, campaignId, { beginning, after });
  const items = proofs.map(({ facts, place, until }) => ({ ...facts, sk: place, expiresAt: epochSeconds(until) }));
  return { items, next };
};

/**
 * Of a run that goes on past a stretch, what lies where these contacts may be, and what comes after the run.
 */
const restOfRun = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  { campaignId, from }: { readonly campaignId: CampaignId; readonly from: Position['from'] },
  past: string,
  contactIds: readonly ContactId[],
): Promise<Stretch> => {
  const prefix = `${past.split('#').slice(0, 2).join('#')}#`;
  const { pk } = from === 'archived' ? proofKey(access, campaignId, '') : campaignKey(access, campaignId);
  const where = await Promise.all(contactIds.map((contactId) => whereOutcomesLie(deps, { pk, prefix }, contactId)));
  const items: Item[] = [];
  for (const family of new Set(where.flat())) {
    let after: string | undefined;
    do {
      const page = await resultsOf(deps, access, campaignId, from, { beginning: `${prefix}${family}`, after });
      items.push(...page.items.filter(({ sk }) => String(sk) > past));
      after = page.next;
    } while (after !== undefined);
  }
  return { items, next: `${prefix}~` };
};

/** What is known of the campaign: as it is kept, or what the archive has of it. */
const factsOf = async (deps: HeldDeps, access: AdvertiserAccess, campaignId: CampaignId): Promise<Item> => {
  const kept = await getItem(deps, campaignKey(access, campaignId), tableAway);
  const facts: Item = kept ?? (await deps.proofs.find(access, campaignId, 'CAMPAIGN'))?.facts ?? {};
  return Object.fromEntries(OF_CAMPAIGN.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
};

const outcomesIn = ({ packed }: Item): readonly RecipientOutcome[] =>
  readable(() => unpacked(z.array(RecipientOutcome), z.instanceof(Uint8Array).parse(packed)));

const reportedOf = async (
  table: Table,
  access: AdvertiserAccess,
  run: { campaignId: CampaignId; scheduledAt: Instant },
  contactId: ContactId,
) => {
  const kinds = ['complaint', 'bounce'] as const;
  const keys = kinds.map((kind) => reportedKey(access, run, kind, contactId));
  const found = await readItems(table, keys, tableAway);
  return found.map(({ sk }) => String(sk).split('#').at(-2));
};

/** What was written for this recipient alone, as long as it is kept. */
const writtenForThem = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  run: RunName,
  item: Item,
  contactId: ContactId,
) => {
  const chunk = readable(() => readStored(OfChunk, item));
  const holes = await holesOfRecipient(deps, access, run, chunk, contactId);
  return Object.keys(holes).length === 0 ? {} : { writtenForThem: holes };
};

const foundIn = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  campaignId: CampaignId,
  items: readonly Item[],
  contactIds: readonly ContactId[],
): Promise<readonly HeldRecord[]> => {
  const all = items.flatMap((item) => outcomesIn(item).map((outcome) => ({ item, outcome })));
  const own = all.filter(({ outcome }) => contactIds.includes(outcome.contactId));
  if (own.length === 0) return [];
  const facts = await factsOf(deps, access, campaignId);
  return Promise.all(
    own.map(async ({ item, outcome: { contactId, ...outcome } }): Promise<HeldRecord> => {
      const { scheduledAt, settledAt, turn } = item;
      const run = { advertiserId: access.advertiserId, campaignId, scheduledAt: Instant.parse(scheduledAt) };
      const reported = await reportedOf(deps, access, run, contactId);
      const keptUntil = typeof item.expiresAt === 'number' ? { keptUntil: toInstant(item.expiresAt * 1000) } : {};
      const written = outcome.bytesSha256 === undefined ? {} : await writtenForThem(deps, access, run, item, contactId);
      const of = { campaignId, scheduledAt, settledAt, turn };
      const fields = { ...facts, ...of, ...outcome, ...written, reported, ...keptUntil };
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      return { contactId, kind: 'chunk-result', fields: Object.fromEntries(given) };
    }),
  );
};

const nextCampaign = async (
  table: Table,
  access: AdvertiserAccess,
  { list, entry }: Position,
): Promise<Position | undefined> => {
  const listed = list === 'kept' ? listedCampaigns(access) : archivedCampaigns(access);
  const { items } = await stretchOf(table, { ...listed, after: entry, limit: 1 });
  const [found] = items;
  if (found === undefined) return list === 'kept' ? { list: 'archived' } : undefined;
  const campaignId = CampaignId.parse(String(found.sk).split('#').at(-1));
  const position = { list, entry: String(found.sk), campaignId, from: 'kept' } as const;
  // One that is still kept was looked through by the first list.
  const isKept =
    list === 'archived' && (await getItem(table, campaignKey(access, campaignId), tableAway)) !== undefined;
  return isKept ? { list, entry: position.entry } : position;
};

/** What came of these contacts in the next stretch: of the campaigns that are kept, then of those that only the archive knows. */
export const outcomesOf = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  contactIds: readonly ContactId[],
  after?: string,
): Promise<HeldPage> => {
  const at: Position = after === undefined ? { list: 'kept' } : readable(() => Position.parse(JSON.parse(after)));
  const goOn = (next: Position | undefined) => (next === undefined ? {} : { next: JSON.stringify(next) });
  if (at.campaignId === undefined) return { records: [], ...goOn(await nextCampaign(deps, access, at)) };
  const { campaignId, from } = at;
  const read = await resultsOf(deps, access, campaignId, from, { beginning: RESULTS, after: at.after });
  const rest = read.next && (await restOfRun(deps, access, { campaignId, from }, read.next, contactIds));
  const items = [...read.items, ...(rest ? rest.items : [])];
  const records = await foundIn(deps, access, campaignId, items, contactIds);
  if (rest) return { records, ...goOn({ ...at, after: rest.next }) };
  const { after: _done, ...campaign } = at;
  return {
    records,
    ...goOn(at.from === 'kept' ? { ...campaign, from: 'archived' } : { list: at.list, entry: at.entry }),
  };
};
