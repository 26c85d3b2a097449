import { expect, test } from 'vitest';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
} from '../../support/builders.ts';
import { anSms, MOBILE } from '../../support/proposed.ts';

const template: NamedTemplate = {
  templateId: 'stay' as NamedTemplate['templateId'],
  version: '1',
  class: 'renewal-request',
  offerSigns: [],
  bringsOffer: false,
};

test('while a contract runs there is no term to renew, at whatever hour one asks', () => {
  const relation = { state: 'running' as const, shownBy: { contractReference: 'C-7' } };
  const sales = [aSale({ type: 'service-contract', relation })];
  const standing = aStanding({ consents: [aConsent({ channels: ['sms'] })], sales });
  const verdict = vet(aVetRequest({ address: MOBILE, message: anSms({ template }), standing }));
  expect(verdict).toMatchObject({ outcome: 'refuse', reasons: [{ code: 'RENEWAL_TOO_EARLY' }] });
  expect(verdict.notBefore).toBeUndefined();
});

test.each([
  'home-energy-works',
  'home-energy-mixed',
  'sensitive',
  'consumer-credit',
  'cpf-training',
  'cpf-training-mixed',
] as const)('the question whether one wants to stay offers nothing, whatever its template speaks of: %s', (nature) => {
  const standing = aStanding({ consents: [aConsent({ givenAt: instant('2023-12-04T10:00:00Z') })] });
  const advertiser = anAdvertiser({ offers: [{ category: 'stay', natures: [nature] }] });
  const asked = (offerSigns: NamedTemplate['offerSigns']) =>
    vet(
      aVetRequest({
        message: aProposedMessage({ template: { ...template, offerSigns: [...offerSigns] }, offerCategory: 'stay' }),
        standing,
        advertiser,
      }),
    );
  expect(asked([]).reasons).toMatchObject([{ code: 'OK_RENEWAL_REQUEST' }, { code: 'OK_CONSENT' }]);
  expect(asked(['discount']).outcome).not.toBe('allow');
});
