/** What the law still allows is not deleted: asked of the API, at instants years apart. */
import { beforeEach, expect, test, vi } from 'vitest';
import { runRetention } from '../../../../cli/commands/retention.ts';
import { tableOfWorld } from '../../audience/stored.ts';
import {
  AS_DIRECTOR,
  aShop,
  CHECKOUT,
  DIRECTOR,
  FORM,
  LUMEN,
  PROFESSION,
  type Shop,
  VALMY,
} from '../../remedies/shop.ts';
import { passTo, storedOf, streamed } from '../passing-time.ts';

const OFFICE = { email: 'contact@groupe-vidal.fr' };
const FIRM = { contact: OFFICE, kind: 'legal-person', organisation: { siren: '732829320', legalForm: 'company' } };
/** A number that is no mobile. */
const LANDLINE = { phone: '+33162000123' };
/** A form that no register shows. */
const FORM_ALONE = { ...FIRM, organisation: { legalForm: 'company' } };
const BOUGHT = { contact: OFFICE, soldAt: '2026-05-01T10:00:00Z', boughtAs: 'professional' };
/** Found in a public list, on a day that nobody noted. */
const FOUND = {
  ...AS_DIRECTOR,
  profession: {
    ...{ function: 'it-director', rationale: 'Il choisit les logiciels.' },
    source: { kind: 'public-source', reference: 'annuaire' },
    ...{ noticeGivenAt: '2026-11-20T10:00:00Z', refusalOfferedAt: '2026-11-20T10:00:00Z' },
  },
};
const TO_DIRECTOR = { contact: DIRECTOR, offerCategory: 'software' };
const LONGER = { prospectYears: 5, justification: 'Cycle long.', decidedBy: 'DPO', decidedOn: '2028-05-01' };

let shop: Shop;
beforeEach(async () => {
  shop = await aShop();
  await shop.form('nl', '1', FORM);
  await shop.form('checkout', '1', CHECKOUT);
});
/** The verdict at an instant: its outcome and first reason. */
const at = async (instant: string, asks: object): Promise<string> => {
  vi.setSystemTime(new Date(instant));
  const { outcome, reasons } = await shop.asks({ ...asks });
  return `${outcome} ${reasons[0]?.code}`;
};
/** `aval retention`, and what it found of standings. */
const scanned = async (apply: boolean): Promise<readonly string[]> => {
  const printed: string[] = [];
  const stores = (async function* () {})();
  const now = () => new Date().toISOString();
  await runRetention(
    { table: tableOfWorld(), stores, now },
    { apply, write: (text: string) => void printed.push(text) },
  );
  return [...printed.join('').matchAll(/([a-z-]+): standing/g)].map(([, wrong]) => String(wrong));
};

test('FR-B2B-2: the general address of a legal person has no term, whatever was bought there and when', async () => {
  await shop.contact(FIRM);
  expect(await at('2040-01-10T10:00:00Z', { contact: OFFICE })).toBe('allow OK_LEGAL_PERSON');
  await shop.sale({ contact: OFFICE, soldAt: '2022-05-01T10:00:00Z', boughtAs: 'professional' });
  expect(await at('2040-03-10T10:00:00Z', { contact: OFFICE })).toBe('allow OK_LEGAL_PERSON');
  expect(await scanned(false)).toEqual([]);
});

test('FR-B2B-2: nor has a landline abroad of a legal person who is declared to be in France', async () => {
  const contact = { phone: '+3225550123' };
  await shop.contact({ ...FIRM, contact, country: 'FR' });
  const asks = { contact, channel: 'automated-call' };
  // It is still known there: no legal person is called without a consent, and of who is forgotten `CONSENT_MISSING` would be said.
  expect(await at('2040-01-10T10:00:00Z', asks)).toBe('refuse BASIS_NOT_AVAILABLE_FOR_CHANNEL');
});

test.each([
  ['a firm of one', FIRM.contact, { ...FIRM.organisation, legalForm: 'single-member-company' }],
  ['a form that nothing shows', FIRM.contact, { legalForm: 'company' }],
  ['who works there', { email: 'jeanne.roy@groupe-vidal.fr' }, FIRM.organisation],
  ['a mailbox that anybody can have', { email: 'contact@gmail.com' }, FIRM.organisation],
  ['a mobile', { phone: '+33639981234' }, FIRM.organisation],
])('RET-1: of %s it has one, since a human being may be there', async (_, contact, organisation) => {
  await streamed(() => shop.contact({ ...FIRM, contact, organisation }));
  const found = () => shop.call('look-up-contact', { body: { advertiserId: 'maison-valmy', contact } });
  vi.setSystemTime(new Date('2029-11-20T10:00:00Z'));
  expect((await found()).declared.kind).toBe('legal-person');
  vi.setSystemTime(new Date('2029-11-25T10:00:00Z'));
  await expect(found()).rejects.toThrow('404');
});

test('FR-B2B-2: a purchase from the advertiser as a professional shows the form: there is no term', async () => {
  await streamed(() => shop.contact(FORM_ALONE));
  await streamed(() => shop.sale({ ...BOUGHT, sellerSiren: VALMY.siren }));
  expect(await scanned(false)).toEqual([]);
  expect(await at('2040-01-10T10:00:00Z', { contact: OFFICE })).toBe('allow OK_LEGAL_PERSON');
});

test.each([
  ['a quote', { type: 'quote' }],
  ['a gift', { type: 'donation' }],
  ['an order from another seller', { sellerSiren: LUMEN.siren }],
  ['an order whose address somebody else gave', { coordinatesFrom: 'third-party' }],
  ['an order that was cancelled', { cancelledAt: '2026-05-02T10:00:00Z' }],
  ['an order in no such quality', { boughtAs: 'consumer' }],
])('RET-1: %s shows no form: the terms run', async (_, more) => {
  await streamed(() => shop.contact(FORM_ALONE));
  await streamed(() => shop.sale({ ...BOUGHT, ...more }));
  expect(await scanned(false)).toEqual([]);
  await passTo('2030-01-10T10:00:00Z');
  expect(await storedOf('standing')).toEqual([]);
  expect(await scanned(false)).toEqual([]);
});

test.each([true, false])(
  'P7: proof of a human’s number that is no mobile lasts from its end, TTL first: %s',
  async (withTtl) => {
    const source = { kind: 'public-source', collectedAt: '2026-11-19T10:00:00.000Z' };
    const profession = { function: 'buyer', source };
    await streamed(() => shop.contact({ ...FIRM, kind: 'professional', contact: LANDLINE, profession }));
    await passTo('2029-12-20T02:00:00Z', { withTtl });
    const [former, ...others] = await storedOf('former-event');
    expect([former?.endedAt, others]).toEqual(['2029-11-19T10:00:00.000Z', []]);
    expect(new Date(Number(former?.expiresAt) * 1000).toISOString().slice(0, 10)).toBe('2035-11-19');
  },
);

test('RET-1: once it is declared to be a firm of one, its term counts again', async () => {
  await shop.contact(FIRM);
  await shop.contact({ ...FIRM, organisation: { ...FIRM.organisation, legalForm: 'sole-trader' } });
  expect(await at('2029-11-25T10:00:00Z', { contact: OFFICE })).toBe('refuse CONSENT_MISSING');
});

test('RET-1: an old quote says nothing of when the address of a professional was collected', async () => {
  await shop.contact(FOUND);
  const quote = { contact: DIRECTOR, type: 'quote', reference: 'D1', lines: [{ category: 'software' }] };
  await shop.sale({ ...quote, soldAt: '2022-05-01T10:00:00Z', boughtAs: 'professional' });
  expect(await at('2027-01-15T10:00:00Z', TO_DIRECTOR)).toBe('allow OK_B2B_INTEREST');
  expect(await at('2029-11-23T10:00:00Z', TO_DIRECTOR)).toBe('allow OK_B2B_INTEREST');
  expect(await at('2029-11-25T10:00:00Z', TO_DIRECTOR)).toBe('refuse CONSENT_MISSING');
});

test('RET-3: an old quote keeps nobody else', async () => {
  await shop.sale({ type: 'quote', soldAt: '2022-05-01T10:00:00Z' });
  const found = () =>
    shop.call('look-up-contact', {
      body: { advertiserId: 'maison-valmy', contact: { email: 'camille.martin@example.com' } },
    });
  vi.setSystemTime(new Date('2026-12-20T10:00:00Z'));
  expect((await found()).sales).toHaveLength(1);
  vi.setSystemTime(new Date('2026-12-25T10:00:00Z'));
  await expect(found()).rejects.toThrow('404');
});

test('RET-1: a term has its last second', async () => {
  await shop.contact({ ...AS_DIRECTOR, profession: PROFESSION });
  expect(await at('2029-01-10T10:00:00Z', TO_DIRECTOR)).toBe('allow OK_B2B_INTEREST');
  expect(await at('2029-01-10T10:00:01Z', TO_DIRECTOR)).toBe('refuse CONSENT_MISSING');
});

test('P7: longer terms hold for who is there already, once `aval retention --apply` and the sweep did their work', async () => {
  await streamed(() => shop.consent());
  vi.setSystemTime(new Date('2028-06-01T10:00:00Z'));
  expect(await scanned(false)).toEqual([]);
  await shop.settings({ retention: { departure: LONGER } });
  expect(await scanned(true)).toEqual(['goes-too-early']);
  await passTo('2028-06-03T10:00:00Z');
  expect(await scanned(false)).toEqual([]);
  expect(await at('2031-11-20T08:00:00Z', {})).toBe('allow OK_CONSENT');
  expect(await at('2031-11-20T09:00:01Z', {})).toBe('refuse CONSENT_MISSING');
});
