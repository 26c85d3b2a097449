import { describe, expect, test } from 'vitest';
import type { Prohibition } from '#shared/law/article.ts';
import {
  capacityNotShownAlone,
  capacityNotShownBefore,
  capacityNotShownButOfMobiles,
} from '#shared/law/articles/cnil/b2b-former.ts';
import { basisNotAvailableByHouseAlone } from '#shared/law/articles/house/mission-former.ts';
import { actThatIsNoConsentAtFirst } from '#shared/law/articles/rgpd/4-11.ts';
import { invalidatedConsentAlone } from '#shared/law/articles/rgpd/5.ts';
import { endedConsent } from '#shared/law/articles/rgpd/7.ts';
import type { ExampleChanges } from '#shared/law/example.ts';
import { judgeExample } from '#tools/law/judge-example.ts';

const detailOf = (rule: Prohibition, changes: ExampleChanges): string | undefined =>
  judgeExample(rule, ['an example', changes, 'forbidden']).reason?.detail;

describe('P4: a rule of an earlier edition says what exactly it found, as it did then', () => {
  test('a basis that does not hold by a channel: which one, in France; abroad, which country', () => {
    const of = (changes: ExampleChanges) => detailOf(basisNotAvailableByHouseAlone, changes);
    const call = { channel: 'automated-call' } as const;
    expect(of({ ...call, basis: { kind: 'professional-interest' } })).toBe('professional-interest');
    expect(of({ ...call, country: 'FR', basis: { kind: 'legal-person' } })).toBe('legal-person');
    const abroad = { pack: 'consent-only', basis: { kind: 'existing-customer' } } as const;
    expect(of({ ...abroad, country: 'AT' })).toBe('country:AT');
    expect(of({ ...abroad, country: undefined })).toBe('country:unknown');
  });
  test('a quality that nothing shows: what it lacks, since an edition that says so', () => {
    const basis = { kind: 'legal-person', capacityIsShown: false, capacityLacks: 'general-address' } as const;
    expect(detailOf(capacityNotShownButOfMobiles, { basis })).toBe('general-address');
    for (const rule of [capacityNotShownAlone, capacityNotShownBefore])
      expect(detailOf(rule, { basis })).toBeUndefined();
  });
  test('a consent that ended: in which state it is, since no edition before said that the person moved', () => {
    const of = (rule: Prohibition, basis: ExampleChanges['basis']) =>
      detailOf(rule, basis === undefined ? {} : { basis });
    expect(of(invalidatedConsentAlone, { state: 'invalidated', endedBecause: 'moved' })).toBe('invalidated');
    for (const state of ['withdrawn', 'invalidated'] as const) expect(of(endedConsent, { state })).toBe(state);
  });
  test('an act that is no consent: the first fault alone', () => {
    const basis = { faultyMechanism: 'terms', otherFaultyMechanisms: ['tied'] } as const;
    expect(detailOf(actThatIsNoConsentAtFirst, { basis })).toBe('terms');
  });
});
