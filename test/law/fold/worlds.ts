import * as fc from 'fast-check';
import { type Channel, familyOf } from '#shared/domain/message/channel.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { Refusal, Sale } from '#shared/domain/sale/sale.ts';
import {
  aConsent,
  aFormVersion,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  sha256,
} from '../../support/builders.ts';

/** Days from September 2022 to 19 November 2026. */
const past = fc
  .integer({ min: 0, max: 1540 })
  .map((days) => instant(new Date(Date.UTC(2022, 8, 1) + days * 86_400_000).toISOString()));
const channel = fc.constantFrom<Channel[]>('email', 'sms');
const proof = { sha256: sha256('7'), mediaType: 'image/png' };

const PARTNER = { siren: OTHER_SIREN, name: 'Verrerie du Nord' };
const FORMS = [
  aFormVersion(),
  aFormVersion({ version: 'ticked', defaultState: 'ticked' }),
  aFormVersion({ version: 'silent', refusal: undefined, notice: undefined }),
  aFormVersion({ version: 'no-channel', channels: [] }),
  aFormVersion({ version: 'partners', purposes: ['partner-offers'], partnersNamed: [PARTNER] }),
];
const form = fc.option(fc.constantFrom(...FORMS.map(({ formId, version }) => ({ formId, version }))), {
  nil: undefined,
});

const consent = fc
  .record({
    givenAt: past,
    seq: fc.integer({ min: 1, max: 30 }),
    channels: fc.constantFrom<Channel[][]>(['email'], ['sms'], ['email', 'sms']),
    purpose: fc.constantFrom('own-offers' as const, 'partner-offers' as const),
    state: fc.constantFrom('given' as const, 'given' as const, 'pending' as const, 'withdrawn' as const),
    observed: fc.boolean(),
    form,
    proof: fc.option(fc.constant(proof), { nil: undefined }),
    collector: fc.option(fc.constant({ siren: OTHER_SIREN, name: 'Courtier' }), { nil: undefined }),
  })
  .map((facts) => aConsent({ ...facts, id: factId(`consent-${facts.seq}`), recordedAt: facts.givenAt }));

const sale = fc
  .record({
    soldAt: past,
    seq: fc.integer({ min: 1, max: 30 }),
    type: fc.constantFrom('order' as const, 'quote' as const, 'free-account' as const),
    form,
    refusal: fc.option(fc.constantFrom<Refusal[]>({}, { of: { scope: 'channel', channels: ['email'] } }), {
      nil: undefined,
    }),
    lines: fc.constantFrom<Sale['lines'][]>([{ category: 'wine' }], [{ category: 'shoes' }], []),
  })
  .map((facts) => aSale({ ...facts, id: factId(`sale-${facts.seq}`), recordedAt: facts.soldAt }));

/** An opposition that reaches this message, of any width. */
export const oppositionInScopeOf = (message: VetRequest['message']) => {
  const channels = [...familyOf(message.channel)];
  return fc.constantFrom<OppositionScope[]>(
    { scope: 'global' },
    { scope: 'channel', channels },
    { scope: 'purpose', channels, purpose: message.purpose },
  );
};

const opposition = fc
  .record({
    of: fc.constantFrom<OppositionScope[]>(
      { scope: 'global' },
      { scope: 'channel', channels: ['email'] },
      { scope: 'purpose', channels: ['sms'], purpose: 'own-offers' },
    ),
    occurredAt: past,
    seq: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ of, ...facts }) => anOpposition(of, { ...facts, id: factId(`opp-${facts.seq}`) }));

const declared = fc.record(
  {
    kind: fc.constantFrom('consumer' as const, 'professional' as const, 'legal-person' as const),
    country: fc.constantFrom('FR', 'BE', 'US'),
    ageBand: fc.constantFrom('under-15' as const, 'adult' as const),
    zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion'),
    organisation: fc.constantFrom({ legalForm: 'company' as const }, { legalForm: 'single-member-company' as const }),
  },
  { requiredKeys: [] },
);

const message = fc
  .record({
    channel,
    purpose: fc.constantFrom('own-offers' as const, 'partner-offers' as const),
    partner: fc.constantFrom(undefined, PARTNER),
    basis: fc.constantFrom(undefined, 'consent' as const, 'existing-customer' as const, 'legal-person' as const),
    offerCategory: fc.constantFrom('wine', 'insurance'),
  })
  .map((facts) => aProposedMessage({ ...facts, validUntil: instant('2026-12-01T00:00:00Z') }));

/** Any request that a vet may get, over the last four years, of e-mail and SMS. */
export const anyRequest: fc.Arbitrary<VetRequest> = fc
  .record({
    message,
    hour: fc.integer({ min: 0, max: 200 }),
    consents: fc.array(consent, { maxLength: 3 }),
    sales: fc.array(sale, { maxLength: 2 }),
    oppositions: fc.array(opposition, { maxLength: 2 }),
    declared,
    address: fc.constantFrom('camille@example.fr', 'contact@bistrot.example'),
    phone: fc.constantFrom('+33612345678', '+262692123456', '+32470123456'),
  })
  .map(({ message: proposed, hour, address, phone, ...facts }) =>
    aVetRequest({
      message: proposed,
      at: instant(new Date(Date.UTC(2026, 10, 20) + hour * 3_600_000).toISOString()),
      address: proposed.channel === 'email' ? address : phone,
      forms: FORMS,
      standing: aStanding(facts),
    }),
  );
