import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { offerSignsIn, valuesCarryOffer } from '#shared/domain/message/offer-signs.ts';
import { TransactionalReason } from '#shared/domain/message/transactional-reason.ts';

const Labelled = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  label: z.enum(['transactional', 'promoting', 'mixed']),
  reason: TransactionalReason,
  language: z.enum(['fr', 'en']),
  subject: z.optional(z.string()),
  html: z.optional(z.string()),
  text: z.optional(z.string()),
  values: z.optional(z.record(z.string(), z.string())),
  ownHosts: z.optional(z.array(z.string())),
});
type Labelled = z.infer<typeof Labelled>;

const messagesIn = (half: 'written' | 'unseen'): readonly Labelled[] =>
  globSync(`test/labelled/${half}/*.json`).flatMap((file) =>
    z.parse(z.array(Labelled), JSON.parse(readFileSync(file, 'utf8'))),
  );

/** It waits for a human, or is judged as prospecting until one decides. */
const isSeen = ({ reason, subject, html, text, values = {}, ownHosts = [] }: Labelled): boolean => {
  const texts = [subject, html, text].filter((part) => part !== undefined);
  const signs = offerSignsIn(texts, { reason, ownHosts, products: [] });
  return signs.length > 0 || valuesCarryOffer(values, { reason, ownHosts });
};

const idsOf = (messages: readonly Labelled[]): readonly string[] => messages.map(({ id }) => id);
const isTransactional = ({ label }: Labelled): boolean => label === 'transactional';

const missed = (messages: readonly Labelled[]) =>
  idsOf(messages.filter((each) => !isTransactional(each) && !isSeen(each)));
/** The share of transactional messages that a human has to look at. */
const shareReviewed = (messages: readonly Labelled[]): number => {
  const owed = messages.filter(isTransactional);
  return owed.filter(isSeen).length / Math.max(1, owed.length);
};

describe.each(['written', 'unseen'] as const)('the %s half', (half) => {
  const messages = messagesIn(half);
  test('has each id once, and a text or HTML', () => {
    expect(new Set(idsOf(messages)).size).toBe(messages.length);
    expect(messages.filter(({ html, text }) => (html === undefined) === (text === undefined))).toEqual([]);
  });
  test('of promoting and mixed messages none goes out unreviewed', () => {
    expect(missed(messages)).toEqual([]);
  });
  test('of transactional ones at most one in ten goes to review', () => {
    expect(shareReviewed(messages)).toBeLessThanOrEqual(0.1);
  });
});

describe('the written half', () => {
  const messages = messagesIn('written');
  test('is large, and has messages of every kind for every reason and in both languages', () => {
    expect(messages.length).toBeGreaterThanOrEqual(180);
    for (const reason of TransactionalReason.options) {
      const labels = new Set(messages.filter((each) => each.reason === reason).map(({ label }) => label));
      expect([reason, labels.size]).toEqual([reason, 3]);
    }
    expect(new Set(messages.map(({ language }) => language)).size).toBe(2);
  });
});
