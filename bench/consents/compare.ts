/**
 * Consents written and standings read over HTTP, beside `@c15t/backend` on PostgreSQL: the same number of people, the same number of
 * requests in flight, one after the other in one run. Both sides share the machine with their client; ours is the local stack, whose
 * store is an emulator.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atMost } from '../../shared/domain/at-most.ts';
import { clientOf } from '../../tools/api-client.ts';
import { startAval } from '../../tools/start/aval.ts';
import { FORM, SETTINGS } from '../advertiser.ts';

/** What one side did with so many people. */
export interface ConsentMeasure {
  readonly side: string;
  readonly contacts: number;
  readonly writesPerSecond: number;
  readonly readsPerSecond: number;
}

export const CONSENT_HEAD = ['side', 'contacts', 'consents written a second', 'standings read a second'] as const;
export const consentRow = ({ side, ...figures }: ConsentMeasure): readonly string[] => [
  side,
  ...[figures.contacts, figures.writesPerSecond, figures.readsPerSecond].map((figure) => figure.toFixed(0)),
];

const IN_FLIGHT = 16;
/** Requests that nobody counts: they warm up both sides. */
const FIRST = 200;
const READS = 2_000;
const ADVERTISER = 'bench';
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Writes the consent of a person; resolves to its name, by which it is read. */
interface Side {
  readonly name: string;
  write(index: number): Promise<string>;
  read(name: string): Promise<void>;
  stop(): Promise<unknown>;
}

const expectOk = (status: number, what: string): void => {
  if (status < 200 || status > 299) throw new Error(`${what} answered ${status}`);
};

const ours = async (): Promise<Side> => {
  const stack = await startAval({});
  const client = clientOf(stack.applicationUrl, stack.rootKey);
  await client.call('PUT', `/v1/advertisers/${ADVERTISER}`, SETTINGS);
  await client.call('PUT', `/v1/advertisers/${ADVERTISER}/forms/lettre/versions/1`, FORM);
  return {
    name: 'aval, local stack',
    write: async (index) => {
      const consent = {
        advertiserId: ADVERTISER,
        contact: { email: `contact${index}@banc.example` },
        channels: ['email'],
        form: { formId: 'lettre', version: '1' },
        givenAt: '2026-01-05T10:00:00Z',
        proof: { sha256: '7'.repeat(64), mediaType: 'image/png' },
      };
      const { status, body } = await client.call('POST', '/v1/consents', consent, `consent-${index}`);
      expectOk(status, 'a consent');
      return String(body.contactId);
    },
    read: async (name) =>
      expectOk((await client.call('GET', `/v1/contacts/${name}?advertiserId=${ADVERTISER}`)).status, 'a contact'),
    stop: () => stack.stop(),
  };
};

/** `sub_` and 22 characters of base 58, as its own clients make them. */
const subjectOf = (index: number): string => {
  let [left, digits] = [index + 1, ''];
  for (; left > 0; left = Math.floor(left / ALPHABET.length)) digits = `${ALPHABET[left % ALPHABET.length]}${digits}`;
  return `sub_${digits.padStart(22, '1')}`;
};

const firstLineOf = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('nothing to read');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the peer ended before it answered'))),
  ]);
  return String(line);
};

const peer = async (): Promise<Side> => {
  const program = fileURLToPath(new URL('peer.js', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await firstLineOf(child);
  const headers = { 'content-type': 'application/json', origin: 'http://localhost' };
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return {
    name: `@c15t/backend ${dependencies['@c15t/backend']}, PostgreSQL`,
    write: async (index) => {
      const subjectId = subjectOf(index);
      const body = JSON.stringify({
        type: 'cookie_banner',
        subjectId,
        domain: 'banc.example',
        preferences: { necessary: true, marketing: true },
        givenAt: Date.parse('2026-01-05T10:00:00Z'),
      });
      const response = await fetch(`${url}/subjects`, { method: 'POST', headers, body });
      expectOk(response.status, `a subject, ${await response.text()},`);
      return subjectId;
    },
    read: async (name) => {
      const response = await fetch(`${url}/subjects/${name}`, { headers });
      await response.text();
      expectOk(response.status, 'a subject');
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

const measure = async (side: Side, contacts: number): Promise<ConsentMeasure> => {
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
  const known = await atMost(IN_FLIGHT, numbers(0, FIRST), side.write);
  await atMost(IN_FLIGHT, known, side.read);
  const names: string[] = [];
  const writing = await secondsOf(async () => {
    names.push(...(await atMost(IN_FLIGHT, numbers(FIRST, contacts), side.write)));
  });
  // Spread over all of them, each time in the same order.
  const asked = numbers(0, READS).map((index) => names[(index * 7_919) % names.length] ?? '');
  const reading = await secondsOf(() => atMost(IN_FLIGHT, asked, side.read));
  return { side: side.name, contacts, writesPerSecond: contacts / writing, readsPerSecond: READS / reading };
};

/** Measures both sides with each of these numbers of people, each time from an empty store. */
export const benchConsents = async (sizes: readonly number[]): Promise<readonly ConsentMeasure[]> => {
  const measures: ConsentMeasure[] = [];
  for (const contacts of sizes)
    for (const start of [peer, ours]) {
      const side = await start();
      try {
        measures.push(await measure(side, contacts));
      } finally {
        await side.stop();
      }
    }
  return measures;
};
