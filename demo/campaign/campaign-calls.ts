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

/** Milliseconds between two looks at how far a minute is. */
const LOOK_MS = 250;

/** Lets the clock go on, and all that each minute brings be done; `look` is called now and then meanwhile. */
export const passMinutes = async (stack: Aval, minutes: number, look: () => void = () => undefined): Promise<void> => {
  const timer = setInterval(look, LOOK_MS);
  try {
    for (let minute = 0; minute < minutes; minute += 1) {
      await stack.clock.advance(60);
      await stack.idle();
    }
    look();
  } finally {
    clearInterval(timer);
  }
};

/** What a job found out. Throws when it fails. */
export const jobOf = async (stack: Aval, client: Client, path: string, body?: object) => {
  const query = body === undefined ? `?advertiserId=${ADVERTISER_ID}` : '';
  const { jobId } = await asked(client, 'POST', `${path}${query}`, body);
  await stack.idle();
  const job = await asked(client, 'GET', `/v1/jobs/${String(jobId)}?advertiserId=${ADVERTISER_ID}`);
  if (job.state !== 'finished') throw new Error(`The job of ${path} is ${String(job.state)}: ${JSON.stringify(job)}`);
  return job;
};
