import { createServer, type RequestListener } from 'node:http';
import type { StackOptions } from '../stack/options.ts';
import type { Cleanup } from './cleanup.ts';
import { listen } from './listen.ts';

/** A port that is taken before anyone knows what will answer on it: links must name it from the start. */
interface FrontDoor {
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

/** The ports of a stack: one for each REST API, and one for the pages about it. */
export interface FrontDoors {
  readonly apis: ReadonlyMap<string, FrontDoor>;
  readonly console: FrontDoor | undefined;
}

/** Takes the ports, those given or free ones. */
export const openDoors = async (options: StackOptions, cleanup: Cleanup): Promise<FrontDoors> => {
  const open = async (port: number | undefined, purpose: string) => {
    const door = await openFrontDoor(port ?? 0, purpose);
    cleanup.add(door.close);
    return door;
  };
  const apis = new Map<string, FrontDoor>();
  for (const [name, { port }] of Object.entries(options.apis)) apis.set(name, await open(port, `${name} API`));
  return { apis, console: options.console && (await open(options.console.port, 'console')) };
};
