import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '#tools/api-client.ts';
import type { Aval } from '#tools/start/aval.ts';
import { ADVERTISER_ID } from './advertiser.ts';

/** How many by name. */
export type Counts = Readonly<Record<string, number>>;

/** The counts of an answer that are above zero. */
export const countsOf = (value: unknown): Counts =>
  Object.fromEntries(
    Object.entries(Object(value)).flatMap(([name, count]) => (Number(count) > 0 ? [[name, Number(count)]] : [])),
  );
export const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What the API answers with a 2xx; throws for any other. `of` makes the key of a POST its own. */
export const asked = async (client: Client, ...[method, path, body, of = '']: Parameters<Client['call']>) => {
  const key = `demo-${path.split('?')[0]}-${of}`;
  const answer = await client.call(method, path, body, method === 'POST' ? key : undefined);
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** How long a step may take without anything that comes of it: on a busy machine minutes. Meanwhile a sign of life is given, and Ctrl-C ends it. */
export const PATIENCE = { timeoutMs: 15 * 60_000 };

/** Milliseconds between two questions to the API how far a job is. */
const LOOK_AT_JOB_MS = 1_000;
const isGoingOn = ({ state }: Readonly<Record<string, unknown>>) => state === 'waiting' || state === 'running';

/** Lets the clock go on by a minute, and all that it brings be done. */
export const passMinute = async (stack: Aval): Promise<void> => {
  await stack.clock.advance(60);
  await stack.idle(PATIENCE);
};

/** What a job found out; `look` is given now and then how many recipients it has looked at. Throws when it fails, or goes no further for too long. */
export const jobOf = async (
  stack: Aval,
  client: Client,
  path: string,
  { body, look = () => undefined }: { readonly body?: object; readonly look?: (recipients: number) => void } = {},
) => {
  const query = body === undefined ? `?advertiserId=${ADVERTISER_ID}` : '';
  const { jobId } = await asked(client, 'POST', `${path}${query}`, body);
  const now = () => asked(client, 'GET', `/v1/jobs/${String(jobId)}?advertiserId=${ADVERTISER_ID}`);
  let deadline = performance.now() + PATIENCE.timeoutMs;
  let job = await now();
  while (isGoingOn(job) && performance.now() < deadline) {
    look(Number(job.recipients));
    await wait(LOOK_AT_JOB_MS);
    const { recipients } = job;
    job = await now();
    if (job.recipients !== recipients) deadline = performance.now() + PATIENCE.timeoutMs;
  }
  if (job.state !== 'finished') throw new Error(`The job of ${path} is ${String(job.state)}: ${JSON.stringify(job)}`);
  await stack.idle(PATIENCE);
  return job;
};
