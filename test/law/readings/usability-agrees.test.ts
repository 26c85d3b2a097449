import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { addressKindOf, type Channel, type Purpose } from '#shared/domain/message/channel.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { isUsableOn, usabilityOfConsent, usabilityOfSale } from '#shared/law/readings/usability.ts';
import { shareOfCount } from '#test/support/shares/share.ts';
import {
  aConsent,
  aFormVersion,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  sha256,
} from '../../support/builders.ts';

const PARTNER = { siren: OTHER_SIREN, name: 'Verrerie du Nord' };
const FORMS = [
  aFormVersion(),
  aFormVersion({ version: 'ticked', defaultState: 'ticked' }),
  aFormVersion({ version: 'silent', refusal: undefined, notice: undefined }),
  aFormVersion({ version: 'no-channel', channels: [] }),
  aFormVersion({ version: 'email-alone', channels: [{ channel: 'email', words: 'par e-mail' }] }),
  aFormVersion({ version: 'paper', mode: 'paper' }),
  aFormVersion({ version: 'partners', purposes: ['partner-offers'], partnersNamed: [PARTNER] }),
];
const CHANNELS: readonly Channel[] = ['email', 'sms', 'mms', 'automated-call'];
const nothing = { nil: undefined };
const rarely = <T>(value: T) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(value) });
const past = fc
  .integer({ min: 0, max: 1540 })
  .map((days) => instant(new Date(Date.UTC(2022, 8, 1) + days * 86_400_000).toISOString()));
const form = fc.option(
  fc.constantFrom(
    // The whole ones oftener, so that other faults are met alone.
    ...[...FORMS, aFormVersion(), aFormVersion(), ...FORMS.slice(-1), aFormVersion({ version: 'gone' })].map(
      ({ formId, version }) => ({ formId, version }),
    ),
  ),
  { ...nothing, freq: 8 },
);
const kind = fc.constantFrom<Standing['addressKind'][]>('email', 'phone');

const consent = fc
  .record({
    givenAt: past,
    channels: fc.subarray([...CHANNELS], { minLength: 1 }),
    purpose: fc.constantFrom<Purpose[]>('own-offers', 'partner-offers'),
    state: fc.constantFrom(
      'given' as const,
      'given' as const,
      'given' as const,
      'pending' as const,
      'withdrawn' as const,
    ),
    observed: fc.boolean(),
    form,
    proof: fc.option(fc.constant({ sha256: sha256('7'), mediaType: 'image/png' }), nothing),
    collector: rarely(PARTNER),
    drawnBy: rarely('message' as const),
  })
  .map((facts) => aConsent({ ...facts, id: factId('consent'), recordedAt: facts.givenAt }));

const sale = fc
  .record({
    soldAt: past,
    type: fc.constantFrom('order' as const, 'quote' as const, 'free-account' as const),
    form,
    sellerSiren: rarely(OTHER_SIREN),
    coordinatesFrom: fc.constantFrom('data-subject' as const, 'marketplace' as const),
    lines: fc.constantFrom<Sale['lines'][]>([{ category: 'wine' }], []),
  })
  .map((facts) => aSale({ ...facts, id: factId('sale'), recordedAt: facts.soldAt }));

/** What a verdict holds against this record itself, whatever it says of anything else. */
const heldAgainst = (id: string, { reasons, notes }: StoredVerdict) =>
  [...reasons, ...notes].filter(({ factId: of, code }) => of === id && !code.startsWith('OK_'));

const fits = (channel: Channel, addressKind: Standing['addressKind']) =>
  [undefined, addressKind].includes(addressKindOf(channel));

const asked = (standing: Standing, message: Parameters<typeof aProposedMessage>[0]) =>
  aVetRequest({
    standing,
    forms: FORMS,
    address: standing.addressKind === 'email' ? 'camille@example.fr' : '+33612345678',
    message: aProposedMessage(message),
  });

test('a consent is usable on a channel exactly when a verdict there holds nothing against it', () => {
  fc.assert(
    fc.property(consent, fc.option(sale, nothing), kind, (given, earlier, addressKind) => {
      const standing = aStanding({ consents: [given], sales: earlier ? [earlier] : [], addressKind });
      const { advertiser, formOf, at } = asked(standing, {});
      const { channels } = usabilityOfConsent({ at, advertiser, standing, formOf }, given);
      expect(channels.map(({ channel }) => channel)).toEqual(given.channels);
      for (const each of channels) {
        const { channel } = each;
        const partner = given.purpose === 'partner-offers' ? { partner: PARTNER } : {};
        const verdict = vet(asked(standing, { channel, purpose: given.purpose, offerCategory: 'wine', ...partner }));
        const expected = fits(channel, addressKind) && heldAgainst(given.id, verdict).length === 0;
        expect([channel, isUsableOn(each)]).toEqual([channel, expected]);
      }
    }),
    { numRuns: shareOfCount(1500, 500) },
  );
});

test('a sale is usable on a channel exactly when a verdict on what was sold holds nothing against it', () => {
  fc.assert(
    fc.property(sale, kind, (sold, addressKind) => {
      const standing = aStanding({ sales: [sold], addressKind });
      const { advertiser, formOf, at } = asked(standing, {});
      for (const each of usabilityOfSale({ at, advertiser, standing, formOf }, sold).channels) {
        const { channel } = each;
        const offerCategory = sold.lines[0]?.category ?? 'wine';
        const verdict = vet(asked(standing, { channel, purpose: 'own-offers', offerCategory }));
        expect([channel, isUsableOn(each)]).toEqual([channel, heldAgainst(sold.id, verdict).length === 0]);
      }
    }),
    { numRuns: shareOfCount(400, 150) },
  );
});
