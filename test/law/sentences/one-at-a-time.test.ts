import { describe, expect, test } from 'vitest';
import { type BasisFacts, faultless } from '#shared/law/facts/basis.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { aConsent, aStanding, aVetRequest } from '../../support/builders.ts';
import type { ONE_AT_A_TIME } from './excused.ts';
import { holidays, hours, inOneOfTwo } from './texts-of-moments.ts';

const CHANNELS = ['email', 'sms', 'mms', 'automated-call'] as const;
const EITHER = [true, false] as const;

/** What each of two facts can be, together. */
const both = <A, B>(as: readonly A[], bs: readonly B[]): readonly (readonly [A, B])[] =>
  as.flatMap((a) => bs.map((b) => [a, b] as const));

const senders = () => {
  const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
  const reasons = (changes: Partial<Facts>) =>
    conclude({ ...lawful, ...changes }, RULEBOOK).reasons.filter(({ code }) => code === 'ADVERTISER_HIDDEN');
  const texts = (changes: Partial<Facts>) => reasons(changes).map(({ article }) => article?.split('/')[0]);
  const ofSenders = both(EITHER, EITHER).flatMap(([senderIsRegistered, senderShowsTheAdvertiser]) =>
    EITHER.map((namesAdvertiser) => ({ senderIsRegistered, senderShowsTheAdvertiser, namesAdvertiser })),
  );
  const recipients = both(EITHER, ['prospecting', 'transactional'] as const).map(([isConsumer, declaredClass]) => ({
    isConsumer,
    declaredClass,
  }));

  test.each(CHANNELS)('speak one at a time, and none is silent where the advertiser is hidden: %s', (channel) => {
    for (const [sender, recipient] of both(ofSenders, recipients)) {
      const isHidden =
        !sender.namesAdvertiser ||
        (channel === 'email' && !(sender.senderIsRegistered && sender.senderShowsTheAdvertiser)) ||
        (channel === 'automated-call' && !sender.senderIsRegistered);
      const found = texts({ channel, ...sender, ...recipient });
      expect([sender, recipient, found]).toEqual([sender, recipient, isHidden ? [expect.anything()] : []]);
    }
  });
  test('say which text it is', () => {
    expect(texts({ namesAdvertiser: false })).toEqual(['l34-5']);
    expect(texts({ senderShowsTheAdvertiser: false })).toEqual(['l34-5']);
    expect(texts({ senderIsRegistered: false })).toEqual(['house-named-sender']);
    const call = { channel: 'automated-call', senderIsRegistered: false } as const;
    expect(texts(call)).toEqual(['l221-17']);
    expect(texts({ ...call, namesAdvertiser: false })).toEqual(['l34-5']);
    expect(texts({ ...call, isConsumer: false })).toEqual(['house-named-sender']);
  });
  test.each<[string, Partial<Facts>, string, string]>([
    ['a mail that names nobody', { namesAdvertiser: false }, 'l34-5', 'not-in-bytes'],
    [
      'the same, from a mailbox that nobody registered',
      { namesAdvertiser: false, senderIsRegistered: false },
      'l34-5',
      'not-in-bytes',
    ],
    [
      'a call that names nobody, from a number that nobody registered',
      { channel: 'automated-call', namesAdvertiser: false, senderIsRegistered: false },
      'l34-5',
      'not-in-bytes',
    ],
    ['a name that is none of ours', { senderShowsTheAdvertiser: false }, 'l34-5', 'name-not-registered'],
    ['a mailbox that nobody registered', { senderIsRegistered: false }, 'house-named-sender', 'sender-not-registered'],
    [
      'a number that nobody registered',
      { channel: 'automated-call', senderIsRegistered: false },
      'l221-17',
      'sender-not-registered',
    ],
    [
      'an order confirmation by text that names nobody',
      { channel: 'sms', declaredClass: 'transactional', namesAdvertiser: false, senderIsRegistered: false },
      'house-named-sender',
      'not-in-bytes',
    ],
  ])('say what that text speaks of: %s', (_, changes, text, detail) => {
    expect(reasons(changes).map(({ article, detail }) => [article?.split('/')[0], detail])).toEqual([[text, detail]]);
  });
};

const evidence = () => {
  const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
  const texts = (kind: 'consent' | 'existing-customer', basis: Partial<BasisFacts>) =>
    conclude({ ...lawful, bases: [{ ...faultless(kind), ...basis }] }, RULEBOOK)
      .reasons.filter(({ code }) => code === 'EVIDENCE_INCOMPLETE')
      .map(({ article }) => article?.split('/')[0]);

  test.each([
    ['consent', 'rgpd-7'],
    ['existing-customer', 'l34-5'],
  ] as const)('speak one at a time, of a basis of the kind %s', (kind, ofEvidence) => {
    for (const grade of ['observed', 'declared', 'reconstructed'] as const)
      for (const missing of [[], ['/form/shown'], ['/form/approver', '/form/reconstruction']]) {
        const ofArchive = grade === 'reconstructed' ? ['rgpd-5'] : [];
        const expected = missing.length > 0 ? [ofEvidence] : ofArchive;
        expect([grade, missing, texts(kind, { grade, missing })]).toEqual([grade, missing, expected]);
      }
  });
};

/** An ordinary number is the numbering plan's; every other sender that may not show is the charter's. */
const sendersOfTexts = () => {
  const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
  const found = (changes: Partial<Facts>) =>
    conclude({ ...lawful, ...changes }, RULEBOOK)
      .reasons.filter(({ code }) => code === 'SENDER_ID_INVALID')
      .map(({ article, detail }) => `${article?.split('/')[0]} ${detail}`);

  test.each(['sms', 'mms'] as const)('speak one at a time, of a sender of the channel %s', (channel) => {
    for (const [senderIsRegistered, declaredClass] of both(EITHER, ['prospecting', 'transactional'] as const)) {
      const by = (senderId: string | undefined) => found({ channel, senderId, senderIsRegistered, declaredClass });
      const ofCharter = [`af2m-sender ${senderIsRegistered ? 'not-admitted' : 'not-registered'}`];
      const ofPlan = ['arcep-2018-0881 ordinary-number'];
      for (const number of ['+33612345678', '+33142000000', '+33912345678', '+262692123456'])
        expect([number, by(number)]).toEqual([number, ofPlan]);
      for (const other of ['PROMO', '1234567', '+33899123456', '+447700900123', undefined])
        expect([other, by(other)]).toEqual([other, ofCharter]);
      for (const admitted of ['VALMY', '36105', '+33939400000'])
        expect([admitted, by(admitted)]).toEqual([admitted, senderIsRegistered ? [] : ofCharter]);
    }
  });
  test('cost by which text it is: a number can be withdrawn, a charter is a contract', () => {
    const sanctionsOf = (senderId: string) => {
      const { reasons } = conclude({ ...lawful, channel: 'sms', senderId }, RULEBOOK);
      const explained = explain({ reasons: [...reasons], notes: [], rulebookVersion: RULEBOOK.version });
      return explained.reasons
        .filter(({ code }) => code === 'SENDER_ID_INVALID')
        .flatMap(({ sanctions }) => sanctions.map(({ nature }) => nature));
    };
    expect(sanctionsOf('+33612345678')).toEqual(['administrative']);
    expect(sanctionsOf('PROMO')).toEqual(['contractual']);
  });
};

const ended = () => {
  const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
  test('speak one at a time: what the person withdrew, and what the advertiser invalidated', () => {
    for (const state of ['given', 'pending', 'withdrawn', 'invalidated'] as const) {
      const bases = [{ ...faultless('consent'), state }];
      const texts = conclude({ ...lawful, bases }, RULEBOOK).reasons.flatMap(({ code, article }) =>
        code === 'CONSENT_WITHDRAWN' ? [article?.split('/')[0]] : [],
      );
      const expected = { given: [], pending: [], withdrawn: ['rgpd-7'], invalidated: ['rgpd-5'] }[state];
      expect([state, texts]).toEqual([state, expected]);
    }
  });
};

/** The texts that give a code of a basis, of a call. */
const textsOn = (code: string, basis: BasisFacts, changes: Partial<Facts> = {}) => {
  const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
  return conclude({ ...lawful, channel: 'automated-call', ...changes, bases: [basis] }, RULEBOOK)
    .reasons.filter((reason) => reason.code === code)
    .map(({ article }) => article?.split('/')[0]);
};

const drawn = () => {
  test('speak one at a time: what a message asked for, and what a call did', () => {
    const givenAt = Date.parse('2026-10-01T10:00:00Z');
    const texts = (basis: Partial<BasisFacts>, channel: Facts['channel'] = 'automated-call') =>
      textsOn(
        'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
        { ...faultless('consent'), givenAt, ...basis },
        { day: '2026-11-24', channel },
      );
    expect(texts({ wasDrawnByUnlawfulMessage: true })).toEqual(['l34-5']);
    expect(texts({ wasDrawnByCall: true })).toEqual(['l223-1-calls']);
    expect(texts({ wasDrawnByCall: true }, 'email')).toEqual(['l223-1']);
    expect(texts({})).toEqual([]);
  });
};

const customersCalled = () => {
  test('speak one at a time: whether the exception holds of calls, and whether the consumer may be called', () => {
    const texts = (...readings: Facts['readings']) =>
      textsOn('SOFT_OPT_IN_CHANNEL_NOT_COVERED', faultless('existing-customer'), { readings, day: '2026-11-24' });
    expect(texts()).toEqual(['l34-5']);
    expect(texts('automated-calls-by-l34-5-alone')).toEqual(['l34-5']);
    expect(texts('existing-customers-by-automated-call')).toEqual(['l223-1']);
    expect(texts('existing-customers-by-automated-call', 'automated-calls-by-l34-5-alone')).toEqual([]);
  });
};

const notAvailable = () => {
  test('speak one at a time: the statute of professionals, a rule of ours of houses, another of countries', () => {
    const kinds = ['professional-interest', 'legal-person', 'existing-customer', 'consent'] as const;
    const texts = (pack: Facts['pack']) =>
      kinds.map((kind) => textsOn('BASIS_NOT_AVAILABLE_FOR_CHANNEL', faultless(kind), { pack }));
    expect(texts('france')).toEqual([['l34-5'], ['house-calls-to-legal-persons'], [], []]);
    expect(texts('consent-only')).toEqual([['house-scope'], ['house-scope'], ['house-scope'], []]);
  });
};

const gathered = (code: 'COLLECTION_UNFAIR' | 'B2B_ADDRESS_GUESSED', how: 'scraped' | 'guessed') => () => {
  const basis = { ...faultless('professional-interest'), addressSource: how };
  const survey = { templateCause: 'template:survey@1', decided: { 'template:survey@1': 'allowed' } } as const;
  test('speak one at a time: of offers the basis falls, and of a relational message the message itself', () => {
    const texts = (declaredClass: Facts['declaredClass']) =>
      textsOn(code, basis, { ...survey, channel: 'email', declaredClass, gatheredAndNotGiven: how });
    expect(texts('prospecting')).toEqual(['penal-226-18']);
    expect(texts('relational')).toEqual(['penal-226-18-relational']);
    expect(texts('transactional')).toEqual([]);
  });
};

const SHOWN: Readonly<Record<keyof typeof ONE_AT_A_TIME, () => void>> = {
  ADVERTISER_HIDDEN: senders,
  QUIET_HOURS_SMS: hours,
  PUBLIC_HOLIDAY: holidays,
  TIMEZONE_AMBIGUOUS: inOneOfTwo,
  EVIDENCE_INCOMPLETE: evidence,
  SENDER_ID_INVALID: sendersOfTexts,
  CONSENT_WITHDRAWN: ended,
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: drawn,
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: customersCalled,
  BASIS_NOT_AVAILABLE_FOR_CHANNEL: notAvailable,
  COLLECTION_UNFAIR: gathered('COLLECTION_UNFAIR', 'scraped'),
  B2B_ADDRESS_GUESSED: gathered('B2B_ADDRESS_GUESSED', 'guessed'),
};
describe.each(Object.entries(SHOWN))('the sentences that give %s', (_, shown) => {
  shown();
});
