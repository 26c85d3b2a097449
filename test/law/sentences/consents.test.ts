import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  SIREN,
  sha256,
  someBytes,
} from '../../support/builders.ts';
import { aCall, MOBILE } from '../../support/proposed.ts';
import { named, reasonsIn, type Told } from './sentences-table.ts';

type Form = Parameters<typeof aFormVersion>[0];
const agreed = (consent: Partial<Consent> = {}, form: Form = {}, more: Parameters<typeof aVetRequest>[0] = {}) =>
  aVetRequest({ standing: aStanding({ consents: [aConsent(consent)] }), forms: [aFormVersion(form)], ...more });
const PROOF = { sha256: sha256('7'), mediaType: 'application/pdf' };
const BROKER = { siren: OTHER_SIREN, name: 'Courtier' };
/** A partner's form that names the advertiser. */
const NAMED: Form = { purposes: ['partner-offers'], partnersNamed: [{ siren: SIREN, name: 'Maison Valmy' }] };

const JUSTIFIED = { justification: 'Prudence.', decidedBy: 'Claire Petit', decidedOn: '2026-01-05' };

const CPCE = { article: 'l34-5/2020-07-26' };
const RGPD_7 = { article: 'rgpd-7/2018-05-25' };
const PARTNERS = { article: 'cnil-partners/2018-12-28' };
const MINORS = { article: 'lil-45/2019-06-01' };
const consent = { factId: factId('consent') };

const ON_CONSENTS: readonly Told[] = [
  ['to another channel', agreed({ channels: ['sms'] }), { code: 'CONSENT_WRONG_CHANNEL', ...CPCE, ...consent }],
  [
    'to another purpose',
    agreed(
      {},
      { partnersNamed: [BROKER] },
      { message: aProposedMessage({ purpose: 'partner-offers', partner: BROKER }) },
    ),
    { code: 'CONSENT_WRONG_PURPOSE', ...CPCE, ...consent },
  ],
  [
    'to another, on a form that names partners and not the advertiser, whatever purposes it declares',
    agreed({ collector: BROKER, proof: PROOF }, { partnersNamed: [BROKER] }),
    {
      ...{ code: 'PARTNER_NOT_NAMED_AT_COLLECTION', article: 'cnil-partners/2018-12-28', ...consent },
      detail: 'advertiser-not-on-form',
    },
  ],
  [
    'to a sister company',
    agreed({ collector: BROKER, proof: PROOF }),
    { code: 'CONSENT_WRONG_CONTROLLER', ...CPCE, ...consent },
  ],
  ['not confirmed', agreed({ state: 'pending' }), { code: 'CONSENT_PENDING_CONFIRMATION', ...CPCE, ...consent }],
  [
    'that a message fetched',
    agreed({ drawnBy: 'message' }),
    { code: 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', ...CPCE, ...consent },
  ],
  [
    'by acceptance of the terms',
    agreed({}, { mechanism: 'terms-acceptance' }),
    { code: 'CONSENT_MECHANISM_INVALID', article: 'rgpd-4-11/2018-05-25', ...consent, detail: 'terms' },
  ],
  [
    'without layout and notice',
    agreed({}, { shown: undefined, notice: undefined }),
    { code: 'EVIDENCE_INCOMPLETE', ...RGPD_7, ...consent, detail: '/form/shown /form/notice' },
  ],
  ['whose seal is broken', agreed({ seal: 'broken' }), { code: 'EVIDENCE_TAMPERED', ...RGPD_7, ...consent }],
  [
    'that a broker warrants',
    agreed({ collector: BROKER }, NAMED),
    { code: 'EVIDENCE_NOT_HELD_BY_US', ...RGPD_7, ...consent },
  ],
  [
    'withdrawn',
    agreed({ state: 'withdrawn' }),
    { code: 'CONSENT_WITHDRAWN', ...RGPD_7, ...consent, detail: 'withdrawn' },
  ],
  [
    'invalidated',
    agreed({ state: 'invalidated' }),
    { code: 'CONSENT_WITHDRAWN', article: 'rgpd-5/2018-05-25', ...consent, detail: 'invalidated' },
  ],
  ...(['moved', 'corrected'] as const).map(
    (endedBecause): Told => [
      `that ended as the address was ${endedBecause}`,
      agreed({ state: 'invalidated', endedBecause }),
      { code: 'CONSENT_WITHDRAWN', article: 'rgpd-5/2018-05-25', ...consent, detail: endedBecause },
    ],
  ),
  [
    'to partners that are not named',
    agreed({ collector: BROKER, proof: PROOF }, { purposes: ['partner-offers'] }),
    { code: 'PARTNER_NOT_NAMED_AT_COLLECTION', ...PARTNERS, ...consent, detail: 'advertiser-not-on-form' },
  ],
  ['handed on', agreed({ transferredBy: [BROKER] }), { code: 'PARTNER_CHAIN_BROKEN', ...PARTNERS, ...consent }],
  [
    'of a person unheard of for three years',
    aVetRequest({ standing: aStanding({ consents: [aConsent({ givenAt: instant('2023-11-23T10:00:00Z') })] }) }),
    { code: 'RETENTION_EXPIRED', article: 'cnil-2021-131/2021-09-23', ...consent },
  ],
  [
    'of a child under fifteen',
    aVetRequest({ standing: aStanding({ consents: [aConsent()], declared: { ageBand: 'under-15' } }) }),
    { code: 'MINOR_CONSENT_INVALID', ...MINORS, ...consent, detail: 'under-15' },
  ],
  [
    'of a person of unknown age, on a form aimed at children',
    agreed({}, { childDirected: true }),
    { code: 'MINOR_CONSENT_INVALID', ...MINORS, ...consent, detail: 'unknown' },
  ],
  [
    'to calls, 366 days old',
    agreed(
      { channels: ['automated-call'], givenAt: instant('2025-11-23T10:00:00Z') },
      {},
      { address: MOBILE, message: aCall() },
    ),
    { code: 'CONSENT_EXPIRED', article: 'r223-1/2026-08-11', ...consent },
  ],
  [
    'of a partner’s file, whose source the first message does not name',
    agreed({ collector: BROKER, proof: PROOF }, NAMED),
    { code: 'SOURCE_MENTION_MISSING', article: 'rgpd-14/2018-05-25', ...consent },
    someBytes({ namesSource: false }),
  ],
];

describe('the reason against a consent names the text, the consent and the fault', () => {
  test.each(named(ON_CONSENTS))('%s', (_, each) => {
    expect(reasonsIn(each)).toContainEqual(each[2]);
  });
  test('a wording that names no channel is one cause for all who saw that form', () => {
    expect(vet(agreed({}, { channels: [] }))).toMatchObject({ outcome: 'review', cause: 'form:newsletter@1' });
  });
  test('from fifteen on, where the advertiser reads more strictly, the age is one cause for all of that age', () => {
    const reading = { reading: 'minors-from-fifteen-are-reviewed', ...JUSTIFIED } as const;
    const standing = aStanding({ consents: [aConsent()], declared: { ageBand: '15-17' } });
    const request = aVetRequest({ standing, advertiser: anAdvertiser({ readings: [reading] }) });
    expect(vet(request)).toMatchObject({
      outcome: 'review',
      cause: 'age-band:15-17',
      reasons: [{ code: 'MINOR_CONSENT_UNCERTAIN', ...MINORS, ...consent }],
    });
  });
});
