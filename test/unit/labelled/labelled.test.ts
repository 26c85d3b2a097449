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

describe('the written half', () => {
  const messages = messagesIn('written');
  test('is large and varied, and well formed', () => {
    expect(messages.length).toBeGreaterThanOrEqual(180);
    expect(new Set(idsOf(messages)).size).toBe(messages.length);
    for (const reason of TransactionalReason.options)
      expect([
        reason,
        new Set(messages.filter((each) => each.reason === reason).map(({ label }) => label)).size,
      ]).toEqual([reason, 3]);
    expect(messages.filter(({ html, text }) => (html === undefined) === (text === undefined))).toEqual([]);
  });
  test('of promoting and mixed messages none goes out unreviewed', () => {
    expect(idsOf(messages.filter((each) => !isTransactional(each) && !isSeen(each)))).toEqual([]);
  });
  test('of transactional ones at most one in ten goes to review', () => {
    const owed = messages.filter(isTransactional);
    expect(owed.filter(isSeen).length / owed.length).toBeLessThanOrEqual(0.1);
  });
});
