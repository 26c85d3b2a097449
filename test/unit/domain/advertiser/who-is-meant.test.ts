import { describe, expect, test } from 'vitest';
import { namesSeenOf } from '#shared/domain/advertiser/advertiser.ts';
import { whoIsMeant } from '#shared/domain/advertiser/who-is-meant.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { anAdvertiser } from '#test/support/builders.ts';

/** Each advertiser is called by its first name. */
const called = (names: readonly string[] | undefined, as = names?.[0]) => ({
  advertiserId: as as AdvertiserId,
  names,
});
const ALL = [
  called(['La Maison']),
  called(['Morel & Fils', 'Les Vins d’Ambre']),
  called(['Caves Dubois SARL', 'Œuvres de Table', 'offres@caves-dubois.example']),
  called(['Dubois']),
];
const EVERYONE = ALL.map(({ advertiserId }) => advertiserId);

describe('the name that a person typed', () => {
  test.each<[string, string, readonly string[]]>([
    ['a name as it is', 'Morel & Fils', ['Morel & Fils']],
    ['without the sign', 'morel fils', ['Morel & Fils']],
    ['in another order', 'Fils Morel', ['Morel & Fils']],
    ['with another word for the sign', 'Morel et fils', ['Morel & Fils']],
    ['without accents, article or apostrophe', 'vins ambre', ['Morel & Fils']],
    ['with a legal form of its own', 'Maison SAS', ['La Maison']],
    ['without its legal form', 'CAVES DUBOIS', ['Caves Dubois SARL']],
    ['with a ligature or without', 'oeuvres de table', ['Caves Dubois SARL']],
    ['the address it writes from', 'Offres@caves-dubois.example', ['Caves Dubois SARL']],
    ['a name that may be short for another: both', 'Dubois', ['Caves Dubois SARL', 'Dubois']],
  ])('%s', (_, typed, meant) => {
    expect(whoIsMeant(typed, ALL)).toEqual(meant);
  });

  test.each([
    ['nothing', ''],
    ['no word', ' … '],
    ['a name that nobody has', 'Moral'],
    ['a word more than any name has, though it holds the name of another', 'Maison Morel'],
    ['a word less than any name has', 'Caves'],
    ['part of a word', 'Mor'],
    ['two names', 'La Maison, Dubois'],
    ['articles alone', 'la'],
  ])('%s: everyone', (_, typed) => {
    expect(whoIsMeant(typed, ALL)).toEqual(EVERYONE);
  });

  test('an advertiser whose names are not known is always meant', () => {
    const unknown = called(undefined, 'unknown');
    expect(whoIsMeant('Morel & Fils', [...ALL, unknown])).toEqual(['Morel & Fils', 'unknown']);
    expect(whoIsMeant('Morel & Fils', [unknown])).toEqual(['unknown']);
  });

  test('a name made of articles is a name', () => {
    expect(whoIsMeant('les', [...ALL, called(['Les'])])).toEqual(['Les']);
  });

  test('nobody to mean is nobody', () => {
    expect(whoIsMeant('Dubois', [])).toEqual([]);
  });
});

describe('the names under which a reader sees an advertiser', () => {
  test('legal and trade names, display names and addresses of its mail, ids of its SMS; no code that others may share', () => {
    const replyCode = '36123';
    const senders = {
      email: [{ address: 'hello@valmy.example', name: 'Les Caves de Valmy' }, { address: 'info@valmy.example' }],
      sms: [
        { senderId: 'VALMY', replyCode },
        { senderId: '36123', replyCode },
        { senderId: '+33611223344', replyCode },
      ],
    };
    const names = { legalName: 'Maison Valmy SARL', tradeNames: ['Valmy'] };
    expect(namesSeenOf({ ...anAdvertiser(), ...names, senders })).toEqual([
      'Maison Valmy SARL',
      'Valmy',
      'Les Caves de Valmy',
      'hello@valmy.example',
      'info@valmy.example',
      'VALMY',
    ]);
  });
});
