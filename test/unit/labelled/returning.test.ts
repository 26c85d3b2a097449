import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { aConsent, anOpposition, aProposedMessage, aStanding, aVetRequest } from '#test/support/builders.ts';
import { textsOf } from '#tools/signs/labelled.ts';

type Row = Parameters<typeof textsOf>[0];
const rows = (name: string): readonly Row[] =>
  JSON.parse(readFileSync(`test/labelled/returning/${name}.json`, 'utf8')) as Row[];
const signsOf = (row: Row) =>
  offerSignsIn(textsOf(row), { reason: row.reason, ownHosts: row.ownHosts ?? [], products: [] });
const asking = rows('asking');
const plain = rows('plain');

describe('a message that says it is transactional and asks people to come back', () => {
  test('shows that as a sign by itself', () => {
    expect(asking.length).toBeGreaterThan(30);
    expect(asking.filter((row) => !signsOf(row).includes('asks-to-return')).map(({ id }) => id)).toEqual([]);
  });
  test('and what only confirms, acknowledges or restores what was asked for does not', () => {
    expect(plain.length).toBeGreaterThan(30);
    expect(plain.filter((row) => signsOf(row).includes('asks-to-return')).map(({ id }) => id)).toEqual([]);
  });
  test('goes to nobody who opposed everything until a human decides, and to who consented', () => {
    const outcomeOf = (row: Row, oppositions: Opposition[]) => {
      const named = {
        templateId: 'owed',
        version: '1',
        reason: row.reason,
        class: 'transactional',
        bringsOffer: false,
      };
      const template = { ...named, offerSigns: signsOf(row) } as NamedTemplate;
      const message = aProposedMessage({ template, reference: 'V-1' });
      return vet(aVetRequest({ message, standing: aStanding({ consents: [aConsent()], oppositions }) })).outcome;
    };
    for (const row of asking) {
      expect([row.id, outcomeOf(row, [anOpposition({ scope: 'global' })])]).toEqual([row.id, 'refuse']);
      expect([row.id, outcomeOf(row, [])]).toEqual([row.id, 'allow']);
    }
  });
  test('is no confirmation of a request where it says so under another reason', () => {
    const [confirmation] = plain.filter(({ id }) => id === 'doi-wish-fr');
    expect(confirmation).toBeDefined();
    if (confirmation === undefined) return;
    expect(signsOf(confirmation)).not.toContain('asks-to-return');
    expect(signsOf({ ...confirmation, reason: 'account' })).toContain('asks-to-return');
  });
});
