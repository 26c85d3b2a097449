import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FieldKind, isClosed } from '#shared/domain/message/fields/kinds.ts';
import { unfitBecause } from '#shared/domain/message/fields/shapes.ts';
import lawful from '#test/labelled/values/lawful.json' with { type: 'json' };
import offering from '#test/labelled/values/offering.json' with { type: 'json' };
import reviewed from '#test/labelled/values/reviewed.json' with { type: 'json' };
import { REVIEWED_FIT, REVIEWED_UNFIT } from './reviewed.ts';
import { FIT, UNFIT } from './values.ts';

const OWN = ['alba.example'];
const fits = (kind: FieldKind, value: string): boolean => unfitBecause(kind, value, OWN) === undefined;
const KINDS = ['name', 'date', 'time', 'amount', 'number', 'reference', 'place'] as const;
/** Kinds in which a word may be any word. */
const OF_WORDS: readonly FieldKind[] = ['name', 'place'];

/** Each value with its kind. */
const each = (...lists: readonly Readonly<Record<string, readonly string[]>>[]): [FieldKind, string][] =>
  lists.flatMap((list) =>
    Object.entries(list).flatMap(([kind, values]) =>
      values.map((value): [FieldKind, string] => [kind as FieldKind, value]),
    ),
  );

describe('a value of a kind', () => {
  test.each(each(FIT, REVIEWED_FIT))('of %s may be %s', (kind, value) => {
    expect(unfitBecause(kind, value, OWN)).toBeUndefined();
  });
  test.each(each(UNFIT, REVIEWED_UNFIT))('of %s is never %s', (kind, value) => {
    expect(unfitBecause(kind, value, OWN)).toEqual(expect.any(String));
  });
  test.each(['item', 'text'] as const)('of %s is any text, and its words are judged', (kind) => {
    expect([unfitBecause(kind, '-20 % sur tout !', OWN), isClosed(kind)]).toEqual([undefined, false]);
  });
  test('of link is judged by the page that it leads to', () => {
    expect(isClosed('link')).toBe(false);
  });
});

interface Row {
  readonly field: string;
  readonly value: string;
}
/** Rows that people labelled, none of whom had read the kinds. */
const OFFERS: readonly Row[] = [...offering, ...reviewed.filter(({ offers }) => offers)];
const LAWFUL: readonly Row[] = [...lawful, ...reviewed.filter(({ offers }) => !offers)];

/** The kind that the name of a field suggests. */
const SUGGESTED: Readonly<Record<(typeof KINDS)[number], RegExp>> = {
  name: /^(?:prenom|nom|name|client|conseiller)$/,
  date: /^date$/,
  time: /^(?:heure|creneau|slot)$/,
  amount: /^(?:montant|amount|total)$/,
  number: /^quantite$/,
  reference: /^(?:code|commande|facture|otp|ref|reference|suivi|tracking|telephone|iban)$/,
  place: /^(?:adresse|address|ville|magasin|agence|point|point_relais|hotel)$/,
};
/** Lawful in what they say, and not what their field is named after. */
const NOT_OF_THEIR_KIND = [
  'Nous vous attendons',
  ...['Code 4821', 'Code porte B1234', 'Votre code : 482913', 'n° 4412', 'FR76 3000 6000 0112 3456 7890 189'],
];

describe('values that people labelled', () => {
  test.each(KINDS)('that offer are none of %s, whatever their field', (kind) => {
    const taken = OFFERS.filter(({ value }) => fits(kind, value)).map(({ value }) => value);
    // One word is the name of somebody: the same labels have "Soldes", "Promo" and "Gratuit" as names.
    expect(taken.filter((value) => /\s/.test(value) || !OF_WORDS.includes(kind))).toEqual([]);
    expect(taken.length).toBeLessThanOrEqual(6);
  });
  test.each(KINDS)('that offer in a field that is named after %s are none of it', (kind) => {
    expect(OFFERS.filter(({ field, value }) => SUGGESTED[kind].test(field) && fits(kind, value))).toEqual([]);
  });
  test.each(KINDS)('that are lawful in a field that is named after %s are of it', (kind) => {
    const ofField = LAWFUL.filter(({ field }) => SUGGESTED[kind].test(field));
    expect(ofField.length).toBeGreaterThan(0);
    const refused = ofField.filter(({ value }) => !fits(kind, value)).map(({ value }) => value);
    expect(refused.filter((value) => !NOT_OF_THEIR_KIND.includes(value))).toEqual([]);
  });
});

const capitals = (value: string): string => value.replace(/(^|[\s-])(\p{Ll})/gu, (found) => found.toUpperCase());
const WRITTEN: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value.toLowerCase(),
  (value) => value.replaceAll(' ', '\u00a0'),
  (value) => value.normalize('NFD'),
];
const IN_CAPITALS: readonly ((value: string) => string)[] = [(value) => value.toUpperCase(), capitals];
const GLUE = fc.constantFrom(' ', ', ', ' - ', '-', '/', ' : ', '. ', '\n', ' ! ', ' (', '_');
const anOffer = fc.constantFrom(...OFFERS.map(({ value }) => value).filter((value) => value.includes(' ')));

/** Numbers of runs of a property: each runs over all kinds. */
const RUNS = { numRuns: 4_000, seed: 1 };
/** A value of a kind, an offer, or the one beside the other. */
const besides = (kind: (typeof KINDS)[number]) =>
  fc
    .tuple(fc.option(fc.constantFrom(...FIT[kind])), GLUE, anOffer, GLUE, fc.option(fc.constantFrom(...FIT[kind])))
    .map(([before, first, offer, second, after]) => ({
      before: before === null ? '' : `${before}${first}`,
      offer,
      after: after === null ? '' : `${second}${after}`,
    }));

describe('no value of a kind holds an offer that people labelled', () => {
  test.each(KINDS)('%s: alone, or beside a value of the kind', (kind) => {
    fc.assert(
      fc.property(besides(kind), fc.constantFrom(...WRITTEN), ({ before, offer, after }, write) => {
        expect(fits(kind, `${before}${write(offer)}${after}`)).toBe(false);
      }),
      RUNS,
    );
  });
  test.each(KINDS.filter((kind) => !OF_WORDS.includes(kind)))('%s: in capitals as well', (kind) => {
    fc.assert(
      fc.property(besides(kind), fc.constantFrom(...IN_CAPITALS), ({ before, offer, after }, write) => {
        expect(fits(kind, `${before}${write(offer)}${after}`)).toBe(false);
      }),
      RUNS,
    );
  });
  test('of names and places in capitals a few are not seen: who writes them so is known by the approval alone', () => {
    const unseen = (kind: FieldKind) =>
      OFFERS.filter(({ value }) => value.includes(' ') && fits(kind, capitals(value))).length;
    expect(OFFERS.length).toBeGreaterThan(180);
    expect([unseen('name') <= 7, unseen('place') <= 16]).toEqual([true, true]);
  });
  test.each(KINDS)('%s: whatever is accepted is short, on one line, and asks for nothing', (kind) => {
    const pieces = [...FIT[kind], ...OFFERS.map(({ value }) => value)].flatMap((value) => value.split(/(?<=\s)/));
    const value = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((found) => found.join(''));
    fc.assert(
      fc.property(value, (written) => {
        if (!fits(kind, written)) return;
        expect(written.length).toBeLessThanOrEqual(120);
        expect(written).not.toMatch(/[%!?"<>{}\n\r]|https?:|www\./);
      }),
      RUNS,
    );
  });
});
