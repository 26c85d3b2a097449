import { expect, test } from 'vitest';
import { whatComes } from '#shared/app/centre/what-comes.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { heldOf } from '#shared/domain/centre/held.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { stillIn } from '#shared/pages/centre/said.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  NOW,
} from '#test/support/builders.ts';

const FORM = aFormVersion();
const ADVERTISER = anAdvertiser();

const comesOf = (standing: Standing, forms = [FORM], decision?: object) =>
  whatComes(
    {
      advertisers: { get: async () => ADVERTISER },
      formVersions: {
        get: async (_: unknown, { formId, version }: typeof FORM) =>
          forms.find((one) => one.formId === formId && one.version === version),
      },
      reviews: { find: async () => decision && { decision } },
    } as never,
    admit(ADVERTISER.advertiserId),
    { at: NOW, standing, held: heldOf(standing, []) },
  );

const SALES = { 'no sale': [], 'a sale': [aSale()] };
const OPPOSED = {
  'nothing said against': [],
  'the offers refused': [anOpposition({ scope: 'purpose', purpose: 'own-offers', channels: ['email'] })],
  'mails refused': [anOpposition({ scope: 'channel', channels: ['email'] })],
  'everything refused': [anOpposition({ scope: 'global' })],
};
const LATER = { seq: 15, givenAt: instant('2026-11-20T09:00:00Z'), recordedAt: instant('2026-11-20T09:00:01Z') };
const CONSENTS = {
  'no consent': [],
  'a consent of before': [aConsent()],
  'a later one': [aConsent({ ...LATER, observed: true })],
  'a later one that nobody saw': [aConsent({ ...LATER, observed: false })],
  'a later one that a message asked for': [aConsent({ ...LATER, observed: true, drawnBy: 'message' })],
  'a later one that came by others': [aConsent({ ...LATER, observed: true, transferredBy: ['732829320'] as never })],
  'a later one on a form that is not known': [
    aConsent({ ...LATER, observed: true, form: { formId: 'none', version: '9' } as never }),
  ],
};
const ROWS = Object.entries(SALES).flatMap(([sale, sales]) =>
  Object.entries(OPPOSED).flatMap(([said, oppositions]) =>
    Object.entries(CONSENTS).map(([consent, consents]) => ({
      sale,
      said,
      consent,
      held: { sales, oppositions, consents },
    })),
  ),
);

test.each(ROWS)('$sale, $said, $consent: what is said to come still, the law lets come', async ({ held }) => {
  const standing = aStanding(held);
  const comes = (await comesOf(standing)).some(
    ({ purpose, channels }) => purpose === 'own-offers' && channels.includes('email'),
  );
  const { outcome } = vet(aVetRequest({ standing, forms: [FORM] }));
  if (comes) expect(outcome).toBe('allow');
});

test('whatever is allowed by a consent or a sale alone is said to come', async () => {
  const said = await Promise.all(ROWS.map(async ({ held }) => (await comesOf(aStanding(held))).length > 0));
  expect(new Set(said)).toEqual(new Set([true, false]));
  for (const held of [{ sales: SALES['a sale'] }, { consents: CONSENTS['a later one'] }])
    expect((await comesOf(aStanding({ consents: [], ...held }))).map(({ channels }) => channels)).toEqual([['email']]);
});

test('by SMS alone, nothing is said of MMS', async () => {
  const form = aFormVersion({
    channels: [{ channel: 'sms', words: 'par SMS' }],
    wording: 'J’accepte de recevoir par SMS les offres de Maison Valmy.',
  });
  const comes = await comesOf(aStanding({ addressKind: 'phone', consents: [aConsent({ channels: ['sms'] })] }), [form]);
  expect(stillIn(comes, 'Maison Valmy', 'fr')).toEqual([expect.stringContaining('par SMS.')]);
});

test('given again outside the days of its rebuilt form, what was given before still comes, as the law says', async () => {
  const rebuilt = aFormVersion({ reconstruction: { from: '2026-03-01', until: '2026-05-31', sources: ['Archive'] } });
  const decided = { decision: 'allowed', number: 1, decidedAt: NOW, decider: 'Claire Petit', reason: 'Archive relue.' };
  const again = aConsent({ seq: 5, givenAt: instant('2026-09-15T09:00:00Z') });
  const before = aConsent({ id: factId('spring'), givenAt: instant('2026-04-15T09:00:00Z') });
  const comes = (givenBefore: readonly ReturnType<typeof aConsent>[]) =>
    comesOf(aStanding({ consents: [again], givenBefore: [...givenBefore] }), [rebuilt], decided);
  expect(await comes([])).toEqual([]);
  expect((await comes([before])).map(({ channels }) => channels)).toEqual([['email']]);
});
