import { describe, expect, test } from 'vitest';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import type { Opposition, OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import {
  aConsent,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  factId,
  instant,
} from '../../support/builders.ts';

const GLOBAL: OppositionScope = { scope: 'global' };
const PURPOSE: OppositionScope = { scope: 'purpose', channels: ['email'], purpose: 'own-offers' };
const template: NamedTemplate = {
  ...{ templateId: 'survey' as NamedTemplate['templateId'], version: '1', class: 'relational' as const },
  ...{ offerSigns: [], bringsOffer: false },
};
const BACK = aConsent({ id: factId('back'), seq: 11, observed: true, givenAt: instant('2026-11-20T09:00:00Z') });
const COMPANY = { kind: 'legal-person', organisation: { legalForm: 'company' } } as const;

/** A survey whose template a human allowed, after an opposition. */
const surveyed = (of: OppositionScope | undefined, more: Partial<Opposition> = {}, request: Partial<VetRequest> = {}) =>
  vet(
    aVetRequest({
      message: aProposedMessage({ template }),
      standing: aStanding({ oppositions: [anOpposition(of, more)] }),
      decisions: () => ({ decision: 'allowed', appliesTo: 'all', number: 1 }) as never,
      ...request,
    }),
  );
const codesOf = (verdict: ReturnType<typeof vet>) =>
  verdict.reasons.map(({ code, detail }) => [code, detail].join(' ').trim());

test('a survey that was allowed does not leave after an opposition to everything, or by a means that surveys carry', () => {
  const after = (of: OppositionScope | undefined, more: Partial<Opposition> = {}) =>
    codesOf(surveyed(of, more, { allowedAtSeq: 9 }));
  expect(after(GLOBAL)).toEqual(['RELATIONAL_REFUSED after-verdict']);
  expect(after(undefined, { coversRelational: true })).toEqual(['RELATIONAL_REFUSED after-verdict']);
  expect(after(undefined)).toEqual(['NOT_PROSPECTING_RELATIONAL template:survey@1']);
  expect(after(PURPOSE)).toEqual(['NOT_PROSPECTING_RELATIONAL template:survey@1']);
});

test('a survey waits for a day after an annulment, as offers do, and what an order calls for does not', () => {
  const annulledAt = instant('2026-11-24T09:00:00Z');
  const standing = aStanding({ oppositions: [], consents: [BACK], annulledAt });
  const asked = (message: object, at = '2026-11-24T10:00:00Z') =>
    vet(
      aVetRequest({
        at: instant(at),
        message: aProposedMessage({ validUntil: instant('2026-11-27T10:00:00Z'), ...message }),
        standing,
        decisions: () => ({ decision: 'allowed', appliesTo: 'all', number: 1 }) as never,
      }),
    );
  const held = { outcome: 'defer', reasons: [{ code: 'HELD_AFTER_ANNULMENT' }], notBefore: '2026-11-25T09:00:00.000Z' };
  expect(asked({})).toMatchObject(held);
  expect(asked({ template })).toMatchObject(held);
  expect(asked({ template }, '2026-11-25T09:00:00Z').outcome).toBe('allow');
  const short = asked({ template, validUntil: instant('2026-11-25T08:59:59Z') });
  expect([short.outcome, codesOf(short)]).toEqual(['refuse', ['VALIDITY_PASSED', 'HELD_AFTER_ANNULMENT']]);
  const order = { ...template, class: 'transactional', reason: 'order' };
  expect(asked({ template: order, reference: 'CMD-1' }).outcome).toBe('allow');
});

test('offers that were agreed to again lift nothing of what stops a survey: no consent is about it', () => {
  const after = (of: OppositionScope | undefined, more: Partial<Opposition> = {}, own: object = { template }) =>
    codesOf(
      surveyed(of, more, {
        message: aProposedMessage(own),
        standing: aStanding({ consents: [BACK], oppositions: [anOpposition(of, more)] }),
      }),
    );
  expect(after(GLOBAL)).toEqual(['RELATIONAL_REFUSED everything']);
  expect(after(undefined, { coversRelational: true })).toEqual(['RELATIONAL_REFUSED by-its-means']);
  expect(after(PURPOSE, { coversRelational: true })).toEqual(['RELATIONAL_REFUSED by-its-means']);
  expect(after(undefined)).toEqual(['NOT_PROSPECTING_RELATIONAL template:survey@1']);
  // What was agreed to comes.
  expect(after(GLOBAL, {}, {})).toEqual(['OK_CONSENT observed']);
  expect(after(undefined, { coversRelational: true }, {})).toEqual(['OK_CONSENT observed']);
});

describe('a survey that is refused is no prospecting: neither its words nor its texts speak of any', () => {
  const REFUSED: readonly [string, ReturnType<typeof vet>, string][] = [
    ['everything refused', surveyed(GLOBAL), 'rgpd-21-1/2018-05-25'],
    [
      'everything refused, and offers agreed to since',
      surveyed(GLOBAL, {}, { standing: aStanding({ consents: [BACK], oppositions: [anOpposition(GLOBAL)] }) }),
      'rgpd-21-1/2018-05-25',
    ],
    ['refused by the link of a survey', surveyed(undefined, { coversRelational: true }), 'rgpd-21-1/2018-05-25'],
    ['refused while it was queued', surveyed(GLOBAL, {}, { allowedAtSeq: 9 }), 'rgpd-21-1/2018-05-25'],
    [
      'everything refused by contact@',
      surveyed(
        GLOBAL,
        {},
        {
          address: 'contact@bistrot.example',
          standing: aStanding({ declared: COMPANY, oppositions: [anOpposition(GLOBAL)] }),
        },
      ),
      'house-legal-persons/2026-11-24',
    ],
  ];
  test.each(REFUSED)('%s', (_, verdict, version) => {
    const { reasons, notes } = explain(verdict);
    expect(verdict.outcome).toBe('refuse');
    expect([reasons.length, notes]).toEqual([1, []]);
    const [told] = reasons;
    expect(told?.citation?.version).toBe(version);
    const said = [
      told?.fr,
      told?.en,
      told?.found,
      told?.citation?.quote,
      told?.citation?.rule,
      told?.sanctions,
      told?.remedy,
    ];
    expect(JSON.stringify(said)).not.toMatch(/prospect|226-18-1|L\. 34-5|publicit|advertising|consent/i);
    expect([told?.found?.fr, told?.remedy?.sentence.fr]).toEqual([
      expect.any(String),
      expect.stringContaining('n’y change rien'),
    ]);
  });
  test('by a fine for the rights of persons, and no other', () => {
    const [told] = explain(surveyed(GLOBAL)).reasons;
    expect(told?.sanctions.map(({ texts }) => `${texts[0]?.version} ${texts[0]?.paragraph}`)).toEqual([
      'rgpd-83/2018-05-25 § 5, b',
    ]);
  });
  test('an offer after the same refusal is prospecting, as before', () => {
    const [told] = explain(surveyed(GLOBAL, {}, { message: aProposedMessage() })).reasons;
    expect([told?.code, told?.sanctions[0]?.texts[0]?.version]).toEqual([
      'OPPOSED_GLOBAL',
      'penal-226-18-1/2004-08-07',
    ]);
  });
});
