import { type AddressInfo, createServer, isIPv4 } from 'node:net';
import { expect, inject, test } from 'vitest';
import { knockAt, OTHER_ADDRESSES } from '#test/support/http/knock.ts';

const { port } = new URL(inject('dynamoDbUrl'));

test('DynamoDB Local answers on 127.0.0.1', async () => {
  expect(await knockAt('127.0.0.1', Number(port))).toBe('open');
});

test.each(OTHER_ADDRESSES)('and refuses whoever comes by %s', async (address) => {
  expect(await knockAt(address, Number(port))).toBe('ECONNREFUSED');
});

test.each(OTHER_ADDRESSES.filter(isIPv4))('what listens on every address is found at %s', async (address) => {
  const open = createServer().listen(0, '0.0.0.0');
  await new Promise((resolve) => open.once('listening', resolve));
  expect(await knockAt(address, (open.address() as AddressInfo).port)).toBe('open');
  open.close();
});
