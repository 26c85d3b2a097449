import { expect, test } from 'vitest';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { pageIdOf } from '#shared/domain/campaign/names.ts';
import type { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import { pagesOf } from '#shared/domain/campaign/waiting.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { instant } from '#test/support/builders.ts';

/** In how many turns something unforeseen befell each of those who come up again at one minute. */
const NOW = instant('2026-11-24T10:00:00Z');
const DUE = instant('2026-11-24T10:01:00Z');
const waiting = (contactId: string, code: string, unforeseen?: number): RecipientOutcome => ({
  ...{ contactId: contactId as ContactId, state: 'waiting', codes: [code], dueAt: DUE },
  ...(unforeseen === undefined ? {} : { unforeseen }),
});
const settled = (outcomes: readonly RecipientOutcome[], unforeseen?: number): ChunkResult => ({
  ...{ chunkId: 'chunk', scheduledAt: NOW, settledAt: NOW, turn: 1, upTo: 'end', outcomes: [...outcomes] },
  ...(unforeseen === undefined ? {} : { unforeseen }),
});
const shownOf = (result: ChunkResult) =>
  pagesOf(result).map(({ pageId, contactIds, unforeseen }) => ({ pageId, contactIds, unforeseen }));

test('whom it befell are on a page of their own, with one more; the others have as many as before', () => {
  const result = settled([waiting('a', 'unforeseen', 3), waiting('b', 'throttled'), waiting('c', 'unforeseen', 3)], 2);
  expect(shownOf(result)).toEqual([
    { pageId: pageIdOf('chunk', DUE, false, { unforeseen: 3 }), contactIds: ['a', 'c'], unforeseen: 3 },
    { pageId: pageIdOf('chunk', DUE, false), contactIds: ['b'], unforeseen: 2 },
  ]);
  expect(new Set(shownOf(result).map(({ pageId }) => pageId)).size).toBe(2);
  expect(shownOf(result)).toEqual(shownOf(result));
});

test('whom a version before settled are on the page that it made of them, which it may have stored', () => {
  expect(shownOf(settled([waiting('a', 'unforeseen'), waiting('b', 'throttled')], 2))).toEqual([
    { pageId: pageIdOf('chunk', DUE, false), contactIds: ['a', 'b'], unforeseen: 3 },
  ]);
  expect(pageIdOf('chunk', DUE, false)).toBe('6tyOuQHmwAOXSIz6VFmKtL');
});
