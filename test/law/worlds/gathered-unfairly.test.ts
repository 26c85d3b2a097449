/** Art. 226-18 C. pén.: an address that a program gathered, or that was guessed, serves no relational message; what an order calls for goes. */
import { describe, expect, test } from 'vitest';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import { rulebookAt } from '#shared/law/editions/edition.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import {
  aConsent,
  aFormVersion,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  OTHER_SIREN,
  SIREN,
} from '../../support/builders.ts';

const AT_WORK = 'paul.durand@firme.example';
const profession = (kind: 'scraped' | 'guessed' | 'public-source') => ({
  function: 'engineer',
  source: { kind, collectedAt: NOW },
  noticeGivenAt: NOW,
  refusalOfferedAt: NOW,
});
const SURVEY = { templateCause: 'template:survey@1', decided: { 'template:survey@1': 'allowed' } } as const;
const asked = (
  declared: DeclaredFacts,
  standing: Parameters<typeof aStanding>[0] = {},
  address = AT_WORK,
): VetRequest => aVetRequest({ address, standing: aStanding({ ...standing, declared }) });
const codes = (request: VetRequest, declaredClass: 'relational' | 'transactional' = 'relational') =>
  conclude({ ...prepareFacts(request), ...SURVEY, declaredClass }, RULEBOOK).reasons.map(({ code }) => code);

describe('a relational message', () => {
  test.each<[string, VetRequest, string]>([
    [
      'a professional, scraped',
      asked({ kind: 'professional', profession: profession('scraped') }),
      'COLLECTION_UNFAIR',
    ],
    ['a consumer, scraped', asked({ source: 'scraped' }), 'COLLECTION_UNFAIR'],
    [
      'a professional, guessed',
      asked({ kind: 'professional', profession: profession('guessed') }),
      'B2B_ADDRESS_GUESSED',
    ],
    [
      'one who agreed later than this message',
      asked({ source: 'scraped' }, { consents: [aConsent({ givenAt: instant('2027-01-01T10:00:00Z') })] }),
      'COLLECTION_UNFAIR',
    ],
    [
      'one who agreed by a box that was ticked in advance',
      {
        ...asked({ source: 'scraped' }, { consents: [aConsent()] }),
        formOf: () => aFormVersion({ defaultState: 'ticked' }),
      },
      'COLLECTION_UNFAIR',
    ],
    [
      'one who bought at another firm',
      asked({ source: 'scraped' }, { sales: [aSale({ sellerSiren: OTHER_SIREN })] }),
      'COLLECTION_UNFAIR',
    ],
    [
      'one of whom a marketplace gave the address with an order',
      asked({ source: 'scraped' }, { sales: [aSale({ coordinatesFrom: 'marketplace' })] }),
      'COLLECTION_UNFAIR',
    ],
    [
      'one whose order was cancelled',
      asked({ source: 'scraped' }, { sales: [aSale({ cancelledAt: NOW })] }),
      'COLLECTION_UNFAIR',
    ],
  ])('does not go to %s', (_, request, code) => {
    expect(codes(request)).toContain(code);
    expect(codes(request, 'transactional')).not.toContain(code);
  });
  test.each<[string, VetRequest]>([
    ['a professional, found in public', asked({ kind: 'professional', profession: profession('public-source') })],
    ['one who bought since', asked({ source: 'scraped' }, { sales: [aSale()] })],
    ['one who agreed since', asked({ source: 'scraped' }, { consents: [aConsent()] })],
    [
      'one who agreed since, and took it back',
      asked({ source: 'scraped' }, { consents: [aConsent({ state: 'withdrawn', endedAt: NOW })] }),
    ],
    [
      'a customer whom no means to refuse was offered',
      { ...asked({ source: 'scraped' }, { sales: [aSale()] }), formOf: () => undefined },
    ],
    [
      'the general address of a company, scraped',
      asked(
        { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' }, source: 'scraped' },
        {},
        'contact@firme.example',
      ),
    ],
  ])('goes to %s', (_, request) => {
    expect(codes(request)).toEqual(['NOT_PROSPECTING_RELATIONAL']);
  });
});

const template: NamedTemplate = {
  ...{ templateId: 'survey' as NamedTemplate['templateId'], version: '1', class: 'relational' as const },
  ...{ offerSigns: [], bringsOffer: false },
};
/** A survey, from a template that a human allowed. */
const surveyed = (request: VetRequest): VetRequest => ({
  ...request,
  message: aProposedMessage({ template }),
  decisions: () => ({ decision: 'allowed', appliesTo: 'all', number: 1 }) as never,
});
const SCRAPED = surveyed(asked({ source: 'scraped' }));

describe('its verdict in words', () => {
  const toldOf = (request: VetRequest) => {
    const verdict = vet(request);
    return { outcome: verdict.outcome, stored: verdict.reasons, told: explain(verdict).reasons };
  };
  test('names the sentence that gave it, what the collecting costs, and nothing of offers or of a consent to get', () => {
    const { outcome, stored, told } = toldOf(SCRAPED);
    expect([outcome, stored]).toEqual([
      'refuse',
      [{ code: 'COLLECTION_UNFAIR', article: 'penal-226-18-relational/2004-08-07' }],
    ]);
    const [reason] = told;
    expect(reason?.citation).toMatchObject({
      number: '226-18',
      paragraph: 'al. 1',
      nature: 'reading',
      quote: expect.stringContaining('collecter'),
      reading: expect.stringMatching(/punishes the collecting.* is held to follow/),
    });
    expect(reason?.sanctions.map(({ nature, texts: [first] }) => [nature, first?.version])).toEqual([
      ['penal', 'penal-226-18/2004-08-07'],
      ['administrative', 'rgpd-83/2018-05-25'],
    ]);
    expect(reason?.remedy?.sentence.fr).toMatch(/^Ne rien envoyer et effacer cette adresse/);
    const words = [reason?.fr, reason?.en, reason?.remedy, reason?.sanctions.map(({ says }) => says)];
    expect(JSON.stringify(words)).not.toMatch(/prospect|226-18-1|L\. 34-5|publicit|advertising|consent|offer|offre/i);
  });
  test('is the same of a person abroad: the text binds whoever handles the data in France', () => {
    const { told } = toldOf(surveyed(asked({ source: 'scraped', country: 'BE' })));
    const [reason] = told.filter(({ code }) => code === 'COLLECTION_UNFAIR');
    expect([reason?.citation?.nature, reason?.sanctions.length]).toEqual(['reading', 2]);
    expect(reason?.citation?.reading).not.toContain('Not shown to hold there');
  });
  test('names the other sentence where an offer rests on the address', () => {
    const profile = { kind: 'professional', profession: profession('scraped') } as const;
    const { stored } = toldOf({ ...asked(profile), message: aProposedMessage({ basis: 'professional-interest' }) });
    expect(stored).toContainEqual(
      expect.objectContaining({ code: 'COLLECTION_UNFAIR', article: 'penal-226-18/2004-08-07' }),
    );
  });
});

test.each(['2026-11-25', '2026-12-01', '2026-12-01.2'])(
  'P4: a survey that edition %s allowed to such an address is given again to the letter',
  (edition) => {
    for (const request of [SCRAPED, surveyed(asked({ source: 'scraped' }, { sales: [aSale({ cancelledAt: NOW })] }))]) {
      const then = vet(request, rulebookAt(edition));
      expect([then.outcome, vet(request).outcome]).toEqual(['allow', 'refuse']);
      expect(replay(then, request)).toEqual({ verdict: then, isSame: true });
    }
  },
);
