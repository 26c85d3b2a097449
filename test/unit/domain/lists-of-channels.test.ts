import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ConsentFacts } from '#shared/domain/consent/consent.ts';
import { FormVersionContent } from '#shared/domain/consent/form-version.ts';
import { CHANNELS } from '#shared/domain/message/channel.ts';
import { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { DecisionContent } from '#shared/domain/review/review.ts';

const ALL = [...CHANNELS];
const WORDS = CHANNELS.map((channel) => ({ channel, words: channel }));

describe('a list of channels takes as many as there are', () => {
  test.each([
    ['an opposition to channels', OppositionScope, { scope: 'channel', channels: ALL }],
    ['an opposition to a purpose', OppositionScope, { scope: 'purpose', channels: ALL, purpose: 'own-offers' }],
    ['a consent', ConsentFacts.shape.channels, ALL],
    ['a form version', FormVersionContent.shape.channels, WORDS],
    ['a decision', DecisionContent.shape.appliesTo, { channels: ALL }],
  ])('%s', (_, schema: z.ZodMiniType, given) => {
    expect(schema.safeParse(given).error).toBeUndefined();
  });

  test.each([
    ['a consent', ConsentFacts.shape.channels, [...ALL, ...ALL.slice(0, 1)]],
    ['a form version', FormVersionContent.shape.channels, [...WORDS, ...WORDS.slice(0, 1)]],
  ])('%s takes no more', (_, schema: z.ZodMiniType, given) => {
    expect(schema.safeParse(given).success).toBe(false);
  });

  test('and its sentence says how many', () => {
    const said = [ConsentFacts.shape.channels, FormVersionContent.shape.channels].map(
      (schema) => z.globalRegistry.get(schema)?.description,
    );
    expect(said).toEqual([
      `The channels that the person agreed to, 1 to ${CHANNELS.length}.`,
      `For each channel, the words of the wording that carry it, at most ${CHANNELS.length}. Absent: none.`,
    ]);
  });
});
