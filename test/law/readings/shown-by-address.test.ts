import { describe, expect, test } from 'vitest';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { shownByAddress } from '#shared/law/readings/shown-by-address.ts';
import { aProposedMessage, aSale, aStanding, aVetRequest, OTHER_SIREN, SIREN } from '#test/support/builders.ts';

const NAMED = 'jean.martin@bistrot.example';
const FREE = 'jean.martin@gmail.com';
const HOUSE = 'contact@bistrot.example';
const NUMBER = '+33612345678';
const PROFESSION = { function: 'restaurant-manager' };
const ORGANISATION = { siren: SIREN };
const BOUGHT = aSale({ boughtAs: 'professional' });

type Row = readonly [string, string, DeclaredFacts, readonly string[], (readonly Sale[])?];
const ROWS: readonly Row[] = [
  ['nothing declared', HOUSE, {}, []],
  [
    'a professional at a host of their own',
    NAMED,
    { kind: 'professional', profession: PROFESSION },
    ['professional-interest'],
  ],
  ['the same at a mailbox that anybody can open', FREE, { kind: 'professional', profession: PROFESSION }, []],
  [
    'the same, in a register',
    FREE,
    { kind: 'professional', profession: PROFESSION, organisation: ORGANISATION },
    ['professional-interest'],
  ],
  [
    'the same, who bought as one',
    FREE,
    { kind: 'sole-trader', profession: PROFESSION },
    ['professional-interest'],
    [BOUGHT],
  ],
  [
    'the same, who bought of another house',
    FREE,
    { kind: 'sole-trader', profession: PROFESSION },
    [],
    [aSale({ boughtAs: 'professional', sellerSiren: OTHER_SIREN })],
  ],
  ['a consumer with a profession', NAMED, { profession: PROFESSION }, []],
  ['a professional without a function', NAMED, { kind: 'professional', profession: {} }, []],
  ['of a function that no offer concerns', NAMED, { kind: 'professional', profession: { function: 'purchasing' } }, []],
  ['the general address of a legal person', HOUSE, { kind: 'legal-person' }, ['legal-person']],
  ['the same, of a known organisation', HOUSE, { organisation: ORGANISATION }, ['legal-person']],
  [
    'the same, with a profession',
    HOUSE,
    { kind: 'legal-person', profession: PROFESSION },
    ['professional-interest', 'legal-person'],
  ],
  ['a named mailbox of a legal person', NAMED, { kind: 'legal-person' }, []],
  ['a number that nothing shows to be of one', NUMBER, { kind: 'legal-person' }, []],
  ['the same, in a register', NUMBER, { kind: 'legal-person', organisation: ORGANISATION }, ['legal-person']],
  [
    'the same, with a profession',
    NUMBER,
    { kind: 'legal-person', profession: PROFESSION, organisation: ORGANISATION },
    ['professional-interest'],
  ],
];
const NAMED_ROWS = ROWS.map((row) => [row[0], row] as const);
const requestOf = ([, address, declared, , sales = []]: Row) =>
  aVetRequest({
    ...{ address, isPublicMailbox: address === FREE, message: aProposedMessage({ offerCategory: 'wine' }) },
    standing: aStanding({ declared, sales: [...sales] }),
  });

describe('what an address is shown to be', () => {
  test.each(NAMED_ROWS)('%s', (_, row) => {
    expect(shownByAddress(requestOf(row))).toEqual(row[3]);
  });
  test.each(NAMED_ROWS)('%s: as a message would be judged', (_, row) => {
    const judged = prepareFacts(requestOf(row)).bases.filter(({ kind, capacityIsShown, concernsTheFunction }) =>
      kind === 'legal-person'
        ? capacityIsShown
        : kind === 'professional-interest' && capacityIsShown && concernsTheFunction,
    );
    expect(shownByAddress(requestOf(row))).toEqual(judged.map(({ kind }) => kind));
  });
  test('of nobody known: nothing', () => {
    expect(shownByAddress({ ...aVetRequest({ address: HOUSE }), standing: undefined })).toEqual([]);
  });
});
