import { describe, expect, test } from 'vitest';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { agreedUntil } from '#shared/law/readings/agreed-until.ts';
import { aConsent, aFormVersion, aProposedMessage, aStanding, aVetRequest } from '../../support/builders.ts';
import { said } from '../said.ts';

type AgreedFor = NonNullable<FormVersion['agreedFor']>;
const ends = (givenAt: string, agreedFor: AgreedFor) => toInstant(agreedUntil(givenAt as Instant, agreedFor));

describe('until when a person agreed, by what the form says', () => {
  test.each<[string, AgreedFor, string]>([
    ['2026-03-20T10:00:00.000Z', { months: 3 }, '2026-06-20T10:00:00.000Z'],
    ['2026-08-31T10:00:00.000Z', { months: 6 }, '2027-02-28T10:00:00.000Z'],
    ['2026-11-30T10:00:00.000Z', { months: 14 }, '2028-01-30T10:00:00.000Z'],
    ['2026-03-20T10:00:00.000Z', { days: 90 }, '2026-06-18T10:00:00.000Z'],
    ['2026-03-20T10:00:00.000Z', { until: '2026-06-30' }, '2026-06-30T21:59:59.999Z'],
    ['2026-03-20T10:00:00.000Z', { until: '2026-12-31' }, '2026-12-31T22:59:59.999Z'],
  ])('given on %s, for %o', (givenAt, agreedFor, until) => {
    expect(ends(givenAt, agreedFor)).toBe(until);
  });
});

describe('a consent for a term', () => {
  const WORDING = 'J’accepte de recevoir pendant six mois vos offres par e-mail.';
  const words = 'par e-mail';
  const answered = (agreedFor: AgreedFor | undefined, givenAt: string) => {
    const forms = [aFormVersion({ wording: WORDING, channels: [{ channel: 'email', words }], agreedFor })];
    const request = aVetRequest({
      standing: aStanding({ consents: [aConsent({ givenAt: givenAt as Instant })] }),
      forms,
    });
    return said({ ...request, message: aProposedMessage() });
  };
  const { at } = aVetRequest();
  const ago = (days: number): string => toInstant(Date.parse(at) - days * 86_400_000);

  test('ends with it on every channel, and not before', () => {
    expect(answered({ months: 6 }, ago(250))).toEqual(['refuse', 'CONSENT_EXPIRED by-its-words']);
    expect(answered({ months: 6 }, ago(150))).toEqual(['allow', 'OK_CONSENT declared']);
    expect(answered({ until: at.slice(0, 10) }, ago(150))).toEqual(['allow', 'OK_CONSENT declared']);
    expect(answered({ until: ago(1).slice(0, 10) }, ago(150))).toEqual(['refuse', 'CONSENT_EXPIRED by-its-words']);
  });
  test('that nobody declared waits for who reads the form', () => {
    expect(answered(undefined, ago(250))).toEqual(['review', 'CONSENT_CHANNEL_UNCERTAIN']);
  });
});
