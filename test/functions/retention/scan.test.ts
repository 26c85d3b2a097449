import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Item } from '#shared/adapters/dynamodb/table.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { runRetention } from '../../../cli/commands/retention.ts';
import { judgeContact } from '../../../cli/retention/judge-items.ts';
import { DAYS_OF_TTL, DAYS_TO_HANDLE, KEPT, OF_CONTACT } from '../../../cli/retention/kinds.ts';
import { findingsOfStores, type Store } from '../../../cli/retention/stores.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { aWorldOfCampaigns } from '../campaigns/campaign-functions.ts';
import { aFilledWorld, CAMILLE, plant } from './filled-world.ts';
import { passTo, storedOf } from './passing-time.ts';

async function* listed<T>(all: readonly T[]) {
  yield* all;
}
/** A store with what was written there when. */
const store = (
  what: Store['what'],
  name: string,
  days: number | undefined,
  written: Record<string, string> = {},
): Store => ({
  ...{ what, name, days },
  olderThan: (instant) => listed(Object.keys(written).filter((each) => (written[each] ?? '') < instant)),
});
/** Each kind of store as the stacks set it, with what may lie there. */
const SOUND: readonly Store[] = [
  store('bucket', 'Contents8C42', undefined, {
    'contents/a': '2019-01-01',
    'sent/maison-valmy/a': '2019-01-01',
    'values/13/a': '2026-11-20',
  }),
  store('bucket', 'Contents8C42/values/2/', 62, { 'values/2/a': '2026-09-22T10:00:00.000Z' }),
  store('bucket', 'Contents8C42/values/13/', 397, { 'values/13/a': '2025-10-22T10:00:00.000Z' }),
  store('bucket', 'Uploads1A2B', 5, { 'uploads/maison-valmy/b.csv': '2026-11-20T10:00:00.000Z' }),
  store('bucket', 'Journal77', 1100, { 'journal/a': '2024-01-01T10:00:00.000Z' }),
  store('bucket', 'FailedRecords9', 31, { 'aws/lambda/a': '2026-10-25T10:00:00.000Z' }),
  store('queue', 'aval-production-send', 4),
  store('log-group', '/aval/production/send-message', 30, {
    '/aval/production/send-message': '2026-10-24T10:00:00.000Z',
  }),
];

/** `aval retention` over the table of the world. */
const scan = async (asked: { readonly apply?: boolean; readonly stores?: readonly Store[] } = {}) => {
  const printed: string[] = [];
  const now = () => new Date().toISOString();
  const scanned = { table: tableOfWorld(), stores: listed(asked.stores ?? []), now };
  const how = { apply: asked.apply ?? false, write: (text: string) => void printed.push(text) };
  return { code: await runRetention(scanned, how), printed: printed.join('') };
};
const wrongIn = (printed: string) =>
  [...printed.matchAll(/^ {4}([a-z-]+): ([a-z/-]+) /gm)].map(([, wrong, kind]) => `${wrong} ${kind}`);
const first = async (entity: string): Promise<Item> => (await storedOf(entity))[0] ?? expect.fail(`no ${entity}`);

describe('npm run aval -- retention', () => {
  test('P7: finds nothing at any time while TTL and the sweep do their work, and says what goes when', async () => {
    await aFilledWorld();
    const begun = await scan();
    expect([begun.code, wrongIn(begun.printed)]).toEqual([0, []]);
    expect(begun.printed).toMatch(/maison-valmy\n(?: {4}.*\n)* {4}2029-11: .*\d standing/);
    for (const at of ['2028-01-10T10:00:00Z', '2030-01-15T10:00:00Z', '2033-05-01T10:00:00Z', '2036-01-15T10:00:00Z']) {
      await passTo(at);
      const { code, printed } = await scan();
      expect([at, code, wrongIn(printed)]).toEqual([at, 0, []]);
    }
  });

  test('P7: finds what outlives its term where nothing removes it, and with --apply the sweep does', async () => {
    await aFilledWorld();
    vi.setSystemTime(Date.parse('2036-01-15T10:00:00Z'));
    const { code, printed } = await scan({ apply: true });
    expect(code).toBe(1);
    const found = new Set(wrongIn(printed));
    for (const wrong of ['outlived standing', 'outlived event', 'outlived message', 'outlived sends'])
      expect([...found]).toContain(wrong);
    expect(printed).toContain('contacts are looked at');
    await passTo('2036-01-17T10:00:00Z');
    expect(await scan()).toMatchObject({ code: 0 });
  });

  test('shows twenty at most of what it finds, and one of each kind, wherever in the table it lies', async () => {
    await aWorldOfCampaigns();
    const old = { v: 1, expiresAt: 1_700_000_000 };
    const many = Array.from({ length: 40 }, (_, index) => ({ ...old, entity: 'message', pk: `MESSAGE#a#${index}` }));
    const few = ['sends', 'sent-proof', 'request'].map((entity) => ({ ...old, entity, pk: `MESSAGE#a#${entity}` }));
    for (const item of [...many, ...few]) await plant({ ...item, sk: 'PLANTED' });
    const wrong = wrongIn((await scan()).printed);
    expect([wrong.length, new Set(wrong).size]).toEqual([20, 4]);
  });

  test('P7: finds what has no term, another one, or the wrong one', async () => {
    await aFilledWorld();
    const [message, standing, event] = [await first('message'), await first('standing'), await first('event')];
    const [person, row] = [await first('person'), await first('audience-row')];
    const opposed = (await storedOf('standing')).find(({ oppositions }) => Object(oppositions).length > 0) ?? {};
    const planted: readonly (readonly [string, object])[] = [
      ['no-such-kind copy', { ...message, entity: 'copy' }],
      ['no-term message', { ...message, expiresAt: undefined }],
      ['not-in-seconds message', { ...message, expiresAt: Number(message.expiresAt) * 1000 }],
      ['too-far-away message', { ...message, expiresAt: Number(message.expiresAt) + 40_000_000 }],
      ['outlived message', { ...message, expiresAt: Date.parse('2026-11-10') / 1000 }],
      ['outlived audience-row', { ...row, expiresAt: Date.parse('2026-11-10') / 1000 }],
      ['outlived due', { pk: 'DUE#2026-11-19T10#3', sk: '2026-11-19T10:05#a#b', entity: 'due', v: 1 }],
      ['outlived expiry', { pk: 'EXPIRY#2026-11-19#3', sk: 'a#b', entity: 'expiry', v: 1 }],
      ['outlived parked', { pk: 'PARKED', sk: 'ID#1', entity: 'parked', v: 1, parkedAt: '2026-08-01T10:00:00.000Z' }],
      ['without-its-contact person', { ...person, pk: 'PERSON#maison-valmy#x', oppositions: [], contacts: ['nobody'] }],
      [
        'without-its-contact profile',
        { pk: 'CONTACT#maison-valmy#y', sk: 'STANDING#PROFILE', entity: 'profile', v: 1 },
      ],
      ['no-term standing', { ...standing, pk: 'CONTACT#maison-valmy#z', expiresAt: undefined, oppositions: [] }],
      ['opposition-would-expire standing', { ...opposed, pk: 'CONTACT#maison-valmy#o', expiresAt: 1_890_000_000 }],
      [
        'restricted-would-expire standing',
        { ...standing, pk: 'CONTACT#maison-valmy#r', oppositions: [], restrictions: ['r'], expiresAt: 1_890_000_000 },
      ],
      ['no-term rights-request', { entity: 'rights-request', v: 1, kind: 'access', state: 'answered' }],
      [
        'no-term listed-rights-request',
        { entity: 'listed-rights-request', v: 1, kind: 'restriction', state: 'lifted' },
      ],
      [
        'outlived event',
        { ...event, pk: 'CONTACT#maison-valmy#e', event: { seq: 1, recordedAt: '2016-01-01T10:00:00.000Z' } },
      ],
      // Its use ended a year ago, and it is proof for five years more: in the archive.
      [
        'not-in-archive event',
        { ...event, pk: 'CONTACT#maison-valmy#f', event: { seq: 1, recordedAt: '2022-11-01T10:00:00.000Z' } },
      ],
      [
        'not-in-archive former-event',
        { entity: 'former-event', v: 1, pk: 'CONTACT#maison-valmy#g', expiresAt: Date.parse('2031-11-01') / 1000 },
      ],
      [
        'too-far-away former-event',
        {
          ...{ entity: 'former-event', v: 1, pk: 'PROOF#maison-valmy#g' },
          ...{ endedAt: '2025-11-01T10:00:00.000Z', expiresAt: Date.parse('2031-11-04') / 1000 },
        },
      ],
    ];
    for (const [wrong, item] of planted) {
      const own = { sk: `PLANTED#${wrong}`, pk: `MESSAGE#maison-valmy#${wrong}`, ...item };
      const named =
        /^(?:outlived (?:due|expiry|parked|event)|without|no-term standing|opposition|restricted|not-in|too-far-away former)/.test(
          wrong,
        );
      await plant(named ? own : { ...own, pk: `MESSAGE#maison-valmy#${wrong}` });
    }
    const { code, printed } = await scan({ stores: SOUND });
    expect(code).toBe(1);
    expect(wrongIn(printed).toSorted()).toEqual(planted.map(([wrong]) => wrong).toSorted());
    expect(printed).toContain('6 buckets, 1 queues and 1 log groups');
    expect(printed).not.toContain(CAMILLE);
  });

  test.each<readonly [string, Store]>([
    [
      'outlived object',
      store('bucket', 'Uploads1A2B', 5, { 'uploads/maison-valmy/a.csv': '2026-11-14T10:00:00.000Z' }),
    ],
    ['outlived object', store('bucket', 'Contents8C42/values/2/', 62, { 'values/2/a': '2026-09-10T10:00:00.000Z' })],
    ['no-term object', store('bucket', 'Contents8C42', undefined, { 'copies/a': '2026-11-20T10:00:00.000Z' })],
    ['no-term object', store('bucket', 'Contents8C42', undefined, { 'values/a': '2026-11-20T10:00:00.000Z' })],
    ['no-term bucket', store('bucket', 'Contents8C42/values/13/', undefined)],
    ['no-term bucket', store('bucket', 'Contents8C42/values/14/', 428)],
    ['term-too-long bucket', store('bucket', 'Contents8C42/values/2/', 397)],
    ['outlived object', store('bucket', 'Journal77', 1100, { 'journal/a': '2023-11-10T10:00:00.000Z' })],
    ['outlived object', store('bucket', 'FailedRecords9', 31, { 'aws/lambda/a': '2026-10-10T10:00:00.000Z' })],
    ['no-term bucket', store('bucket', 'Uploads1A2B', undefined)],
    ['term-too-long bucket', store('bucket', 'Uploads1A2B', 30)],
    ['no-term bucket', store('bucket', 'SomeCopies3', 5)],
    ['term-too-long queue', store('queue', 'aval-production-send', 15)],
    ['no-term log-group', store('log-group', '/aws/lambda/aval-production-send-message', undefined)],
    [
      'outlived log-group',
      store('log-group', '/aval/production/x', 30, { '/aval/production/x': '2026-10-20T10:00:00Z' }),
    ],
  ])('P7: finds outside of the table: %s', async (wrong, planted) => {
    const { findings } = await findingsOfStores(listed([...SOUND, planted]), '2026-11-24T10:00:00.000Z');
    expect(findings.map((finding) => `${finding.wrong} ${finding.kind}`)).toEqual([wrong]);
  });

  test('P7: lets what remains of who was erased and opposed stay: that it was erased is part of it', () => {
    const at = '2026-11-24T10:00:00.000Z';
    const standing = {
      entity: 'standing',
      seq: 9,
      chainStart: 10,
      firstRecordedAt: at,
      erasedAt: at,
      oppositions: [{}],
    };
    const judged = (change: object) =>
      judgeContact([{ ...standing, ...change }], { prospect: 3, customer: 3 }, '2040-01-01T10:00:00.000Z');
    expect(judged({})).toEqual([{ kind: 'standing' }]);
    expect(judged({ lastActAt: at })).toEqual([{ kind: 'standing', wrong: 'outlived' }]);
  });

  test('P7: events of a contact whose standing is gone are proof from the end of its terms, whatever was noted of its address', () => {
    const declared = {
      ...{ kind: 'professional', organisation: { siren: '732829320', legalForm: 'company' } },
      profession: { source: { collectedAt: '2026-11-19T10:00:00.000Z' } },
    };
    const recorded = { seq: 1, recordedAt: '2026-11-24T10:00:00.000Z' };
    const event = { ...recorded, type: 'contact-declared', declared, isGeneralAddress: true };
    const judged = judgeContact([{ entity: 'event', event }], { prospect: 3, customer: 3 }, '2029-11-20T10:00:00.000Z');
    expect(judged).toEqual([{ kind: 'event', endsIn: '2035-11' }]);
  });

  test('the scan knows every kind of the register, and shares nothing with it', () => {
    const own = [...Object.keys(DAYS_OF_TTL), ...Object.keys(DAYS_TO_HANDLE), ...KEPT, ...OF_CONTACT, 'person'];
    expect([...new Set(own)].toSorted()).toEqual(REGISTER.items.map(({ kind }) => kind).toSorted());
    const folder = 'cli/retention/';
    const named = readdirSync(folder).flatMap(
      (file) => readFileSync(folder + file, 'utf8').match(/'#[^']+'|'\.\.[^']+'/g) ?? [],
    );
    const may = ["'#shared/adapters/dynamodb/table.ts'", "'#shared/domain/failure.ts'", "'../after/deployment.ts'"];
    expect(named.filter((each) => !may.includes(each))).toEqual([]);
  });
});
