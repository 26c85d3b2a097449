import { type AddressInfo, createServer } from 'node:net';
import { expect, inject, test } from 'vitest';
import { knockAt, OTHER_ADDRESSES } from '#test/support/http/knock.ts';

const { port } = new URL(inject('dynamoDbUrl'));

test('DynamoDB Local answers on 127.0.0.1', async () => {
  expect(await knockAt('127.0.0.1', Number(port))).toBe('open');
});

test.each(OTHER_ADDRESSES)('and refuses whoever comes by %s', async (address) => {
  expect(await knockAt(address, Number(port))).toBe('ECONNREFUSED');
});

test.skipIf(process.platform !== 'linux')(
  'what listens on every address of the machine is found by knocking',
  async () => {
    const open = createServer().listen(0, '0.0.0.0');
    await new Promise((resolve) => open.once('listening', resolve));
    expect(await knockAt('127.0.0.2', (open.address() as AddressInfo).port)).toBe('open');
    open.close();
  },
);
