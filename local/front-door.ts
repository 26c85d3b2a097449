import { createServer, type RequestListener } from 'node:http';
import { listen } from './listen.ts';

/** A port that is taken before anyone knows what will answer on it: links must name it from the start. */
export interface FrontDoor {
  readonly url: string;
  /** From now on this answers. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Takes a port (0: a free one). Throws `BootFailure` when it is already used. */
export const openFrontDoor = async (port: number, purpose: string): Promise<FrontDoor> => {
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const taken = await listen(server, port, purpose);
  return {
    url: `http://localhost:${taken}`,
    serve: (listener) => {
      answer = listener;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
