import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { NOW } from '#test/support/builders.ts';
import { anOperator } from './operator.ts';
import { aWorldOfPartners, LIBRARY, SHARED_KEY } from './partners-world.ts';

/** A number of Mayotte, as it rings, and as somebody wrote it who thought that all of France is +33 (0132). */
const [RIGHT, MISTAKEN] = ['+262692123456', '+33692123456'];
const fingerprintOf = (number: string): string =>
  createHmac('sha256', Buffer.from(SHARED_KEY, 'hex')).update(number).digest('hex');

const opposed = async (named: string) => {
  const world = await aWorldOfPartners();
  const contact = { phone: named };
  await world.post('register-opposition', { ...world.of(contact), via: 'shop', of: { scope: 'global' } });
  const disclosed = await world.disclose(LIBRARY, { contact });
  expect(disclosed.status).toBe(201);
  await world.stream();
  return { ...world, ...(await anOperator()) };
};

test.each([RIGHT, MISTAKEN])(
  'a partner finds who opposes by whichever spelling it has of the number, which was disclosed as %s',
  async (named) => {
    const { list, aval, file } = await opposed(named);
    const [notification, ...others] = await list();
    expect(others).toEqual([]);
    expect(notification).toMatchObject({
      fingerprint: fingerprintOf(RIGHT),
      otherFingerprints: [fingerprintOf(MISTAKEN)],
    });
    expect((await aval(['--partner', LIBRARY.siren, '--out', file])).text).toContain('1 notifications are in the file');
    const csv = await readFile(file, 'utf8');
    for (const each of [RIGHT, MISTAKEN]) expect(csv).toContain(`\r\n${fingerprintOf(each)},,,`);
    const given = ['--to', 'oppositions@librairie.example', '--at', NOW];
    expect((await aval(['--partner', LIBRARY.siren, '--given', file, ...given])).text).toBe(
      '1 notifications have this file as proof.\n',
    );
  },
);

test('a number that has one spelling is in the file once', async () => {
  const { list, aval, file } = await opposed('+33639981234');
  const [notification] = await list();
  expect(notification).not.toHaveProperty('otherFingerprints');
  await aval(['--partner', LIBRARY.siren, '--out', file]);
  expect((await readFile(file, 'utf8')).match(/\r\n/g)).toHaveLength(2);
});
