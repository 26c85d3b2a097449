import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { onTestFinished, vi } from 'vitest';
import { audiencePagesOf } from '#shared/adapters/dynamodb/audience/audience-pages.ts';
import type { SelectedContact } from '#shared/app/audience/audience-pages.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { AudienceListId, ContactId, Instant } from '#shared/domain/ids.ts';
import { NOW } from '../../support/builders.ts';
import { type QueueAndBus, startQueueAndBus } from '../../support/queue-and-bus.ts';
import { askedBy } from '../../support/recorded-in-process.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { startCold, started } from '../support/cold-start.ts';

export interface ListsWorld extends World {
  readonly queue: QueueAndBus;
  /** Offers a file and sends it. Resolves to the id of the upload. */
  upload(file: string | Buffer): Promise<string>;
  /** Asks for a list of a file. */
  list(file: string | Buffer, asked?: object): ReturnType<World['call']>;
  /** Brings to the worker what its queue holds, until it holds nothing. */
  work(): Promise<void>;
}

/** Declares these contacts; resolves to their ids. */
export const declared = async ({ call }: World, emails: readonly string[]): Promise<readonly ContactId[]> => {
  const ids: ContactId[] = [];
  for (const email of emails) {
    const { body } = await call('declare-contact', { body: { advertiserId: ADVERTISER, contact: { email } } });
    ids.push(body.contactId);
  }
  return ids;
};

const bytesOf = (file: string | Buffer): Buffer => (typeof file === 'string' ? Buffer.from(file) : file);

/** A world with a queue of jobs. */
export const aWorldOfLists = async (): Promise<ListsWorld> => {
  const queue = await startQueueAndBus();
  onTestFinished(() => queue.close());
  return withLists(await aWorldWithForms(), queue);
};

/** Adds to a world what makes lists, with the jobs on this queue. */
export const withLists = <W extends World>(world: W, queue: QueueAndBus): W & ListsWorld => {
  vi.stubEnv('JOBS_QUEUE_URL', `${queue.url}/000000000000/jobs`);
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', queue.url);
  startCold();
  const upload = async (file: string | Buffer): Promise<string> => {
    const bytes = bytesOf(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { status, body } = await world.call('create-upload', {
      body: { advertiserId: ADVERTISER, bytes: bytes.length, sha256 },
    });
    if (status !== 201) throw new Error(`create-upload answered ${status}`);
    const sent = await fetch(body.uploadUrl, { method: 'PUT', headers: body.headers, body: new Uint8Array(bytes) });
    if (!sent.ok) throw new Error(`the store answered ${sent.status}: ${await sent.text()}`);
    return body.uploadId;
  };
  return {
    ...world,
    queue,
    upload,
    list: async (file, asked = {}) =>
      world.call('create-audience-list', {
        body: { advertiserId: ADVERTISER, name: 'Hiver', uploadId: await upload(file), by: 'email', ...asked },
      }),
    work: async () => {
      const { handler } = await started<typeof import('#functions/workers/run-job.ts')>('workers/run-job');
      for (let entry = queue.queued.shift(); entry !== undefined; entry = queue.queued.shift()) {
        // What comes later comes then: the clock of the test goes on.
        if (entry.delaySeconds > 0) vi.setSystemTime(Date.now() + entry.delaySeconds * 1000);
        const record = {
          messageId: 'm',
          body: JSON.stringify(entry.body),
          attributes: { ApproximateReceiveCount: '1' },
        };
        const event = { Records: [record] } as unknown as SQSEvent;
        const done = await askedBy('run-job', () => handler(event, { getRemainingTimeInMillis: () => 120_000 }));
        if (done.batchItemFailures.length > 0)
          throw new Error(`the job is to be brought again: ${world.logged().slice(-1500)}`);
      }
    },
  };
};

/** All contacts of a list, as a campaign pages through them. */
export const contactsOf = async (
  listId: AudienceListId,
  { limit = 100, now = NOW as Instant }: { readonly limit?: number; readonly now?: Instant } = {},
): Promise<readonly SelectedContact[]> => {
  const pages = audiencePagesOf({ ...tableOfWorld(), clock: { now: () => now } });
  const found: SelectedContact[] = [];
  for (let shard = 0; shard < AUDIENCE_SHARDS; shard += 1) {
    let after: ContactId | undefined;
    do {
      const page = await pages.page(admit(ADVERTISER), { listId }, { shard, after, limit });
      found.push(...page.contacts);
      after = page.next;
    } while (after !== undefined);
  }
  return found;
};
