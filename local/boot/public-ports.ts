import { createServer, type RequestListener } from 'node:http';
import type { Kept } from '../stack/kept.ts';
import type { StackOptions } from '../stack/options.ts';
import type { Cleanup } from './cleanup.ts';
import { listen } from './listen.ts';

/** A port that is taken before anyone knows what will answer on it: links must name it from the start. */
interface PublicPort {
  readonly url: string;
  /** From now on this answers. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Takes a port (0: a free one). Throws `BootFailure` when it is already used. */
const openPublicPort = async (port: number, purpose: string): Promise<PublicPort> => {
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
export interface PublicPorts {
  readonly apis: ReadonlyMap<string, PublicPort>;
  readonly console: PublicPort | undefined;
  /** Where messages are taken by signed HTTPS. */
  readonly provider: PublicPort | undefined;
}

/** Takes the ports: those given, those of before where they are kept, or free ones. */
export const openPublicPorts = async (
  options: StackOptions,
  cleanup: Cleanup,
  kept: Kept | undefined,
): Promise<PublicPorts> => {
  const before = kept?.read<number>('ports') ?? {};
  const taken = new Map<string, number>();
  const open = async (port: number | undefined, purpose: string) => {
    const publicPort = await openPublicPort(port ?? before[purpose] ?? 0, purpose);
    taken.set(purpose, Number(new URL(publicPort.url).port));
    cleanup.add(publicPort.close);
    return publicPort;
  };
  const apis = new Map<string, PublicPort>();
  for (const [name, { port }] of Object.entries(options.apis)) apis.set(name, await open(port, `${name} API`));
  const ports = {
    apis,
    console: options.console && (await open(options.console.port, 'console')),
    provider: options.provider && (await open(undefined, 'provider')),
  };
  kept?.keep('ports', taken);
  return ports;
};
