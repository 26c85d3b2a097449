import { describe, expect, test } from 'vitest';
import type { MessageException, Prohibition } from '#shared/law/article.ts';
import { renewalTooEarly } from '#shared/law/articles/cnil/renewal.ts';
import { withoutConsent } from '#shared/law/articles/cpce/l34-5-consent.ts';
import { existingCustomer } from '#shared/law/articles/cpce/l34-5-existing-customer.ts';
import { type Difference, differencesOf } from '#tools/law/differences.ts';
import { fingerprintOf } from '#tools/law/fingerprint.ts';

/** How two sentences of one code differ in an edition, their examples left aside. */
const compared = (before: Prohibition, now: Prohibition): readonly Difference[] =>
  differencesOf(
    [fingerprintOf({ prohibition: before, examples: [] })],
    [fingerprintOf({ prohibition: now, examples: [] })],
  );
const fieldsOf = (found: readonly Difference[]) =>
  found.flatMap(({ details }) => details.filter((line) => !/^[-+] /.test(line)));

const EXCEPTIONS = withoutConsent.unless ?? [];
const OTHERS = EXCEPTIONS.filter((each) => each !== existingCustomer);
const NEVER: MessageException = { says: { en: 'never', fr: 'jamais' }, when: () => false };

describe('P4: a clause changed where no example looks is found', () => {
  test('of none, there is none', () => {
    expect(compared(withoutConsent, { ...withoutConsent })).toEqual([]);
    expect(EXCEPTIONS).toContain(existingCustomer);
  });
  test.each<[string, readonly MessageException[]]>([
    ['an exception added', [...EXCEPTIONS, NEVER]],
    ['an exception removed', OTHERS],
    ['every exception removed', []],
    ['the paragraph of an exception', [{ ...existingCustomer, paragraph: 'al. 9' }, ...OTHERS]],
    ['the words of an exception', [{ ...existingCustomer, says: NEVER.says }, ...OTHERS]],
    ['the conditions of an exception', [{ ...existingCustomer, conditions: [] }, ...OTHERS]],
    [
      'one condition of an exception',
      [{ ...existingCustomer, conditions: existingCustomer.conditions?.slice(1) ?? [] }, ...OTHERS],
    ],
  ])('%s', (_, unless) => {
    expect(fieldsOf(compared(withoutConsent, { ...withoutConsent, unless }))).toEqual(['unless']);
  });
  test('what is said when the validity ends first', () => {
    const [found] = compared(renewalTooEarly, { ...renewalTooEarly, tooLate: undefined });
    expect(found?.details).toEqual(['tooLate', '- this-code', '+ none']);
  });
  test('a key of the scope, under the same value', () => {
    const ofEveryClass: Prohibition = { ...withoutConsent, concerns: { everyClass: true } };
    const [found] = compared(ofEveryClass, { ...withoutConsent, concerns: { renewalRequests: true } });
    expect(found?.details).toEqual(['concerns', '- everyClass true', '+ renewalRequests true']);
  });
});
