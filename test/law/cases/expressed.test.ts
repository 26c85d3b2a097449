import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { NotExpressible } from '../../acceptance/conclusions/not-expressible.ts';
import { finalBytes } from '../../acceptance/final-bytes.ts';
import { Scenario } from '../../acceptance/scenario.ts';
import { verdictOfWorld, worldOf } from './cases-world.ts';

type Changes = Readonly<Record<string, unknown>>;
const AGREED = {
  affirmativeAct: true,
  preTicked: false,
  separateFromTerms: true,
  advertiserNamed: true,
  channelsNamed: true,
  purposeNamed: true,
  informed: true,
  freelyGiven: true,
  proofKept: true,
};
const LAWFUL = {
  channel: 'email',
  recipientKind: 'consumer',
  collectedFrom: 'person',
  legalBasisClaimed: 'consent',
  consent: AGREED,
};
const scenario = (changes: Changes, consent: Changes = {}): Scenario =>
  z.parse(Scenario, {
    id: 'EXPRESSED',
    expected: 'allow',
    facts: { ...LAWFUL, consent: { ...AGREED, ...consent }, ...changes },
  });
const given = async (one: Scenario): Promise<string> => {
  const { outcome, reasons } = await verdictOfWorld(worldOf(one));
  return [outcome, ...reasons.map(({ code, detail }) => (detail === undefined ? code : `${code} ${detail}`))].join(' ');
};

describe('a fact of the file format', () => {
  test.each<[string, Changes, Changes, string]>([
    [
      'a yes on the telephone, before 11 August 2026',
      {},
      { obtainedVia: 'phone-oral', ageDays: 400 },
      'allow OK_CONSENT declared',
    ],
    [
      'a yes on the telephone, of a stranger, since',
      {},
      { obtainedVia: 'phone-oral', ageDays: 30 },
      'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE by-call',
    ],
    [
      'a yes on the telephone that nobody recorded',
      {},
      { obtainedVia: 'phone-oral', proofKept: false, ageDays: 400 },
      'refuse EVIDENCE_INCOMPLETE /proof',
    ],
    ['a yes on a page of which nothing is kept', {}, { proofKept: false }, 'refuse EVIDENCE_INCOMPLETE /form'],
    ['a consent of twelve years', {}, { ageDays: 4400 }, 'refuse RETENTION_EXPIRED'],
    [
      'a subject that has nothing to do with the offer',
      { message: { subjectMatchesOffer: false } },
      {},
      'refuse SUBJECT_UNRELATED',
    ],
    ['a form that leaves no free choice', {}, { freelyGiven: false }, 'refuse CONSENT_MECHANISM_INVALID not-free'],
    ['a form that does not inform', {}, { informed: false }, 'refuse CONSENT_MECHANISM_INVALID not-informed'],
    [
      'a way out that a human tried in vain',
      { message: { oppositionEffective: false } },
      {},
      'refuse OPPOSITION_ROAD_NOT_WORKING refused:opposition-means:desinscription.routeur-tiers.example OPPOSITION_ROAD_NOT_WORKING refused:opposition-means:desinscription.routeur-tiers.example',
    ],
    ['a way out of others that works', { message: { oppositionEffective: true } }, {}, 'allow OK_CONSENT declared'],
    [
      'a service message that offers',
      { message: { calledForBy: 'account' }, consent: undefined, legalBasisClaimed: 'none' },
      {},
      'refuse CONSENT_MISSING',
    ],
  ])('%s', async (_, changes, consent, expected) => {
    expect(await given(scenario(changes, consent))).toBe(expected);
  });

  test.each(['sms', 'mms', 'automated-call'])('%s: a way out that costs, or none', async (channel) => {
    expect(await given(scenario({ channel, message: { oppositionFree: false } }))).toContain('OPPOSITION_NOT_FREE');
    expect(await given(scenario({ channel, message: { oppositionMeansOffered: false } }))).toContain(
      'OPPOSITION_MENTION_MISSING',
    );
    expect(await given(scenario({ channel, message: { advertiserIdentified: false } }))).toMatch(
      /ADVERTISER_HIDDEN|SENDER_ID_INVALID not-registered/,
    );
  });

  test.each(['email', 'sms', 'mms', 'automated-call'])(
    '%s: what is allowed is allowed with its bytes',
    async (channel) => {
      for (const collectedFrom of ['person', 'third-party']) {
        const world = worldOf(scenario({ channel, collectedFrom }));
        expect((await verdictOfWorld({ ...world, bytes: finalBytes(world) })).outcome).toBe('allow');
      }
    },
  );

  test.each(['email', 'sms', 'mms', 'automated-call'])(
    '%s: a notice that something calls for is owed, and no offer',
    async (channel) => {
      const notice = { channel, message: { commercialContent: false, calledForBy: 'account' } };
      expect(await given(scenario({ ...notice, consent: undefined, legalBasisClaimed: 'none' }))).toBe(
        'allow NOT_PROSPECTING_TRANSACTIONAL template:notice@1',
      );
    },
  );

  test('an advertisement among the mails: its consent says so', () => {
    const { form } = worldOf(scenario({ message: { inboxAd: true } }));
    expect(form?.wording).toContain('parmi mes e-mails');
  });
});

describe('what no recorded fact stands for', () => {
  test.each<[string, Changes, Changes]>([
    ['a subject of a text', { channel: 'sms', message: { subjectMatchesOffer: false } }, {}],
    ['a number as the way out of a mail', { message: { oppositionFree: false } }, {}],
    ['a way of asking that has no name', {}, { obtainedVia: 'pigeon' }],
    ['a way of objecting that has no name', { opposition: { state: 'objected', channel: 'pigeon' } }, {}],
    ['the form of a consent of which no form is kept', {}, { proofKept: false, preTicked: true }],
    [
      'a notice to one who opposed, when nothing says what calls for it',
      { message: { commercialContent: false }, opposition: { state: 'objected', channel: 'email' } },
      {},
    ],
  ])('%s is said to be so', (_, changes, consent) => {
    expect(() => worldOf(scenario(changes, consent))).toThrow(NotExpressible);
  });

  test('what a human decided, found or wrote is told as the file’s', () => {
    expect(worldOf(scenario({})).supplied).toEqual([]);
    expect(worldOf(scenario({}, { informed: false })).supplied).toHaveLength(1);
    expect(worldOf(scenario({ message: { subjectMatchesOffer: false } })).supplied).toHaveLength(1);
  });
});
