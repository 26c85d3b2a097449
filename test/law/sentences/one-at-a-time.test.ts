import { describe, expect, test } from 'vitest';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { type BasisFacts, faultless } from '#shared/law/facts/basis.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { aConsent, anAdvertiser, aProposedMessage, aStanding, aVetRequest, instant } from '../../support/builders.ts';
import { MOBILE } from '../../support/proposed.ts';
import type { ONE_AT_A_TIME } from './excused.ts';

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

const verdictAt = (at: string, sundayAndHolidayCourtesy = true) =>
  vet(
    aVetRequest({
      at: instant(at),
      address: MOBILE,
      advertiser: anAdvertiser({
        sms: { maxSegments: 3, sundayAndHolidayCourtesy, window: { from: '00:00', until: '24:00' } },
      }),
      message: aProposedMessage({ channel: 'sms', validUntil: addSeconds(instant(at), 5 * 86_400) }),
      standing: aStanding({ consents: [aConsent({ channels: ['sms'] })] }),
    }),
  );
const textsThatGive =
  (asked: string) =>
  (...moment: Parameters<typeof verdictAt>) =>
    verdictAt(...moment)
      .reasons.filter(({ code }) => code === asked)
      .map(({ article }) => article?.split('/')[0]);

const hours = () => {
  const texts = textsThatGive('QUIET_HOURS_SMS');

  test.each([
    ['2026-11-22', 'house-sundays'],
    ['2026-11-24', undefined],
  ])('speak one at a time through %s', (day, within) => {
    for (let hour = 0; hour < 24; hour++) {
      const isWithin = hour >= 8 && hour <= 21;
      const found = texts(`${day}T${String(hour).padStart(2, '0')}:00:00+01:00`);
      expect([hour, found]).toEqual([hour, isWithin ? (within === undefined ? [] : [within]) : ['af2m-sms']]);
    }
  });
  test('of a Sunday by courtesy: a rule of ours, without sanction, to Monday at eight', () => {
    const sunday = verdictAt('2026-11-22T11:00:00+01:00');
    expect([sunday.outcome, sunday.notBefore]).toEqual(['defer', '2026-11-23T07:00:00.000Z']);
    expect(explain(sunday).reasons[0]).toMatchObject({
      citation: { nature: 'house-rule', takenOn: '2026-11-24' },
      sanctions: [],
      detail: 'house-courtesy',
    });
    expect(texts('2026-11-22T11:00:00+01:00', false)).toEqual([]);
    expect(explain(verdictAt('2026-11-22T07:00:00+01:00')).reasons[0]).toMatchObject({
      citation: { nature: 'charter' },
      sanctions: [{ nature: 'contractual' }],
    });
  });
  test('of a Sunday before 1 March 2026: the charter of then', () => {
    expect(texts('2026-02-22T11:00:00+01:00')).toEqual(['af2m-sms']);
    expect(texts('2026-02-22T11:00:00+01:00', false)).toEqual(['af2m-sms']);
  });
};

const holidays = () => {
  const texts = textsThatGive('PUBLIC_HOLIDAY');

  test('speak one at a time through 11 November: a rule of ours since 1 March 2026, the charter before', () => {
    for (let hour = 0; hour < 24; hour++) {
      const time = `T${String(hour).padStart(2, '0')}:00:00+01:00`;
      expect([hour, texts(`2026-11-11${time}`)]).toEqual([hour, ['house-holidays']]);
      expect([hour, texts(`2025-11-11${time}`)]).toEqual([hour, ['af2m-sms']]);
    }
  });
  test('of a holiday by courtesy: a rule of ours, without sanction, to the next day at eight', () => {
    const holiday = verdictAt('2026-11-11T11:00:00+01:00');
    expect([holiday.outcome, holiday.notBefore]).toEqual(['defer', '2026-11-12T07:00:00.000Z']);
    expect(explain(holiday).reasons[0]).toMatchObject({
      citation: { nature: 'house-rule', takenOn: '2026-11-29', paragraph: undefined, quote: undefined },
      sanctions: [],
      detail: 'house-courtesy',
    });
    expect(texts('2026-11-11T11:00:00+01:00', false)).toEqual([]);
  });
  test('of a holiday before 1 March 2026: the charter of then, whatever the advertiser chose', () => {
    expect(texts('2025-11-11T11:00:00+01:00', false)).toEqual(['af2m-sms']);
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

const SHOWN: Readonly<Record<keyof typeof ONE_AT_A_TIME, () => void>> = {
  ADVERTISER_HIDDEN: senders,
  QUIET_HOURS_SMS: hours,
  PUBLIC_HOLIDAY: holidays,
  EVIDENCE_INCOMPLETE: evidence,
};
describe.each(Object.entries(SHOWN))('the sentences that give %s', (_, shown) => {
  shown();
});
