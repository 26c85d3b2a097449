import * as z from 'zod/mini';
import type { Campaign, Occurrence } from '#shared/domain/campaign/campaign.ts';
import { type Chunk, ChunkRecipient, type ChunkResult, type WaitingPage } from '#shared/domain/campaign/chunk.ts';
import { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import type { Item } from '../table.ts';
import { CampaignItem, ChunkItem, ChunkResultItem, OccurrenceItem, WaitingPageItem } from './campaign-items.ts';
import { unpacked } from './packed.ts';

const Recipients = z.array(ChunkRecipient);
const Outcomes = z.array(RecipientOutcome);

/** Items to domain values: each is parsed whole, then what only the store needs goes. */
export const campaignOf = (stored: Item): Campaign => {
  const { pk, sk, entity, v, expiresAt, bodySha256, ...campaign } = readStored(CampaignItem, stored);
  return campaign;
};
export const occurrenceOf = (stored: Item): Occurrence => {
  const { pk, sk, entity, v, expiresAt, ...occurrence } = readStored(OccurrenceItem, stored);
  return occurrence;
};
export const chunkOf = (stored: Item): Chunk => {
  const { pk, sk, entity, v, expiresAt, packed, size, lastTryAt, ...chunk } = readStored(ChunkItem, stored);
  return { ...chunk, recipients: unpacked(Recipients, packed) };
};
export const waitingPageOf = (stored: Item): WaitingPage => {
  const { pk, sk, entity, v, expiresAt, ...page } = readStored(WaitingPageItem, stored);
  return page;
};
export const chunkResultOf = (stored: Item): ChunkResult => {
  const { pk, sk, entity, v, expiresAt, totals, packed, ...result } = readStored(ChunkResultItem, stored);
  return { ...result, outcomes: unpacked(Outcomes, packed) };
};
