import { describe, expect, test } from 'vitest';
import type { BasisFacts } from '#shared/law/facts/basis.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { reasonOfCause } from '#shared/law/reasons/cause.ts';
import { REGISTER } from '#shared/law/register.ts';

const FACTS = { externalMeans: ['stop.example'], templateCause: 'template:order@1', decided: {} } as unknown as Facts;
const BASIS = { form: 'newsletter@3', legalForm: 'company' } as BasisFacts;

/** Every code whose sentence asks a human, with a cause that it gives. */
const ASKED = REGISTER.flatMap((sentence): (readonly [string, string])[] => {
  if (sentence.judges === 'moment' || sentence.cause === undefined) return [];
  const cause = sentence.judges === 'message' ? sentence.cause(FACTS) : sentence.cause(BASIS, FACTS);
  return cause === undefined ? [] : [[sentence.code, cause]];
});

describe('why a cause waits for a human', () => {
  test.each(ASKED)('%s is the reason of a cause such as %s, with its text', (code, cause) => {
    const reason = reasonOfCause(cause);
    expect(reason).toMatchObject({ code, fr: expect.any(String), en: expect.any(String) });
    expect(reason?.citation).toBeDefined();
  });

  test('each kind of cause is asked about by one code', () => {
    const kinds = new Set(ASKED.map(([, cause]) => cause.split(':')[0]));
    expect(new Set(ASKED.map(([code, cause]) => `${code} ${cause.split(':')[0]}`)).size).toBe(kinds.size);
    expect(kinds.size).toBeGreaterThanOrEqual(7);
  });

  test('what is no kind of cause has none', () => {
    expect(reasonOfCause('weather:fine')).toBeUndefined();
  });
});
