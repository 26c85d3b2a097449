import { describe, expect, test } from 'vitest';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { ProposedMessage, VetRequest } from '#shared/domain/message/vet.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { NOT_ASKED, OPPOSITIONS } from '#shared/law/fold/conclude-test.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import {
  aConsent,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  sha256,
  someBytes,
  someSends,
} from '#test/support/builders.ts';

const AGREED = { agreedAt: instant('2026-11-20T09:00:00Z'), evidence: { sha256: sha256('form') } };
const NIGHT = instant('2026-11-24T22:30:00Z');

interface Tested {
  readonly declared?: Standing['declared'];
  readonly standing?: Partial<Standing>;
  readonly message?: Partial<ProposedMessage>;
  readonly more?: Partial<VetRequest>;
}

/** A test to one who agreed to tests, and to nothing else. */
const aTest = ({ declared = { testsAgreed: AGREED }, standing, message, more }: Tested = {}): VetRequest =>
  aVetRequest({
    standing: aStanding({ consents: [], sales: [], declared, ...standing }),
    message: aProposedMessage({ isTest: true, ...message }),
    ...more,
  });
const BY_SMS: Tested = {
  message: { channel: 'sms', subject: undefined },
  more: { address: '+33612345678', isPublicMailbox: false },
};
const judged = (tested?: Tested) => {
  const { outcome, reasons } = vet(aTest(tested));
  return [outcome, ...reasons.map(({ code, detail }) => (/TEST/.test(code) ? `${code} ${detail}` : code))];
};
const template = (changes: Partial<NonNullable<ProposedMessage['template']>> = {}) => ({
  templateId: 'winter' as never,
  version: '1' as never,
  class: 'prospecting' as const,
  offerSigns: [],
  bringsOffer: false,
  ...changes,
});

describe('a test of a template', () => {
  test('goes to one who agreed to tests, without a basis', () => {
    expect(judged()).toEqual(['allow', 'OK_TEST prospecting']);
    expect(vet({ ...aTest(), message: aProposedMessage() }).outcome).toBe('refuse');
  });

  test.each<[string, Standing['declared'], string]>([
    ['nothing is recorded', {}, 'never'],
    [
      'the agreement is of a day to come',
      { testsAgreed: { ...AGREED, agreedAt: instant('2026-12-01T09:00:00Z') } },
      'never',
    ],
    ['nothing shows the agreement', { testsAgreed: { agreedAt: AGREED.agreedAt } }, 'not-shown'],
    ['it was taken back', { testsAgreed: { ...AGREED, endedAt: instant('2026-11-23T09:00:00Z') } }, 'withdrawn'],
    ['a child agreed alone', { testsAgreed: AGREED, ageBand: 'under-15' }, 'under-15'],
  ])('is refused where %s', (_, declared, found) => {
    expect(judged({ declared })).toEqual(['refuse', `TEST_NOT_AGREED ${found}`]);
  });

  test('is refused where the address was corrected since: who reads it agreed to none', () => {
    const found = (standing: Partial<Standing>) => judged({ standing });
    const never = ['refuse', 'TEST_NOT_AGREED never'];
    expect(found({ correctedAt: instant('2026-11-21T09:00:00Z') })).toEqual(never);
    expect(found({ correctedAt: AGREED.agreedAt })).toEqual(never);
    expect(found({ correctedAt: instant('2026-11-20T08:59:59.999Z') })[0]).toBe('allow');
  });

  test('is sent from the instant of the agreement on', () => {
    expect(judged({ declared: { testsAgreed: { ...AGREED, agreedAt: NOW } } })[0]).toBe('allow');
    const next = instant('2026-11-24T10:00:00.001Z');
    expect(judged({ declared: { testsAgreed: { ...AGREED, agreedAt: next } } })).toEqual([
      'refuse',
      'TEST_NOT_AGREED never',
    ]);
  });
  test('a consent to prospecting is no agreement to tests, and an agreement to tests is no consent', () => {
    const standing = { consents: [aConsent()] };
    expect(judged({ declared: {}, standing })).toEqual(['refuse', 'TEST_NOT_AGREED never']);
    expect(vet({ ...aTest(), message: aProposedMessage() }).reasons.map(({ code }) => code)).not.toContain(
      'TEST_NOT_AGREED',
    );
  });

  test('goes to a child whose parent agreed too', () => {
    const parentalConsent = { agreedAt: AGREED.agreedAt, evidence: { reference: 'P-1' } } as never;
    expect(judged({ declared: { testsAgreed: AGREED, ageBand: 'under-15', parentalConsent } })[0]).toBe('allow');
  });

  test('an agreement given as a child alone is worth nothing later either', () => {
    const standing = { childUntil: instant('2026-11-22T09:00:00Z') };
    const declared = { testsAgreed: AGREED, ageBand: '15-17' } as const;
    const later = { ...AGREED, agreedAt: instant('2026-11-23T09:00:00Z') };
    const parent = (at: string) => ({ agreedAt: instant(at), evidence: AGREED.evidence });
    const found = (more: Standing['declared']) => judged({ standing, declared: { ...declared, ...more } });
    expect(found({})).toEqual(['refuse', 'TEST_NOT_AGREED given-under-15']);
    expect(found({ parentalConsent: parent('2026-11-23T09:00:00Z') })[0]).toBe('refuse');
    expect(found({ parentalConsent: parent('2026-11-20T09:00:00Z') })[0]).toBe('allow');
    expect(found({ testsAgreed: later })[0]).toBe('allow');
  });

  test('goes to an unknown contact never', () => {
    expect(vet({ ...aTest(), standing: undefined })).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code: 'TEST_NOT_AGREED', detail: 'never' }],
    });
  });
});

describe('P2: an opposition stops a test', () => {
  const SCOPES: readonly [OppositionScope, string][] = [
    [{ scope: 'global' }, 'OPPOSED_GLOBAL'],
    [{ scope: 'channel', channels: ['email'] }, 'OPPOSED_CHANNEL'],
    [{ scope: 'purpose', channels: ['email'], purpose: 'own-offers' }, 'OPPOSED_PURPOSE'],
  ];
  const CLASSES = ['prospecting', 'renewal-request', 'relational', 'transactional'] as const;
  test.each(SCOPES.flatMap(([of, code]) => CLASSES.map((each) => [of.scope, each, of, code] as const)))(
    'of scope %s, whatever the class: %s',
    (_, declaredClass, of, code) => {
      const standing = { oppositions: [anOpposition(of)] };
      const message = { template: template({ class: declaredClass }), reference: 'C-1' };
      expect(judged({ standing, message })).toEqual(['refuse', code]);
    },
  );

  test('to another channel or purpose does not', () => {
    const oppositions = [
      anOpposition({ scope: 'channel', channels: ['sms'] }),
      anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'partner-offers' }),
    ];
    expect(judged({ standing: { oppositions } })[0]).toBe('allow');
  });

  test('is lifted by no agreement to tests, and by a later consent as for prospecting', () => {
    const opposed = anOpposition({ scope: 'channel', channels: ['email'] }, {
      seq: 1,
      occurredAt: instant('2026-03-01T09:00:00Z'),
    } as never);
    expect(judged({ standing: { oppositions: [opposed] } })).toEqual(['refuse', 'OPPOSED_CHANNEL']);
    const later = aConsent({ seq: 9, givenAt: instant('2026-05-20T09:00:00Z'), observed: true });
    const standing = { oppositions: [opposed], consents: [later] };
    expect(vet({ ...aTest({ standing }), message: aProposedMessage() }).outcome).toBe('allow');
    expect(judged({ standing })[0]).toBe('allow');
    expect(judged({ standing: { ...standing, consents: [{ ...later, observed: false }] } })).toEqual([
      'refuse',
      'OPPOSED_CHANNEL',
      'REOPT_IN_NOT_VALID',
    ]);
  });

  test('every reason is given', () => {
    expect(judged({ declared: {}, standing: { oppositions: [anOpposition({ scope: 'global' })] } })).toEqual([
      'refuse',
      'TEST_NOT_AGREED never',
      'OPPOSED_GLOBAL',
    ]);
  });
});

describe('what is asked of a test', () => {
  test('no cap holds it, and it counts for none', () => {
    const morning = '2026-11-24T07:00:00.000Z';
    const sends = [someSends('email', [morning, '2026-11-24T07:30:00.000Z'])];
    const advertiser = anAdvertiser({ dailyCeiling: 1 });
    const standing = aStanding({ consents: [aConsent()], declared: { testsAgreed: AGREED } });
    const request = aVetRequest({ standing, sends, advertiser });
    expect(vet(request)).toMatchObject({ outcome: 'defer', reasons: [{ code: 'FREQUENCY_CAP' }], sendsCounted: 2 });
    expect(vet({ ...request, message: aProposedMessage({ isTest: true }) }).outcome).toBe('allow');
    const tests = sends.map((each) => ({
      ...each,
      entries: each.entries.map((entry) => ({ ...entry, test: true as const })),
    }));
    expect(vet({ ...request, sends: tests })).toMatchObject({ outcome: 'allow', sendsCounted: 0 });
  });

  test('an e-mail goes at any hour; an SMS waits for the hours of prospecting, whatever its class', () => {
    expect(judged({ more: { at: NIGHT } })[0]).toBe('allow');
    expect(judged(BY_SMS)[0]).toBe('allow');
    for (const declaredClass of ['prospecting', 'transactional'] as const) {
      const message = { ...BY_SMS.message, template: template({ class: declaredClass }), reference: 'C-1' };
      expect(vet(aTest({ message, more: { ...BY_SMS.more, at: NIGHT } }))).toMatchObject({
        outcome: 'defer',
        reasons: [{ code: 'QUIET_HOURS_SMS' }],
        notBefore: expect.stringMatching(/^2026-11-25T0/),
      });
    }
  });

  test('nothing goes in the day after an annulment', () => {
    const standing = { annulledAt: instant('2026-11-24T08:00:00Z') };
    expect(judged({ standing })).toEqual(['defer', 'HELD_AFTER_ANNULMENT']);
  });

  test('a review is not waited for, and a refusal by a human holds', () => {
    const message = { template: template({ class: 'relational' }) };
    expect(judged({ message })).toEqual(['allow', 'OK_TEST relational']);
    const decided = (decision: 'allowed' | 'refused') => () => ({ decision, appliesTo: 'all', number: 1 }) as never;
    expect(judged({ message, more: { decisions: decided('allowed') } })).toEqual(['allow', 'OK_TEST relational']);
    expect(judged({ message, more: { decisions: decided('refused') } })).toEqual(['allow', 'OK_TEST prospecting']);
    const advertiser = anAdvertiser({ offers: [{ category: 'wine', natures: ['home-energy-mixed'] }] as never });
    const mixed = { message: { template: template() }, more: { advertiser } };
    expect(vet({ ...aTest(mixed), message: aProposedMessage({ template: template() }) }).reasons).toContainEqual(
      expect.objectContaining({ code: 'SECTOR_BAN_UNCERTAIN' }),
    );
    expect(judged(mixed)[0]).toBe('allow');
    expect(judged({ ...mixed, more: { advertiser, decisions: decided('refused') } })).toEqual([
      'refuse',
      'SECTOR_BAN_UNCERTAIN',
    ]);
  });

  test('its blocks that promote are in it, and make it prospecting', () => {
    const message = { template: template({ class: 'transactional', hasProspectingBlocks: true }), reference: 'C-1' };
    expect(judged({ message })).toEqual(['allow', 'OK_TEST prospecting']);
    const { notes } = vet(aTest({ message, more: { blocksStoppedBy: [{ code: 'OPPOSITION_MENTION_MISSING' }] } }));
    expect(notes).toEqual([]);
  });

  test('its bytes must say what those of its class must say', () => {
    const request = aTest();
    const onBytes = (facts: Parameters<typeof someBytes>[0], asked = request) =>
      vetBytes(asked, vet(asked), someBytes({ isMarkedAsTest: true, ...facts })).reasons.map(({ code }) => code);
    expect(onBytes({})).toEqual(['OK_TEST']);
    expect(onBytes({ isMarkedAsTest: undefined })).toEqual(['TEST_NOT_MARKED']);
    const unmarked = { isMarkedAsTest: undefined, saysWhy: false };
    expect(onBytes(unmarked)).toEqual(['TEST_NOT_MARKED', 'PROCESSING_NOTICE_MISSING']);
    // By L. 34-5 CPCE and by L. 122-8 C. conso.
    expect(onBytes({ carriesOppositionMeans: false })).toEqual([
      'OPPOSITION_MENTION_MISSING',
      'OPPOSITION_MENTION_MISSING',
    ]);
    expect(onBytes({ oppositionMeansWork: false, externalMeans: ['elsewhere.example'] })).toEqual([
      'OPPOSITION_ROAD_NOT_WORKING',
      'OPPOSITION_ROAD_NOT_WORKING',
    ]);
    expect(onBytes({ subject: 'RE: votre commande' })).toEqual(['SUBJECT_FAKE_REPLY']);
    const transactional = aTest({ message: { template: template({ class: 'transactional' }), reference: 'C-1' } });
    expect(onBytes({ carriesOppositionMeans: false, saysWhy: false }, transactional)).toEqual(['OK_TEST']);
    expect(onBytes({ isMarkedAsTest: undefined }, transactional)).toEqual(['TEST_NOT_MARKED']);
    expect(onBytes({ namesAdvertiser: false }, transactional)).toEqual(['ADVERTISER_HIDDEN']);
  });

  test('a sender that is not registered, a channel that is not sent and a ban of the law hold', () => {
    expect(judged({ message: { sender: 'other@example.fr' } })).toEqual(['refuse', 'ADVERTISER_HIDDEN']);
    expect(judged({ message: { channel: 'fax' } })[0]).toBe('refuse');
    const advertiser = anAdvertiser({ offers: [{ category: 'wine', natures: ['home-energy-works'] }] as never });
    expect(judged({ more: { advertiser } })).toEqual(['refuse', 'SECTOR_BAN_HOME_ENERGY']);
  });

  test('what a prospecting message of sensitive goods asks of its reader is not asked', () => {
    const advertiser = anAdvertiser({ offers: [{ category: 'wine', natures: ['sensitive'] }] as never });
    expect(judged({ more: { advertiser } })[0]).toBe('allow');
  });

  test('a sentence of each kind that is not asked, or speaks of oppositions, is named', () => {
    const codesOf = (isOne: (each: (typeof RULEBOOK.prohibitions)[number]) => boolean) =>
      new Set(RULEBOOK.prohibitions.filter(isOne).map(({ code }) => code));
    const isIn = (...groups: string[]) => {
      const inGroups = ({ code }: { readonly code: string }) => groups.includes(reasonOf(code)?.group ?? '');
      return (each: (typeof RULEBOOK.prohibitions)[number]) => each.judges !== 'basis' && inGroups(each);
    };
    const notAsked = codesOf(isIn('basis', 'basis-allowed', 'evidence', 'recipient', 'retention', 'frequency'));
    expect(new Set(NOT_ASKED)).toEqual(new Set([...notAsked, 'SENSITIVE_TARGETING']));
    expect(new Set(OPPOSITIONS)).toEqual(codesOf(isIn('opposition')));
  });

  test('past its validity it is refused', () => {
    expect(judged({ message: { validUntil: instant('2026-11-24T09:00:00Z') } })).toEqual(['refuse', 'VALIDITY_PASSED']);
  });

  test('P4: its verdict is given again from what was recorded', () => {
    for (const request of [aTest(), aTest({ declared: {} })]) {
      const stored = vet(request);
      expect(replay(stored, request)).toEqual({ verdict: stored, isSame: true });
    }
  });
});
