import { describe, expect, test } from 'vitest';
import { BatchError, outcomesOf, ProblemError } from '#clients/typescript/src/index.ts';
import { type Answer, against, problem, refusal } from './fake-aval.ts';

const TAKEN = { id: 'm1', status: 'accepted', contentSha256: 'x' };
const FAULT = problem(422, 'invalid-request', {
  errors: [{ pointer: '/messages/1/contact/email', detail: 'an e-mail address' }],
});
const ALL: Answer = { status: 202, body: { messages: [TAKEN, { ...TAKEN, id: 'm2' }] } };
const SOME: Answer = { status: 207, body: { messages: [TAKEN, { error: FAULT }] } };
const NONE = refusal(422, 'batch-refused', undefined, { messages: [{ error: FAULT }, { error: FAULT }] });

const accept = (answer: Answer) =>
  against([answer]).aval.acceptMessages({ advertiserId: 'a', messages: [] } as never, { idempotencyKey: 'mailing-7' });

const errorOf = async (answer: Answer): Promise<BatchError> => {
  const error: unknown = await accept(answer).catch((thrown: unknown) => thrown);
  if (!(error instanceof BatchError)) throw new Error('no BatchError was thrown');
  return error;
};

describe('a batch', () => {
  test('of which every item was taken resolves to their answers, in order', async () => {
    const [first, second] = await accept(ALL);
    expect([first?.id, second?.id]).toEqual(['m1', 'm2']);
  });

  test('of which some were taken never passes: it throws what became of each', async () => {
    const error = await errorOf(SOME);
    expect(error.outcomes).toEqual([
      { index: 0, isTaken: true, answer: TAKEN },
      { index: 1, isTaken: false, problem: FAULT },
    ]);
    expect(error.taken.map(({ index }) => index)).toEqual([0]);
    expect(error.refused.map(({ index }) => index)).toEqual([1]);
    expect(error.idempotencyKey).toBe('mailing-7');
  });

  test('whose answer hides a failed item behind a whole success throws all the same', async () => {
    expect((await errorOf({ ...SOME, status: 202 })).refused).toHaveLength(1);
  });

  test('of which none was taken throws the same error', async () => {
    const error = await errorOf(NONE);
    expect(error.taken).toEqual([]);
    expect(error.refused).toHaveLength(2);
  });

  test('says in words which item failed, where and what to do', async () => {
    const { message } = await errorOf(SOME);
    expect(message).toBe(
      [
        'acceptMessages: 1 of 2 items were not taken.',
        'Item 1: It was not done (422 invalid-request)',
        '  /messages/1/contact/email: an e-mail address',
        '  Do something else.',
        '  Correlation id: id-of-the-call',
      ].join('\n'),
    );
  });

  test('that is no batch at all (a fault of the whole) throws its problem', async () => {
    await expect(accept(refusal(422, 'invalid-request'))).rejects.toThrow(ProblemError);
    await expect(accept(refusal(404, 'advertiser-not-found'))).rejects.toMatchObject({ code: 'advertiser-not-found' });
  });

  test('that could not be finished is sent again under the same key, and completed', async () => {
    const fake = against([refusal(503, 'batch-unfinished', '1'), ALL]);
    await fake.aval.acceptMessages({ messages: [] } as never);
    expect(fake.sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key-1', 'key-1']);
  });
});

describe('outcomesOf', () => {
  test('gives one outcome for each item, whatever became of it', async () => {
    const shown = async (answer: Answer) => (await outcomesOf(accept(answer))).map(({ isTaken }) => isTaken);
    expect(await shown(ALL)).toEqual([true, true]);
    expect(await shown(SOME)).toEqual([true, false]);
    expect(await shown(NONE)).toEqual([false, false]);
  });

  test('throws what is no outcome of an item', async () => {
    await expect(outcomesOf(accept(refusal(403, 'insufficient-scope')))).rejects.toThrow(ProblemError);
  });
});
