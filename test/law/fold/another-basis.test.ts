import { describe, expect, test } from 'vitest';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
} from '../../support/builders.ts';
import { anSms, MOBILE } from '../../support/proposed.ts';

const FORMS = [aFormVersion(), aFormVersion({ formId: 'ticked' as never, defaultState: 'ticked' })];
const TICKED = { form: { formId: 'ticked' as never, version: '1' } };
const standing = aStanding({ consents: [aConsent(TICKED)], sales: [aSale()] });
const confirmation: NamedTemplate = {
  templateId: 'order-confirmation' as NamedTemplate['templateId'],
  version: '1',
  class: 'transactional',
  offerSigns: [],
  bringsOffer: false,
};
const noted = (request: Parameters<typeof aVetRequest>[0]) => {
  const { outcome, notes } = vet(aVetRequest({ forms: FORMS, standing, ...request }));
  return [outcome, ...notes.filter(({ code }) => code === 'ANOTHER_BASIS_HOLDS').map(({ detail }) => detail)];
};
const naming = (basis: VetRequest['message']['basis'], more: Parameters<typeof aProposedMessage>[0] = {}) => ({
  message: aProposedMessage({ basis, ...more }),
});

describe('that another basis holds is said', () => {
  test('where the one that is named does not, and without it nothing refuses the message', () => {
    expect(noted(naming('consent'))).toEqual(['refuse', 'existing-customer']);
    expect(noted(naming(undefined))).toEqual(['allow']);
  });
  test('not where the named one holds, nor where something else refuses the message all the same', () => {
    expect(noted(naming('existing-customer'))).toEqual(['allow']);
    expect(noted(naming('consent', { sender: 'nobody@example.org' }))).toEqual(['refuse']);
    expect(noted({ ...naming('existing-customer'), standing: aStanding({ consents: [aConsent(TICKED)] }) })).toEqual([
      'refuse',
    ]);
  });
  test('not where none was named: of a message that waits or is refused for its moment alone', () => {
    const night = instant('2026-11-24T23:00:00+01:00');
    const text = { address: MOBILE, at: night, standing: aStanding({ sales: [aSale()], addressKind: 'phone' }) };
    expect(noted({ ...text, message: anSms({ offerCategory: 'wine' }) })).toEqual(['defer']);
    expect(noted(naming(undefined, { validUntil: instant('2026-11-24T09:59:59Z') }))).toEqual(['refuse']);
  });
  test('not of a message that asks for no basis', () => {
    const more = { template: confirmation, sender: 'nobody@example.org' };
    expect(noted(naming('consent', more))).toEqual(['refuse']);
    expect(noted(naming('consent', { template: confirmation }))).toEqual(['allow']);
  });
});
