import { describe, expect, test } from 'vitest';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  factId,
  instant,
} from '../../support/builders.ts';
import { named, reasonsIn, type Told } from './sentences-table.ts';

type More = Parameters<typeof aVetRequest>[0];
const opposedTo = (of?: OppositionScope, more: More = {}) =>
  aVetRequest({ standing: aStanding({ consents: [aConsent()], oppositions: [anOpposition(of)] }), ...more });
/** `contact@` of a company, under an opposition. */
const house = (of?: OppositionScope, more: More = {}) =>
  aVetRequest({
    address: 'contact@bistrot.example',
    standing: aStanding({
      declared: { kind: 'legal-person', organisation: { legalForm: 'company' } },
      oppositions: [anOpposition(of)],
    }),
    ...more,
  });
const GLOBAL: OppositionScope = { scope: 'global' };
const PURPOSE: OppositionScope = { scope: 'purpose', channels: ['email'], purpose: 'own-offers' };
const OPPOSITION = { article: 'rgpd-21/2018-05-25', factId: factId('opposition') };
const BY_COURTESY = { ...OPPOSITION, article: 'house-legal-persons/2026-11-24' };

const ON_OPPOSITIONS: readonly Told[] = [
  ['to everything', opposedTo(GLOBAL), { code: 'OPPOSED_GLOBAL', ...OPPOSITION }],
  ['to the channel', opposedTo(undefined), { code: 'OPPOSED_CHANNEL', ...OPPOSITION }],
  ['to the purpose', opposedTo(PURPOSE), { code: 'OPPOSED_PURPOSE', ...OPPOSITION }],
  ['after the verdict', opposedTo(undefined, { allowedAtSeq: 9 }), { code: 'OPPOSED_AFTER_DECISION', ...OPPOSITION }],
  ['to everything, by a company', house(GLOBAL), { code: 'OPPOSED_GLOBAL', ...BY_COURTESY }],
  ['to the channel, by a company', house(undefined), { code: 'OPPOSED_CHANNEL', ...BY_COURTESY }],
  ['to the purpose, by a company', house(PURPOSE), { code: 'OPPOSED_PURPOSE', ...BY_COURTESY }],
  [
    'after the verdict, by a company',
    house(undefined, { allowedAtSeq: 9 }),
    { code: 'OPPOSED_AFTER_DECISION', ...BY_COURTESY },
  ],
];

describe('the reason of an opposition names the act and, for a company, that it is a courtesy', () => {
  test.each(named(ON_OPPOSITIONS))('%s', (_, each) => {
    expect(reasonsIn(each)[0]).toEqual(each[2]);
  });
  test('a consent that lifts nothing is named beside it', () => {
    const returned = aConsent({ id: factId('return'), seq: 11, givenAt: instant('2026-11-20T09:00:00Z') });
    const standing = aStanding({ consents: [aConsent(), returned], oppositions: [anOpposition()] });
    expect(vet(aVetRequest({ standing })).reasons[1]).toEqual({
      code: 'REOPT_IN_NOT_VALID',
      article: 'house-lifting/2026-11-24',
      factId: factId('return'),
      detail: 'unproven',
    });
  });
  test('a question whether the person wants to stay names the opposition that forbids it', () => {
    const template = {
      templateId: 'stay' as NamedTemplate['templateId'],
      version: '1',
      class: 'renewal-request' as const,
      offerSigns: [],
      bringsOffer: false,
    };
    const request = opposedTo({ scope: 'channel', channels: ['sms'] }, { message: aProposedMessage({ template }) });
    expect(vet(request).reasons).toContainEqual({
      code: 'RENEWAL_AFTER_OPPOSITION',
      article: 'cnil-2021-131/2021-09-23',
      factId: factId('opposition'),
    });
  });
});
