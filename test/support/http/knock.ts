import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Every address of this machine on a network. On Linux, 127.0.0.2 too is another than 127.0.0.1: a machine without network has it. */
export const OTHER_ADDRESSES: readonly string[] = [
  ...(process.platform === 'linux' ? ['127.0.0.2'] : []),
  ...Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, scopeid = 0 }) => !internal && (family === 'IPv4' || scopeid === 0))
    .map(({ address }) => address),
];

/** `open` when somebody listens there, else the code of the error. */
export const knockAt = (host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve('open');
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
  });
