import { describe, expect, test } from 'vitest';
import { consent, contact, opposition, type Parts, PHONE, PROOF, reading, world } from '#test/oracle/fixtures.ts';
import { opinion } from '#test/oracle/oracle.ts';
import type { Act } from '#test/oracle/world.ts';
import { build } from '#test/worlds/ledger.ts';

/** The first code of the law and of the second opinion, which agree. */
const saidOf = async (parts: Parts): Promise<string> => {
  const advertiser = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
  const made = world({ addresses: PHONE, ...parts, advertiser: { ...advertiser, ...parts.advertiser } });
  const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
  const { outcome: also, primary } = opinion(made);
  expect(`${also} ${primary}`).toBe(`${outcome} ${reasons[0]?.code}`);
  return `${outcome} ${reasons[0]?.code}`;
};
const agreed = (agreedAt: string, callAt: string, recordedAt = agreedAt): Act =>
  contact(recordedAt, { agreedCall: { callAt, agreedAt, evidence: { sha256: PROOF.sha256 } } });
const fetched = (givenAt: string): Act => consent(givenAt, { channels: ['sms'], drawnBy: 'call' });

const [AUGUST, SEPTEMBER, OCTOBER] = ['2026-08-30T10:00:00Z', '2026-09-10T10:00:00Z', '2026-10-01T10:00:00Z'];
const NOVEMBER = '2026-11-10T10:00:00Z';
const HELD = 'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE';
const FREE = 'allow OK_CONSENT';
const first = agreed(AUGUST, SEPTEMBER);
/** Eight calls, each agreed to the day before. */
const LATER = Array.from({ length: 8 }, (_, of) =>
  agreed(`2026-10-${of + 10}T10:00:00Z`, `2026-10-${of + 11}T10:00:00Z`),
);

describe('a consent that was fetched at an hour agreed, where another call was agreed since (L. 223-1, al. 1)', () => {
  test.each<[string, string, Act[]]>([
    ['one call alone', FREE, [first, fetched('2026-09-10T10:05:00Z')]],
    ['a second one, agreed after the first', FREE, [first, fetched('2026-09-10T10:05:00Z'), agreed(OCTOBER, NOVEMBER)]],
    [
      'a second one, agreed in the first call',
      FREE,
      [first, agreed('2026-09-10T10:04:00Z', NOVEMBER), fetched('2026-09-10T10:05:00Z')],
    ],
    [
      'a second one at the same time',
      FREE,
      [first, agreed(AUGUST, NOVEMBER, '2026-08-31T10:00:00Z'), fetched('2026-09-10T10:05:00Z')],
    ],
    [
      'a second and a third one',
      FREE,
      [first, fetched('2026-09-10T10:05:00Z'), agreed(SEPTEMBER, OCTOBER), agreed(OCTOBER, NOVEMBER)],
    ],
    [
      'the first was recorded last',
      FREE,
      [agreed(OCTOBER, NOVEMBER), agreed(AUGUST, SEPTEMBER, OCTOBER), fetched('2026-09-10T10:05:00Z')].toSorted(
        (a, b) => (a.recordedAt < b.recordedAt ? -1 : 1),
      ),
    ],
    [
      'the same one, declared again',
      FREE,
      [first, { ...first, recordedAt: OCTOBER }, fetched('2026-10-02T10:05:00Z')].map((act) =>
        act.kind === 'consent' ? { ...act, body: { ...act.body, givenAt: '2026-09-10T10:05:00Z' } } : act,
      ),
    ],
    [
      'the first was moved, before it came',
      HELD,
      [first, agreed('2026-09-01T10:00:00Z', NOVEMBER), fetched('2026-09-10T10:05:00Z')],
    ],
    [
      'the consent was given when half an hour had passed',
      HELD,
      [first, fetched('2026-09-10T10:30:00Z'), agreed(OCTOBER, NOVEMBER)],
    ],
    [
      'the first was recorded after the one that moved it, and eight after both',
      HELD,
      [
        agreed('2026-09-01T10:00:00Z', '2026-11-20T10:00:00Z'),
        agreed(AUGUST, SEPTEMBER, '2026-09-02T10:00:00Z'),
        fetched('2026-09-10T10:05:00Z'),
        ...LATER,
      ],
    ],
    [
      'the first was recorded when the one that moved it was forgotten',
      HELD,
      [
        agreed('2026-09-01T10:00:00Z', '2026-11-20T10:00:00Z'),
        { ...fetched('2026-09-10T10:05:00Z'), recordedAt: '2026-09-10T10:05:00Z' },
        ...[...LATER, agreed('2026-10-20T10:00:00Z', '2026-10-21T10:00:00Z')],
        agreed(AUGUST, SEPTEMBER, '2026-10-22T10:00:00Z'),
      ],
    ],
    [
      'another was agreed to when its own hour had come: it moves nothing',
      FREE,
      [first, agreed('2026-09-05T10:00:00Z', '2026-09-04T10:00:00Z'), fetched('2026-09-10T10:05:00Z')],
    ],
    ['the consent was given before', HELD, [first, fetched('2026-09-10T09:59:00Z'), agreed(OCTOBER, NOVEMBER)]],
    [
      'the first was agreed to when it had come',
      HELD,
      [agreed(SEPTEMBER, SEPTEMBER), fetched('2026-09-10T10:05:00Z'), agreed(OCTOBER, NOVEMBER)],
    ],
    [
      'who had opposed calls since the first was agreed',
      HELD,
      [
        first,
        opposition('2026-09-05T10:00:00Z', { scope: 'channel', channels: ['live-call', 'automated-call'] }),
        fetched('2026-09-10T10:05:00Z'),
        agreed(OCTOBER, NOVEMBER),
      ],
    ],
  ])('%s: %s', async (_, expected, acts) => {
    expect(await saidOf({ message: { channel: 'sms' }, acts })).toBe(expected);
  });
});

describe('an automated call at one of two hours agreed, on a Saturday (L. 223-1, al. 6)', () => {
  const SATURDAY = '2026-11-28T11:00:00+01:00';
  const NEXT = '2026-12-05T11:00:00+01:00';
  const call = (acts: Act[], at = '2026-11-28T11:10:00+01:00') =>
    saidOf({
      at,
      advertiser: reading('automated-call-at-agreed-hour'),
      message: { channel: 'automated-call', validUntil: '2026-12-20T11:00:00+01:00' },
      acts: [consent('2026-10-01T10:00:00Z', { channels: ['automated-call'] }), ...acts],
    });
  test.each<[string, string, Act[]]>([
    [
      'both agreed at once',
      'allow OK_CONSENT',
      [agreed(NOVEMBER, SATURDAY), agreed(NOVEMBER, NEXT, '2026-11-10T10:01:00Z')],
    ],
    [
      'the other way round',
      'allow OK_CONSENT',
      [agreed(NOVEMBER, NEXT), agreed(NOVEMBER, SATURDAY, '2026-11-10T10:01:00Z')],
    ],
    [
      'moved to the next one',
      'defer QUIET_HOURS_VOICE',
      [agreed(NOVEMBER, SATURDAY), agreed('2026-11-11T10:00:00Z', NEXT)],
    ],
    ['moved from the next one', 'allow OK_CONSENT', [agreed(NOVEMBER, NEXT), agreed('2026-11-11T10:00:00Z', SATURDAY)]],
  ])('%s: %s', async (_, expected, acts) => {
    expect(await call(acts)).toBe(expected);
  });
  test('at the second one, when the first is over', async () => {
    const acts = [agreed(NOVEMBER, SATURDAY), agreed(NOVEMBER, NEXT, '2026-11-10T10:01:00Z')];
    expect(await call(acts, '2026-11-28T11:40:00+01:00')).toBe('defer QUIET_HOURS_VOICE');
    expect(await call(acts, '2026-12-05T11:29:00+01:00')).toBe('allow OK_CONSENT');
    expect(await call(acts, '2026-12-05T11:30:00+01:00')).toBe('defer QUIET_HOURS_VOICE');
  });
});
