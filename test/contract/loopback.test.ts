import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, inject, test } from 'vitest';

/** Every address of this machine on a network. On Linux, 127.0.0.2 too is another than 127.0.0.1: a machine without network has it. */
const others = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ family, internal, scopeid = 0 }) => !internal && (family === 'IPv4' || scopeid === 0))
  .map(({ address }) => address);

/** `open` when somebody listens there, else the code of the error. */
const knockAt = (host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve('open');
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
  });

const { port } = new URL(inject('dynamoDbUrl'));

test('DynamoDB Local answers on 127.0.0.1', async () => {
  expect(await knockAt('127.0.0.1', Number(port))).toBe('open');
});

test.each([...(process.platform === 'linux' ? ['127.0.0.2'] : []), ...others])(
  'and refuses whoever comes by %s',
  async (address) => {
    expect(await knockAt(address, Number(port))).toBe('ECONNREFUSED');
  },
);
