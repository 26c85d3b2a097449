import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { manifest } from '#functions/manifest.ts';
import { worker } from '#shared/edge/queue.ts';

const ENTRY = manifest['apply-opposition-mail'];

beforeEach(() => {
  for (const name of ENTRY.env) vi.stubEnv(name, 'none');
});

/** Brings messages as the queue cuts them into runs; of a run that ends with the time of its function all come again. */
const bring = async (ids: readonly string[], run: (id: string) => Promise<void>): Promise<readonly string[]> => {
  const handler = worker(ENTRY, {
    message: z.strictObject({ id: z.string() }),
    run: ({ message }) => run(message.id),
    park: (_env, _body, reason) => Promise.reject(new Error(reason)),
  });
  const { batchSize } = ENTRY.trigger;
  const again: string[] = [];
  for (let at = 0; at < ids.length; at += batchSize) {
    const some = ids.slice(at, at + batchSize);
    const Records = some.map((id) => ({ messageId: id, body: JSON.stringify({ id }), attributes: {} }) as SQSRecord);
    const ended = handler({ Records } as SQSEvent, { getRemainingTimeInMillis: () => 1 });
    const outOfTime = new Promise<undefined>((resolve) => setImmediate(() => setImmediate(() => resolve(undefined))));
    const answer = await Promise.race([ended, outOfTime]);
    again.push(...(answer === undefined ? some : answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)));
  }
  return again;
};

test('a mail that takes all the time of its run repeats no other', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `mail-${index}`);
  const done: string[] = [];
  const never = new Promise<void>(() => undefined);
  const again = await bring(ids, async (id) => (id === 'mail-3' ? never : void done.push(id)));
  expect(again).toEqual(['mail-3']);
  expect(done).toEqual(ids.filter((id) => id !== 'mail-3'));
});
