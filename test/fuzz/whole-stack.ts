/**
 * `npm run fuzz -- --stack`: a share of the requests through a whole running system, over HTTP: its gateway, its functions from
 * their bundles, its queues, its stream and its roles. What it cannot see here, the process of `shard.ts` does: CPU and writes.
 */
import { request as httpRequest } from 'node:http';
import * as fc from 'fast-check';
import { startAval } from '#tools/start/aval.ts';
import { type Finding, faultsOf } from './checks/invariants.ts';
import { operationNamed } from './document.ts';
import type { Answered, Wire } from './gateway.ts';
import { makeCallers, settle, stories } from './make-world.ts';
import { CANARIES } from './making/hostile.ts';
import { request } from './making/requests.ts';
import { wireOf } from './making/wire.ts';
import type { Report } from './report.ts';
import { tallyOf } from './tally.ts';
import { ADVERTISER, callOf, NEIGHBOUR, OF_NEIGHBOUR, ROOT, type World } from './world.ts';

const AT = '2026-11-24T10:00:00.000Z';
const EMAIL = 'camille.martin@example.com';
/** Requests in hand at once. */
const WIDTH = 6;

/** Answers of the gateway alone, before any function: they are documented for no operation. */
const OF_THE_GATEWAY = [400, 401, 403, 404, 413];

/** Headers that Node's parser refuses, before the gateway sees anything. */
const TOO_LONG_FOR_HTTP = 431;

/** It answers such a request before it has read it, and closes. */
const CUT_OFF = ['ECONNRESET', 'EPIPE'];

/** Sends what is on the wire as it is; `undefined`: HTTP cannot carry it, and no gateway would see it. */
const sendTo = async (base: string, rootKey: string, wire: Wire): Promise<Answered | undefined> => {
  const { hostname, port } = new URL(base);
  const headers = wire.headers.flatMap(([name, value]) => [name, value === ROOT.token ? `Bearer ${rootKey}` : value]);
  return new Promise((resolve, reject) => {
    try {
      const sent = httpRequest(
        {
          hostname,
          port,
          method: wire.method,
          path: wire.target,
          headers: [...headers, 'Host', hostname, 'Content-Length', String(wire.body.length)],
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const status = response.statusCode ?? 0;
            if (status === TOO_LONG_FOR_HTTP) return resolve(undefined);
            const by = OF_THE_GATEWAY.includes(status) ? 'gateway' : 'function';
            const type = response.headers['content-type'] ?? '';
            resolve({ status, type, text, headers: response.headers, by, cpuMs: 0, logged: '' });
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) =>
        CUT_OFF.includes(error.code ?? '') ? resolve(undefined) : reject(error),
      );
      sent.end(wire.body);
    } catch {
      resolve(undefined);
    }
  });
};

/** A world as that of the shards, made by the routes of the running system. */
const worldOf = async (ask: (wire: Wire) => Promise<Answered>): Promise<World> => {
  await settle(ask, ADVERTISER, '552100554', 'Valmy');
  await settle(ask, NEIGHBOUR, '732829320', OF_NEIGHBOUR);
  const { consent, accepted } = await stories(ask, ADVERTISER, EMAIL);
  const theirs = await stories(ask, NEIGHBOUR, `${OF_NEIGHBOUR}.example`);
  const known = new Map([
    ['contactId', [consent.contactId, theirs.consent.contactId]],
    ['consentId', [consent.id, theirs.consent.id]],
    ['recordId', [consent.id, theirs.consent.id]],
    ['messageId', [accepted.messages[0].id, theirs.accepted.messages[0].id]],
    ['advertiserId', [ADVERTISER, NEIGHBOUR]],
  ]);
  return { aws: undefined as never, callers: await makeCallers(ask), known, writes: 0 };
};

/** Plays so many requests; resolves to what was found, and to what the system says of itself when all is done. */
export const fuzzStack = async (
  count: number,
  seed: number,
): Promise<Report & { readonly after: readonly string[] }> => {
  const logged: string[] = [];
  const stack = await startAval({ at: AT, onLog: (_, text) => void logged.push(text) });
  try {
    const send = (wire: Wire) => sendTo(stack.applicationUrl, stack.rootKey, wire);
    const world = await worldOf(async (wire) => {
      const answer = await send(wire);
      if (answer === undefined) throw new Error('the world cannot be made: HTTP does not carry its requests');
      return answer;
    });
    const tally = tallyOf();
    const findings: Report['findings'][number][] = [];
    const found = (fault: Finding, act: string) =>
      void findings.push({ ...fault, act, acts: [], signature: `${fault.kind} ${fault.says.slice(0, 80)}` });
    const left = fc.sample(request, { numRuns: count, seed });
    const work = async (): Promise<void> => {
      for (let asked = left.pop(); asked !== undefined; asked = left.pop()) {
        const { wire } = wireOf(world, asked);
        const answer = await send(wire);
        tally.count(asked.operationId, answer?.status ?? 'not sent', 0);
        if (answer === undefined) continue;
        const caller =
          'Authorization' in asked.headers ? undefined : world.callers[asked.caller % world.callers.length];
        const seen = { operation: operationNamed(asked.operationId), wire, caller, answer, writes: [] };
        for (const fault of faultsOf(seen)) found(fault, `${wire.method} ${wire.target}`);
      }
    };
    await Promise.all(Array.from({ length: WIDTH }, work));
    await stack.idle({ timeoutMs: 120_000 });
    const text = logged.join('').toLowerCase();
    for (const canary of CANARIES.filter((each) => text.includes(each)))
      found({ kind: 'leak', says: `${canary} in a log` }, 'all requests');
    const depths = Object.entries(await stack.queueDepths()).filter(([, { ready }]) => ready > 0);
    const after = [
      ...stack.denied().map((each) => `denied: ${each}`),
      ...depths.map(([queue, { ready }]) => `${ready} in ${queue}`),
      ...(await stack.alarms()).map(({ name }) => `alarm: ${name}`),
    ];
    const body = { advertiserId: ADVERTISER, contact: { email: EMAIL }, of: { scope: 'global' }, via: 'letter' };
    const opposed = await send(callOf('registerOpposition', { body }));
    if (opposed?.status !== 201) found({ kind: 'opposition lost', says: `answered ${opposed?.status}` }, 'at the end');
    return { counts: tally.counts(), findings, after };
  } finally {
    await stack.stop();
  }
};
