import { createServer, type RequestListener } from 'node:http';
import type { StackOptions } from '../stack/stack.ts';
import type { Cleanup } from './cleanup.ts';
import { listen } from './listen.ts';

/** A port that is taken before anyone knows what will answer on it: links must name it from the start. */
export interface FrontDoor {
  readonly url: string;
  /** From now on this answers. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Takes a port (0: a free one). Throws `BootFailure` when it is already used. */
const openFrontDoor = async (port: number, purpose: string): Promise<FrontDoor> => {
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

/** The three ports of a stack. */
export type FrontDoors = Readonly<Record<'application' | 'public' | 'console', FrontDoor>>;

/** Takes the three ports, those given or free ones. */
export const openDoors = async (ports: StackOptions['ports'], cleanup: Cleanup): Promise<FrontDoors> => {
  const open = async (port: number | undefined, purpose: string) => {
    const door = await openFrontDoor(port ?? 0, purpose);
    cleanup.add(door.close);
    return door;
  };
  const application = await open(ports?.application, 'application API');
  const publicApi = await open(ports?.public, 'public API');
  return { application, public: publicApi, console: await open(ports?.console, 'console') };
};
