import { describe, expect, test } from 'vitest';
import {
  aConsent,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
} from '../../support/builders.ts';
import { said } from '../said.ts';

type Standing = Parameters<typeof aStanding>[0];
const AGREED = ['allow', 'OK_CONSENT declared'];

describe('a consent that a message asked for', () => {
  const at = (text: string) => ({ givenAt: instant(text) });
  const DRAWN = aConsent({ drawnBy: 'message' });
  const drawn = (more: Standing) =>
    said(aVetRequest({ message: aProposedMessage({ basis: 'consent' }), standing: aStanding({ ...more }) })).slice(
      0,
      2,
    );
  const UNLAWFUL = ['refuse', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'];
  const earlier = aSale({ soldAt: instant('2026-05-01T09:00:00Z') });
  const opposed = (occurredAt: string) =>
    anOpposition({ scope: 'channel', channels: ['sms'] }, { occurredAt: instant(occurredAt) });

  test.each<[string, Standing]>([
    ['an earlier sale', { sales: [earlier] }],
    [
      'an earlier consent, withdrawn since',
      { consents: [aConsent({ id: factId('first'), ...at('2026-04-01T09:00:00Z'), state: 'withdrawn' }), DRAWN] },
    ],
    ['a profession on record', { declared: { profession: { function: 'restaurant-manager' } } }],
    [
      'an earlier sale, whatever was sold or opposed later',
      { sales: [earlier], oppositions: [opposed(DRAWN.givenAt)] },
    ],
  ])('stands after %s', (_, more) => {
    expect(drawn({ consents: [DRAWN], ...more })).toEqual(AGREED);
  });
  test.each<[string, Standing]>([
    ['nothing before it', {}],
    ['a sale at the same instant', { sales: [aSale({ soldAt: DRAWN.givenAt })] }],
    ['an opposition before it, to whatever', { sales: [earlier], oppositions: [opposed('2026-05-20T08:59:59Z')] }],
  ])('grounds nothing with %s', (_, more) => {
    expect(drawn({ consents: [DRAWN], ...more })).toEqual(UNLAWFUL);
  });
  test('stands where several facts came before and after', () => {
    expect(drawn({ consents: [DRAWN], sales: [aSale(), earlier] })).toEqual(AGREED);
  });
});
