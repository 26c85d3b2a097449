import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { anOperator } from './operator.ts';
import { aWorldOfPartners, CAMILLE, LIBRARY, SHARED_KEY, TRAVEL } from './partners-world.ts';

const opposed = async () => {
  const world = await aWorldOfPartners();
  await world.disclose(LIBRARY);
  await world.disclose(TRAVEL);
  await world.post('register-opposition', { ...world.of(), via: 'phone', occurredAt: '2026-11-23T10:00:00Z' });
  await world.stream();
  return { ...world, ...(await anOperator()) };
};
const TO = ['--to', 'oppositions@librairie.example', '--at', NOW];

test('says which partner must be notified since when, and ends with 1 once that is late', async () => {
  const { aval } = await opposed();
  const open = await aval([]);
  expect(open.code).toBe(0);
  expect(open.text.split('\n').toSorted()).toEqual([
    '',
    expect.stringMatching(/^552100554 Voyages Partenaire: 1 open, the oldest since 2026-11-24T\S+, 0 for more/),
    expect.stringMatching(/^732829320 Librairie Partenaire: 1 open, the oldest since 2026-11-24T\S+, 0 for more/),
  ]);
  expect(await aval([], addDays(NOW, 8))).toMatchObject({
    code: 1,
    text: expect.stringContaining('1 for more than seven'),
  });
});

test('writes a file that another Aval takes as a list of oppositions; writing it is no proof', async () => {
  const { aval, file, owed, check } = await opposed();
  const { text } = await aval(['--partner', LIBRARY.siren, '--out', file]);
  expect(text).toContain('1 notifications are in the file');
  expect(await owed()).toHaveLength(2);
  const csv = await readFile(file, 'utf8');
  expect(csv).toMatch(
    /^fingerprint,channels,purpose,occurredAt,cause\r\n[0-9a-f]{64},,,2026-11-23T10:00:00\.000Z,opposition\r\n$/,
  );
  expect(csv).not.toContain(CAMILLE.email);
  const checked = await check(csv, { rows: 'opposition-fingerprints', sharedKey: SHARED_KEY });
  expect(checked.rows).toMatchObject({ accepted: 1, rejected: 0 });
});

test('records the file as proof of what is in it and of nothing else; a confirmation is added', async () => {
  const { aval, file, list, owed, post, of, stream } = await opposed();
  await aval(['--partner', LIBRARY.siren, '--out', file]);
  await post('register-opposition', { ...of(), via: 'letter', of: { scope: 'channel', channels: ['sms'] } });
  await stream();
  expect((await aval(['--partner', LIBRARY.siren, '--given', file, ...TO])).text).toBe(
    '1 notifications have this file as proof.\n',
  );
  expect((await owed()).toSorted()).toEqual([
    ['Librairie Partenaire', 'opposition'],
    ['Voyages Partenaire', 'opposition'],
    ['Voyages Partenaire', 'opposition'],
  ]);
  await aval(['--partner', LIBRARY.siren, '--given', file, ...TO, '--acknowledged', NOW, '--reference', 'AR-7']);
  const [told] = (await list()).filter(({ state }) => state === 'acknowledged');
  expect(told?.givings).toMatchObject([{ by: 'file', acknowledgement: { reference: 'AR-7' } }]);
  await expect(aval(['--partner', LIBRARY.siren, '--given', 'package.json', ...TO])).rejects.toThrow('no file');
});

test('under two shared keys there are two files', async () => {
  const { aval, file, disclose, post, of, stream } = await opposed();
  await disclose(LIBRARY, { disclosedAt: '2026-11-22T09:00:00Z' }, { sharedKey: 'a1'.repeat(32) });
  await post('register-opposition', { ...of(), via: 'letter', of: { scope: 'channel', channels: ['sms'] } });
  await stream();
  await expect(aval(['--partner', LIBRARY.siren, '--out', file])).rejects.toThrow(/--key [0-9a-f]{16} or [0-9a-f]{16}/);
});

test.each([
  ['121 characters', 'x'.repeat(121)],
  ['two lines', 'a\nb'],
  ['nothing', ''],
])('a slip of the operator is no proof: to whom of %s; the list stays readable', async (_what, to) => {
  const { aval, file, list, owed } = await opposed();
  await aval(['--partner', LIBRARY.siren, '--out', file]);
  await expect(aval(['--partner', LIBRARY.siren, '--given', file, '--to', to, '--at', NOW])).rejects.toThrow('--to');
  expect(await list()).toHaveLength(2);
  expect(await owed()).toHaveLength(2);
});

test.each([
  ['--by', 'fax', '--by: '],
  ['--at', '2026-02-30T10:00:00Z', '--at is no instant'],
  ['--at', '2026-02-20', '--at is no instant'],
])('what an operator says is refused with its option: %s %s', async (option, value, said) => {
  const { aval, file, owed } = await opposed();
  await aval(['--partner', LIBRARY.siren, '--out', file]);
  await expect(aval(['--partner', LIBRARY.siren, '--given', file, ...TO, option, value])).rejects.toThrow(said);
  expect(await owed()).toHaveLength(2);
});

test.each([[[]], [['--partner', LIBRARY.siren, '--out', 'never-written.csv']]])(
  'an advertiser that nobody knows has not notified every partner: %j',
  async (args) => {
    const { aval } = await opposed();
    await expect(aval(args, NOW, 'maison-valmi')).rejects.toThrow('advertiser');
  },
);
