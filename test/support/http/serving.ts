import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server whose every request is answered by what is given. */
export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on a free port of this machine. */
export const serving = async (listener: Parameters<typeof createServer>[1]): Promise<Serving> => {
  const server = createServer(listener as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
