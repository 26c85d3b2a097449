import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BootFailure } from './boot-failure.ts';

/**
 * Listens on this machine only. Port 0 takes a free one; resolves to the port taken.
 * Throws `BootFailure` naming the port when another program holds it.
 */
export const listen = (server: Server, port: number, purpose: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} (${purpose}) is already used by another program: stop it or choose another port.`;
      reject(error.code === 'EADDRINUSE' ? new BootFailure(taken) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
