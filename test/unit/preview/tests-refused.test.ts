import { describe, expect, test } from 'vitest';
import { testRefused } from '#shared/app/preview/test-refused.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { aVetRequest } from '../../support/builders.ts';

const VERDICT = { ...vet(aVetRequest()), outcome: 'refuse' as const, notes: [] };
const FOUND = { code: 'CONSENT_MECHANISM_INVALID', article: 'rgpd-4-11/2018-05-25' } as const;
const MISSING = { code: 'OPPOSITION_MENTION_MISSING' } as const;
const errorsOf = (reasons: Parameters<typeof testRefused>[0]['reasons']) =>
  testRefused({ ...VERDICT, reasons: [...reasons] }).errors;

describe('why a test would not be sent', () => {
  test('is said once where two texts give the same reason, since it cites none', () => {
    const both = [
      { ...MISSING, article: 'l34-5/2020-07-26' },
      { ...MISSING, article: 'l122-8/2026-04-03' },
    ];
    expect(errorsOf(both)).toEqual(errorsOf(both.slice(0, 1)));
    expect(errorsOf(both)).toHaveLength(1);
  });
  test('is said of each fault of one code', () => {
    const each = [
      { ...FOUND, detail: 'pre-ticked' },
      { ...FOUND, detail: 'tied' },
    ];
    expect(errorsOf(each)).toHaveLength(2);
    expect(errorsOf([...each, { ...MISSING, article: 'l34-5/2020-07-26' }])).toHaveLength(3);
  });
});
