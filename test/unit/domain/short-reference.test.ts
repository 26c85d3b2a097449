import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { MessageId } from '#shared/domain/ids.ts';
import { QuotedReference, shortReferenceOf } from '#shared/domain/message/short-reference.ts';

const idOf = (n: number) => `msg_${String(n).padStart(22, '0')}` as MessageId;

describe('the short reference of a message', () => {
  test('is ten digits that are read aloud without doubt, and stays the same', () => {
    expect(shortReferenceOf(idOf(1))).toBe(shortReferenceOf(idOf(1)));
    expect(shortReferenceOf(idOf(1))).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  test('differs from message to message: 50,000 of them, no two alike', () => {
    const references = new Set(Array.from({ length: 50_000 }, (_, n) => shortReferenceOf(idOf(n))));
    expect(references.size).toBe(50_000);
  });

  test.each([
    ['7K3M9-QXA2B', '7K3M9-QXA2B'],
    ['7k3m9qxa2b', '7K3M9-QXA2B'],
    [' 7K3M9 QXA2B ', '7K3M9-QXA2B'],
    ['OIL00-11111', '01100-11111'],
  ])('is read as people type it: %s', (typed, read) => {
    expect(z.parse(QuotedReference, typed)).toBe(read);
  });

  test.each(['', '7K3M9', '7K3M9-QXA2', '7K3M9-QXA2BC', '7K3M9_QXA2B', 'é'.repeat(10)])('is not: %s', (typed) => {
    expect(z.safeParse(QuotedReference, typed).success).toBe(false);
  });
});
