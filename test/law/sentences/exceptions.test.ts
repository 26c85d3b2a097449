import { describe, expect, test } from 'vitest';
import type { Exception, Prohibition } from '#shared/law/article.ts';
import { noNaturalPerson, professionalInterest } from '#shared/law/articles/cnil/professionals.ts';
import { withoutConsent } from '#shared/law/articles/cpce/l34-5-consent.ts';
import { existingCustomer } from '#shared/law/articles/cpce/l34-5-existing-customer.ts';
import type { BasisKind } from '#shared/law/facts/basis.ts';
import { REGISTER } from '#shared/law/register.ts';

const codesOf = (sentences: readonly Prohibition[] = []) => sentences.map(({ code }) => code).toSorted();
const inText = (text: string, kind: BasisKind) =>
  REGISTER.filter(({ article }) => article.id.startsWith(text)).filter(
    (each) => each.judges === 'basis' && each.bases.includes(kind),
  );

describe('L. 34-5, al. 1', () => {
  test('has al. 4, the doctrine on professionals and what is no natural person attached to it', () => {
    expect(withoutConsent.paragraph).toBe('al. 1');
    expect(withoutConsent.unless).toEqual(
      expect.arrayContaining([existingCustomer, professionalInterest, noNaturalPerson]),
    );
    expect(existingCustomer.paragraph).toBe('al. 4');
  });
  test.each<[string, Exception<never>, readonly Prohibition[]]>([
    ['al. 4', existingCustomer, inText('l34-5/', 'existing-customer')],
    ['professionals', professionalInterest, inText('cnil-b2b/', 'professional-interest')],
    ['legal persons', noNaturalPerson, inText('cnil-b2b/', 'legal-person')],
  ])('names every sentence of the text as a condition: %s', (_, exception, sentences) => {
    expect(sentences.length).toBeGreaterThan(1);
    expect(codesOf(exception.conditions)).toEqual(codesOf(sentences));
  });
});

describe('every exception', () => {
  test('says in words what it lifts for, and where it comes from or that it is of the text itself', () => {
    const exceptions: readonly Exception<never>[] = REGISTER.flatMap(
      ({ unless }): readonly Exception<never>[] => unless ?? [],
    );
    expect(exceptions.length).toBeGreaterThan(10);
    for (const { says, paragraph, source } of exceptions) {
      expect(says).toMatch(/^\w.*[^.]$/);
      for (const from of [paragraph, source]) if (from !== undefined) expect(from).toMatch(/\S/);
    }
  });
  test('lifts no sentence that is one of its own conditions', () => {
    for (const sentence of REGISTER) {
      const conditions = (sentence.unless ?? []).flatMap((each): readonly Prohibition[] => each.conditions ?? []);
      expect(conditions).not.toContain(sentence);
    }
  });
});
