import { describe, expect, test } from 'vitest';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import { TransactionalReason } from '#shared/domain/message/transactional-reason.ts';
import { valuesCarryOffer } from '#shared/domain/message/value-signs.ts';
import { isTransactional, type LabelledMessage, messagesIn, textsOf } from '#tools/signs/labelled.ts';

/** It waits for a human, or is judged as prospecting until one decides. */
const isSeen = (message: LabelledMessage): boolean => {
  const { reason, values = {}, ownHosts = [] } = message;
  const signs = offerSignsIn(textsOf(message), { reason, ownHosts, products: [] });
  return signs.length > 0 || valuesCarryOffer(values, { reason, ownHosts });
};

const unseenOf = (...writers: readonly string[]): readonly LabelledMessage[] =>
  messagesIn('unseen').filter(({ writer }) => writers.includes(writer));

const idsOf = (messages: readonly LabelledMessage[]): readonly string[] => messages.map(({ id }) => id);

const missed = (messages: readonly LabelledMessage[]) =>
  idsOf(messages.filter((each) => !isTransactional(each) && !isSeen(each)));
/** The share of transactional messages that a human has to look at. */
const shareReviewed = (messages: readonly LabelledMessage[]): number => {
  const owed = messages.filter(isTransactional);
  return owed.filter(isSeen).length / Math.max(1, owed.length);
};

/**
 * The goal is 0 and 0.1 for every writer. Of the unseen ones it is not reached (docs/decisions/0023): this holds what is, so
 * that no change loses it.
 */
const SETS = [
  { set: 'the written half', from: messagesIn('written'), mostMissed: 0, mostReviewed: 0.1 },
  { set: 'of the unseen half, anne and claire', from: unseenOf('anne', 'claire'), mostMissed: 3, mostReviewed: 0.13 },
  { set: 'of the unseen half, dora', from: unseenOf('dora'), mostMissed: 18, mostReviewed: 0.15 },
  { set: 'the short written half', from: messagesIn('short/written'), mostMissed: 3, mostReviewed: 0.04 },
  { set: 'the short unseen half', from: messagesIn('short/unseen'), mostMissed: 10, mostReviewed: 0.07 },
] as const;

describe.each(SETS)('$set', ({ from: messages, mostMissed, mostReviewed }) => {
  test('has each id once, and a text or HTML', () => {
    expect(new Set(idsOf(messages)).size).toBe(messages.length);
    expect(messages.filter(({ html, text }) => (html === undefined) === (text === undefined))).toEqual([]);
  });
  test(`of promoting and mixed messages at most ${mostMissed} go out unreviewed`, () => {
    expect(missed(messages).slice(mostMissed)).toEqual([]);
  });
  test(`of transactional ones at most ${100 * mostReviewed} % go to review`, () => {
    expect(shareReviewed(messages)).toBeLessThanOrEqual(mostReviewed);
  });
});

describe('the unseen half', () => {
  test('is there, and large', () => {
    expect(messagesIn('unseen').length).toBeGreaterThanOrEqual(480);
  });
  test('has no writer whose messages no set holds', () => {
    const held = new Set<LabelledMessage['writer']>(SETS.flatMap(({ from }) => from.map(({ writer }) => writer)));
    expect(messagesIn('unseen').filter(({ writer }) => !held.has(writer))).toEqual([]);
  });
});

describe('the short unseen half', () => {
  test('is of texts of few words, of both labels, languages and kinds of message', () => {
    const messages = messagesIn('short/unseen');
    expect(messages.filter((each) => !isTransactional(each))).toHaveLength(90);
    expect(messages.filter(isTransactional)).toHaveLength(158);
    expect(new Set(messages.map(({ language, subject }) => `${language} ${subject === undefined}`)).size).toBe(4);
    expect(messages.filter((each) => textsOf(each).join(' ').split(' ').length > 30)).toEqual([]);
  });
});

describe('the written half', () => {
  const messages = messagesIn('written');
  test('is large, and has messages of every kind for every reason and in both languages', () => {
    expect(messages.length).toBeGreaterThanOrEqual(1400);
    for (const reason of TransactionalReason.options) {
      const labels = new Set(messages.filter((each) => each.reason === reason).map(({ label }) => label));
      expect([reason, labels.size]).toEqual([reason, 3]);
    }
    expect(new Set(messages.map(({ language }) => language)).size).toBe(2);
  });
});
